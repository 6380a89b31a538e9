"""Organisations: for whom letters are written, in every language, with letterhead and figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.errors import N_
from app.domain.pictures import measured
from app.gui.asking import Notice
from app.gui.desktop import Desktop
from app.gui.settings.letterhead_picture import LetterheadPicture
from app.gui.settings.printable import printable
from app.gui.settings.section import Section, show_rows
from app.gui.settings.sender_form import SenderForm
from app.gui.settings.senders_presenter import SendersPresenter
from app.gui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from app.domain.senders import SenderProfile
    from app.services.records import Change

_TITLE: Final = N_("Organisation")
_NOTE: Final = N_("For whom letters are written. Every letter keeps the texts that it was registered with.")
_LIST: Final = N_("Organisations")
_ADD: Final = N_("Add an organisation")
_NONE: Final = N_("No organisation yet")
_NONE_TEXT: Final = N_(
    "Its name, address and letterhead stand on every letter. Write them once, in each language."
)
_DELETE: Final = N_("Move to the bin")
_DELETED: Final = N_("“{name}” is in the bin.")
_UNDO: Final = N_("Undo")


class SendersSection(Section):
    """A list where there are several, and the form of one of them."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE, _NOTE)
        office = desktop.office
        self._presenter = SendersPresenter(office.senders, office.register, desktop.texts)
        self._key, self._rows = "", list[Row]()
        self.list = RowList(desktop.theme, self.say(_LIST))
        self.empty = self._empty()
        self.picture = LetterheadPicture(desktop)
        self.form = SenderForm(desktop, self._presenter, self.picture)
        self._add = SecondaryButton(self.say(_ADD), icon="plus", clicked=self.add_organisation)
        self._delete = DangerButton(self.say(_DELETE), icon="trash-2", clicked=self._on_delete)
        self._below: QWidget = FlowRow(self._add, self._delete)
        self.add(self.empty, self.list, self._below, self.form)
        self._listen()
        self._read()

    def save(self) -> None:
        """Keep what is written."""
        self.form.save()

    def show_subject(self, subject: object) -> None:
        """Show an organisation by its key."""
        self._go_to(str(subject))

    def add_organisation(self) -> None:
        """Begin a new organisation."""
        languages = tuple(self.desktop.preferences.text("letters/languages").split()) or ("en",)
        self.desktop.jobs.run(lambda: self._presenter.new(languages), self._on_added)

    def _empty(self) -> EmptyState:
        first = PrimaryButton(self.say(_ADD), icon="plus", clicked=self.add_organisation)
        return EmptyState("building-2", self.say(_NONE), self.say(_NONE_TEXT), [first])

    def _listen(self) -> None:
        self.list.current_changed.connect(self._on_current)
        self.list.chosen.connect(lambda _key: self.form.enter())
        self.form.kept.connect(self.desktop.changes.senders_changed.emit)
        self.picture.picture_chosen.connect(self._on_picture)
        self.desktop.changes.senders_changed.connect(self._read)
        self.desktop.changes.series_changed.connect(self._read)

    def _read(self) -> None:
        self.desktop.jobs.run_newest("settings/senders", self._presenter.rows, self._on_rows)

    def _on_rows(self, rows: Sequence[Row]) -> None:
        self._rows = list(rows)
        keys = [row.key for row in rows]
        show_rows(self.list, rows)
        self.list.setVisible(len(rows) > 1)
        self.empty.setVisible(not rows)
        self.form.setVisible(bool(rows))
        self._below.setVisible(bool(rows))
        if rows:
            self._go_to(self._key if self._key in keys else str(keys[0]))

    def _go_to(self, key: str) -> None:
        self.list.go_to(key)
        self._show(key)

    def _on_current(self, key: object) -> None:
        if key is not None and key != self._key:
            self.form.save()
            self._show(str(key))

    def _show(self, key: str) -> None:
        self._key = key
        self.desktop.jobs.run_newest(
            "settings/sender", lambda: self._presenter.profile(key), self._on_profile
        )
        self.desktop.jobs.run_newest(
            "settings/picture", lambda: self._presenter.picture(key), self._on_content
        )

    def _on_profile(self, profile: SenderProfile) -> None:
        self.form.show_profile(profile)

    def _on_content(self, content: bytes | None) -> None:
        self.picture.show_picture(content)

    def _on_added(self, key: str) -> None:
        self._key = key
        self.desktop.changes.senders_changed.emit()
        self.form.enter()

    def _on_picture(self, path: Path | None) -> None:
        key = self._key
        if path is None:
            work = partial(self._presenter.change, key, picture="")
        else:
            work = partial(_keep_picture, self._presenter, key, path)
        self.desktop.jobs.run(work, self._on_changed)

    def _on_changed(self, _change: Change) -> None:
        self.desktop.changes.senders_changed.emit()

    def _on_delete(self) -> None:
        key = self._key
        self.desktop.jobs.run(lambda: self._presenter.delete(key), self._on_deleted)

    def _on_deleted(self, change: Change) -> None:
        name = next((row.title for row in self._rows if row.key == change.key), "")
        self.desktop.changes.senders_changed.emit()
        undo = partial(self._undo, change)
        self.desktop.asking.notify(Notice(self.say(_DELETED, name=name), self.say(_UNDO), undo))

    def _undo(self, change: Change) -> None:
        self._key = change.key
        self.desktop.jobs.run(lambda: self._presenter.undo(change), self._on_undone)

    def _on_undone(self, _none: object) -> None:
        self.desktop.changes.senders_changed.emit()


def _keep_picture(presenter: SendersPresenter, key: str, path: Path) -> Change:
    content = printable(path)
    return presenter.set_picture(key, f"{path.stem}.{measured(content).kind}", content)
