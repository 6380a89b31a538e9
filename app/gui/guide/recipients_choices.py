"""What the second step decides: who is written to, in which forms, and how sure each form is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.domain.addressing import ProposedRecipient
from app.domain.directory import Addressee, DeliveryRoute, Institution, Office, Person
from app.domain.people import Recipient, State
from app.domain.records import RecordKind, RecordNotFound
from app.domain.said import said_in
from app.flow.editing import Edit, Verb
from app.flow.filling import move, moved, put, take_out
from app.gui.guide.retelling import style_of
from app.gui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.errors import Sentence
    from app.domain.finding import Found
    from app.domain.letters import Letter
    from app.gui.guide.presenter import GuidePresenter
    from app.services.records import Change

FORMS: Final = (
    "printed",
    "salutation",
    "vocative",
    "closing",
    "address",
    "honorific",
    "name",
    "office",
    "organisation",
)
_ICONS: Final = {
    RecordKind.PERSON: "user",
    RecordKind.OFFICE: "landmark",
    RecordKind.INSTITUTION: "building-2",
}


class Sureness(StrEnum):
    """How sure a form of the letter is; ``HERE`` is one that stands in this letter only."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"
    BORROWED = "borrowed"
    MISSING = "missing"
    HERE = "here"


@dataclass(frozen=True)
class FormLine:
    """One form of a recipient: which one, how sure it is, what a proposal rests on.

    ``offer`` is what the address book would say where the letter says nothing.
    """

    form: str
    sureness: Sureness
    source: str = ""
    offer: str = ""

    @property
    def may_confirm(self) -> bool:
        """Say whether keeping it for later letters makes sense."""
        return self.sureness in {Sureness.PROPOSED, Sureness.BORROWED, Sureness.HERE}


@dataclass(frozen=True)
class RecipientLine:
    """One recipient of the letter, as its card shows it."""

    number: int
    title: str
    subtitle: str
    forms: tuple[FormLine, ...]
    route: DeliveryRoute | None = None
    advice: tuple[Sentence, ...] = ()

    def form(self, name: str) -> FormLine:
        """Give how sure one form is."""
        return next((one for one in self.forms if one.form == name), FormLine(name, Sureness.HERE))


class RecipientsChoices:
    """Decides for the page of the recipients."""

    def __init__(self, guide: GuidePresenter) -> None:
        self._guide, self._book, self._finder = guide, guide.office.address_book, guide.office.finder
        self._known: dict[tuple[object, ...], ProposedRecipient | None] = {}

    def suggest(self, typed: str) -> Sequence[Row]:
        """Find persons, offices and institutions by any part of any name."""
        return [_row(one) for one in self._finder.find(typed, limit=8)]

    # ── Who ──────────────────────────────────────────────────────────────────

    def pick(self, key: str) -> str:
        """Add who was found; gives the language that he, she or it is known in, if not the letter's."""
        return self.add(self._book.addressee(key, self._guide.today()))

    def add(self, addressee: Addressee) -> str:
        """Write to somebody of the address book, too."""
        proposed = self._proposed(addressee)
        if proposed is None:
            return ""
        self._put(proposed.recipient, addressee, proposed.state)
        self._book.mark_used(addressee)
        return self._other_language(addressee)

    def add_by_hand(self, name: str) -> None:
        """Write to somebody who is in this letter only."""
        self._put(Recipient(name=name), Addressee(), State())

    def remove(self, number: int) -> None:
        """Write to somebody no more."""
        chosen = self._chosen()
        left = (*chosen[: number - 1], *chosen[number:])
        self._guide.do(take_out("recipients", number), replace(self._guide.origins, recipients=left))

    def move(self, number: int, to: int) -> None:
        """Name somebody before or after others."""
        if 1 <= to <= len(self._guide.letter.recipients):
            chosen = moved(self._chosen(), number - 1, to - 1)
            self._guide.do(move("recipients", number, to), replace(self._guide.origins, recipients=chosen))

    # ── In which forms ───────────────────────────────────────────────────────

    def lines(self) -> tuple[RecipientLine, ...]:
        """Give every recipient with how sure each form is."""
        chosen = self._chosen()
        numbered = enumerate(self._guide.letter.recipients, start=1)
        return tuple(self._line(number, one, chosen[number - 1]) for number, one in numbered)

    def confirm(self, number: int, form: str) -> Change:
        """Keep a form as the letter has it, so that it is proposed no more. Raises ``NowhereToKeep``."""
        recipient = self._guide.letter.recipients[number - 1]
        change = self._book.confirm(
            self._chosen()[number - 1],
            self._guide.letter.language,
            self._guide.today(),
            form,
            text_of(recipient, form),
        )
        self.forget()
        return change

    def take_back(self, change: Change) -> None:
        """Take back what was kept."""
        self._book.undo(change)
        self.forget()

    def keep_route(self, number: int, route: DeliveryRoute) -> None:
        """Keep how letters travel to somebody, with the nearest who has a way already."""
        addressee = self._chosen()[number - 1]
        if known := self._entries(addressee):
            owner = next((one for one in known if one.contact.route), known[0])
            self._book.save(replace(owner, contact=replace(owner.contact, route=route)))
            self.forget()

    def forget(self) -> None:
        """Read the address book anew."""
        self._known.clear()

    # ── Inside ───────────────────────────────────────────────────────────────

    def _put(self, recipient: Recipient, addressee: Addressee, state: State) -> None:
        def change(letter: Letter) -> Letter:
            longer = put("recipients", recipient).on(letter)
            is_first = not letter.recipients and not letter.case.state
            wants = state.code and (letter.state == State() or is_first)
            return replace(longer, state=state) if wants else longer

        chosen = (*self._chosen(), addressee)
        origins = replace(self._guide.origins, recipients=chosen)
        self._guide.do(Edit(Verb.ADD, "recipients", change), origins)

    def _chosen(self) -> tuple[Addressee, ...]:
        """Give who was chosen, an empty one for each who is only in the letter."""
        chosen, number = self._guide.origins.recipients, len(self._guide.letter.recipients)
        return (*chosen, *(Addressee() for _ in range(number - len(chosen))))[:number]

    def _proposed(self, addressee: Addressee) -> ProposedRecipient | None:
        letter = self._guide.letter
        style = style_of(letter.type)
        asked = (addressee, letter.language, style)
        if asked not in self._known:
            self._known[asked] = self._asked(addressee, letter)
        return self._known[asked]

    def _asked(self, addressee: Addressee, letter: Letter) -> ProposedRecipient | None:
        if not addressee.keys:
            return None
        try:
            return self._book.recipient_for_a_letter(
                addressee, letter.language, letter.date or self._guide.today(), style_of(letter.type)
            )
        except RecordNotFound:
            return None

    def _line(self, number: int, recipient: Recipient, addressee: Addressee) -> RecipientLine:
        proposed = self._proposed(addressee)
        title, *below = recipient.lines or ("",)
        forms = tuple(_form_line(form, recipient, proposed) for form in FORMS) if proposed else ()
        return RecipientLine(
            number,
            title,
            " · ".join(below),
            forms,
            proposed.route if proposed else None,
            proposed.advice if proposed else (),
        )

    def _other_language(self, addressee: Addressee) -> str:
        """Give the first language with a wording in which somebody is known who is not in the letter's."""
        letter = self._guide.letter
        entry = self._entries(addressee)[0]
        if said_in(entry.forms, letter.language):
            return ""
        known = {form.language for form in entry.forms}
        offered = self._guide.office.composer.languages(letter.type)
        return next((tag for tag in offered if tag in known), "")

    def _entries(self, addressee: Addressee) -> list[Person | Office | Institution]:
        """Give the person, the office and the institution, whichever were chosen, the nearest first."""
        book = self._book
        found: tuple[Person | Office | Institution | None, ...] = (
            book.person(addressee.person) if addressee.person else None,
            book.office(addressee.office) if addressee.office else None,
            book.institution(addressee.institution) if addressee.institution else None,
        )
        return [one for one in found if one is not None]


def _row(found: Found) -> Row:
    other = found.matched if found.matched != found.title else ""
    below = " · ".join(part for part in (other, found.state) if part)
    return Row(found.key, found.title, below, icon=_ICONS[found.kind])


def text_of(recipient: Recipient, form: str) -> str:
    """Give a form of a recipient as one text."""
    if form == "office":
        return "\n".join(recipient.offices)
    value = getattr(recipient, form)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _form_line(form: str, recipient: Recipient, proposed: ProposedRecipient) -> FormLine:
    known, written = proposed.form(form), text_of(recipient, form)
    if not written:
        return FormLine(form, Sureness.MISSING, known.source, known.text)
    if written != known.text:
        return FormLine(form, Sureness.HERE)
    return FormLine(form, Sureness(known.standing.value), known.source)
