"""Who looks on while Chancery starts, and then uses it."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractSlider

if TYPE_CHECKING:
    from app.gui.application import Program
    from app.gui.letters.screen import LettersScreen

BEAT = 1  # millisecond
SURE = 2  # beats for which something must have been so: it has been painted then


class Step(NamedTuple):
    """Something to be waited for: what is done first, and how one sees that it has come."""

    name: str
    is_there: Callable[[], bool]
    deed: Callable[[], object] = lambda: None


class Wanted(NamedTuple):
    """How many letters there are, a word that some of them have, and how many are to be opened."""

    letters: int
    word: str
    opened: int


class Onlooker(QObject):
    """Uses the window from its first paint, and notes how long all takes and the window stands still."""

    def __init__(self, program: Program, began: float, wanted: Wanted) -> None:
        super().__init__()
        self._began, (self._letters, self._word, self._opened) = began, wanted
        self._program = program
        self.times: dict[str, float] = {}
        self.stood: dict[str, float] = {}
        self.sizes: dict[int, float] = {}
        self._is_watching = self._are_painted = False
        self._last, self._longest, self._sure = 0.0, 0.0, 0
        self._said = {"settled": False, "complete": False}
        self._steps = self._all_steps()
        self._begun: Step | None = None
        self._heart = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._on_beat)
        self._heart.start()
        program.settled.connect(lambda: self._said.update(settled=True))
        program.complete.connect(lambda: self._said.update(complete=True))

    @property
    def _screen(self) -> LettersScreen | None:
        return cast("LettersScreen | None", self._program.window.shell.screen_of("letters"))

    @property
    def _there(self) -> LettersScreen:
        """The letters, once they are there."""
        return cast("LettersScreen", self._screen)

    def _all_steps(self) -> list[Step]:
        return [
            Step("rows", self._are_rows_painted),
            Step("scrolled", lambda: self._there.table.verticalScrollBar().value() > 0, self._page_down),
            Step("open", lambda: self._said["settled"]),
            Step("whole", lambda: self._there.model.rowCount() >= self._letters),
            Step("found", self._is_found, self._type),
            Step("letter", lambda: self._shows(1), lambda: self._there.table.go_to_row(1)),
            Step("guide", self._is_in_guide, lambda: self._program.desktop.going.to("guide")),
            Step("complete", lambda: self._said["complete"]),
            *self._many_letters(),
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Hear that the table has been painted."""
        if event.type() == QEvent.Type.Paint and self._there.model.rowCount() > 0:
            self._are_painted = True
            watched.removeEventFilter(self)
        return False

    def _are_rows_painted(self) -> bool:
        if self._screen is not None and not self._is_watching:
            self._is_watching = True
            self._there.table.viewport().installEventFilter(self)
            self._there.table.viewport().update()
        return self._are_painted

    def _many_letters(self) -> list[Step]:
        if not self._opened:
            return []
        back = Step("back", lambda: self._there.model.rowCount() >= self._letters, self._go_back)
        steps = [
            Step(f"opened {row}", partial(self._shows, row), partial(self._open, row))
            for row in range(2, self._opened + 2)
        ]
        return [back, *steps, Step("last", lambda: True, lambda: self._weigh(self._opened))]

    def begin(self, painted: float) -> None:
        """Begin with the moment at which the window was painted."""
        self.times["painted"], self.stood["painted"] = (painted - self._began) * 1000, 0.0
        self._last = painted

    def _on_beat(self) -> None:
        now = time.time()
        self._longest, self._last = max(self._longest, (now - self._last) * 1000 - BEAT), now
        step = self._steps[0]
        if step is not self._begun:
            self._begun = step
            step.deed()
        self._sure = self._sure + 1 if step.is_there() else 0
        if self._sure > SURE:
            self._note(step.name)
            self._sure, self._steps = 0, self._steps[1:]
            if not self._steps:
                self._tell()

    def _note(self, name: str) -> None:
        self.times[name] = (time.time() - self._began) * 1000
        self.stood[name], self._longest = self._longest, 0.0

    def _tell(self) -> None:
        self._heart.stop()
        said = {"times": self.times, "stood": self.stood, "sizes": self.sizes, "peak": peak()}
        sys.stdout.write(f"{json.dumps(said)}\n")
        self._program.window.close()

    def _page_down(self) -> None:
        self._there.table.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)

    def _type(self) -> None:
        field = self._there.filters.search
        field.setText(self._word)
        field.textEdited.emit(self._word)

    def _is_found(self) -> bool:
        return 1 < self._there.model.rowCount() < self._letters and self._program.desktop.jobs.is_idle

    def _shows(self, row: int) -> bool:
        line, detail = self._there.model.line_at(row), self._there.detail
        shown = detail.shown if detail is not None else None
        return line is not None and shown is not None and shown.line.key == line.key

    def _is_in_guide(self) -> bool:
        guide = self._program.window.shell.screen_of("guide")
        return guide is not None and guide.isVisible() and self._program.desktop.jobs.is_idle

    def _go_back(self) -> None:
        self._program.window.shell.enter("letters")
        self._there.filters.clear_all()

    def _open(self, row: int) -> None:
        if row % 50 == 0:
            self._weigh(row)
        self._there.table.go_to_row(row)

    def _weigh(self, letters: int) -> None:
        gc.collect()
        self.sizes[letters] = size()


def size() -> float:
    """Give the memory in use now, in MB."""
    return _said("VmRSS")


def peak() -> float:
    """Give the most memory that was ever in use, in MB; what the starting process used does not count."""
    return _said("VmHWM")


def _said(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))
