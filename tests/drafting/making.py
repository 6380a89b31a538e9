"""Makes documents as the house makes them, from the shipped templates unless told otherwise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.domain.composed import ComposedLetter, PrintedBlock
from app.domain.letters import BlockKind, Letter
from app.domain.prose import plain_lines
from app.drafting.composing import compose
from app.drafting.context import Printing
from app.drafting.documents import make_document
from app.drafting.library import TemplateLibrary
from app.services.letter_files import read_letter_file
from tests.drafting.reading import DocxRead

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "templates"
EXAMPLES = ROOT / "docs" / "examples"
DATA = ROOT / "tests" / "data"
NOWHERE = Path("no-such-folder")
UNNUMBERED = Printing()


@cache
def shipped() -> TemplateLibrary:
    """Give the library of an office without templates of its own."""
    return TemplateLibrary(SHIPPED, NOWHERE)


def example(name: str) -> Letter:
    """Read one of the letter files that ship as examples."""
    path = EXAMPLES / f"{name}.toml"
    return read_letter_file(path.read_bytes(), name=path.name)


def composed(
    letter: Letter, printing: Printing = UNNUMBERED, library: TemplateLibrary | None = None
) -> ComposedLetter:
    """Put a letter into words."""
    return compose(letter, (library or shipped()).template_for(letter).wording, printing)


def made(letter: Letter, printing: Printing = UNNUMBERED, library: TemplateLibrary | None = None) -> bytes:
    """Make the DOCX of a letter."""
    template = (library or shipped()).template_for(letter)
    return make_document(compose(letter, template.wording, printing), template, printing).content


def read(letter: Letter, printing: Printing = UNNUMBERED, library: TemplateLibrary | None = None) -> DocxRead:
    """Make the DOCX of a letter and read it back."""
    return DocxRead(made(letter, printing, library))


def printed(letter: Letter, kind: BlockKind, printing: Printing = UNNUMBERED) -> PrintedBlock:
    """Give one block of a letter in words."""
    block = composed(letter, printing).block(kind)
    assert block is not None, f"the letter has no block {kind}"
    return block


def lines(letter: Letter, kind: BlockKind, printing: Printing = UNNUMBERED) -> list[str]:
    """Give the paragraphs of one block without marks."""
    return list(plain_lines(printed(letter, kind, printing).prose))


def open_places(letter: Letter, printing: Printing = UNNUMBERED) -> set[tuple[str, str]]:
    """Give what is open: block and place."""
    return {(gap.block, gap.place) for gap in composed(letter, printing).gaps}
