#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every paper of the sample in every form and both languages: the PDFs against the checker of their
structure, the editable ones through LibreOffice, which must find the same words in them."""

import os
import re
import subprocess
import sys
import unittest
import zipfile

import ententectl
from ententectl import Case

LANGUAGES = ('fr', 'en')

# Name of the file: what is asked for. A word after "=" is looked up by its type and title.
PAPERS = {
    'report': ('annual-report', '--year', '2024'),
    'sheet-terrebonne': ('agreement', 'agreement=Protocole de coopération 2024-2026'),
    'sheet-hue': ('agreement', 'agreement=Protocole de collaboration 2024-2029'),
    'year-terrebonne': ('annual-report', 'agreement=Protocole de coopération 2024-2026', '--year',
                        '2024'),
    'mission-paris': ('mission', 'event=102e Bureau de l’AIMF à Paris'),
    'handover': ('handover',),
    'brief-peru': ('brief', 'person=Luis Enrique Chávez Badagoitia'),
    'brief-hue': ('brief', 'organisation=Ville de Hué'),
}
EACH = [(name, lang) for name in PAPERS for lang in LANGUAGES]
CHECK_PDF = os.path.join(os.path.dirname(__file__), '..', 'paper', 'check-pdf.py')

# What soffice says when all is well; that Java is not there concerns its forms and data bases.
ALL_WELL = re.compile(r'(convert \S+ as a Writer document -> \S+ using filter : \S+|'
                      r'Warning: failed to launch javaldx - java may not function correctly)')


def run(*argv, **options):
    return subprocess.run(argv, check=True, capture_output=True, timeout=240,
                          **options).stdout.decode('utf-8')


class Papers(Case):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.ids = {}

    def words_of(self, args):
        """The arguments of a paper, with ids in place of titles."""
        for word in args:
            kind, _, title = word.partition('=')
            if not title:
                yield word
                continue
            if kind not in self.ids:
                records = self.run_json('list', ententectl.SAMPLE, kind)
                self.ids[kind] = {one['title']: one['id'] for one in records}
            yield self.ids[kind][title]

    def export(self, name, lang, ending, again=''):
        path = self.path(f'{name}-{lang}{again}{ending}')
        paper, *words = self.words_of(PAPERS[name])
        self.run_ok('export', ententectl.SAMPLE, paper, *words, '--lang', lang, '--today',
                    '2025-01-13', '-o', path)
        return path

    def structure(self, path):
        """The words of a PDF in the order of its structure, those of the contents without their
        pages."""
        words, contents = [], None
        for line in run('pdfinfo', '-struct-text', path).splitlines():
            depth = len(line) - len(line.lstrip())
            text = line.strip()
            if not text.startswith('"'):
                contents = depth if text == 'TOC' else None if contents == depth else contents
                continue
            text = text[1:-1]
            words += (re.sub(r' \d+$', '', text) if contents is not None else text).split()
        return words

    def plain(self, path):
        """The words of a text from the office program, those of the contents without their pages."""
        words, contents = [], False
        with open(path, encoding='utf-8-sig') as stream:
            for line in stream:
                entry = re.sub(r'\t\d+$', '', line) if contents else line
                contents = line.strip() in ('Table des matières', 'Contents') or entry != line
                words += entry.split()
        return words

    def office(self, form, paths):
        """One run of the office program over many papers, with a profile of its own."""
        env = {key: self.env[key] for key in ('PATH', 'HOME', 'TMPDIR', 'LC_ALL')}
        done = subprocess.run(['soffice', f'-env:UserInstallation=file://{self.path("profile")}',
                               '--headless', '--convert-to', form, '--outdir',
                               self.path('office'), *paths],
                              env=env, check=True, capture_output=True, timeout=240)
        said = (done.stdout + done.stderr).decode('utf-8').splitlines()
        self.assertEqual([line for line in said if not ALL_WELL.fullmatch(line)], [])

    def office_path(self, path, ending):
        name = os.path.splitext(os.path.basename(path))[0]
        return os.path.join(self.path('office'), name + ending)

    def test_pdf(self):
        for name, lang in EACH:
            path = self.export(name, lang, '.pdf')
            self.assertIn('No syntax or stream encoding errors', run('qpdf', '--check', path))
            run(sys.executable, CHECK_PDF, path, '--lang', lang)
            for line in run('pdffonts', path).splitlines()[2:]:
                self.assertEqual(line.split()[-5:-3], ['yes', 'yes'], line)
            information = run('pdfinfo', path)
            self.assertRegex(information, r'Tagged: +yes')
            self.assertRegex(information, r'Title: +\S')
            self.assertEqual(self.read(path), self.read(self.export(name, lang, '.pdf', '-2')))

    def test_brief(self):
        """Two lines on an ambassador: nothing made up, nothing empty, and a hint beside the paper."""
        text = ' '.join(self.structure(self.export('brief-peru', 'en', '.pdf')))
        for words in ('H.E. Mr Luis Enrique Chávez Badagoitia', 'Ambassador of Peru',
                      '2024 (day not recorded) Visit of the Ambassador of Peru'):
            self.assertIn(words, text)
        for words in ('Texts in force', 'Next contact', 'Open follow-ups', 'Why this partner'):
            self.assertNotIn(words, text)
        text = ' '.join(self.structure(self.export('brief-hue', 'fr', '.pdf')))
        self.assertIn('Protocole de collaboration 2024-2029 24 mai 2024 En vigueur', text)
        self.assertNotIn('Accord de coopération 2010', text)

        for name in ('Jean-Louis Thill', 'Aleksandar Tasić'):
            _, word = self.words_of(('brief', 'person=' + name))
            done = self.run_raw('export', ententectl.SAMPLE, 'brief', word, '--lang', 'fr', '-o',
                                'a.pdf')
            self.assertEqual(done.returncode, 0)
            self.assertEqual(done.stderr.decode().count('\n'), 1)
            self.assertIn(f'M. {name} is recorded without “H.E.”',
                          done.stderr.decode().replace('\u00a0', ' '))
            words = self.structure(self.path('a.pdf'))
            self.assertEqual(' '.join(words[:1 + len(name.split())]), 'M. ' + name)
            self.assertNotIn('S.E.', words)

    def test_year_of_an_agreement(self):
        """Theme by theme, with what was planned apart from what was done."""
        text = ' '.join(self.structure(self.export('year-terrebonne', 'en', '.pdf')))
        self.assertEqual(text.count('No activity is recorded.'), 3)
        self.assertEqual(text.count('Commitments 1.'), 3)
        for words in ('Report of the year 2024', 'Activities under no theme',
                      '2024 Exchanges with the City of Terrebonne',
                      'Meetings held No meeting is recorded.',
                      '2025 Mission of Terrebonne to Namur', 'Annual report 2025'):
            self.assertIn(words, text)
        self.assertNotIn('Hué', text)

    def test_odt(self):
        """An editable paper says what the printed one says, and opens without a word."""
        papers = {}
        for name, lang in EACH:
            papers[name, lang] = self.export(name, lang, '.odt')
            self.assertEqual(self.read(papers[name, lang]),
                             self.read(self.export(name, lang, '.odt', '-2')))
            with zipfile.ZipFile(papers[name, lang]) as package:
                first = package.infolist()[0]
                self.assertEqual((first.filename, first.compress_type, first.extra),
                                 ('mimetype', zipfile.ZIP_STORED, b''))
                self.assertIsNone(package.testzip())
        for form in ('txt:Text', 'pdf'):
            self.office(form, papers.values())

        for (name, lang), path in papers.items():
            self.assertEqual(self.plain(self.office_path(path, '.txt')),
                             self.structure(self.export(name, lang, '.pdf')), path)

            printed = run('pdftotext', self.office_path(path, '.pdf'), '-')
            pages = re.search(r'Pages: +(\d+)',
                              run('pdfinfo', self.office_path(path, '.pdf'))).group(1)
            self.assertIn({'fr': f'Page {pages} sur {pages}',
                           'en': f'Page {pages} of {pages}'}[lang], printed)


if __name__ == '__main__':
    ententectl.main()
