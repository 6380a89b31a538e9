"""When the reply to a registered letter is due."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.replies import reply_due
from tests.db.samples import an_entry

DAY = date(2017, 1, 23)


@pytest.mark.parametrize(
    ("snapshot", "letter_type", "due"),
    [
        ('{"letter": {"deadline": {"days": 60}}}', "protest", date(2017, 3, 24)),
        ('{"letter": {"deadline": {"day": "2017-02-01"}}}', "protest", date(2017, 2, 1)),
        ('{"letter": {"deadline": {"words": "as soon as possible"}}}', "un_allegation", None),
        ('{"letter": {}, "blocks": [{"kind": "deadline"}]}', "un_allegation", date(2017, 3, 24)),
        ('{"letter": {}, "blocks": [{"kind": "opening"}]}', "un_allegation", None),
        ('{"letter": {}, "blocks": [{"kind": "deadline"}]}', "protest", None),
        ('{"letter": {}, "blocks": [{"kind": "deadline"}]}', "of another program", None),
        ('{"letter": {"deadline": {"days": 999999999}}}', "protest", None),
        ("{}", "protest", None),
        ("no JSON", "protest", None),
    ],
)
def test_a_reply_is_due_as_the_letter_said(snapshot: str, letter_type: str, due: date | None) -> None:
    assert reply_due(an_entry(snapshot=snapshot, letter_type=letter_type, letter_date=DAY)) == due


@given(st.integers(1, 3650), st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_days_count_from_the_date_of_the_letter(days: int, day: date) -> None:
    entry = an_entry(snapshot=f'{{"letter": {{"deadline": {{"days": {days}}}}}}}', letter_date=day)
    due = reply_due(entry)
    assert due is not None
    assert (due - day).days == days
