"""The address book: persons, offices, institutions and States, and the recipient that a letter needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.addressing import (
    Addressing,
    Chosen,
    ProposedRecipient,
    recipient_for_a_letter,
)
from app.domain.confirming import Confirmation, confirmed
from app.domain.directory import Addressee, Institution, Office, Person
from app.domain.forms_of_address import Style
from app.domain.people import State
from app.domain.states import StateNames, state_for_a_letter
from app.services.ports import UnitOfWork, Work
from app.services.record_bodies import thing_from
from app.services.records import Change, Records, expected, get_in
from app.services.reference_data import ReferenceData

Entry = Person | Office | Institution


class AddressBook:
    """Keeps who can be written to, and says how a letter addresses them.

    ``reference`` holds the forms of address that are proposed and the names of
    States that are shipped; what is kept here wins over both.
    """

    def __init__(self, records: Records, reference: ReferenceData) -> None:
        self._records, self._reference = records, reference
        self._reading: Work = records.reading

    def save(self, entry: Entry | StateNames) -> Change:
        """Keep an entry; one without a key is new. ``change.key`` is its key, ``undo`` takes it back."""
        return self._records.save(entry)

    def delete(self, key: str) -> Change:
        """Put an entry into the bin. Raises ``RecordNotFound``."""
        return self._records.delete(key)

    def undo(self, change: Change) -> Change:
        """Put back what stood before a change; what it gives can be undone in turn."""
        return self._records.undo(change)

    def person(self, key: str) -> Person:
        """Raises ``RecordNotFound``."""
        return self._records.get(Person, key)

    def office(self, key: str) -> Office:
        """Raises ``RecordNotFound``."""
        return self._records.get(Office, key)

    def institution(self, key: str) -> Institution:
        """Raises ``RecordNotFound``."""
        return self._records.get(Institution, key)

    def people(self) -> Sequence[Person]:
        """Give all persons, by name."""
        return self._records.all(Person)

    def offices(self) -> Sequence[Office]:
        """Give all offices, by title."""
        return self._records.all(Office)

    def institutions(self) -> Sequence[Institution]:
        """Give all institutions, by name."""
        return self._records.all(Institution)

    def holders(self, office: str, day: date | None = None) -> tuple[Person, ...]:
        """Give the persons who have held an office, or who hold it on a day; the newest first."""
        people = [one for one in self._records.speaking_of(office) if isinstance(one, Person)]
        return _holders(people, office, day)

    def offices_of(self, institution: str) -> tuple[Office, ...]:
        """Give the offices that belong to an institution."""
        return tuple(one for one in self._records.speaking_of(institution) if isinstance(one, Office))

    def addressee(self, key: str, day: date) -> Addressee:
        """Complete who was found: a person with the office held on the day, an office with its holder.

        An office that several hold, or nobody, is addressed without a name. Raises ``RecordNotFound``.
        """
        with self._reading() as work:
            found = thing_from(expected(work, key))
            if isinstance(found, Person):
                return Addressee(person=key, office=found.office_on(day))
            if isinstance(found, Office):
                people = [thing_from(one) for one in work.records.speaking_of(key)]
                holders = _holders([one for one in people if isinstance(one, Person)], key, day)
                return Addressee(person=holders[0].key if len(holders) == 1 else "", office=key)
            return Addressee(institution=key)

    def recipient_for_a_letter(
        self, addressee: Addressee, language: str, day: date, style: Style = Style.FORMAL
    ) -> ProposedRecipient:
        """Give the recipient in the letter's language, with the standing of each form.

        Raises ``RecordNotFound``.
        """
        with self._reading() as work:
            chosen = _chosen(work, addressee)
            state = self._state(work, chosen.state, language)
        how = Addressing(language=language, day=day, style=style, state=state)
        return recipient_for_a_letter(chosen, how, self._reference.forms)

    def confirm(self, addressee: Addressee, language: str, day: date, place: str, text: str) -> Change:
        """Keep a form that a person has confirmed or written, so that it is proposed no more.

        A form of address is kept with the person in that office, a name or address with whom
        it belongs to. ``place`` is that of a ``RecipientForm``. Raises ``RecordNotFound``.
        """
        with self._records.writing() as work:
            chosen = _chosen(work, addressee)
            change = self._records.save_in(
                work, confirmed(chosen, Confirmation(language=language, day=day, place=place, text=text))
            )
            work.commit()
        return change

    def mark_used(self, addressee: Addressee) -> None:
        """Note that somebody was written to, so that he, she or it is suggested first."""
        self._records.mark_used(addressee.keys)

    def state_for_a_letter(self, code: str, language: str) -> State:
        """Give a State in a language: as it was edited here, else as it is shipped."""
        with self._reading() as work:
            return self._state(work, code, language)

    def states(self) -> Sequence[StateNames]:
        """Give all States that are known, by their codes, as they were edited here or as they are shipped."""
        edited = {one.key: one for one in self._records.all(StateNames)}
        known = {**self._reference.states, **edited}
        return [known[code] for code in sorted(known)]

    def _state(self, work: UnitOfWork, code: str, language: str) -> State:
        record = work.records.get(code) if code else None
        edited = thing_from(record) if record and record.deleted_at is None else None
        known = [one for one in (edited, self._reference.states.get(code)) if isinstance(one, StateNames)]
        return state_for_a_letter(code, language, known)


def _holders(people: Sequence[Person], office: str, day: date | None) -> tuple[Person, ...]:
    times = [
        (tenure.since, person)
        for person in people
        for tenure in person.tenures
        if tenure.office == office and (day is None or tenure.includes(day))
    ]
    newest_first = sorted(times, key=lambda one: one[0], reverse=True)
    return tuple({person.key: person for _, person in newest_first}.values())


def _chosen(work: UnitOfWork, addressee: Addressee) -> Chosen:
    person = get_in(work, Person, addressee.person) if addressee.person else None
    office = get_in(work, Office, addressee.office) if addressee.office else None
    belongs_to = office.institution if office else addressee.institution
    institution = get_in(work, Institution, belongs_to) if belongs_to else None
    return Chosen(person=person, office=office, institution=institution)
