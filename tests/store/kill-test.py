#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill-test.py WRITER KILLS: kills a program that edits a project, at random moments, and
opens the project again each time. No edit that was acknowledged may be lost, the content must be
the one that was acknowledged, the file must hold what was published, and both must be sound."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

LONGEST_LIFE = 0.12
KNOWN_NAMES = {"work.db", "work.db-journal", "index.db", "state.json", "lock"}
SEED = 1


def run(writer, arguments, data):
    environment = dict(os.environ, XDG_DATA_HOME=data)
    return subprocess.Popen([writer, *arguments], stdout=subprocess.PIPE, env=environment)


def read_lines(output):
    """Whole lines only: the last one may have been cut off."""
    for line in output.decode().split("\n")[:-1]:
        word, _, rest = line.partition(" ")
        if word in ("start", "edit", "published"):
            entry, content = rest.split(" ")
            yield word, int(entry), content
        else:
            yield word, rest, None


class Ledger:
    """What the writer said, and may be held to."""

    def __init__(self):
        self.content = {}
        self.last = 0
        self.published = 0
        self.edits = 0
        self.faults = []

    def fault(self, text):
        self.faults.append(text)
        print("fault:", text)

    def take(self, output, kill):
        for word, entry, content in read_lines(output):
            if word == "problem":
                self.fault(f"kill {kill}: {entry}")
            elif word == "start":
                if entry < self.last:
                    self.fault(f"kill {kill}: entry {self.last} is lost, {entry} is the last")
                elif entry in self.content and self.content[entry] != content:
                    self.fault(f"kill {kill}: the content after entry {entry} is another")
                self.content[entry] = content
                self.last = entry
            elif word in ("edit", "published"):
                self.content[entry] = content
                self.edits += word == "edit"
                self.last = entry
                if word == "published":
                    self.published = entry


    def take_leftovers(self, work):
        for folder, _, names in os.walk(work):
            if "state.json" in names and set(names) - KNOWN_NAMES:
                self.fault(f"left behind in {folder}: {set(names) - KNOWN_NAMES}")


def look(writer, arguments, data, ledger, at_least, what):
    process = run(writer, ["--look", *arguments], data)
    output, _ = process.communicate(timeout=60)
    lines = list(read_lines(output))
    if process.returncode != 0 or ("sound", "", None) not in lines:
        ledger.fault(f"{what}: {lines}")
        return
    entry, content = next((line[1], line[2]) for line in lines if line[0] == "start")
    if entry < at_least:
        ledger.fault(f"{what}: entry {at_least} is lost, {entry} is the last")
    if ledger.content.get(entry, content) != content:
        ledger.fault(f"{what}: the content after entry {entry} is another")


def main():
    writer, kills = sys.argv[1], int(sys.argv[2])
    folder = tempfile.mkdtemp(prefix="entente-kill-")
    data, project = os.path.join(folder, "data"), os.path.join(folder, "Killed.entente")
    source, ledger, start = random.Random(SEED), Ledger(), time.monotonic()

    for kill in range(kills):
        process = run(writer, [project], data)
        # One in four is killed while it opens the project, at the latest.
        output = process.stdout.readline() if source.random() < 0.75 else b""
        time.sleep(source.uniform(0, LONGEST_LIFE))
        process.kill()
        output += process.stdout.read()
        process.wait()
        ledger.take(output, kill)

        # The file alone, as another computer would find it.
        if kill % 5 == 4 and ledger.edits > 0:
            elsewhere = os.path.join(folder, "elsewhere")
            look(writer, [project], elsewhere, ledger, ledger.published, f"file after kill {kill}")
            shutil.rmtree(elsewhere)

    look(writer, [project], data, ledger, ledger.last, "working copy at the end")
    ledger.take_leftovers(os.path.join(data, "entente", "work"))
    copies = len(os.listdir(os.path.join(data, "entente", "work"))) - 1
    print(f"{kills} kills, {ledger.edits} edits, last entry {ledger.last}, "
          f"published up to {ledger.published}, {copies} working copies, "
          f"{time.monotonic() - start:.0f} s")
    if ledger.edits < kills:
        ledger.fault("too few edits for the test to mean anything")
    shutil.rmtree(folder)
    sys.exit(1 if ledger.faults else 0)


if __name__ == "__main__":
    main()
