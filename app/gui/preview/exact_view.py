"""The exact pages on the desk, and what is going on about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.preview.exact_canvas import ExactCanvas, PageColours
from app.gui.preview.exact_notice import ExactNotice
from app.gui.preview.exact_state import ExactState, Stage

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue

_LOUD = {Stage.FAILED, Stage.UNAVAILABLE, Stage.STARTING}


class ExactView(QWidget):
    """Shows a state of the exact pages; ``retried`` when somebody wants another try."""

    retried = Signal()

    def __init__(self, texts: Catalogue, colours: PageColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._state = ExactState()
        self.canvas = ExactCanvas(colours, self)
        self.canvas.setAccessibleName(texts.text(N_("Exact pages")))
        self.canvas.pages_shown.connect(self._on_pages_shown)
        self.below = ExactNotice(texts, QBoxLayout.Direction.LeftToRight, self)
        self.instead = ExactNotice(texts, QBoxLayout.Direction.TopToBottom, self)
        self.instead.in_the_middle(colours)
        for notice in (self.below, self.instead):
            notice.retried.connect(self.retried)
        self._build()
        self.show_state(self._state)

    def show_state(self, state: ExactState) -> None:
        """Show pages, and say what there is to say."""
        if state.pdf is not self._state.pdf:
            self.canvas.show_pdf(state.pdf)
        self._state = state
        self.below.show_state(state)
        self.instead.show_state(state)
        self._arrange()

    def set_colours(self, colours: PageColours) -> None:
        """Take the colours of another theme."""
        self.canvas.set_colours(colours)
        self.instead.set_colours(colours)

    def _build(self) -> None:
        pages = QWidget(self)
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.below)
        self._places = QStackedLayout(self)
        self._places.addWidget(self.instead)
        self._places.addWidget(pages)

    def _arrange(self) -> None:
        """Renewing is not announced beside pages, so that they do not jump with every pause."""
        has_pages = self.canvas.page_count > 0
        self._places.setCurrentIndex(1 if has_pages else 0)
        self.below.setVisible(has_pages and self._state.stage in _LOUD)

    def _on_pages_shown(self, count: int) -> None:
        said = self._texts.plural(N_("{number} page"), N_("{number} pages"), count)
        self.canvas.setAccessibleDescription(f"{said}\n{self.canvas.text_in_sight()}")
        self._arrange()
