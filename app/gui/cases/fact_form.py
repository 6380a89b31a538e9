"""One fact as a form, for a case and for the guide."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case_files import CaseFact
from app.domain.errors import N_
from app.gui.cases.form_rows import fact_rows
from app.gui.records.entries import Entries
from app.gui.records.places import value_at, with_value
from app.gui.widgets.words import Picture, Words
from app.i18n.catalogues import Catalogue

_HIDDEN = N_("This fact stays in the office.")


class FactForm(QWidget):
    """Asks for date, text, actor, place, source and how sure it is; a lock shows what is confidential."""

    changed = Signal()
    left = Signal()
    undo_wanted = Signal(bool)

    def __init__(self, texts: Catalogue, fact: CaseFact, language: str) -> None:
        super().__init__()
        self._fact, self._language = fact, language
        self.entries = Entries(fact_rows(texts), texts)
        self._lock = QWidget()
        row = QHBoxLayout(self._lock)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Picture("lock", size=16, role=QPalette.ColorRole.BrightText))
        row.addWidget(Words(texts.text(_HIDDEN), "error"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.entries)
        column.addWidget(self._lock)
        self.show_fact(fact, language)
        self.entries.written.connect(self._on_written)
        self.entries.left.connect(lambda _place: self.left.emit())
        self.entries.undo_wanted.connect(self.undo_wanted)

    def fact(self) -> CaseFact:
        """Give the fact as it is written."""
        return self._fact

    def show_fact(self, fact: CaseFact, language: str) -> None:
        """Show a fact in a language."""
        self._fact, self._language = fact, language
        self.entries.show_values(lambda place: value_at(fact, place, language))
        self._lock.setVisible(fact.confidential)

    def first_focus(self) -> None:
        """Begin with the date."""
        self.entries.first_focus()

    def _on_written(self, place: str, value: object) -> None:
        self._fact = with_value(self._fact, place, self._language, value)
        self._lock.setVisible(self._fact.confidential)
        self.changed.emit()
