"""Reads Hunspell dictionaries in a process of its own, started by ``spelling_process``.

Loading a dictionary or looking for suggestions takes Hunspell up to a third of
a second, in which no other thread of its process runs; and a damaged dictionary
may end the process that reads it. Each line asked is answered by one line, both
JSON. The process ends when nobody can ask any more.

Runs as a script: it must not import anything of ours.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import hunspell

_ENCODING = re.compile(rb"^(?:\xef\xbb\xbf)?\s*SET\s+(\S+)", re.MULTILINE)
_CODECS = {"microsoft-cp1251": "cp1251", "tis620-2533": "iso8859-11", "iscii-devanagari": "utf-8"}
_APOSTROPHES = str.maketrans("’ʼ", "''")


class Book:
    """One dictionary, with its own way of encoding words."""

    def __init__(self, base: Path) -> None:
        encoding = "utf-8" if sys.platform == "win32" else sys.getfilesystemencoding()
        self._words: Any = hunspell.Hunspell(
            base.name, hunspell_data_dir=str(base.parent), system_encoding=encoding
        )
        self._words._dic_encoding = _codec(Path(f"{base}.aff"))  # noqa: SLF001

    def knows(self, word: str) -> bool:
        """Say whether a word is spelt right; what the encoding cannot hold is not for this dictionary."""
        try:
            return bool(self._words.spell(word) or self._words.spell(word.translate(_APOSTROPHES)))
        except UnicodeEncodeError:
            return word.translate(_APOSTROPHES) != word and self.knows(word.translate(_APOSTROPHES))

    def suggestions(self, word: str) -> list[str]:
        """Give better spellings of a word, the best first."""
        try:
            return [each for each in self._words.suggest(word.translate(_APOSTROPHES)) if each]
        except UnicodeEncodeError:
            return []


def _codec(aff: Path) -> str:
    found = _ENCODING.search(aff.read_bytes())
    name = found[1].decode("ascii", "replace") if found else "iso8859-1"
    name = _CODECS.get(name.lower(), name)
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name


def answer(asked: dict[str, Any], books: dict[str, Book]) -> dict[str, Any]:
    """Answer one question."""
    base = asked["book"]
    try:
        book = books.get(base) or books.setdefault(base, Book(Path(base)))
    except (OSError, ValueError) as error:
        return {"error": str(error)}
    if "suggest" in asked:
        return {"words": book.suggestions(asked["suggest"])}
    return {"words": [word for word in asked["check"] if not book.knows(word)]}


def main() -> None:
    """Answer until nobody asks any more."""
    books: dict[str, Book] = {}
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line), books)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
