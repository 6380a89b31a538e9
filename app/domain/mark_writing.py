"""Writes the marks of one paragraph: bold and italic stretches around words, breaks and footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from app.domain.notation import APART, read_notation

_BOLD: Final = "**"
_ITALIC: Final = "*"


class Piece(NamedTuple):
    """A stretch of one look, in the notation but for its marks; breaks and footnotes take any look."""

    text: str
    bold: bool = False
    italic: bool = False
    is_break: bool = False
    is_note: bool = False

    def wears(self, mark: str) -> bool:
        """Say whether the stretch itself has a mark."""
        return self.bold if mark == _BOLD else self.italic

    @property
    def takes_any(self) -> bool:
        """Whether the stretch may stand inside any mark."""
        return self.is_break or self.is_note


class _Token(NamedTuple):
    text: str
    opens: bool = False
    closes: bool = False


def marked(pieces: tuple[Piece, ...]) -> str:
    """Write the pieces with their marks, parted from the letters beside them only where they must be."""
    tokens = [token for token in _tokens(pieces, (_BOLD, _ITALIC)) if token.text]
    plain = "".join(token.text for token in tokens)
    parted = "".join(_parted(tokens))
    return plain if plain == parted or read_notation(plain) == read_notation(parted) else parted


def _tokens(pieces: Sequence[Piece], marks: tuple[str, ...]) -> Iterator[_Token]:
    at = 0
    while at < len(pieces):
        if not (pieces[at].bold or pieces[at].italic):
            yield _Token(pieces[at].text)
            at += 1
            continue
        end, mark = max(((_reach(pieces, at, mark), mark) for mark in marks), default=(at, ""))
        if end == at:
            yield _Token(pieces[at].text)
            at += 1
            continue
        others = tuple(other for other in marks if other != mark)
        before, inside, after = _edged(pieces[at:end])
        yield from (_Token(piece.text) for piece in before)
        if inside:
            yield _Token(mark, opens=True)
            yield from _tokens(inside, others)
            yield _Token(mark, closes=True)
        yield from (_Token(piece.text) for piece in after)
        at = end


def _reach(pieces: Sequence[Piece], at: int, mark: str) -> int:
    """Give the end of the longest stretch from here that has a mark."""
    if not pieces[at].wears(mark):
        return at
    end = at
    for place in range(at, len(pieces)):
        if pieces[place].wears(mark):
            end = place + 1
        elif not pieces[place].takes_any:
            break
    return end


def _edged(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Give what of a stretch stands before its mark, inside, and after: spaces at its edges are outside."""
    inside = list(pieces)
    before: list[Piece] = []
    after: list[Piece] = []
    while inside and _is_bare(inside[0]):
        before.append(inside.pop(0))
    while inside and _is_bare(inside[-1]):
        after.insert(0, inside.pop())
    if inside and inside[0].text[0].isspace():
        space, inside[0] = _cut(inside[0], len(inside[0].text) - len(inside[0].text.lstrip()))
        before.append(space)
    if inside and inside[-1].text[-1].isspace():
        inside[-1], space = _cut(inside[-1], len(inside[-1].text.rstrip()))
        after.insert(0, space)
    return before, inside, after


def _cut(piece: Piece, place: int) -> tuple[Piece, Piece]:
    return piece._replace(text=piece.text[:place]), piece._replace(text=piece.text[place:])


def _is_bare(piece: Piece) -> bool:
    return piece.takes_any or not piece.text.strip()


def _parted(tokens: Sequence[_Token]) -> Iterator[str]:
    yield from (token.text for token in tokens[:1])
    for before, token in pairwise(tokens):
        beside = not (before.text[-1].isspace() or token.text[0].isspace())
        if beside and ((token.opens) or (before.closes and not token.closes)):
            yield APART
        yield token.text
