"""The wording of one letter type in one language: data that an office may change.

A wording file is TOML: ``[formats]`` says how dates are written, ``[blocks]``
holds a text per block, ``[law]`` a sentence per kind of legal reference,
``[status]`` how a State stands to a treaty, ``[still_binds]`` what binds it
without ratification, ``[forms]`` how the beginning of a title changes in a
sentence. A text with a ``one`` and a ``many`` form is chosen by the number of
those who write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.domain.dates import PartialDate
from app.domain.letters import BlockKind
from app.domain.notation import Notation, escape
from app.drafting.engine.bounds import check_operation
from app.drafting.grammar import before, begins_with, capital, ended, formed, plural_filter
from app.drafting.views import Unset, View
from app.drafting.wording_files import LANGUAGE, MANY, ONE, Said, WordingProblem, read_texts
from app.i18n.formats import written_day, written_list, written_partial

# As far as “100. ” goes, and not so far that “1. ” makes it an indented paragraph.
_ITEM_INDENT: Final = " " * 5
_FAILURES: Final = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError)


@dataclass(frozen=True)
class Text:
    """One compiled text of a wording, with the place where it is written."""

    said: Said
    template: Template

    def filled(self, values: Mapping[str, object]) -> str:
        """Fill the text. Raises ``WordingProblem``."""
        try:
            return self.template.render(values).strip("\n")
        except _FAILURES as error:
            raise WordingProblem(file=self.said.file, place=self.said.place, reason=error) from error


@dataclass(frozen=True)
class Wording:
    """The texts of one letter type in one language, ready to be filled."""

    name: str
    language: str
    blocks: Mapping[str, Mapping[str, Text]]
    law: Mapping[str, Text]

    def has(self, kind: BlockKind) -> bool:
        """Say whether this wording has a text for a kind of block."""
        return kind.value in self.blocks

    def text_of(self, kind: BlockKind, values: Mapping[str, object], *, several: bool) -> str:
        """Fill the text of a block, in the notation. Raises ``WordingProblem``."""
        forms = self.blocks[kind.value]
        return forms.get(MANY if several else ONE, forms[ONE]).filled(values)

    def law_text(self, kind: str, values: Mapping[str, object]) -> Notation:
        """Fill the paragraph of one legal reference. Raises ``WordingProblem``."""
        if kind not in self.law:
            reason = "there is no text for this kind of reference"
            raise WordingProblem(file=self.name, place=f"law.{kind}", reason=reason)
        return Notation(self.law[kind].filled(values))


def read_wording(*sources: tuple[str, bytes]) -> Wording:
    """Read wording files by name and content, a later one before the earlier ones.

    Raises ``WordingProblem``.
    """
    said = read_texts(*sources)
    language = said[LANGUAGE][LANGUAGE][ONE].text if said[LANGUAGE] else ""
    environment = _environment(_Formats(said["formats"]), language)
    status, grounds = (
        {key: _compiled(environment, forms[ONE]) for key, forms in said[section].items()}
        for section in ("status", "still_binds")
    )
    forms = {
        name: {begin: one.text for begin, one in said_forms.items()}
        for name, said_forms in said["forms"].items()
    }
    environment.filters["form"] = _form_filter(forms)
    environment.filters["status"] = _status_filter(status)
    environment.filters["still_binding"] = _ground_filter(grounds)
    return Wording(
        sources[-1][0],
        language,
        {
            key: {form: _compiled(environment, text) for form, text in forms.items()}
            for key, forms in said["blocks"].items()
        },
        {key: _compiled(environment, forms[ONE]) for key, forms in said["law"].items()},
    )


def _compiled(environment: WordingEnvironment, said: Said) -> Text:
    try:
        return Text(said, environment.from_string(said.text))
    except TemplateError as error:
        raise WordingProblem(file=said.file, place=said.place, reason=error) from error


class _Formats:
    """How dates are written, by the names of the formats."""

    def __init__(self, said: Mapping[str, Mapping[str, Said]]) -> None:
        self._said = said

    def __contains__(self, name: object) -> bool:
        return name in self._said

    def __getitem__(self, name: str) -> str:
        if name not in self._said:
            raise ValueError(f"the wording does not say how to write dates: formats.{name} is missing")
        return self._said[name][ONE].text


class _Unknown(StrictUndefined):
    """A place that no letter has, named as it is written in the wording."""

    @property
    def _undefined_message(self) -> str:
        if isinstance(self._undefined_obj, View):
            return f"there is no place “{self._undefined_obj.place_of(str(self._undefined_name))}”"
        return super()._undefined_message


class WordingEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for wordings: no way into Python, and no expression that grows beyond bounds."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse an operation by which a small expression would exhaust the machine."""
        check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)


def _environment(formats: _Formats, language: str) -> WordingEnvironment:
    environment = WordingEnvironment(
        undefined=_Unknown, finalize=_printed, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.clear()
    environment.filters |= {
        "text": _as_text,
        "item": _as_item,
        "lines": _as_lines,
        "ended": ended,
        "and_list": partial(_and_list, language),
        "plural": _as_written(plural_filter(language)),
        "begins": begins_with,
        "before": _as_written(before),
        "capital": capital,
        "day": lambda day: _day(day, formats, "date", language),
        "day_list": partial(_day_list, formats, language),
        "titles": lambda mandates: _each(mandates, "title"),
        "named": _named,
        "resolutions": lambda mandates: _each(mandates, "resolution"),
        "law_day": lambda day: _day(day, formats, "law_date", language),
        "when": lambda day: _when(day, formats, language),
    }
    return environment


def _printed(value: object) -> object:
    return value if isinstance(value, Notation) else escape(str(value))


def _as_text(value: object) -> object:
    return Notation(value) if isinstance(value, str) else value


def _as_written(words: Callable[..., str]) -> Callable[..., Notation]:
    """Let a small word of the wording stand as it is written there, its spaces too."""
    return lambda *values, **named: Notation(words(*values, **named))


def _as_item(value: object) -> object:
    if not isinstance(value, str):
        return value
    first, *rest = value.strip().splitlines()
    return Notation("\n".join([first, *(_ITEM_INDENT + line if line else "" for line in rest)]))


def _as_lines(values: object) -> object:
    if isinstance(values, list):
        return Notation("\\\n".join(escape(str(value)) for value in values))
    return values


def _day_list(formats: _Formats, language: str, days: Sequence[object], sign: str = "") -> object:
    return _and_list(language, [_day(day, formats, "law_date", language) for day in days], sign)


def _and_list(language: str, values: object, sign: str = "") -> object:
    if isinstance(values, list):
        return Notation(written_list([sign + _escaped(value) for value in values], language))
    return values


def _escaped(value: object) -> str:
    return value if isinstance(value, Notation) else escape(str(value))


def _form_filter(forms: Mapping[str, Mapping[str, str]]) -> Callable[..., object]:
    def form(value: object, name: str, otherwise: str) -> object:
        if name not in forms:
            raise ValueError(f"the wording has no section forms.{name}")
        if isinstance(value, list):
            return [form(one, name, otherwise) for one in value]
        return formed(value, forms[name], otherwise) if isinstance(value, str) else value

    return form


def _each(values: object, name: str) -> object:
    return [_asked(value, name) for value in values] if isinstance(values, list) else values


def _day(value: object, formats: _Formats, name: str, language: str) -> object:
    if isinstance(value, OpenDay):
        return written_day(value.day, formats["blank_date"], language) if value.day else value
    return written_day(value, formats[name], language) if isinstance(value, date) else value


def _when(value: object, formats: _Formats, language: str) -> object:
    known = value._value if isinstance(value, View) else value  # noqa: SLF001
    if not isinstance(known, PartialDate):
        return value
    patterns = (formats["fact_day"], formats["fact_month"], formats["fact_year"])
    months = formats["months"].split() if "months" in formats else ()
    return written_partial(known, patterns, language, months)


@dataclass(frozen=True)
class OpenDay(Unset):
    """A date whose day is completed by hand at signing."""

    day: date | None = None


def _status_filter(sentences: Mapping[str, Text]) -> Callable[..., object]:
    def status(cited: Sequence[object] | View, state: object, agrees: str = "") -> Notation:
        first = _several(cited)[0]
        name = str(_asked(first, "status"))
        if name not in sentences:
            raise ValueError(f"the wording has no text for status.{name}")
        days = [_asked(one, "status_date") for one in _several(cited)]
        known = days if all(isinstance(day, date) for day in days) else []
        years = [_asked(one, "status_year") for one in _several(cited)]
        since = {"days": known, "years": years if all(years) else []}
        values = {"state": state, **since, "it": first, "agrees": agrees}
        return Notation(sentences[name].filled(values).rstrip())

    return status


def _ground_filter(sentences: Mapping[str, Text]) -> Callable[..., object]:
    def still_binding(cited: View, state: object) -> Notation:
        name = str(_asked(cited, "still_binds"))
        if name not in sentences:
            raise ValueError(f"the wording has no text for still_binds.{name}")
        return Notation(sentences[name].filled({"state": state, "it": cited}).strip())

    return still_binding


def _named(state: object) -> object:
    """Give a State's name as it stands in a sentence: “the United States of America”."""
    name, formal = _asked(state, "name"), _asked(state, "formal_name")
    return formal if name and formal == f"the {name}" else name


def _asked(view: object, name: str) -> object:
    return getattr(view, name)


def _several(cited: Sequence[object] | View) -> Sequence[object]:
    return [cited] if isinstance(cited, View) else cited
