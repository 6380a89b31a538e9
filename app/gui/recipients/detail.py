"""An entry of the address book: read first, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_, ChanceryError
from app.gui.guide.beginning import Beginning
from app.gui.recipients.entry_form import EntryForm, form_for
from app.gui.recipients.presenter import Entry, RecipientsPresenter
from app.gui.recipients.read_view import ReadView
from app.gui.recipients.reading import kind_words
from app.gui.records.deeds import Deeds
from app.gui.records.languages import office_languages, shown_languages
from app.gui.records.places import languages_of
from app.gui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.words import ShortWords, Tag, Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_EDIT, _DONE = N_("Edit"), N_("Done")
_NEW_LETTER: Final = N_("New letter to this recipient")
_DELETE: Final = N_("Move to the bin")


class RecipientDetail(QWidget):
    """Shows one entry; ``other`` gives the key of another one to see."""

    other = Signal(str)

    def __init__(self, desktop: Desktop, presenter: RecipientsPresenter) -> None:
        super().__init__()
        self._desktop, self._presenter = desktop, presenter
        self.entry: Entry | None = None
        self.language, self._added = desktop.texts.language.split("-")[0], list[str]()
        self._wanted = office_languages(desktop.office)
        self.language = self._wanted[0]
        self.deeds = Deeds(desktop, presenter.save, presenter.undo, desktop.changes.recipients_changed.emit)
        self.form: EntryForm | None = None
        self.read = ReadView(desktop, presenter)
        self._build()
        self._connect()

    @property
    def key(self) -> str:
        """The key of the entry, nothing where none is shown."""
        return self.entry.key if self.entry else ""

    @property
    def is_editing(self) -> bool:
        """Say whether the form is shown."""
        return self.form is not None

    def show_key(self, key: str, *, editing: bool = False) -> bool:
        """Show an entry; say whether it can be shown."""
        if not self.deeds.keeper.forget():
            return False
        try:
            self.entry = self._presenter.read(key)
        except ChanceryError:
            self.entry = None
            return False
        self._added = []
        self._close_form()
        self._show()
        if editing:
            self.edit()
        return True

    def read_again(self) -> None:
        """Show the entry as it is kept now, unless it is being written."""
        if self.entry and self.deeds.keeper.is_clean:
            try:
                self.entry = self._presenter.read(self.entry.key)
            except ChanceryError:
                return
            self._show()

    def edit(self) -> None:
        """Show the form."""
        if self.entry is None or self.form:
            return
        self.form = form_for(self._desktop, self._presenter, self.entry)
        self.form.edited.connect(self._on_edited)
        self.form.left.connect(self.deeds.keeper.leave)
        self.form.undo_wanted.connect(lambda back: self.deeds.undo(back=back))
        self.form.language_chosen.connect(self._on_language)
        self._body.add(self.form)
        self._show()
        self.form.first_focus()

    def done(self) -> None:
        """Keep what was written and show the entry for reading."""
        self.deeds.keeper.leave()
        self._close_form()
        self._show()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Show nothing any more."""
        self.entry = None

    def enter(self) -> None:
        """Begin with what is likely to be done."""
        self.edit_button.setFocus(Qt.FocusReason.TabFocusReason)

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
        """Give the languages to show for the entry."""
        own = languages_of(self.entry) if self.entry else ()
        return shown_languages(own, self._wanted, self._added)

    def _on_edited(self, entry: Entry, place: str, words: str) -> None:
        self.entry = entry
        self.deeds.keeper.write(entry, place, words)
        self._show_head(entry)

    def _on_language(self, tag: str) -> None:
        self.deeds.keeper.leave()
        if tag not in self.languages():
            self._added.append(tag)
        self.language = tag
        self._show()

    def _on_confirmed(self, place: str) -> None:
        if self.entry is None:
            return
        try:
            printed = self._presenter.printed(self.entry.key, self.language)
            change = self._presenter.confirm(printed, self.language, place)
        except ChanceryError as error:
            self._desktop.asking.trouble(error)
            return
        self.deeds.keeper.done(change, N_("Form of address"))
        self._desktop.changes.recipients_changed.emit()

    def _write_letter(self) -> None:
        if self.entry:
            addressee = self._presenter.printed(self.entry.key, self.language).addressee
            self._desktop.going.to("guide", Beginning(language=self.language, recipient=addressee))

    def _delete(self) -> None:
        if self.entry:
            self.deeds.delete(self.entry.key, self._presenter.title(self.entry), self._presenter.delete)

    def _close_form(self) -> None:
        if self.form:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _show(self) -> None:
        if self.entry is None:
            return
        self._show_head(self.entry)
        self.read.setVisible(self.form is None)
        for button in (self.edit_button, self.letter_button, self.delete_button):
            button.setVisible(self.form is None)
        self.done_button.setVisible(self.form is not None)
        if self.form:
            self.form.show_entry(self.entry, self.language, self.languages())
        else:
            self.read.show_entry(self.entry, self.language, self.languages())

    def _show_head(self, entry: Entry) -> None:
        self.title.say(self._presenter.title(entry))
        self._kind.setText(self._desktop.texts.text(kind_words(entry)))

    def _connect(self) -> None:
        self.read.opened.connect(self.other)
        self.read.language_chosen.connect(self._on_language)
        self.read.confirmed.connect(self._on_confirmed)
        self.deeds.said.connect(self._saved.setText)
        self.deeds.turned.connect(self.read_again)
        self._desktop.changes.recipients_changed.connect(self.read_again)

    def _build(self) -> None:
        say = self._desktop.texts.text
        self.title, self._kind, self._saved = ShortWords("", "title"), Tag(""), Words("", "muted")
        self.edit_button = SecondaryButton(say(_EDIT), icon="pencil", clicked=self.edit)
        self.letter_button = PrimaryButton(say(_NEW_LETTER), icon="plus", clicked=self._write_letter)
        self.delete_button = DangerButton(say(_DELETE), icon="trash-2", clicked=self._delete)
        self.done_button = PrimaryButton(say(_DONE), icon="check", clicked=self.done)
        self._body = ScrollForm(margin=0)
        self._body.add(self.read)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._kind)
        top.addWidget(self.title, 1)
        top.addWidget(self._saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 24, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(FlowRow(self.letter_button, self.edit_button, self.delete_button, self.done_button))
        column.addWidget(self._body, 1)
