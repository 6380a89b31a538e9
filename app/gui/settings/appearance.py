"""Appearance: theme, size of texts, height of rows; each in force at once."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QButtonGroup

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.settings.section import Section
from app.gui.theme import ThemeChoice
from app.gui.widgets.editors import ChoiceEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.ticks import Dot, Tick

_TITLE: Final = N_("Appearance")
_THEMES: Final = {
    ThemeChoice.SYSTEM: N_("As the system"),
    ThemeChoice.LIGHT: N_("Light"),
    ThemeChoice.DARK: N_("Dark"),
}
_COLOURS: Final = N_("Colours")
_SIZES: Final = (75, 90, 100, 110, 125, 150, 175, 200, 250)
_SIZE: Final = N_("Size of texts")
_SIZE_HINT: Final = N_("100 % is the size that the system asks for.")
_PERCENT: Final = N_("{percent} %")
_ROWS: Final = N_("Texts and rows")
_COMPACT: Final = N_("Low rows in lists, so that more of them are seen")


class AppearanceSection(Section):
    """How the window looks; no letter depends on it."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE)
        self.themes = {choice: self._dot(choice) for choice in ThemeChoice}
        self._group = QButtonGroup(self)
        for dot in self.themes.values():
            self._group.addButton(dot)
        self.card(_COLOURS, FlowRow(*self.themes.values(), gap=16))
        sizes = [(percent, self.say(_PERCENT, percent=percent)) for percent in _SIZES]
        self.text_size = ChoiceEditor(sizes, desktop.theme.text_size)
        self.text_size.chosen.connect(self._on_size)
        self.compact = Tick(self.say(_COMPACT), on=desktop.theme.is_compact)
        self.compact.toggled.connect(self._on_compact)
        self.card(_ROWS, Field(self.say(_SIZE), self.text_size, hint=self.say(_SIZE_HINT)), self.compact)

    def _dot(self, choice: ThemeChoice) -> Dot:
        dot = Dot(self.say(_THEMES[choice]), on=self.desktop.theme.choice is choice)
        dot.toggled.connect(partial(self._on_theme, choice))
        return dot

    def _on_theme(self, choice: ThemeChoice, on: bool) -> None:
        if on and choice is not self.desktop.theme.choice:
            self.desktop.preferences.theme = choice
            self.desktop.theme.choose(choice)

    def _on_size(self, percent: object) -> None:
        if isinstance(percent, int) and percent != self.desktop.theme.text_size:
            self.desktop.preferences.text_size = percent
            self.desktop.theme.enlarge(percent)

    def _on_compact(self, on: bool) -> None:
        self.desktop.preferences.is_compact = on
        self.desktop.theme.set_compact(on)
