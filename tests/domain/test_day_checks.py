"""Days of registration that look wrong, by name."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.domain.day_checks import clock_doubts, day_doubts
from app.domain.errors import Sentence
from tests.db.samples import NOW, an_entry

TODAY = date(2018, 1, 2)
LAST = ("12/01-3", date(2018, 1, 2))

DAYS = {
    "today, the first letter": (TODAY, TODAY, None, []),
    "today, after one of today": (TODAY, TODAY, LAST, []),
    "the future": (date(2018, 1, 3), TODAY, LAST, ["lies in the future: today is 2018-01-02"]),
    "the future, in another year": (date(2019, 1, 3), TODAY, LAST, ["lies in the future"]),
    "before the last": (date(2018, 1, 1), TODAY, LAST, ["is before 2018-01-02, the day of 12/01-3"]),
    "a clock set back across New Year": (
        date(2017, 12, 31),
        date(2017, 12, 31),
        LAST,
        ["is of an earlier year than 12/01-3", "was it set back across New Year"],
    ),
    "another year than today": (date(2017, 12, 30), TODAY, None, ["of another year than today, 2018-01-02"]),
    "both": (date(2017, 12, 30), TODAY, LAST, ["is of an earlier year than 12/01-3", "of another year"]),
}


@pytest.mark.parametrize(("day", "today", "last", "said"), DAYS.values(), ids=DAYS)
def test_a_doubtful_day_is_told(
    day: date, today: date, last: tuple[str, date] | None, said: list[str]
) -> None:
    told = "\n".join(str(Sentence(*doubt)) for doubt in day_doubts(day, today, last))
    assert bool(told) == bool(said)
    assert all(part in told for part in said)


def test_a_clock_behind_the_newest_entry_is_told_in_its_own_time() -> None:
    here = timezone(timedelta(hours=4))
    entry = an_entry()
    behind = (NOW - timedelta(minutes=1)).astimezone(here)
    (doubt,) = clock_doubts(behind, entry)
    assert str(Sentence(*doubt)).startswith(
        "The clock of this computer shows 2017-08-16 14:29, "
        "and the newest entry of the register is of 2017-08-16 14:30."
    )


@pytest.mark.parametrize("now", [NOW, NOW + timedelta(days=400)])
def test_a_clock_that_goes_forward_is_right(now: datetime) -> None:
    assert list(clock_doubts(now, an_entry())) == []
    assert list(clock_doubts(datetime(1980, 1, 1, tzinfo=UTC), None)) == []
