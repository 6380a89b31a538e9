"""Makes the DOCX of a letter in words, and says what its template still wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from app.domain.composed import ComposedLetter, Gap, PrintedBlock
from app.domain.letters import BlockKind
from app.domain.open_places import BEGIN, Called, notation_in_words, prose_in_words
from app.drafting.context import Printing, context_of, letter_view, title_of
from app.drafting.escaping import quoteattr
from app.drafting.letterheads import letterhead_of
from app.drafting.library import LetterTemplate
from app.drafting.views import AsIs, Gaps
from app.drafting.wordml import BlockWriter, Marks
from app.i18n.formats import document_language

TEMPLATE_BLOCK: Final = "template"
_STAY_WITH_NEXT: Final = frozenset({BlockKind.VALEDICTION, BlockKind.COURTESY})


@dataclass(frozen=True)
class BlockPlace(AsIs):
    """One block as a DOCX template sees it."""

    kind: str
    key: str
    text: str
    body: Markup


@dataclass(frozen=True)
class Document:
    """A finished DOCX with the letter in words that it prints."""

    composed: ComposedLetter
    content: bytes


def make_document(composed: ComposedLetter, template: LetterTemplate, printing: Printing) -> Document:
    """Fill the template with a letter in words.

    Places of the DOCX that stayed empty are added to the gaps. Raises
    ``FillProblem`` for what the template asks in vain or a character that no
    document can hold.
    """
    gaps, marks = Gaps(called=printing.called), Marks()
    context = _document_context(_said(composed, printing), printing, gaps, BlockWriter(marks))
    picture = letterhead_of(composed.letter)
    content = template.document.fill(context, insertions=marks.insertions(), embedded=picture)
    return Document(_with_gaps(composed, gaps), content)


def filled_parts(
    composed: ComposedLetter, template: LetterTemplate, printing: Printing
) -> tuple[ComposedLetter, dict[str, bytes]]:
    """Fill the template for the eye only: its parts unpacked, each paragraph named after its block.

    Raises ``FillProblem``.
    """
    gaps, marks = Gaps(called=printing.called), Marks()
    context = _document_context(_said(composed, printing), printing, gaps, _NamingWriter(marks))
    picture = letterhead_of(composed.letter)
    filled = template.document.fill_parts(context, insertions=marks.insertions(), embedded=picture)
    return _with_gaps(composed, gaps), filled


class _NamingWriter(BlockWriter):
    """Writes blocks whose paragraphs say where they come from."""

    def xml(self, block: PrintedBlock, *, keep_next: bool = False) -> str:
        named = f"<w:p block={quoteattr(block.key)}>"
        return super().xml(block, keep_next=keep_next).replace("<w:p>", named)


def _said(composed: ComposedLetter, printing: Printing) -> ComposedLetter:
    """Say the open places in words, if there are words for them."""
    called = printing.called
    if called is None or not any(BEGIN in block.text for block in composed.blocks):
        return composed
    return replace(composed, blocks=tuple(_block_said(block, called) for block in composed.blocks))


def _block_said(block: PrintedBlock, called: Called) -> PrintedBlock:
    return replace(
        block,
        text=notation_in_words(block.text, called),
        prose=prose_in_words(block.prose, called),
        groups=tuple((columns, prose_in_words(prose, called)) for columns, prose in block.groups),
    )


def _with_gaps(composed: ComposedLetter, gaps: Gaps) -> ComposedLetter:
    """Add the places of the DOCX that stayed empty."""
    found = tuple(Gap(TEMPLATE_BLOCK, BlockKind.TEXT, place) for place in gaps.taken())
    return replace(composed, gaps=composed.gaps + found)


def _document_context(
    composed: ComposedLetter, printing: Printing, gaps: Gaps, writer: BlockWriter
) -> dict[str, object]:
    letter = composed.letter
    context = context_of(letter, printing, gaps)
    blocks = _block_places(composed.blocks, writer)
    return {
        **context,
        "letter": letter_view(letter, printing, gaps, {"blocks": blocks}),
        "block": _by_kind(blocks),
        "document": {
            "title": title_of(letter, printing.number),
            "subject": letter.subject or letter.case.subject,
            "author": letter.sender.organisation,
            "number": printing.number,
            "language": document_language(letter.language),
        },
    }


def _block_places(blocks: tuple[PrintedBlock, ...], writer: BlockWriter) -> list[BlockPlace]:
    following = [*blocks[1:], None]
    return [
        BlockPlace(
            block.kind.value,
            block.key,
            block.text,
            Markup(  # noqa: S704  - the writer escapes every character of the text
                writer.xml(block, keep_next=_stays(block, following[index]))
            ),
        )
        for index, block in enumerate(blocks)
    ]


def _stays(block: PrintedBlock, after: PrintedBlock | None) -> bool:
    signs_next = after is not None and after.kind is BlockKind.SIGNATURES
    return signs_next and block.kind in _STAY_WITH_NEXT


def _by_kind(blocks: list[BlockPlace]) -> Mapping[str, BlockPlace]:
    return {place.kind: place for place in reversed(blocks)}
