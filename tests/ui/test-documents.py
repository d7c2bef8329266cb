#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in the window: attached, attached twice, opened and saved as a copy, taken back; links.

usage: test-documents.py PROGRAM SAMPLE"""

import os
import pathlib
import struct
import sys
import time
import zlib

from driving import Atspi, Failure, Role, State, children, has, open_sample, run, steady, wait, walk

PROGRAM, SAMPLE = sys.argv[1:3]


def make_png(path, grey):
    """A picture of 40 × 30 points."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = b"".join(b"\0" + bytes([grey]) * 40 for _ in range(30))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


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


def find_dialog(window):
    """A file dialog is a window of its own."""

    def look():
        for frame in children(window.frame.get_parent()):
            if frame != window.frame and has(frame, State.SHOWING):
                return frame
        return None

    return wait("the file dialog", 20, look)


def find_entry(dialog):
    for each in walk(dialog):
        if has(each, State.EDITABLE) and has(each, State.SHOWING):
            return each
    return None


def answer_dialog(window, path):
    """Types a path, as one may in every file dialog."""
    find_dialog(window)
    time.sleep(1)
    if not steady(lambda: find_entry(find_dialog(window))):
        window.press("ctrl+l")

    def write():
        entry = find_entry(find_dialog(window))
        return entry and Atspi.EditableText.set_text_contents(entry, str(path))

    wait("the place for a path", 10, write)
    time.sleep(0.5)
    window.press("Return")


def attach(window, path, said):
    window.click_button("Attach Files…")
    answer_dialog(window, path)
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
        answer_dialog(window, folder / "copy.png")
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


run([test_documents, test_link])
