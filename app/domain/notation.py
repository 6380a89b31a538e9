"""The notation of block texts: a subset of CommonMark, read and written.

========================  ====================================================
``**bold** *italic*``     marks inside a paragraph
empty line                a new paragraph; a single line end is a space
``\\`` at a line's end     a new line in the same paragraph
``1.`` or ``1)``          numbered list, counting from the first number
``-``, ``*``, ``+``       list with dashes, with bullets, with ordinal words
two or more spaces        a list in an item, a further paragraph of an item
``> ``                    quotation
four spaces               an indented paragraph
``# `` to ``### ``        heading
``[^1]``, ``[^1]: …``     footnote; ``^[…]`` writes it in place
``\\*``                    the character itself
``\\ `` beside ``*``       nothing: it parts a mark from the letter beside it
``\\`` alone on a line     nothing: it parts two lists
========================  ====================================================

HTML, links, pictures, code and character references are not read: such
characters stay as they were typed, and so do a footnote that nothing calls or
that is written twice, and a text nested deeper than anybody means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from app.domain.prose import (
    Heading,
    Inline,
    LineBreak,
    Listing,
    ListStyle,
    Note,
    Paragraph,
    Part,
    Prose,
    Quotation,
    Run,
)

_RULES: Final = [
    "list", "blockquote", "heading", "code", "emphasis", "escape", "newline",
    "balance_pairs", "fragments_join", "footnote_def", "footnote_inline", "footnote_ref",
    "footnote_tail",
]  # fmt: skip
_DEEPEST_NESTING: Final = 60
SEPARATOR: Final = "\\"
APART: Final = "\\ "
_MARKS: Final = ("*", "_")


def _read_apart(state: StateInline, _silent: bool) -> bool:
    """Skip what only parts a mark from the letter beside it, or one list from another."""
    if state.src == SEPARATOR:
        state.pos += len(SEPARATOR)
        return True
    end = state.pos + len(APART)
    if not state.src.startswith(APART, state.pos):
        return False
    if not (state.src.startswith(_MARKS, end) or state.src.endswith(_MARKS, 0, state.pos)):
        return False
    state.pos = end
    return True


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "maxNesting": _DEEPEST_NESTING}).use(footnote_plugin)
    reader.enable(_RULES, ignoreInvalid=True)
    reader.inline.ruler.before("escape", "apart", _read_apart)
    return reader


_READER: Final = _reader()
_DEEPEST_HEADING: Final = 3
_SPECIAL: Final = re.compile(r"([\\*_\[\]^])")
_LINE_START: Final = re.compile(r"(?m)^([ \t]*)([#>+\-]|\d{1,9}(?=[.)]))")


@lru_cache(maxsize=2048)
def read_notation(text: str) -> Prose:
    """Read a text in the notation into its parts."""
    if _is_plain(text):
        return tuple(Paragraph((Run(text),)) for _ in range(bool(text)))
    tokens = _READER.parse(text)
    if any(token.level >= _DEEPEST_NESTING - 1 for token in tokens):
        return read_notation(escape(text))
    tree = SyntaxTreeNode(tokens)
    bodies = _note_bodies(tree)
    if stray := _stray_notes(text, _called_labels(tree, bodies)):
        return read_notation(_DEFINITION.sub(lambda found: _as_typed(found, stray), text))
    return _parts(tree.children, {key: tuple(_note_paragraphs(key, bodies, set())) for key in bodies})


_DEFINITION: Final = re.compile(r"(?m)^([ \t>\-+*\d.)]*)\[\^([^\]\s]+)\]:")


def _called_labels(tree: SyntaxTreeNode, bodies: _Bodies) -> frozenset[object]:
    """Give the labels of the footnotes that the text calls, or that these call in turn."""
    texts = [block for block in tree.children if block.type != "footnote_block"]
    found: dict[object, object] = {}
    while texts:
        for node in texts.pop().walk():
            if node.type == "footnote_ref" and node.meta["id"] not in found:
                found[node.meta["id"]] = node.meta.get("label")
                texts.append(bodies[node.meta["id"]])
    return frozenset(found.values())


def _stray_notes(text: str, called: frozenset[object]) -> frozenset[str]:
    """Give the labels of footnotes that are not called, or written more than once."""
    written = Counter(found[2] for found in _DEFINITION.finditer(text))
    return frozenset(label for label in written if written[label] > 1 or label not in called)


def _as_typed(found: re.Match[str], stray: frozenset[str]) -> str:
    return f"{found[1]}\\{found[0][len(found[1]) :]}" if found[2] in stray else found[0]


_Notes = dict[object, tuple[Paragraph, ...]]
_Bodies = Mapping[object, SyntaxTreeNode]
_PLAIN: Final = re.compile(r"[^\\*_\[\]^\n#>+\-\d \t][^\\*_\[\]^\n]*(?<![ \t])")


def _is_plain(text: str) -> bool:
    return not text or _PLAIN.fullmatch(text) is not None


def _note_bodies(tree: SyntaxTreeNode) -> _Bodies:
    return {
        node.meta["id"]: node
        for block in tree.children
        if block.type == "footnote_block"
        for node in block.children
    }


def _note_paragraphs(key: object, bodies: _Bodies, seen: set[object]) -> Iterator[Paragraph]:
    """Give a footnote's paragraphs, and after them those of the footnotes that it calls."""
    seen.add(key)
    yield from _flat(_parts(bodies[key].children, {}))
    for node in bodies[key].walk():
        if node.type == "footnote_ref" and node.meta["id"] not in seen:
            yield from _note_paragraphs(node.meta["id"], bodies, seen)


def _flat(parts: Prose) -> Iterator[Paragraph]:
    for part in parts:
        match part:
            case Paragraph(inlines) | Heading(inlines):
                yield Paragraph(tuple(each for each in inlines if not isinstance(each, Note)))
            case Quotation(inner):
                yield from _flat(inner)
            case Listing(items=items):
                for item in items:
                    yield from _flat(item)


def _parts(nodes: list[SyntaxTreeNode], noted: _Notes) -> tuple[Part, ...]:
    found: list[Part] = []
    for node in nodes:
        found.extend(_part(node, noted))
    return tuple(found)


def _part(node: SyntaxTreeNode, noted: _Notes) -> tuple[Part, ...]:
    match node.type:
        case "paragraph":
            inlines = _inlines(node, noted)
            return (Paragraph(inlines),) if inlines else ()
        case "heading":
            return (Heading(_inlines(node, noted), min(int(node.tag[1]), _DEEPEST_HEADING)),)
        case "code_block":
            return _indented(node.content)
        case "blockquote":
            return (Quotation(_parts(node.children, noted)),)
        case "bullet_list" | "ordered_list":
            return (_listing(node, noted),)
        case _:
            return ()


def _indented(content: str) -> tuple[Part, ...]:
    return tuple(
        Paragraph(part.inlines, indented=True)
        for piece in re.split(r"\n\s*\n", content)
        for part in read_notation(_LINE_START.sub(_escaped_start, _unindented(piece)))
        if isinstance(part, Paragraph)
    )


def _unindented(piece: str) -> str:
    return re.sub(r"(?m)^[ \t]+", "", piece).strip("\n")


def _listing(node: SyntaxTreeNode, noted: _Notes) -> Listing:
    markup = node.children[0].markup
    style = ListStyle(f"1{markup}" if node.type == "ordered_list" else markup)
    items = tuple(_parts(item.children, noted) for item in node.children)
    return Listing(style, items, int(node.attrs.get("start", 1)))


def _inlines(node: SyntaxTreeNode, noted: _Notes) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for child in node.children:
        _collect(child, noted, found, bold=False, italic=False)
    return tuple(found)


def _collect(node: SyntaxTreeNode, noted: _Notes, found: list[Inline], *, bold: bool, italic: bool) -> None:
    match node.type:
        case "text" | "text_special":
            _add_run(found, Run(node.content, bold, italic))
        case "softbreak":
            _add_run(found, Run(" ", bold, italic))
        case "hardbreak":
            found.append(LineBreak())
        case "footnote_ref":
            found.append(Note(noted.get(node.meta["id"], ())))
        case kind:
            bold, italic = bold or kind == "strong", italic or kind == "em"
            for child in node.children:
                _collect(child, noted, found, bold=bold, italic=italic)


def _add_run(found: list[Inline], run: Run) -> None:
    last = found[-1] if found else None
    if isinstance(last, Run) and (last.bold, last.italic) == (run.bold, run.italic):
        found[-1] = Run(last.text + run.text, run.bold, run.italic)
    elif run.text:
        found.append(run)


class Notation(str):
    """A text that is in the notation already and is not escaped again."""

    __slots__ = ()


def escape(text: str) -> Notation:
    """Write a plain text so that the notation reads back exactly its characters.

    A line feed becomes a line break inside the paragraph; spaces at the edges
    of a line are left out.
    """
    stripped = "\n".join(line.strip() for line in text.splitlines())
    return Notation(escaped_starts(escaped_signs(stripped)).replace("\n", "\\\n"))


def escaped_signs(text: str) -> str:
    """Escape the signs that would mark something anywhere in a line."""
    return _SPECIAL.sub(r"\\\1", text)


def escaped_starts(text: str) -> str:
    """Escape what would begin a list, a quotation or a heading at the start of a line."""
    return _LINE_START.sub(_escaped_start, text)


def _escaped_start(found: re.Match[str]) -> str:
    start = found[2]
    if start.isdigit():
        return f"{found[1]}{start}\\"
    return f"{found[1]}\\{start}"
