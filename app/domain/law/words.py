"""The words by which people name parts of law, in many languages: convention, article, paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.folding import fold, is_ideograph


class Role(StrEnum):
    """What a word says of the number beside it; ``NAMING`` words name ILO conventions in full."""

    CONVENTION = "convention"
    ILO = "ilo"
    PROTOCOL = "protocol"
    NUMBER = "number"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    OPERATIVE = "operative"
    RESOLUTION = "resolution"
    REPORT = "report"
    CASE = "case"
    JOINING = "joining"
    OF = "of"
    NAMING = "naming"


@dataclass(frozen=True)
class Word:
    """One word of the vocabulary; its last part may stand for all that begin so: “конвенц*”."""

    role: Role
    language: str
    text: str


_SILENT: Final = frozenset({Role.JOINING, Role.OF})
_HANGUL: Final = range(0x1100, 0x1200)  # folding takes syllables apart
_ANY: Final = "*"


class Vocabulary:
    """Knows which words have a role, alone or several together."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._whole: dict[tuple[str, ...], Role] = {}
        self._stems: list[tuple[str, Role]] = []
        self.naming: list[str] = []
        for one in words:
            self._take(one)
        self._longest = max(map(len, self._whole), default=1)

    def _take(self, one: Word) -> None:
        parts = tuple(fold(one.text).split())
        if one.role is Role.NAMING:
            self.naming.append(one.text)
        elif one.text.endswith(_ANY):
            self._stems.append((parts[0], one.role))
        elif parts:
            self._whole.setdefault(parts, one.role)

    def role_at(self, words: Sequence[str], at: int) -> tuple[Role, int] | None:
        """Give the role of the words that begin at a place, and how many they are."""
        for length in range(min(self._longest, len(words) - at), 0, -1):
            role = self._whole.get(tuple(words[at : at + length]))
            if role:
                return role, length
        return next(((role, 1) for stem, role in self._stems if words[at].startswith(stem)), None)

    def spoken(self, words: Sequence[str]) -> tuple[str, ...]:
        """Leave out the words that only join others."""
        return tuple(word for word in words if self._whole.get((word,)) not in _SILENT)


def stands_behind(word: str) -> bool:
    """Say whether a word with a role belongs to the number before it, as in Chinese and Korean."""
    return is_ideograph(word) or ord(word[0]) in _HANGUL
