#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline by keyboard alone: to an agreement, along its lane, to another partner, the state
on another day, the table with the agreements without a date, and the page of one of them.

usage: test-timeline.py PROGRAM SAMPLE"""

import sys

from driving import Failure, GLib, Role, State, children, has, open_sample, run, steady, wait

PROGRAM, SAMPLE = sys.argv[1:3]

WORDS = {
    "en": {
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


def get_focused(chart):
    """The agreement of the timeline that has the focus, by its name."""
    return steady(
        lambda: next((each.get_name() for each in children(chart) if has(each, State.FOCUSED)), "")
    )


def go_to(window, chart, words):
    """Along the timeline to the protocol, whatever stands before it."""
    window.move("Home")
    for _ in range(20):
        if words["protocol"] in get_focused(chart):
            return get_focused(chart)
        window.move("Right")
    raise Failure(f"the arrows do not lead to “{words['protocol']}”")


def drive(lang):
    words = WORDS[lang]
    with open_sample(PROGRAM, SAMPLE, "timeline", lang) as window:
        chart = window.find(Role.LIST, words["chart"])
        window.find(Role.LABEL, words["undated"])
        window.check_names()

        window.tab_to(chart, 30, into=True)
        name = go_to(window, chart, words)
        if words["in force"] not in name or words["renews"] not in name:
            raise Failure(f"the protocol is called “{name}”")
        for key in ("ctrl+plus", "ctrl+minus", "ctrl+0", "Page_Up", "Page_Down", "alt+Home"):
            window.press(key)
        if get_focused(chart) != name:
            raise Failure("zooming lost the focus")
        window.press("Down")
        wait("another partner", 5, lambda: get_focused(chart) not in ("", name))
        window.check_names()

        window.tab_to(window.find(Role.TEXT, words["day"]), steps=30)
        window.write(words["day"], words["typed"])
        window.press("Return")
        window.find(Role.LIST_ITEM, part=f"{words['ended']}, {words['renews']}")
        window.write(words["day"], "")
        window.press("Return")
        window.find(Role.LIST_ITEM, part=f"{words['in force']}, {words['renews']}")

        window.tab_to(chart, 30, into=True)
        go_to(window, chart, words)
        window.press("space")
        window.find(Role.BUTTON, words["popover"])
        window.check_names()
        window.press("Escape")
        window.press("Return")
        window.find(Role.TEXT, words["open"])

        strip = window.read_name(Role.BUTTON, words["strip"])
        if words["protocol"] not in strip:
            raise Failure(f"the strip is called “{strip}”")
        window.click_button(part=words["strip"])
        wait("its lane", 5, lambda: words["protocol"] in get_focused(chart))

        window.act("show-place", GLib.Variant("s", "timeline"))
        window.click_button(words["show"])
        window.find(Role.LABEL, part="Bandung")
        window.check_names()


def english_timeline():
    drive("en")


def french_timeline():
    drive("fr")


run([english_timeline, french_timeline])
