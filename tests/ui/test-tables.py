#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in a real window: a file is previewed, its errors are told, what is needed is chosen, it
comes in as one step and goes again with one; a list that is copied and pasted says nothing new.

usage: test-tables.py PROGRAM SAMPLE"""

import contextlib
import pathlib
import shutil
import sys
import tempfile
import time

from driving import Atspi, Failure, GLib, Window, describe, find_unnamed, has, run, wait

PROGRAM, SAMPLE = sys.argv[1:3]

PEOPLE = """Nom;Prénom;Institution;Fonction;Courriel;Depuis
Dupont;Marie;Ville de Lyon;Adjointe à la maire;m.dupont@lyon.fr;mars 2022
Roy;Luc;Ville de Québec;Conseiller;;3/05/2021
Sy;Awa;Ville de Dakar;Maire;;pas une date
"""
VISITS = "Activité;Date\nVisite du port;3 mai 2026\n"


@contextlib.contextmanager
def open_project(place):
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, project)
        project.chmod(0o644)
        window = Window(PROGRAM, [str(project)], {"LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"})
        try:
            window.find(Atspi.Role.LABEL, part="Saved")
            window.act("show-place", GLib.Variant("s", place))
            yield window, pathlib.Path(folder)
            window.close()
        finally:
            window.kill()


def check_names(window):
    unnamed = find_unnamed(window.frame)
    if unnamed:
        raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))


def import_from(window, folder, kind, text):
    path = folder / "table.csv"
    path.write_text(text, encoding="cp1252")
    window.act("import-table-from", GLib.Variant("(ss)", (kind, str(path))))


def click(node):
    Atspi.Action.do_action(node, 0)


def cancel(window):
    """A window that shows a dialog closes that instead of itself: waits until it is gone."""
    button = window.find(Atspi.Role.BUTTON, "Cancel")
    click(button)
    wait("the dialog gone", 5, lambda: not has(button, Atspi.StateType.SHOWING))
    time.sleep(0.5)


def test_people():
    with open_project("partners") as (window, folder):
        import_from(window, folder, "person", PEOPLE)
        window.find(Atspi.Role.LABEL, part="New: 2 · Completed: 0 · Already there: 0 · Errors: 1")
        window.find(Atspi.Role.LABEL, part="“pas une date” is not understood")
        apply = window.find(Atspi.Role.BUTTON, "Import")
        if has(apply, Atspi.StateType.SENSITIVE):
            raise Failure("rows with errors can be imported unasked")
        check_names(window)
        window.tab_to(window.find(Atspi.Role.CHECK_BOX, "Leave out the rows with errors"))
        window.press("space")
        wait("Import", 5, lambda: has(apply, Atspi.StateType.SENSITIVE))
        click(apply)
        window.find(Atspi.Role.LABEL, part="Imported: 2 new, 0 completed")
        import_from(window, folder, "person", PEOPLE)
        window.find(Atspi.Role.LABEL, part="New: 0 · Completed: 0 · Already there: 2 · Errors: 1")
        cancel(window)
        window.act("undo")
        wait("nothing to undo", 5, lambda: not window.is_enabled("undo"))
        import_from(window, folder, "person", PEOPLE)
        window.find(Atspi.Role.LABEL, part="New: 2 ·")
        cancel(window)


def test_what_is_lacking():
    with open_project("agenda") as (window, folder):
        import_from(window, folder, "event", VISITS)
        window.find(Atspi.Role.LABEL, part="The Same in All Rows")
        check_names(window)
        cancel(window)


def test_copy_and_paste():
    with open_project("partners") as (window, _folder):
        window.press("ctrl+f")
        window.wait_focused(Atspi.Role.ENTRY)
        window.type("lafayette")
        window.find(Atspi.Role.LIST_ITEM, part="Lafayette")
        window.press("Return")
        window.wait_focused(Atspi.Role.LIST_ITEM)
        window.press("ctrl+shift+c")
        time.sleep(0.5)
        window.press("ctrl+shift+v")
        window.find(Atspi.Role.LABEL, part="New: 0 ·")
        window.find(Atspi.Role.LABEL, part="Errors: 0")
        cancel(window)


if __name__ == "__main__":
    run([test_people, test_what_is_lacking, test_copy_and_paste])
