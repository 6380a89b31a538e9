"""The desk with the pages on it: scrolls, zooms, and changes to newer pages without a flicker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.gui.preview.exact_desk import GAP, Placed, desk_size, draw_paper, placed, zoom_that_fits
from app.gui.preview.exact_sheets import Sheets

SMALLEST: Final = 0.25
LARGEST: Final = 4.0
_STEP: Final = 1.1
_FAST: Final = 48
_WHEEL_CLICK: Final = 120


class PageColours(Protocol):
    """The colours of desk and page; the theme's tokens are such."""

    @property
    def desk(self) -> str:
        """Under the page."""
        ...

    @property
    def paper(self) -> str:
        """The page."""
        ...

    @property
    def text(self) -> str:
        """Words on the desk."""
        ...

    @property
    def accent(self) -> str:
        """The ring of what has the focus."""
        ...


class ExactCanvas(QAbstractScrollArea):
    """Draws the pages of a PDF; the old ones stay until what is in sight of the new ones is drawn."""

    pages_shown = Signal(int)
    zoom_changed = Signal(float)
    place_changed = Signal(int, int)

    def __init__(self, colours: PageColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._shown: Sheets | None = None
        self._coming: Sheets | None = None
        self._zoom: float | None = None
        self._told = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)

    @property
    def page_count(self) -> int:
        """How many pages are in sight."""
        return self._shown.count if self._shown else 0

    @property
    def zoom(self) -> float:
        """How large pages are drawn; 1 is their size on paper."""
        return self._zoom if self._zoom is not None else self._fitting()

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as there is room."""
        return self._zoom is None

    @property
    def page(self) -> int:
        """The page in the middle, counted from one; nought without pages."""
        middle = self.viewport().height() // 2
        begun = [each.page for each in self._placed(self._shown) if each.where.top() - GAP <= middle]
        return begun[-1] + 1 if begun else 0

    def show_pdf(self, pdf: bytes | None) -> None:
        """Change to other pages as soon as those in sight are drawn; to none at once."""
        self._drop(self._coming)
        self._coming = None
        if pdf is None:
            self._drop(self._shown)
            self._shown = None
            self._settle()
            self._tell_place()
            return
        self._coming = Sheets(pdf, self)
        self._coming.drawn.connect(self._on_drawn)
        self._ask(self._coming)

    def set_zoom(self, zoom: float) -> None:
        """Draw pages at a size; 1 is their size on paper. What is in the middle stays there."""
        self._zoom_to(min(max(zoom, SMALLEST), LARGEST))

    def fit_width(self) -> None:
        """Draw pages as wide as there is room, now and when the room changes."""
        self._zoom_to(None)

    def zoom_in(self) -> None:
        """Draw pages a step larger."""
        self.set_zoom(self.zoom * _STEP)

    def zoom_out(self) -> None:
        """Draw pages a step smaller."""
        self.set_zoom(self.zoom / _STEP)

    def _zoom_to(self, wanted: float | None) -> None:
        if wanted == self._zoom:
            return
        bar = self.verticalScrollBar()
        middle = (bar.value() + bar.pageStep() / 2) / max(1, self._content().height())
        self._zoom = wanted
        self._settle()
        bar.setValue(round(middle * self._content().height() - bar.pageStep() / 2))
        self.zoom_changed.emit(self.zoom)

    def set_colours(self, colours: PageColours) -> None:
        """Take the colours of another theme."""
        self._colours = colours
        self.viewport().update()

    def text_in_sight(self) -> str:
        """Give the words of all pages."""
        return "\n".join(self._shown.text(page) for page in range(self._shown.count)) if self._shown else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew."""
        super().resizeEvent(event)
        self._settle()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Draw what has come into sight."""
        self._ask(self._shown)
        self._tell_place()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to either end with Home and End, zoom with Ctrl and plus, minus, nought or one; else scroll."""
        bar = self.verticalScrollBar()
        if action := self._action_of(event):
            action()
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            down = 1 if event.key() == Qt.Key.Key_PageDown else -1
            bar.setValue(bar.value() + down * (bar.pageStep() - _FAST))
        else:
            super().keyPressEvent(event)

    def _action_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_1: lambda: self.set_zoom(1),
        }
        return actions.get(event.key())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel; scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * _STEP ** (event.angleDelta().y() / _WHEEL_CLICK))
            event.accept()
            return
        super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew where the screen has another density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw desk, shadows, paper and pages."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(self._colours.desk))
        for each in self._in_sight(self._shown):
            self._draw(painter, each)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, sheet: Placed) -> None:
        draw_paper(painter, sheet.where, self._colours.paper)
        image = self._shown.image(sheet.page) if self._shown else None
        if image is not None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(sheet.where, image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _on_drawn(self, _page: int) -> None:
        if self.sender() is self._coming and self._coming is not None:
            if all(self._coming.is_drawn(each.page) for each in self._in_sight(self._coming)):
                self._change_over()
        else:
            self.viewport().update()

    def _change_over(self) -> None:
        self._drop(self._shown)
        self._shown, self._coming = self._coming, None
        self._settle()
        self._tell_place()
        self.pages_shown.emit(self.page_count)

    def _tell_place(self) -> None:
        place = (self.page, self.page_count)
        if place != self._told:
            self._told = place
            self.place_changed.emit(*place)

    def _drop(self, sheets: Sheets | None) -> None:
        if sheets is not None:
            sheets.drawn.disconnect(self._on_drawn)
            sheets.deleteLater()

    def _settle(self) -> None:
        """Tell the scroll bars how much there is, and ask for what is in sight."""
        content, seen = self._content(), self.viewport().size()
        for bar, whole, part in (
            (self.verticalScrollBar(), content.height(), seen.height()),
            (self.horizontalScrollBar(), content.width(), seen.width()),
        ):
            bar.setPageStep(part)
            bar.setSingleStep(_FAST)
            bar.setRange(0, max(0, whole - part))
        self._ask(self._shown)
        self._ask(self._coming)
        self.viewport().update()

    def _ask(self, sheets: Sheets | None) -> None:
        if sheets is None:
            return
        seen = list(self._in_sight(sheets))
        if seen:
            sheets.keep_only(range(seen[0].page - 1, seen[-1].page + 2))
        for each in seen:
            sheets.ask(each.page, each.where.size() * self.devicePixelRatioF())

    def _in_sight(self, sheets: Sheets | None) -> Iterator[Placed]:
        seen = self.viewport().rect()
        return (each for each in self._placed(sheets) if each.where.intersects(seen))

    def _placed(self, sheets: Sheets | None) -> Iterator[Placed]:
        """Give where every page lies on the desk as it is scrolled now."""
        if sheets is None:
            return iter(())
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return placed(sheets, self.zoom, self.viewport().width(), scrolled)

    def _content(self) -> QSize:
        return desk_size(self._shown, self.zoom) if self._shown else QSize(0, 0)

    def _fitting(self) -> float:
        sheets = self._shown or self._coming
        room = self.viewport().width()
        return min(max(zoom_that_fits(sheets, room), SMALLEST), LARGEST) if sheets else 1.0
