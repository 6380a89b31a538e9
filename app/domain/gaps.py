"""Is every number of a register accounted for: used, reserved or void."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

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


_Place = tuple[str, int, str, int, str]


def gap_report(
    counters: Iterable[Counter], entries: Iterable[Entry], acts: Iterable[Act]
) -> Iterator[NumberLine]:
    """Give every integer of each counter from its first to its last, and every late number.

    A void letter is void, though its text stays in the register.
    """
    lines = _accounted(entries, acts)
    for counter in counters:
        whole = (counter.series, counter.counted_in, counter.scope)
        late = {place[3:] for place in lines if place[:3] == whole and place[4]}
        numbers = {(ordinal, "") for ordinal in range(counter.first, counter.last + 1)}
        for ordinal, suffix in sorted(numbers | late):
            state, number, note, person = lines.get(
                (*whole, ordinal, suffix), (NumberState.UNEXPLAINED, f"{ordinal}{suffix}", "", "")
            )
            yield NumberLine(counter, ordinal, suffix, state, number, note, person)


_Account = tuple[NumberState, str, str, str]


def _accounted(entries: Iterable[Entry], acts: Iterable[Act]) -> dict[_Place, _Account]:
    known = list(acts)
    lines = {
        _place(act): (NumberState.RESERVED, act.number, act.note, act.person)
        for act in known
        if act.kind is ActKind.RESERVED
    }
    lines |= {
        _place(entry): (NumberState.USED, entry.number, entry.addressee, entry.person) for entry in entries
    }
    lines |= {
        _place(act): (NumberState.VOID, act.number, act.note, act.person)
        for act in known
        if act.kind is ActKind.VOIDED
    }
    return lines


def _place(link: Entry | Act) -> _Place:
    return link.series, link.counted_in, link.scope, link.ordinal, link.suffix


def gap_findings(report: Iterable[NumberLine]) -> Iterator[Finding]:
    """Name every number that nothing explains."""
    for line in report:
        if line.state is NumberState.UNEXPLAINED:
            yield Finding(line.number, N_("Nothing explains what became of this number."))
