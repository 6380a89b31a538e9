"""What can be done to the text of a field: each command is one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.domain.prose import ListStyle
from app.domain.prose_lines import Line
from app.gui.writing import shapes
from app.gui.writing.documents import blocks_of, insert_note, note_signs
from app.gui.writing.formats import BREAK_SIGN, NOTE, NOTE_KEY, block_format, char_format, is_bold, shape_of
from app.gui.writing.places import units

Change = Callable[[Sequence[Line]], list[Line]]


@dataclass(frozen=True)
class Standing:
    """What holds where the caret stands, for the toolbar."""

    bold: bool = False
    italic: bool = False
    list: ListStyle | None = None
    quoted: bool = False
    indented: bool = False
    level: int = 0
    may_go_deeper: bool = False
    may_come_out: bool = False


class Commands:
    """The commands of one field."""

    def __init__(self, field: QTextEdit) -> None:
        self._field = field
        self.right_to_left = False
        self._last_note = (0, 0)

    def standing(self) -> Standing:
        """Say what holds where the caret stands."""
        form, block = self._field.currentCharFormat(), self._field.textCursor().block()
        shape = shape_of(block.blockFormat())
        step = shapes.list_of(shape)
        return Standing(
            bold=is_bold(form),
            italic=form.fontItalic(),
            list=step.style if step else None,
            quoted=shapes.is_quoted(shape),
            indented=shape.indented,
            level=shape.level,
            may_go_deeper=shapes.deeper(shape, shape_before(block)) != shape,
            may_come_out=bool(shape.path or shape.indented),
        )

    def toggle_bold(self) -> None:
        """Make the selection, or what is typed next, bold or not."""
        self._toggle(bold=not is_bold(self._field.currentCharFormat()))

    def toggle_italic(self) -> None:
        """Make the selection, or what is typed next, italic or not."""
        self._toggle(italic=not self._field.currentCharFormat().fontItalic())

    def _toggle(self, *, bold: bool | None = None, italic: bool | None = None) -> None:
        form = QTextCharFormat()
        if bold is not None:
            form.setFontWeight(char_format(bold, False).fontWeight())
        if italic is not None:
            form.setFontItalic(italic)
        self._field.mergeCurrentCharFormat(form)

    def toggle_list(self, style: ListStyle) -> None:
        """Make a list of the paragraphs, or no list of it; without a selection of the whole list."""
        blocks = self._blocks()
        if len(blocks) == 1:
            known = list(blocks_of(self._field.document()))
            at = blocks[0].blockNumber()
            run = shapes.neighbours([shape_of(block.blockFormat()) for block in known], at)
            blocks = [known[number] for number in run]
        self._reshape(blocks, lambda lines: shapes.listed(lines, style))

    def toggle_quotation(self) -> None:
        """Make a quotation of the paragraphs, or plain paragraphs of it."""
        self._reshape(self._blocks(), shapes.quoted)

    def toggle_heading(self, level: int) -> None:
        """Make headings of the paragraphs, or plain paragraphs of them."""
        self._reshape(self._blocks(), lambda lines: shapes.headed(lines, level))

    def go_deeper(self) -> None:
        """Set the paragraphs in by one level."""
        blocks = self._blocks()
        before = shape_before(blocks[0])
        self._reshape(blocks, lambda lines: [shapes.deeper(line, before) for line in lines])

    def come_out(self) -> None:
        """Take the paragraphs out by one level."""
        self._reshape(self._blocks(), lambda lines: [shapes.shallower(line) for line in lines])

    def reshape_one(self, block: QTextBlock, shape: Line) -> None:
        """Give one paragraph another shape."""
        self._reshape([block], lambda _lines: [shape])

    def begin_line(self) -> None:
        """Begin a new paragraph at the caret, of the shape that follows."""
        cursor = self._field.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        shape = shape_of(cursor.block().blockFormat())
        look = cursor.charFormat()
        ends = cursor.atBlockEnd()
        following = shapes.following(shape) if ends or not shape.level else shape
        cursor.insertBlock(
            block_format(following, right_to_left=self.right_to_left),
            char_format(is_bold(look) and not shape.level, look.fontItalic()),
        )
        cursor.endEditBlock()
        self._field.setTextCursor(cursor)
        self._field.ensureCursorVisible()

    def break_line(self) -> None:
        """Begin a new line in the paragraph; a heading has only one."""
        cursor = self._field.textCursor()
        if not shape_of(cursor.block().blockFormat()).level:
            cursor.insertText(BREAK_SIGN, self._field.currentCharFormat())
            self._field.ensureCursorVisible()

    def insert_note(self) -> int:
        """Put an empty footnote at the caret; gives its key."""
        cursor = self._field.textCursor()
        cursor.beginEditBlock()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionEnd())
        look = char_format(is_bold(cursor.charFormat()), cursor.charFormat().fontItalic())
        key = insert_note(cursor, "")
        cursor.endEditBlock()
        self._field.setTextCursor(cursor)
        self._field.setCurrentCharFormat(look)
        return key

    def set_note(self, key: int, text: str) -> None:
        """Give a footnote another text; changes to one footnote in a row are one step to undo."""
        document = self._field.document()
        place = next((at for at, form in note_signs(document) if form.intProperty(NOTE_KEY) == key), None)
        if place is None:
            return
        cursor = QTextCursor(document)
        if self._last_note == (key, document.availableUndoSteps()):
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        form = cursor.charFormat()
        form.setProperty(NOTE, text)
        cursor.setCharFormat(form)
        cursor.endEditBlock()
        self._last_note = key, document.availableUndoSteps()

    def go_after_note(self, key: int) -> None:
        """Put the caret after a footnote's sign."""
        for place, form in note_signs(self._field.document()):
            if form.intProperty(NOTE_KEY) == key:
                cursor = self._field.textCursor()
                cursor.setPosition(place + 1)
                self._field.setTextCursor(cursor)

    def _blocks(self) -> list[QTextBlock]:
        cursor, document = self._field.textCursor(), self._field.document()
        block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        found = [block]
        while found[-1] != last:
            found.append(found[-1].next())
        return found

    def _reshape(self, blocks: Sequence[QTextBlock], change: Change) -> None:
        before = [shape_of(block.blockFormat()) for block in blocks]
        cursor = QTextCursor(self._field.document())
        cursor.beginEditBlock()
        for block, old, new in zip(blocks, before, change(before), strict=True):
            if old != new:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(block_format(new, right_to_left=self.right_to_left))
                if new.level:
                    _put_on_one_line(block)
        cursor.endEditBlock()


def _put_on_one_line(block: QTextBlock) -> None:
    cursor, text = QTextCursor(block), block.text()
    for place, sign in enumerate(text):
        if sign == BREAK_SIGN:
            begin = block.position() + units(text, place)
            cursor.setPosition(begin)
            cursor.setPosition(begin + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(" ", cursor.charFormat())


def shape_before(block: QTextBlock) -> Line | None:
    """Give the shape of the paragraph before one."""
    before = block.previous()
    return shape_of(before.blockFormat()) if before.isValid() else None
