"""Finding law as one types: “iccpr 22”, “c87”, “24/5 op2”, “конвенция 87”; the right thing first."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Final

from app.domain.law.asking import Asked, asked_for, words_of
from app.domain.law.names import Closeness, Match, Name, NameIndex
from app.domain.law.words import Vocabulary

_BEYOND: Final = 15  # final clauses of conventions are not stored, but may be cited


class ItemKind(IntEnum):
    """What can be found, in the order in which it comes where names fit alike."""

    INSTRUMENT = 0
    ARTICLE = 1
    OWN = 2
    COMMENT = 3
    REPORT = 4
    RESOLUTION = 5
    DECISION = 6


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that can be found, by names in any language.

    ``symbols`` are names that must be typed whole; ``articles`` those that it is known to have,
    ``within`` the articles that the entry stands for, ``number`` that of an ILO convention.
    """

    id: str
    kind: ItemKind
    title: str
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    short: str = ""
    number: str = ""
    articles: frozenset[int] = frozenset()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hit:
    """What was found: the thing, and the place in it that was asked for.

    ``together`` are further conventions that were asked for with it.
    """

    entry: Entry
    articles: tuple[str, ...] = ()
    paragraph: str = ""
    closeness: Closeness = Closeness.WHOLE
    exists: bool = True
    together: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
        """What tells it from other hits."""
        return self.entry.id, self.articles, self.paragraph, self.together


@dataclass(frozen=True)
class Preference:
    """What comes first among things that fit alike: what was used, then what binds the State."""

    used: Mapping[str, int] = field(default_factory=dict)
    binding: Container[str] = ()


class LawIndex:
    """All that can be found; made once, then only read, from any thread."""

    def __init__(self, entries: Iterable[Entry], vocabulary: Vocabulary) -> None:
        self.entries = sorted(entries, key=lambda entry: entry.kind)
        self._vocabulary = vocabulary
        self._index = NameIndex(self._names())
        self._conventions = {entry.number: entry for entry in self.entries if entry.number}
        self._by_id = {entry.id: entry for entry in self.entries}
        self._symbols: dict[tuple[str, ...], Entry] = {}
        self._shorts: dict[tuple[str, ...], Entry] = {}
        for entry in self.entries:
            for symbol in entry.symbols:
                self._symbols.setdefault(vocabulary.spoken(words_of(symbol)), entry)
            if entry.short:
                self._shorts.setdefault(words_of(entry.short), entry)
        self._longest = max(map(len, (*self._symbols, *self._shorts)), default=0)

    def entry(self, key: str) -> Entry | None:
        """Give what has an id."""
        return self._by_id.get(key)

    def find(self, text: str, preference: Preference | None = None, limit: int = 12) -> Sequence[Hit]:
        """Give what fits, best first: exactness, then what was used, then what binds the State."""
        asked = asked_for(text, self._vocabulary)
        found: dict[object, Hit] = {}
        for hit in self._hits(asked):
            held = found.get(hit.key)
            if held is None or _exactness(hit) < _exactness(held):
                found[hit.key] = hit
        if any(hit.exists and hit.closeness is Closeness.WHOLE for hit in found.values()):
            found = {key: hit for key, hit in found.items() if hit.closeness < Closeness.MISTYPED}
        order = preference or Preference()
        return sorted(found.values(), key=lambda hit: self._rank(hit, order))[:limit]

    def _rank(self, hit: Hit, order: Preference) -> tuple[object, ...]:
        key = hit.entry.id
        used = -order.used.get(key, 0)
        return (*_exactness(hit), used, key not in order.binding, hit.entry.kind)

    def _hits(self, asked: Asked) -> Iterator[Hit]:
        yield from self._by_symbol(asked)
        if asked.conventions or asked.protocols:
            yield from self._by_number(asked)
        elif not asked.names and not asked.slashed:
            yield from self._by_free_number(asked)
        yield from self._by_name(asked)

    def _by_symbol(self, asked: Asked) -> Iterator[Hit]:
        tables = [self._symbols, *([self._shorts] if asked.slashed or asked.resolution else [])]
        words = asked.words
        for length in range(min(self._longest, len(words)), 1, -1):
            for at in range(len(words) - length + 1):
                key = words[at : at + length]
                entry = next((table[key] for table in tables if key in table), None)
                if entry:
                    rest = asked_for(" ".join((*words[:at], "and", *words[at + length :])), self._vocabulary)
                    named = any(len(name) > 1 for name in rest.names)
                    yield _placed(entry, rest, Closeness.BEGINS if named else Closeness.WHOLE)
                    return

    def _by_number(self, asked: Asked) -> Iterator[Hit]:
        closeness = Closeness.HOLDS if asked.names else Closeness.WHOLE
        known = [one for number in asked.conventions if (one := self._conventions.get(_bare(number)))]
        protocols = [
            one for number in asked.protocols if (one := self._by_id.get(f"P{int(_bare(number)):03}"))
        ]
        if len(known) > 1:
            together = tuple(one.id for one in known[1:])
            yield Hit(entry=known[0], closeness=closeness, together=together)
        for entry in (*known, *protocols):
            yield _placed(entry, asked, closeness)

    def _by_free_number(self, asked: Asked) -> Iterator[Hit]:
        """Read numbers without any name: 87, 87 2, 87 and 98."""
        numbers = [_bare(number) for number in asked.free]
        known = [one for number in numbers if (one := self._conventions.get(number))]
        apart = asked.joined or not _exist(known[0], numbers[1:]) if known else False
        if apart and len(known) == len(numbers) > 1:
            yield Hit(entry=known[0], together=tuple(one.id for one in known[1:]))
        elif known and numbers[0] == known[0].number:
            parts = re.findall(r"\((\w+)\)", asked.free[0])
            rest = Asked(articles=asked.articles, paragraphs=asked.paragraphs, free=[*parts, *asked.free[1:]])
            yield _placed(known[0], rest, Closeness.WHOLE)

    def _by_name(self, asked: Asked) -> Iterator[Hit]:
        for match in self._index.find(asked.words):
            yield self._found(match, Asked())
        names = self._vocabulary.spoken(asked.names)
        if names and (asked.numbered or asked.conventions):
            other = replace(asked, free=[*asked.conventions, *asked.free], conventions=[])
            for match in self._index.find(names):
                own = self.entries[match.entry].number in map(_bare, asked.conventions)
                yield self._found(match, asked if own else other)

    def _found(self, match: Match, asked: Asked) -> Hit:
        hit = _placed(self.entries[match.entry], asked, match.closeness)
        named = asked.operative or asked.paragraphs
        unlikely = hit.entry.kind >= ItemKind.RESOLUTION and bool(asked.free) and not named
        return replace(hit, exists=False) if unlikely else hit

    def _names(self) -> Iterator[Name]:
        for at, entry in enumerate(self.entries):
            for name in dict.fromkeys((entry.title, *entry.names)):
                if words := self._vocabulary.spoken(words_of(name)):
                    yield Name(words, at)


def _exactness(hit: Hit) -> tuple[bool, int]:
    return not hit.exists, hit.closeness


def _placed(entry: Entry, asked: Asked, closeness: Closeness) -> Hit:
    """Give a thing with the place in it that was asked for."""
    match entry.kind:
        case ItemKind.INSTRUMENT:
            articles = _articles(asked)
            return Hit(entry=entry, articles=articles, closeness=closeness, exists=_exist(entry, articles))
        case ItemKind.ARTICLE:
            return Hit(entry=entry, articles=entry.within, closeness=closeness, exists=not asked.numbered)
        case ItemKind.RESOLUTION | ItemKind.DECISION:
            numbers = [*asked.operative, *asked.paragraphs, *asked.free]
            return Hit(entry=entry, paragraph=f"OP{numbers[0]}" if numbers else "", closeness=closeness)
        case _:
            numbers = [*asked.paragraphs, *asked.free, *asked.operative]
            return Hit(entry=entry, paragraph=numbers[0] if numbers else "", closeness=closeness)


def _articles(asked: Asked) -> tuple[str, ...]:
    """Give the articles asked for: “23 4” is paragraph 4 of article 23, “21, 22” are two articles."""
    numbers = [*asked.articles, *asked.free]
    parts = asked.paragraphs
    if not asked.articles and not asked.joined:
        numbers, parts = asked.free[:1], [*asked.paragraphs, *asked.free[1:]]
    elif asked.articles and not asked.joined:
        numbers, parts = asked.articles, [*asked.paragraphs, *asked.free]
    if len(numbers) == 1 and parts:
        return (f"{numbers[0]}({parts[0]})",)
    return tuple(dict.fromkeys(numbers))


def _exist(entry: Entry, articles: Sequence[str]) -> bool:
    if not entry.articles or not articles:
        return True
    most = max(entry.articles) + (_BEYOND if entry.number else 0)
    return all(1 <= int(_bare(one)) <= most for one in articles)


def _bare(number: str) -> str:
    found = re.match(r"\d+", number)
    return str(int(found[0])) if found else "0"
