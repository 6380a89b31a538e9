"""Both model letters come out of stored data whole, in order and word for word."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from app.drafting.context import Printing
from tests.drafting.expected import ExpectedPart, expected_parts, expected_texts
from tests.drafting.making import composed, example, read
from tests.drafting.reading import DocxRead

NUMBERS = {"protest": "147/01-3", "un-allegation": ""}
PARTS = [
    pytest.param(name, index, part, id=f"{part.part} {part.name} {index}")
    for name in NUMBERS
    for index, part in enumerate(expected_parts(name))
]
FREEDOM = "Special Rapporteur on the rights to freedom of peaceful assembly and of association"
DEFENDERS = "Special Rapporteur on the situation of human rights defenders"


@cache
def model(name: str) -> DocxRead:
    return read(example(name), Printing(number=NUMBERS[name]))


@pytest.mark.parametrize(("name", "index", "part"), PARTS)
def test_every_part_of_a_model_letter_stands_in_its_place(name: str, index: int, part: ExpectedPart) -> None:
    assert model(name).texts[index] == part.text


@pytest.mark.parametrize("name", NUMBERS)
def test_a_model_letter_says_nothing_more(name: str) -> None:
    assert model(name).texts == expected_texts(name)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("protest", [f"P{n}" for n in range(1, 12)]),
        ("un-allegation", [f"U{n}" for n in range(1, 20)]),
    ],
)
def test_no_part_of_the_trade_is_left_out_here(name: str, parts: list[str]) -> None:
    assert list(dict.fromkeys(part.part for part in expected_parts(name))) == parts


@pytest.mark.parametrize("name", NUMBERS)
def test_a_model_letter_has_no_gaps(name: str) -> None:
    assert composed(example(name), Printing(number=NUMBERS[name])).gaps == ()


def test_the_mandates_the_subject_and_the_pointer_are_bold_and_nothing_else_of_the_letter() -> None:
    bold = {text for paragraph in model("un-allegation").paragraphs for text in paragraph.bold}
    assert bold == {
        f"Mandates of the {FREEDOM}",
        f"and the {DEFENDERS}",
        "permanent closure of the Confederation of Independent Trade Unions of Kazakhstan",
        "Annex on Reference to international human rights law",
    }


def test_the_protest_marks_nothing() -> None:
    assert not any(paragraph.bold or paragraph.italic for paragraph in model("protest").paragraphs)


def test_the_order_of_the_mandates_governs_heading_opening_and_signatures() -> None:
    texts = model("un-allegation").texts
    for text in (texts[0], texts[4], "".join(texts[21:23])):
        assert text.index(FREEDOM) < text.index(DEFENDERS)
    assert "resolutions 32/32 and 25/18" in texts[4]


@pytest.mark.parametrize("name", NUMBERS)
def test_a_model_letter_has_typographic_quotation_marks_only(name: str) -> None:
    assert not set("\"'`") & set(model(name).whole)


def test_the_reference_is_left_blank_until_it_is_known() -> None:
    unknown = replace(example("un-allegation"), reference="")
    document = read(unknown)
    assert document.styled("Reference") == ("REFERENCE:",)
    assert composed(unknown).gaps == ()
