"""A desk to walk the real window at: a display of its own, a session bus with the screen readers'
interface switched on, and the program on it.

Controls are found as a screen reader finds them, by role and name (AT-SPI), and acted on as a person
does, by keys and pointer (xdotool). Nothing is taken as done because time has passed: every wait is
for a condition, with a limit.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

LIMIT = float(os.environ.get("GUIDEPOST_WALK_LIMIT", "60"))
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SCREEN = "1440x900x24"


class Lost(Exception):
    """What was waited for did not come."""


def wait_for(condition, what, limit=None):
    """Waits until the condition gives something true, and returns it."""
    until = time.monotonic() + (limit or LIMIT)
    pause = 0.01
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > until:
            raise Lost(f"waited {limit or LIMIT:.0f} s for {what}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.2)


def enter_session():
    """Runs this script again inside a session bus of its own, once."""
    if os.environ.get("GUIDEPOST_WALK") == "inside":
        return
    for tool in ("Xvfb", "xdotool", "setxkbmap", "dbus-run-session", "gdbus"):
        if shutil.which(tool) is None:
            sys.exit(f"the walk needs {tool}; CONTRIBUTING.md lists the packages")
    environment = dict(os.environ, GUIDEPOST_WALK="inside", GTK_USE_PORTAL="0")
    for name in ("WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY", "AT_SPI_BUS_ADDRESS"):
        environment.pop(name, None)
    command = ["dbus-run-session", "--", sys.executable, *sys.argv]
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


class Desk:
    """The display and the bus; programs are started on it."""

    def __init__(self, folder, has_reader=True):
        self.folder = Path(folder)
        self.log = open(self.folder / "desk.log", "wb")
        self.programs = []
        self.display = self._start_display()
        os.environ["DISPLAY"] = self.display
        self.bus = None
        if has_reader:
            self._start_bus()

    def _start_display(self):
        reader, writer = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
            pass_fds=[writer],
            stdout=self.log,
            stderr=self.log,
        )
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Lost("Xvfb did not start; see desk.log")
        return f":{number}"

    def _start_bus(self):
        launcher = next((each for each in LAUNCHERS if os.path.exists(each)), None)
        if launcher is None:
            raise Lost("at-spi2-core is not installed")
        self.bus = subprocess.Popen(
            [launcher, "--launch-immediately"], stdout=self.log, stderr=self.log
        )
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            command = ["gdbus", "call", "--session", "--dest", "org.a11y.Bus"]
            command += ["--object-path", "/org/a11y/bus"]
            command += ["--method", "org.freedesktop.DBus.Properties.Set"]
            command += ["org.a11y.Status", name, "<true>"]

            def set_property(command=command):
                done = subprocess.run(command, stdout=self.log, stderr=self.log, check=False)
                return done.returncode == 0

            wait_for(set_property, f"{name} to be set on the accessibility bus")

    def start(self, binary, *arguments, home):
        """Starts the program, and waits for its window."""
        program = Program(self, binary, arguments, home)
        self.programs.append(program)
        program.wait_for_window()
        return program

    def close(self):
        """Ends what was started."""
        for program in self.programs:
            program.kill()
        for process in filter(None, (self.bus, self.server)):
            process.terminate()
            process.wait()
        self.log.close()


def xdotool(*arguments, check=True):
    """Runs xdotool, and returns what it says."""
    done = subprocess.run(
        ["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    if check and done.returncode != 0:
        raise Lost(f"xdotool {arguments}: {done.stderr.strip()}")
    return done.stdout.strip()


class Control:
    """A control as a screen reader sees it."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name()

    @property
    def role(self):
        return self.accessible.get_role_name()

    def has(self, state):
        """Whether it is `checked`, `focused`, `enabled`, …"""
        from gi.repository import Atspi

        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def text(self):
        """What is written in it."""
        interface = self.accessible.get_text_iface()
        if interface is None:
            return ""
        return interface.get_text(0, interface.get_character_count())

    def extent(self):
        """Its place on the screen: left, top, width, height."""
        from gi.repository import Atspi

        rect = self.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return rect.x, rect.y, rect.width, rect.height


class Program:
    """The program on the desk."""

    def __init__(self, desk, binary, arguments, home):
        self.desk = desk
        environment = dict(os.environ, DISPLAY=desk.display, GUIDEPOST_HOME=str(home))
        environment.setdefault("LIBGL_ALWAYS_SOFTWARE", "1")
        self.started = time.monotonic()
        self.errors = desk.folder / f"program-{len(desk.programs)}.log"
        self.process = subprocess.Popen(
            [str(binary), *map(str, arguments)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=open(self.errors, "wb"),
        )
        self.window = None

    # The window.

    def wait_for_window(self):
        """Waits until the window is there, and gives it the keyboard."""

        def window():
            if self.process.poll() is not None:
                said = self.errors.read_text(errors="replace")
                raise Lost(f"the program ended with {self.process.returncode}: {said}")
            found = xdotool("search", "--onlyvisible", "--pid", self.process.pid, check=False)
            return found.split("\n")[-1]

        self.window = wait_for(window, "the window")
        wait_for(self._application, "the program on the accessibility bus")
        self.take_keyboard()

    def take_keyboard(self):
        """Gives the window the keyboard, as a window manager does on a click."""
        xdotool("windowraise", self.window)
        xdotool("windowfocus", "--sync", self.window)

    def title(self):
        return xdotool("getwindowname", self.window)

    def picture(self, name):
        """Keeps a picture of the window where ImageMagick is there to take one."""
        if shutil.which("import"):
            path = self.desk.folder / f"{name}.png"
            subprocess.run(["import", "-window", self.window, path], check=False)

    # The tree.

    def _application(self):
        from gi.repository import Atspi

        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is None:
                continue
            try:
                if application.get_process_id() == self.process.pid:
                    application.set_cache_mask(Atspi.Cache.NONE)
                    return application
            except Exception:  # It went while it was looked at.
                continue
        return None

    def controls(self, under=None):
        """All controls, top to bottom, as they are now."""
        root = under.accessible if under else self._application()
        if root is None:
            return
        stack = [root]
        while stack:
            accessible = stack.pop()
            yield Control(accessible)
            try:
                count = accessible.get_child_count()
                children = [accessible.get_child_at_index(index) for index in range(count)]
            except Exception:  # It went while it was looked at.
                continue
            stack.extend(child for child in reversed(children) if child is not None)

    def find(self, role, name, under=None):
        """The first control of a role with a name (text, or a compiled pattern), if there is one."""
        for control in self.controls(under):
            try:
                if matches(control.role, role) and matches(control.name, name):
                    return control
            except Exception:  # It went while it was looked at.
                continue
        return None

    def expect(self, role, name, under=None, limit=None):
        """The control, once it is there."""
        return wait_for(
            lambda: self.find(role, name, under), f"{role} “{shown(name)}”", limit
        )

    def expect_gone(self, role, name):
        """Waits until there is no such control."""
        wait_for(lambda: not self.find(role, name), f"{role} “{shown(name)}” to go")

    def outline(self):
        """The whole tree in words, for the log of a lost walk."""
        lines = []
        for control in self.controls():
            try:
                lines.append(f"{control.role}: {control.name!r} {control.extent()}")
            except Exception as fault:
                lines.append(f"({fault})")
        return "\n".join(lines)

    # Acts.

    def key(self, *keys):
        """Presses keys, one after the other."""
        xdotool("key", "--delay", "30", *keys)

    def type(self, words):
        """Types words where the keyboard is."""
        xdotool("type", "--delay", "12", "--", words)

    def set_layout(self, layout):
        """Takes another keyboard."""
        subprocess.run(["setxkbmap", layout], check=True)

    @contextlib.contextmanager
    def stopped(self):
        """Lets the program see all at once what is done meanwhile."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def click_at(self, left, top, width, height):
        """Clicks the middle of a place."""
        xdotool("mousemove", left + width // 2, top + height // 2, "click", 1)

    def click(self, role, name):
        """Clicks a control where it is on the screen, once it is in sight and stands still."""
        return self.click_control(self.expect(role, name), lambda: self.find(role, name))

    def click_control(self, control, find_again):
        """Clicks a control that was found by other means, which find it again once it has moved."""
        what = f"{control.role} “{control.name}”"
        wait_for(lambda: self._in_sight(find_again), f"{what} to come into sight")
        self.click_at(*self._settled(find_again))
        return control

    def _in_sight(self, find):
        """Whether the control is within the part that scrolls; if not, turns the wheel once."""
        place = left, top, width, height = self._settled(find)
        bar = self._bar_of(find())
        if bar is None:
            return True
        bar_left, bar_top, _, bar_height = bar
        middle = top + height // 2
        if bar_top + 4 <= middle < bar_top + bar_height - 4:
            return True
        xdotool("mousemove", min(left + width // 2, bar_left - 20), bar_top + bar_height // 2)
        xdotool("click", "--repeat", 2, "--delay", 20, 4 if middle < bar_top else 5)
        try:
            wait_for(lambda: find().extent() != place, "it to move", 2)
        except Lost:
            # What does not move stands beside the part that scrolls.
            return True
        return False

    def _bar_of(self, control):
        """The place of the scroll bar that moves the control, if there is one."""
        accessible = control.accessible.get_parent()
        while accessible is not None and accessible.get_role_name() != "application":
            for index in range(accessible.get_child_count()):
                child = accessible.get_child_at_index(index)
                if child is not None and child.get_role_name() == "scroll bar":
                    return Control(child).extent()
            accessible = accessible.get_parent()
        return None

    def _settled(self, find):
        """The place of a control, once it is the same twice and not empty."""
        last = None

        def still():
            nonlocal last
            control = find()
            now = control and control.extent()
            same = now is not None and now == last and now[2] > 0 and now[3] > 0
            last = now
            return now if same else None

        return wait_for(still, "a control to stand still")

    # The end.

    def wait_for_end(self, limit=None):
        """Waits until the program has ended, and returns its exit code."""
        wait_for(lambda: self.process.poll() is not None, "the program to end", limit)
        return self.process.returncode

    def kill(self):
        """Ends it at once, as a power cut does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


def matches(text, wanted):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(text or ""))
    return text == wanted


def shown(wanted):
    return wanted.pattern if isinstance(wanted, re.Pattern) else wanted
