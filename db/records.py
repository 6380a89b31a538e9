"""What the directories hold, and which record speaks of which."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, null, select, update

from app.domain.records import Named, Record, RecordKind
from db import sqlite
from db.mapping import NAMED_COLUMNS, RECORD_COLUMNS, moment, named_from, record_from, record_values
from db.models import record_links, records, stored_files
from db.prepared import Prepared
from db.rows import each

_COLUMNS: Final = tuple(records.c[name] for name in RECORD_COLUMNS)
_RECORDS: Final = select(*_COLUMNS)
_THERE: Final = records.c.deleted_at.is_(None)
_WHOLE: Final = records.c.body != ""
_INSERT: Final = sqlite.insert(records).values({name: bindparam(name) for name in RECORD_COLUMNS})
_PUT: Final = Prepared(
    _INSERT.on_conflict_do_update(
        index_elements=[records.c.key],
        set_={name: _INSERT.excluded[name] for name in RECORD_COLUMNS if name != "key"},
    )
)
_NEXT_REVISION: Final = Prepared(select(func.coalesce(func.max(records.c.revision), 0) + 1))
_ONE: Final = Prepared(_RECORDS.where(records.c.key == bindparam("of"), _WHOLE))
_OF_KIND: Final = Prepared(
    _RECORDS.where(records.c.kind == bindparam("of"), _THERE).order_by(records.c.title)
)
_SINCE: Final = Prepared(
    select(*(records.c[name] for name in NAMED_COLUMNS)).where(records.c.revision > bindparam("seen"))
)
_SPEAKING_OF: Final = Prepared(
    _RECORDS.join(record_links, record_links.c.source == records.c.key)
    .where(record_links.c.target == bindparam("of"), _THERE)
    .order_by(records.c.title)
)
_UNLINK: Final = Prepared(delete(record_links).where(record_links.c.source == bindparam("of")))
_LINK: Final = Prepared(sqlite.insert(record_links).values(source=bindparam("of"), target=bindparam("to")))
_USE: Final = Prepared(
    update(records).where(records.c.key == bindparam("of")).values(used_at=bindparam("now"))
)
_LAST_USED: Final = Prepared(
    select(records.c.key, records.c.kind)
    .where(records.c.used_at.is_not(None), _THERE)
    .order_by(records.c.used_at.desc(), records.c.key)
)
_BINNED: Final = Prepared(
    _RECORDS.where(~_THERE, _WHOLE).order_by(records.c.deleted_at.desc(), records.c.key)
)
_SAMPLES: Final = Prepared(_RECORDS.where(records.c.sample.is_(True)).order_by(records.c.key))
_ERASE_FILES: Final = Prepared(delete(stored_files).where(stored_files.c.owner == bindparam("of")))
# A bare row stays: its revision tells those who keep names in memory, and no revision is given twice.
_ERASE: Final = Prepared(
    update(records)
    .where(records.c.key == bindparam("of"))
    .values(
        **dict.fromkeys(("title", "names", "body", "state"), ""),
        sample=False,
        deleted_at=func.coalesce(records.c.deleted_at, records.c.changed_at),
        used_at=null(),
        revision=bindparam("next"),
    )
)


class SqlRecords:
    """What the directories hold."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, record: Record) -> Record:
        """Keep a record in the place of what stood under its key; give it with its new revision."""
        revision: int = _NEXT_REVISION(self._connection).scalar_one()
        values = {**record_values(record), "revision": revision}
        _PUT(self._connection, **values)
        _UNLINK(self._connection, of=record.key)
        for target in dict.fromkeys(record.refers_to):
            _LINK(self._connection, of=record.key, to=target)
        return record_from([values[name] for name in RECORD_COLUMNS])

    def get(self, key: str) -> Record | None:
        """Give a record, from the bin too. Raises ``UnreadableRow``."""
        return next(each(_ONE(self._connection, of=key), record_from), None)

    def newest_revision(self) -> int:
        """Give the revision of the newest change, 0 where nothing was ever kept."""
        revision: int = _NEXT_REVISION(self._connection).scalar_one()
        return revision - 1

    def of_kind(self, kind: RecordKind) -> Sequence[Record]:
        """Give all records of a kind outside of the bin. Raises ``UnreadableRow``."""
        return list(each(_OF_KIND(self._connection, of=kind.value), record_from))

    def many(self, keys: Sequence[str]) -> Sequence[Record]:
        """Give the records of some keys that there are, from the bin too. Raises ``UnreadableRow``."""
        return [record for key in dict.fromkeys(keys) if (record := self.get(key))]

    def since(self, revision: int) -> Sequence[Named]:
        """Give the names of what has changed since a revision, binned ones too. Raises ``UnreadableRow``."""
        return list(each(_SINCE(self._connection, seen=revision), named_from))

    def speaking_of(self, key: str) -> Sequence[Record]:
        """Give the records outside of the bin that refer to one. Raises ``UnreadableRow``."""
        return list(each(_SPEAKING_OF(self._connection, of=key), record_from))

    def mark_used(self, keys: Sequence[str], now: datetime) -> None:
        """Note that records were used for a letter."""
        for key in keys:
            _USE(self._connection, of=key, now=moment(now))

    def last_used(self, kinds: Sequence[RecordKind], limit: int) -> Sequence[str]:
        """Give the keys of those used last, the newest first."""
        wanted = {kind.value for kind in kinds}
        found = (row.key for row in _LAST_USED(self._connection) if row.kind in wanted)
        return list(islice(found, limit))

    def binned(self) -> Sequence[Record]:
        """Give what lies in the bin, the newest first. Raises ``UnreadableRow``."""
        return list(each(_BINNED(self._connection), record_from))

    def samples(self) -> Sequence[Record]:
        """Give what came with the sample workspace and nobody has changed. Raises ``UnreadableRow``."""
        return list(each(_SAMPLES(self._connection), record_from))

    def erase(self, key: str) -> None:
        """Delete a record and its stored files, for good."""
        for statement in (_ERASE_FILES, _UNLINK):
            statement(self._connection, of=key)
        _ERASE(self._connection, of=key, next=self.newest_revision() + 1)
