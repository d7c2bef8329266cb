#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators in a real window: the sample has none and says so, one is added by keyboard, a
figure leads to its records, a target is set, cells are pasted, and the themes of an agreement
stand against its years.

usage: test-indicators.py PROGRAM SAMPLE"""

import sys
import time

from driving import Role, go_to, open_sample, run

PROGRAM, SAMPLE = sys.argv[1:3]
AGREEMENT = "Cooperation Protocol 2024-2026"


def open_indicators(lang="en"):
    return open_sample(PROGRAM, SAMPLE, "indicators", lang)


def add(window, scope):
    """Adds an indicator of the record of that row."""
    window.press("ctrl+n")
    window.find(Role.DIALOG)
    window.check_names()
    go_to(window, window.find(Role.LIST_ITEM, part=scope))
    window.press("Return")


def nothing_yet():
    with open_indicators() as window:
        window.find(Role.LABEL, "No Indicators Yet")
        window.find(Role.BUTTON, "3 Themes Ask for an Indicator")
        window.check_names()


def counted():
    with open_indicators() as window:
        add(window, "The fight against climate")
        window.find(Role.LABEL, "Counted from the records")
        window.find(Role.BUTTON, "2 Themes Ask for an Indicator")
        window.find(Role.LABEL, "No target set")
        window.find(Role.BUTTON, "Counted, 2025: No data. See the 0 records")
        window.find(Role.BUTTON, "Counted, 2024: 0. See the 0 records")
        window.check_names()

        window.click_button("Set Target")
        window.wait_focused(Role.TEXT, "Target, 2026")
        window.type("x")
        window.press("Return")
        window.find(Role.LABEL, part="is not a number")
        window.press("Escape")
        window.wait_text("Target, 2026", "")
        window.type("4")
        window.press("Return")
        window.find(Role.LABEL, part="Target: 4 (2026)")
        window.act("undo")
        window.find(Role.LABEL, part="Target: –")
        window.wait_text("Target, 2026", "")


def figure_leads_to_records():
    with open_indicators() as window:
        add(window, AGREEMENT)
        window.click_button(part="Counted, 2024: ")
        window.find(Role.DIALOG)
        window.find_row("Terrebonne")
        window.check_names()
        go_to(window, window.find_row("Terrebonne"))
        window.press("Return")
        window.find(Role.TEXT, "When")


def pasted():
    with open_indicators() as window:
        add(window, "The fight against climate")
        window.click_button("Set Target")
        window.wait_focused(Role.TEXT, "Target, 2026")
        window.press("shift+Tab")
        window.press("shift+Tab")
        window.wait_focused(Role.TEXT, "Target, 2024")
        window.type("5;6,5;x")
        for keys in ("ctrl+a", "ctrl+c", "Escape", "ctrl+v"):
            window.press(keys)
            time.sleep(0.2)
        window.find(Role.LABEL, part="2 values were filled in.")
        window.find(Role.LABEL, part="Target, 2026: “x” is not a number")
        window.wait_text("Target, 2024", "5")
        window.wait_text("Target, 2025", "6.5")
        # What there is to say about one value.
        window.press("Tab")
        window.wait_focused(Role.TEXT, "Target, 2025")
        window.click_button("Comment and Evidence…")
        window.find(Role.DIALOG, "Target 2025")
        window.find(Role.BUTTON, "Add Evidence…")
        window.check_names()
        window.press("Escape")
        # One step takes both back.
        window.act("undo")
        window.wait_text("Target, 2024", "")
        window.wait_text("Target, 2025", "")


def themes_by_year():
    with open_indicators() as window:
        window.click_button("Themes by Year…")
        window.find(Role.DIALOG)
        window.check_names()
        window.find(Role.BUTTON, part="2025: 1 planned")
        window.find(Role.BUTTON, part="2024: no activity recorded")
        window.find(Role.BUTTON, part="2026: no data")
        window.click_button(part="2025: 1 planned")
        go_to(window, window.find_row("Terrebonne"))
        window.press("Return")
        window.find(Role.TEXT, "When")


def french():
    with open_indicators("fr") as window:
        window.find(Role.LABEL, "Pas encore d’indicateur")
        window.find(Role.BUTTON, "3 domaines attendent un indicateur")
        window.check_names()


run([nothing_yet, counted, figure_leads_to_records, pasted, themes_by_year, french])
