"""Rows and domain values: each made from the other, here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, Final, TypeVar

from app.domain.folding import sort_key
from app.domain.gaps import Counter
from app.domain.records import Named, Record, RecordKind, StoredFile
from app.domain.register import Act, ActKind, Draft, Entry, Scope, Series
from app.domain.replies import reply_due
from app.domain.searching import EntryStatus, Listed, Place

Row = Sequence[Any]
Values = dict[str, Any]
Day = TypeVar("Day", date, datetime)

ENTRY_COLUMNS: Final = tuple(field.name for field in fields(Entry))
ACT_COLUMNS: Final = tuple(field.name for field in fields(Act))
COUNTER_COLUMNS: Final = tuple(field.name for field in fields(Counter))
SERIES_COLUMNS: Final = tuple(field.name for field in fields(Series))
DRAFT_COLUMNS: Final = tuple(field.name for field in fields(Draft))
STORED_COLUMNS: Final = tuple(field.name for field in fields(StoredFile))
RECORD_COLUMNS: Final = tuple(field.name for field in fields(Record) if field.name != "refers_to")
NAMED_COLUMNS: Final = ("key", "kind", "title", "names", "state", "sample", "deleted_at", "revision")
LISTED_COLUMNS: Final = tuple(field.name for field in fields(Listed) if field.name != "place")
_LISTED_AS_ENTERED: Final = (
    "sequence", "series", "counted_in", "scope", "ordinal", "suffix",
    "state", "language", "letter_type", "number", "addressee", "subject",
)  # fmt: skip


def entry_values(entry: Entry) -> Values:
    """Give the columns of an entry; its moments are kept to the letter, for the seal covers them."""
    return {
        **vars(entry),
        "registered_on": entry.registered_on.isoformat(),
        "registered_at": entry.registered_at.isoformat(),
        "letter_date": entry.letter_date.isoformat() if entry.letter_date else None,
    }


def entry_from(row: Row) -> Entry:
    """Give the entry of a row in the order of ``ENTRY_COLUMNS``."""
    said: Values = dict(zip(ENTRY_COLUMNS, row, strict=True))
    said["number_printed"] = _truth(said["number_printed"])
    said["registered_on"] = _exactly(date, said["registered_on"])
    said["registered_at"] = _exactly(datetime, said["registered_at"])
    if said["letter_date"] is not None:
        said["letter_date"] = _exactly(date, said["letter_date"])
    return Entry(**said)


def _exactly(kind: type[Day], text: str) -> Day:
    """Read a day or a moment that is written as we write it; the seal knows no other spelling."""
    value = kind.fromisoformat(text)
    if value.isoformat() != text:
        raise ValueError(text)
    return value


def _truth(value: int) -> bool:
    if value not in {0, 1}:
        raise ValueError(value)
    return bool(value)


def series_values(series: Series) -> Values:
    """Give the columns of a series."""
    return dict(vars(series))


def series_from(row: Row) -> Series:
    """Give the series of a row in the order of ``SERIES_COLUMNS``."""
    said: Values = dict(zip(SERIES_COLUMNS, row, strict=True))
    said["scope"] = Scope(said["scope"])
    said["yearly"], said["late_entries"] = bool(said["yearly"]), bool(said["late_entries"])
    return Series(**said)


def act_values(act: Act) -> Values:
    """Give the columns of an act; its moments are kept to the letter, for the seal covers them."""
    return {**vars(act), "day": act.day.isoformat(), "done_at": act.done_at.isoformat()}


def act_from(row: Row) -> Act:
    """Give the act of a row in the order of ``ACT_COLUMNS``."""
    said: Values = dict(zip(ACT_COLUMNS, row, strict=True))
    said["kind"] = ActKind(said["kind"])
    said["day"] = _exactly(date, said["day"])
    said["done_at"] = _exactly(datetime, said["done_at"])
    return Act(**said)


def counter_from(row: Row) -> Counter:
    """Give the counter of a row in the order of ``COUNTER_COLUMNS``."""
    return Counter(*row)


def listing_values(entry: Entry) -> Values:
    """Give the columns of an entry's row in the listing; texts are folded, for accents sort nothing apart."""
    due = reply_due(entry)
    return {
        **{name: getattr(entry, name) for name in _LISTED_AS_ENTERED},
        "year": entry.registered_on.year,
        "registered_on": entry.registered_on.isoformat(),
        "status": EntryStatus.REGISTERED.value,
        "addressee_key": sort_key(entry.addressee),
        "subject_key": sort_key(entry.subject),
        "due": due.isoformat() if due else "",
    }


def listed_from(row: Row) -> Listed:
    """Give the line of a row in the order of ``LISTED_COLUMNS``, its sort key behind."""
    width = len(LISTED_COLUMNS)
    said: Values = dict(zip(LISTED_COLUMNS, row[:width], strict=True))
    said["registered_on"] = date.fromisoformat(said["registered_on"])
    said["status"] = EntryStatus(said["status"])
    said["due"] = date.fromisoformat(said["due"]) if said["due"] else None
    return Listed(**said, place=Place(tuple(row[width:])))


def moment(value: datetime) -> str:
    """Write a moment in UTC, so that texts sort as the moments do."""
    return value.astimezone(UTC).isoformat()


def draft_from(row: Row) -> Draft:
    """Give the draft of a row in the order of ``DRAFT_COLUMNS``."""
    said: Values = dict(zip(DRAFT_COLUMNS, row, strict=True))
    said["created_at"] = datetime.fromisoformat(said["created_at"])
    said["changed_at"] = datetime.fromisoformat(said["changed_at"])
    said["registered_as"] = said["registered_as"] or ""
    said["binned_at"] = datetime.fromisoformat(said["binned_at"]) if said["binned_at"] else None
    return Draft(**said)


def record_values(record: Record) -> Values:
    """Give the columns of a record; a name of several lines would fall apart, so it becomes one."""
    said = {name: getattr(record, name) for name in RECORD_COLUMNS}
    return {
        **said,
        "kind": record.kind.value,
        "names": "\n".join(" ".join(name.splitlines()) for name in record.names),
        "changed_at": moment(record.changed_at),
        "deleted_at": moment(record.deleted_at) if record.deleted_at else None,
        "used_at": moment(record.used_at) if record.used_at else None,
    }


def record_from(row: Row) -> Record:
    """Give the record of a row in the order of ``RECORD_COLUMNS``; whom it speaks of stands in its body."""
    said: Values = dict(zip(RECORD_COLUMNS, row, strict=True))
    said["kind"] = RecordKind(said["kind"])
    said["names"] = tuple(said["names"].split("\n")) if said["names"] else ()
    said["sample"] = bool(said["sample"])
    for name in ("changed_at", "deleted_at", "used_at"):
        said[name] = datetime.fromisoformat(said[name]) if said[name] else None
    return Record(**said)


def named_from(row: Row) -> Named:
    """Give the names of a row in the order of ``NAMED_COLUMNS``."""
    said: Values = dict(zip(NAMED_COLUMNS, row, strict=True))
    said["deleted"] = said.pop("deleted_at") is not None
    said["kind"], said["sample"] = RecordKind(said["kind"]), bool(said["sample"])
    said["names"] = tuple(said["names"].split("\n")) if said["names"] else ()
    return Named(**said)


def stored_values(file: StoredFile) -> Values:
    """Give the columns of a stored file, its bytes apart."""
    deleted_at = moment(file.deleted_at) if file.deleted_at else None
    return {**vars(file), "added_at": moment(file.added_at), "deleted_at": deleted_at}


def stored_from(row: Row) -> StoredFile:
    """Give the stored file of a row in the order of ``STORED_COLUMNS``."""
    said: Values = dict(zip(STORED_COLUMNS, row, strict=True))
    said["added_at"] = datetime.fromisoformat(said["added_at"])
    said["deleted_at"] = datetime.fromisoformat(said["deleted_at"]) if said["deleted_at"] else None
    return StoredFile(**said)
