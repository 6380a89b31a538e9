"""What storage must offer for directories; ``db`` fits these by shape."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from app.domain.records import Named, Record, RecordKind, StoredFile
from app.domain.register import Draft


class RecordStore(Protocol):
    """What the directories hold."""

    def put(self, record: Record) -> Record:
        """Keep a record in the place of what stood under its key; give it with its new revision."""

    def get(self, key: str) -> Record | None:
        """Give a record, from the bin too."""

    def newest_revision(self) -> int:
        """Give the revision of the newest change, 0 where nothing was ever kept."""

    def of_kind(self, kind: RecordKind) -> Sequence[Record]:
        """Give all records of a kind outside of the bin."""

    def many(self, keys: Sequence[str]) -> Sequence[Record]:
        """Give the records of some keys that there are, from the bin too."""

    def since(self, revision: int) -> Sequence[Named]:
        """Give the names of what has changed since a revision, binned ones too."""

    def speaking_of(self, key: str) -> Sequence[Record]:
        """Give the records outside of the bin that refer to one."""

    def mark_used(self, keys: Sequence[str], now: datetime) -> None:
        """Note that records were used for a letter."""

    def last_used(self, kinds: Sequence[RecordKind], limit: int) -> Sequence[str]:
        """Give the keys of those used last, the newest first."""

    def binned(self) -> Sequence[Record]:
        """Give what lies in the bin, the newest first."""

    def samples(self) -> Sequence[Record]:
        """Give what came with the sample workspace and nobody has changed."""

    def erase(self, key: str) -> None:
        """Delete a record and its stored files, for good."""


class StoredFileStore(Protocol):
    """Copies of files that belong to records."""

    def add(self, file: StoredFile, content: bytes) -> None: ...
    def get(self, key: str) -> StoredFile | None:
        """Give a file, from the bin too."""

    def of(self, owner: str) -> Sequence[StoredFile]:
        """Give the files of a record outside of the bin, the oldest first."""

    def content(self, key: str) -> bytes | None: ...
    def bin(self, key: str, *, now: datetime | None) -> None:
        """Put a file into the bin; without a moment, take it out again."""

    def binned(self) -> Sequence[StoredFile]:
        """Give the files in the bin, the newest first."""

    def erase(self, key: str) -> None:
        """Delete a file that lies in the bin, for good."""


class OriginStore(Protocol):
    """What the data of drafts were taken from."""

    def put(self, draft: int, *, case: str, origins: str) -> None:
        """Keep the origins of a draft as JSON, and the key of its case."""

    def get(self, draft: int) -> str:
        """Give the origins of a draft, empty where there are none."""

    def letters_about(self, case: str) -> Sequence[tuple[Draft, int | None]]:
        """Give the drafts of a case outside of the bin, each with the sequence of its entry."""
