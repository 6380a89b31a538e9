"""How a new letter begins: with the sender that is preferred, and with what one came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.directory import Addressee, Origins
from app.domain.letters import Letter, LetterType
from app.domain.number_wish import NumberWish
from app.domain.register import DraftAlreadyRegistered
from app.flow.choosing import new_letter
from app.flow.history import History
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
    """Begin a letter with the preferred sender, who signs for it, and its language."""
    sender = office.senders.preferred()
    known = office.composer.languages(beginning.type)
    spoken = sender.languages if sender else ()
    wished = (beginning.language, *spoken, _LANGUAGE, *known)
    language = next((tag for tag in wished if tag in known), _LANGUAGE)
    origins = Origins(number=beginning.number)
    if sender is None:
        bare = new_letter(beginning.type, language, series=beginning.series)
        return Story(History(bare), origins)
    letter = new_letter(
        beginning.type,
        language,
        sender=office.senders.sender_for_letter(sender.key, language),
        series=beginning.series or sender.series,
    )
    return Story(History(_signed(office, letter, sender.key)), replace(origins, sender=sender.key))


def _signed(office: Office, letter: Letter, sender: str) -> Letter:
    return replace(letter, signatories=office.senders.signatories_for_letter(sender, letter.language))


def opened(office: Office, key: int) -> Story:
    """Go on with a draft. Raises ``DraftNotFound`` and ``DraftAlreadyRegistered``."""
    if number := office.drafts.registered_as(key):
        raise DraftAlreadyRegistered(draft=key, number=number)
    return Story(History(office.drafts.open(key)), office.drafts.origins(key))
