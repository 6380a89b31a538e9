"""Choosing languages: that of the screen at once, those of letters in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.languages import LETTER_LANGUAGES
from app.gui.desktop import Desktop
from app.gui.widgets.chips import Chip
from app.gui.widgets.editors import ChoiceEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.flow import FlowRow
from app.i18n.catalogues import Catalogue, known_languages
from app.i18n.language_names import language_name, own_name

_SCREEN: Final = N_("Language of the screen")
_SCREEN_HINT: Final = N_("It changes at once. Letters are written in the language you choose for each.")
_SYSTEM: Final = N_("As the system")
_FIRST: Final = N_("{number}. {language}")


def letter_languages() -> list[tuple[str, str]]:
    """Give the languages of letters with the names by which they call themselves."""
    return [(tag, own_name(tag)) for tag in LETTER_LANGUAGES]


class ScreenLanguage(QWidget):
    """The language of the screen, spoken as soon as it is chosen."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        tags = known_languages(desktop.places.locales)
        choices = [("", desktop.texts.text(_SYSTEM)), *((tag, own_name(tag)) for tag in tags)]
        editor = ChoiceEditor(choices, desktop.preferences.language)
        self.field = Field(desktop.texts.text(_SCREEN), editor, hint=desktop.texts.text(_SCREEN_HINT))
        editor.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def _on_chosen(self, tag: object) -> None:
        if tag != self._desktop.preferences.language:
            self._desktop.preferences.language = str(tag)
            self._desktop.changes.language_chosen.emit(str(tag))


class LanguageChips(FlowRow):
    """Languages to switch on; the one switched on first is the usual one."""

    changed = Signal()

    def __init__(
        self, texts: Catalogue, languages: Sequence[tuple[str, str]], chosen: Iterable[str] = ()
    ) -> None:
        super().__init__()
        self._texts, self._names = texts, dict(languages)
        self._chosen: list[str] = []
        self._chips = {tag: self._chip(tag) for tag in self._names}
        self.add(*self._chips.values())
        self.choose(chosen)

    def chosen(self) -> tuple[str, ...]:
        """Give the languages that are on, the usual one first."""
        return tuple(self._chosen)

    def choose(self, languages: Iterable[str]) -> None:
        """Switch languages on, in their order."""
        self._chosen = [tag for tag in languages if tag in self._chips]
        self._show()

    def chip(self, tag: str) -> Chip:
        """Give the chip of a language."""
        return self._chips[tag]

    def _chip(self, tag: str) -> Chip:
        chip = Chip(self._names[tag])
        chip.setToolTip(language_name(tag, self._texts.language))
        chip.clicked.connect(lambda _on=False: self._on_clicked(tag))
        return chip

    def _on_clicked(self, tag: str) -> None:
        if tag in self._chosen:
            self._chosen.remove(tag)
        else:
            self._chosen.append(tag)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for tag, chip in self._chips.items():
            chip.setChecked(tag in self._chosen)
            chip.say(self._words(tag))

    def _words(self, tag: str) -> str:
        name = self._names[tag]
        if tag not in self._chosen or len(self._chosen) == 1:
            return name
        return self._texts.text(_FIRST, number=self._chosen.index(tag) + 1, language=name)
