"""What the pane shows of a letter, read away from the window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_, ChanceryError, Sentence
from app.domain.marking import pieces
from app.domain.pages import SetLetter
from app.domain.register import Act, ActKind
from app.domain.searching import Marked
from app.flow.fields import in_words
from app.gui.letters.lines import LetterLine, LineKind

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.services.letter_cards import LetterCard

_TOLD: Final = {
    ActKind.RESERVED: N_("Reserved for {note}"),
    ActKind.VOIDED: N_("Made void: {note}"),
    ActKind.SIGNED: N_("Signed: {note}"),
    ActKind.DISPATCHED: N_("Sent: {note}"),
    ActKind.ANSWERED: N_("Reply: {note}"),
    ActKind.ATTACHED: N_("Attached {file}: {note}"),
}
_REGISTERED: Final = N_("Registered as {number}, sealed")
_CORRECTS: Final = N_("Corrects {number}")
_CORRECTED: Final = N_("Corrected by {number}")
_WAITS: Final = N_(
    "This number is taken and waits for its letter. If the letter is never signed, make the number void."
)
_SIGNS: Final = re.compile(r"\\(\s|[^\w\s])")
_BY: Final = N_("Noted by {person}")


@dataclass(frozen=True)
class Happened:
    """One line of the timeline, and who noted it."""

    day: date
    sentence: Sentence
    by: Sentence = Sentence("")


@dataclass(frozen=True)
class Shown:
    """A letter as the pane shows it: its pages, or why there are none and what it says."""

    line: LetterLine
    card: LetterCard | None = None
    act: Act | None = None
    pages: SetLetter | None = None
    told: Sentence | None = None
    why_not: Sentence | None = None
    paragraphs: Sequence[str] = ()
    excerpt: Marked = Marked("")


def shown_of(desktop: Desktop, line: LetterLine, typed: str) -> Shown:
    """Read everything about a line; it may take a while."""
    match line.key.kind:
        case LineKind.ENTRY:
            return _entry(desktop, line, typed)
        case LineKind.DRAFT:
            return _draft(desktop, line)
        case LineKind.RESERVED:
            return _reserved(desktop, line)


def _reserved(desktop: Desktop, line: LetterLine) -> Shown:
    reserved = desktop.office.letter_cards.reserved()
    act = next((act for act in reserved if act.sequence == line.key.at), None)
    return Shown(line, act=act, told=Sentence(_WAITS))


def _entry(desktop: Desktop, line: LetterLine, typed: str) -> Shown:
    cards = desktop.office.letter_cards
    card = cards.card(line.key.at)
    excerpt = as_read(desktop.office.search.excerpt(line.key.at, typed)) if typed.strip() else Marked("")
    try:
        pages = desktop.bench.desk.pages_of_document(cards.document(line.key.at))
    except ChanceryError as difficulty:
        return Shown(
            line,
            card,
            why_not=difficulty.sentence,
            paragraphs=[as_read(Marked(text)).text for text in card.paragraphs],
            excerpt=excerpt,
        )
    return Shown(line, card, pages=pages, excerpt=excerpt)


def _draft(desktop: Desktop, line: LetterLine) -> Shown:
    letter = desktop.office.drafts.open(line.key.at)
    called = in_words(desktop.texts.text)
    try:
        return Shown(line, pages=desktop.bench.desk.pages(letter, called=called).pages)
    except ChanceryError as difficulty:
        return Shown(line, why_not=difficulty.sentence)


def as_read(text: Marked) -> Marked:
    """Take the signs of the notation away, which only its reader needs; what is marked stays so."""
    read, marks = "", []
    for part, marked in pieces(text):
        plain = _SIGNS.sub(r"\1", part)
        if marked:
            marks.append((len(read), len(read) + len(plain)))
        read += plain
    return Marked(read, tuple(marks))


def timeline_of(shown: Shown) -> list[Happened]:
    """Give what happened to a letter or a number, the oldest first."""
    if shown.card is None:
        return [_told(shown.act)] if shown.act else []
    return _timeline(shown.card)


def _timeline(card: LetterCard) -> list[Happened]:
    entry = card.entry
    first = Happened(entry.registered_on, Sentence(_REGISTERED, {"number": entry.number}), _by(entry.person))
    lines = [first, *(_told(act) for act in card.acts)]
    if card.corrects:
        told = Sentence(_CORRECTS, {"number": card.corrects.number})
        lines.append(Happened(entry.registered_on, told))
    for other in card.corrected_by:
        told = Sentence(_CORRECTED, {"number": other.number})
        lines.append(Happened(other.registered_on, told, _by(other.person)))
    return sorted(lines, key=lambda one: one.day)


def _told(act: Act) -> Happened:
    facts = {"note": act.note, "file": act.file_name}
    return Happened(act.day, Sentence(_TOLD[act.kind], facts), _by(act.person))


def _by(person: str) -> Sentence:
    return Sentence(_BY, {"person": person}) if person else Sentence("")
