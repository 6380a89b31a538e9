"""What tests of the settings are given besides: the spelling of a computer without dictionaries."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from app.gui.desktop import Desktop
from app.services.dictionaries import Dictionaries
from app.services.office_words import OfficeWords
from app.services.spelling import Spelling


class NoReader:
    """Reads no dictionary, for there is none."""

    def wrong(self, book: Path, words: Collection[str]) -> frozenset[str]:
        raise AssertionError(book)

    def suggestions(self, book: Path, word: str) -> tuple[str, ...]:
        raise AssertionError(book)

    def close(self) -> None: ...


@pytest.fixture(autouse=True)
def spelling(desktop: Desktop, tmp_path: Path) -> Spelling:
    """The spelling that the desktop of the test has."""
    words = OfficeWords(tmp_path / "words.txt")
    desktop.house.spelling = Spelling(Dictionaries(tmp_path / "dictionaries"), NoReader(), words)
    return desktop.house.spelling
