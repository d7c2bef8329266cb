#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The composer of reports in a real window: a report put in order by rules is composed, its
entries are moved, left out and removed by keyboard, what is missing is added, and each of it is
undone; it is checked, and an issued one is locked.

usage: test-reports.py PROGRAM SAMPLE"""

import contextlib
import sys

from driving import Role, go_to, open_sample, run, wait

PROGRAM, SAMPLE = sys.argv[1:3]


@contextlib.contextmanager
def open_report(title, lang="en"):
    with open_sample(PROGRAM, SAMPLE, "reports", lang, today="2025-01-13") as window:
        go_to(window, window.find_row(title))
        window.press("Return")
        window.find(Role.LIST, "Outline" if lang == "en" else "Plan")
        yield window


def wait_order(window, *parts):
    """Until the lines with these names stand in this order."""
    def look():
        names = [name for name in window.rows() if name in parts]
        return names == list(parts)
    wait("rows in the order of %s" % (parts,), 10, look)


def composed():
    with open_report("Annual Report 2025") as window:
        window.find(Role.LABEL, part="Rules put this report in order")
        window.check_names()
        window.click_button("Compose")
        window.find(Role.TEXT, "Heading")
        window.check_names()
        window.act("undo")
        window.find(Role.LABEL, part="Rules put this report in order")


def ordered():
    with open_report("Annual Report 2024") as window:
        wait_order(window, "Ville de Bandung", "Ville de Bourg-en-Bresse")
        go_to(window, window.find_row("Ville de Bandung"))
        window.find(Role.LABEL, "City of Bandung")
        window.press("alt+Down")
        wait_order(window, "Ville de Bourg-en-Bresse", "Ville de Bandung")
        window.press("alt+Up")
        wait_order(window, "Ville de Bandung", "Ville de Bourg-en-Bresse")
        window.act("undo")
        wait_order(window, "Ville de Bourg-en-Bresse", "Ville de Bandung")
        window.check_names()


def left_out():
    with open_report("Annual Report 2024") as window:
        go_to(window, window.find_row("Ville de Bandung"))
        window.press("space")
        window.find(Role.LABEL, "Left Out")
        window.press("space")
        window.wait_gone("Left Out")


def missing():
    with open_report("Annual Report 2024") as window:
        go_to(window, window.find_row("Ville de Bandung"))
        window.press("Delete", "End")
        window.find(Role.LABEL, "Not in the Report (1)")
        window.check_names()
        window.click_button(part="to the Report")
        window.find_row("Ville de Bandung")
        window.find(Role.LABEL, "City of Bandung")


def checked():
    with open_report("Annual Report 2024") as window:
        go_to(window, window.find_row("Ville de Bandung"))
        window.press("Delete")
        window.click_button(part="Check (")
        window.find(Role.DIALOG)
        window.find(Role.LABEL, "To look at")
        window.find(Role.LABEL, part="Not in the report")
        window.check_names()
        window.press("Escape")
        window.wait_dialog_gone()


def issued():
    with open_report("Annual Report 2024") as window:
        go_to(window, window.find_row("Ville de Bandung"))
        window.click(Role.TOGGLE_BUTTON, "Report Menu")
        window.find(Role.MENU, "Report Menu")
        window.press("i")
        window.click_button("Issue")
        window.find(Role.LABEL, "Issued: it stays as it is.")
        go_to(window, window.find_row("Ville de Bandung"))
        window.press("Delete")
        window.find_row("Ville de Bandung")
        window.act("undo")
        window.find(Role.BUTTON, part="Check (")


run([composed, ordered, left_out, missing, checked, issued])
