"""The paragraph styles of letters: which block takes which, and how each looks at first.

The DOCX carries the look: whoever changes a style in Word restyles the letter.
Names that Word has built in are used where they exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.letters import BlockKind
from app.domain.prose import ListStyle


@dataclass(frozen=True, kw_only=True)
class StyleLook:
    """One paragraph style: Word's name, spacing in points, indent in points."""

    name: str
    before: float = 0
    after: float = 8
    indent: float = 0
    align: str = "left"
    bold: bool = False
    italic: bool = False
    size: float = 0
    keep_next: bool = False
    page_break: bool = False

    @property
    def built_in(self) -> bool:
        """Whether Word has a style of this name of its own."""
        return self.name in _BUILT_IN


_BUILT_IN: Final = frozenset({
    "Body Text", "Body Text Indent", "Quote", "List Paragraph", "footnote text", "heading 1",
    "heading 2", "heading 3", "Date", "Salutation", "Closing", "Signature",
})  # fmt: skip
BODY: Final = "BodyText"
NOTE: Final = "FootnoteText"
NOTE_MARK: Final = "FootnoteReference"
QUOTE: Final = "Quote"
INDENTED: Final = "BodyTextIndent"
LIST_PARAGRAPH: Final = "ListParagraph"

STYLES: Final[Mapping[str, StyleLook]] = {
    BODY: StyleLook(name="Body Text", align="both", after=10),
    INDENTED: StyleLook(name="Body Text Indent", align="both", after=10, indent=28),
    QUOTE: StyleLook(name="Quote", align="both", after=10, indent=28, italic=True),
    LIST_PARAGRAPH: StyleLook(name="List Paragraph", align="both", after=8),
    NOTE: StyleLook(name="footnote text", after=2, size=9),
    "Heading1": StyleLook(name="heading 1", before=12, after=6, bold=True, keep_next=True),
    "Heading2": StyleLook(name="heading 2", before=10, after=6, bold=True, keep_next=True),
    "Heading3": StyleLook(
        name="heading 3", before=8, after=4, bold=True, italic=True, keep_next=True
    ),
    "RegisterNumber": StyleLook(name="Register Number", after=4),
    "Mandates": StyleLook(name="Mandates", before=6, after=16, bold=True),
    "Reference": StyleLook(name="Reference", after=10),
    "Date": StyleLook(name="Date", after=18),
    "Addressee": StyleLook(name="Addressee", after=18),
    "SubjectLine": StyleLook(name="Subject Line", after=14, bold=True, keep_next=True),
    "Salutation": StyleLook(name="Salutation", after=10, keep_next=True),
    "LeadIn": StyleLook(name="Lead In", after=10, align="both", keep_next=True),
    "Closing": StyleLook(name="Closing", before=6, after=0, keep_next=True),
    "Signature": StyleLook(name="Signature", before=36, after=4),
    "SignatureHeading": StyleLook(name="Signature Heading", before=18, after=0, keep_next=True),
    "Disclaimer": StyleLook(name="Disclaimer", before=14, size=9),
    "FootAddress": StyleLook(name="Foot Address", before=18),
    "Copies": StyleLook(name="Copies", before=12, size=10),
    "AnnexTitle": StyleLook(
        name="Annex Title", after=4, align="center", bold=True, size=14, keep_next=True,
        page_break=True,
    ),
    "AnnexSubtitle": StyleLook(
        name="Annex Subtitle", after=14, align="center", bold=True, keep_next=True
    ),
}  # fmt: skip

_K = BlockKind
STYLE_OF: Final[Mapping[BlockKind, str]] = {
    _K.NUMBER: "RegisterNumber",
    _K.MANDATES: "Mandates",
    _K.REFERENCE: "Reference",
    _K.DATE: "Date",
    _K.ADDRESSEE: "Addressee",
    _K.FORWARD: "Addressee",
    _K.SUBJECT: "SubjectLine",
    _K.SALUTATION: "Salutation",
    _K.VOCATIVE: "Salutation",
    _K.LEAD_IN: "LeadIn",
    _K.REQUEST: "LeadIn",
    _K.VALEDICTION: "Closing",
    _K.SIGNATURES: "Signature",
    _K.DISCLAIMER: "Disclaimer",
    _K.ADDRESS: "FootAddress",
    _K.COPIES: "Copies",
    _K.ENCLOSURES: "Copies",
}
HEADINGS: Final = ("Heading1", "Heading2", "Heading3")
ANNEX_HEADINGS: Final = ("AnnexTitle", "AnnexSubtitle", "Heading1")

# The numbering definitions of a look, by the style of a list; each list of a
# letter is an instance of its own, so that it counts from its own start.
ABSTRACT_NUMBERS: Final[Mapping[ListStyle, int]] = {
    ListStyle.POINT: 91,
    ListStyle.BRACKET: 92,
    ListStyle.BULLET: 93,
    ListStyle.DASH: 94,
    ListStyle.WORDS: 95,
}
FIRST_NUMBER: Final = 1000
FIRST_NOTE: Final = 100
