"""How a new letter begins: with the sender that is preferred, and with what one came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from app.domain.directory import Addressee, Origins
from app.domain.letters import Letter, LetterType
from app.domain.number_wish import NumberWish
from app.domain.people import State
from app.domain.register import DraftAlreadyRegistered
from app.flow.choosing import choose_case, new_letter
from app.flow.history import History
from app.gui.guide.retelling import style_of
from app.gui.guide.story import Story

if TYPE_CHECKING:
    from app.bootstrap import Office

_LANGUAGE: Final = "en"


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """What a new letter is to begin with; pass it to ``going.to("guide", Beginning(case=key))``."""

    type: LetterType = LetterType.PROTEST
    language: str = ""
    recipient: Addressee | None = None
    case: str = ""
    series: str = ""
    number: NumberWish = NumberWish()


def begun(office: Office, beginning: Beginning) -> Story:
    """Begin a letter with the preferred sender, who signs for it, and with what one came from.

    Raises ``RecordNotFound`` for a recipient or a case that is gone for good.
    """
    bare, origins = _bare(office, beginning)
    today = datetime.now().astimezone().date()
    addressed, origins = _addressed(office, bare, beginning.recipient, origins, today)
    whole, origins = _about(office, addressed, beginning.case, origins)
    return Story(History(whole), origins)


def _bare(office: Office, beginning: Beginning) -> tuple[Letter, Origins]:
    sender = office.senders.preferred()
    known = office.composer.languages(beginning.type)
    spoken = sender.languages if sender else ()
    wished = (beginning.language, *spoken, _LANGUAGE, *known)
    language = next((tag for tag in wished if tag in known), _LANGUAGE)
    origins = Origins(number=beginning.number)
    if sender is None:
        return new_letter(beginning.type, language, series=beginning.series), origins
    letter = new_letter(
        beginning.type,
        language,
        sender=office.senders.sender_for_letter(sender.key, language),
        series=beginning.series or sender.series,
    )
    return _signed(office, letter, sender.key), replace(origins, sender=sender.key)


def _addressed(
    office: Office, letter: Letter, addressee: Addressee | None, origins: Origins, today: date
) -> tuple[Letter, Origins]:
    """Write to somebody of the address book, if to anybody, as the second step would."""
    if addressee is None or not addressee.keys:
        return letter, origins
    book, style = office.address_book, style_of(letter.type)
    proposed = book.recipient_for_a_letter(addressee, letter.language, today, style)
    book.mark_used(addressee)
    addressed = replace(letter, recipients=(proposed.recipient,), state=proposed.state)
    return addressed, replace(origins, recipients=(addressee,))


def _about(office: Office, letter: Letter, key: str, origins: Origins) -> tuple[Letter, Origins]:
    """Write about a case, if about any, with its open facts."""
    if not key:
        return letter, origins
    case = office.case_files.case_for_letter(key, letter.language).case
    office.case_files.mark_used(key)
    has_state = letter.state != State() or not case.state
    state = None if has_state else office.address_book.state_for_a_letter(case.state, letter.language)
    return choose_case(case, state).on(letter), replace(origins, case=key)


def _signed(office: Office, letter: Letter, sender: str) -> Letter:
    return replace(letter, signatories=office.senders.signatories_for_letter(sender, letter.language))


def opened(office: Office, key: int) -> Story:
    """Go on with a draft. Raises ``DraftNotFound`` and ``DraftAlreadyRegistered``."""
    if number := office.drafts.registered_as(key):
        raise DraftAlreadyRegistered(draft=key, number=number)
    return Story(History(office.drafts.open(key)), office.drafts.origins(key))
