#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each kind of happening that a report of a year of international relations holds, entered from
nothing into an empty project with keys alone, then found again by searching the project, in the
agenda where it is an event, and on the timeline. All data is made up.

usage: test-kinds.py PROGRAM ENTENTECTL [NUMBER...]

With numbers, only these kinds."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

from driving import (
    TYPED,
    Failure,
    GLib,
    Role,
    State,
    Window,
    answer_file_dialog,
    has,
    make_png,
    wait,
)

PROGRAM, ENTENTECTL = sys.argv[1:3]
ONLY = [int(number) for number in sys.argv[3:]]
LOCALE = "en_GB.UTF-8"

OVERVIEW, AGENDA, AGREEMENTS, TIMELINE, PARTNERS, PROJECTS, INDICATORS, DOCUMENTS = range(1, 9)

# Lines in which a record is named: what is typed is taken with Enter from the list under them.
NAMING = {
    "Person", "Organisation", "Place", "Represents", "Given by", "Given to", "Person honoured",
    "Series", "Part of", "Member", "Of", "Funder", "Beneficiary", "Implemented by", "Event",
    "To", "Time zone", "In", "Paid by",
}  # fmt: skip


class Office:
    """Whoever sits at the keyboard. After each key that does something, what it does is waited for."""

    def __init__(self, window, folder):
        self.window = window
        self.folder = folder  # for files that are attached

    def go_to(self, place):
        self.window.press(f"ctrl+{place}")

    def choose(self, value):
        """Of a list that drops down."""
        window = self.window
        window.move("space")
        if wait("the list", 5, window.focused_role) in TYPED:
            self.type_over(value)  # a long list is searched
        else:
            window.move("Home", 0.3)
        window.go(value, key="Down", limit=40)
        window.move("Return")

    def type_over(self, value):
        window = self.window
        window.press("ctrl+a")
        window.type(value)
        wait(f"“{value}” typed", 5, lambda: window.focused_text() == value)

    def write(self, name, value):
        """Into the field that has the focus."""
        window = self.window
        if wait(f"the field {name}", 5, window.focused_role) not in TYPED:
            self.choose(value)
            return
        self.type_over(value)
        if name in NAMING:
            window.press("Return")

    def fill(self, fields):
        """Goes on from field to field and writes what is known."""
        window = self.window
        left = dict(fields)
        passed = []
        while left:
            name = window.focused_name()
            passed.append(name)
            if name in left:
                self.write(name, left.pop(name))
                continue
            if len(passed) > 120:
                raise Failure(f"no field {', '.join(left)}; passed {passed}")
            window.move("Tab")
        window.move("Tab")

    def answer(self, answers):
        """Fills a dialog, as often as there are answers."""
        window = self.window
        window.wait_dialog()
        for number, fields in enumerate(answers, 1):
            self.fill(fields)
            if number < len(answers):
                window.press("alt+n")
                window.find(Role.LABEL, f"{number} added")
        window.press("alt+a")
        window.wait_dialog_gone()

    def wait_for_new(self):
        """Until the focus is in the title of a record that has its first name yet; tells the field."""
        window = self.window
        wait("a new record", 10, lambda: (window.focused_text() or "").startswith("New "))
        return window.wait_for("Title", "Name")


class Event:
    """A new event of a kind, with the fields of its page."""

    def __init__(self, kind, title, **fields):
        self.kind, self.title, self.fields = kind, title, fields

    def do(self, office):
        window = office.window
        office.go_to(AGENDA)
        window.press("ctrl+n")
        window.wait_for("Delegation received")
        window.go(self.kind, key="Down", limit=40)
        window.press("Return")
        office.wait_for_new()
        office.fill({"Title": self.title, **self.fields})


class Record:
    """A new record of another place, with the fields of its page."""

    def __init__(self, place, title, **fields):
        self.place, self.title, self.fields = place, title, fields

    def do(self, office):
        office.go_to(self.place)
        office.window.press("ctrl+n")
        name = office.wait_for_new()
        office.fill({name: self.title, **self.fields})


class Agreement(Record):
    def __init__(self, title, **fields):
        super().__init__(AGREEMENTS, title, **fields)


class Partner(Record):
    def __init__(self, title, **fields):
        super().__init__(PARTNERS, title, **fields)

    def do(self, office):
        window = office.window
        office.go_to(PARTNERS)
        window.go("Organisations", "By Country", "People")
        window.go("Organisations", key="Left", limit=3)
        window.press("space")
        super().do(office)


class Project(Record):
    def __init__(self, title, **fields):
        super().__init__(PROJECTS, title, **fields)


class Open:
    """Opens a row of the page, with the fields under it."""

    def __init__(self, row, fields):
        self.row, self.fields = row, fields

    def do(self, office):
        window = office.window
        window.go(self.row, limit=120)
        window.press("Return")
        wait(f"{self.row} to open", 5, lambda: has(window.focused(), State.EXPANDED))
        office.fill(self.fields)


class EditOf:
    """The fields of a series or place, behind the button beside its name."""

    def __init__(self, name, fields):
        self.name, self.fields = name, fields

    def do(self, office):
        window = office.window
        window.go(f"Edit: {self.name}", key="shift+Tab", limit=20)
        window.press("Return")
        window.wait_dialog()
        office.fill(self.fields)
        window.press("Escape")
        window.wait_dialog_gone()


class Add:
    """Adds to the page by its button “Add…”: as many as there are answers, one after another."""

    def __init__(self, what, *answers):
        self.what, self.answers = what, answers

    def do(self, office):
        window = office.window
        window.press("alt+a")
        window.wait_for("What to add")
        office.type_over(self.what)
        window.press("Return")
        office.answer(self.answers)


class Press:
    """The same by a button inside a row that is open."""

    def __init__(self, button, *answers):
        self.button, self.answers = button, answers

    def do(self, office):
        window = office.window
        window.go(self.button, limit=60)
        window.press("Return")
        office.answer(self.answers)


class Attach:
    """Files, chosen one by one by typing where they are."""

    def __init__(self, *names):
        self.names = names

    def do(self, office):
        window = office.window
        for grey, name in enumerate(self.names):
            make_png(office.folder / name, 60 * grey)
            window.press("alt+a")
            window.wait_for("What to add")
            office.type_over("Attach Files")
            window.press("Return")
            answer_file_dialog(window, office.folder / name)
            window.find(Role.LIST_ITEM, part=pathlib.Path(name).stem)


class SeeOnTimeline:
    """Goes along the timeline to an agreement."""

    def __init__(self, title):
        self.title = title

    def do(self, office):
        window = office.window
        office.go_to(TIMELINE)
        window.tab_to(window.find(Role.LIST, "Timeline of agreements"), 40, into=True)
        window.move("Home", 0.5)
        for _ in range(20):
            if self.title in (window.focused_name() or ""):
                return
            window.move("Right", 0.5)
        raise Failure(f"not on the timeline: {self.title}")


def look_up(office, words, row, title):
    """By the search of the whole project, from elsewhere; the page it leads to tells of TITLE."""
    window = office.window
    office.go_to(OVERVIEW)
    window.press("ctrl+shift+f")
    window.wait_dialog()
    office.type_over(words)
    window.find(Role.LIST_ITEM, part=row, within=Role.DIALOG)
    window.press("Return")
    window.wait_dialog_gone()
    wait(f"a page that tells of {title}", 10, lambda: any(title in name for name in window.names()))


def look_in_agenda(office, title):
    window = office.window
    office.go_to(AGENDA)
    window.press("ctrl+f")
    window.wait_focused(Role.ENTRY)
    office.type_over(title)
    window.press("Return")
    window.wait_focused(Role.LIST_ITEM, part=title)
    window.press("ctrl+f")
    window.wait_focused(Role.ENTRY)
    window.press("ctrl+a", "BackSpace", "Escape")


# number in product.md §1.2, its words there, what is done; words searched, what they find, and what
# its page tells of where that is another
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
        Add("Cost", {"Kind": "Planned", "What for": "Train to Carvel", "Amount": "840.50", "Currency": "EUR",
                     "Paid by": "City of Maren"}),
        Add("Participant",
            {"Role": "Pupils", "Organisation": "Music School of Maren", "How many": "24"},
            {"Role": "Teachers", "Organisation": "Music School of Maren", "How many": "3"}),
    ], "music school maren", "Music School of Maren", "Masterclass in Carvel"),
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
    ], "ilze kaln", "Ilze Kaln", "Delegation of Lindby"),
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
        SeeOnTimeline("Protocol with Tavik"),
    ], "protocol tavik", "Protocol with Tavik"),
    (9, "anniversary of a twinning", [
        Agreement("Twinning with Dorn"),
        Open("Dates and term", {"Signed on": "8 May 1986"}),
        Event("Anniversary", "45 years with Dorn", When="8 May 2031"),
        Add("Agreement", {"To": "Twinning with Dorn", "Kind": "Caused by"}),
        SeeOnTimeline("Twinning with Dorn"),
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
        EditOf("Granary", {"Standard text": "A granary of 1620, by the river."}),
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
    ], "festival lanterns", "Festival of Lanterns", "Street theatre in Tavik"),
    (16, "residency of co-creation", [
        Event("Residency", "Residency of the Echo duo", When="1-20 October 2031"),
        Add("Participant", {"Role": "Artist", "Person": "Noor Vale"}),
        Add("Programme", {"Title": "Concert of the Echo duo", "When": "20 October 2031"}),
    ], "noor vale", "Noor Vale", "Residency of the Echo duo"),
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
    ], "bert olsen", "Bert Olsen", "Session at the northern university"),
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
    ], "friends of adra", "Friends of Adra", "Visit of the miners' children"),
    (24, "planned mission with objectives under themes", [
        Agreement("Protocol with Brost"),
        Add("Add Theme", {"Title": "Clean rivers"}),
        Open("Clean rivers", {}),
        Press("Add Commitment…", {"Text": "Count the fish each spring"}),
        Event("Delegation received", "Brost comes to Maren", When="2032"),
        Add("Theme or Commitment", {"To": "Clean rivers"}),
        Add("Theme or Commitment", {"To": "Count the fish each spring"}),
    ], "brost comes", "Brost comes to Maren"),
    (25, "school exchange", [
        Event("Exchange", "Pupils of Ogi", When="2031"),
        Add("Participant", {"Role": "Pupils", "Organisation": "Linden School", "How many": "18"}),
    ], "linden school", "Linden School", "Pupils of Ogi"),
    (26, "contacts with a cousin city", [
        Partner("Maren in Ohio"),
        Open("Relation", {"Relation class": "Cousin city"}),
        Event("Contacts", "Letters with Maren in Ohio", When="2031"),
        Add("Participant", {"Role": "Facilitator", "Organisation": "Heritage Circle"}),
    ], "heritage circle", "Heritage Circle", "Letters with Maren in Ohio"),
    (27, "courtesy visit of an ambassador, no day known", [
        Event("Courtesy visit", "Visit of the ambassador of Arland", When="2031"),
        Add("Participant", {"Role": "Guest", "Person": "Sol Marin", "Organisation": "Embassy of Arland",
                            "Function that day": "Ambassador"}),
    ], "embassy arland", "Embassy of Arland", "Visit of the ambassador of Arland"),
    (28, "protocol event hosted jointly, with guests", [
        Event("Protocol reception", "Lunch of the ambassadors", When="15 September 2031"),
        Add("Participant",
            {"Role": "Host", "Organisation": "Governor of Maren"},
            {"Role": "Guest", "Person": "Sol Marin", "Reply": "Accepted"},
            {"Role": "Guest", "Person": "Ada Wren", "Reply": "Declined"}),
    ], "ada wren", "Ada Wren", "Lunch of the ambassadors"),
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
    ], "tran oda", "Tran Oda", "Vice-minister of Sela"),
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
    ], "finland", "Finland", "Partners of the high school"),
    (33, "support and auspices", [
        Event("Celebration", "15 years of the hospital", When="31 May 2031"),
        Add("Participant",
            {"Role": "Under the auspices of", "Organisation": "City of Maren"},
            {"Role": "Organiser", "Organisation": "Hospital of the Hill"}),
    ], "hospital hill", "Hospital of the Hill", "15 years of the hospital"),
    (34, "tour of the city", [
        Event("Tour", "Tour for the Fez circle", When="2031", **{"Text for the report": "In Arabic and French."}),
        Add("Participant", {"Role": "At the request of", "Organisation": "Fez Circle"}),
    ], "arabic french", "Tour for the Fez circle"),
    (35, "cooperation project with works and lots", [
        Project("Wells of Masi", Kind="Programme"),
        Open("Dates, place and budget", {"Since": "early 2031", "Budget": "120000", "Currency": "EUR"}),
        Add("Part", {"Title": "Quarter of Masi", "Kind": "Works", "State": "Planned"},
                    {"Title": "Tender of Masi", "Kind": "Tender"},
                    {"Title": "Lot of the paving", "Kind": "Lot"}),
        Attach("Well before.png", "Well after.png"),
        Open("Well before", {"Pair": "Before"}),
        Open("Well after", {"Pair": "After"}),
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


def enter(office, number, name, steps, words, *found):
    start = time.monotonic()
    for step in steps:
        office.step = f"{type(step).__name__} {vars(step)}"
        step.do(office)
    entered = time.monotonic() - start
    look_up(office, words, found[0], found[-1])
    for event, after in zip(steps, [*steps[1:], None]):
        within = isinstance(after, Open) and "Part of" in after.fields
        if isinstance(event, Event) and not within:
            look_in_agenda(office, event.title)
    found = time.monotonic() - start - entered
    print(f"ok {number} - {name} # entered in {entered:.1f} s, found in {found:.1f} s", flush=True)


def main():
    failed = 0
    chosen = [kind for kind in KINDS if not ONLY or kind[0] in ONLY]
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "new.entente"
        locale = {"LC_ALL": LOCALE, "LANG": LOCALE}
        subprocess.run([ENTENTECTL, "new", project], check=True, env=dict(os.environ, **locale))
        window = Window(PROGRAM, [str(project)], locale)
        try:
            window.find(Role.LABEL, part="Saved")
            office = Office(window, project.parent)
            for kind in chosen:
                try:
                    enter(office, *kind)
                except (Failure, GLib.Error, subprocess.SubprocessError) as problem:
                    failed += 1
                    print(f"not ok {kind[0]} - {kind[1]}: {problem}; on {office.step}", flush=True)
                    for _ in range(2):
                        window.press("Escape")
                        window.listen(0.3)
            window.close()
        finally:
            window.kill()
    print(f"1..{len(chosen)}")
    sys.exit(1 if failed else 0)


main()
