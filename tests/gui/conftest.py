"""What tests of the window are given: a desktop whose parts answer as they are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_bench, open_office
from app.config import Places, find_places
from app.gui.changes import Changes
from app.gui.desktop import Desktop, House
from app.gui.going import Going
from app.gui.jobs import InlineExecutor, Jobs
from app.gui.preferences import Preferences
from app.gui.theme import Theme, ThemeChoice
from app.i18n.catalogues import Catalogue, for_language
from app.services.exact_pages import ExactPages
from tests.fake_pages import FakeMaker
from tests.gui.fakes import FakeAsking, FakeOutside, HeldExecutor


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The folders of this test."""
    return find_places({}, tmp_path / "workspace")


@pytest.fixture
def texts(places: Places) -> Catalogue:
    """The texts in English."""
    return for_language("en", places.locales)


@pytest.fixture
def asking() -> FakeAsking:
    """The person at the window."""
    return FakeAsking()


@pytest.fixture
def outside() -> FakeOutside:
    """The system around the window."""
    return FakeOutside()


@pytest.fixture
def jobs(qapp: QApplication, asking: FakeAsking) -> Jobs:
    """Work that is done at once."""
    return Jobs(InlineExecutor(), asking.trouble)


@pytest.fixture
def held() -> HeldExecutor:
    """An executor that waits for the test."""
    return HeldExecutor()


@pytest.fixture
def preferences(places: Places) -> Preferences:
    """What was set about the window."""
    return Preferences(places.data)


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
def theme(_theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The look, light at the beginning of every test and read from left to right."""
    yield _theme
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if _theme.text_size != 100:
        _theme.enlarge(100)
    if _theme.choice is not ThemeChoice.LIGHT:
        _theme.choose(ThemeChoice.LIGHT)


@pytest.fixture
def closed_desktop(
    qtbot: QtBot,
    places: Places,
    texts: Catalogue,
    asking: FakeAsking,
    outside: FakeOutside,
    jobs: Jobs,
    theme: Theme,
) -> Desktop:
    """A desktop whose workspace is not open yet."""
    return Desktop(
        texts=texts,
        jobs=jobs,
        changes=Changes(),
        asking=asking,
        going=Going(),
        outside=outside,
        preferences=Preferences(places.data),
        theme=theme,
        places=places,
        house=House(),
    )


@pytest.fixture
def desktop(closed_desktop: Desktop, places: Places) -> Iterator[Desktop]:
    """A desktop with a real workspace, new and open."""
    bench = open_bench({}, places.data)
    with open_office(bench) as office:
        closed_desktop.house.bench, closed_desktop.house.office = bench, office
        closed_desktop.house.exact_pages = ExactPages(FakeMaker(missing=True))
        yield closed_desktop
