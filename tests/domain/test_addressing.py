"""The recipient of a letter: what is stored wins, what is proposed says so, what is missing too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.addressing import (
    Addressing,
    Chosen,
    ProposedRecipient,
    Standing,
    contact_of,
    recipient_for_a_letter,
)
from app.domain.confirming import Confirmation, NowhereToKeep, confirmed
from app.domain.directory import Contact, DeliveryRoute, Forms, Gender, OfficeKind, Person, Tenure
from app.domain.forms_of_address import AddressPart, FormOfAddress, FormsTable, Style, filled, surname_of
from app.domain.people import State
from tests.directory_builders import a_person, an_institution, an_office, some_forms

DAY = date(2017, 8, 16)


def a_row(part: AddressPart, text: str, **changes: str | bool) -> FormOfAddress:
    said = {"office": "minister", "gender": "any", "language": "en", "style": Style.FORMAL, **changes}
    return FormOfAddress(part=part, text=text, **said)  # type: ignore[arg-type]


TABLE = FormsTable(
    [
        a_row(AddressPart.HONORIFIC, "Ms.", gender="f"),
        a_row(AddressPart.HONORIFIC, "Mr.", gender="m"),
        a_row(AddressPart.SALUTATION, "Dear Minister {surname}", source="a manual", attested=True),
        a_row(AddressPart.SALUTATION, "Dear Madam Minister", gender="f"),
        a_row(AddressPart.SALUTATION, "Excellency", style=Style.VERY_FORMAL),
        a_row(AddressPart.VOCATIVE, "Madam Minister", gender="f"),
        a_row(AddressPart.VOCATIVE, "Mr. Minister", gender="m"),
        a_row(AddressPart.OFFICE, "Minister of {state}"),
        a_row(AddressPart.SALUTATION, "Dear Sir or Madam", office="organisation"),
        a_row(AddressPart.SALUTATION, "Dear Ms. {surname}", office="unknown", gender="f"),
    ]
)


def proposed(chosen: Chosen | None = None, language: str = "en", **how: object) -> ProposedRecipient:
    chosen = chosen or a_choice()
    addressing = Addressing(language=language, day=DAY, state=State(name="Georgia"))
    return recipient_for_a_letter(chosen, replace(addressing, **how), TABLE)  # type: ignore[arg-type]


def a_choice(person: Person | None = None, **office: object) -> Chosen:
    return Chosen(person=person or a_person(), office=an_office(**office), institution=an_institution())


def test_a_letter_gets_name_office_and_the_address_of_the_institution() -> None:
    found = proposed()
    assert found.recipient.lines == ("Ms. Nino Abashidze", "Minister of Labour of Georgia")
    assert found.recipient.address == ("2 Tsereteli st.", "Tbilisi")
    assert (found.recipient.sort_name, found.recipient.gender) == ("Abashidze, Nino", "f")
    assert (found.recipient.state, found.state.code, found.state.name) == ("GEO", "GEO", "Georgia")
    assert found.advice == ()


def test_what_nobody_has_confirmed_is_proposed_and_says_what_it_rests_on() -> None:
    found = proposed()
    assert found.recipient.salutation == "Dear Minister Abashidze"
    assert found.form("salutation").standing is Standing.PROPOSED
    assert found.form("salutation").source == "a manual"
    assert found.recipient.vocative == "Madam Minister"
    assert found.form("name").standing is Standing.CONFIRMED
    assert {form.place for form in found.to_confirm} == {"honorific", "salutation", "vocative"}
    assert found.missing == ("closing",)


def test_the_style_of_the_united_nations_is_another() -> None:
    assert proposed(style=Style.VERY_FORMAL).recipient.salutation == "Excellency"


def test_what_nobody_knows_the_gender_of_is_not_guessed() -> None:
    found = proposed(a_choice(a_person(gender=Gender.UNKNOWN)))
    assert (found.recipient.vocative, found.form("vocative").standing) == ("", Standing.MISSING)
    assert found.recipient.name_line == "Nino Abashidze"


ORDER = {
    "the person in that office": ("tenure", "in office"),
    "the office": ("office", "of the office"),
    "the person": ("person", "of the person"),
    "the institution": ("institution", "of the institution"),
}


@pytest.mark.parametrize(("nearest", "said"), ORDER.values(), ids=ORDER)
def test_what_is_stored_nearest_wins(nearest: str, said: str) -> None:
    order = [name for name, _ in ORDER.values()]
    having = order[order.index(nearest) :]
    texts = {name: text for name, text in ORDER.values() if name in having}

    def forms(whose: str, name: str = "") -> tuple[Forms, ...]:
        return (some_forms(vocative=texts.get(whose, ""), name=name),)

    found = proposed(
        Chosen(
            person=a_person(
                Tenure(office="minister", forms=forms("tenure")),
                forms=forms("person", "Nino"),
            ),
            office=an_office(forms=forms("office", "Minister")),
            institution=an_institution(forms=forms("institution")),
        )
    )
    assert (found.recipient.vocative, found.form("vocative").standing) == (said, Standing.CONFIRMED)


def test_a_stored_form_may_leave_room_for_the_surname() -> None:
    forms = (some_forms(name="Minister", salutation="Dear {surname} {of us}"),)
    assert proposed(a_choice(forms=forms)).recipient.salutation == "Dear Abashidze {of us}"


def test_where_a_language_wants_the_dative_a_name_without_it_is_missing() -> None:
    person = a_person(forms=(some_forms("ru", name="Нино Абашидзе"),))
    found = proposed(a_choice(person, forms=(some_forms("ru", name="Министр труда Грузии"),)), "ru")
    assert "printed" in found.missing
    assert found.recipient.name_line == "Нино Абашидзе"
    assert found.form("office").standing is Standing.PROPOSED


def test_a_stored_dative_is_what_the_letter_prints() -> None:
    person = a_person(forms=(some_forms("ru", name="Анна Зуева", printed="Анне Зуевой"),))
    forms = (some_forms("ru", name="Министр", printed="Министру труда Грузии"),)
    found = proposed(a_choice(person, forms=forms), "ru")
    assert found.recipient.lines == ("Анне Зуевой", "Министру труда Грузии")
    assert "printed" not in found.missing
    assert found.form("office").standing is Standing.CONFIRMED


def test_what_a_language_lacks_is_borrowed_and_says_so() -> None:
    found = proposed(language="fr")
    assert found.form("name").standing is Standing.BORROWED
    assert found.recipient.name == "Nino Abashidze"
    assert (found.recipient.address_language, found.form("address").standing) == ("en", Standing.BORROWED)


def test_an_office_without_a_title_is_named_after_its_kind() -> None:
    form = proposed(a_choice(forms=())).form("office")
    assert (form.text, form.standing) == ("Minister of Georgia", Standing.PROPOSED)


def test_the_institution_is_named_where_the_office_asks_for_it_or_stands_alone() -> None:
    assert proposed().recipient.organisation == ""
    assert proposed(a_choice(names_institution=True)).recipient.organisation == "Ministry of Labour"
    alone = proposed(Chosen(institution=an_institution()))
    assert alone.recipient.lines == ("Ministry of Labour",)
    assert alone.recipient.salutation == "Dear Sir or Madam"


def test_a_person_without_an_office_is_addressed_by_name() -> None:
    assert proposed(Chosen(person=a_person())).recipient.salutation == "Dear Ms. Abashidze"


def test_each_way_to_reach_somebody_comes_from_the_nearest_that_has_it() -> None:
    person = a_person(contact=Contact(email="nino@example.org", via="the embassy"))
    contact = contact_of(a_choice(person))
    assert (contact.email, contact.phone, contact.via) == ("nino@example.org", "+995 1", "the embassy")
    assert contact.route is DeliveryRoute.EMAIL


TIMES = {
    "left": (Tenure(office="minister", until="2016-02"), "left the office"),
    "left some day": (Tenure(office="minister", former=True), "no longer holds"),
    "not yet": (Tenure(office="minister", since="2018"), "only on 2018"),
}


@pytest.mark.parametrize(("tenure", "said"), TIMES.values(), ids=TIMES)
def test_who_does_not_hold_the_office_on_the_day_is_told(tenure: Tenure, said: str) -> None:
    (advice,) = proposed(a_choice(a_person(tenure))).advice
    assert said in str(advice)
    assert "Nino Abashidze" in str(advice)


def confirm(chosen: Chosen, place: str, text: str, language: str = "en") -> Chosen:
    """Confirm a form and give who was chosen with it kept."""
    kept = confirmed(chosen, Confirmation(language=language, day=DAY, place=place, text=text))
    names = ("person", "office", "institution")
    name = next(name for name in names if isinstance(kept, type(getattr(chosen, name))))
    return replace(chosen, **{name: kept})  # type: ignore[arg-type]


PLACES = ("name", "printed", "honorific", "office", "salutation", "vocative", "closing", "address")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("place", PLACES)
def test_what_is_confirmed_is_proposed_no_more(place: str, language: str) -> None:
    found = proposed(confirm(a_choice(), place, "quite another", language), language)
    form = found.form(place)
    assert (form.text, form.standing) == ("quite another", Standing.CONFIRMED)


def test_a_confirmed_form_of_address_stays_with_the_person_in_that_office() -> None:
    chosen = confirm(a_choice(), "vocative", "Dear friend")
    assert chosen.person
    assert chosen.person.tenures[0].forms == (some_forms(vocative="Dear friend"),)
    next_holder = replace(chosen, person=a_person(key="other"))
    assert proposed(next_holder).recipient.vocative == "Madam Minister"


def test_an_address_is_kept_where_one_stands_already() -> None:
    chosen = confirm(a_choice(), "address", "Line 1\nLine 2")
    assert proposed(chosen).recipient.address == ("Line 1", "Line 2")
    assert chosen.institution
    assert chosen.institution.forms[0].address == ("Line 1", "Line 2")


def test_what_belongs_to_nobody_is_kept_nowhere() -> None:
    for place in ("organisation", "nonsense"):
        with pytest.raises(NowhereToKeep):
            confirm(Chosen(person=a_person()), place, "x")
    with pytest.raises(NowhereToKeep):
        confirm(a_choice(), "nonsense", "x")


def test_the_name_of_an_institution_is_kept_with_it() -> None:
    chosen = confirm(Chosen(institution=an_institution()), "organisation", "Ministère du Travail", "fr")
    assert proposed(chosen, "fr").form("organisation").standing is Standing.CONFIRMED


@pytest.mark.parametrize(
    ("name", "sort_name", "surname"),
    [("Nino Abashidze", "", "Abashidze"), ("Li Na", "Li, Na", "Li"), ("", "", "")],
)
def test_a_surname_is_that_of_the_sort_name_or_the_last_word(name: str, sort_name: str, surname: str) -> None:
    assert surname_of(name, sort_name) == surname


def test_a_form_is_filled_with_what_is_known_only() -> None:
    assert filled("{name} {surname} {x}", {"name": "Ana"}) == "Ana {surname} {x}"
    nobody = TABLE.proposed(
        "minister", AddressPart.SALUTATION, "en", gender="f", style=Style.FORMAL, facts={"surname": ""}
    )
    assert nobody
    assert nobody.text == "Dear Madam Minister"


def test_every_kind_of_office_has_a_name_of_its_own_in_the_table() -> None:
    assert {kind.value for kind in OfficeKind} >= {"head_of_state", "minister", "organisation", "unknown"}
    assert len(TABLE) == 10
