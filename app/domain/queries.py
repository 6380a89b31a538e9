"""What is typed into a search, read as terms that must be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.folding import fold, is_ideograph

_PIECES: Final = re.compile(r'["“”„«»](?P<quoted>[^"“”„«»]*)(?P<closed>["“”„«»])?|(?P<plain>[^\s"“”„«»]+)')
_LONGEST: Final = 64  # words of a query; a whole letter was pasted by mistake


@dataclass(frozen=True)
class Term:
    """Folded words that must stand one after the other; the last one of an unfinished term may go on."""

    words: tuple[str, ...]
    unfinished: bool = False

    @property
    def pattern(self) -> str:
        """The term as a regular expression over folded text."""
        end = "" if self.unfinished else r"(?!\S)"
        return r"(?<!\S)" + r"\s+".join(map(re.escape, self.words)) + end


@dataclass(frozen=True)
class Query:
    """What was typed: every term must be found."""

    terms: tuple[Term, ...] = ()
    number: str = ""

    def __bool__(self) -> bool:
        return bool(self.terms)


def parse_query(text: str) -> Query:
    """Read a query as it is typed; whatever it says, it is a query.

    Words stand for themselves and in any order, “words in quotes” together and
    in theirs. The last word is unfinished until a space follows it, and asks
    for nothing while it is a single letter or the single digit after a stroke.
    """
    terms: list[Term] = []
    room = _LONGEST
    for found in _PIECES.finditer(text):
        ended = bool(found["closed"]) or text[found.end() :] != ""
        words = tuple(fold(found["quoted"] or found["plain"] or "").split())[:room]
        room -= len(words)
        terms.extend(_term(words, ended=ended))
    return Query(tuple(dict.fromkeys(terms)), _number_in(text))


def _term(words: tuple[str, ...], *, ended: bool) -> Iterator[Term]:
    if not words:
        return
    last = words[-1]
    if ended or is_ideograph(last) or (len(words) == len(last) == 1 and last.isdigit()):
        yield Term(words)
    elif len(last) > 1:
        yield Term(words, unfinished=True)
    elif len(words) > 1:
        yield Term(words[:-1])


def _number_in(text: str) -> str:
    """Give the text if a number may stand in it: short, and with a digit."""
    bare = text.strip()
    return bare if len(bare) <= 40 and any(one.isdigit() for one in bare) else ""
