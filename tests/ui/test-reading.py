#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF read in a real window: its pages, its words searched and counted, its size by keys; words of
it become a record that leads back to them; whether it is the file that was archived is said; a hit
of the search over all documents opens its page. A PDF that
is protected, a scan, damaged, hostile or of thousands of pages gets its answer, and holds up nothing.

usage: test-reading.py PROGRAM SAMPLE ENTENTECTL MAKE-PDF"""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from driving import Atspi, Failure, Role, State, has, open_sample, run, steady, wait, walk

PROGRAM, SAMPLE, ENTENTECTL, MAKE_PDF = sys.argv[1:5]

NAME = "Zinnia"
AGREEMENT = "Protocole de coopération 2024-2026"

PAGES = "Le conseil communal se réunit.\fLes scaphandriers de la Ville de Hué ont parlé.\fAdieu, Hué."


def call(project, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        env = dict(os.environ, XDG_DATA_HOME=folder, ENTENTE_TODAY="2026-11-22")
        command = [ENTENTECTL, arguments[0], str(project), *arguments[1:]]
        return subprocess.run(command, env=env, capture_output=True, check=True).stdout


def attach(project, file):
    """The file as a document of an agreement."""
    agreements = json.loads(call(project, "list", "agreement", "--json"))
    agreement = next(each["id"] for each in agreements if each["title"] == AGREEMENT)
    call(project, "attach", agreement, str(file))


def make_pdf(folder, kind, content):
    path = folder / f"{NAME}.pdf"
    if kind == "text":
        source = folder / "source.txt"
        source.write_text(content, encoding="utf-8")
        content = str(source)
    subprocess.run([MAKE_PDF, kind, content, path], check=True)
    return path


@contextlib.contextmanager
def open_project(kind="pages", content="3", before=None, after=None, place="documents"):
    """A window on a project with a PDF, which BEFORE may change before it is attached; AFTER may
    change the project."""

    def prepare(project):
        path = make_pdf(project.parent, kind, content)
        if before:
            before(path)
        attach(project, path)
        if after:
            after(project)

    with open_sample(PROGRAM, SAMPLE, place, prepare=prepare) as window:
        yield window
        leave(window)


def leave(window):
    """Closes the pages, and their search before them: a window with a dialog does not close."""
    window.press("Escape", "Escape")
    window.wait_dialog_gone()


def show_pages(window):
    """The pages of the document, from its row in the list of documents."""
    window.open_found(NAME, NAME)
    window.click_button("Read")


def wait_view(window, seconds=5):
    what = f"Pages of “{NAME}”"
    wait(
        f"focus on {what}",
        seconds,
        lambda: window.look_for(Role.GROUPING, what, state=State.FOCUSED),
    )


def get_width(window, page):
    def look():
        node = window.look_for(Role.IMAGE, page)
        return node and Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW).width

    return wait(page, 10, look)


def test_pages():
    with open_project() as window:
        show_pages(window)
        window.find(Role.LABEL, part="Identical to the file archived on ")
        window.find(Role.LABEL, "of 3")
        window.find(Role.IMAGE, "Page 1 of 3")
        wait_view(window)
        window.check_names()
        for key, page in (("Right", "2"), ("End", "3"), ("Left", "2"), ("Home", "1")):
            window.press(key)
            window.wait_text("Page", page)

        before = get_width(window, "Page 1 of 3")
        window.press("ctrl+plus")
        wait("a larger page", 10, lambda: get_width(window, "Page 1 of 3") > before)
        window.press("ctrl+0")
        wait("the page as wide as before", 10, lambda: get_width(window, "Page 1 of 3") == before)


def test_search():
    with open_project() as window:
        show_pages(window)
        wait_view(window)
        window.press("ctrl+f")
        window.wait_for_typing()
        window.type("ARTICLE 7:")
        window.find(Role.LABEL, "1 of 3")
        for key, found in (("Return", "2"), ("F3", "3"), ("ctrl+g", "1"), ("shift+F3", "3")):
            window.press(key)
            window.find(Role.LABEL, f"{found} of 3")
            window.wait_text("Page", found)
        window.press("ctrl+a")
        window.type("xyzzy")
        window.find(Role.LABEL, "Not found")
        window.press("Escape")
        wait_view(window)
        window.check_names()


def test_tab():
    """Tab goes into the pages and out of them, both ways round."""
    with open_project() as window:
        show_pages(window)
        wait_view(window)
        for key in ("Tab", "shift+Tab"):
            if not window.move(key):
                raise Failure(f"{key} does not leave the pages")
            for _ in range(20):
                if steady(lambda: window.look_for(Role.GROUPING, f"Pages of “{NAME}”", state=State.FOCUSED)):
                    break
                window.move(key)
            wait_view(window)


def test_selection():
    """Words become a commitment, which leads back to them."""
    words = "Page 2, article 1: les parties conviennent"
    with open_project() as window:
        show_pages(window)
        wait_view(window)
        window.press("Right")
        window.wait_text("Page", "2")
        window.press("shift+Right")
        window.find(Role.BUTTON, "Copy")
        for _ in range(words.count(" ")):
            window.press("ctrl+shift+Right")
        window.click(Role.TOGGLE_BUTTON, part="Make of Selection")
        window.find(Role.MENU)
        window.press("Return")
        window.find(Role.DIALOG, "Commitment from Selection")
        window.wait_text("Text", words)
        window.check_names()
        window.click_button("Add")
        window.find(Role.LABEL, part="Added to “Cooperation Protocol 2024-2026”")
        window.press("Escape")
        window.wait_dialog_gone()

        window.click_button("Show Passage")
        wait_view(window)
        window.wait_text("Page", "2")
        window.find(Role.BUTTON, "Copy")


def test_altered():
    """Other bytes than those that were archived are not shown as if they were those."""

    def alter(project):
        path = project.parent / f"{NAME}.pdf"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        with contextlib.closing(sqlite3.connect(project)) as database, database:
            changed = path.read_bytes().replace(b"%PDF-1.", b"%PDF-2.")
            database.execute("UPDATE blob SET bytes = ? WHERE sha256 = ?", (changed, digest))

    with open_project(after=alter) as window:
        show_pages(window)
        window.find(Role.LABEL, part="Not the File Archived on ")
        if any(name.startswith("Identical") for name in window.names()):
            raise Failure("said to be identical")
        window.check_names()


def test_hit():
    """What the search over all documents found is lit on its page, and gone through."""
    with open_project("text", PAGES, place="overview") as window:
        window.press("ctrl+shift+f")
        window.wait_for_typing()
        window.type("hue scaphandr")
        window.find_row(f"{NAME}, Page 2")
        window.press("Return")
        wait_view(window)
        window.wait_text("Page", "2")
        window.find(Role.LABEL, "1 of 2")
        window.press("F3")
        window.find(Role.LABEL, "2 of 2")
        window.check_names()


def lock(path):
    """Puts a password on a PDF."""
    open_path = path.with_suffix(".open")
    path.rename(open_path)
    subprocess.run(
        ["qpdf", "--encrypt", "secret", "owner", "256", "--", open_path, path], check=True
    )


def answer_password(window, password):
    window.find(Role.ALERT, "Password Needed")
    window.wait_for_typing()
    window.press("ctrl+a")
    window.type(password)
    window.press("Return")


def test_password():
    """Asked for, again where it is wrong, and not needed by whoever closes the question."""
    if not shutil.which("qpdf"):
        return
    with open_project(before=lock) as window:
        show_pages(window)
        window.find(Role.ALERT, "Password Needed")
        window.check_names()
        answer_password(window, "wrong")
        window.find(Role.LABEL, part="That is not the password of")
        answer_password(window, "secret")
        wait_view(window)
        window.find(Role.IMAGE, "Page 1 of 3")
        window.press("Escape")
        window.wait_dialog_gone()

        window.click_button("Read")
        window.find(Role.ALERT, "Password Needed")
        window.press("Escape")
        window.wait_dialog_gone()


def test_scan():
    with open_project("scan", "2") as window:
        show_pages(window)
        window.find(Role.LABEL, part="This PDF is a scan")
        window.find(Role.IMAGE, "Page 1 of 2")
        window.press("shift+Right")
        window.check_names()


def test_damaged():
    def damage(path):
        path.write_bytes(b"%PDF-1.7\n" + path.read_bytes()[1000:1100])

    with open_project(before=damage) as window:
        show_pages(window)
        window.find(Role.LABEL, "This Cannot Be Read")
        window.find(Role.LABEL, part=f"“{NAME}”")
        window.check_names()


def make_hostile(path):
    """A page of a form that draws a form ten times, which draws one ten times, and so on."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /XObject << /X 5 0 R >> >> >>",
        "<< /Length 5 >> stream\n/X Do\nendstream",
    ]
    for level in range(12):
        draws = "/X Do " * 10 if level < 11 else "0 0 9 9 re f"
        objects.append(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842]"
            f" /Resources << /XObject << /X {len(objects) + 2} 0 R >> >>"
            f" /Length {len(draws)} >> stream\n{draws}\nendstream"
        )
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        for number, each in enumerate(objects, 1):
            file.write(f"{number} 0 obj\n{each}\nendobj\n".encode())
        file.write(b"trailer << /Root 1 0 R >>\n%%EOF\n")


def test_hostile():
    """A page that never ends being drawn holds up nothing, and is given up."""
    with open_project(before=make_hostile) as window:
        show_pages(window)
        window.find(Role.LABEL, "Opening the Document…")
        wait_view(window, 60)
        window.press("ctrl+f")
        window.wait_for_typing()
        window.press("Escape")
        wait_view(window)
        window.find(Role.IMAGE, "Page 1 of 1")
        wait(
            "what is wrong with the page",
            60,
            lambda: NAME in window.look_for(Role.IMAGE, "Page 1 of 1").get_description(),
        )


def test_huge():
    """Five thousand pages: the last is a key away, and words on it are found."""
    with open_project(content="5000") as window:
        show_pages(window)
        wait_view(window)
        window.find(Role.LABEL, "of 5000")
        window.press("End")
        window.wait_text("Page", "5000")
        window.find(Role.IMAGE, "Page 5000 of 5000")
        window.press("Home")
        window.wait_text("Page", "1")
        window.press("ctrl+f")
        window.wait_for_typing()
        window.type("page 4321, article 7:")
        window.find(Role.LABEL, "1 of 1", seconds=60)
        window.wait_text("Page", "4321")


TESTS = [
    test_pages,
    test_search,
    test_tab,
    test_selection,
    test_altered,
    test_hit,
    test_password,
    test_scan,
    test_damaged,
    test_hostile,
    test_huge,
]

if __name__ == "__main__":
    run(TESTS)
