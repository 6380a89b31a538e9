"""Measures how long the window stands still over many letters: ``./dev.py bench letters``."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.searching import SortedBy
from app.gui.jobs import Jobs
from app.gui.letters.columns import Column
from app.gui.letters.screen import LettersScreen
from db import open_workspace
from tests.benchmarks.desks import desktop_of, settled
from tests.benchmarks.register.filling import Filler, fill
from tests.benchmarks.register.words import SCRIPTS, Language

LIMIT: Final = 50.0
_BEAT: Final = 1  # millisecond
_PATIENCE: Final = 20.0  # seconds
DESCRIPTION: Final = "Measure the longest time for which the window stands still over a large register."


@dataclass(frozen=True)
class Figure:
    """What was done, the longest standstill meanwhile, and the time until everything was there, in ms."""

    what: str
    standstill: float
    whole: float


class Heart(QObject):
    """Beats in the event loop and notes the longest pause between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self.longest = perf_counter(), 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(_BEAT)

    def begin(self) -> None:
        """Forget what was."""
        self._last, self.longest = perf_counter(), 0.0

    def _on_beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1_000 - _BEAT)
        self._last = now


class Person:
    """Sits before the screen and uses it."""

    def __init__(self, screen: LettersScreen, jobs: Jobs, words: Sequence[str], pause: int) -> None:
        self._screen, self._jobs, self._words, self._pause = screen, jobs, words, pause
        self._heart = Heart()

    def uses(self) -> Iterator[Figure]:
        """Do what people do, and measure each."""
        table, screen = self._screen.table, self._screen
        yield self._measured("jump to the last letter", [lambda: _key(table, Qt.Key.Key_End)])
        yield self._measured("jump to the first letter", [lambda: _key(table, Qt.Key.Key_Home)])
        yield self._measured("page down, 40 times", [lambda: _key(table, Qt.Key.Key_PageDown)] * 40)
        yield self._measured("drag the scroll bar, 60 places", self._drags())
        yield self._measured("hold the arrow down, 60 letters", [lambda: _key(table, Qt.Key.Key_Down)] * 60)
        yield self._measured("type five words", self._keys())
        yield self._measured("empty the field", [screen.filters.clear_all])
        choose = screen.filters.choose
        years, states = (2008, 2012, 2016, None), ("KAZ", "GEG", "TUZ", None)
        yield self._measured("filter by year", [partial(choose, "year", one) for one in years])
        yield self._measured("filter by State", [partial(choose, "state", one) for one in states])
        orders = (SortedBy.ADDRESSEE, SortedBy.SUBJECT, SortedBy.NUMBER, SortedBy.DATE)
        for by in orders:
            yield self._measured(f"sort by {by}", [partial(table.order_wanted.emit, by)])
        yield self._measured("drag through what is sorted", self._drags())

    def _drags(self) -> list[Callable[[], object]]:
        bar, chance = self._screen.table.verticalScrollBar(), Random(1)
        return [lambda: bar.setValue(chance.randint(0, bar.maximum()))] * 60

    def _keys(self) -> list[Callable[[], object]]:
        return [partial(self._type, word[:length]) for word in self._words for length in range(len(word) + 1)]

    def _type(self, text: str) -> None:
        field = self._screen.filters.search
        field.setText(text)
        field.textEdited.emit(text)

    def _measured(self, what: str, deeds: Sequence[Callable[[], object]]) -> Figure:
        self._settle()
        self._heart.begin()
        began = perf_counter()
        for deed in deeds:
            deed()
            QTest.qWait(self._pause)
        self._settle()
        whole = (perf_counter() - began) * 1_000 - self._pause * len(deeds)
        return Figure(what, self._heart.longest, whole)

    def _settle(self) -> None:
        """Wait until nothing is being read and every row in sight has its words."""
        until = perf_counter() + _PATIENCE
        quiet = 0
        while quiet < 3:
            QTest.qWait(20)
            quiet = quiet + 1 if self._jobs.is_idle and self._is_whole() else 0
            if perf_counter() > until:
                raise SystemExit("The letters did not come.")

    def _is_whole(self) -> bool:
        table, model = self._screen.table, self._screen.model
        top, bottom = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        rows = range(max(0, top), (bottom if bottom >= 0 else model.rowCount() - 1) + 1)
        return all(model.index(row, Column.DATE).data() for row in rows)


def _key(table: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(table, key)


def measured(folder: Path, words: Sequence[str], pause: int = 15) -> list[Figure]:
    """Open a workspace, show its letters and use them."""
    with desktop_of(folder, sample=True) as desktop:
        screen = LettersScreen(desktop)
        screen.resize(1072, 746)
        screen.show()
        with settled():
            figures = list(Person(screen, desktop.jobs, words, pause).uses())
        screen.close()
    return figures


@contextmanager
def filled(letters: int, kept: Path | None, languages: Sequence[Language]) -> Iterator[Path]:
    """Give a folder with so many letters, made new unless it is kept."""
    with TemporaryDirectory() as fresh:
        folder = kept or Path(fresh)
        with closing(open_workspace(folder)) as workspace:
            with workspace.reading() as work:
                there = work.register.head()[0]
            if not there:
                fill(workspace, Filler(languages, letters))
        yield folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell; 1 where the window stood still for longer than it may."""
    parser = ArgumentParser(prog="./dev.py bench letters", description=DESCRIPTION)
    parser.add_argument("--letters", type=int, default=100_000, help="size of the register (default 100000)")
    parser.add_argument("--keep", type=Path, help="a folder in which the register stays, to be used again")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    asked = parser.parse_args(arguments)
    languages = [Language(script) for script in SCRIPTS]
    words = [f"{one.names[7][:5]} " if at % 2 else f"{one.words[40]} " for at, one in enumerate(languages)]
    with filled(asked.letters, asked.keep, languages) as folder:
        figures = measured(folder, [*words, "147/01-3"])
    if asked.json:
        sys.stdout.write(json.dumps([asdict(one) for one in figures], indent=2) + "\n")
    else:
        lines = [f"{one.what:36}{one.standstill:12.1f}{one.whole:12.0f}" for one in figures]
        sys.stdout.write("\n".join([f"{'ms':36}{'standstill':>12}{'whole':>12}", *lines]) + "\n")
    return int(any(one.standstill > LIMIT for one in figures))


if __name__ == "__main__":
    raise SystemExit(main())
