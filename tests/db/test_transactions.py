"""Taking turns: who waits for whom, for how long, and what is left when a turn fails."""

from __future__ import annotations

import multiprocessing
import sqlite3
import time
import tracemalloc
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from app.domain.register import chain_findings
from db import DiskFull, RegisterBusy, Workspace
from db.schema import CURRENT
from tests.db.samples import NOW, add_a_draft, opened, plainly, register, register_many


def test_a_unit_of_work_takes_the_write_lock_on_entering(workspace: Workspace) -> None:
    with (
        plainly(workspace.path) as other,
        workspace.unit_of_work(),
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_each_transaction_is_begun_immediate(workspace: Workspace) -> None:
    said: list[str] = []
    with workspace.unit_of_work() as work:
        work.drafts.all()  # the connection is in the pool from now on
    event.listen(
        workspace._writing, "checkout", lambda connection, *_: connection.set_trace_callback(said.append)
    )
    with workspace.unit_of_work() as work:
        register(work)
        work.commit()
    assert [line for line in said if line.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE", "COMMIT"]


def test_a_reader_neither_waits_for_a_writer_nor_makes_one_wait(workspace: Workspace) -> None:
    with workspace.reading() as reading:
        assert reading.register.last() is None
        with workspace.unit_of_work() as work:
            register(work)
            assert reading.register.last() is None
            work.commit()
        assert reading.register.last() is None, "a reader sees one moment"
    with workspace.reading() as reading:
        assert reading.register.last() is not None


def test_writing_while_reading_is_a_bug_and_stays_loud(workspace: Workspace) -> None:
    with workspace.reading() as work, pytest.raises(OperationalError, match="readonly"):
        work.drafts.add(title="", letter="{}", now=NOW)


def test_a_commit_outside_of_with_is_a_bug(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError, match="outside"):
        workspace.unit_of_work().commit()


def test_a_locked_register_is_waited_for_and_then_named(workspace: Workspace) -> None:
    with plainly(workspace.path) as other, opened(workspace.path.parent, busy_timeout_s=0.2) as second:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(RegisterBusy, match=r"register\.sqlite.*for 0\.2 seconds"), second.unit_of_work():
            pytest.fail("two writers at once")
        assert time.monotonic() - began >= 0.15
        other.execute("ROLLBACK")
        with second.unit_of_work() as work:
            assert register(work).ordinal == 147


def test_a_full_disk_is_named_and_takes_no_number(workspace: Workspace) -> None:
    with opened(workspace.path.parent) as crowded:
        event.listen(
            crowded._writing, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1")
        )
        with pytest.raises(DiskFull, match=r"full.*no number was taken"), crowded.unit_of_work() as work:
            register(work, snapshot="x" * 100_000)
    with workspace.unit_of_work() as work:
        assert work.register.last() is None
        assert work.series.next_ordinal("out", 2017) == 147


def test_units_of_work_run_on_any_thread(workspace: Workspace) -> None:
    def one(_: int) -> int:
        with workspace.unit_of_work() as work:
            ordinal = register(work).ordinal
            work.commit()
        return ordinal

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(one, range(40))) == list(range(147, 187))


def test_all_entries_are_read_one_after_the_other(workspace: Workspace) -> None:
    with workspace.unit_of_work() as work:
        for number in range(60):
            register(work, snapshot=str(number) * 100_000)
        work.commit()
    with workspace.reading() as work:
        tracemalloc.start()
        count = sum(1 for _ in work.register.all())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert count == 60
    assert peak < 2_000_000, "twelve of sixty snapshots would be too many"


def test_each_connection_keeps_foreign_keys_and_syncs_fully(workspace: Workspace) -> None:
    with workspace._writing.connect() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "synchronous", "journal_mode", "busy_timeout")
        }
    assert told == {"foreign_keys": 1, "synchronous": 2, "journal_mode": "wal", "busy_timeout": 10_000}


@pytest.mark.slow
def test_eight_processes_registering_at_once_leave_no_gap_and_no_double(workspace: Workspace) -> None:
    folder = workspace.path.parent
    with ProcessPoolExecutor(8, mp_context=multiprocessing.get_context("spawn")) as processes:
        taken = list(processes.map(register_many, [folder] * 8, [25] * 8))
    assert sorted(ordinal for each in taken for ordinal in each) == list(range(147, 347))
    with workspace.reading() as work:
        entries = list(work.register.all())
        assert list(chain_findings(entries)) == []
        assert list(work.register.integrity_problems()) == []
    assert [entry.ordinal for entry in entries] == list(range(147, 347))


@pytest.mark.slow
def test_processes_that_make_a_workspace_at_once_share_one(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    titles = [str(number) for number in range(4)]
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as processes:
        list(processes.map(add_a_draft, [folder] * 4, [CURRENT] * 4, titles))
    with opened(folder) as workspace, workspace.reading() as work:
        assert sorted(draft.title for draft in work.drafts.all()) == titles
    assert [path.name for path in folder.iterdir()] == ["register.sqlite"]
