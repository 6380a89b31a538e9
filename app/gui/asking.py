"""Everything the window says to a person and asks of one, behind one small object that tests can answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol


class Choice(NamedTuple):
    """One answer: its key, its words, and how its button looks (``primary``, ``secondary``, ``danger``)."""

    key: str
    words: str
    kind: str = "secondary"


class Question(NamedTuple):
    """A question with the buttons that answer it, each named by what it does.

    ``CANCEL`` is the answer of Esc and of the window's own closing button.
    """

    heading: str
    text: str
    choices: tuple[Choice, ...]


CANCEL = ""


class Notice(NamedTuple):
    """A passing line of the window, with one thing that can be done about it."""

    text: str
    action: str = ""
    act: Callable[[], None] | None = None


class FileWish(NamedTuple):
    """What kind of file is asked for: ``kinds`` are pairs of words and patterns (``*.docx``)."""

    heading: str
    kinds: tuple[tuple[str, str], ...] = ()
    start: Path | None = None


class Asking(Protocol):
    """Says and asks; the answers are values."""

    def inform(self, heading: str, text: str) -> None:
        """Say something that must be read before one goes on."""

    def ask(self, question: Question) -> str:
        """Give the key of the choice taken, ``CANCEL`` for none."""

    def notify(self, notice: Notice) -> None:
        """Say something in passing; it goes by itself."""

    def trouble(self, error: Exception) -> None:
        """Say what went wrong: an expected difficulty in its words, any other with copyable details."""

    def file_to_open(self, wish: FileWish) -> Path | None:
        """Give a file that is there."""

    def file_to_save(self, wish: FileWish, name: str) -> Path | None:
        """Give a place for a file; the system has asked before one is overwritten."""

    def folder(self, wish: FileWish) -> Path | None:
        """Give a folder."""
