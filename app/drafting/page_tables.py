"""Reads tables: columns, lines between cells, and what stands in each."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Final

from app.domain.pages import Align, Cell, Flow, Row, Rule, Rules, Table
from app.drafting.page_properties import Properties, ground_of, paragraph_properties, rules_of
from app.drafting.page_styles import StyleSheet
from app.drafting.page_xml import Element, W, child, measure, said, switched

ReadCell = Callable[[list[Element], Properties], Flow]
_ALIGN: Final = {"center": Align.CENTRE, "right": Align.END, "end": Align.END}
_FIFTIETHS_OF_A_PERCENT: Final = 5000


class TableReader:
    """Reads the tables of one part; ``read`` reads what stands in a cell.

    Where ``hangs``, the text of the first column stands flush with the text above, as in Word before 2013.
    """

    def __init__(self, sheet: StyleSheet, width: int, read: ReadCell, *, hangs: bool) -> None:
        self._sheet, self._width, self._read, self._hangs = sheet, width, read, hangs

    def table(self, node: Element) -> Table:
        """Read one table."""
        own = node.find(f"{W}tblPr")
        styled = self._sheet.chain(said(child(own, "tblStyle")) or self._sheet.usual_table())
        properties = [*(child(each, "tblPr") for each in reversed(styled)), own]
        rules: Properties = {}
        inset = {"top": 0, "end": 108, "bottom": 0, "start": 108}
        text: Properties = {}
        for each in properties:
            rules |= rules_of(child(each, "tblBorders"))
            inset |= _inset(child(each, "tblCellMar"))
        for style in reversed(styled):
            text |= paragraph_properties(child(style, "pPr"))
        rows = [each for each in node.iter(f"{W}tr") if _table_of(each) is node]
        widths = self._widths(node, own, rows)
        read = [
            self._row(row, widths, rules, text, (n == 0, n == len(rows) - 1)) for n, row in enumerate(rows)
        ]
        return Table(
            tuple(read),
            indent=measure(said(child(own, "tblInd"), "w")) - (inset["start"] if self._hangs else 0),
            inset=(inset["top"], inset["end"], inset["bottom"], inset["start"]),
            align=_ALIGN.get(said(child(own, "jc")), Align.START),
            right_to_left=(mark := child(own, "bidiVisual")) is not None and switched(mark),
        )

    def _widths(self, node: Element, own: Element | None, rows: list[Element]) -> list[int]:
        grid = [measure(said(each, "w")) for each in node.iterfind(f"{W}tblGrid/{W}gridCol")]
        if not any(grid):
            most = max((len(row.findall(f"{W}tc")) for row in rows), default=1) or 1
            grid = [self._width // most] * most
        wanted = child(own, "tblW")
        if said(wanted, "type") == "pct" and (whole := sum(grid)):
            share = measure(said(wanted, "w").rstrip("%"))
            full = 100 if said(wanted, "w").endswith("%") else _FIFTIETHS_OF_A_PERCENT
            return [column * self._width * share // (full * whole) for column in grid]
        return grid

    def _row(
        self, node: Element, widths: list[int], rules: Properties, text: Properties, edges: tuple[bool, bool]
    ) -> Row:
        own = node.find(f"{W}trPr")
        nodes = [each for each in node.iter(f"{W}tc") if _row_of(each) is node]
        spans = [max(measure(said(child(each, "tcPr", "gridSpan")), 1), 1) for each in nodes]
        skipped = measure(said(child(own, "gridBefore")))
        starts = list(accumulate(spans, initial=skipped))
        cells = [
            self._cell(
                each, sum(widths[starts[n] : starts[n + 1]]), text, _sides(rules, edges, n, len(nodes))
            )
            for n, each in enumerate(nodes)
        ]
        blank = [Cell(sum(widths[:skipped]), ())] if skipped else []
        whole = (mark := child(own, "cantSplit")) is not None and switched(mark)
        return Row((*blank, *cells), measure(said(child(own, "trHeight"))), whole)

    def _cell(self, node: Element, width: int, text: Properties, sides: dict[str, Rule | None]) -> Cell:
        own = node.find(f"{W}tcPr")
        sides |= {side: rule for side, rule in rules_of(child(own, "tcBorders")).items() if side in sides}
        merged = child(own, "vMerge")
        return Cell(
            width or measure(said(child(own, "tcW"), "w")),
            self._read([each for each in node if each is not own], text),
            Rules(**sides),
            ground_of(child(own, "shd")),
            joined=merged is not None and said(merged) != "restart",
        )


def _table_of(row: Element) -> Element | None:
    return next(row.iterancestors(f"{W}tbl"), None)


def _row_of(cell: Element) -> Element | None:
    return next(cell.iterancestors(f"{W}tr"), None)


def _sides(rules: Properties, edges: tuple[bool, bool], place: int, number: int) -> dict[str, Rule | None]:
    first, last = edges
    return {
        "top": rules.get("top" if first else "insideH"),
        "bottom": rules.get("bottom" if last else "insideH"),
        "start": rules.get("start" if place == 0 else "insideV"),
        "end": rules.get("end" if place == number - 1 else "insideV"),
    }


def _inset(node: Element | None) -> dict[str, int]:
    names = {
        "top": "top",
        "left": "start",
        "start": "start",
        "bottom": "bottom",
        "right": "end",
        "end": "end",
    }
    return {
        names[name]: measure(said(each, "w"))
        for each in (() if node is None else node)
        if (name := str(each.tag).removeprefix(W)) in names
    }
