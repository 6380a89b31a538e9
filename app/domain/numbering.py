"""Registration numbers: the value, the pattern it is written in, and back.

A registration number is an ordinal that may be supplemented by index parts
(methodical recommendations to GOST R 7.0.97-2016, 4.11). ``147/01-3`` is
ordinal 147 in unit 01, file 3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from app.domain.errors import N_, ChanceryError

DEFAULT_PATTERN: Final = "{ordinal}[/{unit}][-{file}]"
_FIELD: Final = re.compile(r"\{(ordinal|unit|file|year|month|type|state|language)(?::(\d))?\}")
_VALUES: Final = {
    "ordinal": r"\d{1,18}[a-z]?",
    "unit": r"[^\W_]+",
    "file": r"[^\W_]+",
    "year": r"\d{4}",
    "month": r"\d{1,2}",
    "type": r"[A-Z]{1,3}",
    "state": r"[A-Z]{3}",
    "language": r"[a-z]{2,3}",
}
_NUMERIC: Final = frozenset({"year", "month"})
_SIGN: Final = re.compile(r"(?:№|N[°º]|No\.?|N)\s*")
# Also what turns the direction of writing, so that no name reads as another,
# and lone surrogates, which no file system can write.
_UNSAFE_IN_FILE_NAMES: Final = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+'
)
# Windows keeps these for devices, whatever follows the first dot.
_DEVICES: Final = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_LONGEST_FILE_NAME_PART: Final = 120


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
    is left out when its value is empty. Raises ``UnknownNumberField`` and
    ``NumberFieldMissingOrTwice``.
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
        names = [found[1] for found in _FIELD.finditer(flat)]
        if "ordinal" not in names or len(names) > len(set(names)):
            raise NumberFieldMissingOrTwice(pattern=self.text, example=DEFAULT_PATTERN)

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
        found = next(filter(None, map(self._reader.fullmatch, spellings(text))), None)
        if found is None or not found["ordinal"]:
            example = self.format(OfficialNumber(147, "01", "3", 2017))
            raise NumberDoesNotFit(number=text, pattern=self.text, example=example)
        return _number_of({name: value for name, value in found.groupdict().items() if value})

    @cached_property
    def _reader(self) -> re.Pattern[str]:
        return re.compile("".join(self._expression(*piece) for piece in self._pieces))

    @staticmethod
    def _expression(piece: str, optional: bool) -> str:
        literals = _FIELD.split(piece)
        parts = [re.escape(literals[0])]
        for name, _width, literal in zip(literals[1::3], literals[2::3], literals[3::3], strict=True):
            parts.append(f"(?P<{name}>{_VALUES[name]}){re.escape(literal)}")
        expression = "".join(parts)
        return f"(?:{expression})?" if optional else expression

    @staticmethod
    def _written(piece: str, number: OfficialNumber) -> str:
        def value(found: re.Match[str]) -> str:
            said = getattr(number, found[1])
            text = str("" if said is None else said).zfill(int(found[2] or 0))
            return text + number.suffix if found[1] == "ordinal" else text

        return _FIELD.sub(value, piece)

    @staticmethod
    def _has_value(piece: str, number: OfficialNumber) -> bool:
        return all(getattr(number, found[1]) for found in _FIELD.finditer(piece))


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


def safe_for_file_name(text: str) -> str:
    """Give the twin of a text that every file system accepts: ``147/01-3`` is ``147-01-3``.

    It is never empty and never the name of a device.
    """
    safe = _UNSAFE_IN_FILE_NAMES.sub("-", text).encode("utf-8")[:_LONGEST_FILE_NAME_PART]
    plain = safe.decode("utf-8", errors="ignore").strip("-. ")[:80].rstrip("-. ")
    return f"_{plain}" if not plain or _DEVICES.fullmatch(plain) else plain
