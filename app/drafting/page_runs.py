"""Reads the runs of one paragraph: words, breaks, fields, footnotes, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.domain.pages import Counted, Piece, Typeface
from app.drafting.page_pictures import picture_in
from app.drafting.page_xml import Element, W, child, said

if TYPE_CHECKING:
    from app.drafting.page_styles import StyleSheet

NEW_LINE: Final = "\u2028"
NEW_PAGE: Final = "\f"
_GAP: Final = re.compile(r"(⟦[^⟧]*⟧)")
_THROUGH: Final = frozenset(
    f"{W}{name}"
    for name in (
        "hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "moveTo", "bdo", "dir",
    )
)  # fmt: skip
_COUNTED: Final = {"PAGE": Counted.PAGE, "NUMPAGES": Counted.PAGES, "SECTIONPAGES": Counted.PAGES}
_SIGNS: Final = {
    f"{W}tab": "\t", f"{W}cr": NEW_LINE, f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad",
    f"{W}ptab": "\t",
}  # fmt: skip
_PICTURES: Final = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_ALTERNATIVE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass
class Notes:
    """The footnotes that have been called so far, in their order."""

    called: list[str] = field(default_factory=list)

    def number(self, key: str) -> int:
        """Give a footnote the next number."""
        self.called.append(key)
        return len(self.called)


@dataclass
class _Field:
    instruction: str = ""
    shown: bool = False

    @property
    def counted(self) -> Counted | None:
        words = self.instruction.split()
        return _COUNTED.get(words[0].upper()) if words else None


class RunReader:
    """Reads paragraphs of one part of a document."""

    def __init__(self, sheet: StyleSheet, notes: Notes, media: Callable[[str], bytes], note: int = 0) -> None:
        self._sheet, self._notes, self._media, self._note = sheet, notes, media, note
        self._fields: list[_Field] = []
        self._style = ""

    def pieces(self, paragraph: Element, style: str) -> list[Piece]:
        """Read the pieces of a paragraph; a page break is one of its own."""
        self._style = style
        return _joined(list(self._within(paragraph)))

    def _within(self, node: Element) -> Iterator[Piece]:
        for each in node:
            if each.tag == f"{W}r":
                yield from self._run(each)
            elif each.tag in _THROUGH:
                yield from self._through(each)

    def _through(self, node: Element) -> Iterator[Piece]:
        words = said(node, "instr").split() if node.tag == f"{W}fldSimple" else []
        counted = _COUNTED.get(words[0].upper()) if words else None
        if counted:
            yield from self._counted(counted, child(node, "r", "rPr"))
        else:
            yield from self._within(node)

    def _run(self, run: Element) -> Iterator[Piece]:
        own = run.find(f"{W}rPr")
        face = self._sheet.face(self._style, own)
        for each in run:
            if each.tag == f"{W}fldChar":
                yield from self._turn(said(each, "fldCharType"), own)
            elif each.tag == f"{W}instrText":
                self._instruct(each.text or "")
            elif face is not None and not self._silent:
                yield from self._content(each, face)

    @property
    def _silent(self) -> bool:
        return any(not each.shown or each.counted for each in self._fields)

    def _turn(self, kind: str, own: Element | None) -> Iterator[Piece]:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields and (counted := self._fields.pop().counted):
            yield from self._counted(counted, own)

    def _instruct(self, text: str) -> None:
        if self._fields:
            self._fields[-1].instruction += text

    def _counted(self, counted: Counted, own: Element | None) -> Iterator[Piece]:
        if face := self._sheet.face(self._style, own):
            yield Piece("1", face, counted=counted)

    def _content(self, node: Element, face: Typeface) -> Iterator[Piece]:
        match str(node.tag).removeprefix(W):
            case "t":
                yield from _words((node.text or "").replace("\n", " "), face)
            case "br":
                yield Piece(_break(node), face)
            case "footnoteReference" | "endnoteReference":
                number = self._notes.number(_note_key(node))
                yield Piece(str(number), face, note=number)
            case "footnoteRef" | "endnoteRef":
                yield Piece(str(self._note), face)
            case "sym":
                yield Piece(_symbol(node), face)
            case _:
                yield from self._sign(node, face)

    def _sign(self, node: Element, face: Typeface) -> Iterator[Piece]:
        if sign := _SIGNS.get(str(node.tag)):
            yield Piece(sign, face)
        elif node.tag == _ALTERNATIVE and len(node):
            yield from (piece for each in node[0] for piece in self._content(each, face))
        elif node.tag in _PICTURES and (picture := picture_in(node, self._media)):
            yield Piece("\ufffc", face, picture=picture)


def _note_key(node: Element) -> str:
    return f"{str(node.tag).removeprefix(W).removesuffix('Reference')} {said(node, 'id')}"


def _words(text: str, face: Typeface) -> Iterator[Piece]:
    for number, words in enumerate(_GAP.split(text) if "⟦" in text else (text,)):
        if words:
            yield Piece(words, face, open=number % 2 == 1)


def _break(node: Element) -> str:
    return NEW_PAGE if said(node, "type") == "page" else NEW_LINE


def _symbol(node: Element) -> str:
    try:
        return chr(int(said(node, "char") or "25a1", 16))
    except ValueError:
        return "□"


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join neighbours of one look, so that letters that join in writing do so on the page."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and _plain(last) and _plain(piece) and last.face == piece.face:
            found[-1] = Piece(last.text + piece.text, last.face)
        else:
            found.append(piece)
    return found


def _plain(piece: Piece) -> bool:
    extra = piece.open or piece.note or piece.counted or piece.picture
    return not extra and piece.text != NEW_PAGE
