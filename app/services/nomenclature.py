"""The table of files of each year, kept and compared with what is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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

    def years(self) -> Sequence[int]:
        """Give the years that have files, the newest first."""
        return sorted({one.year for one in self.files()}, reverse=True)

    def take_over(self, year: int, into: int) -> int:
        """Give a year the files of another that it does not have yet, and count them."""
        known = {one.index for one in self.files(into)}
        fresh = [replace(one, year=into) for one in self.files(year) if one.index not in known]
        with self._writing() as work:
            for file in fresh:
                work.files.put(file)
            work.commit()
        return len(fresh)

    def remove(self, file: FileIndex) -> None:
        """Take a file out of its year; numbers that were given keep its index."""
        with self._writing() as work:
            work.files.remove(file)
            work.commit()

    def advice(self, series: Series, year: int, *, unit: str = "", file: str = "") -> tuple[Advice, ...]:
        """Say where a series, or a registration in it, uses a file that the year does not have."""
        unit, file = unit or series.unit, file or series.file
        if not is_unlisted(self.files(year), unit, file):
            return ()
        whole = "-".join(part for part in (unit, file) if part)
        return (Advice("file", _NOT_LISTED, {"file": whole, "year": year}),)
