"""The dotted places that a template asks for, read from its Jinja tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinja2 import Undefined, nodes

from app.drafting.engine.sandbox import ESCAPING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SAME_LIST: Final = frozenset(
    {"sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"}
)
_NOWHERE: Final = None
EACH: Final = "[]"


def places_of(tree: nodes.Template) -> frozenset[str]:
    """Return places such as ``recipient.name``; what stands in a list is named ``questions[].text``."""
    walk = _Walk()
    walk.visit_all(
        tree.body, dict.fromkeys([*ESCAPING.globals, "loop", "caller", "self", "varargs", "kwargs"])
    )
    return frozenset(walk.found)


class _Walk:
    """A walk with the local names of each block: name to the place it stands for, or to nothing known."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_all(self, several: list[nodes.Node], names: dict[str, str | None]) -> None:
        for node in several:
            self.visit(node, names)

    def visit(self, node: nodes.Node, names: dict[str, str | None]) -> None:
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            self._ask(node, names)
        elif isinstance(node, nodes.For):
            self._loop(node, names)
        elif isinstance(node, nodes.Assign | nodes.AssignBlock):
            self._assign(node, names)
        elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
            self.visit_all([node.node.node, *node.args, *node.kwargs], names)
        else:
            self._block(node, names)

    def _ask(self, node: nodes.Name | nodes.Getattr | nodes.Getitem, names: Mapping[str, str | None]) -> None:
        place = _dotted(node, names)
        if place is not None:
            self.found.add(place.removesuffix(EACH))
        elif not isinstance(node, nodes.Name):
            self.visit_all(list(node.iter_child_nodes()), dict(names))
        if isinstance(node, nodes.Getitem):
            self.visit(node.arg, dict(names))

    def _loop(self, node: nodes.For, names: dict[str, str | None]) -> None:
        self.visit(node.iter, names)
        source = _dotted(node.iter, names)
        inner = names | _bind(node.target, f"{source}{EACH}" if source is not None else _NOWHERE)
        if node.test is not None:
            self.visit(node.test, inner)
        self.visit_all(node.body, inner)
        self.visit_all(node.else_, dict(names))

    def _assign(self, node: nodes.Assign | nodes.AssignBlock, names: dict[str, str | None]) -> None:
        self.visit_all([child for child in node.iter_child_nodes() if child is not node.target], names)
        value = _dotted(node.node, names) if isinstance(node, nodes.Assign) else _NOWHERE
        names.update(_bind(node.target, value))

    def _block(self, node: nodes.Node, names: dict[str, str | None]) -> None:
        if isinstance(node, nodes.Macro):
            names[node.name] = _NOWHERE
        # An if opens no scope in Jinja: what is set in it is known after it.
        inner = names if not isinstance(node, nodes.Macro | nodes.With | nodes.CallBlock) else dict(names)
        for target in _own_targets(node):
            inner.update(_bind(target, _NOWHERE))
        self.visit_all(list(node.iter_child_nodes()), inner)


def _own_targets(node: nodes.Node) -> list[nodes.Expr]:
    if isinstance(node, nodes.Macro | nodes.CallBlock):
        return list(node.args)
    return list(node.targets) if isinstance(node, nodes.With) else []


def _bind(target: nodes.Node, place: str | None) -> dict[str, str | None]:
    if isinstance(target, nodes.Name):
        return {target.name: place}
    return {name.name: _NOWHERE for name in target.find_all(nodes.Name)}


def _dotted(node: nodes.Node, names: Mapping[str, str | None]) -> str | None:
    if isinstance(node, nodes.Name):
        return names.get(node.name, node.name)
    if isinstance(node, nodes.Filter) and node.name in _SAME_LIST and node.node is not None:
        return _dotted(node.node, names)
    if not isinstance(node, nodes.Getattr | nodes.Getitem):
        return None
    owner, step = _dotted(node.node, names), _step(node)
    return None if owner is None or step is None else owner + step


def _step(node: nodes.Getattr | nodes.Getitem) -> str | None:
    if isinstance(node, nodes.Getattr):
        return f".{node.attr}"
    if isinstance(node.arg, nodes.Const):
        return f".{node.arg.value}" if isinstance(node.arg.value, str) else EACH
    return None


def values_at(place: str, context: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield each value that stands at a place, under its full name; what is missing comes as undefined."""
    root, *steps = place.replace(EACH, f".{EACH}").split(".")
    found: list[tuple[str, object]] = [(root, context.get(root, ESCAPING.undefined(name=root)))]
    for step in steps:
        found = [following for at, value in found for following in _follow(at, value, step)]
    yield from found


def _follow(at: str, value: object, step: str) -> Iterator[tuple[str, object]]:
    if step != EACH:
        if not isinstance(value, Undefined):
            yield f"{at}.{step}", ESCAPING.getattr(value, step)
    elif isinstance(value, list | tuple):
        yield from ((f"{at}.{index}", inner) for index, inner in enumerate(value, 1))
