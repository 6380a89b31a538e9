"""What every section of the settings is: a column that saves by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from app.gui.desktop import Desktop
from app.gui.widgets.cards import Card
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.words import Words


class Section(ScrollForm):
    """One section: its title, a note, and its cards."""

    def __init__(self, desktop: Desktop, title: str, note: str = "") -> None:
        super().__init__()
        self.desktop, self.say = desktop, desktop.texts.text
        self.add(Words(self.say(title), "title", wraps=True))
        if note:
            self.add(Words(self.say(note), "muted", wraps=True))

    def card(self, heading: str, *widgets: QWidget, note: str = "") -> Card:
        """Add a card with a heading, a note and what belongs together."""
        card = Card(self.say(heading) if heading else "")
        if note:
            card.add(Words(self.say(note), "muted", wraps=True))
        card.add(*widgets)
        self.add(card)
        return card

    def enter(self) -> None:
        """Set the focus on the first control."""
        controls = (each for each in self.findChildren(QWidget) if can_be_entered(each))
        first = next(controls, None)
        if first:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> None:
        """Keep what is not kept yet."""

    def show_subject(self, subject: object) -> None:
        """Show one thing of the section: a sender, a series."""


def can_be_entered(widget: QWidget) -> bool:
    """Say whether Tab would stop at a control."""
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isEnabled() and widget.isVisible()


def show_rows(rows: RowList, shown: Sequence[Row]) -> None:
    """Show other rows in a list as high as they are; it does not say that another is current."""
    with QSignalBlocker(rows):
        rows.show_rows(shown)
    fit_rows(rows)


def fit_rows(rows: RowList, most: int = 8) -> None:
    """Make a list as high as its rows, up to so many."""
    count = min(rows.rows.rowCount(), most)
    rows.setFixedHeight(sum(rows.sizeHintForRow(at) for at in range(count)) + 2 * rows.frameWidth() + 4)
