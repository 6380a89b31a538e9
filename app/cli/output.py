"""What the command line prints: sentences, small tables, JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from typing import TextIO

from app.domain.errors import Sentence
from app.i18n.catalogues import Catalogue


@dataclass(frozen=True)
class Printer:
    """Prints in the screen's language."""

    texts: Catalogue
    out: TextIO
    err: TextIO

    def line(self, text: str, **facts: object) -> None:
        """Print a text of the catalogue."""
        print(self.texts.text(text, **facts), file=self.out)

    def said(self, sentence: Sentence) -> None:
        """Print a sentence."""
        print(self.texts.said(sentence), file=self.out)

    def plain(self, text: str = "") -> None:
        """Print a text as it is."""
        print(text, file=self.out)

    def difficulty(self, sentence: Sentence) -> None:
        """Print what must be mended, where errors go."""
        print(self.texts.said(sentence), file=self.err)

    def json(self, value: object) -> None:
        """Print a value as JSON."""
        json.dump(value, self.out, ensure_ascii=False, indent=2, default=_plain)
        print(file=self.out)

    def table(self, rows: Sequence[Sequence[object]]) -> None:
        """Print rows in columns as wide as they need."""
        texts = [[str(cell) for cell in row] for row in rows]
        widths = [max(len(cell) for cell in column) for column in zip(*texts, strict=True)]
        for row in texts:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.plain("  ".join(cells).rstrip())


def printer(texts: Catalogue) -> Printer:
    """Give a printer to the terminal, which may be unable to show every script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    return Printer(texts, sys.stdout, sys.stderr)


def fields(value: object, names: Iterable[str]) -> Mapping[str, object]:
    """Pick the fields of a value for JSON."""
    return {name: getattr(value, name) for name in names}


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, tuple | frozenset):
        return list(value)
    return str(value)
