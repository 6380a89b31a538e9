"""The forms of the address book as tables: what is asked of a person, an office, an institution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.errors import N_
from app.domain.records import RecordKind
from app.gui.recipients.naming import GENDERS, OFFICE_KINDS, ROUTES
from app.gui.records.entries import Entry, Rows
from app.i18n.catalogues import Catalogue

_DATIVE: Final = N_("Where the language wants another form on a letter, such as the dative in Russian.")
_SALUTATION: Final = Entry("said.salutation", N_("Salutation"))
_VOCATIVE: Final = Entry("said.vocative", N_("Address in mid-letter"))
_CLOSING: Final = Entry("said.closing", N_("Closing formula"))
_ADDRESS: Final = Entry("said.address", N_("Postal address"), lines=3)
_SAID: Final[Mapping[RecordKind, Rows]] = {
    RecordKind.PERSON: (
        (Entry("said.honorific", N_("Honorific")), Entry("said.name", N_("Name"))),
        Entry("said.sort_name", N_("Name for sorting"), N_("Surname, given names")),
        Entry("said.printed", N_("Name as printed"), _DATIVE),
        (_SALUTATION, _VOCATIVE),
        _CLOSING,
        _ADDRESS,
    ),
    RecordKind.OFFICE: (
        Entry("said.name", N_("Title")),
        Entry("said.printed", N_("Title as printed"), _DATIVE),
        (_SALUTATION, _VOCATIVE),
        _CLOSING,
        _ADDRESS,
    ),
    RecordKind.INSTITUTION: (
        Entry("said.name", N_("Name")),
        Entry("said.printed", N_("Name as printed"), _DATIVE),
        (_SALUTATION, _CLOSING),
        _ADDRESS,
    ),
}
_ALIASES: Final = Entry("aliases", N_("Also known as"), N_("One name a line; found by these, too."), lines=2)


def said_rows(kind: RecordKind) -> Rows:
    """Give what is asked in each language."""
    return _SAID[kind]


def own_rows(kind: RecordKind, texts: Catalogue, states: Mapping[str, str]) -> Rows:
    """Give what is asked once."""
    say = texts.text
    listed = sorted(states.items(), key=lambda one: one[1])
    state = Entry("state", N_("State"), choices=[("", say(N_("No State"))), *listed])
    genders = [(value, say(words)) for value, words in GENDERS.items()]
    kinds = [(value, say(words)) for value, words in OFFICE_KINDS.items()]
    first: Rows = {
        RecordKind.PERSON: ((Entry("gender", N_("Addressed"), choices=genders), state),),
        RecordKind.OFFICE: ((Entry("kind", N_("Kind of office"), choices=kinds), state),),
    }.get(kind, (state,))
    return (*first, _ALIASES)


def contact_rows(texts: Catalogue) -> Rows:
    """Give the ways to reach somebody."""
    routes = [(value, texts.text(words)) for value, words in ROUTES.items()]
    return (
        (Entry("contact.phone", N_("Telephone")), Entry("contact.fax", N_("Fax"))),
        (Entry("contact.email", N_("E-mail")), Entry("contact.via", N_("Delivered through"))),
        Entry("contact.route", N_("Letters go"), choices=routes),
        Entry("notes", N_("Notes"), N_("For the office only; never on a letter."), lines=3),
    )


def labels(rows: Rows) -> Mapping[str, str]:
    """Give the words of each place of a table."""
    flat = (entry for row in rows for entry in (row if isinstance(row, tuple) else (row,)))
    return {entry.place: entry.label for entry in flat}
