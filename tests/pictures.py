"""Small pictures, made byte by byte."""

from __future__ import annotations

import struct
import zlib


def a_png(width: int = 300, height: int = 100) -> bytes:
    """Give a whole white PNG picture."""
    rows = (b"\0" + b"\xff" * width) * height
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        )
    )


def chunk(name: bytes, body: bytes) -> bytes:
    """Give one chunk of a PNG picture with its checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def a_jpeg(width: int = 300, height: int = 100) -> bytes:
    """Give the frame of a JPEG picture: enough to be measured, nothing to be seen."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    return b"".join(
        (
            b"\xff\xd8",
            b"\xff\xe0" + struct.pack(">H", 7) + b"JFIF\0",
            b"\xff\xc0" + struct.pack(">H", 2 + len(frame)) + frame,
            b"\xff\xda\0\2\xff\xd9",
        )
    )
