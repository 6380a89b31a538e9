"""Taking numbers inside a unit of work: the next one, a reserved one, a late one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import TypeVar

from app.domain.errors import N_, ChanceryError
from app.domain.register import FIRST_SEAL, Act, ActKind, Entry, EntryNotFound, Link, NumberParts, Series
from app.services.ports import UnitOfWork

SealedLink = TypeVar("SealedLink", Entry, Act)


class NotReserved(ChanceryError):
    """A letter was to be registered under a number that nobody reserved."""

    message = N_("The number “{number}” is not reserved. “chancery gaps” lists the reserved ones.")


class LateEntriesNotAllowed(ChanceryError):
    """A series has no lettered numbers."""

    message = N_(
        "The series “{series}” has no late entries. "
        "Allow them with “chancery series edit {series} --late-entries”, or take the next number."
    )


class AmbiguousNumber(ChanceryError):
    """A number stands in several years."""

    message = N_("“{number}” stands in several years: {years}. Say which with --year.")


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


def take_reserved(work: UnitOfWork, number: str, year: int | None = None) -> Taken:
    """Take a number that was reserved. Raises ``NotReserved`` and ``AmbiguousNumber``."""
    reserved = open_reservation(work, number, year)
    return Taken(
        series=work.series.get(reserved.series),
        counted_in=reserved.counted_in,
        scope=reserved.scope,
        ordinal=reserved.ordinal,
        number=reserved.number,
        suffix=reserved.suffix,
    )


def take_late(work: UnitOfWork, after: str, parts: NumberParts, year: int | None = None) -> Taken:
    """Take the next lettered number after one that is registered: 147a after 147.

    Raises ``EntryNotFound``, ``AmbiguousNumber`` and ``LateEntriesNotAllowed``.
    """
    before = the_entry(work, after, year)
    series = work.series.get(before.series)
    if not series.late_entries:
        raise LateEntriesNotAllowed(series=series.key)
    used = {link.suffix for link in work.register.links() if _same_ordinal(link, before)}
    suffix = next(letter for letter in ascii_lowercase if letter not in used)
    number = series.written(before.ordinal, replace(parts, suffix=suffix))
    return Taken(
        series=series,
        counted_in=before.counted_in,
        scope=before.scope,
        ordinal=before.ordinal,
        number=number,
        suffix=suffix,
    )


def _same_ordinal(link: Link, other: Link) -> bool:
    return (link.series, link.counted_in, link.scope, link.ordinal) == (
        other.series,
        other.counted_in,
        other.scope,
        other.ordinal,
    )


def open_reservation(work: UnitOfWork, number: str, year: int | None = None) -> Act:
    """Give the reservation of a number that is neither used nor void.

    Raises ``NotReserved`` and ``AmbiguousNumber``.
    """
    acts = [act for act in work.register.acts_about(number) if year in {None, act.day.year}]
    void = {_key(act) for act in acts if act.kind is ActKind.VOIDED}
    used = {_key(entry) for entry in work.register.find(number)}
    settled = void | used
    found = [act for act in acts if act.kind is ActKind.RESERVED and _key(act) not in settled]
    if not found:
        raise NotReserved(number=number)
    return _only(found, number, [act.day.year for act in found])


def _key(link: Link) -> tuple[str, int, str, int, str]:
    return link.series, link.counted_in, link.scope, link.ordinal, link.suffix


def the_entry(work: UnitOfWork, number: str, year: int | None = None) -> Entry:
    """Give the entry with a number. Raises ``EntryNotFound`` and ``AmbiguousNumber``."""
    found = work.register.find(number, year=year)
    if not found:
        raise EntryNotFound(number=number)
    return _only(found, number, [entry.year for entry in found])


def _only(found: Sequence[SealedLink], number: str, years: Sequence[int]) -> SealedLink:
    if len(found) > 1:
        raise AmbiguousNumber(number=number, years=", ".join(map(str, years)))
    return found[0]


def linked(work: UnitOfWork, link: SealedLink) -> SealedLink:
    """Give a link its place at the end of the chain, and its seal."""
    last = work.register.last()
    placed = replace(
        link,
        sequence=last.sequence + 1 if last else 1,
        previous_seal=last.seal if last else FIRST_SEAL,
    )
    return replace(placed, seal=placed.computed_seal())
