"""What every storage must do about acts, counters and late numbers; the fake and the real one alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.gaps import Counter
from app.domain.register import (
    FIRST_SEAL,
    Act,
    ActKind,
    EntryNotFound,
    Scope,
    Series,
    UnknownSeries,
    document_seal,
)
from app.services.ports import UnitOfWork
from db import Workspace
from tests.db.samples import DOCUMENT, NOW, SERIES, an_entry, opened, plainly, register
from tests.fakes import FakeStorage

Begin = Callable[[], UnitOfWork]
SCAN = b"%PDF-1.7 \x00\xff"


@pytest.fixture(params=["sqlite", "fake"])
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Begin]:
    """Starts a unit of work over a storage that knows one series."""
    if request.param == "fake":
        yield with_series(FakeStorage().unit_of_work)
        return
    with opened(tmp_path / "data") as workspace:
        yield with_series(workspace.unit_of_work)


def with_series(begin: Begin) -> Begin:
    with begin() as work:
        work.series.add(SERIES)
        work.commit()
    return begin


def an_act(sequence: int = 1, **changes: Any) -> Act:
    """Give a valid, sealed act."""
    said: dict[str, Any] = {
        "sequence": sequence,
        "kind": ActKind.RESERVED,
        "series": "out",
        "counted_in": 2017,
        "scope": "",
        "ordinal": 147,
        "number": "147/01-3",
        "person": "Ana",
        "note": "the congress “№ 5”",
        "day": date(2017, 8, 15),
        "done_at": NOW,
    }
    act = Act(**(said | changes))
    return replace(act, seal=act.computed_seal())


# ── Acts and their files ─────────────────────────────────────────────────────


def test_acts_come_back_equal_in_their_order(begin: Begin) -> None:
    acts = [an_act(1), an_act(2, kind=ActKind.VOIDED, previous_seal=an_act(1).seal)]
    with begin() as work:
        for act in acts:
            work.register.add_act(act)
        work.commit()
    with begin() as work:
        assert list(work.register.acts()) == acts
        assert work.register.last() == acts[1]


@pytest.mark.parametrize("typed", ["147/01-3", "№ 147/01-3", " 147/01-3"])
def test_acts_are_found_by_exactly_their_number(begin: Begin, typed: str) -> None:
    with begin() as work:
        work.register.add_act(an_act(1))
        work.register.add_act(an_act(2, number="147/01", ordinal=148))
        assert [act.sequence for act in work.register.acts_about(typed)] == [1]
        assert work.register.acts_about("147") == []


def test_letters_and_acts_are_one_chain(begin: Begin) -> None:
    with begin() as work:
        first = register(work)
        act = an_act(2, entry=1)
        work.register.add_act(act)
        third = register(work)
        work.commit()
    with begin() as work:
        assert list(work.register.links()) == [first, act, third]
        assert work.register.last() == third
        assert third.previous_seal == act.seal


def test_where_the_chain_ends_is_noted_apart_from_it(begin: Begin) -> None:
    with begin() as work:
        assert work.register.noted_head() is None
        entry = register(work)
        assert work.register.noted_head() == (1, entry.seal)
        act = an_act(2)
        work.register.add_act(act)
        work.commit()
    with begin() as work:
        assert work.register.noted_head() == (2, act.seal)


@pytest.mark.parametrize("content", [SCAN, b""])
def test_an_attached_file_comes_back_byte_by_byte(begin: Begin, content: bytes) -> None:
    with begin() as work:
        entry = register(work)
        act = an_act(
            2, kind=ActKind.ATTACHED, entry=1, file_name="scan.pdf", file_seal=document_seal(content)
        )
        work.register.add_act(act, content)
        work.commit()
    with begin() as work:
        assert work.register.attachment(2) == content
        assert work.register.document(entry.sequence) == DOCUMENT


def test_a_file_that_was_not_attached_is_named(begin: Begin) -> None:
    with begin() as work:
        work.register.add_act(an_act(1))
        for sequence in (1, 9):
            with pytest.raises(EntryNotFound, match=str(sequence)):
                work.register.attachment(sequence)


def test_an_act_that_was_not_committed_is_gone_with_its_file(begin: Begin) -> None:
    with begin() as work:
        work.register.add_act(an_act(1), SCAN)
    with begin() as work:
        assert list(work.register.acts()) == []
        assert work.register.noted_head() is None
        with pytest.raises(EntryNotFound):
            work.register.attachment(1)


# ── Counters ─────────────────────────────────────────────────────────────────


def test_each_state_or_unit_counts_for_itself(begin: Begin) -> None:
    with begin() as work:
        taken = [
            (scope, work.series.next_ordinal("out", 2017, scope))
            for scope in ("KAZ", "GEO", "KAZ", "", "KAZ", "GEO")
        ]
    assert taken == [("KAZ", 147), ("GEO", 147), ("KAZ", 148), ("", 147), ("KAZ", 149), ("GEO", 148)]


def test_after_its_first_year_a_series_begins_with_one_for_every_state(begin: Begin) -> None:
    with begin() as work:
        work.series.next_ordinal("out", 2017, "KAZ")
        assert work.series.next_ordinal("out", 2018, "KAZ") == 1
        assert work.series.next_ordinal("out", 2018, "GEO") == 1


def test_a_series_that_never_begins_anew_has_one_counter(begin: Begin) -> None:
    with begin() as work:
        assert [work.series.next_ordinal("out", 0) for _ in range(3)] == [147, 148, 149]
        assert work.series.counters() == [Counter("out", 0, "", 147, 149)]


def test_counters_say_from_where_to_where_they_came(begin: Begin) -> None:
    with begin() as work:
        assert work.series.counters() == []
        for year, scope in ((2018, ""), (2017, "KAZ"), (2017, "KAZ"), (2017, "GEO")):
            work.series.next_ordinal("out", year, scope)
        work.commit()
    with begin() as work:
        assert work.series.counters() == [
            Counter("out", 2017, "GEO", 147, 147),
            Counter("out", 2017, "KAZ", 147, 148),
            Counter("out", 2018, "", 147, 147),
        ]


# ── Late numbers ─────────────────────────────────────────────────────────────


PLACES: list[dict[str, Any]] = [
    {},
    {"suffix": "a"},
    {"suffix": "b"},
    {"scope": "KAZ", "suffix": "c"},
    {"counted_in": 2018},
    {"ordinal": 9},
]


def test_the_letters_behind_an_ordinal_are_those_of_its_own_counter(begin: Begin) -> None:
    with begin() as work:
        for sequence, place in enumerate(PLACES, start=1):
            work.register.add(an_entry(sequence, **({"ordinal": 147} | place)), DOCUMENT)
        assert sorted(work.register.suffixes(an_entry(1))) == ["", "a", "b"]
        assert work.register.suffixes(an_entry(1, ordinal=10)) == []


def test_the_same_ordinal_stands_beside_itself_with_another_letter_only(begin: Begin) -> None:
    with begin() as work:
        work.register.add(an_entry(1), DOCUMENT)
        work.register.add(an_entry(2, ordinal=147, suffix="a"), DOCUMENT)
        with pytest.raises(Exception, match=r"never replaced|in the register already"):
            work.register.add(an_entry(3, ordinal=147, suffix="a"), DOCUMENT)


# ── Series ───────────────────────────────────────────────────────────────────


def test_a_series_is_changed_in_everything_but_its_key(begin: Begin) -> None:
    changed = Series(
        key="out",
        title="Otherwise",
        pattern="{state}-{ordinal:4}",
        unit="",
        file="9",
        start=7,
        sign="No.",
        yearly=False,
        scope=Scope.STATE,
        late_entries=True,
    )
    with begin() as work:
        work.series.add(Series(key="other", title="Other"))
        work.series.edit(changed)
        work.commit()
    with begin() as work:
        assert work.series.all() == [Series(key="other", title="Other"), changed]


def test_a_series_that_is_not_there_is_not_changed(begin: Begin) -> None:
    with begin() as work, pytest.raises(UnknownSeries, match="“nowhere”"):
        work.series.edit(replace(SERIES, key="nowhere"))


def test_a_changed_series_counts_on(begin: Begin) -> None:
    with begin() as work:
        work.series.next_ordinal("out", 2017)
        work.series.edit(replace(SERIES, start=500))
        assert work.series.next_ordinal("out", 2017) == 148


# ── What the database itself refuses ─────────────────────────────────────────


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE acts SET note = 'another'",
        "DELETE FROM acts",
        "INSERT OR REPLACE INTO acts SELECT * FROM acts",
        "UPDATE attachments SET content = x'00'",
        "DELETE FROM attachments",
        "INSERT OR REPLACE INTO attachments SELECT sequence, sha256, x'00' FROM attachments",
    ],
)
def test_another_program_cannot_change_acts_and_their_files(workspace: Workspace, statement: str) -> None:
    with workspace.unit_of_work() as work:
        work.register.add_act(an_act(1, file_seal=document_seal(SCAN)), SCAN)
        work.commit()
    with plainly(workspace.path) as other, pytest.raises(sqlite3.IntegrityError, match="is never"):
        other.execute(statement)
    with workspace.reading() as work:
        assert list(work.register.integrity_problems()) == []
        assert work.register.attachment(1) == SCAN


def test_an_act_whose_seal_beside_its_file_differs_is_told(workspace: Workspace) -> None:
    with workspace.unit_of_work() as work:
        work.register.add_act(an_act(1, file_seal=FIRST_SEAL), SCAN)
        work.commit()
    with plainly(workspace.path) as other:
        guard = other.execute("SELECT sql FROM sqlite_master WHERE name = 'attachments_no_update'").fetchone()
        other.execute("DROP TRIGGER attachments_no_update")
        other.execute("UPDATE attachments SET sha256 = 'another'")
        other.execute(*guard)
    with workspace.reading() as work:
        assert work.register.integrity_problems() == [
            "the seal beside the file of entry 1 is not that of the register"
        ]
