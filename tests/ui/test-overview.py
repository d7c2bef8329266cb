#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Overview of the sample on 22 November 2026, driven as the officer does: what it says, what
settles a line, and that each act can be taken back.

usage: test-overview.py PROGRAM SAMPLE"""

import pathlib
import shutil
import sys
import tempfile

from driving import Atspi, Failure, Window, describe, find_unnamed, get_names, has, run, wait, walk

PROGRAM, SAMPLE = sys.argv[1:3]
PROTOCOL = "Cooperation Protocol 2024-2026, City of Terrebonne"
ANSWERS = ("Held", "Postponed", "Mark as Cancelled", "Don’t Know")


def check_names(window):
    unnamed = find_unnamed(window.frame)
    if unnamed:
        raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))


def find_row(window, part, seconds=10):
    return window.find(Atspi.Role.LIST_ITEM, part=part, seconds=seconds)


def wait_gone(window, part):
    wait(
        f"no line of {part}",
        10,
        lambda: not any(
            part in each.get_name()
            for each in walk(window.frame)
            if each.get_role() == Atspi.Role.LIST_ITEM
        ),
    )


def find_in(node, name):
    for each in walk(node):
        if each.get_name() == name and has(each, Atspi.StateType.FOCUSABLE):
            return each
    raise Failure(f"no “{name}” in {describe(node)}")


def click(node):
    Atspi.Action.do_action(node, 0)


def read(window):
    row = find_row(window, PROTOCOL)
    for words in (
        "City of Terrebonne",
        "ends in 39 days",
        "themes I, II only ever planned",
        "theme III: nothing at all",
        "reports 2024, 2025 not recorded as sent",
    ):
        if words not in row.get_name():
            raise Failure(f"“{words}” is not said: {row.get_name()}")
    names = get_names(window.frame)
    for words in ("Did It Happen? (6)", "Due and Promised (7)", "Followed"):
        if words not in names:
            raise Failure(f"“{words}” is not shown")
    for answer in ANSWERS:
        find_in(find_row(window, "Aemone"), answer)
    check_names(window)


def renew(window):
    click(find_in(find_row(window, PROTOCOL), "Renew"))
    wait_gone(window, "ends in 39 days")
    find_row(window, "in negotiation · quiet until")
    wait("undo", 5, lambda: window.is_enabled("undo"))
    window.act("undo")
    find_row(window, "ends in 39 days")


def answer(window):
    """By a click, and by the keyboard alone with the date that was already recorded."""
    click(find_in(find_row(window, "Aemone"), "Don’t Know"))
    wait_gone(window, "Aemone")
    window.find(Atspi.Role.LABEL, "Did It Happen? (5)")
    window.find(Atspi.Role.LIST_ITEM, part="Rehabilitation")
    held = find_in(find_row(window, "Mission of Terrebonne"), "Held")
    click(held)
    wait("the question", 5, lambda: window.find(Atspi.Role.TEXT, part="When"))
    window.press("Return")
    wait_gone(window, "Mission of Terrebonne")
    window.act("undo")
    find_row(window, "Mission of Terrebonne")


def note(window):
    window.press("ctrl+m")
    wait(
        "focus on the note",
        5,
        lambda: any(
            has(each, Atspi.StateType.FOCUSED) and each.get_name() == "Quick note"
            for each in walk(window.frame)
        ),
    )
    window.type("Call Quebec")
    window.press("Return")
    row = find_row(window, "Call Quebec")
    check_names(window)
    click(find_in(row, "File…"))
    window.find(Atspi.Role.LABEL, "File Note")
    window.type("quebec city")
    window.find(Atspi.Role.LIST_ITEM, part="Quebec City")
    check_names(window)
    window.press("Return")
    wait_gone(window, "Call Quebec")
    window.act("undo")
    row = find_row(window, "Call Quebec")
    click(find_in(row, "Done"))
    wait_gone(window, "Call Quebec")


def overview():
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, project)
        project.chmod(0o644)
        window = Window(PROGRAM, [str(project)], {"LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"})
        try:
            read(window)
            renew(window)
            answer(window)
            note(window)
            window.close()
        finally:
            window.kill()


run([overview])
