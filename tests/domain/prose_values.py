"""Prose of every shape that the notation can hold, for properties."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from hypothesis import strategies as st

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

SIGNS = "*_[]^\\#>+-1.):(`<&!|~= \tабვ—“”№😀\u200f\u200b\u00a0'\"{}%/"
letters = st.one_of(
    st.sampled_from(SIGNS),
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Cn")),
)
words = st.text(letters, min_size=1, max_size=12).map(str.strip).filter(bool)
edges = st.sampled_from(["", " "])
spaced = st.builds("{}{}{}".format, edges, words, edges)
runs = st.builds(Run, spaced, st.booleans(), st.booleans())


def joined(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Put runs of one look together, as reading does."""
    found: list[Inline] = []
    for inline in inlines:
        last = found[-1] if found else None
        if isinstance(inline, Run) and isinstance(last, Run) and look(inline) == look(last):
            found[-1] = Run(last.text + inline.text, last.bold, last.italic)
        else:
            found.append(inline)
    return tuple(found)


def look(inline: Inline) -> tuple[bool, bool]:
    """Give the look of a run; a break or a footnote has none."""
    return (inline.bold, inline.italic) if isinstance(inline, Run) else (False, False)


def characters(inlines: tuple[Inline, ...]) -> list[tuple[object, ...]]:
    """Give what can be seen of a paragraph: each character with its look, each footnote, each line.

    Spaces have no look, and there are none at the edges of a line.
    """
    seen: list[tuple[object, ...]] = []
    for inline in inlines:
        match inline:
            case Run(text, bold, italic):
                seen += [(each,) if each.isspace() else (each, bold, italic) for each in text]
            case LineBreak():
                seen.append(("\n", "break"))
            case Note(paragraphs):
                said = [tuple(each) for p in paragraphs if (each := characters(p.inlines))]
                seen += [("note", *said)] if said else []
    return _without_edges(seen)


def _without_edges(seen: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    lines = [list(group) for is_break, group in groupby(seen, lambda each: each == ("\n", "break"))]
    kept: list[tuple[object, ...]] = []
    for line in lines:
        while line and len(line[0]) == 1:
            line.pop(0)
        while line and len(line[-1]) == 1:
            line.pop()
        kept += line
    while kept and kept[-1] == ("\n", "break"):
        kept = kept[:-1]
    return kept


note_texts = st.lists(st.one_of(runs, st.just(LineBreak())), min_size=1, max_size=3)
one_note = st.lists(note_texts.map(joined).filter(characters).map(Paragraph), min_size=1, max_size=2)
notes = one_note.map(lambda paragraphs: Note(tuple(paragraphs)))
inlines = (
    st.lists(st.one_of(runs, runs, runs, st.just(LineBreak()), notes), min_size=1, max_size=6)
    .map(joined)
    .filter(characters)
)
in_heading = st.lists(runs, min_size=1, max_size=3).map(joined)
plain_notes = st.builds(lambda text: Note((Paragraph((Run(text),)),)), words)
indented = st.builds(
    lambda each, note: Paragraph((*each, note) if note else each, indented=True),
    st.lists(st.one_of(runs, st.just(LineBreak())), min_size=1, max_size=4).map(joined).filter(characters),
    st.none() | plain_notes,
)
paragraphs = st.one_of(inlines.map(Paragraph), inlines.map(Paragraph), indented)
headings = st.builds(Heading, in_heading, st.integers(1, 3))
leaves: st.SearchStrategy[Part] = st.one_of(paragraphs, paragraphs, headings)


def _containers(inner: st.SearchStrategy[Part]) -> st.SearchStrategy[Part]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.lists(st.one_of(parts, parts, st.just(())), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        parts.map(Quotation),
        st.builds(Listing, st.sampled_from(ListStyle), items, st.just(1)),
        st.builds(Listing, st.sampled_from([ListStyle.POINT, ListStyle.BRACKET]), items, st.integers(0, 999)),
    )


parts: st.SearchStrategy[Part] = st.recursive(leaves, _containers, max_leaves=8)
proses: st.SearchStrategy[Prose] = st.lists(parts, max_size=4).map(tuple)


def visible(prose: Prose) -> list[object]:
    """Give all of a text that can be seen, to compare two texts by."""
    return [seen for part in prose for seen in _visible(part)]


def _visible(part: Part) -> list[object]:
    match part:
        case Paragraph(inlines, indented):
            return [("paragraph", indented, seen)] if (seen := characters(inlines)) else []
        case Heading(inlines, level):
            return [("heading", level, seen)] if (seen := characters(inlines)) else []
        case Quotation(inner):
            return [("quotation", said)] if (said := visible(inner)) else []
        case Listing(style, items, start):
            return [("list", style, start, [visible(item) for item in items])]
