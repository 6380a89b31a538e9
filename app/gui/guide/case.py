"""The third step: the case, what happened in it, and the State that is addressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.case_files import CaseFact
from app.domain.errors import N_
from app.gui.asking import Notice
from app.gui.guide.bound import LetterField
from app.gui.guide.case_choices import CaseChoices, FactLine
from app.gui.guide.case_fact_form import FactCard
from app.gui.guide.case_facts import FactList
from app.gui.guide.case_form import CaseForm
from app.gui.guide.case_state import StateCard
from app.gui.guide.page import PLACE, StepPage, nearest
from app.gui.guide.scrolling import show_soon
from app.gui.widgets.buttons import SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.picker import Picker
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

_NAME: Final = N_("Case")
_FIND: Final = N_("Part of a title, an organisation or a person")
_CREATE: Final = N_("Begin the case “{name}”")
_NONE: Final = N_("A case keeps what happened for every letter about it: people, facts with dates, replies.")
_FACTS: Final = N_("Information received")
_NO_FACTS: Final = N_("No fact is known yet. Each has its date, and is ticked for this letter or not.")
_ADD: Final = N_("Add a fact")
_GONE: Final = N_("The fact is no longer in the case file.")
_UNDO: Final = N_("Undo")
_SUBJECT_EXAMPLE: Final = N_("Criminal prosecution of Larisa Kharkova")


class CasePage(StepPage):
    """A field that finds cases, the form of the case, its facts with ticks, and the State."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__(desktop, guide)
        self.choices = CaseChoices(guide)
        self._changing: FactLine | None = None
        self.picker = Picker(
            self.say(_NAME),
            self.choices.suggest,
            jobs=desktop.jobs,
            theme=desktop.theme,
            placeholder=self.say(_FIND),
            create=lambda name: self.say(_CREATE, name=name),
        )
        self.picker.field.setProperty(PLACE, "case")
        self._none = Words(self.say(_NONE), "muted", wraps=True)
        self.form = CaseForm(desktop, guide, self.choices)
        self.subject = LetterField(guide, "subject", placeholder=self.say(_SUBJECT_EXAMPLE))
        self.state = StateCard(desktop, guide, self.choices)
        self.facts_card = Card(self.say(_FACTS))
        self.facts = FactList(desktop.texts)
        self._no_facts = Words(self.say(_NO_FACTS), "muted", wraps=True)
        self.add = SecondaryButton(self.say(_ADD), icon="plus", clicked=self._on_add)
        self.add.setProperty(PLACE, "case.facts")
        self.fact_form = FactCard(desktop.texts)
        self._lay_out()
        self._connect()
        self.form.unfold(shown=self.choices.has_gaps)

    def show_letter(self) -> None:
        """Show the case, the State and the facts."""
        begun = self.choices.is_begun
        self._none.setVisible(not begun)
        self.form.setVisible(begun)
        self.form.show_letter()
        self.subject.show_letter()
        self.state.show_letter()
        lines = self.choices.facts()
        self.facts.show_lines(lines, self.guide.letter.language)
        self._no_facts.setVisible(not lines and not self.fact_form.isVisibleTo(self))

    def first_focus(self) -> None:
        """Begin in the field that finds."""
        self.picker.setFocus()

    def go_to(self, place: str) -> bool:
        """Bring the focus to a place; the form of the case is opened for its own."""
        if place.startswith("case.") and not place.startswith("case.facts"):
            self.form.show()
            self._none.hide()
            return self.form.go_to(place)
        if place == "case.facts" and not self.facts.rows:
            self._on_add()
            return True
        if place == "state" or place.startswith("state."):
            found = nearest(self.state.editors(), place)
            if found:
                found.setFocus(Qt.FocusReason.OtherFocusReason)
            return found is not None
        return super().go_to(place)

    def leave(self) -> None:
        """Keep a fact that was begun, and what was changed in the case file, where that is wanted."""
        self.fact_form.keep_what_is_written()
        if self.choices.keep():
            self.desktop.changes.cases_changed.emit()

    def _on_picked(self, key: object) -> None:
        self.leave()
        self.choices.choose(str(key))
        self.form.unfold(shown=self.choices.has_gaps)
        self.picker.setFocus()

    def _on_create(self, title: str) -> None:
        self.leave()
        self.choices.create(title)
        self.desktop.changes.cases_changed.emit()
        self.form.go_to("case.event")

    def _on_add(self) -> None:
        self._begin(None, CaseFact())

    def _on_change(self, line: FactLine) -> None:
        self._begin(line, line.known)

    def _begin(self, line: FactLine | None, fact: CaseFact) -> None:
        self._changing = line
        self.add.hide()
        self._no_facts.hide()
        language = self.guide.letter.language
        self.fact_form.begin(fact, language, in_file=self.choices.keeps_facts)
        show_soon(self.fact_form)

    def _on_kept(self, fact: CaseFact) -> None:
        self._end()
        self.choices.save_fact(self._changing, fact)
        self.show_letter()
        self.desktop.changes.cases_changed.emit()

    def _end(self) -> None:
        self.fact_form.hide()
        self.add.show()
        self.add.setFocus()

    def _on_cancelled(self) -> None:
        self._end()
        self.show_letter()

    def _on_removed(self, line: FactLine) -> None:
        change = self.choices.remove_fact(line)
        self.show_letter()
        self.add.setFocus()
        if change is not None:
            self.desktop.changes.cases_changed.emit()
            notice = Notice(self.say(_GONE), self.say(_UNDO), lambda: self._take_back(change))
            self.desktop.asking.notify(notice)

    def _take_back(self, change: object) -> None:
        self.choices.take_back(change)  # type: ignore[arg-type]
        self.show_letter()
        self.desktop.changes.cases_changed.emit()

    def _on_cases_changed(self) -> None:
        self.choices.forget()
        self.show_letter()

    def _connect(self) -> None:
        self.picker.picked.connect(self._on_picked)
        self.picker.create_wanted.connect(self._on_create)
        self.facts.ticked.connect(lambda line, on: self.choices.tick(line, on=on))
        self.facts.change_wanted.connect(self._on_change)
        self.facts.removed.connect(self._on_removed)
        self.fact_form.kept.connect(self._on_kept)
        self.fact_form.cancelled.connect(self._on_cancelled)
        self.desktop.changes.cases_changed.connect(self._on_cases_changed)

    def _lay_out(self) -> None:
        self.fact_form.hide()
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch()
        self.facts_card.add(self._no_facts, self.facts, self.fact_form)
        self.facts_card.column.addLayout(row)
        for widget in (self.picker, self._none, self.form, self.facts_card, self.state, self.subject):
            self.column.addWidget(widget)
