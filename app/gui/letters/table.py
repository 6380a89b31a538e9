"""The table of letters: rows to move through, columns to choose, sort and widen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from app.domain.errors import N_
from app.domain.searching import SortedBy
from app.gui.letters.columns import ALWAYS, LOOKS, STRETCHED, Column, fitting, read, written
from app.gui.letters.delegate import LetterDelegate, repaint_row
from app.gui.letters.lines import LetterLine, LineKey
from app.gui.letters.list_model import Index, LettersModel
from app.gui.preferences import Preferences
from app.gui.theme import Theme
from app.i18n.catalogues import Catalogue

_NAME: Final = N_("Letters")
_COMPACT: Final = N_("Compact rows")
_AS_AT_FIRST: Final = N_("Columns as at first")
_COLUMNS, _WIDTHS, _DENSE = "letters/columns", "letters/widths", "letters/compact"
_USUAL: Final = 7  # pixels that a letter takes on the average
_HEIGHTS: Final = {False: 40, True: 32}
_KEYS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LettersTable(QTableView):
    """Shows the letters; ``chosen`` on Enter or a double click, ``current_changed`` on every move."""

    chosen = Signal(object)
    current_changed = Signal(object)
    deletion_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    order_wanted = Signal(object)

    def __init__(
        self, model: LettersModel, *, theme: Theme, texts: Catalogue, preferences: Preferences
    ) -> None:
        super().__init__()
        self.letters, self._texts, self._preferences = model, texts, preferences
        self._current: LineKey | None = None
        self.setModel(model)
        self.delegate = LetterDelegate(theme, model, self)
        self.setItemDelegate(self.delegate)
        self._set_manners()
        self._set_columns()
        theme.changed.connect(self._set_height)
        theme.changed.connect(self.viewport().update)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_arrived)

    # ── Rows ─────────────────────────────────────────────────────────────────

    def current_line(self) -> LetterLine | None:
        """Give the line one is at."""
        index = self.currentIndex()
        return self.letters.line_at(index.row()) if index.isValid() else None

    def go_to_row(self, row: int) -> None:
        """Make a row current and bring it into sight."""
        if 0 <= row < self.letters.rowCount():
            index = self.letters.index(row, Column.NUMBER)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which line one is at now."""
        super().currentChanged(current, previous)
        self._tell_current()

    def _on_reset(self) -> None:
        self._current = None
        self._give_room(self._in_sight())

    def _on_arrived(self, *_where: object) -> None:
        self._give_room(self._in_sight())
        self._tell_current()

    def _tell_current(self) -> None:
        line = self.current_line()
        key = line.key if line else None
        if key != self._current and (line or not self.currentIndex().isValid()):
            self._current = key
            self.current_changed.emit(line)

    def _in_sight(self) -> list[LetterLine]:
        top = max(0, self.rowAt(0))
        rows = range(top, min(top + self.viewport().height() // 32 + 1, self.letters.rowCount()))
        return [line for row in rows if (line := self.letters.line_at(row))]

    # ── Columns ──────────────────────────────────────────────────────────────

    def shown(self) -> list[Column]:
        """Give the columns that are shown."""
        return [column for column in Column if not self.isColumnHidden(column)]

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns and no others, now and next time."""
        self._preferences.keep(_COLUMNS, written(columns))
        self._apply(columns)

    def show_order(self, by: SortedBy, *, descending: bool) -> None:
        """Show by an arrow what the table is sorted by."""
        column = next((column for column, looks in LOOKS.items() if looks.by is by), None)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(-1 if column is None else column, order)

    def column_menu(self) -> QMenu:
        """Give the menu by which columns are chosen."""
        menu = QMenu(self)
        shown = self.shown()
        for column, looks in LOOKS.items():
            action = menu.addAction(self._texts.text(looks.title))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column not in ALWAYS)
            action.triggered.connect(lambda on, one=column: self._turn(one, on=on))
        menu.addSeparator()
        compact = menu.addAction(self._texts.text(_COMPACT))
        compact.setCheckable(True)
        compact.setChecked(self._preferences.flag(_DENSE))
        compact.triggered.connect(self.set_compact)
        menu.addAction(self._texts.text(_AS_AT_FIRST)).triggered.connect(
            lambda _on=False: self._as_at_first()
        )
        return menu

    def set_compact(self, compact: bool) -> None:
        """Make rows lower, or as high as usual."""
        self._preferences.keep(_DENSE, compact)
        self._set_height()

    def _set_height(self) -> None:
        least = self.fontMetrics().height() + 12
        self.delegate.row_height = max(_HEIGHTS[self._preferences.flag(_DENSE)], least)
        self.verticalHeader().setDefaultSectionSize(self.delegate.row_height)

    def _turn(self, column: Column, *, on: bool) -> None:
        self.show_columns([one for one in Column if (on if one is column else one in self.shown())])

    def _as_at_first(self) -> None:
        self._preferences.keep(_COLUMNS, "")
        self._preferences.keep(_WIDTHS, "")
        for column, looks in LOOKS.items():
            self.setColumnWidth(column, round(looks.width * self._scale()))
        self._fit()

    def _apply(self, columns: Sequence[Column]) -> None:
        for column in Column:
            self.setColumnHidden(column, column not in columns)
        self._give_room(self._in_sight())

    def _fit(self) -> None:
        if not self._preferences.text(_COLUMNS):
            self._apply(list(fitting(round(self.viewport().width() / self._scale()))))

    def _scale(self) -> float:
        """Give how much larger the letters are than usual."""
        return max(1.0, self.fontMetrics().averageCharWidth() / _USUAL)

    def _give_room(self, lines: Sequence[LetterLine]) -> None:
        """Widen the columns that are never cut for the lines in sight."""
        for column, looks in LOOKS.items():
            if looks.whole and not self.isColumnHidden(column):
                widths = (self.delegate.width_of(line, column, self.font()) for line in lines)
                needed = max(widths, default=0)
                if needed > self.columnWidth(column):
                    self.setColumnWidth(column, needed)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(48)
        header.setFixedHeight(max(38, self.fontMetrics().height() + 16))
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(leading)
        for column, looks in LOOKS.items():
            self.setColumnWidth(column, max(round(looks.width * self._scale()), self._title_width(column)))
        state = self._preferences.state(_WIDTHS)
        if not state.isEmpty():
            header.restoreState(state)
        header.setSectionResizeMode(STRETCHED, QHeaderView.ResizeMode.Stretch)
        self._apply(
            list(
                read(self._preferences.text(_COLUMNS))
                or fitting(round(self.viewport().width() / self._scale()))
            )
        )
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sectionClicked.connect(self._on_header)
        header.sectionMoved.connect(lambda *_where: self._keep_widths())
        header.sectionHandleDoubleClicked.connect(self.resizeColumnToContents)

    def _title_width(self, column: Column) -> int:
        return self.fontMetrics().horizontalAdvance(self._texts.text(LOOKS[column].title)) + 36

    def _keep_widths(self) -> None:
        self._preferences.keep_state(_WIDTHS, self.horizontalHeader().saveState())

    def _on_header_menu(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def _on_header(self, section: int) -> None:
        by = LOOKS[Column(section)].by
        if by:
            self.order_wanted.emit(by)

    # ── What Qt asks ─────────────────────────────────────────────────────────

    def _set_manners(self) -> None:
        self.setAccessibleName(self._texts.text(_NAME))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.setMinimumWidth(360)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_height()
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(lambda _index: self._choose())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose, Delete delete, Home and End go to the first and the last letter."""
        line = self.current_line()
        if event.key() in _KEYS and line:
            self._choose()
        elif event.key() == Qt.Key.Key_Delete and line:
            self.deletion_wanted.emit(line)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to_row(0 if event.key() == Qt.Key.Key_Home else self.letters.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line under the pointer, or of the one one is at."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_key:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
        line = self.current_line()
        if line:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(line, self.viewport().mapToGlobal(corner if by_key else event.pos()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the row under the pointer on a ground of its own."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Draw no row so any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that have room, as long as nobody has chosen any."""
        super().resizeEvent(event)
        self._fit()

    def save(self) -> None:
        """Keep the widths and the order of the columns."""
        self._keep_widths()

    def _choose(self) -> None:
        line = self.current_line()
        if line:
            self.chosen.emit(line)

    def _hover(self, row: int) -> None:
        before, self.delegate.hovered = self.delegate.hovered, row
        for one in {before, row} - {-1}:
            if before != row:
                repaint_row(self.viewport(), self.visualRect(self.letters.index(one, 0)))
