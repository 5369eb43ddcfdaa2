"""Measures the real window beside a bare one, in the same run: start, processor time per frame,
frames when idle, memory, size.

`cargo build --profile dist --bins --examples && /usr/bin/python3 benches/window.py`
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/window"))

import desk
from desk import wait_for, xdotool

FRAME = re.compile(r"frame own (\d+) before (\d+)")


class Measured:
    """A program whose frames are written down as they come."""

    def __init__(self, table, home, *command):
        environment = dict(
            os.environ,
            DISPLAY=table.display,
            GUIDEPOST_HOME=str(home),
            GUIDEPOST_FRAME_LOG="1",
            LIBGL_ALWAYS_SOFTWARE="1",
        )
        self.frames = []
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            list(map(str, command)), env=environment, stderr=subprocess.PIPE, text=True
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stderr:
            found = FRAME.match(line)
            if found:
                now = time.monotonic() - self.start
                self.frames.append((now, int(found[1]), int(found[2])))

    def settle(self):
        """Waits until a second has passed without a frame."""
        wait_for(lambda: self.frames, "the first frame")
        wait_for(
            lambda: time.monotonic() - self.start - self.frames[-1][0] > 1, "frames to end", 60
        )

    def focus(self):
        self.window = wait_for(
            lambda: xdotool(
                "search", "--onlyvisible", "--pid", self.process.pid, check=False
            ).split("\n")[-1],
            "the window",
        )
        xdotool("windowfocus", "--sync", self.window)

    def memory(self):
        """Resident megabytes, shared libraries and the drawing library included."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def processor_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.kill()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    folder = ROOT / os.environ.get("CARGO_TARGET_DIR", "target") / "dist"
    parser.add_argument("--program", type=Path, default=folder / "guidepost")
    parser.add_argument("--bare", type=Path, default=folder / "examples/bare")
    parser.add_argument("--file", type=Path, help="an assessment; without it Canada's sample")
    parser.add_argument("--starts", type=int, default=9)
    options = parser.parse_args()
    desk.enter_session()
    with tempfile.TemporaryDirectory(prefix="guidepost-bench-") as home:
        home = Path(home)
        file = options.file or home / "can.assessment.ron"
        if not options.file:
            command = [options.program, "example", "--state", "CAN", "-o", file]
            subprocess.run(command, check=True, capture_output=True)
        table = desk.Desk(home, has_reader=False)
        try:
            measure_starts(table, home, options, file)
            measure_frames(table, home, options.program, file)
        finally:
            table.close()
    print(f"size of the program: {options.program.stat().st_size / 1e6:.1f} MB")


def measure_starts(table, home, options, file):
    """The second frame begins when the first one is on the screen."""
    kinds = {
        "bare window": [options.bare],
        "start screen": [options.program],
        "question of a file": [options.program, file],
    }
    taken = {kind: [] for kind in kinds}
    resident = {}
    for _ in range(options.starts):
        for kind, command in kinds.items():
            program = Measured(table, home, *command)
            program.settle()
            first = program.frames[0][0]
            taken[kind].append((first, program.frames[min(1, len(program.frames) - 1)][0]))
            resident[kind] = program.memory()
            program.end()
    bare = statistics.median(second for _, second in taken["bare window"])
    for kind, times in taken.items():
        first = statistics.median(first for first, _ in times)
        second = statistics.median(second for _, second in times)
        print(
            f"{kind:<20} laid out {first * 1000:4.0f} ms, on screen {second * 1000:4.0f} ms"
            f" ({second / bare:.2f} of bare), {resident[kind]:.0f} MB resident"
        )


def measure_frames(table, home, binary, file):
    program = Measured(table, home, binary, file)
    program.settle()
    program.focus()
    question(program, "29")
    frames(program, "assistance sheet")
    idle(program, "a question")
    question(program, "17.a")
    frames(program, "question at three levels")
    for name, keys in [
        ("section as a table", ["ctrl+t"]),
        ("gaps", ["ctrl+3"]),
        ("guidelines", ["ctrl+4"]),
        ("profile and call", ["ctrl+1"]),
        ("settings", ["ctrl+comma"]),
    ]:
        xdotool("key", *keys)
        program.settle()
        frames(program, name)
    xdotool("key", "ctrl+3")
    program.settle()
    idle(program, "gaps")
    xdotool("key", "ctrl+2", "ctrl+f")
    program.settle()
    idle(program, "a text field that has the keyboard")
    print(f"memory after all screens: {program.memory():.0f} MB resident")
    program.end()


def question(program, number):
    xdotool("key", "ctrl+2", "ctrl+f", "ctrl+a")
    xdotool("type", "--delay", "30", number)
    program.settle()
    xdotool("key", "Return")
    program.settle()


def frames(program, name):
    """Moves the pointer over the screen, each move a frame."""
    start = len(program.frames)
    for step in range(240):
        xdotool("mousemove", 300 + 3 * step, 120 + 2 * step)
    program.settle()
    measured = program.frames[start:]
    own = sorted(frame[1] / 1000 for frame in measured)
    whole = sorted(frame[2] / 1000 for frame in measured)
    print(
        f"{name:<26} own {at(own, 0.5):5.2f} ms, 95 % under {at(own, 0.95):5.2f} ms;"
        f" whole frame {at(whole, 0.5):5.2f} ms ({len(measured)} frames)"
    )


def at(values, share):
    return values[min(int(len(values) * share), len(values) - 1)]


def idle(program, name, seconds=10):
    start, used = len(program.frames), program.processor_seconds()
    time.sleep(seconds)
    used = program.processor_seconds() - used
    count = len(program.frames) - start
    print(f"idle with {name}: {count / seconds:.1f} frames a second, {used / seconds:.1%} of a core")


if __name__ == "__main__":
    main()
