"""What is known of an entry, as lines to read and rows that lead on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.directory import Contact, DeliveryRoute, Forms, Gender, Institution, Office, Person, Tenure
from app.domain.errors import N_
from app.domain.said import name_in, said_anyhow
from app.gui.recipients.naming import GENDERS, OFFICE_KINDS, ROUTES
from app.gui.recipients.presenter import Entry, RecipientsPresenter
from app.gui.records.naming import written
from app.gui.widgets.rows import Row, RowTag
from app.gui.widgets.words import Mood
from app.i18n.language_names import language_name

Line = tuple[str, str]
_FROM: Final = N_("Since {since}")
_UNTIL: Final = N_("Until {until}")
_BETWEEN: Final = N_("{since} to {until}")
_NO_TIMES: Final = N_("Times not known")
_NOW, _FORMER, _AHEAD = N_("In office"), N_("Former"), N_("Not yet")
_NO_LONGER_HERE: Final = N_("No longer in the address book")
PEOPLE_HEADING: Final = N_("Offices held")
OFFICE_HEADING: Final = N_("Who holds it")
INSTITUTION_HEADING: Final = N_("Offices here")


class Reading:
    """Puts entries into words of the screen."""

    def __init__(self, presenter: RecipientsPresenter) -> None:
        self._presenter, self._texts = presenter, presenter.texts
        self._say = presenter.texts.text

    def names(self, entry: Entry) -> list[Line]:
        """Give the name in every language in which there is one."""
        label = language_name
        return [(label(one.language, self._texts.language), _name(one)) for one in entry.forms if _name(one)]

    def told(self, entry: Entry) -> list[Line]:
        """Give everything else that is known."""
        say = self._say
        states = self._presenter.states()
        return [
            *self._of_kind(entry),
            (say(N_("State")), states.get(entry.state, entry.state)),
            (say(N_("Also known as")), "\n".join(entry.aliases)),
            (say(N_("Postal address")), _address(entry, self._texts.language)),
            *self._contact(entry.contact),
            (say(N_("Notes")), entry.notes),
        ]

    def linked(self, entry: Entry) -> tuple[str, Sequence[Row]]:
        """Give the heading and the rows of what an entry belongs to, or what belongs to it."""
        if isinstance(entry, Person):
            newest = sorted(entry.tenures, key=lambda one: one.since, reverse=True)
            return self._say(PEOPLE_HEADING), [self._tenure(one) for one in newest]
        if isinstance(entry, Office):
            return self._say(OFFICE_HEADING), list(self._holders(entry))
        offices = self._presenter.services.address_book.offices_of(entry.key)
        rows = [Row(one.key, self._presenter.title(one), icon="landmark") for one in offices]
        return self._say(INSTITUTION_HEADING), rows

    def times(self, tenure: Tenure) -> str:
        """Give from when to when an office was held."""
        since, until = (written(day, self._texts.language) for day in (tenure.since, tenure.until))
        if since and until:
            return self._say(_BETWEEN, since=since, until=until)
        if since:
            return self._say(_FROM, since=since)
        return self._say(_UNTIL, until=until) if until else self._say(_NO_TIMES)

    def _of_kind(self, entry: Entry) -> Iterator[Line]:
        if isinstance(entry, Person) and entry.gender is not Gender.UNKNOWN:
            yield self._say(N_("Addressed")), self._say(GENDERS[entry.gender])
        if isinstance(entry, Office):
            yield self._say(N_("Kind of office")), self._say(OFFICE_KINDS[entry.kind])
            yield self._say(N_("Institution")), self._presenter.name_of(entry.institution)

    def _contact(self, contact: Contact) -> Iterator[Line]:
        yield self._say(N_("Telephone")), contact.phone
        yield self._say(N_("Fax")), contact.fax
        yield self._say(N_("E-mail")), contact.email
        yield self._say(N_("Delivered through")), contact.via
        if contact.route is not DeliveryRoute.UNKNOWN:
            yield self._say(N_("Letters go")), self._say(ROUTES[contact.route])

    def _tenure(self, tenure: Tenure) -> Row:
        name = self._presenter.name_of(tenure.office) or self._say(_NO_LONGER_HERE)
        return Row(tenure.office, name, self.times(tenure), self._state_of(tenure), "landmark")

    def _holders(self, office: Office) -> Iterator[Row]:
        today = self._presenter.today()
        for person in self._presenter.services.address_book.holders(office.key):
            tenure = person.tenure_of(office.key, today)
            times = self.times(tenure) if tenure else ""
            tag = self._state_of(tenure) if tenure else None
            yield Row(person.key, self._presenter.title(person), times, tag, "user")

    def _state_of(self, tenure: Tenure) -> RowTag:
        today = self._presenter.today()
        if tenure.includes(today):
            return RowTag(self._say(_NOW), Mood.OK)
        return RowTag(self._say(_AHEAD if tenure.is_ahead(today) else _FORMER))


def kind_words(entry: Entry) -> str:
    """Give the word for what an entry is."""
    match entry:
        case Person():
            return N_("Person")
        case Office():
            return N_("Office")
        case Institution():
            return N_("Institution")


def _name(forms: Forms) -> str:
    return " ".join(part for part in (forms.honorific, forms.name) if part)


def _address(entry: Entry, language: str) -> str:
    with_one = [one for one in entry.forms if one.address]
    said = said_anyhow(with_one, language)
    return "\n".join(said.address) if said else ""


def has_name(entry: Entry, language: str) -> bool:
    """Say whether an entry is named in a language."""
    name, borrowed = name_in(entry.forms, language)
    return bool(name) and not borrowed
