# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs ententectl for the tests, each in a home of its own, and reports in TAP."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ''
SAMPLE = ''
TODAY = '2026-11-22'


class Case(unittest.TestCase):
    """A test with an empty folder, a home of its own and a fixed day."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix='ententectl-')
        self.addCleanup(holder.cleanup)
        self.folder = holder.name
        self.env = dict(os.environ, HOME=self.folder, ENTENTE_TODAY=TODAY, TMPDIR=self.folder,
                        LC_ALL='C.UTF-8', USER='tester')
        self.env.pop('LANGUAGE', None)
        for kind in ('DATA', 'CACHE', 'CONFIG', 'STATE'):
            self.env['XDG_%s_HOME' % kind] = self.path(kind.lower())

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8') as stream:
            stream.write(text)
        return name

    def read(self, name):
        with open(self.path(name), 'rb') as stream:
            return stream.read()

    def run_raw(self, *args, **env):
        return subprocess.run([PROGRAM, *args], cwd=self.folder, env=dict(self.env, **env),
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                              check=False)

    def run_ok(self, *args, status=0, **env):
        """What the command prints; nothing is on standard error."""
        done = self.run_raw(*args, **env)
        self.assertEqual(done.stderr.decode(), '', args)
        self.assertEqual(done.returncode, status, args)
        return done.stdout.decode('utf-8')

    def run_json(self, *args, status=0, **env):
        return json.loads(self.run_ok(*args, '--json', status=status, **env))

    def refuse(self, status, words, *args, **env):
        """The one line of a refusal, which holds @words, and prints nothing else."""
        done = self.run_raw(*args, **env)
        line = done.stderr.decode('utf-8')
        self.assertEqual(done.returncode, status, (args, line))
        self.assertTrue(line.startswith('ententectl: ') and line.endswith('\n'), line)
        self.assertEqual(line.count('\n'), 1, line)
        self.assertIn(words, line)
        self.assertEqual(done.stdout, b'')
        return line

    def new(self, name='a.entente'):
        self.run_ok('new', name)
        return name

    def add(self, *args, name='a.entente'):
        return self.run_ok('add', name, *args).strip()


class TapResult(unittest.TestResult):
    """One line a test."""

    def __init__(self):
        super().__init__()
        self.number = 0

    def say(self, verdict, test, notes='', mark=''):
        self.number += 1
        print('%s %d - %s%s' % (verdict, self.number, test.id().replace('__main__.', ''), mark))
        for line in notes.splitlines():
            print('# ' + line)
        sys.stdout.flush()

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say('ok', test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say('ok', test, mark=' # SKIP ' + reason)

    def addError(self, test, err):
        super().addError(test, err)
        self.say('not ok', test, self._exc_info_to_string(err, test))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say('not ok', test, self._exc_info_to_string(err, test))


def main():
    """Runs the tests of the calling script: PROGRAM SAMPLE are its arguments."""
    global PROGRAM, SAMPLE
    PROGRAM, SAMPLE = (os.path.abspath(path) for path in sys.argv[1:3])
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    print('1..%d' % suite.countTestCases())
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
