#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of PDFs in the search: what is found on them, what cannot be read, and that a reading
that is cut off goes on."""

import glob
import sqlite3
import subprocess
import time

import ententectl
from ententectl import Case

MANY = 400


class Pages(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.run_ok('export', ententectl.SAMPLE, 'annual-report', '--year', '2024', '--lang', 'fr',
                    '-o', 'report.pdf')
        self.event = self.add('event', 'kind=visit', 'title=Visite', 'when=2024')

    def attach(self, name):
        done, = self.run_json('attach', 'a.entente', self.event, name)
        return done['document']

    def index(self, sql):
        rows = []
        for path in glob.glob(self.path('data/**/pages.db'), recursive=True):
            with sqlite3.connect(path, timeout=10) as database:
                rows += database.execute(sql).fetchall()
            database.close()
        return rows

    def test_finds_pages(self):
        document = self.attach('report.pdf')
        self.assertEqual([state for state, in self.index('SELECT state FROM file')], [1])
        hits = self.run_json('search', 'a.entente', 'INTERNATIONALES coop')
        self.assertTrue(hits)
        for hit in hits:
            self.assertEqual(set(hit), {'document', 'page', 'type', 'title', 'snippet', 'score'})
            self.assertEqual((hit['document'], hit['type'], hit['title']),
                             (document, 'document', 'report'))
            self.assertGreaterEqual(hit['page'], 1)
        self.assertEqual(hits, sorted(hits, key=lambda hit: -hit['score']))
        self.assertEqual(len(self.run_json('search', 'a.entente', 'namur', '--limit', '2')), 2)
        text = self.run_ok('search', 'a.entente', 'internationales coop', LC_ALL='fr_FR.UTF-8')
        self.assertIn('report, page ', text)

        self.run_ok('undo', 'a.entente')
        self.assertEqual(self.run_json('search', 'a.entente', 'internationales'), [])
        self.run_ok('redo', 'a.entente')
        again = self.run_json('search', 'a.entente', 'internationales coop')
        self.assertEqual([hit['page'] for hit in again], [hit['page'] for hit in hits])

    def test_text_is_never_published(self):
        self.attach('report.pdf')
        with sqlite3.connect(self.path('a.entente')) as database:
            tables = [name for name, in database.execute('SELECT name FROM sqlite_schema')]
        database.close()
        self.assertNotIn('page', tables)

    def test_not_readable(self):
        whole = self.read('report.pdf')
        with open(self.path('cut.pdf'), 'wb') as stream:
            stream.write(whole[:3000])
        subprocess.run(['qpdf', '--encrypt', '--user-password=secret', '--owner-password=other',
                        '--bits=256', '--', 'report.pdf', 'locked.pdf'], cwd=self.folder, check=True)
        self.attach('cut.pdf')
        self.attach('locked.pdf')
        states = 'SELECT state FROM file ORDER BY state'
        self.assertEqual(self.index(states), [(3,), (4,)])
        self.assertEqual(self.run_json('search', 'a.entente', 'internationales'), [])
        # Not tried again: without the helper nothing could be said of them.
        self.run_ok('search', 'a.entente', 'internationales', ENTENTE_READER='/nonexistent')
        self.assertEqual(self.index(states), [(3,), (4,)])

    def test_without_helper(self):
        """What cannot be read now is read when it can be."""
        self.run_ok('attach', 'a.entente', self.event, 'report.pdf', ENTENTE_READER='/nonexistent')
        self.assertEqual(self.run_json('search', 'a.entente', 'internationales',
                                       ENTENTE_READER='/nonexistent'), [])
        self.assertTrue(self.run_json('search', 'a.entente', 'internationales'))

    def test_killed(self):
        n_pages = int(subprocess.run(['qpdf', '--show-npages', 'report.pdf'], cwd=self.folder,
                                     capture_output=True, check=True).stdout)
        times = MANY // n_pages + 1
        subprocess.run(['qpdf', '--empty', '--pages', *['report.pdf'] * times, '--', 'many.pdf'],
                       cwd=self.folder, check=True)
        self.run_ok('attach', 'a.entente', self.event, 'many.pdf', ENTENTE_READER='/nonexistent')
        with subprocess.Popen([ententectl.PROGRAM, 'search', 'a.entente', 'internationales'],
                              cwd=self.folder, env=self.env, stdout=subprocess.DEVNULL) as process:
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline and process.poll() is None:
                try:
                    if self.index('SELECT pages FROM file WHERE pages > 0'):
                        break
                except sqlite3.Error:
                    pass
                time.sleep(0.01)
            process.kill()
        (state, before), = self.index('SELECT state, pages FROM file')
        self.assertEqual(state, 0)
        self.assertGreater(before, 0)
        print('# killed after %d of %d pages' % (before, times * n_pages))
        self.assertTrue(self.run_json('search', 'a.entente', 'internationales'))
        self.assertEqual(self.index('SELECT state, pages FROM file'), [(1, times * n_pages)])
        self.assertEqual(self.index('SELECT number FROM page GROUP BY number HAVING count(*) > 1'),
                         [])


if __name__ == '__main__':
    ententectl.main()
