#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The partners in a real window: known names are offered while one types, whatever the case and
the accents, and picked with the keyboard; a name that is nearly one is told; a new one becomes a
record in one step; what is added has its first name in the language of the project; the map can be
walked through with the keyboard, and says who is not on it.

usage: test-partners.py PROGRAM SAMPLE"""

import re
import sys
import time

from driving import Failure, Role, State, go_to, has, open_sample, run, steady, wait, walk

PROGRAM, SAMPLE = sys.argv[1:3]


def open_partners(lang="en"):
    return open_sample(PROGRAM, SAMPLE, "partners", lang)


def known_names_are_offered():
    with open_partners() as window:
        window.open_found("hue", "City of Hue")
        go_to(window, window.find(Role.BUTTON, "Add Position…"))
        window.press("Return")
        window.find(Role.DIALOG)
        window.check_names()
        window.tab_to(window.find(Role.TEXT, "Person"))
        window.type("DEGUEL")
        window.find(Role.LIST_ITEM, part="Renaud Degueldre, BEP")
        window.press("Return")
        window.wait_text("Person", "Renaud Degueldre")
        window.tab_to(window.find(Role.TEXT, "Function"))
        window.type("Observer")
        window.click_button("Add")
        window.find(Role.LIST_ITEM, "Renaud Degueldre, Observer")
        window.act("undo")


def names_like_others_are_told():
    with open_partners() as window:
        window.open_found("hue", "City of Hue")
        go_to(window, window.find(Role.BUTTON, "Add Position…"))
        window.press("Return")
        window.tab_to(window.find(Role.TEXT, "Person"))
        window.type("Deguedlre Renaud")
        window.find(Role.LIST_ITEM, part="New: “Deguedlre Renaud”")
        window.press("Escape")
        window.press("Tab")
        told = window.find(Role.LIST_ITEM, part="Already known: Renaud Degueldre, BEP")
        window.tab_to(told)
        window.press("Return")
        window.wait_text("Person", "Renaud Degueldre")
        window.click_button("Cancel")
        window.wait_dialog_gone()


def a_series_has_its_rhythm():
    """What a network is expected to hold a year is said on its page, and told of its events."""
    with open_partners() as window:
        window.open_found("AIMF", "AIMF")
        go_to(window, window.find(Role.BUTTON, "Add Series…"))
        window.press("Return")
        window.find(Role.DIALOG)
        window.check_names()
        window.write("Title", "Forum of towns")
        window.write("At least, a year", "two")
        window.click_button("Add")
        window.find(Role.LABEL, part="“two”")
        window.write("At least, a year", "2")
        window.write("At most, a year", "3")
        window.click_button("Add")
        row = window.find(Role.LIST_ITEM, "Forum of towns")
        window.tab_to(row, 60, into=True)
        window.press("Return")
        window.wait_text("At least, a year", "2")
        window.wait_text("At most, a year", "3")
        window.check_names()
        window.act("undo")
        window.wait_gone("Forum of towns")


def a_new_name_makes_a_record():
    with open_partners() as window:
        window.open_found("hue", "City of Hue")
        go_to(window, window.find(Role.BUTTON, "Add Position…"))
        window.press("Return")
        window.tab_to(window.find(Role.TEXT, "Person"))
        window.type("Zoe Unknown")
        window.press("Return")
        window.tab_to(window.find(Role.TEXT, "Function"))
        window.type("Mayor")
        window.click_button("Add")
        window.find(Role.LIST_ITEM, "Zoe Unknown, Mayor")
        # Both in one step.
        window.act("undo")
        wait("nothing to undo", 5, lambda: not window.is_enabled("undo"))


def first_names_are_in_the_language_of_the_project():
    with open_partners() as window:
        window.click_button("New Organisation")
        window.wait_text("Name", "Nouvelle organisation")
        window.tab_to(window.find(Role.TEXT, "Name"))
        window.press("ctrl+a")
        window.type("Namur")
        window.press("Return")
        window.find(Role.LIST_ITEM, part="Already known: ")


def two_become_one_and_two_again():
    with open_partners() as window:
        window.find(Role.LABEL, part="organisations")
        window.click_button("New Organisation")
        window.tab_to(window.find(Role.TEXT, "Name"))
        window.press("ctrl+a")
        window.type("Hue twice")
        window.press("Return")
        menu = window.find(Role.TOGGLE_BUTTON, "Organisation Menu")
        window.tab_to(menu, 80)
        window.press("Return")
        time.sleep(0.5)
        window.press("g")
        window.wait_focused(Role.TEXT, "Merge with")
        window.type("ville de hue")
        window.find(Role.LIST_ITEM, part="City of Hue")
        window.press("Return")
        window.find(Role.LABEL, "Where They Differ")
        window.find(Role.LABEL, part="becomes another name of “Hue twice”")
        window.check_names()
        window.click_button("Merge")
        # What hung on the other is here.
        window.find(Role.LIST_ITEM, part="102nd AIMF Bureau in Paris")
        window.act("undo")
        window.wait_text("Name", "Hue twice")


def towns_are_offered():
    with open_partners() as window:
        window.click_button("New Organisation")
        window.find(Role.TEXT, "Name")
        window.tab_to(window.find(Role.LIST_ITEM, "Kind, level and place"), 60, into=True)
        window.press("Return")
        window.tab_to(window.find(Role.TEXT, "Place"))
        window.type("lafayette, louis")
        window.find(Role.LIST_ITEM, part="Lafayette, Louisiana, United States")
        window.press("Return")
        window.wait_text("Place", "Lafayette")
        window.act("undo")
        window.wait_text("Place", "")


def a_new_one_is_in_sight_in_the_table():
    with open_partners() as window:
        window.click(Role.TOGGLE_BUTTON, "Show as Table")
        window.click_button("New Organisation")
        window.wait_text("Name", "Nouvelle organisation")
        window.act("undo")


def listed_by_country():
    with open_partners() as window:
        window.click(Role.RADIO_BUTTON, "By Country")
        window.find(Role.LABEL, "Belgium")
        window.find(Role.LABEL, "Canada")
        window.check_names()


def find_dots(window):
    """What can be gone to on the map; within a look alone."""
    chart = window.look_for(Role.LIST, "Map of organisations")
    return [each for each in walk(chart) if each.get_role() == Role.LIST_ITEM and has(each, State.SHOWING)]


def find_focused(window):
    """The name of the dot that has the focus; within a look alone."""
    return next((each.get_name() for each in find_dots(window) if has(each, State.FOCUSED)), "")


def wait_focused_dot(window, what, is_right):
    return wait(what, 5, lambda: is_right(find_focused(window)) and find_focused(window))


def show_map(window):
    window.click(Role.TOGGLE_BUTTON, "Show on a Map")
    return window.find(Role.LIST, "Map of organisations")


def shown_on_a_map():
    with open_partners() as window:
        chart = show_map(window)
        wait("dots", 5, lambda: len(find_dots(window)) > 5)
        names = steady(lambda: {each.get_name() for each in find_dots(window)})
        if not any(name.startswith("City of Hue, Vietnam, ") for name in names):
            raise Failure(f"no dot of Hue: {names}")
        window.check_names()

        # From dot to dot with the arrows, and in with the plus: a cluster opens.
        window.tab_to(chart, 40, into=True)
        first = wait_focused_dot(window, "a dot with the focus", bool)
        window.press("Right")
        wait_focused_dot(window, "another dot", lambda name: name and name != first)
        window.press("Home")
        wait_focused_dot(window, "the first dot again", lambda name: name == first)
        for _ in range(14):
            window.press("plus")
            time.sleep(0.1)
        wait("few dots", 5, lambda: 0 < len(find_dots(window)) < len(names))
        wait_focused_dot(window, "still the focus", bool)
        window.press("0")
        wait("all dots", 5, lambda: {each.get_name() for each in find_dots(window)} == names)


def a_dot_leads_to_its_page():
    with open_partners() as window:
        show_map(window)
        window.press("ctrl+f")
        window.wait_focused(Role.ENTRY)
        window.type("hue")
        alone = ["City of Hue, Vietnam, 2 agreements"]
        wait("one dot", 5, lambda: [each.get_name() for each in find_dots(window)] == alone)
        window.press("Return")
        wait_focused_dot(window, "focus on it", bool)
        window.press("Return")
        wait("its page", 10, lambda: re.search("Hué|Hue", window.read("Name")))


def those_without_a_place_are_listed():
    with open_partners() as window:
        show_map(window)
        missing = window.find(Role.TOGGLE_BUTTON, part=" no place: ")
        first = steady(missing.get_name).split(": ", 1)[1].split(", ")[0].rstrip("…")
        window.tab_to(missing, 40)
        window.press("Return")
        window.find(Role.LIST, "Organisations without a place")
        wait("its rows", 5, lambda: any(
            each.get_name().startswith(first)
            for each in walk(window.look_for(Role.LIST, "Organisations without a place"))
        ))
        window.check_names()
        window.press("Tab")
        window.press("Return")
        wait("its page", 10, lambda: window.read("Name") != "")


def an_empty_map_says_so():
    with open_partners("fr") as window:
        window.click(Role.TOGGLE_BUTTON, "Afficher sur une carte")
        window.find(Role.LIST, "Carte des organisations")
        window.press("ctrl+f")
        window.wait_focused(Role.ENTRY)
        window.type("zzzz")
        window.click_button("Afficher toutes les organisations")
        window.find(Role.LABEL, part="145 organisations")


run(
    [
        known_names_are_offered,
        names_like_others_are_told,
        a_series_has_its_rhythm,
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
