"""How steps, parts and types of letters are called on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.errors import N_, Sentence
from app.domain.letter_rules import TYPE_NAMES
from app.domain.letters import Block, BlockKind


class Step(StrEnum):
    """The steps of writing a letter, in their order."""

    KIND = "kind"
    RECIPIENTS = "recipients"
    CASE = "case"
    LAW = "law"
    TEXT = "text"
    SIGNING = "signing"
    REVIEW = "review"


@dataclass(frozen=True)
class Counted:
    """A sentence with a number in it, which the catalogue chooses the form of."""

    one: str
    many: str
    number: int

    def said(self, plural: Callable[[str, str, int], str]) -> str:
        """Put it into words with the plural of a catalogue."""
        return plural(self.one, self.many, self.number)


STEP_TITLES: Final[Mapping[Step, str]] = {
    Step.KIND: N_("Kind and language"),
    Step.RECIPIENTS: N_("Recipients"),
    Step.CASE: N_("Case and facts"),
    Step.LAW: N_("Legal references"),
    Step.TEXT: N_("Text"),
    Step.SIGNING: N_("Signatories and copies"),
    Step.REVIEW: N_("Review"),
}
STEP_HEADINGS: Final[Mapping[Step, str]] = {
    **STEP_TITLES,
    Step.SIGNING: N_("Signatories, copies, number and date"),
}
STEP_HINTS: Final[Mapping[Step, str]] = {
    Step.KIND: N_("What kind of letter it is and which language it is written in."),
    Step.RECIPIENTS: N_("Who the letter goes to. Type any part of a name or office."),
    Step.CASE: N_("What happened. Facts that you tick are written into the letter, oldest first."),
    Step.LAW: N_("What binds the State on the rights in this case. Pick, or type any article."),
    Step.TEXT: N_("The parts of the letter. Change a part by hand, move it, or leave it out."),
    Step.SIGNING: N_("Who signs, who receives a copy, and what number and date the letter has."),
    Step.REVIEW: N_("Everything the letter says, and what is still open."),
}
TYPE_TITLES: Final = TYPE_NAMES
BLOCK_TITLES: Final[Mapping[BlockKind, str]] = {
    BlockKind.NUMBER: N_("Number"),
    BlockKind.MANDATES: N_("Mandates"),
    BlockKind.REFERENCE: N_("Reference"),
    BlockKind.DATE: N_("Date line"),
    BlockKind.ADDRESSEE: N_("Addressee"),
    BlockKind.FORWARD: N_("To be forwarded to"),
    BlockKind.SUBJECT: N_("Subject line"),
    BlockKind.SALUTATION: N_("Salutation"),
    BlockKind.OPENING: N_("Opening"),
    BlockKind.EARLIER: N_("Earlier letter"),
    BlockKind.SUBJECT_SENTENCE: N_("What it concerns"),
    BlockKind.PATTERN: N_("Wider pattern"),
    BlockKind.VOCATIVE: N_("Address in mid-letter"),
    BlockKind.TESTIMONY: N_("Testimony and demand"),
    BlockKind.LEAD_IN: N_("Lead-in to the facts"),
    BlockKind.FACTS: N_("Information received"),
    BlockKind.CONCERN: N_("Concern"),
    BlockKind.LAW: N_("Legal references"),
    BlockKind.ANNEX_POINTER: N_("Pointer to the annex"),
    BlockKind.REQUEST: N_("Request"),
    BlockKind.QUESTIONS: N_("Questions"),
    BlockKind.DEMANDS: N_("Demands"),
    BlockKind.DEADLINE: N_("Time for a reply"),
    BlockKind.INTERIM: N_("Interim measures"),
    BlockKind.PUBLICATION: N_("Publication"),
    BlockKind.COURTESY: N_("Courtesy formula"),
    BlockKind.VALEDICTION: N_("Closing"),
    BlockKind.SIGNATURES: N_("Signatures"),
    BlockKind.DISCLAIMER: N_("Disclaimer"),
    BlockKind.ADDRESS: N_("Postal address"),
    BlockKind.COPIES: N_("Copies"),
    BlockKind.ENCLOSURES: N_("Enclosures"),
    BlockKind.ANNEX_TITLE: N_("Title of the annex"),
    BlockKind.ANNEX: N_("Annex"),
    BlockKind.TEXT: N_("Own text"),
}
_HEADED: Final = N_("{part}: {heading}")
_NUMBERED: Final = N_("{part} ({number})")


def block_title(blocks: Sequence[Block], block: Block) -> Sentence:
    """Give the title of a block among others: with its heading, or a number where there are several."""
    part = Sentence(BLOCK_TITLES[block.kind])
    if block.heading:
        return Sentence(_HEADED, {"part": part, "heading": block.heading})
    same = [each.key for each in blocks if each.kind is block.kind and not each.heading]
    if len(same) > 1 and block.key in same:
        return Sentence(_NUMBERED, {"part": part, "number": same.index(block.key) + 1})
    return part
