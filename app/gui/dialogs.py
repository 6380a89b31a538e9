"""The dialogs: what a person must read or answer before going on.

All is fetched when something is asked; the first paint asks nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtGui, QtWidgets

from app.domain.errors import N_, ChanceryError
from app.gui.asking import CANCEL, Choice, FileWish, Notice, Question
from app.gui.late import fetched

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.gui.failures import Failures
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
        return _answer(question, self._window)

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
        if _answer(question, self._window, details) == "copy":
            QtGui.QGuiApplication.clipboard().setText(details)

    def file_to_open(self, wish: FileWish) -> Path | None:
        """Give a file that is there."""
        name, _kind = QtWidgets.QFileDialog.getOpenFileName(
            self._window, wish.heading, _start(wish), _kinds(wish)
        )
        return Path(name) if name else None

    def file_to_save(self, wish: FileWish, name: str) -> Path | None:
        """Give a place for a file; the system has asked before one is overwritten."""
        start = str(Path(_start(wish)) / name)
        chosen, _kind = QtWidgets.QFileDialog.getSaveFileName(self._window, wish.heading, start, _kinds(wish))
        return Path(chosen) if chosen else None

    def folder(self, wish: FileWish) -> Path | None:
        """Give a folder."""
        name = QtWidgets.QFileDialog.getExistingDirectory(self._window, wish.heading, _start(wish))
        return Path(name) if name else None


def _answer(question: Question, window: QWidget | None, details: str = "") -> str:
    """Ask in a dialog, and give the answer."""
    dialog = fetched("app.gui.questions:QuestionDialog")(question, window, details)
    return str(fetched("app.gui.questions:answer")(dialog))


def _kinds(wish: FileWish) -> str:
    return ";;".join(f"{words} ({pattern})" for words, pattern in wish.kinds)


def _start(wish: FileWish) -> str:
    return str(wish.start or Path.home())
