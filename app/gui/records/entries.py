"""Declared forms: rows of places with their words become fields that tell what is written in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import NotADate, PartialDate
from app.gui.records.places import lines
from app.gui.widgets.editors import AreaEditor, ChoiceEditor, DateEditor, LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.ticks import Tick
from app.i18n.catalogues import Catalogue

Value = Callable[[str], object]


@dataclass(frozen=True)
class Entry:
    """A field: its place, its words, and how it is edited.

    ``lines`` above one make an area; ``choices`` are values with their words, put into
    the language of the screen by whoever declares them.
    """

    place: str
    label: str
    hint: str = ""
    lines: int = 1
    is_date: bool = False
    is_tick: bool = False
    choices: Sequence[tuple[object, str]] = ()


Rows = Sequence[Entry | tuple[Entry, ...]]
_UNDO: Final = QKeySequence.StandardKey.Undo
_REDO: Final = QKeySequence.StandardKey.Redo


class Entries(QWidget):
    """Fields for a table of entries; a tuple of them stands in one line.

    ``written`` tells a place and its value while one types, ``left`` that a place was
    left. A wrong date is shown and not told. ``undo_wanted`` comes where an editor has
    nothing of its own to take back.
    """

    written = Signal(str, object)
    left = Signal(str)
    undo_wanted = Signal(bool)

    def __init__(self, rows: Rows, texts: Catalogue) -> None:
        super().__init__()
        self._texts = texts
        self.fields: dict[str, QWidget] = {}
        self.editors: dict[str, QWidget] = {}
        self._declared: dict[str, Entry] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in rows:
            self._add_row(column, row if isinstance(row, tuple) else (row,))

    def show_values(self, value: Value) -> None:
        """Show the value of every place; an editor that holds the same is left alone."""
        for place, editor in self.editors.items():
            with QSignalBlocker(editor):
                _show(editor, value(place))
            field = self.fields.get(place)
            if isinstance(field, Field) and not editor.hasFocus():
                field.show_error("")

    def offer(self, place: str, choices: Sequence[tuple[object, str]], value: object) -> None:
        """Offer other choices at a place."""
        editor = self.editors[place]
        if isinstance(editor, ChoiceEditor):
            with QSignalBlocker(editor):
                editor.offer(choices, value)

    def values(self) -> Mapping[str, object]:
        """Give what is written at every place."""
        return {place: _value(editor) for place, editor in self.editors.items()}

    def error(self, place: str) -> str:
        """Give what is wrong at a place, in words."""
        field = self.fields[place]
        return field.error if isinstance(field, Field) else ""

    def first_focus(self) -> None:
        """Begin in the first field."""
        next(iter(self.editors.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z go further than the editor's own changes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back, again = event.matches(_UNDO), event.matches(_REDO)
            if (back or again) and not _has_own(watched, back=back):
                self.undo_wanted.emit(back)
                return True
        return super().eventFilter(watched, event)

    def _add_row(self, column: QVBoxLayout, entries: tuple[Entry, ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for entry in entries:
            row.addWidget(self._field(entry), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _field(self, entry: Entry) -> QWidget:
        editor = self._editor(entry)
        editor.installEventFilter(self)
        self.editors[entry.place], self._declared[entry.place] = editor, entry
        if entry.is_tick:
            self.fields[entry.place] = editor
            return editor
        say = self._texts.text
        check = self._date_check(editor) if isinstance(editor, DateEditor) else None
        field = Field(say(entry.label), editor, hint=say(entry.hint) if entry.hint else "", check=check)
        field.left.connect(lambda: self.left.emit(entry.place))
        self.fields[entry.place] = field
        return field

    def _editor(self, entry: Entry) -> QWidget:
        editor = _made(entry, self._texts)
        if isinstance(editor, AreaEditor):
            editor.textChanged.connect(lambda: self._tell(entry.place))
        elif isinstance(editor, LineEditor):
            editor.textEdited.connect(lambda _text: self._tell(entry.place))
        elif isinstance(editor, ChoiceEditor):
            editor.chosen.connect(lambda _value: self._tell_at_once(entry.place))
        elif isinstance(editor, Tick):
            editor.clicked.connect(lambda _on: self._tell_at_once(entry.place))
        return editor

    def _tell(self, place: str) -> None:
        editor = self.editors[place]
        if not isinstance(editor, DateEditor) or editor.is_date():
            self.written.emit(place, _value(editor))

    def _tell_at_once(self, place: str) -> None:
        self._tell(place)
        self.left.emit(place)

    def _date_check(self, editor: DateEditor) -> Callable[[], str]:
        def check() -> str:
            try:
                editor.day()
            except NotADate as error:
                return self._texts.said(error.sentence)
            return ""

        return check


def _made(entry: Entry, texts: Catalogue) -> QWidget:
    if entry.is_tick:
        return Tick(texts.text(entry.label))
    if entry.is_date:
        return DateEditor()
    if entry.choices:
        return ChoiceEditor(entry.choices)
    return AreaEditor(lines=entry.lines) if entry.lines > 1 else LineEditor()


def _show(editor: QWidget, value: object) -> None:
    if isinstance(editor, Tick):
        editor.setChecked(bool(value))
    elif isinstance(editor, ChoiceEditor):
        editor.set_value(value)
    elif isinstance(editor, AreaEditor):
        text = _text(value)
        same = lines(editor.value()) == value if isinstance(value, tuple) else editor.value() == text
        if not same:
            editor.setPlainText(text)
    elif isinstance(editor, LineEditor) and not _is_half_written(editor):
        text = _text(value)
        if editor.value() != text:
            editor.setText(text)


def _is_half_written(editor: LineEditor) -> bool:
    return isinstance(editor, DateEditor) and editor.hasFocus() and not editor.is_date()


def _text(value: object) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _value(editor: QWidget) -> object:
    if isinstance(editor, Tick):
        return editor.isChecked()
    if isinstance(editor, DateEditor):
        return _day(editor)
    if isinstance(editor, LineEditor | AreaEditor | ChoiceEditor):
        return editor.value()
    return None


def _day(editor: DateEditor) -> str:
    return str(PartialDate.parse(editor.value())) if editor.value() and editor.is_date() else ""


def _has_own(editor: object, *, back: bool) -> bool:
    """Say whether an editor can take back, or do again, something that was typed in it."""
    if isinstance(editor, LineEditor):
        return editor.isUndoAvailable() if back else editor.isRedoAvailable()
    if isinstance(editor, AreaEditor):
        history = editor.document()
        return history.isUndoAvailable() if back else history.isRedoAvailable()
    return False
