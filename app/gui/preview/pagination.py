"""Fills pages with set lines: headers, footers, notes at the foot, and what must stay together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF

from app.domain.pages import Counted, Flow, Part, Piece, Section, SetLetter, SetParagraph, Sheet, Table
from app.gui.preview.leaves import INK, Band, GroundLeaf, Stack
from app.gui.preview.spacing import gap_between
from app.gui.preview.typesetting import Typesetter

_ROOM_OVER_NOTES: Final = 100
_NOTE_RULE_SHARE: Final = 4
_NO_WIDOWS: Final = 2


@dataclass(slots=True)
class PaperPage:
    """One page with everything placed on it: bands with the places of their corners."""

    sheet: Sheet
    number: int
    bands: list[tuple[int, int, Band]] = field(default_factory=list)
    furniture: list[tuple[int, int, Band]] = field(default_factory=list)

    def spots(self) -> Iterator[tuple[str, QRectF]]:
        """Give which block stands where."""
        for x, y, band in self.bands:
            for block, left, top, width, height in band.spots:
                yield block, QRectF(x + left, y + top, width, height)


@dataclass(slots=True)
class _Room:
    """The page that is being filled: how far it is filled, and where it ends."""

    page: PaperPage
    y: int
    end: int
    notes: list[int] = field(default_factory=list)
    last: Stack | None = None
    forced: bool = True


def paginate(letter: SetLetter, typesetter: Typesetter) -> list[PaperPage]:
    """Set a letter on pages."""
    typesetter.begin(letter.default_stop)
    filler = _Filler(letter, typesetter)
    for section in letter.sections:
        filler.fill(section)
    filler.furnish()
    return [page for page, _section, _first in filler.pages]


class _Filler:
    """Fills one page after the other."""

    def __init__(self, letter: SetLetter, typesetter: Typesetter) -> None:
        self.letter, self.typesetter = letter, typesetter
        self.pages: list[tuple[PaperPage, Section, bool]] = []
        self.room: _Room

    # ── Sections ─────────────────────────────────────────────────────────────

    def fill(self, section: Section) -> None:
        """Set one section."""
        self.section = section
        self._turn(first=True, forced=True)
        stacks = self.typesetter.stacks(section.flow, section.sheet.text_width)
        for place, stack in enumerate(stacks):
            if stack.breaks_page and self.room.page.bands:
                self._turn(forced=True)
            elif self.room.page.bands and not self._begins_here(stacks, place):
                self._turn()
            self._place(stack)
        self._end_page()

    def _turn(self, *, first: bool = False, forced: bool = False) -> None:
        """Begin a new page."""
        if not first:
            self._end_page()
        number = self.pages[-1][0].number + 1 if self.pages else 1
        if first and self.section.first_number:
            number = self.section.first_number
        page = PaperPage(self.section.sheet, number)
        top, end = self._text_area(number, first=first)
        self.pages.append((page, self.section, first))
        self.room = _Room(page, top, end, forced=forced)

    def _text_area(self, number: int, *, first: bool) -> tuple[int, int]:
        sheet, section = self.section.sheet, self.section
        above = self._height(section.header.on(number, first=first), number)
        below = self._height(section.footer.on(number, first=first), number)
        top = max(sheet.top, sheet.header + above if above else 0)
        bottom = max(sheet.bottom, sheet.footer + below if below else 0)
        return top, sheet.height - bottom

    # ── Text ─────────────────────────────────────────────────────────────────

    def _begins_here(self, stacks: Sequence[Stack], place: int) -> bool:
        """Say whether a paragraph, with what must follow it on its page, may begin on this one."""
        height, notes = self._least(stacks, place)
        room = self.room
        needed = room.y + self._gap(stacks[place]) + height
        if needed <= room.end - self._notes_height([*room.notes, *notes]):
            return True
        top, end = self._text_area(room.page.number + 1, first=False)
        return height > end - top

    def _least(self, stacks: Sequence[Stack], place: int) -> tuple[int, list[int]]:
        height, last = 0, place
        while stacks[last].keep_next and last + 1 < len(stacks):
            last += 1
        for above, below in pairwise(stacks[place : last + 1]):
            height += above.height + gap_between(above, below, adds=self.letter.adds_spacing)
        first = stacks[last].bands[: self._first_lines(stacks[last])]
        notes = [n for each in (*(s.bands for s in stacks[place:last]), first) for b in each for n in b.notes]
        return height + sum(band.height for band in first), notes

    @staticmethod
    def _first_lines(stack: Stack) -> int:
        if stack.keep_lines or (stack.widows and len(stack.bands) <= 2 * _NO_WIDOWS - 1):
            return len(stack.bands)
        return _NO_WIDOWS if stack.widows else 1

    def _place(self, stack: Stack) -> None:
        self.room.y += self._gap(stack)
        start = 0
        while start < len(stack.bands):
            fitting = self._fitting(stack, start)
            for band in stack.bands[start : start + fitting]:
                self._put(band)
            start += fitting
            if start < len(stack.bands):
                self._turn()
        self.room.last = stack

    def _gap(self, stack: Stack) -> int:
        if self.room.page.bands:
            return gap_between(self.room.last, stack, adds=self.letter.adds_spacing) if self.room.last else 0
        return stack.before if self.room.forced else 0

    def _fitting(self, stack: Stack, start: int) -> int:
        """Give how many lines stand on this page, at least one on an empty one."""
        left = len(stack.bands) - start
        room, y, notes, count = self.room, self.room.y, list(self.room.notes), 0
        for band in stack.bands[start:]:
            notes += band.notes
            if y + band.height > room.end - self._notes_height(notes):
                break
            y, count = y + band.height, count + 1
        if count < left and stack.widows and left - count < _NO_WIDOWS:
            count = left - _NO_WIDOWS
        if count < left and stack.widows and start == 0 and count < _NO_WIDOWS:
            count = 0
        return max(count, 0 if room.page.bands else 1)

    def _put(self, band: Band) -> None:
        room = self.room
        room.page.bands.append((self.section.sheet.left, room.y, band))
        room.notes += band.notes
        room.y += band.height

    # ── Notes ────────────────────────────────────────────────────────────────

    def _note_stacks(self, notes: Sequence[int]) -> list[Stack]:
        flows = [self.letter.notes[note - 1] for note in notes if note <= len(self.letter.notes)]
        return [s for flow in flows for s in self.typesetter.stacks(flow, self.section.sheet.text_width)]

    def _notes_height(self, notes: Sequence[int]) -> int:
        if not notes:
            return 0
        stacks = self._note_stacks(notes)
        return _ROOM_OVER_NOTES + self._piled(stacks)[1] - (stacks[-1].after if stacks else 0)

    def _end_page(self) -> None:
        room = self.room
        if not room.notes:
            return
        left = self.section.sheet.left
        y = room.end - self._notes_height(room.notes)
        rule = GroundLeaf(
            QRectF(0, _ROOM_OVER_NOTES // 2, self.section.sheet.text_width / _NOTE_RULE_SHARE, 10), INK
        )
        room.page.furniture.append((left, y, Band(_ROOM_OVER_NOTES, [rule])))
        for offset, band in self._piled(self._note_stacks(room.notes))[0]:
            room.page.furniture.append((left, y + _ROOM_OVER_NOTES + offset, band))

    # ── Headers and footers ──────────────────────────────────────────────────

    def furnish(self) -> None:
        """Put headers and footers on the pages, now that these are counted."""
        for page, section, first in self.pages:
            self.section = section
            sheet = page.sheet
            head = section.header.on(page.number, first=first)
            foot = section.footer.on(page.number, first=first)
            below = sheet.height - sheet.footer - self._height(foot, page.number)
            for flow, y in ((head, sheet.header), (foot, below)):
                bands, _height = self._piled(self._standing(flow, page.number))
                page.furniture += [(sheet.left, y + offset, band) for offset, band in bands]

    def _height(self, flow: Flow, number: int) -> int:
        return self._piled(self._standing(flow, number))[1] if flow else 0

    def _standing(self, flow: Flow, number: int) -> list[Stack]:
        counts = {Counted.PAGE: number, Counted.PAGES: len(self.pages)}
        return self.typesetter.stacks(
            [_counted(part, counts) for part in flow], self.section.sheet.text_width
        )

    def _piled(self, stacks: Sequence[Stack]) -> tuple[list[tuple[int, Band]], int]:
        """Put stacks under each other; give the bands with their offsets, and the height of all."""
        found, y, above = [], 0, None
        for stack in stacks:
            y += gap_between(above, stack, adds=self.letter.adds_spacing)
            for band in stack.bands:
                found.append((y, band))
                y += band.height
            above = stack
        return found, y + (above.after if above else 0)


def _counted(part: Part, counts: dict[Counted, int]) -> Part:
    """Give a part with the numbers of its page filled in."""
    if isinstance(part, SetParagraph):
        if not any(piece.counted for piece in part.pieces):
            return part
        return replace(part, pieces=tuple(_with_count(piece, counts) for piece in part.pieces))
    return _counted_table(part, counts)


def _counted_table(table: Table, counts: dict[Counted, int]) -> Table:
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, parts=tuple(_counted(part, counts) for part in cell.parts))
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def _with_count(piece: Piece, counts: dict[Counted, int]) -> Piece:
    return replace(piece, text=str(counts[piece.counted])) if piece.counted else piece
