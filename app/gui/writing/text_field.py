"""The field that a block's text is written in: rich text by keys and paste, as tall as its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.domain.languages import is_right_to_left
from app.domain.prose import Prose
from app.domain.prose_lines import Line, lines_of
from app.gui.writing import shapes
from app.gui.writing.clipboard import copied, pasted, pasted_plain
from app.gui.writing.commands import Commands, shape_before
from app.gui.writing.documents import blocks_of, insert_lines, note_signs, prose_in, put_prose
from app.gui.writing.formats import INDENT_WIDTH, NOTE_KEY, NOTE_OBJECT, shape_of
from app.gui.writing.keys import ENTER, HELD, keys_of
from app.gui.writing.markers import WORDS, markers
from app.gui.writing.painting import NoteSign, paint_bars, paint_marker

MARGIN: Final = 2


class TextField(QTextEdit):
    """A rich text field without a frame of its own; ``put`` and ``prose`` are its text.

    ``edited`` follows every change that a person makes. ``note_wanted`` names a
    footnote that is to be edited, ``word_menu_wanted`` asks for the menu of
    the word at the caret.
    """

    edited = Signal()
    focused = Signal(bool)
    note_wanted = Signal(int)
    word_menu_wanted = Signal()
    slash_typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.commands = Commands(self)
        self.taken_first: Callable[[QKeyEvent], bool] = lambda _event: False
        self.marker_words: tuple[str, ...] = WORDS
        self._numbers: dict[int, int] = {}
        self._shown: tuple[int, list[Line], list[str]] = (-1, [], [])
        self._formatted, self.is_typing = False, False
        self._untold = 0
        self._set_up()
        self._sign = NoteSign(self.document(), lambda key: self._numbers.get(key, 0))
        self.document().documentLayout().registerHandler(NOTE_OBJECT, self._sign)
        self._keys = keys_of(self)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "writing")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setIndentWidth(INDENT_WIDTH)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.document().contentsChanged.connect(self._on_contents_changed)

    def put(self, prose: Prose, language: str) -> None:
        """Show a text in a language; what was done before cannot be undone afterwards."""
        self.commands.right_to_left = is_right_to_left(language)
        with self.untold():
            put_prose(self.document(), prose, right_to_left=self.commands.right_to_left)
        self.is_typing = False
        self._count_notes()
        self.moveCursor(QTextCursor.MoveOperation.End)

    @contextmanager
    def untold(self) -> Iterator[None]:
        """Let what happens meanwhile be no edit: a document that is drawn differently says it has changed."""
        self._untold += 1
        try:
            yield
        finally:
            self._untold -= 1

    def prose(self) -> Prose:
        """Give the text as it stands."""
        return prose_in(self.document())

    def insert(self, prose: Prose) -> None:
        """Insert a text at the caret, in place of the selection."""
        cursor = self.textCursor()
        insert_lines(cursor, lines_of(prose), right_to_left=self.commands.right_to_left)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def note_numbers(self) -> dict[int, int]:
        """Give the number of every footnote by its key."""
        return dict(self._numbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the commands have their keys, and begin lists as they are typed."""
        after_list, self._formatted = self._formatted, False
        self.is_typing = bool(event.text())
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif self.taken_first(event) or self._takes(event, after_list=after_list):
            event.accept()
        else:
            super().keyPressEvent(event)
            self._after(event)

    def _takes(self, event: QKeyEvent, *, after_list: bool) -> bool:
        if command := self._keys.get(event.keyCombination()):
            command()
            return True
        if event.key() in ENTER and not event.modifiers() & HELD:
            return self._on_enter()
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            return self._on_backspace(after_list=after_list)
        return False

    def _after(self, event: QKeyEvent) -> None:
        if event.text() == " " and self.takes_structure():
            self._formatted = self._begins_list()
        elif event.text() == "/":
            self.slash_typed.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is nothing to undo in here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if (event.matches(undo) and not self.document().isUndoAvailable()) or (
                event.matches(redo) and not self.document().isRedoAvailable()
            ):
                event.ignore()
                return True
            if event.keyCombination() in self._keys:
                event.accept()
                return True
        return super().event(event)

    def takes_structure(self) -> bool:
        """Say whether the field takes lists, quotations, headings and footnotes."""
        return True

    def _on_enter(self) -> bool:
        block = self.textCursor().block()
        empty = not block.text() and shapes.after_enter_on_nothing(shape_of(block.blockFormat()))
        if empty:
            self.commands.reshape_one(block, empty)
        else:
            self.commands.begin_line()
        return True

    def _on_backspace(self, *, after_list: bool) -> bool:
        cursor = self.textCursor()
        if after_list:
            self.undo()
            return True
        if cursor.hasSelection() or not cursor.atBlockStart():
            return False
        block = cursor.block()
        shape = shapes.after_backspace_at_start(shape_of(block.blockFormat()), shape_before(block))
        if shape is None:
            return False
        self.commands.reshape_one(block, shape)
        return True

    def _begins_list(self) -> bool:
        """Make an item of a line that begins like one; Backspace or undo gives the signs back."""
        cursor = self.textCursor()
        block = cursor.block()
        typed = block.text()[: cursor.positionInBlock() - 1]
        style, shape = shapes.started_list(typed), shape_of(block.blockFormat())
        if style is None or shapes.list_of(shape) or shape.level:
            return False
        cursor.beginEditBlock()
        cursor.setPosition(block.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.commands.reshape_one(block, shapes.listed([shape], style)[0])
        cursor.endEditBlock()
        return True

    def add_note(self) -> None:
        """Put a footnote at the caret and ask for its text; beside one, ask for that one's."""
        here = self.textCursor().position()
        near = [form for place, form in note_signs(self.document()) if here - place in {0, 1}]
        self.note_wanted.emit(near[0].intProperty(NOTE_KEY) if near else self.commands.insert_note())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret somewhere else: no word is being typed then."""
        self.is_typing = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a footnote that is clicked at."""
        super().mouseReleaseEvent(event)
        at = self.document().documentLayout().hitTest(event.position(), Qt.HitTestAccuracy.ExactHit)
        for place, form in note_signs(self.document()):
            if place == at and not self.textCursor().hasSelection():
                self.note_wanted.emit(form.intProperty(NOTE_KEY))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection as notation, as HTML and as plain text."""
        return copied(self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take any text."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what the field can hold of a text, and nothing else."""
        self.insert(pasted(source))

    def paste_plain(self) -> None:
        """Paste words only; lines that were broken to fit a page are put together again."""
        self.insert(pasted_plain())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the field has the focus."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field has lost the focus."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and what stands in its margin."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._sign.colour = self.palette().color(QPalette.ColorRole.Link)
        painter.setFont(self.document().defaultFont())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        bar = self.palette().color(QPalette.ColorRole.Mid)
        for block, shape, marker in self._margin_in(event.rect()):
            if marker:
                paint_marker(painter, block, marker)
            paint_bars(painter, block, shape, bar)

    def _margin_in(self, box: QRect) -> Iterator[tuple[QTextBlock, Line, str]]:
        """Give what stands in the margin of the lines in a part of the field."""
        lines, signs = self._shown_lines()
        block = self.cursorForPosition(box.topLeft()).block()
        while block.isValid() and block.layout().position().y() <= box.bottom():
            number = block.blockNumber()
            if lines[number].path:
                yield block, lines[number], signs[number]
            block = block.next()

    def _shown_lines(self) -> tuple[list[Line], list[str]]:
        revision = self.document().revision()
        if self._shown[0] != revision:
            lines = [shape_of(block.blockFormat()) for block in blocks_of(self.document())]
            self._shown = revision, lines, markers(lines, self.marker_words)
        return self._shown[1:]

    def _on_contents_changed(self) -> None:
        if not self._untold:
            self._count_notes()
            self.edited.emit()

    def _count_notes(self) -> None:
        signs = [form.intProperty(NOTE_KEY) for _place, form in note_signs(self.document())]
        self._numbers = {key: number for number, key in enumerate(signs, start=1)}

    def _on_size_changed(self, size: QSizeF) -> None:
        self.setFixedHeight(max(ceil(size.height()), self.fontMetrics().height() + 2 * MARGIN))
