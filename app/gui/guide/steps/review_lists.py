"""What the review lists: remarks with the way to each, and every answer of the letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout

from app.domain.errors import N_, Sentence
from app.flow.answers import Answer, Line
from app.flow.naming import STEP_TITLES, Step
from app.flow.remarks import Remark, Target
from app.gui.widgets.buttons import LinkButton
from app.gui.widgets.cards import Card
from app.gui.widgets.words import Picture, Words
from app.i18n.formats import long_day
from app.i18n.language_names import language_name

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue

Go = Callable[[Target], None]
_GO: Final = N_("Go there")
_GO_WHERE: Final = N_("{remark} Go there.")
_EMPTY: Final = N_("Nothing yet")
_CHANGE: Final = N_("Change “{answer}”")


class RemarkCard(Card):
    """Remarks one under the other, each with the way to where it is mended."""

    def __init__(self, texts: Catalogue, go: Go, *, role: str, icon: str) -> None:
        super().__init__(role=role)
        self._texts, self._go, self._icon = texts, go, icon
        self.heading = Words("", "strong", wraps=True)
        self.links: list[LinkButton] = []
        self._shown: tuple[Remark, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.column.setSpacing(8)
        self.add(self.heading)
        self.column.addLayout(self._rows)

    def show_remarks(self, heading: str, remarks: tuple[Remark, ...]) -> None:
        """Show these remarks; without any the card is gone."""
        self.heading.setText(heading)
        self.setVisible(bool(remarks))
        if remarks == self._shown:
            return
        self._shown = remarks
        clear(self._rows)
        self.links = [self._row(remark) for remark in remarks]

    def _row(self, remark: Remark) -> LinkButton:
        said = self._texts.said(remark.sentence)
        words = Words(said, wraps=True)
        words.setToolTip(self._texts.said(remark.where))
        link = LinkButton(self._texts.text(_GO), clicked=lambda: self._go(remark.target))
        link.setAccessibleName(self._texts.text(_GO_WHERE, remark=said))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Picture(self._icon, size=16))
        line.addWidget(words, 1)
        line.addWidget(link)
        self._rows.addLayout(line)
        link.show()  # at once, so that it can have the focus
        return link


class AnswersCard(Card):
    """Every answer of the letter, step by step; a click on its name goes where it is given."""

    def __init__(self, texts: Catalogue, go: Go, series: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self._texts, self._go, self._series = texts, go, series
        self.links: list[LinkButton] = []
        self._shown: tuple[Answer, ...] | None = None
        self._grid = QGridLayout()

    def show_answers(self, answers: tuple[Answer, ...]) -> None:
        """Show these answers."""
        if answers == self._shown:
            return
        self._shown, self.links = answers, []
        self._begin_anew()
        for step in Step:
            of_step = [answer for answer in answers if answer.target.step is step]
            if of_step:
                self._add_step(step, of_step)

    def _begin_anew(self) -> None:
        clear(self._grid)
        self.column.removeItem(self._grid)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)

    def _add_step(self, step: Step, answers: Sequence[Answer]) -> None:
        grid, row = self._grid, self._grid.rowCount()
        if row > 1:
            grid.setRowMinimumHeight(row, 8)
        leading = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        grid.addWidget(Words(self._texts.text(STEP_TITLES[step]), "heading"), row + 1, 0, 1, 2)
        for at, answer in enumerate(answers, start=row + 2):
            grid.addWidget(self._link(answer), at, 0, leading)
            grid.addWidget(self._lines(answer), at, 1)

    def _link(self, answer: Answer) -> LinkButton:
        title = self._texts.text(answer.title)
        link = LinkButton(title, clicked=lambda: self._go(answer.target))
        link.setAccessibleName(self._texts.text(_CHANGE, answer=title))
        link.setProperty("kind", "answer")
        link.setMinimumWidth(0)
        self.links.append(link)
        return link

    def _lines(self, answer: Answer) -> Words:
        said = "\n".join(self._said(answer.target.place, line) for line in answer.lines)
        words = Words(said or self._texts.text(_EMPTY), "" if said else "muted", wraps=True)
        words.setContentsMargins(0, 3, 0, 0)
        return words

    def _said(self, place: str, line: Line) -> str:
        if isinstance(line, Sentence):
            return self._texts.said(line)
        if isinstance(line, date):
            return long_day(line, self._texts.language)
        if place == "language":
            return language_name(line, self._texts.language)
        return self._series().get(line, line) if place == "series" else line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, the layouts in it too."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
