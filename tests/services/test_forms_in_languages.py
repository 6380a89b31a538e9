"""The shipped tables in the letter languages: forms of address, and States as sentences want them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.domain.directory import OfficeKind
from app.domain.forms_of_address import AddressPart, Style, filled
from app.domain.states import state_for_a_letter
from app.services.reference_data import ReferenceData

FOLDER = Path(__file__).resolve().parents[2] / "reference"
REFERENCE = ReferenceData(FOLDER)
LANGUAGES = ("fr", "es", "ru", "uk")
SPOKEN_TO = [AddressPart.SALUTATION, AddressPart.VOCATIVE, AddressPart.CLOSING]
OFFICES = [
    OfficeKind.HEAD_OF_STATE,
    OfficeKind.HEAD_OF_GOVERNMENT,
    OfficeKind.MINISTER,
    OfficeKind.AMBASSADOR,
    OfficeKind.PERMANENT_REPRESENTATIVE,
    OfficeKind.SPEAKER,
    OfficeKind.UN_SECRETARY_GENERAL,
    OfficeKind.ILO_DIRECTOR_GENERAL,
]


def proposed(office: str, part: AddressPart, language: str, gender: str) -> str:
    state = state_for_a_letter("KAZ", language, REFERENCE.states.values())
    facts = {"name": "N", "surname": "S", "state": state.name, "of": state.of}
    row = REFERENCE.forms.proposed(office, part, language, gender=gender, style=Style.FORMAL, facts=facts)
    return filled(row.text, facts) if row else ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("gender", ["m", "f"])
def test_every_office_is_spoken_to_in_every_language(language: str, office: OfficeKind, gender: str) -> None:
    for part in SPOKEN_TO:
        text = proposed(office, part, language, gender)
        assert text
        assert "{" not in text


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("gender", ["m", "f"])
def test_a_french_closing_repeats_how_the_letter_began(office: OfficeKind, gender: str) -> None:
    began = proposed(office, AddressPart.VOCATIVE, "fr", gender)
    assert began in proposed(office, AddressPart.CLOSING, "fr", gender)
    assert proposed(office, AddressPart.SALUTATION, "fr", gender).startswith(began)


@pytest.mark.parametrize(
    ("language", "gender", "line"),
    [
        ("fr", "m", "Président du Kazakhstan"),
        ("fr", "f", "Présidente du Kazakhstan"),
        ("es", "m", "Presidente de Kazajstán"),
        ("ru", "m", "Президенту Казахстана"),
        ("uk", "m", "Президентові Казахстану"),
    ],
)
def test_the_line_of_an_office_names_the_state_in_its_form(language: str, gender: str, line: str) -> None:
    assert proposed(OfficeKind.HEAD_OF_STATE, AddressPart.OFFICE, language, gender) == line


@pytest.mark.parametrize(
    ("code", "language", "place", "text"),
    [
        ("KAZ", "fr", "of", "du Kazakhstan"),
        ("USA", "fr", "with_article", "les États-Unis d’Amérique"),
        ("CUB", "fr", "within", "à Cuba"),
        ("KAZ", "es", "of", "de Kazajstán"),
        ("SLV", "es", "of", "de El Salvador"),
        ("KAZ", "ru", "by", "Казахстаном"),
        ("DEU", "ru", "by", "Германией"),
        ("ISR", "ru", "by", "Израилем"),
        ("ARE", "ru", "by", "Объединенными Арабскими Эмиратами"),
        ("FJI", "ru", "by", "Фиджи"),
        ("KAZ", "uk", "of", "Казахстану"),
        ("UKR", "uk", "by", "Україною"),
        ("KAZ", "ka", "of", "ყაზახეთის"),
        ("KAZ", "kk", "to", "Қазақстанға"),
    ],
)
def test_a_state_stands_in_a_sentence_as_the_language_wants(
    code: str, language: str, place: str, text: str
) -> None:
    state = state_for_a_letter(code, language, REFERENCE.states.values())
    assert getattr(state, place) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_the_united_nations_has_the_forms_that_sentences_want(language: str) -> None:
    wanted = {"fr": "with_article", "es": "with_article", "ru": "by", "uk": "by"}[language]
    with (FOLDER / "law" / "members.csv").open(encoding="utf-8", newline="") as file:
        members = {row["state"] for row in csv.DictReader(file) if row["un"] == "1"}
    states = [state_for_a_letter(code, language, REFERENCE.states.values()) for code in sorted(members)]
    assert len(states) == 193
    assert [
        one.code for one in states if not (one.name and one.of and one.within and getattr(one, wanted))
    ] == []


def test_forms_that_nobody_has_read_twice_are_marked() -> None:
    (tonga,) = (one for one in REFERENCE.states["TON"].forms if one.language == "ru")
    (kazakhstan,) = (one for one in REFERENCE.states["KAZ"].forms if one.language == "ru")
    assert (tonga.unchecked, kazakhstan.unchecked) == (("of", "to", "within"), ())
