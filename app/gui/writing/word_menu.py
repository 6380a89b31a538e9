"""The menu of a word: better spellings on top, then knowing and ignoring it, then cut and paste."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from app.domain.errors import N_
from app.domain.words import Word
from app.gui.writing.places import signs, units
from app.gui.writing.proofreading import Proofreader
from app.gui.writing.text_field import TextField
from app.i18n.catalogues import Catalogue

_LOOKING: Final = N_("Looking for better spellings…")
_NONE: Final = N_("No better spelling found")
_ADD: Final = N_("Add “{word}” to the office's words")
_IGNORE: Final = N_("Ignore “{word}” in this letter")


class WordMenu(QMenu):
    """Opens at the caret of a field."""

    def __init__(
        self, field: TextField, texts: Catalogue, proofreader: Proofreader | None, language: str
    ) -> None:
        super().__init__(field)
        self._field, self._texts, self._proofreader, self._language = field, texts, proofreader, language
        self._first: QAction | None = None
        if proofreader is not None and (word := wrong_word_at(field, proofreader, language)):
            self._offer(word, proofreader)
        self._add_usual()
        self.aboutToHide.connect(lambda: QTimer.singleShot(0, self.deleteLater))

    def open_at(self, place: QPoint) -> None:
        """Open the menu with its first line chosen."""
        self.popup(place)
        self.setActiveAction(next((each for each in self.actions() if each.isEnabled()), QAction(self)))

    def _offer(self, word: QTextCursor, proofreader: Proofreader) -> None:
        text = word.selectedText()
        self._first = self.addAction(self._texts.text(_LOOKING))
        self._first.setEnabled(False)
        self.addSeparator()
        add = self.addAction(self._texts.text(_ADD, word=text))
        add.triggered.connect(lambda: proofreader.add(text))
        ignore = self.addAction(self._texts.text(_IGNORE, word=text))
        ignore.triggered.connect(lambda: proofreader.ignore(text))
        self.addSeparator()
        proofreader.suggest(self._language, text, lambda found: self._on_found(word, found))

    def _on_found(self, word: QTextCursor, found: tuple[str, ...]) -> None:
        if not isValid(self) or self._first is None:
            return
        actions = [self._suggestion(word, text) for text in found]
        if not actions:
            self._first.setText(self._texts.text(_NONE))
            return
        self.insertActions(self._first, actions)
        self.removeAction(self._first)
        self.setActiveAction(actions[0])

    def _suggestion(self, word: QTextCursor, text: str) -> QAction:
        action = QAction(text.replace("&", "&&"), self)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(lambda: word.insertText(text, word.charFormat()))
        return action

    def _add_usual(self) -> None:
        field, texts = self._field, self._texts
        cursor = field.textCursor()
        undo = self._line(texts.text(N_("Undo")), QKeySequence.StandardKey.Undo, field.undo)
        undo.setEnabled(field.document().isUndoAvailable())
        self.addSeparator()
        for action in (
            self._line(texts.text(N_("Cut")), QKeySequence.StandardKey.Cut, field.cut),
            self._line(texts.text(N_("Copy")), QKeySequence.StandardKey.Copy, field.copy),
        ):
            action.setEnabled(cursor.hasSelection())
        self._line(texts.text(N_("Paste")), QKeySequence.StandardKey.Paste, field.paste)
        self._line(texts.text(N_("Paste words only")), QKeySequence("Ctrl+Shift+V"), field.paste_plain)
        self.addSeparator()
        self._line(texts.text(N_("Select all")), QKeySequence.StandardKey.SelectAll, field.selectAll)

    def _line(
        self, words: str, keys: QKeySequence | QKeySequence.StandardKey, act: Callable[[], object]
    ) -> QAction:
        action = self.addAction(words)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _on=False: act())
        return action


def wrong_word_at(field: TextField, proofreader: Proofreader, language: str) -> QTextCursor | None:
    """Give the wrong word that the caret stands in or beside, selected."""
    cursor = field.textCursor()
    text = cursor.block().text()
    at = signs(text, cursor.positionInBlock())
    for word in proofreader.wrong_in(language, text):
        if word.begin <= at <= word.end:
            return _selected(cursor, word)
    return None


def _selected(cursor: QTextCursor, word: Word) -> QTextCursor:
    block, found = cursor.block(), QTextCursor(cursor.block())
    found.setPosition(block.position() + units(block.text(), word.begin))
    found.setPosition(block.position() + units(block.text(), word.end), QTextCursor.MoveMode.KeepAnchor)
    return found
