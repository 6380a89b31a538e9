"""A new recipient in one go: what becomes of it, and what is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Office as Services
from app.domain.directory import Gender, OfficeKind
from app.gui.desktop import Desktop
from app.gui.recipients.guessing import is_institution, is_title, kind_of_title, state_in
from app.gui.recipients.short_entry import ShortEntry, make, take_back

PRESIDENT = ShortEntry(
    language="en",
    name="Emmanuel Macron",
    gender=Gender.MALE,
    office="President of France",
    kind=OfficeKind.HEAD_OF_STATE,
    state="FRA",
    address=("Palais de l’Élysée", "75008 Paris"),
)
MISSION = ShortEntry(
    language="en", office="Ambassador", organisation="Permanent Mission of France", state="FRA",
    kind=OfficeKind.AMBASSADOR, address=("36, route de Pregny",),
)  # fmt: skip


@pytest.fixture
def services(desktop: Desktop) -> Services:
    """The services of a new workspace."""
    return desktop.office


def test_a_president_can_be_written_to_at_once(services: Services) -> None:
    made = make(services, PRESIDENT)
    printed = services.address_book.recipient_for_a_letter(made.addressee, "en", date(2026, 11, 23))
    assert printed.recipient.lines[1:] == ("President of France",)
    assert printed.recipient.address == PRESIDENT.address
    assert printed.form("salutation").text


def test_the_organisation_stands_on_a_line_of_its_own_and_has_the_address(services: Services) -> None:
    made = make(services, MISSION)
    printed = services.address_book.recipient_for_a_letter(made.addressee, "en", date(2026, 11, 23))
    assert printed.recipient.lines == ("Ambassador", "Permanent Mission of France")
    assert services.address_book.institutions()[0].forms[0].address == MISSION.address


def test_an_office_that_is_known_is_used_again(services: Services) -> None:
    first, second = make(services, PRESIDENT), make(services, PRESIDENT)
    assert first.addressee.office == second.addressee.office
    assert len(services.address_book.offices()) == 1


def test_offices_of_the_same_name_in_two_organisations_are_two(services: Services) -> None:
    other = ShortEntry(language="en", office="Ambassador", organisation="Embassy in Bern", state="FRA")
    assert make(services, MISSION).addressee.office != make(services, other).addressee.office


def test_everything_made_is_taken_back_at_once(services: Services) -> None:
    take_back(services, make(services, PRESIDENT))
    assert not services.address_book.people()
    assert not services.address_book.offices()
    assert len(services.bin.listed()) == 2


def test_an_organisation_alone_is_enough(services: Services) -> None:
    made = make(services, ShortEntry(language="ka", organisation="საქართველოს პროფკავშირები"))
    assert made.key == made.addressee.institution


@pytest.mark.parametrize(
    ("title", "organisation", "kind"),
    [
        ("President of Kazakhstan", "", OfficeKind.HEAD_OF_STATE),
        ("Президент Республики Казахстан", "", OfficeKind.HEAD_OF_STATE),
        ("President of the Board", "Railways JSC", OfficeKind.UNKNOWN),
        ("Prime Minister of Georgia", "", OfficeKind.HEAD_OF_GOVERNMENT),
        ("Minister of Labour", "", OfficeKind.MINISTER),
        ("Vice-President of Colombia", "", OfficeKind.UNKNOWN),
        ("Clerk", "", OfficeKind.UNKNOWN),
    ],
)
def test_a_title_tells_the_kind_of_office(title: str, organisation: str, kind: OfficeKind) -> None:
    assert kind_of_title(title, organisation=organisation) is kind


@pytest.mark.parametrize(
    ("title", "code"),
    [("President of Guinea-Bissau", "GNB"), ("President of Guinea", "GIN"), ("President of Nowhere", "")],
)
def test_a_title_tells_the_state(title: str, code: str) -> None:
    assert state_in(title, {"GIN": "Guinea", "GNB": "Guinea-Bissau", "OMN": "Oman"}) == code


def test_a_woman_is_no_state(services: Services) -> None:
    assert state_in("Spokeswoman", {"OMN": "Oman"}) == ""


@pytest.mark.parametrize(("typed", "office"), [("President of Ka", True), ("Larisa Kharkova", False)])
def test_what_was_typed_goes_to_the_office_where_it_is_a_title(typed: str, office: bool) -> None:
    assert is_title(typed) is office


@pytest.mark.parametrize(
    ("typed", "institution"),
    [
        ("Permanent Mission of Kazakhstan", True),
        ("Министерство труда", True),
        ("Minister of Labour", False),
        ("Nursultan Nazarbayev", False),
    ],
)
def test_an_institution_is_told_from_a_person(typed: str, institution: bool) -> None:
    assert is_institution(typed) is institution
