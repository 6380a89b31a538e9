"""What each letter type proposes: its blocks in order, its series, its time for a reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.errors import N_
from app.domain.letters import BlockKind, LetterType


@dataclass(frozen=True)
class LetterRules:
    """What a letter type proposes; a letter may do otherwise.

    ``reply_days`` is the time for a reply, 0 where none is stated.
    """

    blocks: tuple[BlockKind, ...]
    series: str = "outgoing"
    reply_days: int = 0


_K = BlockKind
_UN_BLOCKS: Final = (
    _K.MANDATES, _K.REFERENCE, _K.DATE, _K.SALUTATION, _K.OPENING, _K.SUBJECT_SENTENCE,
    _K.LEAD_IN, _K.FACTS, _K.CONCERN, _K.ANNEX_POINTER, _K.REQUEST, _K.QUESTIONS, _K.DEADLINE,
    _K.INTERIM, _K.PUBLICATION, _K.COURTESY, _K.SIGNATURES, _K.ANNEX_TITLE, _K.ANNEX,
)  # fmt: skip
LETTER_RULES: Final[Mapping[LetterType, LetterRules]] = {
    LetterType.PROTEST: LetterRules((
        _K.NUMBER, _K.DATE, _K.ADDRESSEE, _K.SALUTATION, _K.OPENING, _K.PATTERN, _K.VOCATIVE,
        _K.TESTIMONY, _K.VALEDICTION, _K.SIGNATURES, _K.ADDRESS,
    )),
    LetterType.UN_ALLEGATION: LetterRules(_UN_BLOCKS, reply_days=60),
    LetterType.UN_URGENT_APPEAL: LetterRules(
        tuple(kind for kind in _UN_BLOCKS if kind is not _K.DEADLINE)
    ),
    LetterType.UN_OTHER: LetterRules((
        _K.MANDATES, _K.REFERENCE, _K.DATE, _K.SALUTATION, _K.OPENING, _K.SUBJECT_SENTENCE,
        _K.LEAD_IN, _K.FACTS, _K.CONCERN, _K.LAW, _K.REQUEST, _K.QUESTIONS, _K.PUBLICATION,
        _K.COURTESY, _K.SIGNATURES,
    )),
    LetterType.JOINT: LetterRules((
        _K.NUMBER, _K.DATE, _K.ADDRESSEE, _K.SUBJECT, _K.SALUTATION, _K.OPENING, _K.CONCERN,
        _K.DEMANDS, _K.DEADLINE, _K.VALEDICTION, _K.SIGNATURES, _K.DISCLAIMER, _K.COPIES,
    )),
    LetterType.FOLLOW_UP: LetterRules((
        _K.NUMBER, _K.DATE, _K.ADDRESSEE, _K.SUBJECT, _K.SALUTATION, _K.EARLIER, _K.FACTS,
        _K.QUESTIONS, _K.DEADLINE, _K.VALEDICTION, _K.SIGNATURES,
    )),
}  # fmt: skip

# How a number names the type of its letter, after the habit of the UN lists.
TYPE_CODES: Final[Mapping[LetterType, str]] = {
    LetterType.PROTEST: "PL",
    LetterType.UN_ALLEGATION: "AL",
    LetterType.UN_URGENT_APPEAL: "UA",
    LetterType.UN_OTHER: "OL",
    LetterType.JOINT: "JL",
    LetterType.FOLLOW_UP: "FU",
}

# What each type is called in lists and on paper.
TYPE_NAMES: Final[Mapping[LetterType, str]] = {
    LetterType.PROTEST: N_("Protest letter"),
    LetterType.UN_ALLEGATION: N_("Allegation letter"),
    LetterType.UN_URGENT_APPEAL: N_("Urgent appeal"),
    LetterType.UN_OTHER: N_("Other letter"),
    LetterType.JOINT: N_("Joint letter"),
    LetterType.FOLLOW_UP: N_("Follow-up"),
}
