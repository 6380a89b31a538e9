"""The small forms beside a letter: sign, send, answer, attach, make void, reserve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.dates import PartialDate
from app.domain.errors import N_
from app.flow.standing import Step
from app.gui.widgets.buttons import Button, DangerButton, PrimaryButton, QuietButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import ChoiceEditor, DateEditor, LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.words import Words
from app.i18n.catalogues import Catalogue

_DAY: Final = N_("Date")
_PERSON: Final = N_("Noted by")
_SERIES: Final = N_("Series")
_CANCEL: Final = N_("Cancel")
_NO_DAY: Final = N_("Write the whole date, as in 2017-08-16.")
_EMPTY: Final = N_("This must not stay empty: the register keeps it.")


@dataclass(frozen=True)
class FormWords:
    """What a form says: heading, what will happen, what its text is about, its button."""

    heading: str
    note: str
    button: str
    told: str = ""
    example: str = ""
    is_grave: bool = False


WORDS: Final = {
    Step.SIGN: FormWords(
        N_("Record the signing of {number}"), N_("Signed by"), N_("Record signing")
    ),
    Step.DISPATCH: FormWords(
        N_("Record the dispatch of {number}"), N_("How it was sent"), N_("Record dispatch"),
        example=N_("by post and by e-mail"),
    ),
    Step.REPLY: FormWords(
        N_("Record the reply to {number}"), N_("From whom, its number, what it says"), N_("Record reply")
    ),
    Step.SCAN: FormWords(
        N_("Attach the signed scan of {number}"), N_("What the file is"), N_("Choose the file and attach"),
        told=N_("The file is kept with the letter for good, under a seal of its own."),
    ),
    Step.ATTACH: FormWords(
        N_("Attach a file to {number}"), N_("What the file is"), N_("Choose the file and attach"),
        told=N_("The file is kept with the letter for good, under a seal of its own."),
    ),
    Step.VOID: FormWords(
        N_("Make {number} void"), N_("Reason"), N_("Make {number} void"),
        told=N_(
            "The number stays in the register as void, with your reason, and is never given again. "
            "This can't be undone."
        ),
        is_grave=True,
    ),
}  # fmt: skip
RESERVE: Final = FormWords(
    N_("Reserve a number"),
    N_("What it is for"),
    N_("Reserve the next number"),
    told=N_("The number is taken now. If its letter is never signed, make the number void, with the reason."),
)
SIGNED_SCAN: Final = N_("Scan of the signed letter")


@dataclass(frozen=True)
class Told:
    """What a person wrote into a form."""

    day: date
    note: str
    person: str
    series: str = ""


class ActForm(Card):
    """One form; ``told`` when everything is written and the button pressed, ``cancelled`` on Esc."""

    told = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        texts: Catalogue,
        words: FormWords,
        *,
        today: date,
        person: str,
        number: str = "",
        note: str = "",
        series: Sequence[tuple[object, str]] = (),
    ) -> None:
        super().__init__(texts.text(words.heading, number=number))
        self._texts = texts
        example = texts.text(words.example) if words.example else ""
        self.day = self._field(_DAY, DateEditor(PartialDate.parse(today.isoformat())), self._check_day)
        self.note = self._field(words.note, LineEditor(note, placeholder=example))
        self.person = self._field(_PERSON, LineEditor(person))
        self.series = ChoiceEditor(series)
        if words.told:
            self.add(Words(texts.text(words.told), "muted", wraps=True))
        if len(series) > 1:
            self.add(Field(texts.text(_SERIES), self.series))
        self._lay_out()
        kind = DangerButton if words.is_grave else PrimaryButton
        self.button: Button = kind(texts.text(words.button, number=number), clicked=self._on_pressed)
        self._add_buttons()

    def begin(self) -> None:
        """Bring the focus to the first field that is empty."""
        fields = (self.note, self.person)
        empty = next((field for field in fields if not field.editor.value()), None)
        (empty.editor if empty else self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc cancel, and Enter in a field go on to the button."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_pressed()
        else:
            super().keyPressEvent(event)

    def _field(
        self, label: str, editor: LineEditor, check: Callable[[], str] | None = None
    ) -> Field[LineEditor]:
        return Field(self._texts.text(label), editor, check=check or (lambda: self._check_written(editor)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.day, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.person, 3, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.note)
        self.column.addLayout(row)

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(QuietButton(self._texts.text(_CANCEL), clicked=self.cancelled.emit))
        row.addWidget(self.button)
        self.column.addLayout(row)
        for first, second in ((self.note.editor, self.day.editor), (self.day.editor, self.person.editor)):
            QWidget.setTabOrder(first, second)

    def _check_day(self) -> str:
        editor = self.day.editor
        try:
            day = PartialDate.parse(editor.value())
        except ValueError:
            return self._texts.text(_NO_DAY)
        return "" if day.day else self._texts.text(_NO_DAY)

    def _check_written(self, editor: LineEditor) -> str:
        return "" if editor.value() else self._texts.text(_EMPTY)

    def _on_pressed(self) -> None:
        fields = (self.note, self.day, self.person)
        wrong = [field for field in fields if not field.check()]
        if wrong:
            wrong[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        day = PartialDate.parse(self.day.editor.value()).first_day
        series = self.series.value()
        self.told.emit(
            Told(day, self.note.editor.value(), self.person.editor.value(), str(series) if series else "")
        )
