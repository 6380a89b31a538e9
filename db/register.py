"""The register over its tables, as ``app.services.ports`` asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from typing import Final

from sqlalchemy import Connection, bindparam, exists, literal_column, or_, select, union_all
from sqlalchemy import insert as plain_insert

from app.domain.numbering import spellings
from app.domain.register import FIRST_SEAL, Act, ActKind, Entry, EntryNotFound, Link
from db import sqlite
from db.mapping import ACT_COLUMNS, ENTRY_COLUMNS, act_from, act_values, entry_from, entry_values
from db.models import acts, attachments, documents, entries, head
from db.prepared import Prepared
from db.rows import content_of, each

_ENTRIES: Final = select(*(entries.c[name] for name in ENTRY_COLUMNS))
_NUMBERED: Final = _ENTRIES.where(
    or_(*(entries.c.number == bindparam(name) for name in ("typed", "bare", "unsigned")))
).order_by(entries.c.sequence)
_ACTS: Final = select(*(acts.c[name] for name in ACT_COLUMNS))
_ADD_ACT: Final = Prepared(plain_insert(acts))
_ADD_ATTACHMENT: Final = Prepared(plain_insert(attachments))
_ALL_ACTS: Final = Prepared(_ACTS.order_by(acts.c.sequence))
_NEWEST: Final = tuple(
    select(links.c.sequence, links.c.seal).order_by(links.c.sequence.desc()).limit(1).subquery()
    for links in (entries, acts)
)
_HEADS: Final = Prepared(union_all(*(select(newest) for newest in _NEWEST)))
_LAST_ACT: Final = Prepared(_ACTS.order_by(acts.c.sequence.desc()).limit(1))
_NUMBERED_ACTS: Final = Prepared(
    _ACTS.where(or_(*(acts.c.number == bindparam(name) for name in ("typed", "bare", "unsigned")))).order_by(
        acts.c.sequence
    )
)
_ATTACHMENT: Final = Prepared(select(attachments.c.content).where(attachments.c.sequence == bindparam("of")))
_SUFFIXES: Final = Prepared(
    select(entries.c.suffix).where(
        *(entries.c[name] == bindparam(f"{name}_") for name in ("series", "counted_in", "scope", "ordinal"))
    )
)
_HEAD: Final = Prepared(select(head.c.sequence, head.c.seal).where(head.c.key == 1))
_NOTE_HEAD: Final = Prepared(
    sqlite.insert(head)
    .values(key=1, sequence=bindparam("to"), seal=bindparam("sealed"))
    .on_conflict_do_update(
        index_elements=[head.c.key], set_={"sequence": bindparam("to"), "seal": bindparam("sealed")}
    )
)
_OTHER_SEALS: Final = (
    Prepared(
        select(documents.c.sequence)
        .join_from(documents, entries, documents.c.sequence == entries.c.sequence)
        .where(documents.c.sha256 != entries.c.document_seal)
    ),
    Prepared(
        select(attachments.c.sequence)
        .join_from(attachments, acts, attachments.c.sequence == acts.c.sequence)
        .where(attachments.c.sha256 != acts.c.file_seal)
    ),
)
_ADD_ENTRY: Final = Prepared(plain_insert(entries))
_ADD_DOCUMENT: Final = Prepared(plain_insert(documents))
_SEQUENCES: Final = tuple(
    Prepared(select(table.c.sequence).order_by(table.c.sequence)) for table in (entries, acts)
)
_LATEST: Final = Prepared(_ENTRIES.order_by(entries.c.sequence.desc()).limit(bindparam("count")))
_ALL_ENTRIES: Final = Prepared(_ENTRIES.order_by(entries.c.sequence))
_FIND: Final = Prepared(_NUMBERED)
_FIND_IN_YEAR: Final = Prepared(_NUMBERED.where(entries.c.year == bindparam("in_year")))
_ONE_ENTRY: Final = Prepared(_ENTRIES.where(entries.c.sequence == bindparam("of")))
_CORRECTIONS: Final = Prepared(_ENTRIES.where(entries.c.corrects == bindparam("of")))
_PLACE: Final = ("series", "counted_in", "scope", "ordinal", "suffix")
_VOIDED: Final = acts.alias("voided")
_OPEN_RESERVATIONS: Final = Prepared(
    _ACTS.where(
        acts.c.kind == literal_column("'reserved'"),  # its index is of these only
        ~exists().where(*(entries.c[name] == acts.c[name] for name in _PLACE)),
        ~exists().where(
            _VOIDED.c.kind == ActKind.VOIDED.value,
            _VOIDED.c.number == acts.c.number,
            *(_VOIDED.c[name] == acts.c[name] for name in _PLACE),
        ),
    ).order_by(acts.c.sequence.desc())
)
_DOCUMENT: Final = Prepared(select(documents.c.content).where(documents.c.sequence == bindparam("of")))


class SqlRegister:
    """Registered letters and acts about numbers: they are added and read, never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: Entry, document: bytes) -> None:
        """Keep a registered letter and its document, for good."""
        _ADD_ENTRY(self._connection, **entry_values(entry))
        _ADD_DOCUMENT(self._connection, sequence=entry.sequence, sha256=entry.document_seal, content=document)
        _NOTE_HEAD(self._connection, to=entry.sequence, sealed=entry.seal)

    def add_act(self, act: Act, content: bytes | None = None) -> None:
        """Keep an act about a number, and the file that it attaches, for good."""
        _ADD_ACT(self._connection, **act_values(act))
        if content is not None:
            _ADD_ATTACHMENT(self._connection, sequence=act.sequence, sha256=act.file_seal, content=content)
        _NOTE_HEAD(self._connection, to=act.sequence, sealed=act.seal)

    def head(self) -> tuple[int, str]:
        """Give sequence and seal of the newest link, without reading the link itself."""
        newest = _HEADS(self._connection).all()
        return max(((row.sequence, row.seal) for row in newest), default=(0, FIRST_SEAL))

    def last(self) -> Link | None:
        """Give the newest link of the chain, an entry or an act."""
        links: list[Link] = [*self.latest(1), *each(_LAST_ACT(self._connection), act_from)]
        return max(links, key=lambda link: link.sequence, default=None)

    def noted_head(self) -> tuple[int, str] | None:
        """Give sequence and seal of the newest link, as they were noted apart from it.

        Raises ``UnreadableRow``.
        """
        return next(each(_HEAD(self._connection), lambda row: (row[0], row[1])), None)

    def suffixes(self, entry: Entry) -> Sequence[str]:
        """Give the letters under which the ordinal of an entry stands in the register."""
        place = {f"{name}_": getattr(entry, name) for name in ("series", "counted_in", "scope", "ordinal")}
        return _SUFFIXES(self._connection, **place).scalars().all()

    def links(self) -> Iterator[Link]:
        """Give the whole chain in its order, one link after the other.

        Raises ``UnreadableRow`` when it comes to a row that cannot be read, and not before.
        """
        ways: tuple[Iterator[Link], Iterator[Link]] = (self.all(), self.acts())
        numbered = (_numbered(self._connection, way) for way in (0, 1))
        return (next(ways[way]) for _sequence, way in merge(*numbered))

    def acts(self) -> Iterator[Act]:
        """Give every act in the order of its sequence.

        Raises ``UnreadableRow``.
        """
        return each(_ALL_ACTS(self._connection), act_from)

    def acts_about(self, number: str) -> Sequence[Act]:
        """Give the acts about exactly this number, the oldest first."""
        typed, bare, unsigned = spellings(number)
        rows = _NUMBERED_ACTS(self._connection, typed=typed, bare=bare, unsigned=unsigned)
        return list(each(rows, act_from))

    def attachment(self, sequence: int) -> bytes:
        """Give the file that an act attached.

        Raises ``EntryNotFound`` and ``UnreadableRow``.
        """
        content = content_of(_ATTACHMENT(self._connection, of=sequence))
        if content is None:
            raise EntryNotFound(number=sequence)
        return content

    def find(self, number: str, *, year: int | None = None) -> Sequence[Entry]:
        """Give the entries with exactly this number, with or without a sign before it."""
        typed, bare, unsigned = spellings(number)
        said = {"typed": typed, "bare": bare, "unsigned": unsigned}
        if year is None:
            return list(each(_FIND(self._connection, **said), entry_from))
        return list(each(_FIND_IN_YEAR(self._connection, in_year=year, **said), entry_from))

    def all(self) -> Iterator[Entry]:
        """Give every entry in the order of its sequence, one after the other.

        Raises ``UnreadableRow``.
        """
        return each(_ALL_ENTRIES(self._connection), entry_from)

    def latest(self, limit: int) -> Sequence[Entry]:
        """Give the newest entries, the newest first."""
        return list(each(_LATEST(self._connection, count=limit), entry_from))

    def entry(self, sequence: int) -> Entry:
        """Give one entry.

        Raises ``EntryNotFound`` and ``UnreadableRow``.
        """
        found = next(each(_ONE_ENTRY(self._connection, of=sequence), entry_from), None)
        if found is None:
            raise EntryNotFound(number=sequence)
        return found

    def corrections_of(self, sequence: int) -> Sequence[Entry]:
        """Give the entries that correct an entry, the oldest first."""
        return list(each(_CORRECTIONS(self._connection, of=sequence), entry_from))

    def open_reservations(self) -> Sequence[Act]:
        """Give the reserved numbers that are neither used nor void, the newest first."""
        return list(each(_OPEN_RESERVATIONS(self._connection), act_from))

    def document(self, sequence: int) -> bytes:
        """Give the document of an entry.

        Raises ``EntryNotFound`` and ``UnreadableRow``.
        """
        content = content_of(_DOCUMENT(self._connection, of=sequence))
        if content is None:
            raise EntryNotFound(number=sequence)
        return content

    def integrity_problems(self) -> Sequence[str]:
        """Give what the database itself finds wrong with its file."""
        unlike = (one for question in _OTHER_SEALS for one in question(self._connection).scalars())
        return [
            *sqlite.integrity_problems(self._connection),
            *(f"the seal beside the file of entry {one} is not that of the register" for one in unlike),
        ]


def _numbered(connection: Connection, way: int) -> Iterator[tuple[int, int]]:
    """Give the sequences of the entries or of the acts, which are whole numbers whatever has happened."""
    return ((sequence, way) for sequence in _SEQUENCES[way](connection).scalars())
