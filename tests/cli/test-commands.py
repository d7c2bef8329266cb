#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command of ententectl: what it prints, what it ends with, what it refuses."""

import csv
import fcntl
import glob
import io
import json
import os
import resource
import re
import subprocess
import unittest

import ententectl
from ententectl import Case

COMMANDS = ['new', 'info', 'types', 'check', 'due', 'list', 'show', 'add', 'set', 'delete', 'undo',
            'redo', 'history', 'search', 'attach', 'import', 'export', 'help']
ID = re.compile(r'^[0-9abcdefghjkmnpqrstvwxyz]{13}$')


def source(**records):
    return json.dumps({'format': 'entente-project', 'version': 1, 'records': records})


class Help(Case):
    def test_help(self):
        text = self.run_ok('help')
        for command in COMMANDS:
            self.assertRegex(text, r'(?m)^  %s ' % command)
            more = self.run_ok('help', command)
            self.assertTrue(more.startswith('Usage: ententectl %s' % command), more)
            self.assertEqual(more, self.run_ok(command, '--help'))
        self.assertEqual(text, self.run_ok('--help'))

    def test_version(self):
        self.assertRegex(self.run_ok('--version'), r'^ententectl \(Entente\) [0-9.]+\n$')

    def test_man_page_names_every_command(self):
        page = os.path.join(os.path.dirname(__file__), '..', '..', 'data', 'ententectl.1')
        with open(page, encoding='utf-8') as stream:
            text = stream.read()
        for command in COMMANDS:
            self.assertRegex(text, r'(?m)^\.B %s\b' % command)
            for option in re.findall(r'(--[a-z-]+)', self.run_ok('help', command)):
                self.assertIn(option.replace('-', '\\-'), text)


class Usage(Case):
    WRONG = [
        ([], 'command is missing'),
        (['nwe'], '“new”'),
        (['frobnicate'], 'ententectl help'),
        (['info'], 'Usage: ententectl info'),
        (['info', 'a.entente', 'b'], 'Usage: ententectl info'),
        (['info', 'a.entente', '--jsn'], '“--json”'),
        (['info', 'a.entente', '--json=yes'], 'takes no value'),
        (['undo', 'a.entente', '-n'], 'needs a value'),
        (['undo', 'a.entente', '-n', 'two'], 'a number'),
        (['undo', 'a.entente', '-n', '0'], 'a number'),
        (['undo', 'a.entente'], '0 can be undone'),
        (['redo', 'a.entente'], '0 can be redone'),
        (['types', 'agrement'], '“agreement”'),
        (['list', 'a.entente', 'event', '--json', '--csv'], 'together'),
        (['list', 'a.entente', 'event', '--where', 'knid=mission'], '“kind”'),
        (['list', 'a.entente', 'event', '--where', 'kind=party'], 'mission'),
        (['list', 'a.entente', 'event', '--where', 'kind'], 'FIELD=VALUE'),
        (['show', 'a.entente', 'xyz'], 'xyz'),
        (['show', 'a.entente', '0000000000009'], '0000000000009'),
        (['add', 'a.entente', 'event', 'title=T', 'kind=mission', 'when=soon'], 'soon'),
        (['add', 'a.entente', 'event', 'title=T', 'kind=mission', 'headcount=many'], 'many'),
        (['add', 'a.entente', 'event', 'title=T'], 'cannot be empty'),
        (['add', 'a.entente', 'event', 'title=T', 'kind=mission', 'place=Atlantis'], 'Atlantis'),
        (['add', 'a.entente', 'event', 'title=T', 'kind=mission', 'kind@en=x'], 'translation'),
        (['set', 'a.entente', '0000000000009', 'title=T'], '0000000000009'),
        (['delete', 'a.entente', '0000000000009'], '0000000000009'),
        (['check', 'a.entente', '--today', 'tomorrow'], 'tomorrow'),
        (['export', 'a.entente', 'project'], '“-o”'),
        (['export', 'a.entente', 'project', '-o', 'p.csv'], '.json'),
        (['export', 'a.entente', 'table', '-o', 't.csv'], 'of which'),
        (['export', 'a.entente', 'table', 'evnt', '-o', 't.csv'], '“event”'),
        (['export', 'a.entente', 'poster', '-o', 't.pdf'], 'poster'),
        (['export', 'a.entente', 'annual-report', '-o', 'r.txt'], '.pdf'),
        (['export', 'a.entente', 'annual-report', 'x', '-o', 'r.pdf'], '“x”'),
        (['export', 'a.entente', 'annual-report', '--lang', 'de', '-o', 'r.pdf'], '“de”'),
        (['export', 'a.entente', 'annual-report', '--year', 'MM', '-o', 'r.pdf'], '“MM”'),
        (['export', 'a.entente', 'annual-report', '--year', '20240', '-o', 'r.pdf'], '20240'),
    ]

    def test_wrong_usage(self):
        self.new()
        before = self.read('a.entente')
        for args, words in self.WRONG:
            self.refuse(2, words, *args)
            self.assertEqual(self.read('a.entente'), before, args)
        self.assertEqual([name for name in os.listdir(self.folder)
                          if name.endswith(('.csv', '.pdf', '.txt'))], [])


class Files(Case):
    def test_new_refuses_what_exists(self):
        self.write('a.entente', 'mine')
        self.refuse(4, 'exists already', 'new', 'a.entente')
        self.assertEqual(self.read('a.entente'), b'mine')

    def test_wrong_files(self):
        self.new()
        project = self.read('a.entente')
        newer = bytearray(project)
        newer[60:64] = (9999).to_bytes(4, 'big')
        wrong = {
            'text.entente': b'Dear Sir or Madam,\n',
            'empty.entente': b'',
            'picture.entente': b'\x89PNG\r\n\x1a\n' + bytes(4096),
            'cut.entente': project[:5000],
            'newer.entente': bytes(newer),
            'zeroes.entente': project[:100] + bytes(len(project) - 100),
        }
        for name, content in wrong.items():
            with open(self.path(name), 'wb') as stream:
                stream.write(content)
            for command in (['info'], ['list', 'event'], ['check'],
                            ['add', 'place', 'name=Namur']):
                self.refuse(3, name, command[0], name, *command[1:])
            self.assertEqual(self.read(name), content, name)
        self.refuse(3, 'none.entente', 'info', 'none.entente')
        os.mkdir(self.path('folder.entente'))
        self.refuse(3, 'folder.entente', 'info', 'folder.entente')
        self.refuse(4, 'none', 'new', 'none/a.entente')

    def test_readers_change_nothing(self):
        self.new()
        place = self.add('place', 'name=Namur')
        before = self.read('a.entente')
        stamp = os.stat(self.path('a.entente')).st_mtime_ns
        for command in (['info'], ['list', 'place'], ['show', place], ['history'], ['check'],
                        ['search', 'namur'], ['export', 'project', '-o', 'p.json']):
            self.run_ok(command[0], 'a.entente', *command[1:])
        self.assertEqual(self.read('a.entente'), before)
        self.assertEqual(os.stat(self.path('a.entente')).st_mtime_ns, stamp)

    def test_refused_edit_is_taken_back(self):
        """Else an edit given twice, because it was refused once, would be made twice."""
        self.new()
        before = self.read('a.entente')

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) - 1, len(before) - 1))

        done = subprocess.run([ententectl.PROGRAM, 'add', 'a.entente', 'place', 'name=Namur'],
                              cwd=self.folder, env=self.env, capture_output=True, timeout=60,
                              check=False, preexec_fn=limit)
        self.assertEqual((done.returncode, done.stdout, done.stderr.count(b'\n')), (4, b'', 1))
        self.assertEqual(self.read('a.entente'), before)
        self.add('place', 'name=Namur')
        self.assertEqual([place['name'] for place in self.run_json('list', 'a.entente', 'place')],
                         ['Namur'])

    def test_names_of_files(self):
        for name in ('à 10:30.entente', 'ns:2024.entente', 'line\nend.entente'):
            self.run_ok('new', name)
            self.assertTrue(os.path.exists(self.path(name)))
            self.run_ok('add', name, 'place', 'name=Namur')
            self.assertEqual(self.run_json('info', name)['counts']['place'], 1)

    def test_while_the_application_holds_it(self):
        self.new()
        before = self.read('a.entente')
        locks = glob.glob(self.path('data/entente/work/*/lock'))
        self.assertEqual(len(locks), 1)
        with open(locks[0], 'r+', encoding='utf-8') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.refuse(4, 'a.entente', 'add', 'a.entente', 'place', 'name=Namur')
            self.assertEqual(self.run_json('list', 'a.entente', 'place'), [])
            self.run_ok('info', 'a.entente')
        self.assertEqual(self.read('a.entente'), before)
        self.add('place', 'name=Namur')
        self.assertEqual([name for name in os.listdir(self.folder) if 'ententectl' in name], [])

    def test_several_at_once(self):
        """Short commands wait for each other; none is lost."""
        self.new()
        running = [subprocess.Popen([ententectl.PROGRAM, 'add', 'a.entente', 'place', 'name=%d' % n],
                                    cwd=self.folder, env=self.env, stdout=subprocess.PIPE)
                   for n in range(3)]
        ids = {process.communicate(timeout=60)[0].decode().strip() for process in running}
        self.assertEqual([process.returncode for process in running], [0] * 3)
        self.assertEqual({r['id'] for r in self.run_json('list', 'a.entente', 'place')}, ids)

    def test_moved_file_keeps_its_history(self):
        self.new()
        self.add('place', 'name=Namur')
        os.rename(self.path('a.entente'), self.path('b.entente'))
        self.env['XDG_DATA_HOME'] = self.path('elsewhere')
        self.assertEqual(len(self.run_json('history', 'b.entente')), 1)
        self.run_ok('undo', 'b.entente')
        self.assertEqual(self.run_json('list', 'b.entente', 'place'), [])


class Records(Case):
    def setUp(self):
        super().setUp()
        self.new()

    def test_add_set_list_show(self):
        namur = self.add('organisation', 'name=Ville de Namur', 'kind=city',
                         'name@en=City of Namur')
        hue = self.add('organisation', 'name=Hué', 'kind=city')
        self.assertRegex(namur, ID)
        culture = self.add('term', 'scheme=theme', 'label=Culture')
        agreement = self.add('agreement', 'kind=protocol', 'title=Namur – Hué', 'ends=2026',
                             'reciprocal=true', 'tag=Culture:2')
        party = self.add('party', 'agreement=Namur – Hué', 'organisation=City of Namur',
                         'tier=party', 'position=1.5')
        found, = self.run_json('list', 'a.entente', 'agreement')
        self.assertEqual(found['id'], agreement)
        self.assertEqual(found['title'], 'Namur – Hué')
        self.assertEqual(found['ends'], '2026')
        self.assertIs(found['reciprocal'], True)
        self.assertIs(found['open_ended'], False)
        self.assertIsNone(found['signed'])
        self.assertEqual([key for key in found if isinstance(found[key], (list, dict))], [])

        shown = self.run_json('show', 'a.entente', agreement)
        self.assertEqual(shown['tags'],
                         [{'term': culture, 'term_title': 'Culture', 'weight': 2}])
        self.assertEqual(shown['links'], [])
        self.assertEqual(list(shown['children']), ['party'])
        child, = shown['children']['party']
        self.assertEqual(child['id'], party)
        self.assertEqual(child['organisation'], namur)
        self.assertEqual(child['organisation_title'], 'Ville de Namur')
        self.assertEqual(child['title'], 'Ville de Namur')
        self.assertEqual(child['position'], 1.5)

        self.run_ok('set', 'a.entente', agreement, 'ends=', 'title@en=Namur and Hue',
                    'untag=Culture')
        shown = self.run_json('show', 'a.entente', agreement)
        self.assertIsNone(shown['ends'])
        self.assertEqual(shown['title@en'], 'Namur and Hue')
        self.assertEqual(shown['tags'], [])
        self.assertIn('Namur and Hue', self.run_ok('show', 'a.entente', agreement))
        self.assertEqual([r['id'] for r in self.run_json('list', 'a.entente', 'organisation',
                                                         '--where', 'name=Hué')], [hue])

    def test_all_that_hangs_on_it(self):
        agreement = self.add('agreement', 'kind=protocol', 'title=A')
        older = self.add('agreement', 'kind=protocol', 'title=B')
        person = self.add('person', 'family=Martin', 'shown_name=M. Martin')
        signing = self.add('signing', 'agreement=A', 'date=2024-05-24')
        signatory = self.add('signatory', 'signing=' + signing, 'person=' + person)
        theme = self.add('provision', 'agreement=A', 'kind=theme', 'text=Culture')
        under = self.add('provision', 'agreement=A', 'parent=' + theme, 'kind=commitment', 'text=Do')
        link = self.add('link', 'source=A', 'target=B', 'kind=renews')
        shown = self.run_json('show', 'a.entente', agreement)
        self.assertEqual({kind: [r['id'] for r in records]
                          for kind, records in shown['children'].items()},
                         {'signing': [signing], 'signatory': [signatory],
                          'provision': sorted([theme, under])})
        self.assertEqual([entry['id'] for entry in shown['links']], [link])
        self.assertEqual(shown['links'][0]['target'], older)
        self.assertEqual(shown['links'][0]['target_title'], 'B')

    def test_where(self):
        for title, kind, when in (('One', 'mission', '2024'), ('Two', 'mission', '2025-05'),
                                  ('Three', 'visit', '')):
            self.add('event', 'title=' + title, 'kind=' + kind, 'when=' + when)

        def titles(*conditions):
            words = [word for condition in conditions for word in ('--where', condition)]
            return {r['title'] for r in self.run_json('list', 'a.entente', 'event', *words)}

        self.assertEqual(titles(), {'One', 'Two', 'Three'})
        self.assertEqual(titles('kind=mission'), {'One', 'Two'})
        self.assertEqual(titles('kind=mission', 'when=2025-05'), {'Two'})
        self.assertEqual(titles('when='), {'Three'})
        self.assertEqual(titles('title=Three'), {'Three'})
        self.assertEqual(titles('kind=mission', 'title=Three'), set())

    def test_ambiguous_title(self):
        self.add('place', 'name=Namur')
        self.add('place', 'name=Namur')
        before = self.read('a.entente')
        self.refuse(2, 'Several records', 'add', 'a.entente', 'place', 'name=X', 'parent=Namur')
        self.assertEqual(self.read('a.entente'), before)

    def test_set_is_all_or_nothing(self):
        place = self.add('place', 'name=Namur')
        before = self.read('a.entente')
        self.refuse(2, 'north', 'set', 'a.entente', place, 'name=Nam', 'lat=north')
        self.assertEqual(self.read('a.entente'), before)
        self.assertEqual(self.run_json('list', 'a.entente', 'place')[0]['name'], 'Namur')

    def test_terminal_gets_no_control_characters(self):
        place = self.add('place', 'name=Na\x1b[31m\x07mur', 'name@en=\x9bN', 'text=a\x1bb\nc')
        self.run_ok('set', 'a.entente', place, 'name=Na\x1bmur')
        for command in (['list', 'place'], ['show', place], ['history'], ['search', 'mur']):
            printed = self.run_ok(command[0], 'a.entente', *command[1:])
            self.assertNotRegex(printed, '[\x00-\x08\x0b-\x1f\x7f-\x9f]')
        self.assertEqual(self.run_json('show', 'a.entente', place)['name'], 'Na\x1bmur')

    def test_no_record_is_a_part_of_itself(self):
        belgium = self.add('place', 'name=Belgique')
        namur = self.add('place', 'name=Namur', 'parent=Belgique')
        before = self.read('a.entente')
        self.refuse(2, 'part of itself', 'set', 'a.entente', namur, 'parent=' + namur)
        self.refuse(2, 'part of itself', 'set', 'a.entente', belgium, 'parent=' + namur)
        self.refuse(3, 'part of itself', 'import', 'a.entente', self.write('a.json', source(
            place=[{'id': '@a', 'name': 'A', 'parent': '@b'},
                   {'id': '@b', 'name': 'B', 'parent': '@a'}])))
        self.refuse(3, 'part of itself', 'import', 'a.entente', 'a.json', '--dry-run')
        self.assertEqual(self.read('a.entente'), before)

    def test_csv(self):
        self.add('place', 'name=Namur', 'lat=50.467')
        self.add('place', 'name=Cit, "old"', 'parent=Namur', 'name@en=Citadel')
        self.add('place', 'name==1+1')
        text = self.run_ok('list', 'a.entente', 'place', '--csv')
        rows = {row['name']: row for row in csv.DictReader(io.StringIO(text))}
        self.assertEqual(set(rows), {'Namur', 'Cit, "old"', "'=1+1"})
        self.assertEqual(rows['Namur']['lat'], '50.467')
        self.assertEqual(rows['Cit, "old"']['parent_title'], 'Namur')
        self.assertEqual(rows['Cit, "old"']['name@en'], 'Citadel')
        self.run_ok('export', 'a.entente', 'table', 'place', '-o', 'places.csv')
        self.assertEqual(self.read('places.csv').decode(), text)

    def test_types(self):
        types = {entry['name']: entry for entry in self.run_json('types')}
        self.assertEqual(len(types), 30)
        self.assertEqual(set(types), set(self.run_json('info', 'a.entente')['counts']))
        fields = {field['name']: field for field in types['event']['fields']}
        self.assertEqual(fields['when']['kind'], 'date')
        self.assertEqual(fields['place']['target'], 'place')
        self.assertIn('mission', [choice['value'] for choice in fields['kind']['choices']])
        self.assertEqual(fields['title']['label'], 'Title')
        only, = self.run_json('types', 'event')
        self.assertEqual(only, types['event'])
        self.assertIn('when', self.run_ok('types', 'event'))


class History(Case):
    def test_undo_and_redo(self):
        self.new()
        place = self.add('place', 'name=Namur')
        child = self.add('alias', 'record=Namur', 'name=Namen')
        self.run_ok('set', 'a.entente', place, 'name=Namur-sur-Meuse')
        event = self.add('event', 'title=Walk', 'kind=other', 'when=2024-05')
        self.assertIn('1 record', self.run_ok('delete', 'a.entente', place))
        self.assertEqual(self.run_json('list', 'a.entente', 'alias'), [])

        entries = self.run_json('history', 'a.entente')
        self.assertEqual([entry['seq'] for entry in entries], [5, 4, 3, 2, 1])
        self.assertEqual({'seq', 'at', 'author', 'label', 'undoes', 'changes'}, set(entries[0]))
        self.assertRegex(entries[0]['at'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        change, = entries[2]['changes']
        self.assertEqual((change['record'], change['field'], change['before'], change['after']),
                         (place, 'name', 'Namur', 'Namur-sur-Meuse'))
        self.assertIn('Namur → Namur-sur-Meuse', self.run_ok('history', 'a.entente'))

        self.run_ok('undo', 'a.entente')
        self.assertEqual(self.run_json('show', 'a.entente', place)['children']['alias'][0]['id'],
                         child)
        before = self.read('a.entente')
        self.refuse(2, '4 can be undone', 'undo', 'a.entente', '-n', '5')
        self.assertEqual(self.read('a.entente'), before)
        self.run_ok('undo', 'a.entente', '-n', '2')
        self.assertEqual(self.run_json('show', 'a.entente', place)['name'], 'Namur')
        self.refuse(2, event, 'show', 'a.entente', event)
        self.assertEqual(len(self.run_ok('redo', 'a.entente', '-n', '3').splitlines()), 3)
        self.assertEqual(self.run_json('list', 'a.entente', 'place'), [])
        self.assertEqual(self.run_json('show', 'a.entente', event)['when'], '2024-05')
        self.refuse(2, '0 can be redone', 'redo', 'a.entente')
        self.assertEqual(self.run_json('check', 'a.entente', '--today', '2024-01-01'), [])

    def test_search(self):
        self.new()
        place = self.add('place', 'name=Hué', 'name@en=Hue')
        self.add('place', 'name=Namur')
        hit, = self.run_json('search', 'a.entente', 'hue')
        self.assertEqual(hit['record'], place)
        self.assertEqual(hit['type'], 'place')
        self.assertEqual(hit['title'], 'Hué')
        self.assertEqual({'record', 'page', 'type', 'title', 'snippet', 'score'}, set(hit))
        self.assertNotIn('\u2068', hit['snippet'])
        self.assertEqual(self.run_json('search', 'a.entente', 'nowhere'), [])
        self.assertIn(place, self.run_ok('search', 'a.entente', 'HUE', '--limit', '1'))
        self.assertIn('Hue', self.run_ok('search', 'a.entente', 'HUE'))
        city = self.add('organisation', 'name=Ville de Hué', 'kind=city')
        self.assertEqual([hit['record'] for hit in self.run_json('search', 'a.entente', 'hue')],
                         [city, place])


class Exchange(Case):
    def test_round_trip(self):
        self.run_ok('new', 'a.entente', '--sample')
        self.run_ok('export', 'a.entente', 'project', '-o', 'a.json')
        self.new('b.entente')
        self.run_ok('import', 'b.entente', 'a.json')
        self.run_ok('export', 'b.entente', 'project', '-o', 'b.json')
        self.assertEqual(self.read('a.json'), self.read('b.json'))
        self.assertEqual(len(self.run_json('history', 'b.entente')), 1)
        self.assertNotEqual(self.run_json('info', 'a.entente')['project'],
                            self.run_json('info', 'b.entente')['project'])
        before = self.read('b.entente')
        self.refuse(4, 'already', 'import', 'b.entente', 'a.json')
        self.assertEqual(self.read('b.entente'), before)
        self.run_ok('undo', 'b.entente')
        self.assertEqual(sum(self.run_json('info', 'b.entente')['counts'].values()), 0)

    def test_several_sources(self):
        self.new()
        self.write('one.json', source(place=[{'id': '@citadel', 'name': 'C', 'parent': '@namur'}]))
        self.write('two.json', source(place=[{'id': '@namur', 'name': 'Namur'}]))
        before = self.read('a.entente')
        self.refuse(3, 'one.json: place @citadel, field “parent”', 'import', 'a.entente',
                    'one.json')
        self.run_ok('import', 'a.entente', 'one.json', 'two.json', '--dry-run')
        self.assertEqual(self.read('a.entente'), before)
        self.assertEqual(self.run_json('import', 'a.entente', 'one.json', 'two.json'),
                         {'records': 2})
        self.assertEqual(len(self.run_json('list', 'a.entente', 'place', '--where',
                                           'parent=Namur')), 1)

    def test_contacts_and_calendars(self):
        self.run_ok('new', 'a.entente')
        self.write('a.vcf', 'BEGIN:VCARD\nVERSION:3.0\nN:Lambert;Zoé;;;\nORG:Essai\n'
                   'TITLE:Directrice\nEMAIL:z@example.org\nEND:VCARD\n')
        self.assertEqual(self.run_json('import', 'a.entente', 'a.vcf')['new'], 1)
        person, = self.run_json('list', 'a.entente', 'person')
        self.assertEqual((person['title'], person['email']), ('Zoé Lambert', 'z@example.org'))

        entry = ('BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:x\nSUMMARY:Comité\n'
                 'DTSTART;TZID=Europe/Brussels:202405%sT093000\nEND:VEVENT\nEND:VCALENDAR\n')
        self.run_ok('import', 'a.entente', self.write('a.ics', entry % '24'))
        before, = self.run_json('list', 'a.entente', 'event')
        self.write('a.ics', entry % '27')
        self.assertEqual(self.run_json('import', 'a.entente', 'a.ics', '--dry-run')['completed'], 1)
        self.run_ok('import', 'a.entente', 'a.ics')
        after, = self.run_json('list', 'a.entente', 'event')
        self.assertEqual(after, {**before, 'when': '2024-05-27'})
        self.assertEqual((after['start'], after['zone']), ('09:30', 'Europe/Brussels'))
        self.run_ok('undo', 'a.entente')
        self.assertEqual(self.run_json('list', 'a.entente', 'event'), [before])

    def test_wrong_sources(self):
        self.new()
        before = self.read('a.entente')
        wrong = {
            'none.json': None,
            'nonsense.json': '{',
            'list.json': '[]',
            'value.json': source(event=[{'id': '@e', 'title': 'E', 'kind': 'party'}]),
            'field.json': source(place=[{'name': 'A', 'height': 3}]),
        }
        for name, text in wrong.items():
            if text is not None:
                self.write(name, text)
            self.refuse(3, name, 'import', 'a.entente', name)
            self.assertEqual(self.read('a.entente'), before)
        self.refuse(3, 'table.csv', 'import', 'a.entente', 'table.csv')
        self.refuse(3, '.json', 'import', 'a.entente', 'table.doc')

    PEOPLE = ('Nom;Prénom;Institution;Fonction;Depuis\n'
              'Dupont;Marie;Lyon;Maire;mars 2022\nRoy;Luc;Québec;Maire;3/05/2021\n')

    def test_table(self):
        self.new()
        before = self.read('a.entente')
        name = self.write('p.csv', self.PEOPLE)
        tried = self.run_json('import', 'a.entente', name, '--dry-run')
        self.assertEqual(self.read('a.entente'), before)
        self.assertEqual(tried, self.run_json('import', 'a.entente', name))
        self.assertEqual((tried['type'], tried['new'], tried['others']), ('person', 2, 4))
        self.assertEqual(tried['columns'], ['family', 'given', 'mandate.organisation',
                                            'mandate.function', 'mandate.since'])
        self.assertEqual(self.run_json('import', 'a.entente', name)['known'], 2)
        mandates = self.run_json('list', 'a.entente', 'mandate')
        self.assertEqual({m['since'] for m in mandates}, {'2022-03', '2021-05-03'})
        self.assertEqual(len(self.run_json('history', 'a.entente')), 1)
        self.run_ok('undo', 'a.entente')
        self.assertEqual(sum(self.run_json('info', 'a.entente')['counts'].values()), 0)

    def test_table_with_errors(self):
        self.new()
        before = self.read('a.entente')
        name = self.write('p.csv', self.PEOPLE + 'Sy;Awa;Dakar;Maire;pas une date\n')
        self.refuse(3, 'Line 4, “Since”', 'import', 'a.entente', name)
        self.assertIn('Line 4', self.run_ok('import', 'a.entente', name, '--dry-run', status=1))
        self.assertEqual(self.read('a.entente'), before)
        self.run_ok('import', 'a.entente', name, '--skip-errors', status=1)
        self.assertEqual(len(self.run_json('list', 'a.entente', 'person')), 2)
        self.assertEqual(len(self.run_json('list', 'a.entente', 'organisation')), 2)

    def test_table_of_a_record(self):
        self.new()
        event = self.add('event', 'kind=reception', 'title=Fête')
        name = self.write('g.csv', 'Invité,Qui,Reply\nMarie Dupont,x,accepted\n')
        self.refuse(3, '--as', 'import', 'a.entente', name)
        self.refuse(3, 'no field', 'import', 'a.entente', name, '--as', 'participation', '--map',
                    self.write('m.json', '{"Qui": "who"}'))
        self.write('m.json', '{"Qui": "function"}')
        self.run_ok('import', 'a.entente', name, '--as', 'participation', '--of', event, '--map',
                    'm.json', '--set', 'role=guest')
        guest = self.run_json('list', 'a.entente', 'participation')[0]
        self.assertEqual((guest['record'], guest['role'], guest['reply'], guest['function']),
                         (event, 'guest', 'accepted', 'x'))

    def test_output_that_cannot_be_written(self):
        self.new()
        self.refuse(4, 'folder', 'export', 'a.entente', 'project', '-o', 'none/p.json')
        os.mkdir(self.path('o.json'))
        self.refuse(4, 'is a folder', 'export', 'a.entente', 'project', '-o', 'o.json')
        self.write('p.json', 'old')
        self.run_ok('export', 'a.entente', 'project', '-o', 'p.json')
        self.assertEqual(json.loads(self.read('p.json'))['format'], 'entente-project')
        self.assertEqual(json.loads(self.run_ok('export', 'a.entente', 'project', '-o', '-')),
                         json.loads(self.read('p.json')))
        os.symlink('p.json', self.path('link.JSON'))
        self.write('p.json', 'old')
        self.run_ok('export', 'a.entente', 'project', '-o', 'link.JSON')
        self.assertTrue(os.path.islink(self.path('link.JSON')))
        self.assertEqual(json.loads(self.read('p.json'))['format'], 'entente-project')

    def test_export_over_the_project(self):
        self.run_ok('new', 'a.json')
        before = self.read('a.json')
        os.symlink('a.json', self.path('b.json'))
        for out in ('a.json', 'b.json', self.path('a.json')):
            self.refuse(4, 'the project itself', 'export', 'a.json', 'project', '-o', out)
        self.assertEqual(self.read('a.json'), before)


class Papers(Case):
    def text_of(self, name):
        return subprocess.run(['pdftotext', '-layout', self.path(name), '-'], capture_output=True,
                              check=True, text=True).stdout

    def test_annual_report(self):
        self.run_ok('new', 'a.entente', '--sample')
        for lang, title in (('fr', 'Rapport annuel 2024'), ('en', '2024')):
            order = ['export', 'a.entente', 'annual-report', '--year', '2024', '--lang', lang, '-o']
            self.run_ok(*order, lang + '.pdf')
            self.assertIn(title, self.text_of(lang + '.pdf'))
            self.assertIn('AIMF', self.text_of(lang + '.pdf'))
            self.run_ok(*order, 'again.pdf')
            self.assertEqual(self.read(lang + '.pdf'), self.read('again.pdf'))
        self.assertNotEqual(self.read('fr.pdf'), self.read('en.pdf'))
        # The project is in French, and the last complete year is 2025.
        self.run_ok('export', 'a.entente', 'annual-report', '-o', 'r.pdf')
        self.assertIn('Rapport annuel 2025', self.text_of('r.pdf'))
        self.refuse(4, 'none', 'export', 'a.entente', 'annual-report', '-o', 'none/r.pdf')


    def test_agreement_sheet(self):
        self.run_ok('new', 'a.entente', '--sample')
        agreements = self.run_json('list', 'a.entente', 'agreement')
        for number, agreement in enumerate(agreements):
            for lang in ('fr', 'en'):
                name = '%d-%s.pdf' % (number, lang)
                self.run_ok('export', 'a.entente', 'agreement', agreement['id'], '--lang', lang,
                            '-o', name)
                word = (agreement.get('title@' + lang) or agreement['title']).split()[0]
                self.assertIn(word, self.text_of(name))
        place = self.run_json('list', 'a.entente', 'place')[0]['id']
        self.refuse(2, '“place”', 'export', 'a.entente', 'agreement', place, '-o', 'p.pdf')
        self.refuse(2, 'of which', 'export', 'a.entente', 'agreement', '-o', 'p.pdf')
        self.assertFalse(os.path.exists(self.path('p.pdf')))


class Check(Case):
    THEME = {'kind': 'theme', 'title': 'Culture'}
    RUNNING = {'id': '@a', 'kind': 'protocol', 'title': 'A', 'signed': '2024', 'ends': '2029'}
    # Records, the day, and what is found: rule, record, day.
    TABLE = [
        ({'agreement': [dict(RUNNING)]}, TODAY := '2026-11-22', []),
        ({'agreement': [dict(RUNNING, ends='2027-03-01')]}, TODAY,
         [('ends-soon', 'a', '2027-03-01')]),
        ({'agreement': [dict(RUNNING, ends='2027-03-01', decision='extend')]}, TODAY, []),
        ({'agreement': [dict(RUNNING, ends='2026')]}, '2026-12-31',
         [('ends-soon', 'a', '2026-12-31')]),
        ({'agreement': [dict(RUNNING, ends='2026')]}, '2027-01-01',
         [('ended-without-decision', 'a', '2026-12-31')]),
        ({'agreement': [dict(RUNNING, ends='2025'),
                        {'id': '@b', 'kind': 'protocol', 'title': 'B', 'children': {
                            'link': [{'kind': 'renews', 'target': '@a'}]}}]}, TODAY, []),
        ({'agreement': [dict(RUNNING, ends='2023')]}, TODAY,
         [('end-before-start', 'a', '2023-12-31')]),
        ({'agreement': [{k: v for k, v in RUNNING.items() if k != 'ends'}]}, TODAY,
         [('signed-without-period', 'a', None)]),
        ({'agreement': [dict(RUNNING, children={'provision': [THEME]})]}, TODAY,
         [('theme-without-indicator', 'a/provision/1', None),
          ('theme-without-activity', 'a/provision/1', None)]),
        ({'agreement': [dict(RUNNING, children={'provision': [
            dict(THEME, id='@t', children={
                'indicator': [{'title': 'Concerts'}],
                'provision': [{'id': '@c', 'kind': 'commitment', 'text': 'Play'}]})]})],
          'event': [{'id': '@e', 'kind': 'performance', 'title': 'E', 'when': '2025', 'state': 'held',
                     'text': 'Played.', 'children': {'link': [{'kind': 'serves', 'target': '@c'}]}}]}, TODAY, []),
        ({'event': [{'id': '@e', 'kind': 'mission', 'title': 'E', 'when': '2025-05',
                     'state': 'planned'}]}, TODAY, [('event-past', 'e', '2025-05-31')]),
        ({'event': [{'id': '@e', 'kind': 'mission', 'title': 'E', 'when': '2026',
                     'state': 'planned'}]}, TODAY, []),
        ({'project': [{'kind': 'works', 'title': 'W', 'state': 'planned', 'since': '2025'}]}, TODAY,
         [('project-past', None, '2025-12-31')]),
        ({'project': [{'kind': 'works', 'title': 'W', 'state': 'planned', 'since': '2026'}]}, TODAY,
         []),
        ({'person': [{'id': '@p', 'shown_name': 'P'}],
          'place': [{'id': '@n', 'name': 'N'}, {'id': '@m', 'name': 'M'}],
          'event': [{'kind': 'meeting', 'title': title, 'when': when, 'state': 'held',
                     'place': place, 'text': 'Met.',
                     'children': {'participation': [{'role': 'participant', 'person': '@p',
                                                     'function': 'Chair'}]}}
                    for title, when, place in (('E', '2026-05-02', '@n'),
                                               ('F', '2026-05-01/2026-05-03', '@m'),
                                               ('G', '2026-05-04', '@m'))]}, TODAY,
         [('two-places', None, '2026-05-02')]),
        ({'event': [{'id': '@e', 'kind': 'mission', 'title': 'E', 'when': '2025',
                     'state': 'held'}]}, TODAY, [('event-without-text', 'e', None)]),
        ({'person': [{'id': '@p', 'shown_name': 'P'}]}, TODAY,
         [('person-without-function', 'p', None)]),
        ({'person': [{'id': '@p', 'shown_name': 'P'}],
          'agreement': [dict(RUNNING, children={'signing': [{'id': '@s', 'children': {
              'signatory': [{'person': '@p'}]}}]})]}, TODAY,
         [('signatory-without-function', 's/signatory/1', None)]),
        ({'place': [{'id': '@p', 'name': 'P', 'children': {'citation': [
            {'field': 'name', 'claim': 'P'}, {'field': 'name', 'claim': 'Q'}]}}]}, TODAY,
         [('contradiction', 'p', None)]),
        ({'place': [{'id': '@p', 'name': 'P', 'children': {'citation': [
            {'field': 'name', 'claim': 'P', 'preferred': True},
            {'field': 'name', 'claim': 'Q'}]}}]}, TODAY, []),
    ]

    def test_rules(self):
        for number, (records, today, expected) in enumerate(self.TABLE):
            name = self.new('%d.entente' % number)
            self.run_ok('import', name, self.write('%d.json' % number, source(**records)))
            findings = self.run_json('check', name, '--today', today, status=1 if expected else 0)
            self.assertEqual([(f['rule'], f['date']) for f in findings],
                             [(rule, date) for rule, _, date in expected], (number, findings))
            for finding in findings:
                self.assertEqual({'rule', 'severity', 'date', 'record', 'type', 'title', 'text'},
                                 set(finding))
                self.assertRegex(finding['record'], ID)
                self.assertIn(finding['severity'], ('error', 'warning', 'note'))
                self.assertTrue(finding['text'].endswith('.'))
            text = self.run_ok('check', name, '--today', today, status=1 if expected else 0)
            self.assertEqual('Nothing needs attention.\n' == text, not expected)

    def test_today_of_the_environment(self):
        self.new()
        self.run_ok('import', 'a.entente',
                    self.write('a.json', source(agreement=[dict(self.RUNNING, ends='2026')])))
        rules = [self.run_json('check', 'a.entente', status=1, ENTENTE_TODAY=day)[0]['rule']
                 for day in ('2026-12-31', '2027-01-01')]
        self.assertEqual(rules, ['ends-soon', 'ended-without-decision'])



class Due(Case):
    RUNNING = {'id': '@a', 'kind': 'protocol', 'title': 'A', 'signed': '2024', 'ends': '2029'}
    # Records, the day, what is due (rule, severity, day) and the exit status.
    TABLE = [
        ({'agreement': [RUNNING]}, '2026-11-22', [], 0),
        ({'agreement': [dict(RUNNING, ends='2026')]}, '2026-01-15',
         [('ends-soon', 'note', '2026-12-31')], 0),
        ({'agreement': [dict(RUNNING, ends='2026')]}, '2026-12-31',
         [('ends-soon', 'warning', '2026-12-31')], 1),
        ({'agreement': [dict(RUNNING, ends='2026')]}, '2027-01-01',
         [('ended-without-decision', 'warning', '2026-12-31')], 1),
        ({'note': [{'text': 'Send the photographs', 'date': '2026-09'}]}, '2026-11-22',
         [('inbox', 'warning', '2026-09-30')], 1),
        ({'event': [{'kind': 'mission', 'title': 'E', 'when': '2026-12-02', 'state': 'planned'}]},
         '2026-11-22', [('event-ahead', 'note', '2026-12-02')], 0),
        ({'series': [{'id': '@s', 'title': 'Congress', 'per_year_min': 1}],
          'event': [{'kind': 'statutory_meeting', 'title': 'E', 'when': '2024', 'state': 'held',
                     'series': '@s'}]},
         '2026-11-22', [('series-expected', 'note', '2025-12-31')], 0),
    ]

    def test_table(self):
        for number, (records, today, expected, status) in enumerate(self.TABLE):
            name = self.new('%d.entente' % number)
            self.run_ok('import', name, self.write('%d.json' % number, source(**records)))
            due = self.run_json('due', name, '--today', today, status=status)
            self.assertEqual([(d['rule'], d['severity'], d['date']) for d in due], expected)
            text = self.run_ok('due', name, '--today', today, status=status)
            self.assertEqual('Nothing needs attention.\n' == text, not expected)

    def due_of_sample(self, today):
        due = self.run_json('due', ententectl.SAMPLE, '--today', today, status=1)
        for line in due:
            self.assertEqual({'rule', 'severity', 'date', 'record', 'type', 'title', 'text'},
                             set(line))
            self.assertRegex(line['record'], ID)
            self.assertTrue(line['text'].endswith('.'), line)
        return due

    def test_sample_in_november_2026(self):
        due = self.due_of_sample('2026-11-22')
        card = due[0]
        self.assertEqual((card['rule'], card['date']), ('ends-soon', '2026-12-31'))
        for words in ('in 39 days', 'Terrebonne', 'Only ever planned: “I. ', '“II. ',
                      'Nothing at all yet: “III. ', '2024', '2025'):
            self.assertIn(words, card['text'])
        self.assertNotIn('Annual report 2026', card['text'])
        self.assertEqual([d['date'] for d in due if d['rule'] == 'followed-ended'], ['2023-02-28'])
        self.assertEqual(sum(d['rule'].endswith('-past') for d in due), 6)
        self.assertEqual([(d['date'][:4], d['text'].split()[3]) for d in due
                          if d['rule'] == 'anniversary'],
                         [('2026', '10'), ('2028', '5'), ('2028', '10'), ('2029', '30'),
                          ('2029', '50')])

    def test_sample_on_other_days(self):
        due = self.due_of_sample('2025-01-13')
        self.assertNotIn('ends-soon', [d['rule'] for d in due])
        self.assertEqual(sum(d['rule'].endswith('-past') for d in due), 0)
        self.assertEqual([d['date'] for d in due if d['rule'] == 'obligation'], ['2024-12-31'])
        due = self.due_of_sample('2027-01-05')
        self.assertEqual(due[0]['rule'], 'ended-without-decision')
        self.assertIn('2026', due[0]['text'])
        self.assertEqual([d['rule'] for d in due].count('obligation'), 0)
        self.assertEqual(sum(d['rule'].endswith('-past') for d in due), 6)


class French(Case):
    def test_french(self):
        known = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=False).stdout
        if 'fr_FR.utf8' not in known:
            raise unittest.SkipTest('the locale fr_FR.UTF-8 is absent')
        french = {'LC_ALL': 'fr_FR.UTF-8'}
        self.run_ok('new', 'a.entente', '--sample')
        self.assertIn('COMMANDE', self.run_ok('help', **french))
        self.assertNotEqual(self.run_ok('help', **french), self.run_ok('help'))
        agreements = self.run_ok('list', 'a.entente', 'agreement', **french)
        self.assertIn('Protocole', agreements)
        self.assertIn('Protocol ', self.run_ok('list', 'a.entente', 'agreement'))
        kinds = {f['name']: f for f in self.run_json('types', 'event', **french)[0]['fields']}
        self.assertEqual(kinds['title']['label'], 'Titre')
        # JSON has the same keys and values in every language.
        self.assertEqual(self.run_json('list', 'a.entente', 'agreement', **french),
                         self.run_json('list', 'a.entente', 'agreement'))
        self.refuse(2, 'agreement', 'list', 'a.entente', 'agrement', **french)

class Turkish(Case):
    def test_turkish(self):
        """Where i and I are no pair, the names of the program are still its own."""
        turkish = {'LC_ALL': 'tr_TR.UTF-8'}
        self.run_ok('new', 'a.entente', **turkish)
        place = self.run_ok('add', 'a.entente', 'place', 'name=İstanbul', 'lat=41.01',
                            **turkish).strip()
        found, = self.run_json('list', 'a.entente', 'place', '--where', 'lat=41.01', **turkish)
        self.assertEqual((found['id'], found['lat']), (place, 41.01))
        self.assertEqual(self.run_json('show', 'a.entente', place.upper(), **turkish)['id'], place)
        hit, = self.run_json('search', 'a.entente', 'istanbul', **turkish)
        self.assertEqual(hit['record'], place)


if __name__ == '__main__':
    ententectl.main()
