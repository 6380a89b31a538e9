"""What is known, for reading: words at the leading side, what they stand for beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.gui.widgets.words import Words, leading_of

_LABELS: Final = 150


class Told(QWidget):
    """A grid of labels and texts; texts can be marked and copied."""

    def __init__(self, lines: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _LABELS)
        self._grid.setColumnStretch(1, 1)
        self.lines: list[tuple[str, str]] = []
        self.show_lines(lines)

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Show other lines; those without a text are left out."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [(label, text) for label, text in lines if text]
        for at, (label, text) in enumerate(self.lines):
            self._add(at, label, text)
        self.setVisible(bool(self.lines))

    def text(self) -> str:
        """Give everything that is shown."""
        return "\n".join(f"{label}: {text}" for label, text in self.lines)

    def _add(self, at: int, label: str, text: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        words, said = Words(label, "muted", wraps=True), Words(text, wraps=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setAccessibleName(f"{label}: {text}")
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        for each in (words, said):
            each.setAlignment(leading_of(self) | top)
        self._grid.addWidget(words, at, 0, top)
        self._grid.addWidget(said, at, 1, top)
