"""The dialogs: what a person must read or answer before going on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import N_, ChanceryError
from app.gui.asking import CANCEL, Choice, FileWish, Notice, Question
from app.gui.failures import Failures
from app.gui.widgets.buttons import Button
from app.gui.widgets.words import Words
from app.i18n.catalogues import Catalogue

_CLOSE: Final = N_("Close")
_NOT_DONE: Final = N_("This did not work")
_UNEXPECTED: Final = N_("Something unexpected happened")
_GOES_ON: Final = N_(
    "Chancery goes on, and what is registered is safe. If it happens again, send the details below to "
    "whoever looks after Chancery for you. They hold nothing from your letters."
)
_COPY: Final = N_("Copy details")


class Dialogs:
    """Says and asks in dialogs over the main window."""

    def __init__(self, texts: Catalogue, failures: Failures) -> None:
        self._texts, self._failures = texts, failures
        self._tell: Callable[[Notice], None] | None = None
        self._window: QWidget | None = None

    def stand_before(self, window: QWidget, tell: Callable[[Notice], None]) -> None:
        """Show the dialogs over this window, and passing notices where it shows them."""
        self._window, self._tell = window, tell

    def speak(self, texts: Catalogue) -> None:
        """Say and ask in another language from now on."""
        self._texts = texts

    def inform(self, heading: str, text: str) -> None:
        """Say something that must be read before one goes on."""
        self.ask(Question(heading, text, (Choice(CANCEL, self._texts.text(_CLOSE), "primary"),)))

    def ask(self, question: Question) -> str:
        """Give the key of the choice taken, ``CANCEL`` for none."""
        return _answer(QuestionDialog(question, self._window))

    def notify(self, notice: Notice) -> None:
        """Say something in passing."""
        if self._tell:
            self._tell(notice)

    def trouble(self, error: Exception) -> None:
        """Say what went wrong: an expected difficulty in its words, any other with copyable details."""
        if isinstance(error, ChanceryError):
            self.inform(self._texts.text(_NOT_DONE), self._texts.said(error.sentence))
        else:
            self.unexpected(self._failures.keep(error))

    def words_of(self, error: Exception) -> str:
        """Give the words of a difficulty; one that nobody expected is kept in the log."""
        if isinstance(error, ChanceryError):
            return self._texts.said(error.sentence)
        self._failures.keep(error)
        return f"{self._texts.text(_UNEXPECTED)}: {type(error).__name__}"

    def unexpected(self, details: str) -> None:
        """Show the details of what nobody expected."""
        say = self._texts.text
        question = Question(
            say(_UNEXPECTED),
            say(_GOES_ON),
            (Choice("copy", say(_COPY)), Choice(CANCEL, say(_CLOSE), "primary")),
        )
        if _answer(QuestionDialog(question, self._window, details)) == "copy":
            QGuiApplication.clipboard().setText(details)

    def file_to_open(self, wish: FileWish) -> Path | None:
        """Give a file that is there."""
        name, _kind = QFileDialog.getOpenFileName(self._window, wish.heading, _start(wish), _kinds(wish))
        return Path(name) if name else None

    def file_to_save(self, wish: FileWish, name: str) -> Path | None:
        """Give a place for a file; the system has asked before one is overwritten."""
        start = str(Path(_start(wish)) / name)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, wish.heading, start, _kinds(wish))
        return Path(chosen) if chosen else None

    def folder(self, wish: FileWish) -> Path | None:
        """Give a folder."""
        name = QFileDialog.getExistingDirectory(self._window, wish.heading, _start(wish))
        return Path(name) if name else None


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


def _answer(dialog: QuestionDialog) -> str:
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


def _kinds(wish: FileWish) -> str:
    return ";;".join(f"{words} ({pattern})" for words, pattern in wish.kinds)


def _start(wish: FileWish) -> str:
    return str(wish.start or Path.home())
