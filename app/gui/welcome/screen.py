"""The first start: three things at most, or a look around in a sample."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.settings.language_choice import LanguageChips, ScreenLanguage, letter_languages
from app.gui.welcome.presenter import WelcomePresenter
from app.gui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from app.gui.widgets.cards import Card, Line
from app.gui.widgets.editors import LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.screen import Screen
from app.gui.widgets.words import Words
from app.services.first_start import FirstAnswers

_TITLE: Final = N_("Welcome to Chancery")
_NOTE: Final = N_(
    "Three answers, and the first letter can be written. All of them can be changed in Settings."
)
_ORGANISATION: Final = N_("Your organisation")
_ORGANISATION_HINT: Final = N_(
    "As it stands in the letterhead. Address, logo and signatories come later, in Settings."
)
_LETTERS: Final = N_("Languages of your letters, the usual one first")
_NUMBER: Final = N_("Number of your next letter")
_NUMBER_HINT: Final = N_("Unit and file index may be left out: 148 is a number, too.")
_BEGIN: Final = N_("Begin")
_LATER: Final = N_("Answer later")
_SAMPLE: Final = N_("Look around in a sample workspace")
_EDGE: Final = 32


class WelcomeScreen(Screen):
    """Stands in the window at the first start of a workspace, and never again."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop, self._say = desktop, desktop.texts.text
        first, today = desktop.office.first_start, date.today()  # noqa: DTZ011 - the day of this desk
        self._presenter = WelcomePresenter(first, desktop.texts, desktop.preferences, today)
        known = self._presenter.answers
        self.organisation = Field(
            self._say(_ORGANISATION), LineEditor(known.organisation), hint=self._say(_ORGANISATION_HINT)
        )
        self.languages = LanguageChips(desktop.texts, letter_languages(), known.languages)
        self.number = Field(self._say(_NUMBER), LineEditor(known.number), hint=self._say(_NUMBER_HINT))
        self.example = Words("", "heading", wraps=True)
        self.begin = PrimaryButton(self._say(_BEGIN), clicked=self._on_begin)
        self._lay_out()
        self._listen()
        self._on_number(known.number)

    def memory(self) -> object:
        """Give what was typed."""
        return self.answers()

    def recall(self, memory: object) -> None:
        """Show what was typed before the language was chosen."""
        if isinstance(memory, FirstAnswers):
            self.organisation.editor.setText(memory.organisation)
            self.number.editor.setText(memory.number)
            self.languages.choose(memory.languages)

    def first_focus(self) -> None:
        """Begin at the name."""
        self.organisation.editor.setFocus()

    def answers(self) -> FirstAnswers:
        """Give what is answered now."""
        return FirstAnswers(
            organisation=self.organisation.editor.value(),
            languages=self.languages.chosen(),
            number=self.number.editor.value(),
        )

    def _lay_out(self) -> None:
        card = Card()
        card.column.setContentsMargins(24, 20, 24, 20)
        card.column.setSpacing(16)
        card.add(
            self.organisation, ScreenLanguage(self._desktop), _named(self._say(_LETTERS), self.languages)
        )
        card.add(self.number, self.example)
        form = ScrollForm(margin=_EDGE, is_centred=True)
        form.add(Words(self._say(_TITLE), "title"), Words(self._say(_NOTE), "muted", wraps=True), card)
        sample = QuietButton(self._say(_SAMPLE), icon="eye", clicked=self._on_sample)
        form.add(self._buttons(), Line(), FlowRow(sample))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(form)

    def _buttons(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(SecondaryButton(self._say(_LATER), clicked=self._on_later))
        row.addWidget(self.begin)
        return line

    def _listen(self) -> None:
        self.number.editor.textChanged.connect(self._on_number)
        self.organisation.editor.returnPressed.connect(self._on_organisation_entered)
        self.number.editor.returnPressed.connect(self._on_begin)
        at_once = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self)
        at_once.activated.connect(self._on_begin)

    def _on_organisation_entered(self) -> None:
        self.number.editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.number.editor.selectAll()

    def _on_number(self, typed: str) -> None:
        told = self._presenter.told(typed)
        self.number.show_error(told.error)
        self.example.setText(told.example)
        self.example.setVisible(bool(told.example))
        self.begin.setEnabled(not told.error)

    def _on_begin(self) -> None:
        answers = self.answers()
        if self._presenter.told(answers.number).error:
            self.number.editor.setFocus()
            return
        self._presenter.remember(answers)
        self._desktop.jobs.run(lambda: self._presenter.keep(answers), self._on_kept)

    def _on_kept(self, _none: object) -> None:
        self._presenter.close()
        self._desktop.changes.senders_changed.emit()
        self._desktop.changes.series_changed.emit()
        self._desktop.going.back()

    def _on_later(self) -> None:
        self._presenter.remember(self.answers())
        self._presenter.close()
        self._desktop.going.back()

    def _on_sample(self) -> None:
        self._presenter.remember(self.answers())
        self._desktop.going.back()
        self._desktop.changes.workspace_chosen.emit(self._desktop.places.sample)


def _named(words: str, inner: QWidget) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(Words(words, "strong", wraps=True))
    column.addWidget(inner)
    return group
