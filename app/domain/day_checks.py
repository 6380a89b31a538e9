"""What looks wrong with a day of registration: a register runs forward, and clocks are set back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from app.domain.errors import N_
from app.domain.register import Entry, Link

Doubt = tuple[str, Mapping[str, object]]
LastLetter = tuple[str, date]

_FUTURE: Final = N_(
    "The day of registration, {day}, lies in the future: today is {today}. "
    "Check the day and the clock of this computer."
)
_EARLIER_YEAR: Final = N_(
    "The day of registration, {day}, is of an earlier year than {number}, the last letter of this series, "
    "which is of {last}. Check the day and the clock of this computer: was it set back across New Year?"
)
_BEFORE_LAST: Final = N_(
    "The day of registration, {day}, is before {last}, the day of {number}, the last letter of this series. "
    "Check the day and the clock of this computer."
)
_OTHER_YEAR: Final = N_(
    "The day of registration, {day}, is of another year than today, {today}. "
    "Check the day and the clock of this computer."
)
_CLOCK: Final = N_(
    "The clock of this computer shows {now}, and the newest entry of the register is of {newest}. "
    "Set the clock right before you register."
)


def day_doubts(day: date, today: date, last: LastLetter | None) -> Iterator[Doubt]:
    """Compare a day with today and with the last letter of its series."""
    if last and day < last[1]:
        text = _EARLIER_YEAR if day.year < last[1].year else _BEFORE_LAST
        yield text, {"day": day, "number": last[0], "last": last[1]}
    if day > today:
        yield _FUTURE, {"day": day, "today": today}
    elif day.year != today.year:
        yield _OTHER_YEAR, {"day": day, "today": today}


def clock_doubts(now: datetime, newest: Link | None) -> Iterator[Doubt]:
    """Compare the clock with the moment of the newest entry, wherever either was read."""
    if newest is None:
        return
    moment = newest.registered_at if isinstance(newest, Entry) else newest.done_at
    if now < moment:
        here = moment.astimezone(now.tzinfo)
        yield _CLOCK, {"now": f"{now:%Y-%m-%d %H:%M}", "newest": f"{here:%Y-%m-%d %H:%M}"}
