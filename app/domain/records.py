"""Records: the things a directory holds, each kept whole under a key, with the names it is found by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.errors import N_, ChanceryError


class RecordNotFound(ChanceryError):
    """A directory holds nothing under a key, or something of another kind."""

    message = N_("There is no {kind} “{key}” in this workspace. It may have been deleted for good.")


class RecordInUse(ChanceryError):
    """Something is to be deleted for good while others still speak of it."""

    message = N_("“{title}” cannot be deleted for good: {users} still refer to it. Change those first.")


class UnreadableRecord(ChanceryError):
    """A record holds what Chancery never wrote."""

    message = N_("The record “{key}” ({title}) cannot be read. Restore it from a backup.")


class RecordKind(StrEnum):
    """What directories hold."""

    INSTITUTION = "institution"
    OFFICE = "office"
    PERSON = "person"
    STATE = "state"
    CASE = "case"
    SENDER = "sender"
    SIGNATORY = "signatory"
    LAW = "law"


RECIPIENT_KINDS: Final = (RecordKind.PERSON, RecordKind.OFFICE, RecordKind.INSTITUTION)


@dataclass(frozen=True, kw_only=True)
class Record:
    """One thing as it is kept: ``body`` is all of it as JSON, the rest is made from it.

    ``names`` are all its names in all languages, the title first; ``refers_to`` the
    keys of the records it speaks of. ``sample`` marks what came with the sample
    workspace and nobody has changed since. ``revision`` grows with every change
    of any record. Moments are in UTC.
    """

    key: str
    kind: RecordKind
    title: str
    body: str
    names: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    state: str = ""
    sample: bool = False
    changed_at: datetime
    deleted_at: datetime | None = None
    used_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, kw_only=True)
class Named:
    """What finding needs of a record: its kind, names and State, and whether it lies in the bin."""

    key: str
    kind: RecordKind
    title: str
    names: tuple[str, ...]
    state: str
    sample: bool
    deleted: bool
    revision: int


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A copy of a file that belongs to a record; ``seal`` is the SHA-256 of its bytes."""

    key: str
    owner: str
    name: str
    size: int
    seal: str
    added_at: datetime
    deleted_at: datetime | None = None


class StoredFileNotFound(ChanceryError):
    """No stored file has this key, or its bytes are no longer those that were stored."""

    message = N_("The stored file {key} is not there, or has been altered. Restore it from a backup.")
