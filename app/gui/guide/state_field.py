"""A State, found by any of its names in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from app.domain.errors import N_
from app.domain.folding import fold
from app.domain.said import said_anyhow
from app.gui.widgets.picker import Picker
from app.gui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.states import StateNames
    from app.gui.desktop import Desktop

_FIND: Final = N_("Type a name or code")
_SHOWN: Final = 8


class StateFinder:
    """Finds States by a part of a name."""

    def __init__(self, states: Sequence[StateNames], language: str) -> None:
        self._language = language
        self._known = [(one, f"{one.key} {' '.join(_names(one))}") for one in states]
        self._folded = [(one, fold(names)) for one, names in self._known]

    def find(self, typed: str) -> Sequence[Row]:
        """Give the States with a name in which a word begins with what was typed, then the others."""
        words = fold(typed).split()
        found = [(one, names) for one, names in self._folded if all(word in names for word in words)]
        whole = " ".join(words)
        found.sort(key=lambda pair: f" {whole}" not in f" {pair[1]}")
        return [Row(one.key, self.name(one.key), one.key) for one, _names in found[:_SHOWN]]

    def name(self, code: str) -> str:
        """Give the name of a State on the screen; its code where it has none."""
        known = next((one for one, _names in self._known if one.key == code), None)
        said = said_anyhow(known.forms, self._language) if known else None
        return said.name if said and said.name else code


class StateField(Picker):
    """Shows the State that was chosen; typing finds another, emptying it takes it away."""

    state_chosen = Signal(str)

    def __init__(self, desktop: Desktop, name: str) -> None:
        self._finder = StateFinder(desktop.office.address_book.states(), desktop.texts.language)
        super().__init__(
            name,
            self._finder.find,
            jobs=desktop.jobs,
            theme=desktop.theme,
            placeholder=desktop.texts.text(_FIND),
        )
        self.code = ""
        self.picked.connect(self._on_picked)
        self.field.left.connect(self._on_left)

    def show_state(self, code: str) -> None:
        """Show a State, unless another is being typed."""
        self.code = code
        if not self.is_open():
            self.field.setText(self._finder.name(code) if code else "")
            self.field.setCursorPosition(0)

    def _on_picked(self, code: object) -> None:
        self.show_state(str(code))
        self.state_chosen.emit(self.code)

    def _on_left(self) -> None:
        if not self.text() and self.code:
            self.code = ""
            self.state_chosen.emit("")
        self.show_state(self.code)


def _names(state: StateNames) -> list[str]:
    return [name for form in state.forms for name in (form.name, form.formal_name) if name]
