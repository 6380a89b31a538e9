"""Ticks and dots: something that is so or not, one of a few things."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QStyle

from app.gui.widgets.words import leading_of

_MARK, _GAP, _EDGE = 18, 8, 5
_Role = QPalette.ColorRole


class Tick(QCheckBox):
    """Something that is so or not."""

    def __init__(self, words: str, *, on: bool = False) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setChecked(on)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Ask for the mark and the words."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return _size(self)

    def hitButton(self, place: QPoint) -> bool:
        """Let the words be clicked, too."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring, box, hook and words."""
        painter, box = _begin(self)
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.setPen(_sign_pen())
            at = box.topLeft()
            painter.drawPolyline([at + QPointF(3.5, 8.5), at + QPointF(6.5, 11.5), at + QPointF(12.5, 5)])
        _write(self, painter)


class Dot(QRadioButton):
    """One of a few things that exclude each other."""

    def __init__(self, words: str, *, on: bool = False) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setChecked(on)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Ask for the mark and the words."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return _size(self)

    def hitButton(self, place: QPoint) -> bool:
        """Let the words be clicked, too."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring, circle, dot and words."""
        painter, box = _begin(self)
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setBrush(_sign_pen().color())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box.center(), 3.5, 3.5)
        _write(self, painter)


def _size(button: QAbstractButton) -> QSize:
    words = button.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic.value), button.text())
    return QSize(2 * _EDGE + _MARK + _GAP + words.width() + 4, max(32, words.height() + 2 * _EDGE))


def _begin(button: QAbstractButton) -> tuple[QPainter, QRectF]:
    """Draw the ring of the focus and give a painter that is ready for the mark, and its box."""
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = QApplication.palette()
    if button.hasFocus():
        painter.setPen(QPen(palette.color(_Role.Highlight), 2))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 6, 6)
    painter.setOpacity(1 if button.isEnabled() else 0.5)
    on = button.isChecked()
    painter.setPen(QPen(palette.color(_Role.Highlight if on else _Role.Mid), 1.5))
    painter.setBrush(palette.color(_Role.Highlight if on else _Role.Base))
    leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    inside = button.rect().adjusted(_EDGE, 0, -_EDGE, 0)
    mark = QStyle.alignedRect(button.layoutDirection(), leading, QSize(_MARK, _MARK), inside)
    return painter, QRectF(mark).adjusted(1, 1, -1, -1)


def _sign_pen() -> QPen:
    pen = QPen(QApplication.palette().color(_Role.HighlightedText), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _write(button: QAbstractButton, painter: QPainter) -> None:
    painter.setOpacity(1)
    inside = button.rect().adjusted(_EDGE, 0, -_EDGE, 0)
    box = QStyle.visualRect(button.layoutDirection(), inside, inside.adjusted(_MARK + _GAP, 0, 0, 0))
    group = QPalette.ColorGroup.Normal if button.isEnabled() else QPalette.ColorGroup.Disabled
    painter.setPen(QApplication.palette().color(group, _Role.WindowText))
    flags = leading_of(button) | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, int(flags.value) | int(Qt.TextFlag.TextShowMnemonic.value), button.text())
    painter.end()
