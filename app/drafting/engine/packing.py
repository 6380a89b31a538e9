"""Writing ZIP members ourselves: packed once where they do not change, and the same bytes every time."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVEL: Final = 6
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_NAME_IN_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
# 1 January 1980, the first day a ZIP archive can name.
_TIME, _DATE = 0, 0x21


@dataclass(frozen=True)
class Member:
    """A member ready to be written: its local header with its data, and its line in the directory."""

    local: bytes
    directory: tuple[bytes, int, int, int, int, int, int]

    def directory_at(self, offset: int) -> bytes:
        name, flags, method, crc, packed, size, attributes = self.directory
        head = _CENTRAL.pack(
            b"PK\1\2", _VERSION, _VERSION, flags, method, _TIME, _DATE, crc, packed, size,
            len(name), 0, 0, 0, 0, attributes, offset,
        )  # fmt: skip
        return head + name


def deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def member(name: str, data: bytes) -> Member:
    """Pack one member, stored where packing does not make it smaller."""
    packed = deflate(data)
    stored = len(packed) >= len(data)
    return packed_member(name, data if stored else packed, zlib.crc32(data), len(data), stored=stored)


def packed_member(name: str, packed: bytes, crc: int, size: int, *, stored: bool = False) -> Member:
    raw = name.encode()
    flags = 0 if name.isascii() else _NAME_IN_UTF8
    method = _STORED if stored else _DEFLATED
    head = _LOCAL.pack(
        b"PK\3\4", _VERSION, flags, method, _TIME, _DATE, crc, len(packed), size, len(raw), 0
    )  # fmt: skip
    return Member(b"".join((head, raw, packed)), (raw, flags, method, crc, len(packed), size, 0))


def pack(members: Iterable[Member]) -> bytes:
    """Return the archive of these members, in their order."""
    locals_: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for each in members:
        locals_.append(each.local)
        directory.append(each.directory_at(offset))
        offset += len(each.local)
    listing = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), len(listing), offset, 0)
    return b"".join((*locals_, listing, end))
