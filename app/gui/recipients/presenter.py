"""What the room of the recipients shows, decided without widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from app.domain.addressing import ProposedRecipient
from app.domain.directory import Institution, Office, Person, best_name
from app.domain.errors import N_
from app.domain.records import RECIPIENT_KINDS, RecordKind
from app.domain.searching import EntryFilter, Listed, Page
from app.gui.records.naming import KIND_ICONS, KIND_TITLES, SAMPLE, state_names
from app.gui.widgets.rows import Row, RowTag
from app.i18n.catalogues import Catalogue

if TYPE_CHECKING:
    from app.bootstrap import Office as Services
    from app.domain.finding import Found
    from app.domain.records import Named
    from app.services.records import Change

Entry = Person | Office | Institution
SHOWN: Final = 1_000
LETTERS: Final = 50
_ONE: Final = N_("{number} entry")
_MANY: Final = N_("{number} entries")
_MORE: Final = N_("The first {number} of {all}: type to find others")
_STILL_MORE: Final = N_("The first {number}: type more to find others")
_KINDS: Final = {
    Person: RecordKind.PERSON,
    Office: RecordKind.OFFICE,
    Institution: RecordKind.INSTITUTION,
}


@dataclass(frozen=True)
class Wish:
    """Which entries are wanted; what is left empty narrows nothing."""

    typed: str = ""
    kind: RecordKind | None = None
    state: str = ""


@dataclass(frozen=True)
class Listing:
    """The rows of a list, a note beside its heading, and the States that can be chosen."""

    rows: Sequence[Row]
    note: str
    states: Sequence[tuple[str, str]]
    is_empty: bool


def kind_of(entry: Entry) -> RecordKind:
    """Give the kind of an entry."""
    return _KINDS[type(entry)]


class RecipientsPresenter:
    """Reads the address book for its room. Its methods may run on any thread."""

    def __init__(self, services: Services, texts: Catalogue, today: Callable[[], date]) -> None:
        self.services, self.texts, self.today = services, texts, today
        self._book = services.address_book

    def listing(self, wish: Wish) -> Listing:
        """Give the entries that are wanted, those with what was typed best first."""
        known = self.services.finder.all(RECIPIENT_KINDS)
        states = self.states()
        found = self._found(wish) if wish.typed else sorted(known, key=lambda one: one.title.casefold())
        narrowed = [one for one in found if _takes(wish, one)]
        used = sorted({(one.state, states.get(one.state, one.state)) for one in known if one.state})
        return Listing(
            rows=[self._row(one, states) for one in narrowed[:SHOWN]],
            note=self._note(wish, len(narrowed)),
            states=sorted(used, key=lambda one: one[1]),
            is_empty=not known,
        )

    def states(self) -> dict[str, str]:
        """Give the names of all States by their codes."""
        return state_names(self.services, self.texts.language)

    def read(self, key: str) -> Entry:
        """Give an entry. Raises ``RecordNotFound``."""
        named = self.services.finder.get(key)
        if named and named.kind is RecordKind.OFFICE:
            return self._book.office(key)
        if named and named.kind is RecordKind.INSTITUTION:
            return self._book.institution(key)
        return self._book.person(key)

    def save(self, entry: Entry) -> Change:
        """Keep an entry."""
        return self._book.save(entry)

    def delete(self, key: str) -> Change:
        """Put an entry into the bin."""
        return self._book.delete(key)

    def undo(self, change: Change) -> Change:
        """Take a change back."""
        return self._book.undo(change)

    def title(self, entry: Entry) -> str:
        """Give the name by which an entry is shown."""
        named = best_name(entry.forms, self.texts.language)
        return named or next(iter(entry.aliases), "")

    def name_of(self, key: str) -> str:
        """Give the title of an entry by its key, nothing where it is gone."""
        named = self.services.finder.get(key)
        return named.title if named else ""

    def printed(self, key: str, language: str) -> ProposedRecipient:
        """Give how a letter of today addresses an entry. Raises ``RecordNotFound``."""
        day = self.today()
        addressee = self._book.addressee(key, day)
        return self._book.recipient_for_a_letter(addressee, language, day)

    def confirm(self, printed: ProposedRecipient, language: str, place: str) -> Change:
        """Keep a form that was proposed as it stands."""
        text = printed.form(place).text
        return self._book.confirm(printed.addressee, language, self.today(), place, text)

    def letters(self, entry: Entry) -> Sequence[Listed]:
        """Give the registered letters that name an entry as their addressee, the newest first."""
        names = {name for forms in entry.forms for name in (forms.name, forms.printed) if name}
        found = {
            hit.entry.sequence: hit.entry
            for name in names
            for hit in self.services.search.find(
                narrowed=EntryFilter(recipient=name), page=Page(size=LETTERS), excerpts=False
            ).hits
        }
        return [found[at] for at in sorted(found, reverse=True)[:LETTERS]]

    def _found(self, wish: Wish) -> Sequence[Found]:
        kinds = (wish.kind,) if wish.kind else RECIPIENT_KINDS
        return self.services.finder.find(wish.typed, kinds, SHOWN)

    def _row(self, one: Named | Found, states: dict[str, str]) -> Row:
        matched = getattr(one, "matched", one.title)
        parts = (
            self.texts.text(KIND_TITLES[one.kind]),
            states.get(one.state, one.state),
            matched if matched != one.title else "",
        )
        tag = RowTag(self.texts.text(SAMPLE)) if one.sample else None
        said = " · ".join(part for part in parts if part)
        return Row(one.key, one.title, said, tag, KIND_ICONS[one.kind])

    def _note(self, wish: Wish, number: int) -> str:
        if wish.typed and number == SHOWN:
            return self.texts.text(_STILL_MORE, number=SHOWN)
        if number > SHOWN:
            return self.texts.text(_MORE, number=SHOWN, all=number)
        return self.texts.plural(_ONE, _MANY, number)


def _takes(wish: Wish, one: Named | Found) -> bool:
    return wish.kind in {None, one.kind} and wish.state in {"", one.state}
