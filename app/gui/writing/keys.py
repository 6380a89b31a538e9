"""The keys of a text field and what each of them does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt

from app.domain.prose import ListStyle

if TYPE_CHECKING:
    from app.gui.writing.text_field import TextField

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
HELD: Final = _CTRL | _SHIFT | _ALT
ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
Keys = dict[QKeyCombination, Callable[[], object]]


def keys_of(field: TextField) -> Keys:
    """Give the keys of a field; one that takes no structure has only those for words."""
    do = field.commands
    plain: Keys = {
        QKeyCombination(_CTRL, Qt.Key.Key_B): do.toggle_bold,
        QKeyCombination(_CTRL, Qt.Key.Key_I): do.toggle_italic,
        QKeyCombination(_SHIFT, Qt.Key.Key_Return): do.break_line,
        QKeyCombination(_SHIFT, Qt.Key.Key_Enter): do.break_line,
        QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_V): field.paste_plain,
        QKeyCombination(_CTRL, Qt.Key.Key_Period): field.word_menu_wanted.emit,
    }
    return {**plain, **_for_structure(field)} if field.takes_structure() else plain


def _for_structure(field: TextField) -> Keys:
    do = field.commands
    headings: Keys = {
        QKeyCombination(_CTRL | _ALT, key): partial(do.toggle_heading, level)
        for level, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), start=1)
    }
    return headings | {
        QKeyCombination(_CTRL, Qt.Key.Key_BracketRight): do.go_deeper,
        QKeyCombination(_CTRL, Qt.Key.Key_BracketLeft): do.come_out,
        QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_N): partial(do.toggle_list, ListStyle.POINT),
        QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_L): partial(do.toggle_list, ListStyle.BULLET),
        QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Q): do.toggle_quotation,
        QKeyCombination(_CTRL | _ALT, Qt.Key.Key_F): field.add_note,
    }
