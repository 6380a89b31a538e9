"""Reads a finished DOCX back, part by part, by no code of the house."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True)
class RunRead:
    """A stretch of characters: its look, its language, and the footnote it calls."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    right_to_left: bool = False
    note: str = ""


@dataclass(frozen=True)
class ParagraphRead:
    """A paragraph with what it says of itself; what its style says is asked of the package."""

    style: str
    runs: tuple[RunRead, ...]
    number: str = ""
    level: int = 0
    marks: frozenset[str] = frozenset()
    in_table: bool = False

    @property
    def text(self) -> str:
        """The characters, a line break as a line feed."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> tuple[str, ...]:
        """The stretches in bold."""
        return tuple(run.text for run in self.runs if run.bold)

    @property
    def italic(self) -> tuple[str, ...]:
        """The stretches in italics."""
        return tuple(run.text for run in self.runs if run.italic)

    @property
    def languages(self) -> frozenset[str]:
        """The languages of all runs that print characters."""
        return frozenset(run.language for run in self.runs if run.text.strip())


class DocxRead:
    """A DOCX package, opened."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def root(self, part: str) -> etree._Element:
        """Give a part as a tree; it is well-formed or this fails."""
        return etree.fromstring(self.parts[part])

    @cached_property
    def body(self) -> etree._Element:
        """Give the body of the document."""
        found = self.root("word/document.xml").find(f"{_W}body")
        assert found is not None
        return found

    @cached_property
    def paragraphs(self) -> tuple[ParagraphRead, ...]:
        """The paragraphs of the body in order, those of tables too."""
        return paragraphs_of(self.body)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of every paragraph that prints something."""
        return tuple(paragraph.text for paragraph in self.paragraphs if paragraph.text)

    @cached_property
    def whole(self) -> str:
        """Everything the body says, a paragraph to a line."""
        return "\n".join(self.texts)

    def styled(self, style: str) -> tuple[str, ...]:
        """The texts of the paragraphs of one style."""
        return tuple(paragraph.text for paragraph in self.paragraphs if paragraph.style == style)

    @cached_property
    def footnotes(self) -> dict[str, tuple[ParagraphRead, ...]]:
        """The footnotes by their ids, separators apart."""
        return {
            _value(note, "id"): paragraphs_of(note)
            for note in self.root("word/footnotes.xml").iter(f"{_W}footnote")
            if note.get(f"{_W}type") is None
        }

    def furniture(self, kind: str, page: str) -> tuple[ParagraphRead, ...]:
        """Give the paragraphs of the ``header`` or ``footer`` of the ``first`` or ``default`` page."""
        links = {link.get("Id"): link.get("Target") for link in self.root("word/_rels/document.xml.rels")}
        for reference in self.body.iter(f"{_W}{kind}Reference"):
            if _value(reference, "type") == page:
                return paragraphs_of(self.root(f"word/{links[reference.get(f'{_R}id')]}"))
        return ()

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """The styles by their ids."""
        return {_value(style, "styleId"): style for style in self.root("word/styles.xml").iter(f"{_W}style")}

    def style_name(self, style: str) -> str:
        """Give the name under which Word shows a style."""
        return _inner(self.styles[style], "name")

    def style_marks(self, style: str) -> frozenset[str]:
        """Give what a style says of paragraphs, such as ``keepNext``."""
        return _marks(self.styles[style].find(f"{_W}pPr"))

    def marks(self, paragraph: ParagraphRead) -> frozenset[str]:
        """Give what holds for a paragraph by itself or by its style."""
        return paragraph.marks | self.style_marks(paragraph.style)

    @cached_property
    def lists(self) -> dict[str, ListRead]:
        """The lists by their numbers."""
        root = self.root("word/numbering.xml")
        forms = {_value(each, "abstractNumId"): each for each in root.iter(f"{_W}abstractNum")}
        return {
            _value(number, "numId"): _list_read(number, forms[_inner(number, "abstractNumId")])
            for number in root.iter(f"{_W}num")
        }

    @cached_property
    def properties(self) -> dict[str, str]:
        """The document properties by their names."""
        return {
            etree.QName(each).localname: each.text or ""
            for part in ("docProps/core.xml", "docProps/app.xml")
            for each in self.root(part)
        }

    @cached_property
    def fonts(self) -> dict[str, str]:
        """The fonts by name, each with the one that may stand in for it."""
        return {_value(font, "name"): _inner(font, "altName") for font in self.root("word/fontTable.xml")}


@dataclass(frozen=True)
class ListRead:
    """A list: form and mark of each level, and where each level begins to count."""

    forms: tuple[str, ...]
    marks: tuple[str, ...]
    starts: tuple[tuple[int, int], ...]


def paragraphs_of(root: etree._Element) -> tuple[ParagraphRead, ...]:
    """Give every paragraph below an element."""
    return tuple(_paragraph(paragraph) for paragraph in root.iter(f"{_W}p"))


def _paragraph(paragraph: etree._Element) -> ParagraphRead:
    properties = paragraph.find(f"{_W}pPr")
    numbering = paragraph.find(f"{_W}pPr/{_W}numPr")
    return ParagraphRead(
        style="" if properties is None else _inner(properties, "pStyle"),
        runs=tuple(_runs(paragraph)),
        number="" if numbering is None else _inner(numbering, "numId"),
        level=0 if numbering is None else int(_inner(numbering, "ilvl") or 0),
        marks=_marks(properties),
        in_table=any(True for _ in paragraph.iterancestors(f"{_W}tc")),
    )


def _runs(paragraph: etree._Element) -> Iterator[RunRead]:
    for run in paragraph.iter(f"{_W}r"):
        look = run.find(f"{_W}rPr")
        marks = _marks(look)
        language = None if look is None else look.find(f"{_W}lang")
        note = run.find(f"{_W}footnoteReference")
        yield RunRead(
            text="".join(_characters(run)),
            bold="b" in marks,
            italic="i" in marks,
            language="" if language is None else next(iter(language.attrib.values())),
            right_to_left="rtl" in marks,
            note="" if note is None else _value(note, "id"),
        )


def _characters(run: etree._Element) -> Iterator[str]:
    for each in run:
        match etree.QName(each).localname:
            case "t" | "instrText":
                yield each.text or ""
            case "br":
                yield "\n"
            case "tab":
                yield "\t"
            case _:
                pass


def _marks(properties: etree._Element | None) -> frozenset[str]:
    return frozenset(etree.QName(each).localname for each in (() if properties is None else properties))


def _list_read(number: etree._Element, form: etree._Element) -> ListRead:
    levels = list(form.iter(f"{_W}lvl"))
    return ListRead(
        forms=tuple(_inner(level, "numFmt") for level in levels),
        marks=tuple(_inner(level, "lvlText") for level in levels),
        starts=tuple(
            (int(_value(each, "ilvl")), int(_inner(each, "startOverride")))
            for each in number.iter(f"{_W}lvlOverride")
        ),
    )


def _inner(element: etree._Element, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else _value(found, "val")


def _value(element: etree._Element, name: str) -> str:
    return element.get(f"{_W}{name}") or ""
