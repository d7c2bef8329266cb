# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real Entente window through the accessibility bus, as a screen reader would."""

import contextlib
import itertools
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib

# Warnings end the program, not this script, which sees objects of the tree come and go.
G_DEBUG = os.environ.pop("G_DEBUG", "fatal-warnings")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APPLICATION = "io.github.entente.Entente"
PATH = "/io/github/entente/Entente"
LOCALES = {"en": "en_GB.UTF-8", "fr": "fr_FR.UTF-8"}
SAVED = {"en": "Saved", "fr": "Enregistré"}
Role = Atspi.Role
State = Atspi.StateType
# What one types into.
TYPED = (Role.ENTRY, Role.TEXT)


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


def steady(look, seconds=10):
    """What LOOK answers, be it nothing, once the tree did not change under it."""
    end = time.monotonic() + seconds
    while True:
        try:
            return look()
        except GLib.Error:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def expect(what, found, expected):
    if found != expected:
        raise Failure(f"{what}: {found}, not {expected}")


def is_gone(error):
    """Whether what was asked left the tree before it could hear, so that nothing was done."""
    return any(each in error.message for each in ("No such", "does not exist", "no longer exists"))


def get_text(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    """NODE and all below it; nothing where there is no node."""
    if node is None:
        return
    yield node
    for child in children(node):
        yield from walk(child)


def has(node, state):
    return node.get_state_set().contains(state)


def describe(node):
    names = []
    while node is not None and node.get_role() != Role.APPLICATION:
        names.append(f"{node.get_role_name()} “{node.get_name()}”")
        node = node.get_parent()
    return " in ".join(names[:8])


class Window:
    """A running Entente with one window."""

    def __init__(self, program, arguments=(), environment=None):
        env = dict(os.environ, ENTENTE_TODAY="2026-11-22", G_DEBUG=G_DEBUG)
        env.update(environment or {})
        self.focus = None
        self.told = 0
        self.listener = Atspi.EventListener.new(self._heard)
        self.listener.register("object:state-changed:focused")
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

    # What is on show. Nodes of the tree come and go: what is found may be gone before it is used,
    # so that finding and using are tried again together, never one without the other.

    def shown(self):
        """Everything on show; within a look alone."""
        return (each for each in walk(self.frame) if has(each, State.SHOWING))

    def look_for_dialogs(self):
        """They lie side by side above what the window holds, the last on top; within a look alone."""
        beside = (each for above in children(self.frame) for each in children(above))
        return [each for each in beside if each.get_role() == Role.DIALOG]

    def look_for(self, role, name=None, part=None, state=State.SHOWING, within=None):
        """The first thing of that role and name, or whose name holds PART, in the dialog on top
        where WITHIN is its role; within a look alone."""
        if within == Role.DIALOG:
            top = next(reversed(self.look_for_dialogs()), None)
        else:
            top = self.frame
        for node in self.look_for_dialogs() if role == Role.DIALOG else walk(top):
            if node.get_role() == role and has(node, state):
                if name in (None, node.get_name()) and (part is None or part in node.get_name()):
                    return node
        return None

    def find(self, role, name=None, seconds=10, part=None, within=None):
        """The first thing on show of that role and name, or whose name holds PART."""
        what = f"{role.value_nick} {name or part}"
        return wait(what, seconds, lambda: self.look_for(role, name, part, within=within))

    def find_row(self, part, seconds=10):
        return self.find(Role.LIST_ITEM, part=part, seconds=seconds)

    def read_name(self, role, part):
        """The whole name of the first thing whose name holds PART."""

        def look():
            node = self.look_for(role, part=part)
            return node and node.get_name()

        return wait(f"{role.value_nick} {part}", 10, look)

    def read_row(self, part):
        return self.read_name(Role.LIST_ITEM, part)

    def rows(self):
        """The names of the lines on show."""
        return steady(
            lambda: [each.get_name() for each in self.shown() if each.get_role() == Role.LIST_ITEM]
        )

    def names(self):
        return get_names(self.frame)

    def wait_gone(self, part):
        """Until no line, on show or not, has a name that holds PART."""
        wait(
            f"no line of {part}",
            10,
            lambda: not any(
                part in each.get_name()
                for each in walk(self.frame)
                if each.get_role() == Role.LIST_ITEM
            ),
        )

    def wait_dialog(self, name=None):
        """Until a dialog has come, and the focus into it."""

        def look():
            dialog = self.look_for(Role.DIALOG, name)
            return dialog and any(has(each, State.FOCUSED) for each in walk(dialog))

        wait(f"focus in a dialog {name or ''}", 10, look)

    def wait_dialog_gone(self):
        """A window that shows a dialog closes that instead of itself."""
        wait("no dialog", 10, lambda: not self.look_for_dialogs())

    def look_in_row(self, part, name):
        """What has that name, and can have the focus, in the line of PART; within a look alone."""
        row = self.look_for(Role.LIST_ITEM, part=part)
        named = (each for each in walk(row) if each.get_name() == name)
        return next((each for each in named if has(each, State.FOCUSABLE)), None)

    def find_in_row(self, part, name):
        return wait(f"“{name}” in the line of {part}", 10, lambda: self.look_in_row(part, name))

    def read(self, name, within=None):
        """What is written in the field of that name."""

        def look():
            field = self.look_for(Role.TEXT, name, within=within)
            return field and [get_text(field)]  # which may be nothing

        return wait(f"the field {name}", 10, look)[0]

    def wait_text(self, name, text):
        """Until the field of that name holds exactly TEXT."""

        def look():
            field = self.look_for(Role.TEXT, name)
            return field and get_text(field) == text

        wait(f"“{text}” in the field {name}", 10, look)

    def check_names(self):
        """No control on show is without a name."""
        unnamed = steady(lambda: [describe(each) for each in find_unnamed(self.frame)])
        if unnamed:
            raise Failure("no name: " + "; ".join(unnamed))

    # Acts of a pointer.

    def click_found(self, what, look):
        """Clicks what LOOK finds."""

        def attempt():
            node = look()
            if node is None:
                return False
            try:
                return Atspi.Action.do_action(node, 0)
            except GLib.Error as error:
                if is_gone(error):
                    return False
                raise Failure(f"{what}: {error.message}") from error

        wait(f"{what}, to be clicked", 10, attempt)

    def click(self, role, name=None, part=None, within=None):
        what = f"{role.value_nick} {name or part}"
        self.click_found(what, lambda: self.look_for(role, name, part, within=within))

    def click_button(self, name=None, part=None, within=None):
        self.click(Role.BUTTON, name, part, within)

    def click_in_row(self, part, name):
        """Clicks what has that name in the line of PART."""
        self.click_found(f"“{name}” in the line of {part}", lambda: self.look_in_row(part, name))

    def write(self, name, text, within=None):
        """Puts a text into the field of that name, which nobody has confirmed yet."""

        def attempt():
            field = self.look_for(Role.TEXT, name, within=within)
            return field and Atspi.EditableText.set_text_contents(field, text)

        wait(f"the field {name}, to be written", 10, attempt)

    # The keyboard.

    def _heard(self, event):
        try:
            if event.detail1 and event.source.get_process_id() == self.process.pid:
                self.focus = event.source
                self.told += 1
        except GLib.Error:
            pass  # gone already

    def wait_for_typing(self):
        """Until the focus is where one types."""
        wait("focus where one types", 5, lambda: any(
            has(each, State.FOCUSED)
            for each in walk(self.frame)
            if each.get_role() in TYPED
        ))

    def listen(self, seconds=0.0):
        """Hears on what the focus has been meanwhile."""
        end = time.monotonic() + seconds
        context = GLib.MainContext.default()
        while True:
            while context.pending():
                context.iteration(False)
            if time.monotonic() >= end:
                return
            time.sleep(0.005)

    def focused(self):
        """What has the focus; within a look alone. It is told, but for a line that is new on show."""
        self.listen()
        try:
            if self.focus and has(self.focus, State.FOCUSED):
                return self.focus
        except GLib.Error:
            pass  # gone
        above = (each for dialog in self.look_for_dialogs() for each in walk(dialog))
        everything = itertools.chain(above, walk(self.frame))
        self.focus = next((each for each in everything if has(each, State.FOCUSED)), None)
        return self.focus

    def focused_name(self):
        """The name of what has the focus; the toolkit leaves the lines of a drop-down to their
        labels. Nothing while it moves."""

        try:
            node = self.focused()
            return node and (
                node.get_name()
                or next((each.get_name() for each in walk(node) if each.get_role() == Role.LABEL), "")
            )
        except GLib.Error:
            return None

    def focused_role(self):
        """The role of what has the focus; within a look alone."""
        node = self.focused()
        return node and node.get_role()

    def focused_text(self):
        """What is written where one types; None where one does not. Within a look alone."""
        node = self.focused()
        return get_text(node) if node and node.get_role() in TYPED else None

    def wait_for(self, *names, seconds=10):
        """Until the focus is on one of those names; tells on which."""

        def look():
            name = self.focused_name()
            return name in names and name

        try:
            return wait(f"focus on {' or '.join(names)}", seconds, look)
        except Failure as failure:
            raise Failure(f"{failure}; it is on “{self.focused_name()}”") from None

    def move(self, key, seconds=3.0):
        """Presses a key that is to move the focus, and waits until it rests; tells whether it did."""
        self.listen()
        before = self.told
        self.press(key)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.listen(0.01)
            if self.told > before and self.focused_name() is not None:
                return True
        return False

    def go(self, *names, key="Tab", limit=90):
        """Goes on with a key until the focus is on one of those names; tells on which."""
        passed = []
        for _ in range(limit):
            passed.append(self.focused_name())
            if passed[-1] in names:
                return passed[-1]
            self.move(key)
        raise Failure(f"not reached with {key}: {' or '.join(names)}; passed {passed}")

    def wait_focused(self, role, name=None, part=None):
        what = f"focus on {role.value_nick} {name or part or ''}"
        return wait(what, 5, lambda: self.look_for(role, name, part, State.FOCUSED))

    def _keep(self, node):
        """Answers NODE, or what bears its role and name when its list was made anew meanwhile."""
        role, name = steady(lambda: (node.get_role(), node.get_name()))
        kept = [node]

        def now():
            try:
                if not has(kept[0], State.DEFUNCT) and kept[0].get_role() == role:
                    return kept[0]
            except GLib.Error:
                pass
            kept[0] = self.find(role, name)
            return kept[0]

        return now

    def tab_to(self, node, steps=20, into=False):
        """Goes on from control to control until the focus is on NODE, or on something INTO it."""
        now = self._keep(node)

        def is_there():
            return any(has(each, State.FOCUSED) for each in (walk(now()) if into else [now()]))

        for _ in range(steps):
            if steady(is_there):
                return
            self.move("Tab")
        raise Failure(f"not reached with Tab: {describe(now())}")

    def open_found(self, words, part):
        """Searches the list of the place for WORDS, and opens the line of PART."""
        self.press("ctrl+f")
        self.wait_focused(Role.ENTRY)
        self.type(words)
        self.find_row(part)
        self.press("Return")
        self.wait_focused(Role.LIST_ITEM, part=part)
        self.press("Return")

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)

    def press(self, *keys):
        """Presses keys as xdotool names them, such as Return or ctrl+z."""
        subprocess.run(["xdotool", "key", "--delay", "4", *keys], check=True)

    # What other programs may ask of the window.

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
        if self.process.returncode == 0:
            return  # closed before
        self._call(PATH, "quit", ())
        status = self.process.wait(20)
        if status != 0:
            raise Failure(f"the program ended with {status}")

    def kill(self):
        self.listener.deregister("object:state-changed:focused")
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def is_focused_within(node):
    return has(node, State.FOCUSED) or any(
        has(each, State.FOCUSED) for each in children(node)
    )


def go_to(window, row):
    """To a row with the keyboard: Tab to its list, then down in it."""
    now = window._keep(row)

    def get_next_key():
        row = now()
        if has(row, State.FOCUSED):
            return None
        inside = any(is_focused_within(each) for each in children(row.get_parent()))
        return "Down" if inside else "Tab"

    for _ in range(100):
        key = steady(get_next_key)
        if key is None:
            return
        window.move(key)
    raise Failure(f"not reached with the keyboard: {describe(row)}")


AROUND = {
    Role.PANEL: (
        Role.ALERT,
        Role.DIALOG,
        Role.LIST_ITEM,
        Role.TOGGLE_BUTTON,
    ),
    Role.LIST: (Role.COMBO_BOX,),
    Role.LIST_ITEM: (Role.COMBO_BOX,),
}


def is_named(node):
    """Whether it can be told by a name. What takes the focus for scrolling alone needs none.
    The toolkit gives none to the body of a message or dialog, the head of a row that opens
    and the face of a drop-down; there what is around them must have one."""
    if node.get_role() == Role.SCROLL_PANE or node.get_name().strip():
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
        if has(each, State.FOCUSABLE)
        and has(each, State.SHOWING)
        and not is_named(each)
    ]


def get_names(node):
    """The names of everything on show below NODE."""
    return steady(
        lambda: {
            each.get_name() for each in walk(node) if each.get_name() and has(each, State.SHOWING)
        }
    )


def make_png(path, grey):
    """A picture of 40 × 30 points."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = b"".join(b"\0" + bytes([grey]) * 40 for _ in range(30))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def answer_file_dialog(window, path):
    """Types a path, as one may in every file dialog, which is a window of its own."""

    def look():
        frames = (each for each in children(window.frame.get_parent()) if each != window.frame)
        return next((each for each in frames if has(each, State.SHOWING)), None)

    def write():
        lines = (each for each in walk(look()) if has(each, State.EDITABLE))
        line = next((each for each in lines if has(each, State.FOCUSED)), None)
        if line is None:
            window.press("ctrl+l")
            time.sleep(0.5)
            return False
        # Typed letter by letter, names that are proposed meanwhile mingle with it.
        return Atspi.EditableText.set_text_contents(line, str(path))

    wait("the file dialog", 20, look)
    wait("the place for a path", 20, write)
    time.sleep(0.5)
    window.press("Return")
    wait("no file dialog", 20, lambda: look() is None)


@contextlib.contextmanager
def open_sample(program, sample, place=None, lang="en", today="2026-11-22", prepare=None):
    """A window on a copy of the sample, `window.project`, alone in `window.folder`; closed as it is
    left. PREPARE is given the copy before it is opened."""
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "namur.entente"
        shutil.copy(sample, project)
        project.chmod(0o644)
        if prepare:
            prepare(project)
        environment = {"LC_ALL": LOCALES[lang], "LANG": LOCALES[lang], "ENTENTE_TODAY": today}
        window = Window(program, [str(project)], environment)
        window.folder, window.project = project.parent, project
        try:
            window.find(Role.LABEL, part=SAVED[lang])
            if place:
                window.act("show-place", GLib.Variant("s", place))
            yield window
            window.close()
        finally:
            window.kill()


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
