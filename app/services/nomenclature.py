"""The table of files of each year, kept and compared with what is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.domain.checks import Advice
from app.domain.errors import N_
from app.domain.nomenclature import FileIndex, is_unlisted
from app.domain.register import Series
from app.services.ports import Work

_NOT_LISTED: Final = N_(
    "The file “{file}” is not among the files of {year}. “chancery files list” lists them."
)


class Nomenclature:
    """Keeps the files of each year."""

    def __init__(self, reading: Work, writing: Work) -> None:
        self._reading, self._writing = reading, writing

    def files(self, year: int | None = None) -> Sequence[FileIndex]:
        """Give the files of a year, or of all years."""
        with self._reading() as work:
            return [one for one in work.files.all() if year in {None, one.year}]

    def add(self, file: FileIndex) -> None:
        """Add a file to its year, or give it another title."""
        with self._writing() as work:
            work.files.put(file)
            work.commit()

    def advice(self, series: Series, year: int, *, unit: str = "", file: str = "") -> tuple[Advice, ...]:
        """Say where a series, or a registration in it, uses a file that the year does not have."""
        unit, file = unit or series.unit, file or series.file
        if not is_unlisted(self.files(year), unit, file):
            return ()
        whole = "-".join(part for part in (unit, file) if part)
        return (Advice("file", _NOT_LISTED, {"file": whole, "year": year}),)
