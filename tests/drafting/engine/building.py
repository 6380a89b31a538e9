"""Builds Word templates for the tests, and takes finished letters apart."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from lxml import etree

from app.drafting.engine import parts

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
KINDS = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
MAIN = "word/document.xml"
# A red dot.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def word(*paragraphs: str, then: Callable[[WordDocument], object] = lambda _: None) -> bytes:
    """Return a Word document of these paragraphs, changed by ``then``."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    then(document)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def table(*rows: Iterable[str]) -> Callable[[WordDocument], None]:
    """Return what adds a table of these texts."""

    def add(document: WordDocument) -> None:
        texts = [list(row) for row in rows]
        made = document.add_table(len(texts), len(texts[0]))
        for row, line in zip(made.rows, texts, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text

    return add


def xml(text: str) -> Callable[[WordDocument], None]:
    """Return what adds WordprocessingML at the end of the body."""
    root = f'<w:body xmlns:w="{WORD}">{text}</w:body>'

    def add(document: WordDocument) -> None:
        for element in parse_xml(root):
            document.element.body.insert(len(document.element.body) - 1, element)

    return add


def changed(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Return the package with members replaced, added, or (``None``) taken out."""
    members: dict[str, bytes | None] = {**parts(data), **changes}
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if content is not None:
                archive.writestr(name, content)
    return output.getvalue()


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return the package with one text of one part replaced."""
    content = parts(data)[part].decode()
    assert old in content
    return changed(data, {part: content.replace(old, new).encode()})


def with_relationship(
    data: bytes, kind: str, target: str, mode: str = "External", number: str = "rX"
) -> bytes:
    """Return the package with one more relationship of the document."""
    outside = f' TargetMode="{mode}"' if mode == "External" else ""
    link = f'<Relationship Id="{number}" Type="{kind}" Target="{target}"{outside}/></Relationships>'
    return edited(data, RELATIONS, "</Relationships>", link)


def with_footnote(data: bytes, text: str) -> bytes:
    """Return the package with a part for footnotes that holds one."""
    note = (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    linked = with_relationship(data, FOOTNOTES, "footnotes.xml", "Internal", "rFoot")
    return changed(edited(linked, KINDS, "</Types>", override), {"word/footnotes.xml": note.encode()})


def canonical(data: bytes) -> dict[str, bytes]:
    """Return each part so that equal content reads equal: XML in canonical form, lists of links sorted."""
    return {name: _canonical(name, content) for name, content in parts(data).items()}


def _canonical(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return content
    root = etree.fromstring(content, etree.XMLParser(remove_blank_text=True))
    if name.endswith(".rels") or name == KINDS:
        for link in root:
            link.set("Target", link.get("Target", "").removeprefix("/"))
        root[:] = sorted(root, key=lambda each: sorted(each.items()))
    return etree.tostring(root, method="c14n")


def body_of(data: bytes) -> str:
    """Return the main part as text."""
    return parts(data)[MAIN].decode()


def texts(data: bytes) -> list[str]:
    """Return the paragraphs of a finished letter, read by python-docx."""
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]
