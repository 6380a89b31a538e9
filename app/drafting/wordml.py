"""Writes printed blocks as WordprocessingML: paragraphs, lists, footnotes, columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from app.domain.composed import PrintedBlock
from app.domain.languages import is_right_to_left
from app.domain.letters import BlockKind
from app.domain.prose import (
    Heading,
    Inline,
    LineBreak,
    Listing,
    Note,
    Paragraph,
    Prose,
    Quotation,
    Run,
)
from app.drafting import styles
from app.drafting.escaping import escape
from app.i18n.formats import document_language

_DEEPEST_LEVEL: Final = 1
_KEPT_TOGETHER: Final = 8  # more signatories than fit on a page with the text before them
_TOGETHER: Final = frozenset({BlockKind.VALEDICTION, BlockKind.ANNEX_TITLE})
_EAST_ASIAN: Final = frozenset({"zh", "ja", "ko"})
_TEXT_WIDTH_TWIPS: Final = 9070
# The first column stands flush with the text above it.
_TABLE_EDGES: Final = (
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True)
class _Place:
    """Where a paragraph stands: style, list number, level, and what it must stay with."""

    style: str
    number: int = 0
    level: int = 0
    inside_item: bool = False
    keep_next: bool = False
    headings: tuple[str, ...] = styles.HEADINGS


@dataclass
class Marks:
    """What the blocks of one letter add to the numbering and footnote parts."""

    numbers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add_list(self, listing: Listing, level: int) -> int:
        """Add an instance of a list that counts from its own start; give its id."""
        number = styles.FIRST_NUMBER + len(self.numbers)
        abstract = styles.ABSTRACT_NUMBERS[listing.style]
        self.numbers.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{listing.start}"/>'
            "</w:lvlOverride></w:num>"
        )
        return number

    def insertions(self) -> dict[str, str]:
        """Give what is inserted into which part of the package."""
        parts = {
            "word/numbering.xml": "".join(self.numbers),
            "word/footnotes.xml": "".join(self.notes),
        }
        return {part: xml for part, xml in parts.items() if xml}


class BlockWriter:
    """Writes the blocks of one letter; lists and footnotes are counted in ``marks``."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def xml(self, block: PrintedBlock, *, keep_next: bool = False) -> str:
        """Write one block. ``keep_next`` holds it on the page of the block after it."""
        writer = _Writer(self.marks, block.language)
        if block.groups:
            return "".join(writer.columns(columns, prose) for columns, prose in block.groups)
        return writer.prose(block.prose, _place_of(block, keep_next))


def _place_of(block: PrintedBlock, keep_next: bool) -> _Place:
    style = styles.STYLE_OF.get(block.kind, styles.INDENTED if block.indented else styles.BODY)
    annex = block.kind is BlockKind.ANNEX_TITLE
    headings = styles.ANNEX_HEADINGS if annex else styles.HEADINGS
    return _Place(style, keep_next=keep_next or block.kind in _TOGETHER, headings=headings)


class _Writer:
    """Writes prose in one language."""

    def __init__(self, marks: Marks, language: str) -> None:
        self.marks = marks
        self.right_to_left = is_right_to_left(language)
        self.run_end = _language_mark(language)

    def prose(self, prose: Prose, place: _Place) -> str:
        """Write parts one after the other; parts of a signature block stay together."""
        last = len(prose) - 1
        together = place.style == "Signature" and last < _KEPT_TOGETHER
        return "".join(
            self._part(part, replace(place, keep_next=place.keep_next or (together and n < last)))
            for n, part in enumerate(prose)
        )

    def _part(self, part: object, place: _Place) -> str:
        match part:
            case Paragraph(inlines, indented):
                style = styles.INDENTED if indented and not place.number else place.style
                return self._paragraph(inlines, replace(place, style=style))
            case Heading(inlines, level):
                return self._paragraph(
                    inlines, replace(place, style=place.headings[level - 1], keep_next=True)
                )
            case Quotation(parts):
                style = place.style if place.number else styles.QUOTE
                return self.prose(parts, replace(place, style=style))
            case Listing():
                return self._listing(part, place)
            case _:
                return ""

    def _listing(self, listing: Listing, place: _Place) -> str:
        level = min(place.level + 1, _DEEPEST_LEVEL) if place.number else 0
        number = self.marks.add_list(listing, level)
        inside = replace(place, style=styles.LIST_PARAGRAPH, number=number, level=level)
        return "".join(self._item(item, inside) for item in listing.items)

    def _item(self, parts: Prose, place: _Place) -> str:
        first = self._part(parts[0] if parts else Paragraph(()), replace(place, inside_item=False))
        return first + self.prose(parts[1:], replace(place, inside_item=True))

    def _paragraph(self, inlines: Sequence[Inline], place: _Place) -> str:
        return (
            f"<w:p><w:pPr>{self._properties(place)}</w:pPr>"
            f"{''.join(self._inline(inline) for inline in inlines)}</w:p>"
        )

    def _properties(self, place: _Place) -> str:
        """Give the properties in the order that the schema wants."""
        keep = "<w:keepNext/><w:keepLines/>" if place.keep_next else ""
        if place.style == "Signature" and not keep:
            keep = "<w:keepLines/>"
        direction = "<w:bidi/>" if self.right_to_left else ""
        return f'<w:pStyle w:val="{place.style}"/>{keep}{_numbering(place)}{direction}{_item_indent(place)}'

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Run(text, bold, italic):
                return self._run(text, bold, italic)
            case LineBreak():
                return "<w:r><w:br/></w:r>"
            case Note(paragraphs):
                return self._note(paragraphs)

    def _run(self, text: str, bold: bool, italic: bool) -> str:
        look = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
        return f'<w:r><w:rPr>{look}{self.run_end}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def _note(self, paragraphs: Iterable[Paragraph]) -> str:
        number = styles.FIRST_NOTE + len(self.marks.notes)
        self.marks.notes.append("")
        mark = f'<w:r><w:rPr><w:rStyle w:val="{styles.NOTE_MARK}"/></w:rPr>'
        body = self.prose(tuple(paragraphs), _Place(styles.NOTE))
        begin, end = body.split("</w:pPr>", 1) if body else ("<w:p><w:pPr>", "</w:p>")
        self.marks.notes[number - styles.FIRST_NOTE] = (
            f'<w:footnote w:id="{number}">{begin}</w:pPr>{mark}<w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{end}</w:footnote>'
        )
        return f'{mark}<w:footnoteReference w:id="{number}"/></w:r>'

    def columns(self, columns: int, prose: Prose) -> str:
        """Write paragraphs in columns: a table without lines whose rows never break."""
        if columns == 1:
            return self.prose(prose, _Place("Signature"))
        head = [part for part in prose[:1] if _is_group_heading(part)]
        cells = [self._cell(part, columns) for part in prose[len(head) :]]
        rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
        heading = self.prose(tuple(head), _Place("SignatureHeading", keep_next=True))
        return heading + self._table(rows, columns)

    def _table(self, rows: Sequence[Sequence[str]], columns: int) -> str:
        width = _TEXT_WIDTH_TWIPS // columns
        direction = "<w:bidiVisual/>" if self.right_to_left else ""
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        empty = self._cell(Paragraph(()), columns)
        lines = "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(row)}{empty * (columns - len(row))}</w:tr>"
            for row in rows
        )
        return (
            f'<w:tbl><w:tblPr>{direction}<w:tblW w:w="{width * columns}" w:type="dxa"/>'
            f"{_TABLE_EDGES}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
            f"{self._paragraph((), _Place(styles.BODY))}"
        )

    def _cell(self, part: object, columns: int) -> str:
        width = _TEXT_WIDTH_TWIPS // columns
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._part(part, _Place('Signature'))}</w:tc>"
        )


def _is_group_heading(part: object) -> bool:
    return isinstance(part, Paragraph) and all(
        isinstance(inline, Run) and inline.bold for inline in part.inlines
    )


def _language_mark(language: str) -> str:
    tag = document_language(language)
    if is_right_to_left(language):
        return f'<w:rtl/><w:lang w:bidi="{tag}"/>'
    if language.split("-")[0] in _EAST_ASIAN:
        return f'<w:lang w:eastAsia="{tag}"/>'
    return f'<w:lang w:val="{tag}"/>'


def _numbering(place: _Place) -> str:
    if not place.number or place.inside_item:
        return ""
    return f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{place.number}"/></w:numPr>'


def _item_indent(place: _Place) -> str:
    if not (place.number and place.inside_item):
        return ""
    return f'<w:ind w:left="{(place.level + 1) * 425}"/>'
