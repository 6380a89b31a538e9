"""Spelling in the language of a letter: which words are wrong, what was meant, what the office knows.

Everything here may take a while and is called off the GUI thread.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from app.domain.words import folded_word, has_words
from app.services.dictionaries import Dictionaries, Dictionary
from app.services.office_words import OfficeWords

_MOST_SUGGESTIONS: Final = 7


class Reader(Protocol):
    """What reads dictionaries; ``book`` is the path of a pair of files without its ending."""

    def wrong(self, book: Path, words: Collection[str]) -> frozenset[str]:
        """Raises ``DictionaryNotReadable``."""

    def suggestions(self, book: Path, word: str) -> tuple[str, ...]:
        """Raises ``DictionaryNotReadable``."""

    def close(self) -> None: ...


class SpellingStatus(StrEnum):
    """Whether a language can be checked."""

    READY = "ready"
    NO_DICTIONARY = "no dictionary"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True)
class SpellingState:
    """Whether a language can be checked, with which dictionary, and where another one would belong."""

    language: str
    status: SpellingStatus
    dictionary: str
    folder: Path


class Spelling:
    """Checks words with the dictionaries of this machine and the words of the office."""

    def __init__(self, dictionaries: Dictionaries, reader: Reader, words: OfficeWords) -> None:
        self._dictionaries, self._reader, self.office_words = dictionaries, reader, words
        self._chosen: dict[str, Dictionary | None] = {}

    def state(self, language: str) -> SpellingState:
        """Say whether a language can be checked; a dictionary put there meanwhile is found."""
        self._chosen.pop(language, None)
        found = self._dictionary(language)
        status = SpellingStatus.READY if found else SpellingStatus.NO_DICTIONARY
        if not has_words(language):
            status = SpellingStatus.NOT_CHECKED
        return SpellingState(language, status, found.name if found else "", self._dictionaries.own)

    def wrong(self, language: str, words: Collection[str]) -> frozenset[str]:
        """Give the words that neither dictionary nor office knows; none where there is no dictionary.

        Raises ``DictionaryNotReadable``.
        """
        found = self._dictionary(language)
        if found is None or not words or not has_words(language):
            return frozenset()
        known = self.office_words.forms()
        asked = [word for word in words if folded_word(word) not in known]
        return self._reader.wrong(found.base, asked) if asked else frozenset()

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:
        """Give better spellings of a word, the best first. Raises ``DictionaryNotReadable``."""
        found = self._dictionary(language)
        return self._reader.suggestions(found.base, word)[:_MOST_SUGGESTIONS] if found else ()

    def add(self, word: str) -> None:
        """Let the office know a word. Raises ``WriteProblem``."""
        self.office_words.add(word)

    def close(self) -> None:
        """Let go of what was opened for reading."""
        self._reader.close()

    def _dictionary(self, language: str) -> Dictionary | None:
        if language not in self._chosen:
            self._chosen[language] = self._dictionaries.for_language(language)
        return self._chosen[language]
