"""Keeping a form that a person has confirmed, with whom it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.domain.addressing import Chosen, wants_dative
from app.domain.directory import Forms, Institution, Office, Person, Tenure
from app.domain.errors import N_, ChanceryError
from app.domain.said import said_in, saying_part

_OF_ANY_OFFICE: Final = ("name", "sort_name", "printed", "honorific")
PLACES: Final = (*_OF_ANY_OFFICE, "office", "organisation", "salutation", "vocative", "closing", "address")


class NowhereToKeep(ChanceryError):
    """A form is confirmed of somebody who was not chosen."""

    message = N_("“{place}” cannot be kept here: nobody was chosen to whom it belongs.")


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """What was confirmed: the place of the form, its text, its language, and for which day.

    An address is one text of several lines.
    """

    language: str
    day: date
    place: str
    text: str


def confirmed(chosen: Chosen, said: Confirmation) -> Person | Office | Institution:
    """Give the person, office or institution with the form kept. Raises ``NowhereToKeep``.

    A form of address stays with the person in that office, so that the next
    holder is addressed afresh.
    """
    match said.place:
        case "organisation":
            return _with(chosen.institution, said, "name")
        case "office":
            return _with(chosen.office, said, _place_of_title(chosen.office, said.language))
        case "address":
            return _with(_whose_address(chosen), said, "address")
        case _ if chosen.person and said.place not in _OF_ANY_OFFICE and chosen.tenure(said.day):
            return _with_tenure(chosen.person, chosen.tenure(said.day), said)
        case _:
            return _with(chosen.person or chosen.office or chosen.institution, said, said.place)


def _with(
    thing: Person | Office | Institution | None, said: Confirmation, place: str
) -> Person | Office | Institution:
    if thing is None or said.place not in PLACES:
        raise NowhereToKeep(place=said.place)
    text = tuple(said.text.splitlines()) if place == "address" else said.text
    return replace(thing, forms=saying_part(thing.forms, Forms(language=said.language), place, text))


def _with_tenure(person: Person, tenure: Tenure | None, said: Confirmation) -> Person:
    if tenure is None or said.place not in PLACES:
        raise NowhereToKeep(place=said.place)
    forms = saying_part(tenure.forms, Forms(language=said.language), said.place, said.text)
    changed = replace(tenure, forms=forms)
    return replace(person, tenures=tuple(changed if one is tenure else one for one in person.tenures))


def _place_of_title(office: Office | None, language: str) -> str:
    """Say where a title as it stands on a letter is kept: as the title itself, unless it is inflected."""
    known = said_in(office.forms, language) if office else None
    return "printed" if wants_dative(language) or (known and known.printed) else "name"


def _whose_address(chosen: Chosen) -> Person | Office | Institution | None:
    """Give the nearest that has an address already, else the institution, the office, the person."""
    things = [one for one in (chosen.person, chosen.office, chosen.institution) if one]
    having = [one for one in things if any(form.address for form in one.forms)]
    return next(iter([*having, *reversed(things)]), None)
