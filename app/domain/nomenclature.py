"""The nomenclature of files: which file indexes an office has in a year.

A registration number may be supplemented by the index of the file (methodical
recommendations to GOST R 7.0.97-2016, 4.11); the table of them is drawn up
anew each year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.errors import N_, ChanceryError


class FileIndexEmpty(ChanceryError):
    """A file was to be added without index or title."""

    message = N_("A file needs an index, such as 01-3, and a title.")


@dataclass(frozen=True)
class FileIndex:
    """One file of a year: its index, such as ``01-3`` or ``3``, and its title. Raises ``FileIndexEmpty``."""

    year: int
    index: str
    title: str

    def __post_init__(self) -> None:
        if not self.index.strip() or not self.title.strip():
            raise FileIndexEmpty

    def names(self, unit: str, file: str) -> bool:
        """Say whether the index is that of a file, with or without its unit before it."""
        said = tuple(_PARTS.findall(self.index))
        return said in {(file,), (unit, file)}


_PARTS: Final = re.compile(r"[^\W_]+")


def is_unlisted(files: Sequence[FileIndex], unit: str, file: str) -> bool:
    """Say whether a file is missing from the table of a year; a year without a table has no rules."""
    return bool(file and files) and not any(one.names(unit, file) for one in files)
