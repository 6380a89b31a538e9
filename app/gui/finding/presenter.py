"""What the search field finds, decided without widgets; it is asked away from the window."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.domain.records import RECIPIENT_KINDS, RecordKind
from app.domain.searching import EntryStatus, Hit, Marked, Page, Results
from app.flow.standing import Step
from app.gui.finding.commands import Command, Commands
from app.gui.finding.deeds import Deeds, Watch
from app.gui.finding.lines import Group, Line, Question, Second
from app.gui.finding.marking import begins, holds, marked, together
from app.gui.letters.cells import Cells
from app.gui.letters.lines import (
    Doing,
    LetterLine,
    LineKey,
    LineKind,
    line_of_draft,
    line_of_hit,
    line_of_reservation,
)
from app.gui.records.naming import KIND_ICONS, KIND_TITLES, state_names
from app.gui.rooms import GUIDE
from app.gui.widgets.rows import RowTag

if TYPE_CHECKING:
    from app.domain.finding import Found
    from app.gui.desktop import Desktop

OF_EACH: Final = 5
_AT_REST, _COMMANDS_SHOWN = 3, 12
_BEST, _GOOD, _FOUND = 0, 1, 2
_LETTERS, _NEWEST = N_("Letters"), N_("Newest letters")
_DRAFTS, _GO_ON = N_("Drafts"), N_("Go on writing")
_RESERVED: Final = N_("Reserved numbers")
_RECIPIENTS, _CASES, _LAW = N_("Recipients"), N_("Cases"), N_("Legal references")
_LAST: Final = N_("Used last")
_OPENS: Final = N_("Enter opens")
_DOES: Final = N_("Enter does this")
_VOIDS: Final = N_("Enter asks why the number is void; nothing is done before you have said so")
_VOIDABLE: Final = N_("Numbers that can be made void")
_COMMANDS: Final = N_("Commands")
_LETTER_TO: Final = N_("New letter to this recipient")
_LETTER_ABOUT: Final = N_("New letter about this case")
_LETTER_FROM: Final = N_("New letter from this one")
_SHOW_AMONG: Final = N_("Show among the letters")
_ROOM_OF: Final = {
    **dict.fromkeys(RECIPIENT_KINDS, "recipients"),
    RecordKind.CASE: "cases",
    RecordKind.LAW: "law",
}
_HEADINGS: Final = {"cases": _CASES, "recipients": _RECIPIENTS, "law": _LAW}


class Finding:
    """Finds everything that a window with these rooms can show."""

    def __init__(self, desktop: Desktop, rooms: Collection[str], watch: Watch, today: date) -> None:
        self._desktop, self._rooms, self._today = desktop, rooms, today
        self._say, self._to = desktop.texts.text, desktop.going.to
        self._deeds = Deeds(desktop, watch)
        self._commands = Commands(desktop, self._deeds, today)
        self._states: dict[str, str] = {}

    def groups(self, typed: str, question: Question | None = None) -> tuple[Group, ...]:
        """Give what fits what was typed, the group with the best line first; at rest what is newest.

        With a question only what answers it is given.
        """
        if question:
            found = [self._to_be_void(typed)]
        elif not self._desktop.is_open:
            found = [self._commands_for(typed)]
        elif typed.strip():
            found = [self._letters(typed), self._drafts(typed), self._reserved(typed)]
            found += [self._records(typed, room) for room in _HEADINGS]
            found += [self._commands_for(typed)]
        else:
            found = self._at_rest()
        return tuple(sorted((group for group in found if group.lines), key=lambda group: group.rank))

    def _at_rest(self) -> list[Group]:
        office, say = self._desktop.office, self._say
        drafts = [self._draft(line_of_draft(one), "") for one in office.drafts.list()[:_AT_REST]]
        newest = (
            office.search.find(page=Page(size=_AT_REST), excerpts=False) if self._has("letters") else None
        )
        letters = [self._letter(hit) for hit in newest.hits] if newest else []
        kinds = [kind for kind, room in _ROOM_OF.items() if self._has(room)]
        last = [self._record(one, "") for one in office.finder.recent(kinds, OF_EACH)]
        commands = [self._command(one, "") for one in self._commands.known(self._rooms)[:OF_EACH]]
        return [
            Group(say(_GO_ON), drafts),
            Group(say(_NEWEST), letters),
            Group(say(_LAST), last),
            Group(say(_COMMANDS), commands),
        ]

    def _has(self, room: str) -> bool:
        return room in self._rooms

    # ── Letters ──────────────────────────────────────────────────────────────

    def _letters(self, typed: str) -> Group:
        if not self._has("letters"):
            return Group("", ())
        found = self._desktop.office.search.find(typed, page=Page(size=OF_EACH))
        rank = _BEST if found.numbered else _FOUND
        return Group(self._say(_LETTERS), [self._letter(hit) for hit in _each_once(found)[:OF_EACH]], rank)

    def _letter(self, hit: Hit) -> Line:
        line, entry = line_of_hit(hit), hit.entry
        says_less = not (hit.addressee.marks or hit.subject.marks or hit.number.marks)
        anew = partial(self._deeds.letter_from, entry.number, entry.registered_on.year, entry.series)
        return Line(
            name=f"letter {entry.sequence}",
            icon="mail",
            title=together(hit.number, hit.addressee),
            note=hit.excerpt if says_less and hit.excerpt.text else hit.subject,
            tag=self._cells.tag(line),
            act=partial(self._to, "letters", line.key),
            second=Second(self._say(_LETTER_FROM), anew) if self._has(GUIDE) else None,
        )

    def _drafts(self, typed: str) -> Group:
        lines = [line_of_draft(one) for one in self._desktop.office.drafts.list()]
        fitting = [line for line in lines if holds(f"{line.addressee} {line.subject}", typed)]
        rank = _GOOD if any(_starts(line, typed) for line in fitting) else _FOUND
        return Group(self._say(_DRAFTS), [self._draft(line, typed) for line in fitting[:OF_EACH]], rank)

    def _draft(self, line: LetterLine, typed: str) -> Line:
        go_on, among = partial(self._to, GUIDE, line.key.at), partial(self._to, "letters", line.key)
        both = self._has(GUIDE) and self._has("letters")
        return Line(
            name=f"draft {line.key.at}",
            icon="pencil",
            title=marked(line.subject or line.addressee, typed),
            note=marked(line.addressee if line.subject else "", typed),
            tag=RowTag(self._cells.short_day(line.day)),
            act=go_on if self._has(GUIDE) else among,
            second=Second(self._say(_SHOW_AMONG), among) if both else None,
        )

    def _reserved(self, typed: str) -> Group:
        if not self._has("letters"):
            return Group("", ())
        acts = self._desktop.office.letter_cards.reserved()
        lines = [line_of_reservation(act) for act in acts]
        fitting = [line for line in lines if holds(f"{line.number} {line.subject}", typed)]
        shown = [self._reservation(line, typed) for line in fitting[:OF_EACH]]
        return Group(self._say(_RESERVED), shown, _GOOD)

    def _reservation(self, line: LetterLine, typed: str) -> Line:
        return Line(
            name=f"reserved {line.key.at}",
            icon="hash",
            title=marked(line.number, typed),
            note=marked(line.subject, typed),
            tag=self._cells.tag(line),
            act=partial(self._to, "letters", line.key),
        )

    def _to_be_void(self, typed: str) -> Group:
        office = self._desktop.office
        reserved = [line_of_reservation(act) for act in office.letter_cards.reserved()]
        waiting = [line for line in reserved if holds(f"{line.number} {line.subject}", typed)]
        found = office.search.find(typed, page=Page(size=2 * OF_EACH), excerpts=False)
        valid = [hit for hit in _each_once(found) if hit.entry.status is not EntryStatus.VOID]
        lines = [self._reservation(line, typed) for line in waiting] + [self._letter(hit) for hit in valid]
        return Group(self._say(_VOIDABLE), [self._voiding(line) for line in lines[: 2 * OF_EACH]])

    def _voiding(self, line: Line) -> Line:
        kind, _, at = line.name.partition(" ")
        key = LineKey(LineKind.RESERVED if kind == "reserved" else LineKind.ENTRY, int(at))
        return replace(
            line, does=_VOIDS, second=None, act=partial(self._to, "letters", Doing(Step.VOID, key))
        )

    @property
    def _cells(self) -> Cells:
        return Cells(self._desktop.texts, self._today)

    # ── Directories ──────────────────────────────────────────────────────────

    def _records(self, typed: str, room: str) -> Group:
        kinds = [kind for kind, its in _ROOM_OF.items() if its == room and self._has(room)]
        found = self._desktop.office.finder.find(typed, kinds, OF_EACH) if kinds else ()
        rank = min((min(int(one.closeness), _FOUND) for one in found), default=_FOUND)
        return Group(self._say(_HEADINGS[room]), [self._record(one, typed) for one in found], rank)

    def _record(self, found: Found, typed: str) -> Line:
        other = found.matched if found.matched != found.title else ""
        return Line(
            name=f"record {found.key}",
            icon=KIND_ICONS.get(found.kind, "scale"),
            title=marked(found.title, typed),
            note=together(marked(other, typed), Marked(self._about(found)), between=" · "),
            act=partial(self._to, _ROOM_OF[found.kind], found.key),
            second=self._letter_for(found),
        )

    def _about(self, found: Found) -> str:
        if not self._states:
            self._states = state_names(self._desktop.office, self._desktop.texts.language)
        kind = self._say(KIND_TITLES[found.kind]) if found.kind in RECIPIENT_KINDS else ""
        state = self._states.get(found.state, found.state)
        return " · ".join(part for part in (kind, state) if part)

    def _letter_for(self, found: Found) -> Second | None:
        if found.kind is RecordKind.LAW or not self._has(GUIDE):
            return None
        if found.kind is RecordKind.CASE:
            return Second(self._say(_LETTER_ABOUT), partial(self._deeds.letter_about, found.key))
        return Second(self._say(_LETTER_TO), partial(self._deeds.letter_to, found.key, self._today))

    # ── Commands ─────────────────────────────────────────────────────────────

    def _commands_for(self, typed: str) -> Group:
        known = self._commands.known(self._rooms)
        fitting = [one for one in known if holds(f"{one.words} {one.others}", typed)]
        ranked = sorted(fitting, key=lambda one: _fit(one, typed))
        rank = min(_fit(ranked[0], typed), _FOUND) if ranked and typed.strip() else _FOUND
        lines = [self._command(one, typed) for one in ranked[:_COMMANDS_SHOWN]]
        return Group(self._say(_COMMANDS), lines, rank)

    def _command(self, one: Command, typed: str) -> Line:
        return Line(
            name=f"command {one.name}",
            icon=one.icon,
            title=marked(one.words, typed),
            keys=one.keys,
            does=_OPENS if one.opens else _DOES,
            act=one.act,
            asks=one.asks,
        )


def _each_once(found: Results) -> list[Hit]:
    """Give the letters whose number was typed, then the others."""
    numbered = {hit.entry.sequence for hit in found.numbered}
    return [*found.numbered, *(hit for hit in found.hits if hit.entry.sequence not in numbered)]


def _starts(line: LetterLine, typed: str) -> bool:
    return begins(line.addressee, typed) or begins(line.subject, typed)


def _fit(command: Command, typed: str) -> int:
    """Say how well a command fits: it begins so, its words hold it, or only the words beside them."""
    if begins(command.words, typed):
        return _GOOD
    return _FOUND if holds(command.words, typed) else _FOUND + 1
