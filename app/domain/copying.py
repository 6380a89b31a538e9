"""A letter written once and used again: as a new letter, or for somebody else."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.letters import BlockKind, Deadline, EarlierLetter, Letter, LetterType
from app.domain.people import Recipient, State

# What speaks to one addressee; written by hand for another it would be wrong.
ADDRESSED: Final = frozenset({
    BlockKind.ADDRESSEE, BlockKind.SALUTATION, BlockKind.VOCATIVE, BlockKind.COURTESY, BlockKind.ADDRESS,
})  # fmt: skip
# What is printed of one letter only: its number, its day, the reference that somebody else gave it.
_OF_ONE_LETTER: Final = frozenset({BlockKind.NUMBER, BlockKind.DATE, BlockKind.REFERENCE})


def anew(letter: Letter) -> Letter:
    """Give the letter as the beginning of a new one: without date and reference, with all its blocks."""
    plain = replace(
        letter, date=None, reference="", versions=tuple(anew(version) for version in letter.versions)
    )
    return _generated_again(plain, _OF_ONE_LETTER)


def follow_up(letter: Letter, earlier: EarlierLetter) -> Letter:
    """Give the beginning of a letter that follows an earlier one, to the same addressees on the same case."""
    return replace(
        anew(letter),
        type=LetterType.FOLLOW_UP,
        earlier=earlier,
        title="",
        template="",
        series="",
        deadline=Deadline(),
        versions=(),
        authentic_language="",
        drop=(),
        blocks=(),
        aside=(),
    )


def for_another(letter: Letter, recipient: Recipient, state: State) -> Letter:
    """Give the same letter to another recipient; what spoke to the first one comes from the wording again.

    Versions in other languages are left out: how they name the recipient is not known.
    """
    addressed = replace(letter, recipients=(recipient,), state=state, versions=(), authentic_language="")
    return _generated_again(anew(addressed), ADDRESSED)


def _generated_again(letter: Letter, kinds: frozenset[BlockKind]) -> Letter:
    blocks = tuple(block.reset() if block.kind in kinds else block for block in letter.blocks)
    return replace(letter, blocks=blocks)
