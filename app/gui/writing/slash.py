"""Phrases of the bank by typing a slash: a list at the caret, narrowed by what is typed after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout
from shiboken6 import isValid

from app.domain.notation import read_notation
from app.domain.prose import plain_lines
from app.gui.theme import Theme
from app.gui.widgets.rows import Row, RowList
from app.gui.writing.places import signs
from app.gui.writing.proofreading import Runner
from app.gui.writing.text_field import TextField

_SHOWN: Final = 6
_WIDTH: Final = 420
_OPENING: Final = frozenset("([{«„“‘\"'")
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _SHOWN,
    Qt.Key.Key_PageUp: -_SHOWN,
}
_CHOOSING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class Phrase(Protocol):
    """One phrase of the bank; its text is in the notation."""

    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...


Phrases = Callable[[str], Sequence[Phrase]]


class SlashMenu:
    """Watches one field for a slash at a word's start; ``phrases`` is asked off the window's thread."""

    def __init__(self, field: TextField, theme: Theme, runner: Runner, phrases: Phrases, name: str) -> None:
        self._field, self._runner, self._phrases = field, runner, phrases
        self.found = RowList(theme, name)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QFrame(field)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.found)
        self._sheet.hide()
        self._slash: QTextCursor | None = None
        self._rows: Sequence[Phrase] = ()
        field.taken_first = self.takes
        field.slash_typed.connect(self._on_slash)
        field.textChanged.connect(self._on_moved)
        field.cursorPositionChanged.connect(self._on_moved)
        field.focused.connect(self._on_focused)
        self.found.chosen.connect(lambda _key: self._choose())

    @property
    def is_open(self) -> bool:
        """Say whether the list is shown."""
        return self._slash is not None and not self._sheet.isHidden()

    def takes(self, event: QKeyEvent) -> bool:
        """Let the keys of the field move through the list and choose."""
        if event.type() != QEvent.Type.KeyPress or not self.is_open:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in _CHOOSING and not event.modifiers():
            self._choose()
        elif event.key() in _STEPS:
            self.found.move(_STEPS[Qt.Key(event.key())])
        else:
            return False
        return True

    def close(self) -> None:
        """Put the list away; what was typed stays."""
        self._slash = None
        self._sheet.hide()

    def typed(self) -> str | None:
        """Give what was typed after the slash; None where the caret has left it."""
        if self._slash is None:
            return None
        cursor = self._field.textCursor()
        begin, block = self._slash.position(), cursor.block()
        if not block.contains(begin - 1) or cursor.position() < begin or cursor.hasSelection():
            return None
        text = block.text()
        place = signs(text, begin - block.position())
        return text[place : signs(text, cursor.positionInBlock())] if text[place - 1] == "/" else None

    def _on_slash(self) -> None:
        cursor = self._field.textCursor()
        text = cursor.block().text()
        before = text[: signs(text, cursor.positionInBlock()) - 1][-1:]
        if not before or before.isspace() or before in _OPENING:
            self._slash = QTextCursor(cursor)
            self._slash.setKeepPositionOnInsert(True)
            self._ask("")

    def _on_moved(self) -> None:
        if self._slash is None:
            return
        typed = self.typed()
        if typed is None or typed.startswith(" ") or (typed.endswith(" ") and not self._rows):
            self.close()
        else:
            self._ask(typed)

    def _on_focused(self, on: bool) -> None:
        if not on:
            self.close()

    def _ask(self, typed: str) -> None:
        self._runner.run(lambda: self._phrases(typed), lambda found: self._on_found(typed, found))

    def _on_found(self, typed: str, found: Sequence[Phrase]) -> None:
        if not isValid(self._field) or self.typed() != typed:
            return
        self._rows = found
        self.found.show_rows([_row(number, phrase) for number, phrase in enumerate(found)])
        if found:
            self.found.setCurrentIndex(self.found.model().index(0, 0))
            self._show()
        else:
            self._sheet.hide()

    def _show(self) -> None:
        window = self._field.window()
        if self._sheet.parent() is not window:
            self._sheet.setParent(window)
        rows = min(len(self._rows), _SHOWN)
        height = sum(self.found.sizeHintForRow(at) for at in range(rows)) + 10
        self._sheet.setFixedSize(min(_WIDTH, window.width() - 16), height)
        self._sheet.move(self._place(height))
        self._sheet.show()
        self._sheet.raise_()

    def _place(self, height: int) -> QPoint:
        window, caret = self._field.window(), self._field.cursorRect()
        below = self._field.viewport().mapTo(window, caret.bottomLeft() + QPoint(0, 4))
        above = self._field.viewport().mapTo(window, caret.topLeft() - QPoint(0, height + 4))
        place = below if below.y() + height <= window.height() or above.y() < 0 else above
        if self._field.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.setX(place.x() - self._sheet.width())
        return QPoint(max(8, min(place.x(), window.width() - self._sheet.width() - 8)), place.y())

    def _choose(self) -> None:
        slash, at = self._slash, self.found.currentIndex().row()
        if slash is None or not 0 <= at < len(self._rows):
            self.close()
            return
        phrase = self._rows[at]
        self.close()
        cursor = self._field.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(slash.position() - 1)
        cursor.setPosition(self._field.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._field.setTextCursor(cursor)
        self._field.insert(read_notation(phrase.text))
        cursor.endEditBlock()


def _row(number: int, phrase: Phrase) -> Row:
    said = " ".join(plain_lines(read_notation(phrase.text)))
    return Row(number, phrase.title, "" if said == phrase.title else said)
