"""Finding in the directories by any part of any name, and what was used last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock

from app.domain.finding import Found, NameIndex
from app.domain.records import RECIPIENT_KINDS, Named, RecordKind
from app.services.ports import Work


class Finder:
    """Keeps the names of all records in memory and reads what has changed since before each answer.

    It may be asked from any thread.
    """

    def __init__(self, reading: Work) -> None:
        self._reading = reading
        self._index = NameIndex()
        self._lock = Lock()

    def find(
        self, text: str, kinds: Iterable[RecordKind] = RECIPIENT_KINDS, limit: int = 20
    ) -> Sequence[Found]:
        """Give the records with a name that holds what was typed, best first.

        Where nothing is typed, those that were used last are given.
        """
        kinds = tuple(kinds)
        if not text.strip():
            return self.recent(kinds, limit)
        with self._lock:
            self._refresh()
            return self._index.find(text, kinds, limit)

    def recent(self, kinds: Iterable[RecordKind] = RECIPIENT_KINDS, limit: int = 8) -> Sequence[Found]:
        """Give the records that letters used last, the newest first."""
        with self._lock:
            with self._reading() as work:
                keys = work.records.last_used(tuple(kinds), limit)
            self._refresh()
            return [_as_found(named) for key in keys if (named := self._index.get(key))]

    def all(self, kinds: Iterable[RecordKind] = RECIPIENT_KINDS) -> Sequence[Named]:
        """Give the names of all records of some kinds, each kind sorted by title: what a list shows."""
        with self._lock:
            self._refresh()
            return list(self._index.all(kinds))

    def get(self, key: str) -> Named | None:
        """Give the names of one record outside of the bin."""
        with self._lock:
            self._refresh()
            return self._index.get(key)

    def _refresh(self) -> None:
        with self._reading() as work:
            self._index.put(work.records.since(self._index.revision))


def _as_found(named: Named) -> Found:
    return Found(
        key=named.key,
        kind=named.kind,
        title=named.title,
        matched=named.title,
        state=named.state,
        sample=named.sample,
    )
