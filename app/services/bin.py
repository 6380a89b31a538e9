"""The bin: what was deleted lies here until it is restored or deleted for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.records import RecordInUse, RecordKind
from app.services.ports import UnitOfWork, Work
from app.services.records import Records


class BinnedKind(StrEnum):
    """What can lie in the bin."""

    DRAFT = "draft"
    FILE = "file"
    INSTITUTION = RecordKind.INSTITUTION.value
    OFFICE = RecordKind.OFFICE.value
    PERSON = RecordKind.PERSON.value
    STATE = RecordKind.STATE.value
    CASE = RecordKind.CASE.value
    SENDER = RecordKind.SENDER.value
    SIGNATORY = RecordKind.SIGNATORY.value
    LAW = RecordKind.LAW.value


@dataclass(frozen=True, kw_only=True)
class Binned:
    """One thing in the bin."""

    kind: BinnedKind
    key: str
    title: str
    deleted_at: datetime


class Bin:
    """Lists, restores and empties the bin."""

    def __init__(self, reading: Work, writing: Work, records: Records) -> None:
        self._reading, self._writing, self._records = reading, writing, records

    def listed(self) -> tuple[Binned, ...]:
        """Give everything in the bin, what was deleted last first."""
        with self._reading() as work:
            there = [*_drafts(work), *_files(work), *_of_directories(work)]
        return tuple(sorted(there, key=lambda one: one.deleted_at, reverse=True))

    def restore(self, one: Binned) -> None:
        """Take one thing out of the bin. Raises ``DraftNotFound``, ``RecordNotFound``."""
        match one.kind:
            case BinnedKind.DRAFT:
                with self._writing() as work:
                    work.drafts.put_back(int(one.key))
                    work.commit()
            case BinnedKind.FILE:
                with self._writing() as work:
                    work.stored.bin(one.key, now=None)
                    work.commit()
            case _:
                self._records.restore(one.key)

    def erase(self, one: Binned) -> None:
        """Delete one thing for good. Raises ``RecordInUse`` where others outside of the bin refer to it."""
        with self._writing() as work:
            _erase(work, one)
            work.commit()

    def empty(self) -> tuple[Binned, ...]:
        """Delete everything in the bin for good; give what had to stay because others refer to it."""
        left = []
        with self._writing() as work:
            for one in [*_drafts(work), *_files(work), *_of_directories(work)]:
                try:
                    _erase(work, one)
                except RecordInUse:
                    left.append(one)
            work.commit()
        return tuple(left)


def _erase(work: UnitOfWork, one: Binned) -> None:
    match one.kind:
        case BinnedKind.DRAFT:
            work.drafts.delete(int(one.key))
        case BinnedKind.FILE:
            work.stored.erase(one.key)
        case _:
            if users := work.records.speaking_of(one.key):
                raise RecordInUse(title=one.title, users=", ".join(user.title for user in users))
            work.records.erase(one.key)


def _drafts(work: UnitOfWork) -> list[Binned]:
    return [
        Binned(kind=BinnedKind.DRAFT, key=str(draft.key), title=draft.title, deleted_at=draft.binned_at)
        for draft in work.drafts.binned()
        if draft.binned_at
    ]


def _files(work: UnitOfWork) -> list[Binned]:
    return [
        Binned(kind=BinnedKind.FILE, key=file.key, title=file.name, deleted_at=file.deleted_at)
        for file in work.stored.binned()
        if file.deleted_at
    ]


def _of_directories(work: UnitOfWork) -> list[Binned]:
    return [
        Binned(
            kind=BinnedKind(record.kind.value),
            key=record.key,
            title=record.title,
            deleted_at=record.deleted_at,
        )
        for record in work.records.binned()
        if record.deleted_at
    ]
