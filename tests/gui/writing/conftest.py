"""Text fields with a small dictionary and a few phrases, in a window of their own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.jobs import Jobs
from app.gui.theme import Theme
from app.gui.writing.block_editor import BlockEditor, WritingHelp
from app.gui.writing.proofreading import Proofreader
from app.i18n.catalogues import Catalogue
from app.services.spelling import SpellingState, SpellingStatus
from app.services.spelling_process import DictionaryNotReadable

KNOWN = {
    "we",
    "demand",
    "the",
    "release",
    "of",
    "court",
    "a",
    "trade",
    "at",
    "once",
    "note",
    "see",
    "more",
    "words",
}


@dataclass
class FakeSpelling:
    """Knows a few English words, and French not at all."""

    asked: list[frozenset[str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    damaged: bool = False

    def state(self, language: str) -> SpellingState:
        status = SpellingStatus.READY if language == "en" else SpellingStatus.NO_DICTIONARY
        return SpellingState(language, status, "en_GB" if language == "en" else "", Path("dictionaries"))

    def wrong(self, language: str, words: Collection[str]) -> frozenset[str]:
        self.asked.append(frozenset(words))
        if self.damaged:
            raise DictionaryNotReadable(name="en_GB")
        if language != "en":
            return frozenset()
        return frozenset(
            word
            for word in words
            if not all(part in KNOWN or part in self.added for part in word.lower().split("-"))
        )

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:
        return ("release", "relapse") if word == "relaese" else ()

    def add(self, word: str) -> None:
        self.added.append(word)


@dataclass(frozen=True)
class FakePhrase:
    """A phrase of the bank."""

    title: str
    text: str


PHRASES = (
    FakePhrase("Grave concern", "We express our **grave concern**"),
    FakePhrase("Interim measures", "We urge that:\n\n- harm be prevented;\n- reports be made."),
)


def phrases(typed: str) -> list[FakePhrase]:
    """Find phrases by their title."""
    return [phrase for phrase in PHRASES if typed.lower() in phrase.title.lower()]


@pytest.fixture
def spelling() -> FakeSpelling:
    """A small dictionary."""
    return FakeSpelling()


@pytest.fixture
def proofreader(spelling: FakeSpelling, jobs: Jobs) -> Proofreader:
    """The proofreader of one window."""
    return Proofreader(spelling, jobs)


@pytest.fixture
def help_(texts: Catalogue, theme: Theme, jobs: Jobs, proofreader: Proofreader) -> WritingHelp:
    """What fields are given."""
    return WritingHelp(texts=texts, theme=theme, runner=jobs, proofreader=proofreader, phrases=phrases)


class Writing(Protocol):
    """Opens a field with a text, the caret at its end."""

    def __call__(self, text: str, language: str = "en") -> BlockEditor: ...


@pytest.fixture
def writing(qtbot: QtBot, help_: WritingHelp) -> Writing:
    """Open a field with a text, and put the caret at its end."""

    def opened(text: str, language: str = "en") -> BlockEditor:
        editor = BlockEditor(help_, "Opening")
        qtbot.addWidget(editor)
        editor.show_text(text, language)
        editor.resize(500, 300)
        editor.show()
        editor.activateWindow()
        editor.field.setFocus()
        qtbot.waitUntil(editor.field.hasFocus)
        return editor

    return opened


def press(editor: BlockEditor, *keys: str | Qt.Key, times: int = 1, **modifiers: Qt.KeyboardModifier) -> None:
    """Press keys one after the other: words are typed, keys pressed."""
    held = modifiers.get("held", Qt.KeyboardModifier.NoModifier)
    for key in keys * times:
        if not isinstance(key, str):
            QTest.keyClick(editor.field, key, held)
        elif key.isascii():
            QTest.keyClicks(editor.field, key)
        else:
            for sign in key:
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(editor.field, QKeyEvent(QEvent.Type.KeyPress, 0, none, sign))
