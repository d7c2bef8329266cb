# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real Entente window through the accessibility bus, as a screen reader would."""

import os
import subprocess
import sys
import time

# Warnings end the program, not this script, which sees objects of the tree come and go.
G_DEBUG = os.environ.pop("G_DEBUG", "fatal-warnings")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APPLICATION = "io.github.entente.Entente"
PATH = "/io/github/entente/Entente"


class Failure(AssertionError):
    """What the officer would have seen go wrong."""


def wait(what, seconds, look):
    """Asks LOOK until it answers something true; says WHAT was missing when it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = look()
        except GLib.Error:
            found = None  # the tree changed under the look: look again
        if found:
            return found
        time.sleep(0.05)
    raise Failure(f"not seen in {seconds} s: {what}")


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def has(node, state):
    return node.get_state_set().contains(state)


def describe(node):
    names = []
    while node is not None and node.get_role() != Atspi.Role.APPLICATION:
        names.append(f"{node.get_role_name()} “{node.get_name()}”")
        node = node.get_parent()
    return " in ".join(names[:8])


class Window:
    """A running Entente with one window."""

    def __init__(self, program, arguments=(), environment=None):
        env = dict(os.environ, ENTENTE_TODAY="2026-11-22", G_DEBUG=G_DEBUG)
        env.update(environment or {})
        self.process = subprocess.Popen([program, *arguments], env=env)
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.frame = wait("the window", 30, self._find_frame)

    def _find_frame(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}")
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid:
                for frame in children(application):
                    return frame
        return None

    def find(self, role, name=None, seconds=10, part=None):
        """The first thing on show of that role and name, or whose name holds PART."""

        def look():
            for node in walk(self.frame):
                if node.get_role() == role and has(node, Atspi.StateType.SHOWING):
                    if name in (None, node.get_name()) and (part is None or part in node.get_name()):
                        return node
            return None

        return wait(f"{role.value_nick} {name or part}", seconds, look)

    def wait_focused(self, role):
        return wait(
            f"focus on {role.value_nick}",
            5,
            lambda: next(
                (
                    node
                    for node in walk(self.frame)
                    if node.get_role() == role and has(node, Atspi.StateType.FOCUSED)
                ),
                None,
            ),
        )

    def tab_to(self, node, steps=20):
        """Goes on from control to control until the focus is on NODE."""
        for _ in range(steps):
            if has(node, Atspi.StateType.FOCUSED):
                return
            self.press("Tab")
            time.sleep(0.15)
        raise Failure(f"not reached with Tab: {describe(node)}")

    def type(self, text):
        subprocess.run(["xdotool", "type", text], check=True)

    def press(self, keys):
        """Presses a key as xdotool names it, such as Return or ctrl+z."""
        subprocess.run(["xdotool", "key", keys], check=True)

    def act(self, name, *parameters):
        """Calls an action of the window over the session bus."""
        self._call(f"{PATH}/window/1", name, parameters)

    def _call(self, path, name, parameters):
        self.bus.call_sync(
            APPLICATION,
            path,
            "org.gtk.Actions",
            "Activate",
            GLib.Variant("(sava{sv})", (name, list(parameters), {})),
            None,
            Gio.DBusCallFlags.NONE,
            5000,
            None,
        )

    def is_enabled(self, name):
        answer = self.bus.call_sync(
            APPLICATION,
            f"{PATH}/window/1",
            "org.gtk.Actions",
            "Describe",
            GLib.Variant("(s)", (name,)),
            GLib.VariantType("((bgav))"),
            Gio.DBusCallFlags.NONE,
            5000,
            None,
        )
        return answer.unpack()[0][0]

    def close(self):
        self._call(PATH, "quit", ())
        status = self.process.wait(20)
        if status != 0:
            raise Failure(f"the program ended with {status}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def is_focused_within(node):
    return has(node, Atspi.StateType.FOCUSED) or any(
        has(each, Atspi.StateType.FOCUSED) for each in children(node)
    )


def go_to(window, row):
    """To a row with the keyboard: Tab to its list, then down in it."""
    siblings = list(children(row.get_parent()))
    for _ in range(100):
        if has(row, Atspi.StateType.FOCUSED):
            return
        inside = any(is_focused_within(each) for each in siblings)
        window.press("Down" if inside else "Tab")
        time.sleep(0.1)
    raise Failure(f"not reached with the keyboard: {describe(row)}")


AROUND = {
    Atspi.Role.PANEL: (
        Atspi.Role.ALERT,
        Atspi.Role.DIALOG,
        Atspi.Role.LIST_ITEM,
        Atspi.Role.TOGGLE_BUTTON,
    ),
    Atspi.Role.LIST: (Atspi.Role.COMBO_BOX,),
    Atspi.Role.LIST_ITEM: (Atspi.Role.COMBO_BOX,),
}


def is_named(node):
    """Whether it can be told by a name. What takes the focus for scrolling alone needs none.
    The toolkit gives none to the body of a message or dialog, the head of a row that opens
    and the face of a drop-down; there what is around them must have one."""
    if node.get_role() == Atspi.Role.SCROLL_PANE or node.get_name().strip():
        return True
    around = AROUND.get(node.get_role(), ())
    for _ in range(5):
        node = node.get_parent()
        if node.get_role() in around:
            return bool(node.get_name().strip())
    return False


def find_unnamed(node):
    """Everything below NODE that can have the focus and has no name to be told by."""
    return [
        each
        for each in walk(node)
        if has(each, Atspi.StateType.FOCUSABLE)
        and has(each, Atspi.StateType.SHOWING)
        and not is_named(each)
    ]


def get_names(node):
    """The names of everything on show below NODE."""
    return {
        each.get_name()
        for each in walk(node)
        if each.get_name() and has(each, Atspi.StateType.SHOWING)
    }


def run(tests):
    """Runs functions and tells which failed."""
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} {test.__name__}", flush=True)
        except (Failure, GLib.Error, subprocess.SubprocessError) as problem:
            failed += 1
            print(f"not ok {number} {test.__name__}: {problem}", flush=True)
    print(f"1..{len(tests)}")
    sys.exit(1 if failed else 0)
