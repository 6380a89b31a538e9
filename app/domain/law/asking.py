"""What somebody asks the law library for: names, numbers of conventions, articles, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.domain.folding import fold
from app.domain.law.words import Role, Vocabulary, stands_behind

_PIECE: Final = re.compile(r"\((?P<part>\w{1,4})\)|(?P<join>[,;&+])|(?P<rest>[^(),;&+]+|[()])")
_DOTTED: Final = re.compile(r"(?<![\w.])(\d{1,2})\.(\d{1,2})(?![\w.])")
_MIXED: Final = re.compile(r"\d+|\D+")
_SLASHED: Final = re.compile(r"(?<![0-9A-Za-z/])(?:S-)?\d{1,3}/\d{1,3}(?![0-9A-Za-z/])", re.IGNORECASE)
_CHINESE: Final = re.compile(r"(?<=第)(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])")
_DIGITS: Final = "零一二三四五六七八九"
_YEARS: Final = range(1900, 2100)
_BODIES: Final = frozenset({Role.RESOLUTION, Role.REPORT})
_WORDLESS: Final = frozenset({Role.NUMBER, Role.ILO, Role.OF})


@dataclass(frozen=True)
class Token:
    """A folded word, a number, or a part in brackets behind a number."""

    text: str
    part: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it counts something; years do not."""
        is_figures = self.text.isascii() and self.text.isdigit()
        return not self.part and is_figures and int(self.text) not in _YEARS


@dataclass
class Asked:
    """What was asked for; ``free`` are numbers of which nobody said what they count."""

    words: tuple[str, ...] = ()
    names: list[str] = field(default_factory=list)
    conventions: list[str] = field(default_factory=list)
    protocols: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    operative: list[str] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)
    free: list[str] = field(default_factory=list)
    joined: bool = False
    slashed: bool = False
    resolution: bool = False

    @property
    def numbered(self) -> bool:
        """Whether any number was asked for."""
        return bool(self.articles or self.paragraphs or self.operative or self.free)


def tokens_of(text: str) -> list[Token]:
    """Cut a text into tokens: brackets behind numbers are parts of them, commas join."""
    found: list[Token] = []
    for piece in _PIECE.finditer(_CHINESE.sub(_in_figures, _DOTTED.sub(r"\1(\2)", text))):
        behind_number = bool(found) and (found[-1].part or found[-1].is_number)
        if piece["part"] and behind_number:
            found.append(Token(fold(piece["part"]).strip(), part=True))
        elif piece["join"]:
            found.append(Token("and"))
        else:
            found.extend(_words(piece["part"] or piece["rest"]))
    return found


def _in_figures(found: re.Match[str]) -> str:
    """Give a Chinese number up to ninety-nine in figures."""
    tens, ten, ones = found[0].rpartition("十")
    counted = _DIGITS.index(tens) if tens else bool(ten)
    return str(counted * 10 + (_DIGITS.index(ones) if ones else 0))


def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words of a name, numbers cut off from letters."""
    return tuple(token.text for token in _words(text))


def _words(text: str) -> Iterator[Token]:
    for word in fold(text).split():
        pieces = _MIXED.findall(word)
        for at, piece in enumerate(pieces):
            lone = len(pieces) == 2 and at == 1 and len(piece) == 1 and "a" <= piece <= "h"
            yield Token(piece, part=lone)


def asked_for(text: str, vocabulary: Vocabulary) -> Asked:
    """Read what somebody asks for."""
    reader = _Reader(tokens_of(text), vocabulary)
    asked = reader.read()
    asked.slashed = bool(_SLASHED.search(text))
    return asked


class _Reader:
    """Goes over the tokens once and gives each number to what it counts."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self._tokens, self._vocabulary = tokens, vocabulary
        self._words = [token.text for token in tokens]
        self._asked = Asked(words=vocabulary.spoken(self._words))
        self._expected: Role | None = None
        self._last: Role | None = None
        self._before: list[str] | None = None

    def read(self) -> Asked:
        at = 0
        while at < len(self._tokens):
            at += self._number(at) if self._tokens[at].is_number else self._word(at)
        return self._asked

    def _number(self, at: int) -> int:
        length = 1
        while at + length < len(self._tokens) and self._tokens[at + length].part:
            length += 1
        parts = "".join(f"({one})" for one in self._words[at + 1 : at + length])
        self._give(f"{int(self._words[at])}{parts}")
        return length

    def _give(self, number: str) -> None:
        shelf = self._shelf(self._expected)
        if shelf is self._before and self._last is Role.JOINING:
            self._asked.joined = True
        shelf.append(number)
        self._before, self._last = shelf, None
        self._expected = None

    def _shelf(self, role: Role | None) -> list[str]:
        asked = self._asked
        shelves = {
            Role.CONVENTION: asked.conventions,
            Role.PROTOCOL: asked.protocols,
            Role.ARTICLE: asked.articles,
            Role.PARAGRAPH: asked.paragraphs,
            Role.OPERATIVE: asked.operative,
            Role.CASE: asked.cases,
        }
        return asked.free if role is None else shelves.get(role, asked.free)

    def _word(self, at: int) -> int:
        found = None if self._tokens[at].part else self._vocabulary.role_at(self._words, at)
        role, length = found or (None, 1)
        if role is Role.JOINING:
            self._last = role
            self._expected = self._role_of(self._before)
        elif role and stands_behind(self._words[at]) and self._before:
            self._moved(role)
        elif role and self._is_meant(role, at, length):
            self._expect(role)
        else:
            self._expected = self._last = None
            self._asked.resolution |= role is Role.RESOLUTION
            if role not in _BODIES:
                self._asked.names.extend(self._words[at : at + length])
        return length

    def _is_meant(self, role: Role, at: int, length: int) -> bool:
        """Say whether a word is meant as its role; otherwise it is a part of a name."""
        if stands_behind(self._words[at]) and role is Role.CONVENTION and self._asked.names:
            return False
        return role in _WORDLESS or self._number_follows(at + length)

    def _expect(self, role: Role) -> None:
        self._asked.resolution |= role is Role.RESOLUTION
        if role not in _WORDLESS:
            self._expected = role

    def _moved(self, role: Role) -> None:
        """Give the number before a word to what that word says it counts."""
        shelf = self._shelf(role)
        if role not in _WORDLESS and self._before and shelf is not self._before:
            shelf.append(self._before.pop())
            self._before = None

    def _role_of(self, shelf: list[str] | None) -> Role | None:
        roles = (Role.CONVENTION, Role.ARTICLE, Role.PARAGRAPH)
        return next((role for role in roles if self._shelf(role) is shelf), None)

    def _number_follows(self, at: int) -> bool:
        while at < len(self._tokens):
            if self._tokens[at].is_number:
                return True
            found = self._vocabulary.role_at(self._words, at)
            if not found:
                return False
            at += found[1]
        return False
