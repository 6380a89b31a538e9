"""The day of a registration is compared with the clock and with the letters of its series."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.register import Series
from app.services.days import Days
from app.services.issuing import Registration
from app.services.numbers import Word
from tests.builders import in_words
from tests.services.conftest import AnOffice


@pytest.fixture
def days(office: AnOffice) -> Days:
    return Days(office.storage.reading, office.clock)


def test_the_first_letter_of_a_register_raises_no_doubt(office: AnOffice, days: Days) -> None:
    letter = in_words("We protest.")
    assert days.advice(letter) == ()
    assert days.advice_on(office.issuing.register(letter)) == ()


def test_a_clock_set_back_across_new_year_is_told_before_and_after(office: AnOffice, days: Days) -> None:
    letter = in_words("We protest.")
    office.clock.now = datetime(2018, 1, 2, 9, tzinfo=UTC)
    office.issuing.register(letter)
    office.clock.advance(-timedelta(days=3))
    said = [str(one.sentence) for one in days.advice(letter)]
    assert said[0].startswith("The clock of this computer shows 2017-12-30 09:00")
    assert "is of an earlier year than 147/01-3, the last letter of this series" in said[1]
    (after,) = days.advice_on(office.issuing.register(letter))
    assert "was it set back across New Year?" in str(after.sentence)
    assert office.verifying.verify().findings == ()


def test_an_act_of_a_later_moment_tells_of_the_clock_too(office: AnOffice, days: Days) -> None:
    office.clock.advance(timedelta(hours=2))
    office.numbers.reserve("outgoing", Word(person="Ana", note="the congress"))
    office.clock.advance(-timedelta(hours=1))
    (advice,) = days.advice(in_words("We protest."))
    assert "Set the clock right before you register." in str(advice.sentence)


def test_a_day_is_compared_with_the_letters_of_its_own_series(office: AnOffice, days: Days) -> None:
    office.register.add_series(Series(key="joint", title="Joint letters"))
    letter = in_words("We protest.")
    office.issuing.register(letter)
    earlier = Registration(on=date(2017, 8, 15), series="joint")
    assert days.advice_on(office.issuing.register(letter, earlier)) == ()
    office.issuing.register(letter, Registration(series="joint"))
    (advice,) = days.advice_on(office.issuing.register(letter, earlier))
    assert "is before 2017-08-16, the day of 2, the last letter" in str(advice.sentence)


def test_a_day_in_the_future_is_told_and_blocks_nothing(office: AnOffice, days: Days) -> None:
    entry = office.issuing.register(in_words("We protest."), Registration(on=date(2017, 9, 1)))
    (advice,) = days.advice_on(entry)
    assert "lies in the future" in str(advice.sentence)
    assert entry.registered_on == date(2017, 9, 1)
