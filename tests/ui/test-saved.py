#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists below the places, on the sample: their numbers, the acts on their lines, filter and
search, by mouse and by keyboard, and that each act can be taken back.

usage: test-saved.py PROGRAM SAMPLE"""

import sys

from driving import Failure, GLib, Role, open_sample, run, wait

PROGRAM, SAMPLE = sys.argv[1:3]
LISTS = ("to-complete", "did-it-happen", "follow-ups", "honours", "gifts", "press", "followed")


def go(window, name):
    window.act("show-place", GLib.Variant("s", name))


def sidebar(window):
    """Each list says how many lines it has, and every control of it has a name."""
    for part in ("To Complete, ", "Did It Happen?, 6", "Follow-Ups, 6", "Honours, 2",
                 "Gifts and Donations, 1", "Press, 4", "Followed, 4"):
        window.find_row(part)
    for name in LISTS:
        go(window, name)
        window.find(Role.LABEL, part=" line")
        window.check_names()


def complete(window):
    """Dismissed with a reason, brought back by undo; filled in where it is read."""
    go(window, "to-complete")
    window.click_in_row("Cooperation Agreement 2010, City of Hue", "Dismiss")
    window.find(Role.TEXT, "Why it is good as it is")
    window.press("Return")
    window.find(Role.LABEL, part="Write why")
    window.type("The text says nothing of it")
    window.press("Return")
    window.wait_gone("Cooperation Agreement 2010, City of Hue")
    window.act("undo")
    window.click_in_row("Cooperation Agreement 2010, City of Hue", "Fill In")
    window.find(Role.TEXT, "End date")
    window.type("2015")
    window.press("Return")
    window.wait_gone("Cooperation Agreement 2010, City of Hue")
    window.act("undo")
    window.find_row("Cooperation Agreement 2010, City of Hue")


def follow(window):
    go(window, "follow-ups")
    window.click_in_row("Set up a working group on HID", "Done")
    window.wait_gone("Set up a working group on HID")
    window.find_row("Follow-Ups, 5")
    window.act("undo")
    window.find_row("Set up a working group on HID")
    window.find_row("Follow-Ups, 6")


def filter_and_search(window):
    go(window, "follow-ups")
    window.find_row("Adapt the HID project")
    window.act("search")
    window.wait_focused(Role.ENTRY)
    window.type("pristina")
    window.wait_gone("Adapt the HID project")
    window.find_row("Formalise the handover with Pristina")
    window.find(Role.LABEL, "2 of 6 lines")
    window.press("Escape")
    window.find_row("Adapt the HID project")


def open_record(window):
    """By the keyboard alone: Enter on a line opens the page of its record."""
    go(window, "followed")
    name = window.read_row("Memorandum of Understanding")
    if "February 2023" not in name:
        raise Failure(f"not when it lapsed: {name}")
    window.tab_to(window.find_row("Memorandum of Understanding"), 40)
    window.press("Return")
    wait("its page", 10, lambda: "Agreements" in window.names()
         and any("Memorandum of Understanding" in name for name in window.names()))


def saved():
    with open_sample(PROGRAM, SAMPLE) as window:
        for step in (sidebar, complete, follow, filter_and_search, open_record):
            try:
                step(window)
            except Failure as problem:
                raise Failure(f"{step.__name__}: {problem}") from problem


run([saved])
