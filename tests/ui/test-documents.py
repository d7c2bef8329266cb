#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in the window: attached, attached twice, opened and saved as a copy, taken back; links.

usage: test-documents.py PROGRAM SAMPLE ENTENTECTL"""

import json
import os
import pathlib
import subprocess
import sys
import time

from driving import Failure, Role, answer_file_dialog, make_png, open_sample, run, wait

PROGRAM, SAMPLE, ENTENTECTL = sys.argv[1:4]


def install_viewer(folder):
    """The program for pictures: it notes which bytes it was given."""
    script = folder / "viewer.sh"
    script.write_text('#!/bin/sh\ncp "$1" "%s"\n' % (folder / "seen"))
    script.chmod(0o755)
    data = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "applications"
    data.mkdir(parents=True, exist_ok=True)
    (data / "viewer.desktop").write_text(
        "[Desktop Entry]\nType=Application\nName=Viewer\nMimeType=image/png;\nExec=%s %%f\n" % script
    )
    config = pathlib.Path(os.environ["XDG_CONFIG_HOME"])
    config.mkdir(parents=True, exist_ok=True)
    (config / "mimeapps.list").write_text("[Default Applications]\nimage/png=viewer.desktop\n")


def attach(window, path, said):
    window.click_button("Attach Files…")
    answer_file_dialog(window, path)
    window.find(Role.LABEL, part=said, seconds=20)


def test_documents():
    with open_sample(PROGRAM, SAMPLE, "documents") as window:
        folder = window.folder
        make_png(folder / "Facade_Masina.png", 90)
        install_viewer(folder)
        attach(window, folder / "Facade_Masina.png", "“Facade Masina” Attached")
        attach(window, folder / "Facade_Masina.png", "identical to the file attached on")
        window.check_names()

        window.click_button("Show")
        window.click_button("Open File")
        wait("the program for pictures", 20, lambda: (folder / "seen").exists())
        time.sleep(0.5)
        expected = (folder / "Facade_Masina.png").read_bytes()
        if (folder / "seen").read_bytes() != expected:
            raise Failure("other bytes were opened")
        window.find(Role.IMAGE, "Facade Masina")

        window.click_button("Save a Copy…")
        answer_file_dialog(window, folder / "copy.png")
        wait("the copy", 20, lambda: (folder / "copy.png").exists())
        window.find(Role.LABEL, part="Saved")
        if (folder / "copy.png").read_bytes() != expected:
            raise Failure("other bytes were saved")
        window.check_names()

        window.act("undo")
        wait("no document", 10, lambda: "Open File" not in window.names())
        window.act("redo")


def test_link():
    with open_sample(PROGRAM, SAMPLE, "documents") as window:
        window.click_button("Add Link…")
        window.find(Role.DIALOG, "Add Link")
        window.check_names()
        window.wait_focused(Role.TEXT, "Web address")
        window.type("nonsense here")
        window.press("Return")
        window.find(Role.LABEL, part="is no web address")
        window.press("ctrl+a")
        window.type("www.example.org/article")
        window.press("Return")
        window.find(Role.BUTTON, "Follow Link")


def make_scan(path):
    """A PDF of one page on which nothing is written."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ]
    text, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    text += b"xref\n0 4\n0000000000 65535 f \n" + table
    end = text.rindex(b"xref")
    path.write_bytes(text + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % end)


def attach_unreadable(project):
    make_scan(project.parent / "Scanned_letter.pdf")
    (project.parent / "Broken_letter.pdf").write_bytes(b"%PDF-1.4\nnothing of a PDF\n")
    listed = subprocess.check_output([ENTENTECTL, "list", project, "agreement", "--json"])
    for name in ("Scanned_letter.pdf", "Broken_letter.pdf"):
        to = json.loads(listed)[0]["id"]
        subprocess.check_call([ENTENTECTL, "attach", project, to, project.parent / name])


def test_unreadable():
    for word, said in (("Scanned", "This file is a scan"), ("Broken", "This file is damaged")):
        with open_sample(PROGRAM, SAMPLE, "documents", prepare=attach_unreadable) as window:
            window.open_found(word, f"{word} letter")
            window.find(Role.LIST_ITEM, part=said)
            window.check_names()


run([test_documents, test_link, test_unreadable])
