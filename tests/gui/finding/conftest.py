"""An office with the letters, drafts and directories of the sample, and its search field in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import open_bench, open_office
from app.config import Places
from app.gui.desktop import Desktop
from app.gui.finding.field import FinderField
from app.gui.finding.presenter import Finding
from app.gui.going import Way
from app.gui.main_window import MainWindow
from app.gui.rooms import ROOMS
from app.services.exact_pages import ExactPages
from tests.fake_pages import FakeMaker
from tests.gui.finding.watched import EVERY_ROOM, TODAY, Watched
from tests.gui.showing import show


@pytest.fixture
def desktop(closed_desktop: Desktop, places: Places, tmp_path: Path) -> Iterator[Desktop]:
    """A desktop with the sample workspace."""
    bench = open_bench({}, places.data)
    with open_office(bench, sample=True) as office:
        (tmp_path / "documents").mkdir()
        office.sample.make(tmp_path / "documents")
        closed_desktop.house.bench, closed_desktop.house.office = bench, office
        closed_desktop.house.exact_pages = ExactPages(FakeMaker(missing=True))
        yield closed_desktop


@pytest.fixture
def watched() -> Watched:
    """Whoever does long work."""
    return Watched()


@pytest.fixture
def ways(desktop: Desktop) -> list[Way]:
    """Where one wanted to go."""
    gone: list[Way] = []
    desktop.going.wanted.connect(gone.append)
    return gone


@pytest.fixture
def finding(desktop: Desktop, watched: Watched) -> Finding:
    """What is found in a window with every room."""
    return Finding(desktop, EVERY_ROOM, watched, TODAY)


@pytest.fixture
def window(qtbot: QtBot, desktop: Desktop) -> MainWindow:
    """The window."""
    made = MainWindow(desktop, ROOMS)
    made.begin()
    return show(qtbot, made)


@pytest.fixture
def field(window: MainWindow) -> FinderField:
    """The search field of the window."""
    return window.shell.finder
