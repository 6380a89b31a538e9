"""Sets the rows of a table: each as one band, or as several where the row may be cut between lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF

from app.domain.pages import Align, Cell, Part, Row, Rule, Table
from app.gui.preview.leaves import Band, GroundLeaf, Stack, colour_of
from app.gui.preview.spacing import gap_between

SetParts = Callable[[Sequence[Part], int], list[Stack]]
Filled = tuple[Cell, int, list[tuple[int, Band]]]


def rows_of(table: Table, width: int, stacks: SetParts) -> list[Stack]:
    """Set a table at the width of the text round it."""
    return [_stack(table, row, width, stacks) for row in table.rows]


def _stack(table: Table, row: Row, width: int, stacks: SetParts) -> Stack:
    _top, end, _bottom, start = table.inset
    top, bottom = _room(table, row)
    cells: list[Filled] = []
    height, x = row.height, _left(table, row, width)
    for cell in reversed(row.cells) if table.right_to_left else row.cells:
        lines, tall = _lines_of(stacks(() if cell.joined else cell.parts, max(cell.width - start - end, 20)))
        cells.append((cell, x, [(top + y, band) for y, band in lines]))
        height, x = max(height, top + tall + bottom), x + cell.width
    inset = end if table.right_to_left else start
    cuts = [0, *([] if row.whole else _cuts(cells, height)), height]
    return Stack([_slice(cells, inset, cut, height) for cut in pairwise(cuts)], keep_lines=row.whole)


def _room(table: Table, row: Row) -> tuple[int, int]:
    """Give the room over and under the text of a row; a rule between two rows belongs to the lower one."""
    over = max((cell.rules.top.width for cell in row.cells if cell.rules.top), default=0)
    under = max((cell.rules.bottom.width for cell in row.cells if cell.rules.bottom), default=0)
    return table.inset[0] + over, table.inset[2] + (under if row is table.rows[-1] else 0)


def _left(table: Table, row: Row, width: int) -> int:
    wide = sum(cell.width for cell in row.cells)
    if table.align is Align.CENTRE:
        return (width - wide) // 2
    at_the_right = (table.align is Align.END) != table.right_to_left
    return width - wide - (table.indent if table.right_to_left else 0) if at_the_right else table.indent


def _lines_of(stacks: Sequence[Stack]) -> tuple[list[tuple[int, Band]], int]:
    """Give the lines of a cell with their heights in it, and how tall all are together."""
    found, y, above = [], 0, None
    for stack in stacks:
        y += gap_between(above, stack, adds=False)
        for band in stack.bands:
            found.append((y, band))
            y += band.height
        above = stack
    return found, y + (above.after if above else 0)


def _cuts(cells: Sequence[Filled], height: int) -> list[int]:
    """Give the heights at which the row can be cut without cutting a line of any cell."""
    lines = [(y, y + band.height) for _cell, _x, placed in cells for y, band in placed]
    ends = sorted({end for _begin, end in lines if 0 < end < height})
    last = max((begin for begin, _end in lines), default=0)
    return [cut for cut in ends if cut <= last and not any(begin < cut < end for begin, end in lines)]


def _slice(cells: Sequence[Filled], inset: int, cut: tuple[int, int], height: int) -> Band:
    begin, end = cut
    whole = Band(end - begin)
    for cell, x, lines in cells:
        for box, colour in _drawn_round(cell, x, end - begin, first=begin == 0, last=end == height):
            whole.leaves.append(GroundLeaf(box, colour))
        for y, band in lines:
            if begin <= y < end:
                whole.moved_in(band, x + inset, y - begin)
    return whole


def _drawn_round(cell: Cell, x: int, height: int, *, first: bool, last: bool) -> Iterator[tuple[QRectF, str]]:
    if cell.ground:
        yield QRectF(x, 0, cell.width, height), f"#{cell.ground}"
    rules = cell.rules
    if rules.top and first and not cell.joined:
        yield QRectF(x, 0, cell.width, rules.top.width), colour_of(rules.top)
    if rules.bottom and last:
        yield QRectF(x, height - rules.bottom.width, cell.width, rules.bottom.width), colour_of(rules.bottom)
    yield from _beside(rules.start, x, height)
    if rules.end:
        yield from _beside(rules.end, x + cell.width - rules.end.width, height)


def _beside(rule: Rule | None, x: int, height: int) -> Iterator[tuple[QRectF, str]]:
    if rule:
        yield QRectF(x, 0, rule.width, height), colour_of(rule)
