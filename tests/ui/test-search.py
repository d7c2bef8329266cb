#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search over the whole project in a real window: what is typed is found in both languages
and without accents, a result is opened by keyboard, a row of a page is gone to, what is not there
is said so; a page of a document is found and gone to; an earlier value is restored from the
history; and no control is without a name.

usage: test-search.py PROGRAM SAMPLE ENTENTECTL"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from driving import Failure, Role, State, has, open_sample, run, wait, walk

PROGRAM, SAMPLE, ENTENTECTL = sys.argv[1:4]

PAGES = "Le conseil communal se réunit.\fLes scaphan-\ndriers de Hué ont parlé.\fFin."


def open_window(attached=None):
    prepare = attached and (lambda project: attach(project, "Compte rendu.txt", attached))
    return open_sample(PROGRAM, SAMPLE, prepare=prepare)


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


def search(window, words):
    window.press("ctrl+shift+f")
    window.wait_for_typing()
    window.type(words)


def test_opens():
    """Enter opens the best result, wherever its page is."""
    with open_window() as window:
        search(window, "perou ambassade")
        window.find(Role.LIST_ITEM, part="Embassy of Peru")
        window.find(Role.LABEL, "Organisations")
        window.check_names()
        window.press("Return")
        window.find(Role.LABEL, "Embassy of Peru")


def test_goes_to_row():
    """A row of a page is opened, with the focus on it."""
    with open_window() as window:
        search(window, "waste management climate")
        window.find_row("waste management")
        window.press("Down")
        window.wait_focused(Role.LIST_ITEM, part="waste management")
        window.press("Return")
        wait(
            "the row of the commitment",
            5,
            lambda: next(
                (
                    node
                    for node in walk(window.frame)
                    if has(node, State.FOCUSED) and "waste management" in node.get_name()
                ),
                None,
            ),
        )


def test_nothing():
    """What is not there is said, and the remedy."""
    with open_window() as window:
        search(window, "xyzzy")
        window.find(Role.LABEL, "No Results Found")
        window.find(Role.BUTTON, "Clear the Search")
        window.press("Escape")
        time.sleep(0.5)


def test_page():
    """Words of a document are found on its page, also where a line's end breaks them."""
    with open_window(PAGES) as window:
        time.sleep(1)
        search(window, "scaphandrier hue")
        window.find(Role.LABEL, "In Documents")
        name = window.read_row("Compte rendu, Page 2")
        if "scaphandriers" not in name:
            raise Failure("no words: " + name)
        window.check_names()
        window.press("Return")
        window.find(Role.LABEL, "Compte rendu")


def test_leads_on():
    """From a field of a page to the page of what it names."""
    with open_window() as window:
        search(window, "visite ambassadeur perou")
        window.find(Role.LIST_ITEM, part="Visit of the Ambassador")
        window.press("Return")
        # Below what is in sight.
        window.click_found(
            "a button beside the ambassador",
            lambda: next(
                (
                    node
                    for node in walk(window.frame)
                    if node.get_role() == Role.BUTTON
                    and "Chávez" in node.get_name()
                    and node.get_name().startswith("Show Page: ")
                ),
                None,
            ),
        )
        window.find(Role.LABEL, "Luis Enrique Chávez Badagoitia")


def test_history():
    """A change is found in the history, its earlier value restored as one more step."""
    with open_window() as window:
        search(window, "perou ambassade")
        window.find(Role.LIST_ITEM, part="Embassy of Peru")
        window.press("Return")
        window.find(Role.LABEL, "Embassy of Peru")
        window.wait_for_typing()
        window.type("Ailleurs")
        window.press("Return")
        wait("the edit", 5, lambda: window.is_enabled("undo"))

        window.act("history")
        window.find(Role.LABEL, "History")
        window.wait_for_typing()
        window.type("nothing of the kind")
        window.find(Role.LABEL, "No Results Found")
        window.press("ctrl+a")
        window.type("of")
        window.find(Role.LIST_ITEM, part="Change “")
        window.check_names()
        window.tab_to(window.find(Role.LIST_ITEM, part="Change “"))
        window.press("Return")
        window.click_button(part="Restore This Value")
        window.find(Role.LABEL, "Value Restored")
        window.press("Escape")
        window.find(Role.LIST_ITEM, part="Restore a value of")
        window.press("Escape")
        time.sleep(0.5)


run([test_opens, test_goes_to_row, test_nothing, test_page, test_leads_on, test_history])
