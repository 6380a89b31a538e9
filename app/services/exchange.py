"""Directories as one JSON file: taken out of a workspace, brought into another, or written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from app.domain.errors import N_, ChanceryError
from app.domain.records import RecordKind, RecordNotFound
from app.services.record_bodies import CLASSES, Thing, adapter_of, kind_of, thing_from
from app.services.records import Records

FORMAT: Final = 1
_NOTES: Final = frozenset({"format", "about"})
_RECORD: Final = "record"
_THE_FILE: Final = N_("the file")


class UnreadableDirectoryFile(ChanceryError):
    """A file is no directory file."""

    message = N_("{file} cannot be read as a directory at “{place}”: {reason}. Mend it there.")


def directory_file(things: Iterable[Thing]) -> str:
    """Write values as a directory file, each kind in a list of its own."""
    lists: dict[str, Any] = {"format": FORMAT}
    for thing in things:
        kind = kind_of(thing)
        said = adapter_of(kind).dump_python(thing, mode="json", exclude_defaults=True)
        lists.setdefault(kind.value, []).append(said)
    return json.dumps(lists, ensure_ascii=False, indent=2) + "\n"


def read_directory_file(data: bytes, *, name: str) -> tuple[Thing, ...]:
    """Read a directory file. Raises ``UnreadableDirectoryFile``."""
    lists = _lists(data, name)
    return tuple(
        _thing(kind, said, f"{kind.value}.{place}", name)
        for kind in RecordKind
        for place, said in enumerate(lists.get(kind.value, ()), 1)
    )


class Exchange:
    """Brings directory files in and takes them out."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def take_in(self, things: Sequence[Thing], *, sample: bool = False) -> int:
        """Keep all values of a file or none of them, and say how many.

        Those whose key is known are replaced.
        """
        with self._records.writing() as work:
            for thing in things:
                self._records.save_in(work, thing, sample=sample)
            work.commit()
        return len(things)

    def one(self, key: str, kinds: Iterable[RecordKind]) -> str:
        """Give one value as a directory file. Raises ``RecordNotFound``."""
        with self._records.reading() as work:
            record = work.records.get(key)
        if record is None or record.kind not in set(kinds):
            raise RecordNotFound(kind=_RECORD, key=key)
        return directory_file([thing_from(record)])

    def taken_out(self, kinds: Iterable[RecordKind]) -> str:
        """Give all values of some kinds as a directory file."""
        return directory_file(thing for kind in kinds for thing in self._records.all_of(kind))


def _lists(data: bytes, name: str) -> Mapping[str, Any]:
    try:
        lists = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:  # what is no UTF-8 is one too
        raise UnreadableDirectoryFile(file=name, place=_THE_FILE, reason=str(error)) from error
    if not isinstance(lists, dict) or lists.get("format") != FORMAT:
        raise UnreadableDirectoryFile(file=name, place="format", reason=f"format = {FORMAT}")
    for kind in lists.keys() - _NOTES:
        if kind not in set(RecordKind) or not isinstance(lists[kind], list):
            raise UnreadableDirectoryFile(file=name, place=kind, reason=", ".join(RecordKind))
    return lists


def _thing(kind: RecordKind, said: object, place: str, name: str) -> Thing:
    try:
        thing: Thing = adapter_of(kind).validate_json(json.dumps(said), extra="forbid")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join([place, *map(str, first["loc"])])
        raise UnreadableDirectoryFile(file=name, place=where, reason=first["msg"]) from error
    assert isinstance(thing, CLASSES[kind])  # noqa: S101  # the kind decides the class
    return thing
