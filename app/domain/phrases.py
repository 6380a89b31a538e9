"""The phrase bank: formulas that letters use again, found by any part of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.domain.errors import N_, ChanceryError
from app.domain.folding import fold
from app.domain.letters import LetterType

_WORD: Final = re.compile(r"[^\W_]+")


class PhraseEmpty(ChanceryError, ValueError):
    """A phrase says nothing, or has no title to find it by."""

    message = N_("A phrase needs a title to find it by and a text to insert. Fill in both.")


class PhraseNotFound(ChanceryError):
    """No phrase of the office has this key."""

    message = N_("There is no phrase {phrase} of your own any more; somebody may have deleted it.")


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A formula in one language, for some types of letter or, without ``types``, for all.

    ``text`` is in the notation. ``key`` is that of an office's own phrase, 0 for
    a shipped one. Raises ``PhraseEmpty``.
    """

    language: str
    title: str
    text: str
    types: tuple[LetterType, ...] = ()
    key: int = 0

    def __post_init__(self) -> None:
        if not self.title.strip() or not self.text.strip():
            raise PhraseEmpty

    @property
    def is_own(self) -> bool:
        """Whether the office has added the phrase."""
        return self.key > 0

    def suits(self, language: str, letter_type: LetterType) -> bool:
        """Say whether the phrase belongs in a letter of a language and type."""
        return self.language == language and (not self.types or letter_type in self.types)


def found(phrases: Iterable[Phrase], typed: str) -> tuple[Phrase, ...]:
    """Give the phrases in which every typed word begins a word, those found by their title first.

    An office's own come before the shipped ones; without a typed word all are given.
    """
    wanted = _words(typed)
    ranked = [(rank, phrase) for phrase in phrases if (rank := _rank(phrase, wanted)) is not None]
    ranked.sort(key=lambda one: (one[0], not one[1].is_own, fold(one[1].title)))
    return tuple(phrase for _, phrase in ranked)


def _rank(phrase: Phrase, wanted: list[str]) -> int | None:
    title, text = _words(phrase.title), _words(phrase.text)
    if all(_begins(word, title) for word in wanted):
        return 0
    return 1 if all(_begins(word, title + text) for word in wanted) else None


def _begins(word: str, words: list[str]) -> bool:
    return any(each.startswith(word) for each in words)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
