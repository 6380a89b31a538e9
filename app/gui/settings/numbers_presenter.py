"""What the settings know of series: how numbers look, how they read back, what comes next."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_, ChanceryError
from app.domain.numbering import NumberPattern, OfficialNumber
from app.domain.register import NumberParts, Scope, Series
from app.gui.widgets.rows import Row

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue
    from app.services.register import Register

_NEW: Final = N_("New series")
_READS: Final = N_("Read back, {number} is {parts}.")
_PARTS: Final[Mapping[str, str]] = {
    "ordinal": N_("number {value}"),
    "unit": N_("unit {value}"),
    "file": N_("file {value}"),
    "year": N_("year {value}"),
    "month": N_("month {value}"),
    "type": N_("type of letter {value}"),
    "state": N_("State {value}"),
    "language": N_("language {value}"),
}
_NEXT: Final = N_("Next: {number}")
_EXAMPLE: Final = N_("Example: {number}")
_NO_START: Final = N_("Write a whole number, 1 or more.")
_NO_INDEX: Final = N_("Letters and digits only: 01, 3, A2.")
TEXTS: Final = ("title", "pattern", "unit", "file", "sign")


@dataclass(frozen=True)
class SeriesState:
    """A series as its form shows it; ``has_counted`` says that it has given numbers."""

    series: Series
    has_counted: bool
    example: str
    reading: str


class SeriesPresenter:
    """Reads and keeps series, off the thread of the window."""

    def __init__(self, register: Register, texts: Catalogue, today: date) -> None:
        self._register, self._texts, self._today = register, texts, today

    def rows(self) -> Sequence[Row]:
        """Give a row for each series with its next number."""
        return [Row(one.key, one.title, self._next(one), icon="hash") for one in self._register.series()]

    def state(self, key: str) -> SeriesState:
        """Raises ``UnknownSeries``."""
        series = self._register.one_series(key)
        example, reading = self.looks(series)
        return SeriesState(series, self._register.has_counted(key), example, reading)

    def change(self, key: str, **values: object) -> None:
        """Keep other values of a series. Raises what ``edit_series`` raises."""
        self._register.edit_series(replace(self._register.one_series(key), **values))  # type: ignore[arg-type]

    def new(self) -> str:
        """Keep a new series that counts from 1 and give its key."""
        known = {one.key for one in self._register.series()}
        key = next(name for name in (f"series-{n}" for n in range(2, 10_000)) if name not in known)
        self._register.add_series(Series(key=key, title=self._texts.text(_NEW)))
        return key

    def looks(self, series: Series) -> tuple[str, str]:
        """Give what a number looks like and what it says read back. Raises what patterns raise."""
        pattern = NumberPattern(series.pattern)
        written = series.example(self._parts())
        number = f"{series.sign} {written}".strip()
        return self._texts.text(_EXAMPLE, number=number), self._reading(number, pattern.parse(written))

    def wrong(self, series: Series, place: str, text: str) -> str:
        """Say what is wrong with a text for a place of a series."""
        if place == "start":
            return "" if text.isdecimal() and int(text) >= 1 else self._texts.text(_NO_START)
        if place in {"unit", "file"}:
            return "" if re.fullmatch(r"[^\W_]*", text) else self._texts.text(_NO_INDEX)
        try:
            self.looks(replace(series, **{place: text}))  # type: ignore[arg-type]
        except ChanceryError as error:
            return self._texts.said(error.sentence)
        return ""

    def _next(self, series: Series) -> str:
        try:
            number = self._register.next_number(series, self._parts())
        except ChanceryError:
            number = series.example(self._parts())
        return self._texts.text(_NEXT, number=f"{series.sign} {number}".strip())

    def _reading(self, number: str, said: OfficialNumber) -> str:
        parts = [
            self._texts.text(words, value=value)
            for name, words in _PARTS.items()
            if (value := getattr(said, name)) not in {None, ""}
        ]
        return self._texts.text(_READS, number=number, parts=", ".join(parts))

    def _parts(self) -> NumberParts:
        return NumberParts(day=self._today, type="PR", state="KAZ", language="en")


def texts_of(series: Series) -> Mapping[str, str]:
    """Give the texts of a series by place."""
    return {place: getattr(series, place) for place in TEXTS} | {"start": str(series.start)}


SCOPES: Final = (
    (Scope.NONE, N_("All letters together")),
    (Scope.STATE, N_("Each State by itself")),
    (Scope.UNIT, N_("Each unit by itself")),
)
