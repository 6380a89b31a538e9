"""The parts of a letter as the step “Text” shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.composed import NO_WORDING, ComposedLetter, Gap, PrintedBlock
from app.domain.errors import N_, Sentence
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import BlockKind, Letter
from app.flow.naming import BLOCK_TITLES, block_title


class SectionState(StrEnum):
    """Where the text of a part comes from, and what it lacks."""

    GENERATED = "generated"
    WRITTEN = "written"
    OUTDATED = "outdated"
    INCOMPLETE = "incomplete"
    MISSING = "missing"


STATE_TEXTS: Final[Mapping[SectionState, str]] = {
    SectionState.GENERATED: N_("From the template"),
    SectionState.WRITTEN: N_("Written by hand"),
    SectionState.OUTDATED: N_("Written by hand; the template would say something else now"),
    SectionState.INCOMPLETE: N_("Something is missing"),
    SectionState.MISSING: N_("To be written"),
}


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of the letter; ``number`` is its place in the order, counted from 1."""

    key: str
    kind: BlockKind
    title: Sentence
    state: SectionState
    number: int
    may_move_up: bool
    may_move_down: bool
    may_drop: bool
    gaps: tuple[Gap, ...]
    block: PrintedBlock

    @property
    def state_text(self) -> str:
        """The state in words."""
        return STATE_TEXTS[self.state]

    @property
    def may_reset(self) -> bool:
        """Whether there is something to give back to the template."""
        return self.block.written


def sections(composed: ComposedLetter) -> tuple[Section, ...]:
    """Give the parts of a letter in their order."""
    blocks, last = composed.letter.blocks, len(composed.blocks)
    gaps: dict[str, tuple[Gap, ...]] = {}
    for gap in composed.gaps:
        gaps[gap.block] = (*gaps.get(gap.block, ()), gap)
    return tuple(
        Section(
            key=block.key,
            kind=block.kind,
            title=block_title(blocks, blocks[number - 1]),
            state=_state(block, gaps.get(block.key, ())),
            number=number,
            may_move_up=number > 1,
            may_move_down=number < last,
            may_drop=last > 1,
            gaps=gaps.get(block.key, ()),
            block=block,
        )
        for number, block in enumerate(composed.blocks, start=1)
    )


def _state(block: PrintedBlock, gaps: tuple[Gap, ...]) -> SectionState:
    if block.written:
        return SectionState.OUTDATED if block.outdated else SectionState.WRITTEN
    if any(gap.place in {"", NO_WORDING} for gap in gaps):
        return SectionState.MISSING
    return SectionState.INCOMPLETE if gaps else SectionState.GENERATED


@dataclass(frozen=True)
class Dropped:
    """A part that was left out and can be put back."""

    key: str
    kind: BlockKind
    title: Sentence
    written: bool


def dropped(letter: Letter) -> tuple[Dropped, ...]:
    """Give the parts that were left out, the last one first."""
    return tuple(
        Dropped(block.key, block.kind, block_title(letter.aside, block), block.is_written)
        for block in reversed(letter.aside)
    )


@dataclass(frozen=True)
class Addable:
    """A kind of part that can be added; ``proposed`` by the letter's type, ``present`` already."""

    kind: BlockKind
    title: str
    proposed: bool
    present: bool


def addable(letter: Letter) -> tuple[Addable, ...]:
    """Give every kind of part: own text first, then what the type proposes and the letter lacks."""
    proposed = LETTER_RULES[letter.type].blocks
    present = {block.kind for block in letter.blocks}
    kinds = [Addable(kind, BLOCK_TITLES[kind], kind in proposed, kind in present) for kind in BlockKind]
    kinds.sort(key=lambda one: (one.kind is not BlockKind.TEXT, not one.proposed or one.present))
    return tuple(kinds)
