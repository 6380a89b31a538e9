"""The offices of a person with their times, each on a line that can be changed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.directory import Tenure
from app.domain.errors import N_
from app.domain.records import RecordKind
from app.gui.records.entries import Entries, Entry
from app.gui.records.places import swapped, with_value
from app.gui.records.record_field import RecordField
from app.gui.widgets.buttons import IconButton
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_ADD: Final = N_("Add an office")
_REMOVE: Final = N_("Remove: {office}")
_ROWS: Final = (
    (
        Entry("since", N_("From"), N_("A year will do."), is_date=True),
        Entry("until", N_("To"), is_date=True),
    ),
    Entry("former", N_("Held no longer, since a day that is not known"), is_tick=True),
)


class TenuresForm(QWidget):
    """Shows tenures; ``changed`` gives all of them after a change, ``left`` comes when a field is left."""

    changed = Signal(object)
    left = Signal()
    undo_wanted = Signal(bool)

    def __init__(self, desktop: Desktop, name_of: Callable[[str], str], create: Callable[[str], str]) -> None:
        super().__init__()
        self._desktop, self._name_of = desktop, name_of
        self._tenures: tuple[Tenure, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(16)
        self.entries: list[Entries] = []
        self.adding = RecordField(desktop, desktop.texts.text(_ADD), RecordKind.OFFICE, create)
        self.adding.chosen.connect(self._on_added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._lines)
        column.addWidget(self.adding)

    def show_tenures(self, tenures: Sequence[Tenure]) -> None:
        """Show the tenures; lines that are there already are kept."""
        tenures = tuple(tenures)
        if [one.office for one in tenures] != [one.office for one in self._tenures]:
            self._build(tenures)
        self._tenures = tenures
        for entries, tenure in zip(self.entries, tenures, strict=True):
            entries.show_values(partial(getattr, tenure))

    def _build(self, tenures: tuple[Tenure, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.entries = []
        for at, tenure in enumerate(tenures):
            self._lines.addWidget(self._line(at, tenure))

    def _line(self, at: int, tenure: Tenure) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        name = self._name_of(tenure.office)
        head = QHBoxLayout()
        head.addWidget(Words(name, "strong", wraps=True), 1)
        words = self._desktop.texts.text(_REMOVE, office=name)
        head.addWidget(IconButton("x", words, clicked=lambda: self._put(at, None)))
        entries = Entries(_ROWS, self._desktop.texts)
        entries.written.connect(lambda place, value: self._on_written(at, place, value))
        entries.left.connect(lambda _place: self.left.emit())
        entries.undo_wanted.connect(self.undo_wanted)
        self.entries.append(entries)
        column.addLayout(head)
        column.addWidget(entries)
        return line

    def _on_written(self, at: int, place: str, value: object) -> None:
        self._put(at, with_value(self._tenures[at], place, "", value))

    def _on_added(self, key: str) -> None:
        if key:
            self._put(len(self._tenures), Tenure(office=key))

    def _put(self, at: int, tenure: Tenure | None) -> None:
        changed = swapped(self._tenures, at, tenure)
        self.show_tenures(changed)
        self.changed.emit(changed)
