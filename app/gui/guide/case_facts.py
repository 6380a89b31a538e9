"""The facts of the case in date order, each to be ticked, changed or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cases import Confidence
from app.domain.errors import N_
from app.domain.said import said_anyhow
from app.gui.cases.naming import CONFIDENCES
from app.gui.guide.page import PLACE
from app.gui.widgets.buttons import IconButton
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.ticks import Tick
from app.gui.widgets.words import Mood, Tag, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.gui.guide.case_choices import FactLine
    from app.i18n.catalogues import Catalogue

_UNDATED: Final = N_("Undated")
_SPOKEN: Final = N_("{date}: {text}")
_CHANGE, _REMOVE = N_("Change the fact of {date}"), N_("Take away the fact of {date}")
_SECRET: Final = N_("Confidential, stays in the office")
_NO_TEXT: Final = N_("No text in the letter's language yet: change it to add one")
_HERE: Final = N_("Only in this letter")


class FactRow(QFrame):
    """One fact; ticking it writes it into the letter."""

    ticked = Signal(object, bool)
    change_wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, texts: Catalogue, line: FactLine, language: str, *, number: int) -> None:
        super().__init__()
        self.line, self._texts = line, texts
        say = texts.text
        said = said_anyhow(line.known.texts, language)
        date = line.known.date or say(_UNDATED)
        self.tick = Tick(date, on=line.is_ticked)
        self.tick.setEnabled(line.may_tick)
        self.tick.setAccessibleName(say(_SPOKEN, date=date, text=line.text(language)))
        self.tick.setProperty(PLACE, f"case.facts.{number}")
        self.tick.clicked.connect(lambda on: self.ticked.emit(self.line, on))
        self.change = IconButton("pencil", say(_CHANGE, date=date))
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.line))
        self.remove = IconButton("x", say(_REMOVE, date=date))
        self.remove.clicked.connect(lambda: self.removed.emit(self.line))
        text = Words(line.text(language), "" if line.may_tick else "muted", wraps=True)
        below = " · ".join(part for part in ((said.actor, said.place) if said else ()) if part)
        self._lay_out(text, Words(below, "muted", wraps=True) if below else None)

    def show_tick(self, line: FactLine) -> None:
        """Show whether the letter says the fact."""
        self.line = line
        self.tick.setChecked(line.is_ticked)

    def _tags(self) -> list[Tag]:
        say, line = self._texts.text, self.line
        tags = []
        if line.known.confidential:
            tags.append(Tag(say(_SECRET), Mood.WARN))
        elif not line.may_tick:
            tags.append(Tag(say(_NO_TEXT), Mood.WARN))
        if line.known.confidence is not Confidence.REPORTED:
            words, mood = CONFIDENCES[line.known.confidence]
            tags.append(Tag(say(words), mood))
        if not line.key:
            tags.append(Tag(say(_HERE), Mood.NEUTRAL))
        return tags

    def _lay_out(self, text: QWidget, below: QWidget | None) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.tick)
        tags = self._tags()
        if tags:
            top.addWidget(FlowRow(*tags), 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            top.addStretch()
        top.addWidget(self.change)
        top.addWidget(self.remove)
        words = QVBoxLayout()
        words.setContentsMargins(31, 0, 8, 0)
        words.setSpacing(2)
        words.addWidget(text)
        if below:
            words.addWidget(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(words)


class FactList(QWidget):
    """The rows one under the other; a row is kept while its fact stays the same."""

    ticked = Signal(object, bool)
    change_wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, texts: Catalogue) -> None:
        super().__init__()
        self._texts, self._shown = texts, ()
        self.rows: list[FactRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    _shown: tuple[object, ...]

    def show_lines(self, lines: Sequence[FactLine], language: str) -> None:
        """Show facts; only ticks change where the facts are the same."""
        same = tuple((line.known, line.key, line.told, language) for line in lines)
        if same != self._shown:
            self._shown = same
            self._build(lines, language)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_tick(line)

    def _build(self, lines: Sequence[FactLine], language: str) -> None:
        focused = next((at for at, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget())), None)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, line in enumerate(lines, start=1):
            row = FactRow(self._texts, line, language, number=number)
            row.ticked.connect(self.ticked)
            row.change_wanted.connect(self.change_wanted)
            row.removed.connect(self.removed)
            self.rows.append(row)
            self._column.addWidget(row)
            row.show()
        if focused is not None and self.rows:
            row = self.rows[min(focused, len(self.rows) - 1)]
            (row.tick if row.tick.isEnabled() else row.change).setFocus(Qt.FocusReason.OtherFocusReason)
