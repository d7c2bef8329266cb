#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Overview of the sample on 22 November 2026, driven as the officer does: what it says, what
settles a line, and that each act can be taken back.

usage: test-overview.py PROGRAM SAMPLE"""

import sys

from driving import Failure, Role, open_sample, run, wait

PROGRAM, SAMPLE = sys.argv[1:3]
PROTOCOL = "Cooperation Protocol 2024-2026, City of Terrebonne"
ANSWERS = ("Held", "Postponed", "Mark as Cancelled", "Don’t Know")


def read(window):
    name = window.read_row(PROTOCOL)
    for words in (
        "City of Terrebonne",
        "ends in 39 days",
        "themes I, II only ever planned (2025)",
        "theme III: nothing at all",
        "reports 2024, 2025 not recorded as sent",
    ):
        if words not in name:
            raise Failure(f"“{words}” is not said: {name}")
    names = window.names()
    for words in ("Did It Happen? (6)", "Due and Promised (7)", "Followed"):
        if words not in names:
            raise Failure(f"“{words}” is not shown")
    for answer in ANSWERS:
        window.find_in_row("Aemone", answer)
    window.check_names()


def renew(window):
    window.click_in_row(PROTOCOL, "Renew")
    window.wait_gone("ends in 39 days")
    window.find_row("in negotiation · quiet until")
    wait("undo", 5, lambda: window.is_enabled("undo"))
    window.act("undo")
    window.find_row("ends in 39 days")


def answer(window):
    """By a click, and by the keyboard alone with the date that was already recorded."""
    window.click_in_row("Aemone", "Don’t Know")
    window.wait_gone("Aemone")
    window.find(Role.LABEL, "Did It Happen? (5)")
    window.find(Role.LIST_ITEM, part="Rehabilitation")
    window.click_in_row("Mission of Terrebonne", "Held")
    window.wait_focused(Role.TEXT, part="When")
    window.press("Return")
    window.wait_gone("Mission of Terrebonne")
    window.act("undo")
    window.find_row("Mission of Terrebonne")


def copied(window):
    """All of it goes to the clipboard under titles, and from there into the line for a note."""
    window.press("ctrl+m")
    window.wait_focused(Role.TEXT, "Quick note")
    window.press("ctrl+shift+c")
    window.press("ctrl+v")

    def is_there():
        text = window.read("Quick note")
        return text.startswith("Group") and "Terrebonne" in text and "ends in 39 days" in text

    wait("the table", 5, is_there)
    window.press("ctrl+a")
    window.press("BackSpace")


def note(window):
    window.press("ctrl+m")
    window.wait_focused(Role.TEXT, "Quick note")
    window.type("Call Quebec")
    window.press("Return")
    window.find_row("Call Quebec")
    window.check_names()
    window.click_in_row("Call Quebec", "File…")
    window.find(Role.LABEL, "File Note")
    window.type("quebec city")
    window.find(Role.LIST_ITEM, part="Quebec City")
    window.check_names()
    window.press("Return")
    window.wait_gone("Call Quebec")
    window.act("undo")
    window.click_in_row("Call Quebec", "Done")
    window.wait_gone("Call Quebec")


def overview():
    with open_sample(PROGRAM, SAMPLE) as window:
        for step in (read, copied, renew, answer, note):
            step(window)


run([overview])
