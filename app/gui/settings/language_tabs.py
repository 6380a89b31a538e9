"""Which language's texts are shown in a form: those there are, and any other to add."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu

from app.domain.errors import N_
from app.domain.languages import LETTER_LANGUAGES
from app.gui.widgets.chips import Chip, MenuChip
from app.gui.widgets.flow import FlowRow
from app.i18n.catalogues import Catalogue
from app.i18n.language_names import language_name, own_name

_MORE: Final = N_("Another language")


class LanguageTabs(FlowRow):
    """Chips of which one is on; ``chosen`` says which language is to be shown."""

    chosen = Signal(str)

    def __init__(self, texts: Catalogue) -> None:
        super().__init__()
        self._texts, self._tags, self.language = texts, list[str](), ""
        self._group = QButtonGroup(self)
        self._chips: dict[str, Chip] = {}

    def offer(self, languages: Iterable[str], current: str = "") -> None:
        """Show the chips of languages and one for all others; one of them is on."""
        tags = list(dict.fromkeys(languages)) or ["en"]
        wanted = next((tag for tag in (current, self.language) if tag in tags), tags[0])
        if tags != self._tags:
            self._tags = tags
            self._build()
        self.language = wanted
        self._chips[wanted].setChecked(True)

    def chip(self, tag: str) -> Chip:
        """Give the chip of a language."""
        return self._chips[tag]

    def _build(self) -> None:
        self.clear()
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        self._chips = {tag: self._chip(tag) for tag in self._tags}
        self.add(*self._chips.values())
        if self._others():
            self.add(MenuChip(self._texts.text(_MORE), self._menu))

    def _chip(self, tag: str) -> Chip:
        chip = Chip(own_name(tag))
        chip.setCheckable(True)
        chip.setToolTip(language_name(tag, self._texts.language))
        chip.clicked.connect(lambda _on=False: self._choose(tag))
        self._group.addButton(chip)
        return chip

    def _others(self) -> list[str]:
        return [tag for tag in LETTER_LANGUAGES if tag not in self._tags]

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for tag in self._others():
            menu.addAction(own_name(tag)).triggered.connect(partial(self._add, tag))
        return menu

    def _add(self, tag: str, _on: bool = False) -> None:
        self.offer([*self._tags, tag], tag)
        self._choose(tag)
        self._chips[tag].setFocus()

    def _choose(self, tag: str) -> None:
        self.language = tag
        self.chosen.emit(tag)
