#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda in a real window: the events of the sample are counted and found, a state and a
title are changed and taken back, an event is added and duplicated, an agreement leads to its
activities and they lead back; and no control is without a name.

usage: test-agenda.py PROGRAM SAMPLE"""

import contextlib
import pathlib
import shutil
import sys
import tempfile
import time

from driving import (
    Atspi,
    Failure,
    GLib,
    Window,
    describe,
    find_unnamed,
    get_names,
    go_to,
    has,
    run,
    wait,
    walk,
)

PROGRAM, SAMPLE = sys.argv[1:3]


@contextlib.contextmanager
def open_agenda(locale="en_GB.UTF-8"):
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, project)
        project.chmod(0o644)
        window = Window(PROGRAM, [str(project)], {"LC_ALL": locale, "LANG": locale})
        try:
            window.find(Atspi.Role.LABEL, part="Saved" if locale.startswith("en") else "Enregistré")
            window.act("show-place", GLib.Variant("s", "agenda"))
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


def search(window, words, row):
    """Finds an event and opens its page."""
    window.press("ctrl+f")
    window.wait_focused(Atspi.Role.ENTRY)
    window.type(words)
    found = window.find(Atspi.Role.LIST_ITEM, part=row)
    window.press("Return")
    wait("focus in the list", 5, lambda: has(found, Atspi.StateType.FOCUSED))
    window.press("Return")
    return found


def press(window, name):
    Atspi.Action.do_action(window.find(Atspi.Role.BUTTON, name), 0)


def open_row(window, name):
    """Goes to a row of a page or dialog and opens it."""
    go_to(window, window.find(Atspi.Role.LIST_ITEM, name))
    window.press("Return")


def counted_and_found():
    with open_agenda() as window:
        window.find(Atspi.Role.LABEL, "55 events")
        window.find(Atspi.Role.LABEL, "2025, Day Not Recorded")
        check_names(window)
        search(window, "Lafayette", "Delegation of Lafayette")
        window.find(Atspi.Role.LABEL, "2 of 55 events")
        window.find(
            Atspi.Role.LABEL, "City of Lafayette · led by Monique Boulet · 19–21 July 2024 · Namur"
        )
        window.find(Atspi.Role.LIST_ITEM, part="National Day celebrations")
        check_names(window)


def changed_and_taken_back():
    with open_agenda() as window:
        search(window, "Aemone", "Aemone hosted")
        title = window.find(Atspi.Role.TEXT, "Title")
        before = get_text(title)
        window.tab_to(title)
        Atspi.EditableText.set_text_contents(title, "Aemone (2026)")
        window.press("Return")
        wait("undo", 5, lambda: window.is_enabled("undo"))
        window.act("undo")
        wait("the old title", 5, lambda: get_text(title) == before)

        window.find(Atspi.Role.LABEL, "Planned")
        press(window, "Mark as Cancelled")
        window.find(Atspi.Role.LIST_ITEM, part="Marked as cancelled")
        press(window, "Held")
        window.find(Atspi.Role.LIST_ITEM, part="Residency · Held")
        window.act("undo")
        window.act("undo")
        window.find(Atspi.Role.LIST_ITEM, part="Residency · Planned")


def added_by_keyboard():
    with open_agenda() as window:
        press(window, "New Event")
        window.find(Atspi.Role.DIALOG)
        check_names(window)
        open_row(window, "Mission")
        title = window.find(Atspi.Role.TEXT, "Title")
        # Named in the language of the project.
        wait("the new event", 5, lambda: get_text(title) == "Nouvelle activité")
        wait("focus in its title", 5, lambda: has(title, Atspi.StateType.FOCUSED))
        window.type("Mission to Adrano")
        window.press("Return")
        window.find(Atspi.Role.LABEL, "Mission to Adrano")
        window.find(Atspi.Role.LABEL, "56 events")
        # What its kind asks for.
        for name in ("Add to the Programme…", "Add Cost…", "Add Decision…"):
            window.find(Atspi.Role.BUTTON, name)
        check_names(window)
        window.act("undo")
        window.act("undo")
        window.find(Atspi.Role.LABEL, "55 events")


def agreement_and_back():
    with open_agenda() as window:
        window.act("show-place", GLib.Variant("s", "agreements"))
        search(window, "Lafayette", "Lafayette")
        open_row(window, "Delegation of Lafayette in Namur")
        window.find(Atspi.Role.LABEL, part="led by Monique Boulet")
        open_row(window, "Namur–Lafayette Twinning")
        window.find(Atspi.Role.LIST_ITEM, "Delegation of Lafayette in Namur")


def by_months():
    with open_agenda() as window:
        window.press("ctrl+shift+m")
        window.find(Atspi.Role.LABEL, "November 2026")
        wait("today", 5, lambda: is_focused_day(window, "Sunday 22 November 2026, today"))
        check_names(window)
        for _ in range(28):
            window.press("Prior")
        window.find(Atspi.Role.LABEL, "July 2024")
        window.find(Atspi.Role.LABEL, "2024, Day Not Recorded")
        for _ in range(3):
            window.press("Left")
        wait("the visit", 5, lambda: is_focused_day(window, "Friday 19 July 2024, 1 event"))
        window.press("Return")
        window.find(Atspi.Role.LABEL, part="led by Monique Boulet")

        # What is added there is on that day.
        window.press("ctrl+shift+m")
        window.press("ctrl+shift+m")
        wait("the day again", 5, lambda: is_focused_day(window, "Friday 19 July 2024, 1 event"))
        window.press("Up")
        wait("a week before", 5, lambda: is_focused_day(window, "Friday 12 July 2024"))
        window.press("Return")
        window.find(Atspi.Role.DIALOG)
        open_row(window, "Mission")
        when = window.find(Atspi.Role.TEXT, "When")
        wait("its day", 5, lambda: get_text(when) == "12 July 2024")
        window.find(Atspi.Role.TABLE_CELL, "Friday 12 July 2024, 1 event")
        window.act("undo")
        window.find(Atspi.Role.TABLE_CELL, "Friday 12 July 2024")


def find_in(node, role, name):
    return wait(
        f"{role.value_nick} {name}",
        5,
        lambda: next((x for x in walk(node) if x.get_role() == role and x.get_name() == name), None),
    )


def add_slot(window, title, start, end):
    """Adds to the programme; tells on which day and at which hour it was to begin."""
    go_to(window, window.find(Atspi.Role.BUTTON, "Add to the Programme…"))
    window.press("Return")
    dialog = window.find(Atspi.Role.DIALOG)
    begins = [get_text(find_in(dialog, Atspi.Role.TEXT, row)) for row in ("When", "Start time")]
    for row, text in (("Title", title), ("Start time", start), ("End time", end)):
        if text:
            entry = find_in(dialog, Atspi.Role.TEXT, row)
            Atspi.EditableText.set_text_contents(entry, text)
    Atspi.Action.do_action(find_in(dialog, Atspi.Role.BUTTON, "Add"), 0)
    window.find(Atspi.Role.LIST_ITEM, title)
    return begins


def day_by_day():
    with open_agenda() as window:
        search(window, "CivCom", "CivCom")
        if add_slot(window, "Supper", "22:00", "01:30")[0] != "12 June 2024":
            raise Failure("it begins on another day")
        window.find(Atspi.Role.LIST_ITEM, "Wednesday 12 June 2024")
        window.find(Atspi.Role.LABEL, part="22:00–01:30 (the next day) · 3 h 30")
        # The next one begins where that ended.
        if add_slot(window, "Way home", None, "02:00") != ["13 June 2024", "01:30"]:
            raise Failure("it does not begin where the last one ended")
        window.find(Atspi.Role.LIST_ITEM, "Thursday 13 June 2024")
        check_names(window)
        window.press("Up")
        time.sleep(0.3)
        window.press("Return")
        press(window, "Move to the Day Before: Way home")
        wait("one day less", 5, lambda: "Thursday 13 June 2024" not in get_names(window.frame))
        window.act("undo")
        window.find(Atspi.Role.LIST_ITEM, "Thursday 13 June 2024")


def is_focused_day(window, name):
    return has(window.find(Atspi.Role.TABLE_CELL, name), Atspi.StateType.FOCUSED)


def french():
    with open_agenda("fr_FR.UTF-8") as window:
        window.find(Atspi.Role.LABEL, "55 activités")
        search(window, "Lafayette", "Délégation de Lafayette")
        window.find(Atspi.Role.LABEL, part="conduite par Monique Boulet")
        check_names(window)


run([counted_and_found, changed_and_taken_back, added_by_keyboard, agreement_and_back, by_months, day_by_day, french])
