"""Walks through everything a screen shows: what has no name, what is cut off, what cannot be reached."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QLineEdit, QTabBar, QToolButton, QWidget

from app.gui.widgets.words import ShortWords
from app.i18n.catalogues import Catalogue

_TOLERANCE = 1  # a pixel is lost where widths are rounded


class Longer(gettext.NullTranslations):
    """A language in which everything takes half as much room again."""

    def gettext(self, message: str) -> str:
        """Say it longer; what stands in braces stays."""
        return message + " öööööö" * max(1, len(message) // 14)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Say it longer, in the form that goes with a number."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def longer(language: str = "en") -> Catalogue:
    """Return texts that are half as long again."""
    return Catalogue(language, Longer())


def shown(screen: QWidget) -> Iterator[QWidget]:
    """Give every widget that can be seen."""
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def controls(screen: QWidget) -> Iterator[QWidget]:
    """Give everything that takes the focus by Tab, in the order of Tab."""
    yield from (each for each in shown(screen) if _takes_focus(each))


def nameless(screen: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    return [_told(each) for each in controls(screen) if not name_of(each).strip()]


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def cut(screen: QWidget) -> list[str]:
    """Return the words that have less room than they need."""
    return [_told(each) for each in shown(screen) if _is_cut(each)]


def unreachable(screen: QWidget) -> list[str]:
    """Return the buttons, fields and lists that Tab does not lead to."""
    reached = set(controls(screen))
    pressed = [each for each in shown(screen) if isinstance(each, QAbstractButton) and each.isEnabled()]
    return [
        _told(each)
        for each in pressed
        if each not in reached and not _is_part(each) and not _is_led_to_by_arrows(each, reached)
    ]


def _takes_focus(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wants) and widget.isEnabled() and widget.focusProxy() is None


def _is_led_to_by_arrows(button: QAbstractButton, reached: set[QWidget]) -> bool:
    """Say whether Tab leads to another button of its group, of which one is always chosen."""
    group: QButtonGroup | None = button.group()  # the stubs know of no button without one
    return group is not None and group.exclusive() and any(one in reached for one in group.buttons())


def _is_part(widget: QWidget) -> bool:
    """Say whether Qt has put a button into another control, or whether arrows lead to it from its like."""
    if isinstance(widget, QAbstractButton) and widget.autoExclusive():
        return True
    return isinstance(widget.parentWidget(), QTabBar | QLineEdit) and type(widget) is QToolButton


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, ShortWords):
        return False
    if isinstance(widget, QLabel):
        return _label_is_cut(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.width() + _TOLERANCE < widget.minimumSizeHint().width()
    return False


def _label_is_cut(label: QLabel) -> bool:
    if not label.text() or label.textFormat() == Qt.TextFormat.RichText:
        return False
    if label.wordWrap():
        return label.height() + _TOLERANCE < label.heightForWidth(label.width())
    return label.width() + _TOLERANCE < label.minimumSizeHint().width()


def _told(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {words!r} in {type(widget.parentWidget()).__name__}"
