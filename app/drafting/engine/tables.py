"""Table grids: proved right once per template where possible, mended by docxtpl where not.

docxtpl adds or removes columns of every table until the grid fits the longest row. A table of the
template whose rows all fill the grid, whatever the values are, is written ``<w:tbl >``, which XML
takes for the same tag; whatever still reads ``<w:tbl>`` in a rendered letter goes through docxtpl.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.drafting.engine.patching import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

UNPROVED: Final = "<w:tbl>"
PROVED: Final = "<w:tbl >"
ROWLESS: Final = "</w:tblGrid></w:tbl>"
_EDGE = re.compile(r"<w:tbl ?>|</w:tbl>")
_TOKEN = re.compile(
    r"<w:(?P<opening>tr|tc)(?: [^>]*)?>|</w:(?P<closing>tr|tc)>|<w:(?P<column>gridCol)\b"
    r'|<w:gridSpan w:val="(?P<span>[^"]*)"|\{%-?\+?\s*(?P<word>\w+)(?P<rest>.*?)%\}|(?P<value>\{\{)',
    re.DOTALL,
)
_BLOCKS: Final = frozenset({"for", "if", "macro", "call", "filter", "with"})


@dataclass
class _Proof:
    """A walk over one table of a patched template; false as soon as its columns may depend on values."""

    columns: int = 0
    open: list[str] = field(default_factory=list)
    cells: int = 0
    rows: int = 0
    holds: bool = True

    def take(self, found: re.Match[str]) -> None:
        if found["opening"]:
            self._opened(found["opening"])
        elif found["closing"]:
            self._closed(found["closing"])
        elif found["column"]:
            self.columns += 1
        elif found["span"] is not None:
            self._spanned(found["span"])
        elif found["word"]:
            self._tagged(found["word"], found["rest"])
        else:
            self.holds &= self._inside_cell()

    def _inside_cell(self) -> bool:
        return "tc" in self.open

    def _opened(self, name: str) -> None:
        self.open.append(name)
        if name == "tr":
            self.cells, self.rows = 0, self.rows + 1
        else:
            self.cells += 1

    def _closed(self, name: str) -> None:
        self.holds &= bool(self.open) and self.open.pop() == name
        if name == "tr":
            self.holds &= self.cells == self.columns

    def _spanned(self, value: str) -> None:
        self.holds &= value.isascii() and value.isdigit()
        self.cells += int(value) - 1 if self.holds else 0

    def _tagged(self, word: str, rest: str) -> None:
        block = word in _BLOCKS or (word == "set" and "=" not in rest)
        if block:
            self.open.append(word)
        elif word.startswith("end"):
            self.holds &= bool(self.open) and self.open.pop() == word.removeprefix("end")
        # A block that stands between the cells of a row may change their number.
        if "tr" in self.open and not self._inside_cell() and word != "set":
            self.holds = False

    def proved(self) -> bool:
        return self.holds and self.columns > 0 and self.rows > 0 and not self.open


def mark_proved(source: str) -> str:
    """Mark the tables of a patched body whose grid no letter can break."""
    return "".join(PROVED + text[len(UNPROVED) :] if _is_proved(text) else text for text in _split(source))


def _is_proved(text: str) -> bool:
    if not text.startswith(UNPROVED) or text.count(UNPROVED) > 1:
        return False
    proof = _Proof()
    for found in _TOKEN.finditer(text):
        proof.take(found)
    return proof.proved()


def _split(text: str) -> Iterator[str]:
    """Cut a text into whole outermost tables and what stands between them."""
    depth = done = 0
    for edge in _EDGE.finditer(text):
        opening = edge.group() != "</w:tbl>"
        if opening and depth == 0:
            yield text[done : edge.start()]
            done = edge.start()
        depth = max(depth + (1 if opening else -1), 0)
        if not opening and depth == 0:
            yield text[done : edge.end()]
            done = edge.end()
    yield text[done:]


def mend_tables(text: str, root: str) -> str:
    """Return a rendered body with the grids docxtpl gives to tables that were not proved."""
    if UNPROVED not in text and ROWLESS not in text:
        return text
    return "".join(_mended(piece, root) if _needs_mending(piece) else piece for piece in _split(text))


def _needs_mending(text: str) -> bool:
    return text.startswith("<w:tbl") and "<w:tblGrid" in text and (UNPROVED in text or ROWLESS in text)


def _mended(table: str, root: str) -> str:
    fixed: str = LANGUAGE.xml_to_string(LANGUAGE.fix_tables(f"{root}{table}</w:body>"))
    return fixed[fixed.index(">") + 1 : fixed.rindex("</w:body>")]
