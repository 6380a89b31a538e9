"""The wording of one letter type in one language: data that an office may change.

A wording file is TOML: ``[formats]`` says how dates are written, ``[blocks]``
holds a text per block, ``[law]`` a sentence per kind of legal reference,
``[status]`` how a State stands to a treaty. A text with a ``one`` and a
``many`` form is chosen by the number of those who write.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.domain.dates import PartialDate
from app.domain.errors import N_, ChanceryError
from app.domain.letters import BlockKind
from app.domain.notation import Notation, escape
from app.drafting.views import Unset, View
from app.i18n.formats import written_day, written_list, written_partial

ONE, MANY = "one", "many"
_SECTIONS: Final = frozenset({"language", "formats", "blocks", "law", "status", "titles"})
_ITEM_INDENT: Final = "    "


class WordingProblem(ChanceryError):
    """A wording file says something that cannot be used."""

    message = N_("The wording file {file} cannot be used: at “{place}”: {reason}")


@dataclass(frozen=True)
class Wording:
    """The texts of one letter type in one language, ready to be filled."""

    name: str
    language: str
    formats: Mapping[str, str]
    blocks: Mapping[str, Mapping[str, Template]]
    law: Mapping[str, Template]

    def has(self, kind: BlockKind) -> bool:
        """Say whether this wording has a text for a kind of block."""
        return kind.value in self.blocks

    def text_of(self, kind: BlockKind, values: Mapping[str, object], *, several: bool) -> str:
        """Fill the text of a block, in the notation. Raises ``WordingProblem``."""
        forms = self.blocks[kind.value]
        template = forms.get(MANY if several else ONE, forms[ONE])
        return self._filled(template, kind.value, values)

    def law_text(self, kind: str, values: Mapping[str, object]) -> Notation:
        """Fill the paragraph of one legal reference. Raises ``WordingProblem``."""
        if kind not in self.law:
            reason = "there is no text for this kind of reference"
            raise WordingProblem(file=self.name, place=f"law.{kind}", reason=reason)
        return Notation(self._filled(self.law[kind], f"law.{kind}", values))

    def _filled(self, template: Template, place: str, values: Mapping[str, object]) -> str:
        try:
            return template.render(values).strip("\n")
        except (TemplateError, TypeError, ValueError, OverflowError) as error:
            raise WordingProblem(file=self.name, place=place, reason=error) from error


def read_wording(*sources: tuple[str, bytes]) -> Wording:
    """Read wording files by name and content, a later one before the earlier ones.

    Raises ``WordingProblem``.
    """
    name = sources[-1][0]
    said = _merged([_toml(source, name) for name, source in sources])
    language = str(said.get("language", ""))
    formats: Mapping[str, str] = said.get("formats", {})
    environment = _environment(formats, language)
    compiled = _compiler(environment, name)
    status = {key: compiled(f"status.{key}", text) for key, text in said.get("status", {}).items()}
    environment.filters["status"] = _status_filter(status)
    return Wording(
        name,
        language,
        formats,
        {key: _forms(key, text, compiled) for key, text in said.get("blocks", {}).items()},
        {key: compiled(f"law.{key}", text) for key, text in said.get("law", {}).items()},
    )


def _merged(files: Sequence[Mapping[str, dict[str, str]]]) -> dict[str, dict[str, str]]:
    merged: dict[str, dict[str, str]] = {}
    for said in files:
        for section, texts in said.items():
            earlier = merged.get(section)
            merged[section] = {**earlier, **texts} if isinstance(earlier, dict) else texts
    return merged


_Compile = Callable[[str, object], Template]


def _toml(source: bytes, name: str) -> dict[str, dict[str, str]]:
    try:
        said = tomllib.loads(source.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WordingProblem(file=name, place="", reason=error) from error
    if unknown := sorted(said.keys() - _SECTIONS):
        reason = f"unknown section; known are {', '.join(sorted(_SECTIONS))}"
        raise WordingProblem(file=name, place=unknown[0], reason=reason)
    kinds = {kind.value for kind in BlockKind}
    if strange := sorted(said.get("blocks", {}).keys() - kinds):
        reason = f"unknown block; known are {', '.join(sorted(kinds))}"
        raise WordingProblem(file=name, place=f"blocks.{strange[0]}", reason=reason)
    return said


def _compiler(environment: ImmutableSandboxedEnvironment, name: str) -> _Compile:
    def compiled(place: str, text: object) -> Template:
        try:
            return environment.from_string(str(text))
        except TemplateError as error:
            raise WordingProblem(file=name, place=place, reason=error) from error

    return compiled


def _forms(key: str, text: object, compiled: _Compile) -> Mapping[str, Template]:
    forms = text if isinstance(text, Mapping) else {ONE: text}
    return {form: compiled(f"blocks.{key}.{form}", said) for form, said in forms.items()}


def _environment(formats: Mapping[str, str], language: str) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_printed, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.clear()
    environment.filters |= {
        "text": _as_text,
        "item": _as_item,
        "lines": _as_lines,
        "ended": _ended,
        "and_list": lambda items: _and_list(items, language),
        "day": lambda day: _day(day, formats, "date", language),
        "day_list": lambda days: _and_list(
            [_day(day, formats, "law_date", language) for day in days], language
        ),
        "titles": lambda mandates: _each(mandates, "title"),
        "resolutions": lambda mandates: _each(mandates, "resolution"),
        "law_day": lambda day: _day(day, formats, "law_date", language),
        "when": lambda day: _when(day, formats, language),
    }
    return environment


def _printed(value: object) -> object:
    return value if isinstance(value, Notation) else escape(str(value))


def _as_text(value: object) -> object:
    return Notation(value) if isinstance(value, str) else value


def _as_item(value: object) -> object:
    if not isinstance(value, str):
        return value
    first, *rest = value.strip().splitlines()
    return Notation("\n".join([first, *(_ITEM_INDENT + line if line else "" for line in rest)]))


_ENDS: Final = ",:;!?.،؛，：！。"


def _ended(value: object, mark: str = ",") -> object:
    """End a text with a mark, unless it brings its own."""
    if not isinstance(value, str) or value.rstrip().endswith(tuple(_ENDS)):
        return value
    return value.rstrip() + mark


def _as_lines(values: object) -> object:
    if isinstance(values, list):
        return Notation("\\\n".join(escape(str(value)) for value in values))
    return values


def _and_list(values: object, language: str) -> object:
    if isinstance(values, list):
        return Notation(written_list([escape(str(value)) for value in values], language))
    return values


def _each(values: object, name: str) -> object:
    return [_asked(value, name) for value in values] if isinstance(values, list) else values


def _day(value: object, formats: Mapping[str, str], name: str, language: str) -> object:
    if isinstance(value, OpenDay):
        return written_day(value.day, formats["blank_date"], language) if value.day else value
    return written_day(value, formats[name], language) if isinstance(value, date) else value


def _when(value: object, formats: Mapping[str, str], language: str) -> object:
    partial = value._value if isinstance(value, View) else value  # noqa: SLF001
    if not isinstance(partial, PartialDate):
        return value
    patterns = (formats["fact_day"], formats["fact_month"], formats["fact_year"])
    return written_partial(partial, patterns, language)


@dataclass(frozen=True)
class OpenDay(Unset):
    """A date whose day is completed by hand at signing."""

    day: date | None = None


def _status_filter(sentences: Mapping[str, Template]) -> Callable[..., object]:
    def status(cited: Sequence[object] | View, state: object) -> Notation:
        first = _several(cited)[0]
        sentence = sentences[str(_asked(first, "status"))]
        days = [_asked(one, "status_date") for one in _several(cited)]
        known = days if all(isinstance(day, date) for day in days) else []
        return Notation(sentence.render(state=state, days=known, it=first).strip())

    return status


def _asked(view: object, name: str) -> object:
    return getattr(view, name)


def _several(cited: Sequence[object] | View) -> Sequence[object]:
    return [cited] if isinstance(cited, View) else cited
