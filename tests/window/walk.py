"""Walks through the real window, by keys and pointer alone, and compares the file with what was done.

`cargo build && /usr/bin/python3 tests/window/walk.py` runs all parts; CONTRIBUTING.md says what it
needs.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import desk
from desk import Lost, wait_for, xdotool

ROOT = Path(__file__).resolve().parents[2]
SAVED = re.compile(r"^Saved")


def main():
    options = arguments()
    desk.enter_session()
    import gi

    gi.require_version("Atspi", "2.0")
    if options.keep:
        folder = options.keep.resolve()
        folder.mkdir(parents=True, exist_ok=True)
    else:
        folder = Path(tempfile.mkdtemp(prefix="guidepost-walk-"))
    lost = []
    table = desk.Desk(folder)
    try:
        for part in PARTS:
            if options.only in (None, part.__name__):
                lost += walk_part(part, table, options.program.resolve(), folder)
    finally:
        table.close()
    if lost:
        print(f"lost: {', '.join(lost)}; files, logs and pictures: {folder}")
        return 1
    if not options.keep:
        shutil.rmtree(folder)
    return 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=ROOT / "target/debug/guidepost")
    parser.add_argument("--only", choices=[part.__name__ for part in PARTS])
    parser.add_argument("--keep", type=Path, help="a folder for files, logs and pictures")
    return parser.parse_args()


def walk_part(part, table, binary, folder):
    """Runs one part in a folder of its own; its name where it was lost."""
    name = part.__name__
    home = folder / name
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    walk = Walk(table, binary, home)
    start = time.monotonic()
    try:
        outcome = part(walk) or "passed"
    except (Lost, AssertionError) as fault:
        print(f"{name}: LOST: {fault}", flush=True)
        for program in table.programs:
            if program.process.poll() is None:
                program.picture(f"{name}-lost")
                (folder / f"{name}-lost.txt").write_text(program.outline())
        return [name]
    finally:
        for program in table.programs:
            program.kill()
        table.programs.clear()
    print(f"{name}: {outcome}, {time.monotonic() - start:.1f} s", flush=True)
    return []


class Walk:
    """What the parts share: the program on its desk, and its commands."""

    def __init__(self, table, binary, home):
        self.table = table
        self.binary = binary
        self.home = home
        self.questions = self._questions()
        self.program = None

    def _questions(self):
        """The words of every question, by id."""
        said = self.command("instrument", "show")
        return dict(re.findall(r"^  (\S+) (.+)$", said, flags=re.MULTILINE))

    def command(self, *words, expected=0):
        """Runs a command of the program, without a window."""
        done = subprocess.run(
            [self.binary, *map(str, words)], capture_output=True, text=True, check=False
        )
        assert done.returncode == expected, f"{words}: {done.returncode}, {done.stderr}"
        return done.stdout

    def json(self, command, file):
        return json.loads(self.command(command, file, "--json"))

    def new_file(self, name="walk.assessment.ron", levels="national,local"):
        """An empty assessment, made without the window."""
        file = self.home / name
        self.command("new", "--state", "PRT", "-o", file)
        self.command("profile", file, "--levels", levels)
        return file

    def start(self, *words):
        """Starts the program with settings of its own: on the short path, which the walk follows."""
        settings = self.home / "settings" / "settings.ron"
        if not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text("(short_path_first: true)\n")
        self.program = self.table.start(self.binary, *words, home=self.home / "settings")
        self.program.expect("push button", "Menu")
        return self.program

    def saved(self):
        """Waits until the bar below says that all is on disk."""
        self.program.expect("label", SAVED)

    def on(self, question):
        """Waits until a question is on screen."""
        self.program.expect("heading", self.questions[question])

    def go_to(self, question):
        """Goes to a question by its number in the search."""
        program = self.program
        program.key("ctrl+f")
        field = wait_for(lambda: self._focused("entry", "Search"), "the search field")
        program.key("ctrl+a")
        program.type(question)
        wait_for(lambda: field.text == question, "the search to be typed")
        program.key("Return")
        wait_for(lambda: not self._focused("entry", "Search"), "the search to be left")
        self.on(question)
        # The list of what was found gives way to the sections again.
        program.click("link", "Back to the sections")
        program.expect("toggle button", re.compile("^Policy and leadership"))

    def _focused(self, role, name):
        control = self.program.find(role, name)
        return control if control and control.has("focused") else None

    def leave_field(self):
        """Leaves a text field, so that single keys act again."""
        self.program.key("Escape")
        wait_for(
            lambda: not any(
                control.role == "entry" and control.has("focused")
                for control in self.program.controls()
            ),
            "the field to be left",
        )

    def next(self, question):
        """Goes to the next question by key."""
        self.program.key("ctrl+Page_Down")
        self.on(question)

    def press(self, key, level, standing):
        """Answers by a digit, and waits for the mark."""
        self.program.key(key)
        self.checked(f"{level}: {standing}")

    def pick(self, name):
        """Answers by the pointer."""
        self.program.click("radio button", name)
        self.checked(name)

    def checked(self, name, is_checked=True):
        def state():
            control = self.program.find("radio button", name)
            return control and control.has("checked") == is_checked

        wait_for(state, f"“{name}” to be {'' if is_checked else 'not '}chosen")

    def write(self, name, words):
        """Writes into a text field by pointer and keys, and leaves it."""
        self.program.click("entry", name)
        field = wait_for(lambda: self._focused("entry", name), f"“{name}” to have the keyboard")
        self.program.type(words)
        wait_for(lambda: field.text == words, f"“{words}” in “{name}”, which has “{field.text}”")
        return field

    def path_typed(self, path, button):
        """Fills the program's own dialog for a path, which opens where the machine has none."""
        field = wait_for(lambda: self._focused("entry", "Path"), "the dialog for a path")
        self.program.key("ctrl+a")
        self.program.type(str(path))
        wait_for(lambda: field.text == str(path), "the path to be typed")
        self.program.click("push button", button)
        self.program.expect_gone("entry", "Path")

    def quit(self):
        """Closes the window by key, and waits for the end."""
        self.program.key("ctrl+q")
        code = self.program.wait_for_end()
        assert code == 0, f"exit code {code}: {self.program.errors.read_text()}"


def heart(walk):
    """A new assessment for a State without a regional level, filled, closed, and opened again."""
    file = walk.home / "portugal.assessment.ron"
    program = walk.start()

    # New.
    program.click("push button", "New assessment…")
    wait_for(lambda: walk._focused("entry", "State"), "the list of States")
    program.type("portu")
    wait_for(
        lambda: program.find("toggle button", "Portugal")
        and not program.find("toggle button", "Poland"),
        "Portugal alone in the list",
    )
    program.click("check box", re.compile("^Regional"))
    wait_for(
        lambda: not program.expect("check box", re.compile("^Regional")).has("checked"),
        "the regional level to be taken away",
    )
    program.click("push button", "Choose where to save…")
    walk.path_typed(file, "Save")
    program.expect("page tab", "Questions")
    assert file.exists(), "the new assessment is not on disk"
    program.picture("heart-new")

    # Twenty answers and more, in the order of the short path, by keys and pointer in turn.
    program.key("ctrl+2")
    walk.on("6")
    walk.press("1", "National", "Yes")
    walk.write("What exists", "Two programmes since 2015, in every district.")
    walk.leave_field()
    walk.next("7.steps")
    walk.press("2", "National", "In part")
    walk.next("7.plan")
    walk.press("3", "National", "No")
    walk.write("What is missing", "A plan of several years.")
    walk.leave_field()
    walk.next("7.policy")
    assert not program.find("radio button", "Regional: Yes"), "a level that the State lacks"
    program.expect("label", re.compile("no regional level"))
    walk.press("1", "National", "Yes")
    program.key("Down")
    walk.press("2", "Local", "In part")
    walk.next("7.law")
    walk.press("1", "National", "Yes")
    walk.next("7.lead")
    walk.pick("Ministry of the interior")
    walk.write("The choice in the State’s own words", "Ministry of Internal Affairs")
    walk.leave_field()
    walk.next("7.police")
    walk.press("5", "National", "No information")
    walk.write("Why not applicable, or no information", "Asked in March.")
    walk.leave_field()
    walk.next("6.a")
    walk.pick("National: Yes")
    walk.next("8.integrated")
    walk.pick("National: In part")
    walk.next("8.youth")
    walk.press("1", "National", "Yes")
    walk.next("14.gender")
    walk.press("4", "National", "Not applicable")
    walk.write("Why not applicable, or no information", "Met by another programme.")
    walk.leave_field()
    walk.next("14.groups")
    walk.press("3", "National", "No")
    walk.next("17.a")
    walk.press("1", "National", "Yes")
    program.key("Down")
    walk.press("1", "Local", "Yes")
    walk.write("Local: units that have it, of all", "4/21")
    walk.leave_field()
    program.key("ctrl+e")
    walk.write("Title (needed)", "Decree 12 of 2009")
    walk.write("Year", "2009")
    program.click("push button", "Save")
    program.expect("push button", "Edit Decree 12 of 2009")
    program.picture("heart-question")
    walk.next("17.b")
    walk.press("2", "National", "In part")
    walk.next("17.c")
    walk.press("1", "National", "Yes")
    walk.next("17.d")
    walk.press("1", "National", "Yes")
    walk.next("17.e")
    walk.press("3", "National", "No")
    walk.next("18.a")
    walk.press("1", "National", "Yes")
    walk.next("18.b")
    walk.press("5", "National", "No information")
    walk.next("18.c")
    walk.press("1", "National", "Yes")
    walk.next("18.d")
    walk.press("2", "National", "In part")

    # Undo and redo: a standing by key.
    walk.press("3", "National", "No")
    program.key("ctrl+z")
    walk.checked("National: In part")
    program.key("ctrl+shift+z")
    walk.checked("National: No")
    program.key("ctrl+z")
    walk.checked("National: In part")
    program.key("BackSpace")
    walk.checked("National: In part", is_checked=False)
    program.key("ctrl+z")
    walk.checked("National: In part")

    # A choice and an entry of a list, found by their numbers.
    walk.go_to("3.scope")
    walk.pick("Wider: it includes law enforcement or criminal justice")
    walk.go_to("9.partners")
    program.click("push button", re.compile("^Add to the list"))
    walk.write("Name (needed)", "Chamber of commerce")
    program.click("push button", "Save")
    program.expect("push button", "Edit Chamber of commerce")

    # Three rows of the assistance sheet.
    walk.go_to("29")
    rows = [name for name in assistance_rows(program) if "12 areas" not in name][:3]
    assert len(rows) == 3, f"the areas of assistance: {rows}"
    for row, need, offer in zip(rows, ("Yes", "In part", "No"), ("No", "Yes", "In part")):
        for side, extent in (("need", need), ("offer", offer)):
            press_extent(walk, f"{row}: {side}", extent)
    program.picture("heart-assistance")

    # Search for the council's own words, and go there.
    program.key("slash")
    field = wait_for(lambda: walk._focused("entry", "Search"), "the search field")
    program.type("every district")
    wait_for(lambda: field.text == "every district", "the search to be typed")
    program.expect("label", "1 found")
    program.key("Return")
    walk.on("6")
    wait_for(
        lambda: program.expect("entry", "What exists").text.startswith("Two programmes"),
        "the answer that was found",
    )
    walk.leave_field()
    walk.go_to("6")

    # Clear it for sending.
    program.key("ctrl+Return")
    program.expect("toggle button", "Cleared for sending")
    walk.saved()

    # Gaps: the same figures as the command, and a gap leads to its question.
    program.key("ctrl+3")
    program.expect("heading", "Where the country stands")
    same_profiles(walk, file)
    program.picture("heart-gaps")
    gap = program.expect("push button", re.compile(r"^7\.plan .*: No\."))
    program.click(gap.role, gap.name)
    walk.on("7.plan")

    # Close, and compare the file with what was done.
    before = walk.json("show", file)
    same_answers(before)
    walk.quit()
    assert walk.json("show", file) == before, "closing changed what was said"

    # Open again from the list of recent files: everything is there.
    program = walk.start()
    program.click("toggle button", re.compile("^Portugal"))
    program.expect("page tab", "Questions")
    program.key("ctrl+2")
    program.expect("heading", re.compile(".+"))
    walk.go_to("17.a")
    walk.checked("National: Yes")
    program.expect("push button", "Edit Decree 12 of 2009")
    walk.go_to("6")
    walk.checked("National: Yes")
    program.expect("toggle button", "Cleared for sending")
    text = program.expect("entry", "What exists").text
    assert text == "Two programmes since 2015, in every district.", text
    walk.go_to("29")
    walk.quit()
    assert walk.json("show", file) == before, "opening again changed what was said"


def assistance_rows(program):
    """The areas of the sheet, by the names of their groups."""
    program.expect("panel", re.compile(": need$"))
    names = [control.name for control in program.controls() if control.role == "panel"]
    return [name[: -len(": need")] for name in names if name.endswith(": need")]


def press_extent(walk, group, extent):
    """Chooses Yes, In part or No within a group of the sheet."""
    program = walk.program

    def button():
        panel = program.find("panel", group)
        return panel and program.find("radio button", extent, under=panel)

    control = wait_for(button, f"“{extent}” in “{group}”")
    program.click_control(control, button)
    wait_for(lambda: button().has("checked"), f"“{extent}” in “{group}” to be chosen")


def same_profiles(walk, file):
    """Holds every profile of the principles on screen against the command's figures."""
    program = walk.program
    coverage = walk.json("coverage", file)["principles"]
    shown = [
        control.name
        for control in program.controls()
        if re.search(r", paragraph \d+\. ", control.name or "")
    ]
    level = "national"
    compared = 0
    for profile in (each for each in coverage if each["level"] == level):
        name = next((n for n in shown if f", paragraph {profile['paragraph']}. " in n), None)
        assert name, f"no line for paragraph {profile['paragraph']} among {shown}"
        decided = f"{profile['decided']} of {profile['counting']} decided"
        if profile["shows"] == "percent":
            share, low, high = profile["percent"]
            words = f"{share} %"
            if profile["decided"] < profile["counting"]:
                words = f"{share} % of what is decided · between {low} and {high} % · {decided}"
        elif profile["shows"] == "too_few":
            _, low, high = profile["percent"]
            words = f"between {low} and {high} % · {decided}"
        else:
            words = decided
        assert words in name, f"“{name}” should say “{words}”"
        compared += 1
    assert compared == 8, f"{compared} principles were compared"


def same_answers(shown):
    """Holds the file against what `heart` did."""
    standings = {
        (each["id"], each["level"]): each["standing"]
        for each in shown["answers"]
        if each["standing"] not in (None, "not_answered")
    }
    expected = {
        ("6", "national"): "yes",
        ("7.steps", "national"): "in_part",
        ("7.plan", "national"): "no",
        ("7.policy", "national"): "yes",
        ("7.policy", "local"): "in_part",
        ("7.law", "national"): "yes",
        ("7.police", "national"): "not_known",
        ("6.a", "national"): "yes",
        ("8.integrated", "national"): "in_part",
        ("8.youth", "national"): "yes",
        ("14.gender", "national"): "not_applicable",
        ("14.groups", "national"): "no",
        ("17.a", "national"): "yes",
        ("17.a", "local"): "yes",
        ("17.b", "national"): "in_part",
        ("17.c", "national"): "yes",
        ("17.d", "national"): "yes",
        ("17.e", "national"): "no",
        ("18.a", "national"): "yes",
        ("18.b", "national"): "not_known",
        ("18.c", "national"): "yes",
        ("18.d", "national"): "in_part",
    }
    assert standings == expected, f"standings: {standings}"
    assert shown["state"] == "PRT" and shown["levels"] == ["national", "local"], shown["levels"]
    units = [each["units"] for each in shown["answers"] if each["units"]]
    assert units == [[4, 21]], units
    texts = {(each["id"], each["field"]): each["text"] for each in shown["texts"]}
    texts.pop(("7.lead", "choice"), None)
    assert texts == {
        ("6", "exists"): "Two programmes since 2015, in every district.",
        ("7.plan", "missing"): "A plan of several years.",
        ("7.police", "reason"): "Asked in March.",
        ("14.gender", "reason"): "Met by another programme.",
    }, texts
    choices = {each["id"]: (each["option"], each["text"]) for each in shown["choices"]}
    assert choices["3.scope"][0] == "wider", choices
    assert choices["7.lead"] == ("interior", "Ministry of Internal Affairs"), choices
    names = [item["name"] for each in shown["lists"] for item in each["items"]]
    assert names == ["Chamber of commerce"], names
    rows = [(row["need"], row["offer"]) for row in shown["assistance"]["rows"]]
    extents = [(extent_of(need), extent_of(offer)) for need, offer in rows]
    assert extents == [("yes", "no"), ("in_part", "yes"), ("no", "in_part")], rows
    evidence = [(each["id"], each["title"], each.get("year")) for each in shown["evidence"]]
    assert evidence == [("17.a", "Decree 12 of 2009", 2009)], evidence
    assert shown["cleared"] == ["6"], shown["cleared"]


def extent_of(side):
    return side["extent"] if isinstance(side, dict) else side


def display(walk):
    """Without a display: one sentence, and exit code 2."""
    for place in (None, ":9876"):
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET")
        }
        if place:
            environment["DISPLAY"] = place
        environment["GUIDEPOST_HOME"] = str(walk.home / "settings")
        done = subprocess.run(
            [walk.binary], env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 2, f"DISPLAY={place}: exit code {done.returncode}"
        assert re.fullmatch(r"guidepost: [^\n]*display[^\n]*\n", done.stderr), done.stderr
        assert "registry" not in done.stderr and "guidepost --help" in done.stderr, done.stderr


def second(walk):
    """A second window on the same file opens to read, and says who has it."""
    file = walk.new_file()
    first = walk.start(file)
    first.key("ctrl+2")
    walk.on("6")
    other = walk.start(file)
    other.expect("label", re.compile("^Open to read: .* has this file open"))
    other.expect("label", "Open to read")
    other.key("ctrl+2")
    walk.on("6")
    other.key("1")
    walk.next("7.steps")
    control = other.expect("radio button", "National: Yes")
    assert not control.has("checked")
    walk.quit()
    assert walk.json("show", file)["progress"]["done"] == 0, "what is open to read was changed"

    walk.program = first
    first.take_keyboard()
    walk.press("1", "National", "Yes")
    walk.saved()
    walk.quit()
    assert walk.json("show", file)["progress"]["done"] == 1


def killed(walk):
    """Killed in mid-typing: at most the last second is lost."""
    file = walk.new_file()
    program = walk.start(file)
    program.key("ctrl+2")
    walk.on("6")
    program.click("entry", "What exists")
    field = wait_for(lambda: walk._focused("entry", "What exists"), "the field")
    typed = ""
    taken_in = []
    started = time.monotonic()
    number = 0
    while time.monotonic() - started < 4:
        number += 1
        word = f"w{number:03} "
        typed += word
        program.type(word)
        wait_for(lambda: field.text == typed, f"“{typed}”")
        taken_in.append((time.monotonic(), typed))
    program.kill()
    end = time.monotonic()

    texts = [each["text"] for each in walk.json("show", file)["texts"]]
    assert len(texts) == 1 and typed.startswith(texts[0]), texts
    # A second after the first unsaved key, and what the writing itself takes on a slow machine.
    due = [text for when, text in taken_in if when < end - 2]
    assert due and texts[0].startswith(due[-1]), f"of “{typed}” only “{texts[0]}” was kept"
    lost = end - next(when for when, text in taken_in if len(text) > len(texts[0]) or text == typed)

    program = walk.start(file)
    program.key("ctrl+2")
    walk.go_to("6")
    assert program.expect("entry", "What exists").text == texts[0]
    walk.press("1", "National", "Yes")
    walk.saved()

    # What is typed into a dialog is there again too.
    program.key("ctrl+e")
    walk.write("Title (needed)", "Decree 12 of 2009")
    time.sleep(2)
    program.kill()
    program = walk.start(file)
    assert program.expect("entry", "Title (needed)").text == "Decree 12 of 2009"
    program.picture("killed-dialog")
    program.click("push button", "Save")
    walk.saved()
    walk.quit()
    assert [piece["title"] for piece in walk.json("show", file)["evidence"]] == ["Decree 12 of 2009"]
    return f"passed, with {lost:.1f} s of typing lost"


def disk(walk):
    """A full disk and a read-only one: loud, the old file whole, the work saved elsewhere."""
    place = walk.home / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        return "skipped: no small disk can be mounted here"
    try:
        return full_disk(walk, place)
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def full_disk(walk, place):
    file = place / "full.assessment.ron"
    walk.command("new", "--state", "PRT", "-o", file)
    program = walk.start(file)
    program.key("ctrl+2")
    walk.on("6")
    walk.press("1", "National", "Yes")
    walk.saved()
    wait_for(lambda: walk.json("show", file)["progress"]["done"] == 1, "the first answer on disk")
    old = file.read_bytes()

    filler = place / "filler"
    everything = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(everything, b"x" * 4096)
    except OSError:
        os.close(everything)
    walk.write("What exists", "Written while the disk was full.")
    program.expect("label", re.compile("^Not saved: "))
    # No one aims at what came up just now: a click in its first moments was meant for the page.
    time.sleep(0.5)
    program.picture("disk-full")
    assert file.read_bytes() == old, "the old file was touched"

    elsewhere = walk.home / "elsewhere.assessment.ron"
    program.click("push button", "Save elsewhere…")
    walk.path_typed(elsewhere, "Save")
    walk.saved()
    program.expect_gone("label", re.compile("^Not saved"))
    texts = [each["text"] for each in walk.json("show", elsewhere)["texts"]]
    assert texts == ["Written while the disk was full."], texts
    assert file.read_bytes() == old, "the old file was touched"
    walk.quit()

    # A folder that may only be read.
    os.remove(filler)
    remount = ["mount", "-o", "remount,ro", str(place)]
    if subprocess.run(remount, capture_output=True, check=False).returncode != 0:
        return "passed, without a folder that may only be read"
    program = walk.start(file)
    program.expect("label", re.compile("^Open to read: "))
    program.picture("disk-read-only")
    walk.quit()
    assert file.read_bytes() == old, "the file was touched"
    return None


# Of each layout: the key that types "/" by its code with what is held, and a key that types another
# sign with AltGr, if there is one.
LAYOUTS = {
    "us": ("61", None),
    "fr": ("shift+60", "108+13"),
    "de": ("shift+16", "108+16"),
    "cz": ("shift+34", "108+55"),
    "ru": ("shift+51", None),
    "ar": ("shift+46", None),
}
DIGIT_KEYS = dict(zip(("Yes", "In part", "No", "Not applicable", "No information"), range(10, 15)))
SCREEN_KEYS = {
    "Profile and call": 10,
    "Gaps": 12,
    "Plan": 13,
    "Check and submit": 14,
    "Guidelines": 15,
    "Questions": 11,
}
F_KEY = "41"


def layouts(walk):
    """The keys that are taught, on six keyboards, by the places of the keys."""
    file = walk.new_file()
    program = walk.start(file)
    program.key("ctrl+2")
    walk.on("6")
    try:
        for layout, (slash, other_sign) in LAYOUTS.items():
            program.set_layout(layout)
            try:
                keys_of(walk, slash, other_sign)
            except (Lost, AssertionError) as fault:
                raise Lost(f"layout {layout}: {fault}") from fault
    finally:
        program.set_layout("us")
    walk.quit()


def keys_of(walk, slash, other_sign):
    program = walk.program
    for standing, key in DIGIT_KEYS.items():
        walk.press(str(key), "National", standing)
    if other_sign:
        program.key(other_sign)
    for screen, key in SCREEN_KEYS.items():
        program.key(f"ctrl+{key}")
        wait_for(lambda: program.expect("page tab", screen).has("selected"), f"“{screen}”")
    walk.on("6")
    walk.checked("National: No information")
    program.key(F_KEY)
    program.expect("label", "1 flagged")
    program.key(F_KEY)
    program.expect_gone("label", "1 flagged")
    program.key(slash)
    wait_for(lambda: walk._focused("entry", "Search"), "the search field")
    walk.leave_field()


def typing(walk):
    """Every letter counts, whatever key or click the same frame brings."""
    file = walk.new_file()
    program = walk.start(file)
    program.key("ctrl+2")
    walk.on("6")
    beside = program.expect("page tab", "Guidelines").extent()
    leaving = {
        "Escape": lambda: program.key("Escape"),
        "the next question": lambda: program.key("ctrl+Page_Down"),
        "another screen": lambda: program.key("ctrl+3"),
        "the search": lambda: program.key("ctrl+f"),
        "a click": lambda: program.click_at(*beside),
        "closing": lambda: program.key("ctrl+q"),
    }
    typed = ""
    for number, (name, leave) in enumerate(leaving.items()):
        program.key("Escape", "ctrl+2")
        walk.go_to("6")
        program.click("entry", "What exists")
        wait_for(lambda: walk._focused("entry", "What exists"), "the field")
        program.key("ctrl+End")
        with program.stopped():
            program.type(f"w{number} ")
            leave()
        typed += f"w{number} "
        if name != "closing":
            walk.saved()
        else:
            program.wait_for_end()
        wait_for(
            lambda: [each["text"] for each in walk.json("show", file)["texts"]] == [typed],
            f"“{typed}” on disk after {name}",
        )


def slow(walk):
    """A folder that answers late: the window goes on, says what it waits for, and can stop."""
    file = walk.new_file()
    share = walk.home / "share"
    share.mkdir()
    other = share / "other.assessment.ron"
    walk.command("new", "--state", "ESP", "-o", other)
    os.environ["GUIDEPOST_SLOW_FOLDER"] = f"700:{share}"
    os.environ["GUIDEPOST_FRAME_LOG"] = "1"
    try:
        program = walk.start(file)
        opens_slowly(walk, other)
        program.key("ctrl+2")
        walk.on("6")
        walk.press("1", "National", "Yes")
        walk.saved()
        program.picture("slow-opening")
        program.click("push button", "Stop waiting")
        program.expect_gone("label", re.compile("^This is being opened: "))
        assert "Portugal" in program.title(), program.title()

        opens_slowly(walk, other)
        wait_for(lambda: "Spain" in program.title(), "the other file to be open")
        attaches_slowly(walk)
        moved = share / "moved.assessment.ron"
        saves_elsewhere_slowly(walk, moved)

        program.key("ctrl+2")
        walk.go_to("6")
        walk.press("1", "National", "Yes")
        program.key("ctrl+q")
        program.expect("label", re.compile("^Your work is being saved"))
        program.picture("slow-closing")
        assert program.wait_for_end() == 0
    finally:
        del os.environ["GUIDEPOST_SLOW_FOLDER"]
        del os.environ["GUIDEPOST_FRAME_LOG"]
    for each, evidence in ((file, []), (moved, ["large.bin"])):
        shown = walk.json("show", each)
        assert shown["progress"]["done"] == 1, each
        assert [piece["file_name"] for piece in shown["evidence"]] == evidence, shown["evidence"]
    assert (share / "moved.evidence" / "large.bin").stat().st_size == LARGE
    frames = re.findall(r"frame own (\d+)", program.errors.read_text())
    # The first frames make the fonts' pictures.
    return f"passed, own time of a frame at most {max(map(int, frames[5:])) / 1000:.1f} ms"


def attaches_slowly(walk):
    """Attaches a large file to an assessment in a folder that answers late."""
    program = walk.program
    large = walk.home / "large.bin"
    with open(large, "wb") as file:
        file.truncate(LARGE)
    program.key("ctrl+2")
    walk.go_to("17.a")
    program.key("ctrl+e")
    walk.write("Title (needed)", "A large file")
    program.click("push button", "Attach a file…")
    walk.write("Path of the file", str(large))
    program.click("push button", "Save")
    program.expect("label", re.compile("^A copy of this file is being made"))
    program.expect("push button", "Edit A large file")
    program.picture("slow-attaching")
    program.expect_gone("label", re.compile("^A copy of this file is being made"))


def saves_elsewhere_slowly(walk, path):
    """Saves under another name in a folder that answers late."""
    program = walk.program
    program.key("ctrl+k")
    program.type("save elsewhere")
    program.key("Return")
    types_slowly(walk, path, "Save")
    program.expect("label", re.compile("^This is being saved: "))
    program.expect("label", re.compile("^The work is saved here from now on: "))


def opens_slowly(walk, path):
    """Asks for a file in a folder that answers late, and waits until the window says so."""
    walk.program.key("ctrl+o")
    types_slowly(walk, path, "Open")
    walk.program.expect("label", re.compile("^This is being opened: "))
    # No one aims at what came up just now.
    time.sleep(0.5)


def types_slowly(walk, path, button):
    """Fills the dialog for a path, which waits until the folder has said what is there."""
    program = walk.program
    field = wait_for(lambda: walk._focused("entry", "Path"), "the dialog for a path")
    program.key("ctrl+a")
    program.type(str(path))
    wait_for(lambda: field.text == str(path), "the path to be typed")
    wait_for(lambda: program.find("push button", button).has("sensitive"), "the path to be looked at")
    program.key("Return")
    program.expect_gone("entry", "Path")


def ended(walk):
    """An end from outside saves first: a signal, or the display that goes."""
    file = walk.new_file()
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        program = walk.start(file)
        typed = write_more(walk, name)
        program.process.send_signal(getattr(signal, name))
        code = program.wait_for_end()
        same_text(walk, file, typed, name)
        assert code == 0, f"{name}: exit code {code}"

    other = desk.Desk(walk.home, has_reader=False)
    try:
        program = walk.program = other.start(walk.binary, file, home=walk.home / "settings")
        typed = write_more(walk, "display")
        other.server.kill()
        program.wait_for_end()
        same_text(walk, file, typed, "the display that went")
    finally:
        other.close()
        os.environ["DISPLAY"] = walk.table.display


def write_more(walk, word):
    """Writes a word after those that are there, and does not wait until they are saved."""
    program = walk.program
    program.key("ctrl+2")
    walk.on("6")
    program.click("entry", "What exists")
    field = wait_for(lambda: walk._focused("entry", "What exists"), "the field")
    program.key("ctrl+End")
    typed = field.text + f"{word} "
    program.type(f"{word} ")
    wait_for(lambda: field.text == typed, f"“{typed}”")
    return typed


def same_text(walk, file, typed, when):
    texts = [each["text"] for each in walk.json("show", file)["texts"]]
    assert texts == [typed], f"{when}: of “{typed}” {texts} was kept"


# The bytes of a file that takes a while to be copied.
LARGE = 200 * 1024 * 1024

PARTS = [display, heart, layouts, typing, second, killed, slow, ended, disk]

if __name__ == "__main__":
    sys.exit(main())
