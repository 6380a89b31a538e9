"""The form in the middle: heading, hint, the page of the step, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from app.gui.widgets.cards import Line
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.flow.guide import Guide
    from app.gui.guide.page import StepPage
    from app.i18n.catalogues import Catalogue

_BACK: Final = N_("Back")
_LETTER: Final = N_("Show the letter")
_EDGE: Final = 24


class FormColumn(QWidget):
    """One step at a time; ``back_wanted`` and ``next_wanted`` say where the person wants to go."""

    back_wanted = Signal()
    next_wanted = Signal()
    letter_wanted = Signal()

    def __init__(self, texts: Catalogue) -> None:
        super().__init__()
        self._texts = texts
        self.heading, self.hint = Words("", "title", wraps=True), Words("", "muted", wraps=True)
        self.told, self.trouble = Words("", "strong", wraps=True), Words("", "error", wraps=True)
        self.back = SecondaryButton(texts.text(_BACK), clicked=self.back_wanted.emit)
        self.next = PrimaryButton("", clicked=self.next_wanted.emit)
        self.letter = QuietButton(texts.text(_LETTER), icon="eye", clicked=self.letter_wanted.emit)
        self.letter.setToolTip("F4")
        self._position = Words("", "muted")
        self._pages = QStackedWidget()
        self._holders: dict[StepPage, QWidget] = {}
        self._lay_out()

    def show_guide(self, guide: Guide, *, is_over: bool = False) -> None:
        """Show which step it is and where the buttons lead."""
        state = next(state for state in guide.steps if state.is_current)
        self.heading.setText(self._texts.text(state.heading))
        self.hint.setText(self._texts.text(state.hint))
        self.hint.setVisible(not is_over)
        self._position.setText(self._texts.said(guide.position))
        self.back.setEnabled(guide.may_go_back and not is_over)
        self.next.say(self._texts.said(guide.primary))
        self.next.setVisible(not guide.is_last)

    def show_page(self, page: StepPage) -> None:
        """Show the page of a step."""
        if page not in self._holders:
            self._holders[page] = _held(page)
            self._pages.addWidget(self._holders[page])
        self._pages.setCurrentWidget(self._holders[page])

    def tell(self, words: str) -> None:
        """Say at every step what is special about the letter."""
        self.told.setText(words)
        self.told.show()

    def say(self, words: str) -> None:
        """Say why the letter cannot be put into words; nothing where it can."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 14)
        column.setSpacing(0)
        for words in (self.heading, self.hint, self.told, self.trouble):
            words.setContentsMargins(_EDGE, 0, _EDGE, 6)
            column.addWidget(words)
        self.told.hide()
        self.trouble.hide()
        column.addSpacing(6)
        column.addWidget(self._pages, 1)
        column.addWidget(Line())
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(_EDGE, 14, _EDGE, 0)
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addWidget(self.letter)
        foot.addStretch()
        foot.addWidget(self._position)
        foot.addWidget(self.next)
        return foot


def _held(page: StepPage) -> QWidget:
    """Let a page scroll, or give it the whole room."""
    if page.scrolls:
        form = ScrollForm(margin=_EDGE)
        form.set_top(4)
        form.add(page)
        return form
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(_EDGE, 4, _EDGE, 12)
    column.addWidget(page)
    return holder
