"""The head of the letter that is shown: number, tag, to whom, and where what was typed stands in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.marking import pieces
from app.domain.searching import Marked
from app.flow.standing import Standing
from app.gui.letters.cells import Cells
from app.gui.letters.columns import Column
from app.gui.letters.lines import LetterLine, LineKind
from app.gui.widgets.buttons import IconButton
from app.gui.widgets.cards import Card
from app.gui.widgets.words import Tag, Words
from app.i18n.catalogues import Catalogue

_DRAFT: Final = N_("Draft")
_TO: Final = N_("To {addressee}")
_TO_DUE: Final = N_("To {addressee} · reply due {day}")
_MORE: Final = N_("More that can be done")


class LetterHead(QWidget):
    """The first lines of the pane."""

    def __init__(self, texts: Catalogue, more: Callable[[], None]) -> None:
        super().__init__()
        self._texts = texts
        self.title, self.tag, self.to = Words("", "title"), Tag(""), Words("", "muted", wraps=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = IconButton("ellipsis", texts.text(_MORE), clicked=more)
        self.excerpt, self._excerpt_words = Card(role="told"), Words("", wraps=True)
        self._excerpt_words.setTextFormat(Qt.TextFormat.RichText)
        self.excerpt.add(self._excerpt_words)
        self.excerpt.hide()
        self._lay_out()

    def show_line(self, line: LetterLine, cells: Cells) -> None:
        """Show whose head it is."""
        tag = cells.tag(line)
        self.title.setText(line.number or self._texts.text(_DRAFT))
        self.tag.show_state(tag.text, tag.mood)
        self.tag.setVisible(line.standing is not Standing.DRAFT)
        self.to.setText(self._said_of(line, cells))

    def show_excerpt(self, excerpt: Marked) -> None:
        """Show where what was typed stands in the letter; nothing where it does not."""
        parts = [f"<b>{_plain(text)}</b>" if marked else _plain(text) for text, marked in pieces(excerpt)]
        self._excerpt_words.setText("".join(parts))
        self.excerpt.setVisible(bool(excerpt.text))

    def _said_of(self, line: LetterLine, cells: Cells) -> str:
        if line.key.kind is LineKind.RESERVED:
            return line.subject
        addressee = cells.text(line, Column.ADDRESSEE)
        if line.due and line.standing not in {Standing.ANSWERED, Standing.VOID}:
            return self._texts.text(_TO_DUE, addressee=addressee, day=cells.day(line.due))
        return self._texts.text(_TO, addressee=addressee) if line.addressee else addressee

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.to)
        column.addWidget(self.excerpt)


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
