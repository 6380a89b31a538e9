"""One process may open a register several times: none of its connections loses a lock by that."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db import headers, sqlite
from db.replacing import begins_as_a_register
from tests.db.samples import opened

# Another process that wants the register to itself, as a restore does.
ALONE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
try:
    print(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
except sqlite3.OperationalError as error:
    print(error)
"""
HANDLES = Path("/proc/self/fd")


def alone_with(path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def open_again(path: Path) -> None:
    with opened(path.parent) as again, again.reading() as work:
        work.register.head()


def look_at_its_beginning(path: Path) -> None:
    assert begins_as_a_register(path)


@pytest.mark.parametrize("deed", [open_again, look_at_its_beginning], ids=lambda deed: str(deed.__name__))
def test_an_open_register_stays_locked_whatever_this_process_opens_besides(
    tmp_path: Path, deed: Callable[[Path], None]
) -> None:
    with opened(tmp_path) as first:
        with first.reading() as work:
            work.register.head()
        assert alone_with(first.path) == "database is locked"
        deed(first.path)
        assert alone_with(first.path) == "database is locked"
    assert alone_with(tmp_path / "register.sqlite") == "delete"


@pytest.mark.skipif(not HANDLES.exists(), reason="nothing tells how many files are open here")
def test_no_handle_outlives_the_last_connection(tmp_path: Path) -> None:
    before = len(list(HANDLES.iterdir()))
    for _ in range(3):
        with opened(tmp_path) as first, first.reading() as work:
            work.register.head()
            open_again(first.path)
            look_at_its_beginning(first.path)
    assert len(list(HANDLES.iterdir())) == before


def test_a_connection_that_fails_to_open_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    with opened(tmp_path):
        pass
    with pytest.raises(sqlite3.OperationalError):
        sqlite.connect(tmp_path, sqlite.READING, busy_timeout_s=0)
    with closing(sqlite.connect(path, sqlite.READING, busy_timeout_s=0)) as connection:
        connection.execute("SELECT 1")
    assert headers.read(path, 6) == b"SQLite"
    left = {(one.stat().st_dev, one.stat().st_ino) for one in (tmp_path, path)}
    assert not left & {*headers._connections, *headers._waiting}
