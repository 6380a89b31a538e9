"""What was set about the window is there again; whatever lies in the file, it is readable."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from app.gui.preferences import FILE_NAME, Preferences
from app.gui.theme import ThemeChoice

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_text_comes_back_as_it_was_kept(tmp_path: Path, text: str) -> None:
    preferences = Preferences(tmp_path)
    preferences.keep("letters/typed", text)
    preferences.save()
    assert Preferences(tmp_path).text("letters/typed") == text


def test_every_kind_of_value_comes_back(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.keep("number", -7)
    preferences.keep("flag", True)
    preferences.keep_state("state", QByteArray(b"\0\xff\1"))
    preferences.theme, preferences.language = ThemeChoice.DARK, "ar"
    preferences.save()
    again = Preferences(tmp_path)
    assert (again.number("number"), again.flag("flag"), again.state("state").data()) == (
        -7,
        True,
        b"\0\xff\1",
    )
    assert (again.theme, again.language) == (ThemeChoice.DARK, "ar")


@pytest.mark.parametrize(
    "content", ["", "theme=purple\nnumber=many\nflag=perhaps", "\x00\xff[[[", "[theme]\na=b"]
)
def test_a_damaged_file_counts_as_empty(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content, encoding="latin-1")
    preferences = Preferences(tmp_path)
    assert preferences.theme is ThemeChoice.SYSTEM
    assert (preferences.number("number", 3), preferences.flag("flag", otherwise=True)) == (3, True)
    assert preferences.state("window/geometry").isEmpty()
