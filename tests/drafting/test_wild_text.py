"""Whatever is typed, the DOCX is whole, opens, and holds it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from app.domain.letters import BlockKind, Letter
from app.domain.notation import read_notation
from app.domain.prose import notes, plain_lines
from app.drafting.context import Printing
from tests.builders import (
    a_case,
    a_letter,
    a_recipient,
    a_sender,
    a_signatory,
    in_words,
    signed_by,
)
from tests.drafting.making import made, read
from tests.drafting.reading import DocxRead

characters = st.one_of(
    st.sampled_from("*_[]^\\#>+-1.)(`<&!|~=\"'{}%\n \tგ—“😀\u200f\u202e\u200b\u00a0"),
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Cn")),
)
texts = st.text(characters, max_size=80)
names = st.text(characters.filter(lambda character: character != "\n"), max_size=40)

AWKWARD = [
    "Johnson & Johnson",
    "<w:p>",
    "a < b > c",
    "\"quoted\" 'single'",
    "*x* [1] _y_",
    "1. First",
    "😀👨‍👩‍👧‍👦 🇬🇪",
    "שלום \u200fעולם\u200e",
    "ნინო აბაშიძე",
    "O’Neil–Çelik ﬁ",
    "{{ case.event }} {% if x %} {# c #}",
    "]]> <!-- -->",
    "&amp; &#0;",
    "x" * 10_000,
    "word " * 2_000 + "end",
    "a\tb",
    "{_{ a }_} {_% b %_}",
    "</w:t></w:r></w:p>",
    "$1 \\1 \\g<0>",
]


def everything(document: DocxRead) -> str:
    """Give what the body and the footnotes say, without any spaces."""
    noted = [paragraph.text for note in document.footnotes.values() for paragraph in note]
    return _tight("".join([*document.texts, *noted]))


def _tight(text: str) -> str:
    return "".join(text.split())


def named(name: str) -> Letter:
    """Give a letter in which one name stands in every place for names."""
    return a_letter(
        title=name,
        sender=a_sender(organisation=name, letterhead=(name,), footer=(name,)),
        recipients=(a_recipient(name=name, offices=(name,), address=(name, name)),),
        signatories=signed_by(a_signatory(name=name, capacities=(name,))),
    )


@given(texts)
def test_any_text_of_a_block_makes_a_document_that_holds_it(text: str) -> None:
    content = made(in_words("before", text, "after"))
    document = DocxRead(content)
    for part in document.parts:
        if part.endswith((".xml", ".rels")):
            document.root(part)
    prose = read_notation(text)
    noted = (each for note in notes(prose) for each in plain_lines(note.paragraphs))
    assert everything(document) == _tight("".join(["before", *plain_lines(prose), "after", *noted]))


@given(texts)
def test_any_text_makes_a_document_that_another_program_opens(text: str) -> None:
    assert Document(BytesIO(made(in_words(text)))).sections


@given(names.filter(lambda name: bool(name.strip())))
def test_any_name_survives_in_every_place_for_names(name: str) -> None:
    document = read(named(name))
    wanted = _tight(name)
    for style in ("Addressee", "Signature", "FootAddress"):
        (text,) = document.styled(style)
        assert _tight(text).count(wanted) >= 2, style
    for kind in ("header", "footer"):
        assert wanted in _tight("".join(each.text for each in document.furniture(kind, "first")))
    assert wanted in _tight(document.properties["title"])


@pytest.mark.parametrize("name", AWKWARD, ids=lambda name: name[:20].encode("ascii", "replace").decode())
def test_an_awkward_name_is_printed_to_the_letter(name: str) -> None:
    document = read(named(name))
    assert document.styled("Signature") == (f"{name.strip()}\n{name.strip()}",)
    assert document.properties["creator"] == name


@pytest.mark.parametrize("text", AWKWARD, ids=lambda name: name[:20].encode("ascii", "replace").decode())
def test_awkward_data_run_through_a_sentence_unharmed(text: str) -> None:
    letter = a_letter(signatories=signed_by(a_signatory(in_text=text)))
    (opening,) = (each for each in read(letter).texts if ", with this letter" in each)
    assert opening.startswith(f"As {text.strip()}, with this letter")


def test_a_paragraph_of_ten_thousand_characters_stays_one_paragraph() -> None:
    text = "Слово " * 1_700
    (paragraph,) = read(in_words(text)).texts
    assert paragraph == text.strip()


def test_the_number_survives_whatever_it_holds() -> None:
    document = read(a_letter(), Printing(number="147/01-3 <&>"))
    assert document.texts[0] == "№ 147/01-3 <&>"
    assert document.properties["identifier"] == "147/01-3 <&>"


def test_marks_in_the_event_of_a_case_are_read_as_marks() -> None:
    document = read(a_letter(case=a_case(event="the **closure** & *more*^[a note]")))
    (opening,) = (each for each in document.paragraphs if ", with this letter" in each.text)
    assert (opening.bold, opening.italic) == (("closure",), ("more",))
    assert [each.text.strip() for note in document.footnotes.values() for each in note] == ["a note"]


def test_footnotes_are_called_in_the_order_of_the_text() -> None:
    document = read(in_words("a^[one] b[^x]\n\n[^x]: two", "- c^[three]"))
    calls = [run.note for paragraph in document.paragraphs for run in paragraph.runs if run.note]
    assert [document.footnotes[call][0].text.strip() for call in calls] == ["one", "two", "three"]
    assert all(document.footnotes[call][0].style == "FootnoteText" for call in calls)


@pytest.mark.parametrize("kind", BlockKind)
def test_a_block_of_any_kind_can_be_written_by_hand(kind: BlockKind) -> None:
    letter = in_words("a & b\n\n1. c")
    (block,) = letter.blocks
    assert read(replace(letter, blocks=(replace(block, kind=kind, key="it"),))).texts == ("a & b", "c")
