"""Edits by choosing: kind and language, recipients, case and facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.cases import Case, Fact
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import Block, EarlierLetter, Letter, LetterType
from app.domain.people import Recipient, Sender, State
from app.flow.blocks import settled
from app.flow.editing import Edit, Verb
from app.flow.filling import fill
from app.flow.places import with_value


def new_letter(
    letter_type: LetterType, language: str, *, sender: Sender | None = None, place: str = "", series: str = ""
) -> Letter:
    """Begin a letter with the blocks that its type proposes. Raises ``NotALanguage``."""
    return settled(
        Letter(type=letter_type, language=language, sender=sender or Sender(), place=place, series=series)
    )


def choose_type(letter_type: LetterType) -> Edit:
    """Make it a letter of another type.

    Its parts become those of the new type; parts that both have, that were
    written or added by hand, and those left out, stay so.
    """

    def change(letter: Letter) -> Letter:
        old = settled(letter)
        blocks = _blocks_for(old, letter_type)
        return replace(old, type=letter_type, template="", blocks=blocks or old.blocks)

    return Edit(Verb.CHANGE, "type", change)


def _blocks_for(letter: Letter, letter_type: LetterType) -> tuple[Block, ...]:
    before, after = LETTER_RULES[letter.type].blocks, LETTER_RULES[letter_type].blocks
    present = {block.kind for block in letter.blocks}
    new: list[Block] = []
    for kind in after:
        new += [block for block in letter.blocks if block.kind is kind]
        if kind not in present and kind not in before and kind not in {b.kind for b in letter.aside}:
            new.append(Block(kind=kind))
    for index, block in enumerate(letter.blocks):
        if block.kind not in after and (block.kind not in before or _is_touched(block)):
            new.insert(_place_behind(letter.blocks[:index], new), block)
    return tuple(new)


def _is_touched(block: Block) -> bool:
    return block != Block(kind=block.kind, key=block.key)


def _place_behind(before: Iterable[Block], blocks: list[Block]) -> int:
    keys = {block.key for block in before}
    return max((index + 1 for index, block in enumerate(blocks) if block.key in keys), default=0)


def choose_language(language: str) -> Edit:
    """Write the letter in another language; what was written stays.

    Where there is a version in that language, the two change places.
    """

    def change(letter: Letter) -> Letter:
        if language == letter.language:
            return letter
        others = tuple(version for version in letter.versions if version.language != language)
        authentic = letter.authentic_language
        if len(others) == len(letter.versions):
            counts = language if authentic == letter.language else authentic
            return replace(letter, language=language, authentic_language=counts)
        (version,) = (each for each in letter.versions if each.language == language)
        former = replace(letter, versions=(), authentic_language="")
        return replace(version, versions=(former, *others), authentic_language=authentic)

    return Edit(Verb.CHANGE, "language", change)


def address_to(*recipients: Recipient) -> Edit:
    """Say who the letter goes to, in this order."""
    return fill("recipients", recipients)


def follow(earlier: EarlierLetter) -> Edit:
    """Say which earlier letter this one follows."""
    return fill("earlier", earlier)


def choose_case(case: Case, state: State | None = None) -> Edit:
    """Choose the case, and the State that it is about if that is known.

    All facts of a new case that are not confidential are ticked; of the case
    that the letter had already, those that were.
    """

    def change(letter: Letter) -> Letter:
        facts = [fact for fact in case.facts if not fact.confidential]
        if case.title == letter.case.title and letter.case != Case():
            facts = [fact for fact in facts if fact in letter.case.facts]
        chosen = replace(letter, case=replace(case, facts=tuple(facts)))
        return chosen if state is None else replace(chosen, state=state)

    return Edit(Verb.CHANGE, "case", change)


@dataclass(frozen=True)
class FactChoice:
    """A fact that is known of a case, and whether the letter says it; a confidential one it never may."""

    fact: Fact
    is_ticked: bool
    may_tick: bool


def fact_choices(known: Iterable[Fact], letter: Letter) -> tuple[FactChoice, ...]:
    """Give the known facts of a case, and those that only the letter has, as they can be ticked."""
    facts = (*dict.fromkeys((*known, *letter.case.facts)),)
    return tuple(FactChoice(fact, fact in letter.case.facts, not fact.confidential) for fact in facts)


def tick(fact: Fact) -> Edit:
    """Let the letter say a fact; a confidential one it never says."""

    def change(letter: Letter) -> Letter:
        if fact.confidential or fact in letter.case.facts:
            return letter
        return with_value(letter, "case.facts", (*letter.case.facts, fact))

    return Edit(Verb.CHANGE, "case.facts", change)


def untick(fact: Fact) -> Edit:
    """Let the letter say a fact no more."""

    def change(letter: Letter) -> Letter:
        left = tuple(each for each in letter.case.facts if each != fact)
        return with_value(letter, "case.facts", left)

    return Edit(Verb.CHANGE, "case.facts", change)
