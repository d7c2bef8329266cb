#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline by keyboard alone: to an agreement, along its lane, to another partner, the state
on another day, the table with the agreements without a date, and the page of one of them.

usage: test-timeline.py PROGRAM SAMPLE"""

import pathlib
import shutil
import sys
import tempfile
import time

from driving import Atspi, Failure, GLib, Window, children, describe, find_unnamed, has, run, wait

PROGRAM, SAMPLE = sys.argv[1:3]

WORDS = {
    "en": {
        "locale": "en_GB.UTF-8",
        "chart": "Timeline of agreements",
        "protocol": "Collaboration Protocol 2024-2029",
        "in force": "In force",
        "ended": "Ended",
        "renews": "Renews: ",
        "day": "State on",
        "typed": "1 March 2030",
        "undated": "2 agreements have no date",
        "show": "Show",
        "open": "Title",
        "popover": "Open Agreement",
        "strip": "Timeline: ",
    },
    "fr": {
        "locale": "fr_FR.UTF-8",
        "chart": "Chronologie des ententes",
        "protocol": "Protocole de collaboration 2024-2029",
        "in force": "En vigueur",
        "ended": "Échue",
        "renews": "Renouvelle\u202f: ",
        "day": "État au",
        "typed": "1er mars 2030",
        "undated": "2 ententes n’ont pas de date",
        "show": "Afficher",
        "open": "Titre",
        "popover": "Ouvrir l’entente",
        "strip": "Chronologie\u202f: ",
    },
}


def check_names(window):
    unnamed = find_unnamed(window.frame)
    if unnamed:
        raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))


def get_focused(chart):
    """The agreement of the timeline that has the focus, by its name."""
    for node in children(chart):
        if has(node, Atspi.StateType.FOCUSED):
            return node.get_name()
    return ""


def tab_into(window, chart):
    for _ in range(30):
        if get_focused(chart):
            return
        window.press("Tab")
        time.sleep(0.15)
    raise Failure("Tab does not lead into the timeline")


def go_to(window, chart, words):
    """Along the timeline to the protocol, whatever stands before it."""
    window.press("Home")
    for _ in range(20):
        time.sleep(0.15)
        if words["protocol"] in get_focused(chart):
            return get_focused(chart)
        window.press("Right")
    raise Failure(f"the arrows do not lead to “{words['protocol']}”")


def drive(lang):
    words = WORDS[lang]
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, project)
        project.chmod(0o644)
        environment = {"LC_ALL": words["locale"], "LANG": words["locale"]}
        window = Window(PROGRAM, [str(project)], environment)
        try:
            window.find(Atspi.Role.LIST_ITEM, part="2024")
            window.act("show-place", GLib.Variant("s", "timeline"))
            chart = window.find(Atspi.Role.LIST, words["chart"])
            window.find(Atspi.Role.LABEL, words["undated"])
            check_names(window)

            tab_into(window, chart)
            name = go_to(window, chart, words)
            if words["in force"] not in name or words["renews"] not in name:
                raise Failure(f"the protocol is called “{name}”")
            for key in ("ctrl+plus", "ctrl+minus", "ctrl+0", "Page_Up", "Page_Down", "alt+Home"):
                window.press(key)
            if get_focused(chart) != name:
                raise Failure("zooming lost the focus")
            window.press("Down")
            wait("another partner", 5, lambda: get_focused(chart) not in ("", name))
            check_names(window)

            day = window.find(Atspi.Role.TEXT, words["day"])
            window.tab_to(day, steps=30)
            Atspi.EditableText.set_text_contents(day, words["typed"])
            window.press("Return")
            window.find(Atspi.Role.LIST_ITEM, part=f"{words['ended']}, {words['renews']}")
            Atspi.EditableText.set_text_contents(day, "")
            window.press("Return")
            window.find(Atspi.Role.LIST_ITEM, part=f"{words['in force']}, {words['renews']}")

            tab_into(window, chart)
            go_to(window, chart, words)
            window.press("space")
            window.find(Atspi.Role.BUTTON, words["popover"])
            check_names(window)
            window.press("Escape")
            window.press("Return")
            window.find(Atspi.Role.TEXT, words["open"])

            strip = window.find(Atspi.Role.BUTTON, part=words["strip"])
            if words["protocol"] not in strip.get_name():
                raise Failure(f"the strip is called “{strip.get_name()}”")
            strip.get_action_iface().do_action(0)
            wait("its lane", 5, lambda: words["protocol"] in get_focused(chart))

            window.act("show-place", GLib.Variant("s", "timeline"))
            window.find(Atspi.Role.BUTTON, words["show"]).get_action_iface().do_action(0)
            window.find(Atspi.Role.LABEL, part="Bandung")
            check_names(window)
            window.close()
        finally:
            window.kill()


def english_timeline():
    drive("en")


def french_timeline():
    drive("fr")


run([english_timeline, french_timeline])
