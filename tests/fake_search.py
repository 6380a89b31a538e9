"""A listing in memory that reads every letter, for want of an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, replace
from typing import Protocol

from app.domain.folding import sort_key
from app.domain.marking import Marker
from app.domain.numbering import spellings
from app.domain.queries import Query, Term
from app.domain.register import Act, Entry
from app.domain.replies import reply_due
from app.domain.searching import (
    EntryFilter,
    EntryStatus,
    Facet,
    IndexedText,
    Key,
    Listed,
    Page,
    Place,
    SortedBy,
    Wanted,
    earlier_statuses,
    status_after,
)

KEYS: Mapping[SortedBy, Callable[[Entry], Key]] = {
    SortedBy.REGISTERED: lambda one: (one.sequence,),
    SortedBy.NUMBER: lambda one: (
        one.series, one.counted_in, one.scope, one.ordinal, one.suffix, one.sequence,
    ),
    SortedBy.DATE: lambda one: (one.registered_on.isoformat(), one.sequence),
    SortedBy.ADDRESSEE: lambda one: (sort_key(one.addressee), one.sequence),
    SortedBy.SUBJECT: lambda one: (sort_key(one.subject), one.sequence),
    SortedBy.DUE: lambda one: (_due(one), one.sequence),
}  # fmt: skip


def _due(entry: Entry) -> str:
    due = reply_due(entry)
    return due.isoformat() if due else ""


class Held(Protocol):
    """What the search needs of the shelf."""

    entries: dict[int, Entry]
    acts: dict[int, Act]
    listed: dict[int, IndexedText]


class FakeSearch:
    def __init__(self, shelf: Held) -> None:
        self._shelf = shelf

    def add(self, entry: Entry, text: IndexedText) -> None:
        if entry.sequence in self._shelf.listed:
            raise ValueError(f"{entry.number} is listed already")
        self._shelf.listed[entry.sequence] = text

    def note(self, act: Act) -> None:
        """Acts are read whenever a line is."""

    def page(self, wanted: Wanted) -> Sequence[Listed]:
        by, page = wanted.order.by, wanted.page
        found = sorted(self._found(wanted.query, wanted.filter, by), key=lambda line: line.place.key)
        if wanted.order.descending:
            found.reverse()
        if page.before:
            border = page.before.key
            lines = [one for one in found if _comes_first(one.place.key, border, wanted)]
            return lines[-page.size :]
        if page.after:
            border = page.after.key
            found = [one for one in found if _comes_first(border, one.place.key, wanted)]
        return found[: page.size]

    def count(self, query: Query, narrowed: EntryFilter, limit: int) -> int:
        return min(limit, sum(1 for _ in self._found(query, narrowed, SortedBy.REGISTERED)))

    def place(self, sequence: int, by: SortedBy) -> Place | None:
        return Place(KEYS[by](self._shelf.entries[sequence])) if sequence in self._shelf.listed else None

    def landmarks(self, wanted: Wanted, every: int) -> Sequence[Place]:
        lines = self.page(replace(wanted, page=Page(size=len(self._shelf.listed))))
        return [line.place for at, line in enumerate(lines, 1) if at % every == 0]

    def values(self, name: Facet) -> Mapping[str | int, int]:
        lines = self._found(Query(), EntryFilter(), SortedBy.REGISTERED)
        said = (one.registered_on.year if name is Facet.YEAR else getattr(one, name) for one in lines)
        return Counter(said)

    def numbered(self, number: str, narrowed: EntryFilter) -> Sequence[Listed]:
        bare = spellings(number)[2]
        lines = list(self._found(Query(), replace(narrowed, recipient="", case=""), SortedBy.REGISTERED))
        return [line for line in reversed(lines) if self._is_numbered(line, bare)][:5]

    def _is_numbered(self, line: Listed, bare: str) -> bool:
        if bare.isascii() and bare.isdecimal():
            return self._shelf.entries[line.sequence].ordinal == int(bare)
        return line.number.startswith(bare)

    def snapshots(self, sequences: Sequence[int]) -> Mapping[int, str]:
        kept = self._shelf.entries
        return {sequence: kept[sequence].snapshot for sequence in sequences if sequence in kept}

    def is_current(self) -> bool:
        return True

    def empty(self) -> None:
        self._shelf.listed.clear()

    def problems(self) -> Sequence[str]:
        missing = set(self._shelf.entries) ^ set(self._shelf.listed)
        return [f"{len(missing)} letters are registered and not listed"] if missing else []

    def _found(self, query: Query, narrowed: EntryFilter, by: SortedBy) -> Iterator[Listed]:
        for sequence in sorted(self._shelf.listed):
            line, text = self._line(sequence, by), self._shelf.listed[sequence]
            if narrowed.takes(line) and _has(text, query, narrowed):
                yield line

    def _line(self, sequence: int, by: SortedBy) -> Listed:
        entry = self._shelf.entries[sequence]
        said = {name: getattr(entry, name) for name in Listed.__dataclass_fields__ if hasattr(entry, name)}
        return Listed(
            **said, status=self._status(sequence), due=reply_due(entry), place=Place(KEYS[by](entry))
        )

    def _status(self, sequence: int) -> EntryStatus:
        status = EntryStatus.REGISTERED
        for act in self._shelf.acts.values():
            after = status_after(act)
            if act.entry == sequence and after and status in earlier_statuses(after):
                status = after
        return status


def _has(text: IndexedText, query: Query, narrowed: EntryFilter) -> bool:
    return (
        all(any(_stands_in(term, part) for part in astuple(text)) for term in query.terms)
        and all(_stands_in(term, text.addressee) for term in narrowed.recipient_terms)
        and all(_stands_in(term, text.case) for term in narrowed.case_terms)
    )


def _stands_in(term: Term, text: str) -> bool:
    return Marker(Query((term,))).finds_all(text)


def _comes_first(first: Key, second: Key, wanted: Wanted) -> bool:
    return first > second if wanted.order.descending else first < second
