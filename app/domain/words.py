"""The words of a text that a dictionary can be asked about.

Not asked about are single letters, abbreviations in capitals, whatever holds
a digit (register numbers, dates, symbols), addresses of mail and web, and
words in another script than that of the language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SIGNS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0980-\u09e3\u0a00-\u0a63"
    "\u0a80-\u0ae3\u0b00-\u0b63\u0b80-\u0be3\u0c00-\u0c63\u0c80-\u0ce3\u0d00-\u0d63\u0d80-\u0ddf\u00ad"
)
_LETTER: Final = rf"(?:[^\W\d_]|[{_SIGNS}])"
_JOINED: Final = r"['’ʼ\-‐‑·״׳\u200c\u200d]"
_WORD: Final = re.compile(rf"{_LETTER}+(?:{_JOINED}{_LETTER}+)*")
_PIECE: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"://|@|^www\.|[^\W\d_]\.[a-z]{2,}\b|\\\\", re.IGNORECASE)
_HYPHEN: Final = re.compile(r"[-‐‑]")
_POSSESSIVE: Final = re.compile(r"['’ʼ]?s?$")
_SOFT_HYPHEN: Final = "\u00ad"
_SCRIPTS: Final = {
    "CYRILLIC": "ab ba be bg ce cv kk ky mk mn os ru sah sr tg tt uk",
    "GEORGIAN": "ka xmf", "ARMENIAN": "hy", "GREEK": "el", "HEBREW": "he yi", "ARABIC": "ar ckb fa ps ug ur",
    "DEVANAGARI": "hi mr ne sa", "BENGALI": "as bn", "GUJARATI": "gu", "GURMUKHI": "pa", "TAMIL": "ta",
    "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml", "SINHALA": "si", "ETHIOPIC": "am ti", "HANGUL": "ko",
}  # fmt: skip
_SCRIPT_OF: Final = {tag: script for script, tags in _SCRIPTS.items() for tag in tags.split()}
_WRITTEN_WITHOUT_SPACES: Final = frozenset({"zh", "ja", "th", "lo", "km", "my"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in its text."""

    begin: int
    text: str

    @property
    def end(self) -> int:
        """The place after the word."""
        return self.begin + len(self.text)

    @property
    def parts(self) -> tuple[Word, ...]:
        """The words between its hyphens, but for those nobody asks about; none where it has no hyphen."""
        pieces = _HYPHEN.split(self.text)
        if len(pieces) == 1:
            return ()
        begins = [
            self.begin + sum(len(piece) + 1 for piece in pieces[:number]) for number in range(len(pieces))
        ]
        words = (Word(begin, piece) for begin, piece in zip(begins, pieces, strict=True))
        return tuple(word for word in words if not _is_abbreviation(word.text))

    @property
    def plain(self) -> str:
        """The word as a dictionary spells it: without soft hyphens."""
        return self.text.replace(_SOFT_HYPHEN, "")


def has_words(language: str) -> bool:
    """Say whether a language is written with spaces between its words."""
    return language.split("-")[0] not in _WRITTEN_WITHOUT_SPACES


def words_of(text: str, language: str) -> Iterator[Word]:
    """Give the words of a text to ask a dictionary about."""
    for _piece, words in pieces_of(text, language):
        yield from words


def pieces_of(text: str, language: str, but: Container[str] = ()) -> Iterator[tuple[str, list[Word]]]:
    """Give what stands between spaces, each with the words in it; some of it may be passed over."""
    script = _script(language)
    for found in _PIECE.finditer(text):
        piece = found[0]
        if piece not in but:
            begin = found.start()
            yield piece, [Word(begin + offset, word) for offset, word in _words_in(piece, script)]


@lru_cache(maxsize=16384)
def _words_in(piece: str, script: str) -> tuple[tuple[int, str], ...]:
    """Give the words of what stands between two spaces, each with its place in it."""
    if any(sign.isnumeric() for sign in piece) or _ADDRESS.search(piece):
        return ()
    return tuple(
        (found.start(), found[0])
        for found in _WORD.finditer(piece)
        if not _is_abbreviation(found[0]) and _script_of(found[0][0]) == script
    )


def _is_abbreviation(word: str) -> bool:
    return len(word) < 2 or _POSSESSIVE.sub("", word).isupper()


def _script(language: str) -> str:
    base, *rest = language.split("-")
    if "Latn" in rest or "Cyrl" in rest:
        return "LATIN" if "Latn" in rest else "CYRILLIC"
    return _SCRIPT_OF.get(base, "LATIN")


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def known_forms(names: Iterable[str]) -> frozenset[str]:
    """Give the words of names, to be known in any case: “Larisa Kharkova” is two of them."""
    return frozenset(form for name in names for found in _WORD.finditer(name) for form in _forms(found[0]))


def _forms(word: str) -> Iterator[str]:
    yield folded_word(word)
    for part in _HYPHEN.split(word):
        yield folded_word(part)


def folded_word(word: str) -> str:
    """Spell a word alike in any case, with any apostrophe, with or without a possessive."""
    return re.sub(r"['’ʼ]s$", "", word.replace(_SOFT_HYPHEN, "")).replace("’", "'").casefold()
