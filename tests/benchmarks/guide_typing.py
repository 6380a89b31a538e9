"""Measures the whole guide: from a key in a field of a step to the painted page beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.flow.aiming import block_for
from app.flow.history import History
from app.flow.naming import Step
from app.flow.remarks import Target
from app.gui.guide.columns import GuideColumns
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.story import Story
from tests.benchmarks.desks import desktop_of, settled
from tests.drafting.making import example

KEYS: Final = 60
TYPED: Final = " we add what was typed "
_EVERYWHERE: Final = {
    Step.KIND: "title",
    Step.RECIPIENTS: "recipients.1.name",
    Step.CASE: "case.event",
    Step.SIGNING: "place",
}
PLACES: Final[Mapping[str, Mapping[Step, str]]] = {
    "protest": {**_EVERYWHERE, Step.TEXT: "blocks.testimony"},
    "un-allegation": {**_EVERYWHERE, Step.TEXT: "blocks.concern"},
}
GOALS: Final = {"protest": 17.0, "un-allegation": 34.0}


@dataclass(frozen=True)
class Typed:
    """What the keys in one step cost, in milliseconds."""

    letter: str
    step: Step
    costs: tuple[float, ...]
    computed: tuple[float, ...]

    @property
    def is_reached(self) -> bool:
        """Say whether half of the keys are faster than the goal."""
        return median(self.costs) < GOALS[self.letter]

    @property
    def line(self) -> str:
        """Say it in a line."""
        reached = "reached" if self.is_reached else "MISSED"
        worst = quantiles(self.costs, n=20)[-1]
        name = f"{self.letter}, {self.step.value}"
        columns = f"{median(self.computed):18.2f}{median(self.costs):9.2f}{worst:9.2f}"
        return f"{name:<33}{columns}   {GOALS[self.letter]:.0f} ms {reached}"


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        """Count the paintings."""
        self.times += event.type() == QEvent.Type.Paint
        return False


@contextmanager
def columns_of(name: str, folder: Path) -> Iterator[GuideColumns]:
    """Show the guide with a model letter."""
    with desktop_of(folder) as desktop:
        guide = GuidePresenter(desktop.office, desktop.texts, Story(History(example(name))))
        columns = GuideColumns(desktop, guide)
        columns.resize(1440, 900)
        columns.show()
        columns.activateWindow()
        QApplication.processEvents()
        with settled():
            yield columns
        columns.let_go()
        columns.close()


def typed(name: str, keys: int = KEYS) -> Iterator[Typed]:
    """Type in each step of a model letter."""
    with TemporaryDirectory() as folder, columns_of(name, Path(folder)) as columns:
        painted = Painted(columns.preview.page.viewport())
        for step, place in PLACES[name].items():
            columns.guide.go_to(Target(step, place, block_for(columns.guide.letter, place)))
            QApplication.processEvents()
            signs = (TYPED * (keys // len(TYPED) + 1))[:keys]
            found = [_key(columns, painted, sign) for sign in signs]
            yield Typed(name, step, tuple(whole for whole, _ in found), tuple(own for _, own in found))


def _key(columns: GuideColumns, painted: Painted, sign: str) -> tuple[float, float]:
    field = QApplication.focusWidget()
    if field is None:
        raise RuntimeError("no field has the focus")
    press = QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), Qt.KeyboardModifier.NoModifier, sign)
    before, letter = painted.times, columns.guide.letter
    began, own = perf_counter(), thread_time()
    QApplication.sendEvent(field, press)
    QApplication.processEvents()
    if painted.times == before:
        columns.preview.page.viewport().repaint()
    cost = 1000 * (perf_counter() - began), 1000 * (thread_time() - own)
    if letter is columns.guide.letter and sign != " ":
        raise RuntimeError(f"the key changed nothing at {columns.guide.step}")
    QApplication.processEvents()
    return cost
