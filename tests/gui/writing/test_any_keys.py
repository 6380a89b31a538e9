"""Whatever keys are pressed, what is stored is what stands in the field."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.domain.notation import read_notation
from tests.domain.prose_values import visible
from tests.gui.writing.conftest import Writing, press

CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
K = Qt.Key
BARE = (K.Key_Return, K.Key_Backspace, K.Key_Delete, K.Key_Home, K.Key_End, K.Key_Up, K.Key_Left)
WITH_CTRL = (
    K.Key_B,
    K.Key_I,
    K.Key_BracketRight,
    K.Key_BracketLeft,
    K.Key_Z,
    K.Key_A,
    K.Key_C,
    K.Key_V,
    K.Key_X,
)
PRESSED = [
    *((key, NONE) for key in BARE),
    *((key, SHIFT) for key in (K.Key_Return, K.Key_Left, K.Key_Up)),
    *((key, CTRL) for key in WITH_CTRL),
    *((key, CTRL | SHIFT) for key in (K.Key_N, K.Key_L, K.Key_Q)),
    (K.Key_1, CTRL | ALT),
]
typed = st.sampled_from(["word ", "a", "- ", "1. ", "*", "(x)", ".", "é😀", "_b_ ", "#"])
steps = st.lists(st.one_of(typed, st.sampled_from(PRESSED)), max_size=25)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps)
def test_what_is_stored_is_what_stands_there(
    writing: Writing, keys: list[str | tuple[Qt.Key, Qt.KeyboardModifier]]
) -> None:
    editor = writing("One **two**^[three]\n\n1. four\n   - five\n\n> six")
    heard = [editor.text()]
    editor.edited.connect(heard.append)
    for key in keys:
        if isinstance(key, str):
            press(editor, key)
        else:
            press(editor, key[0], held=key[1])
    assert visible(read_notation(editor.text())) == visible(editor.field.prose())
    assert heard[-1] == editor.text()
