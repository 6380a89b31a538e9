"""The form by which the same letter goes to others: they are found by typing, and taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.errors import N_
from app.gui.widgets.buttons import PrimaryButton, QuietButton
from app.gui.widgets.cards import Card
from app.gui.widgets.chips import RemovableChip
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.picker import Picker
from app.gui.widgets.rows import Row
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_HEADING: Final = N_("The same letter to other recipients")
_TOLD: Final = N_(
    "Each of them gets a draft of their own. What spoke to the first addressee is written anew."
)
_FIND: Final = N_("Find a recipient")
_REMOVE: Final = N_("Take out")
_CANCEL: Final = N_("Cancel")
_MAKE: Final = (N_("Make {number} draft"), N_("Make {number} drafts"))


class OthersForm(Card):
    """Recipients to choose; ``told`` gives their keys, ``cancelled`` on Esc."""

    told = Signal(object)
    cancelled = Signal()

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.texts.text(_HEADING))
        self._desktop, self._chosen = desktop, dict[str, str]()
        say = desktop.texts.text
        self.picker = Picker(
            say(_FIND), self._suggest, jobs=desktop.jobs, theme=desktop.theme, placeholder=say(_FIND)
        )
        self._chips = FlowRow()
        self.button = PrimaryButton("", clicked=self._on_pressed)
        self.add(Words(say(_TOLD), "muted", wraps=True), self.picker, self._chips)
        self.add(FlowRow(self.button, QuietButton(say(_CANCEL), clicked=self.cancelled.emit), gap=12))
        self.picker.picked.connect(self._on_picked)
        self._draw()

    def begin(self) -> None:
        """Bring the focus to the field."""
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc cancel."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _suggest(self, typed: str) -> Sequence[Row]:
        found = self._desktop.office.finder.find(typed)
        return [
            Row((one.key, one.title), one.title, one.matched if one.matched != one.title else "")
            for one in found
            if one.key not in self._chosen
        ]

    def _on_picked(self, picked: tuple[str, str]) -> None:
        key, title = picked
        self._chosen[key] = title
        self.picker.clear()
        self._draw()

    def _take_out(self, key: str) -> None:
        self._chosen.pop(key, None)
        self._draw()
        self.begin()

    def _draw(self) -> None:
        self._chips.clear()
        for key, title in self._chosen.items():
            chip = RemovableChip(title, self._desktop.texts.text(_REMOVE))
            chip.removed.connect(lambda one=key: self._take_out(one))
            self._chips.add(chip)
        self.button.say(self._desktop.texts.plural(*_MAKE, len(self._chosen)))
        self.button.setEnabled(bool(self._chosen))

    def _on_pressed(self) -> None:
        self.told.emit(tuple(self._chosen))
