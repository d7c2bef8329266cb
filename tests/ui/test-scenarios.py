#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios of the officer's desk, on the fresh sample, each with its clock: what the window says
exactly, and in how many steps (a click, a shortcut, or typing one value) it is done.

usage: test-scenarios.py PROGRAM SAMPLE ENTENTECTL"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from driving import Atspi, Failure, Window, describe, get_names, has, run, wait, walk
from gi.repository import GLib

PROGRAM, SAMPLE, ENTENTECTL = sys.argv[1:4]
PROTOCOL = "Cooperation Protocol 2024-2026"


class Desk:
    """The sample in a window on a day, and the steps taken there."""

    def __init__(self, folder, today):
        self.today = today
        self.path = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, self.path)
        self.path.chmod(0o644)
        self.steps = 0
        self.window = Window(PROGRAM, [str(self.path)],
                             {"LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8",
                              "ENTENTE_TODAY": today})

    def rows(self):
        return [each for each in walk(self.window.frame)
                if each.get_role() == Atspi.Role.LIST_ITEM
                and has(each, Atspi.StateType.SHOWING)]

    def row(self, part):
        return wait(f"a line of {part}", 10,
                    lambda: next((row for row in self.rows() if part in row.get_name()), None))

    def wait_gone(self, part):
        wait(f"no line of {part}", 10,
             lambda: not any(part in row.get_name() for row in self.rows()))

    def click(self, row, name):
        self.steps += 1
        for each in walk(row):
            if each.get_name() == name and has(each, Atspi.StateType.FOCUSABLE):
                Atspi.Action.do_action(each, 0)
                return
        raise Failure(f"no “{name}” in {describe(row)}")

    def press(self, key):
        self.steps += 1
        self.window.press(key)

    def question(self, part):
        wait(f"the question {part}", 5,
             lambda: any(each.get_role() == Atspi.Role.TEXT and part in each.get_name()
                         and has(each, Atspi.StateType.FOCUSED)
                         for each in walk(self.window.frame)))

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


def expect(what, found, expected):
    if found != expected:
        raise Failure(f"{what}: {found}, not {expected}")


def check_draft(desk):
    """With parties, themes, commitments, bodies and the link; without dates and signatures."""
    path = str(desk.path)
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
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder, "2026-11-22")
        try:
            card = desk.row(PROTOCOL)
            for words in ("City of Terrebonne", "ends in 39 days", "themes I, II only ever planned",
                          "theme III: nothing at all", "reports 2024, 2025 not recorded as sent"):
                if words not in card.get_name():
                    raise Failure(f"“{words}” is not said: {card.get_name()}")
            lines = [row.get_name() for row in desk.rows()]
            about = [name for name in lines if "Terrebonne" in name and "Mission of" not in name]
            expect("cards of Terrebonne", len(about), 1)
            first = next(name for name in lines if "39 days" in name or "planned" in name
                         or "Open" in name)
            expect("first line", first, card.get_name())
            due = desk.ask("due", str(desk.path), "--today", desk.today, status=1)
            expect("due", (due[0]["rule"], due[0]["date"]), ("ends-soon", "2026-12-31"))

            desk.click(card, "In Negotiation")
            desk.question("Say nothing of it until")
            desk.press("Return")
            desk.row("in negotiation · quiet until")
            desk.click(desk.row(PROTOCOL), "Renew")
            wait("the draft", 10, lambda: desk.window.is_enabled("undo"))
            desk.row("in negotiation · quiet until")
            if any("ends in" in row.get_name() for row in desk.rows()):
                raise Failure("it does not keep quiet")
            desk.finish(3)
            check_draft(desk)
            quiet = desk.ask("due", str(desk.path), "--today", desk.today, status=1)
            expect("quiet", [(each["rule"], each["severity"]) for each in quiet
                             if each["title"].startswith("Protocole de coopération 2024")],
                   [("negotiation", "note")])
            later = desk.ask("due", str(desk.path), "--today", "2026-12-22", status=1)
            expect("on the day chosen", [each["rule"] for each in later
                                         if each["title"].startswith("Protocole de coopération 20")],
                   ["decision"])
        finally:
            desk.window.kill()


def did_it_happen():
    """5 January 2027: six planned things whose day is past, each answered in its place."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder, "2027-01-05")
        try:
            desk.row("Did It Happen?, 6")
            desk.steps += 1
            desk.window.act("show-place", GLib.Variant("s", "did-it-happen"))
            wait("the list", 10, lambda: "6 lines" in get_names(desk.window.frame))

            desk.click(desk.row("Mission of Terrebonne"), "Held")
            desk.question("When")
            desk.press("Return")
            desk.wait_gone("Mission of Terrebonne")
            desk.click(desk.row("Namur en Mai 2025"), "Don’t Know")
            desk.wait_gone("Namur en Mai 2025")
            desk.click(desk.row("Aemone"), "Postponed")
            desk.question("New date")
            desk.press("Return")
            desk.wait_gone("Aemone")
            desk.click(desk.row("Fêtes namuroises"), "Mark as Cancelled")
            desk.question("Why")
            desk.press("Return")
            desk.wait_gone("Fêtes namuroises")
            desk.click(desk.row("Masina"), "Begun")
            desk.question("Since when")
            desk.press("Return")
            desk.wait_gone("Masina")
            desk.click(desk.row("PASCO"), "Don’t Know")
            wait("nothing left", 10, lambda: "Everything Is Answered" in get_names(desk.window.frame))
            desk.finish(12)

            states = {each["title"]: each["state"]
                      for table in ("event", "project")
                      for each in desk.ask("list", str(desk.path), table)}
            for part, state in (("Terrebonne à Namur", "held"), ("Namur en Mai 2025", "unknown"),
                                ("Aemone", "postponed"), ("Fêtes namuroises", "cancelled"),
                                ("bureaux de quartier de Masina", "running"), ("PASCO", None)):
                found = [each for title, each in states.items() if part in title]
                if state not in found:
                    raise Failure(f"{part}: {found}, not {state}")
        finally:
            desk.window.kill()


run([renew_terrebonne, did_it_happen])
