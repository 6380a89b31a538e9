"""Cards of which one is chosen: a name and a sentence that says what it is for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from app.gui.theme import Theme
from app.gui.widgets.words import leading_of

_PAD: Final = 14
_MARK: Final = 18
_WRAP: Final = int(Qt.TextFlag.TextWordWrap.value)


class ChoiceCard(QAbstractButton):
    """One of a few things; arrows go from card to card, Enter takes it and says ``entered``."""

    entered = Signal()

    def __init__(self, theme: Theme, name: str, sentence: str) -> None:
        super().__init__()
        self._theme, self._sentence = theme, sentence
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for the name in one line and the sentence in about three."""
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        """Never cut the name."""
        wide = max(QFontMetrics(self._strong()).horizontalAdvance(self.text()) + 2 * _PAD + _MARK + 8, 150)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def hasHeightForWidth(self) -> bool:
        """Say that the sentence needs more lines where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the name and of the wrapped sentence."""
        words = QRect(0, 0, width - 2 * _PAD, 4000)
        below = self.fontMetrics().boundingRect(words, _WRAP, self._sentence).height()
        return QFontMetrics(self._strong()).height() + 4 + below + 2 * _PAD - 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take the card and go on; with Alt or Ctrl an arrow is not for the cards."""
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, ring, mark, name and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        self._draw_mark(painter)
        inside = self.rect().adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
        strong, side = self._strong(), leading_of(self)
        painter.setFont(strong)
        painter.setPen(self._theme.colour("accent" if self.isChecked() else "text"))
        line = QFontMetrics(strong).height()
        top = int((side | Qt.AlignmentFlag.AlignTop).value)
        painter.drawText(inside, top, self.text())
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("text" if self.isChecked() else "muted"))
        painter.drawText(inside.adjusted(0, line + 4, 0, 0), top | _WRAP, self._sentence)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        checked = self.isChecked()
        ground = "weak" if checked else "hover" if self.underMouse() else "surface"
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(QPen(self._theme.colour("accent" if checked else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _draw_mark(self, painter: QPainter) -> None:
        if not self.isChecked():
            return
        inside = self.rect().adjusted(_PAD, _PAD - 2, -_PAD, -_PAD)
        trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        box = QStyle.alignedRect(self.layoutDirection(), trailing, QSize(_MARK, _MARK), inside)
        self._theme.icon("circle-check", "accent").paint(painter, box)

    def _strong(self) -> QFont:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        return strong
