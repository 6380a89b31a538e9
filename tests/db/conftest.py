"""Workspaces to try things on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from app.services.backups import Backup
from db import Workspace
from tests.crash.house import found
from tests.db.backing import Desk
from tests.db.samples import SERIES, opened, register
from tests.fakes import FixedClock

if sys.platform != "win32":
    import resource

SmallDisk = Callable[[int], AbstractContextManager[None]]


if sys.platform == "win32":

    def no_file_beyond(size: int) -> AbstractContextManager[None]:
        pytest.skip("files grow as they like here")

else:

    @contextmanager
    def no_file_beyond(size: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def small_disk() -> SmallDisk:
    """Lets no file grow beyond so many bytes while its block lasts."""
    return no_file_beyond


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An open workspace with one series and nothing registered."""
    with opened(tmp_path / "data") as workspace:
        with workspace.unit_of_work() as work:
            work.series.add(SERIES)
            work.commit()
        yield workspace


@pytest.fixture
def registered(workspace: Workspace) -> Callable[[int], None]:
    """Registers so many letters."""

    def many(count: int) -> None:
        for _ in range(count):
            with workspace.unit_of_work() as work:
                register(work)
                work.commit()

    return many


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace with two letters, and a template of its own."""
    data = tmp_path / "data"
    found(data)
    own = data / "templates" / "protest" / "en.toml"
    own.parent.mkdir(parents=True)
    own.write_text("# ours", encoding="utf-8")
    (own.parent / "~$look.docx").write_bytes(b"the lock of a word processor")
    made = Desk(data, FixedClock())
    made.register(2)
    return made


@pytest.fixture
def made(desk: Desk) -> Backup:
    """A backup of the two letters."""
    return desk.backups.make()
