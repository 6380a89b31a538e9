"""The short form: a new case in one go, here and in the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.case_files import CaseFile, CaseTexts, PersonConcerned, PersonTexts
from app.domain.errors import N_, ChanceryError
from app.gui.asking import Notice
from app.gui.records.entries import Entries, Entry
from app.gui.records.naming import state_names
from app.gui.widgets.buttons import PrimaryButton, SecondaryButton
from app.gui.widgets.editors import AreaEditor
from app.gui.widgets.finishing import FinishingForm
from app.gui.widgets.words import Words
from app.i18n.language_names import language_name

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.services.records import Change

_HEADING: Final = N_("New case")
_NOTE: Final = N_("A title is enough to begin with. In {language}.")
_CREATE, _CANCEL = N_("Open the case"), N_("Cancel")
_NO_TITLE: Final = N_("Write a title for the case.")
_OPENED: Final = N_("The case “{title}” is open.")
_UNDO: Final = N_("Undo")


class ShortCaseForm(FinishingForm):
    """Asks for a case and keeps it; ``created`` gives its key."""

    created = Signal(str)
    made_key = Signal(str)
    cancelled = Signal()

    def __init__(self, desktop: Desktop, typed: str = "", language: str = "en") -> None:
        super().__init__()
        self._desktop, self._language = desktop, language
        self.entries = Entries(self._rows(), desktop.texts)
        self.wrong = Words("", "error", wraps=True)
        self.wrong.hide()
        self.create_button = PrimaryButton(self._say(_CREATE), clicked=self.keep)
        self.cancel_button = SecondaryButton(self._say(_CANCEL), clicked=self.cancelled.emit)
        self._lay_out()
        self.entries.show_values(lambda place: typed if place == "title" else "")

    def first_focus(self) -> None:
        """Begin with the title."""
        self.entries.first_focus()

    def case(self) -> CaseFile:
        """Give the case as it is written."""
        said = {place: str(value) for place, value in self.entries.values().items()}
        texts = CaseTexts(
            language=self._language,
            title=said["title"],
            organisation=said["organisation"],
            event=said["event"],
        )
        person = PersonTexts(language=self._language, name=said["person"], role=said["role"])
        people = (PersonConcerned(texts=(person,)),) if person.name else ()
        return CaseFile(texts=(texts,), people=people, state=said["state"])

    def keep(self) -> None:
        """Keep the case, or say what is missing."""
        case = self.case()
        titled = bool(case.texts[0].title)
        self.wrong.setText("" if titled else self._say(_NO_TITLE))
        self.wrong.setVisible(not titled)
        if not titled:
            self.first_focus()
            return
        try:
            change = self._desktop.office.case_files.save(case)
        except ChanceryError as error:
            self._desktop.asking.trouble(error)
            return
        self._tell(change, case.texts[0].title)

    def finish(self) -> None:
        """Keep it at Ctrl+Enter."""
        self.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the case, and Esc give up."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._is_in_area():
            self.keep()
        else:
            super().keyPressEvent(event)

    def _tell(self, change: Change, title: str) -> None:
        self._desktop.changes.cases_changed.emit()
        text = self._say(_OPENED, title=title)
        self._desktop.asking.notify(Notice(text, self._say(_UNDO), lambda: self._take_back(change)))
        self.made_key.emit(change.key)
        self.created.emit(change.key)

    def _take_back(self, change: Change) -> None:
        self._desktop.office.case_files.undo(change)
        self._desktop.changes.cases_changed.emit()

    def _is_in_area(self) -> bool:
        return any(isinstance(one, AreaEditor) and one.hasFocus() for one in self.entries.editors.values())

    def _rows(self) -> tuple[Entry | tuple[Entry, ...], ...]:
        names = state_names(self._desktop.office, self._desktop.texts.language)
        states = sorted(names.items(), key=lambda one: one[1])
        return (
            Entry("title", N_("Title of the case")),
            (
                Entry("organisation", N_("Organisation concerned")),
                Entry("state", N_("State"), choices=[("", self._say(N_("No State"))), *states]),
            ),
            (Entry("person", N_("Person concerned")), Entry("role", N_("Role of the person"))),
            Entry("event", N_("What happened"), N_("A phrase: the sentencing of …"), lines=2),
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
