"""Editors: a line, an area, a date, a choice; 36 pixels high, with a ring where the focus is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QStyle, QStyledItemDelegate, QWidget

from app.domain.dates import NotADate, PartialDate
from app.gui.widgets.buttons import drawn_icon


class LineEditor(QLineEdit):
    """One line of text; ``left`` says that the person has gone on."""

    left = Signal()

    def __init__(self, text: str = "", *, placeholder: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person has gone on."""
        super().focusOutEvent(event)
        self.left.emit()

    def value(self) -> str:
        """Give what was written, without spaces around it."""
        return self.text().strip()


class DateEditor(LineEditor):
    """A date of which only the year or the month may be known."""

    def __init__(self, day: PartialDate | None = None, *, placeholder: str = "2017-08-16") -> None:
        super().__init__(str(day or ""), placeholder=placeholder)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDate)

    def day(self) -> PartialDate | None:
        """Give the date; none where nothing is written. Raises ``NotADate``."""
        return PartialDate.parse(self.value()) if self.value() else None

    def is_date(self) -> bool:
        """Say whether what is written, if anything, is a date."""
        try:
            self.day()
        except NotADate:
            return False
        return True


class AreaEditor(QPlainTextEdit):
    """Several lines of plain text; Tab goes on to the next control."""

    left = Signal()

    def __init__(self, text: str = "", *, placeholder: str = "", lines: int = 3) -> None:
        super().__init__(text)
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """Ask for so many lines."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Never show less than one line."""
        return QSize(120, min(self._height(), 60))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person has gone on."""
        super().focusOutEvent(event)
        self.left.emit()

    def value(self) -> str:
        """Give what was written, without spaces around it."""
        return self.toPlainText().strip()

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines + 24


class ChoiceEditor(QComboBox):
    """One of several values, chosen by words; the wheel scrolls the page and changes nothing."""

    left = Signal()
    chosen = Signal(object)

    def __init__(self, choices: Iterable[tuple[object, str]] = (), value: object = None) -> None:
        super().__init__()
        self._values: list[object] = []  # Qt would give enums back as plain texts
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.offer(choices, value)
        self.activated.connect(lambda _at: self.chosen.emit(self.value()))

    def offer(self, choices: Iterable[tuple[object, str]], value: object = None) -> None:
        """Offer other values, with their words."""
        self.clear()
        self._values.clear()
        for each, words in choices:
            self._values.append(each)
            self.addItem(words)
        self.set_value(value)

    def value(self) -> object:
        """Give the value that is chosen."""
        at = self.currentIndex()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose a value; the first where it is not among them."""
        at = self._values.index(value) if value in self._values else 0
        self.setCurrentIndex(at if self._values else -1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person has gone on."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow of our family at the trailing end."""
        super().paintEvent(event)
        role = QPalette.ColorRole.PlaceholderText
        arrow = drawn_icon(self, "chevron-down", role).pixmap(QSize(16, 16), self.devicePixelRatioF())
        box = self.rect().adjusted(8, 0, -8, 0)
        place = QStyle.alignedRect(
            self.layoutDirection(),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            QSize(16, 16),
            box,
        )
        QPainter(self).drawPixmap(place, arrow)


def mark_wrong(editor: QWidget, *, wrong: bool) -> None:
    """Let the border of an editor say that something is wrong with it."""
    if bool(editor.property("wrong")) != wrong:
        editor.setProperty("wrong", wrong)
        editor.style().unpolish(editor)
        editor.style().polish(editor)
