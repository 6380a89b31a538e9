"""The letter that is chosen: as it looks, what is known of it, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.flow.standing import Step, next_steps
from app.gui.letters.act_form import RESERVE, SIGNED_SCAN, WORDS, ActForm, FormWords, Told
from app.gui.letters.cells import Cells
from app.gui.letters.deeds import Deeds
from app.gui.letters.facts import Facts
from app.gui.letters.letter_head import LetterHead
from app.gui.letters.lines import LetterLine, LineKind
from app.gui.letters.others_form import OthersForm
from app.gui.letters.shown import Shown, shown_of
from app.gui.letters.steps_bar import StepsBar
from app.gui.preview.page_view import PageView
from app.gui.widgets.cards import Card
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.domain.register import Act, Entry
    from app.gui.desktop import Desktop
    from app.services.letter_cards import LetterCard

_CHOOSE: Final = (N_("No letter is chosen"), N_("Choose a letter to see it here, as it looks on paper."))
_PERSON: Final = "letters/person"


class Detail(QWidget):
    """Everything about one letter."""

    def __init__(self, desktop: Desktop, cells: Cells) -> None:
        super().__init__()
        self._desktop, self._cells = desktop, cells
        self.deeds = Deeds(desktop)
        self._line: LetterLine | None = None
        self._shown: Shown | None = None
        self.form: ActForm | OthersForm | None = None
        self.head = LetterHead(desktop.texts, self._open_more)
        self.page = PageView(desktop.texts, desktop.theme)
        self.facts = Facts(desktop.texts, desktop.theme)
        self.page.setMinimumWidth(300)
        self.steps = StepsBar(desktop.texts, desktop.theme, self.do)
        self._words, self._form_place = _scrolling(), _scrolling()
        self.facts.file_opened.connect(self._on_file_opened)
        self.facts.file_wanted.connect(self._on_file_wanted)
        self._lay_out()

    @property
    def shown(self) -> Shown | None:
        """What is shown, once it has been read."""
        return self._shown

    def show_names(self, cells: Cells) -> None:
        """Say the same in other words."""
        self._cells = cells
        if self._line:
            self.head.show_line(self._line, cells)

    def show_line(self, line: LetterLine | None, typed: str = "") -> None:
        """Show a letter; its head at once, the letter itself when it has been read."""
        self._line, self._shown = line, None
        self._close_form()
        self._whole.setCurrentIndex(1 if line else 0)
        if line is None:
            return
        self.head.show_line(line, self._cells)
        self.steps.show_steps(line.standing, self._cells.waiting(line))
        desktop = self._desktop
        desktop.jobs.run_newest("letters/detail", lambda: shown_of(desktop, line, typed), self._on_shown)

    def do_next(self, line: LetterLine) -> None:
        """Do what matters most for a letter now."""
        self.do(next_steps(line.standing, self._cells.waiting(line))[0])

    def do(self, step: Step) -> None:
        """Do something with the letter that is shown."""
        line, card = self._line, self._card
        if line is None:
            return
        if step in WORDS:
            self._open_form(step, line)
        elif step is Step.OTHERS:
            self._open_others(line)
        elif card is None or step is Step.ANEW:
            self.deeds.do_with_line(step, line, card)
        else:
            self.deeds.do_with_card(step, card)

    def menu(self, line: LetterLine) -> QMenu:
        """Give everything that can be done with a letter."""
        return self.steps.menu(line.standing, self._cells.waiting(line))

    @property
    def _card(self) -> LetterCard | None:
        return self._shown.card if self._shown else None

    # ── Forms ────────────────────────────────────────────────────────────────

    def reserve(self) -> None:
        """Open the form by which a number is reserved."""
        series = [(one.key, one.title or one.key) for one in self._desktop.office.register.series()]
        self._whole.setCurrentIndex(1)
        self._show_form(RESERVE, series=series).told.connect(self._on_reserve)

    def _open_form(self, step: Step, line: LetterLine) -> None:
        note = self._desktop.texts.text(SIGNED_SCAN) if step is Step.SCAN else ""
        form = self._show_form(WORDS[step], number=line.number, note=note)
        form.told.connect(lambda told: self._on_told(step, line, told))

    def _open_others(self, line: LetterLine) -> None:
        form = OthersForm(self._desktop)
        form.told.connect(lambda keys: self._on_others(line, keys))
        self._put_up(form)

    def _on_others(self, line: LetterLine, keys: Sequence[str]) -> None:
        card = self._card
        self._close_form()
        self.deeds.send_to_others(line, card, keys)

    def _show_form(
        self, words: FormWords, *, number: str = "", note: str = "", series: Sequence[tuple[object, str]] = ()
    ) -> ActForm:
        person = self._desktop.preferences.text(_PERSON)
        form = ActForm(
            self._desktop.texts, words,
            today=self._cells.today, person=person, number=number, note=note, series=series,
        )  # fmt: skip
        self._put_up(form)
        return form

    def _put_up(self, form: ActForm | OthersForm) -> None:
        self._close_form()
        self.form = form
        form.cancelled.connect(self._on_cancelled)
        self._form_place.setWidget(form)
        width = self._form_place.viewport().width()
        self._form_place.setMinimumHeight(form.column.totalHeightForWidth(width) + 8)
        self._lower.setCurrentIndex(1)
        self.steps.hide()
        form.begin()

    def _close_form(self) -> None:
        if self.form:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self._form_place.setMinimumHeight(0)
            self._lower.setCurrentIndex(0)
            self.steps.show()

    def _on_cancelled(self) -> None:
        self._close_form()
        self._whole.setCurrentIndex(1 if self._line else 0)
        self.steps.focus_primary()

    def _on_told(self, step: Step, line: LetterLine, told: Told) -> None:
        self._desktop.preferences.keep(_PERSON, told.person)
        if step in {Step.SCAN, Step.ATTACH}:
            if self._card is None or not self.deeds.attach(step, self._card.entry, told):
                return
        elif (about := self._about(line)) is not None:
            self.deeds.note(step, about, told)
        self._close_form()

    def _on_reserve(self, told: Told) -> None:
        self._desktop.preferences.keep(_PERSON, told.person)
        self._on_cancelled()
        self.deeds.reserve(told)

    def _about(self, line: LetterLine) -> Entry | Act | None:
        if line.key.kind is LineKind.RESERVED:
            return self._desktop.office.letter_cards.reservation(line.key.at)
        return self._card.entry if self._card else None

    # ── What was read ────────────────────────────────────────────────────────

    def _on_shown(self, shown: Shown) -> None:
        if self._line is None or shown.line.key != self._line.key:
            return
        self._shown = shown
        self.facts.show_letter(shown, self._cells)
        self.head.show_excerpt(shown.excerpt)
        self._paper.setCurrentIndex(0 if shown.pages else 1)
        if shown.pages:
            self.page.show_pages(shown.pages)
            self.page.verticalScrollBar().setValue(0)
        else:
            self.page.clear()
            self._show_words(shown)

    def _show_words(self, shown: Shown) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if shown.told:
            column.addWidget(Words(self._desktop.texts.said(shown.told), "muted", wraps=True))
        if shown.why_not:
            trouble = Card(role="trouble")
            trouble.add(Words(self._desktop.texts.said(shown.why_not), wraps=True))
            column.addWidget(trouble)
        for paragraph in shown.paragraphs:
            column.addWidget(Words(paragraph, wraps=True))
        column.addStretch()
        self._words.setWidget(inner)

    def _open_more(self) -> None:
        if self._line:
            more = self.head.more
            self.menu(self._line).popup(more.mapToGlobal(QPoint(0, more.height())))

    def _on_file_opened(self, act: Act | None) -> None:
        if self._card:
            self.deeds.open(self._card, act)

    def _on_file_wanted(self, act: Act | None) -> None:
        if self._card:
            self.deeds.save_as(self._card, act)

    def _lay_out(self) -> None:
        say = self._desktop.texts.text
        whole = QWidget()
        self._whole = _stacked(self, EmptyState("mail", say(_CHOOSE[0]), say(_CHOOSE[1])), whole)
        paper, lower = QWidget(), QWidget()
        self._paper = _stacked(paper, self.page, self._words)
        self._lower = _stacked(lower, self.facts, self._form_place)
        column = QVBoxLayout(whole)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(paper, 5)
        column.addWidget(lower, 3)
        column.addWidget(self.steps)


def _stacked(place: QWidget, *widgets: QWidget) -> QStackedLayout:
    stack = QStackedLayout(place)
    for widget in widgets:
        stack.addWidget(widget)
    return stack


def _scrolling() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
