"""A case: read first, each part edited where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case_files import CaseFile, HappeningKind, Reply
from app.domain.errors import N_, ChanceryError
from app.gui.cases.case_form import CaseForm
from app.gui.cases.files_card import FilesCard
from app.gui.cases.form_rows import PERSON, REPLY, fact_rows
from app.gui.cases.items_card import Items, ItemsCard
from app.gui.cases.naming import CLOSED, OPEN
from app.gui.cases.presenter import CasesPresenter, has_texts, new_fact, new_person
from app.gui.cases.references_card import ReferencesCard
from app.gui.cases.timeline_card import TimelineCard
from app.gui.guide.beginning import Beginning
from app.gui.records.deeds import Deeds
from app.gui.records.language_bar import LanguageBar
from app.gui.records.languages import office_languages, shown_languages
from app.gui.records.places import languages_of, with_value
from app.gui.records.told import Told
from app.gui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.words import Mood, ShortWords, Tag, Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_EDIT, _DONE = N_("Edit"), N_("Done")
_NEW_LETTER: Final = N_("New letter about this case")
_DELETE: Final = N_("Move to the bin")
_THE_CASE: Final = N_("The case")
_PARTS: Final = {
    "people": N_("Persons concerned"),
    "facts": N_("Facts"),
    "replies": N_("Replies"),
    "references": N_("References of others"),
}


class CaseDetail(QWidget):
    """Shows one case; what is changed is saved by itself."""

    def __init__(self, desktop: Desktop, presenter: CasesPresenter) -> None:
        super().__init__()
        self._desktop, self._presenter = desktop, presenter
        self.case: CaseFile | None = None
        self._wanted, self._added = office_languages(desktop.office), list[str]()
        self.language = self._wanted[0]
        undo, changed = desktop.office.case_files.undo, desktop.changes.cases_changed.emit
        self.deeds = Deeds(desktop, presenter.save, undo, changed)
        self.form: CaseForm | None = None
        self._make_parts()
        self._lay_out()
        self._connect()

    @property
    def key(self) -> str:
        """The key of the case, nothing where none is shown."""
        return self.case.key if self.case else ""

    @property
    def is_editing(self) -> bool:
        """Say whether the form of the case is shown."""
        return self.form is not None

    def show_key(self, key: str, *, editing: bool = False) -> bool:
        """Show a case; say whether it can be shown."""
        if not self.deeds.keeper.forget():
            return False
        try:
            self.case = self._presenter.read(key)
        except ChanceryError:
            self.case = None
            return False
        self._added = []
        for card in self.parts.values():
            card.forget()
        self._close_form()
        self._show()
        self.files.show_case(key)
        if editing:
            self.edit()
        return True

    def read_again(self) -> None:
        """Show the case as it is kept now, unless it is being written."""
        if self.case and self.deeds.keeper.is_clean:
            try:
                self.case = self._presenter.read(self.case.key)
            except ChanceryError:
                return
            self._show()

    def forget(self) -> None:
        """Show nothing any more."""
        self.case = None

    def enter(self) -> None:
        """Begin with what is likely to be done."""
        self.letter_button.setFocus(Qt.FocusReason.TabFocusReason)

    def edit(self) -> None:
        """Show the form of the case."""
        if self.case is None or self.form:
            return
        self.form = CaseForm(self._desktop, self._presenter.states())
        self.form.written.connect(self._put)
        self.form.left.connect(self.deeds.keeper.leave)
        self.form.undo_wanted.connect(lambda back: self.deeds.undo(back=back))
        self.form.language_chosen.connect(self._on_language)
        self._top.addWidget(self.form)
        self._show()
        self.form.first_focus()

    def done(self) -> None:
        """Keep what was written and show the case for reading."""
        self.deeds.keeper.leave()
        self._close_form()
        self._show()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep what is not kept yet."""
        self.deeds.keeper.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put the form away; what was written is saved."""
        if event.key() == Qt.Key.Key_Escape and self.form:
            self.done()
        else:
            super().keyPressEvent(event)

    def languages(self) -> tuple[str, ...]:
        """Give the languages to show for the case."""
        own = languages_of(self.case) if self.case else ()
        return shown_languages(own, self._wanted, self._added)

    def _put(self, place: str, value: object, step: str = "") -> None:
        if self.case is None:
            return
        changed = with_value(self.case, place, self.language, value)
        if changed != self.case:
            self.case = changed
            if place in self.parts:
                self.parts[place].things = getattr(changed, place)  # new facts have been given their keys
            self.deeds.keeper.write(changed, step or f"{place} {self.language}", self._words(place))
            self._show_head(changed)

    def _words(self, place: str) -> str:
        return _PARTS.get(place, _THE_CASE)

    def _on_language(self, tag: str) -> None:
        self.deeds.keeper.leave()
        if tag not in self.languages():
            self._added.append(tag)
        self.language = tag
        self._show()

    def _on_references(self, references: object) -> None:
        self._put("references", references)
        self.deeds.keeper.leave()
        if self.case:
            self.references.show_case(self.case)

    def _write_letter(self) -> None:
        self.deeds.keeper.leave()
        self._desktop.going.to("guide", Beginning(language=self.language, case=self.key))

    def _delete(self) -> None:
        if self.case:
            title, delete = self._presenter.title(self.case), self._desktop.office.case_files.delete
            self.deeds.delete(self.case.key, title, delete)

    def _close_form(self) -> None:
        if self.form:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _show(self) -> None:
        case = self.case
        if case is None:
            return
        self._show_head(case)
        self._told_card.setVisible(self.form is None)
        for button in (self.edit_button, self.letter_button, self.delete_button):
            button.setVisible(self.form is None)
        self.done_button.setVisible(self.form is not None)
        if self.form:
            self.form.show_case(case, self.language, self.languages())
        else:
            self.bar.show_languages(self.languages(), lambda tag: has_texts(case, tag), self.language)
            self.told.show_lines(self._presenter.told(case, self.language))
        for place, card in self.parts.items():
            card.show_things(getattr(case, place), self.language)
        self.references.show_case(case)
        self.timeline.show_case(case)

    def _show_head(self, case: CaseFile) -> None:
        self.title.say(self._presenter.title(case))
        say = self._desktop.texts.text
        self._state.show_state(say(CLOSED if case.closed else OPEN), Mood.NEUTRAL if case.closed else Mood.OK)

    def _make_parts(self) -> None:
        desktop, row = self._desktop, self._presenter
        declared = (
            Items("people", _PARTS["people"], N_("Add a person"),
                  N_("Nobody yet. A letter names the first person here."),
                  PERSON, row.person_row, new_person),
            Items("facts", _PARTS["facts"], N_("Add a fact"),
                  N_("No facts yet. A letter tells those that you tick, oldest first."),
                  fact_rows(desktop.texts), row.fact_row, new_fact),
            Items("replies", _PARTS["replies"], N_("Add a reply"),
                  N_("Nobody has answered yet."), REPLY, row.reply_row, _new_reply),
        )  # fmt: skip
        self.parts = {items.place: ItemsCard(desktop, items) for items in declared}
        self.references = ReferencesCard(desktop, self._presenter)
        self.files, self.timeline = FilesCard(desktop), TimelineCard(desktop, self._presenter)

    def _connect(self) -> None:
        for place, card in self.parts.items():
            card.changed.connect(lambda things, step, place=place: self._put(place, things, step))
            card.left.connect(self.deeds.keeper.leave)
            card.undo_wanted.connect(lambda back: self.deeds.undo(back=back))
        self.references.changed.connect(self._on_references)
        self.timeline.opened.connect(self._on_happening)
        self.bar.chosen.connect(self._on_language)
        self.deeds.said.connect(self._saved.setText)
        self.deeds.turned.connect(self.read_again)
        for changed in (self._desktop.changes.cases_changed, self._desktop.changes.letters_changed):
            changed.connect(self.read_again)

    def _on_happening(self, happening: Any) -> None:
        if happening.kind is HappeningKind.REPLY:
            self.parts["replies"].open_at(happening.place)

    def _lay_out(self) -> None:
        say = self._desktop.texts.text
        self.title, self._state, self._saved = ShortWords("", "title"), Tag(""), Words("", "muted")
        self.edit_button = SecondaryButton(say(_EDIT), icon="pencil", clicked=self.edit)
        self.letter_button = PrimaryButton(say(_NEW_LETTER), icon="plus", clicked=self._write_letter)
        self.delete_button = DangerButton(say(_DELETE), icon="trash-2", clicked=self._delete)
        self.done_button = PrimaryButton(say(_DONE), icon="check", clicked=self.done)
        self.bar, self.told = LanguageBar(self._desktop.texts, adds=False), Told()
        self._told_card, top, body = Card(say(_THE_CASE)), QWidget(), ScrollForm(margin=0)
        self._told_card.add(self.bar, self.told)
        self._top = QVBoxLayout(top)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.addWidget(self._told_card)
        people, facts, replies = self.parts.values()
        body.add(top, people, facts, self.references, self.timeline, replies, self.files)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._state)
        head.addWidget(self.title, 1)
        head.addWidget(self._saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 24, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(FlowRow(self.letter_button, self.edit_button, self.delete_button, self.done_button))
        column.addWidget(body, 1)


def _new_reply(_language: str) -> Reply:
    return Reply()
