"""Small dictionaries written for a test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def write_book(
    folder: Path, name: str, words: Sequence[str], *, encoding: str = "utf-8", called: str = ""
) -> Path:
    """Write a pair of files and give their path without ending; ``called`` names the encoding in the .aff."""
    folder.mkdir(parents=True, exist_ok=True)
    base = folder / name
    letters = "".join(sorted({letter for word in words for letter in word}))
    aff = f"SET {called or encoding.upper()}\nTRY {letters}\n"
    (folder / f"{name}.aff").write_bytes(aff.encode(encoding))
    (folder / f"{name}.dic").write_bytes("\n".join([str(len(words)), *words, ""]).encode(encoding))
    return base
