"""The languages of a record as chips: which is shown, where something is missing, and one more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu

from app.domain.errors import N_
from app.gui.records.languages import others
from app.gui.widgets.buttons import Button, QuietButton
from app.gui.widgets.chips import Chip
from app.gui.widgets.flow import FlowRow
from app.i18n.catalogues import Catalogue
from app.i18n.language_names import language_name

_MISSING: Final = N_("{language}: missing")
_LANGUAGE_TOLD: Final = N_("Show in this language: {language}")
_MISSING_TOLD: Final = N_("Nothing is written in this language yet: {language}")
_ADD: Final = N_("Another language")


class LanguageBar(FlowRow):
    """Chips for languages, one of them on; ``chosen`` gives its tag."""

    chosen = Signal(str)

    def __init__(self, texts: Catalogue, *, adds: bool = True) -> None:
        super().__init__()
        self._texts, self._adds = texts, adds
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        self.add_button: Button | None = None

    def show_languages(self, languages: Iterable[str], has: Callable[[str], bool], current: str) -> None:
        """Show languages, those in which nothing is said with a mark."""
        shown = tuple((tag, has(tag)) for tag in languages)
        if [tag for tag, _ in shown] != [tag for tag, _ in self._shown]:
            self._build([tag for tag, _ in shown])
        for tag, there in shown:
            self._say(tag, there=there)
        self._shown = shown
        if current in self._chips:
            self._chips[current].setChecked(True)

    def chip(self, tag: str) -> Chip:
        """Give the chip of a language."""
        return self._chips[tag]

    def menu(self) -> QMenu:
        """Give the menu of the languages that can be added."""
        menu = QMenu(self)
        listed = ((language_name(tag, self._texts.language), tag) for tag in others(self._chips))
        for words, tag in sorted(listed):
            menu.addAction(words).triggered.connect(lambda _on=False, tag=tag: self.chosen.emit(tag))
        return menu

    def _build(self, languages: list[str]) -> None:
        self.clear()
        self._chips = {}
        for tag in languages:
            chip = Chip(language_name(tag, self._texts.language))
            chip.clicked.connect(lambda _on=False, tag=tag: self.chosen.emit(tag))
            self._group.addButton(chip)
            self._chips[tag] = chip
            self.add(chip)
        if self._adds:
            self.add_button = QuietButton(self._texts.text(_ADD), icon="plus", clicked=self._open_menu)
            self.add(self.add_button)

    def _say(self, tag: str, *, there: bool) -> None:
        name = language_name(tag, self._texts.language)
        chip = self._chips[tag]
        chip.say(name if there else self._texts.text(_MISSING, language=name))
        told = _LANGUAGE_TOLD if there else _MISSING_TOLD
        chip.setAccessibleDescription(self._texts.text(told, language=name))

    def _open_menu(self) -> None:
        if self.add_button:
            self.menu().popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))
