"""The room of the bin: what was deleted, with two ways out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import N_, ChanceryError
from app.gui.asking import CANCEL, Choice, Notice, Question
from app.gui.bin.presenter import BinPresenter
from app.gui.widgets.buttons import DangerButton, PrimaryButton
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.page_header import PageHeader
from app.gui.widgets.rows import RowList
from app.gui.widgets.screen import Screen
from app.gui.widgets.words import Words
from app.services.bin import Binned, BinnedKind

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_TITLE: Final = N_("Bin")
_HINT: Final = N_("Registered letters never come here: they stay in the register for good.")
_RESTORE, _ERASE, _EMPTY = N_("Restore"), N_("Delete for good"), N_("Empty the bin")
_NOTHING: Final = N_("The bin is empty")
_NOTHING_TEXT: Final = N_(
    "Drafts, cases, recipients and files that are deleted stay here until they are restored."
)
_RESTORED: Final = N_("“{title}” is back in its place.")
_ERASE_ASK: Final = N_("Delete “{title}” for good?")
_ERASE_TEXT: Final = N_("It cannot be restored afterwards, except from a backup.")
_EMPTY_ASK: Final = N_("Empty the bin?")
_EMPTY_ONE: Final = N_("{number} thing is deleted for good and cannot be restored, except from a backup.")
_EMPTY_MANY: Final = N_("{number} things are deleted for good and cannot be restored, except from a backup.")
_KEEP: Final = N_("Keep")
_STAYED: Final = N_("Not everything could be deleted")
_EMPTIED: Final = N_("The bin is empty now.")
_PLACES: Final = {
    BinnedKind.DRAFT: "drafts_changed",
    BinnedKind.FILE: "files_changed",
    BinnedKind.CASE: "cases_changed",
    BinnedKind.LAW: "references_changed",
    BinnedKind.SENDER: "senders_changed",
    BinnedKind.SIGNATORY: "senders_changed",
}


class BinScreen(Screen):
    """Lists the bin; one thing is restored or deleted for good, or everything is."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._presenter = BinPresenter(desktop.office, desktop.texts)
        say = desktop.texts.text
        self.empty_button = DangerButton(say(_EMPTY), icon="trash-2", clicked=self.empty)
        self.header = PageHeader(say(_TITLE), "", [self.empty_button])
        self.list = RowList(desktop.theme, say(_TITLE))
        self.restore_button = PrimaryButton(say(_RESTORE), icon="rotate-ccw", clicked=self.restore)
        self.erase_button = DangerButton(say(_ERASE), icon="x", clicked=self.erase)
        self._nothing = EmptyState("trash-2", say(_NOTHING), say(_NOTHING_TEXT))
        self._lay_out(say(_HINT))
        self._connect()
        self._read()

    def first_focus(self) -> None:
        """Begin in the list."""
        self._read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self) -> None:
        """Put the current thing back in its place."""
        one = self._current()
        if one is None or not self._does(lambda: self._presenter.restore(one)):
            return
        self._tell([one])
        text = self._say(_RESTORED, title=self._presenter.title(one))
        self._desktop.asking.notify(Notice(text))

    def erase(self) -> None:
        """Delete the current thing for good, if that is really wanted."""
        one = self._current()
        if one is None:
            return
        heading = self._say(_ERASE_ASK, title=self._presenter.title(one))
        if self._is_wanted(heading, self._say(_ERASE_TEXT), self._say(_ERASE)):
            self._does(lambda: self._presenter.erase(one))
            self._tell([one])

    def empty(self) -> None:
        """Delete everything for good, if that is really wanted, and say what had to stay."""
        there = self._presenter.listed()
        text = self._desktop.texts.plural(_EMPTY_ONE, _EMPTY_MANY, len(there))
        if there and self._is_wanted(self._say(_EMPTY_ASK), text, self._say(_EMPTY)):
            self._desktop.jobs.run(self._presenter.empty, self._on_emptied)

    def _on_emptied(self, left: Sequence[Binned]) -> None:
        self._read()
        if left:
            self._desktop.asking.inform(self._say(_STAYED), self._presenter.stayed(left))
        else:
            self._desktop.asking.notify(Notice(self._say(_EMPTIED)))

    def _is_wanted(self, heading: str, text: str, words: str) -> bool:
        choices = (Choice("delete", words, "danger"), Choice(CANCEL, self._say(_KEEP), "primary"))
        return self._desktop.asking.ask(Question(heading, text, choices)) == "delete"

    def _does(self, deed: Callable[[], None]) -> bool:
        try:
            deed()
        except ChanceryError as error:
            self._desktop.asking.trouble(error)
            return False
        return True

    def _tell(self, things: Sequence[Binned]) -> None:
        for one in things:
            getattr(self._desktop.changes, _PLACES.get(one.kind, "recipients_changed")).emit()
        self._read()

    def _read(self) -> None:
        self._desktop.jobs.run_newest("bin", self._presenter.listed, self._on_listed)

    def _on_listed(self, things: Sequence[Binned]) -> None:
        self.list.show_rows([self._presenter.row(one) for one in things])
        self.header.show_note(self._presenter.note(len(things)))
        self.empty_button.setVisible(bool(things))
        self._stack.setCurrentWidget(self._full if things else self._nothing)
        if things and self.list.current_key() is None:
            self.list.setCurrentIndex(self.list.rows.index(0))

    def _current(self) -> Binned | None:
        one = self.list.current_key()
        return one if isinstance(one, Binned) else None

    def _connect(self) -> None:
        changes = self._desktop.changes
        for changed in (
            changes.drafts_changed,
            changes.cases_changed,
            changes.recipients_changed,
            changes.files_changed,
            changes.senders_changed,
            changes.references_changed,
        ):
            changed.connect(self._read)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.erase)

    def _say(self, text: str, **facts: object) -> str:
        return self._desktop.texts.text(text, **facts)

    def _lay_out(self, hint: str) -> None:
        self._full, self._stack = QWidget(), QStackedWidget()
        inner, foot = QVBoxLayout(self._full), QHBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        foot.setSpacing(12)
        foot.addWidget(Words(hint, "muted", wraps=True), 1)
        foot.addWidget(self.erase_button)
        foot.addWidget(self.restore_button)
        inner.addWidget(self.list, 1)
        inner.addLayout(foot)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
