"""The keys that a letter file may have at a place, for those who mistyped one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any, Final, get_args, get_type_hints

from app.domain.citations import Citation
from app.domain.letters import Letter

_CITED: Final = {kind.__name__: kind for kind in get_args(Citation)}


def names_like(place: Sequence[str | int]) -> str:
    """Give the keys that may be meant by the last part of a place, or all that the place can have."""
    *table, wrong = place
    known = [field.name for field in dataclasses.fields(_kind_at(table))]
    return ", ".join(get_close_matches(str(wrong), known, n=1) or known)


def _kind_at(table: Sequence[str | int]) -> Any:  # a dataclass of any kind
    kind: Any = Letter
    for part in table:
        if part in _CITED:
            kind = _CITED[str(part)]
        elif isinstance(part, str):
            kind = next(_dataclasses_in(get_type_hints(kind)[part]))
    return kind


def _dataclasses_in(hint: Any) -> Iterator[Any]:
    if dataclasses.is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _dataclasses_in(inner)
