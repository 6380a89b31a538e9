"""The line over the page says where one is and zooms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.gui.preview.page_bar import PageBar
from app.gui.preview.page_view import PageView
from app.gui.theme import Theme
from app.i18n.catalogues import Catalogue
from tests.drafting.making import example
from tests.gui.preview.letters import look


@pytest.fixture
def view(qtbot: QtBot, texts: Catalogue, theme: Theme) -> PageView:
    shown = PageView(texts, theme)
    qtbot.addWidget(shown)
    shown.resize(520, 600)
    shown.show()
    return shown


@pytest.fixture
def bar(qtbot: QtBot, view: PageView, texts: Catalogue) -> PageBar:
    shown = PageBar(view, texts)
    qtbot.addWidget(shown)
    view.show_pages(look(example("un-allegation")))
    return shown


def press(bar: PageBar, name: str) -> None:
    (button,) = [each for each in bar.findChildren(QAbstractButton) if each.accessibleName() == name]
    QTest.keyClick(button, Qt.Key.Key_Space)


def place(bar: PageBar) -> str:
    return bar.findChildren(QLabel)[0].text()


def percent(view: PageView) -> str:
    return f"{round(100 * view.zoom)} %"


def test_the_page_in_sight_is_named(bar: PageBar, view: PageView) -> None:
    assert place(bar) == "Page 1 of 3"
    view.show_block("annex")
    assert place(bar) == "Page 3 of 3"


def test_an_empty_desk_has_nothing_to_zoom(bar: PageBar, view: PageView) -> None:
    view.clear()
    assert place(bar) == ""
    assert not any(button.isEnabled() for button in bar.findChildren(QAbstractButton))


def test_buttons_zoom_and_the_size_is_said(bar: PageBar, view: PageView) -> None:
    before = view.zoom
    press(bar, "Show the page larger")
    assert view.zoom == pytest.approx(before * 1.1)
    press(bar, "Show the page smaller")
    assert view.zoom == pytest.approx(before)
    press(bar, percent(view))
    assert view.fits_width
    press(bar, percent(view))
    assert view.zoom == 1.0
    press(bar, "100 %")
    assert view.zoom == pytest.approx(before)
