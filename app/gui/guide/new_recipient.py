"""Somebody new for the address book, as the short form of the guide asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.directory import Addressee, Forms, Gender, Institution, Office, OfficeKind, Person, Tenure

if TYPE_CHECKING:
    from app.services.address_book import AddressBook


@dataclass(frozen=True, kw_only=True)
class NewRecipient:
    """What was typed: a person, an office, an institution, or a person in an office."""

    name: str = ""
    honorific: str = ""
    gender: Gender = Gender.UNKNOWN
    office: str = ""
    kind: OfficeKind = OfficeKind.UNKNOWN
    organisation: str = ""
    state: str = ""
    address: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether nobody can be written to with it."""
        return not (self.name or self.office or self.organisation)


def keep_new(book: AddressBook, new: NewRecipient, language: str) -> Addressee:
    """Keep somebody new, each of person, office and institution in a record of its own."""
    institution = book.save(_institution(new, language)).key if new.organisation else ""
    office = book.save(_office(new, language, institution)).key if new.office else ""
    person = book.save(_person(new, language, office)).key if new.name else ""
    return Addressee(person=person, office=office, institution=institution)


def _institution(new: NewRecipient, language: str) -> Institution:
    return Institution(
        state=new.state, forms=(Forms(language=language, name=new.organisation, address=new.address),)
    )


def _office(new: NewRecipient, language: str, institution: str) -> Office:
    address = () if new.organisation else new.address
    return Office(
        kind=new.kind,
        state=new.state,
        institution=institution,
        names_institution=bool(institution),
        forms=(Forms(language=language, name=new.office, address=address),),
    )


def _person(new: NewRecipient, language: str, office: str) -> Person:
    address = () if new.organisation or new.office else new.address
    return Person(
        gender=new.gender,
        state=new.state,
        forms=(Forms(language=language, name=new.name, honorific=new.honorific, address=address),),
        tenures=(Tenure(office=office),) if office else (),
    )
