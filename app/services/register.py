"""The register as it is read: listed, shown, exported, proved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import N_, ChanceryError
from app.domain.register import (
    Act,
    Entry,
    Series,
    document_seal,
)
from app.drafting.engine import write_atomically
from app.services.desk import file_name_of
from app.services.letter_files import letter_from_snapshot
from app.services.ports import Work
from app.services.taking import the_entry


class DocumentChanged(ChanceryError):
    """The stored document is not the one that was registered."""

    message = N_(
        "The stored document of {number} is not the one that was registered; it was not exported. "
        "Run “chancery verify” and restore the register from a backup."
    )


class SeriesExists(ChanceryError):
    """A series with this key is there already."""

    message = N_("There is a series “{series}” already. Choose another key.")


class Register:
    """Reads registered letters; nothing here changes one."""

    def __init__(self, reading: Work, writing: Work) -> None:
        self._reading, self._writing = reading, writing

    def latest(self, limit: int = 50) -> Sequence[Entry]:
        """Give the newest entries."""
        with self._reading() as work:
            return work.register.latest(limit)

    def find(self, number: str, year: int | None = None) -> Entry:
        """Give one entry. Raises ``EntryNotFound`` and ``AmbiguousNumber``."""
        with self._reading() as work:
            return the_entry(work, number, year)

    def export(self, number: str, target: Path, *, year: int | None = None, overwrite: bool = False) -> Path:
        """Write a registered document, to a file or under its own name into a folder.

        Raises ``DocumentChanged`` and ``WriteProblem`` besides.
        """
        with self._reading() as work:
            entry = the_entry(work, number, year)
            content = work.register.document(entry.sequence)
        if not _is_sealed(content, entry.document_seal):
            raise DocumentChanged(number=entry.number)
        path = target / file_name_of_entry(entry) if target.is_dir() else target
        write_atomically(path, content, overwrite=overwrite)
        return path

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

    def one_series(self, key: str) -> Series:
        """Give one series. Raises ``UnknownSeries``."""
        with self._reading() as work:
            return work.series.get(key)

    def edit_series(self, series: Series) -> None:
        """Change how a series counts from now on; numbers already given stay as they are.

        Raises ``UnknownSeries`` and ``UnknownNumberField``.
        """
        series.number(1, 1)
        with self._writing() as work:
            work.series.edit(series)
            work.commit()

    def history(self, number: str) -> Sequence[Act]:
        """Give the acts about a number, the oldest first."""
        with self._reading() as work:
            return work.register.acts_about(number)


def file_name_of_entry(entry: Entry) -> str:
    """Name the file of a registered letter."""
    return file_name_of(letter_from_snapshot(entry.snapshot), entry.number)


def _is_sealed(content: object, seal: str) -> bool:
    """Say whether this is what was sealed; another program may have put a text in its place."""
    return isinstance(content, bytes) and document_seal(content) == seal
