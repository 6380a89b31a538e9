"""Drafts and series over the tables, as ``app.services.ports`` asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, case, delete, literal, null, select, update
from sqlalchemy import insert as plain_insert

from app.domain.drafts import DraftInBin, DraftNotInBin
from app.domain.gaps import Counter
from app.domain.register import (
    Draft,
    DraftAlreadyRegistered,
    DraftNotFound,
    Series,
    UnknownSeries,
)
from db import sqlite
from db.mapping import (
    COUNTER_COLUMNS,
    SERIES_COLUMNS,
    counter_from,
    draft_from,
    moment,
    series_from,
    series_values,
)
from db.models import counters, drafts, entries, series
from db.prepared import Prepared
from db.rows import each

DRAFTS: Final = select(
    drafts.c.key,
    drafts.c.title,
    drafts.c.letter,
    drafts.c.created_at,
    drafts.c.changed_at,
    entries.c.number.label("registered_as"),
    drafts.c.binned_at,
).outerjoin_from(drafts, entries, drafts.c.registered == entries.c.sequence)
_OPEN_DRAFT: Final = update(drafts).where(
    drafts.c.key == bindparam("of"), drafts.c.registered.is_(None), drafts.c.binned_at.is_(None)
)
_BINNED: Final = (drafts.c.key == bindparam("of"), drafts.c.binned_at.is_not(None))

_ADD_DRAFT: Final = Prepared(
    plain_insert(drafts)
    .values(
        title=bindparam("title"),
        letter=bindparam("letter"),
        created_at=bindparam("now"),
        changed_at=bindparam("now"),
    )
    .returning(drafts.c.key)
)
_REPLACE_DRAFT: Final = Prepared(
    _OPEN_DRAFT.values(title=bindparam("title_"), letter=bindparam("letter_"), changed_at=bindparam("now"))
)
_LINK_DRAFT: Final = Prepared(_OPEN_DRAFT.values(registered=bindparam("to")))
_ONE_DRAFT: Final = Prepared(DRAFTS.where(drafts.c.key == bindparam("of")))
_ALL_DRAFTS: Final = Prepared(
    DRAFTS.where(drafts.c.binned_at.is_(None)).order_by(drafts.c.changed_at.desc(), drafts.c.key.desc())
)
_UNREGISTERED: Final = Prepared(
    DRAFTS.where(drafts.c.binned_at.is_(None), drafts.c.registered.is_(None)).order_by(
        drafts.c.changed_at.desc(), drafts.c.key.desc()
    )
)
_ALL_BINNED: Final = Prepared(
    DRAFTS.where(drafts.c.binned_at.is_not(None)).order_by(drafts.c.binned_at.desc(), drafts.c.key.desc())
)
_BIN_DRAFT: Final = Prepared(_OPEN_DRAFT.values(binned_at=bindparam("now")))
_PUT_BACK: Final = Prepared(update(drafts).where(*_BINNED).values(binned_at=null()))
_DELETE_DRAFT: Final = Prepared(delete(drafts).where(*_BINNED))

_SERIES: Final = select(*(series.c[name] for name in SERIES_COLUMNS))
_ADD_SERIES: Final = Prepared(plain_insert(series))
_EDIT_SERIES: Final = Prepared(
    update(series)
    .where(series.c.key == bindparam("key_"))
    .values({name: bindparam(f"{name}_") for name in SERIES_COLUMNS if name != "key"})
)
_ONE_SERIES: Final = Prepared(_SERIES.where(series.c.key == bindparam("of")))
_ALL_SERIES: Final = Prepared(_SERIES.order_by(series.c.key))
_SERIES_KEYS: Final = Prepared(select(series.c.key).order_by(series.c.key))

# The start value continues a paper register: it holds for the first year only.
_COUNTED_BEFORE: Final = (
    select(counters.c.last)
    .where(counters.c.series == bindparam("of"), counters.c.counted_in < bindparam("year"))
    .exists()
)
_FIRST: Final = case((_COUNTED_BEFORE, literal(1)), else_=series.c.start)
_NEXT_ORDINAL: Final = Prepared(
    sqlite.insert(counters)
    .from_select(
        [counters.c[name] for name in COUNTER_COLUMNS],
        select(series.c.key, bindparam("year"), bindparam("within"), _FIRST, _FIRST).where(
            series.c.key == bindparam("of")
        ),
    )
    .on_conflict_do_update(
        index_elements=[counters.c.series, counters.c.counted_in, counters.c.scope],
        set_={"last": counters.c.last + 1},
    )
    .returning(counters.c.last)
)
_COUNTERS: Final = Prepared(
    select(*(counters.c[name] for name in COUNTER_COLUMNS)).order_by(
        counters.c.series, counters.c.counted_in, counters.c.scope
    )
)


class SqlDrafts:
    """Drafts, newest change first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *, title: str, letter: str, now: datetime) -> int:
        """Keep a new draft and give its key."""
        key: int = _ADD_DRAFT(self._connection, title=title, letter=letter, now=moment(now)).scalar_one()
        return key

    def replace(self, key: int, *, title: str, letter: str, now: datetime) -> None:
        """Put a new text in the place of a draft's old one.

        Raises ``DraftNotFound``, ``DraftAlreadyRegistered`` and ``DraftInBin``.
        """
        done = _REPLACE_DRAFT(self._connection, of=key, title_=title, letter_=letter, now=moment(now))
        self._expect_one(done.rowcount, key)

    def get(self, key: int) -> Draft:
        """Raises ``DraftNotFound``."""
        row = _ONE_DRAFT(self._connection, of=key).first()
        if row is None:
            raise DraftNotFound(draft=key)
        return draft_from(row)

    def all(self) -> Sequence[Draft]:
        """Give all drafts, registered ones too, but none that lies in the bin."""
        return [draft_from(row) for row in _ALL_DRAFTS(self._connection)]

    def unregistered(self) -> Sequence[Draft]:
        """Give the drafts that have no number yet, but none that lies in the bin."""
        return [draft_from(row) for row in _UNREGISTERED(self._connection)]

    def binned(self) -> Sequence[Draft]:
        """Give the drafts in the bin, the one put there last first."""
        return [draft_from(row) for row in _ALL_BINNED(self._connection)]

    def bin(self, key: int, *, now: datetime) -> None:
        """Put a draft into the bin.

        Raises ``DraftNotFound``, ``DraftAlreadyRegistered`` and ``DraftInBin``.
        """
        self._expect_one(_BIN_DRAFT(self._connection, of=key, now=moment(now)).rowcount, key)

    def put_back(self, key: int) -> None:
        """Take a draft out of the bin. Raises ``DraftNotFound`` and ``DraftNotInBin``."""
        self._expect_binned(_PUT_BACK(self._connection, of=key).rowcount, key)

    def delete(self, key: int) -> None:
        """Delete a draft from the bin for good. Raises ``DraftNotFound`` and ``DraftNotInBin``."""
        self._expect_binned(_DELETE_DRAFT(self._connection, of=key).rowcount, key)

    def mark_registered(self, key: int, *, sequence: int) -> None:
        """Link a draft to its entry, once.

        Raises ``DraftNotFound``, ``DraftAlreadyRegistered`` and ``DraftInBin``.
        """
        self._expect_one(_LINK_DRAFT(self._connection, of=key, to=sequence).rowcount, key)

    def _expect_one(self, changed: int, key: int) -> None:
        if changed:
            return
        draft = self.get(key)
        if draft.binned_at:
            raise DraftInBin(draft=key)
        raise DraftAlreadyRegistered(draft=key, number=draft.registered_as)

    def _expect_binned(self, changed: int, key: int) -> None:
        if not changed:
            raise DraftNotInBin(draft=self.get(key).key)


class SqlSeries:
    """The series of numbers that the workspace knows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, series: Series) -> None:
        """Keep a new series."""
        _ADD_SERIES(self._connection, **series_values(series))

    def get(self, key: str) -> Series:
        """Raises ``UnknownSeries``."""
        row = _ONE_SERIES(self._connection, of=key).first()
        if row is None:
            raise self._unknown(key)
        return series_from(row)

    def all(self) -> Sequence[Series]:
        """Give all series in the order of their keys."""
        return [series_from(row) for row in _ALL_SERIES(self._connection)]

    def next_ordinal(self, key: str, year: int, scope: str = "") -> int:
        """Take the next ordinal of a counter; a rollback gives it back.

        Raises ``UnknownSeries``.
        """
        said = {"of": key, "year": year, "within": scope}
        ordinal: int | None = _NEXT_ORDINAL(self._connection, **said).scalar()
        if ordinal is None:
            raise self._unknown(key)
        return ordinal

    def counters(self) -> Sequence[Counter]:
        """Give every counter there is.

        Raises ``UnreadableRow``.
        """
        return list(each(_COUNTERS(self._connection), counter_from))

    def edit(self, series: Series) -> None:
        """Change how a series counts from now on.

        Raises ``UnknownSeries``.
        """
        self.get(series.key)
        _EDIT_SERIES(self._connection, **{f"{name}_": value for name, value in series_values(series).items()})

    def _unknown(self, key: str) -> UnknownSeries:
        known = ", ".join(_SERIES_KEYS(self._connection).scalars())
        return UnknownSeries(series=key, known=known)
