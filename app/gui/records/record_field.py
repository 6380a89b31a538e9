"""Choosing another record: the one chosen as a chip that can be taken away, else a field to type in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.records import RecordKind
from app.gui.records.naming import KIND_ICONS
from app.gui.widgets.chips import RemovableChip
from app.gui.widgets.picker import Picker
from app.gui.widgets.rows import Row
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_REMOVE: Final = N_("Take “{name}” away")
_CREATE: Final = N_("Create “{name}”")
_PLACEHOLDER: Final = N_("Type any part of a name")


class RecordField(QWidget):
    """A label, and a chip or a picker; ``chosen`` gives a key, nothing when it was taken away.

    ``create`` makes a record of what was typed and gives its key.
    """

    chosen = Signal(str)

    def __init__(
        self, desktop: Desktop, label: str, kind: RecordKind, create: Callable[[str], str] | None = None
    ) -> None:
        super().__init__()
        self._desktop, self._kind, self._create, self._label = desktop, kind, create, label
        self._chip: RemovableChip | None = None
        say = desktop.texts.text
        self.picker = Picker(
            label,
            self._suggested,
            jobs=desktop.jobs,
            theme=desktop.theme,
            placeholder=say(_PLACEHOLDER),
            create=(lambda text: say(_CREATE, name=text)) if create else None,
        )
        self.picker.picked.connect(lambda key: self.chosen.emit(str(key)))
        self.picker.create_wanted.connect(self._on_create)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        if label:
            self._column.addWidget(Words(label, "strong"))
        self._column.addWidget(self.picker)

    def show_key(self, key: str, name: str) -> None:
        """Show what is chosen; without a key the picker."""
        if self._chip:
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        self.picker.setVisible(not key)
        if key:
            self._chip = RemovableChip(name, self._desktop.texts.text(_REMOVE, name=name))
            self._chip.removed.connect(lambda: self.chosen.emit(""))
            self._column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeading)

    def _suggested(self, typed: str) -> list[Row]:
        found = self._desktop.office.finder.find(typed, (self._kind,), 20)
        return [Row(one.key, one.title, icon=KIND_ICONS.get(one.kind, "")) for one in found]

    def _on_create(self, typed: str) -> None:
        if self._create:
            self.chosen.emit(self._create(typed))
