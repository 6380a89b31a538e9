"""The spelling dictionaries of this machine, and which of them serves a language.

A dictionary is a pair of files, ``xx.aff`` and ``xx.dic``, in one of the
folders where systems, LibreOffice and the office keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[A-Z][a-z]{3}))?(?:[-_](?P<region>[A-Z]{2}|\d{3}))?(?:[-_@].*)?"
)
# Where a language has no region of its own name, the spelling that offices expect.
_REGIONS: Final = {
    "en": "GB US AU CA IE NZ ZA", "pt": "PT BR", "ka": "GE", "uk": "UA", "kk": "KZ", "be": "BY", "cs": "CZ",
    "da": "DK", "el": "GR", "he": "IL", "hy": "AM", "sv": "SE", "sr": "RS", "nb": "NO", "nn": "NO",
    "ar": "SA", "es": "ES", "de": "DE AT CH", "fr": "FR", "sl": "SI", "et": "EE", "sq": "AL", "bs": "BA",
    "fa": "IR",
}  # fmt: skip
_SAME: Final = {"no": "nb"}
_FAR: Final = 99


@dataclass(frozen=True)
class Dictionary:
    """A pair of dictionary files; ``base`` is their path without its ending."""

    base: Path
    language: str
    region: str = ""
    script: str = ""

    @property
    def name(self) -> str:
        """The name of its files."""
        return self.base.name


class Dictionaries:
    """Looks through folders, the office's own first; ``own`` is the one to tell people about."""

    def __init__(self, own: Path, others: Sequence[str] = ()) -> None:
        self.own = own
        self._others = tuple(others)

    def all(self) -> tuple[Dictionary, ...]:
        """Give every dictionary there is, in the order of the folders."""
        return tuple(found for folder in self._folders() for found in _in_folder(folder))

    def for_language(self, tag: str) -> Dictionary | None:
        """Give the dictionary that serves a language best; none of another language or script."""
        wanted = _parsed(tag)
        if wanted is None:
            return None
        language, script, region = wanted
        ranked = [
            (_distance(one, region), number, one)
            for number, one in enumerate(self.all())
            if one.language == language and (one.script or script) == script
        ]
        return min(ranked, key=lambda each: each[:2])[2] if ranked else None

    def _folders(self) -> Iterator[Path]:
        yield self.own
        for pattern in self._others:
            yield from _matching(pattern)


def _matching(pattern: str) -> list[Path]:
    """Give the folders that a pattern leads to."""
    path = Path(pattern)
    return sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor)))) if path.is_absolute() else []


def _in_folder(folder: Path) -> Iterable[Dictionary]:
    try:
        names = sorted(path for path in folder.glob("*.aff") if path.with_suffix(".dic").is_file())
    except OSError:
        return
    for path in names:
        if parsed := _parsed(path.stem):
            language, script, region = parsed
            yield Dictionary(path.with_suffix(""), language, region, script)


def _parsed(name: str) -> tuple[str, str, str] | None:
    """Give language, script and region of a tag or of the name of a file."""
    found = _NAME.fullmatch(name)
    if not found:
        return None
    language = _SAME.get(found["language"], found["language"])
    return language, found["script"] or "", found["region"] or ""


def _distance(dictionary: Dictionary, region: str) -> int:
    """Say how far a dictionary is from what is wanted; 0 is just that."""
    if dictionary.region == region:
        return 0
    expected = ["", *_REGIONS.get(dictionary.language, dictionary.language.upper()).split()]
    return expected.index(dictionary.region) + 1 if dictionary.region in expected else _FAR
