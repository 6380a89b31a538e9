"""A recipient as a secretary thinks of one: person, office and organisation in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from app.domain.directory import (
    Addressee,
    Forms,
    Gender,
    Institution,
    Office,
    OfficeKind,
    Person,
    Tenure,
)
from app.domain.finding import Closeness
from app.domain.records import RecordKind
from app.gui.records.places import with_value

if TYPE_CHECKING:
    from app.bootstrap import Office as Services
    from app.services.records import Change

Some = TypeVar("Some", Office, Institution)


@dataclass(frozen=True, kw_only=True)
class ShortEntry:
    """What the short form asks; all texts are in one language."""

    language: str
    name: str = ""
    honorific: str = ""
    gender: Gender = Gender.UNKNOWN
    office: str = ""
    kind: OfficeKind = OfficeKind.UNKNOWN
    organisation: str = ""
    state: str = ""
    address: tuple[str, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Say whether there is somebody to write to."""
        return bool(self.name or self.office or self.organisation)


@dataclass(frozen=True)
class Made:
    """Who was made: the addressee, the key to show, and the changes that can be undone."""

    addressee: Addressee
    key: str
    changes: Sequence[Change]


def make(services: Services, entry: ShortEntry) -> Made:
    """Keep the parts of an entry, each as a record of its own; those known by the same name are used again.

    The address goes to the organisation, else to the office, else to the person.
    """
    changes: list[Change] = []

    def kept(thing: Person | Office | Institution) -> str:
        changes.append(services.address_book.save(thing))
        return changes[-1].key

    institution = _institution(services, entry, kept)
    office = _office(services, entry, institution, kept)
    person = kept(_person(entry, office)) if entry.name else ""
    addressee = Addressee(person=person, office=office, institution="" if office else institution)
    return Made(addressee, person or office or institution, tuple(changes))


def take_back(services: Services, made: Made) -> None:
    """Undo what was made: what was new goes into the bin, what was changed is as it was."""
    for change in reversed(made.changes):
        services.address_book.undo(change)


Keep = Callable[[Person | Office | Institution], str]


def _institution(services: Services, entry: ShortEntry, kept: Keep) -> str:
    if not entry.organisation:
        return ""
    known = _known(services, RecordKind.INSTITUTION, entry.organisation, entry.state)
    if known:
        old = services.address_book.institution(known)
        return kept(_with_address(old, entry)) if entry.address and not _has_address(old) else known
    forms = Forms(language=entry.language, name=entry.organisation, address=entry.address)
    return kept(Institution(state=entry.state, forms=(forms,)))


def _office(services: Services, entry: ShortEntry, institution: str, kept: Keep) -> str:
    if not entry.office:
        return ""
    known = _known(services, RecordKind.OFFICE, entry.office, entry.state)
    if known and services.address_book.office(known).institution in {"", institution}:
        old = services.address_book.office(known)
        if entry.address and not institution and not _has_address(old):
            return kept(_with_address(old, entry))
        return known
    address = () if institution else entry.address
    forms = Forms(language=entry.language, name=entry.office, address=address)
    return kept(
        Office(
            kind=entry.kind,
            state=entry.state,
            institution=institution,
            names_institution=bool(institution),
            forms=(forms,),
        )
    )


def _person(entry: ShortEntry, office: str) -> Person:
    address = () if entry.office or entry.organisation else entry.address
    forms = Forms(language=entry.language, name=entry.name, honorific=entry.honorific, address=address)
    tenures = (Tenure(office=office),) if office else ()
    return Person(gender=entry.gender, state=entry.state, forms=(forms,), tenures=tenures)


def _known(services: Services, kind: RecordKind, name: str, state: str) -> str:
    """Give the key of what has just this name already, in the same State."""
    found = services.finder.find(name, (kind,), 5)
    alike = (one for one in found if one.closeness is Closeness.WHOLE_NAME)
    return next((one.key for one in alike if one.state in {"", state} or not state), "")


def _has_address(thing: Office | Institution) -> bool:
    return any(forms.address for forms in thing.forms)


def _with_address(thing: Some, entry: ShortEntry) -> Some:
    return with_value(thing, "said.address", entry.language, entry.address)
