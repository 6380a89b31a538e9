"""Small values that letters are made of: people, languages, characters, conventions, prose."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.characters import forbidden_characters
from app.domain.citations import IloConvention, Status
from app.domain.composed import ComposedLetter, Gap, NotACompleteLetter, PrintedBlock, ReadyLetter
from app.domain.languages import NotALanguage, is_right_to_left, language_tag
from app.domain.letters import BlockKind
from app.domain.people import Recipient
from app.domain.prose import LineBreak, Note, Paragraph, Run, plain_text
from tests.builders import a_letter, a_recipient, ilo


@pytest.mark.parametrize(
    ("recipient", "line"),
    [
        (Recipient(honorific="Ms.", name="A. B."), "Ms. A. B."),
        (Recipient(name="A. B."), "A. B."),
        (Recipient(honorific="Ms.", name="A. B.", printed="Госпоже А. Б."), "Госпоже А. Б."),
        (Recipient(offices=("The Minister",)), ""),
    ],
)
def test_the_name_line_is_the_printed_form_or_honorific_and_name(recipient: Recipient, line: str) -> None:
    assert recipient.name_line == line


def test_the_lines_of_an_addressee_leave_out_what_is_not_there() -> None:
    assert a_recipient(organisation="Cabinet").lines == (
        "Ms. Nino Abashidze",
        "Prime Minister of Georgia",
        "Cabinet",
    )
    assert Recipient(offices=("The Minister",)).lines == ("The Minister",)
    assert Recipient().lines == ()


@pytest.mark.parametrize("tag", ["en", "fr", "kk", "ckb", "zh-Hans", "pt-BR", "es-419", "sr-Latn-RS"])
def test_a_language_tag_is_given_back(tag: str) -> None:
    assert language_tag(tag) == tag


@pytest.mark.parametrize("tag", ["", "English", "EN", "en_GB", "e", "en-", "zh-hans", "en GB", "en\n"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(NotALanguage, match="Write its tag"):
        language_tag(tag)


@pytest.mark.parametrize(
    ("tag", "leftward"),
    [("ar", True), ("ar-EG", True), ("fa", True), ("he", True), ("ka", False), ("en", False)],
)
def test_some_languages_run_from_right_to_left(tag: str, leftward: bool) -> None:
    assert is_right_to_left(tag) is leftward


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x00", "U+0000"), ("\x07", "U+0007"), ("\x0b", "U+000B"), ("\r", "U+000D"), ("\x85", "U+0085"),
     ("\u2028", "U+2028"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")],
)  # fmt: skip
def test_a_character_that_no_letter_may_hold_is_named_with_its_place(character: str, name: str) -> None:
    said = {"people": [{"name": "fine"}, {"name": f"a{character}b{character}"}], "other": 5}
    assert list(forbidden_characters(said)) == [(("people", 1, "name"), name)]


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Cn"))))
def test_everything_that_can_be_printed_may_be_typed(text: str) -> None:
    assert list(forbidden_characters(f"{text}\n\t")) == []


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u202b", "\u200d", "\u00ad", "\u00a0", "😀"])
def test_marks_of_direction_and_joiners_may_be_typed(sign: str) -> None:
    assert list(forbidden_characters(sign)) == []


RATIFIED = IloConvention(number="87", status=Status.RATIFIED, status_date=date(2000, 12, 13))


@pytest.mark.parametrize(
    ("conventions", "together"),
    [
        ((RATIFIED,), True),
        ((RATIFIED, IloConvention(number="98", status=Status.RATIFIED)), True),
        ((RATIFIED, IloConvention(number="98", status=Status.SIGNED)), False),
        ((RATIFIED, IloConvention(number="98", status=Status.RATIFIED, articles=("4",))), False),
    ],
)
def test_one_clause_says_it_for_all_where_the_status_is_one(
    conventions: tuple[IloConvention, ...], together: bool
) -> None:
    assert ilo(*conventions).together is together
    assert ilo(*conventions).numbers == tuple(one.number for one in conventions)


def test_plain_text_has_line_feeds_for_breaks_and_no_footnotes() -> None:
    note = Note((Paragraph((Run("note"),)),))
    assert plain_text((Run("a", bold=True), LineBreak(), Run("b"), note, Run("c"))) == "a\nbc"


def printed(kind: BlockKind) -> PrintedBlock:
    return PrintedBlock(key=kind.value, kind=kind, language="en", text="", generated="", prose=())


def in_words(*gaps: Gap) -> ComposedLetter:
    blocks = (printed(BlockKind.DATE), printed(BlockKind.TEXT))
    return ComposedLetter(letter=a_letter(), number="", blocks=blocks, gaps=gaps)


def test_a_letter_in_words_finds_its_blocks_by_kind() -> None:
    assert in_words().block(BlockKind.TEXT) == printed(BlockKind.TEXT)
    assert in_words().block(BlockKind.FACTS) is None


def test_only_a_letter_without_gaps_becomes_ready() -> None:
    assert in_words().ready() == ReadyLetter(in_words())
    gap = Gap("opening", BlockKind.OPENING, "case.event")
    with pytest.raises(NotACompleteLetter, match=r"case\.event") as told:
        in_words(gap, gap).ready()
    assert len(str(told.value).splitlines()) == 3
    with pytest.raises(NotACompleteLetter):
        ReadyLetter(in_words(gap))
