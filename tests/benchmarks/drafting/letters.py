"""The model letters of the benchmark: their words, their data, and the text that every way must give."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

WORDS: Final = Path(__file__).parent / "words"
NAMES: Final = ("protest", "un-allegation")
PLACE: Final = re.compile(r"\{\{ ([\w.]+) \}\}")
FOR: Final = re.compile(r"\{%p for (\w+) in ([\w.]+) %\}")
IF: Final = re.compile(r"\{%p if ([\w.]+) %\}")
END: Final = re.compile(r"\{%p end(?:for|if) %\}")
PARTS: Final = ("first_header", "header", "body", "footer")

Data = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Line:
    """A paragraph of a template: how it looks and what it says, in docxtpl's dialect."""

    look: str
    text: str


Lines = tuple[Line, ...]


@dataclass(frozen=True)
class ModelLetter:
    """A letter as a template with wording, and its data; each copy differs by its number."""

    name: str
    parts: Mapping[str, Lines]
    said: Mapping[str, Any]

    def number(self, index: int) -> str:
        """Return the number or reference of one copy."""
        return str(self.said["pattern"]).format(ordinal=self.said["from"] + index)

    def data(self, index: int) -> Data:
        """Return the data of one copy."""
        data: Data = self.said["data"]
        role, name = self.said["varies"].split(".")
        return {**data, role: {**data[role], name: self.number(index)}}

    def text(self, index: int, part: str = "body") -> list[str]:
        """Return the paragraphs that one copy must have in a part."""
        data = self.data(index)
        return [
            PLACE.sub(lambda found: value(data, found[1]), line.text).replace("**", "")
            for line in unrolled(self.parts[part], data)
        ]


@cache
def model_letter(name: str) -> ModelLetter:
    """Return a model letter by its name."""
    said = tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))
    parts = {part: tuple(Line(*each) for each in said.get(part, ())) for part in PARTS}
    return ModelLetter(name, parts, said)


def value(data: Data, place: str) -> str:
    """Return the value at a dotted place; items of a list are counted from 1."""
    found: Any = data
    for step in place.split("."):
        found = found[int(step) - 1] if step.isdigit() else found[step]
    return str(found)


def unrolled(lines: Sequence[Line], data: Data) -> Iterator[Line]:
    """Yield the lines with every loop written out and every condition decided."""
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        if not (FOR.match(line.text) or IF.match(line.text)):
            yield line
            continue
        end = next(index for index, each in enumerate(rest) if END.match(each.text))
        yield from _written_out(line.text, rest[:end], data)
        del rest[: end + 1]


def _written_out(tag: str, inner: Sequence[Line], data: Data) -> Iterator[Line]:
    if condition := IF.match(tag):
        yield from inner if value(data, condition[1]) == "True" else ()
    elif loop := FOR.match(tag):
        role, name = loop[2].split(".")
        for index in range(1, len(data[role][name]) + 1):
            yield from (_renamed(line, loop[1], f"{loop[2]}.{index}") for line in inner)


def _renamed(line: Line, variable: str, place: str) -> Line:
    return Line(line.look, line.text.replace(f"{{{{ {variable}.", f"{{{{ {place}."))


def flat(data: Data) -> dict[str, Any]:
    """Return the data by names without dots: ``recipient_name``, and lists as they are."""
    return {f"{role}_{name}": each for role, values in data.items() for name, each in values.items()}


def fields(data: Data) -> dict[str, str]:
    """Return the data by names without dots, items of lists too: ``case_facts_1_text``."""
    found: dict[str, str] = {}
    for name, each in flat(data).items():
        if isinstance(each, list):
            for index, item in enumerate(each, 1):
                found |= {f"{name}_{index}_{key}": str(inner) for key, inner in item.items()}
        else:
            found[name] = str(each)
    return found
