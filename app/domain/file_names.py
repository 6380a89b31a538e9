"""Names for files that every system accepts."""

from __future__ import annotations

import re
from typing import Final

# Also what turns the direction of writing, so that no name reads as another,
# and lone surrogates, which no file system can write.
_UNSAFE_IN_FILE_NAMES: Final = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+'
)
# Windows keeps these for devices, whatever follows the first dot.
_DEVICES: Final = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_LONGEST_FILE_NAME_PART: Final = 120


def safe_for_file_name(text: str) -> str:
    """Give the twin of a text that every file system accepts: ``147/01-3`` is ``147-01-3``.

    It is never empty and never the name of a device.
    """
    safe = _UNSAFE_IN_FILE_NAMES.sub("-", text).encode("utf-8")[:_LONGEST_FILE_NAME_PART]
    plain = safe.decode("utf-8", errors="ignore").strip("-. ")[:80].rstrip("-. ")
    return f"_{plain}" if not plain or _DEVICES.fullmatch(plain) else plain
