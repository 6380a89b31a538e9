"""The numbers that others have given a case: read as they are typed, with who assigns them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout

from app.domain.case_files import CaseFile
from app.domain.errors import N_
from app.domain.references import ExternalReference, ReferenceKind, typed
from app.gui.cases.naming import REFERENCE_KINDS
from app.gui.cases.presenter import CasesPresenter
from app.gui.records.places import swapped
from app.gui.widgets.buttons import SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.chips import RemovableChip
from app.gui.widgets.editors import ChoiceEditor, LineEditor
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.words import Picture, Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_HEADING: Final = N_("References of others")
_NONE: Final = N_("None yet. Write one as it stands in their letter.")
_TYPE: Final = N_("Reference, such as AL KAZ 1/2017 or Case No. 3283")
_WHO: Final = N_("Who assigns it")
_ADD: Final = N_("Add")
_CHIP: Final = N_("{kind}: {reference}")
_REMOVE: Final = N_("Remove the reference {reference}")


class ReferencesCard(Card):
    """Shows references as chips; ``changed`` gives all of them."""

    changed = Signal(object)

    def __init__(self, desktop: Desktop, presenter: CasesPresenter) -> None:
        self._texts, self._presenter = desktop.texts, presenter
        super().__init__(self._say(_HEADING))
        self._case = CaseFile()
        self.chips, self._empty = FlowRow(), Words(self._say(_NONE), "muted", wraps=True)
        self.field = LineEditor(placeholder=self._say(_TYPE))
        self.field.setAccessibleName(self._say(_TYPE))
        self.kind = ChoiceEditor([(kind, self._say(words)) for kind, words in REFERENCE_KINDS.items()])
        self.kind.set_value(ReferenceKind.THEIRS)
        self.kind.setAccessibleName(self._say(_WHO))
        self.add_button = SecondaryButton(self._say(_ADD), icon="plus", clicked=self._on_add)
        self.warning = Words("", "", wraps=True)
        self._sign = Picture("triangle-alert", size=16, role=QPalette.ColorRole.WindowText)
        self._lay_out()
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_add)
        self._show_warning("")

    def show_case(self, case: CaseFile) -> None:
        """Show the references of a case."""
        if case.key != self._case.key:
            self.field.clear()
            self._show_warning("")
        old, self._case = self._case, case
        if old.references != case.references or not case.references:
            self._show_chips()

    def _show_chips(self) -> None:
        self.chips.clear()
        for at, one in enumerate(self._case.references):
            kind = self._say(REFERENCE_KINDS[one.kind])
            words = self._say(_CHIP, kind=kind, reference=one.text)
            chip = RemovableChip(words, self._say(_REMOVE, reference=one.text))
            chip.removed.connect(lambda at=at: self._put(at, None))
            self.chips.add(chip)
        self.chips.setVisible(bool(self._case.references))
        self._empty.setVisible(not self._case.references)

    def _on_typed(self, text: str) -> None:
        self.kind.set_value(typed(text).kind)
        self._show_warning(self._presenter.warning(text, self._case) if text.strip() else "")

    def _on_add(self) -> None:
        text = self.field.value()
        kind = self.kind.value()
        if text and isinstance(kind, ReferenceKind):
            self._put(len(self._case.references), ExternalReference(text=text, kind=kind))
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, at: int, reference: ExternalReference | None) -> None:
        self.changed.emit(swapped(self._case.references, at, reference))

    def _show_warning(self, words: str) -> None:
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self._sign.setVisible(bool(words))

    def _say(self, text: str, **facts: object) -> str:
        return self._texts.text(text, **facts)

    def _lay_out(self) -> None:
        row, below = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 2)
        row.addWidget(self.kind, 1)
        row.addWidget(self.add_button)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.warning, 1)
        self.add(self.chips, self._empty)
        self.column.addLayout(row)
        self.column.addLayout(below)
