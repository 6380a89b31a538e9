"""Reads and checks wording files, before anything is made of them.

What a file says stays with the file's name, so that a mistake that shows later
is still told where it stands.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, get_args, get_type_hints

from app.domain.citations import Citation, Status, StillBinds
from app.domain.errors import N_, ChanceryError
from app.domain.letters import BlockKind

ONE, MANY = "one", "many"
LANGUAGE: Final = "language"


class WordingProblem(ChanceryError):
    """A wording file says something that cannot be used."""

    message = N_("The wording file {file} cannot be used: at “{place}”: {reason}")


@dataclass(frozen=True)
class Said:
    """One text of a wording file, with the file and the place where it stands."""

    file: str
    place: str
    text: str


Sections = Mapping[str, Mapping[str, Mapping[str, Said]]]
_KNOWN: Final[Mapping[str, frozenset[str]]] = {
    "formats": frozenset({"date", "blank_date", "law_date", "fact_day", "fact_month", "fact_year", "months"}),
    "blocks": frozenset(kind.value for kind in BlockKind),
    "law": frozenset(get_args(get_type_hints(cited)["kind"])[0] for cited in get_args(Citation)),
    "status": frozenset(status.value for status in Status),
    "still_binds": frozenset(ground.value for ground in StillBinds),
}
FORMS: Final = "forms"  # its names are the wording's own, and so are the beginnings under them
_NO_TEXT: Final = "here a text in quotation marks is wanted"


def read_texts(*sources: tuple[str, bytes]) -> Sections:
    """Read wording files, a later one before the earlier ones: by section, key and form.

    Raises ``WordingProblem``.
    """
    merged: dict[str, dict[str, dict[str, Said]]] = {section: {} for section in (*_KNOWN, FORMS, LANGUAGE)}
    for file, data in sources:
        for section, value in _toml(file, data).items():
            for key, said in _section(file, section, value):
                kept = merged[section].get(key, {}) if section == FORMS else {}
                merged[section][key] = {**kept, **said}
    return merged


def _toml(file: str, data: bytes) -> Mapping[str, object]:
    try:
        said = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WordingProblem(file=file, place="", reason=error) from error
    _refuse_unknown(file, "", said, frozenset({*_KNOWN, FORMS, LANGUAGE}))
    return said


def _section(file: str, section: str, value: object) -> Iterator[tuple[str, dict[str, Said]]]:
    if section == LANGUAGE:
        yield LANGUAGE, _forms(file, LANGUAGE, value)
        return
    if not isinstance(value, dict):
        reason = f"here a section is wanted: write [{section}] on a line of its own"
        raise WordingProblem(file=file, place=section, reason=reason)
    if section != FORMS:
        _refuse_unknown(file, f"{section}.", value, _KNOWN[section])
    for key, text in value.items():
        yield (
            key,
            _beginnings(file, f"{section}.{key}", text)
            if section == FORMS
            else _forms(file, f"{section}.{key}", text),
        )


def _forms(file: str, place: str, value: object) -> dict[str, Said]:
    if isinstance(value, str):
        return {ONE: Said(file, place, value)}
    if not (isinstance(value, dict) and place.startswith("blocks.")):
        raise WordingProblem(file=file, place=place, reason=_NO_TEXT)
    _refuse_unknown(file, f"{place}.", value, frozenset({ONE, MANY}))
    if ONE not in value:
        raise WordingProblem(file=file, place=place, reason=f"the form “{ONE}” is missing")
    for form, text in value.items():
        if not isinstance(text, str):
            raise WordingProblem(file=file, place=f"{place}.{form}", reason=_NO_TEXT)
    return {form: Said(file, f"{place}.{form}", text) for form, text in value.items()}


def _beginnings(file: str, place: str, value: object) -> dict[str, Said]:
    if not isinstance(value, dict):
        raise WordingProblem(file=file, place=place, reason=f"write [{place}] on a line of its own")
    for begin, text in value.items():
        if not isinstance(text, str):
            raise WordingProblem(file=file, place=f"{place}.{begin}", reason=_NO_TEXT)
    return {begin: Said(file, f"{place}.{begin}", text) for begin, text in value.items()}


def _refuse_unknown(file: str, before: str, said: Mapping[str, object], known: frozenset[str]) -> None:
    if strange := sorted(said.keys() - known):
        reason = f"unknown; known are {', '.join(sorted(known))}"
        raise WordingProblem(file=file, place=f"{before}{strange[0]}", reason=reason)
