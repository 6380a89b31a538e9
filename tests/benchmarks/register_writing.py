"""How fast the register is written and proved, against what the machine itself can do.

``./dev.py bench register`` prints each figure with its goal.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from multiprocessing.synchronize import Barrier
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Final

from app.domain.register import Entry, NumberParts, document_seal
from app.services.ports import UnitOfWork
from app.services.search import indexed_text
from app.services.taking import linked, take_next
from app.services.verifying import Verifying
from db import Workspace, open_workspace
from tests.benchmarks.register.filling import SERIES, Filler
from tests.benchmarks.register.words import SCRIPTS, Language

LARGE: Final = 45_000
SMALL: Final = 1_000
ROUNDS: Final = 300
PROCESSES: Final = 8
CROWDS: Final = 5
TOGETHER: Final = 2_000
LETTERS: Final = 10_000
BATCH: Final = 500

Letter = tuple[Entry, bytes]


@dataclass(frozen=True)
class Figure:
    """One measured figure beside its goal, and what else is worth knowing."""

    what: str
    measured: str
    goal: str
    more: str = ""

    @property
    def line(self) -> str:
        """The figure on one line."""
        return f"{self.what:48} {self.measured:>12}   goal {self.goal:12} {self.more}"


def letters(count: int, size: int) -> Iterator[Letter]:
    """Give letters of about 2.5 KB of text in four scripts, with documents of so many bytes."""
    chance = Random(size)
    for entry, _ in Filler([Language(script) for script in SCRIPTS], count).entries():
        document = chance.randbytes(size)
        yield replace(entry, series="out", document_seal=document_seal(document)), document


def register(work: UnitOfWork, letter: Letter) -> None:
    """Do what registering does besides making the document: number, chain, rows, search index."""
    entry, document = letter
    taken = take_next(work, work.series.get(entry.series), NumberParts(day=entry.registered_on))
    placed = linked(
        work, replace(entry, ordinal=taken.ordinal, number=taken.number, counted_in=taken.counted_in)
    )
    work.register.add(placed, document)
    work.search.add(placed, indexed_text(placed))


def new_workspace(folder: Path) -> Workspace:
    """Make a register with its series."""
    workspace = open_workspace(folder)
    with workspace.unit_of_work() as work:
        for series in SERIES:
            work.series.add(series)
        work.commit()
    return workspace


def registration_against_the_disk(size: int) -> Figure:
    """Measure one registration, and appending the same bytes durably, by turns."""
    own, disk = [], []
    with tempfile.TemporaryDirectory() as name, closing(new_workspace(Path(name))) as workspace:
        handle = os.open(Path(name) / "appended", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        for letter in letters(ROUNDS, size):
            disk.append(_timed_append(handle, letter))
            began = perf_counter()
            with workspace.unit_of_work() as work:
                register(work, letter)
                work.commit()
            own.append(perf_counter() - began)
        os.close(handle)
    ratio = median(own) / median(disk)
    more = f"{median(own) * 1e3:.2f} ms against {median(disk) * 1e3:.2f} ms, worst {max(own) * 1e3:.0f} ms"
    return Figure(f"one registration, document of {size // 1000} KB", f"{ratio:.1f} ×", "≤ 4 ×", more)


def _timed_append(handle: int, letter: Letter) -> float:
    content = letter[0].snapshot.encode() + letter[1]
    began = perf_counter()
    os.write(handle, content)
    os.fdatasync(handle)
    return perf_counter() - began


_start: Barrier


def _keep(start: Barrier) -> None:
    global _start  # noqa: PLW0603  # the one way to hand a barrier to the processes of a pool
    _start = start


def _crowd(folder: Path, mine: Sequence[Letter]) -> tuple[float, float, float]:
    """Register as one of many; gives when it began and ended, and its longest wait."""
    with closing(open_workspace(folder, busy_timeout_s=60)) as workspace:
        with workspace.reading() as work:
            work.series.all()
        _start.wait()
        began, longest = perf_counter(), 0.0
        for letter in mine:
            asked = perf_counter()
            with workspace.unit_of_work() as work:
                register(work, letter)
                work.commit()
            longest = max(longest, perf_counter() - asked)
        return began, perf_counter(), longest


def at_once(processes: int, made: Sequence[Letter]) -> tuple[float, float]:
    """Let processes register at once; gives the letters of a second and the longest wait of any.

    However many they are, they register as many letters together: a register that holds more costs more.
    """
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as name:
        new_workspace(Path(name)).close()
        start = context.Barrier(processes)
        with ProcessPoolExecutor(processes, mp_context=context, initializer=_keep, initargs=(start,)) as pool:
            shares = [made[number::processes] for number in range(processes)]
            lives = list(pool.map(_crowd, [Path(name)] * processes, shares))
    began, ended = min(life[0] for life in lives), max(life[1] for life in lives)
    return len(made) / (ended - began), max(life[2] for life in lives)


def crowd() -> Sequence[Figure]:
    """Measure eight processes against one, by turns."""
    made = list(letters(TOGETHER, SMALL))
    rounds = [(at_once(1, made)[0], *at_once(PROCESSES, made)) for _ in range(CROWDS)]
    alone, together = (median(one[way] for one in rounds) for way in (0, 1))
    ratio, longest = median(one[1] / one[0] for one in rounds), max(one[2] for one in rounds)
    return (
        Figure(
            f"{PROCESSES} processes against one",
            f"{ratio:.2f} ×",
            "≥ 1 ×",
            f"{together:.0f} against {alone:.0f} letters a second, median of {CROWDS} rounds",
        ),
        Figure(f"longest wait of {PROCESSES} processes", f"{longest:.3f} s", "< 0.5 s"),
    )


def proving(size: int = LARGE) -> Figure:
    """Measure the proof of a whole register."""
    with tempfile.TemporaryDirectory() as name, closing(new_workspace(Path(name))) as workspace:
        every = letters(LETTERS, size)
        while batch := [letter for letter, _ in zip(every, range(BATCH), strict=False)]:
            with workspace.unit_of_work() as work:
                for letter in batch:
                    register(work, letter)
                work.commit()
        began = perf_counter()
        proof = Verifying(workspace.reading).verify()
        took = perf_counter() - began
    if proof.findings or not proof.letters:
        raise RuntimeError(proof)
    speed = proof.letters * size / took / 1e6
    return Figure(
        f"verify of {proof.letters:,} letters", f"{speed:.0f} MB/s", "≥ 100 MB/s", f"{took:.1f} s in all"
    )


MEASURED: Final[Mapping[str, Callable[[], Sequence[Figure]]]] = {
    "one": lambda: [registration_against_the_disk(size) for size in (LARGE, SMALL)],
    "crowd": crowd,
    "verify": lambda: [proving()],
}
WORDS: Final = ", ".join(MEASURED)
DESCRIPTION: Final = (
    "Measure how fast letters are registered, against appending the same bytes to a file durably; "
    "eight processes against one; and how fast the register is verified. About a minute; the disk that "
    "TMPDIR names decides."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for, everything without a word, and print it."""
    parser = ArgumentParser(prog="./dev.py bench register", description=DESCRIPTION)
    parser.add_argument("what", nargs="*", metavar="what", help=f"any of {WORDS} (default: all)")
    asked = parser.parse_args(arguments).what or list(MEASURED)
    if unknown := [name for name in asked if name not in MEASURED]:
        parser.error(f"nothing is called {', '.join(unknown)}; choose from {WORDS}")
    for name in asked:
        for figure in MEASURED[name]():
            print(figure.line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
