"""The form of an entry of the address book: what is said in each language, then what is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.directory import Forms, Institution, Office, Person
from app.domain.errors import N_
from app.domain.records import RecordKind
from app.gui.recipients.form_rows import contact_rows, labels, own_rows, said_rows
from app.gui.recipients.presenter import Entry, RecipientsPresenter, kind_of
from app.gui.recipients.reading import has_name
from app.gui.recipients.tenures_form import TenuresForm
from app.gui.records.entries import Entries
from app.gui.records.language_bar import LanguageBar
from app.gui.records.places import value_at, with_value
from app.gui.records.record_field import RecordField
from app.gui.widgets.cards import Card
from app.gui.widgets.ticks import Tick

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_NAMES: Final = N_("Names and forms of address")
_ABOUT: Final = {
    RecordKind.PERSON: N_("About the person"),
    RecordKind.OFFICE: N_("About the office"),
    RecordKind.INSTITUTION: N_("About the institution"),
}
_OFFICES: Final = N_("Offices held")
_REACHING: Final = N_("How letters reach them")
_INSTITUTION: Final = N_("Institution")
_OWN_LINE: Final = N_("Name the institution on a line of its own")


class EntryForm(QWidget):
    """Edits one entry in place; ``edited`` gives the entry, the place of the change and its words."""

    edited = Signal(object, str, str)
    left = Signal()
    undo_wanted = Signal(bool)
    language_chosen = Signal(str)

    def __init__(self, desktop: Desktop, presenter: RecipientsPresenter, kind: RecordKind) -> None:
        super().__init__()
        self._desktop, self._presenter, self._kind = desktop, presenter, kind
        self._entry: Entry | None = None
        self._language = "en"
        texts = desktop.texts
        own, contact = own_rows(kind, texts, presenter.states()), contact_rows(texts)
        self._labels = {**labels(said_rows(kind)), **labels(own), **labels(contact)}
        self.bar = LanguageBar(texts)
        self.bar.chosen.connect(self.language_chosen)
        self.said = Entries(said_rows(kind), texts)
        self.own, self.contact = Entries(own, texts), Entries(contact, texts)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self._lay_out()

    def show_entry(self, entry: Entry, language: str, languages: tuple[str, ...]) -> None:
        """Show an entry in a language."""
        self._entry, self._language = entry, language
        self.bar.show_languages(languages, lambda tag: has_name(entry, tag), language)
        for entries in (self.said, self.own, self.contact):
            entries.show_values(lambda place: value_at(entry, place, language))
        if isinstance(entry, Person):
            self.tenures.show_tenures(entry.tenures)
        if isinstance(entry, Office):
            self.institution.show_key(entry.institution, self._presenter.name_of(entry.institution))
            self.own_line.setChecked(entry.names_institution)
            self.own_line.setVisible(bool(entry.institution))

    def first_focus(self) -> None:
        """Begin with the names."""
        self.said.first_focus()

    def _lay_out(self) -> None:
        say = self._desktop.texts.text
        names, about = Card(say(_NAMES)), Card(say(_ABOUT[self._kind]))
        names.add(self.bar, self.said)
        about.add(self.own)
        self.column.addWidget(names)
        self.column.addWidget(about)
        if self._kind is RecordKind.PERSON:
            self.column.addWidget(self._tenures_card())
        if self._kind is RecordKind.OFFICE:
            about.add(*self._institution_fields())
        reaching = Card(say(_REACHING))
        reaching.add(self.contact)
        self.column.addWidget(reaching)
        for entries in (self.said, self.own, self.contact):
            entries.written.connect(self._on_written)
            entries.left.connect(lambda _place: self.left.emit())
            entries.undo_wanted.connect(self.undo_wanted)

    def _tenures_card(self) -> Card:
        card = Card(self._desktop.texts.text(_OFFICES))
        self.tenures = TenuresForm(self._desktop, self._presenter.name_of, self._create_office)
        self.tenures.changed.connect(lambda tenures: self._put("tenures", tenures))
        self.tenures.left.connect(self.left)
        self.tenures.undo_wanted.connect(self.undo_wanted)
        card.add(self.tenures)
        return card

    def _institution_fields(self) -> tuple[QWidget, QWidget]:
        say = self._desktop.texts.text
        kind = RecordKind.INSTITUTION
        self.institution = RecordField(self._desktop, say(_INSTITUTION), kind, self._create_institution)
        self.institution.chosen.connect(lambda key: self._put("institution", key))
        self.own_line = Tick(say(_OWN_LINE))
        self.own_line.clicked.connect(lambda on: self._put("names_institution", on))
        return self.institution, self.own_line

    def _create_office(self, title: str) -> str:
        state = self._entry.state if self._entry else ""
        forms = (Forms(language=self._language, name=title),)
        return self._presenter.save(Office(state=state, forms=forms)).key

    def _create_institution(self, name: str) -> str:
        state = self._entry.state if self._entry else ""
        forms = (Forms(language=self._language, name=name),)
        return self._presenter.save(Institution(state=state, forms=forms)).key

    def _on_written(self, place: str, value: object) -> None:
        if self._entry is None:
            return
        changed = with_value(self._entry, place, self._language, value)
        if changed != self._entry:
            self._entry = changed
            self.edited.emit(changed, f"{place} {self._language}", self._labels[place])

    def _put(self, place: str, value: object) -> None:
        self._labels.setdefault(place, {"tenures": _OFFICES}.get(place, _INSTITUTION))
        self._on_written(place, value)


def form_for(desktop: Desktop, presenter: RecipientsPresenter, entry: Entry) -> EntryForm:
    """Give the form for an entry."""
    return EntryForm(desktop, presenter, kind_of(entry))
