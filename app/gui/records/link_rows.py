"""Short lists inside a card: as high as what they show, each row leads somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from app.gui.theme import Theme
from app.gui.widgets.rows import Row, RowList

_EDGE = 2


class LinkRows(RowList):
    """Rows without a border that never scroll by themselves."""

    def __init__(self, theme: Theme, name: str, rows: Sequence[Row] = ()) -> None:
        super().__init__(theme, name)
        self.setProperty("role", "bare")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, and take the height they need."""
        super().show_rows(rows)
        self.setVisible(bool(rows))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        height = sum(self.sizeHintForRow(at) for at in range(self.rows.rowCount()))
        return QSize(160, height + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """Never show a part of them."""
        return self.sizeHint()
