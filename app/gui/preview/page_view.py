"""Shows a letter as pages on a desk: zoomed, scrolled, each block within reach of a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.domain.errors import N_
from app.domain.pages import NO_BLOCK, SetLetter
from app.gui.preview.desk import PagesOnDesk
from app.gui.preview.drawing import place_of, text_of
from app.gui.preview.pagination import PaperPage, paginate
from app.gui.preview.painting import SHADOW_REACH, paint_page, paint_ring, paint_shadow
from app.gui.preview.typesetting import Typesetter

if TYPE_CHECKING:
    from app.gui.theme import Theme
    from app.i18n.catalogues import Catalogue

_NAME: Final = N_("The letter as it looks")
_PLACE: Final = N_("Page {page} of {pages}")
_LEAST, _MOST, _STEP = 0.25, 4.0, 1.1
_WHEEL_CLICK: Final = 120


class PageView(QAbstractScrollArea):
    """The letter as pages. It shows what it is given and tells which block was chosen."""

    block_chosen = Signal(str)
    place_changed = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, texts: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._theme = texts, theme
        self._typesetter = Typesetter()
        self._desk = PagesOnDesk()
        self._fits, self._block = True, NO_BLOCK
        self._pressed, self._told = NO_BLOCK, (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.text(_NAME))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self.viewport().update)

    # ── What is shown ────────────────────────────────────────────────────────

    def show_pages(self, letter: SetLetter) -> None:
        """Show a letter where the last one was; what is in sight stays in sight."""
        self._desk = self._desk.with_pages(paginate(letter, self._typesetter))
        self._arrange()
        self._tell_place()

    def clear(self) -> None:
        """Show an empty desk."""
        self._desk = self._desk.with_pages([])
        self._arrange()
        self._tell_place()

    def show_block(self, key: str, *, scroll: bool = True) -> None:
        """Mark a block weakly and bring it into sight; an empty key marks nothing."""
        self._block = key
        if scroll and key:
            self._bring_into_sight(key)
        self.viewport().update()

    @property
    def block(self) -> str:
        """The block that is marked."""
        return self._block

    @property
    def pages(self) -> tuple[PaperPage, ...]:
        """The pages that are shown."""
        return tuple(self._desk.pages)

    @property
    def page(self) -> int:
        """The page in sight, counted from 1; 0 on an empty desk."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return self._desk.page_at(middle) + 1 if self._desk.pages else 0

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._desk.pages)

    def page_text(self, number: int) -> str:
        """Give the words of a page, as a screen reader says them."""
        return text_of(self._desk.pages[number - 1])

    # ── Zoom ─────────────────────────────────────────────────────────────────

    @property
    def zoom(self) -> float:
        """How large the page is shown; 1 is its size on paper."""
        return self._desk.zoom

    @property
    def fits_width(self) -> bool:
        """Whether the page is as wide as there is room."""
        return self._fits

    def fit_width(self) -> None:
        """Show the page as wide as there is room, now and when the room changes."""
        self._fits = True
        self._zoom_to(self._desk.zoom, QPoint(0, self.viewport().height() // 2))

    def set_zoom(self, zoom: float) -> None:
        """Show the page at a size; 1 is its size on paper."""
        self._fits = False
        self._zoom_to(zoom, QPoint(self.viewport().width() // 2, self.viewport().height() // 2))

    def turn_fitting(self) -> None:
        """Change between the page as wide as there is room and its size on paper."""
        if self._fits:
            self.set_zoom(1)
        else:
            self.fit_width()

    def zoom_in(self) -> None:
        """Show the page a step larger."""
        self.set_zoom(self.zoom * _STEP)

    def zoom_out(self) -> None:
        """Show the page a step smaller."""
        self.set_zoom(self.zoom / _STEP)

    def _zoom_to(self, zoom: float, still: QPoint) -> None:
        """Zoom so that the point under ``still`` stays where it is."""
        sideways, down = self.horizontalScrollBar(), self.verticalScrollBar()
        place = self._desk.place_under(QPoint(still.x() + sideways.value(), still.y() + down.value()))
        self._desk = self._desk.zoomed(min(max(zoom, _LEAST), _MOST))
        self._arrange()
        moved = self._desk.point_of(place)
        sideways.setValue(moved.x() - still.x())
        down.setValue(moved.y() - still.y())
        self.zoom_changed.emit(self.zoom)

    def _arrange(self) -> None:
        """Lay the pages out for the room there is, and let the scroll bars know."""
        room = self.viewport().size()
        zoom = self._desk.zoom_that_fits(room.width(), _LEAST, _MOST) if self._fits else self._desk.zoom
        changed = zoom != self._desk.zoom
        self._desk = self._desk.laid_out(zoom, room.width())
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._desk.size.width(), room.width()),
            (self.verticalScrollBar(), self._desk.size.height(), room.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, whole - seen))
        if changed:
            self.zoom_changed.emit(zoom)
        self.viewport().update()

    # ── Places ───────────────────────────────────────────────────────────────

    def _offset(self) -> QPoint:
        return QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def block_at(self, point: QPointF) -> str:
        """Give the block at a point of the view."""
        for number, box in enumerate(self._desk.boxes):
            inside = (point - QPointF(self._offset()) - QPointF(box.topLeft())) / self._desk.scale
            for block, spot in self._desk.pages[number].spots():
                if block and spot.contains(inside):
                    return block
        return NO_BLOCK

    def place_of_block(self, key: str) -> QRect:
        """Give where a block stands in the view first; a null box where it stands nowhere."""
        for page, box in zip(self._desk.pages, self._desk.boxes, strict=True):
            spot = place_of(page, key)
            if not spot.isNull():
                scaled = QRectF(spot.topLeft() * self._desk.scale, spot.size() * self._desk.scale)
                return scaled.toAlignedRect().translated(box.topLeft() + self._offset())
        return QRect()

    def _bring_into_sight(self, key: str) -> None:
        place = self.place_of_block(key)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if place.isNull() or (place.top() >= 0 and place.bottom() <= height):
            return
        bar.setValue(bar.value() + place.top() - height // 4)

    def _on_scrolled(self) -> None:
        self._tell_place()

    def _tell_place(self) -> None:
        page, pages = self.page, len(self._desk.pages)
        if pages:
            place = self._texts.text(_PLACE, page=page, pages=pages)
            self.setAccessibleDescription(f"{place}\n{self.page_text(page)}")
        else:
            self.setAccessibleDescription("")
        if (page, pages) != self._told:
            self._told = (page, pages)
            self.place_changed.emit(page, pages)

    # ── What Qt asks ─────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter, tokens = QPainter(self.viewport()), self._theme.tokens
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(event.rect(), self._theme.colour("desk"))
        for page, box in zip(self._desk.pages, self._desk.boxes, strict=True):
            here = box.translated(self._offset())
            reach = here.adjusted(-SHADOW_REACH, -SHADOW_REACH, SHADOW_REACH, SHADOW_REACH)
            if reach.intersects(event.rect()):
                paint_shadow(painter, here)
                paint_page(painter, page, here, tokens=tokens, block=self._block, asked=event.rect())
        if self.hasFocus():
            paint_ring(painter, self.viewport().rect(), tokens.accent)
        painter.end()

    def resizeEvent(self, _event: QEvent) -> None:
        """Lay the pages out anew, with the same place in sight."""
        place = self._desk.place_under(-self._offset())
        self._arrange()
        self.verticalScrollBar().setValue(self._desk.point_of(place).y())
        self._tell_place()

    def sizeHint(self) -> QSize:
        """Ask for room for a page at two thirds of its size."""
        return QSize(560, 720)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click leads somewhere."""
        over = self.block_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        event.accept()
        self._pressed = self.block_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which block was clicked: the one where the button went down and up."""
        event.accept()
        key = self.block_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and key and key == self._pressed:
            self.block_chosen.emit(key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl held."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._fits = False
        clicks = event.angleDelta().y() / _WHEEL_CLICK
        self._zoom_to(self.zoom * _STEP**clicks, event.position().toPoint())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with Ctrl and plus, minus or nought; scroll with the usual keys."""
        if event.matches(QKeySequence.StandardKey.ZoomIn) or _is_key(event, Qt.Key.Key_Equal):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif _is_key(event, Qt.Key.Key_0):
            self.turn_fitting()
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar = self.verticalScrollBar()
            bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        """Show that the keys work here."""
        self.viewport().update()
        super().focusInEvent(event)  # type: ignore[arg-type]

    def focusOutEvent(self, event: QEvent) -> None:
        """Show that the keys work elsewhere."""
        self.viewport().update()
        super().focusOutEvent(event)  # type: ignore[arg-type]


def _is_key(event: QKeyEvent, key: Qt.Key) -> bool:
    return event.key() == key and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
