"""A letter as it looks on paper: sheets, paragraphs, tables and notes with every style resolved.

Lengths are in twentieths of a point, as word processors write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

POINT: Final = 20
NO_BLOCK: Final = ""


class Align(StrEnum):
    """How the lines of a paragraph stand, in the direction that its text is read."""

    START = "start"
    CENTRE = "centre"
    END = "end"
    BOTH = "both"


class Counted(StrEnum):
    """What a page counts of itself."""

    PAGE = "page"
    PAGES = "pages"


class Line(StrEnum):
    """How the height of a line is meant: a share of the font's own, at least so much, or exactly."""

    SHARE = "auto"
    AT_LEAST = "atLeast"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Typeface:
    """How characters look; ``families`` are tried one after the other. Without a colour they are in ink."""

    families: tuple[str, ...] = ()
    size: int = 12 * POINT
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    capitals: bool = False
    small_capitals: bool = False
    raised: int = 0
    spacing: int = 0
    colour: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at its size on paper, or a blank of that size where nobody can read it."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look; ``open`` marks a place that nothing fills yet.

    ``note`` is the place of a footnote among those of the letter, counted from 1.
    """

    text: str
    face: Typeface
    open: bool = False
    note: int = 0
    counted: Counted | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A line beside a paragraph or round a cell."""

    width: int
    colour: str = ""
    space: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines on the four sides."""

    top: Rule | None = None
    bottom: Rule | None = None
    start: Rule | None = None
    end: Rule | None = None


NO_RULES: Final = Rules()


@dataclass(frozen=True, slots=True)
class Stop:
    """A tab stop, from the margin where the text begins."""

    place: int
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set."""

    style: str = ""
    align: Align = Align.START
    before: int = 0
    after: int = 0
    line: int = 240
    line_is: Line = Line.SHARE
    start: int = 0
    end: int = 0
    first: int = 0
    right_to_left: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    breaks_page: bool = False
    widow_control: bool = True
    close_to_alike: bool = False
    rules: Rules = NO_RULES
    ground: str = ""
    stops: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item of a list; ``tabbed`` sets the text at the next stop."""

    text: str
    face: Typeface
    tabbed: bool = True


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """One paragraph, and the block of the letter that it belongs to."""

    setting: Setting
    pieces: tuple[Piece, ...]
    block: str = NO_BLOCK
    marker: Marker | None = None

    @property
    def text(self) -> str:
        """The characters, with the mark of a list before them."""
        words = "".join(piece.text for piece in self.pieces)
        return f"{self.marker.text} {words}" if self.marker else words


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; ``joined`` continues the cell above it."""

    width: int
    parts: tuple[Part, ...]
    rules: Rules = NO_RULES
    ground: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    height: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``inset`` is the room between the edges of a cell and its text: top, end, bottom, start."""

    rows: tuple[Row, ...]
    indent: int = 0
    inset: tuple[int, int, int, int] = (0, 108, 0, 108)
    align: Align = Align.START
    right_to_left: bool = False


Part = SetParagraph | Table
Flow = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper and its margins; ``header`` and ``footer`` are the distances of these from the edge."""

    width: int = 11906
    height: int = 16838
    top: int = 1440
    right: int = 1440
    bottom: int = 1440
    left: int = 1440
    header: int = 708
    footer: int = 708

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return max(self.width - self.left - self.right, POINT)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the head or foot of pages: of the first one, of even ones, of all others."""

    usual: Flow = ()
    first: Flow | None = None
    even: Flow | None = None

    def on(self, page: int, *, first: bool) -> Flow:
        """Give what stands on a page, by its number and whether it is the section's first."""
        if first and self.first is not None:
            return self.first
        return self.even if page % 2 == 0 and self.even is not None else self.usual


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages on one kind of sheet; ``first_number`` 0 counts on."""

    sheet: Sheet
    flow: Flow
    header: Furniture = Furniture()
    footer: Furniture = Furniture()
    first_number: int = 0


@dataclass(frozen=True, slots=True)
class SetLetter:
    """A letter set for paper: its sections, its footnotes in order, and how space adds up.

    ``adds_spacing`` says that the space after one paragraph and before the next are added, where
    otherwise the larger one counts. ``default_stop`` is the distance of tab stops that nobody has set.
    """

    sections: tuple[Section, ...]
    notes: tuple[Flow, ...] = ()
    adds_spacing: bool = False
    default_stop: int = 720
    language: str = field(default="")


def paragraphs(flow: Flow) -> Iterator[SetParagraph]:
    """Give every paragraph, those in tables too, in the order they are read."""
    for part in flow:
        if isinstance(part, SetParagraph):
            yield part
        else:
            for row in part.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.parts)
