"""What is still open in a letter or looks doubtful, each with the way to where it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.checks import Advice
from app.domain.composed import NO_WORDING, ComposedLetter, Gap
from app.domain.errors import N_, Sentence
from app.domain.letters import BlockKind, Letter
from app.flow.addresses import address_of
from app.flow.editing import field_in
from app.flow.fields import FIELDS, field_at, name_of
from app.flow.naming import STEP_TITLES, Step

_TO_WRITE: Final = N_("“{part}” has no wording in this language. Write it by hand, or leave it out.")
_NOTHING: Final = N_("“{part}” has nothing to print. Write it by hand, or leave it out.")
_LEFT_OPEN: Final = N_("“{field}” still stands open in the text of “{part}”, which was written by hand.")
_EMPTY: Final = N_("“{field}” is empty.")
_AT_FIELD: Final = N_("Fill it in at “{step}”, field “{field}”.")
_AT_BLOCK: Final = N_("See “{part}” at “{step}”.")

# What a part without text is made from, where that is typed at a field of its own.
MADE_FROM: Final[Mapping[BlockKind, str]] = {
    BlockKind.MANDATES: "mandates",
    BlockKind.ADDRESSEE: "recipients",
    BlockKind.SALUTATION: "recipients.salutation",
    BlockKind.VOCATIVE: "recipients.vocative",
    BlockKind.ADDRESS: "recipients.address",
    BlockKind.FORWARD: "forward_to",
    BlockKind.SUBJECT: "subject",
    BlockKind.EARLIER: "earlier",
    BlockKind.FACTS: "case.facts",
    BlockKind.LAW: "citations",
    BlockKind.ANNEX: "citations",
    BlockKind.QUESTIONS: "questions",
    BlockKind.DEMANDS: "demands",
    BlockKind.DEADLINE: "deadline",
    BlockKind.SIGNATURES: "signatories",
    BlockKind.DISCLAIMER: "disclaimer",
    BlockKind.COPIES: "copies",
    BlockKind.ENCLOSURES: "enclosures",
}


@dataclass(frozen=True)
class Target:
    """Where to go: the step, the field as an address in the letter, and the block that wanted it.

    A block itself has the address ``blocks.KEY``.
    """

    step: Step
    place: str
    block: str = ""


@dataclass(frozen=True)
class Remark:
    """One thing that is open or doubtful: where to go, and what about it in two sentences."""

    target: Target
    sentence: Sentence
    where: Sentence


def remarks_on_gaps(letter: Letter, gaps: Iterable[Gap]) -> tuple[Remark, ...]:
    """Say what is open, each thing once, however many parts of the letter want it."""
    found: dict[tuple[str, str], Remark] = {}
    for gap in gaps:
        remark = remark_on_gap(letter, gap)
        found.setdefault((remark.target.place, str(remark.sentence)), remark)
    return tuple(found.values())


def remark_on_gap(letter: Letter, gap: Gap) -> Remark:
    """Say what is open at a place that nothing fills."""
    if gap.place == NO_WORDING:
        return _about_block(letter, gap.block, _TO_WRITE)
    if gap.written:
        return _left_open(letter, gap)
    place = gap.place or MADE_FROM.get(gap.kind, "")
    return _about_field(letter, place, gap.block) if place else _about_block(letter, gap.block, _NOTHING)


def remark_on_advice(letter: Letter, advice: Advice) -> Remark:
    """Say where it is mended what looks wrong."""
    is_block = any(block.key == advice.place for block in letter.blocks)
    if is_block and name_of(advice.place) not in FIELDS:
        target = Target(Step.TEXT, f"blocks.{advice.place}", advice.place)
        return Remark(target, advice.sentence, _at_block(letter, advice.place))
    field = field_at(advice.place)
    step = field.step if field else Step.TEXT
    block = advice.place if is_block else ""
    return Remark(Target(step, advice.place, block), advice.sentence, _at_field(step, advice.place))


def remarks_on_advice(composed: ComposedLetter, advice: Iterable[Advice]) -> tuple[Remark, ...]:
    """Say where each thing is mended that looks wrong."""
    return tuple(remark_on_advice(composed.letter, one) for one in advice)


def _about_field(letter: Letter, place: str, block: str) -> Remark:
    address = address_of(letter, place)
    field = field_at(address)
    step = field.step if field else Step.TEXT
    named = FIELDS.get(name_of(address))
    said = (
        Sentence(named.missing) if named and named.missing else Sentence(_EMPTY, {"field": _title(address)})
    )
    return Remark(Target(step, address, block), said, _at_field(step, address))


def _left_open(letter: Letter, gap: Gap) -> Remark:
    field, block = _title(address_of(letter, gap.place)), f"blocks.{gap.block}"
    said = Sentence(_LEFT_OPEN, {"part": field_in(letter, block), "field": field})
    return Remark(Target(Step.TEXT, block, gap.block), said, _at_block(letter, gap.block))


def _about_block(letter: Letter, key: str, text: str) -> Remark:
    place = f"blocks.{key}"
    said = Sentence(text, {"part": field_in(letter, place)})
    return Remark(Target(Step.TEXT, place, key), said, _at_block(letter, key))


def _at_field(step: Step, address: str) -> Sentence:
    return Sentence(_AT_FIELD, {"step": Sentence(STEP_TITLES[step]), "field": _title(address)})


def _at_block(letter: Letter, key: str) -> Sentence:
    part = field_in(letter, f"blocks.{key}")
    return Sentence(_AT_BLOCK, {"step": Sentence(STEP_TITLES[Step.TEXT]), "part": part})


def _title(address: str) -> object:
    field = field_at(address)
    return Sentence(field.title) if field else address
