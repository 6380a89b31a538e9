"""Drafts, series and register over the tables, as ``app.services.ports`` asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from heapq import merge
from typing import Final

from sqlalchemy import Connection, bindparam, case, literal, or_, select, update
from sqlalchemy import insert as plain_insert

from app.domain.gaps import Counter
from app.domain.numbering import spellings
from app.domain.register import (
    Act,
    Draft,
    DraftAlreadyRegistered,
    DraftNotFound,
    Entry,
    EntryNotFound,
    Link,
    Series,
    UnknownSeries,
)
from db import sqlite
from db.mapping import (
    ACT_COLUMNS,
    COUNTER_COLUMNS,
    ENTRY_COLUMNS,
    SERIES_COLUMNS,
    act_from,
    act_values,
    counter_from,
    draft_from,
    entry_from,
    entry_values,
    moment,
    series_from,
    series_values,
)
from db.models import acts, attachments, counters, documents, drafts, entries, series
from db.prepared import Prepared

_DRAFTS: Final = select(
    drafts.c.key,
    drafts.c.title,
    drafts.c.letter,
    drafts.c.created_at,
    drafts.c.changed_at,
    entries.c.number.label("registered_as"),
).outerjoin_from(drafts, entries, drafts.c.registered == entries.c.sequence)
_OPEN_DRAFT: Final = update(drafts).where(drafts.c.key == bindparam("of"), drafts.c.registered.is_(None))

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
_ONE_DRAFT: Final = Prepared(_DRAFTS.where(drafts.c.key == bindparam("of")))
_ALL_DRAFTS: Final = Prepared(_DRAFTS.order_by(drafts.c.changed_at.desc(), drafts.c.key.desc()))

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

_ENTRIES: Final = select(*(entries.c[name] for name in ENTRY_COLUMNS))
_NUMBERED: Final = _ENTRIES.where(
    or_(*(entries.c.number == bindparam(name) for name in ("typed", "bare", "unsigned")))
).order_by(entries.c.sequence)
_ACTS: Final = select(*(acts.c[name] for name in ACT_COLUMNS))
_ADD_ACT: Final = Prepared(plain_insert(acts))
_ADD_ATTACHMENT: Final = Prepared(plain_insert(attachments))
_ALL_ACTS: Final = Prepared(_ACTS.order_by(acts.c.sequence))
_LAST_ACT: Final = Prepared(_ACTS.order_by(acts.c.sequence.desc()).limit(1))
_NUMBERED_ACTS: Final = Prepared(
    _ACTS.where(or_(*(acts.c.number == bindparam(name) for name in ("typed", "bare", "unsigned")))).order_by(
        acts.c.sequence
    )
)
_ATTACHMENT: Final = Prepared(select(attachments.c.content).where(attachments.c.sequence == bindparam("of")))
_ADD_ENTRY: Final = Prepared(plain_insert(entries))
_ADD_DOCUMENT: Final = Prepared(plain_insert(documents))
_LATEST: Final = Prepared(_ENTRIES.order_by(entries.c.sequence.desc()).limit(bindparam("count")))
_ALL_ENTRIES: Final = Prepared(_ENTRIES.order_by(entries.c.sequence))
_FIND: Final = Prepared(_NUMBERED)
_FIND_IN_YEAR: Final = Prepared(_NUMBERED.where(entries.c.year == bindparam("in_year")))
_DOCUMENT: Final = Prepared(select(documents.c.content).where(documents.c.sequence == bindparam("of")))


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

        Raises ``DraftNotFound`` and ``DraftAlreadyRegistered``.
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
        """Give all drafts, registered ones too."""
        return [draft_from(row) for row in _ALL_DRAFTS(self._connection)]

    def mark_registered(self, key: int, *, sequence: int) -> None:
        """Link a draft to its entry, once.

        Raises ``DraftNotFound`` and ``DraftAlreadyRegistered``.
        """
        self._expect_one(_LINK_DRAFT(self._connection, of=key, to=sequence).rowcount, key)

    def _expect_one(self, changed: int, key: int) -> None:
        if not changed:
            raise DraftAlreadyRegistered(draft=key, number=self.get(key).registered_as)


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
        """Give every counter there is."""
        return [counter_from(row) for row in _COUNTERS(self._connection)]

    def edit(self, series: Series) -> None:
        """Change how a series counts from now on.

        Raises ``UnknownSeries``.
        """
        self.get(series.key)
        _EDIT_SERIES(self._connection, **{f"{name}_": value for name, value in series_values(series).items()})

    def _unknown(self, key: str) -> UnknownSeries:
        known = ", ".join(_SERIES_KEYS(self._connection).scalars())
        return UnknownSeries(series=key, known=known)


class SqlRegister:
    """Registered letters: they are added and read, never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: Entry, document: bytes) -> None:
        """Keep a registered letter and its document, for good."""
        _ADD_ENTRY(self._connection, **entry_values(entry))
        _ADD_DOCUMENT(self._connection, sequence=entry.sequence, sha256=entry.document_seal, content=document)

    def add_act(self, act: Act, content: bytes | None = None) -> None:
        """Keep an act about a number, and the file that it attaches, for good."""
        _ADD_ACT(self._connection, **act_values(act))
        if content is not None:
            _ADD_ATTACHMENT(self._connection, sequence=act.sequence, sha256=act.file_seal, content=content)

    def last(self) -> Link | None:
        """Give the newest link of the chain, an entry or an act."""
        act = _LAST_ACT(self._connection).first()
        links: list[Link] = [*self.latest(1), *([act_from(act)] if act else [])]
        return max(links, key=lambda link: link.sequence, default=None)

    def links(self) -> Iterator[Link]:
        """Give the whole chain in its order, one link after the other."""
        return merge(self.all(), self.acts(), key=lambda link: link.sequence)

    def acts(self) -> Iterator[Act]:
        """Give every act in the order of its sequence."""
        return map(act_from, _ALL_ACTS(self._connection))

    def acts_about(self, number: str) -> Sequence[Act]:
        """Give the acts about exactly this number, the oldest first."""
        typed, bare, unsigned = spellings(number)
        rows = _NUMBERED_ACTS(self._connection, typed=typed, bare=bare, unsigned=unsigned)
        return [act_from(row) for row in rows]

    def attachment(self, sequence: int) -> bytes:
        """Give the file that an act attached.

        Raises ``EntryNotFound``.
        """
        content: bytes | None = _ATTACHMENT(self._connection, of=sequence).scalar()
        if content is None:
            raise EntryNotFound(number=sequence)
        return content

    def find(self, number: str, *, year: int | None = None) -> Sequence[Entry]:
        """Give the entries with exactly this number, with or without a sign before it."""
        typed, bare, unsigned = spellings(number)
        said = {"typed": typed, "bare": bare, "unsigned": unsigned}
        if year is None:
            return [entry_from(row) for row in _FIND(self._connection, **said)]
        return [entry_from(row) for row in _FIND_IN_YEAR(self._connection, in_year=year, **said)]

    def all(self) -> Iterator[Entry]:
        """Give every entry in the order of its sequence, one after the other."""
        return map(entry_from, _ALL_ENTRIES(self._connection))

    def latest(self, limit: int) -> Sequence[Entry]:
        """Give the newest entries, the newest first."""
        return [entry_from(row) for row in _LATEST(self._connection, count=limit)]

    def document(self, sequence: int) -> bytes:
        """Give the document of an entry.

        Raises ``EntryNotFound``.
        """
        content: bytes | None = _DOCUMENT(self._connection, of=sequence).scalar()
        if content is None:
            raise EntryNotFound(number=sequence)
        return content

    def integrity_problems(self) -> Sequence[str]:
        """Give what the database itself finds wrong with its file."""
        return list(sqlite.integrity_problems(self._connection))
