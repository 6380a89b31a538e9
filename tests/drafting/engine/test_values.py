"""What the values of a letter may hold, and what is said of what they may not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pytest
from docxtpl import RichText
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from app.drafting.engine import FillProblem, Picture, compile_template, errors, fill_with_docxtpl, parts
from tests.drafting.engine.building import PNG, body_of, texts, with_footnote, word

ILLEGAL = [
    *map(chr, range(0x09)),
    *"\x0b\x0c",
    *map(chr, range(0x0E, 0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u2028\u2029\ufffe\uffff\ud800\udbff\udc00\udfff",
]
LEGAL = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufffe\uffff\t\n")
)
SPACED = st.text(st.one_of(st.sampled_from("\t\n {}%_<>&'\""), LEGAL.filter(bool).map(lambda text: text[0])))
NAME = compile_template(word("{{ recipient.name }}"), name="name.docx")


@given(SPACED)
def test_any_legal_text_reaches_the_reader_unchanged(text: str) -> None:
    assert texts(NAME.fill({"recipient": {"name": text}})) == [text]


@given(LEGAL, st.sampled_from(ILLEGAL), LEGAL)
def test_any_illegal_character_is_refused_with_its_place_and_number(
    before: str, character: str, after: str
) -> None:
    with pytest.raises(errors.IllegalCharacter) as raised:
        NAME.fill({"recipient": {"name": before + character + after}})
    assert raised.value.facts == {"place": "recipient.name", "character": f"U+{ord(character):04X}"}


@pytest.mark.parametrize("character", ILLEGAL[::9], ids=ascii)
def test_the_reference_refuses_them_too(character: str) -> None:
    with pytest.raises(errors.IllegalCharacter):
        fill_with_docxtpl(word("{{ a }}"), {"a": character}, insertions={})


@dataclass(frozen=True)
class Person:
    name: str


@pytest.mark.parametrize(
    ("context", "place"),
    [
        ({"x": {"y": ["fine", "a\x01"]}}, "x.y.2"),
        ({"x": {"y": [Person("a\x01")]}}, "x.y.1.name"),
        ({"x": {"y": (Markup("a\x01"),)}}, "…"),
    ],
)
def test_the_place_of_an_illegal_character_is_followed_into_lists_and_records(
    context: dict[str, object], place: str
) -> None:
    template = compile_template(
        word("{% for y in x.y %}{{ y.name if y.name is defined else y }}{% endfor %}"), name="t"
    )
    with pytest.raises(errors.IllegalCharacter) as raised:
        template.fill(context)
    assert raised.value.facts["place"] == place


def test_line_ends_of_windows_and_old_macs_are_line_breaks() -> None:
    assert texts(NAME.fill({"recipient": {"name": "a\r\nb\rc\nd"}})) == ["a\nb\nc\nd"]


def test_values_with_markup_go_in_as_they_are_and_all_others_are_escaped() -> None:
    rich = RichText("a & b", bold=True)
    body = body_of(
        compile_template(word("{{r rich }}{{ plain }}"), name="t").fill({"rich": rich, "plain": str(rich)})
    )
    assert rich.xml in body
    assert "&lt;w:rPr&gt;" in body


@pytest.mark.parametrize(
    "markup",
    [Markup("before <w:p>"), Markup("</w:t>"), Markup("<unknown:x/>"), Markup("&nbsp;"), Markup("a & b")],
)
def test_markup_that_breaks_the_document_is_refused(markup: Markup) -> None:
    for fill in (NAME.fill, partial(fill_with_docxtpl, NAME.source)):
        with pytest.raises(errors.BrokenResult) as raised:
            fill({"recipient": {"name": markup}}, insertions={})
        assert "word/document.xml" in str(raised.value)


def test_tags_in_a_value_are_words_and_are_never_run() -> None:
    data = with_footnote(word("{{ a }}", then=lambda document: document.add_section()), "{{ a }}")
    value = "{{ 7 * 7 }} {% if %} {_{"
    filled = compile_template(data, name="t").fill({"a": value})
    assert texts(filled)[0] == value
    assert value in parts(filled)["word/footnotes.xml"].decode()
    reference = fill_with_docxtpl(data, {"a": "{{ 7 * 7 }}"}, insertions={})
    assert "{{ 7 * 7 }}" in parts(reference)["word/footnotes.xml"].decode()


@pytest.mark.parametrize(
    ("tags", "context", "place"),
    [
        (["{{ recipient.phone }}"], {"recipient": {"name": "x"}}, "recipient.phone"),
        (["{{ recipient.phone }}"], {}, "recipient"),
        (["{{ a.b.c }}"], {"a": {"b": {}}}, "a.b.c"),
        (["{{ recipient['phone'] }}"], {"recipient": Person("x")}, "recipient.phone"),
        (
            ["{%p for q in questions %}", "{{ q.text }}", "{%p endfor %}"],
            {"questions": [{"text": "x"}, {}]},
            "questions.2.text",
        ),
        (["{% if absent %}x{% endif %}"], {}, "absent"),
        (["{% for each in absent %}x{% endfor %}"], {}, "absent"),
    ],
)
def test_a_missing_value_is_named_with_its_place_and_part(
    tags: list[str], context: dict[str, object], place: str
) -> None:
    with pytest.raises(errors.PlaceMissing) as raised:
        compile_template(word(*tags), name="t.docx").fill(context)
    assert raised.value.facts == {"template": "t.docx", "part": "word/document.xml", "place": place}


def test_the_word_none_is_never_printed() -> None:
    with pytest.raises(errors.PlaceEmpty) as raised:
        NAME.fill({"recipient": {"name": None}})
    assert raised.value.facts["place"] == "recipient.name"


def test_a_missing_value_beside_a_picture_is_named_just_as_well() -> None:
    template = compile_template(word("{{ picture }} {{ recipient.phone }}"), name="t.docx")
    with pytest.raises(errors.PlaceMissing, match=r"recipient\.phone"):
        template.fill({"picture": Picture(PNG), "recipient": {}})


def test_what_a_template_does_wrong_with_a_value_is_told() -> None:
    with pytest.raises(FillProblem, match="part word/document"):
        compile_template(word("{{ 'a' + 1 }}"), name="t").fill({})
