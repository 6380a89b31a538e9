"""A letter in words while it is written: fast enough to follow every key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.checks import Advice
from app.domain.composed import ComposedLetter
from app.domain.letters import Letter, LetterType
from app.services.desk import Desk
from app.services.ports import Clock


@dataclass(frozen=True)
class Words:
    """A letter in words, with its gaps, and the advice on it."""

    composed: ComposedLetter
    advice: tuple[Advice, ...]


class Composer:
    """Puts letters into words as they are typed."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk, self._clock = desk, clock

    def words(self, letter: Letter, today: date | None = None) -> Words:
        """Put a letter into words and say what looks wrong in it.

        Raises ``NoWording``, ``NoTemplate`` and ``WordingProblem``.
        """
        composed = self._desk.words(letter)
        return Words(composed, self._desk.advice(composed, today or self._clock().date()))

    def languages(self, letter_type: LetterType) -> tuple[str, ...]:
        """Give the languages in which a type of letter can be written."""
        return self._desk.languages(letter_type)
