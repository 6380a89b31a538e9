"""External references against the register: advice that only registered letters can give."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.checks import Advice
from app.domain.letters import Letter
from app.domain.queries import parse_query
from app.domain.reference_checks import TWO_TYPES, un_references
from app.domain.references import UnReference
from app.domain.searching import Page, Wanted
from app.services.letter_files import letter_from_snapshot
from app.services.ports import UnitOfWork, Work

_LOOKED_AT = 20


class References:
    """Compares the references of a letter with those that registered letters name."""

    def __init__(self, reading: Work) -> None:
        self._reading = reading

    def advice(self, letter: Letter) -> tuple[Advice, ...]:
        """Say where two types of letter are named under one UN State, number and year.

        The newest letters that name the number are looked at.
        """
        with self._reading() as work:
            return tuple(
                advice for place, mine in un_references(letter) for advice in _unlike(work, place, mine)
            )


def _unlike(work: UnitOfWork, place: str, mine: UnReference) -> Iterator[Advice]:
    others = {other for other in _named(work, mine) if other.place == mine.place}
    for other in sorted(others, key=str):
        if other.plain_type != mine.plain_type:
            yield Advice(place, TWO_TYPES, {"text": mine, "other": other})


def _named(work: UnitOfWork, mine: UnReference) -> Iterator[UnReference]:
    query = parse_query(f'"{mine.state} {mine.number}/{mine.year}" ')
    found = work.search.page(Wanted(query=query, page=Page(size=_LOOKED_AT)))
    for snapshot in work.search.snapshots([line.sequence for line in found]).values():
        for _place, reference in un_references(letter_from_snapshot(snapshot)):
            yield reference
