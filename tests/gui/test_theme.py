"""The look follows what was chosen, at once, and every icon can be drawn in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui import icons
from app.gui.icons import Drawing
from app.gui.theme import Theme, ThemeChoice, sheet_of, with_even_figures
from app.gui.tokens import DARK, LIGHT
from app.gui.widgets.buttons import PrimaryButton


def colours_of(name: str, drawing: Drawing) -> set[str]:
    """Return the colours of the pixels of an icon that are wholly covered."""
    image = icons.pixmap(name, drawing).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {c.name() for x, y in points if (c := QColor(image.pixelColor(x, y))).alpha() == 255}


def test_the_dark_theme_is_in_force_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.canvas
    assert DARK.canvas in qapp.styleSheet()
    assert LIGHT.canvas not in qapp.styleSheet()


def test_a_button_draws_its_icon_in_the_new_colours(theme: Theme, qtbot: QtBot) -> None:
    button = PrimaryButton("Register", icon="stamp")
    qtbot.addWidget(button)
    light = button.icon().pixmap(18).toImage()
    theme.choose(ThemeChoice.DARK)
    assert button.icon().pixmap(18).toImage() != light


def test_the_style_sheet_names_known_colours_only() -> None:
    sheet = sheet_of(LIGHT, 10)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= set(LIGHT.named().values())


def test_headings_follow_the_size_of_the_system_s_font() -> None:
    assert "14.50pt" in sheet_of(LIGHT, 10)
    assert "29.00pt" in sheet_of(LIGHT, 20)


def test_figures_of_a_column_are_of_one_width(qapp: QApplication) -> None:
    assert with_even_figures(QFont()).featureValue(QFont.Tag("tnum")) == 1


@pytest.mark.parametrize("name", sorted(icons.known()))
def test_every_icon_is_drawn_in_the_colour_asked_for(name: str, qapp: QApplication) -> None:
    assert "#1f5aa6" in colours_of(name, Drawing("#1F5AA6", scale=2))


def test_an_icon_is_drawn_for_the_pixels_of_the_screen(qapp: QApplication) -> None:
    drawn = icons.pixmap("mail", Drawing("#000000", scale=2))
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2)


def test_an_arrow_turns_round_with_the_window_and_a_letter_does_not(qapp: QApplication) -> None:
    def picture(name: str, *, right_to_left: bool) -> object:
        return icons.pixmap(name, Drawing("#000000", right_to_left=right_to_left)).toImage()

    assert picture("arrow-left", right_to_left=True) != picture("arrow-left", right_to_left=False)
    assert picture("stamp", right_to_left=True) == picture("stamp", right_to_left=False)


def test_the_house_has_an_icon_of_every_size(qapp: QApplication) -> None:
    drawn = icons.of_the_house()
    assert {16, 32, 256} <= {size.width() for size in drawn.availableSizes()}
    assert drawn.pixmap(64).toImage().pixelColor(32, 6).name() == "#1f5aa6"


def test_the_icons_bring_their_licence() -> None:
    assert "ISC License" in (icons.ICONS / "LICENSE").read_text(encoding="utf-8")


def test_every_icon_that_is_named_is_there() -> None:
    gui = Path(icons.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in gui.rglob("*.py")]
    named = {name for text in sources for name in re.findall(r'icon="([\w-]+)"', text)}
    assert named
    assert named <= icons.known()
