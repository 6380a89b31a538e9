"""The law library: finding law as one types, citing it, and how each State stands to it.

The shipped tables are only read. What an office has corrected lies in its own
legal references, goes before the tables, and stays when the tables are replaced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Final

from app.domain.cases import Right
from app.domain.checks import Advice
from app.domain.citation_typing import typed_citation
from app.domain.citations import Citation, IloConventions, Status, TreatyArticle
from app.domain.law.checks import advice_on_law
from app.domain.law.citing import Citing
from app.domain.law.entries import entries
from app.domain.law.finding import Hit, ItemKind, LawIndex, Preference
from app.domain.law.instruments import Article, DataSource
from app.domain.law.names import Closeness
from app.domain.law.proposing import Proposal, proposals
from app.domain.law.standing import Standing
from app.domain.law.tables import LawTables
from app.domain.law.words import Vocabulary
from app.domain.legal_references import Binding, LegalReference
from app.domain.letters import Letter
from app.services.law_tables import read_law_tables
from app.services.legal_references import Suggestion

MOST_SUGGESTED: Final = 8
_OWN: Final = "own"
_COUNCIL: Final = "A/HRC/RES/"


@dataclass(frozen=True, kw_only=True)
class Found:
    """One thing that was found: the place in it, and how the State stands to it, where States ratify it."""

    hit: Hit
    standing: Standing | None = None

    @property
    def id(self) -> str:
        """The id by which ``LawLibrary.show`` knows it."""
        return self.hit.entry.id


@dataclass(frozen=True, kw_only=True)
class Shown:
    """All that the library knows of one thing; ``facts`` are what its row says, by name."""

    id: str
    kind: ItemKind
    title: str
    facts: Mapping[str, object]
    articles: Sequence[Article] = ()
    source: DataSource | None = None


class LawLibrary:
    """Answers from the tables of ``reference`` and from what the office itself knows.

    ``own`` gives the office's legal references, ``letters`` those that it wrote last. Everything is
    read when it is first wanted; any thread may ask.
    """

    def __init__(
        self,
        reference: Path,
        own: Callable[[], Sequence[LegalReference]] = tuple,
        letters: Callable[[], Iterable[Letter]] = tuple,
    ) -> None:
        self._reference, self._own, self._letters = reference, own, letters
        self._lock = Lock()
        self._used: Mapping[tuple[str, str], int] | None = None

    @cached_property
    def tables(self) -> LawTables:
        """The facts of the shipped release."""
        return read_law_tables(self._reference)

    @cached_property
    def _index(self) -> LawIndex:
        return LawIndex(entries(self.tables), Vocabulary(self.tables.words))

    def load(self) -> None:
        """Read everything now, so that the first question is answered as fast as the others."""
        with self._lock:
            _ = self._index

    def find(self, text: str, state: str = "", limit: int = 12) -> Sequence[Found]:
        """Give what fits what was typed, best first: exactness, use in letters, what binds the State."""
        self.load()
        corrected = self._corrected()
        hits = self._index.find(text, self._preference(state, corrected), limit)
        return [self._found(hit, state, corrected) for hit in hits]

    def suggest(self, typed: str, language: str, state: str) -> Sequence[Suggestion]:
        """Give what may be cited for what was typed, as the letter would have it."""
        if not typed.strip():
            self._used = None
            return []
        found = self.find(typed, state, MOST_SUGGESTED)
        if typed_citation(typed, language):  # what has the form of a reference is not taken for another one
            found = [one for one in found if one.hit.closeness < Closeness.MISTYPED]
        return [self._suggestion(one, language, state) for one in found]

    def cite(self, hit: Hit, state: str, language: str) -> Citation:
        """Give the citation of what was found, with how the State stands to it."""
        self.load()
        return Citing(self.tables, self.standing).citation(hit, state, language)

    def standing(self, state: str, instrument: str) -> Standing:
        """Say how a State stands to an instrument: as the office corrected it, else as the tables have it."""
        own = self._corrected().get((state, instrument))
        return own or self.tables.standing(state, instrument)

    def standings_of(self, state: str) -> Sequence[Standing]:
        """Say how a State stands to every instrument that States can join, the fundamental ones first."""
        self.load()
        joined = (one.id for one in self._index.entries if one.id in self.tables.coverage)
        corrected = self._corrected()
        return [corrected.get((state, key)) or self.tables.standing(state, key) for key in joined]

    def states_of(self, instrument: str) -> Sequence[Standing]:
        """Say how each listed State stands to an instrument."""
        corrected = self._corrected()
        return [corrected.get((one.state, instrument), one) for one in self.tables.states_of(instrument)]

    def propose(self, rights: Iterable[Right], state: str) -> Sequence[Proposal]:
        """Give what protects the rights of a case and binds the State, the fundamental instruments first."""
        return proposals(self.tables, self.standing, rights, state)

    def advice(self, letter: Letter) -> Sequence[Advice]:
        """Give what looks wrong in a letter's legal references and mandates; it stops nobody."""
        quotations = [one.citation for one in self._own()]
        return tuple(advice_on_law(letter, self.tables, self.standing, quotations))

    def show(self, key: str, language: str = "en") -> Shown | None:
        """Give all that is known under an id; nothing where there is none."""
        self.load()
        entry = self._index.entry(key)
        row = next((held[key] for held in self._rows() if key in held), None)
        if entry is None or row is None:
            return None
        facts = {name: value for name, value in vars(row).items() if value and name != "source"}
        articles = [one for one in self.tables.articles.get(key, ()) if one.language == language]
        source = self.tables.sources.get(getattr(row, "source", ""))
        return Shown(
            id=key, kind=entry.kind, title=entry.title, facts=facts, articles=articles, source=source
        )

    def _rows(self) -> Iterable[Mapping[str, object]]:
        tables = self.tables
        return tables.instruments, tables.adopted, tables.reports, tables.comments

    def _found(self, hit: Hit, state: str, corrected: Mapping[tuple[str, str], Standing]) -> Found:
        key = hit.entry.id.partition(":")[0] if hit.entry.within else hit.entry.id
        if not state or key not in self.tables.coverage:
            return Found(hit=hit)
        return Found(hit=hit, standing=corrected.get((state, key)) or self.tables.standing(state, key))

    def _suggestion(self, one: Found, language: str, state: str) -> Suggestion:
        binding = one.standing and _binding(one.standing)
        return Suggestion(citation=self.cite(one.hit, state, language), binding=binding or None)

    def _preference(self, state: str, corrected: Mapping[tuple[str, str], Standing]) -> Preference:
        own = {key for (of, key), one in corrected.items() if of == state and one.binds}
        return Preference(used=self._use_of(state), binding=self.tables.binding_on(state) | own)

    def _use_of(self, state: str) -> Mapping[str, int]:
        """Count how often the last letters cited each thing; those about the State count most."""
        if self._used is None:
            self._used = Counter(
                (letter.state.code, key)
                for letter in self._letters()
                for cited in letter.citations
                for key in self.keys_of(cited)
            )
        counted: Counter[str] = Counter()
        for (of, key), times in self._used.items():
            counted[key] += times * (100 if of == state else 1)
        return counted

    def keys_of(self, cited: Citation) -> Sequence[str]:
        """Give the ids of what a citation cites, as far as the library holds it."""
        if isinstance(cited, IloConventions):
            return [key for number in cited.numbers if (key := f"C{number:0>3}") in self.tables.instruments]
        names = {name for name in map(str, vars(cited).values()) if name}
        held = (one.id for one in self.tables.instruments.values() if {one.short, one.title} & names)
        symbols = (key for key in (*self.tables.reports, *self.tables.comments) if key in names)
        adopted = (key for name in names if (key := f"{_COUNCIL}{name}") in self.tables.adopted)
        return [*held, *symbols, *adopted]

    def _corrected(self) -> Mapping[tuple[str, str], Standing]:
        """Give what the office itself knows, by State and instrument."""
        found: dict[tuple[str, str], Standing] = {}
        for reference in self._own():
            keys = self.keys_of(reference.citation) if _is_joined(reference.citation) else ()
            for binding in reference.bindings:
                if len(keys) == 1 and binding.status is not Status.UNKNOWN:
                    found[binding.state, keys[0]] = _standing(binding, keys[0])
        return found


def _is_joined(cited: Citation) -> bool:
    return isinstance(cited, IloConventions | TreatyArticle)


def _standing(binding: Binding, instrument: str) -> Standing:
    return Standing(
        state=binding.state,
        instrument=instrument,
        status=binding.status,
        since=binding.since,
        as_of=binding.as_of,
        source=binding.source or _OWN,
        own=True,
    )


def _binding(standing: Standing) -> Binding:
    """Give a standing as suggestions show it; of what nobody has a source for nothing is said."""
    known = standing.for_a_letter
    return Binding(
        state=known.state, status=known.status, since=known.since, as_of=known.as_of, source=known.source
    )
