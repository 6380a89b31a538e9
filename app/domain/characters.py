"""Characters that no letter may hold, found before anything is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

# What XML 1.0 cannot hold, the C1 controls, and the line separators that
# word processors read each in their own way.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

Place = tuple[str | int, ...]


def forbidden_characters(value: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Give the place and the code point of the first forbidden character of each text."""
    if isinstance(value, str):
        if found := _FORBIDDEN.search(value):
            yield place, f"U+{ord(found[0]):04X}"
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from forbidden_characters(inner, (*place, str(key)))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from forbidden_characters(inner, (*place, index))
