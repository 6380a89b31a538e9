"""What the step “Legal references” knows and does; no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from app.domain.citations import Citation, IloConventions, Status, TreatyArticle
from app.domain.errors import N_, Sentence
from app.domain.legal_references import Binding, kept_from, status_of
from app.domain.letters import BlockKind
from app.flow.answers import citation_line
from app.flow.blocks import add_block, restore, settled
from app.flow.citation_kinds import KIND_TITLES, STATUS_TITLES, CitationKind
from app.flow.citing import (
    PRINTED_TITLES,
    Printed,
    kind_of,
    new_citation,
    printed_in,
    ready_for_filling,
)
from app.flow.filling import move, put, take_out
from app.gui.widgets.rows import Row, RowTag
from app.gui.widgets.words import Mood
from app.i18n.formats import long_day

if TYPE_CHECKING:
    from app.gui.guide.presenter import GuidePresenter
    from app.services.legal_references import LawSource, Suggestion

_LINE: Final = N_("{status} · {where}")
_SINCE: Final = N_("{status} {date}")
_NOT_KNOWN: Final = N_("Not known how the State is bound")
_AS_TYPED: Final = N_("As typed")
_CREATE: Final = N_("Fill in “{text}” by hand")
_MOODS: Final = {
    Status.NOT_RATIFIED: Mood.WARN,
    Status.DENOUNCED: Mood.WARN,
    Status.SIGNED: Mood.WARN,
    Status.UNKNOWN: Mood.NEUTRAL,
}


@dataclass(frozen=True, kw_only=True)
class CitedState:
    """One legal reference of the letter as its card shows it; ``number`` is counted from 1."""

    number: int
    kind: CitationKind
    title: str
    line: str
    is_first: bool
    is_last: bool


class LawPresenter:
    """Suggests legal references and puts them into the letter; ``source`` is the office or a library."""

    def __init__(self, guide: GuidePresenter, source: LawSource) -> None:
        self._guide, self._source = guide, source

    @property
    def cited(self) -> tuple[CitedState, ...]:
        """The references of the letter, in their order."""
        citations = self._guide.letter.citations
        return tuple(
            CitedState(
                number=number,
                kind=kind_of(one),
                title=self.title(one),
                line=self._line(one, number),
                is_first=number == 1,
                is_last=number == len(citations),
            )
            for number, one in enumerate(citations, start=1)
        )

    @property
    def is_unprinted(self) -> bool:
        """Whether there are references, and no part of the letter prints one."""
        letter = settled(self._guide.letter)
        numbers = range(1, len(letter.citations) + 1)
        kinds = {block.kind for block in letter.blocks}
        unread = not kinds & {BlockKind.LAW, BlockKind.ANNEX}
        return bool(numbers) and unread and all(printed_in(letter, one) is Printed.NOWHERE for one in numbers)

    def rows(self, typed: str) -> Sequence[Row]:
        """Give what may be cited for what was typed; may be asked on any thread."""
        letter = self._guide.letter
        return [self._row(one) for one in self._source.suggest(typed, letter.language, letter.state.code)]

    def creating(self, text: str) -> str:
        """Say what the last row of the list does."""
        return self._guide.texts.text(_CREATE, text=text)

    def kinds(self) -> Sequence[tuple[CitationKind, str]]:
        """Give the kinds of reference with their names."""
        return [(kind, self._guide.texts.text(title)) for kind, title in KIND_TITLES.items()]

    def add(self, citation: Citation) -> int:
        """Put a reference at the end and give its number."""
        self._guide.do(put("citations", ready_for_filling(citation)))
        return len(self._guide.letter.citations)

    def add_new(self, kind: CitationKind, text: str) -> int:
        """Begin a reference of a kind with what was typed, and give its number."""
        return self.add(new_citation(kind, text))

    def remove(self, number: int) -> str:
        """Take a reference out of the letter and give its title."""
        title = self.title(self._guide.letter.citations[number - 1])
        self._guide.do(take_out("citations", number))
        return title

    def move(self, number: int, by: int) -> int:
        """Move a reference and give its number afterwards."""
        to = min(max(number + by, 1), len(self._guide.letter.citations))
        self._guide.do(move("citations", number, to))
        return to

    def print_them(self) -> None:
        """Give the letter a part that prints its references, behind what it reports."""
        letter = settled(self._guide.letter)
        aside = next((block.key for block in letter.aside if block.kind is BlockKind.LAW), "")
        if aside:
            self._guide.do(restore(aside))
            return
        before = (BlockKind.CONCERN, BlockKind.FACTS, BlockKind.TESTIMONY, BlockKind.PATTERN)
        found = (block.key for kind in before for block in letter.blocks if block.kind is kind)
        self._guide.do(add_block(BlockKind.LAW, next(found, "")))

    def keep(self, number: int) -> None:
        """Keep a reference of the letter for other letters."""
        letter = self._guide.letter
        kept = kept_from(letter.citations[number - 1], language=letter.language, state=letter.state.code)
        self._guide.office.legal_references.save(kept)

    def title(self, citation: Citation) -> str:
        """Give a reference in a few words, by its kind where it has no name yet."""
        line = citation_line(citation)
        texts = self._guide.texts
        said = texts.said(line) if isinstance(line, Sentence) else str(line)
        return said.strip(" ,") or texts.text(KIND_TITLES[kind_of(citation)])

    def _row(self, one: Suggestion) -> Row:
        binding = one.binding
        tag = RowTag(self._bound(binding), _MOODS.get(binding.status, Mood.OK)) if binding else None
        below = _about(one.citation) or ("" if one.key else self._guide.texts.text(_AS_TYPED))
        return Row(one, self.title(one.citation), below, tag, icon="" if one.key else "pencil")

    def _bound(self, binding: Binding) -> str:
        whole = binding.when.first_day if binding.when and binding.when.day else None
        return self._since(binding.status, whole, binding.since)

    def _line(self, citation: Citation, number: int) -> str:
        texts = self._guide.texts
        where = texts.text(PRINTED_TITLES[printed_in(self._guide.letter, number)])
        status, since = status_of(citation)
        if not isinstance(citation, TreatyArticle | IloConventions):
            return where
        if status is Status.UNKNOWN:
            return texts.text(_LINE, status=texts.text(_NOT_KNOWN), where=where)
        return texts.text(_LINE, status=self._since(status, since, self._days(citation)), where=where)

    def _days(self, citation: Citation) -> str:
        """Give the days on which the State was bound to several conventions, where they differ."""
        several = citation.conventions if isinstance(citation, IloConventions) else ()
        days = [one.status_date for one in several if one.status_date]
        return ", ".join(long_day(day, self._guide.texts.language) for day in days)

    def _since(self, status: Status, day: date | None, roughly: str = "") -> str:
        texts, said = self._guide.texts, self._guide.texts.text(STATUS_TITLES[status])
        shown = long_day(day, texts.language) if day else roughly
        return texts.text(_SINCE, status=said, date=shown) if shown else said


def _about(citation: Citation) -> str:
    """Give what a suggestion says under its title."""
    if isinstance(citation, TreatyArticle):
        return citation.right_named or citation.treaty
    return getattr(citation, "quotation", "") or getattr(citation, "says", "")
