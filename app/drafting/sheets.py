"""The parts of a printed sheet as WordprocessingML: paragraphs, ruled tables, page numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import nsdecls

from app.drafting.escaping import escape

_NS: Final = nsdecls("w")
_ROW_TWIPS: Final = 454  # eight millimetres: room for the pen
_RULE: Final = "8A929C"
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS: Final = (("top", 34), ("left", 57), ("bottom", 34), ("right", 57))
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_DIRECTIONS: Final = {"L": False, "R": True, "AL": True}


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a paragraph looks: size in points, distances in twips, ``page`` begins a new one."""

    size: float = 8
    bold: bool = False
    crossed: bool = False
    mono: bool = False
    before: int = 0
    after: int = 0
    keep: bool = False
    page: bool = False


PLAIN: Final = Look()


@dataclass(frozen=True)
class Row:
    """A row of a table: a text and a look for each cell; ``repeated`` stands on every page."""

    texts: Sequence[str]
    looks: Sequence[Look]
    fill: str = ""
    repeated: bool = False


@dataclass(frozen=True)
class SheetWriter:
    """Writes the parts of a sheet whose own language runs one way; each text runs its own way."""

    right_to_left: bool

    def paragraph(self, text: str, look: Look = PLAIN) -> str:
        """Write a paragraph that runs as its first letter does."""
        rtl = runs_right_to_left(text, otherwise=self.right_to_left)
        return f"<w:p {_NS}>{_paragraph_look(look, rtl=rtl)}{run(text, look, rtl=rtl)}</w:p>"

    def in_two(self, first: str, last: str, width: int) -> str:
        """Write a line with runs at its beginning and runs at its end."""
        bidi = "<w:bidi/>" if self.right_to_left else ""
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
        return f"<w:p {_NS}><w:pPr>{tabs}{bidi}</w:pPr>{first}<w:r><w:tab/></w:r>{last}</w:p>"

    def table(self, rows: Sequence[Row], widths: Sequence[int]) -> str:
        """Write a ruled table; a row never breaks over two pages."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        inner = "".join(self._row(row, widths) for row in rows)
        return f"<w:tbl {_NS}>{self._table_look(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"

    def _table_look(self, width: int) -> str:
        rules = "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>' for edge in _EDGES
        )
        margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in _MARGINS)
        visual = "<w:bidiVisual/>" if self.right_to_left else ""
        return (
            f'<w:tblPr>{visual}<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        )

    def _row(self, row: Row, widths: Sequence[int]) -> str:
        repeated = "<w:tblHeader/>" if row.repeated else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{row.fill}"/>' if row.fill else ""
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
            f"{self._lines(text, look)}</w:tc>"
            for text, look, width in zip(row.texts, row.looks, widths, strict=True)
        )
        height = f'<w:trHeight w:val="{_ROW_TWIPS}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{inner}</w:tr>"

    def _lines(self, text: str, look: Look) -> str:
        return "".join(self.paragraph(line, look) for line in text.split("\n"))


def runs_right_to_left(text: str, *, otherwise: bool) -> bool:
    """Say which way a text runs: as its first letter does."""
    known = (_DIRECTIONS.get(unicodedata.bidirectional(character)) for character in text)
    return next((direction for direction in known if direction is not None), otherwise)


def _paragraph_look(look: Look, *, rtl: bool) -> str:
    keep = "<w:keepNext/>" if look.keep else ""
    page = "<w:pageBreakBefore/>" if look.page else ""
    bidi = "<w:bidi/>" if rtl else ""
    return f'<w:pPr>{keep}{page}{bidi}<w:spacing w:before="{look.before}" w:after="{look.after}"/></w:pPr>'


def run(text: str, look: Look = PLAIN, *, rtl: bool = False) -> str:
    """Write a run of text; what XML cannot hold is left out."""
    fonts = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' if look.mono else ""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    crossed = "<w:strike/>" if look.crossed else ""
    size = f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'
    direction = "<w:rtl/>" if rtl else ""
    held = escape(_FORBIDDEN.sub("", text))
    looks = f"{fonts}{bold}{crossed}{size}{direction}"
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{held}</w:t></w:r>'


def page_number(field: str, look: Look = PLAIN) -> str:
    """Write a field that Word fills: ``PAGE`` or ``NUMPAGES``."""
    size = f'<w:rPr><w:sz w:val="{round(look.size * 2)}"/></w:rPr>'
    return f'<w:fldSimple w:instr=" {field} "><w:r>{size}<w:t>1</w:t></w:r></w:fldSimple>'
