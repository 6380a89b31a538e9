"""The model of the table: as many rows as there are letters, and only those pages that are in sight.

Drafts and reserved numbers stand ahead, all of them; registered letters come
by pages. A row whose page is still on its way is a row without words.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.gui.letters.cells import Cells
from app.gui.letters.columns import LOOKS, Column
from app.gui.letters.lines import LetterLine, LineKey
from app.i18n.catalogues import Catalogue

EVERY: Final = 100
LINE: Final = Qt.ItemDataRole.UserRole + 1
_KEPT: Final = 50
Index = QModelIndex | QPersistentModelIndex


class LettersModel(QAbstractTableModel):
    """The lines of the table; ``page_wanted`` asks for a page that is not here."""

    page_wanted = Signal(int)

    def __init__(self, texts: Catalogue, cells: Cells) -> None:
        super().__init__()
        self.cells = cells
        self._titles = {column: texts.text(looks.title) for column, looks in LOOKS.items()}
        self._ahead: tuple[LetterLine, ...] = ()
        self._pages: OrderedDict[int, Sequence[LetterLine]] = OrderedDict()
        self._total, self._asked = 0, set[int]()

    # ── What Qt asks ─────────────────────────────────────────────────────────

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Give how many lines there are."""
        return 0 if parent.isValid() else len(self._ahead) + self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Give how many columns there are, shown or not."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the line of a cell, or what the cell says."""
        if role == LINE:
            return self.line_at(index.row())
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self.line_at(index.row())
        return self.cells.text(line, Column(index.column())) if line else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[Column(section)]
        return None

    # ── What it shows ────────────────────────────────────────────────────────

    @property
    def ahead(self) -> tuple[LetterLine, ...]:
        """The drafts and reserved numbers that stand first."""
        return self._ahead

    def line_at(self, row: int) -> LetterLine | None:
        """Give the line of a row; nothing while it is on its way."""
        if row < len(self._ahead):
            return self._ahead[row]
        number, place = divmod(row - len(self._ahead), EVERY)
        page = self._pages.get(number)
        if page is None:
            self._ask_for(number)
            return None
        return page[place] if place < len(page) else None

    def row_of(self, key: LineKey) -> int:
        """Give the row of a letter, if it is among those that are here; -1 where it is not."""
        for row, line in enumerate(self._ahead):
            if line.key == key:
                return row
        for number, page in self._pages.items():
            for place, line in enumerate(page):
                if line.key == key:
                    return len(self._ahead) + number * EVERY + place
        return -1

    def show(self, ahead: Sequence[LetterLine], first: Sequence[LetterLine]) -> None:
        """Show other letters; there is nothing behind the first page until ``grow`` says so."""
        self.beginResetModel()
        self._ahead, self._total = tuple(ahead), len(first)
        self._pages = OrderedDict({0: first})
        self._asked.clear()
        self.endResetModel()

    def grow(self, total: int) -> None:
        """Learn how many registered letters there are behind the first page."""
        if total > self._total:
            begin = self.rowCount()
            self.beginInsertRows(QModelIndex(), begin, begin + total - self._total - 1)
            self._total = total
            self.endInsertRows()

    def put(self, number: int, lines: Sequence[LetterLine]) -> None:
        """Take in a page that was asked for; those not seen for long go."""
        self._asked.discard(number)
        self._pages[number] = lines
        if len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        first = len(self._ahead) + number * EVERY
        last = min(first + EVERY, self.rowCount()) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def give_up(self, number: int) -> None:
        """Forget that a page was asked for: nobody looks there any more."""
        self._asked.discard(number)

    def speak(self, cells: Cells) -> None:
        """Say the same in other words: the names of States have come, or another day."""
        self.cells = cells
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Column) - 1))

    def _ask_for(self, number: int) -> None:
        if number not in self._asked and 0 <= number * EVERY < self._total:
            self._asked.add(number)
            self.page_wanted.emit(number)
