"""From directory to letter: the recipient in the letter's language, and how sure each form is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.directory import (
    Addressee,
    Contact,
    DeliveryRoute,
    Forms,
    Institution,
    Office,
    OfficeKind,
    Person,
    Tenure,
    best_name,
)
from app.domain.errors import N_, Sentence
from app.domain.forms_of_address import AddressPart, FormsTable, Style, filled, surname_of
from app.domain.people import Recipient, State
from app.domain.said import name_in, said_in

_LEFT: Final = N_("{name} left the office “{office}” ({until}). Choose who holds it now, or write “former”.")
_LEFT_SOME_DAY: Final = N_("{name} no longer holds the office “{office}”. Choose who holds it now.")
_NOT_YET: Final = N_("{name} takes the office “{office}” only on {since}.")
_DATIVE: Final = frozenset({"ru", "uk", "ka", "kk"})
_STORED_PARTS: Final = ("salutation", "vocative", "closing")


class Standing(StrEnum):
    """How sure a form is: kept by a person, proposed by rule, taken from another language, or not known."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"
    BORROWED = "borrowed"
    MISSING = "missing"


@dataclass(frozen=True, kw_only=True)
class RecipientForm:
    """One form of a recipient: its place (``salutation``), its text, how sure it is, and what it rests on."""

    place: str
    text: str = ""
    standing: Standing = Standing.MISSING
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Who was chosen, read from the directory: any of a person, an office, an institution."""

    person: Person | None = None
    office: Office | None = None
    institution: Institution | None = None

    def tenure(self, day: date) -> Tenure | None:
        """Give the person's time in the office."""
        return self.person.tenure_of(self.office.key, day) if self.person and self.office else None

    @property
    def state(self) -> str:
        """The code of the State that the office, the institution or the person belongs to."""
        things = (self.office, self.institution, self.person)
        return next((one.state for one in things if one and one.state), "")

    @property
    def addressee(self) -> Addressee:
        """The keys of those who were chosen."""
        return Addressee(
            person=self.person.key if self.person else "",
            office=self.office.key if self.office else "",
            institution=self.institution.key if self.institution else "",
        )


@dataclass(frozen=True, kw_only=True)
class Addressing:
    """How a letter addresses: its language, its day, its style, and the State in its language."""

    language: str
    day: date
    style: Style = Style.FORMAL
    state: State = State()


@dataclass(frozen=True, kw_only=True)
class ProposedRecipient:
    """A recipient ready for a letter, with the standing of each form and what should be looked at."""

    addressee: Addressee
    recipient: Recipient
    state: State
    forms: tuple[RecipientForm, ...]
    route: DeliveryRoute = DeliveryRoute.UNKNOWN
    advice: tuple[Sentence, ...] = ()

    def form(self, place: str) -> RecipientForm:
        """Give one form by its place."""
        return next((one for one in self.forms if one.place == place), RecipientForm(place=place))

    @property
    def to_confirm(self) -> tuple[RecipientForm, ...]:
        """The forms that a person should confirm once."""
        return tuple(one for one in self.forms if one.standing in {Standing.PROPOSED, Standing.BORROWED})

    @property
    def missing(self) -> tuple[str, ...]:
        """The places that nothing fills."""
        return tuple(one.place for one in self.forms if one.standing is Standing.MISSING)


def recipient_for_a_letter(chosen: Chosen, how: Addressing, table: FormsTable) -> ProposedRecipient:
    """Turn who was chosen into the recipient of a letter."""
    forms = tuple(_Forms(chosen, how, table).all())
    said = {form.place: form.text for form in forms}
    address, contact = _address(chosen, how.language), contact_of(chosen)
    recipient = Recipient(
        **{place: said.get(place, "") for place in ("honorific", "name", "printed", *_STORED_PARTS)},
        sort_name=_sort_name(chosen, how.language),
        offices=tuple(text for text in (said.get("office", ""),) if text),
        organisation=said.get("organisation", ""),
        state=chosen.state,
        gender=chosen.person.gender.value if chosen.person else "",
        address=address.address if address else (),
        address_language=address.language if address and address.language != how.language else "",
        phone=contact.phone,
        fax=contact.fax,
        email=contact.email,
        via=contact.via,
    )
    return ProposedRecipient(
        addressee=chosen.addressee,
        recipient=recipient,
        state=replace(how.state, code=chosen.state),
        forms=(*forms, _address_form(address, how.language)),
        route=contact.route,
        advice=tuple(_advice(chosen, how)),
    )


def wants_dative(language: str) -> bool:
    """Say whether an addressee stands in the dative in a language."""
    return language.split("-")[0] in _DATIVE


def contact_of(chosen: Chosen) -> Contact:
    """Give how to reach who was chosen: each way from the nearest that has it."""
    near = [one.contact for one in (chosen.person, chosen.office, chosen.institution) if one]
    return Contact(
        phone=next((one.phone for one in near if one.phone), ""),
        fax=next((one.fax for one in near if one.fax), ""),
        email=next((one.email for one in near if one.email), ""),
        via=next((one.via for one in near if one.via), ""),
        route=next((one.route for one in near if one.route), DeliveryRoute.UNKNOWN),
    )


class _Forms:
    """Works out the forms of one recipient."""

    def __init__(self, chosen: Chosen, how: Addressing, table: FormsTable) -> None:
        self._chosen, self._how, self._table = chosen, how, table
        tenure = chosen.tenure(how.day)
        things = (tenure, chosen.office, chosen.person, chosen.institution)
        self._stored = [said_in(one.forms, how.language) if one else None for one in things]
        self._office_kind = chosen.office.kind if chosen.office else _kind_without_office(chosen)

    def all(self) -> Iterator[RecipientForm]:
        """Give every form that this recipient can have."""
        if self._chosen.person:
            yield from self._of_person(self._chosen.person)
        if self._chosen.office:
            yield self._of_office(self._chosen.office)
        if self._chosen.institution and self._names_institution:
            yield self._named("organisation", self._chosen.institution.forms)
        for part in _STORED_PARTS:
            yield self._form_of_address(AddressPart(part))

    @property
    def _names_institution(self) -> bool:
        return self._chosen.office is None or self._chosen.office.names_institution

    def _of_person(self, person: Person) -> Iterator[RecipientForm]:
        yield self._named("name", person.forms)
        yield self._form_of_address(AddressPart.HONORIFIC)
        printed = next((one.printed for one in (self._stored[0], self._stored[2]) if one and one.printed), "")
        if printed:
            yield RecipientForm(place="printed", text=printed, standing=Standing.CONFIRMED)
        elif self._wants_dative:
            yield RecipientForm(place="printed")

    def _of_office(self, office: Office) -> RecipientForm:
        stored = said_in(office.forms, self._how.language)
        if stored and (stored.printed or stored.name):
            unsure = self._wants_dative and not stored.printed
            standing = Standing.PROPOSED if unsure else Standing.CONFIRMED
            return RecipientForm(place="office", text=stored.printed or stored.name, standing=standing)
        proposed = self._proposed(AddressPart.OFFICE)
        return proposed if proposed.text else self._named("office", office.forms)

    def _named(self, place: str, forms: Sequence[Forms]) -> RecipientForm:
        stored = said_in(forms, self._how.language)
        if stored and (stored.name or stored.printed):
            text = stored.printed or stored.name if place == "organisation" else stored.name
            return RecipientForm(place=place, text=text, standing=Standing.CONFIRMED)
        lent, _ = name_in(forms, self._how.language)
        return RecipientForm(place=place, text=lent, standing=Standing.BORROWED if lent else Standing.MISSING)

    @property
    def _wants_dative(self) -> bool:
        return wants_dative(self._how.language)

    def _form_of_address(self, part: AddressPart) -> RecipientForm:
        stored = next((text for one in self._stored if one and (text := getattr(one, part.value))), "")
        if stored:
            text = filled(stored, self._facts())
            return RecipientForm(place=part.value, text=text, standing=Standing.CONFIRMED)
        return self._proposed(part)

    def _proposed(self, part: AddressPart) -> RecipientForm:
        gender = self._chosen.person.gender.value if self._chosen.person else ""
        facts, how = self._facts(), self._how
        row = self._table.proposed(
            self._office_kind, part, how.language, gender=gender, style=how.style, facts=facts
        )
        if row is None:
            return RecipientForm(place=part.value)
        text = filled(row.text, facts)
        return RecipientForm(place=part.value, text=text, standing=Standing.PROPOSED, source=row.source)

    def _facts(self) -> dict[str, str]:
        stored = said_in(self._chosen.person.forms, self._how.language) if self._chosen.person else None
        name = stored.name if stored else ""
        surname = surname_of(name, stored.sort_name if stored else "")
        state = self._how.state
        return {"surname": surname, "name": name, "state": state.name, "of": state.of}


def _kind_without_office(chosen: Chosen) -> OfficeKind:
    return OfficeKind.UNKNOWN if chosen.person else OfficeKind.ORGANISATION


def _sort_name(chosen: Chosen, language: str) -> str:
    stored = said_in(chosen.person.forms, language) if chosen.person else None
    return stored.sort_name if stored else ""


def _address(chosen: Chosen, language: str) -> Forms | None:
    """Give the forms with the address in the letter's language, else in any, from the nearest with one."""
    things = [one for one in (chosen.person, chosen.office, chosen.institution) if one]
    own = (said_in(one.forms, language) for one in things)
    english = (said_in(one.forms, "en") for one in things)
    others = (form for one in things for form in one.forms)
    return next((form for form in (*own, *english, *others) if form and form.address), None)


def _address_form(found: Forms | None, language: str) -> RecipientForm:
    if found is None:
        return RecipientForm(place="address")
    mine = found.language.split("-")[0] == language.split("-")[0]
    standing = Standing.CONFIRMED if mine else Standing.BORROWED
    return RecipientForm(place="address", text="\n".join(found.address), standing=standing)


def _advice(chosen: Chosen, how: Addressing) -> Iterator[Sentence]:
    tenure = chosen.tenure(how.day)
    if not (tenure and chosen.person and chosen.office):
        return
    facts = {
        "name": best_name(chosen.person.forms, how.language),
        "office": best_name(chosen.office.forms, how.language),
        "since": tenure.since,
        "until": tenure.until,
    }
    if tenure.is_ahead(how.day):
        yield Sentence(_NOT_YET, facts)
    elif tenure.is_over(how.day):
        yield Sentence(_LEFT if tenure.until else _LEFT_SOME_DAY, facts)
