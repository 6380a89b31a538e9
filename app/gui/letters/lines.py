"""The lines of the table: registered letters, drafts and reserved numbers, all alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.domain.folding import fold, sort_key
from app.domain.register import Act
from app.domain.searching import EntryFilter, Hit, Listed, SortedBy
from app.flow.standing import STANDING_OF, STATUS_OF, Standing, Step

if TYPE_CHECKING:
    from app.services.drafts import DraftLine

Marks = tuple[tuple[int, int], ...]


class LineKind(StrEnum):
    """What stands in a line."""

    ENTRY = "entry"
    DRAFT = "draft"
    RESERVED = "reserved"


@dataclass(frozen=True)
class LineKey:
    """Which letter, draft or number a line is about; ``going.to("letters", LineKey(…))`` shows it."""

    kind: LineKind
    at: int


@dataclass(frozen=True)
class Doing:
    """What is to be done with a letter as soon as it is shown: ``going.to("letters", Doing(…))``."""

    step: Step
    key: LineKey | None = None


@dataclass(frozen=True, kw_only=True)
class LetterLine:
    """One line of the table. ``marks`` are the stretches of its texts that were looked for."""

    key: LineKey
    standing: Standing
    day: date
    number: str = ""
    series: str = ""
    addressee: str = ""
    subject: str = ""
    state: str = ""
    language: str = ""
    type: str = ""
    due: date | None = None
    marks: Mapping[str, Marks] = field(default_factory=dict)


def line_of_listed(listed: Listed) -> LetterLine:
    """Give the line of a registered letter."""
    return LetterLine(
        key=LineKey(LineKind.ENTRY, listed.sequence),
        standing=STANDING_OF[listed.status],
        day=listed.registered_on,
        number=listed.number,
        series=listed.series,
        addressee=listed.addressee,
        subject=listed.subject,
        state=listed.state,
        language=listed.language,
        type=listed.letter_type,
        due=listed.due,
    )


def line_of_hit(hit: Hit) -> LetterLine:
    """Give the line of a letter that was found, with what was looked for marked."""
    marks = {name: getattr(hit, name).marks for name in ("number", "addressee", "subject")}
    return LetterLine(
        **vars(line_of_listed(hit.entry)) | {"marks": {name: one for name, one in marks.items() if one}}
    )


def line_of_draft(draft: DraftLine) -> LetterLine:
    """Give the line of a draft."""
    return LetterLine(
        key=LineKey(LineKind.DRAFT, draft.key),
        standing=Standing.DRAFT,
        day=draft.changed_at.astimezone().date(),
        addressee=draft.addressee,
        subject=draft.title,
        state=draft.state_code or draft.state,
        language=draft.language,
        type=draft.type,
    )


def line_of_reservation(act: Act) -> LetterLine:
    """Give the line of a number that waits for its letter."""
    return LetterLine(
        key=LineKey(LineKind.RESERVED, act.sequence),
        standing=Standing.RESERVED,
        day=act.day,
        number=act.number,
        series=act.series,
        subject=act.note,
    )


_SORTED_BY: Final = {
    SortedBy.ADDRESSEE: lambda line: sort_key(line.addressee),
    SortedBy.SUBJECT: lambda line: sort_key(line.subject),
    SortedBy.DATE: lambda line: line.day.isoformat(),
    SortedBy.NUMBER: lambda line: line.number,
}


def in_order(lines: list[LetterLine], by: SortedBy, *, descending: bool) -> tuple[LetterLine, ...]:
    """Sort the few lines that stand before the registered letters."""
    if by not in _SORTED_BY:
        return tuple(lines)
    return tuple(sorted(lines, key=_SORTED_BY[by], reverse=descending))


@dataclass(frozen=True)
class Wish:
    """What the table is to show: what was typed, the filters, one standing, the order."""

    typed: str = ""
    narrowed: EntryFilter = EntryFilter()
    standing: Standing | None = None
    by: SortedBy = SortedBy.REGISTERED
    descending: bool = True

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.typed.strip() or self.narrowed or self.standing)

    @property
    def entries(self) -> EntryFilter | None:
        """The filter for registered letters; nothing where none is wanted."""
        if self.standing in {Standing.DRAFT, Standing.RESERVED}:
            return None
        status = STATUS_OF[self.standing] if self.standing else None
        return EntryFilter(**vars(self.narrowed) | {"status": status})

    def takes(self, line: LetterLine) -> bool:
        """Say whether a draft or a reserved number is wanted."""
        wanted, said = self.narrowed, f"{line.number} {line.addressee} {line.subject}"
        words = fold(said).split()
        return (
            wanted.overdue is None
            and self.standing in {None, line.standing}
            and wanted.year in {None, line.day.year}
            and wanted.series in {"", line.series}
            and wanted.state in {"", line.state}
            and wanted.language in {"", line.language, line.language.split("-")[0]}
            and wanted.type in {"", line.type}
            and all(any(one.startswith(word) for one in words) for word in fold(self.typed).split())
        )
