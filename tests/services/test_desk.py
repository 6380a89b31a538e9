"""At the desk letters are put into words and documents; storage is far away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.languages import NotALanguage
from app.domain.letters import Letter
from app.drafting.library import NoTemplate, NoWording
from app.services.desk import file_name_of, in_language
from tests.builders import PROTEST_DAY, a_letter, a_recipient, an_allegation, in_words
from tests.drafting.making import example
from tests.drafting.reading import DocxRead
from tests.drafting.writing import own_word_file
from tests.services.conftest import AnOffice


def test_a_draft_prints_the_blank_of_a_number(office: AnOffice) -> None:
    read = DocxRead(office.desk.draft(a_letter()).content)
    assert read.texts[0] == "№ ________"


def test_open_places_are_marked_in_a_draft(office: AnOffice) -> None:
    document = office.desk.draft(a_letter(recipients=(a_recipient(salutation=""),)))
    assert "⟦recipient.salutation⟧" in DocxRead(document.content).whole
    assert [gap.place for gap in document.composed.gaps] == ["recipient.salutation"]


def test_open_places_are_said_in_words_where_people_read_them(office: AnOffice) -> None:
    letter = a_letter(recipients=(a_recipient(salutation=""),))
    called = {"recipient.salutation": "Salutation"}.__getitem__
    document, shown = office.desk.draft(letter, called=called), office.desk.pages(letter, called=called)
    assert "⟦Salutation⟧" in DocxRead(document.content).whole
    for made in (document, shown):
        assert [gap.place for gap in made.composed.gaps] == ["recipient.salutation"]
        assert "⟦recipient.salutation⟧" in {block.text for block in made.composed.blocks}
    said = [piece for part in shown.pages.sections[0].flow for piece in getattr(part, "pieces", ())]
    assert [piece.text for piece in said if piece.open] == ["⟦Salutation⟧"]


def test_open_places_of_an_own_word_file_are_said_in_words(office: AnOffice, tmp_path: Path) -> None:
    own_word_file(tmp_path, "own", "Fax {{ recipient.fax }}: {{ block.salutation.text }}")
    letter = a_letter(recipients=(a_recipient(salutation="", fax=""),))
    made = office.desk.draft(letter, document=tmp_path / "own.docx", called=lambda place: place.upper())
    assert DocxRead(made.content).texts == ("Fax ⟦RECIPIENT.FAX⟧: ⟦RECIPIENT.SALUTATION⟧",)


def test_a_letter_without_open_places_is_the_same_with_words_and_without(office: AnOffice) -> None:
    letter = example("protest")
    plain, said = office.desk.draft(letter), office.desk.draft(letter, called=str.upper)
    assert plain.content == said.content


def test_a_letter_can_be_drafted_with_a_word_file_from_elsewhere(office: AnOffice, tmp_path: Path) -> None:
    own_word_file(tmp_path, "from-elsewhere", "Dear {{ recipient.name }}")
    document = office.desk.draft(a_letter(), document=tmp_path / "from-elsewhere.docx")
    assert DocxRead(document.content).texts == ("Dear Nino Abashidze",)


def test_a_language_without_wording_is_refused_with_those_there_are(office: AnOffice) -> None:
    with pytest.raises(NoWording, match=r"in “tr”\. There is one in: en"):
        office.desk.draft(in_language(a_letter(), "tr"))


def test_a_template_that_is_not_there_is_refused_with_those_there_are(office: AnOffice) -> None:
    with pytest.raises(NoTemplate, match=r"“ours”.*protest, un_allegation"):
        office.desk.draft(a_letter(template="ours"))


def test_a_letter_has_its_version_in_a_language_or_its_data_in_it() -> None:
    french = a_letter(language="fr", title="En français")
    letter = a_letter(versions=(french,))
    assert in_language(letter, "fr") == french
    assert in_language(a_letter(), "ka").language == "ka"
    with pytest.raises(NotALanguage):
        in_language(a_letter(), "../en")


@pytest.mark.parametrize("name", ["protest", "un-allegation"])
def test_there_is_nothing_to_say_of_the_model_letters(office: AnOffice, name: str) -> None:
    letter = example(name)
    assert letter.date is not None
    composed = office.desk.draft(letter).composed
    assert (composed.gaps, office.desk.advice(composed, letter.date)) == ((), ())


def test_months_are_those_of_the_letter_s_own_language(office: AnOffice) -> None:
    composed = office.desk.draft(in_words("on 13 December 200", "13 декабря 200 г.")).composed
    found = [one.place for one in office.desk.advice(composed, PROTEST_DAY) if one.place.startswith("text")]
    assert found == ["text"]


def test_the_sixty_days_of_an_allegation_count_without_being_said(office: AnOffice) -> None:
    composed = office.desk.draft(an_allegation(date=date(2017, 1, 24))).composed
    places = [advice.place for advice in office.desk.advice(composed, date(2017, 1, 24))]
    assert "deadline" in places


NAMES: list[tuple[Letter, str, str]] = [
    (a_letter(), "147/01-3", "147-01-3_Abashidze_en.docx"),
    (a_letter(), "", "draft_Abashidze_en.docx"),
    (a_letter(recipients=()), "", "draft_protest_en.docx"),
    (an_allegation(recipients=()), "1", "1_un_allegation_en.docx"),
    (a_letter(language="zh-Hans"), "7/1", "7-1_Abashidze_zh-Hans.docx"),
    (a_letter(recipients=(a_recipient(sort_name="Жапаров, С."),)), "7", "7_Жапаров_en.docx"),
    (a_letter(recipients=(a_recipient(sort_name="a\u202eb/c:d"),)), "7", "7_a-b-c-d_en.docx"),
    (a_letter(recipients=(a_recipient(sort_name="CON"),)), "7", "7__CON_en.docx"),
]


@pytest.mark.parametrize(("letter", "number", "name"), NAMES)
def test_a_file_is_named_after_number_recipient_and_language(letter: Letter, number: str, name: str) -> None:
    assert file_name_of(letter, number) == name


def test_a_very_long_name_leaves_a_name_that_can_be_written(tmp_path: Path) -> None:
    letter = a_letter(recipients=(a_recipient(sort_name="ж" * 10_000),))
    path = tmp_path / file_name_of(letter, "9" * 300)
    path.touch()
    assert path.suffix == ".docx"
