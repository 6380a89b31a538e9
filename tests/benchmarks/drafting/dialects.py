"""One template in the dialects of all peers: docxtpl's tags, npm's braces, Word's merge fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from tests.benchmarks.drafting.letters import END, FOR, IF, PLACE, Data, Line, unrolled

_WHOLE: Final = ' [loopOver: "paragraph"]'


class Dialect(StrEnum):
    """How places and loops are written in a template."""

    TAGS = "tags"
    BRACES = "braces"
    OPTIONS = "options"
    FIELDS = "fields"


def told(lines: Sequence[Line], dialect: Dialect, data: Data) -> list[Line]:
    """Return the lines in a dialect."""
    match dialect:
        case Dialect.TAGS:
            return list(lines)
        case Dialect.BRACES:
            return list(_braced(lines))
        case Dialect.OPTIONS:
            return _joined(list(_braced(lines)))
        case Dialect.FIELDS:
            # Merge fields know no loops: each item has a paragraph of its own.
            return [Line(line.look, PLACE.sub(_merge_field, line.text)) for line in unrolled(lines, data)]


def _merge_field(place: re.Match[str]) -> str:
    return f"{{{{{_flat(place[1])}}}}}"


def _flat(place: str) -> str:
    return place.replace(".", "_")


def _braced(lines: Sequence[Line]) -> Iterator[Line]:
    variable = opened = ""
    for line in lines:
        if block := FOR.match(line.text) or IF.match(line.text):
            variable, opened = block[1], _flat(block[block.re.groups])
            yield Line("tag", f"{{#{opened}}}")
        elif END.match(line.text):
            yield Line("tag", f"{{/{opened}}}")
            variable = ""
        else:
            yield Line(line.look, _with_braces(line.text, variable))


def _with_braces(text: str, variable: str) -> str:
    return PLACE.sub(lambda place: f"{{{_flat(place[1].removeprefix(f'{variable}.'))}}}", text)


def _joined(lines: list[Line]) -> list[Line]:
    """Draw tags that stand alone into the paragraphs they embrace, as easy-template-x wants them."""
    joined: list[Line] = []
    before = ""
    for line in lines:
        if line.look != "tag":
            joined.append(Line(line.look, before + line.text))
            before = ""
        elif line.text.startswith("{#"):
            before = f"{line.text[:-1]}{_WHOLE}}}"
        else:
            last = joined.pop()
            joined.append(Line(last.look, last.text + line.text))
    return joined
