"""Numbers are written and read back by one pattern, and survive as file names."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import fields, replace
from string import ascii_lowercase, ascii_uppercase
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.numbering import (
    NumberDoesNotFit,
    NumberFieldMissingOrTwice,
    NumberPartsRunTogether,
    NumberPattern,
    OfficialNumber,
    UnknownNumberField,
    spellings,
)

PARTS = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=6)
SEPARATORS = "/-.:;,|+*()<>#@&!?=~^ №_"
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "ordinal": st.integers(1, 10**9),
    "unit": PARTS,
    "file": PARTS,
    "year": st.integers(1000, 9999),
    "month": st.integers(1, 12),
    "type": st.text(ascii_uppercase, min_size=1, max_size=3),
    "state": st.text(ascii_uppercase, min_size=3, max_size=3),
    "language": st.text(ascii_lowercase, min_size=2, max_size=3),
    "suffix": st.sampled_from(["", *ascii_lowercase]),
}
NUMBERS = st.builds(OfficialNumber, **VALUES)
INDEX_PARTS = sorted(set(VALUES) - {"ordinal", "suffix"})
PADDING = st.sampled_from(["", ":1", ":2", ":3", ":9"])


def what_it_says(text: str, number: OfficialNumber, missing: set[str]) -> OfficialNumber:
    """Leave out of a number what a pattern does not write, and optional parts that are missing."""
    nothing: dict[str, Any] = {
        field.name: field.default for field in fields(OfficialNumber) if field.name in INDEX_PARTS
    }
    unsaid = [
        name
        for name in INDEX_PARTS
        if f"{{{name}" not in text or (name in missing and re.search(rf"\[[^]]*{name}", text))
    ]
    return replace(number, **{name: nothing[name] for name in unsaid})


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Give a pattern of any parts in any order, no separator used twice."""
    others = draw(st.lists(st.sampled_from(INDEX_PARTS), unique=True))
    names = draw(st.permutations(["ordinal", *others]))
    marks = draw(st.permutations(SEPARATORS).map(lambda all_: all_[: 2 * len(names)]))
    pieces = []
    for name, before, after in zip(names, marks[::2], marks[1::2], strict=True):
        width = draw(PADDING) if name in {"ordinal", "month"} else ""
        piece = f"{before}{{{name}{width}}}{after}"
        pieces.append(f"[{piece}]" if name != "ordinal" and draw(st.booleans()) else piece)
    return "".join(pieces)


@given(patterns(), NUMBERS, st.sets(st.sampled_from(INDEX_PARTS)))
def test_what_a_pattern_writes_it_reads_back(text: str, number: OfficialNumber, missing: set[str]) -> None:
    pattern, number = NumberPattern(text), what_it_says(text, number, missing)
    assert pattern.parse(pattern.format(number)) == number


@st.composite
def unclear_patterns(draw: st.DrawFn) -> str:
    """Give a pattern whose parts may be hard to tell apart, if it is one at all."""
    names = draw(st.permutations(["ordinal", *draw(st.lists(st.sampled_from(INDEX_PARTS), unique=True))]))
    pieces = []
    for name in names:
        width = draw(PADDING) if name in {"ordinal", "month"} else ""
        piece = f"{draw(MARKS)}{{{name}{width}}}{draw(MARKS)}"
        pieces.append(f"[{piece}]" if name != "ordinal" and draw(st.booleans()) else piece)
    return "".join(pieces)


MARKS = st.sampled_from(["", "-", "-", "/", "7", "a", "K", "№"])


@given(unclear_patterns(), NUMBERS, st.sets(st.sampled_from(INDEX_PARTS)))
@example("{ordinal}[-{unit}][-{file}]", OfficialNumber(147, "01", "3"), {"unit"})
@example("{ordinal:3}[-{month:2}][-{file}]", OfficialNumber(7, file="8"), {"month"})
@example("{year}{ordinal:4}", OfficialNumber(7, year=2017), set())
@example("{type}{ordinal}{state}", OfficialNumber(7, state="KAZ", type="AL"), set())
@example("{state}{type}-{ordinal}", OfficialNumber(7, state="KAZ", type="AL"), set())
def test_no_pattern_writes_one_text_for_two_readings_of_it(
    text: str, number: OfficialNumber, missing: set[str]
) -> None:
    with suppress(NumberPartsRunTogether):
        pattern = NumberPattern(text)
        written = pattern.format(what_it_says(text, number, missing))
        assert pattern.format(pattern.parse(written)) == written


@given(st.text("[]{}:ordinaluntfey39/- ", max_size=40), NUMBERS)
@example("[{ordinal}/]{unit}", OfficialNumber(0, "01"))
def test_any_text_is_a_pattern_that_reads_numbers_or_is_refused(text: str, number: OfficialNumber) -> None:
    with suppress(UnknownNumberField, NumberFieldMissingOrTwice, NumberPartsRunTogether):
        pattern = NumberPattern(text)
        assert text.count("{ordinal") == 1
        with suppress(NumberDoesNotFit):
            assert pattern.parse(pattern.format(number)).ordinal >= 0


@pytest.mark.parametrize(
    ("pattern", "before", "after"),
    [
        ("{ordinal}{unit}", "ordinal", "unit"),
        ("{unit}{ordinal:3}", "unit", "ordinal"),
        ("{ordinal}7{unit}", "ordinal", "unit"),
        ("{ordinal}[-{unit}]{file}", "unit", "file"),
        ("[{year}]{ordinal}", "year", "ordinal"),
        ("{ordinal}{language}", "ordinal", "language"),
        ("{month:2}{ordinal}", "month", "ordinal"),
        ("{ordinal}a{language}", "ordinal", "language"),
    ],
)
def test_parts_that_run_together_are_refused(pattern: str, before: str, after: str) -> None:
    with pytest.raises(NumberPartsRunTogether) as refused:
        NumberPattern(pattern)
    assert refused.value.facts == {"pattern": pattern, "before": before, "after": after}


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
        pytest.param("{ordinal}[/{unit}]", OfficialNumber(147, "01", suffix="a"), "147a/01", id="late"),
        pytest.param("{ordinal:4}", OfficialNumber(7, suffix="b"), "0007b", id="late and padded"),
        pytest.param("{year}{ordinal:4}", OfficialNumber(7, year=2017), "20170007", id="year and ordinal"),
        pytest.param(
            "{ordinal}-{month:2}.{year}", OfficialNumber(9, month=8, year=2017), "9-08.2017", id="month"
        ),
        pytest.param("{ordinal}/{month}", OfficialNumber(9, month=12), "9/12", id="month of two digits"),
        pytest.param(
            "{type} {state} {ordinal}/{year}",
            OfficialNumber(1, year=2017, type="AL", state="KAZ"),
            "AL KAZ 1/2017",
            id="style of the UN",
        ),
        pytest.param(
            "{ordinal}/{unit}-{file}[-{language}]",
            OfficialNumber(5, "01", "3", language="kk"),
            "5/01-3-kk",
            id="language",
        ),
    ],
)
def test_a_number_is_written_as_its_pattern_says(pattern: str, number: OfficialNumber, written: str) -> None:
    assert NumberPattern(pattern).format(number) == written
    assert NumberPattern(pattern).parse(written) == number


@pytest.mark.parametrize("sign", ["№ ", "№", "No. ", "No.", "No ", "N ", "N° ", "Nº", "  № "])
def test_a_number_is_read_with_a_sign_before_it(sign: str) -> None:
    assert NumberPattern().parse(f"{sign}147/01-3 ") == OfficialNumber(147, "01", "3")


@pytest.mark.parametrize(
    ("pattern", "typed", "number"),
    [
        ("{ordinal:3}", "7", OfficialNumber(7)),
        ("{ordinal}", "007", OfficialNumber(7)),
        ("{ordinal}/{month:2}", "7/8", OfficialNumber(7, month=8)),
        ("{ordinal}/{month}", "7/08", OfficialNumber(7, month=8)),
    ],
)
def test_a_number_is_read_with_and_without_its_padding(
    pattern: str, typed: str, number: OfficialNumber
) -> None:
    assert NumberPattern(pattern).parse(typed) == number


@pytest.mark.parametrize("typed", ["7/13", "7/0", "7/00", "7/123"])
def test_a_month_is_one_of_twelve(typed: str) -> None:
    with pytest.raises(NumberDoesNotFit):
        NumberPattern("{ordinal}/{month}").parse(typed)


@pytest.mark.parametrize(
    ("pattern", "missing"),
    [
        ("{ordinal}[/{unit}][-{file}]", ""),
        ("{ordinal}/{unit}[-{file}]", "unit"),
        ("{state} {ordinal}/{year}", "state"),
        ("{ordinal}/{month}", "month"),
    ],
)
def test_a_pattern_names_what_it_needs_and_does_not_get(pattern: str, missing: str) -> None:
    assert NumberPattern(pattern).missing(OfficialNumber(1, year=2017)) == missing


def test_a_pattern_names_its_parts_in_their_order() -> None:
    assert NumberPattern("{year}[.{month:2}]-{ordinal:3}").fields == ("year", "month", "ordinal")


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
        ("{ordinal}/{unit:2}", "{unit:2}"),
        ("{ordinal}/{year:2}", "{year:2}"),
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
