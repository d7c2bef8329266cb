#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each kind of happening that a report of a year of international relations holds, entered from
nothing into an empty project with keys alone, then found again by searching the project, and in
the agenda where it has a date. All data is made up.

usage: test-kinds.py PROGRAM ENTENTECTL [EVERY]

With EVERY = 4 only every fourth kind; with KINDS="8 29" in the environment only these."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

from driving import Atspi, Failure, GLib, Window, wait
from keys import Keys

PROGRAM, ENTENTECTL = sys.argv[1:3]
EVERY = int(sys.argv[3]) if len(sys.argv) > 3 else 1
LOCALE = "en_GB.UTF-8"

OVERVIEW, AGENDA, AGREEMENTS, TIMELINE, PARTNERS, PROJECTS, INDICATORS, DOCUMENTS = range(1, 9)

# Lines in which a record is named: what is typed is taken with Enter from the list under them.
NAMING = {
    "Person", "Organisation", "Place", "Represents", "Given by", "Given to", "Person honoured",
    "Series", "Part of", "Member", "Of", "Funder", "Beneficiary", "Implemented by", "Event",
    "To", "Time zone", "In",
}  # fmt: skip


class Office:
    """Whoever sits at the keyboard."""

    def __init__(self, window):
        self.window = window
        self.keys = Keys(window)

    def go_to(self, place):
        self.keys.press(f"ctrl+{place}")
        self.keys.listen(0.2)

    def choose(self, value):
        """Of a list that drops down."""
        keys = self.keys
        told = keys.told
        keys.press("space")
        wait("the list", 3, lambda: keys.listen() or keys.told > told)
        keys.listen(0.1)
        if keys.focus.get_role() in (Atspi.Role.ENTRY, Atspi.Role.TEXT):
            keys.type(value)  # a long list is searched
            keys.listen(0.1)
        else:
            keys.press("Home")
            keys.listen(0.05)
        keys.go(value, "Down", 40)
        keys.press("Return")
        keys.listen(0.1)

    def write(self, name, value):
        """Into the field that has the focus."""
        keys = self.keys
        if keys.focus.get_role() in (Atspi.Role.COMBO_BOX, Atspi.Role.LIST_ITEM):
            self.choose(value)
            return
        keys.press("ctrl+a")
        keys.type(value)
        if name in NAMING:
            keys.listen(0.15)
            keys.press("Return")
            keys.listen(0.1)

    def fill(self, fields):
        """Goes on from field to field and writes what is known."""
        keys = self.keys
        left = dict(fields)
        passed = []
        while left:
            name = keys.name()
            passed.append(name)
            if name in left:
                self.write(name, left.pop(name))
                continue
            if len(passed) > 60:
                raise Failure(f"no field {', '.join(left)}; passed {passed}")
            keys.move("Tab")
        keys.move("Tab")

    def answer(self, answers):
        """Fills a dialog, as often as there are answers."""
        keys = self.keys
        keys.listen(0.2)
        for index, fields in enumerate(answers):
            self.fill(fields)
            told = keys.told
            keys.press("alt+a" if index == len(answers) - 1 else "alt+n")
            wait("it to be added", 3, lambda: keys.listen() or keys.told > told)
            keys.listen(0.2)

    def wait_for_title(self):
        self.keys.wait_for("Title", "Name", "First name")


class Event:
    """A new event of a kind, with the fields of its page."""

    def __init__(self, kind, title, **fields):
        self.kind, self.title, self.fields = kind, title, fields

    def do(self, office):
        keys = office.keys
        office.go_to(AGENDA)
        keys.press("ctrl+n")
        keys.wait_for("Delegation received")
        keys.go(self.kind, "Down", 40)
        keys.press("Return")
        office.wait_for_title()
        office.fill({"Title": self.title, **self.fields})


class Record:
    """A new record of another place, with the fields of its page."""

    def __init__(self, place, title, **fields):
        self.place, self.title, self.fields = place, title, fields

    def do(self, office):
        office.go_to(self.place)
        office.keys.press("ctrl+n")
        office.wait_for_title()
        name = office.keys.name()
        office.fill({name: self.title, **self.fields})


class Agreement(Record):
    def __init__(self, title, **fields):
        super().__init__(AGREEMENTS, title, **fields)


class Partner(Record):
    def __init__(self, title, **fields):
        super().__init__(PARTNERS, title, **fields)

    def do(self, office):
        office.go_to(PARTNERS)
        office.keys.go("Organisations")
        office.keys.press("space")
        super().do(office)


class Project(Record):
    def __init__(self, title, **fields):
        super().__init__(PROJECTS, title, **fields)


class Open:
    """Opens a row of the page, with the fields under it."""

    def __init__(self, row, fields):
        self.row, self.fields = row, fields

    def do(self, office):
        keys = office.keys
        keys.go(self.row, "Tab", 120)
        keys.press("Return")
        keys.listen(0.3)
        office.fill(self.fields)


class EditOf:
    """The fields of a series or place, behind the button beside its name."""

    def __init__(self, name, fields):
        self.name, self.fields = name, fields

    def do(self, office):
        keys = office.keys
        keys.go(f"Edit: {self.name}", "shift+Tab", 20)
        keys.press("Return")
        office.window.find(Atspi.Role.DIALOG)
        keys.listen(0.3)
        office.fill(self.fields)
        keys.press("Escape")
        keys.wait_for(f"Edit: {self.name}")


class Add:
    """Adds to the page by its button “Add…”: as many as there are answers, one after another."""

    def __init__(self, what, *answers):
        self.what, self.answers = what, answers

    def do(self, office):
        keys = office.keys
        keys.listen(0.1)
        keys.focus = None
        keys.press("alt+a")
        # While a dialog is closing two buttons bear that letter, and the first gets the focus.
        keys.wait_for("What to add", "Add…")
        if keys.name() == "Add…":
            keys.press("Return")
            keys.wait_for("What to add")
        keys.listen(0.15)
        keys.type(self.what)
        keys.listen(0.1)
        keys.press("Return")
        wait("the dialog", 3, lambda: keys.listen() or keys.name() not in ("What to add", "Add…"))
        office.answer(self.answers)


class Press:
    """The same by a button inside a row that is open."""

    def __init__(self, button, *answers):
        self.button, self.answers = button, answers

    def do(self, office):
        keys = office.keys
        keys.go(self.button, "Tab", 60)
        told = keys.told
        keys.press("Return")
        wait("the dialog", 3, lambda: keys.listen() or keys.told > told)
        office.answer(self.answers)


def look_up(office, words, title):
    """By the search of the whole project; goes there."""
    keys = office.keys
    keys.press("ctrl+shift+f")
    office.window.find(Atspi.Role.DIALOG)
    keys.listen(0.2)
    keys.type(words)
    office.window.find(Atspi.Role.LIST_ITEM, part=title)
    keys.press("Return")
    keys.listen(0.2)
    office.window.find(Atspi.Role.LABEL, part=title)


def look_in_agenda(office, title):
    keys = office.keys
    office.go_to(AGENDA)
    keys.press("ctrl+f")
    keys.listen(0.1)
    keys.type(title)
    office.window.find(Atspi.Role.LIST_ITEM, part=title)
    keys.press("ctrl+a", "BackSpace")
    keys.press("Escape")


# number in product.md §1.2, its words there, what is done, words searched, where they are found
KINDS = [
    (1, "negotiation towards renewal", [
        Agreement("Memorandum of Lindby"),
        Open("Kind, stage and purpose", {"Kind": "Memorandum of understanding", "Stage": "In negotiation"}),
        Event("Negotiation", "Talks on the memorandum", When="2031"),
        Add("Participant", {"Role": "Consulted", "Organisation": "Trade Bureau"}),
        Add("Agreement", {"To": "Memorandum of Lindby"}),
        Add("Outcome", {"Kind": "Next step", "Title": "Send the draft", "State": "Open", "Due": "June 2031"}),
    ], "send the draft", "Talks on the memorandum"),
    (2, "outgoing educational mission", [
        Event("Mission", "Masterclass in Carvel", When="23-24 November 2031", Place="Carvel Hall"),
        Add("Participant",
            {"Role": "Pupils", "Organisation": "Music School of Maren", "How many": "24"},
            {"Role": "Teachers", "Organisation": "Music School of Maren", "How many": "3"}),
    ], "music school maren", "Masterclass in Carvel"),
    (3, "bilateral meeting on the margin of a conference", [
        Event("Conference", "Reading Days", When="12 May 2031"),
        Event("Meeting", "Talk with Vera Holm", When="12 May 2031"),
        Open("Times, series and visibility", {"Part of": "Reading Days"}),
        Add("Participant", {"Role": "Person met", "Person": "Vera Holm", "Organisation": "Unit for Books"}),
        Add("Outcome", {"Kind": "Contact made", "Title": "Exchange of librarians"}),
    ], "vera holm", "Talk with Vera Holm"),
    (4, "candidacy, to which many events point", [
        Project("City of Reading 2040", Kind="Candidacy", State="Running"),
        Open("Dates, place and budget", {"Since": "2031", "Until": "2040"}),
        Event("Meeting", "Jury of the candidacy", When="3 March 2031"),
        Add("Project", {"To": "City of Reading 2040"}),
    ], "city of reading", "City of Reading 2040"),
    (5, "delegation received, with its head and an earlier visit", [
        Event("Delegation received", "First visit of Lindby", When="2029", State="Held"),
        Event("Delegation received", "Delegation of Lindby", When="4 March 2031"),
        Add("Participant", {"Role": "Head of delegation", "Person": "Ilze Kaln", "Organisation": "City of Lindby",
                            "Function that day": "Chair of the council and secretary"}),
        Add("Linked Event", {"To": "First visit of Lindby", "Kind": "Follows"}),
    ], "ilze kaln", "Delegation of Lindby"),
    (6, "expertise given", [
        Event("Meeting", "Handing over of the sketch", When="6 March 2031"),
        Add("Outcome", {"Kind": "Deliverable given", "Title": "Sketch of the smart quarter",
                        "Given by": "Maren Office of Works", "Given to": "City of Lindby", "State": "Done"}),
        Add("Add Link", {"Web address": "https://example.org/sketch", "Title": "Sketch as sent"}),
    ], "smart quarter", "Handing over of the sketch"),
    (7, "recommendation, its addressee and its state", [
        Event("Statutory meeting", "Bureau in Orla", When="7 October 2031"),
        Add("Outcome", {"Kind": "Recommendation", "Title": "A working group on quays",
                        "Given to": "City of Lindby", "State": "Open"}),
    ], "working group quays", "Bureau in Orla"),
    (8, "signing ceremony inside a congress", [
        Event("Conference", "Congress of river cities", When="20-25 May 2031"),
        Event("Signing ceremony", "Signing with Tavik", When="24 May 2031"),
        Open("Times, series and visibility", {"Part of": "Congress of river cities"}),
        Agreement("Protocol with Tavik"),
        Add("Party", {"Organisation": "City of Tavik"}),
        Add("Signature", {"Date": "24 May 2031", "Event": "Signing with Tavik"}),
    ], "protocol tavik", "Protocol with Tavik"),
    (9, "anniversary of a twinning", [
        Agreement("Twinning with Dorn"),
        Open("Dates and term", {"Signed on": "8 May 1986"}),
        Event("Anniversary", "45 years with Dorn", When="8 May 2031"),
        Add("Agreement", {"To": "Twinning with Dorn", "Kind": "Caused by"}),
    ], "45 years dorn", "45 years with Dorn"),
    (10, "programme of several days", [
        Event("Delegation received", "Three days with Dorn", When="19-21 July 2031"),
        Add("Programme",
            {"Title": "Arrival of Dorn", "When": "19 July 2031", "Start time": "14:00", "End time": "15:00"},
            {"Title": "Supper with Dorn", "When": "19 July 2031", "Start time": "19:30", "Place": "Old Mill"},
            {"Title": "Public holiday", "When": "21 July 2031"}),
    ], "supper dorn", "Supper with Dorn"),
    (11, "amendment between universities, the city as facilitator", [
        Agreement("Convention of the universities"),
        Agreement("Amendment on doctorates"),
        Add("Party",
            {"Organisation": "University of Maren", "Role in the agreement": "Party"},
            {"Organisation": "City of Maren", "Role in the agreement": "Facilitator"}),
        Add("Add Linked Agreement", {"To": "Convention of the universities", "Kind": "Amends"}),
    ], "amendment doctorates", "Amendment on doctorates"),
    (12, "inauguration of an exhibition", [
        Event("Exhibition", "Bridges in ink", When="1 June 2031/30 September 2031", Place="Granary"),
        Add("Programme", {"Title": "Opening of the bridges", "When": "1 June 2031", "Start time": "18:00"}),
    ], "bridges ink", "Bridges in ink"),
    (13, "commemorative object", [
        Event("Inauguration", "Unveiling on the quay", When="2 June 2031"),
        Add("Outcome", {"Kind": "Memorial, plaque or work", "Title": "Basalt stele"}),
        Open("Basalt stele", {"Place": "Heron Square", "Made by": "Piet Anders", "Material": "Basalt"}),
    ], "piet anders", "Unveiling on the quay"),
    (14, "press coverage", [
        Event("Ceremony", "Day of the quays", When="3 June 2031"),
        Add("Add Link", {"Web address": "https://example.org/quays", "Title": "Quays in feast"}),
    ], "quays in feast", "Quays in feast"),
    (15, "artistic exchange, out and back", [
        Event("Exchange", "Street theatre in Tavik", When="June 2031", Direction="Outgoing"),
        Add("Participant", {"Role": "Operator", "Organisation": "Festival of Lanterns"}),
        Event("Exchange", "Street theatre back in Maren", When="2032", Direction="Incoming"),
        Add("Linked Event", {"To": "Street theatre in Tavik", "Kind": "Follows"}),
    ], "festival lanterns", "Street theatre in Tavik"),
    (16, "residency of co-creation", [
        Event("Residency", "Residency of the Echo duo", When="1-20 October 2031"),
        Add("Participant", {"Role": "Artist", "Person": "Noor Vale"}),
        Add("Programme", {"Title": "Concert of the Echo duo", "When": "20 October 2031"}),
    ], "noor vale", "Residency of the Echo duo"),
    (17, "visit of one professional", [
        Event("Visit", "Visit of a laboratory head", When="12 November 2031"),
        Add("Participant", {"Role": "Guest", "Person": "Amar Sund", "Organisation": "Institute of Rivers"}),
        Add("Programme",
            {"Title": "Tour of the workshop", "Start time": "9:00", "Place": "Foundry"},
            {"Title": "Lunch at the market", "Start time": "12:00", "Place": "Covered Market"}),
    ], "foundry", "Tour of the workshop"),
    (18, "represented by a third party", [
        Event("Meeting", "Session at the northern university", When="3 December 2031"),
        Add("Participant", {"Role": "Representative", "Person": "Bert Olsen", "Organisation": "Agency for Growth",
                            "Represents": "City of Maren"}),
        Add("Decision", {"Taken by": "Council of Maren", "Kind": "Travel order", "Date": "1 October 2031"}),
    ], "bert olsen", "Session at the northern university"),
    (19, "donation in kind", [
        Event("Contacts", "Fire engine for Pesk", When="2031"),
        Add("Outcome", {"Kind": "Donation or loan", "Title": "Fire engine of 2009", "Given by": "Rescue Zone",
                        "Given to": "City of Pesk", "State": "To formalise"}),
        Open("Fire engine of 2009", {"Delivered on": "2032"}),
    ], "fire engine 2009", "Fire engine for Pesk"),
    (20, "statutory meeting of a network, one of a series", [
        Event("Statutory meeting", "44th congress of ports", When="5-7 May 2031"),
        Open("Times, series and visibility", {"Series": "Congress of Ports", "Number in the series": "44"}),
        EditOf("Congress of Ports", {"At least, a year": "1"}),
        Add("Programme", {"Title": "Bureau of the ports", "When": "5 May 2031"}),
        Add("Add Link", {"Web address": "https://example.org/ports", "Title": "Declaration of the ports"}),
    ], "44th congress", "44th congress of ports"),
    (21, "international day with flags", [
        Event("International day", "Day of the rivers", When="20 March 2031", Place="Town Hall Bridge"),
        Add("Add Link", {"Web address": "https://example.org/film", "Title": "Film of the flags"}),
    ], "film of the flags", "Film of the flags"),
    (22, "network hosted", [
        Partner("Quay City League"),
        Add("Add Member", {"Member": "City of Maren", "Role": "Registered office", "Since": "2018"}),
    ], "quay city league", "Quay City League"),
    (23, "visit at the initiative of a community", [
        Event("Delegation received", "Visit of the miners' children", When="2031"),
        Add("Participant",
            {"Role": "At the initiative of", "Organisation": "Friends of Adra"},
            {"Role": "Honoured", "How many": "12"},
            {"Role": "Co-organiser", "Organisation": "Maren Service of Feasts"}),
    ], "friends of adra", "Visit of the miners' children"),
    (24, "planned mission with objectives under themes", [
        Agreement("Protocol with Brost"),
        Add("Add Theme", {"Title": "Clean rivers"}),
        Event("Delegation received", "Brost comes to Maren", When="2032"),
        Add("Theme or Commitment", {"To": "Clean rivers"}),
    ], "brost comes", "Brost comes to Maren"),
    (25, "school exchange", [
        Event("Exchange", "Pupils of Ogi", When="2031"),
        Add("Participant", {"Role": "Pupils", "Organisation": "Linden School", "How many": "18"}),
    ], "linden school", "Pupils of Ogi"),
    (26, "contacts with a cousin city", [
        Partner("Maren in Ohio"),
        Open("Relation", {"Relation class": "Cousin city"}),
        Event("Contacts", "Letters with Maren in Ohio", When="2031"),
        Add("Participant", {"Role": "Facilitator", "Organisation": "Heritage Circle"}),
    ], "heritage circle", "Letters with Maren in Ohio"),
    (27, "courtesy visit of an ambassador, no day known", [
        Event("Courtesy visit", "Visit of the ambassador of Arland", When="2031"),
        Add("Participant", {"Role": "Guest", "Person": "Sol Marin", "Organisation": "Embassy of Arland",
                            "Function that day": "Ambassador"}),
    ], "embassy arland", "Visit of the ambassador of Arland"),
    (28, "protocol event hosted jointly, with guests", [
        Event("Protocol reception", "Lunch of the ambassadors", When="15 September 2031"),
        Add("Participant",
            {"Role": "Host", "Organisation": "Governor of Maren"},
            {"Role": "Guest", "Person": "Sol Marin", "Reply": "Accepted"},
            {"Role": "Guest", "Person": "Ada Wren", "Reply": "Declined"}),
    ], "ada wren", "Lunch of the ambassadors"),
    (29, "honorary title, its insignia on another day", [
        Event("Ceremony", "Insignia for Leo Garda", When="6 June 2031"),
        Add("Outcome", {"Kind": "Honour or title", "Title": "Honorary citizen"}),
        Open("Honorary citizen", {"Person honoured": "Leo Garda", "Granted on": "4 July 2025",
                                  "Delivered on": "6 June 2031", "Made by": "Goldsmith Tarn",
                                  "Reason": "For his music"}),
    ], "goldsmith tarn", "Insignia for Leo Garda"),
    (30, "delegation at the request of a third party", [
        Event("Delegation received", "Vice-minister of Sela", When="9 April 2031"),
        Add("Participant",
            {"Role": "At the request of", "Organisation": "Foreign Bureau"},
            {"Role": "Head of delegation", "Person": "Tran Oda", "Function that day": "Vice-minister"}),
    ], "tran oda", "Vice-minister of Sela"),
    (31, "event of which only the number of people is known", [
        Event("Seminar", "Group on civil protection", When="12 June 2031", **{"Head-count": "35"}),
        Add("Programme", {"Title": "Round of the group", "Start time": "10:00"}),
        Add("Note", {"Text": "Under the presidency", "Kind": "Context"}),
    ], "civil protection", "Group on civil protection"),
    (32, "reception of school partners from several countries", [
        Event("Protocol reception", "Partners of the high school", When="2031"),
        Add("Participant",
            {"Role": "At the request of", "Organisation": "High School of Maren"},
            {"Role": "Country of origin", "Organisation": "Portugal"},
            {"Role": "Country of origin", "Organisation": "Finland"}),
    ], "finland", "Partners of the high school"),
    (33, "support and auspices", [
        Event("Celebration", "15 years of the hospital", When="31 May 2031"),
        Add("Participant",
            {"Role": "Under the auspices of", "Organisation": "City of Maren"},
            {"Role": "Organiser", "Organisation": "Hospital of the Hill"}),
    ], "hospital hill", "15 years of the hospital"),
    (34, "tour of the city", [
        Event("Tour", "Tour for the Fez circle", When="2031", **{"Text for the report": "In Arabic and French."}),
        Add("Participant", {"Role": "At the request of", "Organisation": "Fez Circle"}),
    ], "arabic french", "Tour for the Fez circle"),
    (35, "cooperation project with works and lots", [
        Project("Wells of Masi", Kind="Programme"),
        Add("Part", {"Title": "Quarter of Masi", "Kind": "Works", "State": "Planned"},
                    {"Title": "Tender of Masi", "Kind": "Tender"},
                    {"Title": "Lot of the paving", "Kind": "Lot"}),
        Event("Mission", "Monitoring in Masi", When="June 2032"),
        Add("Project", {"To": "Wells of Masi"}),
    ], "lot of the paving", "Lot of the paving"),
    (36, "subsidy", [
        Project("Clinic of Pask"),
        Add("Grant", {"Funder": "Northern Fund", "Beneficiary": "City of Maren", "Implemented by": "Pask Aid",
                      "Amount": "25000", "Currency": "EUR", "Years": "2031/2032"}),
        Open("Northern Fund → City of Maren", {}),
        Press("Add Instalment or Report Due…", {"Kind": "Instalment", "What is owed": "First half", "Due": "1 March 2031"}),
    ], "first half", "Clinic of Pask"),
]  # fmt: skip


def enter(office, number, name, steps, words, title):
    start = time.monotonic()
    for step in steps:
        step.do(office)
    entered = time.monotonic() - start
    look_up(office, words, title)
    for event, after in zip(steps, [*steps[1:], None]):
        within = isinstance(after, Open) and "Part of" in after.fields
        if isinstance(event, Event) and not within:
            look_in_agenda(office, event.title)
    found = time.monotonic() - start - entered
    print(f"ok {number} - {name} # entered in {entered:.1f} s, found in {found:.1f} s", flush=True)


def main():
    failed = 0
    only = os.environ.get("KINDS", "").split()
    chosen = [kind for kind in KINDS[::EVERY] if not only or str(kind[0]) in only]
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "new.entente"
        locale = {"LC_ALL": LOCALE, "LANG": LOCALE}
        subprocess.run([ENTENTECTL, "new", project], check=True, env=dict(os.environ, **locale))
        window = Window(PROGRAM, [str(project)], locale)
        try:
            window.find(Atspi.Role.LABEL, part="Saved")
            office = Office(window)
            for kind in chosen:
                try:
                    enter(office, *kind)
                except (Failure, GLib.Error, subprocess.SubprocessError) as problem:
                    failed += 1
                    print(f"not ok {kind[0]} - {kind[1]}: {problem}", flush=True)
                    for _ in range(2):
                        office.keys.press("Escape")
                        office.keys.listen(0.3)
            window.close()
        finally:
            window.kill()
    print(f"1..{len(chosen)}")
    sys.exit(1 if failed else 0)


main()
