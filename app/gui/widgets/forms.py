"""Forms: one column that scrolls, no wider than a line can be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

CHARACTERS = 75


class ScrollForm(QScrollArea):
    """A column of fields and cards; it follows the focus, and is never wider than 75 characters.

    It stands at the leading side, or in the middle where nothing stands beside it.
    """

    def __init__(self, *, margin: int = 24, is_centred: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground, inner = QWidget(), QWidget()
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * CHARACTERS + 2 * margin)
        self._row = QHBoxLayout(ground)
        self._row.setContentsMargins(margin, margin, margin, margin)
        if is_centred:
            self._row.addStretch(0)
        self._row.addWidget(inner, 1)
        self._row.addStretch(0)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.column.addStretch()
        self.setWidget(ground)
        ground.installEventFilter(self)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets one under the other."""
        for widget in widgets:
            self.column.insertWidget(self.column.count() - 1, widget)

    def set_top(self, margin: int) -> None:
        """Let the column begin nearer to what stands above."""
        edges = self._row.contentsMargins()
        edges.setTop(margin)
        self._row.setContentsMargins(edges)

    def add_side_by_side(self, *widgets: QWidget) -> None:
        """Add widgets in one row, evenly."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in widgets:
            row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self.column.insertLayout(self.column.count() - 1, row)

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the column needs: nothing is cut at its side."""
        inner = self.widget()
        wide = inner.minimumSizeHint().width() if inner else 0
        return QSize(wide + self.verticalScrollBar().sizeHint().width(), 120)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the column needs more or less room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
