"""The footnotes of a text, each with its own small field under the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.languages import is_right_to_left
from app.domain.notation import read_notation
from app.domain.notation_writing import write_notation
from app.domain.prose import Listing, Note, Paragraph, Prose, Quotation
from app.gui.widgets.words import Words
from app.gui.writing.clipboard import pasted
from app.gui.writing.text_field import MARGIN, TextField
from app.i18n.catalogues import Catalogue


@dataclass(frozen=True)
class NoteState:
    """One footnote: its key, its number, and its text in the notation."""

    key: int
    number: int
    text: str


class NoteField(TextField):
    """A field for the words of a footnote; Enter and Esc lead back to the text."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Enter or Esc; leave lists and headings to the text."""
        if event.key() == Qt.Key.Key_Escape or (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        ):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only."""
        self.insert(_plain(pasted(source)))

    def takes_structure(self) -> bool:
        """A footnote has no lists, quotations or headings of its own."""
        return False


class _Row(QWidget):
    """The number of a footnote and its field."""

    def __init__(self, texts: Catalogue) -> None:
        super().__init__()
        self._texts = texts
        self.number, self.field = Words("", "muted"), NoteField()
        self.number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        self.number.setMinimumWidth(18)
        self.number.setContentsMargins(0, MARGIN, 0, 0)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.field, 1)

    def show_note(self, note: NoteState, language: str) -> None:
        """Show a footnote; its number stands where the text begins."""
        right = is_right_to_left(language)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self.number.setText(str(note.number))
        name = self._texts.text(N_("Text of footnote {number}"), number=note.number)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        if write_notation(self.field.prose()) != note.text:
            self.field.put(_plain(read_notation(note.text)), language)


class NotesPanel(QWidget):
    """All footnotes of one text; ``edited`` gives key and new text, ``left`` the one to return to."""

    edited = Signal(int, str)
    left = Signal(int)
    focused = Signal(bool)

    def __init__(self, texts: Catalogue, made: Callable[[TextField], object]) -> None:
        super().__init__()
        self._texts, self._made = texts, made
        self._rows: dict[int, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_notes(self, notes: Sequence[NoteState], language: str) -> None:
        """Show these footnotes in this order; fields that are there already stay."""
        for key in self._rows.keys() - {note.key for note in notes}:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, note in enumerate(notes):
            row = self._rows.get(note.key) or self._new_row(note.key)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_note(note, language)
        self.setVisible(bool(notes))

    def fields(self) -> list[NoteField]:
        """Give the fields in the order of the footnotes."""
        rows = sorted(self._rows.values(), key=self._column.indexOf)
        return [row.field for row in rows]

    def open_note(self, key: int) -> None:
        """Let a footnote be edited."""
        if row := self._rows.get(key):
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, key: int) -> _Row:
        row = self._rows[key] = _Row(self._texts)
        self._made(row.field)
        row.field.edited.connect(lambda: self._on_edited(key))
        row.field.left.connect(lambda: self.left.emit(key))
        row.field.focused.connect(self.focused)
        return row

    def _on_edited(self, key: int) -> None:
        if row := self._rows.get(key):
            self.edited.emit(key, write_notation(_plain(row.field.prose())))


def _plain(prose: Prose) -> Prose:
    """Give the paragraphs of a text without what a footnote cannot hold."""
    found: list[Paragraph] = []
    for part in prose:
        match part:
            case Quotation(parts):
                found += [each for each in _plain(parts) if isinstance(each, Paragraph)]
            case Listing(items=items):
                for item in items:
                    found += [each for each in _plain(item) if isinstance(each, Paragraph)]
            case _:
                found.append(Paragraph(tuple(each for each in part.inlines if not isinstance(each, Note))))
    return tuple(found)
