"""The legal references of the office: kept, found as one types, and cited in letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.citation_typing import typed_citation
from app.domain.citations import Citation
from app.domain.legal_references import Binding, LegalReference, for_a_letter
from app.domain.records import RecordKind
from app.services.finding import Finder
from app.services.records import Change, Records

LONGEST_LIST = 12


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One thing that may be cited: the citation as the letter would have it.

    ``key`` is that of the reference it comes from; what was only typed has none.
    ``binding`` is what is known of the State that the letter is about.
    """

    citation: Citation
    key: str = ""
    binding: Binding | None = None


class LawSource(Protocol):
    """Whoever can suggest legal references: the office's own, and law libraries."""

    def suggest(self, typed: str, language: str, state: str) -> Sequence[Suggestion]:
        """Give what fits what was typed, best first; where nothing is typed, what was used last."""


class LegalReferences:
    """Keeps the office's own references; ``libraries`` are asked after them."""

    def __init__(self, records: Records, finder: Finder, libraries: Sequence[LawSource] = ()) -> None:
        self._records, self._finder, self._libraries = records, finder, tuple(libraries)

    def save(self, one: LegalReference) -> Change:
        """Keep a reference; one without a key is new. ``undo`` takes it back."""
        return self._records.save(one)

    def delete(self, key: str) -> Change:
        """Put a reference into the bin. Raises ``RecordNotFound``."""
        return self._records.delete(key)

    def undo(self, change: Change) -> Change:
        """Put back what stood before a change; what it gives can be undone in turn."""
        return self._records.undo(change)

    def reference(self, key: str) -> LegalReference:
        """Raises ``RecordNotFound``."""
        return self._records.get(LegalReference, key)

    def references(self) -> Sequence[LegalReference]:
        """Give all references outside of the bin, by title."""
        return self._records.all(LegalReference)

    def mark_used(self, key: str) -> None:
        """Note that a letter cites a reference, so that it is suggested first."""
        if key:
            self._records.mark_used([key])

    def suggest(self, typed: str, language: str, state: str) -> Sequence[Suggestion]:
        """Give the office's own, in the letter's language first, then the libraries', then what was typed.

        ``state`` is the code of the State that the letter is about. What is
        found is never given twice.
        """
        own = [self._suggestion(one, state) for one in self._found(typed, language)]
        others = [one for library in self._libraries for one in library.suggest(typed, language, state)]
        read = typed_citation(typed, language)
        return _each_once([*own, *others, *([Suggestion(citation=read)] if read else [])])[:LONGEST_LIST]

    def _found(self, typed: str, language: str) -> Sequence[LegalReference]:
        found = self._finder.find(typed, [RecordKind.LAW], LONGEST_LIST)
        references = [self.reference(one.key) for one in found]
        return sorted(references, key=lambda one: one.language != language)

    def _suggestion(self, one: LegalReference, state: str) -> Suggestion:
        return Suggestion(citation=for_a_letter(one, state), key=one.key, binding=one.binding_of(state))


def _each_once(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    seen: dict[str, Suggestion] = {}
    for one in suggestions:
        names = LegalReference(citation=one.citation).names
        seen.setdefault(names[0] if names else "", one)
    return list(seen.values())
