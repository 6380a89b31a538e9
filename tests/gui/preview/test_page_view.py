"""The page as people use it: seen, clicked, scrolled, zoomed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.preview.page_view import PageView
from app.gui.theme import Theme, ThemeChoice
from app.gui.tokens import DARK, LIGHT
from app.i18n.catalogues import Catalogue
from tests.builders import a_letter
from tests.drafting.making import example
from tests.gui.preview.letters import look, typed


@pytest.fixture
def view(qtbot: QtBot, texts: Catalogue, theme: Theme) -> PageView:
    """Show the allegation letter, three pages, in a narrow pane."""
    shown = PageView(texts, theme)
    qtbot.addWidget(shown)
    shown.resize(520, 600)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_pages(look(example("un-allegation")))
    return shown


def picture(view: PageView) -> QImage:
    return view.grab().toImage()


def click(view: PageView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def middle_of(view: PageView, block: str) -> QPoint:
    return view.place_of_block(block).center()


def test_an_empty_desk_has_no_page(qtbot: QtBot, texts: Catalogue, theme: Theme) -> None:
    view = PageView(texts, theme)
    qtbot.addWidget(view)
    view.resize(400, 400)
    assert (view.page, view.pages, view.accessibleDescription()) == (0, (), "")
    assert picture(view).pixelColor(200, 200) == QColor(LIGHT.desk)


def test_paper_and_ink_are_on_the_desk(view: PageView) -> None:
    shown = picture(view)
    assert shown.pixelColor(2, 2) == QColor(LIGHT.desk)
    box = view.place_of_block("mandates")
    colours = {shown.pixelColor(x, box.center().y()).name() for x in range(box.left(), box.right())}
    assert QColor(LIGHT.paper).name() in colours
    assert len(colours) > 5


def test_the_page_stays_paper_in_the_dark(view: PageView, theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK)
    shown = picture(view)
    assert shown.pixelColor(2, 2) == QColor(DARK.desk)
    corner = view.place_of_block("mandates").topLeft() - QPoint(20, 4)
    assert shown.pixelColor(corner) == QColor(DARK.paper)


def test_a_click_on_a_paragraph_chooses_its_block(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.block_chosen) as chosen:
        click(view, middle_of(view, "subject_sentence"))
    assert chosen.args == ["subject_sentence"]


def test_a_click_on_the_letterhead_or_beside_the_page_chooses_nothing(qtbot: QtBot, view: PageView) -> None:
    with qtbot.assertNotEmitted(view.block_chosen):
        click(view, QPoint(3, 300))
        head = view.place_of_block("mandates").topLeft() - QPoint(0, 20)
        click(view, head)


def test_the_hand_shows_where_a_click_leads(qtbot: QtBot, view: PageView) -> None:
    QTest.mouseMove(view.viewport(), middle_of(view, "opening"))
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), QPoint(3, 300))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_block_is_brought_into_sight_and_marked(view: PageView) -> None:
    assert view.page == 1
    view.show_block("annex")
    assert view.page == 3
    place = view.place_of_block("annex")
    assert view.viewport().rect().intersects(place)
    edge = QPoint(place.left() - 1, place.center().y())
    assert picture(view).pixelColor(edge) == QColor(LIGHT.weak)


def test_a_block_in_sight_is_marked_without_a_jump(view: PageView) -> None:
    view.show_block("opening")
    assert view.verticalScrollBar().value() == 0
    view.show_block("annex", scroll=False)
    assert (view.block, view.verticalScrollBar().value()) == ("annex", 0)


def test_what_is_in_sight_stays_in_sight_while_one_types(view: PageView) -> None:
    view.show_block("annex")
    before = view.verticalScrollBar().value()
    view.show_pages(look(typed(example("un-allegation"), "annex", "A short annex.")))
    assert view.verticalScrollBar().value() == before
    view.show_pages(look(a_letter()))
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_the_page_in_sight_is_told(qtbot: QtBot, view: PageView) -> None:
    with qtbot.waitSignal(view.place_changed) as told:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert told.args == [3, 3]
    with qtbot.waitSignal(view.place_changed) as told:
        view.show_pages(look(a_letter()))
    assert told.args == [1, 1]
    view.clear()
    assert view.page == 0


def test_the_page_is_as_wide_as_the_room(qtbot: QtBot, view: PageView) -> None:
    before = view.zoom
    assert view.fits_width
    assert view.horizontalScrollBar().maximum() == 0
    view.resize(900, 600)
    qtbot.waitUntil(lambda: view.zoom > before)
    assert view.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("key", "factor"), [(Qt.Key.Key_Plus, 1.1), (Qt.Key.Key_Equal, 1.1), (Qt.Key.Key_Minus, 1 / 1.1)]
)
def test_keys_zoom(qtbot: QtBot, view: PageView, key: Qt.Key, factor: float) -> None:
    before = view.zoom
    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before * factor)
    assert not view.fits_width


def test_one_key_changes_between_the_size_on_paper_and_the_width(qtbot: QtBot, view: PageView) -> None:
    fitting = view.zoom
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.0
    assert view.horizontalScrollBar().maximum() > 0
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (view.zoom, view.fits_width) == (fitting, True)


def test_home_and_end_go_through_the_letter(qtbot: QtBot, view: PageView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def turn(view: PageView, at: QPoint, clicks: int, modifiers: Qt.KeyboardModifier) -> None:
    """Turn the wheel over a point."""
    event = QWheelEvent(
        QPointF(at), view.viewport().mapToGlobal(QPointF(at)), QPoint(), QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_zooms_round_the_pointer_with_ctrl_held(view: PageView) -> None:
    at = middle_of(view, "lead_in")
    before = view.zoom
    turn(view, at, 3, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > before
    assert view.block_at(QPointF(at)) == "lead_in"


def test_the_wheel_scrolls_without_ctrl(view: PageView) -> None:
    before = view.zoom
    turn(view, QPoint(200, 200), -2, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0
    assert view.zoom == before


def test_zoom_has_bounds(view: PageView) -> None:
    view.set_zoom(100)
    assert view.zoom == 4.0
    view.set_zoom(0.001)
    assert view.zoom == 0.25


def test_a_screen_reader_hears_the_page(view: PageView) -> None:
    assert view.accessibleName() == "The letter as it looks"
    told = view.accessibleDescription().splitlines()
    assert told[0] == "Page 1 of 3"
    assert told[1] == "Special Procedures of the Human Rights Council"
    view.show_block("annex")
    assert view.accessibleDescription().startswith("Page 3 of 3\nAnnex\n")


def test_the_focus_is_seen(qtbot: QtBot, view: PageView) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert picture(view).pixelColor(0, 100) == QColor(LIGHT.accent)
    view.clearFocus()
    qtbot.waitUntil(lambda: not view.hasFocus())
    assert picture(view).pixelColor(0, 100) == QColor(LIGHT.desk)
