"""The short form: a new recipient in one go, here and in the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.directory import Gender, OfficeKind
from app.domain.errors import N_, ChanceryError
from app.gui.asking import Notice
from app.gui.recipients.guessing import is_institution, is_title, kind_of_title, state_in
from app.gui.recipients.naming import GENDERS, OFFICE_KINDS
from app.gui.recipients.short_entry import Made, ShortEntry, make, take_back
from app.gui.records.entries import Entries, Entry
from app.gui.records.naming import state_names
from app.gui.records.places import lines
from app.gui.widgets.buttons import PrimaryButton, SecondaryButton
from app.gui.widgets.editors import AreaEditor
from app.gui.widgets.finishing import FinishingForm
from app.gui.widgets.words import Words
from app.i18n.language_names import language_name

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_HEADING: Final = N_("New recipient")
_NOTE: Final = N_("Fill in what you know; one of name, office and organisation is enough. In {language}.")
_CREATE, _CANCEL = N_("Add the recipient"), N_("Cancel")
_NOBODY: Final = N_("Write a name, an office or an organisation.")
_ADDED: Final = N_("“{name}” is in the address book.")
_UNDO: Final = N_("Undo")
_GUESSED: Final = frozenset({"kind", "state"})
_NO_STATE: Final = N_("No State")


class ShortRecipientForm(FinishingForm):
    """Asks for a recipient and keeps it; ``created`` gives the ``Addressee``."""

    created = Signal(object)
    made_key = Signal(str)
    cancelled = Signal()

    def __init__(self, desktop: Desktop, typed: str = "", language: str = "en") -> None:
        super().__init__()
        self._desktop, self._language = desktop, language
        self._chosen: set[str] = set()
        self._states = state_names(desktop.office, desktop.texts.language)
        self.entries = Entries(self._rows(), desktop.texts)
        self.wrong = Words("", "error", wraps=True)
        self.wrong.hide()
        self.create_button = PrimaryButton(self._say(_CREATE), clicked=self.keep)
        self.cancel_button = SecondaryButton(self._say(_CANCEL), clicked=self.cancelled.emit)
        self._lay_out()
        self._fill(typed)
        self.entries.written.connect(self._on_written)

    def first_focus(self) -> None:
        """Begin with what is still empty of name and office."""
        empty = "name" if self.entries.values()["office"] else "office"
        self.entries.editors[empty].setFocus(Qt.FocusReason.OtherFocusReason)

    def entry(self) -> ShortEntry:
        """Give what is written."""
        said: dict[str, Any] = dict(self.entries.values())
        return ShortEntry(language=self._language, **{**said, "address": lines(said["address"])})

    def keep(self) -> None:
        """Keep the recipient, or say what is missing."""
        entry = self.entry()
        self.wrong.setText("" if entry.is_enough else self._say(_NOBODY))
        self.wrong.setVisible(not entry.is_enough)
        if not entry.is_enough:
            self.first_focus()
            return
        try:
            made = make(self._desktop.office, entry)
        except ChanceryError as error:
            self._desktop.asking.trouble(error)
            return
        self._tell(entry, made)

    def finish(self) -> None:
        """Keep it at Ctrl+Enter."""
        self.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter add the recipient, and Esc give up."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._is_in_area():
            self.keep()
        else:
            super().keyPressEvent(event)

    def _tell(self, entry: ShortEntry, made: Made) -> None:
        self._desktop.changes.recipients_changed.emit()
        name = entry.name or entry.office or entry.organisation
        self._desktop.asking.notify(
            Notice(self._say(_ADDED, name=name), self._say(_UNDO), lambda: self._take_back(made))
        )
        self.made_key.emit(made.key)
        self.created.emit(made.addressee)

    def _take_back(self, made: Made) -> None:
        take_back(self._desktop.office, made)
        self._desktop.changes.recipients_changed.emit()

    def _is_in_area(self) -> bool:
        return any(isinstance(one, AreaEditor) and one.hasFocus() for one in self.entries.editors.values())

    def _on_written(self, place: str, _value: object) -> None:
        self._chosen |= {place} & _GUESSED
        if place in {"office", "organisation"}:
            said = {**self.entries.values(), **self._guessed()}
            self.entries.show_values(said.__getitem__)

    def _guessed(self) -> dict[str, object]:
        """Give what the title says of kind and State, as far as nobody has chosen them."""
        said = {place: str(value) for place, value in self.entries.values().items()}
        names = state_names(self._desktop.office, self._language)
        guessed: dict[str, object] = {
            "kind": kind_of_title(said["office"], organisation=said["organisation"]),
            "state": state_in(f"{said['office']} {said['organisation']}", names),
        }
        return {place: value for place, value in guessed.items() if place not in self._chosen}

    def _fill(self, typed: str) -> None:
        start: dict[str, object] = {"gender": Gender.UNKNOWN, "kind": OfficeKind.UNKNOWN, "state": ""}
        start[_place_of(typed)] = typed
        self.entries.show_values(lambda place: start.get(place, ""))
        self._on_written("office", typed)

    def _rows(self) -> tuple[Entry | tuple[Entry, ...], ...]:
        say = self._desktop.texts.text
        genders = [(value, say(words)) for value, words in GENDERS.items()]
        kinds = [(value, say(words)) for value, words in OFFICE_KINDS.items()]
        states = sorted(((code, name) for code, name in self._states.items()), key=lambda one: one[1])
        return (
            Entry("office", N_("Office"), N_("As a letter names it: President of Kazakhstan")),
            (Entry("honorific", N_("Honorific")), Entry("name", N_("Name"))),
            (
                Entry("gender", N_("Addressed"), choices=genders),
                Entry("kind", N_("Kind of office"), choices=kinds),
            ),
            Entry("organisation", N_("Organisation"), N_("Only where it stands on a line of its own.")),
            Entry("state", N_("State"), choices=[("", say(_NO_STATE)), *states]),
            Entry("address", N_("Postal address"), lines=3),
        )

    def _say(self, text: str, **facts: object) -> str:
        return self._desktop.texts.text(text, **facts)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words(self._say(_HEADING), "heading"))
        named = language_name(self._language, self._desktop.texts.language)
        column.addWidget(Words(self._say(_NOTE, language=named), "muted", wraps=True))
        column.addWidget(self.entries)
        column.addWidget(self.wrong)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.create_button)
        column.addLayout(row)


def _place_of(typed: str) -> str:
    if is_institution(typed):
        return "organisation"
    return "office" if is_title(typed) else "name"
