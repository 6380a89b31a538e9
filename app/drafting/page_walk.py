"""Walks through the paragraphs and tables of one part of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.domain.pages import NO_BLOCK, Flow, Marker, Part, Piece, SetParagraph, Setting
from app.drafting.page_lists import Level, Lists
from app.drafting.page_properties import Properties
from app.drafting.page_runs import NEW_PAGE, RunReader
from app.drafting.page_styles import StyleSheet
from app.drafting.page_tables import TableReader
from app.drafting.page_xml import Element, W, child, measure, said

BLOCK: Final = "block"
_HOLDERS: Final = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"})
_DEEPEST_LEVEL: Final = 8


class Walk:
    """Reads one part after the other; lists count on from one to the next."""

    def __init__(
        self, sheet: StyleSheet, lists: Lists, runs: RunReader, width: int, *, hangs: bool = False
    ) -> None:
        self._sheet, self._lists, self._runs = sheet, lists, runs
        self._tables = TableReader(sheet, width, self._cell, hangs=hangs)
        self._breaks = False
        self._in_table: Properties = {}

    def flow(self, nodes: list[Element]) -> Flow:
        """Read elements of a body, a header, a footnote or a cell."""
        return tuple(self._parts(nodes))

    def _parts(self, nodes: list[Element]) -> Iterator[Part]:
        for node in nodes:
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl":
                yield self._tables.table(node)
            elif node.tag in _HOLDERS:
                yield from self._parts(list(node))

    def _cell(self, nodes: list[Element], styled: Properties) -> Flow:
        outer, self._in_table = self._in_table, styled
        flow = self.flow(nodes)
        self._in_table = outer
        return flow

    def _paragraph(self, node: Element) -> Iterator[SetParagraph]:
        own = node.find(f"{W}pPr")
        style = self._sheet.style_of(own)
        number, place = self._number(own, style)
        level = self._lists.level(number, place)
        setting = self._setting(style, own, level, (number, place))
        marker = self._marker(own, style, level, (number, place))
        pieces = self._runs.pieces(node, style)
        yield from self._split(setting, pieces or self._bare(style, own), marker, node.get(BLOCK, NO_BLOCK))

    def _setting(self, style: str, own: Element | None, level: Level | None, key: tuple[str, int]) -> Setting:
        listed = self._in_table | (level.paragraph if level else {})
        standing = tuple(sorted((name, repr(value)) for name, value in listed.items()))
        return self._sheet.setting(style, listed, own, (key if level else (), standing))

    def _number(self, own: Element | None, style: str) -> tuple[str, int]:
        said_here = child(own, "numPr")
        based = self._sheet.paragraph(style)
        number = said(child(said_here, "numId")) or str(based.get("list", "0"))
        place = said(child(said_here, "ilvl")) or str(based.get("level", "0"))
        return number, min(measure(place), _DEEPEST_LEVEL)

    def _marker(
        self, own: Element | None, style: str, level: Level | None, key: tuple[str, int]
    ) -> Marker | None:
        text = self._lists.marked(*key) if level else ""
        face = self._sheet.face(style, child(own, "rPr"), level.run) if level and text else None
        if level is None or face is None:
            return None
        return Marker(text + (" " if level.suffix == "space" else ""), face, level.suffix == "tab")

    def _bare(self, style: str, own: Element | None) -> list[Piece]:
        """Give an empty paragraph the height of its own mark."""
        face = self._sheet.face(style, child(own, "rPr")) or self._sheet.face(style)
        return [Piece("", face)] if face else []

    def _split(
        self, setting: Setting, pieces: list[Piece], marker: Marker | None, block: str
    ) -> Iterator[SetParagraph]:
        """Cut a paragraph at the page breaks inside it; one at its end begins the next paragraph's page."""
        stretches: list[list[Piece]] = [[]]
        for piece in pieces:
            stretches.append([]) if piece.text == NEW_PAGE else stretches[-1].append(piece)
        for number, stretch in enumerate(stretches):
            if number and not stretch:
                self._breaks = True
                continue
            here = setting if number == 0 and not self._breaks else replace(setting, breaks_page=True)
            self._breaks = False
            shown = stretch or [Piece("", pieces[0].face)]
            yield SetParagraph(here, tuple(shown), block, marker if number == 0 else None)
