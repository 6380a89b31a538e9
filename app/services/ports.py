"""What storage and clock must offer the services; ``db`` fits these by shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from app.domain.register import Draft, Entry, Series


class DraftStore(Protocol):
    """Drafts, newest change first."""

    def add(self, *, title: str, letter: str, now: datetime) -> int: ...
    def replace(self, key: int, *, title: str, letter: str, now: datetime) -> None:
        """Raises ``DraftNotFound`` and ``DraftAlreadyRegistered``."""

    def get(self, key: int) -> Draft:
        """Raises ``DraftNotFound``."""

    def all(self) -> Sequence[Draft]: ...
    def mark_registered(self, key: int, *, sequence: int) -> None: ...


class SeriesStore(Protocol):
    """The series of numbers that the workspace knows."""

    def add(self, series: Series) -> None: ...
    def get(self, key: str) -> Series:
        """Raises ``UnknownSeries``."""

    def all(self) -> Sequence[Series]: ...
    def next_ordinal(self, key: str, year: int) -> int:
        """Take the next ordinal of the year; it is given back when the unit of work rolls back."""


class RegisterStore(Protocol):
    """Registered letters: they are added and read, never changed."""

    def add(self, entry: Entry, document: bytes) -> None: ...
    def last(self) -> Entry | None:
        """Give the entry with the highest sequence."""

    def find(self, number: str, *, year: int | None = None) -> Sequence[Entry]: ...
    def all(self) -> Iterator[Entry]:
        """Give every entry in the order of its sequence, one after the other."""

    def latest(self, limit: int) -> Sequence[Entry]: ...
    def document(self, sequence: int) -> bytes: ...
    def integrity_problems(self) -> Sequence[str]:
        """Give what the database itself finds wrong with its file."""


class UnitOfWork(Protocol):
    """One use case, one transaction: leaving without ``commit`` rolls back."""

    @property
    def drafts(self) -> DraftStore: ...
    @property
    def series(self) -> SeriesStore: ...
    @property
    def register(self) -> RegisterStore: ...

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
