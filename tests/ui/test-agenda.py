#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda in a real window: the events of the sample are counted and found, a state and a
title are changed and taken back, an event is added and duplicated, an agreement leads to its
activities and they lead back; and no control is without a name.

usage: test-agenda.py PROGRAM SAMPLE"""

import sys
import time

from driving import Failure, GLib, Role, State, go_to, has, open_sample, run, wait, walk

PROGRAM, SAMPLE = sys.argv[1:3]


def open_agenda(lang="en"):
    return open_sample(PROGRAM, SAMPLE, "agenda", lang)


def open_row(window, name):
    """Goes to a row of a page or dialog and opens it."""
    go_to(window, window.find(Role.LIST_ITEM, name))
    window.press("Return")


def counted_and_found():
    with open_agenda() as window:
        window.find(Role.LABEL, "55 events")
        window.find(Role.LABEL, "2025, Day Not Recorded")
        window.check_names()
        window.open_found("Lafayette", "Delegation of Lafayette")
        window.find(Role.LABEL, "2 of 55 events")
        window.find(
            Role.LABEL, "City of Lafayette · led by Monique Boulet · 19–21 July 2024 · Namur"
        )
        window.find(Role.LIST_ITEM, part="National Day celebrations")
        window.check_names()


def changed_and_taken_back():
    with open_agenda() as window:
        window.open_found("Aemone", "Aemone hosted")
        before = window.read("Title")
        window.tab_to(window.find(Role.TEXT, "Title"))
        window.write("Title", "Aemone (2026)")
        window.press("Return")
        wait("undo", 5, lambda: window.is_enabled("undo"))
        window.act("undo")
        window.wait_text("Title", before)

        window.find(Role.LABEL, "Planned")
        window.click_button("Mark as Cancelled")
        window.find(Role.LIST_ITEM, part="Marked as cancelled")
        window.click_button("Held")
        window.find(Role.LIST_ITEM, part="Residency · Held")
        window.act("undo")
        window.act("undo")
        window.find(Role.LIST_ITEM, part="Residency · Planned")


def added_by_keyboard():
    with open_agenda() as window:
        window.click_button("New Event")
        window.find(Role.DIALOG)
        window.check_names()
        open_row(window, "Mission")
        # Named in the language of the project.
        window.wait_text("Title", "Nouvelle activité")
        window.wait_focused(Role.TEXT, "Title")
        window.type("Mission to Adrano")
        window.press("Return")
        window.find(Role.LABEL, "Mission to Adrano")
        window.find(Role.LABEL, "56 events")
        # What its kind asks for.
        for name in ("Add to the Programme…", "Add Cost…", "Add Decision…"):
            window.find(Role.BUTTON, name)
        window.check_names()
        window.act("undo")
        window.act("undo")
        window.find(Role.LABEL, "55 events")


def added_from_the_head_of_a_page():
    """The button is far below; its letter goes there and opens it."""
    with open_agenda() as window:
        window.open_found("Lafayette", "Delegation of Lafayette")
        window.find(Role.LABEL, part="led by Monique Boulet")
        for _ in range(2):
            window.press("alt+a")
            window.wait_for("What to add")
            window.type("note")
            window.press("Return")
            window.wait_dialog("Add Note")
            window.press("Escape")
            window.wait_dialog_gone()
            window.wait_for("Add…")
            window.go("Title", key="shift+Tab")


def agreement_and_back():
    with open_agenda() as window:
        window.act("show-place", GLib.Variant("s", "agreements"))
        window.open_found("Lafayette", "Lafayette")
        open_row(window, "Delegation of Lafayette in Namur")
        window.find(Role.LABEL, part="led by Monique Boulet")
        open_row(window, "Namur–Lafayette Twinning")
        window.find(Role.LIST_ITEM, "Delegation of Lafayette in Namur")


def by_months():
    with open_agenda() as window:
        window.press("ctrl+shift+m")
        window.find(Role.LABEL, "November 2026")
        window.wait_focused(Role.TABLE_CELL, "Sunday 22 November 2026, today")
        window.check_names()
        for _ in range(28):
            window.press("Prior")
        window.find(Role.LABEL, "July 2024")
        window.find(Role.LABEL, "2024, Day Not Recorded")
        for _ in range(3):
            window.press("Left")
        window.wait_focused(Role.TABLE_CELL, "Friday 19 July 2024, 1 event")
        window.press("Return")
        window.find(Role.LABEL, part="led by Monique Boulet")

        # What is added there is on that day.
        window.press("ctrl+shift+m")
        window.press("ctrl+shift+m")
        window.wait_focused(Role.TABLE_CELL, "Friday 19 July 2024, 1 event")
        window.press("Up")
        window.wait_focused(Role.TABLE_CELL, "Friday 12 July 2024")
        window.press("Return")
        window.find(Role.DIALOG)
        open_row(window, "Mission")
        window.wait_text("When", "12 July 2024")
        window.find(Role.TABLE_CELL, "Friday 12 July 2024, 1 event")
        window.act("undo")
        window.find(Role.TABLE_CELL, "Friday 12 July 2024")


def add_slot(window, title, start, end):
    """Adds to the programme; tells on which day and at which hour it was to begin."""
    go_to(window, window.find(Role.BUTTON, "Add to the Programme…"))
    window.press("Return")
    begins = [window.read(row, Role.DIALOG) for row in ("When", "Start time")]
    for row, text in (("Title", title), ("Start time", start), ("End time", end)):
        if text:
            window.write(row, text, Role.DIALOG)
    window.click_button("Add", within=Role.DIALOG)
    window.find(Role.LIST_ITEM, title)
    return begins


def day_by_day():
    with open_agenda() as window:
        window.open_found("CivCom", "CivCom")
        if add_slot(window, "Supper", "22:00", "01:30")[0] != "12 June 2024":
            raise Failure("it begins on another day")
        window.find(Role.LIST_ITEM, "Wednesday 12 June 2024")
        window.find(Role.LABEL, part="22:00–01:30 (the next day) · 3 h 30")
        # The next one begins where that ended.
        if add_slot(window, "Way home", None, "02:00") != ["13 June 2024", "01:30"]:
            raise Failure("it does not begin where the last one ended")
        window.find(Role.LIST_ITEM, "Thursday 13 June 2024")
        window.check_names()
        window.press("Up")
        time.sleep(0.3)
        window.press("Return")
        window.click_button("Move to the Day Before: Way home")
        wait("one day less", 5, lambda: "Thursday 13 June 2024" not in window.names())
        window.act("undo")
        window.find(Role.LIST_ITEM, "Thursday 13 June 2024")


def get_fields(node):
    """The names of the rows of a form that are in sight."""
    form = (Role.TEXT, Role.LIST_ITEM, Role.COMBO_BOX)
    return {
        x.get_name() for x in walk(node) if x.get_role() in form and has(x, State.SHOWING)
    }


def fields_of_the_kind():
    with open_agenda() as window:
        window.open_found("Ambassador of Namur", "Leonardo")
        # The head of a row that opens is a row inside it.
        row = window.find(Role.LIST_ITEM, part="Title of Ambassador of Namur")
        window.tab_to(row, 60, into=True)
        window.press("Return")
        # What its kind asks for, and what is filled beside it, but nothing of a gift or a duty.
        wait("its fields", 5, lambda: {"Person honoured", "Reason", "Place"} <= get_fields(row))
        if get_fields(row) & {"Given to", "Due", "Material", "Part of"}:
            raise Failure("an honour asks for what other kinds have")

        go_to(window, window.find(Role.BUTTON, "Add Outcome…"))
        window.press("Return")
        dialog = window.find(Role.DIALOG)
        wait("kind and title", 5, lambda: {"Kind", "Title"} <= get_fields(dialog))
        if get_fields(dialog) & {"Due", "Person honoured"}:
            raise Failure("asked before the kind is known")
        window.press("space")
        window.wait_for_typing()
        window.type("Next")
        window.find(Role.LABEL, "Next step")
        window.press("Down")
        window.press("Return")
        wait("its fields", 5, lambda: {"Due", "State", "Part of"} & get_fields(dialog))
        if get_fields(dialog) & {"Person honoured", "Material"}:
            raise Failure("a next step asks for what other kinds have")
        window.check_names()
        window.press("Escape")
        window.wait_dialog_gone()


def french():
    with open_agenda("fr") as window:
        window.find(Role.LABEL, "55 activités")
        window.open_found("Lafayette", "Délégation de Lafayette")
        window.find(Role.LABEL, part="conduite par Monique Boulet")
        window.check_names()


run(
    [
        counted_and_found,
        changed_and_taken_back,
        added_by_keyboard,
        added_from_the_head_of_a_page,
        agreement_and_back,
        by_months,
        day_by_day,
        fields_of_the_kind,
        french,
    ]
)
