#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in the window: attached, attached twice, opened and saved as a copy, taken back; links.

usage: test-documents.py PROGRAM SAMPLE"""

import os
import pathlib
import shutil
import struct
import sys
import tempfile
import time
import zlib

from driving import (
    Atspi,
    Failure,
    Window,
    children,
    describe,
    find_unnamed,
    has,
    run,
    wait,
    walk,
)

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


def click(node):
    Atspi.Action.do_action(node, 0)


def check_names(window):
    unnamed = find_unnamed(window.frame)
    if unnamed:
        raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))


def find_dialog(window):
    """A file dialog is a window of its own."""

    def look():
        for frame in children(window.frame.get_parent()):
            if frame != window.frame and has(frame, Atspi.StateType.SHOWING):
                return frame
        return None

    return wait("the file dialog", 20, look)


def find_entry(dialog):
    for each in walk(dialog):
        if has(each, Atspi.StateType.EDITABLE) and has(each, Atspi.StateType.SHOWING):
            return each
    return None


def answer_dialog(window, path):
    """Types a path, as one may in every file dialog."""
    dialog = find_dialog(window)
    time.sleep(1)
    if not find_entry(dialog):
        window.press("ctrl+l")
    entry = wait("the place for a path", 5, lambda: find_entry(dialog))
    Atspi.EditableText.set_text_contents(entry, str(path))
    time.sleep(0.5)
    window.press("Return")


def find_button(window, name):
    return window.find(Atspi.Role.BUTTON, name)


def attach(window, path, said):
    click(find_button(window, "Attach Files…"))
    answer_dialog(window, path)
    window.find(Atspi.Role.LABEL, part=said, seconds=20)


def is_shown(window, name):
    return any(
        each.get_name() == name
        for each in walk(window.frame)
        if has(each, Atspi.StateType.SHOWING)
    )


def test_documents():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="entente-documents-"))
    project = folder / "a.entente"
    shutil.copy(SAMPLE, project)
    make_png(folder / "Facade_Masina.png", 90)
    install_viewer(folder)
    window = Window(PROGRAM, [str(project)])
    try:
        window.press("ctrl+8")
        attach(window, folder / "Facade_Masina.png", "“Facade Masina” Attached")
        attach(window, folder / "Facade_Masina.png", "identical to the file attached on")
        check_names(window)

        click(window.find(Atspi.Role.BUTTON, "Show"))
        click(find_button(window, "Open File"))
        wait("the program for pictures", 20, lambda: (folder / "seen").exists())
        time.sleep(0.5)
        expected = (folder / "Facade_Masina.png").read_bytes()
        if (folder / "seen").read_bytes() != expected:
            raise Failure("other bytes were opened")
        window.find(Atspi.Role.IMAGE, "Facade Masina")

        click(find_button(window, "Save a Copy…"))
        answer_dialog(window, folder / "copy.png")
        wait("the copy", 20, lambda: (folder / "copy.png").exists())
        window.find(Atspi.Role.LABEL, part="Saved")
        if (folder / "copy.png").read_bytes() != expected:
            raise Failure("other bytes were saved")
        check_names(window)

        window.act("undo")
        wait("no document", 10, lambda: not is_shown(window, "Open File"))
        window.act("redo")
        window.close()
    finally:
        window.kill()
        shutil.rmtree(folder)


def test_link():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="entente-documents-"))
    project = folder / "a.entente"
    shutil.copy(SAMPLE, project)
    window = Window(PROGRAM, [str(project)])
    try:
        window.press("ctrl+8")
        click(find_button(window, "Add Link…"))
        window.find(Atspi.Role.DIALOG, "Add Link")
        check_names(window)
        time.sleep(0.5)
        window.type("nonsense here")
        window.press("Return")
        window.find(Atspi.Role.LABEL, part="is no web address")
        window.press("ctrl+a")
        window.type("www.example.org/article")
        window.press("Return")
        find_button(window, "Follow Link")
        window.close()
    finally:
        window.kill()
        shutil.rmtree(folder)


run([test_documents, test_link])
