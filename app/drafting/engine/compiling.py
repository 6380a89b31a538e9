"""Compiling patched parts with Jinja, and naming the tag where that fails."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinja2 import Template, nodes
from jinja2.exceptions import TemplateSyntaxError

from app.drafting.engine.errors import BrokenTag, IllegalCharacterInTemplate
from app.drafting.engine.patching import SIGN, TAG, words
from app.drafting.engine.places import places_of
from app.drafting.engine.refusals import code_point, find_refused
from app.drafting.engine.sandbox import ESCAPING, PLAIN, TemplateEnvironment

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORBIDDEN: Final = (
    nodes.Include,
    nodes.Import,
    nodes.FromImport,
    nodes.Extends,
    nodes.ScopedEvalContextModifier,
    nodes.EvalContextModifier,
)
_ESCAPES: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_PARAGRAPH = re.compile(r"<w:p([ >])")
_SHOWN = 120


@dataclass(frozen=True)
class Compiled:
    """One text of a part: what to run, whether it always gives the same, and what it asks for."""

    template: Template
    constant: bool
    places: frozenset[str]


def compile_text(source: str, *, template: str, part: str, plain: bool) -> Compiled:
    """Compile one patched text; raises ``BrokenTag`` with the tag, or ``IllegalCharacterInTemplate``."""
    _refuse_characters(source, template, part)
    try:
        return _compile(source, PLAIN if plain else ESCAPING)
    except TemplateSyntaxError as error:
        tag = _offending(source, plain=plain)
        raise BrokenTag(template=template, part=part, tag=tag, reason=error.message) from error
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise BrokenTag(template=template, part=part, tag="…", reason="tags nested too deeply") from error


def _refuse_characters(source: str, template: str, part: str) -> None:
    if found := find_refused(source):
        near = words(source[: found.start()])[-40:]
        raise IllegalCharacterInTemplate(
            template=template, part=part, character=code_point(found.group()), near=near
        )


def _compile(source: str, environment: TemplateEnvironment) -> Compiled:
    tree = environment.parse(source)
    _check(tree, environment)
    if environment is ESCAPING:
        _resolve_escapes(tree)
    code = environment.compile(tree)
    return Compiled(
        Template.from_code(environment, code, environment.make_globals(None)),
        all(isinstance(node, nodes.Output) and _is_text(node) for node in tree.body),
        places_of(tree),
    )


def _resolve_escapes(tree: nodes.Template) -> None:
    """Do to the template's own text what docxtpl does to the whole letter, values included."""
    for data in tree.find_all(nodes.TemplateData):
        for written, meant in _ESCAPES:
            data.data = data.data.replace(written, meant)


def _is_text(output: nodes.Output) -> bool:
    return all(isinstance(node, nodes.TemplateData) for node in output.nodes)


def _check(tree: nodes.Template, environment: TemplateEnvironment) -> None:
    for reason, line in _faults(tree, environment):
        raise TemplateSyntaxError(reason, line)


def _faults(tree: nodes.Template, environment: TemplateEnvironment) -> Iterator[tuple[str, int]]:
    for node in tree.find_all(_FORBIDDEN):
        yield f"{type(node).__name__.lower()} is not for letters", node.lineno
    for name in tree.find_all(nodes.Filter):
        if name.name not in environment.filters:
            yield f"no filter named {name.name}", name.lineno
    for test in tree.find_all(nodes.Test):
        if test.name not in environment.tests:
            yield f"no test named {test.name}", test.lineno
    for data in tree.find_all(nodes.TemplateData):
        if stray := SIGN.search(data.data):
            line = data.lineno + data.data.count("\n", 0, stray.start())
            yield f"“{stray.group()}” without its counterpart", line


def _offending(source: str, *, plain: bool) -> str:
    """Compile again, each paragraph on a line of its own, and return the tags of the line that fails."""
    lines = source if plain else _PARAGRAPH.sub(r"\n<w:p\1", source)
    number = 1
    try:
        _compile(lines, PLAIN if plain else ESCAPING)
    except TemplateSyntaxError as error:
        number = error.lineno
    line = lines.split("\n")[number - 1]
    shown = words(line)
    if len(shown) > _SHOWN:
        shown = " ".join(map(words, TAG.findall(line))) or shown
    return shown[:_SHOWN] or "…"
