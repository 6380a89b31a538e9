"""What the room of the cases shows, decided without widgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.case_files import (
    CaseFact,
    CaseFile,
    FactTexts,
    Happening,
    HappeningKind,
    PersonConcerned,
    PersonTexts,
    Reply,
)
from app.domain.errors import N_
from app.domain.records import RecordKind
from app.domain.references import ExternalReference, ReferenceKind, UnReference, typed
from app.domain.said import name_in, said_anyhow, said_in
from app.gui.cases.naming import CLOSED, CONFIDENCES, CONFIDENTIAL, HAPPENINGS, REFERENCE_KINDS, RIGHTS
from app.gui.records.naming import SAMPLE, state_names, written
from app.gui.widgets.rows import Row, RowTag
from app.gui.widgets.words import Mood
from app.i18n.catalogues import Catalogue

if TYPE_CHECKING:
    from app.bootstrap import Office as Services
    from app.domain.finding import Found
    from app.domain.records import Named
    from app.services.records import Change

Line = tuple[str, str]
SHOWN: Final = 1_000
_ONE, _MANY = N_("{number} case"), N_("{number} cases")
_UNNAMED: Final = N_("Case without a title")
_NO_TEXT: Final = N_("No text yet")
_LENT: Final = N_("{text} (not in this language yet)")
_LOOKS_UN: Final = N_("This looks like a reference of the United Nations. Those are written AL KAZ 1/2017.")
_LOOKS_ILO: Final = N_("This looks like a case of the ILO. Those are written Case No. 3283.")
_OTHER_STATE: Final = N_("The reference names another State, {state}, than the case.")
_UN_BEGINS: Final = ("al ", "ua ", "ol ", "jal ", "jua ", "jol ", "al-", "ua-", "ol-")


@dataclass(frozen=True)
class CaseWish:
    """Which cases are wanted; what is left empty narrows nothing."""

    typed: str = ""
    state: str = ""
    closed: bool | None = None


@dataclass(frozen=True)
class CaseListing:
    """The rows of the list, a note beside its heading, and the States that can be chosen."""

    rows: Sequence[Row]
    note: str
    states: Sequence[tuple[str, str]]
    is_empty: bool


class CasesPresenter:
    """Reads case files for their room. Its methods may run on any thread."""

    def __init__(self, services: Services, texts: Catalogue) -> None:
        self.services, self.texts = services, texts
        self._files = services.case_files

    def listing(self, wish: CaseWish) -> CaseListing:
        """Give the cases that are wanted, those with what was typed best first."""
        kinds = (RecordKind.CASE,)
        known, states = self.services.finder.all(kinds), self.states()
        closed = {one.key for one in self._files.cases() if one.closed}
        found = self.services.finder.find(wish.typed, kinds, SHOWN) if wish.typed else known
        narrowed = [
            one for one in found if wish.state in {"", one.state} and wish.closed in {None, one.key in closed}
        ]
        used = {(one.state, states.get(one.state, one.state)) for one in known if one.state}
        return CaseListing(
            rows=[self._row(one, states, closed) for one in narrowed[:SHOWN]],
            note=self.texts.plural(_ONE, _MANY, len(narrowed)),
            states=sorted(used, key=lambda one: one[1]),
            is_empty=not known,
        )

    def states(self) -> dict[str, str]:
        """Give the names of all States by their codes."""
        return state_names(self.services, self.texts.language)

    def read(self, key: str) -> CaseFile:
        """Give a case. Raises ``RecordNotFound``."""
        return self._files.case(key)

    def save(self, case: CaseFile) -> Change:
        """Keep a case."""
        return self._files.save(case)

    def title(self, case: CaseFile) -> str:
        """Give the title by which a case is shown."""
        places = ("title", "organisation", "subject")
        names = (name_in(case.texts, self.texts.language, place)[0] for place in places)
        return next((name for name in names if name), "") or self.texts.text(_UNNAMED)

    def told(self, case: CaseFile, language: str) -> list[Line]:
        """Give what is known of a case once, and what is said of it in a language."""
        say, texts = self.texts.text, case.texts_in(language)
        rights = ", ".join(say(RIGHTS[one]) for one in case.rights)
        states = self.states()
        return [
            (say(N_("Title")), texts.title),
            (say(N_("Organisation concerned")), texts.organisation),
            (say(N_("State")), states.get(case.state, case.state)),
            (say(N_("Rights")), rights),
            (say(N_("What happened")), texts.event),
            (say(N_("What the letter concerns")), texts.subject),
            (say(N_("Specific concern")), texts.concern),
            (say(N_("General concern")), texts.general_concern),
            (say(N_("Interim measures")), texts.interim_measures),
            (say(N_("Also known as")), "\n".join(case.aliases)),
            (say(N_("Notes")), case.notes),
        ]

    def fact_row(self, fact: CaseFact, at: int, language: str) -> Row:
        """Give the row of a fact; a confidential one has a lock and says so."""
        said, own = said_anyhow(fact.texts, language), said_in(fact.texts, language)
        text = said.text if said else ""
        if text and not (own and own.text):
            text = self.texts.text(_LENT, text=text)
        words, mood = CONFIDENCES[fact.confidence]
        tag = RowTag(self.texts.text(words), mood)
        if fact.confidential:
            tag = RowTag(self.texts.text(CONFIDENTIAL), Mood.BAD)
        day = written(fact.date, self.texts.language)
        parts = (day, said.actor if said else "", said.place if said else "")
        shown = " · ".join(part for part in parts if part)
        icon = "lock" if fact.confidential else "calendar"
        return Row(at, text or self.texts.text(_NO_TEXT), shown, tag, icon)

    def person_row(self, person: PersonConcerned, at: int, language: str) -> Row:
        """Give the row of a person concerned."""
        name = name_in(person.texts, language)[0]
        role = name_in(person.texts, language, "role")[0]
        return Row(at, name or self.texts.text(_NO_TEXT), role, icon="user")

    def reply_row(self, reply: Reply, at: int, _language: str) -> Row:
        """Give the row of a reply."""
        day = written(reply.date, self.texts.language)
        said = " · ".join(part for part in (day, reply.number, reply.answers) if part)
        title = reply.sender or reply.summary or self.texts.text(_NO_TEXT)
        return Row(at, title, said or (reply.summary if reply.sender else ""), icon="reply")

    def reference_row(self, reference: ExternalReference, at: int) -> Row:
        """Give the row of a reference, with who assigns it."""
        return Row(
            at, reference.text, tag=RowTag(self.texts.text(REFERENCE_KINDS[reference.kind])), icon="hash"
        )

    def warning(self, text: str, case: CaseFile) -> str:
        """Say what looks wrong with a reference, nothing where nothing does."""
        reference, low = typed(text), text.strip().casefold()
        parsed = reference.parsed
        if isinstance(parsed, UnReference) and case.state and parsed.state != case.state:
            return self.texts.text(_OTHER_STATE, state=self.states().get(parsed.state, parsed.state))
        if reference.kind is not ReferenceKind.THEIRS:
            return ""
        if low.startswith(_UN_BEGINS):
            return self.texts.text(_LOOKS_UN)
        return self.texts.text(_LOOKS_ILO) if low.startswith(("case ", "cfa ")) else ""

    def timeline(self, case: CaseFile) -> list[tuple[Happening, Row]]:
        """Give letters, drafts and replies in the order of their days."""
        lines = self._files.timeline(case.key, self.texts.language)
        told = (one for one in lines if one.kind is not HappeningKind.FACT)
        return [(one, self._happening(one, at)) for at, one in enumerate(told)]

    def _happening(self, one: Happening, at: int) -> Row:
        words, icon = HAPPENINGS[one.kind]
        day = written(one.day, self.texts.language)
        said = " · ".join(part for part in (day, one.number, one.who) if part)
        kind = self.texts.text(words)
        return Row(at, one.title or kind, said, RowTag(kind, _MOODS[one.kind]), icon)

    def _row(self, one: Named | Found, states: dict[str, str], closed: set[str]) -> Row:
        matched = getattr(one, "matched", one.title)
        parts = (states.get(one.state, one.state), matched if matched != one.title else "")
        title = one.title if one.title != one.key else self.texts.text(_UNNAMED)
        said = " · ".join(part for part in parts if part)
        return Row(one.key, title, said, next(self._tags(one, closed), None), "briefcase")

    def _tags(self, one: Named | Found, closed: set[str]) -> Iterator[RowTag]:
        if one.key in closed:
            yield RowTag(self.texts.text(CLOSED))
        if one.sample:
            yield RowTag(self.texts.text(SAMPLE))


_MOODS: Final = {
    HappeningKind.LETTER: Mood.ACCENT,
    HappeningKind.DRAFT: Mood.NEUTRAL,
    HappeningKind.REPLY: Mood.OK,
    HappeningKind.FACT: Mood.NEUTRAL,
}


def has_texts(case: CaseFile, language: str) -> bool:
    """Say whether a case is told in a language."""
    return any(one.language == language for one in case.texts)


def new_fact(language: str) -> CaseFact:
    """Begin a fact."""
    return CaseFact(texts=(FactTexts(language=language),))


def new_person(language: str) -> PersonConcerned:
    """Begin a person concerned."""
    return PersonConcerned(texts=(PersonTexts(language=language),))
