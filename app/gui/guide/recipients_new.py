"""The short form for somebody who is not in the address book yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.directory import Gender, OfficeKind
from app.domain.errors import N_
from app.gui.guide.new_recipient import NewRecipient, keep_new
from app.gui.guide.state_field import StateField
from app.gui.widgets.buttons import QuietButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import AreaEditor, ChoiceEditor, LineEditor
from app.gui.widgets.fields import Field

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

_HEADING: Final = N_("New recipient")
_KINDS: Final = (
    (OfficeKind.UNKNOWN, N_("Another office")),
    (OfficeKind.HEAD_OF_STATE, N_("Head of State")),
    (OfficeKind.HEAD_OF_GOVERNMENT, N_("Head of government")),
    (OfficeKind.MINISTER, N_("Minister")),
    (OfficeKind.AMBASSADOR, N_("Ambassador")),
    (OfficeKind.PERMANENT_REPRESENTATIVE, N_("Permanent representative")),
    (OfficeKind.SPEAKER, N_("Speaker of parliament")),
    (OfficeKind.JUDGE, N_("Judge")),
    (OfficeKind.PROSECUTOR, N_("Prosecutor")),
    (OfficeKind.UN_SECRETARY_GENERAL, N_("Secretary-General of the UN")),
    (OfficeKind.ILO_DIRECTOR_GENERAL, N_("Director-General of the ILO")),
    (OfficeKind.HIGH_COMMISSIONER, N_("High Commissioner")),
    (OfficeKind.MONARCH, N_("Monarch")),
    (OfficeKind.COMPANY_HEAD, N_("Head of a company")),
    (OfficeKind.ORGANISATION, N_("Office of an organisation")),
)
_GENDERS: Final = (
    (Gender.UNKNOWN, N_("Not known")),
    (Gender.FEMALE, N_("As a woman")),
    (Gender.MALE, N_("As a man")),
)
_KEEP, _CANCEL = N_("Add to the letter"), N_("Cancel")
_NOBODY: Final = N_("Write a name, an office or an institution.")
_ADDRESS_HINT: Final = N_("One line of the address to a line.")


class NewRecipientForm(Card):
    """Name, office, institution, State and address; ``created`` gives who was kept."""

    created = Signal(object)
    cancelled = Signal()

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        say = guide.texts.text
        super().__init__(say(_HEADING))
        self._guide = guide
        self.name = self._line(N_("Name"), N_("Nursultan Nazarbayev"))
        self.honorific = self._line(N_("Honorific"), N_("Mr."))
        self.office = self._line(N_("Office"), N_("President of Kazakhstan"))
        self.organisation = self._line(N_("Institution"), N_("Ministry of Labour"))
        self.gender = self._choice(N_("Addressed"), _GENDERS)
        self.kind = self._choice(N_("Kind of office"), _KINDS)
        self.state: Field[StateField] = Field(say(N_("State")), StateField(desktop, say(N_("State"))))
        self.address: Field[AreaEditor] = Field(
            say(N_("Postal address")), AreaEditor(lines=3), hint=say(_ADDRESS_HINT)
        )
        self.keep = SecondaryButton(say(_KEEP), icon="plus", clicked=self._on_keep)
        self.cancel = QuietButton(say(_CANCEL), clicked=self._on_cancel)
        self._lay_out()

    def begin(self, name: str) -> None:
        """Ask about somebody new, of whom a name was typed."""
        for field in (self.honorific, self.office, self.organisation):
            field.editor.clear()
        self.name.editor.setText(name)
        self.name.show_error("")
        self.address.editor.setPlainText("")
        self.state.editor.show_state(self._guide.letter.state.code)
        self.kind.editor.set_value(OfficeKind.UNKNOWN)
        self.gender.editor.set_value(Gender.UNKNOWN)
        self.show()
        self.name.editor.setFocus()
        self.name.editor.setCursorPosition(len(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a line keep, and Esc give up."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def _on_keep(self) -> None:
        new = self._typed()
        if new.is_empty:
            self.name.show_error(self._guide.texts.text(_NOBODY))
            self.name.editor.setFocus()
            return
        addressee = keep_new(self._guide.office.address_book, new, self._guide.letter.language)
        self.hide()
        self.created.emit(addressee)

    def _on_cancel(self) -> None:
        self.hide()
        self.cancelled.emit()

    def _typed(self) -> NewRecipient:
        lines = self.address.editor.value().splitlines()
        return NewRecipient(
            name=self.name.editor.value(),
            honorific=self.honorific.editor.value(),
            gender=Gender(str(self.gender.editor.value() or "")),
            office=self.office.editor.value(),
            kind=OfficeKind(str(self.kind.editor.value())),
            organisation=self.organisation.editor.value(),
            state=self.state.editor.code,
            address=tuple(line.strip() for line in lines if line.strip()),
        )

    def _line(self, label: str, example: str) -> Field[LineEditor]:
        say = self._guide.texts.text
        return Field(say(label), LineEditor(placeholder=say(example)))

    def _choice(self, label: str, choices: tuple[tuple[object, str], ...]) -> Field[ChoiceEditor]:
        say = self._guide.texts.text
        return Field(say(label), ChoiceEditor([(value, say(words)) for value, words in choices]))

    def _lay_out(self) -> None:
        pairs: tuple[tuple[tuple[QWidget, int], ...], ...] = (
            ((self.name, 3), (self.honorific, 1), (self.gender, 2)),
            ((self.office, 3), (self.kind, 3)),
            ((self.organisation, 3), (self.state, 3)),
            ((self.address, 1),),
        )
        for pair in pairs:
            row = QHBoxLayout()
            row.setSpacing(12)
            for widget, share in pair:
                row.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        self.add_row(self.keep, self.cancel)
