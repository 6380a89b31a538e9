"""The card of a legal reference in the letter: its short form, and its form to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.guide.page import PLACE
from app.gui.guide.steps.citation_form import CitationForm
from app.gui.guide.steps.law_presenter import CitedState
from app.gui.guide.steps.moving import MovableCard
from app.gui.guide.steps.roomy import RoomyRow
from app.gui.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.guide.presenter import GuidePresenter

_REMOVE, _CHANGE, _DONE = N_("Remove"), N_("Change"), N_("Done")
_KEEP: Final = N_("Keep it for other letters")
_REMOVE_WHAT, _CHANGE_WHAT = N_("Remove “{title}” from the letter"), N_("Change “{title}”")
_MOVE_HINT: Final = N_("Alt with the up or down arrow moves it.")


class CitationCard(MovableCard):
    """Shows a ``CitedState``; closed it is two lines, open it has the fields of its kind."""

    removed = Signal()
    kept = Signal()
    opened = Signal(bool)

    def __init__(self, guide: GuidePresenter, state: CitedState) -> None:
        super().__init__()
        self._guide, self.state = guide, state
        say = guide.texts.text
        self.title, self.line = Words("", "strong", wraps=True), Words("", "muted", wraps=True)
        self.change = QuietButton(say(_CHANGE), clicked=self._on_change)
        self.remove = SecondaryButton(say(_REMOVE), clicked=self.removed.emit)
        self.form: CitationForm | None = None
        self._foot = QWidget()
        self._lay_out(LinkButton(say(_KEEP), clicked=self.kept.emit))
        self.change.setProperty(PLACE, f"citations.{state.number}")
        self.change.setToolTip(say(_MOVE_HINT))
        self.show_state(state)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self.form is not None and not self.form.isHidden()

    def show_state(self, state: CitedState) -> None:
        """Show the reference as it is now."""
        self.state = state
        say = self._guide.texts.text
        self.title.setText(state.title)
        self.line.setText(state.line)
        self.remove.setAccessibleName(say(_REMOVE_WHAT, title=state.title))
        self.change.setAccessibleName(say(_CHANGE_WHAT, title=state.title))
        self.setAccessibleName(state.title)
        if self.form is not None and self.form.is_outgrown:
            self._grow(self.form)
        elif self.form is not None:
            self.form.show_letter()

    def open(self, on: bool = True) -> None:
        """Show the fields, or put them away."""
        if on and self.form is None:
            self.form = CitationForm(self._guide, self.state.number)
            self.column.insertWidget(1, self.form)
        if self.form is not None:
            self.form.setVisible(on)
        self._foot.setVisible(on)
        self.change.say(self._guide.texts.text(_DONE if on else _CHANGE))
        self.opened.emit(on)

    def _grow(self, outgrown: CitationForm) -> None:
        """Put a form with fields for all parts in the place of one that has too few or too many."""
        focus, was_open = QApplication.focusWidget(), self.is_open
        had_focus = focus is not None and outgrown.isAncestorOf(focus)
        outgrown.hide()
        outgrown.deleteLater()
        self.form = None
        if was_open:
            self.open()
        if was_open and had_focus:
            self._newest_articles().setFocus(Qt.FocusReason.OtherFocusReason)

    def _newest_articles(self) -> QWidget:
        fields = self.form.fields if self.form else []
        articles = [field.editor for field in fields if field.place.endswith(".articles")]
        return articles[-1] if articles else self.first_field()

    def first_field(self) -> QWidget:
        """Give the editor in which a person begins."""
        empty = [field for field in self.form.fields if not _text_of(field)] if self.form else []
        fields = empty or (self.form.fields if self.form else [])
        return fields[0].editor if fields else self.change

    def _on_change(self) -> None:
        self.open(not self.is_open)
        if self.is_open:
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, keep: LinkButton) -> None:
        head = RoomyRow(self.title, self.line, buttons=(self.change, self.remove))
        self.column.setSpacing(12)
        self.column.addWidget(head)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(keep)
        foot.addStretch()
        self.column.addWidget(self._foot)
        self._foot.hide()


def _text_of(field: object) -> str:
    return str(getattr(field, "text", lambda: "-")())
