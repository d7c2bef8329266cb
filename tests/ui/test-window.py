#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The officer's way through the window, in English and in French: open, choose an agreement,
correct its title, see it saved, undo, export the report; and no control without a name.

usage: test-window.py PROGRAM SAMPLE"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from driving import Atspi, Failure, GLib, Window, children, describe, find_unnamed, has, run, wait

PROGRAM, SAMPLE = sys.argv[1:3]
NEW_TITLE = "Protocole de coopération 2024-2026 (corrigé)"

WORDS = {
    "en": {
        "agreement": "Cooperation Protocol 2024-2026",
        "old": "Protocole de coopération 2024-2026",
        "title": "Title",
        "partner": "City of Pristina",
        "name": "Name",
        "saved": "Saved",
        "exported": "“rapport.pdf” Exported",
        "locale": "en_GB.UTF-8",
    },
    "fr": {
        "agreement": "Protocole de coopération 2024-2026",
        "old": "Protocole de coopération 2024-2026",
        "title": "Titre",
        "partner": "Ville de Pristina",
        "name": "Nom",
        "saved": "Enregistré",
        "exported": "« rapport.pdf » exporté",
        "locale": "fr_FR.UTF-8",
    },
}


def get_text(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def check_names(window):
    unnamed = find_unnamed(window.frame)
    if unnamed:
        raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))


def open_agreement(window, words):
    window.act("show-place", GLib.Variant("s", "agreements"))
    window.press("ctrl+f")
    window.wait_focused(Atspi.Role.ENTRY)
    window.type("Terrebonne")
    row = window.find(Atspi.Role.LIST_ITEM, part=words["agreement"])
    window.press("Return")
    wait("focus in the list", 5, lambda: has(row, Atspi.StateType.FOCUSED))
    window.press("Return")
    return window.find(Atspi.Role.TEXT, words["title"])


def type_title(window, field, text):
    window.tab_to(field)
    Atspi.EditableText.set_text_contents(field, text)
    window.press("Return")


def wait_saved(window, words, project, before):
    wait("the file written anew", 20, lambda: project.stat().st_mtime_ns != before)
    window.find(Atspi.Role.LABEL, words["saved"])


def drive(lang):
    words = WORDS[lang]
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "rapport.pdf"
        window, project = open_sample(folder, lang)
        try:
            check_names(window)

            field = open_agreement(window, words)
            check_names(window)
            before = project.stat().st_mtime_ns
            type_title(window, field, NEW_TITLE)
            wait("undo", 5, lambda: window.is_enabled("undo"))
            wait_saved(window, words, project, before)
            if get_text(field) != NEW_TITLE:
                raise Failure(f"the title reads “{get_text(field)}”")

            window.act("undo")
            wait("the old title", 5, lambda: get_text(field) == words["old"])
            wait("redo", 5, lambda: window.is_enabled("redo"))

            window.act("export-report-to", GLib.Variant("(iss)", (2024, lang, str(report))))
            window.find(Atspi.Role.LABEL, words["exported"], seconds=60)
            if report.read_bytes()[:5] != b"%PDF-":
                raise Failure("the report is no PDF")

            window.act("show-place", GLib.Variant("s", "partners"))
            row = window.find(Atspi.Role.LIST_ITEM, part=words["partner"])
            check_names(window)
            window.press("ctrl+f")
            window.wait_focused(Atspi.Role.ENTRY)
            window.type("Pristina")
            window.press("Return")
            wait("focus in the list", 5, lambda: has(row, Atspi.StateType.FOCUSED))
            window.press("Return")
            window.find(Atspi.Role.TEXT, words["name"])
            check_names(window)

            window.act("show-place", GLib.Variant("s", "reports"))
            window.find(Atspi.Role.LABEL, part="2024")
            check_names(window)
            window.act("export-report")
            window.find(Atspi.Role.DIALOG)
            check_names(window)
            window.press("Escape")
            window.close()
        finally:
            window.kill()


def open_sample(folder, lang="en"):
    """A window on a copy of the sample."""
    project = pathlib.Path(folder) / "namur.entente"
    shutil.copy(SAMPLE, project)
    project.chmod(0o644)
    locale = WORDS[lang]["locale"]
    window = Window(PROGRAM, [str(project)], {"LC_ALL": locale, "LANG": locale})
    window.find(Atspi.Role.LABEL, WORDS[lang]["saved"])
    return window, project


def new_agreement_deleted_and_back():
    with tempfile.TemporaryDirectory() as folder:
        window, _ = open_sample(folder)
        try:
            window.press("ctrl+n")
            title = window.find(Atspi.Role.TEXT, "Title")
            wait("the title ready to be typed over", 5, lambda: has(title, Atspi.StateType.FOCUSED))
            window.type("Pact with Elsewhere")
            window.press("Return")
            row = window.find(Atspi.Role.LIST_ITEM, part="Pact with Elsewhere")
            window.press("ctrl+f")
            window.wait_focused(Atspi.Role.ENTRY)
            window.type("Pact with")
            window.press("Return")
            wait("focus in the list", 5, lambda: has(row, Atspi.StateType.FOCUSED))
            window.press("Delete")
            window.find(Atspi.Role.LABEL, part="Pact with Elsewhere” Deleted")
            window.find(Atspi.Role.BUTTON, "Undo")
            window.act("undo")
            window.find(Atspi.Role.LIST_ITEM, part="Pact with Elsewhere")
            window.close()
        finally:
            window.kill()


def edit_survives_closing():
    with tempfile.TemporaryDirectory() as folder:
        window, project = open_sample(folder)
        try:
            field = open_agreement(window, WORDS["en"])
            type_title(window, field, NEW_TITLE)
            wait("undo", 5, lambda: window.is_enabled("undo"))
            window.close()  # at once, before the file was written by itself
        finally:
            window.kill()
        window = Window(PROGRAM, [str(project)], {"LC_ALL": WORDS["fr"]["locale"]})
        try:
            window.find(Atspi.Role.LIST_ITEM, part=NEW_TITLE)
            wait("undo after closing", 5, lambda: window.is_enabled("undo"))
            window.close()
        finally:
            window.kill()


def file_changed_outside():
    with tempfile.TemporaryDirectory() as folder:
        window, project = open_sample(folder)
        try:
            other = pathlib.Path(folder) / "other"
            shutil.copy(SAMPLE, other)
            with other.open("r+b") as file:  # the same project, written by another program
                file.seek(24)
                file.write(b"\0\0\0\x63")
                file.seek(92)
                file.write(b"\0\0\0\x63")
            os.replace(other, project)
            field = open_agreement(window, WORDS["en"])
            type_title(window, field, NEW_TITLE)
            choose = window.find(Atspi.Role.BUTTON, "Choose…", seconds=20)
            check_names(window)
            choose.get_action_iface().do_action(0)
            window.find(Atspi.Role.BUTTON, "Keep Mine")
            check_names(window)
            before = project.stat().st_mtime_ns
            window.find(Atspi.Role.BUTTON, "Keep Mine").get_action_iface().do_action(0)
            wait_saved(window, WORDS["en"], project, before)
            window.close()
        finally:
            window.kill()


def same_file_twice():
    with tempfile.TemporaryDirectory() as folder:
        window, project = open_sample(folder)
        try:
            second = subprocess.run([PROGRAM, str(project)], timeout=20)
            if second.returncode != 0:
                raise Failure(f"the second start ended with {second.returncode}")
            frames = list(children(window.frame.get_parent()))
            if len(frames) != 1:
                raise Failure(f"{len(frames)} windows of one file")
            window.close()
        finally:
            window.kill()


def english_window():
    drive("en")


def french_window():
    drive("fr")


def welcome_page():
    window = Window(PROGRAM)
    try:
        window.find(Atspi.Role.BUTTON, part="Sample")
        check_names(window)
        window.close()
    finally:
        window.kill()


def place_from_the_sidebar():
    with tempfile.TemporaryDirectory() as folder:
        window, _ = open_sample(folder)
        try:
            window.tab_to(window.find(Atspi.Role.LIST_ITEM, "Reports"), steps=40)
            window.press("Return")
            window.find(Atspi.Role.LABEL, "Annual Report 2024")
        finally:
            window.kill()


def wrong_file():
    with tempfile.NamedTemporaryFile(suffix=".entente") as file:
        file.write(b"This is a letter, not a project.")
        file.flush()
        window = Window(PROGRAM, [file.name])
        try:
            name = pathlib.Path(file.name).stem
            window.find(Atspi.Role.LABEL, part=name)
            check_names(window)
            if pathlib.Path(file.name).read_bytes() != b"This is a letter, not a project.":
                raise Failure("the wrong file was changed")
        finally:
            window.kill()




run(
    [
        welcome_page,
        wrong_file,
        english_window,
        french_window,
        place_from_the_sidebar,
        new_agreement_deleted_and_back,
        edit_survives_closing,
        file_changed_outside,
        same_file_twice,
    ]
)
