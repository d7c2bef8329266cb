#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The partners in a real window: known names are offered while one types, whatever the case and
the accents, and picked with the keyboard; a name that is nearly one is told; a new one becomes a
record in one step; what is added has its first name in the language of the project; the map can be
walked through with the keyboard, and says who is not on it.

usage: test-partners.py PROGRAM SAMPLE"""

import contextlib
import pathlib
import shutil
import sys
import tempfile
import time

from driving import Atspi, Failure, GLib, Window, describe, find_unnamed, go_to, has, run, wait, walk

PROGRAM, SAMPLE = sys.argv[1:3]


@contextlib.contextmanager
def open_partners(locale="en_GB.UTF-8"):
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(SAMPLE, project)
        project.chmod(0o644)
        window = Window(PROGRAM, [str(project)], {"LC_ALL": locale, "LANG": locale})
        try:
            window.find(Atspi.Role.LABEL, part="Saved" if locale.startswith("en") else "Enregistré")
            window.act("show-place", GLib.Variant("s", "partners"))
            yield window
            window.close()
        finally:
            window.kill()


def check_names(window):
    unnamed = find_unnamed(window.frame)
    if unnamed:
        raise Failure("no name: " + "; ".join(describe(each) for each in unnamed))


def get_text(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def press(window, name):
    Atspi.Action.do_action(window.find(Atspi.Role.BUTTON, name), 0)


def press_toggle(window, name):
    Atspi.Action.do_action(window.find(Atspi.Role.RADIO_BUTTON, name), 0)


def open_page(window, words, row):
    """Finds an organisation and opens its page."""
    window.press("ctrl+f")
    window.wait_focused(Atspi.Role.ENTRY)
    window.type(words)
    found = window.find(Atspi.Role.LIST_ITEM, part=row)
    window.press("Return")
    wait("focus in the list", 5, lambda: has(found, Atspi.StateType.FOCUSED))
    window.press("Return")


def known_names_are_offered():
    with open_partners() as window:
        open_page(window, "hue", "City of Hue")
        go_to(window, window.find(Atspi.Role.BUTTON, "Add Position…"))
        window.press("Return")
        window.find(Atspi.Role.DIALOG)
        check_names(window)
        person = window.find(Atspi.Role.TEXT, "Person")
        window.tab_to(person)
        window.type("DEGUEL")
        window.find(Atspi.Role.LIST_ITEM, part="Renaud Degueldre, BEP")
        window.press("Return")
        wait("the name picked", 5, lambda: get_text(person) == "Renaud Degueldre")
        window.tab_to(window.find(Atspi.Role.TEXT, "Function"))
        window.type("Observer")
        press(window, "Add")
        window.find(Atspi.Role.LIST_ITEM, "Renaud Degueldre, Observer")
        window.act("undo")


def names_like_others_are_told():
    with open_partners() as window:
        open_page(window, "hue", "City of Hue")
        go_to(window, window.find(Atspi.Role.BUTTON, "Add Position…"))
        window.press("Return")
        person = window.find(Atspi.Role.TEXT, "Person")
        window.tab_to(person)
        window.type("Deguedlre Renaud")
        window.find(Atspi.Role.LIST_ITEM, part="New: “Deguedlre Renaud”")
        window.press("Escape")
        window.press("Tab")
        told = window.find(Atspi.Role.LIST_ITEM, part="Already known: Renaud Degueldre, BEP")
        window.tab_to(told)
        window.press("Return")
        wait("the one who is known", 5, lambda: get_text(person) == "Renaud Degueldre")
        press(window, "Cancel")
        wait("no dialog", 5, lambda: Atspi.Role.DIALOG not in {each.get_role() for each in walk(window.frame)})


def a_new_name_makes_a_record():
    with open_partners() as window:
        open_page(window, "hue", "City of Hue")
        go_to(window, window.find(Atspi.Role.BUTTON, "Add Position…"))
        window.press("Return")
        person = window.find(Atspi.Role.TEXT, "Person")
        window.tab_to(person)
        window.type("Zoe Unknown")
        window.press("Return")
        window.tab_to(window.find(Atspi.Role.TEXT, "Function"))
        window.type("Mayor")
        press(window, "Add")
        window.find(Atspi.Role.LIST_ITEM, "Zoe Unknown, Mayor")
        # Both in one step.
        window.act("undo")
        wait("nothing to undo", 5, lambda: not window.is_enabled("undo"))


def first_names_are_in_the_language_of_the_project():
    with open_partners() as window:
        press(window, "New Organisation")
        name = window.find(Atspi.Role.TEXT, "Name")
        wait("a French name", 5, lambda: get_text(name) == "Nouvelle organisation")
        window.tab_to(name)
        window.press("ctrl+a")
        window.type("Namur")
        window.press("Return")
        window.find(Atspi.Role.LIST_ITEM, part="Already known: ")


def two_become_one_and_two_again():
    with open_partners() as window:
        window.find(Atspi.Role.LABEL, part="organisations")
        press(window, "New Organisation")
        name = window.find(Atspi.Role.TEXT, "Name")
        window.tab_to(name)
        window.press("ctrl+a")
        window.type("Hue twice")
        window.press("Return")
        menu = window.find(Atspi.Role.TOGGLE_BUTTON, "Organisation Menu")
        window.tab_to(menu, 80)
        window.press("Return")
        time.sleep(0.5)
        window.press("g")
        other = window.find(Atspi.Role.TEXT, "Merge with")
        wait("focus in it", 5, lambda: has(other, Atspi.StateType.FOCUSED))
        window.type("ville de hue")
        window.find(Atspi.Role.LIST_ITEM, part="City of Hue")
        window.press("Return")
        window.find(Atspi.Role.LABEL, "Where They Differ")
        window.find(Atspi.Role.LABEL, part="becomes another name of “Hue twice”")
        check_names(window)
        press(window, "Merge")
        # What hung on the other is here.
        window.find(Atspi.Role.LIST_ITEM, part="102nd AIMF Bureau in Paris")
        window.act("undo")
        wait("the name is there again", 5, lambda: get_text(name) == "Hue twice")


def towns_are_offered():
    with open_partners() as window:
        press(window, "New Organisation")
        window.find(Atspi.Role.TEXT, "Name")
        fields = window.find(Atspi.Role.LIST_ITEM, "Kind, level and place")
        for _ in range(60):
            window.press("Tab")
            time.sleep(0.1)
            if any(has(each, Atspi.StateType.FOCUSED) for each in walk(fields)):
                break
        window.press("Return")
        place = window.find(Atspi.Role.TEXT, "Place")
        window.tab_to(place)
        window.type("lafayette, louis")
        window.find(Atspi.Role.LIST_ITEM, part="Lafayette, Louisiana, United States")
        window.press("Return")
        wait("the town", 5, lambda: get_text(place) == "Lafayette")
        window.act("undo")
        wait("no town", 5, lambda: get_text(place) == "")


def a_new_one_is_in_sight_in_the_table():
    with open_partners() as window:
        Atspi.Action.do_action(window.find(Atspi.Role.TOGGLE_BUTTON, "Show as Table"), 0)
        press(window, "New Organisation")
        name = window.find(Atspi.Role.TEXT, "Name")
        wait("its page", 5, lambda: get_text(name) == "Nouvelle organisation")
        window.act("undo")


def listed_by_country():
    with open_partners() as window:
        press_toggle(window, "By Country")
        window.find(Atspi.Role.LABEL, "Belgium")
        window.find(Atspi.Role.LABEL, "Canada")
        check_names(window)


def get_dots(chart):
    return [each for each in walk(chart) if each.get_role() == Atspi.Role.LIST_ITEM and has(each, Atspi.StateType.SHOWING)]


def find_chart(window):
    return window.find(Atspi.Role.LIST, "Map of organisations")


def get_focused(chart):
    return next((each for each in get_dots(chart) if has(each, Atspi.StateType.FOCUSED)), None)


def enter_map(window):
    """Goes to the map with Tab; returns the map and its dot with the focus."""
    chart = find_chart(window)
    for _ in range(40):
        if get_focused(chart):
            return chart, get_focused(chart)
        window.press("Tab")
        time.sleep(0.15)
    raise Failure("no dot with the focus")


def shown_on_a_map():
    with open_partners() as window:
        show = window.find(Atspi.Role.TOGGLE_BUTTON, "Show on a Map")
        Atspi.Action.do_action(show, 0)
        chart = find_chart(window)
        wait("dots", 5, lambda: len(get_dots(chart)) > 5)
        names = {each.get_name() for each in get_dots(chart)}
        if not any(name.startswith("City of Hue, Vietnam, ") for name in names):
            raise Failure(f"no dot of Hue: {names}")
        check_names(window)

        # From dot to dot with the arrows, and in with the plus: a cluster opens.
        chart, first = enter_map(window)
        name = first.get_name()
        window.press("Right")
        wait("another dot", 5, lambda: get_focused(chart) and get_focused(chart).get_name() != name)
        window.press("Home")
        wait("the first dot again", 5, lambda: get_focused(chart) and get_focused(chart).get_name() == name)
        for _ in range(14):
            window.press("plus")
            time.sleep(0.1)
        wait("few dots", 5, lambda: 0 < len(get_dots(chart)) < len(names))
        wait("still the focus", 5, lambda: get_focused(chart))
        window.press("0")
        wait("all dots", 5, lambda: {each.get_name() for each in get_dots(chart)} == names)


def a_dot_leads_to_its_page():
    with open_partners() as window:
        Atspi.Action.do_action(window.find(Atspi.Role.TOGGLE_BUTTON, "Show on a Map"), 0)
        chart = find_chart(window)
        window.press("ctrl+f")
        window.wait_focused(Atspi.Role.ENTRY)
        window.type("hue")
        wait("one dot", 5, lambda: [each.get_name() for each in get_dots(chart)] == ["City of Hue, Vietnam, 2 agreements"])
        window.press("Return")
        wait("focus on it", 5, lambda: get_focused(chart))
        window.press("Return")
        name = window.find(Atspi.Role.TEXT, "Name")
        wait("its page", 5, lambda: "Hué" in get_text(name) or "Hue" in get_text(name))


def those_without_a_place_are_listed():
    with open_partners() as window:
        Atspi.Action.do_action(window.find(Atspi.Role.TOGGLE_BUTTON, "Show on a Map"), 0)
        find_chart(window)
        missing = window.find(Atspi.Role.TOGGLE_BUTTON, part=" no place: ")
        first = missing.get_name().split(": ", 1)[1].split(", ")[0].rstrip("…")
        window.tab_to(missing, 40)
        window.press("Return")
        listed = window.find(Atspi.Role.LIST, "Organisations without a place")
        wait("its rows", 5, lambda: any(each.get_name().startswith(first) for each in walk(listed)))
        check_names(window)
        window.press("Tab")
        window.press("Return")
        name = window.find(Atspi.Role.TEXT, "Name")
        wait("its page", 5, lambda: get_text(name) != "")


def an_empty_map_says_so():
    with open_partners("fr_FR.UTF-8") as window:
        Atspi.Action.do_action(window.find(Atspi.Role.TOGGLE_BUTTON, "Afficher sur une carte"), 0)
        window.find(Atspi.Role.LIST, "Carte des organisations")
        window.press("ctrl+f")
        window.wait_focused(Atspi.Role.ENTRY)
        window.type("zzzz")
        show_all = window.find(Atspi.Role.BUTTON, "Afficher toutes les organisations")
        Atspi.Action.do_action(show_all, 0)
        window.find(Atspi.Role.LABEL, part="145 organisations")


run(
    [
        known_names_are_offered,
        names_like_others_are_told,
        a_new_name_makes_a_record,
        first_names_are_in_the_language_of_the_project,
        two_become_one_and_two_again,
        a_new_one_is_in_sight_in_the_table,
        listed_by_country,
        shown_on_a_map,
        a_dot_leads_to_its_page,
        those_without_a_place_are_listed,
        an_empty_map_says_so,
        towns_are_offered,
    ]
)
