"""Limits on what one expression of a template may produce, so that a template cannot exhaust the machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized
from typing import TYPE_CHECKING, Any, Final

from jinja2 import filters, pass_environment, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import markup_join, str_join

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.nodes import EvalContext

MAX_TEXT: Final = 5_000_000
MAX_RANGE: Final = 10_000
MAX_OUTPUTS: Final = 2_000_000
_MAX_BITS = 4_096
_MAX_EXPONENT = 64
_LONG_WIDTH = re.compile(r"%[-#0 +]*(?:\(|\d{4}|\*|\d*\.(?:\d{4}|\*))")


def _check(size: int) -> None:
    if size > MAX_TEXT:
        raise SecurityError("it makes a text of more than five million characters")


def bounded_concat(texts: Iterable[str]) -> str:
    """Join what a block or macro has produced."""
    pieces = list(texts)
    _check(sum(map(len, pieces)))
    return "".join(pieces)


def joined(values: tuple[object, ...], *, escaping: bool) -> str:
    """Stand for the operator ``~``."""
    _check(sum(len(value) for value in values if isinstance(value, str)))
    return markup_join(values) if escaping else str_join(values)


def limited_range(*bounds: int) -> range:
    """Stand for ``range``."""
    numbers = range(*bounds)
    if len(numbers) > MAX_RANGE:
        raise SecurityError(f"range() of more than {MAX_RANGE} numbers")
    return numbers


def check_operation(operator: str, left: object, right: object) -> None:
    """Refuse the operations by which a small expression grows beyond bounds."""
    if operator == "%" and isinstance(left, str | bytes):
        raise SecurityError("formatting with %; use the filter format")
    if operator == "**":
        _check_power(left, right)
    elif operator == "*":
        _check_product(left, right)
    elif operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
        _check(len(left) + len(right))


def _check_power(left: object, right: object) -> None:
    if isinstance(right, int | float) and abs(right) > _MAX_EXPONENT:
        raise SecurityError(f"a power above {_MAX_EXPONENT}")
    _check_product(left, left)


def _check_product(left: object, right: object) -> None:
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > _MAX_BITS:
            raise SecurityError("a number of more than a thousand digits")
    elif isinstance(left, Sized) and isinstance(right, int):
        _check(len(left) * right)
    elif isinstance(left, int) and isinstance(right, Sized):
        _check(left * len(right))


def bounded_format(value: str, *args: Any) -> str:
    """Stand for the filter ``format``."""
    if _LONG_WIDTH.search(str(value)):
        raise SecurityError("a format with a name, or with a width of four digits or more")
    return filters.do_format(value, *args)


@pass_eval_context
def bounded_replace(eval_ctx: EvalContext, s: str, old: str, new: str, count: int | None = None) -> str:
    """Stand for the filter ``replace``."""
    _check(len(str(s)) + (str(s).count(str(old)) if count is None else count) * len(str(new)))
    return filters.do_replace(eval_ctx, s, old, new, count)


@pass_eval_context
def bounded_join(
    eval_ctx: EvalContext, value: Iterable[object], d: str = "", attribute: str | int | None = None
) -> str:
    """Stand for the filter ``join``."""
    items = list(value)
    _check(len(items) * len(str(d)) + sum(len(item) for item in items if isinstance(item, str)))
    return filters.sync_do_join(eval_ctx, items, d, attribute)


def bounded_round(value: float, precision: int = 0, method: Any = "common") -> float:
    """Stand for the filter ``round``."""
    if abs(precision) > 12:
        raise SecurityError("rounding to more than twelve places")
    return filters.do_round(value, precision, method)


def bounded_batch(
    value: Iterable[object], linecount: int, fill_with: object = None
) -> Iterable[list[object]]:
    """Stand for the filter ``batch``."""
    if linecount > MAX_RANGE:
        raise SecurityError(f"batches of more than {MAX_RANGE}")
    return filters.do_batch(value, linecount, fill_with)


@pass_environment
def bounded_sum(
    environment: Environment, iterable: Iterable[Any], attribute: str | int | None = None, start: float = 0
) -> Any:
    """Stand for the filter ``sum``, for numbers only."""
    if isinstance(start, Sized):
        raise SecurityError("a sum of something else than numbers")
    return filters.sync_do_sum(environment, iterable, attribute, start)
