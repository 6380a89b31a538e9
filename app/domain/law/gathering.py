"""One paragraph for each instrument: picks of the same one are put together, in a settled order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from app.domain.citations import (
    Citation,
    Declaration,
    IloConvention,
    IloConventions,
    Resolution,
    TreatyArticle,
)

_Some = TypeVar("_Some")
# Treaties first, then what the United Nations have resolved, the ILO's conventions, declarations, the rest.
_ORDER: Final = (
    *("treaty", "resolution", "ilo", "supervisory", "declaration", "general_comment", "report"),
    "national_law",
)


def gathered(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Put citations of one instrument together and all in order; none is there twice."""
    kept: list[Citation] = []
    for one in citations:
        _take_in(kept, one)
    return tuple(sorted(kept, key=lambda one: _ORDER.index(one.kind)))


def _take_in(kept: list[Citation], new: Citation) -> None:
    for at, held in enumerate(kept):
        if held == new:
            return
        both = _together(held, new)
        if both is not None:
            kept[at] = both
            return
    kept.append(new)


def _together(held: Citation, new: Citation) -> Citation | None:
    match held, new:
        case IloConventions(), IloConventions():
            return _conventions(held, new)
        case TreatyArticle(), TreatyArticle() if held.treaty == new.treaty:
            return _articles(held, new)
        case Declaration(), Declaration() if held.title == new.title:
            return replace(held, articles=_each_once(held.articles, new.articles))
        case Resolution(), Resolution() if (held.symbol, held.paragraph) == (new.symbol, new.paragraph):
            return held
        case _:
            return None


def _conventions(held: IloConventions, new: IloConventions) -> IloConventions:
    each: dict[str, IloConvention] = {one.number: one for one in held.conventions}
    for one in new.conventions:
        known = each.get(one.number, one)
        each[one.number] = replace(known, articles=_each_once(known.articles, one.articles))
    return replace(
        held,
        conventions=tuple(sorted(each.values(), key=lambda one: _number(one.number))),
        still_binds=held.still_binds or new.still_binds,
        comment=" ".join(_each_once(_given(held.comment), _given(new.comment))),
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _articles(held: TreatyArticle, new: TreatyArticle) -> TreatyArticle | None:
    """Put two articles together where one phrase names the right; otherwise they stay two."""
    if held.right_named != new.right_named:
        return None
    return replace(held, articles=_each_once(held.articles, new.articles))


def _given(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _each_once(one: Sequence[_Some], other: Sequence[_Some]) -> tuple[_Some, ...]:
    return tuple(dict.fromkeys((*one, *other)))
