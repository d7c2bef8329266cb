# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys alone: what has the focus is told by the accessibility bus as it comes, so that a form is
filled as one does who sees no pointer."""

import subprocess
import time

from driving import Atspi, Failure, GLib, wait, walk

Role = Atspi.Role


class Keys:
    """The keyboard of a window, and what the focus is on."""

    def __init__(self, window):
        self.window = window
        self.focus = None
        self.told = 0
        self.listener = Atspi.EventListener.new(self._heard)
        self.listener.register("object:state-changed:focused")

    def _heard(self, event):
        if event.detail1 and event.source.get_process_id() == self.window.process.pid:
            self.focus = event.source
            self.told += 1

    def listen(self, seconds=0.0):
        """Hears what was told meanwhile."""
        end = time.monotonic() + seconds
        context = GLib.MainContext.default()
        while True:
            while context.pending():
                context.iteration(False)
            if time.monotonic() >= end:
                return
            time.sleep(0.005)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "2", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "2", text], check=True)

    def move(self, key, seconds=0.5):
        """Presses a key that is to move the focus; tells whether it did."""
        self.listen()
        before = self.told
        self.press(key)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.listen()
            if self.told > before:
                # A focus that goes through a container is told twice.
                self.listen(0.01)
                return True
            time.sleep(0.004)
        return False

    def name(self):
        """What has the focus; the toolkit leaves the lines of a drop-down to their labels."""
        try:
            if not self.focus:
                return ""
            return self.focus.get_name() or next(
                (each.get_name() for each in walk(self.focus) if each.get_role() == Role.LABEL), ""
            )
        except GLib.Error:
            return ""

    def wait_for(self, *names, seconds=8):
        """Waits until the focus is on one of those names."""

        def look():
            self.listen()
            return self.name() in names

        try:
            wait(f"focus on {' or '.join(names)}", seconds, look)
        except Failure as failure:
            raise Failure(f"{failure}; it is on “{self.name()}”") from None

    def go(self, name, key="Tab", limit=90):
        """Goes on with a key until the focus is on what has that name."""
        passed = []
        self.listen()
        for _ in range(limit):
            if self.name() == name:
                return
            passed.append(self.name())
            self.move(key)
        raise Failure(f"not reached with {key}: {name}; passed {passed}")
