"""Workspaces to try things on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import Workspace
from tests.db.samples import SERIES, opened, register


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
