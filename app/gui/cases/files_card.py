"""The files of a case: attach, look at a copy, save one, remove to the bin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, QTemporaryDir

from app.domain.errors import N_
from app.domain.records import StoredFile
from app.gui.asking import FileWish, Notice
from app.gui.cases.files import attach, copy_to_look_at, put_back, write_copy
from app.gui.records.link_rows import LinkRows
from app.gui.records.naming import written
from app.gui.widgets.buttons import DangerButton, QuietButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import Row
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_HEADING: Final = N_("Files")
_NONE: Final = N_("No files yet. A copy of each is kept in the workspace, with its seal.")
_ATTACH, _ATTACH_WHAT = N_("Attach a file"), N_("Attach a file to the case")
_OPEN, _SAVE, _REMOVE = N_("Open a copy"), N_("Save a copy …"), N_("Move to the bin")
_BINNED, _UNDO = N_("“{name}” is in the bin."), N_("Undo")
_SAVED: Final = N_("A copy is saved as {name}.")
_NOT_OPENED: Final = N_("No program on this computer opens {name}. Save a copy and open it yourself.")


class FilesCard(Card):
    """Shows the files of one case; what is done to the one that is current stands below."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop, self._case = desktop, ""
        super().__init__(self._say(_HEADING))
        self._files: Sequence[StoredFile] = ()
        self._looked_at = QTemporaryDir()
        self.list = LinkRows(desktop.theme, self._say(_HEADING))
        self._empty = Words(self._say(_NONE), "muted", wraps=True)
        self.attach_button = QuietButton(self._say(_ATTACH), icon="paperclip", clicked=self._on_attach)
        self.open_button = SecondaryButton(self._say(_OPEN), icon="external-link", clicked=self._on_open)
        self.save_button = SecondaryButton(self._say(_SAVE), icon="download", clicked=self._on_save)
        self.remove_button = DangerButton(self._say(_REMOVE), icon="trash-2", clicked=self._on_remove)
        self._deeds = FlowRow(self.open_button, self.save_button, self.remove_button)
        self.add(self._empty, self.list, self._deeds)
        self.column.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.list.chosen.connect(lambda _key: self._on_open())
        self.list.current_changed.connect(lambda key: self._deeds.setVisible(key is not None))
        desktop.changes.files_changed.connect(self._read)
        self._deeds.hide()

    def show_case(self, key: str) -> None:
        """Show the files of a case."""
        self._case = key
        self._read()

    def _read(self) -> None:
        case = self._case
        if case:
            self._desktop.jobs.run_newest(
                "files of a case", lambda: self._desktop.office.case_files.files(case), self._on_files
            )

    def _on_files(self, files: Sequence[StoredFile]) -> None:
        self._files = files
        self.list.show_rows([self._row(one) for one in files])
        self._empty.setVisible(not files)
        self._deeds.setVisible(self._current() is not None)

    def _row(self, file: StoredFile) -> Row:
        language = self._desktop.texts.language
        day = written(file.added_at.astimezone().date().isoformat(), language)
        size = QLocale(language).formattedDataSize(file.size, 0)
        return Row(file.key, file.name, f"{day} · {size}", icon="paperclip")

    def _current(self) -> StoredFile | None:
        key = self.list.current_key()
        return next((one for one in self._files if one.key == key), None)

    def _on_attach(self) -> None:
        path = self._desktop.asking.file_to_open(FileWish(self._say(_ATTACH_WHAT)))
        if path:
            case = self._case
            self._desktop.jobs.run(lambda: attach(self._desktop.office, case, path), self._on_attached)

    def _on_attached(self, file: StoredFile) -> None:
        self._desktop.changes.files_changed.emit()
        self.list.go_to(file.key)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open(self) -> None:
        file = self._current()
        if file:
            folder = Path(self._looked_at.path())
            self._desktop.jobs.run(
                lambda: copy_to_look_at(self._desktop.office, file, folder), self._on_copied
            )

    def _on_copied(self, path: Path) -> None:
        if not self._desktop.outside.open_file(path):
            self._desktop.asking.notify(Notice(self._say(_NOT_OPENED, name=path.name)))

    def _on_save(self) -> None:
        file = self._current()
        target = file and self._desktop.asking.file_to_save(FileWish(self._say(_SAVE)), file.name)
        if file and target:
            self._desktop.jobs.run(lambda: write_copy(self._desktop.office, file, target), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self._desktop.asking.notify(Notice(self._say(_SAVED, name=path.name)))

    def _on_remove(self) -> None:
        file = self._current()
        if file:
            self._desktop.office.case_files.remove_file(file.key)
            self._desktop.changes.files_changed.emit()
            text = self._say(_BINNED, name=file.name)
            self._desktop.asking.notify(Notice(text, self._say(_UNDO), lambda: self._put_back(file)))
            self.attach_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self, file: StoredFile) -> None:
        put_back(self._desktop.office, file)
        self._desktop.changes.files_changed.emit()

    def _say(self, text: str, **facts: object) -> str:
        return self._desktop.texts.text(text, **facts)
