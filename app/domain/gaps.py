"""Is every number of a register accounted for: used, reserved or void."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.errors import N_
from app.domain.register import Act, ActKind, Entry, Finding


class NumberState(StrEnum):
    """What became of a number."""

    USED = "used"
    RESERVED = "reserved"
    VOID = "void"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True)
class Counter:
    """How far one counter of a series has come: from ``first`` to ``last``, both taken."""

    series: str
    counted_in: int
    scope: str
    first: int
    last: int


@dataclass(frozen=True)
class NumberLine:
    """One number of the gap report, with what explains it."""

    counter: Counter
    ordinal: int
    suffix: str
    state: NumberState
    number: str
    note: str = ""
    person: str = ""

    @property
    def is_explained(self) -> bool:
        """Whether it is known what became of the number, and its counter knows of it."""
        counted = self.counter.first <= self.ordinal <= self.counter.last
        return counted and self.state is not NumberState.UNEXPLAINED


_Whole = tuple[str, int, str]
_Place = tuple[str, int, str, int, str]


# More numbers in a row than this that nothing explains stand in one line: a counter may say anything.
_LONGEST_LIST: Final = 100


def gap_report(
    counters: Iterable[Counter], entries: Iterable[Entry], acts: Iterable[Act]
) -> Iterator[NumberLine]:
    """Give every integer of each counter from its first to its last, and whatever was given besides.

    Besides are late numbers, and those that a counter does not know. A void
    letter is void, though its text stays in the register.
    """
    lines = _accounted(entries, acts)
    given: dict[_Whole, list[tuple[int, str]]] = {}
    for series, counted_in, scope, ordinal, suffix in sorted(lines):
        given.setdefault((series, counted_in, scope), []).append((ordinal, suffix))
    known = {(counter.series, counter.counted_in, counter.scope): counter for counter in counters}
    for whole in sorted({*known, *given}):
        counter = known.get(whole) or Counter(*whole, first=1, last=0)
        for number, ordinal, suffix in _numbers(counter, given.get(whole, ())):
            unknown = (NumberState.UNEXPLAINED, number, "", "")
            yield NumberLine(counter, ordinal, suffix, *lines.get((*whole, ordinal, suffix), unknown))


def _numbers(counter: Counter, given: Sequence[tuple[int, str]]) -> Iterator[tuple[str, int, str]]:
    """Give all integers of a counter and all numbers given, in their order."""
    following = counter.first
    for ordinal, suffix in given:
        yield from _stretch(following, min(ordinal + bool(suffix), counter.last + 1))
        yield "", ordinal, suffix
        following = max(following, ordinal + 1)
    yield from _stretch(following, counter.last + 1)


def _stretch(begin: int, end: int) -> Iterator[tuple[str, int, str]]:
    if end - begin > _LONGEST_LIST:
        yield f"{begin}–{end - 1}", begin, ""
        return
    for ordinal in range(begin, end):
        yield str(ordinal), ordinal, ""


_Account = tuple[NumberState, str, str, str]


def _accounted(entries: Iterable[Entry], acts: Iterable[Act]) -> dict[_Place, _Account]:
    known = list(acts)
    lines = {
        place_of(act): (NumberState.RESERVED, act.number, act.note, act.person)
        for act in known
        if act.kind is ActKind.RESERVED
    }
    lines |= {
        place_of(entry): (NumberState.USED, entry.number, entry.addressee, entry.person) for entry in entries
    }
    lines |= {
        place_of(act): (NumberState.VOID, act.number, act.note, act.person)
        for act in known
        if act.kind is ActKind.VOIDED
    }
    return lines


def place_of(link: Entry | Act) -> _Place:
    """Give what no two numbers share: series, year, State or unit, ordinal, letter."""
    return link.series, link.counted_in, link.scope, link.ordinal, link.suffix


def gap_findings(report: Iterable[NumberLine]) -> Iterator[Finding]:
    """Name every number that nothing explains, or that its counter does not know."""
    for line in report:
        if line.state is NumberState.UNEXPLAINED:
            yield Finding(line.number, N_("Nothing explains what became of this number."))
        elif not line.is_explained:
            yield Finding(line.number, N_("The counter of its series does not know this number."))
