#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The projects in a real window, by keyboard: listed under what they are parts of, searched; one is
added with lots and a subsidy with its instalments, and all is taken back; an amount that nobody knows
is a dash; and all of it in a window as narrow as a telephone.

usage: test-projects-window.py PROGRAM SAMPLE"""

import subprocess
import sys

from driving import Role, expect, open_sample, run, wait

PROGRAM, SAMPLE = sys.argv[1:3]


def open_projects(lang="en"):
    return open_sample(PROGRAM, SAMPLE, "projects", lang)


def search(window, words):
    window.press("ctrl+f")
    window.wait_focused(Role.ENTRY)
    window.press("ctrl+a")
    window.type(words)


def add(window, what, **fields):
    """By the button “Add…” of the page and the dialog it opens."""
    window.press("alt+a")
    window.wait_for("What to add")
    window.type(what)
    window.press("Return")
    answer(window, fields)


def answer(window, fields):
    window.wait_dialog()
    for name, value in fields.items():
        window.go(name.replace("_", " "))
        if name == "Kind":
            window.move("space")
            window.go(value, key="Down", limit=10)
            window.move("Return")
            continue
        window.press("ctrl+a")
        window.type(value)
        if name in ("Funder", "Beneficiary"):
            window.press("Return")  # the name on top of the list
    window.press("alt+a")
    window.wait_dialog_gone()


def listed_and_searched():
    with open_projects() as window:
        window.find(Role.LABEL, "28 projects")
        window.find_row("Part of Tender in four lots")
        window.check_names()
        search(window, "masina lot")
        window.find_row("Lot 1: rehabilitation")
        wait("fewer", 10, lambda: any(name.endswith(" of 28 projects") for name in window.names()))
        window.wait_gone("Nature Park")
        search(window, "nothing of the kind")
        window.click_button("Show All Projects")
        window.find(Role.LABEL, "28 projects")


def unknown_is_a_dash():
    with open_projects() as window:
        window.click(Role.TOGGLE_BUTTON, "Show as Table")
        window.find(Role.LABEL, "Budget")
        window.find(Role.LABEL, "–")
        expect("noughts", {"0", "0.00"} & window.names(), set())


def added_and_taken_back():
    with open_projects() as window:
        window.press("ctrl+n")
        window.wait_focused(Role.TEXT, "Title")
        window.wait_text("Title", "Nouveau projet")
        window.type("Clinic of Pask")
        window.press("Return")
        window.find_row("Clinic of Pask")
        add(window, "part", Title="Lot of the roof")
        window.find_row("Lot of the roof, Part of Clinic of Pask")
        add(window, "grant", Funder="Northern Fund", Beneficiary="Town of Pask", Years="2031/2032")
        window.go("Northern Fund → Town of Pask", limit=120)
        window.press("Return")
        window.go("Add Instalment or Report Due…")
        window.press("Return")
        answer(window, {"Kind": "Instalment", "What_is_owed": "First half", "Due": "1 March 2031"})
        window.find_row("First half")
        window.check_names()
        for gone in ("First half", "Northern Fund", "Lot of the roof", "Clinic of Pask"):
            window.act("undo")
            if gone == "Clinic of Pask":
                window.act("undo")  # its title, then itself
            window.wait_gone(gone)
        window.find(Role.LABEL, "28 projects")


def narrow():
    with open_projects() as window:
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(window.process.pid)],
                               capture_output=True, text=True, check=True).stdout.split()
        subprocess.run(["xdotool", "windowsize", found[-1], "360", "700"], check=True)
        window.find(Role.LABEL, "28 projects")
        window.open_found("second year", "Second year of the project with PASCO")
        window.find(Role.TEXT, "Title")
        window.check_names()


def french():
    with open_projects("fr") as window:
        window.find(Role.LABEL, "28 projets")
        window.check_names()


run([listed_and_searched, unknown_is_a_dash, added_and_taken_back, narrow, french])
