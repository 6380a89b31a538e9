"""Folders: where everything lies, where letters go, and the backups."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app.domain.errors import N_
from app.gui.asking import FileWish
from app.gui.desktop import Desktop
from app.gui.settings.backup_card import BackupCard
from app.gui.settings.section import Section
from app.gui.widgets.buttons import QuietButton, SecondaryButton
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.words import ShortWords

_TITLE: Final = N_("Folders and backups")
_WORKSPACE: Final = N_("Workspace")
_WORKSPACE_NOTE: Final = N_("Register, drafts, recipients, cases and your own templates lie in one folder.")
_OPEN: Final = N_("Show the folder")
_OTHER: Final = N_("Open another workspace")
_SAMPLE: Final = N_("Look around in the sample")
_LETTERS: Final = N_("Letters")
_LETTERS_NOTE: Final = N_(
    "Finished Word documents are put into this folder first; each time another can be chosen."
)
_CHOOSE: Final = N_("Choose a folder")
_ASK: Final = N_("The folder used last")
_NO_FOLDER: Final = N_("Use the folder used last")
EXPORT_FOLDER: Final = "export/folder"


class FoldersSection(Section):
    """Every folder that Chancery knows of, and what is kept safe."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE)
        self.workspace = ShortWords(str(desktop.places.data))
        self.card(_WORKSPACE, self.workspace, self._workspace_buttons(), note=_WORKSPACE_NOTE)
        self.letters = ShortWords("")
        self._forget = QuietButton(self.say(_NO_FOLDER), clicked=self._on_forget)
        choose = SecondaryButton(self.say(_CHOOSE), icon="folder-open", clicked=self._on_choose)
        self.card(_LETTERS, self.letters, FlowRow(choose, self._forget), note=_LETTERS_NOTE)
        self._show_letters()
        self.backups = BackupCard(desktop)
        self.add(self.backups)

    def _workspace_buttons(self) -> FlowRow:
        row = FlowRow(
            SecondaryButton(self.say(_OPEN), icon="folder-open", clicked=self._on_show),
            SecondaryButton(self.say(_OTHER), icon="folder", clicked=self._on_other),
        )
        if self.desktop.places.home is None:
            row.add(QuietButton(self.say(_SAMPLE), icon="eye", clicked=self._on_sample))
        return row

    def _on_show(self) -> None:
        self.desktop.outside.open_file(self.desktop.places.data)

    def _on_other(self) -> None:
        folder = self.desktop.asking.folder(FileWish(self.say(_OTHER), start=self.desktop.places.data.parent))
        if folder is not None:
            self.desktop.changes.workspace_chosen.emit(folder)

    def _on_sample(self) -> None:
        self.desktop.changes.workspace_chosen.emit(self.desktop.places.sample)

    def _show_letters(self) -> None:
        kept = self.desktop.preferences.text(EXPORT_FOLDER)
        self.letters.say(kept or self.say(_ASK))
        self._forget.setVisible(bool(kept))

    def _on_choose(self) -> None:
        folder = self.desktop.asking.folder(FileWish(self.say(_CHOOSE), start=_folder(self.letters.whole())))
        if folder is not None:
            self.desktop.preferences.keep(EXPORT_FOLDER, str(folder))
            self._show_letters()

    def _on_forget(self) -> None:
        self.desktop.preferences.keep(EXPORT_FOLDER, "")
        self._show_letters()


def _folder(text: str) -> Path | None:
    return Path(text) if Path(text).is_dir() else None
