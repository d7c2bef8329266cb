#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators in a real window: the sample has none and says so, one is added by keyboard, a
figure leads to its records, a target is set, cells are pasted, and the themes of an agreement
stand against its years.

usage: test-indicators.py PROGRAM SAMPLE"""

import contextlib
import pathlib
import shutil
import sys
import tempfile
import time

from driving import Atspi, Failure, GLib, Window, children, describe, find_unnamed, has, run, wait

PROGRAM, SAMPLE = sys.argv[1:3]
AGREEMENT = "Cooperation Protocol 2024-2026"


@contextlib.contextmanager
def open_indicators(locale="en_GB.UTF-8"):
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, project)
        project.chmod(0o644)
        window = Window(PROGRAM, [str(project)], {"LC_ALL": locale, "LANG": locale})
        try:
            window.find(Atspi.Role.LABEL, part="Saved" if locale.startswith("en") else "Enregistré")
            window.act("show-place", GLib.Variant("s", "indicators"))
            yield window
            window.close()
        finally:
            window.kill()


def check_names(window):
    unnamed = find_unnamed(window.frame)
    if unnamed:
        raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))


def get_text(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def press(window, name):
    Atspi.Action.do_action(window.find(Atspi.Role.BUTTON, name), 0)


def is_focused_within(node):
    return has(node, Atspi.StateType.FOCUSED) or any(
        has(each, Atspi.StateType.FOCUSED) for each in children(node)
    )


def go_to(window, row):
    """To a row with the keyboard: Tab to its list, then down in it."""
    siblings = list(children(row.get_parent()))
    for _ in range(100):
        if has(row, Atspi.StateType.FOCUSED):
            return
        inside = any(is_focused_within(each) for each in siblings)
        window.press("Down" if inside else "Tab")
        time.sleep(0.1)
    raise Failure(f"not reached with the keyboard: {describe(row)}")


def add(window, scope):
    """Adds an indicator of the record of that row."""
    window.press("ctrl+n")
    window.find(Atspi.Role.DIALOG)
    check_names(window)
    go_to(window, window.find(Atspi.Role.LIST_ITEM, part=scope))
    window.press("Return")


def nothing_yet():
    with open_indicators() as window:
        window.find(Atspi.Role.LABEL, "No Indicators Yet")
        window.find(Atspi.Role.BUTTON, "3 Themes Ask for an Indicator")
        check_names(window)


def counted():
    with open_indicators() as window:
        add(window, "The fight against climate")
        window.find(Atspi.Role.LABEL, "Counted from the records")
        window.find(Atspi.Role.BUTTON, "2 Themes Ask for an Indicator")
        window.find(Atspi.Role.LABEL, "No target set")
        window.find(Atspi.Role.BUTTON, "Counted, 2025: No data. See the 0 records")
        window.find(Atspi.Role.BUTTON, "Counted, 2024: 0. See the 0 records")
        check_names(window)

        press(window, "Set Target")
        target = window.find(Atspi.Role.TEXT, "Target, 2026")
        wait("focus in the target", 5, lambda: has(target, Atspi.StateType.FOCUSED))
        window.type("x")
        window.press("Return")
        window.find(Atspi.Role.LABEL, part="is not a number")
        window.press("Escape")
        wait("what was there", 5, lambda: get_text(target) == "")
        window.type("4")
        window.press("Return")
        window.find(Atspi.Role.LABEL, part="Target: 4 (2026)")
        window.act("undo")
        window.find(Atspi.Role.LABEL, part="Target: –")
        wait("nothing again", 5, lambda: get_text(target) == "")


def figure_leads_to_records():
    with open_indicators() as window:
        add(window, AGREEMENT)
        cell = window.find(Atspi.Role.BUTTON, part="Counted, 2024: ")
        Atspi.Action.do_action(cell, 0)
        window.find(Atspi.Role.DIALOG)
        row = window.find(Atspi.Role.LIST_ITEM, part="Terrebonne")
        check_names(window)
        go_to(window, row)
        window.press("Return")
        window.find(Atspi.Role.TEXT, "When")


def pasted():
    with open_indicators() as window:
        add(window, "The fight against climate")
        press(window, "Set Target")
        focused = window.find(Atspi.Role.TEXT, "Target, 2026")
        wait("focus in the target", 5, lambda: has(focused, Atspi.StateType.FOCUSED))
        window.press("shift+Tab")
        window.press("shift+Tab")
        first = window.find(Atspi.Role.TEXT, "Target, 2024")
        wait("focus in the first year", 5, lambda: has(first, Atspi.StateType.FOCUSED))
        window.type("5;6,5;x")
        for keys in ("ctrl+a", "ctrl+c", "Escape", "ctrl+v"):
            window.press(keys)
            time.sleep(0.2)
        window.find(Atspi.Role.LABEL, part="2 values were filled in.")
        window.find(Atspi.Role.LABEL, part="Target, 2026: “x” is not a number")
        wait("the first", 5, lambda: get_text(first) == "5")
        second = window.find(Atspi.Role.TEXT, "Target, 2025")
        wait("the second", 5, lambda: get_text(second) == "6.5")
        # What there is to say about one value.
        window.press("Tab")
        wait("focus in the second", 5, lambda: has(second, Atspi.StateType.FOCUSED))
        press(window, "Comment and Evidence…")
        window.find(Atspi.Role.DIALOG, "Target 2025")
        window.find(Atspi.Role.BUTTON, "Add Evidence…")
        check_names(window)
        window.press("Escape")
        # One step takes both back.
        window.act("undo")
        wait("neither", 5, lambda: get_text(first) == "" and get_text(second) == "")


def themes_by_year():
    with open_indicators() as window:
        press(window, "Themes by Year…")
        window.find(Atspi.Role.DIALOG)
        check_names(window)
        cell = window.find(Atspi.Role.BUTTON, part="2025: 1 planned")
        window.find(Atspi.Role.BUTTON, part="2024: no activity recorded")
        window.find(Atspi.Role.BUTTON, part="2026: no data")
        Atspi.Action.do_action(cell, 0)
        row = window.find(Atspi.Role.LIST_ITEM, part="Terrebonne")
        go_to(window, row)
        window.press("Return")
        window.find(Atspi.Role.TEXT, "When")


def french():
    with open_indicators("fr_FR.UTF-8") as window:
        window.find(Atspi.Role.LABEL, "Pas encore d’indicateur")
        window.find(Atspi.Role.BUTTON, "3 domaines attendent un indicateur")
        check_names(window)


run([nothing_yet, counted, figure_leads_to_records, pasted, themes_by_year, french])
