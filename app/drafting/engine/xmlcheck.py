"""Reading XML parts strictly with expat: no DOCTYPE, no entities, nothing repaired in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

SPACED = " "
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# A field whose very name comes from a tag might become any of them.
_FETCHING = re.compile(
    r"^\s*((?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DATABASE|RD|MACROBUTTON)\b|\{[{%].*)",
    re.IGNORECASE,
)


class DoctypeFound(Exception):
    """The part declares a DOCTYPE."""


@dataclass
class Reading:
    """What one pass over a part has seen: its root, its relationships and content types, its fields."""

    root: str = ""
    entries: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    _instruction: list[str] = field(default_factory=list)
    _inside: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self.root or tag
        name = tag.rpartition(SPACED)[2]
        if name in {"Relationship", "Default", "Override"}:
            self.entries.append((name, attributes))
        elif name == "fldSimple":
            self.fields.append(attributes.get(f"{WORD}{SPACED}instr", ""))
        self._inside = name == "instrText"
        if name == "fldChar":
            self._close_instruction()

    def text(self, text: str) -> None:
        if self._inside:
            self._instruction.append(text)

    def end(self, _tag: str) -> None:
        self._inside = False

    def _close_instruction(self) -> None:
        self.fields.append("".join(self._instruction))
        self._instruction.clear()

    def fetching_field(self) -> str | None:
        self._close_instruction()
        found = next((match for text in self.fields if (match := _FETCHING.match(text))), None)
        return found.group(1) if found else None


def check_well_formed(data: bytes) -> None:
    """Read the part once; ``expat.ExpatError`` where it is not well-formed."""
    expat.ParserCreate(namespace_separator=SPACED).Parse(data, True)


def read_strictly(data: bytes) -> Reading:
    """Read the part once and remember what matters; a DOCTYPE raises ``DoctypeFound``."""
    reading = Reading()
    parser = expat.ParserCreate(namespace_separator=SPACED)
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(data, True)
    return reading


def _refuse_doctype(*_facts: object) -> None:
    raise DoctypeFound


def near(data: bytes, error: expat.ExpatError) -> str:
    """Return the words before the place where the part breaks."""
    lines = data.split(b"\n")
    before = b"\n".join([*lines[: error.lineno - 1], lines[error.lineno - 1][: error.offset]])
    words = re.sub(rb"<[^>]*>?", b" ", before[-600:])
    return " ".join(words.decode("utf-8", "ignore").split())[-60:]


def reason(error: expat.ExpatError) -> str:
    return f"{expat.ErrorString(error.code)}, line {error.lineno}, column {error.offset}"
