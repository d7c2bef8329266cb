#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ententectl read: text and PDFs, whole and broken, and how well the annotated seeds are read."""

import json
import pathlib
import random
import subprocess
import sys
import unittest

import ententectl
from ententectl import Case

TEXT = """Protocole de coopération 2024-2026

La Ville de Namur, Belgique, et la Ville de Terrebonne, Canada, conviennent de coopérer dans les
domaines suivants :

• Le climat
• Les universités

Signé à Namur le 28 novembre 2023, en deux exemplaires originaux.

Pour la Ville de Namur
Jean Petit, Bourgmestre de Namur
"""

SHARED = pathlib.Path(__file__).resolve().parents[3] / 'shared'
SEEDS = {'seed_000': '000_', 'seed_002': '002_', 'seed_003': '003_'}


class Read(Case):
    def report(self):
        """A real PDF: a paper of the sample."""
        self.run_ok('export', ententectl.SAMPLE, 'annual-report', '--year', '2024', '--lang', 'fr',
                    '-o', 'report.pdf')
        return 'report.pdf'

    def test_text(self):
        found = self.run_json('read', self.write('a.txt', TEXT))
        self.assertEqual(found['language'], 'fr')
        self.assertEqual(found['kind'], 'cooperation_protocol')
        self.assertEqual([(one['name'], one['country']) for one in found['parties']],
                         [('Ville de Namur', 'BE'), ('Ville de Terrebonne', 'CA')])
        self.assertEqual((found['signed_on'], found['signed_at']), ('2023-11-28', ['Namur']))
        self.assertEqual((found['valid_from'], found['valid_to']), ('2024', '2026'))
        self.assertEqual(found['domains'], ['Le climat', 'Les universités'])
        self.assertEqual(found['signatories'], [{'name': 'Jean Petit', 'role': 'Bourgmestre de Namur',
                                                 'party': 'Ville de Namur'}])
        self.assertIs(found['remote_signature'], False)
        for one in found['evidence']:
            self.assertEqual(TEXT[one['start']:one['end']], one['words'], one)

    def test_standard_input(self):
        done = subprocess.run([ententectl.PROGRAM, 'read', '-', '--json'], input=TEXT.encode(),
                              env=self.env, capture_output=True, timeout=60, check=True)
        self.assertEqual(json.loads(done.stdout)['signed_on'], '2023-11-28')
        done = subprocess.run([ententectl.PROGRAM, 'read', '-', '--json'], input=b'', env=self.env,
                              capture_output=True, timeout=60, check=True)
        self.assertIs(json.loads(done.stdout)['kind'], None)

    def test_words(self):
        text = self.run_ok('read', self.write('a.txt', TEXT), LC_ALL='fr_FR.UTF-8')
        self.assertIn('Signée le\u00a0: 2023-11-28', text)

    def test_pdf(self):
        found = self.run_json('read', self.report())
        self.assertGreater(max(one['page'] for one in found['evidence']), 2)

    def test_protected(self):
        self.report()
        subprocess.run(['qpdf', '--encrypt', '--user-password=secret', '--owner-password=other',
                        '--bits=256', '--', 'report.pdf', 'locked.pdf'], cwd=self.folder, check=True)
        self.refuse(3, 'protected by a password', 'read', 'locked.pdf')
        self.refuse(3, 'not the password', 'read', 'locked.pdf', '--password', 'wrong')
        self.assertEqual(self.run_json('read', 'locked.pdf', '--password', 'secret'),
                         self.run_json('read', 'report.pdf'))

    def test_broken(self):
        whole = self.read(self.report())
        for name, content in (('cut.pdf', whole[:3000]), ('empty.pdf', b'%PDF-1.7\n')):
            with open(self.path(name), 'wb') as stream:
                stream.write(content)
            self.refuse(3, 'damaged', 'read', name)
        self.refuse(3, 'cannot be read', 'read', 'none.pdf')
        self.refuse(3, 'missing', 'read', 'report.pdf', ENTENTE_READER='/nonexistent')

    def test_mutated(self):
        """A hostile PDF ends the helper at most, and is refused in one line."""
        whole = self.read(self.report())
        rand = random.Random(5)
        for _ in range(60):
            content = bytearray(whole)
            for _ in range(rand.randrange(1, 40)):
                content[rand.randrange(20, len(content))] = rand.randrange(256)
            with open(self.path('m.pdf'), 'wb') as stream:
                stream.write(content)
            done = self.run_raw('read', 'm.pdf', '--json')
            self.assertIn(done.returncode, (0, 3), done.stderr)
            self.assertEqual(done.stderr.count(b'\n'), 0 if done.returncode == 0 else 1)

    @unittest.skipUnless((SHARED / 'reading' / 'score.py').exists(), 'not scored: ../shared absent')
    def test_seeds(self):
        """The micro-averaged F1 of the annotated seeds."""
        sys.path.insert(0, str(SHARED / 'reading'))
        sys.dont_write_bytecode = True
        import score

        def read(slug):
            text, = (SHARED / 'seeds').glob(SEEDS[slug] + '*')
            return self.run_json('read', str(text))

        result = score.run(str(SHARED / 'reading' / 'truth'), read, set(SEEDS))
        self.assertGreaterEqual(result['micro']['f1'], 0.9)
        print('# seeds: F1 %.3f' % result['micro']['f1'])


if __name__ == '__main__':
    ententectl.main()
