"""The desk with the pages on it: scrolls, zooms, and changes to newer pages without a flicker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.gui.preview.exact_sheets import Sheets

MARGIN: Final = 24
GAP: Final = 16
SMALLEST: Final = 0.25
LARGEST: Final = 4.0
_STEP: Final = 1.1
_PIXELS_PER_POINT: Final = 96 / 72
_SHADOW: Final = ((8, 4), (5, 7), (3, 12), (1, 20))
_FAST: Final = 48


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


@dataclass(frozen=True)
class _Placed:
    page: int
    where: QRect


class ExactCanvas(QAbstractScrollArea):
    """Draws the pages of a PDF; the old ones stay until what is in sight of the new ones is drawn."""

    pages_shown = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, colours: PageColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._shown: Sheets | None = None
        self._coming: Sheets | None = None
        self._zoom: float | None = None
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
    def factor(self) -> float:
        """How large pages are drawn; 1 is their size on paper."""
        return self._zoom if self._zoom is not None else self._fitting()

    def show_pdf(self, pdf: bytes | None) -> None:
        """Change to other pages as soon as those in sight are drawn; to none at once."""
        self._drop(self._coming)
        self._coming = None
        if pdf is None:
            self._drop(self._shown)
            self._shown = None
            self._settle()
            return
        self._coming = Sheets(pdf, self)
        self._coming.drawn.connect(self._on_drawn)
        self._ask(self._coming)

    def set_zoom(self, factor: float | None) -> None:
        """Draw pages this large; with nothing, as wide as the desk. What is in the middle stays there."""
        wanted = None if factor is None else min(max(factor, SMALLEST), LARGEST)
        if wanted == self._zoom:
            return
        bar = self.verticalScrollBar()
        middle = (bar.value() + bar.pageStep() / 2) / max(1, self._content().height())
        self._zoom = wanted
        self._settle()
        bar.setValue(round(middle * self._content().height() - bar.pageStep() / 2))
        self.zoom_changed.emit(self.factor)

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
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to either end with Home and End; the other keys scroll as usual."""
        ends = {Qt.Key.Key_Home: "minimum", Qt.Key.Key_End: "maximum"}
        bar = self.verticalScrollBar()
        if name := ends.get(Qt.Key(event.key())):
            bar.setValue(getattr(bar, name)())
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            down = 1 if event.key() == Qt.Key.Key_PageDown else -1
            bar.setValue(bar.value() + down * (bar.pageStep() - _FAST))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel; scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.set_zoom(self.factor * (_STEP if event.angleDelta().y() > 0 else 1 / _STEP))
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
        for placed in self._in_sight(self._shown):
            self._draw(painter, placed)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, placed: _Placed) -> None:
        draw_paper(painter, placed.where, self._colours.paper)
        image = self._shown.image(placed.page) if self._shown else None
        if image is not None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(placed.where, image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _on_drawn(self, _page: int) -> None:
        if self.sender() is self._coming and self._coming is not None:
            if all(self._coming.is_drawn(placed.page) for placed in self._in_sight(self._coming)):
                self._change_over()
        else:
            self.viewport().update()

    def _change_over(self) -> None:
        self._drop(self._shown)
        self._shown, self._coming = self._coming, None
        self._settle()
        self.pages_shown.emit(self.page_count)

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
        placed = list(self._in_sight(sheets))
        if placed:
            sheets.keep_only(range(placed[0].page - 1, placed[-1].page + 2))
        for each in placed:
            sheets.ask(each.page, each.where.size() * self.devicePixelRatioF())

    def _in_sight(self, sheets: Sheets | None) -> Iterator[_Placed]:
        seen = self.viewport().rect()
        return (placed for placed in self._placed(sheets) if placed.where.intersects(seen))

    def _placed(self, sheets: Sheets | None) -> Iterator[_Placed]:
        """Give where every page lies on the desk as it is scrolled now."""
        if sheets is None:
            return
        across, top = -self.horizontalScrollBar().value(), MARGIN - self.verticalScrollBar().value()
        width = max(self.viewport().width(), self._wide(sheets) + 2 * MARGIN)
        for page in range(sheets.count):
            size = self._size(sheets, page)
            yield _Placed(page, QRect(QPoint(across + (width - size.width()) // 2, top), size))
            top += size.height() + GAP

    def _content(self) -> QSize:
        sheets = self._shown
        if sheets is None:
            return QSize(0, 0)
        heights = sum(self._size(sheets, page).height() + GAP for page in range(sheets.count))
        return QSize(self._wide(sheets) + 2 * MARGIN, heights - GAP + 2 * MARGIN)

    def _wide(self, sheets: Sheets) -> int:
        return max((self._size(sheets, page).width() for page in range(sheets.count)), default=0)

    def _size(self, sheets: Sheets, page: int) -> QSize:
        return (sheets.size(page) * _PIXELS_PER_POINT * self.factor).toSize()

    def _fitting(self) -> float:
        sheets = self._shown or self._coming
        points = max((sheets.size(page).width() for page in range(sheets.count)), default=0) if sheets else 0
        room = self.viewport().width() - 2 * MARGIN
        return min(max(room / (points * _PIXELS_PER_POINT), SMALLEST), LARGEST) if points else 1.0


def draw_paper(painter: QPainter, where: QRect, paper: str) -> None:
    """Draw an empty sheet with its soft shadow."""
    for spread, strength in _SHADOW:
        shade = QColor(0, 0, 0, strength)
        painter.fillRect(where.adjusted(-spread, -spread + 2, spread, spread + 2), shade)
    painter.fillRect(where, QColor(paper))
