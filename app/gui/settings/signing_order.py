"""Who signs for an organisation by default, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.widgets.buttons import LinkButton
from app.gui.widgets.cards import Card
from app.gui.widgets.chips import MenuChip, RemovableChip
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.words import Words

_TITLE: Final = N_("Who signs")
_NOTE: Final = N_("A new letter is signed by these people, in this order. Each letter may have others.")
_ADD: Final = N_("Add a signatory")
_REMOVE: Final = N_("Does not sign by default")
_NOBODY: Final = N_("Nobody is known yet who signs. Write their names and capacities under Signatories.")
_MANAGE: Final = N_("Signatories, with their capacities in each language")
_NUMBERED: Final = N_("{number}. {name}")


class SigningOrder(Card):
    """Chips that can be taken away and a menu of those who are left; ``ordered`` says the keys."""

    ordered = Signal(object)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.texts.text(_TITLE))
        self._desktop, self._say = desktop, desktop.texts.text
        self._people: dict[str, str] = {}
        self._keys: list[str] = []
        self._nobody = Words(self._say(_NOBODY), "muted", wraps=True)
        self.row = FlowRow()
        manage = LinkButton(self._say(_MANAGE), clicked=lambda: desktop.going.to("settings", "signatories"))
        self.add(Words(self._say(_NOTE), "muted", wraps=True), self._nobody, self.row, FlowRow(manage))

    def show_people(self, people: Sequence[tuple[str, str]], signing: Sequence[str]) -> None:
        """Show who signs, of all who may."""
        now, keys = dict(people), [key for key in signing if key in dict(people)]
        if (now, keys) != (self._people, self._keys) or not self.row.children():
            self._people, self._keys = now, keys
            self._build()
        self._nobody.setVisible(not self._people)

    def menu(self) -> QMenu:
        """Give the menu of those who do not sign yet."""
        menu = QMenu(self)
        for key in self._left_over():
            menu.addAction(self._people[key]).triggered.connect(partial(self._on_added, key))
        return menu

    def _build(self) -> None:
        self.row.clear()
        for number, key in enumerate(self._keys, start=1):
            words = self._say(_NUMBERED, number=number, name=self._people[key])
            chip = RemovableChip(words, self._say(_REMOVE))
            chip.removed.connect(partial(self._on_removed, key))
            self.row.add(chip)
        if self._left_over():
            self.row.add(MenuChip(self._say(_ADD), self.menu))

    def _left_over(self) -> list[str]:
        return [key for key in self._people if key not in self._keys]

    def _on_added(self, key: str, _on: bool = False) -> None:
        self._order([*self._keys, key])

    def _on_removed(self, key: str) -> None:
        self._order([one for one in self._keys if one != key])

    def _order(self, keys: list[str]) -> None:
        self._keys = keys
        self._build()
        self.ordered.emit(keys)
