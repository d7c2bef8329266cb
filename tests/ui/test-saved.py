#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists below the places, on the sample: their numbers, the acts on their lines, filter and
search, by mouse and by keyboard, and that each act can be taken back.

usage: test-saved.py PROGRAM SAMPLE"""

import pathlib
import shutil
import sys
import tempfile

from driving import Atspi, Failure, Window, describe, find_unnamed, get_names, has, run, wait, walk
from gi.repository import GLib

PROGRAM, SAMPLE = sys.argv[1:3]
LISTS = ("to-complete", "did-it-happen", "follow-ups", "honours", "gifts", "press", "followed")


def go(window, name):
    window.act("show-place", GLib.Variant("s", name))


def find_row(window, part, seconds=10):
    return window.find(Atspi.Role.LIST_ITEM, part=part, seconds=seconds)


def wait_gone(window, part):
    wait(
        f"no line of {part}",
        10,
        lambda: not any(
            part in each.get_name() and has(each, Atspi.StateType.SHOWING)
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


def sidebar(window):
    """Each list says how many lines it has, and every control of it has a name."""
    for part in ("To Complete, ", "Did It Happen?, 6", "Follow-Ups, 6", "Honours, 2",
                 "Gifts and Donations, 1", "Press, 4", "Followed, 4"):
        find_row(window, part)
    for name in LISTS:
        go(window, name)
        window.find(Atspi.Role.LABEL, part=" line")
        unnamed = find_unnamed(window.frame)
        if unnamed:
            raise Failure(name + ": no name: " + "; ".join(describe(each) for each in unnamed))


def complete(window):
    """Dismissed with a reason, brought back by undo; filled in where it is read."""
    go(window, "to-complete")
    row = find_row(window, "Cooperation Agreement 2010, City of Hue")
    click(find_in(row, "Dismiss"))
    window.find(Atspi.Role.TEXT, "Why it is good as it is")
    window.press("Return")
    window.find(Atspi.Role.LABEL, part="Write why")
    window.type("The text says nothing of it")
    window.press("Return")
    wait_gone(window, "Cooperation Agreement 2010, City of Hue")
    window.act("undo")
    row = find_row(window, "Cooperation Agreement 2010, City of Hue")
    click(find_in(row, "Fill In"))
    window.find(Atspi.Role.TEXT, "End date")
    window.type("2015")
    window.press("Return")
    wait_gone(window, "Cooperation Agreement 2010, City of Hue")
    window.act("undo")
    find_row(window, "Cooperation Agreement 2010, City of Hue")


def follow(window):
    go(window, "follow-ups")
    row = find_row(window, "Set up a working group on HID")
    click(find_in(row, "Done"))
    wait_gone(window, "Set up a working group on HID")
    find_row(window, "Follow-Ups, 5")
    window.act("undo")
    find_row(window, "Set up a working group on HID")
    find_row(window, "Follow-Ups, 6")


def filter_and_search(window):
    go(window, "follow-ups")
    find_row(window, "Adapt the HID project")
    window.act("search")
    window.wait_focused(Atspi.Role.ENTRY)
    window.type("pristina")
    wait_gone(window, "Adapt the HID project")
    find_row(window, "Formalise the handover with Pristina")
    window.find(Atspi.Role.LABEL, "2 of 6 lines")
    window.press("Escape")
    find_row(window, "Adapt the HID project")


def open_record(window):
    """By the keyboard alone: Enter on a line opens the page of its record."""
    go(window, "followed")
    row = find_row(window, "Memorandum of Understanding")
    if "February 2023" not in row.get_name():
        raise Failure(f"not when it lapsed: {row.get_name()}")
    window.tab_to(row, 40)
    window.press("Return")
    wait("its page", 10, lambda: "Agreements" in get_names(window.frame)
         and any("Memorandum of Understanding" in name for name in get_names(window.frame)))


def saved():
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, project)
        project.chmod(0o644)
        window = Window(PROGRAM, [str(project)], {"LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"})
        try:
            for step in (sidebar, complete, follow, filter_and_search, open_record):
                try:
                    step(window)
                except Failure as problem:
                    raise Failure(f"{step.__name__}: {problem}") from problem
            window.close()
        finally:
            window.kill()


run([saved])
