"""Puts lines into a text document and reads them back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from app.domain.notation import read_notation
from app.domain.notation_writing import write_notation
from app.domain.prose import Inline, LineBreak, Note, Paragraph, Prose, Run
from app.domain.prose_lines import Line, lines_of, prose_of
from app.gui.writing.formats import (
    BREAK_SIGN,
    NOTE,
    NOTE_SIGN,
    block_format,
    char_format,
    is_bold,
    is_note,
    note_format,
    shape_of,
)

_KEYS: Final = count(1)
_UNWANTED: Final = {ord(sign): None for sign in "\u2029\ufdd0\ufdd1\n\r\v\f\0"} | {ord(BREAK_SIGN): " "}


def lines_in(document: QTextDocument) -> list[Line]:
    """Read all lines of a document."""
    return [line_of(block) for block in blocks_of(document)]


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Give the blocks of a document in their order."""
    block = document.firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def line_of(block: QTextBlock) -> Line:
    """Read one line."""
    shape = shape_of(block.blockFormat())
    return Line(tuple(_inlines(block, in_heading=bool(shape.level))), shape.path, shape.level, shape.indented)


def prose_in(document: QTextDocument) -> Prose:
    """Read the text of a document."""
    return prose_of(lines_in(document))


def _inlines(block: QTextBlock, *, in_heading: bool) -> Iterator[Inline]:
    """Give what a line holds; a heading has no line breaks."""
    run = Run("")
    for piece in _pieces(block):
        inline = Run(" ", run.bold, run.italic) if in_heading and isinstance(piece, LineBreak) else piece
        if isinstance(inline, Run) and (inline.bold, inline.italic) == (run.bold, run.italic):
            run = Run(run.text + inline.text, run.bold, run.italic)
            continue
        if run.text:
            yield run
        run = inline if isinstance(inline, Run) else Run("")
        if not isinstance(inline, Run):
            yield inline
    if run.text:
        yield run


def _pieces(block: QTextBlock) -> Iterator[Inline]:
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        text, form = fragment.text(), fragment.charFormat()
        if is_note(form):
            yield from (note_from(form.stringProperty(NOTE)) for _sign in text)
        else:
            yield from _runs(text, is_bold(form), form.fontItalic())
        it += 1


def _runs(text: str, bold: bool, italic: bool) -> Iterator[Inline]:
    for number, piece in enumerate(text.split(BREAK_SIGN)):
        if number:
            yield LineBreak()
        if piece:
            yield Run(piece, bold, italic)


def note_from(text: str) -> Note:
    """Read a footnote from its notation."""
    return Note(tuple(part for part in read_notation(text) if isinstance(part, Paragraph)))


def note_text(note: Note) -> str:
    """Write a footnote in the notation."""
    return write_notation(note.paragraphs)


def put(document: QTextDocument, lines: Sequence[Line], *, right_to_left: bool = False) -> None:
    """Let a document hold these lines and nothing else; there is nothing to undo afterwards."""
    kept = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, line in enumerate(lines or [Line()]):
        form = block_format(line, right_to_left=right_to_left)
        if number:
            cursor.insertBlock(form, char_format(False, False))
        else:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(char_format(False, False))
        insert_inlines(cursor, line.inlines)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(kept)
    document.setModified(False)


def put_prose(document: QTextDocument, prose: Prose, *, right_to_left: bool = False) -> None:
    """Let a document hold a text."""
    put(document, lines_of(prose), right_to_left=right_to_left)


def insert_inlines(cursor: QTextCursor, inlines: Sequence[Inline]) -> None:
    """Insert words, line breaks and footnotes at a cursor."""
    for inline in inlines:
        match inline:
            case Run(text, bold, italic):
                cursor.insertText(text.translate(_UNWANTED), char_format(bold, italic))
            case LineBreak():
                cursor.insertText(BREAK_SIGN, char_format(False, False))
            case Note():
                insert_note(cursor, note_text(inline))


def insert_note(cursor: QTextCursor, text: str) -> int:
    """Insert the sign of a footnote; gives its key."""
    key = next(_KEYS)
    cursor.insertText(NOTE_SIGN, note_format(text, key))
    return key


def note_signs(document: QTextDocument) -> Iterator[tuple[int, QTextCharFormat]]:
    """Give the place and the format of every footnote's sign, in the order of the text."""
    for block in blocks_of(document):
        text = block.text()
        if NOTE_SIGN in text:
            yield from _signs_in(block)


def _signs_in(block: QTextBlock) -> Iterator[tuple[int, QTextCharFormat]]:
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        form = fragment.charFormat()
        if is_note(form):
            yield from ((fragment.position() + n, form) for n in range(fragment.length()))
        it += 1


def insert_lines(cursor: QTextCursor, lines: Sequence[Line], *, right_to_left: bool = False) -> None:
    """Insert lines at a cursor: the first goes on where it stands, unless that line is empty."""
    if not lines:
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    here = shape_of(cursor.block().blockFormat())
    if not cursor.block().text() and not here.path:
        cursor.setBlockFormat(block_format(lines[0], right_to_left=right_to_left))
    insert_inlines(cursor, lines[0].inlines)
    for line in lines[1:]:
        cursor.insertBlock(block_format(line, right_to_left=right_to_left), char_format(False, False))
        insert_inlines(cursor, line.inlines)
    cursor.setCharFormat(char_format(False, False))
    cursor.endEditBlock()
