#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search over the whole project in a real window: what is typed is found in both languages
and without accents, a result is opened by keyboard, a row of a page is gone to, what is not there
is said so; a page of a document is found and gone to; an earlier value is restored from the
history; and no control is without a name.

usage: test-search.py PROGRAM SAMPLE ENTENTECTL"""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from driving import Atspi, Failure, Window, describe, find_unnamed, has, run, wait, walk

PROGRAM, SAMPLE, ENTENTECTL = sys.argv[1:4]

PAGES = "Le conseil communal se réunit.\fLes scaphan-\ndriers de Hué ont parlé.\fFin."


@contextlib.contextmanager
def open_window(attached=None):
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, project)
        project.chmod(0o644)
        if attached:
            attach(project, "Compte rendu.txt", attached)
        window = Window(PROGRAM, [str(project)], {"LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"})
        try:
            window.find(Atspi.Role.LABEL, part="Saved")
            yield window
            window.close()
        finally:
            window.kill()


def attach(project, name, text):
    """A document of a text, on an event of the project."""
    with tempfile.TemporaryDirectory() as folder:
        env = dict(os.environ, XDG_DATA_HOME=folder)
        document = pathlib.Path(folder) / name
        document.write_text(text, encoding="utf-8")
        command = [ENTENTECTL, "list", str(project), "event", "--json"]
        events = json.loads(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
        command = [ENTENTECTL, "attach", str(project), events[0]["id"], str(document)]
        subprocess.run(command, env=env, capture_output=True, check=True)


def wait_for_typing(window):
    wait(
        "focus where one types",
        5,
        lambda: any(
            has(node, Atspi.StateType.FOCUSED)
            for node in walk(window.frame)
            if node.get_role() in (Atspi.Role.ENTRY, Atspi.Role.TEXT)
        ),
    )
    time.sleep(0.3)


def search(window, words):
    window.press("ctrl+shift+f")
    wait_for_typing(window)
    window.type(words)


def test_opens():
    """Enter opens the best result, wherever its page is."""
    with open_window() as window:
        search(window, "perou ambassade")
        window.find(Atspi.Role.LIST_ITEM, part="Embassy of Peru")
        window.find(Atspi.Role.LABEL, "Organisations")
        unnamed = find_unnamed(window.frame)
        if unnamed:
            raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))
        window.press("Return")
        window.find(Atspi.Role.LABEL, "Embassy of Peru")


def test_goes_to_row():
    """A row of a page is opened, with the focus on it."""
    with open_window() as window:
        search(window, "waste management climate")
        found = window.find(Atspi.Role.LIST_ITEM, part="waste management")
        window.press("Down")
        wait("focus on the result", 5, lambda: has(found, Atspi.StateType.FOCUSED))
        window.press("Return")
        wait(
            "the row of the commitment",
            5,
            lambda: next(
                (
                    node
                    for node in walk(window.frame)
                    if has(node, Atspi.StateType.FOCUSED) and "waste management" in node.get_name()
                ),
                None,
            ),
        )


def test_nothing():
    """What is not there is said, and the remedy."""
    with open_window() as window:
        search(window, "xyzzy")
        window.find(Atspi.Role.LABEL, "No Results Found")
        window.find(Atspi.Role.BUTTON, "Clear the Search")
        window.press("Escape")
        time.sleep(0.5)


def test_page():
    """Words of a document are found on its page, also where a line's end breaks them."""
    with open_window(PAGES) as window:
        time.sleep(1)
        search(window, "scaphandrier hue")
        window.find(Atspi.Role.LABEL, "In Documents")
        found = window.find(Atspi.Role.LIST_ITEM, part="Compte rendu, Page 2")
        if "scaphandriers" not in found.get_name():
            raise Failure("no words: " + found.get_name())
        unnamed = find_unnamed(window.frame)
        if unnamed:
            raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))
        window.press("Return")
        window.find(Atspi.Role.LABEL, "Compte rendu")


def test_leads_on():
    """From a field of a page to the page of what it names."""
    with open_window() as window:
        search(window, "visite ambassadeur perou")
        window.find(Atspi.Role.LIST_ITEM, part="Visit of the Ambassador")
        window.press("Return")
        # Below what is in sight.
        button = wait(
            "a button beside the ambassador",
            10,
            lambda: next(
                (
                    node
                    for node in walk(window.frame)
                    if node.get_role() == Atspi.Role.BUTTON
                    and "Chávez" in node.get_name()
                    and node.get_name().startswith("Show Page: ")
                ),
                None,
            ),
        )
        Atspi.Action.do_action(button, 0)
        window.find(Atspi.Role.LABEL, "Luis Enrique Chávez Badagoitia")


def test_history():
    """A change is found in the history, its earlier value restored as one more step."""
    with open_window() as window:
        search(window, "perou ambassade")
        window.find(Atspi.Role.LIST_ITEM, part="Embassy of Peru")
        window.press("Return")
        window.find(Atspi.Role.LABEL, "Embassy of Peru")
        wait_for_typing(window)
        window.type("Ailleurs")
        window.press("Return")
        wait("the edit", 5, lambda: window.is_enabled("undo"))

        window.act("history")
        window.find(Atspi.Role.LABEL, "History")
        wait_for_typing(window)
        window.type("nothing of the kind")
        window.find(Atspi.Role.LABEL, "No Results Found")
        window.press("ctrl+a")
        window.type("of")
        window.find(Atspi.Role.LIST_ITEM, part="Change “")
        unnamed = find_unnamed(window.frame)
        if unnamed:
            raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))
        window.tab_to(window.find(Atspi.Role.LIST_ITEM, part="Change “"))
        window.press("Return")
        Atspi.Action.do_action(window.find(Atspi.Role.BUTTON, part="Restore This Value"), 0)
        window.find(Atspi.Role.LABEL, "Value Restored")
        window.press("Escape")
        window.find(Atspi.Role.LIST_ITEM, part="Restore a value of")
        window.press("Escape")
        time.sleep(0.5)


run([test_opens, test_goes_to_row, test_nothing, test_page, test_leads_on, test_history])
