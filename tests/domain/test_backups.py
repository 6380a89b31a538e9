"""Which backups stay, which may go, and what their names tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.backups import BackupName, Keeping, is_due, read_name, surplus

HEAD = "0123456789ab"
MOMENT = datetime(2017, 8, 16, 10, 30, tzinfo=UTC)

moments = st.integers(-(10**9) // 2, 10**9 * 2).map(lambda seconds: MOMENT + timedelta(seconds=seconds))
names = st.builds(
    BackupName, moments, st.integers(0, 10**9), st.text("0123456789abcdef", min_size=12, max_size=12)
)
keepings = st.builds(Keeping, st.integers(0, 9), st.integers(0, 9), st.integers(0, 15))


def taken(*days_ago: float) -> list[BackupName]:
    return [BackupName(MOMENT - timedelta(days=days), 1, HEAD) for days in days_ago]


@given(names, st.integers(0, 99))
def test_a_name_is_read_as_it_was_written(name: BackupName, again: int) -> None:
    written = BackupName(name.taken_at, name.links, name.head, again)
    assert read_name(str(written)) == written


def test_a_name_tells_moment_links_and_head() -> None:
    assert str(BackupName(MOMENT, 147, HEAD * 5)) == "chancery-2017-08-16T103000Z-147-0123456789ab.sqlite"


@pytest.mark.parametrize(
    "name",
    [
        "register.sqlite",
        "chancery-2017-08-16T103000Z-147-0123456789ab.sqlite.part",
        ".chancery-2017-08-16T103000Z-147-0123456789ab.sqlite",
        "chancery-2017-13-16T103000Z-147-0123456789ab.sqlite",
        "chancery-2017-08-16T103000Z-0147-0123456789ab.sqlite",
        "chancery-2017-08-16T103000Z-147-0123456789AB.sqlite",
        "chancery-2017-08-16T103000Z-147-0123456789ab-0.sqlite",
        "chancery-2017-08-16T103000Z-147-0123456789ab (1).sqlite",
    ],
)
def test_what_others_name_is_never_ours(name: str) -> None:
    assert read_name(name) is None


@given(st.lists(names, unique=True), keepings, st.data())
def test_the_newest_and_the_spared_always_stay(
    there: list[BackupName], keeping: Keeping, data: st.DataObject
) -> None:
    spared = set(data.draw(st.lists(st.sampled_from(there)))) if there else set()
    going = set(surplus(there, keeping, spared))
    assert going <= set(there) - spared
    assert not there or max(there) not in going


@given(st.lists(names, unique=True), keepings)
def test_what_stays_stays_the_next_time_too(there: list[BackupName], keeping: Keeping) -> None:
    left = set(there) - set(surplus(there, keeping))
    assert surplus(left, keeping) == ()


@given(st.lists(names, unique=True, min_size=1), keepings)
def test_no_more_stay_than_were_asked_for(there: list[BackupName], keeping: Keeping) -> None:
    left = set(there) - set(surplus(there, keeping))
    fresh = {one for one in there if max(there).taken_at - one.taken_at < timedelta(days=1)}
    assert len(left - fresh) <= keeping.daily + keeping.weekly + keeping.monthly


def test_two_years_of_daily_backups_leave_seven_days_four_weeks_and_twelve_months() -> None:
    there = taken(*range(730))
    left = sorted(set(there) - set(surplus(there, Keeping())), reverse=True)
    days = [(MOMENT - one.taken_at).days for one in left]
    assert days[:7] == list(range(7))
    assert len(days) == 7 + 2 + 11, "the first two weeks and the first month stand among the days"
    assert days[-1] == 320, "the last day of the month eleven months ago"


def test_backups_of_one_day_stay_until_tomorrow() -> None:
    assert surplus(taken(0, 0.1, 0.9), Keeping()) == ()
    assert surplus(taken(0, 1.0, 1.2), Keeping()) == tuple(taken(1.2))


@pytest.mark.parametrize(
    ("hours_ago", "due"),
    [
        pytest.param([], True, id="none yet"),
        pytest.param([1], False, id="this morning"),
        pytest.param([23], True, id="yesterday, less than a day ago"),
        pytest.param([24 * 9, 24 * 3], True, id="some days ago"),
        pytest.param([-24 * 400], True, id="by a clock that was wrong, in the future"),
    ],
)
def test_a_backup_is_due_once_on_each_calendar_day(hours_ago: list[int], due: bool) -> None:
    assert is_due(MOMENT, taken(*(hours / 24 for hours in hours_ago))) is due


def test_the_day_is_that_of_the_desk() -> None:
    now = datetime(2017, 8, 17, 1, 0, tzinfo=timezone(timedelta(hours=6)))
    assert is_due(now, taken(0)), "10:30 in Greenwich was yesterday here"
