"""The line over everything that says: this is a sample, and here is the way out."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.domain.errors import N_
from app.gui.asking import CANCEL, Choice, Question
from app.gui.desktop import Desktop
from app.gui.widgets.buttons import LinkButton
from app.gui.widgets.words import ShortWords, Words

_WHAT: Final = N_("Sample workspace")
_MEANS: Final = N_("Everything here is made up. Nothing of it enters your own register.")
_BACK: Final = N_("Back to your own workspace")
_REMOVE: Final = N_("Remove the sample")
_KEEP: Final = N_("Keep it")
_SURE: Final = N_("Remove the sample workspace?")
_WHAT_GOES: Final = N_(
    "Its letters, cases and recipients are deleted for good, also what you have tried there. "
    "Your own workspace stays as it is."
)


class SampleBanner(QFrame):
    """Marks the sample workspace, whatever room one is in."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        say = desktop.texts.text
        self.setProperty("role", "banner")
        self.back = LinkButton(say(_BACK), clicked=self._on_back)
        self.remove = LinkButton(say(_REMOVE), clicked=self._on_remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(12)
        row.addWidget(Words(say(_WHAT), "strong"))
        row.addWidget(ShortWords(say(_MEANS)), 1)
        row.addWidget(self.back)
        row.addWidget(self.remove)

    def _on_back(self) -> None:
        self._desktop.changes.workspace_chosen.emit(self._desktop.places.home)

    def _on_remove(self) -> None:
        say = self._desktop.texts.text
        choices = (Choice("remove", say(_REMOVE), "danger"), Choice(CANCEL, say(_KEEP)))
        if self._desktop.asking.ask(Question(say(_SURE), say(_WHAT_GOES), choices)) == "remove":
            self._desktop.changes.sample_unwanted.emit()
