"""Writing finished documents where a person wants them."""

from __future__ import annotations

from pathlib import Path

from app.drafting.engine import write_atomically


def write_document(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write a document whole or not at all. Raises ``WriteProblem``."""
    write_atomically(path, content, overwrite=overwrite)
