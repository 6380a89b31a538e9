"""The short form: a new legal reference, typed as lawyers cite, or of a kind to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_, ChanceryError
from app.flow.citation_kinds import KIND_TITLES, CitationKind
from app.gui.law.presenter import LawPresenter
from app.gui.widgets.buttons import PrimaryButton, SecondaryButton
from app.gui.widgets.editors import ChoiceEditor, LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_HEADING: Final = N_("New legal reference")
_NAME: Final = N_("As you cite it")
_HINT: Final = N_("ICCPR 22, C87, UDHR 23(4), HRC 24/5, A/HRC/29/25 34; or any title.")
_KIND: Final = N_("Kind")
_ADD, _CANCEL = N_("Add the reference"), N_("Cancel")
_NOTHING: Final = N_("Write what is cited.")


class ShortReferenceForm(QWidget):
    """Asks for a reference and keeps it."""

    made_key = Signal(str)
    cancelled = Signal()

    def __init__(self, desktop: Desktop, presenter: LawPresenter, typed: str, language: str) -> None:
        super().__init__()
        self._desktop, self._presenter, self._language = desktop, presenter, language
        say = desktop.texts.text
        self.name = Field(say(_NAME), LineEditor(typed), hint=say(_HINT))
        self.kind = ChoiceEditor([(kind, say(words)) for kind, words in KIND_TITLES.items()])
        self.add_button = PrimaryButton(say(_ADD), clicked=self.keep)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        row.addStretch()
        row.addWidget(SecondaryButton(say(_CANCEL), clicked=self.cancelled.emit))
        row.addWidget(self.add_button)
        for each in (Words(say(_HEADING), "title", wraps=True), self.name, Field(say(_KIND), self.kind)):
            column.addWidget(each)
        column.addLayout(row)
        self.name.editor.textChanged.connect(self._on_typed)
        self.name.editor.returnPressed.connect(self.keep)
        self._on_typed(typed)

    def first_focus(self) -> None:
        """Begin at the name."""
        self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the reference, or say what is missing."""
        typed = self.name.editor.value()
        if not typed:
            self.name.show_error(self._desktop.texts.text(_NOTHING))
            self.first_focus()
            return
        kind = self.kind.value()
        chosen = kind if isinstance(kind, CitationKind) else None
        reference = self._presenter.begin(chosen, typed, self._language)
        try:
            change = self._desktop.office.legal_references.save(reference)
        except ChanceryError as error:
            self._desktop.asking.trouble(error)
            return
        self._desktop.changes.references_changed.emit()
        self.made_key.emit(change.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc cancel."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_typed(self, text: str) -> None:
        kind = self._presenter.understood(text.strip(), self._language) if text.strip() else None
        if kind is not None:
            self.kind.set_value(kind)
        self.name.show_error("")
