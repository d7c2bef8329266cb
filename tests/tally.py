#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests of a meson log: prints "PASSED FAILED".

A program that speaks TAP counts as many tests as it reports, and at least one failure when meson
calls it failed; every other program counts as one test. Skipped tests count on neither side.
"""

import json
import re
import sys

LINE = re.compile(r'^\s*(not ok|ok)\b(.*)$', re.MULTILINE)
SKIPPED = re.compile(r'#\s*(skip|todo)', re.IGNORECASE)
GOOD = ('OK', 'EXPECTEDFAIL')


def tally(result, output):
    """Returns (passed, failed) of one program."""
    if result == 'SKIP':
        return 0, 0
    passed = failed = 0
    for verdict, rest in LINE.findall(output):
        if SKIPPED.search(rest):
            continue
        if verdict == 'ok':
            passed += 1
        else:
            failed += 1
    if result in GOOD:
        return max(passed, 1), 0
    return passed, max(failed, 1)


def main(path):
    passed = failed = 0
    with open(path, encoding='utf-8') as log:
        for line in log:
            test = json.loads(line)
            good, bad = tally(test['result'], test.get('stdout') or '')
            passed += good
            failed += bad
    print(passed, failed)


if __name__ == '__main__':
    main(sys.argv[1])
