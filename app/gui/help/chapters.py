"""The user guide as chapters: what a reader can jump to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(r"^(#{1,3}) +(.+?) *#*$")
_FENCE: Final = re.compile(r"^ {0,3}(```|~~~)")


@dataclass(frozen=True)
class Chapter:
    """A heading of the guide: its words, and how deep it stands."""

    words: str
    depth: int


def chapters_of(guide: str) -> list[Chapter]:
    """Give the headings of a guide in its order, without marks; what stands in code is none."""
    chapters, in_code = [], False
    for line in guide.splitlines():
        in_code ^= bool(_FENCE.match(line))
        if not in_code and (found := _HEADING.match(line)):
            chapters.append(Chapter(re.sub(r"[*`_]", "", found[2]), len(found[1])))
    return chapters
