"""The room of the recipients: the list, and beside it the one that one is at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget

from app.domain.errors import N_
from app.domain.records import RECIPIENT_KINDS, RecordKind
from app.gui.recipients.detail import RecipientDetail
from app.gui.recipients.presenter import Listing, RecipientsPresenter, Wish
from app.gui.recipients.short_entry import Made
from app.gui.recipients.short_form import ShortRecipientForm
from app.gui.records.languages import office_languages
from app.gui.records.list_pane import ListPane, PaneWords
from app.gui.records.opening import New
from app.gui.widgets.buttons import PrimaryButton
from app.gui.widgets.chips import Chip, MenuChip
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.forms import ScrollForm
from app.gui.widgets.panes import SplitPane
from app.gui.widgets.screen import Screen

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_KINDS: Final = {
    RecordKind.PERSON: N_("Persons"),
    RecordKind.OFFICE: N_("Offices"),
    RecordKind.INSTITUTION: N_("Institutions"),
}
_TITLE: Final = N_("Recipients")
_NEW: Final = N_("New recipient")
_STATE, _ANY = N_("State"), N_("Any State")
_EMPTY: Final = N_("No recipients yet")
_EMPTY_TEXT: Final = N_(
    "Whoever a letter goes to stands here once, with the names and forms of address of every language, "
    "and is found again by any part of any name."
)
_CHOOSE: Final = N_("Choose a recipient")
_CHOOSE_TEXT: Final = N_(
    "What is known of it stands here: how letters address it, and which letters went there."
)


class RecipientsScreen(Screen):
    """Shows the address book; its subject is the key of an entry, or ``New``."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop, self._wish, self._language = desktop, Wish(), office_languages(desktop.office)[0]
        self._presenter = RecipientsPresenter(desktop.office, desktop.texts, date.today)
        self._states: list[tuple[str, str]] = []
        self._form: ScrollForm | None = None
        self._make_list()
        self.detail = RecipientDetail(desktop, self._presenter)
        self._lay_out()
        self._connect()
        self._read()

    def show_subject(self, subject: object) -> None:
        """Show an entry, or the short form."""
        if isinstance(subject, New):
            self.begin_new(subject.typed)
        elif isinstance(subject, str):
            self.show_key(subject)

    def memory(self) -> object:
        """Give the wish and the entry that is shown."""
        entry = self.detail.entry
        return self._wish, entry.key if entry else "", self.detail.is_editing

    def recall(self, memory: object) -> None:
        """Show what was shown."""
        if isinstance(memory, tuple):
            wish, key, editing = memory
            self.pane.field.setText(wish.typed)
            self._narrow(wish)
            if key:
                self.show_key(key, editing=editing)

    def first_focus(self) -> None:
        """Begin in the field, or at the first step."""
        first = self.first_step if self._stack.currentWidget() is self._empty else self.pane.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep what is being written."""
        self.detail.save()

    def show_key(self, key: str, *, editing: bool = False) -> None:
        """Show an entry at the right and mark it in the list."""
        self._close_form()
        entry = self.detail.entry
        if (entry and entry.key == key and not editing) or self.detail.show_key(key, editing=editing):
            self._right.setCurrentWidget(self.detail)
            self._stack.setCurrentWidget(self._split)
            self.pane.list.go_to(key)

    def begin_new(self, typed: str = "") -> None:
        """Show the short form."""
        self.detail.save()
        self._close_form()
        form = ShortRecipientForm(self._desktop, typed, self._language)
        form.made.connect(self._on_made)
        form.cancelled.connect(self._on_cancelled)
        self._form = ScrollForm()
        self._form.add(form)
        self._right.addWidget(self._form)
        self._right.setCurrentWidget(self._form)
        self._stack.setCurrentWidget(self._split)
        form.first_focus()

    def _on_made(self, made: Made) -> None:
        self._close_form()
        self._read()
        self.show_key(made.key)
        self.detail.letter_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancelled(self) -> None:
        self._close_form()
        self._read()
        self.first_focus()

    def _close_form(self) -> None:
        if self._form:
            self._right.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._right.setCurrentWidget(self.detail if self.detail.entry else self._choose)

    def _on_deleted(self) -> None:
        self.detail.entry = None
        self._close_form()
        self._read()
        self.first_focus()

    def _narrow(self, wish: Wish) -> None:
        self._wish = wish
        for kind, chip in self.chips.items():
            chip.setChecked(wish.kind is kind)
        self.state_chip.set_value(self._presenter.states().get(wish.state, wish.state) if wish.state else "")
        self._read()

    def _read(self) -> None:
        wish = self._wish
        self._desktop.jobs.run_newest("recipients", lambda: self._presenter.listing(wish), self._on_listing)

    def _on_listing(self, listing: Listing) -> None:
        self._states = list(listing.states)
        self.pane.show_rows(listing.rows, listing.note)
        is_first = listing.is_empty and self._form is None
        self._stack.setCurrentWidget(self._empty if is_first else self._split)
        if self.detail.entry:
            self.pane.list.go_to(self.detail.entry.key)

    def _on_kind(self, kind: RecordKind) -> None:
        chosen = None if self._wish.kind is kind else kind
        self._narrow(Wish(self._wish.typed, chosen, self._wish.state))

    def _menu_of_states(self) -> QMenu:
        menu = QMenu(self)
        for code, words in [("", self._say(_ANY)), *self._states]:
            menu.addAction(words).triggered.connect(lambda _on=False, code=code: self._on_state(code))
        return menu

    def _on_state(self, code: str) -> None:
        self._narrow(Wish(self._wish.typed, self._wish.kind, code))

    def _on_typed(self, text: str) -> None:
        self._wish = Wish(text, self._wish.kind, self._wish.state)
        self._read()

    def _enter(self, key: object) -> None:
        self.show_key(str(key))
        self.detail.edit_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, text: str, **facts: object) -> str:
        return self._desktop.texts.text(text, **facts)

    def _make_list(self) -> None:
        say = self._say
        words = PaneWords(
            title=say(_TITLE),
            placeholder=say(N_("Any part of any name, in any language")),
            new=say(_NEW),
            nothing_found=say(N_("No recipient has a name like this here.")),
            create=say(N_("Add it as a new recipient")),
        )
        self.chips = {kind: Chip(say(_KINDS[kind])) for kind in RECIPIENT_KINDS}
        self.state_chip = MenuChip(say(_STATE), self._menu_of_states)
        self.pane = ListPane(self._desktop, words, [*self.chips.values(), self.state_chip])

    def _connect(self) -> None:
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, kind=kind: self._on_kind(kind))
        self.pane.typed.connect(self._on_typed)
        self.pane.opened.connect(lambda key: self.show_key(str(key)))
        self.pane.entered.connect(self._enter)
        self.pane.new_wanted.connect(self.begin_new)
        self.detail.other.connect(self.show_key)
        self.detail.deeds.deleted.connect(self._on_deleted)
        self._desktop.changes.recipients_changed.connect(self._read)
        for keys, deed in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.detail.deeds.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), lambda: self.detail.deeds.undo(back=False)),
            (QKeySequence("F2"), self.detail.edit),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _lay_out(self) -> None:
        say = self._say
        self._choose = EmptyState("users", say(_CHOOSE), say(_CHOOSE_TEXT))
        self._right = QStackedWidget()
        self._right.addWidget(self._choose)
        self._right.addWidget(self.detail)
        self._split = SplitPane("recipients", self._desktop.preferences, self.pane, self._right)
        self._split.remember(380, 660)
        self.first_step = PrimaryButton(say(_NEW), icon="plus", clicked=self.begin_new)
        self._empty = EmptyState("users", say(_EMPTY), say(_EMPTY_TEXT), [self.first_step])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._split)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)
