#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios of the officer's desk, on the fresh sample, each with its clock: what the window says
exactly, and in how many steps (a click, a shortcut, or typing one value) it is done.

usage: test-scenarios.py PROGRAM SAMPLE ENTENTECTL"""

import contextlib
import itertools
import json
import subprocess
import sys

from driving import Failure, Role, expect, open_sample, run, wait
from gi.repository import GLib

PROGRAM, SAMPLE, ENTENTECTL = sys.argv[1:4]
PROTOCOL = "Cooperation Protocol 2024-2026"
NOTE = "Quick note Quick note"
CARD = (
    "Cooperation Protocol 2024-2026, City of Terrebonne · ends in 39 days"
    " · themes I, II only ever planned (2025) · theme III: nothing at all"
    " · reports 2024, 2025 not recorded as sent"
)


class Desk:
    """The sample in a window on a day, and the steps taken there."""

    def __init__(self, window, today):
        self.window = window
        self.today = today
        self.path = str(window.project)
        self.steps = 0

    def click(self, part, name):
        """What has that name in the line of PART."""
        self.steps += 1
        self.window.click_in_row(part, name)

    def press(self, key):
        self.steps += 1
        self.window.press(key)

    def question(self, part):
        self.window.wait_focused(Role.TEXT, part=part)

    def finish(self, limit):
        if self.steps > limit:
            raise Failure(f"{self.steps} steps, at most {limit}")
        self.window.close()

    def ask(self, *arguments, status=0):
        done = subprocess.run([ENTENTECTL, *arguments, "--json"], capture_output=True, text=True,
                              check=False)
        if done.returncode not in (0, status):
            raise Failure(done.stderr)
        return json.loads(done.stdout)


@contextlib.contextmanager
def sit_down(today):
    with open_sample(PROGRAM, SAMPLE, today=today) as window:
        yield Desk(window, today)


def check_draft(desk):
    """With parties, themes, commitments, bodies and the link; without dates and signatures."""
    path = desk.path
    old = next(each for each in desk.ask("list", path, "agreement")
               if each["title"] == "Protocole de coopération 2024-2026")
    draft = next(each for each in desk.ask("list", path, "agreement")
                 if each["title"] == "Protocole de coopération 2027-…")
    shown = desk.ask("show", path, draft["id"])
    children = shown["children"]
    kinds = [each["kind"] for each in children["provision"]]
    expect("themes", kinds.count("theme"), 3)
    expect("commitments", kinds.count("commitment"), 9)
    bodies = [each for each in children["participation"] if each["role"] == "follow_up"]
    expect("follow-up bodies", len(bodies), 2)
    expect("parties", len(children["party"]),
           len(desk.ask("show", path, old["id"])["children"]["party"]))
    expect("signatures", children.get("signing", []), [])
    links = [(each["kind"], each["target"]) for each in desk.ask("list", path, "link")
             if each["source"] == draft["id"]]
    expect("links", links, [("renews", old["id"])])
    for field in ("signed", "effective", "ends", "notice_by", "decide_by"):
        expect(field, shown.get(field), None)


def renew_terrebonne():
    """22 November 2026, before Monday's meeting: look, in negotiation, renew."""
    with sit_down("2026-11-22") as desk:
        desk.window.find_row("ends in 39 days")
        lines = desk.window.rows()
        # What stands below the places, the lists and the line for a note.
        expect("first line", lines[lines.index(NOTE) + 1], CARD)
        expect("cards of Terrebonne",
               [name for name in lines if "Terrebonne" in name and "Mission of" not in name], [CARD])
        due = desk.ask("due", desk.path, "--today", desk.today, status=1)
        expect("due", (due[0]["rule"], due[0]["date"]), ("ends-soon", "2026-12-31"))

        desk.click(PROTOCOL, "In Negotiation")
        desk.question("Say nothing of it until")
        desk.press("Return")
        desk.window.find_row("in negotiation · quiet until")
        desk.click(PROTOCOL, "Renew")
        desk.window.find(Role.LABEL, part="Undo")
        desk.window.find_row("in negotiation · quiet until")
        if any("ends in" in name for name in desk.window.rows()):
            raise Failure("it does not keep quiet")
        desk.finish(3)
        check_draft(desk)
        quiet = desk.ask("due", desk.path, "--today", desk.today, status=1)
        expect("quiet", [(each["rule"], each["severity"]) for each in quiet
                         if each["title"].startswith("Protocole de coopération 2024")],
               [("negotiation", "note")])
        later = desk.ask("due", desk.path, "--today", "2026-12-22", status=1)
        expect("on the day chosen", [each["rule"] for each in later
                                     if each["title"].startswith("Protocole de coopération 20")],
               ["decision"])


PLANNED = [
    "Fêtes namuroises",
    "Reception of a Quebec delegation at Namur en Mai 2025",
    "Aemone hosted in Quebec City",
    "Mission of Terrebonne to Namur",
    "Second year of the project with PASCO",
    "Rehabilitation of the district offices of Masina",
]


def list_planned(window):
    return [name.split(",")[0] for name in window.rows() if ", Planned · " in name]


def look_for_all(window):
    """The button in the head of the group of what was planned; within a look alone."""
    named = itertools.dropwhile(lambda each: each.get_name() != "Did It Happen? (6)", window.shown())
    return next((each for each in named if each.get_name() == "Show All 6"), None)


def did_it_happen():
    """5 January 2027: six planned things whose day is past, each answered in its place."""
    with sit_down("2027-01-05") as desk:
        # Of the group “Did It Happen?” of the Overview, which shows five.
        desk.steps += 1
        desk.window.click_found("all of the group", lambda: look_for_all(desk.window))
        wait("all of them", 10, lambda: len(list_planned(desk.window)) > 5)
        expect("the list", list_planned(desk.window), PLANNED)

        desk.click("Mission of Terrebonne", "Held")
        desk.question("When")
        desk.press("Return")
        desk.window.wait_gone("Mission of Terrebonne")
        desk.click("Namur en Mai 2025", "Don’t Know")
        desk.window.wait_gone("Namur en Mai 2025")
        desk.click("Aemone", "Postponed")
        desk.question("New date")
        desk.press("Return")
        desk.window.wait_gone("Aemone")
        desk.click("Fêtes namuroises", "Mark as Cancelled")
        desk.question("Why")
        desk.press("Return")
        desk.window.wait_gone("Fêtes namuroises")
        desk.click("Masina", "Begun")
        desk.question("Since when")
        desk.press("Return")
        desk.window.wait_gone("Masina")
        desk.click("PASCO", "Don’t Know")
        wait("nothing left", 10, lambda: not list_planned(desk.window))
        desk.finish(12)

        states = {each["title"]: each["state"]
                  for table in ("event", "project")
                  for each in desk.ask("list", desk.path, table)}
        for part, state in (("Terrebonne à Namur", "held"), ("Namur en Mai 2025", "unknown"),
                            ("Aemone", "postponed"), ("Fêtes namuroises", "cancelled"),
                            ("bureaux de quartier de Masina", "running"), ("PASCO", None)):
            found = [each for title, each in states.items() if part in title]
            if state not in found:
                raise Failure(f"{part}: {found}, not {state}")


def brief_of_an_ambassador():
    """The mayor's secretary at 17:40: the ambassador of Peru comes tomorrow at nine."""
    with sit_down("2025-01-13") as desk:
        window = desk.window
        desk.press("ctrl+shift+f")
        window.wait_for_typing()
        window.type("perou chavez")
        desk.steps += 1
        window.find(Role.LIST_ITEM, part="Luis Enrique Chávez Badagoitia")
        desk.press("Return")
        window.find(Role.LABEL, "Luis Enrique Chávez Badagoitia")
        window.find(Role.BUTTON, "Brief…")
        people = desk.ask("list", desk.path, "person")
        person = next(each["id"] for each in people if "Badagoitia" in each["title"])
        paper = window.project.parent / "brief.pdf"
        desk.steps += 1
        number = GLib.Variant("(ssxs)", ("brief", ".pdf", decode(person), str(paper)))
        window.act("export-paper-to", number)
        window.find(Role.LABEL, "“brief.pdf” Exported", seconds=60)
        desk.finish(5)
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True,
                              check=True).stdout
        for words in ("H.E. Mr", "Luis Enrique Chávez Badagoitia", "2024 (day not recorded)"):
            if words not in text.replace("\u00a0", " "):
                raise Failure(f"“{words}” is not printed: {text}")


def decode(word):
    """An id as a number: Crockford's base 32."""
    number = 0
    for letter in word:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(letter)
    return number


def report_of_the_year():
    """Terrebonne's Bureau asks for the yearly report that the Protocol prescribes."""
    with sit_down("2026-11-22") as desk:
        window = desk.window
        agreements = desk.ask("list", desk.path, "agreement")
        protocol = next(each["id"] for each in agreements
                        if each["title"] == "Protocole de coopération 2024-2026")
        paper = window.project.parent / "year.pdf"
        desk.steps += 2  # Papers > Report of the Year…
        window.act("export-paper-to", GLib.Variant("(ssxs)", ("annual-report", ".pdf",
                                                              decode(protocol), str(paper))))
        window.find(Role.LABEL, "Has the report been sent?", seconds=60)
        desk.steps += 1
        window.click_button("Mark as Sent")
        wait("the obligation", 10, lambda: window.is_enabled("undo"))
        desk.finish(3)
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True,
                              check=True).stdout
        for words in ("Report of the year 2024", "III. University exchanges",
                      "No activity is recorded."):
            if words not in text:
                raise Failure(f"“{words}” is not printed: {text}")
        owed = [(each["title"], each.get("settled")) for each in desk.ask("list", desk.path,
                                                                         "obligation")
                if each["kind"] == "report"]
        expect("settled", [day for title, day in owed if "2024" in title], ["2026-11-22"])
        expect("still owed", [day for title, day in owed if "2025" in title], [None])


run([renew_terrebonne, did_it_happen, brief_of_an_ambassador, report_of_the_year])
