"""Registration numbers: the value, the pattern it is written in, and back.

A registration number is an ordinal that may be supplemented by index parts
(methodical recommendations to GOST R 7.0.97-2016, 4.11). ``147/01-3`` is
ordinal 147 in unit 01, file 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from app.domain.errors import N_, ChanceryError

DEFAULT_PATTERN: Final = "{ordinal}[/{unit}][-{file}]"
_FIELD: Final = re.compile(r"\{(?:(ordinal|month)(?::(\d))?|(unit|file|year|type|state|language))\}")
_VALUES: Final = {
    "unit": r"[^\W_]+",
    "file": r"[^\W_]+",
    "year": r"[1-9]\d{3}",
    "type": r"[A-Z]{1,3}",
    "state": r"[A-Z]{3}",
    "language": r"[a-z]{2,3}",
}
# Which letters and digits a value may hold: digits, small and capital letters, those of other scripts.
_HOLDS: Final = {
    "ordinal": "da",
    "unit": "daAo",
    "file": "daAo",
    "year": "d",
    "month": "d",
    "type": "A",
    "state": "A",
    "language": "a",
}
_OF_FIXED_LENGTH: Final = frozenset({"year", "state"})
_NUMERIC: Final = frozenset({"year", "month"})
_SIGN: Final = re.compile(r"(?:№|N[°º]|No\.?|N)\s*")


class UnknownNumberField(ChanceryError):
    """A number pattern asks for something that numbers do not have."""

    message = N_(
        "The number pattern “{pattern}” has the unknown part “{part}”. "
        "Use {{ordinal}}, {{unit}}, {{file}}, {{year}}, {{month}}, {{type}}, {{state}} and {{language}}, "
        "optional parts in [ ]."
    )


class NumberFieldMissingOrTwice(ChanceryError):
    """A number pattern does not say where the ordinal stands, or says a part twice."""

    message = N_(
        "The number pattern “{pattern}” must hold {{ordinal}} once and no part twice. Example: {example}."
    )


class NumberPartsRunTogether(ChanceryError):
    """Nothing in a number pattern tells where one part ends and the next begins."""

    message = N_(
        "In the number pattern “{pattern}” the parts “{before}” and “{after}” run together. "
        "Put a mark such as / or - between them."
    )


class NumberPartMissing(ChanceryError):
    """A number pattern needs what neither the letter nor its series says."""

    message = N_(
        "The number pattern “{pattern}” needs “{part}”, which is empty here; no number was taken. "
        "Fill it in, or put this part of the pattern in [ ]."
    )


class NumberDoesNotFit(ChanceryError):
    """A text is no number of the series it was read for."""

    message = N_("“{number}” is not a number of the form “{pattern}”. Example: {example}.")


@dataclass(frozen=True)
class OfficialNumber:
    """What a registration number says; how it is written is the pattern's.

    ``suffix`` is the letter of a late entry (147a), ``state`` an ISO 3166-1
    alpha-3 code, ``type`` the code of a letter type, ``language`` a language
    without its script and region.
    """

    ordinal: int
    unit: str = ""
    file: str = ""
    year: int | None = None
    suffix: str = ""
    month: int | None = None
    type: str = ""
    state: str = ""
    language: str = ""


@dataclass(frozen=True)
class NumberPattern:
    """How the numbers of one series are written.

    ``{ordinal:3}`` pads with zeros to three digits. A part in square brackets
    is left out when its value is empty. Raises ``UnknownNumberField``,
    ``NumberFieldMissingOrTwice`` and ``NumberPartsRunTogether``.
    """

    text: str = DEFAULT_PATTERN
    _pieces: tuple[tuple[str, bool], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pieces = tuple(
            (piece.strip("[]"), piece.startswith("["))
            for piece in re.findall(r"\[[^\]]*\]|[^\[]+", self.text)
        )
        object.__setattr__(self, "_pieces", pieces)
        self._refuse_what_is_unclear()

    def _refuse_what_is_unclear(self) -> None:
        flat = re.sub(r"\[([^][]*)\]", r"\1", self.text)
        leftover = re.search(r"\{[^{}]*\}|[][{}]", _FIELD.sub("", flat))
        if leftover:
            raise UnknownNumberField(pattern=self.text, part=leftover[0])
        names = _fields_of(flat)
        if "ordinal" not in names or len(names) > len(set(names)):
            raise NumberFieldMissingOrTwice(pattern=self.text, example=DEFAULT_PATTERN)
        for before, after in _run_together(self._pieces):
            raise NumberPartsRunTogether(pattern=self.text, before=before, after=after)

    @property
    def fields(self) -> tuple[str, ...]:
        """The parts of the pattern, in their order."""
        return tuple(name for piece, _optional in self._pieces for name in _fields_of(piece))

    def missing(self, number: OfficialNumber) -> str:
        """Give the first part that the pattern needs and the number does not say."""
        needed = (name for piece, optional in self._pieces if not optional for name in _fields_of(piece))
        return next((name for name in needed if name != "ordinal" and not getattr(number, name)), "")

    def format(self, number: OfficialNumber) -> str:
        """Write a number out."""
        return "".join(
            self._written(piece, number)
            for piece, optional in self._pieces
            if not optional or self._has_value(piece, number)
        )

    def parse(self, text: str) -> OfficialNumber:
        """Read a number back, with or without a number sign before it.

        Raises ``NumberDoesNotFit``.
        """
        readings = (reader.fullmatch(spelt) for reader in self._readers for spelt in spellings(text))
        found = next(filter(None, readings), None)
        if found is None or not found["ordinal"]:
            example = self.format(OfficialNumber(147, "01", "3", 2017, "", 8, "AL", "KAZ", "en"))
            raise NumberDoesNotFit(number=text, pattern=self.text, example=example)
        return _number_of({name: value for name, value in found.groupdict().items() if value})

    @cached_property
    def _readers(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """What reads a number exactly as it would be written, and what lets padding go."""
        strict, lenient = (
            "".join(_expression(*piece, exact=exact) for piece in self._pieces) for exact in (True, False)
        )
        return re.compile(strict), re.compile(lenient)

    @staticmethod
    def _written(piece: str, number: OfficialNumber) -> str:
        def value(found: re.Match[str]) -> str:
            name = found[1] or found[3]
            said = getattr(number, name)
            text = str("" if said is None else said).zfill(int(found[2] or 0))
            return text + number.suffix if name == "ordinal" else text

        return _FIELD.sub(value, piece)

    @staticmethod
    def _has_value(piece: str, number: OfficialNumber) -> bool:
        return all(getattr(number, name) for name in _fields_of(piece))


def _fields_of(piece: str) -> list[str]:
    return [found[1] or found[3] for found in _FIELD.finditer(piece)]


def _tokens(piece: str) -> Iterator[tuple[str, str, int]]:
    """Give what a piece consists of: a literal, and the field after it with its padding."""
    for literal, padded, width, plain in _FOUR.findall(piece):
        yield literal, padded or plain, int(width or 0)


_FOUR: Final = re.compile(rf"(.*?)(?:{_FIELD.pattern}|$)", re.DOTALL)


def _expression(piece: str, optional: bool, *, exact: bool) -> str:
    parts = []
    for literal, name, width in _tokens(piece):
        value = _VALUES.get(name) or _digits(name, width, exact=exact)
        parts.append(re.escape(literal) + (f"(?P<{name}>{value})" if name else ""))
    expression = "".join(parts)
    return f"(?:{expression})?" if optional else expression


def _digits(name: str, width: int, *, exact: bool) -> str:
    if name == "month":
        zero = "" if exact and width < _DIGITS_OF_A_MONTH else "0" if exact else "0?"
        return rf"{'0' * max(0, width - 2)}(?:{zero}[1-9]|1[0-2])"
    return rf"(?:\d{{{width or 1}}}|[1-9]\d{{{width or 1},17}})[a-z]?" if exact else r"\d{1,18}[a-z]?"


_DIGITS_OF_A_MONTH: Final = 2


def _run_together(pieces: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, str]]:
    """Give the neighbours of which nothing tells where the first ends.

    A mark between them does, and a first one that always has the same length.
    """
    open_ones: set[tuple[str, bool]] = set()
    for piece, optional in pieces:
        before = open_ones
        for literal, name, _width in _tokens(piece):
            open_ones = {one for one in open_ones if all(_may_hold(one[0], mark) for mark in literal)}
            if not name:
                continue
            for left, may_lack in sorted(open_ones, reverse=True):
                fixed = left in _OF_FIXED_LENGTH and not may_lack
                if not fixed and set(_HOLDS[left]) & set(_HOLDS[name]):
                    yield left, name
            open_ones = {(name, optional)}
        if optional and _fields_of(piece):
            open_ones = open_ones | before


def _may_hold(name: str, mark: str) -> bool:
    if not mark.isalnum():
        return False
    kind = ("d" if mark.isdigit() else "A" if mark.isupper() else "a") if mark.isascii() else "o"
    return kind in _HOLDS[name]


def _number_of(said: Mapping[str, str]) -> OfficialNumber:
    ordinal = said["ordinal"]
    digits = ordinal.rstrip("abcdefghijklmnopqrstuvwxyz")
    parts = {
        name: int(text) if name in _NUMERIC else text for name, text in said.items() if name != "ordinal"
    }
    return OfficialNumber(int(digits), suffix=ordinal[len(digits) :], **parts)  # type: ignore[arg-type]


def spellings(text: str) -> tuple[str, str, str]:
    """Give a number as typed, without spaces around it, and without a number sign before it."""
    bare = text.strip()
    return text, bare, bare[found.end() :] if (found := _SIGN.match(bare)) else bare
