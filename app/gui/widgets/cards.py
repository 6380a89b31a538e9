"""Cards: a ground for what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.gui.widgets.words import Words


class Card(QFrame):
    """A white ground with a hairline; what is added stands one under the other."""

    def __init__(self, heading: str = "", *, role: str = "card") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(12)
        if heading:
            self.column.addWidget(Words(heading, "heading", wraps=True))

    def add(self, *widgets: QWidget) -> None:
        """Add widgets one under the other."""
        for widget in widgets:
            self.column.addWidget(widget)

    def add_row(self, *widgets: QWidget) -> None:
        """Add widgets side by side, at the leading edge."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch()
        self.column.addLayout(row)


class Line(QFrame):
    """A hairline between two things."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
