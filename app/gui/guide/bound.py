"""Fields that edit one place of the letter, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.flow.fields import title_of_field
from app.flow.filling import fill
from app.flow.places import NoSuchPlace, value_at
from app.gui.guide.page import PLACE
from app.gui.guide.steps.letter_fields import LINES
from app.gui.widgets.editors import AreaEditor, LineEditor
from app.gui.widgets.fields import Field

if TYPE_CHECKING:
    from app.gui.guide.presenter import GuidePresenter


class LetterField(Field[Any]):
    """A text of the letter in a line; it follows undo, and says at each key what was typed."""

    def __init__(
        self,
        guide: GuidePresenter,
        place: str,
        *,
        label: str = "",
        hint: str = "",
        placeholder: str = "",
        lines: int = 1,
    ) -> None:
        say = guide.texts.text
        editor: LineEditor | AreaEditor = (
            LineEditor(placeholder=placeholder)
            if lines == 1
            else AreaEditor(placeholder=placeholder, lines=lines)
        )
        super().__init__(say(label or title_of_field(place)), editor, hint=hint)
        self._guide, self.place = guide, ""
        self.bind(place)
        if isinstance(editor, LineEditor):
            editor.textEdited.connect(self._on_edited)
        else:
            editor.textChanged.connect(self._on_edited)

    def bind(self, place: str) -> None:
        """Edit another place from now on: a card has come to another number."""
        self.place = place
        self.editor.setProperty(PLACE, place)

    def show_letter(self) -> None:
        """Show what the letter says; an editor that says the same is left alone."""
        try:
            value = self.worded(value_at(self._guide.letter, self.place))
        except NoSuchPlace:
            return
        if self.value_of(self.written()) != self.value_of(value):
            self._write(value)

    def take(self, text: str) -> None:
        """Put a text into the letter as if it had been typed."""
        self._guide.do(fill(self.place, self.value_of(text)))
        self.editor.setFocus()

    def written(self) -> str:
        """Give what stands in the editor, spaces and all."""
        text: str = self.editor.text() if isinstance(self.editor, LineEditor) else self.editor.toPlainText()
        return text

    def worded(self, value: object) -> str:
        """Put a value of the letter as it stands in the editor."""
        return str(value)

    def value_of(self, text: str) -> object:
        """Give the value of the letter that a text stands for."""
        return text.strip()

    def _write(self, text: str) -> None:
        self.editor.blockSignals(True)
        if isinstance(self.editor, LineEditor):
            self.editor.setText(text)
            self.editor.setCursorPosition(len(text) if self.editor.hasFocus() else 0)
        else:
            self.editor.setPlainText(text)
        self.editor.blockSignals(False)

    def _on_edited(self) -> None:
        self._guide.do(fill(self.place, self.value_of(self.written())))


class LinesField(LetterField):
    """Several lines of the letter, one to a line: an address, offices."""

    def worded(self, value: object) -> str:
        """Put the lines one under the other."""
        return LINES.shown(value)

    def value_of(self, text: str) -> object:
        """Give the lines, without empty ones."""
        return LINES.read(text)
