"""What the room of the law shows, decided without widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from app.domain.citation_typing import typed_citation
from app.domain.citations import Citation, IloConvention, IloConventions, Status, TreatyArticle
from app.domain.errors import N_, Sentence
from app.domain.legal_references import Binding, LegalReference, bound, for_a_letter
from app.domain.letters import LetterType
from app.domain.people import State
from app.domain.records import RecordKind
from app.flow.answers import citation_line
from app.flow.choosing import new_letter
from app.flow.citation_kinds import KIND_TITLES, STATUS_TITLES, CitationKind
from app.flow.citing import kind_of, new_citation, ready_for_filling
from app.gui.records.naming import SAMPLE, state_names, written
from app.gui.widgets.rows import Row, RowTag
from app.i18n.catalogues import Catalogue

if TYPE_CHECKING:
    from app.bootstrap import Office
    from app.domain.letters import Letter
    from app.flow.editing import Edit

SHOWN: Final = 500
_ONE, _MANY = N_("{number} reference"), N_("{number} references")
_SINCE: Final = N_("{status}, {day}")


@dataclass(frozen=True)
class Listing:
    """The rows of the list, and the note beside its heading."""

    rows: Sequence[Row]
    note: str
    is_empty: bool


class LawPresenter:
    """Reads and names the references of the office."""

    def __init__(self, office: Office, texts: Catalogue) -> None:
        self._office, self._texts = office, texts

    def listing(self, typed: str, kind: CitationKind | None = None) -> Listing:
        """Give the references that are wanted, found by any part of any name."""
        known = {one.key: one for one in self._office.legal_references.references()}
        keys = list(known)
        if typed:
            keys = [one.key for one in self._office.finder.find(typed, (RecordKind.LAW,), SHOWN)]
        shown = [known[key] for key in keys if key in known]
        rows = [self._row(one) for one in shown if kind is None or kind_of(one.citation) is kind]
        return Listing(rows, self._texts.plural(_ONE, _MANY, len(rows)), is_empty=not known)

    def reference(self, key: str) -> LegalReference:
        """Raises ``RecordNotFound``."""
        return self._office.legal_references.reference(key)

    def begin(self, kind: CitationKind | None, typed: str, language: str) -> LegalReference:
        """Give a reference for what was typed: understood as lawyers cite, or of a kind to be filled in."""
        read = typed_citation(typed, language)
        if read is not None and kind in {None, kind_of(read)}:
            return LegalReference(language=language, citation=ready_for_filling(read))
        return LegalReference(language=language, citation=new_citation(kind or CitationKind.TREATY, typed))

    def understood(self, typed: str, language: str) -> CitationKind | None:
        """Give the kind of what was typed, if it is understood."""
        read = typed_citation(typed, language)
        return kind_of(read) if read else None

    def title(self, citation: Citation) -> str:
        """Give a reference in a few words, by its kind where it has no name yet."""
        line = citation_line(citation)
        said = self._texts.said(line) if isinstance(line, Sentence) else str(line)
        return said.strip(" ,") or self._texts.text(KIND_TITLES[kind_of(citation)])

    def states(self) -> Sequence[tuple[str, str]]:
        """Give the States by code and name, in the order of their names."""
        names = state_names(self._office, self._texts.language)
        return sorted(names.items(), key=lambda one: one[1])

    def bindings(self, reference: LegalReference) -> Sequence[tuple[str, str]]:
        """Say of each State what is known of it."""
        names = state_names(self._office, self._texts.language)
        return [(names.get(one.state, one.state), self._bound(one)) for one in reference.bindings]

    def _bound(self, binding: Binding) -> str:
        status = self._texts.text(STATUS_TITLES[binding.status])
        day = written(binding.since, self._texts.language)
        return self._texts.text(_SINCE, status=status, day=day) if day else status

    def _row(self, one: LegalReference) -> Row:
        named = self._office.finder.get(one.key)
        tag = RowTag(self._texts.text(SAMPLE)) if named and named.sample else None
        kind = self._texts.text(KIND_TITLES[kind_of(one.citation)])
        return Row(one.key, self.title(one.citation), kind, tag, icon="scale")


class ReferenceDesk:
    """Holds a letter of which only the legal reference counts, so that the fields of letters serve it."""

    def __init__(
        self,
        texts: Catalogue,
        reference: LegalReference,
        state: State,
        changed: Callable[[LegalReference, str], None],
    ) -> None:
        self.texts, self.state, self._reference, self._changed = texts, state, reference, changed
        self.letter: Letter = replace(
            new_letter(LetterType.PROTEST, reference.language),
            state=state,
            citations=(for_a_letter(reference, state.code),),
        )

    @property
    def reference(self) -> LegalReference:
        """The reference as it is now."""
        return self._reference

    def do(self, edit: Edit) -> None:
        """Change the reference."""
        self.letter = edit.on(self.letter)
        citation = self.letter.citations[0]
        plain = bound(replace(citation, key=""), Status.UNKNOWN, None)
        self.become(self._knowing(replace(self._reference, citation=plain), citation), edit.place)

    def become(self, reference: LegalReference, place: str) -> None:
        """Let the reference be another, changed at a place."""
        self._reference = reference
        self._changed(reference, place)

    def _knowing(self, reference: LegalReference, citation: Citation) -> LegalReference:
        """Keep what is known of the State; where nothing changed, a date known roughly stays as it is."""
        code = self.state.code
        before = _statuses(for_a_letter(self._reference, code))
        changed = [one for one in _statuses(citation) if one not in before]
        if not code or not changed:
            return reference
        status, since = changed[0]
        return reference.knowing(Binding(state=code, status=status, since=since.isoformat() if since else ""))


def _statuses(citation: Citation) -> list[tuple[Status, date | None]]:
    """Give how the State stands to each treaty that is cited."""
    bonds = citation.conventions if isinstance(citation, IloConventions) else (citation,)
    return [(one.status, one.status_date) for one in bonds if isinstance(one, IloConvention | TreatyArticle)]
