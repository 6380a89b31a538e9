"""The exact pages on the desk: drawn, kept while newer ones come, scrolled and zoomed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.converting.errors import NoOfficeProgram
from app.gui.preview.exact_canvas import LARGEST, SMALLEST
from app.gui.preview.exact_state import ExactState
from app.gui.preview.exact_view import ExactView
from app.i18n.catalogues import for_language
from tests.architecture.reading import ROOT
from tests.gui.preview.exact import Colours, pdf_with

BLUE, RED = "#204060", "#a02020"


@pytest.fixture
def view(qtbot: QtBot) -> ExactView:
    view = ExactView(for_language("en", Path(ROOT / "locales")), Colours())
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    return view


def shown(qtbot: QtBot, view: ExactView, pdf: bytes, before: ExactState | None = None) -> ExactState:
    """Show pages and wait until they are in sight."""
    asked = (before or ExactState()).asking(warm=True)
    with qtbot.waitSignal(view.canvas.pages_shown):
        state = asked.arrived(asked.wanted, pdf)
        view.show_state(state)
    return state


def colour_of_page(view: ExactView) -> str:
    """Tell the colour in the middle of the first page as it is on the screen."""
    picture = view.canvas.viewport().grab().toImage()
    return QColor(picture.pixel(picture.width() // 2, 280)).name()


def test_the_page_is_seen(qtbot: QtBot, view: ExactView) -> None:
    shown(qtbot, view, pdf_with(1, BLUE))
    assert colour_of_page(view) == BLUE
    assert view.canvas.isVisible()


def test_old_pages_stay_until_new_ones_are_drawn(qtbot: QtBot, view: ExactView) -> None:
    state = shown(qtbot, view, pdf_with(1, BLUE))
    newer = state.asking(warm=True)
    view.show_state(newer)
    view.show_state(newer.arrived(newer.wanted, pdf_with(1, RED)))
    assert colour_of_page(view) == BLUE
    qtbot.waitUntil(lambda: colour_of_page(view) == RED)


def test_the_place_in_the_letter_stays_when_pages_are_renewed(qtbot: QtBot, view: ExactView) -> None:
    state = shown(qtbot, view, pdf_with(3))
    view.canvas.verticalScrollBar().setValue(700)
    shown(qtbot, view, pdf_with(3, RED), state)
    assert view.canvas.verticalScrollBar().value() == 700


def test_with_every_page_drawn_the_last_wins(qtbot: QtBot, view: ExactView) -> None:
    state = shown(qtbot, view, pdf_with(1))
    for number in range(8):
        state = state.asking(warm=True)
        view.show_state(state := state.arrived(state.wanted, pdf_with(1 + number % 2, RED)))
    qtbot.waitUntil(lambda: view.canvas.page_count == 2 and colour_of_page(view) == RED)


def test_end_and_home_lead_to_the_last_and_first_page(qtbot: QtBot, view: ExactView) -> None:
    shown(qtbot, view, pdf_with(4))
    bar = view.canvas.verticalScrollBar()
    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(view.canvas, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.pageStep()


def test_what_comes_into_sight_is_drawn(qtbot: QtBot, view: ExactView) -> None:
    shown(qtbot, view, pdf_with(30, BLUE))
    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: colour_of_page(view) == BLUE)


def test_a_page_is_as_wide_as_its_place_until_it_is_zoomed(qtbot: QtBot, view: ExactView) -> None:
    shown(qtbot, view, pdf_with(1))
    narrow = view.canvas.zoom
    view.resize(800, 600)
    assert view.canvas.zoom > narrow
    view.canvas.set_zoom(1.0)
    view.resize(500, 600)
    assert view.canvas.zoom == 1.0
    view.canvas.fit_width()
    assert view.canvas.zoom == pytest.approx(narrow)


@pytest.mark.parametrize(
    ("key", "larger"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Equal, True), (Qt.Key.Key_Minus, False)]
)
def test_ctrl_and_a_sign_zoom_and_nought_fits_again(
    qtbot: QtBot, view: ExactView, key: Qt.Key, larger: bool
) -> None:
    shown(qtbot, view, pdf_with(1))
    before = view.canvas.zoom
    QTest.keyClick(view.canvas, key, Qt.KeyboardModifier.ControlModifier)
    assert (view.canvas.zoom > before) is larger
    assert not view.canvas.fits_width
    QTest.keyClick(view.canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.canvas.zoom == before
    QTest.keyClick(view.canvas, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert view.canvas.zoom == 1.0


def test_the_page_in_the_middle_is_told(qtbot: QtBot, view: ExactView) -> None:
    told: list[tuple[int, int]] = []
    view.canvas.place_changed.connect(lambda page, pages: told.append((page, pages)))
    shown(qtbot, view, pdf_with(3))
    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    view.show_state(ExactState())
    assert told == [(1, 3), (3, 3), (0, 0)]


@pytest.mark.parametrize(("asked", "given"), [(0.01, SMALLEST), (99, LARGEST)])
def test_zoom_has_its_ends(view: ExactView, asked: float, given: float) -> None:
    view.canvas.set_zoom(asked)
    assert view.canvas.zoom == given


def test_ctrl_and_the_wheel_zoom(qtbot: QtBot, view: ExactView) -> None:
    shown(qtbot, view, pdf_with(1))
    before = view.canvas.zoom
    middle = QPointF(view.canvas.viewport().rect().center())
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.canvas.zoom_changed):
        QApplication.sendEvent(view.canvas.viewport(), event)
    assert view.canvas.zoom > before


def test_the_pages_can_be_read_without_being_seen(qtbot: QtBot, view: ExactView) -> None:
    shown(qtbot, view, pdf_with(2))
    assert view.canvas.accessibleName() == "Exact pages"
    assert view.canvas.accessibleDescription().startswith("2 pages\n")
    assert "page 2" in view.canvas.accessibleDescription()


def test_without_a_program_the_reason_stands_in_their_place(view: ExactView) -> None:
    view.show_state(ExactState().without(NoOfficeProgram().sentence))
    assert view.instead.isVisible()
    assert "libreoffice.org" in view.instead.said


def test_a_failure_is_said_under_the_pages_with_a_way_out(qtbot: QtBot, view: ExactView) -> None:
    state = shown(qtbot, view, pdf_with(1)).asking(warm=True)
    view.show_state(state.failing(state.wanted, ValueError()))
    assert view.canvas.isVisible()
    assert view.below.isVisible()
    (again,) = view.below.findChildren(QPushButton)
    with qtbot.waitSignal(view.retried):
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)


def test_renewing_moves_nothing(qtbot: QtBot, view: ExactView) -> None:
    state = shown(qtbot, view, pdf_with(1))
    view.show_state(state.asking(warm=True))
    assert not view.below.isVisible()


def test_another_letter_begins_without_pages(qtbot: QtBot, view: ExactView) -> None:
    state = shown(qtbot, view, pdf_with(1))
    view.show_state(state.emptied())
    assert view.canvas.page_count == 0
    assert view.instead.isVisible()


def test_what_is_no_pdf_leaves_the_old_pages(qtbot: QtBot, view: ExactView) -> None:
    state = shown(qtbot, view, pdf_with(1, BLUE))
    view.show_state(state.arrived(state.wanted, b"no pages at all"))
    qtbot.wait(30)
    assert colour_of_page(view) == BLUE


def test_the_paper_takes_the_colour_of_the_theme(qtbot: QtBot, view: ExactView) -> None:
    shown(qtbot, view, pdf_with(1))
    view.set_colours(Colours(paper="#f7f5f0", desk="#101215", text="#e9e7e3"))
    picture = view.canvas.viewport().grab().toImage()
    assert QColor(picture.pixel(picture.width() // 2, 40)).name() == "#f7f5f0"
    assert QColor(picture.pixel(4, 300)).name() == "#101215"
