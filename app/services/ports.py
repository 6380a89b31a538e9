"""What storage and clock must offer the services; ``db`` fits these by shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from app.domain.gaps import Counter
from app.domain.nomenclature import FileIndex
from app.domain.phrases import Phrase
from app.domain.queries import Query
from app.domain.register import Act, Draft, Entry, Link, Series
from app.domain.searching import EntryFilter, Facet, IndexedText, Listed, Place, SortedBy, Wanted
from app.services.directory_ports import OriginStore, RecordStore, StoredFileStore


class DraftStore(Protocol):
    """Drafts, newest change first."""

    def add(self, *, title: str, letter: str, now: datetime) -> int: ...
    def replace(self, key: int, *, title: str, letter: str, now: datetime) -> None:
        """Raises ``DraftNotFound``, ``DraftAlreadyRegistered`` and ``DraftInBin``."""

    def get(self, key: int) -> Draft:
        """Raises ``DraftNotFound``."""

    def all(self) -> Sequence[Draft]:
        """Give all but those in the bin."""

    def unregistered(self) -> Sequence[Draft]:
        """Give those that have no number yet and do not lie in the bin."""

    def binned(self) -> Sequence[Draft]: ...
    def bin(self, key: int, *, now: datetime) -> None:
        """Raises ``DraftNotFound``, ``DraftAlreadyRegistered`` and ``DraftInBin``."""

    def put_back(self, key: int) -> None:
        """Raises ``DraftNotFound`` and ``DraftNotInBin``."""

    def delete(self, key: int) -> None:
        """Delete from the bin. Raises ``DraftNotFound`` and ``DraftNotInBin``."""

    def mark_registered(self, key: int, *, sequence: int) -> None: ...


class SeriesStore(Protocol):
    """The series of numbers that the workspace knows."""

    def add(self, series: Series) -> None: ...
    def get(self, key: str) -> Series:
        """Raises ``UnknownSeries``."""

    def all(self) -> Sequence[Series]: ...
    def edit(self, series: Series) -> None:
        """Change how a series counts from now on. Raises ``UnknownSeries``."""

    def next_ordinal(self, key: str, year: int, scope: str = "") -> int:
        """Take the next ordinal of a counter; it is given back when the unit of work rolls back.

        ``year`` is 0 for a series that never begins anew.
        """

    def counters(self) -> Sequence[Counter]:
        """Give every counter there is."""


class RegisterStore(Protocol):
    """Registered letters and acts about numbers: they are added and read, never changed."""

    def add(self, entry: Entry, document: bytes) -> None: ...
    def add_act(self, act: Act, content: bytes | None = None) -> None: ...
    def head(self) -> tuple[int, str]:
        """Give sequence and seal of the newest link; 0 and the first seal where there is none."""

    def last(self) -> Link | None:
        """Give the newest link of the chain."""

    def noted_head(self) -> tuple[int, str] | None:
        """Give sequence and seal of the newest link, as they were noted apart from it."""

    def suffixes(self, entry: Entry) -> Sequence[str]:
        """Give the letters under which the ordinal of an entry stands in the register."""

    def links(self) -> Iterator[Link]:
        """Give the whole chain in its order, one link after the other. Raises ``UnreadableRow``."""

    def find(self, number: str, *, year: int | None = None) -> Sequence[Entry]: ...
    def all(self) -> Iterator[Entry]:
        """Give every entry in the order of its sequence, one after the other."""

    def acts(self) -> Iterator[Act]:
        """Give every act in the order of its sequence."""

    def acts_about(self, number: str) -> Sequence[Act]:
        """Give the acts about exactly this number, the oldest first."""

    def latest(self, limit: int) -> Sequence[Entry]: ...
    def entry(self, sequence: int) -> Entry:
        """Raises ``EntryNotFound``."""

    def corrections_of(self, sequence: int) -> Sequence[Entry]:
        """Give the entries that correct an entry."""

    def open_reservations(self) -> Sequence[Act]:
        """Give the reserved numbers that are neither used nor void, the newest first."""

    def document(self, sequence: int) -> bytes: ...
    def attachment(self, sequence: int) -> bytes: ...
    def integrity_problems(self) -> Sequence[str]:
        """Give what the database itself finds wrong with its file."""


class RegisterSearch(Protocol):
    """The listing of the register: made from it, searched, filtered, sorted, read by pages."""

    def add(self, entry: Entry, text: IndexedText) -> None: ...
    def note(self, act: Act) -> None:
        """Let the listing know how far an act has brought a letter."""

    def page(self, wanted: Wanted) -> Sequence[Listed]: ...
    def count(self, query: Query, narrowed: EntryFilter, limit: int) -> int:
        """Count what is found, up to a limit."""

    def place(self, sequence: int, by: SortedBy) -> Place | None:
        """Say where a letter stands in an order."""

    def landmarks(self, wanted: Wanted, every: int) -> Sequence[Place]:
        """Say where every so-manieth line stands, in the order wanted."""

    def values(self, name: Facet) -> Mapping[str | int, int]:
        """Give the values by which letters can be filtered, and how many letters have each."""

    def numbered(self, number: str, narrowed: EntryFilter) -> Sequence[Listed]:
        """Give the newest letters of this ordinal, or whose number begins as typed."""

    def snapshots(self, sequences: Sequence[int]) -> Mapping[int, str]: ...
    def is_current(self) -> bool:
        """Say whether the listing was made with today's folding."""

    def empty(self) -> None: ...
    def problems(self) -> Sequence[str]:
        """Give where the listing differs from the register."""


class FileStore(Protocol):
    """The nomenclature of files, of all years."""

    def put(self, file: FileIndex) -> None:
        """Keep a file, or its new title."""

    def remove(self, file: FileIndex) -> None:
        """Take a file out of its year."""

    def all(self) -> Sequence[FileIndex]: ...


class PhraseStore(Protocol):
    """The phrases that the office has added."""

    def add(self, phrase: Phrase) -> int: ...
    def replace(self, phrase: Phrase) -> None:
        """Raises ``PhraseNotFound``."""

    def remove(self, key: int) -> None:
        """Raises ``PhraseNotFound``."""

    def all(self) -> Sequence[Phrase]: ...


class UnitOfWork(Protocol):
    """One use case, one transaction: leaving without ``commit`` rolls back."""

    @property
    def drafts(self) -> DraftStore: ...
    @property
    def series(self) -> SeriesStore: ...
    @property
    def register(self) -> RegisterStore: ...
    @property
    def search(self) -> RegisterSearch: ...
    @property
    def files(self) -> FileStore: ...
    @property
    def phrases(self) -> PhraseStore: ...
    @property
    def records(self) -> RecordStore: ...
    @property
    def stored(self) -> StoredFileStore: ...
    @property
    def origins(self) -> OriginStore: ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...


Work = Callable[[], UnitOfWork]
Clock = Callable[[], datetime]
