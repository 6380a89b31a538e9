"""Numbers and names survive as names of files."""

from __future__ import annotations

import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.file_names import safe_for_file_name


@given(
    st.text(st.characters(codec=None), max_size=300)
    | st.text('<>:"/\\|?*-. \t\r\n\u202e№CONcon1', max_size=40)
)
@example("COM¹.docx")
@example("con")
@example("NUL.tar.gz")
@example("CON .txt")
@example("...")
@example("\ud800")
@example("ქ" * 200)
def test_a_file_name_is_safe_on_every_system(text: str) -> None:
    name = safe_for_file_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in name)
    assert not set(name) & set(" \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert name == name.strip("-. ")
    assert not PureWindowsPath(name).is_reserved()
    assert len(name.encode("utf-8")) <= 122
    assert len(name) <= 81
    assert safe_for_file_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("147/01-3", "147-01-3"),
        ("№ 147/01-3", "№-147-01-3"),
        ("Mr. President", "Mr.-President"),
        ("საქართველო", "საქართველო"),
        ("a<b>c & d", "a-b-c-&-d"),
        ("../../etc/passwd", "etc-passwd"),
        ("///", "_"),
        ("", "_"),
        ("aux", "_aux"),
        ("Auxiliary", "Auxiliary"),
        ("lpt1.x", "_lpt1.x"),
    ],
)
def test_a_file_name_stays_readable(text: str, name: str) -> None:
    assert safe_for_file_name(text) == name
