"""A directory file says all that directories hold, and what is wrong in one is named with its place."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.cases import Case, case_for_a_letter
from app.domain.directory import Addressee
from app.domain.forms_of_address import Style
from app.domain.letters import Letter
from app.domain.records import RecordKind
from app.domain.references import typed
from app.services.exchange import UnreadableDirectoryFile, directory_file, read_directory_file
from app.services.letter_files import read_letter_file
from app.services.sample import ALLEGATION, ALLEGATION_ORIGINS, DIRECTORY, PROTEST, PROTEST_ORIGINS
from tests.directory_builders import (
    a_case_file,
    a_person,
    a_profile,
    a_signatory_record,
    an_institution,
    an_office,
)
from tests.drafting.making import EXAMPLES
from tests.services.conftest import AnOffice

THINGS = (an_institution(), an_office(), a_person(), a_case_file(), a_profile(), a_signatory_record())


def test_what_is_taken_out_is_what_can_be_brought_in(office: AnOffice) -> None:
    assert office.exchange.take_in(THINGS) == len(THINGS)
    text = office.exchange.taken_out(RecordKind)
    assert set(read_directory_file(text.encode(), name="x")) == set(THINGS)
    assert office.exchange.take_in(read_directory_file(text.encode(), name="x")) == len(THINGS)
    assert office.exchange.taken_out(RecordKind) == text


def test_only_the_kinds_that_were_asked_for_are_taken_out(office: AnOffice) -> None:
    office.exchange.take_in(THINGS)
    assert json.loads(office.exchange.taken_out([RecordKind.CASE])).keys() == {"format", "case"}


WRONG = {
    "no text": (b"\xff", "the file"),
    "no JSON": (b"{", "the file"),
    "a list": (b"[]", "format"),
    "another format": (b'{"format": 2}', "format"),
    "an unknown kind": (b'{"format": 1, "persons": []}', "persons"),
    "no list": (b'{"format": 1, "person": {}}', "person"),
    "an unknown field": (b'{"format": 1, "person": [{}, {"nme": "x"}]}', "person.2.nme"),
    "a wrong date": (
        b'{"format": 1, "person": [{"tenures": [{"office": "o", "since": "soon"}]}]}',
        "person.1.tenures.0",
    ),
}


@pytest.mark.parametrize(("data", "place"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_a_file_is_named_with_its_place(data: bytes, place: str) -> None:
    with pytest.raises(UnreadableDirectoryFile) as caught:
        read_directory_file(data, name="people.json")
    assert str(caught.value.facts["place"]).startswith(place)
    assert "people.json" in str(caught.value)


def test_a_file_may_say_what_it_is() -> None:
    assert read_directory_file('\ufeff{"format": 1, "about": "ours"}'.encode(), name="x") == ()
    assert directory_file([]) == '{\n  "format": 1\n}\n'


@pytest.fixture
def sampled(office: AnOffice) -> AnOffice:
    """An office with the directories of the sample."""
    data = (EXAMPLES / DIRECTORY).read_bytes()
    office.exchange.take_in(read_directory_file(data, name=DIRECTORY), sample=True)
    return office


def model(name: str) -> Letter:
    return read_letter_file((EXAMPLES / name).read_bytes(), name=name)


MODELS = {
    PROTEST: (PROTEST_ORIGINS, Style.FORMAL),
    ALLEGATION: (ALLEGATION_ORIGINS, Style.VERY_FORMAL),
}
PLACES = ("name_line", "lines", "salutation", "vocative", "address", "state", "sort_name", "gender")


@pytest.mark.parametrize("name", MODELS)
def test_the_sample_gives_both_model_letters_their_data(sampled: AnOffice, name: str) -> None:
    letter, (origins, style) = model(name), MODELS[name]
    assert letter.date
    assert sampled.case_files.case_for_letter(origins.case, "en").case == expected_case(letter)
    assert sampled.senders.sender_for_letter(origins.sender, "en") == letter.sender
    assert sampled.senders.signatories_for_letter(origins.sender, "en") == letter.signatories
    found = sampled.address_book.recipient_for_a_letter(origins.recipients[0], "en", letter.date, style)
    wanted = letter.recipients[0]
    assert {place: getattr(found.recipient, place) for place in PLACES} == {
        place: getattr(wanted, place) for place in PLACES
    }


def expected_case(letter: Letter) -> Case:
    """Give the case as a letter may know it, with the reference that the directory keeps."""
    references = (typed(letter.reference),) if letter.reference else ()
    return replace(case_for_a_letter(letter.case), references=references)


def test_the_state_of_the_sample_has_its_adjective(sampled: AnOffice) -> None:
    protest = model(PROTEST)
    assert sampled.address_book.state_for_a_letter("KAZ", "en") == protest.state


def test_the_sample_shows_who_has_left_and_who_came(sampled: AnOffice) -> None:
    day = model(PROTEST).date
    assert day
    president = "sample-office-president"
    assert sampled.address_book.addressee(president, day).person == "sample-person-nazarbayev"
    today = sampled.address_book.addressee(president, day.replace(year=2025))
    assert today == Addressee(person="sample-person-tokayev", office=president)
    assert sampled.records.remove_samples() == len(sampled_keys())


def sampled_keys() -> list[str]:
    said = json.loads((EXAMPLES / DIRECTORY).read_text(encoding="utf-8"))
    return [one["key"] for kind in RecordKind for one in said.get(kind.value, ())]
