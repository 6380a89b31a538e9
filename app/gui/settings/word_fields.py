"""Fields declared as rows: what each is called, how many lines it has, what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.widgets.editors import AreaEditor, LineEditor
from app.gui.widgets.fields import Field
from app.i18n.catalogues import Catalogue

Check = Callable[[str], str]


@dataclass(frozen=True)
class FieldRow:
    """One field: the place whose text it holds, its words, hint and lines; ``beside`` keeps it in the row."""

    place: str
    words: str
    hint: str = ""
    lines: int = 1
    beside: bool = False


class WordFields(QWidget):
    """Says ``changed(place, text)`` when a person leaves a field in which something else stands."""

    changed = Signal(str, str)
    typed = Signal()

    def __init__(
        self, texts: Catalogue, rows: Sequence[FieldRow], checks: Mapping[str, Check] | None = None
    ) -> None:
        super().__init__()
        self._checks = checks or {}
        self._kept = {row.place: "" for row in rows}
        self.fields: dict[str, Field[LineEditor | AreaEditor]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        for row in rows:
            if not row.beside:
                line = QHBoxLayout()
                line.setSpacing(12)
                column.addLayout(line)
            self.fields[row.place] = self._field(texts, row)
            line.addWidget(self.fields[row.place], 1)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what is kept; what a person is writing at the moment is left alone."""
        for place, field in self.fields.items():
            text = values.get(place, "")
            half_written = field.editor.hasFocus() and field.editor.value() != self._kept[place]
            self._kept[place] = text
            if not half_written and field.editor.value() != text:
                self._set(place, text)

    def values(self) -> dict[str, str]:
        """Give what stands in the fields now."""
        return {place: field.editor.value() for place, field in self.fields.items()}

    def save(self) -> None:
        """Say of every field that differs from what is kept."""
        for place in self.fields:
            self._on_left(place)

    def _set(self, place: str, text: str) -> None:
        editor = self.fields[place].editor
        with QSignalBlocker(editor):
            if isinstance(editor, LineEditor):
                editor.setText(text)
            else:
                editor.setPlainText(text)
        self.fields[place].show_error("")

    def _field(self, texts: Catalogue, row: FieldRow) -> Field[LineEditor | AreaEditor]:
        editor = AreaEditor(lines=row.lines) if row.lines > 1 else LineEditor()
        field = Field(
            texts.text(row.words),
            editor,
            hint=texts.text(row.hint),
            check=lambda: self._wrong(row.place),
        )
        editor.textChanged.connect(lambda *_text: self.typed.emit())
        editor.left.connect(lambda: self._on_left(row.place))
        if isinstance(editor, LineEditor):
            editor.returnPressed.connect(lambda: self._on_left(row.place))
        return field

    def _wrong(self, place: str) -> str:
        check = self._checks.get(place)
        return check(self.fields[place].editor.value()) if check else ""

    def _on_left(self, place: str) -> None:
        text = self.fields[place].editor.value()
        if text != self._kept[place] and not self._wrong(place):
            self._kept[place] = text
            self.changed.emit(place, text)
