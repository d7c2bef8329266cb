#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in a real window: a file is previewed, its errors are told, what is needed is chosen, it
comes in as one step and goes again with one; a list that is copied and pasted says nothing new.

usage: test-tables.py PROGRAM SAMPLE"""

import sys
import time

from driving import Failure, GLib, Role, State, has, open_sample, run, steady, wait

PROGRAM, SAMPLE = sys.argv[1:3]

PEOPLE = """Nom;Prénom;Institution;Fonction;Courriel;Depuis
Dupont;Marie;Ville de Lyon;Adjointe à la maire;m.dupont@lyon.fr;mars 2022
Roy;Luc;Ville de Québec;Conseiller;;3/05/2021
Sy;Awa;Ville de Dakar;Maire;;pas une date
"""
VISITS = "Activité;Date\nVisite du port;3 mai 2026\n"


def import_from(window, kind, text):
    path = window.folder / "table.csv"
    path.write_text(text, encoding="cp1252")
    window.act("import-table-from", GLib.Variant("(ss)", (kind, str(path))))


def cancel(window):
    window.click_button("Cancel")
    window.wait_dialog_gone()
    time.sleep(0.5)


def can_import(window):
    return has(window.find(Role.BUTTON, "Import"), State.SENSITIVE)


def test_people():
    with open_sample(PROGRAM, SAMPLE, "partners") as window:
        import_from(window, "person", PEOPLE)
        window.find(Role.LABEL, part="New: 2 · Completed: 0 · Already there: 0 · Errors: 1")
        window.find(Role.LABEL, part="“pas une date” is not understood")
        if steady(lambda: can_import(window)):
            raise Failure("rows with errors can be imported unasked")
        window.check_names()
        window.tab_to(window.find(Role.CHECK_BOX, "Leave out the rows with errors"))
        window.press("space")
        wait("Import", 5, lambda: can_import(window))
        window.click_button("Import")
        window.find(Role.LABEL, part="Imported: 2 new, 0 completed")
        import_from(window, "person", PEOPLE)
        window.find(Role.LABEL, part="New: 0 · Completed: 0 · Already there: 2 · Errors: 1")
        cancel(window)
        window.act("undo")
        wait("nothing to undo", 5, lambda: not window.is_enabled("undo"))
        import_from(window, "person", PEOPLE)
        window.find(Role.LABEL, part="New: 2 ·")
        cancel(window)


def test_what_is_lacking():
    with open_sample(PROGRAM, SAMPLE, "agenda") as window:
        import_from(window, "event", VISITS)
        window.find(Role.LABEL, part="The Same in All Rows")
        window.check_names()
        cancel(window)


def test_copy_and_paste():
    with open_sample(PROGRAM, SAMPLE, "partners") as window:
        window.press("ctrl+f")
        window.wait_focused(Role.ENTRY)
        window.type("lafayette")
        window.find(Role.LIST_ITEM, part="Lafayette")
        window.press("Return")
        window.wait_focused(Role.LIST_ITEM)
        window.press("ctrl+shift+c")
        time.sleep(0.5)
        window.press("ctrl+shift+v")
        window.find(Role.LABEL, part="New: 0 ·")
        window.find(Role.LABEL, part="Errors: 0")
        cancel(window)


if __name__ == "__main__":
    run([test_people, test_what_is_lacking, test_copy_and_paste])
