"""A card with the things of a case: rows to read, and under them the form of the one that is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.errors import N_
from app.gui.records.entries import Entries, Rows
from app.gui.records.link_rows import LinkRows
from app.gui.records.places import swapped, value_at, with_value
from app.gui.records.scrolling import bring_into_view
from app.gui.widgets.buttons import DangerButton, QuietButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import Row
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_DONE, _REMOVE = N_("Done"), N_("Remove")


@dataclass(frozen=True)
class Items:
    """What a card holds: its words, how a thing becomes a row, its form, and how one begins."""

    place: str
    heading: str
    add: str
    empty: str
    form: Rows
    row: Callable[[Any, int, str], Row]
    new: Callable[[str], Any]


class ItemsCard(Card):
    """Shows and edits a tuple of things; ``changed`` gives the tuple and the place of the change."""

    changed = Signal(object, str)
    left = Signal()
    undo_wanted = Signal(bool)

    def __init__(self, desktop: Desktop, items: Items) -> None:
        say = desktop.texts.text
        super().__init__(say(items.heading))
        self._items, self._language, self._open = items, "en", -1
        self.things: tuple[Any, ...] = ()
        self.list = LinkRows(desktop.theme, say(items.heading))
        self._empty = Words(say(items.empty), "muted", wraps=True)
        self.entries = Entries(items.form, desktop.texts)
        self.add_button = QuietButton(say(items.add), icon="plus", clicked=self._on_add)
        self.done_button = SecondaryButton(say(_DONE), icon="check", clicked=self.close_form)
        self.remove_button = DangerButton(say(_REMOVE), icon="trash-2", clicked=self._on_remove)
        self._lay_out()
        self.list.chosen.connect(lambda at: self.open_at(int(str(at))))
        self.entries.written.connect(self._on_written)
        self.entries.left.connect(lambda _place: self.left.emit())
        self.entries.undo_wanted.connect(self.undo_wanted)

    def show_things(self, things: Sequence[Any], language: str) -> None:
        """Show things in a language; the form stays open on its own."""
        self.things, self._language = tuple(things), language
        if self._open >= len(self.things):
            self._open = -1
        self._show_rows()
        self._frame.setVisible(self._open >= 0)
        self.add_button.setVisible(self._open < 0)
        if self._open >= 0:
            thing = self.things[self._open]
            self.entries.show_values(lambda place: value_at(thing, place, language))

    def open_at(self, at: int) -> None:
        """Open the form of a thing."""
        self._open = at
        self.show_things(self.things, self._language)
        self.entries.first_focus()
        bring_into_view(self.done_button)
        bring_into_view(next(iter(self.entries.editors.values())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put the form away."""
        if event.key() == Qt.Key.Key_Escape and self._open >= 0:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def close_form(self) -> None:
        """Put the form away."""
        self.left.emit()
        at, self._open = self._open, -1
        self.show_things(self.things, self._language)
        self.list.go_to(at)
        (self.list if self.things else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Show no form: the things are those of another case."""
        self._open = -1

    def _show_rows(self) -> None:
        rows = [self._items.row(one, at, self._language) for at, one in enumerate(self.things)]
        self.list.show_rows(rows)
        self._empty.setVisible(not rows)

    def _on_written(self, place: str, value: object) -> None:
        thing = with_value(self.things[self._open], place, self._language, value)
        if thing != self.things[self._open]:
            self.things = swapped(self.things, self._open, thing)
            self._show_rows()
            self.changed.emit(self.things, f"{self._items.place} {self._open} {place} {self._language}")

    def _on_add(self) -> None:
        self.things = (*self.things, self._items.new(self._language))
        self.changed.emit(self.things, f"{self._items.place} {len(self.things)}")
        self.open_at(len(self.things) - 1)

    def _on_remove(self) -> None:
        self.things = swapped(self.things, self._open, None)
        self._open = -1
        self.changed.emit(self.things, f"{self._items.place} less {len(self.things)}")
        self.left.emit()
        self.show_things(self.things, self._language)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._frame = QFrame()
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.entries)
        inner.addWidget(FlowRow(self.done_button, self.remove_button))
        self._frame.hide()
        self.add(self._empty, self.list, self._frame)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
