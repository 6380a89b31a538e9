"""What is said about the exact pages: in their place, or in a line under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QWidget

from app.domain.errors import N_
from app.gui.preview.exact_canvas import PageColours
from app.gui.preview.exact_state import ExactState

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue


class ExactNotice(QFrame):
    """A sentence and, where there is a way out, the button for it."""

    retried = Signal()

    def __init__(
        self, texts: Catalogue, direction: QBoxLayout.Direction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._again = QPushButton(texts.text(N_("Try again")), self)
        self._again.clicked.connect(self.retried)
        self._row = QBoxLayout(direction, self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(12)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def said(self) -> str:
        """What it says now."""
        return self._label.text()

    def show_state(self, state: ExactState) -> None:
        """Say what is going on."""
        said = state.notice
        self._label.setText(self._texts.said(said) if said else "")
        self._again.setVisible(state.may_retry)

    def in_the_middle(self, colours: PageColours) -> None:
        """Stand in the middle of an empty desk."""
        self.set_colours(colours)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row.setContentsMargins(48, 24, 48, 24)
        self._row.setStretch(0, 0)
        self._row.setAlignment(self._again, Qt.AlignmentFlag.AlignHCenter)
        self._row.insertStretch(0, 1)
        self._row.addStretch(1)

    def set_colours(self, colours: PageColours) -> None:
        """Lie on the desk of a theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.desk))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colours.text))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
