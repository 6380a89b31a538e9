"""Copying and pasting between text fields and other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCursor, QTextDocument, QTextDocumentFragment

from app.domain.notation import read_notation
from app.domain.notation_writing import write_notation
from app.domain.prose import Paragraph, Prose, Run, plain_lines
from app.gui.writing.documents import prose_in
from app.gui.writing.html_reading import prose_from_html
from app.gui.writing.html_writing import html_of

NOTATION_TYPE: Final = "application/x-chancery-notation"
_EMPTY_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE_END: Final = re.compile(r"(?<=[^\W\d_]-)\n[ \t]*(?=[^\W\d_])|[ \t]*(\n)[ \t]*")
_UNHOLDABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")


def copied(cursor: QTextCursor) -> QMimeData:
    """Give what a selection puts on the clipboard."""
    document = QTextDocument()
    QTextCursor(document).insertFragment(QTextDocumentFragment(cursor))
    _give_shapes(cursor, document)
    prose = prose_in(document)
    data = QMimeData()
    data.setData(NOTATION_TYPE, write_notation(prose).encode())
    data.setHtml(html_of(prose))
    data.setText("\n".join(plain_lines(prose)))
    return data


def _give_shapes(cursor: QTextCursor, document: QTextDocument) -> None:
    """Give the first line of a copied stretch its shape where it was copied from its start."""
    first = cursor.document().findBlock(cursor.selectionStart())
    end = first.position() + first.length() - 1
    whole = cursor.selectionStart() == first.position() and cursor.selectionEnd() >= end
    QTextCursor(document).setBlockFormat(first.blockFormat() if whole else QTextBlockFormat())


def pasted(source: QMimeData) -> Prose:
    """Read what is on the clipboard: notation of ours, HTML of others, or plain text."""
    if source.hasFormat(NOTATION_TYPE):
        return read_notation(bytes(source.data(NOTATION_TYPE).data()).decode())
    if source.hasHtml() and (prose := prose_from_html(source.html())):
        return prose
    return from_lines(source.text())


def pasted_plain() -> Prose:
    """Read the words on the clipboard, in paragraphs that empty lines part."""
    return from_broken_lines(QGuiApplication.clipboard().mimeData().text())


def from_lines(text: str) -> Prose:
    """Make a paragraph of every line."""
    return _paragraphs(_plain(text).split("\n"))


def from_broken_lines(text: str) -> Prose:
    """Make a paragraph of the lines between empty ones, as in a text copied from a PDF.

    A line that ends with a hyphen is joined as it is: nobody can tell whether
    the hyphen belongs to the word.
    """
    pieces = _EMPTY_LINES.split(_plain(text).strip("\n"))
    return _paragraphs(_LINE_END.sub(_joint, piece) for piece in pieces)


def _joint(found: re.Match[str]) -> str:
    return " " if found[1] else ""


def _plain(text: str) -> str:
    unified = re.sub("\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    return _UNHOLDABLE.sub("", unified)


def _paragraphs(lines: Iterable[str]) -> Prose:
    return tuple(Paragraph((Run(line.strip()),)) for line in lines if line.strip())
