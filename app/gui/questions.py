"""The dialog of a question, built when something is asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.gui.asking import CANCEL, Question
from app.gui.widgets.buttons import Button
from app.gui.widgets.words import Words


class QuestionDialog(QDialog):
    """A heading, a text, perhaps details to copy, and the buttons that answer."""

    def __init__(self, question: Question, parent: QWidget | None = None, details: str = "") -> None:
        super().__init__(parent)
        self.answer = CANCEL
        self._first: Button | None = None
        self.setWindowTitle(question.heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(question.heading, "heading", wraps=True))
        text = Words(question.text, wraps=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setMinimumWidth(380)
        text.setMaximumWidth(560)
        column.addWidget(text)
        if details:
            column.addWidget(_details(details))
        column.addSpacing(8)
        column.addLayout(self._buttons(question))

    def _buttons(self, question: Question) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        for choice in question.choices:
            button = Button(choice.words, choice.kind, clicked=partial(self._on_chosen, choice.key))
            row.addWidget(button)
            if self._first is None or self._first.property("kind") != "primary":
                self._first = button
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the primary choice, else at the last, which takes nothing away."""
        super().showEvent(event)
        if self._first:
            self._first.setFocus()

    def _on_chosen(self, key: str) -> None:
        self.answer = key
        self.accept()


def answer(dialog: QuestionDialog) -> str:
    """Show a dialog until it is answered; nothing of it is left behind."""
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


def _details(text: str) -> QPlainTextEdit:
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setMinimumSize(520, 180)
    shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return shown
