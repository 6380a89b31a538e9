"""Opening a template's ZIP container without trusting anything it says about itself."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final

from app.drafting.engine.errors import (
    DamagedPackage,
    DuplicateMember,
    EncryptedMember,
    NotAPackage,
    TooLarge,
    UnsafeMemberName,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MEGABYTE: Final = 1024 * 1024
MAX_PACKAGE: Final = 64 * MEGABYTE
MAX_MEMBERS: Final = 2_000
MAX_UNPACKED: Final = 128 * MEGABYTE
MAX_RATIO: Final = 200
RATIO_COUNTS_FROM: Final = 4 * MEGABYTE
_ENCRYPTED = 0x1 | 0x40
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def parts(data: bytes, *, name: str = "document.docx") -> dict[str, bytes]:
    """Return the members of a package by name, in their order.

    Raises a ``TemplateProblem`` for what is no ZIP, a ZIP bomb, encrypted, damaged, or named unsafely.
    """
    if len(data) > MAX_PACKAGE:
        raise TooLarge(template=name, reason=f"the file has {len(data) // MEGABYTE} MB")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _members(archive, name)
    except zipfile.BadZipFile as error:
        raise _not_a_zip(data, name, error) from error
    except (zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
        raise DamagedPackage(template=name, reason=str(error)) from error


def _not_a_zip(data: bytes, name: str, error: Exception) -> NotAPackage | DamagedPackage:
    if data.startswith(b"PK"):
        return DamagedPackage(template=name, reason=str(error))
    return NotAPackage(template=name)


def _members(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(archive.infolist()) > MAX_MEMBERS:
        raise TooLarge(template=name, reason=f"it has {len(archive.infolist())} parts")
    _check_names(entries, name)
    members: dict[str, bytes] = {}
    room = MAX_UNPACKED
    for entry in entries:
        members[entry.filename] = _content(archive, entry, room, name)
        room -= len(members[entry.filename])
    return members


def _check_names(entries: Sequence[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        part = entry.filename
        if part != entry.orig_filename or not _safe(part):
            raise UnsafeMemberName(template=name, part=entry.orig_filename)
        if part.lower() in seen:
            raise DuplicateMember(template=name, part=part)
        seen.add(part.lower())


def _safe(part: str) -> bool:
    steps = part.split("/")
    return "\\" not in part and ":" not in part and not {"", ".", ".."}.intersection(steps)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, name: str) -> bytes:
    if entry.flag_bits & _ENCRYPTED:
        raise EncryptedMember(template=name, part=entry.filename)
    if entry.compress_type not in _METHODS:
        raise DamagedPackage(template=name, reason=f"{entry.filename} is packed in a way Word does not use")
    with archive.open(entry) as stream:
        content = stream.read(room + 1)
    if len(content) > room:
        raise TooLarge(template=name, reason=f"more than {MAX_UNPACKED // MEGABYTE} MB at {entry.filename}")
    if len(content) > max(RATIO_COUNTS_FROM, entry.compress_size * MAX_RATIO):
        raise TooLarge(template=name, reason=f"{entry.filename} grows to {len(content) // MEGABYTE} MB")
    return content
