"""Taking numbers inside a unit of work: the next one, a reserved one, a late one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_lowercase
from typing import TypeVar

from app.domain.errors import N_, ChanceryError
from app.domain.gaps import place_of
from app.domain.register import (
    Act,
    ActKind,
    Entry,
    EntryNotFound,
    Link,
    NumberParts,
    Scope,
    Series,
)
from app.services.ports import UnitOfWork

SealedLink = TypeVar("SealedLink", Entry, Act)
AnyLink = TypeVar("AnyLink", Entry, Act, Entry | Act)


class NotReserved(ChanceryError):
    """A letter was to be registered under a number that nobody reserved."""

    message = N_("The number “{number}” is not reserved. “chancery gaps” lists the reserved ones.")


class LateEntriesNotAllowed(ChanceryError):
    """A series has no lettered numbers."""

    message = N_(
        "The series “{series}” has no late entries. "
        "Allow them with “chancery series edit {series} --late-entries”, or take the next number."
    )


class NoLateEntryLeft(ChanceryError):
    """Every letter of the alphabet stands behind a number already."""

    message = N_("{number} has late entries from a to z; there is no letter left. Take the next number.")


class AmbiguousNumber(ChanceryError):
    """A number was given in several years or series."""

    message = N_("“{number}” was given more than once: {places}. Say which with --year or --series.")


class NumberNotGiven(ChanceryError):
    """A number is neither that of a letter nor reserved."""

    message = N_("The number “{number}” was never given. “chancery gaps” lists those that were.")


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A number that belongs to a letter from now on."""

    series: Series
    counted_in: int
    scope: str
    ordinal: int
    number: str
    suffix: str = ""


def take_next(work: UnitOfWork, series: Series, parts: NumberParts) -> Taken:
    """Take the next number of a series."""
    counted_in, scope = series.counted_in(parts.day), series.scope_of(parts)
    ordinal = work.series.next_ordinal(series.key, counted_in, scope)
    number = series.written(ordinal, parts)
    return Taken(series=series, counted_in=counted_in, scope=scope, ordinal=ordinal, number=number)


def peek_next(work: UnitOfWork, series: Series, parts: NumberParts) -> str:
    """Give the number that would be taken next, and take none. Raises ``NumberPartMissing``."""
    year, scope = series.counted_in(parts.day), series.scope_of(parts)
    counters = [one for one in work.series.counters() if one.series == series.key]
    here = next((one for one in counters if (one.counted_in, one.scope) == (year, scope)), None)
    began_before = any(one.counted_in < year for one in counters)
    first = 1 if began_before else series.start
    return series.written(here.last + 1 if here else first, parts)


def take_reserved(work: UnitOfWork, number: str, year: int | None = None, series: str = "") -> Taken:
    """Take a number that was reserved. Raises ``NotReserved`` and ``AmbiguousNumber``."""
    reserved = open_reservation(work, number, year, series)
    return Taken(
        series=work.series.get(reserved.series),
        counted_in=reserved.counted_in,
        scope=reserved.scope,
        ordinal=reserved.ordinal,
        number=reserved.number,
        suffix=reserved.suffix,
    )


def take_late(
    work: UnitOfWork, after: str, parts: NumberParts, year: int | None = None, series: str = ""
) -> Taken:
    """Take the next lettered number after one that is registered: 147a after 147.

    It belongs to the year, and to the State or unit, of the number before it.
    Raises ``EntryNotFound``, ``AmbiguousNumber``, ``LateEntriesNotAllowed`` and ``NoLateEntryLeft``.
    """
    before = the_entry(work, after, year, series)
    counted = work.series.get(before.series)
    if not counted.late_entries:
        raise LateEntriesNotAllowed(series=counted.key)
    used = work.register.suffixes(before)
    suffix = next((letter for letter in ascii_lowercase if letter not in used), None)
    if suffix is None:
        raise NoLateEntryLeft(number=before.number)
    beside = _beside(before, counted, replace(parts, suffix=suffix))
    return Taken(
        series=counted,
        counted_in=before.counted_in,
        scope=before.scope,
        ordinal=before.ordinal,
        number=counted.written(before.ordinal, beside),
        suffix=suffix,
    )


def _beside(before: Entry, series: Series, parts: NumberParts) -> NumberParts:
    day = before.registered_on
    if day.year != before.year:
        day = date(before.year, 12, 31)
    match series.scope:
        case Scope.STATE:
            return replace(parts, day=day, state=before.scope)
        case Scope.UNIT:
            return replace(parts, day=day, unit=before.scope)
        case Scope.NONE:
            return replace(parts, day=day)


def open_reservation(work: UnitOfWork, number: str, year: int | None = None, series: str = "") -> Act:
    """Give the reservation of a number that is neither used nor void.

    Raises ``NotReserved`` and ``AmbiguousNumber``.
    """
    void = {place_of(act) for act in work.register.acts_about(number) if act.kind is ActKind.VOIDED}
    found = [act for act in _unused(work, number, year, series) if place_of(act) not in void]
    if not found:
        raise NotReserved(number=number)
    return _only(found, number)


def the_holder(work: UnitOfWork, number: str, year: int | None = None, series: str = "") -> Entry | Act:
    """Give what a number was given to: a letter, or a reservation that no letter has used, void or not.

    Raises ``NumberNotGiven`` and ``AmbiguousNumber``.
    """
    letters = _entries(work, number, year, series)
    found: list[Link] = [*letters, *_unused(work, number, year, series)]
    if not found:
        raise NumberNotGiven(number=number)
    return _only(found, number)


def the_entry(work: UnitOfWork, number: str, year: int | None = None, series: str = "") -> Entry:
    """Give the entry with a number. Raises ``EntryNotFound`` and ``AmbiguousNumber``."""
    found = _entries(work, number, year, series)
    if not found:
        raise EntryNotFound(number=number)
    return _only(found, number)


def void_act(work: UnitOfWork, link: Link) -> Act | None:
    """Give the act that made a number void, if one did."""
    acts = work.register.acts_about(link.number)
    return next((a for a in acts if a.kind is ActKind.VOIDED and place_of(a) == place_of(link)), None)


def _entries(work: UnitOfWork, number: str, year: int | None, series: str) -> list[Entry]:
    return [entry for entry in work.register.find(number, year=year) if series in {"", entry.series}]


def _unused(work: UnitOfWork, number: str, year: int | None, series: str) -> list[Act]:
    used = {place_of(entry) for entry in work.register.find(number)}
    return [
        act
        for act in work.register.acts_about(number)
        if act.kind is ActKind.RESERVED
        and place_of(act) not in used
        and year in {None, year_of(act)}
        and series in {"", act.series}
    ]


def year_of(link: Link) -> int:
    """Give the year of a number."""
    return link.year if isinstance(link, Entry) else link.counted_in or link.day.year


def _only(found: Sequence[AnyLink], number: str) -> AnyLink:
    if len(found) > 1:
        places = ", ".join(f"{year_of(link)} ({link.series})" for link in found)
        raise AmbiguousNumber(number=number, places=places)
    return found[0]


def linked(work: UnitOfWork, link: SealedLink) -> SealedLink:
    """Give a link its place at the end of the chain, and its seal."""
    sequence, seal = work.register.head()
    placed = replace(link, sequence=sequence + 1, previous_seal=seal)
    return replace(placed, seal=placed.computed_seal())
