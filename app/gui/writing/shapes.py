"""What commands and keys make of the lines of a text: lists, levels, quotations, headings. No Qt.

The shape of a line is all of it but its words: a ``Line`` without inlines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.domain.prose import ListStyle
from app.domain.prose_lines import Line, Listed, Path, Quoted, Step

DEEPEST_LIST: Final = 2
_INSIDE: Final = {ListStyle.DASH: ListStyle.BULLET}
_STARTS: Final = {
    "-": ListStyle.DASH,
    "*": ListStyle.BULLET,
    "1.": ListStyle.POINT,
    "1)": ListStyle.BRACKET,
}


def list_of(shape: Line) -> Listed | None:
    """Give the innermost list that a line stands in."""
    inner = shape.path[-1] if shape.path else None
    return inner if isinstance(inner, Listed) else None


def is_quoted(shape: Line) -> bool:
    """Say whether a line stands in a quotation."""
    return any(isinstance(step, Quoted) for step in shape.path)


def list_depth(shape: Line) -> int:
    """Say in how many lists a line stands."""
    return sum(isinstance(step, Listed) for step in shape.path)


def started_list(typed: str) -> ListStyle | None:
    """Give the list that somebody begins by typing this and a space at the start of a line."""
    return _STARTS.get(typed)


def neighbours(shapes: Sequence[Line], at: int) -> range:
    """Give the lines that stand in the same list as one of them, deeper ones included."""
    step, depth = list_of(shapes[at]), len(shapes[at].path) - 1
    if step is None:
        return range(at, at + 1)
    first = last = at
    while first > 0 and not _apart(shapes[first]) and _is_in(shapes[first - 1], step, depth):
        first -= 1
    while last + 1 < len(shapes) and _is_in(shapes[last + 1], step, depth) and not _apart(shapes[last + 1]):
        last += 1
    return range(first, last + 1)


def _is_in(shape: Line, step: Listed, depth: int) -> bool:
    return _stands_in(shape, step.style, depth)


def _apart(shape: Line) -> bool:
    step = list_of(shape)
    return step is not None and step.apart


def listed(shapes: Sequence[Line], style: ListStyle) -> list[Line]:
    """Make items of the lines, or plain lines of them if they are such items already."""
    depth = min(len(shape.path) - (list_of(shape) is not None) for shape in shapes)
    if all(_stands_in(shape, style, depth) for shape in shapes):
        return [replace(shape, path=(*shape.path[:depth], *shape.path[depth + 1 :])) for shape in shapes]
    return [_as_item(shape, style, depth) for shape in shapes]


def _stands_in(shape: Line, style: ListStyle, depth: int) -> bool:
    step = shape.path[depth] if len(shape.path) > depth else None
    return isinstance(step, Listed) and step.style is style


def _as_item(shape: Line, style: ListStyle, depth: int) -> Line:
    step = shape.path[depth] if len(shape.path) > depth else None
    if isinstance(step, Listed):
        path: Path = (*shape.path[:depth], replace(step, style=style), *shape.path[depth + 1 :])
    else:
        path = (*shape.path[:depth], Listed(style))
    return Line(path=path)


def quoted(shapes: Sequence[Line]) -> list[Line]:
    """Make a quotation of the lines, or take them out of theirs."""
    if all(is_quoted(shape) for shape in shapes):
        return [replace(shape, path=_unquoted(shape.path)) for shape in shapes]
    return [replace(shape, path=(Quoted(), *_unquoted(shape.path)), indented=False) for shape in shapes]


def _unquoted(path: Path) -> Path:
    return tuple(step for step in path if not isinstance(step, Quoted))


def headed(shapes: Sequence[Line], level: int) -> list[Line]:
    """Make headings of the lines, or plain lines of them if they are such headings already."""
    wanted = 0 if all(shape.level == level for shape in shapes) else level
    return [Line(path=_without_lists(shape.path) if wanted else shape.path, level=wanted) for shape in shapes]


def _without_lists(path: Path) -> Path:
    return tuple(step for step in path if not isinstance(step, Listed))


def deeper(shape: Line, before: Line | None) -> Line:
    """Set a line in: an item goes into the item before it, another line is indented."""
    step = list_of(shape)
    if step is None:
        return replace(shape, indented=not shape.level)
    if list_depth(shape) >= DEEPEST_LIST or before is None or list_of(before) is None:
        return shape
    inside = _next_list(before, len(shape.path)) or Listed(_INSIDE.get(step.style, ListStyle.DASH))
    return replace(shape, path=(*_closed(shape.path), replace(inside, opens=True, apart=False)))


def _next_list(before: Line, depth: int) -> Listed | None:
    """Give the inner list that the line before stands in."""
    step = before.path[depth] if len(before.path) > depth else None
    return step if isinstance(step, Listed) else None


def shallower(shape: Line) -> Line:
    """Take a line out of what it stands in last: an indent, a heading, a list, a quotation."""
    if shape.indented or shape.level:
        return replace(shape, indented=False, level=0)
    return replace(shape, path=_opened(shape.path[:-1]))


def _opened(path: Path) -> Path:
    """Let the line begin an item of the list that it comes out into."""
    inner = path[-1] if path else None
    return (*path[:-1], replace(inner, opens=True)) if isinstance(inner, Listed) else path


def _closed(path: Path) -> Path:
    return tuple(
        replace(step, opens=False, apart=False) if isinstance(step, Listed) else Quoted() for step in path
    )


def following(shape: Line) -> Line:
    """Give the shape of the line that Enter begins: an item after an item, plain text after a heading."""
    outer, inner = _closed(shape.path[:-1]), shape.path[-1:]
    return Line(path=(*outer, *(_next(step) for step in inner)), indented=shape.indented)


def _next(step: Step) -> Step:
    return replace(step, apart=False)


def after_enter_on_nothing(shape: Line) -> Line | None:
    """Give what an empty line becomes by Enter: one level out; None where it is a plain line."""
    step = list_of(shape)
    if step is not None and not step.opens:
        return replace(shape, path=(*shape.path[:-1], replace(step, opens=True)))
    return shallower(shape) if shape.path or shape.indented else None


def after_backspace_at_start(shape: Line, before: Line | None) -> Line | None:
    """Give what a line becomes by Backspace at its start; None where it joins the line before.

    An item becomes a further paragraph of the item before it, and then comes
    out of its list.
    """
    step = list_of(shape)
    if step is not None and step.opens and before is not None and _is_in(before, step, len(shape.path) - 1):
        return replace(shape, path=(*_closed(shape.path[:-1]), replace(step, opens=False)))
    return shallower(shape) if shape.path or shape.indented or shape.level else None
