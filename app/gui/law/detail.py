"""One legal reference: its fields by kind, its further names, and how States are bound."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.people import State
from app.domain.records import RecordNotFound
from app.flow.citation_kinds import KIND_TITLES
from app.flow.citing import kind_of
from app.flow.fields import title_of_field
from app.gui.guide.steps.citation_form import CitationForm
from app.gui.law.presenter import LawPresenter, ReferenceDesk
from app.gui.records.deeds import Deeds
from app.gui.records.told import Told
from app.gui.settings.language_choice import letter_languages
from app.gui.widgets.buttons import DangerButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import ChoiceEditor, LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.words import Tag, Words

if TYPE_CHECKING:
    from app.domain.legal_references import LegalReference
    from app.gui.desktop import Desktop

_DELETE: Final = N_("Move to the bin")
_LANGUAGE: Final = N_("Language of these words")
_ALIASES: Final = N_("Also found as")
_ALIASES_HINT: Final = N_("Short names that you type, separated by commas.")
_STATE: Final = N_("How one State is bound")
_STATE_HINT: Final = N_("Choose a State to write down how it is bound and since when.")
_NO_STATE: Final = N_("No State")
_STATES: Final = N_("What is known of States")
_BINDING: Final = (".status", ".status_date")


class LawDetail(ScrollForm):
    """Always a form; it saves by itself after a pause."""

    def __init__(self, desktop: Desktop, presenter: LawPresenter) -> None:
        super().__init__()
        self._desktop, self._presenter, self._say = desktop, presenter, desktop.texts.text
        self.desk: ReferenceDesk | None = None
        self.form: CitationForm | None = None
        service = desktop.office.legal_references
        self.deeds = Deeds(desktop, service.save, service.undo, desktop.changes.references_changed.emit)
        self._title, self._kind, self._saved = Words("", "title", wraps=True), Tag(""), Words("", "muted")
        self.delete = DangerButton(self._say(_DELETE), icon="trash-2", clicked=self._on_delete)
        self.language = ChoiceEditor(letter_languages())
        self.aliases = LineEditor()
        self.state = ChoiceEditor([("", self._say(_NO_STATE)), *presenter.states()])
        self.told = Told()
        self._fields, self._known = Card(), Card(self._say(_STATES))
        self._lay_out()
        self._listen()

    @property
    def key(self) -> str:
        """The key of what is shown, nothing where nothing is."""
        return self.desk.reference.key if self.desk else ""

    @property
    def is_editing(self) -> bool:
        """Say that the form is shown."""
        return self.desk is not None

    def show_key(self, key: str, *, editing: bool = False) -> bool:
        """Show a reference; say whether it is there."""
        if not self.deeds.keeper.forget():
            return False
        try:
            reference = self._presenter.reference(key)
        except RecordNotFound:
            self.forget()
            return False
        known = {one.state for one in reference.bindings}
        state = str(self.state.value() or "")
        self._show(reference, state if state in known else next(iter(known), state))
        if editing:
            self.enter()
        return True

    def forget(self) -> None:
        """Show nothing any more."""
        self.deeds.keeper.forget()
        self.desk = None

    def edit(self) -> None:
        """Begin to write."""
        self.enter()

    def save(self) -> None:
        """Keep what is not kept yet."""
        self.deeds.keeper.leave()

    def enter(self) -> None:
        """Take the focus."""
        if self.form and self.form.fields:
            self.form.fields[0].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(self._saved)
        row.addWidget(self.delete)
        self.add(top, self._kind, self._fields)
        self._found = Card()
        self._found.add(Field(self._say(_LANGUAGE), self.language))
        self._found.add(Field(self._say(_ALIASES), self.aliases, hint=self._say(_ALIASES_HINT)))
        self._state_field = Field(self._say(_STATE), self.state, hint=self._say(_STATE_HINT))
        self._fields.add(self._state_field)
        self._known.add(self.told)
        self.add(self._known, self._found)

    def _listen(self) -> None:
        self.deeds.said.connect(self._saved.setText)
        self.deeds.turned.connect(self._on_turned)
        self.language.chosen.connect(lambda tag: self._become("language", language=str(tag)))
        self.aliases.textEdited.connect(self._on_aliases)
        self.state.chosen.connect(self._on_state)

    def _show(self, reference: LegalReference, code: str) -> None:
        state = State(code=code, name=dict(self._presenter.states()).get(code, code)) if code else State()
        self.desk = ReferenceDesk(self._desktop.texts, reference, state, self._on_changed)
        self._saved.setText("")
        self._kind.setText(self._say(KIND_TITLES[kind_of(reference.citation)]))
        self.language.set_value(reference.language)
        if not self.aliases.hasFocus():
            self.aliases.setText(", ".join(reference.aliases))
        self.state.set_value(code)
        self._build(self.desk)
        self._show_names(reference)

    def _build(self, desk: ReferenceDesk) -> None:
        if self.form:
            self._fields.column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = CitationForm(desk, 1)
        self._fields.column.insertWidget(0, self.form)
        binding = [field for field in self.form.fields if field.place.endswith(_BINDING)]
        for field in binding:
            field.setVisible(bool(desk.state.code))
        self._state_field.setVisible(bool(binding))

    def _show_names(self, reference: LegalReference) -> None:
        self._title.setText(self._presenter.title(reference.citation))
        bindings = self._presenter.bindings(reference)
        self.told.show_lines(bindings)
        self._known.setVisible(bool(bindings))

    def _on_changed(self, reference: LegalReference, place: str) -> None:
        self.deeds.keeper.write(reference, place, title_of_field(place))
        self._show_names(reference)

    def _become(self, place: str, **values: object) -> None:
        if self.desk:
            self.desk.become(replace(self.desk.reference, **values), place)  # type: ignore[arg-type]

    def _on_aliases(self, text: str) -> None:
        self._become("aliases", aliases=tuple(part.strip() for part in text.split(",") if part.strip()))

    def _on_state(self, code: object) -> None:
        if self.desk:
            self._show(self.desk.reference, str(code))

    def _on_turned(self) -> None:
        if self.key:
            self._show(self._presenter.reference(self.key), str(self.state.value() or ""))

    def _on_delete(self) -> None:
        if self.desk:
            title = self._presenter.title(self.desk.reference.citation)
            self.deeds.delete(self.key, title, self._desktop.office.legal_references.delete)
