"""Search, filters and sorted pages over the listing, by SQLite's own full-text index.

The listing is made from the register and can be made anew: a lean row for
each entry, with the keys that it is sorted by, and an index of folded words.
What a filter asks for stands in that index too, as words that no text can
have; so any mixture of words and filters is one question to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from itertools import islice
from math import isqrt
from typing import Any, Final

from sqlalchemy import Connection, delete, insert

from app.domain.folding import FOLDING_VERSION, fold
from app.domain.numbering import spellings
from app.domain.queries import Query
from app.domain.register import Act, Entry
from app.domain.searching import (
    EntryFilter,
    Facet,
    IndexedText,
    Listed,
    Page,
    Place,
    SortedBy,
    Wanted,
    earlier_statuses,
    status_after,
)
from db.asking import (
    ABOUT_A_YEAR,
    BEGINNING_SO,
    EVERY,
    KEYS,
    NUMBERED_SO,
    apart_of,
    conditions_of,
    count_text,
    facets_of,
    landmarks_text,
    match_of,
    page_text,
    values_of,
    values_text,
    words_of,
)
from db.mapping import listed_from, listing_values
from db.models import listing
from db.prepared import Prepared

_ADD: Final = Prepared(insert(listing))
_EMPTY: Final = Prepared(delete(listing))
_ADD_WORDS: Final = (
    "INSERT INTO listing_words (rowid, number, addressee, subject, matter, reference, body, facets) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_EMPTY_WORDS: Final = "INSERT INTO listing_words (listing_words) VALUES ('delete-all')"
_SHOWN: Final = (
    "number", "addressee", "subject", "registered_on", "series", "state", "language", "letter_type",
)  # fmt: skip
_LISTED_AS_REGISTERED: Final = (
    "SELECT count(*) FROM entries e JOIN listing l ON l.sequence = e.sequence WHERE "  # noqa: S608
    + " AND ".join(f"e.{name} = l.{name}" for name in _SHOWN)
)
# A few candidates are sorted; with more, the rows are taken in their order and asked one by one.
# The one costs by the candidates, the other by the rows until a page is full: they meet at a square root.
_ROWS_ASKED_WHILE_ONE_IS_SORTED: Final = 1
_TIMES_DEARER_TO_ASK_FOR_WORDS: Final = 400
_NUMBERED_AT_MOST: Final = 5


class SqlSearch:
    """The listing of the register: filled with it, read by pages."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: Entry, text: IndexedText) -> None:
        """List a registered letter under everything that it can be found by."""
        _ADD(self._connection, **listing_values(entry))
        words = [fold(part) for part in astuple(text)]
        self._connection.exec_driver_sql(_ADD_WORDS, (entry.sequence, *words, facets_of(entry)))

    def note(self, act: Act) -> None:
        """Let the listing know how far an act has brought a letter."""
        status = status_after(act)
        if status is None or act.entry is None:
            return
        earlier = earlier_statuses(status)
        self._connection.exec_driver_sql(
            f"UPDATE listing SET status = ? WHERE sequence = ? AND status IN ({_marks(earlier)})",  # noqa: S608
            (status.value, act.entry, *(one.value for one in earlier)),
        )

    def page(self, wanted: Wanted) -> Sequence[Listed]:
        """Give one page in the order wanted: the first, the one after a place or the one before it."""
        page = wanted.page
        backwards = page.before is not None
        border = page.before or page.after
        order = replace(wanted.order, descending=wanted.order.descending ^ backwards)
        text = page_text(self._way(wanted), order, conditions_of(wanted.filter), bordered=border is not None)
        rows = self._connection.exec_driver_sql(text, values_of(wanted, border)).all()
        lines = [listed_from(row) for row in rows]
        return lines[::-1] if backwards else lines

    def count(self, query: Query, narrowed: EntryFilter, limit: int) -> int:
        """Count what is found, up to a limit."""
        wanted = Wanted(query=query, filter=narrowed, page=Page(size=limit))
        matching = bool(match_of(query, narrowed))
        text = count_text(matching=matching, apart=apart_of(narrowed))
        return self._number(text, values_of(wanted, None))

    def place(self, sequence: int, by: SortedBy) -> Place | None:
        """Say where a letter stands in an order."""
        text = f"SELECT {', '.join(KEYS[by])} FROM listing WHERE sequence = ?"  # noqa: S608
        row = self._connection.exec_driver_sql(text, (sequence,)).first()
        return Place(tuple(row)) if row else None

    def landmarks(self, wanted: Wanted, every: int) -> Sequence[Place]:
        """Say where every so-manieth line stands, in the order wanted."""
        way = self._way(wanted)
        text = landmarks_text("sort" if way == "probe" else way, wanted.order, conditions_of(wanted.filter))
        rows = self._connection.exec_driver_sql(text, values_of(wanted, None) | {"every": every})
        return [Place(tuple(row)) for row in rows]

    def values(self, name: Facet) -> Mapping[str | int, int]:
        """Give the values by which letters can be filtered, and how many letters have each."""
        return {row[0]: row[1] for row in self._connection.exec_driver_sql(values_text(name.value))}

    def numbered(self, number: str, narrowed: EntryFilter) -> Sequence[Listed]:
        """Give the newest letters of this ordinal, or whose number begins as typed."""
        bare = spellings(number)[2]
        if bare.isascii() and bare.isdecimal():
            rows = self._connection.exec_driver_sql(NUMBERED_SO, {"ordinal": int(bare[:18])})
        else:
            said = {"first": bare, "last": f"{bare}\U0010ffff"}
            rows = self._connection.exec_driver_sql(BEGINNING_SO, said)
        lines = (listed_from(row) for row in rows)
        return list(islice(filter(narrowed.takes, lines), _NUMBERED_AT_MOST))

    def snapshots(self, sequences: Sequence[int]) -> Mapping[int, str]:
        """Give what letters said, as it was stored."""
        text = f"SELECT sequence, snapshot FROM entries WHERE sequence IN ({_marks(sequences)})"  # noqa: S608
        rows = self._connection.exec_driver_sql(text, tuple(sequences))
        return {row.sequence: row.snapshot for row in rows}

    def is_current(self) -> bool:
        """Say whether the listing was made with today's folding."""
        return self._number("PRAGMA user_version") == FOLDING_VERSION

    def empty(self) -> None:
        """Empty the listing, for it to be made anew."""
        _EMPTY(self._connection)
        self._connection.exec_driver_sql(_EMPTY_WORDS)
        self._connection.exec_driver_sql(f"PRAGMA user_version = {FOLDING_VERSION}")

    def problems(self) -> Sequence[str]:
        """Give where the listing differs from the register."""
        registered = self._number("SELECT count(*) FROM entries")
        listed = self._number(_LISTED_AS_REGISTERED)
        rows = self._number("SELECT count(*) FROM listing")
        indexed = self._number("SELECT count(*) FROM listing_words WHERE listing_words MATCH ?", (EVERY,))
        if registered == listed == rows == indexed and self.is_current():
            return []
        return [f"{registered} letters are registered, {listed} are listed so, {indexed} can be searched"]

    def _number(self, text: str, values: Any = None) -> int:
        value: int = self._connection.exec_driver_sql(text, values).scalar_one()
        return value

    def _way(self, wanted: Wanted) -> str:
        """Choose what leads, see ``page_text``."""
        query, narrowed = wanted.query, wanted.filter
        match, words, apart = match_of(query, narrowed), words_of(query, narrowed), apart_of(narrowed)
        if wanted.order.by is SortedBy.REGISTERED:
            return "order" if not match else "words+listed" if apart else "words"
        if not match and not apart:
            return "order"
        few = self._few(narrowed, with_words=bool(words))
        if self.count(query, narrowed, few + 1) <= few:
            return "sort" if match else apart[0]
        return "probe" if words else "order"

    def _few(self, narrowed: EntryFilter, *, with_words: bool) -> int:
        if narrowed.year is None:
            walked = self._number("SELECT coalesce(max(sequence), 0) FROM listing")
        else:
            walked = self._number(ABOUT_A_YEAR, {"year": narrowed.year, "next": narrowed.year + 1})
        dearer = _TIMES_DEARER_TO_ASK_FOR_WORDS if with_words else 1
        return isqrt(_ROWS_ASKED_WHILE_ONE_IS_SORTED * dearer * max(walked, 0))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
