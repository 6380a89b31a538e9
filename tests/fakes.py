"""Stand-ins that behave: storage in memory, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from app.domain.drafts import DraftInBin, DraftNotInBin
from app.domain.gaps import Counter, place_of
from app.domain.nomenclature import FileIndex
from app.domain.numbering import spellings
from app.domain.phrases import Phrase, PhraseNotFound
from app.domain.records import Record, StoredFile
from app.domain.register import (
    FIRST_SEAL,
    Act,
    ActKind,
    Draft,
    DraftAlreadyRegistered,
    DraftNotFound,
    Entry,
    EntryNotFound,
    Link,
    Series,
    UnknownSeries,
)
from app.domain.searching import IndexedText
from tests.fake_directories import FakeOrigins, FakeRecords, FakeStored
from tests.fake_search import FakeSearch


@dataclass
class FixedClock:
    """A clock that shows what it was set to."""

    now: datetime = datetime(2017, 8, 16, 10, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


@dataclass
class Shelf:
    """What the storage holds at one moment."""

    drafts: dict[int, Draft] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    counters: dict[tuple[str, int, str], Counter] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    documents: dict[int, bytes] = field(default_factory=dict)
    acts: dict[int, Act] = field(default_factory=dict)
    attachments: dict[int, bytes] = field(default_factory=dict)
    head: dict[int, tuple[int, str]] = field(default_factory=dict)
    files: dict[tuple[int, str], FileIndex] = field(default_factory=dict)
    listed: dict[int, IndexedText] = field(default_factory=dict)
    phrases: dict[int, Phrase] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    stored: dict[str, StoredFile] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    origins: dict[int, tuple[str, str]] = field(default_factory=dict)

    def copy(self) -> Shelf:
        return Shelf(**{name: dict(held) for name, held in vars(self).items()})


class FakeDrafts:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def add(self, *, title: str, letter: str, now: datetime) -> int:
        key = max(self._shelf.drafts, default=0) + 1
        self._shelf.drafts[key] = Draft(key=key, title=title, letter=letter, created_at=now, changed_at=now)
        return key

    def replace(self, key: int, *, title: str, letter: str, now: datetime) -> None:
        self._shelf.drafts[key] = replace(self._open(key), title=title, letter=letter, changed_at=now)

    def get(self, key: int) -> Draft:
        if key not in self._shelf.drafts:
            raise DraftNotFound(draft=key)
        return self._shelf.drafts[key]

    def all(self) -> Sequence[Draft]:
        kept = [draft for draft in self._shelf.drafts.values() if not draft.binned_at]
        return sorted(kept, key=lambda d: (d.changed_at, d.key), reverse=True)

    def unregistered(self) -> Sequence[Draft]:
        return [draft for draft in self.all() if not draft.registered_as]

    def binned(self) -> Sequence[Draft]:
        binned = [(d.binned_at, d.key, d) for d in self._shelf.drafts.values() if d.binned_at]
        return [draft for _, _, draft in sorted(binned, reverse=True, key=lambda one: one[:2])]

    def bin(self, key: int, *, now: datetime) -> None:
        self._shelf.drafts[key] = replace(self._open(key), binned_at=now)

    def put_back(self, key: int) -> None:
        self._shelf.drafts[key] = replace(self._binned(key), binned_at=None)

    def delete(self, key: int) -> None:
        del self._shelf.drafts[self._binned(key).key]

    def _binned(self, key: int) -> Draft:
        draft = self.get(key)
        if not draft.binned_at:
            raise DraftNotInBin(draft=key)
        return draft

    def mark_registered(self, key: int, *, sequence: int) -> None:
        number = self._shelf.entries[sequence].number
        self._shelf.drafts[key] = replace(self._open(key), registered_as=number)

    def _open(self, key: int) -> Draft:
        draft = self.get(key)
        if draft.binned_at:
            raise DraftInBin(draft=key)
        if draft.registered_as:
            raise DraftAlreadyRegistered(draft=key, number=draft.registered_as)
        return draft


class FakeSeries:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def add(self, series: Series) -> None:
        if series.key in self._shelf.series:
            raise ValueError(f"series {series.key} is there already")
        self._shelf.series[series.key] = series

    def get(self, key: str) -> Series:
        if key not in self._shelf.series:
            raise UnknownSeries(series=key, known=", ".join(sorted(self._shelf.series)))
        return self._shelf.series[key]

    def all(self) -> Sequence[Series]:
        return sorted(self._shelf.series.values(), key=lambda series: series.key)

    def edit(self, series: Series) -> None:
        self._shelf.series[self.get(series.key).key] = series

    def next_ordinal(self, key: str, year: int, scope: str = "") -> int:
        series, counters = self.get(key), self._shelf.counters
        counted_before = any(k == key and y < year for k, y, _ in counters)
        first = 1 if counted_before else series.start
        counter = counters.get((key, year, scope), Counter(key, year, scope, first, first - 1))
        counters[key, year, scope] = replace(counter, last=counter.last + 1)
        return counter.last + 1

    def counters(self) -> Sequence[Counter]:
        return [self._shelf.counters[place] for place in sorted(self._shelf.counters)]


class FakeRegister:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def add(self, entry: Entry, document: bytes) -> None:
        taken = {self._place(other) for other in self._shelf.entries.values()}
        if entry.sequence in self._shelf.entries or self._place(entry) in taken:
            raise ValueError(f"{entry.number} is in the register already")
        self._shelf.entries[entry.sequence] = entry
        self._shelf.documents[entry.sequence] = document
        self._shelf.head[1] = (entry.sequence, entry.seal)

    @staticmethod
    def _place(entry: Entry) -> tuple[str, int, str, int, str]:
        return entry.series, entry.counted_in, entry.scope, entry.ordinal, entry.suffix

    def add_act(self, act: Act, content: bytes | None = None) -> None:
        self._shelf.acts[act.sequence] = act
        if content is not None:
            self._shelf.attachments[act.sequence] = content
        self._shelf.head[1] = (act.sequence, act.seal)

    def noted_head(self) -> tuple[int, str] | None:
        return self._shelf.head.get(1)

    def suffixes(self, entry: Entry) -> Sequence[str]:
        place = self._place(entry)[:4]
        return [other.suffix for other in self._shelf.entries.values() if self._place(other)[:4] == place]

    def head(self) -> tuple[int, str]:
        last = self.last()
        return (last.sequence, last.seal) if last else (0, FIRST_SEAL)

    def last(self) -> Link | None:
        return max(self.links(), key=lambda link: link.sequence, default=None)

    def links(self) -> Iterator[Link]:
        both: list[Link] = [*self._shelf.entries.values(), *self._shelf.acts.values()]
        return iter(sorted(both, key=lambda link: link.sequence))

    def acts(self) -> Iterator[Act]:
        return (self._shelf.acts[sequence] for sequence in sorted(self._shelf.acts))

    def acts_about(self, number: str) -> Sequence[Act]:
        return [act for act in self.acts() if act.number in spellings(number)]

    def attachment(self, sequence: int) -> bytes:
        if sequence not in self._shelf.attachments:
            raise EntryNotFound(number=sequence)
        return self._shelf.attachments[sequence]

    def find(self, number: str, *, year: int | None = None) -> Sequence[Entry]:
        said = spellings(number)
        return [e for e in self.all() if e.number in said and year in {None, e.year}]

    def all(self) -> Iterator[Entry]:
        return (self._shelf.entries[sequence] for sequence in sorted(self._shelf.entries))

    def latest(self, limit: int) -> Sequence[Entry]:
        return list(self.all())[::-1][:limit]

    def entry(self, sequence: int) -> Entry:
        if sequence not in self._shelf.entries:
            raise EntryNotFound(number=sequence)
        return self._shelf.entries[sequence]

    def corrections_of(self, sequence: int) -> Sequence[Entry]:
        return [entry for entry in self.all() if entry.corrects == sequence]

    def open_reservations(self) -> Sequence[Act]:
        used = {place_of(entry) for entry in self.all()}
        used |= {place_of(act) for act in self.acts() if act.kind is ActKind.VOIDED}
        reserved = [act for act in self.acts() if act.kind is ActKind.RESERVED]
        return [act for act in reversed(reserved) if place_of(act) not in used]

    def document(self, sequence: int) -> bytes:
        if sequence not in self._shelf.documents:
            raise EntryNotFound(number=sequence)
        return self._shelf.documents[sequence]

    def integrity_problems(self) -> Sequence[str]:
        return []


class FakeFiles:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def put(self, file: FileIndex) -> None:
        self._shelf.files[file.year, file.index] = file

    def remove(self, file: FileIndex) -> None:
        self._shelf.files.pop((file.year, file.index), None)

    def all(self) -> Sequence[FileIndex]:
        return [self._shelf.files[place] for place in sorted(self._shelf.files)]


class FakePhrases:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def add(self, phrase: Phrase) -> int:
        key = max(self._shelf.phrases, default=0) + 1
        self._shelf.phrases[key] = replace(phrase, key=key)
        return key

    def replace(self, phrase: Phrase) -> None:
        self._expect(phrase.key)
        self._shelf.phrases[phrase.key] = phrase

    def remove(self, key: int) -> None:
        self._expect(key)
        del self._shelf.phrases[key]

    def all(self) -> Sequence[Phrase]:
        return [self._shelf.phrases[key] for key in sorted(self._shelf.phrases)]

    def _expect(self, key: int) -> None:
        if key not in self._shelf.phrases:
            raise PhraseNotFound(phrase=key)


class FakeUnitOfWork:
    """A transaction over a ``FakeStorage``: leaving without ``commit`` forgets."""

    drafts: FakeDrafts
    series: FakeSeries
    register: FakeRegister
    search: FakeSearch
    files: FakeFiles
    phrases: FakePhrases
    records: FakeRecords
    stored: FakeStored
    origins: FakeOrigins

    def __init__(self, storage: FakeStorage) -> None:
        self._storage = storage
        self._shelf = Shelf()

    def __enter__(self) -> Self:
        self._shelf = self._storage.shelf.copy()
        self.drafts = FakeDrafts(self._shelf)
        self.series = FakeSeries(self._shelf)
        self.register = FakeRegister(self._shelf)
        self.search = FakeSearch(self._shelf)
        self.files = FakeFiles(self._shelf)
        self.phrases = FakePhrases(self._shelf)
        self.stored = FakeStored(self._shelf.stored, self._shelf.contents)
        self.records = FakeRecords(self._shelf.records, self.stored)
        self.origins = FakeOrigins(self._shelf.origins, self._shelf.drafts, self._shelf.entries)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._shelf = Shelf()

    def commit(self) -> None:
        self._storage.shelf = self._shelf.copy()


class FakeStorage:
    """A workspace in memory; reach for ``shelf`` to look at it or to tamper with it."""

    def __init__(self) -> None:
        self.shelf = Shelf()

    def unit_of_work(self) -> FakeUnitOfWork:
        return FakeUnitOfWork(self)

    def reading(self) -> FakeUnitOfWork:
        return FakeUnitOfWork(self)

    def close(self) -> None:
        """There is nothing to let go of."""
