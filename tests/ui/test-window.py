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

from driving import (
    Failure,
    GLib,
    LOCALES,
    Role,
    SAVED,
    Window,
    children,
    expect,
    open_sample,
    run,
    steady,
    wait,
)

PROGRAM, SAMPLE = sys.argv[1:3]
NEW_TITLE = "Protocole de coopération 2024-2026 (corrigé)"

WORDS = {
    "en": {
        "agreement": "Cooperation Protocol 2024-2026",
        "old": "Protocole de coopération 2024-2026",
        "title": "Title",
        "partner": "City of Pristina",
        "name": "Name",
        "exported": "“rapport.pdf” Exported",
    },
    "fr": {
        "agreement": "Protocole de coopération 2024-2026",
        "old": "Protocole de coopération 2024-2026",
        "title": "Titre",
        "partner": "Ville de Pristina",
        "name": "Nom",
        "exported": "«\u202frapport.pdf\u202f» exporté",
    },
}


def open_agreement(window, words):
    window.act("show-place", GLib.Variant("s", "agreements"))
    window.open_found("Terrebonne", words["agreement"])


def type_title(window, words, text):
    window.tab_to(window.find(Role.TEXT, words["title"]))
    window.write(words["title"], text)
    window.press("Return")


def wait_saved(window, lang, before):
    wait("the file written anew", 20, lambda: window.project.stat().st_mtime_ns != before)
    window.find(Role.LABEL, SAVED[lang])


def drive(lang):
    words = WORDS[lang]
    with open_window(lang) as window:
        window.check_names()

        open_agreement(window, words)
        window.find(Role.TEXT, words["title"])
        window.check_names()
        before = window.project.stat().st_mtime_ns
        type_title(window, words, NEW_TITLE)
        wait("undo", 5, lambda: window.is_enabled("undo"))
        wait_saved(window, lang, before)
        expect("the title", window.read(words["title"]), NEW_TITLE)

        window.act("undo")
        window.wait_text(words["title"], words["old"])
        wait("redo", 5, lambda: window.is_enabled("redo"))

        report = window.folder / "rapport.pdf"
        window.act("export-report-to", GLib.Variant("(iss)", (2024, lang, str(report))))
        window.find(Role.LABEL, words["exported"], seconds=60)
        if report.read_bytes()[:5] != b"%PDF-":
            raise Failure("the report is no PDF")

        window.act("show-place", GLib.Variant("s", "partners"))
        window.find_row(words["partner"])
        window.check_names()
        window.open_found("Pristina", words["partner"])
        window.find(Role.TEXT, words["name"])
        window.check_names()

        window.act("show-place", GLib.Variant("s", "reports"))
        window.find(Role.LABEL, part="2024")
        window.check_names()
        window.act("export-report")
        window.find(Role.DIALOG)
        window.check_names()
        window.press("Escape")


def open_window(lang="en"):
    return open_sample(PROGRAM, SAMPLE, lang=lang)


def new_agreement_deleted_and_back():
    with open_window() as window:
        window.press("ctrl+n")
        window.wait_focused(Role.TEXT, "Title")  # ready to be typed over
        window.type("Pact with Elsewhere")
        window.press("Return")
        window.find_row("Pact with Elsewhere")
        window.press("ctrl+f")
        window.wait_focused(Role.ENTRY)
        window.type("Pact with")
        window.press("Return")
        window.wait_focused(Role.LIST_ITEM, part="Pact with Elsewhere")
        window.press("Delete")
        window.find(Role.LABEL, part="Pact with Elsewhere” Deleted")
        window.find(Role.BUTTON, "Undo")
        window.act("undo")
        window.find_row("Pact with Elsewhere")


def edit_survives_closing():
    with open_window() as window:
        open_agreement(window, WORDS["en"])
        type_title(window, WORDS["en"], NEW_TITLE)
        wait("undo", 5, lambda: window.is_enabled("undo"))
        window.close()  # at once, before the file was written by itself
        again = Window(PROGRAM, [str(window.project)], {"LC_ALL": LOCALES["fr"]})
        try:
            again.find_row(NEW_TITLE)
            wait("undo after closing", 5, lambda: again.is_enabled("undo"))
            again.close()
        finally:
            again.kill()


def file_changed_outside():
    with open_window() as window:
        other = window.folder / "other"
        shutil.copy(SAMPLE, other)
        with other.open("r+b") as file:  # the same project, written by another program
            file.seek(24)
            file.write(b"\0\0\0\x63")
            file.seek(92)
            file.write(b"\0\0\0\x63")
        os.replace(other, window.project)
        open_agreement(window, WORDS["en"])
        type_title(window, WORDS["en"], NEW_TITLE)
        window.find(Role.BUTTON, "Choose…", seconds=20)
        window.check_names()
        window.click_button("Choose…")
        window.find(Role.BUTTON, "Keep Mine")
        window.check_names()
        before = window.project.stat().st_mtime_ns
        window.click_button("Keep Mine")
        wait_saved(window, "en", before)


def same_file_twice():
    with open_window() as window:
        second = subprocess.run([PROGRAM, str(window.project)], timeout=20)
        if second.returncode != 0:
            raise Failure(f"the second start ended with {second.returncode}")
        frames = steady(lambda: list(children(window.frame.get_parent())))
        if len(frames) != 1:
            raise Failure(f"{len(frames)} windows of one file")


def english_window():
    drive("en")


def french_window():
    drive("fr")


def welcome_page():
    window = Window(PROGRAM)
    try:
        window.find(Role.BUTTON, part="Sample")
        window.check_names()
        window.close()
    finally:
        window.kill()


def place_from_the_sidebar():
    with open_window() as window:
        window.tab_to(window.find(Role.LIST_ITEM, "Reports"), steps=40)
        window.press("Return")
        window.find(Role.LABEL, "Annual Report 2024")


def wrong_file():
    with tempfile.NamedTemporaryFile(suffix=".entente") as file:
        file.write(b"This is a letter, not a project.")
        file.flush()
        window = Window(PROGRAM, [file.name])
        try:
            name = pathlib.Path(file.name).stem
            window.find(Role.LABEL, part=name)
            window.check_names()
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
