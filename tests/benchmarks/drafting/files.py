"""Builds the templates of the benchmark as Word would save them: many runs, each with its own properties."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from itertools import count
from typing import Any, Final
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from tests.benchmarks.drafting.dialects import Dialect, told
from tests.benchmarks.drafting.letters import Line, ModelLetter

_TAG: Final = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{[#/]?\w+(?: \[.*?\])?\}|\*\*)")
_CUT: Final = re.compile(r"(\{\{ |\{%p |\{)(.*?)( \}\}| %\}|\})")
_WORDS_IN_A_RUN: Final = 24
_DAY: Final = datetime(2017, 1, 23, tzinfo=UTC)
_NOT_OF_TODAY: Final = ("stylesWithEffects", "customXml", "thumbnail")
_BODY: Final = '<w:spacing w:before="0" w:after="160" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/>'
_LOOKS: Final = {
    "letterhead": '<w:spacing w:after="0"/><w:jc w:val="center"/>',
    "footer": '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:jc w:val="center"/>',
    "page": '<w:jc w:val="right"/>',
    "number": '<w:spacing w:before="0" w:after="120"/><w:jc w:val="left"/>',
    "right": '<w:spacing w:before="0" w:after="0"/><w:ind w:left="5103"/><w:jc w:val="left"/>',
    "heading": '<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/>',
    "indented": f'{_BODY[: _BODY.index("<w:jc")]}<w:ind w:left="567" w:right="567"/><w:jc w:val="both"/>',
    "question": '<w:pStyle w:val="ListNumber"/><w:spacing w:after="120"/><w:jc w:val="both"/>',
    "signature": '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="0"/><w:jc w:val="left"/>',
    "annex": '<w:keepNext/><w:pageBreakBefore/><w:spacing w:after="240"/><w:jc w:val="center"/>',
    "small": '<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>',
}
_PAGE: Final = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def template(letter: ModelLetter, dialect: Dialect) -> bytes:
    """Return a model letter's template in a dialect, the same bytes every time."""
    document = _base()
    writer = _Writer(dialect, letter.name)
    parts = {
        name: "".join(map(writer.paragraph, told(lines, dialect, letter.data(0))))
        for name, lines in letter.parts.items()
    }
    _add_body(document, parts["body"])
    _add_edges(document, letter, parts)
    return _saved(document)


def extended(body: str) -> bytes:
    """Return a template with this WordprocessingML as its body."""
    document = _base()
    _add_body(document, body)
    return _saved(document)


def _base() -> WordDocument:
    """Give python-docx's template the size of a file that Word saves today."""
    document = Document()
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        kept = style.get(qn("w:styleId")) in {"TableNormal", "TableGrid"}
        if style.get(qn("w:type")) == "table" and not kept:
            styles.remove(style)
    for holder in (document.part, document.part.package):
        for key, link in list(holder.rels.items()):
            if any(word in link.reltype for word in _NOT_OF_TODAY):
                del holder.rels[key]
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.title = ""
    properties.created = properties.modified = _DAY
    return document


def _add_body(document: WordDocument, xml: str) -> None:
    body = document.element.body
    for element in _elements(xml):
        body.insert(len(body) - 1, element)


def _add_edges(document: WordDocument, letter: ModelLetter, parts: dict[str, str]) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = bool(parts["first_header"])
    first = section.first_page_header if parts["first_header"] else section.header
    edges = {"header": section.header, "footer": section.footer}
    if parts["first_header"]:
        edges["first_header"] = first
    for name, edge in edges.items():
        edge.is_linked_to_previous = False
        _replace(edge._element, parts[name])
    first.paragraphs[0].insert_paragraph_before().add_run().add_picture(
        BytesIO(_logo(letter.name)), width=Mm(25)
    )


def _replace(edge: Any, xml: str) -> None:
    for old in list(edge):
        edge.remove(old)
    edge.extend(_elements(xml))


def _elements(xml: str) -> list[Any]:
    return list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))


def _saved(document: WordDocument) -> bytes:
    """Save, with the same date on every member."""
    first, output = BytesIO(), BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            member = zipfile.ZipInfo(entry.filename)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(entry))
    return output.getvalue()


def _logo(seed: str, size: int = 104) -> bytes:
    """Return a PNG of noise, as heavy as a photographed emblem."""
    noise = b"".join(
        sha256(f"{seed} {index}".encode()).digest() for index in range(size * size * 3 // 32 + 1)
    )
    rows = b"".join(b"\0" + noise[row * size * 3 : (row + 1) * size * 3] for row in range(size))
    header = struct.pack(">2I5B", size, size, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


class _Writer:
    """Writes paragraphs as Word does after a few rounds of editing."""

    def __init__(self, dialect: Dialect, seed: str) -> None:
        self._dialect = dialect
        self._places, self._sessions = count(1), count(1)
        self._seed = seed

    def paragraph(self, line: Line) -> str:
        look = _LOOKS.get(line.look, _BODY)
        mark = f' w:rsidR="{self._session()}" w:rsidRDefault="{self._session()}" w:rsidP="{self._session()}"'
        runs = "".join(self._runs(line.text))
        page = _PAGE if line.look == "page" else ""
        return f"<w:p{mark}><w:pPr>{look}</w:pPr>{runs}{page}</w:p>"

    def _session(self) -> str:
        return sha256(f"{self._seed} {next(self._sessions) // 7}".encode()).hexdigest()[:8].upper()

    def _runs(self, text: str) -> Iterator[str]:
        bold = False
        for piece in filter(None, _TAG.split(text)):
            if piece == "**":
                bold = not bold
            elif _TAG.fullmatch(piece):
                yield from self._place(piece, bold)
            else:
                yield from self._words(piece, bold)

    def _words(self, text: str, bold: bool) -> Iterator[str]:
        words = re.findall(r"\s*\S+\s*$|\s*\S+|\s+", text)
        pieces = ["".join(words[at : at + _WORDS_IN_A_RUN]) for at in range(0, len(words), _WORDS_IN_A_RUN)]
        for index, piece in enumerate(pieces):
            run = self._run(_text(piece), bold)
            yield _marked(run) if index % 3 == 2 else run

    def _place(self, tag: str, bold: bool) -> Iterator[str]:
        """Write a place, every third one cut over three runs."""
        cut = next(self._places) % 3 == 0
        if self._dialect is Dialect.FIELDS:
            yield from self._field(tag.strip("{}"), bold, cut=cut)
        elif cut:
            opening, name, closing = (self._run(_text(each), bold) for each in _CUT.split(tag)[1:-1])
            yield from (opening, _marked(name), closing)
        else:
            yield self._run(_text(tag), bold)

    def _field(self, name: str, bold: bool, *, cut: bool) -> Iterator[str]:
        instruction = [" MERGEFIELD ", f"{name} "] if cut else [f" MERGEFIELD {name} "]
        codes = [f'<w:instrText xml:space="preserve">{each}</w:instrText>' for each in instruction]
        inner = [_mark("begin"), *codes, _mark("separate"), _text(f"«{name}»"), _mark("end")]
        yield from (self._run(each, bold) for each in inner)

    def _run(self, content: str, bold: bool) -> str:
        return f'<w:r w:rsidRPr="{self._session()}">{_properties(bold)}{content}</w:r>'


def _properties(bold: bool = False) -> str:
    look = "<w:b/><w:bCs/>" if bold else ""
    return (
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        f'{look}<w:szCs w:val="24"/><w:lang w:val="en-GB"/></w:rPr>'
    )


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _mark(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def _marked(run: str) -> str:
    return f'<w:proofErr w:type="spellStart"/>{run}<w:proofErr w:type="spellEnd"/>'
