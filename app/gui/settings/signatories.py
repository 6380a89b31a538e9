"""Signatories: their names and capacities in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.domain.said import said_in, saying_part
from app.domain.senders import SignatoryRecord, SignatoryTexts
from app.gui.asking import Notice
from app.gui.desktop import Desktop
from app.gui.settings.language_tabs import LanguageTabs
from app.gui.settings.section import Section, show_rows
from app.gui.settings.word_fields import FieldRow, WordFields
from app.gui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from app.i18n.catalogues import Catalogue
    from app.services.records import Change
    from app.services.sender_profiles import SenderProfiles

_TITLE: Final = N_("Signatories")
_NOTE: Final = N_("Who signs letters, written once and used in every letter.")
_ADD: Final = N_("Add a signatory")
_NONE: Final = N_("Nobody signs yet")
_NONE_TEXT: Final = N_("Write the names of those who sign, with the office they sign in, in each language.")
_UNNAMED: Final = N_("Signatory without a name")
_DELETE: Final = N_("Move to the bin")
_DELETED: Final = N_("“{name}” is in the bin.")
_UNDO: Final = N_("Undo")
_ROWS: Final = (
    FieldRow("name", N_("Name"), N_("As it stands under the signature.")),
    FieldRow("capacities", N_("Capacities"), N_("The office in which he or she signs; one a line."), 2),
    FieldRow("organisation", N_("Organisation"), N_("Only where it is not that of the letterhead.")),
    FieldRow(
        "in_text",
        N_("In a sentence"),
        N_("“the General Secretary of the PERC, Mr …”, for letters that name who writes."),
    ),
    FieldRow(
        "witness", N_("As a witness"), N_("What he or she speaks as where a letter tells what was seen.")
    ),
)
_PLACES: Final = tuple(row.place for row in _ROWS)


class SignatoriesPresenter:
    """Reads and keeps signatories, off the thread of the window."""

    def __init__(self, senders: SenderProfiles, texts: Catalogue) -> None:
        self._senders, self._texts = senders, texts

    def rows(self) -> Sequence[Row]:
        """Give a row for each."""
        language = self._texts.language
        return [self._row(one.key, one.texts_in(language)) for one in self._senders.signatories()]

    def record(self, key: str) -> SignatoryRecord:
        """Raises ``RecordNotFound``."""
        return self._senders.signatory(key)

    def new(self) -> str:
        """Keep somebody new and give the key."""
        return self._senders.save(SignatoryRecord()).key

    def write(self, key: str, language: str, place: str, text: str) -> Change:
        """Keep one text in one language."""
        record = self.record(key)
        value = tuple(text.splitlines()) if place == "capacities" else text
        texts = saying_part(record.texts, SignatoryTexts(language=language), place, value)
        return self._senders.save(replace(record, texts=texts))

    def delete(self, key: str) -> Change:
        """Put somebody into the bin."""
        return self._senders.delete(key)

    def undo(self, change: Change) -> None:
        """Take a change back."""
        self._senders.undo(change)

    def _row(self, key: str, said: SignatoryTexts) -> Row:
        return Row(key, said.name or self._texts.text(_UNNAMED), ", ".join(said.capacities), icon="signature")


def texts_of(record: SignatoryRecord, language: str) -> Mapping[str, str]:
    """Give the texts of one language, each as one text; none are borrowed."""
    said = said_in(record.texts, language) or SignatoryTexts(language=language)
    texts = {place: getattr(said, place) for place in _PLACES}
    return texts | {"capacities": "\n".join(said.capacities)}


class SignatoriesSection(Section):
    """The list, and one of them in a form."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE, _NOTE)
        self._presenter = SignatoriesPresenter(desktop.office.senders, desktop.texts)
        self._key, self._rows = "", list[Row]()
        self.list = RowList(desktop.theme, self.say(_TITLE))
        first = PrimaryButton(self.say(_ADD), icon="plus", clicked=self.add_signatory)
        self.empty = EmptyState("signature", self.say(_NONE), self.say(_NONE_TEXT), [first])
        self._buttons = FlowRow(
            SecondaryButton(self.say(_ADD), icon="plus", clicked=self.add_signatory),
            DangerButton(self.say(_DELETE), icon="trash-2", clicked=self._on_delete),
        )
        self.add(self.empty, self.list, self._buttons)
        self.tabs = LanguageTabs(desktop.texts)
        self.fields = WordFields(desktop.texts, _ROWS)
        self._card = self.card("", self.tabs, self.fields)
        self._listen()
        self._read()

    def save(self) -> None:
        """Keep what is written."""
        self.fields.save()

    def show_subject(self, subject: object) -> None:
        """Show somebody by the key."""
        self.list.go_to(subject)

    def add_signatory(self) -> None:
        """Begin somebody new."""
        self.desktop.jobs.run(self._presenter.new, self._on_added)

    def _listen(self) -> None:
        self.list.current_changed.connect(self._on_current)
        self.list.chosen.connect(lambda _key: self._begin())
        self.tabs.chosen.connect(lambda _tag: self._show())
        self.fields.changed.connect(self._on_text)
        self.desktop.changes.senders_changed.connect(self._read)

    def _begin(self) -> None:
        self.fields.fields["name"].editor.setFocus()

    def _read(self) -> None:
        self.desktop.jobs.run_newest("settings/signatories", self._presenter.rows, self._on_rows)

    def _on_rows(self, rows: Sequence[Row]) -> None:
        self._rows = list(rows)
        show_rows(self.list, rows)
        self.empty.setVisible(not rows)
        for each in (self.list, self._buttons, self._card):
            each.setVisible(bool(rows))
        if rows:
            keys = [row.key for row in rows]
            self._key = self._key if self._key in keys else str(keys[0])
            self.list.go_to(self._key)
            self._show()

    def _on_current(self, key: object) -> None:
        if key is not None and key != self._key:
            self.fields.save()
            self._key = str(key)
            self._show()

    def _show(self) -> None:
        key = self._key
        self.desktop.jobs.run_newest(
            "settings/signatory", lambda: self._presenter.record(key), self._on_record
        )

    def _on_record(self, record: SignatoryRecord) -> None:
        spoken = [one.language for one in record.texts]
        usual = self.desktop.preferences.text("letters/languages").split()
        self.tabs.offer([*spoken, *usual])
        self.fields.show_values(texts_of(record, self.tabs.language))

    def _on_text(self, place: str, text: str) -> None:
        work = partial(self._presenter.write, self._key, self.tabs.language, place, text)
        self.desktop.jobs.run(work, self._on_kept)

    def _on_kept(self, _change: object) -> None:
        self.desktop.changes.senders_changed.emit()

    def _on_added(self, key: str) -> None:
        self._key = key
        self.desktop.changes.senders_changed.emit()
        self._begin()

    def _on_delete(self) -> None:
        self.desktop.jobs.run(partial(self._presenter.delete, self._key), self._on_deleted)

    def _on_deleted(self, change: Change) -> None:
        name = next((row.title for row in self._rows if row.key == change.key), "")
        self.desktop.changes.senders_changed.emit()
        undo = partial(self._undo, change)
        self.desktop.asking.notify(Notice(self.say(_DELETED, name=name), self.say(_UNDO), undo))

    def _undo(self, change: Change) -> None:
        self._key = change.key
        self.desktop.jobs.run(partial(self._presenter.undo, change), self._on_kept)
