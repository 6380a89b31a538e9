"""An entry of the address book to read: how letters address it, what is known, what went there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import N_, ChanceryError
from app.gui.letters.lines import LineKey, LineKind
from app.gui.recipients.presenter import Entry, RecipientsPresenter
from app.gui.recipients.printed_card import PrintedCard
from app.gui.recipients.reading import Reading, has_name
from app.gui.records.link_rows import LinkRows
from app.gui.records.naming import written
from app.gui.records.told import Told
from app.gui.widgets.cards import Card
from app.gui.widgets.rows import Row
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.domain.searching import Listed
    from app.gui.desktop import Desktop

_NAMES: Final = N_("Names")
_KNOWN: Final = N_("What is known")
_LETTERS: Final = N_("Letters to this recipient")
_NO_LETTERS: Final = N_("No registered letter went there yet.")


class ReadView(QWidget):
    """Cards one under the other. ``opened`` gives the key of another entry."""

    opened = Signal(str)
    language_chosen = Signal(str)
    confirmed = Signal(str)

    def __init__(self, desktop: Desktop, presenter: RecipientsPresenter) -> None:
        super().__init__()
        self._desktop, self._presenter, self._key = desktop, presenter, ""
        self._reading = Reading(presenter)
        say, theme = desktop.texts.text, desktop.theme
        self.printed = PrintedCard(desktop.texts)
        self.names, self.known = Told(), Told()
        self._names_card, self._known_card, self.linked_card = Card(say(_NAMES)), Card(say(_KNOWN)), Card()
        self._linked_heading = Words("", "heading", wraps=True)
        self.linked = LinkRows(theme, say(_KNOWN))
        self.letters = LinkRows(theme, say(_LETTERS))
        self._no_letters = Words(say(_NO_LETTERS), "muted", wraps=True)
        self._lay_out(say(_LETTERS))
        self.printed.language_chosen.connect(self.language_chosen)
        self.printed.confirmed.connect(self.confirmed)
        self.linked.chosen.connect(lambda key: self.opened.emit(str(key)))
        self.letters.chosen.connect(lambda key: desktop.going.to("letters", key))

    def show_entry(self, entry: Entry, language: str, languages: tuple[str, ...]) -> None:
        """Show an entry; its letters follow as soon as they are found."""
        self.printed.bar.show_languages(languages, lambda tag: has_name(entry, tag), language)
        try:
            self.printed.show_printed(self._presenter.printed(entry.key, language), language)
        except ChanceryError as error:
            self._desktop.asking.trouble(error)
        self.names.show_lines(self._reading.names(entry))
        self.known.show_lines(self._reading.told(entry))
        self._names_card.setVisible(bool(self.names.lines))
        self._known_card.setVisible(bool(self.known.lines))
        self._show_linked(entry)
        if entry.key != self._key:
            self._on_letters(())
        self._key = entry.key
        self._desktop.jobs.run_newest(
            "letters of a recipient", lambda: self._presenter.letters(entry), self._on_letters
        )

    def _show_linked(self, entry: Entry) -> None:
        heading, rows = self._reading.linked(entry)
        self._linked_heading.setText(heading)
        self.linked.setAccessibleName(heading)
        self.linked.show_rows(rows)
        self.linked_card.setVisible(bool(rows))

    def _on_letters(self, letters: Sequence[Listed]) -> None:
        self._no_letters.setVisible(not letters)
        self.letters.show_rows([self._row(one) for one in letters])

    def _row(self, one: Listed) -> Row:
        day = written(one.registered_on.isoformat(), self._desktop.texts.language)
        said = " · ".join(part for part in (one.number, day) if part)
        return Row(LineKey(LineKind.ENTRY, one.sequence), one.subject or one.addressee, said, icon="mail")

    def _lay_out(self, letters: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(16)
        self._names_card.add(self.names)
        self._known_card.add(self.known)
        self.linked_card.add(self._linked_heading, self.linked)
        card = Card(letters)
        card.add(self._no_letters, self.letters)
        for each in (self.printed, self.linked_card, self._names_card, self._known_card, card):
            column.addWidget(each)
