"""Finding by any part of any name: an index in memory, folded, best first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from heapq import merge
from itertools import accumulate, islice
from typing import Final

from app.domain.folding import fold, sort_key
from app.domain.records import Named, RecordKind

_NAME: Final = "\t"
_ONE: Final = "\n"


class Closeness(IntEnum):
    """How well a name fits what was typed, the best first."""

    WHOLE_NAME = 0
    NAME_BEGINS = 1
    WORD_BEGINS = 2
    INSIDE = 3


@dataclass(frozen=True, kw_only=True)
class Found:
    """One record that was found; ``matched`` is the name that fits, in whatever language."""

    key: str
    kind: RecordKind
    title: str
    matched: str
    state: str = ""
    sample: bool = False
    closeness: Closeness = Closeness.INSIDE


@dataclass
class _Shelf:
    """All records of one kind, sorted by title, and their folded names as one long text.

    Each record is a line, each name begins with a tab, and a space stands before and behind
    each word, so that one search for a text tells where words begin.
    """

    records: dict[str, tuple[str, str, Named]] = field(default_factory=dict)
    order: list[Named] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    text: str = ""
    stale: bool = False

    def put(self, named: Named) -> None:
        self.stale = True
        if named.deleted:
            self.records.pop(named.key, None)
        else:
            self.records[named.key] = (sort_key(named.title), _line(named.names), named)

    def refresh(self) -> None:
        if self.stale:
            sorted_ones = sorted(self.records.values(), key=lambda one: (one[0], one[2].key))
            self.order = [named for _, _, named in sorted_ones]
            self.starts = list(accumulate((len(line) for _, line, _ in sorted_ones), initial=0))
            self.text = "".join(line for _, line, _ in sorted_ones)
            self.stale = False


class NameIndex:
    """The names of all records; ``put`` keeps it current. Not for several threads at once."""

    def __init__(self) -> None:
        self._shelves = {kind: _Shelf() for kind in RecordKind}
        self.revision = 0

    def put(self, records: Iterable[Named]) -> None:
        """Take records in, again if they have changed, out if they lie in the bin."""
        for named in records:
            self._shelves[named.kind].put(named)
            self.revision = max(self.revision, named.revision)

    def all(self, kinds: Iterable[RecordKind]) -> Iterator[Named]:
        """Give the records of some kinds, sorted by title within each."""
        for kind in kinds:
            shelf = self._shelves[kind]
            shelf.refresh()
            yield from shelf.order

    def get(self, key: str) -> Named | None:
        """Give one record."""
        held = (shelf.records.get(key) for shelf in self._shelves.values())
        return next((one[2] for one in held if one), None)

    def find(self, text: str, kinds: Iterable[RecordKind], limit: int) -> list[Found]:
        """Give the records with a name that holds every word typed: as one piece first, then in any order."""
        words = fold(text).split()
        if not words or limit < 1:
            return []
        ranked = [self._in(self._shelves[kind], words, limit) for kind in kinds]
        best = merge(*ranked, key=lambda one: (one[0], one[1]))
        return [_found(named, closeness, words) for closeness, _, named in islice(best, limit)]

    def _in(self, shelf: _Shelf, words: list[str], limit: int) -> list[tuple[Closeness, str, Named]]:
        shelf.refresh()
        seen: dict[int, Closeness] = {}
        for closeness, piece in _pieces(shelf.text, words):
            for place in _places(shelf, piece):
                if place not in seen and _has(shelf, place, words):
                    seen[place] = closeness
                if len(seen) >= limit:
                    break
        found = [(closeness, place) for place, closeness in seen.items()]
        chosen = sorted(found)[:limit]
        return [
            (closeness, sort_key(shelf.order[place].title), shelf.order[place]) for closeness, place in chosen
        ]


def _pieces(text: str, words: list[str]) -> Iterator[tuple[Closeness, str]]:
    """Give what to search a text for, one after the other, the best first."""
    whole = " ".join(words)
    yield Closeness.WHOLE_NAME, f"{_NAME} {whole} {_NAME}"
    yield Closeness.NAME_BEGINS, f"{_NAME} {whole}"
    yield Closeness.WORD_BEGINS, f" {whole}"
    rarest = min(words, key=text.count) if len(words) > 1 else whole
    if rarest != whole:
        yield Closeness.WORD_BEGINS, f" {rarest}"
    yield Closeness.INSIDE, rarest


def _places(shelf: _Shelf, piece: str) -> Iterator[int]:
    """Give the records whose line holds a piece, each once, in their order."""
    at = shelf.text.find(piece)
    while at >= 0:
        place = bisect_right(shelf.starts, at) - 1
        yield place
        at = shelf.text.find(piece, shelf.starts[place + 1])


def _has(shelf: _Shelf, place: int, words: list[str]) -> bool:
    begin, end = shelf.starts[place], shelf.starts[place + 1]
    return len(words) == 1 or all(shelf.text.find(word, begin, end) >= 0 for word in words)


def _found(named: Named, closeness: Closeness, words: list[str]) -> Found:
    return Found(
        key=named.key,
        kind=named.kind,
        title=named.title,
        matched=_matched(named.names, words) or named.title,
        state=named.state,
        sample=named.sample,
        closeness=closeness,
    )


def _matched(names: tuple[str, ...], words: list[str]) -> str:
    """Give the first name that fits best: the most words, and beginning with what was typed."""
    whole = " ".join(words)

    def fit(name: str) -> tuple[int, bool, bool]:
        line = f" {' '.join(fold(name).split())} "
        return sum(word in line for word in words), f" {whole}" in line, line.startswith(f" {whole}")

    return max(names, key=fit, default="")


def _line(names: tuple[str, ...]) -> str:
    folded = (" ".join(fold(name).split()) for name in names)
    return "".join(f"{_NAME} {name} " for name in folded if name) + _NAME + _ONE
