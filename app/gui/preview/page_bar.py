"""The line over the page: which page is in sight, and how large it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.widgets.buttons import IconButton, QuietButton
from app.gui.widgets.words import ShortWords

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from app.i18n.catalogues import Catalogue

_PLACE: Final = N_("Page {page} of {pages}")
_LARGER, _SMALLER = N_("Show the page larger"), N_("Show the page smaller")
_PERCENT: Final = N_("{percent} %")
_FIT, _PAPER = N_("Fit the width (Ctrl+0)"), N_("Show the size on paper (Ctrl+0)")


class Pages(Protocol):
    """What shows pages, live or exact."""

    @property
    def place_changed(self) -> SignalInstance:
        """Says which page is in sight, of how many."""

    @property
    def zoom_changed(self) -> SignalInstance:
        """Says how large pages are shown."""

    @property
    def page(self) -> int:
        """The page in sight, counted from 1."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""

    @property
    def zoom(self) -> float:
        """How large pages are shown; 1 is their size on paper."""

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as there is room."""

    def set_zoom(self, zoom: float) -> None:
        """Show pages at a size."""

    def fit_width(self) -> None:
        """Show pages as wide as there is room."""

    def zoom_in(self) -> None:
        """Show pages larger."""

    def zoom_out(self) -> None:
        """Show pages smaller."""


class PageBar(QWidget):
    """Says where a page view is and zooms it."""

    def __init__(self, view: Pages, texts: Catalogue) -> None:
        super().__init__()
        self._view, self._texts = view, texts
        self._place = ShortWords("", "muted")
        self._zoom = QuietButton("", clicked=self._turn_fitting)
        self._smaller = IconButton("minus", texts.text(_SMALLER), clicked=view.zoom_out)
        self._larger = IconButton("plus", texts.text(_LARGER), clicked=view.zoom_in)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._place, 1)
        for button in (self._smaller, self._zoom, self._larger):
            line.addWidget(button)
        view.place_changed.connect(self._on_place_changed)
        view.zoom_changed.connect(self._on_zoom_changed)
        self._on_place_changed(view.page, view.page_count)
        self._on_zoom_changed(view.zoom)

    def _turn_fitting(self) -> None:
        if self._view.fits_width:
            self._view.set_zoom(1)
        else:
            self._view.fit_width()

    def _on_place_changed(self, page: int, pages: int) -> None:
        self._place.say(self._texts.text(_PLACE, page=page, pages=pages) if pages else "")
        for button in (self._smaller, self._zoom, self._larger):
            button.setEnabled(pages > 0)
        self._on_zoom_changed(self._view.zoom)

    def _on_zoom_changed(self, zoom: float) -> None:
        self._zoom.say(self._texts.text(_PERCENT, percent=round(100 * zoom)))
        self._zoom.setToolTip(self._texts.text(_PAPER if self._view.fits_width else _FIT))
