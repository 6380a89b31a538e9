"""From what went wrong while rendering to a sentence about the place that caused it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import Undefined
from jinja2.exceptions import SecurityError, TemplateError

from app.drafting.engine.errors import (
    FillProblem,
    ForbiddenExpression,
    PlaceEmpty,
    PlaceMissing,
    TemplateFailed,
)
from app.drafting.engine.places import EACH, values_at
from app.drafting.engine.sandbox import PlaceIsNone, PlaceUndefined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# What an expression in a template can raise by itself; anything else is a bug of ours.
EXPRESSION_ERRORS: Final = (
    TemplateError,
    PlaceIsNone,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


def explain(
    error: Exception, *, template: str, part: str, places: Iterable[str], context: Mapping[str, object]
) -> FillProblem:
    """Return the problem to raise for an error of Jinja or of an expression."""
    if isinstance(error, PlaceUndefined):
        place = _first(places, context, lambda value: isinstance(value, Undefined), error.name) or error.name
        return PlaceMissing(template=template, part=part, place=place)
    if isinstance(error, PlaceIsNone):
        empty = _first(places, context, lambda value: value is None)
        return PlaceEmpty(template=template, part=part, place=empty or "…")
    if isinstance(error, SecurityError):
        return ForbiddenExpression(template=template, part=part, reason=str(error))
    return TemplateFailed(template=template, part=part, reason=str(error) or type(error).__name__)


def _first(
    places: Iterable[str], context: Mapping[str, object], wanted: Callable[[object], bool], name: str = ""
) -> str | None:
    for place in sorted(places):
        for step in _steps(place):
            if name and step.removesuffix(EACH).rpartition(".")[2] != name:
                continue
            for at, value in values_at(step, context):
                if wanted(value):
                    return at
    return None


def _steps(place: str) -> list[str]:
    """Return ``a``, ``a.b``, ``a.b.c`` for ``a.b.c``."""
    pieces = place.split(".")
    return [".".join(pieces[: end + 1]) for end in range(len(pieces))]
