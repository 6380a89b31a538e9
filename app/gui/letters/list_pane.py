"""The leading half of the letters: header, filters, the table or why it is empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.letters.cells import Cells, counted
from app.gui.letters.filters import FilterBar
from app.gui.letters.lines import LineKind, Wish
from app.gui.letters.list_model import LettersModel
from app.gui.letters.table import LettersTable
from app.gui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.page_header import PageHeader

_TITLE: Final = N_("Letters")
_REGISTERED: Final = (N_("{count} registered"), N_("{count} registered"))
_DRAFTS: Final = (N_("{number} draft"), N_("{number} drafts"))
_FOUND: Final = (N_("{count} letter found"), N_("{count} letters found"))
_MORE: Final = N_("More about the list")
_RESERVE: Final = N_("Reserve a number")
_COLUMNS: Final = N_("Columns")
_NONE_YET: Final = (
    N_("No letters yet"),
    N_("Drafts and registered letters will stand here."),
)
_WRITE_FIRST: Final = N_("Write the first letter")
_SAMPLE: Final = N_("Look at the sample workspace")
_NOTHING: Final = (N_("Nothing found"), N_("No letter fits what was typed and the filters that are set."))
_TO_THE_TABLE: Final = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR: Final = N_("Clear the filters")


class ListPane(QWidget):
    """The table of letters with all that is around it."""

    def __init__(self, desktop: Desktop, today: date, reserve: Callable[[], None]) -> None:
        super().__init__()
        self._desktop, self._reserve = desktop, reserve
        self.model = LettersModel(desktop.texts, Cells(desktop.texts, today))
        self.table = LettersTable(
            self.model, theme=desktop.theme, texts=desktop.texts, preferences=desktop.preferences
        )
        self.filters = FilterBar(desktop.texts, today)
        self.more = IconButton("ellipsis", desktop.texts.text(_MORE), clicked=self._open_more)
        self.header = PageHeader(
            desktop.texts.text(_TITLE), "", [self.filters.clear, self.filters.search, self.more]
        )
        self.none_yet, self.nothing = self._make_empty()
        self._lay_out()
        self.filters.search.installEventFilter(self)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.begin_search)

    def begin_search(self) -> None:
        """Bring the focus to the field that filters the table."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Enter lead from the search field to what was found."""
        if watched is self.filters.search and isinstance(event, QKeyEvent):
            down = event.type() == QEvent.Type.KeyPress and event.key() in _TO_THE_TABLE
            if down and self.table.isVisible():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def show_emptiness(self, *, empty: bool, narrowed: bool) -> None:
        """Show the table, or why there is nothing in it."""
        why, had_focus = self.nothing if narrowed else self.none_yet, self.table.hasFocus()
        self._stack.setCurrentWidget(why if empty else self.table)
        if empty and had_focus:
            self.begin()
        for part in (self.filters, self.filters.search):
            part.setVisible(narrowed or not empty)

    def begin(self) -> None:
        """Take the focus: the table, or the first step where there is nothing in it."""
        (self.first if self._stack.currentWidget() is self.none_yet else self.table).setFocus()

    def show_note(self, wish: Wish, count: int) -> None:
        """Say beside the title how many letters there are."""
        self.header.show_note(self._note(wish, count))

    def more_menu(self) -> QMenu:
        """Give what can be done with the list."""
        say, menu = self._desktop.texts.text, QMenu(self)
        reserve = menu.addAction(say(_RESERVE))
        reserve.setEnabled(self._desktop.is_open)
        reserve.triggered.connect(lambda _on=False: self._reserve())
        columns = self.table.column_menu()
        columns.setTitle(say(_COLUMNS))
        menu.addMenu(columns)
        return menu

    def _open_more(self) -> None:
        self.more_menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _note(self, wish: Wish, count: int) -> str:
        texts = self._desktop.texts
        drafts = sum(1 for line in self.model.ahead if line.key.kind is LineKind.DRAFT)
        if wish.typed.strip():
            found = count + len(self.model.ahead)
            return texts.plural(*_FOUND, found, count=counted(found, texts))
        parts = [str(wish.narrowed.year)] if wish.narrowed.year else []
        if wish.entries is not None:
            parts.append(
                texts.plural(*_REGISTERED, count, count=counted(count, texts)) if count or drafts else ""
            )
        if drafts:
            parts.append(texts.plural(*_DRAFTS, drafts))
        return " · ".join(filter(None, parts))

    def _make_empty(self) -> tuple[EmptyState, EmptyState]:
        say, going = self._desktop.texts.text, self._desktop.going
        self.first = PrimaryButton(say(_WRITE_FIRST), icon="plus", clicked=lambda: going.to("guide"))
        sample = SecondaryButton(say(_SAMPLE), clicked=self._on_sample)
        clear = SecondaryButton(say(_CLEAR), clicked=self.filters.clear_all)
        return (
            EmptyState("mail", say(_NONE_YET[0]), say(_NONE_YET[1]), [_upright(self.first, sample)]),
            EmptyState("search", say(_NOTHING[0]), say(_NOTHING[1]), [clear]),
        )

    def _on_sample(self) -> None:
        self._desktop.changes.workspace_chosen.emit(self._desktop.places.sample)

    def _lay_out(self) -> None:
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for pane in (self.table, self.none_yet, self.nothing):
            self._stack.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 20, 24)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(holder, 1)


def _upright(*buttons: QWidget) -> QWidget:
    """Put buttons one under the other."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for button in buttons:
        column.addWidget(button)
    return whole
