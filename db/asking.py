"""The questions to the listing, in SQLite's own words; what is asked for stands in named values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from app.domain.queries import Query, Term
from app.domain.register import Entry
from app.domain.searching import AWAITING, EntryFilter, Order, Place, SortedBy, Wanted

KEYS: Final[Mapping[SortedBy, tuple[str, ...]]] = {
    SortedBy.REGISTERED: ("sequence",),
    SortedBy.NUMBER: ("series", "counted_in", "scope", "ordinal", "suffix", "sequence"),
    SortedBy.DATE: ("registered_on", "sequence"),
    SortedBy.ADDRESSEE: ("addressee_key", "sequence"),
    SortedBy.SUBJECT: ("subject_key", "sequence"),
    SortedBy.DUE: ("due", "sequence"),
}
EVERY: Final = '"¤y"*'  # each entry has a year

_FACETS: Final = {"year": "y", "series": "s", "state": "c", "language": "l", "type": "t"}
_AWAITING: Final = ", ".join(f"'{status.value}'" for status in AWAITING)
_LISTED_ONLY: Final = ("status", "overdue")  # the index of words does not know them
_CONDITIONS: Final = {
    "year": "l.year = :year",
    "series": "l.series = :series",
    "state": "l.state = :state",
    "language": "(l.language = :language OR l.language LIKE :language || '-%')",
    "type": "l.letter_type = :type",
    "status": "l.status = :status",
    "overdue": f"(l.due > '' AND l.due < :overdue AND l.status IN ({_AWAITING}))",
}
_LINE: Final = (
    "SELECT l.sequence, l.number, l.series, l.registered_on, l.letter_type, l.language, "
    "l.addressee, l.subject, l.state, l.status, l.due"
)
_WORDS: Final = "listing_words CROSS JOIN listing l ON l.sequence = listing_words.rowid"
# Says nothing new, but where to begin.
_WITHIN_THE_YEAR: Final = "l.registered_on >= :year || '-' AND l.registered_on < :year || '.'"
_PROBE: Final = "EXISTS (SELECT 1 FROM listing_words WHERE listing_words MATCH :words AND rowid = l.sequence)"


def facets_of(entry: Entry) -> str:
    """Give the words that filters find an entry by."""
    primary = entry.language.split("-")[0]
    said = [("year", entry.registered_on.year), ("series", entry.series), ("state", entry.state)]
    said += [("type", entry.letter_type), *(("language", one) for one in {entry.language, primary})]
    return " ".join(_facet(name, value) for name, value in said if value)


def _facet(name: str, value: object) -> str:
    # Folding leaves no sign in a text, so that no word of one is taken for a facet.
    return f"¤{_FACETS[name]}{str(value).encode().hex()}"


def match_of(query: Query, narrowed: EntryFilter) -> str:
    """Write the question to the index of words; nothing when there is nothing to ask it."""
    facets = [
        f'"{_facet(name, value)}"' for name in _FACETS if (value := getattr(narrowed, name)) not in {None, ""}
    ]
    words = words_of(query, narrowed)
    return " AND ".join([*facets, *([words] if words else [])])


def words_of(query: Query, narrowed: EntryFilter) -> str:
    """Write the part of the question that is about words of letters."""
    parts = [_phrase(term) for term in query.terms]
    parts += [f"addressee : {_phrase(term)}" for term in narrowed.recipient_terms]
    parts += [f"matter : {_phrase(term)}" for term in narrowed.case_terms]
    return " AND ".join(parts)


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.unfinished else "")


def conditions_of(narrowed: EntryFilter) -> tuple[str, ...]:
    """Name the filters that are set and that the listing itself can answer."""
    return tuple(name for name in _CONDITIONS if getattr(narrowed, name) not in {None, ""})


def apart_of(narrowed: EntryFilter) -> tuple[str, ...]:
    """Name the filters that are set and that the index of words cannot answer."""
    return tuple(name for name in conditions_of(narrowed) if name in _LISTED_ONLY)


def values_of(wanted: Wanted, border: Place | None) -> dict[str, Any]:
    """Give the values that the questions name."""
    query, narrowed = wanted.query, wanted.filter
    said = {name: getattr(narrowed, name) for name in conditions_of(narrowed)}
    key = border.key if border else ()
    return {
        **said,
        **{f"k{index}": value for index, value in enumerate(key)},
        "status": narrowed.status.value if narrowed.status else "",
        "overdue": narrowed.overdue.isoformat() if narrowed.overdue else "",
        "match": match_of(query, narrowed),
        "words": words_of(query, narrowed),
        "size": wanted.page.size,
    }


@cache
def page_text(way: str, order: Order, conditions: tuple[str, ...], *, bordered: bool) -> str:
    """Write the question for one page.

    ``way`` says what leads: ``words`` the index of words, newest or oldest first;
    ``order`` the rows in their order; ``probe`` these too, each asked for its words;
    ``sort``, ``status`` and ``overdue`` all that fit, sorted.
    """
    keys = ", ".join(f"l.{key}" for key in KEYS[order.by])
    chosen, ordered = _chosen(way, order, conditions, bordered=bordered, limit=":size")
    return (
        f"{_LINE}, {keys} FROM ({chosen}) AS chosen "
        f"CROSS JOIN listing l ON l.sequence = chosen.sequence ORDER BY {ordered}"
    )


def _chosen(
    way: str, order: Order, conditions: tuple[str, ...], *, bordered: bool, limit: str
) -> tuple[str, str]:
    """Write which lines are chosen, and how they are ordered."""
    keys = KEYS[order.by]
    direction = " DESC" if order.descending else ""
    ordered = ", ".join(f"l.{key}{direction}" for key in keys)
    tests = _tests(way, conditions)
    if order.by is SortedBy.DATE and "year" in conditions:
        tests.append(_WITHIN_THE_YEAR)
    if bordered:
        tests.append(_border(way, keys, "<" if order.descending else ">"))
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    source = _FIRST[way] + (_index(order.by, conditions) if way in {"order", "probe"} else "")
    inner = _inner_order(way, ordered, direction)
    return f"SELECT {source}{where} ORDER BY {inner} LIMIT {limit}", ordered


_FEW: Final = "AS few CROSS JOIN listing l ON l.sequence = few.sequence"
_FIRST: Final = {
    "order": "l.sequence FROM listing l",
    "probe": "l.sequence FROM listing l",
    "words": "listing_words.rowid AS sequence FROM listing_words",
    "words+listed": f"listing_words.rowid AS sequence FROM {_WORDS}",
    "sort": f"l.sequence FROM {_WORDS}",
    "status": f"l.sequence FROM (SELECT sequence FROM listing WHERE status = :status LIMIT -1) {_FEW}",  # noqa: S608
    "overdue": "l.sequence FROM (SELECT sequence FROM listing "  # noqa: S608
    f"WHERE due > '' AND due < :overdue LIMIT -1) {_FEW}",
}


_SORTED_WITHIN_A_YEAR: Final = (SortedBy.NUMBER, SortedBy.ADDRESSEE, SortedBy.SUBJECT)


def _index(by: SortedBy, conditions: tuple[str, ...]) -> str:
    """Name the index that has the order; left alone SQLite would rather filter first and sort then."""
    if by is SortedBy.REGISTERED:
        return ""
    narrower = "_in_a_year" if by in _SORTED_WITHIN_A_YEAR and "year" in conditions else ""
    return f" INDEXED BY ix_listing_by_{by}{narrower}"


def _tests(way: str, conditions: tuple[str, ...]) -> list[str]:
    listed = [_CONDITIONS[name] for name in conditions]
    match way:
        case "order" | "status" | "overdue":
            return listed
        case "probe":
            return [*listed, _PROBE]
        case _:
            apart = [_CONDITIONS[name] for name in conditions if name in _LISTED_ONLY]
            return ["listing_words MATCH :match", *apart]


def _border(way: str, keys: tuple[str, ...], sign: str) -> str:
    if way.startswith("words"):
        return f"listing_words.rowid {sign} :k0"
    named, values = ", ".join(f"l.{key}" for key in keys), ", ".join(f":k{n}" for n in range(len(keys)))
    return f"({named}) {sign} ({values})"


def _inner_order(way: str, ordered: str, direction: str) -> str:
    return f"listing_words.rowid{direction}" if way.startswith("words") else ordered


@cache
def landmarks_text(way: str, order: Order, conditions: tuple[str, ...]) -> str:
    """Write the question where every so-manieth line stands, from which pages can be asked for."""
    keys, (chosen, ordered) = KEYS[order.by], _chosen(way, order, conditions, bordered=False, limit="-1")
    return (
        f"SELECT {', '.join(f'l.{key}' for key in keys)} FROM "  # noqa: S608
        f"(SELECT sequence, row_number() OVER () AS at FROM ({chosen})) AS chosen "
        "CROSS JOIN listing l ON l.sequence = chosen.sequence "
        f"WHERE chosen.at % :every = 0 ORDER BY {ordered}"
    )


def values_text(name: str) -> str:
    """Write the question which values a column of the listing has, and how often."""
    return f"SELECT {name}, count(*) FROM listing GROUP BY {name}"  # noqa: S608


@cache
def count_text(*, matching: bool, apart: tuple[str, ...]) -> str:
    """Write the question how many are found, up to a limit."""
    tests = ["listing_words MATCH :match"] if matching else []
    tests += [_CONDITIONS[name] for name in apart]
    source = "listing l" if not matching else _WORDS if apart else "listing_words"
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    return f"SELECT count(*) FROM (SELECT 1 FROM {source}{where} LIMIT :size)"  # noqa: S608


NUMBERED_SO: Final = (
    f"{_LINE}, l.sequence FROM listing l WHERE l.ordinal = :ordinal ORDER BY l.sequence DESC LIMIT 200"
)
BEGINNING_SO: Final = (
    f"{_LINE}, l.sequence FROM (SELECT sequence FROM entries WHERE number >= :first AND number < :last "  # noqa: S608
    "ORDER BY number LIMIT 200) AS chosen CROSS JOIN listing l ON l.sequence = chosen.sequence "
    "ORDER BY l.sequence DESC"
)
_FIRST_SINCE: Final = (
    "coalesce((SELECT min(sequence) FROM listing WHERE registered_on = (SELECT min(registered_on) "
    "FROM listing WHERE registered_on >= {day} || '-')), (SELECT max(sequence) + 1 FROM listing), 0)"
)
# About how many letters a year has: those between its first and the first of the next.
ABOUT_A_YEAR: Final = f"SELECT {_FIRST_SINCE.format(day=':next')} - {_FIRST_SINCE.format(day=':year')}"
