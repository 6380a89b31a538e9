"""The letter file: a letter as readable TOML, and as JSON in the database.

Both say the same, the fields of ``app.domain.letters.Letter``; what is wrong
in a file is named with line, place, and how to mend it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

import pydantic
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.domain.characters import forbidden_characters
from app.domain.citations import Citation
from app.domain.errors import N_, ChanceryError, Sentence
from app.domain.letters import Letter
from app.domain.pictures import LetterheadPicture
from app.services.letter_lines import line_of
from app.services.letter_names import names_like
from app.services.letter_pictures import FILE, FILE_SCHEMA, with_pictures

FORMAT: Final = 1
_KEY: Final = "format"


class UnreadableLetterFile(ChanceryError):
    """A letter file is no text in UTF-8, or no TOML."""

    message = N_("{file}: the file cannot be read as a letter: {reason}. {mend}")


class FaultyLetterFile(ChanceryError):
    """A letter file says something that letters cannot say; ``faults`` lists all of it."""

    message = N_("Mistakes in the letter file {file}:\n{listed}")

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(file=file, listed=tuple(fault.sentence for fault in faults))


class NewerLetterFile(ChanceryError):
    """A letter file was written for a newer program."""

    message = N_(
        "{file}: the file says format = {format}, this program knows {known}. "
        "Install a newer Chancery, or write format = {known}."
    )


@dataclass(frozen=True)
class Fault:
    """One mistake in a letter file: line (0 where unknown), place, what, and the mend."""

    line: int
    place: str
    what: str
    facts: Mapping[str, object]

    @property
    def sentence(self) -> Sentence:
        """Where it stands, what is wrong, and how to mend it."""
        said = {"line": self.line, "place": self.place, "what": Sentence(self.what, self.facts)}
        return Sentence(_AT_LINE if self.line else _AT_PLACE if self.place else _ANYWHERE, said)


_AT_LINE: Final = N_("  line {line}, {place}: {what}")
_AT_PLACE: Final = N_("  {place}: {what}")
_ANYWHERE: Final = N_("  {what}")


def read_letter_file(data: bytes, *, name: str, folder: Path | None = None) -> Letter:
    """Read a letter file; pictures that it names lie beside it, in ``folder``.

    Raises ``UnreadableLetterFile``, ``NewerLetterFile`` and ``FaultyLetterFile``.
    """
    text = _decoded(data, name)
    said = _parsed(text, name)
    version = said.pop(_KEY, FORMAT)
    if version != FORMAT:
        raise NewerLetterFile(file=name, format=version, known=FORMAT)
    said.pop("$schema", None)
    faults = [
        Fault(line_of(text, place), _dotted(place), CHARACTER, {"character": found})
        for place, found in forbidden_characters(said)
    ]
    faults += [
        Fault(line_of(text, place), _dotted(place), *what) for place, what in with_pictures(said, folder)
    ]
    if faults:
        raise FaultyLetterFile(name, faults)
    try:
        return letter_adapter().validate_python(_plain(said), extra="forbid")
    except ValidationError as error:
        details = _relevant(error.errors(include_url=False))
        raise FaultyLetterFile(name, [_fault(one, text) for one in details]) from error


def letter_to_json(letter: Letter) -> str:
    """Write a letter as JSON; fields at their defaults are left out."""
    return letter_adapter().dump_json(letter, exclude_defaults=True).decode("utf-8")


def letter_from_json(text: str) -> Letter:
    """Read a letter back from its JSON. Raises ``pydantic.ValidationError`` for a damaged one."""
    return letter_adapter().validate_json(text)


def letter_file_schema() -> dict[str, object]:
    """Give the JSON Schema of the letter file."""
    schema = letter_adapter().json_schema()
    letter = schema["$defs"][Letter.__name__]  # a version of a letter is a letter itself
    picture = schema["$defs"][LetterheadPicture.__name__]
    picture["properties"][FILE] = FILE_SCHEMA
    del picture["required"]  # one of “file” and “data” is enough
    more = {
        _KEY: {"type": "integer", "const": FORMAT, "default": FORMAT},
        "$schema": {"type": "string"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **letter,
        "title": "Chancery letter file",
        "properties": {**letter["properties"], **more},
        "$defs": schema["$defs"],
    }


@cache
def letter_adapter() -> pydantic.TypeAdapter[Letter]:
    """Give what validates letters; made once, when it is first wanted."""
    return pydantic.TypeAdapter(Letter)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is no UTF-8"
        raise UnreadableLetterFile(
            file=name, reason=reason, mend="Save the file with the encoding UTF-8."
        ) from error


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableLetterFile(
            file=name, reason=str(error), mend="Mend the line that it names."
        ) from error
    except RecursionError:
        raise UnreadableLetterFile(
            file=name, reason="its brackets lie too deep in each other", mend="Take some of them away."
        ) from None


def _plain(value: object) -> object:
    """Turn TOML's own dates into the texts that JSON has for them."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _relevant(details: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out what is said about the kinds of citation that were not meant.

    A citation whose kind is none of all is one mistake, not one for each kind.
    """
    kept: list[ErrorDetails] = []
    for _place, group in groupby(details, key=lambda detail: detail["loc"][:2]):
        said = list(group)
        wrong = {detail["loc"][:3] for detail in said if _is_about_kind(detail)}
        meant = [detail for detail in said if detail["loc"][:3] not in wrong]
        kept.extend(meant or [next(detail for detail in said if _is_about_kind(detail))])
    return kept


def _is_about_kind(detail: ErrorDetails) -> bool:
    return len(detail["loc"]) > 1 and detail["loc"][-1] == "kind" and detail["loc"][-2] in _CITATIONS


def _dotted(place: Sequence[str | int]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in place)


_CITATIONS: Final = {
    cited.__name__: get_args(get_type_hints(cited)["kind"])[0] for cited in get_args(Citation)
}
CHARACTER: Final = N_(
    "the text holds the invisible character {character}. Delete it and type the word again."
)
_UNKNOWN_KEY: Final = N_("unknown key. Take it out, or write: {known}.")
_MISSING_KEY: Final = N_("this key is missing. Add it.")
_WRONG_DATE: Final = N_("“{value}” is not a date. Write it as 2017-08-16.")
_NOT_ONE_OF: Final = N_("“{value}” is not known here. Write one of: {expected}.")
_WRONG_TYPE: Final = N_("“{value}” is of the wrong type here; a {expected} is wanted.")
_OTHER: Final = N_("{reason}")
_MISSING: Final = ("missing", "missing_argument")
_UNKNOWN: Final = ("extra_forbidden", "unexpected_keyword_argument")
_CHOICES: Final = ("enum", "literal_error", "union_tag_invalid")
_EXPECTED: Final = {
    "string_type": N_("text in quotation marks"),
    "int_type": N_("whole number"),
    "int_parsing": N_("whole number"),
    "bool_type": N_("true or false"),
    "bool_parsing": N_("true or false"),
    "tuple_type": N_("list in [ ]"),
    "dict_type": N_("table"),
    "dataclass_type": N_("table"),
}


def _fault(detail: ErrorDetails, text: str) -> Fault:
    place = [part for part in detail["loc"] if part not in _CITATIONS]
    what, facts = _unknown_kind(detail) if _is_about_kind(detail) else _explained(detail)
    return Fault(line_of(text, place), _dotted(place), what, facts)


def _explained(detail: ErrorDetails) -> tuple[str, dict[str, object]]:
    kind, value = detail["type"], detail["input"]
    if kind in _MISSING:
        return _MISSING_KEY, {}
    if kind in _UNKNOWN:
        return _UNKNOWN_KEY, {"known": names_like(detail["loc"])}
    if kind.startswith("date"):
        return _WRONG_DATE, {"value": value}
    if kind in _CHOICES:
        return _NOT_ONE_OF, {"value": value, "expected": detail.get("ctx", {}).get("expected", "")}
    if kind in _EXPECTED:
        return _WRONG_TYPE, {"value": _short(value), "expected": Sentence(_EXPECTED[kind])}
    return _OTHER, {"reason": _reason(detail)}


def _reason(detail: ErrorDetails) -> object:
    error = detail.get("ctx", {}).get("error")
    return error.sentence if isinstance(error, ChanceryError) else detail["msg"]


def _unknown_kind(detail: ErrorDetails) -> tuple[str, dict[str, object]]:
    said = detail["input"] if detail["type"] == "literal_error" else ""
    return _NOT_ONE_OF, {"value": said, "expected": ", ".join(_CITATIONS.values())}


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"


def letter_from_snapshot(snapshot: str) -> Letter:
    """Give the letter as it was when it was registered."""
    return letter_adapter().validate_python(json.loads(snapshot)["letter"])
