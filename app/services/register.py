"""The register as it is read: listed, shown, exported, proved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import N_, ChanceryError
from app.domain.register import (
    FIRST_SEAL,
    Entry,
    EntryNotFound,
    Finding,
    Series,
    chain_findings,
    document_seal,
)
from app.drafting.engine import write_atomically
from app.services.desk import file_name_of
from app.services.letter_files import letter_from_snapshot
from app.services.ports import UnitOfWork, Work


class SeveralEntries(ChanceryError):
    """A number stands in the register of several years."""

    message = N_("“{number}” was given in several years: {years}. Say which with --year.")


class DocumentChanged(ChanceryError):
    """The stored document is not the one that was registered."""

    message = N_(
        "The stored document of {number} is not the one that was registered; it was not exported. "
        "Run “chancery verify” and restore the register from a backup."
    )


class SeriesExists(ChanceryError):
    """A series with this key is there already."""

    message = N_("There is a series “{series}” already. Choose another key.")


@dataclass(frozen=True)
class Proof:
    """What a check of the whole register found, and the seal that stands for all of it."""

    entries: int
    findings: tuple[Finding, ...]
    head: str


class Register:
    """Reads registered letters; nothing here changes one."""

    def __init__(self, reading: Work, writing: Work) -> None:
        self._reading, self._writing = reading, writing

    def latest(self, limit: int = 50) -> Sequence[Entry]:
        """Give the newest entries."""
        with self._reading() as work:
            return work.register.latest(limit)

    def find(self, number: str, year: int | None = None) -> Entry:
        """Give one entry. Raises ``EntryNotFound`` and ``SeveralEntries``."""
        with self._reading() as work:
            return _one(work, number, year)

    def export(self, number: str, target: Path, *, year: int | None = None, overwrite: bool = False) -> Path:
        """Write a registered document, to a file or under its own name into a folder.

        Raises ``DocumentChanged`` and ``WriteProblem`` besides.
        """
        with self._reading() as work:
            entry = _one(work, number, year)
            content = work.register.document(entry.sequence)
        if not _is_sealed(content, entry.document_seal):
            raise DocumentChanged(number=entry.number)
        path = target / file_name_of_entry(entry) if target.is_dir() else target
        write_atomically(path, content, overwrite=overwrite)
        return path

    def verify(self) -> Proof:
        """Check the database, the chain of seals and every document."""
        with self._reading() as work:
            broken = tuple(Finding("", text) for text in work.register.integrity_problems())
            reading = _Reading(work.register.all())
            chain = tuple(reading.findings())
            documents = tuple(_document_findings(work, reading.seen))
        return Proof(len(reading.seen), broken + chain + documents, reading.head)

    def series(self) -> Sequence[Series]:
        """Give the series of the workspace."""
        with self._reading() as work:
            return work.series.all()

    def add_series(self, series: Series) -> None:
        """Add a series. Raises ``SeriesExists`` and ``UnknownNumberField``."""
        series.number(1, 1)
        with self._writing() as work:
            if any(known.key == series.key for known in work.series.all()):
                raise SeriesExists(series=series.key)
            work.series.add(series)
            work.commit()


def file_name_of_entry(entry: Entry) -> str:
    """Name the file of a registered letter."""
    return file_name_of(letter_from_snapshot(entry.snapshot), entry.number)


def _one(work: UnitOfWork, number: str, year: int | None) -> Entry:
    found = work.register.find(number, year=year)
    if not found:
        raise EntryNotFound(number=number)
    if len(found) > 1:
        years = ", ".join(str(entry.year) for entry in found)
        raise SeveralEntries(number=number, years=years)
    return found[0]


@dataclass(frozen=True)
class _Seen:
    """What a check of the documents needs of an entry; entries themselves may be large."""

    sequence: int
    number: str
    document_seal: str


class _Reading:
    """One way through all entries, which ends at one that Chancery cannot have written."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries, self.head = entries, FIRST_SEAL
        self.seen: list[_Seen] = []

    def findings(self) -> Iterator[Finding]:
        try:
            yield from chain_findings(self._noted())
        except (TypeError, ValueError):
            last = self.seen[-1].number if self.seen else ""
            yield Finding(last, N_("What follows this entry cannot be read: another program has changed it."))

    def _noted(self) -> Iterator[Entry]:
        for entry in self._entries:
            yield entry
            self.seen.append(_Seen(entry.sequence, entry.number, entry.document_seal))
            self.head = entry.seal


def _is_sealed(content: object, seal: str) -> bool:
    """Say whether this is what was sealed; another program may have put a text in its place."""
    return isinstance(content, bytes) and document_seal(content) == seal


def _document_findings(work: UnitOfWork, entries: Iterable[_Seen]) -> Iterator[Finding]:
    for entry in entries:
        try:
            content = work.register.document(entry.sequence)
        except EntryNotFound:
            yield Finding(entry.number, N_("The document is missing."))
            continue
        if not _is_sealed(content, entry.document_seal):
            yield Finding(entry.number, N_("The document has been changed since its registration."))
