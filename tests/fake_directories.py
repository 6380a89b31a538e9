"""Directories in memory: records, their files, and what drafts were taken from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.records import Named, Record, RecordKind, StoredFile
from app.domain.register import Draft, Entry


class FakeRecords:
    def __init__(self, shelf: dict[str, Record], stored: FakeStored) -> None:
        self._shelf, self._stored = shelf, stored

    def put(self, record: Record) -> Record:
        names = tuple(" ".join(name.splitlines()) for name in record.names)
        kept = replace(record, names=names, revision=self.newest_revision() + 1)
        self._shelf[record.key] = kept
        return kept

    def newest_revision(self) -> int:
        return max((record.revision for record in self._shelf.values()), default=0)

    def get(self, key: str) -> Record | None:
        record = self._shelf.get(key)
        return record if record and record.body else None

    def of_kind(self, kind: RecordKind) -> Sequence[Record]:
        return _by_title(record for record in self._there() if record.kind is kind)

    def many(self, keys: Sequence[str]) -> Sequence[Record]:
        return [record for key in dict.fromkeys(keys) if (record := self.get(key))]

    def since(self, revision: int) -> Sequence[Named]:
        return [_named(record) for record in self._shelf.values() if record.revision > revision]

    def speaking_of(self, key: str) -> Sequence[Record]:
        return _by_title(record for record in self._there() if key in record.refers_to)

    def mark_used(self, keys: Sequence[str], now: datetime) -> None:
        for key in keys:
            if key in self._shelf:
                self._shelf[key] = replace(self._shelf[key], used_at=now)

    def last_used(self, kinds: Sequence[RecordKind], limit: int) -> Sequence[str]:
        used = [(-record.used_at.timestamp(), record) for record in self._there() if record.used_at]
        newest_first = sorted(used, key=lambda one: (one[0], one[1].key))
        return [record.key for _, record in newest_first if record.kind in kinds][:limit]

    def binned(self) -> Sequence[Record]:
        binned = [
            (-one.deleted_at.timestamp(), one) for one in self._shelf.values() if one.deleted_at and one.body
        ]
        return [record for _, record in sorted(binned, key=lambda one: (one[0], one[1].key))]

    def samples(self) -> Sequence[Record]:
        return [self._shelf[key] for key in sorted(self._shelf) if self._shelf[key].sample]

    def erase(self, key: str) -> None:
        self._stored.erase_of(key)
        if key in self._shelf:
            bare = {"title": "", "names": (), "body": "", "state": "", "refers_to": ()}
            old = self._shelf[key]
            self._shelf[key] = replace(
                old,
                **bare,  # type: ignore[arg-type]
                sample=False,
                deleted_at=old.deleted_at or old.changed_at,
                used_at=None,
                revision=self.newest_revision() + 1,
            )

    def _there(self) -> list[Record]:
        return [record for record in self._shelf.values() if record.deleted_at is None]


class FakeStored:
    def __init__(self, stored: dict[str, StoredFile], contents: dict[str, bytes]) -> None:
        self._stored, self._contents = stored, contents

    def add(self, file: StoredFile, content: bytes) -> None:
        self._stored[file.key], self._contents[file.key] = file, content

    def get(self, key: str) -> StoredFile | None:
        return self._stored.get(key)

    def of(self, owner: str) -> Sequence[StoredFile]:
        mine = [one for one in self._stored.values() if one.owner == owner and one.deleted_at is None]
        return sorted(mine, key=lambda one: (one.added_at, one.key))

    def content(self, key: str) -> bytes | None:
        return self._contents.get(key)

    def bin(self, key: str, *, now: datetime | None) -> None:
        self._stored[key] = replace(self._stored[key], deleted_at=now)

    def binned(self) -> Sequence[StoredFile]:
        binned = [(-one.deleted_at.timestamp(), one) for one in self._stored.values() if one.deleted_at]
        return [file for _, file in sorted(binned, key=lambda one: (one[0], one[1].key))]

    def erase(self, key: str) -> None:
        if key in self._stored and self._stored[key].deleted_at:
            del self._stored[key], self._contents[key]

    def erase_of(self, owner: str) -> None:
        for key in [one.key for one in self._stored.values() if one.owner == owner]:
            del self._stored[key], self._contents[key]


class FakeOrigins:
    def __init__(
        self, origins: dict[int, tuple[str, str]], drafts: dict[int, Draft], entries: dict[int, Entry]
    ) -> None:
        self._origins, self._drafts, self._entries = origins, drafts, entries

    def put(self, draft: int, *, case: str, origins: str) -> None:
        self._origins[draft] = (case, origins)

    def get(self, draft: int) -> str:
        return self._origins[draft][1] if draft in self._origins and draft in self._drafts else ""

    def letters_about(self, case: str) -> Sequence[tuple[Draft, int | None]]:
        about = (self._drafts[key] for key in sorted(self._drafts) if self._case(key) == case)
        return [(draft, self._sequence(draft)) for draft in about if draft.binned_at is None]

    def _case(self, draft: int) -> str:
        return self._origins.get(draft, ("", ""))[0]

    def _sequence(self, draft: Draft) -> int | None:
        numbers = (one.sequence for one in self._entries.values() if one.number == draft.registered_as)
        return next(numbers, None)


def _by_title(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.title)


def _named(record: Record) -> Named:
    return Named(
        key=record.key,
        kind=record.kind,
        title=record.title,
        names=record.names,
        state=record.state,
        sample=record.sample,
        deleted=record.deleted_at is not None,
        revision=record.revision,
    )
