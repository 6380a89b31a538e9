"""An index of names in memory: finds them by words, beginnings of words, and words typed wrongly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

_LONG: Final = 4
_STEM: Final = 5
_ENDING: Final = 3
_MOST_BEGINNINGS: Final = 200
_MOST_RANKED: Final = 300


class Closeness(IntEnum):
    """How well a name fits what was typed, the best first."""

    WHOLE = 0
    BEGINS = 1
    HOLDS = 2
    BEGINNINGS = 3
    MISTYPED = 4
    MOSTLY = 5


@dataclass(frozen=True)
class Name:
    """A name as words, and the place of the entry that bears it."""

    words: tuple[str, ...]
    entry: int


@dataclass(frozen=True, order=True)
class Match:
    """A name that fits; ``rest`` is how many of its words were not typed."""

    closeness: Closeness
    rest: int
    entry: int


class NameIndex:
    """The names of all entries; those that come first win where two fit alike."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = sorted(names, key=lambda name: name.entry)
        self._holding: dict[str, set[int]] = {}
        for at, name in enumerate(self._names):
            for word in name.words:
                self._holding.setdefault(word, set()).add(at)
        self._words = sorted(self._holding)
        self._shortened: dict[str, list[str]] = {}
        for word in self._words:
            for short in _shortened(word):
                self._shortened.setdefault(short, []).append(word)

    def find(self, words: Sequence[str]) -> list[Match]:
        """Give the entries with a name that holds all the words, each once, the best first."""
        if not words:
            return []
        exact = [self._holding.get(word, set()) for word in words]
        begun = [one | self._beginning(word) for one, word in zip(exact, words, strict=True)]
        whole, most = set.intersection(*exact), set.intersection(*begun)
        if most:
            return self._ranked(words, [(Closeness.HOLDS, whole), (Closeness.BEGINNINGS, most - whole)])
        return self._roughly(words, begun)

    def _roughly(self, words: Sequence[str], begun: Sequence[set[int]]) -> list[Match]:
        wide = [
            one | self._alike(word) if len(word) >= _LONG else one
            for one, word in zip(begun, words, strict=True)
        ]
        if found := set.intersection(*wide):
            return self._ranked(words, [(Closeness.MISTYPED, found)])
        return self._ranked(words, [(Closeness.MOSTLY, self._mostly(wide))])

    @staticmethod
    def _mostly(wide: Sequence[set[int]]) -> set[int]:
        """Give the names that hold all words but one, of three or more."""
        if len(wide) <= 2:
            return set()
        parts = ([*wide[:at], *wide[at + 1 :]] for at in range(len(wide)))
        return set().union(*(set.intersection(*part) for part in parts))

    def _ranked(self, words: Sequence[str], found: Iterable[tuple[Closeness, set[int]]]) -> list[Match]:
        best: dict[int, Match] = {}
        for closeness, places in found:
            for at in sorted(places)[:_MOST_RANKED]:
                match = self._match(words, closeness, self._names[at])
                if match.entry not in best or match < best[match.entry]:
                    best[match.entry] = match
        return sorted(best.values())

    @staticmethod
    def _match(words: Sequence[str], closeness: Closeness, name: Name) -> Match:
        if closeness is Closeness.HOLDS and name.words[: len(words)] == tuple(words):
            whole = len(name.words) == len(words)
            closeness = Closeness.WHOLE if whole else Closeness.BEGINS
        return Match(closeness, max(0, len(name.words) - len(words)), name.entry)

    def _beginning(self, word: str) -> set[int]:
        """Give the names with a word that begins so; numbers are never taken for beginnings."""
        if word.isdigit():
            return set()
        at = bisect_left(self._words, word)
        found: set[int] = set()
        for other in self._words[at : at + _MOST_BEGINNINGS]:
            if not other.startswith(word):
                break
            found |= self._holding[other]
        return found

    def _alike(self, word: str) -> set[int]:
        """Give the names with a word that is typed almost so, or has another ending."""
        if word.isdigit():
            return set()
        near = {other for short in _shortened(word) for other in self._shortened.get(short, ())}
        found = {at for other in near if _is_near(word, other) for at in self._holding[other]}
        stem = word[: max(_STEM, len(word) - _ENDING)]
        return found | (self._beginning(stem) if len(stem) < len(word) else set())


def _shortened(word: str) -> Iterator[str]:
    """Give a word and all that is left of it when one letter is missing."""
    yield word
    if len(word) >= _LONG and not word.isdigit():
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_near(one: str, other: str) -> bool:
    """Say whether one letter was left out, added, exchanged, or two were swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    begin = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if begin is None:
        return True
    a, b = one[begin:], other[begin:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]
