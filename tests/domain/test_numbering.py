"""Numbers are written and read back by one pattern, and survive as file names."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from pathlib import PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.numbering import (
    NumberDoesNotFit,
    NumberFieldMissingOrTwice,
    NumberPattern,
    OfficialNumber,
    UnknownNumberField,
    safe_for_file_name,
    spellings,
)

PARTS = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=6)
SEPARATORS = "/-.:;,|+*()<>#@&!?=~^ №"
NUMBERS = st.builds(
    OfficialNumber, ordinal=st.integers(1, 10**9), unit=PARTS, file=PARTS, year=st.integers(1000, 9999)
)


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Give a pattern of any parts in any order, no separator used twice."""
    others = draw(st.lists(st.sampled_from(["unit", "file", "year"]), unique=True))
    names = draw(st.permutations(["ordinal", *others]))
    marks = draw(st.permutations(SEPARATORS).map(lambda all_: all_[: 2 * len(names)]))
    width = draw(st.sampled_from(["", ":1", ":3", ":9"]))
    pieces = []
    for name, before, after in zip(names, marks[::2], marks[1::2], strict=True):
        piece = f"{before}{{{name}{width if name == 'ordinal' else ''}}}{after}"
        pieces.append(f"[{piece}]" if name != "ordinal" and draw(st.booleans()) else piece)
    return "".join(pieces)


@given(patterns(), NUMBERS, st.sets(st.sampled_from(["unit", "file", "year"])))
def test_what_a_pattern_writes_it_reads_back(text: str, number: OfficialNumber, missing: set[str]) -> None:
    pattern = NumberPattern(text)
    said = {
        name: getattr(number, name)
        for name in ("unit", "file", "year")
        if f"{{{name}}}" in text and not (name in missing and re.search(rf"\[[^]]*{name}", text))
    }
    number = OfficialNumber(number.ordinal, **said)
    assert pattern.parse(pattern.format(number)) == number


@given(st.text("[]{}:ordinaluntfey39/- ", max_size=40), NUMBERS)
@example("[{ordinal}/]{unit}", OfficialNumber(0, "01"))
@example("{ordinal}{unit}", OfficialNumber(10, "5"))
def test_any_text_is_a_pattern_that_reads_numbers_or_is_refused(text: str, number: OfficialNumber) -> None:
    with suppress(UnknownNumberField, NumberFieldMissingOrTwice):
        pattern = NumberPattern(text)
        assert text.count("{ordinal") == 1
        with suppress(NumberDoesNotFit):
            assert pattern.parse(pattern.format(number)).ordinal >= 0


@pytest.mark.parametrize(
    ("pattern", "number", "written"),
    [
        pytest.param("{ordinal}[/{unit}][-{file}]", OfficialNumber(147, "01", "3"), "147/01-3", id="whole"),
        pytest.param("{ordinal}[/{unit}][-{file}]", OfficialNumber(147, "01"), "147/01", id="no file"),
        pytest.param("{ordinal}[/{unit}][-{file}]", OfficialNumber(147, file="3"), "147-3", id="no unit"),
        pytest.param("{ordinal}[/{unit}][-{file}]", OfficialNumber(147), "147", id="bare"),
        pytest.param("{unit}-{file}/{ordinal}", OfficialNumber(7, "01", "05"), "01-05/7", id="last"),
        pytest.param("{ordinal:3}/{year}", OfficialNumber(7, year=2017), "007/2017", id="padded"),
        pytest.param("{ordinal:3}", OfficialNumber(12345), "12345", id="longer than its padding"),
        pytest.param("[{year}/]{ordinal}", OfficialNumber(7), "7", id="no year"),
        pytest.param("№ {ordinal} (исх.)", OfficialNumber(7), "№ 7 (исх.)", id="words around"),
        pytest.param("N{ordinal}", OfficialNumber(7), "N7", id="begins like a sign"),
        pytest.param("{unit}/{ordinal}", OfficialNumber(5, "Nord"), "Nord/5", id="unit begins like a sign"),
    ],
)
def test_a_number_is_written_as_its_pattern_says(pattern: str, number: OfficialNumber, written: str) -> None:
    assert NumberPattern(pattern).format(number) == written
    assert NumberPattern(pattern).parse(written) == number


@pytest.mark.parametrize("sign", ["№ ", "№", "No. ", "No.", "No ", "N ", "N° ", "Nº", "  № "])
def test_a_number_is_read_with_a_sign_before_it(sign: str) -> None:
    assert NumberPattern().parse(f"{sign}147/01-3 ") == OfficialNumber(147, "01", "3")


def test_a_padded_number_is_read_without_its_padding_too() -> None:
    assert NumberPattern("{ordinal:3}").parse("7") == OfficialNumber(7)


@pytest.mark.parametrize("text", ["", "abc", "147/", "147/01-3-9", "147 01", "/01-3", "9" * 5000, "147/0_1"])
def test_a_text_that_is_no_number_is_named_with_an_example(text: str) -> None:
    with pytest.raises(NumberDoesNotFit, match=r"Example: 147/01-3\.") as refused:
        NumberPattern().parse(text)
    assert refused.value.facts["number"] == text


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("{ordinal}/{week}", "{week}"),
        ("{ordinal}/{}", "{}"),
        ("{ordinal:12}", "{ordinal:12}"),
        ("{ordinal", "{"),
        ("{ordinal}}", "}"),
        ("{ordinal}[/{unit}", "["),
        ("{ordinal}/{unit}]", "]"),
        ("{ordinal}[/{unit}[-{file}]]", "["),
    ],
)
def test_an_unknown_part_of_a_pattern_is_named(pattern: str, part: str) -> None:
    with pytest.raises(UnknownNumberField) as refused:
        NumberPattern(pattern)
    assert refused.value.facts == {"pattern": pattern, "part": part}


@pytest.mark.parametrize("pattern", ["", "{unit}", "{ordinal}/{ordinal:3}", "{ordinal}[/{unit}][-{unit}]"])
def test_a_pattern_without_an_ordinal_or_with_a_part_twice_is_refused(pattern: str) -> None:
    with pytest.raises(NumberFieldMissingOrTwice, match="once and no part twice"):
        NumberPattern(pattern)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("147/01-3", ("147/01-3", "147/01-3", "147/01-3")),
        (" № 147", (" № 147", "№ 147", "147")),
        ("Nord/5", ("Nord/5", "Nord/5", "rd/5")),
        ("", ("", "", "")),
    ],
)
def test_a_number_may_be_meant_as_typed_or_without_its_sign(typed: str, read: tuple[str, str, str]) -> None:
    assert spellings(typed) == read


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
