"""What is registered stays: the database itself refuses, whoever asks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from sqlalchemy.exc import IntegrityError

from db import RegisterDamaged, Workspace
from db.sqlite import GUARDS
from tests.db.samples import DOCUMENT, SERIES, an_entry, opened, plainly, register

Registered = Callable[[int], None]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET subject = 'another'",
        "UPDATE entries SET sequence = 9 WHERE sequence = 2",
        "DELETE FROM entries",
        "DELETE FROM entries WHERE sequence = 2",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE sequence = 1",
        "UPDATE OR REPLACE entries SET sequence = 1 WHERE sequence = 2",
        "UPDATE documents SET content = x'00'",
        "DELETE FROM documents WHERE sequence = 1",
        "INSERT OR REPLACE INTO documents SELECT sequence, sha256, x'00' FROM documents",
    ],
)
def test_another_program_cannot_change_what_is_registered(
    workspace: Workspace, registered: Registered, statement: str
) -> None:
    registered(2)
    with plainly(workspace.path) as other:
        with pytest.raises(sqlite3.IntegrityError, match=r"registered (letter|document) is never"):
            other.execute(statement)
        assert other.execute("SELECT count(*), max(sequence) FROM entries").fetchone() == (2, 2)
    with workspace.reading() as work:
        assert work.register.document(1) == DOCUMENT


def test_one_ordinal_is_never_replaced_under_another_sequence(
    workspace: Workspace, registered: Registered
) -> None:
    registered(1)
    with plainly(workspace.path) as other:
        other.execute("CREATE TEMP TABLE forged AS SELECT * FROM entries")
        other.execute("UPDATE forged SET sequence = 2")
        with pytest.raises(sqlite3.IntegrityError, match="never replaced"):
            other.execute("INSERT OR REPLACE INTO entries SELECT * FROM forged")


def test_an_entry_of_an_unknown_series_is_refused(workspace: Workspace) -> None:
    with workspace.unit_of_work() as work, pytest.raises(IntegrityError, match="FOREIGN KEY"):
        work.register.add(an_entry(series="unheard of"), DOCUMENT)


def test_a_series_is_added_once(workspace: Workspace) -> None:
    with workspace.unit_of_work() as work, pytest.raises(IntegrityError, match="UNIQUE"):
        work.series.add(SERIES)


@pytest.mark.parametrize("guard", sorted(GUARDS))
def test_a_guard_that_was_taken_away_is_missed(workspace: Workspace, guard: str) -> None:
    with plainly(workspace.path) as other:
        other.execute(f"DROP TRIGGER {guard}")
    with workspace.reading() as work:
        assert list(work.register.integrity_problems()) == [f"the guard {guard} is missing or altered"]


def test_a_guard_that_was_made_harmless_is_noticed(workspace: Workspace) -> None:
    with plainly(workspace.path) as other:
        other.execute("DROP TRIGGER entries_no_update")
        other.execute("CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT 1; END")
    with workspace.reading() as work:
        assert len(work.register.integrity_problems()) == 1


def test_a_row_that_points_nowhere_is_told(workspace: Workspace, registered: Registered) -> None:
    registered(1)
    with plainly(workspace.path) as other:
        other.execute("DELETE FROM series")
    with workspace.reading() as work:
        problems = work.register.integrity_problems()
    assert "row 1 of entries points to a row of series that does not exist" in problems


def test_an_index_that_disagrees_with_its_table_is_told(workspace: Workspace, registered: Registered) -> None:
    registered(3)
    with plainly(workspace.path) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(number)', '(subject)') "
            "WHERE name = 'ix_entries_number'"
        )
    with opened(workspace.path.parent) as anew, anew.reading() as work:
        assert any("ix_entries_number" in problem for problem in work.register.integrity_problems())


def test_a_broken_page_is_named_as_damage(workspace: Workspace) -> None:
    with workspace.unit_of_work() as work:
        register(work)
        work.commit()
    with plainly(workspace.path) as other:
        size = other.execute("PRAGMA page_size").fetchone()[0]
        page = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entries'").fetchone()[0]
    workspace.close()  # empties the log into the file
    with workspace.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with workspace.reading() as work, pytest.raises(RegisterDamaged, match=r"damaged.*backup"):
        list(work.register.all())
