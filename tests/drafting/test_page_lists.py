"""Lists count as a word processor counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drafting.page_lists import Lists, counted

NUMBERING = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:abstractNum w:abstractNumId="7">'
    b'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    b'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    b'<w:lvlText w:val="%1.%2)"/></w:lvl>'
    b"</w:abstractNum>"
    b'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    b'<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    b'<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
    b'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    b"</w:numbering>"
)


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (1, "ordinalText", "First"),
        (12, "ordinalText", "Twelfth"),
        (20, "ordinalText", "Twentieth"),
        (43, "ordinalText", "Forty-third"),
        (100, "ordinalText", "100"),
        (9, "bullet", ""),
        (9, "none", ""),
        (9, "a form that nobody knows", "9"),
    ],
)
def test_a_number_is_written_in_its_form(number: int, form: str, written: str) -> None:
    assert counted(number, form) == written


def test_levels_count_apart_and_begin_anew_under_the_next_item() -> None:
    lists = Lists(NUMBERING)
    steps = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]
    assert [lists.marked(*step) for step in steps] == ["1.", "1.a)", "1.b)", "2.", "2.a)"]


def test_lists_of_one_definition_count_on_unless_one_begins_anew() -> None:
    lists = Lists(NUMBERING)
    assert [lists.marked(number, 0) for number in ("1", "2", "3", "3", "2")] == ["1.", "2.", "5.", "6.", "7."]


def test_what_is_no_list_has_no_mark() -> None:
    assert Lists(NUMBERING).marked("0", 0) == ""
    assert Lists(NUMBERING).level("1", 8) is None
    assert Lists(b"").marked("1", 0) == ""


@given(st.integers(1, 99))
def test_ordinals_of_different_numbers_differ(number: int) -> None:
    others = {counted(other, "ordinalText") for other in range(1, 100) if other != number}
    assert counted(number, "ordinalText") not in others
