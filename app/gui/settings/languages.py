"""Languages: of the screen, and those of letters that are offered first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.settings.language_choice import LanguageChips, ScreenLanguage, letter_languages
from app.gui.settings.section import Section
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.domain.senders import SenderProfile

_TITLE: Final = N_("Languages")
_SCREEN: Final = N_("The screen")
_LETTERS: Final = N_("Letters")
_LETTERS_NOTE: Final = N_(
    "The languages you write in, the usual one first: a new letter begins in it, the others are offered next."
)
_OF: Final = N_("For letters of {organisation}. Other organisations have their own, under Organisation.")
_KEPT: Final = "letters/languages"


class LanguagesSection(Section):
    """The letter languages are those of the preferred organisation; before there is one, they wait for it."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE)
        self.screen_language = ScreenLanguage(desktop)
        self.card(_SCREEN, self.screen_language)
        self.chips = LanguageChips(desktop.texts, letter_languages())
        self._of = Words("", "muted", wraps=True)
        self._of.hide()
        self.card(_LETTERS, self.chips, self._of, note=_LETTERS_NOTE)
        self.chips.changed.connect(self._on_changed)
        desktop.changes.senders_changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        self.desktop.jobs.run(self.desktop.office.senders.preferred, self._on_read)

    def _on_read(self, preferred: SenderProfile | None) -> None:
        kept = tuple(self.desktop.preferences.text(_KEPT).split())
        self.chips.choose(preferred.languages if preferred else kept)
        self._of.setVisible(preferred is not None)
        if preferred:
            name = preferred.texts_in(self.desktop.texts.language).organisation
            self._of.setText(self.say(_OF, organisation=name))

    def _on_changed(self) -> None:
        chosen = self.chips.chosen()
        self.desktop.preferences.keep(_KEPT, " ".join(chosen))
        self.desktop.jobs.run(lambda: self._keep(chosen), self._on_kept)

    def _keep(self, chosen: tuple[str, ...]) -> bool:
        senders = self.desktop.office.senders
        preferred = senders.preferred()
        if preferred is not None:
            senders.save(replace(preferred, languages=chosen))
        return preferred is not None

    def _on_kept(self, kept: bool) -> None:
        if kept:
            self.desktop.changes.senders_changed.emit()
