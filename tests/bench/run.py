#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py BUILD [NAME...]: times the program against floors of the same run.

Each measure is a ratio to the least work that could give the same result on this machine, now:
absolute times say more of the machine than of the program. Floor and program take turns, and
medians are compared. Nothing here is a test: a goal that is missed is reported, not failed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 7


class Trouble(Exception):
    """A measure that could not be taken."""


def output_of(*command, env=None):
    """Runs a command and returns what it prints, as words."""
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, timeout=600)
    if done.returncode != 0:
        raise Trouble(done.stderr.strip().splitlines()[-1] if done.stderr.strip()
                      else f'{os.path.basename(command[0])} ended with {done.returncode}')
    return done.stdout.split()


def copy_of_sample(build, folder):
    sample = os.path.join(build, 'data', 'namur-2024.entente')
    copy = os.path.join(folder, 'namur-2024.entente')
    shutil.copyfile(sample, copy)
    return copy


def window(build, folder):
    """First complete frame of the sample, beside a bare libadwaita window."""
    bench = os.path.join(build, 'tests', 'bench')
    timer = os.path.join(bench, 'first-frame')
    floor = [timer, 'Floor', os.path.join(bench, 'floor-window')]
    ours = [timer, 'Namur', os.path.join(build, 'src', 'ui', 'entente'),
            copy_of_sample(build, folder)]
    times = [], []
    # The first round of each warms caches and makes the working copy.
    for number in range(ROUNDS + 1):
        for command, where in zip((floor, ours), times):
            taken = float(output_of(*command)[0])
            if number > 0:
                where.append(taken)
    return statistics.median(times[0]), statistics.median(times[1]), 'ms'


def edit(build, folder):
    """An acknowledged edit with its journal entry, beside the plain transaction."""
    times = [], []
    for number in range(5):
        place = os.path.join(folder, str(number))
        os.mkdir(place)
        floor, ours = output_of(os.path.join(build, 'tests', 'bench', 'bench-edit'), place)
        times[0].append(float(floor))
        times[1].append(float(ours))
    return statistics.median(times[0]), statistics.median(times[1]), 'µs'


def report(build, folder):
    """The annual report, beside as much text on as many pages by cairo and Pango alone."""
    floor, ours = output_of(os.path.join(build, 'tests', 'bench', 'bench-report'),
                            copy_of_sample(build, folder), folder)
    return float(floor), float(ours), 'ms'


def pdf(build, folder):
    """The text of a PDF through the helper, beside poppler in process: 1.25 times as long is 0.8
    of its pages per second."""
    floor, ours = output_of(os.path.join(build, 'tests', 'bench', 'bench-pdf'))
    return float(floor), float(ours), 'ms'


def timeline(build, folder):
    """A frame of a timeline of 5,000 signatures, beside one of 500."""
    floor, ours = output_of(os.path.join(build, 'tests', 'bench', 'bench-timeline'))
    return float(floor), float(ours), 'ms'


def in_window(build, folder, n_records, *scenes):
    """Drives a window on a project of N records; the pieces of work of each scene, in ms, as
    pairs: 95th of a hundred, and longest."""
    project = os.path.join(folder, f'{n_records}.entente')
    output_of(os.path.join(build, 'tests', 'bench', 'many-records'), project, str(n_records))
    display = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'ui', 'run-display')
    words = output_of(display, os.path.join(build, 'tests', 'bench', 'bench-window'), project,
                      *scenes, env=dict(os.environ, ENTENTE_TODAY='2026-11-22'))
    # What the session bus says comes first.
    words = words[words.index('open'):]
    return {words[i]: (float(words[i + 3]), float(words[i + 4]))
            for i in range(0, len(words), 5)}


def frames(build, folder):
    """The slow frames of a timeline of 5,000 signatures that is moved and scaled in a window,
    beside those of one of 500. A screen asks for 16 ms."""
    means = []
    for n_records in (5000, 50000):
        scenes = in_window(build, folder, n_records, 'timeline')
        means.append(statistics.mean(scenes[name][0] for name in ('pan', 'zoom', 'pan-all')))
    return *means, 'ms'


def lists(build, folder):
    """The longest that the window is busy after an edit or an undo, every list open, with
    20,000 records beside 2,000."""
    means = []
    for n_records in (2000, 20000):
        scenes = in_window(build, folder, n_records, 'edits')
        means.append(statistics.median(scenes[name][1] for name in scenes if name != 'open'))
    return *means, 'ms'


def search(build, folder):
    """The first hits of a keystroke at the 95th percentile, over 20,000 records and 20,000 pages,
    beside SQLite alone on an open connection. The goal in milliseconds is 50."""
    bench = os.path.join(build, 'tests', 'bench')
    project = os.path.join(folder, 'work.db')
    output_of(os.path.join(bench, 'many-records'), project, '20000')
    floor, ours, ranked, stall = output_of(os.path.join(bench, 'bench-search'), project, '20000')
    print(f'search   p95 of the best hits {ranked} ms, longest stall of the main loop {stall} ms')
    return float(floor), float(ours), 'ms'


def longest(build, folder, scene, prefix):
    """The longest piece of work of the scenes whose names begin so, with 20,000 records beside
    2,000."""
    means = []
    for n_records in (2000, 20000):
        scenes = in_window(build, folder, n_records, scene)
        means.append(statistics.mean(scenes[name][1] for name in scenes
                                     if name.startswith(prefix)))
    return *means, 'ms'


def places(build, folder):
    """The longest that the window is busy when a place is opened for the first time."""
    return longest(build, folder, 'places', 'open-')


def typing(build, folder):
    """The longest that a key waits while a list is searched."""
    return longest(build, folder, 'search', 'search-')


def counts(build, folder):
    """The longest that the window is busy after an edit with the Overview in sight, its lines and
    the numbers of all lists included."""
    return longest(build, folder, 'counts', 'counts')


MEASURES = {'window': (window, 1.5), 'edit': (edit, 1.25), 'report': (report, 1.5),
            'pdf': (pdf, 1.25), 'timeline': (timeline, 1.25), 'frames': (frames, 1.25),
            'lists': (lists, 1.5), 'search': (search, 10), 'places': (places, 2),
            'typing': (typing, 2), 'counts': (counts, 3)}


def main(build, names):
    failed = False
    for name in names or MEASURES:
        if name not in MEASURES:
            sys.exit(f'bench: there is no measure "{name}"; there are: {", ".join(MEASURES)}')
        measure, goal = MEASURES[name]
        with tempfile.TemporaryDirectory() as folder:
            try:
                floor, ours, unit = measure(build, folder)
            except (Trouble, OSError, ValueError, subprocess.TimeoutExpired) as error:
                print(f'{name:8} not measured: {error}')
                failed = True
                continue
        verdict = 'met' if ours / floor <= goal else 'missed'
        print(f'{name:8} floor {floor:8.1f} {unit}  ours {ours:8.1f} {unit}  '
              f'ratio {ours / floor:5.2f}  goal {goal:.2f} {verdict}', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2:]))
