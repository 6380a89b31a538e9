"""A numbered list of lines of the letter: questions, demands, enclosures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import N_
from app.flow.fields import title_of_field
from app.flow.filling import fill, move, put, take_out
from app.flow.places import value_at
from app.gui.guide.page import PLACE
from app.gui.widgets.buttons import IconButton, QuietButton
from app.gui.widgets.editors import AreaEditor
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.guide.presenter import GuidePresenter

_NAME: Final = N_("{list}, number {number}")
_REMOVE: Final = N_("Remove number {number}")
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GrowingEditor(AreaEditor):
    """An area as high as its text; Enter asks for another line, Alt and the arrows move this one."""

    entered = Signal()
    emptied = Signal()
    move_wanted = Signal(int)

    def __init__(self, text: str = "") -> None:
        super().__init__(text, lines=1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at this width."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return QSize(120, self._wanted())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, Alt with the arrows, and Backspace in an empty line."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered.emit()
        elif alt and event.key() in _MOVES:
            self.move_wanted.emit(_MOVES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Backspace and not self.toPlainText():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def _wanted(self) -> int:
        lines = max(1, round(self.document().size().height()))
        return max(36, lines * self.fontMetrics().lineSpacing() + 16)

    def fit(self) -> None:
        """Take the height of the text."""
        if self.height() != self._wanted():
            self.setFixedHeight(self._wanted())


class LinesEditor(QWidget):
    """The lines at one place of the letter; ``add_words`` names the button that adds one."""

    def __init__(self, guide: GuidePresenter, place: str, add_words: str, first: int = 1) -> None:
        super().__init__()
        self._guide, self.place, self._first = guide, place, first
        self.editors: list[GrowingEditor] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add_button = QuietButton(add_words, icon="plus", clicked=self.add_line)
        self.add_button.setProperty(PLACE, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_letter()

    def show_letter(self) -> None:
        """Show the lines of the letter; an editor that holds its line is left alone."""
        lines = self._lines()
        if len(lines) != len(self.editors):
            self._build(len(lines))
        for editor, line in zip(self.editors, lines, strict=True):
            if editor.value() != line:
                editor.blockSignals(True)
                editor.setPlainText(line)
                editor.blockSignals(False)
                editor.fit()

    def add_line(self, at: int = 0) -> None:
        """Begin a line, at a number counted from 1 or at the end."""
        number = at or len(self._lines()) + 1
        self._guide.do(put(self.place, "", number))
        self.show_letter()
        self.editors[number - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self) -> tuple[str, ...]:
        lines: tuple[str, ...] = value_at(self._guide.letter, self.place)
        return lines

    def _build(self, number: int) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.editors = []
        for at in range(1, number + 1):
            row = self._row(at)
            self._rows.addWidget(row)
            row.show()

    def _row(self, at: int) -> QWidget:
        texts, shown = self._guide.texts, at + self._first - 1
        title = texts.text(title_of_field(self.place))
        editor = GrowingEditor()
        editor.setAccessibleName(texts.text(_NAME, list=title, number=shown))
        editor.setProperty(PLACE, f"{self.place}.{at}")
        editor.textChanged.connect(lambda: self._on_edited(at, editor))
        editor.entered.connect(lambda: self.add_line(at + 1))
        editor.emptied.connect(lambda: self._take_out(at))
        editor.move_wanted.connect(lambda by: self._move(at, by))
        editor.left.connect(lambda: self._on_left(at, editor))
        self.editors.append(editor)
        remove = IconButton("x", texts.text(_REMOVE, number=shown), clicked=lambda: self._take_out(at))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(_number(shown), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(editor, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_edited(self, at: int, editor: GrowingEditor) -> None:
        lines = self._lines()
        if at <= len(lines) and lines[at - 1] != editor.value():
            self._guide.do(fill(f"{self.place}.{at}", editor.value()))

    def _on_left(self, at: int, editor: GrowingEditor) -> None:
        QTimer.singleShot(0, self, lambda: self._drop_if_blank(at, editor))

    def _drop_if_blank(self, at: int, editor: GrowingEditor) -> None:
        lines = self._lines()
        there = isValid(editor) and editor in self.editors and not editor.hasFocus()
        if there and at <= len(lines) and not lines[at - 1]:
            held = next((one for one in self.editors if one.hasFocus()), None)
            number = self.editors.index(held) if held else -1
            self._guide.do(take_out(self.place, at))
            self.show_letter()
            if held:
                self.editors[number - (number >= at)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, at: int) -> None:
        self._guide.do(take_out(self.place, at))
        self.show_letter()
        left = self.editors[min(max(at - 1, 1), len(self.editors)) - 1] if self.editors else self.add_button
        left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, at: int, by: int) -> None:
        to = at + by
        if 1 <= to <= len(self.editors):
            self._guide.do(move(self.place, at, to))
            self.show_letter()
            self.editors[to - 1].setFocus(Qt.FocusReason.OtherFocusReason)


def _number(number: int) -> Words:
    words = Words(f"{number}.", "muted")
    words.setMinimumWidth(22)
    words.setFixedHeight(36)
    return words
