"""Nothing is lost between a row and a value, and the seal still fits."""

from __future__ import annotations

import sqlite3
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.register import Act, ActKind, Draft, Entry, Scope, Series
from db import mapping, models
from tests.db.samples import an_entry, sealed

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
COUNTS = st.integers(1, 2**63 - 1)
MOMENTS = st.datetimes(
    timezones=st.one_of(
        st.just(UTC),
        st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone),
    )
)
OF_TYPE = {
    "int": COUNTS,
    "str": TEXTS,
    "bool": st.booleans(),
    "date": st.dates(),
    "datetime": MOMENTS,
    "datetime | None": st.none() | MOMENTS,
    "date | None": st.none() | st.dates(),
    "int | None": st.none() | COUNTS,
    "Scope": st.sampled_from(Scope),
    "ActKind": st.sampled_from(ActKind),
}


def through_sqlite(values: dict[str, Any]) -> tuple[Any, ...]:
    """Send values through the driver and back."""
    connection = sqlite3.connect(":memory:")
    try:
        row: tuple[Any, ...] = connection.execute(
            f"SELECT {', '.join('?' * len(values))}", tuple(values.values())
        ).fetchone()
    finally:
        connection.close()
    return row


def anything(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Give values of a class with any content its fields allow."""
    return st.builds(kind, **{field.name: OF_TYPE[str(field.type)] for field in fields(kind)})


@given(anything(Entry))
def test_an_entry_survives_its_row_and_so_does_its_seal(entry: Entry) -> None:
    entry = sealed(entry)
    values = mapping.entry_values(entry)
    back = mapping.entry_from(through_sqlite({name: values[name] for name in mapping.ENTRY_COLUMNS}))
    assert back == entry
    assert back.seal == back.computed_seal()


@given(anything(Act))
def test_an_act_survives_its_row_and_so_does_its_seal(act: Act) -> None:
    act = replace(act, seal=act.computed_seal())
    values = mapping.act_values(act)
    back = mapping.act_from(through_sqlite({name: values[name] for name in mapping.ACT_COLUMNS}))
    assert back == act
    assert back.seal == back.computed_seal()


@given(anything(Series))
def test_a_series_survives_its_row(series: Series) -> None:
    values = mapping.series_values(series)
    assert mapping.series_from(through_sqlite({n: values[n] for n in mapping.SERIES_COLUMNS})) == series


def moments_of(draft: Draft) -> dict[str, datetime]:
    """Give the moments that a draft knows."""
    found = {name: getattr(draft, name) for name in ("created_at", "changed_at", "binned_at")}
    return {name: moment for name, moment in found.items() if moment}


@given(
    anything(Draft).filter(lambda draft: all(1 < moment.year < 9999 for moment in moments_of(draft).values()))
)
def test_a_draft_survives_its_row(draft: Draft) -> None:
    moments = {name: mapping.moment(moment) for name, moment in moments_of(draft).items()}
    assert mapping.draft_from(through_sqlite({**vars(draft), **moments})) == draft


@given(st.lists(MOMENTS.filter(lambda moment: 1 < moment.year < 9999), max_size=5))
def test_moments_as_texts_sort_as_moments(moments: list[datetime]) -> None:
    assert sorted(map(mapping.moment, moments)) == [mapping.moment(each) for each in sorted(moments)]


def test_an_entry_without_a_date_keeps_having_none() -> None:
    entry = replace(an_entry(), letter_date=None, corrects=None)
    values = mapping.entry_values(entry)
    assert values["letter_date"] is None
    assert mapping.entry_from([values[name] for name in mapping.ENTRY_COLUMNS]) == entry


def test_days_and_moments_are_different_things() -> None:
    values = mapping.entry_values(an_entry())
    entry = mapping.entry_from([values[name] for name in mapping.ENTRY_COLUMNS])
    assert type(entry.registered_on) is type(entry.letter_date) is date
    assert type(entry.registered_at) is datetime


def test_every_field_has_its_column() -> None:
    assert {column.name for column in models.entries.c} == set(mapping.ENTRY_COLUMNS)
    assert {column.name for column in models.series.c} == set(mapping.SERIES_COLUMNS)
