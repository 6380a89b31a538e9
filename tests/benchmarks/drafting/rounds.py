"""Runs the ways one after the other, round by round, and looks at what each has written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from docx import Document

from tests.benchmarks.drafting import node, worker
from tests.benchmarks.drafting.dialects import Dialect
from tests.benchmarks.drafting.files import template
from tests.benchmarks.drafting.letters import NAMES, ModelLetter, model_letter
from tests.benchmarks.drafting.ways import ROOT, WAYS, Desk
from tests.benchmarks.drafting.worker import Timing, file_name

NO_TEXT: Final = frozenset({"limit"})
SHIPPED_LOOK: Final = "pipeline"


class TextDiffers(Exception):
    """A way has written another letter than was asked for."""


class WayFailed(Exception):
    """A way could not do its work."""


@dataclass(frozen=True)
class Run:
    """One way with one letter in one round."""

    round: int
    letter: str
    way: str
    timing: Timing


@contextmanager
def desks() -> Iterator[list[Desk]]:
    """Give the model letters with their templates in every dialect, in a folder for the while."""
    with TemporaryDirectory(prefix="chancery-benchmarks-") as folder:
        yield [desk(model_letter(name), Path(folder)) for name in NAMES]


def desk(letter: ModelLetter, folder: Path) -> Desk:
    """Write a letter's templates and return its desk."""
    made = Desk(letter, folder)
    for dialect in Dialect:
        made.template(dialect).write_bytes(template(letter, dialect))
    return made


def ways() -> list[str]:
    """Return the ways that can run here."""
    return [*WAYS] if node.why_not() else [*WAYS, *node.WAYS]


def one_round(number: int, places: list[Desk], copies: int) -> Iterator[Run]:
    """Run every way with every letter once."""
    for place in places:
        for way in ways():
            yield Run(number, place.letter.name, way, run(way, place, copies))


def short_and_long(places: list[Desk], short: int, long: int) -> Iterator[tuple[Run, Run]]:
    """Run every way with every letter, a short row of copies and at once a long one."""
    for place in places:
        for way in ways():
            first, second = (
                Run(0, place.letter.name, way, run(way, place, count)) for count in (short, long)
            )
            yield first, second


def run(way: str, place: Desk, copies: int) -> Timing:
    """Run a way in a process of its own. Raises ``TextDiffers`` and ``WayFailed``."""
    with TemporaryDirectory(dir=place.templates) as name:
        folder = Path(name)
        try:
            told = _ask(way, place, copies, folder)
        except subprocess.CalledProcessError as error:
            raise WayFailed(f"{way} with {place.letter.name}:\n{error.stderr.decode()}") from error
        check(way, place.letter, copies, folder)
    settle()
    return Timing(**json.loads(told))


def settle() -> None:
    """Let the disk finish, so that no way's fsync waits for what another has left behind."""
    if sys.platform != "win32":
        os.sync()


def _ask(way: str, place: Desk, copies: int, folder: Path) -> str:
    if way in node.WAYS:
        return node.ask(way, place, copies, folder)
    command = [sys.executable, "-m", worker.__name__, way, place.letter.name, str(copies)]
    done = subprocess.run(
        [*command, str(place.templates), str(folder)], capture_output=True, check=True, cwd=ROOT
    )
    return done.stdout.decode()


def check(way: str, letter: ModelLetter, copies: int, folder: Path) -> None:
    """Compare the first and the last copy with the letter, paragraph by paragraph."""
    written = {path.name for path in folder.iterdir()}
    if written != {file_name(index) for index in range(copies + 1)}:
        raise TextDiffers(f"{way} wrote {len(written)} files of {letter.name} instead of {copies + 1}")
    for index in {0, copies} if way not in NO_TEXT else ():
        _compare(way, letter, index, folder / file_name(index))


def _compare(way: str, letter: ModelLetter, index: int, path: Path) -> None:
    found = texts(path)
    if way == SHIPPED_LOOK:
        # The shipped look has its own letterhead, and lines of one block in one paragraph.
        found = {"body": [line for paragraph in found["body"] for line in paragraph.split("\n")]}
    for part, paragraphs in found.items():
        for given, wanted in _pairs(paragraphs, expected(letter, index, part)):
            if given != wanted:
                raise TextDiffers(f"{way} with {letter.name}, {part}:\n  given  {given}\n  wanted {wanted}")


def _pairs(given: list[str], wanted: list[str]) -> Iterator[tuple[str, str]]:
    missing = "(no such paragraph)"
    for index in range(max(len(given), len(wanted))):
        yield (
            given[index] if index < len(given) else missing,
            wanted[index] if index < len(wanted) else missing,
        )


def expected(letter: ModelLetter, index: int, part: str) -> list[str]:
    """Return the paragraphs of a part; the logo has a paragraph above the letterhead."""
    logo = part == ("first_header" if letter.parts["first_header"] else "header")
    page = ["Page "] if part == "footer" and letter.parts["first_header"] else None
    return page or [""] * logo + letter.text(index, part)


def texts(path: Path) -> dict[str, list[str]]:
    """Return the paragraphs of a finished letter by part, read by python-docx."""
    document = Document(str(path))
    section = document.sections[0]
    parts: dict[str, Any] = {"body": document, "header": section.header, "footer": section.footer}
    if section.different_first_page_header_footer:
        parts["first_header"] = section.first_page_header
    return {name: [paragraph.text for paragraph in part.paragraphs] for name, part in parts.items()}
