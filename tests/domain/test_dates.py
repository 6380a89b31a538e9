"""Dates of which sometimes only the year or the month is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import NotADate, PartialDate, days_after, is_weekend


@pytest.mark.parametrize(
    ("text", "parts", "first"),
    [
        ("2017", (2017, 0, 0), date(2017, 1, 1)),
        ("2017-08", (2017, 8, 0), date(2017, 8, 1)),
        ("2017-8", (2017, 8, 0), date(2017, 8, 1)),
        ("2017-08-16", (2017, 8, 16), date(2017, 8, 16)),
        (" 2017-08-16 ", (2017, 8, 16), date(2017, 8, 16)),
        ("2016-02-29", (2016, 2, 29), date(2016, 2, 29)),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(text: str, parts: tuple[int, int, int], first: date) -> None:
    read = PartialDate.parse(text)
    assert (read.year, read.month, read.day) == parts
    assert read.first_day == first


@pytest.mark.parametrize(
    "text",
    ["", "16 August 2017", "2017-13", "2017-02-29", "2017-00", "2017-08-00", "0000", "13 December 200", "200",
     "2017-8-", "20170816"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(NotADate, match="Write it as 2017-08-16, or 2017-08, or 2017"):
        PartialDate.parse(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_comes_back_from_its_text(day: date) -> None:
    assert PartialDate.parse(day.isoformat()).first_day == day
    assert str(PartialDate.parse(day.isoformat())) == day.isoformat()
    assert str(PartialDate(day.year, day.month)) == day.isoformat()[:7]
    assert str(PartialDate(day.year)) == day.isoformat()[:4]


@given(st.dates(), st.dates())
def test_days_sort_as_days_and_the_vaguer_before_the_exact(one: date, other: date) -> None:
    first, second = (PartialDate(day.year, day.month, day.day) for day in (one, other))
    assert (first < second) == (one < other)
    assert PartialDate(one.year) < PartialDate(one.year, one.month) < first


def test_sixty_days_after_the_model_letter() -> None:
    assert days_after(date(2017, 1, 23), 60) == date(2017, 3, 24)


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 1000))
def test_days_are_counted_by_the_calendar(day: date, number: int) -> None:
    assert days_after(day, number) - timedelta(days=number) == day


@pytest.mark.parametrize(
    ("day", "weekend"),
    [(18, False), (19, True), (20, True), (21, False)],
)
def test_a_weekend_is_saturday_and_sunday(day: int, weekend: bool) -> None:
    assert is_weekend(date(2017, 8, day)) is weekend
