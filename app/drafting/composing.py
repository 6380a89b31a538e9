"""Puts a letter into words: each block from its wording and the data, or by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.domain.composed import NO_WORDING, ComposedLetter, Gap, PrintedBlock
from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import Block, BlockKind, Letter, LetterType
from app.domain.notation import Notation, read_notation
from app.domain.open_places import BEGIN, places_in
from app.domain.people import SignatoryGroup
from app.domain.prose import Prose
from app.drafting.context import Printing, context_of
from app.drafting.views import Gaps, View, shown
from app.drafting.wording import Wording

_MANDATED: Final = frozenset({LetterType.UN_ALLEGATION, LetterType.UN_URGENT_APPEAL, LetterType.UN_OTHER})


def compose(letter: Letter, wording: Wording, printing: Printing) -> ComposedLetter:
    """Put a letter into words and note what is open.

    Raises ``WordingProblem`` where the wording itself is broken.
    """
    whole = letter.with_blocks(LETTER_RULES[letter.type].blocks)
    work = _Composing(whole, wording, printing)
    blocks = tuple(work.printed(block) for block in whole.blocks)
    return ComposedLetter(letter=whole, number=printing.number, blocks=blocks, gaps=tuple(work.open))


class _Composing:
    """One letter on its way into words."""

    def __init__(self, letter: Letter, wording: Wording, printing: Printing) -> None:
        self.letter, self.wording = letter, wording
        self.gaps = Gaps()
        self.values = context_of(letter, printing, self.gaps)
        self.open: list[Gap] = []

    def printed(self, block: Block) -> PrintedBlock:
        self.values["law"] = _Law(self, block.cites)
        groups = self._groups(block)
        generated = "\n\n".join(text for _columns, text in groups)
        places = self.gaps.taken()
        if block.is_written:
            self._note_left_open(block)
        else:
            self._note(block, generated, places)
        text = _headed(block.heading, block.text if block.is_written else generated)
        return PrintedBlock(
            key=block.key,
            kind=block.kind,
            language=block.language or self._language_of(block.kind),
            text=text,
            generated=generated,
            prose=read_notation(text),
            written=block.is_written,
            outdated=block.is_outdated(generated),
            indented=block.indented,
            groups=() if block.is_written else _side_by_side(groups, block.heading),
        )

    def _language_of(self, kind: BlockKind) -> str:
        addressed = self.letter.recipients[:1] if kind is BlockKind.ADDRESS else ()
        return next((one.address_language for one in addressed), "") or self.letter.language

    def _note(self, block: Block, generated: str, places: Sequence[str]) -> None:
        if not self.wording.has(block.kind):
            places = [NO_WORDING]
        elif not generated.strip():
            places = places or [""]
        self.open.extend(Gap(block.key, block.kind, place) for place in places)

    def _note_left_open(self, block: Block) -> None:
        """Note the marks of open places that stayed in a text when it was written over."""
        if BEGIN in block.text:
            places = places_in(block.text)
            self.open.extend(Gap(block.key, block.kind, place, written=True) for place in places)

    def _groups(self, block: Block) -> list[tuple[int, str]]:
        if not self.wording.has(block.kind):
            return []
        if block.kind is not BlockKind.SIGNATURES:
            return [(1, self._text(block.kind, self.values))]
        return [self._group(group) for group in self.letter.signatories]

    def _group(self, group: SignatoryGroup) -> tuple[int, str]:
        values = {
            **self.values,
            "group": View(group, "signatories", self.gaps),
            "people": shown(group.people, "signatory", self.gaps),
        }
        return group.columns, self._text(BlockKind.SIGNATURES, values)

    def _text(self, kind: BlockKind, values: Mapping[str, object]) -> str:
        return self.wording.text_of(kind, values, several=self._several)

    @property
    def _several(self) -> bool:
        writers = self.letter.mandates if self.letter.type in _MANDATED else self.letter.people
        return len(writers) > 1


class _Law:
    """The paragraphs of the letter's legal references, one for each."""

    def __init__(self, work: _Composing, cites: Sequence[str]) -> None:
        self._work, self._cites = work, cites

    def __iter__(self) -> Iterator[Notation]:
        citations = [one for one in self._work.letter.citations if not self._cites or one.key in self._cites]
        for index, citation in enumerate(citations):
            yield self._work.wording.law_text(
                citation.kind,
                {
                    **{role: self._work.values[role] for role in ("letter", "state", "recipient")},
                    "it": View(citation, f"citations.{citation.kind}", self._work.gaps),
                    "first": index == 0,
                    "last": index == len(citations) - 1 and index > 0,
                },
            )


def _headed(heading: str, text: str) -> str:
    return f"## {heading}\n\n{text}" if heading else text


def _side_by_side(groups: Sequence[tuple[int, str]], heading: str) -> tuple[tuple[int, Prose], ...]:
    if all(columns == 1 for columns, _text in groups):
        return ()
    headed = [(1, _headed(heading, "")), *groups] if heading else groups
    return tuple((columns, read_notation(text)) for columns, text in headed)
