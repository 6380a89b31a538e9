"""What may be cited for the rights of a case, among what binds the State: fundamental instruments first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.cases import Right
from app.domain.law.citing import Standings
from app.domain.law.instruments import Instrument, Subject
from app.domain.law.standing import Standing
from app.domain.law.tables import LawTables


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Articles of an instrument that protect rights of the case, and how the State stands to it."""

    instrument: Instrument
    articles: tuple[str, ...]
    rights: tuple[Right, ...]
    standing: Standing

    @property
    def binds(self) -> bool:
        """Whether it binds the State; declarations are addressed to all."""
        return self.standing.binds or self.instrument.is_declaration


def proposals(
    tables: LawTables, standings: Standings, rights: Iterable[Right], state: str
) -> tuple[Proposal, ...]:
    """Give what protects the rights and binds the State, each instrument once."""
    found: dict[str, Proposal] = {}
    for right in rights:
        for subject in tables.subjects:
            if subject.right == right.value and subject.language == "en":
                found[subject.instrument] = _proposal(tables, standings, subject, state, found)
    bound = (one for one in found.values() if one.binds)
    return tuple(sorted(bound, key=_weight))


def _proposal(
    tables: LawTables,
    standings: Standings,
    subject: Subject,
    state: str,
    found: dict[str, Proposal],
) -> Proposal:
    key, right = subject.instrument, Right(subject.right)
    held = found.get(key)
    articles: Sequence[str] = held.articles if held else ()
    rights: Sequence[Right] = held.rights if held else ()
    return Proposal(
        instrument=tables.instruments[key],
        articles=tuple(dict.fromkeys((*articles, *subject.articles))),
        rights=tuple(dict.fromkeys((*rights, right))),
        standing=standings(state, key),
    )


def _weight(one: Proposal) -> tuple[bool, bool]:
    """Fundamental ones first, declarations behind treaties; what is alike keeps the order of the subjects."""
    return not one.instrument.is_fundamental, one.instrument.is_declaration
