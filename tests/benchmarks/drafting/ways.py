"""The ways of filling a letter that are measured, each loading only what it needs."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.drafting.letters import ModelLetter, fields

if TYPE_CHECKING:
    from app.domain.letters import Letter

ROOT: Final = Path(__file__).parents[3]
LEVEL: Final = 6

Fill = Callable[[int, Path], object]


@dataclass(frozen=True)
class Desk:
    """What a way finds on its desk: the letter, and the templates in every dialect."""

    letter: ModelLetter
    templates: Path

    def template(self, dialect: str) -> Path:
        """Return the template in a dialect."""
        return self.templates / f"{self.letter.name}-{dialect}.docx"


def docxtpl(desk: Desk) -> Fill:
    """Fill as docxtpl's own documentation shows it, with escaping on."""
    return _docxtpl(desk, escaping=True)


def docxtpl_unescaped(desk: Desk) -> Fill:
    """Fill with docxtpl's defaults."""
    return _docxtpl(desk, escaping=False)


def _docxtpl(desk: Desk, *, escaping: bool) -> Fill:
    from docxtpl import DocxTemplate

    def fill(index: int, path: Path) -> None:
        document = DocxTemplate(desk.template("tags"))
        document.render(desk.letter.data(index), autoescape=escaping)
        document.save(path)

    return fill


def engine(desk: Desk) -> Fill:
    """Fill with Chancery's engine, with every check, through the cache, and durably."""
    from app.drafting.engine import write_atomically

    return _engine(desk, write_atomically)


def engine_unsynced(desk: Desk) -> Fill:
    """Do the same without waiting for the disk, as every peer does."""
    return _engine(desk, Path.write_bytes)


def _engine(desk: Desk, write: Callable[[Path, bytes], object]) -> Fill:
    from app.drafting.engine import TemplateCache

    cache, template = TemplateCache(), desk.template("tags")

    def fill(index: int, path: Path) -> None:
        compiled = cache.get(template.read_bytes(), name=template.name)
        write(path, compiled.fill(desk.letter.data(index)))

    return fill


def pipeline(desk: Desk) -> Fill:
    """Take a letter's data through wording, blocks and the shipped look to a file."""
    from app.drafting.composing import compose
    from app.drafting.context import Printing
    from app.drafting.documents import make_document
    from app.drafting.engine import write_atomically
    from app.drafting.library import TemplateLibrary
    from app.services.letter_files import read_letter_file

    source = ROOT / "docs" / "examples" / f"{desk.letter.name}.toml"
    letter = read_letter_file(source.read_bytes(), name=source.name)
    library = TemplateLibrary(ROOT / "templates", desk.templates / "none of our own")

    def fill(index: int, path: Path) -> None:
        number = desk.letter.number(index)
        template = library.template_for(letter)
        printing = Printing(number=number)
        composed = compose(_with_reference(letter, number), template.wording, printing)
        write_atomically(path, make_document(composed, template, printing).content)

    return fill


def _with_reference(letter: Letter, number: str) -> Letter:
    return replace(letter, reference=number) if letter.reference else letter


def mailmerge(desk: Desk) -> Fill:
    """Fill Word's own merge fields; every item of a list has a field of its own."""
    from mailmerge import MailMerge

    def fill(index: int, path: Path) -> None:
        with MailMerge(desk.template("fields")) as document:
            document.merge(**fields(desk.letter.data(index)))
            document.write(path)

    return fill


def limit(desk: Desk) -> Fill:
    """Only pack the finished XML and write it with what is packed already: no rendering, no check."""
    changing, rest = finished_parts(desk)

    def fill(_index: int, path: Path) -> None:
        pieces = [rest]
        for part in changing:
            packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
            pieces += [packer.compress(part), packer.flush(), zlib.crc32(part).to_bytes(4, "little")]
        with path.open("wb", buffering=0) as file:
            file.write(b"".join(pieces))
            os.fsync(file.fileno())

    return fill


def finished_parts(desk: Desk) -> tuple[list[bytes], bytes]:
    """Return the parts that depend on the letter, and all others as one packed lump."""
    from app.drafting.engine import compile_template, parts

    data = desk.template("tags").read_bytes()
    before = parts(data)
    after = parts(compile_template(data, name="limit").fill(desk.letter.data(0)))
    changing = [content for name, content in after.items() if content != before[name]]
    constant = [content for name, content in after.items() if content == before[name]]
    return changing, b"".join(zlib.compress(content, LEVEL) for content in constant)


WAYS: Final[dict[str, Callable[[Desk], Fill]]] = {
    "docxtpl": docxtpl,
    "docxtpl-unescaped": docxtpl_unescaped,
    "docx-mailmerge2": mailmerge,
    "engine": engine,
    "engine-unsynced": engine_unsynced,
    "pipeline": pipeline,
    "limit": limit,
}
