#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ententectl attach: what it takes, what it says twice of, what it refuses."""

import hashlib
import os
import sqlite3
import subprocess
import time

import ententectl
from ententectl import Case

PNG = b'\x89PNG\r\n\x1a\n' + b'0' * 100


class Attach(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.event = self.add('event', 'kind=visit', 'title=Visite', 'when=2024')

    def file(self, name, content):
        with open(self.path(name), 'wb') as stream:
            stream.write(content)
        return name

    def attach(self, *args, **env):
        return self.run_json('attach', 'a.entente', *args, **env)

    def test_attach(self):
        name = self.file('fête de l’été 🎉.png', PNG)
        first, = self.attach(self.event, name)
        self.assertEqual(first['title'], 'fête de l’été 🎉')
        self.assertEqual(first['file_name'], name)
        self.assertEqual(first['media_type'], 'image/png')
        self.assertEqual(first['size'], len(PNG))
        self.assertEqual(first['sha256'], hashlib.sha256(PNG).hexdigest())
        self.assertIs(first['known'], False)
        child, = self.run_json('show', 'a.entente', self.event)['children']['attachment']
        self.assertEqual((child['id'], child['role']), (first['attachment'], 'photo'))

        again, = self.attach(self.event, name)
        self.assertEqual(again, dict(first, known=True))
        text = self.run_ok('attach', 'a.entente', self.event, name)
        self.assertRegex(text, r'^%s  fête de l’été 🎉\n +Identical to the file attached on \d'
                         % first['document'])
        text = self.run_ok('attach', 'a.entente', self.event, name, LC_ALL='fr_FR.UTF-8')
        self.assertIn('Identique au fichier joint le', text)

    def test_several_are_one_step(self):
        done = self.attach(self.event, self.file('a.txt', b'a'), self.file('b.txt', b'b'),
                           '--role', 'press')
        self.assertEqual([one['known'] for one in done], [False, False])
        before = self.read('a.entente')
        self.run_ok('undo', 'a.entente')
        self.assertEqual(self.run_json('list', 'a.entente', 'document'), [])
        self.run_ok('redo', 'a.entente')
        self.assertEqual(len(self.run_json('list', 'a.entente', 'document')), 2)
        self.assertNotEqual(before, b'')
        self.assertEqual(self.run_json('check', 'a.entente', status=0), [])

    def test_file_of_a_document(self):
        text = self.add('document', 'title=Protocole')
        done, = self.attach(text, self.file('scan.pdf', b'%PDF-1.7'))
        self.assertEqual((done['document'], done['attachment'], done['title']),
                         (text, None, 'Protocole'))

    def test_refused(self):
        self.file('a.txt', b'a')
        self.file('empty.txt', b'')
        self.file('secret.txt', b's')
        os.mkdir(self.path('folder'))
        os.symlink('nowhere', self.path('link'))
        before = self.read('a.entente')
        for status, words, args in [
                (3, 'gone.txt', [self.event, 'gone.txt']),
                (3, 'empty', [self.event, 'empty.txt']),
                (3, 'folder', [self.event, 'a.txt', 'folder']),
                (3, 'link', [self.event, 'link']),
                (2, 'Role', [self.event, 'a.txt', '--role', 'nonsense']),
                (2, 'zzz', ['zzz', 'a.txt']),
                (2, '', [self.event])]:
            self.refuse(status, words, 'attach', 'a.entente', *args)
            self.assertEqual(self.read('a.entente'), before)
        if os.geteuid() != 0:
            os.chmod(self.path('secret.txt'), 0)
            self.refuse(3, 'secret.txt', 'attach', 'a.entente', self.event, 'secret.txt')

    def test_warns_of_a_large_file(self):
        self.file('film.bin', bytes(25 * 1000 * 1000))
        done = self.run_raw('attach', 'a.entente', self.event, 'film.bin', '--json')
        self.assertEqual(done.returncode, 0)
        self.assertIn('25.0', done.stderr.decode())

    def test_check_finds_damage(self):
        done, = self.attach(self.event, self.file('a.txt', b'a'))
        self.assertEqual(self.run_json('check', 'a.entente', status=0), [])
        for sql, rule in [("UPDATE blob SET bytes = x'62'", 'file-damaged'),
                          ('DELETE FROM blob', 'file-missing')]:
            with sqlite3.connect(self.path('a.entente')) as database:
                database.execute(sql)
            database.close()
            found, = self.run_json('check', 'a.entente', status=1)
            self.assertEqual((found['rule'], found['severity'], found['record']),
                             (rule, 'error', done['document']))
        again, = self.attach(self.event, 'a.txt')
        self.assertIs(again['known'], True)

    def test_killed_on_the_way(self):
        """At any moment: the project opens, and holds all of the file or nothing."""
        self.file('film.bin', os.urandom(4 * 1000 * 1000))
        for delay in range(1, 9):
            with subprocess.Popen(
                    [ententectl.PROGRAM, 'attach', 'a.entente', self.event, 'film.bin'],
                    cwd=self.folder, env=self.env, stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL) as process:
                time.sleep(delay * 0.02)
                process.kill()
            self.assertEqual(self.run_json('check', 'a.entente'), [])
            self.assertLessEqual(len(self.run_json('list', 'a.entente', 'document')), 1)


if __name__ == '__main__':
    ententectl.main()
