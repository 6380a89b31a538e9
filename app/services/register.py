"""The register as it is read: listed, shown, exported, proved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import N_, ChanceryError
from app.domain.gaps import place_of
from app.domain.numbering import NumberPattern
from app.domain.register import (
    Act,
    ActKind,
    Entry,
    NumberParts,
    Series,
    document_seal,
)
from app.drafting.engine import write_atomically
from app.services.desk import file_name_of
from app.services.letter_files import letter_from_snapshot
from app.services.ports import Work
from app.services.taking import peek_next, the_entry


class DocumentChanged(ChanceryError):
    """The stored document is not the one that was registered."""

    message = N_(
        "The stored document of {number} is not the one that was registered; it was not exported. "
        "Run “chancery verify” and restore the register from a backup."
    )


class NotAttached(ChanceryError):
    """No file of this name is attached to a letter."""

    message = N_("No file “{name}” is attached to {number}. Attached: {known}.")


class SeriesExists(ChanceryError):
    """A series with this key is there already."""

    message = N_("There is a series “{series}” already. Choose another key.")


class ScopeNotInNumber(ChanceryError):
    """Each State or unit counts for itself, and numbers do not say which."""

    message = N_(
        "Each {scope} has a counter of its own in this series, so its numbers must say which: "
        "put {{{scope}}} into the pattern “{pattern}”."
    )


class StartBelowOne(ChanceryError):
    """A series was to begin before its first number."""

    message = N_("A series begins with 1 or later, not with {start}.")


class SeriesInUse(ChanceryError):
    """A series that has given numbers was to count in another way."""

    message = N_(
        "The series “{series}” has given numbers already: whether it begins anew each year, and what has "
        "a counter of its own, cannot change any more, or numbers would be given twice. Add a new series."
    )


class Register:
    """Reads registered letters; nothing here changes one."""

    def __init__(self, reading: Work, writing: Work) -> None:
        self._reading, self._writing = reading, writing

    def latest(self, limit: int = 50) -> Sequence[Entry]:
        """Give the newest entries."""
        with self._reading() as work:
            return work.register.latest(limit)

    def find(self, number: str, year: int | None = None, series: str = "") -> Entry:
        """Give one entry. Raises ``EntryNotFound`` and ``AmbiguousNumber``."""
        with self._reading() as work:
            return the_entry(work, number, year, series)

    def export(
        self,
        number: str,
        target: Path,
        *,
        year: int | None = None,
        series: str = "",
        overwrite: bool = False,
    ) -> Path:
        """Write a registered document, to a file or under its own name into a folder.

        Raises ``DocumentChanged`` and ``WriteProblem`` besides.
        """
        with self._reading() as work:
            entry = the_entry(work, number, year, series)
            content = work.register.document(entry.sequence)
        if not _is_sealed(content, entry.document_seal):
            raise DocumentChanged(number=entry.number)
        path = target / file_name_of_entry(entry) if target.is_dir() else target
        write_atomically(path, content, overwrite=overwrite)
        return path

    def export_attached(self, entry: Entry, name: str, target: Path, *, overwrite: bool = False) -> Path:
        """Write a file that was attached to a letter, the newest of its name.

        Raises ``NotAttached``, ``DocumentChanged`` and ``WriteProblem``.
        """
        acts = {act.file_name: act for act in self.history(entry) if act.kind is ActKind.ATTACHED}
        if name not in acts:
            known = ", ".join(acts) or "–"
            raise NotAttached(name=name, number=entry.number, known=known)
        with self._reading() as work:
            content = work.register.attachment(acts[name].sequence)
        if document_seal(content) != acts[name].file_seal:
            raise DocumentChanged(number=entry.number)
        path = target / Path(name).name if target.is_dir() else target
        write_atomically(path, content, overwrite=overwrite)
        return path

    def series(self) -> Sequence[Series]:
        """Give the series of the workspace."""
        with self._reading() as work:
            return work.series.all()

    def add_series(self, series: Series) -> None:
        """Add a series.

        Raises ``SeriesExists``, ``ScopeNotInNumber``, ``StartBelowOne`` and what ``NumberPattern`` raises.
        """
        _refuse_what_cannot_count(series)
        with self._writing() as work:
            if any(known.key == series.key for known in work.series.all()):
                raise SeriesExists(series=series.key)
            work.series.add(series)
            work.commit()

    def one_series(self, key: str) -> Series:
        """Give one series. Raises ``UnknownSeries``."""
        with self._reading() as work:
            return work.series.get(key)

    def next_number(self, series: Series, parts: NumberParts) -> str:
        """Give the number that a series would give next, whether it is kept so already or not.

        Raises ``NumberPartMissing``.
        """
        with self._reading() as work:
            return peek_next(work, series, parts)

    def has_counted(self, key: str) -> bool:
        """Say whether a series has given a number."""
        with self._reading() as work:
            return any(one.series == key for one in work.series.counters())

    def edit_series(self, series: Series) -> None:
        """Change how a series counts from now on; numbers already given stay as they are.

        Raises ``UnknownSeries`` and ``SeriesInUse`` besides.
        """
        _refuse_what_cannot_count(series)
        with self._writing() as work:
            known = work.series.get(series.key)
            counts_otherwise = (known.yearly, known.scope) != (series.yearly, series.scope)
            if counts_otherwise and any(one.series == series.key for one in work.series.counters()):
                raise SeriesInUse(series=series.key)
            work.series.edit(series)
            work.commit()

    def history(self, entry: Entry) -> Sequence[Act]:
        """Give the acts about the number of an entry, the oldest first."""
        with self._reading() as work:
            acts = work.register.acts_about(entry.number)
            return [act for act in acts if place_of(act) == place_of(entry)]


def _refuse_what_cannot_count(series: Series) -> None:
    pattern = NumberPattern(series.pattern)
    if series.scope and series.scope.value not in pattern.fields:
        raise ScopeNotInNumber(scope=series.scope.value, pattern=series.pattern)
    if series.start < 1:
        raise StartBelowOne(start=series.start)


def file_name_of_entry(entry: Entry) -> str:
    """Name the file of a registered letter."""
    return file_name_of(letter_from_snapshot(entry.snapshot), entry.number)


def _is_sealed(content: object, seal: str) -> bool:
    """Say whether this is what was sealed; another program may have put a text in its place."""
    return isinstance(content, bytes) and document_seal(content) == seal
