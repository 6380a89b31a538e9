"""Measures the start of the window against a bare PySide6 program: ``./dev.py bench start``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

from tests.benchmarks.register.words import SCRIPTS, Language
from tests.benchmarks.window_letters import filled

DESCRIPTION: Final = (
    "Measure the start of the window, against a bare PySide6 QMainWindow in the same rounds: offscreen, "
    "and on a display of its own where Xvfb is there."
)
STAND: Final = 50.0  # milliseconds
PEAK: Final = 150.0  # megabytes
GROWTH: Final = 1.0  # megabytes
_PROGRAMS: Final = Path(__file__).parent / "start"
_PATIENCE: Final = 180  # seconds


class Moment(NamedTuple):
    """A moment of the start: its name in the measures, its words, and how many bare starts it may take."""

    name: str
    words: str
    goal: float | None = None


MOMENTS: Final = (
    Moment("painted", "the window is painted", 1.4),
    Moment("rows", "the first page of letters is shown", None),
    Moment("scrolled", "… and has scrolled a page down", 2.5),
    Moment("open", "all services are open", None),
    Moment("whole", "all letters are in the table", None),
    Moment("found", "… and a search has been answered", None),
    Moment("letter", "… and a letter has been opened", None),
    Moment("guide", "… and the guide shows its first page: usable", 4.0),
    Moment("complete", "nothing is left to be loaded", None),
)


class Round(NamedTuple):
    """One round: the bare program, the bare one with words, and Chancery, as they measured themselves."""

    bare: Mapping[str, Any]
    worded: Mapping[str, Any]
    chancery: Mapping[str, Any]


def started(program: str, *arguments: str, platform: str) -> Mapping[str, Any]:
    """Start a program, wait until it has ended, and give what it measured."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ |= {"QT_QPA_PLATFORM": platform, "BEGAN": repr(time.time())}
    command = [sys.executable, str(_PROGRAMS / program), *arguments]
    done = subprocess.run(
        command, env=environ, capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    if done.returncode:
        raise SystemExit(f"{program} ended with {done.returncode}:\n{done.stderr}")
    said: Mapping[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def rounds(number: int, wanted: Sequence[str], platform: str) -> list[Round]:
    """Start all programs in turn, so many times; what was compiled and read before is warm."""
    found = [
        Round(
            started("bare.py", platform=platform),
            started("bare.py", "words", platform=platform),
            started("program.py", *wanted, "0", platform=platform),
        )
        for _ in range(number + 1)
    ]
    return found[1:]


def summed(found: Sequence[Round]) -> dict[str, Any]:
    """Give the medians of many rounds; a ratio is taken inside its round."""
    names = [moment.name for moment in MOMENTS]
    times = {name: [each.chancery["times"][name] for each in found] for name in names}
    bare = [each.bare["painted"] for each in found]
    return {
        "bare": median(bare),
        "worded": median(each.worded["painted"] for each in found),
        "times": {name: median(values) for name, values in times.items()},
        "ratios": {
            name: median(value / one for value, one in zip(values, bare, strict=True))
            for name, values in times.items()
        },
        "stood": {name: median(each.chancery["stood"][name] for each in found) for name in names[1:]},
        "longest": max(max(each.chancery["stood"].values()) for each in found),
        "peak": max(each.chancery["peak"] for each in found),
        "bare peak": max(each.bare["peak"] for each in found),
    }


def told(platform: str, said: Mapping[str, Any], load: float) -> list[str]:
    """Write the table of one platform."""
    lines = [
        f"{platform}, load {load:.1f}",
        f"{'':50}{'ms':>8}{'× bare':>8}{'goal':>8}{'standstill ms':>15}",
        f"{'a bare QMainWindow is painted':50}{said['bare']:8.0f}{1:8.2f}",
        f"{'(a bare one with a styled word)':50}{said['worded']:8.0f}{said['worded'] / said['bare']:8.2f}",
    ]
    for moment in MOMENTS:
        stood = f"{said['stood'][moment.name]:15.1f}" if moment.name in said["stood"] else ""
        goal = f"{moment.goal:8.1f}" if moment.goal else " " * 8
        ratio = said["ratios"][moment.name]
        missed = "  MISSED" if moment.goal and ratio > moment.goal else ""
        lines.append(f"{moment.words:50}{said['times'][moment.name]:8.0f}{ratio:8.2f}{goal}{stood}{missed}")
    longest = max(said["stood"].values())
    lines.append(_line("longest standstill, median of the rounds, ms", longest, STAND))
    lines.append(f"{'longest standstill of any round, ms':50}{said['longest']:8.0f}")
    lines.append(_line(f"peak memory, MB (bare: {said['bare peak']:.0f})", said["peak"], PEAK))
    return lines


def told_growth(sizes: Mapping[str, float]) -> list[str]:
    """Write how memory grows while letters are opened; the first fifty fill what is kept for later."""
    first, *_, last = (int(number) for number in sizes)
    growth = sizes[str(last)] - sizes[str(first)]
    steps = ", ".join(f"{number}: {megabytes:.1f}" for number, megabytes in sizes.items())
    return [
        f"memory after so many letters opened, MB: {steps}",
        _line(f"growth from letter {first} to {last}, MB", growth, GROWTH),
    ]


def _line(words: str, value: float, goal: float) -> str:
    missed = "  MISSED" if value > goal else ""
    return f"{words:50}{value:8.1f}{'':8}{goal:8.0f}{missed}"


@contextmanager
def display() -> Iterator[bool]:
    """Give a display of its own while the block runs; say whether there is one."""
    server = shutil.which("Xvfb")
    if server is None:
        yield False
        return
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    before = os.environ.get("DISPLAY")
    try:
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = f":{number.readline().strip()}"
        yield True
    finally:
        process.terminate()
        process.wait()
        os.environ.pop("DISPLAY")
        if before:
            os.environ["DISPLAY"] = before


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell; 1 where a goal was missed."""
    parser = ArgumentParser(prog="./dev.py bench start", description=DESCRIPTION)
    parser.add_argument("--rounds", type=int, default=7, help="how often everything is started (default 7)")
    parser.add_argument("--letters", type=int, default=100_000, help="size of the register (default 100000)")
    parser.add_argument("--opened", type=int, default=550, help="letters opened for the growth; 0: none")
    parser.add_argument("--keep", type=Path, help="a folder in which the register stays, to be used again")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    asked = parser.parse_args(arguments)
    languages = [Language(script) for script in SCRIPTS]
    found: dict[str, Any] = {}
    lines: list[str] = []
    with filled(asked.letters, asked.keep, languages) as folder, display() as has_display:
        wanted = [str(folder), str(asked.letters), languages[0].words[40]]
        for platform in ["offscreen", *["xcb"] * has_display]:
            said = summed(rounds(asked.rounds, wanted, platform))
            found[platform] = said
            lines += [*told(platform, said, os.getloadavg()[0]), ""]
        if asked.opened:
            sizes = started("program.py", *wanted, str(asked.opened), platform="offscreen")["sizes"]
            found["sizes"] = sizes
            lines += told_growth(sizes)
    if not has_display:
        lines.append("Xvfb is not there: nothing was measured on a display.")
    sys.stdout.write((json.dumps(found, indent=2) if asked.json else "\n".join(lines)) + "\n")
    return int(any("MISSED" in line for line in lines))
