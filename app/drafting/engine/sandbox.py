"""The Jinja environment of templates: escaping, strict, closed; the same for docxtpl and for our own path."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jinja2 import filters
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import BlockReference, LoopContext, Macro, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace, missing

from app.drafting.engine import bounds

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.compiler import Frame
    from jinja2.runtime import Context


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLAIN_FILTERS: Final = _words("""
    abs capitalize count d default dictsort e escape filesizeformat first float forceescape groupby int
    items last length list lower map max min reject rejectattr reverse select selectattr sort string
    striptags title trim truncate unique upper urlencode wordcount
""")
_BOUNDED_FILTERS: Final[dict[str, Any]] = {
    "batch": bounds.bounded_batch,
    "format": bounds.bounded_format,
    "join": bounds.bounded_join,
    "replace": bounds.bounded_replace,
    "round": bounds.bounded_round,
    "sum": bounds.bounded_sum,
}
_GLOBALS: Final[dict[str, Any]] = {
    "range": bounds.limited_range,
    "dict": dict,
    "cycler": Cycler,
    "joiner": Joiner,
    "namespace": Namespace,
}
_CALLED_WHOLE: Final = (Macro, LoopContext, BlockReference, Joiner)
_CALLED_BY_NAME: Final[tuple[tuple[type, frozenset[str]], ...]] = (
    (LoopContext, _words("cycle changed")),
    (Cycler, _words("next reset")),
    (
        str,
        _words("""
            capitalize casefold count endswith find index isalnum isalpha isdecimal isdigit islower isnumeric
            isspace istitle isupper lower lstrip partition removeprefix removesuffix rfind rpartition rsplit
            rstrip split splitlines startswith strip swapcase title upper
        """),
    ),
    (dict, _words("get items keys values")),
    (list, _words("count index")),
    (tuple, _words("count index")),
    (date, _words("ctime date isoformat isoweekday strftime time weekday")),
    (time, _words("isoformat strftime")),
)


class PlaceUndefined(UndefinedError):
    """The template asked for a name that the letter does not have."""

    def __init__(self, name: str, message: str | None = None) -> None:
        super().__init__(message)
        self.name = name


class PlaceIsNone(Exception):
    """The template would have printed the word None."""


class Missing(StrictUndefined):
    """An undefined value that knows its name when somebody tries to use it."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is UndefinedError:
            # Jinja raises whatever this returns, and says nothing else about the name.
            self._undefined_exception: Any = partial(PlaceUndefined, str(name))


class BoundedCode(CodeGenerator):
    """Jinja's code generator with the operator ``~`` kept within bounds."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's own name
        self.write("environment.joined((")
        for value in node.nodes:
            self.visit(value, frame)
            self.write(", ")
        self.write("))")


def refuse_none(value: object) -> object:
    if value is None:
        raise PlaceIsNone
    return value


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Values are escaped, nothing is missing in silence, and no way leads from a value into Python."""

    code_generator_class = BoundedCode
    concat = staticmethod(bounds.bounded_concat)
    intercepted_binops = _words("+ * ** %")

    def __init__(self, *, escaping: bool = True) -> None:
        super().__init__(autoescape=escaping, undefined=Missing, finalize=refuse_none)
        self.filters = {name: filters.FILTERS[name] for name in _PLAIN_FILTERS} | _BOUNDED_FILTERS
        self.globals = dict(_GLOBALS)
        self.joined = partial(bounds.joined, escaping=escaping)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Prefer the entries of a dictionary: quicker, and a letter may well have “items”."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(obj, _CALLED_WHOLE) or any(obj is known for known in _GLOBALS.values()):
            return True
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        return any(isinstance(owner, kind) and name in names for kind, names in _CALLED_BY_NAME)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        if not self.is_safe_callable(obj):
            raise SecurityError(f"calling {getattr(obj, '__name__', type(obj).__name__)}")
        return context.call(obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        bounds.check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)


ESCAPING: Final = TemplateEnvironment()
PLAIN: Final = TemplateEnvironment(escaping=False)
