"""The last look at a letter: all answers, all that is open, all that looks doubtful."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.checks import Advice
from app.domain.composed import ComposedLetter
from app.flow.answers import Answer, answers
from app.flow.remarks import Remark, remarks_on_advice, remarks_on_gaps


@dataclass(frozen=True)
class Review:
    """What a letter says, what is open and stops it, and what is doubtful and stops nobody."""

    answers: tuple[Answer, ...]
    gaps: tuple[Remark, ...]
    doubts: tuple[Remark, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is open."""
        return not self.gaps


def review(composed: ComposedLetter, advice: Iterable[Advice] = ()) -> Review:
    """Look at a letter in words and at the advice on it."""
    letter = composed.letter
    return Review(
        answers(letter), remarks_on_gaps(letter, composed.gaps), remarks_on_advice(composed, advice)
    )
