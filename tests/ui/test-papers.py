#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of an event: its page has a menu of them; the file of a visit and its calendar are
written, and so is the calendar of the whole agenda.

usage: test-papers.py PROGRAM SAMPLE"""

import sys

from driving import Failure, GLib, Role, open_sample, run

PROGRAM, SAMPLE = sys.argv[1:3]

# Ids of the sample follow from its own keys: the delegation of Lafayette.
DELEGATION = "3h79nf2dcyaj1"
DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"

WORDS = {
    "en": {
        "event": "Delegation of Lafayette",
        "title": "Title",
        "papers": "Papers",
        "exported": "“%s” Exported",
        "summary": "SUMMARY:Ends: ",
    },
    "fr": {
        "event": "Délégation de Lafayette",
        "title": "Titre",
        "papers": "Éditions",
        "exported": "«\u202f%s\u202f» exporté",
        "summary": "SUMMARY:Échéance\u202f: ",
    },
}


def read_id(text):
    number = 0
    for digit in text:
        number = number * 32 + DIGITS.index(digit)
    return number


def export(window, words, paper, ending, record, path):
    window.act("export-paper-to", GLib.Variant("(ssxs)", (paper, ending, record, str(path))))
    window.find(Role.LABEL, words["exported"] % path.name, seconds=60)
    return path.read_bytes()


def drive(lang):
    words = WORDS[lang]
    event = read_id(DELEGATION)
    with open_sample(PROGRAM, SAMPLE, "agenda", lang) as window:
        out = window.folder
        window.open_found("Lafayette", words["event"])
        window.find(Role.TEXT, words["title"])
        window.find(Role.TOGGLE_BUTTON, words["papers"])
        window.check_names()

        if export(window, words, "mission", ".pdf", event, out / "m.pdf")[:5] != b"%PDF-":
            raise Failure("the file of the visit is no PDF")
        calendar = export(window, words, "calendar", ".ics", event, out / "e.ics").decode()
        if "DTSTART;VALUE=DATE:20240719\r\nDTEND;VALUE=DATE:20240722" not in calendar:
            raise Failure(f"the days of the visit are not in {calendar}")
        agenda = export(window, words, "calendar", ".ics", 0, out / "a.ics").decode()
        if words["summary"] not in agenda:
            raise Failure("no end of an agreement is in the calendar of the agenda")


def english_papers():
    drive("en")


def french_papers():
    drive("fr")


run([english_papers, french_papers])
