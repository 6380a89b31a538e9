"""Reads HTML from the clipboard as prose: bold, italic, lists, quotations, line breaks, footnotes. No Qt.

Fonts, colours, sizes, headings' looks and whatever else Word, LibreOffice,
Google Docs and browsers put there is left behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from app.domain.prose import Inline, LineBreak, ListStyle, Note, Paragraph, Prose, Run
from app.domain.prose_lines import Line, Listed, Path, Quoted, prose_of
from app.gui.writing.html_notes import footnotes, note_called
from app.gui.writing.html_tree import BLOCKS, Node, tree_of

_LEFT_OUT: Final = frozenset(
    {"style", "script", "title", "xml", "template", "noscript", "object", "svg", "math", "del", "select"}
)
_BOLD_TAGS: Final = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_ITALIC_TAGS: Final = frozenset({"i", "em", "cite", "dfn"})
_WHITE: Final = re.compile(r"[ \t\n\r\f]+")
_MIXED_SPACES: Final = re.compile("[\u00a0 ]* [\u00a0 ]*")
_UNHOLDABLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc-\uffff]"
)
_WORD_LEVEL: Final = re.compile(r"level(\d)")
_NUMBER: Final = re.compile(r"\(?(\d+|[a-z]{1,4})(?P<sign>[.)]?)\)?", re.IGNORECASE)
_DASHES: Final = frozenset("-–—")
_BOLD_WEIGHT: Final = 600


def prose_from_html(html: str) -> Prose:
    """Read an HTML text."""
    root = tree_of(html)
    bodies = footnotes(root)
    notes = {key: Note(tuple(_paragraphs(body))) for key, body in bodies.items()}
    return _Reader(notes, frozenset(bodies.values())).read(root)


def _paragraphs(body: Node) -> Iterator[Paragraph]:
    reader = _Reader({}, frozenset(), in_note=True)
    reader.read(body)
    yield from (Paragraph(line.inlines) for line in reader.lines)


@dataclass(frozen=True)
class _Look:
    bold: bool = False
    italic: bool = False
    as_typed: bool = False


class _Reader:
    """Walks through a tree and gathers its lines."""

    def __init__(self, notes: Mapping[str, Note], apart: frozenset[Node], *, in_note: bool = False) -> None:
        self._notes, self._apart, self._in_note = notes, apart, in_note
        self.lines: list[Line] = []
        self._inlines: list[Inline] = []
        self._path: Path = ()
        self._word_items: dict[int, Listed] = {}

    def read(self, root: Node) -> Prose:
        for child in root.children:
            self._child(child, root, _Look())
        self._end_line()
        return prose_of(self.lines)

    def _child(self, child: Node | str, parent: Node, look: _Look) -> None:
        if isinstance(child, str):
            self._text(child, parent, look)
        elif not _is_left_out(child) and child not in self._apart:
            self._element(child, look)

    def _element(self, node: Node, look: _Look) -> None:
        if node.tag == "br":
            self._break(node)
        elif node.tag == "a" and self._note(node):
            return
        elif node.tag in BLOCKS:
            self._block(node, _looked(node, look))
        else:
            self._children(node, _looked(node, look))

    def _children(self, node: Node, look: _Look) -> None:
        for child in node.children:
            self._child(child, node, look)

    def _block(self, node: Node, look: _Look) -> None:
        self._end_line()
        outer, self._path = self._path, self._path_in(node)
        begun = len(self.lines)
        self._children(node, look)
        self._end_line()
        self._path = outer if len(self.lines) == begun else _closed(outer)

    def _path_in(self, node: Node) -> Path:
        """Give the path of the lines in a block."""
        if node.tag == "blockquote" or any("quote" in name.lower() for name in node.classes):
            return (*self._path, Quoted())
        if node.tag == "li":
            return (*self._path, _item(node))
        if node.tag in {"ul", "ol"} and node.parent is not None and node.parent.tag in {"ul", "ol"}:
            return (*self._path, Listed(_style_of(node.parent), opens=False))
        if level := _WORD_LEVEL.search(node.style.get("mso-list", "")):
            return self._word_path(node, int(level[1]))
        return self._path

    def _word_path(self, node: Node, level: int) -> Path:
        """Give the path of a paragraph that Word calls an item: its level is a number, its sign a text."""
        signs = (each.text() for each in node.walk() if "ignore" in each.style.get("mso-list", ""))
        self._word_items[level] = step = _signed(next(signs, ""))
        outer = (self._word_items.get(number, Listed(ListStyle.BULLET)) for number in range(1, level))
        return (*self._path, *(replace(each, opens=False) for each in outer), step)

    def _break(self, node: Node) -> None:
        if "page-break-before" in node.style or "Apple-interchange-newline" in node.classes:
            self._end_line()
        else:
            self._inlines.append(LineBreak())

    def _note(self, node: Node) -> bool:
        if self._in_note and node.attrs.get("href", "").startswith("#"):
            return True
        note = self._notes.get(note_called(node))
        if note is not None:
            self._inlines.append(note)
        return note is not None

    def _text(self, text: str, parent: Node, look: _Look) -> None:
        text = _UNHOLDABLE.sub("", text)
        if look.as_typed:
            for number, line in enumerate(text.strip("\n").split("\n")):
                self._inlines += [LineBreak()] * bool(number) + [Run(line, look.bold, look.italic)]
            return
        if "Apple-converted-space" in parent.classes:
            text = text.replace("\u00a0", " ")
        self._inlines.append(Run(_WHITE.sub(" ", text), look.bold, look.italic))

    def _end_line(self) -> None:
        """Make a line of what was gathered; two breaks in a row make two lines of it."""
        for inlines in _cut(self._inlines):
            if tidied := _tidied(inlines):
                self.lines.append(Line(tidied, self._path))
                self._path = _closed(self._path)
        self._inlines = []


def _is_left_out(node: Node) -> bool:
    hidden = node.style.get("display") == "none" or node.style.get("mso-hide") == "all"
    return node.tag in _LEFT_OUT or hidden or "ignore" in node.style.get("mso-list", "")


def _looked(node: Node, look: _Look) -> _Look:
    bold = True if node.tag in _BOLD_TAGS else look.bold
    italic = True if node.tag in _ITALIC_TAGS else look.italic
    weight, slant = node.style.get("font-weight", ""), node.style.get("font-style", "")
    if weight:
        bold = weight in {"bold", "bolder"} or (weight.isdigit() and int(weight) >= _BOLD_WEIGHT)
    if slant:
        italic = slant.startswith(("italic", "oblique"))
    return _Look(bold, italic, look.as_typed or node.tag == "pre")


def _closed(path: Path) -> Path:
    return tuple(replace(step, opens=False) if isinstance(step, Listed) else step for step in path)


def _item(node: Node) -> Listed:
    parent = node.within("ul", "ol")
    style = _style_of(parent, node) if parent else ListStyle.BULLET
    start = parent.attrs.get("start", "1") if parent else "1"
    return Listed(style, int(start) if start.isdigit() else 1)


def _style_of(parent: Node, item: Node | None = None) -> ListStyle:
    if parent.tag == "ol":
        return ListStyle.POINT
    sign = (item or parent).style.get("list-style-type", "").strip("\"' ")
    return ListStyle.DASH if sign in _DASHES else ListStyle.BULLET


def _signed(sign: str) -> Listed:
    sign = sign.strip("\u00a0 ")
    if sign in _DASHES:
        return Listed(ListStyle.DASH)
    found = _NUMBER.fullmatch(sign)
    if not found or sign == "o":
        return Listed(ListStyle.BULLET)
    style = ListStyle.BRACKET if sign.endswith(")") else ListStyle.POINT
    return Listed(style, int(found[1]) if found[1].isdigit() else 1)


def _cut(inlines: Sequence[Inline]) -> Iterator[list[Inline]]:
    """Cut at two breaks in a row; blanks between them count for nothing."""
    kept = [each for each in inlines if not (isinstance(each, Run) and not each.text)]
    current: list[Inline] = []
    for is_break, group in groupby(_breaks_joined(kept), key=lambda each: isinstance(each, LineBreak)):
        found = list(group)
        if is_break and len(found) > 1:
            yield current
            current = []
        else:
            current += found
    yield current


def _breaks_joined(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Leave out blanks that stand between two breaks."""
    for number, inline in enumerate(inlines):
        beside = (*inlines[max(number - 1, 0) : number], *inlines[number + 1 : number + 2])
        between = len(beside) == 2 and all(isinstance(each, LineBreak) for each in beside)
        if not (between and isinstance(inline, Run) and not inline.text.strip()):
            yield inline


def _tidied(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Put runs of one look together, and leave out spaces that show nowhere."""
    found: list[Inline] = []
    for inline in inlines:
        last = found[-1] if found else None
        if not isinstance(inline, Run):
            found.append(inline)
        elif isinstance(last, Run) and (last.bold, last.italic) == (inline.bold, inline.italic):
            found[-1] = replace(last, text=last.text + inline.text)
        else:
            found.append(inline)
    return _trimmed([_spaced(each) for each in found])


def _spaced(inline: Inline) -> Inline:
    return replace(inline, text=_MIXED_SPACES.sub(" ", inline.text)) if isinstance(inline, Run) else inline


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    kept: list[Inline] = []
    for inline in inlines:
        each = _after(kept[-1] if kept else None, inline)
        if not isinstance(each, Run) or each.text:
            kept.append(each)
    while kept and (isinstance(kept[-1], LineBreak) or _is_blank(kept[-1])):
        kept.pop()
    while kept and isinstance(kept[0], LineBreak):
        kept.pop(0)
    if kept and isinstance(kept[-1], Run):
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _after(before: Inline | None, inline: Inline) -> Inline:
    """Leave out spaces after a space, and any at the start."""
    if not isinstance(inline, Run):
        return inline
    if before is None:
        return replace(inline, text=inline.text.lstrip())
    return replace(inline, text=inline.text.lstrip(" ")) if _ends_blank(before) else inline


def _ends_blank(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (isinstance(inline, Run) and inline.text.endswith(" "))


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Run) and not inline.text.strip()
