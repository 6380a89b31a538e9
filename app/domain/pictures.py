"""The picture of a letterhead: kept whole in the letter, so that a registered letter never changes."""

from __future__ import annotations

import binascii
import re
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.domain.errors import N_, ChanceryError

LARGEST: Final = 128 * 1024
_MOST_PIXELS: Final = 25_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_LOOKS_LIKE_SVG: Final = re.compile(rb"<svg[\s>]")
_CHUNK: Final = struct.Struct(">I4s")
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_END_OF_JPEG: Final = b"\xff\xd9"


class PictureTooLarge(ChanceryError, ValueError):
    """A picture takes more room than a letterhead needs."""

    message = N_(
        "The picture has {size} KB; a letterhead may have {most} KB. "
        "Save it smaller: 600 pixels in height are enough on paper."
    )


class NotAPicture(ChanceryError, ValueError):
    """A file is no picture that a letter can print."""

    message = N_(
        "This file is no whole PNG or JPEG picture. Open it in a picture program and save it as PNG."
    )


class NoDrawings(ChanceryError, ValueError):
    """A drawing was given where only pictures can be printed."""

    message = N_("This is an SVG drawing, which a letter cannot print. Save it as a PNG picture.")


@dataclass(frozen=True)
class Measured:
    """What a picture is: ``png`` or ``jpeg``, and its size in pixels."""

    kind: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class LetterheadPicture:
    """A PNG or JPEG picture as a text in Base64; ``words`` say what it shows to who cannot see it.

    Raises ``NotAPicture`` and its kin.
    """

    data: str
    words: str = ""

    def __post_init__(self) -> None:
        _opened(self.data)

    @property
    def content(self) -> bytes:
        """The picture as a file holds it."""
        return _opened(self.data)[0]

    @property
    def measured(self) -> Measured:
        """What kind of picture it is, and its size."""
        return _opened(self.data)[1]


def letterhead_picture(content: bytes, words: str = "") -> LetterheadPicture:
    """Take a picture into a letter. Raises ``NotAPicture``, ``NoDrawings`` and ``PictureTooLarge``."""
    return LetterheadPicture(data=b64encode(content).decode("ascii"), words=words)


def measured(content: bytes) -> Measured:
    """Read what a picture is, and that it is whole.

    Raises ``NotAPicture``, ``NoDrawings`` and ``PictureTooLarge``.
    """
    if len(content) > LARGEST:
        raise PictureTooLarge(size=len(content) // 1024 + 1, most=LARGEST // 1024)
    if not content.startswith((_PNG, _JPEG)):
        raise NoDrawings if _LOOKS_LIKE_SVG.search(content[:4096]) else NotAPicture
    try:
        found = _png(content) if content.startswith(_PNG) else _jpeg(content)
    except (struct.error, IndexError, ValueError) as error:
        raise NotAPicture from error
    if not 0 < found.width * found.height <= _MOST_PIXELS:
        raise NotAPicture
    return found


@lru_cache(maxsize=32)
def _opened(data: str) -> tuple[bytes, Measured]:
    try:
        content = b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotAPicture from error
    return content, measured(content)


def _png(content: bytes) -> Measured:
    """Go through the chunks, each with its checksum, to the end."""
    names, size = [], (0, 0)
    for name, body in _chunks(content):
        names.append(name)
        if name == b"IHDR":
            size = struct.unpack_from(">II", body)
    if names[0] != b"IHDR" or names[-1] != b"IEND" or b"IDAT" not in names:
        raise ValueError
    return Measured("png", *size)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(_PNG), b""
    while name != b"IEND":
        length, name = _CHUNK.unpack_from(content, at)
        body = content[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", content, at + 8 + length)
        if zlib.crc32(name + body) != checksum:
            raise ValueError
        yield name, body
        at += length + 12


def _jpeg(content: bytes) -> Measured:
    """Go through the segments to the frame, which says the size."""
    if _END_OF_JPEG not in content[-64:]:
        raise ValueError
    at = 2
    while True:
        if content[at] != 0xFF:
            raise ValueError
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return Measured("jpeg", width, height)
        bare = marker in _BARE or marker == 0xFF
        at += (1 if marker == 0xFF else 2) if bare else 2 + struct.unpack_from(">H", content, at + 2)[0]
