"""Keeping what directories hold: every change can be taken back, deleting means the bin."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from app.domain.case_files import CaseFile
from app.domain.directory import Institution, Office, Person
from app.domain.legal_references import LegalReference
from app.domain.records import (
    Record,
    RecordKind,
    RecordNotFound,
    StoredFile,
    StoredFileNotFound,
)
from app.domain.senders import SenderProfile, SignatoryRecord
from app.domain.states import StateNames
from app.services.ports import Clock, UnitOfWork, Work
from app.services.record_bodies import CLASSES, Thing, described, kind_of, refers_to, thing_from

Some = TypeVar(
    "Some",
    Institution,
    Office,
    Person,
    StateNames,
    CaseFile,
    SenderProfile,
    SignatoryRecord,
    LegalReference,
)


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a service has changed: the record before, nothing if it is new, and after."""

    before: Record | None
    after: Record

    @property
    def key(self) -> str:
        """The key of the record."""
        return self.after.key


@dataclass(frozen=True)
class Records:
    """Keeps records of every kind. ``new_key`` gives a key that nobody has had."""

    reading: Work
    writing: Work
    clock: Clock
    new_key: Callable[[], str]

    def save(self, thing: Thing, *, sample: bool = False) -> Change:
        """Keep a value under its key; one without a key is new and gets one. It is in no bin then."""
        with self.writing() as work:
            change = self.save_in(work, thing, sample=sample)
            work.commit()
        return change

    def save_in(self, work: UnitOfWork, thing: Thing, *, sample: bool = False) -> Change:
        """Keep a value in an open unit of work."""
        if not thing.key:
            thing = replace(thing, key=self.new_key())
        before = work.records.get(thing.key)
        if before is not None and before.kind is not kind_of(thing):
            raise RecordNotFound(kind=kind_of(thing).value, key=thing.key)
        used_at = before.used_at if before else None
        after = Record(
            key=thing.key, **described(thing), sample=sample, changed_at=self.moment(), used_at=used_at
        )
        return Change(before=before, after=work.records.put(after))

    def edit(self, made: type[Some], key: str, **changes: object) -> Change:
        """Change some fields of a value. Raises ``RecordNotFound``."""
        with self.writing() as work:
            thing: Any = get_in(work, made, key)
            change = self.save_in(work, replace(thing, **changes))
            work.commit()
        return change

    def get(self, made: type[Some], key: str) -> Some:
        """Give the value under a key, from the bin too. Raises ``RecordNotFound``, ``UnreadableRecord``."""
        with self.reading() as work:
            return get_in(work, made, key)

    def all(self, made: type[Some]) -> tuple[Some, ...]:
        """Give all values of one class outside of the bin, by title. Raises ``UnreadableRecord``."""
        return tuple(thing for thing in self.all_of(_kind(made)) if isinstance(thing, made))

    def all_of(self, kind: RecordKind) -> tuple[Thing, ...]:
        """Give all values of a kind outside of the bin, by title. Raises ``UnreadableRecord``."""
        with self.reading() as work:
            found = work.records.of_kind(kind)
        return tuple(thing_from(record) for record in found)

    def speaking_of(self, key: str) -> tuple[Thing, ...]:
        """Give the values outside of the bin that refer to a record. Raises ``UnreadableRecord``."""
        with self.reading() as work:
            return tuple(thing_from(record) for record in work.records.speaking_of(key))

    def delete(self, key: str) -> Change:
        """Put a record into the bin. Raises ``RecordNotFound``."""
        with self.writing() as work:
            before = expected(work, key)
            after = work.records.put(
                linked(replace(before, deleted_at=self.moment(), changed_at=self.moment()))
            )
            work.commit()
        return Change(before=before, after=after)

    def restore(self, key: str) -> Change:
        """Take a record out of the bin. Raises ``RecordNotFound``."""
        with self.writing() as work:
            before = expected(work, key)
            after = work.records.put(linked(replace(before, deleted_at=None, changed_at=self.moment())))
            work.commit()
        return Change(before=before, after=after)

    def undo(self, change: Change) -> Change:
        """Put back what stood before a change, the bin included; what was new goes into the bin.

        What it gives can be undone in turn. Raises ``RecordNotFound`` for what was deleted for good.
        """
        if change.before is None:
            return self.delete(change.key)
        with self.writing() as work:
            now = expected(work, change.key)
            back = replace(change.before, changed_at=self.moment(), used_at=now.used_at)
            after = work.records.put(linked(back))
            work.commit()
        return Change(before=now, after=after)

    def mark_used(self, keys: Sequence[str]) -> None:
        """Note that records were used for a letter, so that they are suggested first."""
        with self.writing() as work:
            work.records.mark_used(keys, self.moment())
            work.commit()

    def attach(self, owner: str, name: str, content: bytes) -> StoredFile:
        """Keep a copy of a file with a record. Raises ``RecordNotFound``."""
        file = StoredFile(
            key=self.new_key(),
            owner=owner,
            name=name,
            size=len(content),
            seal=hashlib.sha256(content).hexdigest(),
            added_at=self.moment(),
        )
        with self.writing() as work:
            expected(work, owner)
            work.stored.add(file, content)
            work.commit()
        return file

    def files(self, owner: str) -> Sequence[StoredFile]:
        """Give the files of a record outside of the bin, the oldest first."""
        with self.reading() as work:
            return work.stored.of(owner)

    def content(self, file: str) -> bytes:
        """Give the bytes of a stored file. Raises ``StoredFileNotFound``, also if they were altered."""
        with self.reading() as work:
            known, content = work.stored.get(file), work.stored.content(file)
        if known is None or content is None or hashlib.sha256(content).hexdigest() != known.seal:
            raise StoredFileNotFound(key=known.name if known else file)
        return content

    def bin_file(self, file: str) -> None:
        """Put a stored file into the bin. Raises ``StoredFileNotFound``."""
        with self.writing() as work:
            if work.stored.get(file) is None:
                raise StoredFileNotFound(key=file)
            work.stored.bin(file, now=self.moment())
            work.commit()

    def remove_samples(self) -> int:
        """Delete for good what came with the sample and nobody has changed; say how many records it was.

        A record stays that another one, which stays, refers to.
        """
        with self.writing() as work:
            samples = {record.key for record in work.records.samples()}
            while kept := {key for key in samples if _is_needed(work, key, samples)}:
                samples -= kept
            for key in samples:
                work.records.erase(key)
            work.commit()
        return len(samples)

    def moment(self) -> datetime:
        """Give the present moment in UTC."""
        return self.clock().astimezone(UTC)


def get_in(work: UnitOfWork, made: type[Some], key: str) -> Some:
    """Give the value under a key in an open unit of work. Raises ``RecordNotFound``."""
    record = work.records.get(key)
    if record is None or record.kind is not _kind(made):
        raise RecordNotFound(kind=_kind(made).value, key=key)
    thing = thing_from(record)
    assert isinstance(thing, made)  # noqa: S101  # the kind decides the class
    return thing


def expected(work: UnitOfWork, key: str) -> Record:
    """Give a record that should be there. Raises ``RecordNotFound``."""
    record = work.records.get(key)
    if record is None:
        raise RecordNotFound(kind="record", key=key)
    return record


def linked(record: Record) -> Record:
    """Give a record with the keys of those it refers to. Raises ``UnreadableRecord``."""
    return replace(record, refers_to=tuple(refers_to(thing_from(record))))


def _kind(made: type[Thing]) -> RecordKind:
    return next(kind for kind, one in CLASSES.items() if one is made)


def _is_needed(work: UnitOfWork, key: str, leaving: set[str]) -> bool:
    return any(user.key not in leaving for user in work.records.speaking_of(key))
