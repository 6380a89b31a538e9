"""Page headers: the title, a muted note, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.gui.widgets.words import ShortWords, Words


class PageHeader(QWidget):
    """The first line of a page; its actions stand at the trailing end."""

    def __init__(self, title: str, note: str = "", actions: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._title, self._note = Words(title, "title"), ShortWords(note, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self._note, 1)
        for action in actions:
            row.addWidget(action)

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def show_note(self, note: str) -> None:
        """Show another note."""
        self._note.say(note)
