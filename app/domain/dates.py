"""Calendar dates of which sometimes only the year or the month is known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.errors import N_, ChanceryError

_FORM: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SATURDAY: Final = 5


class NotADate(ChanceryError, ValueError):
    """A text is no date of the form that was asked for."""

    message = N_("“{text}” is not a date. Write it as 2017-08-16, or 2017-08, or 2017.")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, perhaps with its month, perhaps with its day; 0 stands for unknown."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2017-08-16``, ``2017-08`` or ``2017``. Raises ``NotADate``."""
        found = _FORM.fullmatch(text.strip())
        if found is None:
            raise NotADate(text=text)
        parts = [int(part) for part in found.groups() if part is not None]
        try:
            date(*[*parts, 1, 1][:3])
        except ValueError:
            raise NotADate(text=text) from None
        return cls(*parts)

    @property
    def first_day(self) -> date:
        """The earliest calendar day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest calendar day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


def is_weekend(day: date) -> bool:
    """Say whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def days_after(day: date, number: int) -> date:
    """Count calendar days from a day: 23 January 2017 and 60 days is 24 March 2017."""
    return day + timedelta(days=number)
