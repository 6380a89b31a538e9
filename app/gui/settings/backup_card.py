"""Backups: where they go, how many stay, one now, and putting one back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.backups import BackupPlan, Keeping
from app.domain.errors import N_
from app.gui.asking import CANCEL, Choice, FileWish, Notice, Question
from app.gui.desktop import Desktop
from app.gui.settings.backup_words import BackupWords
from app.gui.settings.section import fit_rows
from app.gui.settings.word_fields import FieldRow, WordFields
from app.gui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import RowList
from app.gui.widgets.words import ShortWords, Words

if TYPE_CHECKING:
    from app.bootstrap import Bench
    from app.services.backups import Backup, BackupFile
    from app.services.restoring import Inspection

_TITLE: Final = N_("Backups")
_NOTE: Final = N_(
    "The first time on a day that Chancery is opened it makes a backup of register, drafts and templates "
    "and checks it. Keep them on another disk: a backup beside the register is lost with it."
)
_WHERE: Final = N_("Folder of the backups")
_CHOOSE: Final = N_("Choose a folder")
_OWN: Final = N_("Keep them in the workspace")
_NOW: Final = N_("Make a backup now")
_RESTORE: Final = N_("Restore the chosen backup")
_FROM_FILE: Final = N_("Restore from a file")
_FILES: Final = N_("Backups and registers")
_LIST: Final = N_("Backups there are")
_NONE: Final = N_("There is no backup yet.")
_KEPT: Final = N_("How many stay")
_COUNTS: Final = (
    FieldRow("daily", N_("Days")),
    FieldRow("weekly", N_("Weeks"), beside=True),
    FieldRow("monthly", N_("Months"), beside=True),
)
_KEPT_NOTE: Final = N_("The newest backup of each of so many days, weeks and months stays; older ones go.")
_NO_COUNT: Final = N_("Write a number from 0 to 999.")
_MADE: Final = N_("The backup was made and checked: {name}")
_SURE: Final = N_("Restore this backup?")
_DO: Final = N_("Restore it")
_LEAVE: Final = N_("Leave everything as it is")


@dataclass(frozen=True)
class _Known:
    plan: BackupPlan
    folder: Path
    files: Sequence[BackupFile]


class BackupCard(Card):
    """What is kept safe; restoring says first what is inside and what would be lost."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.texts.text(_TITLE))
        self._desktop, self._say = desktop, desktop.texts.text
        self._words = BackupWords(desktop.texts)
        self._plan = BackupPlan()
        self._folder = ShortWords("")
        self.list = RowList(desktop.theme, self._say(_LIST))
        self._none = Words(self._say(_NONE), "muted", wraps=True)
        checks = {row.place: self._wrong for row in _COUNTS}
        self.counts = WordFields(desktop.texts, _COUNTS, checks)
        self.now = PrimaryButton(self._say(_NOW), icon="save", clicked=self._on_now)
        self.restore = SecondaryButton(self._say(_RESTORE), icon="rotate-ccw", clicked=self._on_restore)
        self._own = QuietButton(self._say(_OWN), clicked=lambda: self._move(""))
        self._lay_out()
        self.list.current_changed.connect(lambda _key: self._show_what_can_be_done())
        self.list.chosen.connect(lambda _key: self.restore.setFocus())
        self.counts.changed.connect(lambda _place, _text: self._on_counts())
        self._read()

    def _lay_out(self) -> None:
        say = self._say
        choose = SecondaryButton(say(_CHOOSE), icon="folder-open", clicked=self._on_choose)
        from_file = QuietButton(say(_FROM_FILE), icon="upload", clicked=self._on_file)
        self.add(
            Words(say(_NOTE), "muted", wraps=True), Words(say(_WHERE), "strong", wraps=True), self._folder
        )
        self.add(FlowRow(choose, self._own), Words(say(_KEPT), "strong", wraps=True), self.counts)
        self.add(Words(say(_KEPT_NOTE), "muted", wraps=True), Words(say(_LIST), "strong", wraps=True))
        self.add(self._none, self.list, FlowRow(self.now, self.restore, from_file))

    def _read(self) -> None:
        self._desktop.jobs.run_newest(
            "settings/backups", partial(_known, self._desktop.bench), self._on_known
        )

    def _on_known(self, known: _Known) -> None:
        self._plan = known.plan
        self._folder.say(str(known.folder))
        self._own.setVisible(bool(known.plan.folder))
        self.counts.show_values({name: str(count) for name, count in vars(known.plan.keeping).items()})
        self.list.show_rows([self._words.row(file) for file in known.files])
        fit_rows(self.list, 6)
        self.list.setVisible(bool(known.files))
        self._none.setVisible(not known.files)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        self.restore.setEnabled(self.list.current_key() is not None)

    def _wrong(self, text: str) -> str:
        return "" if text.isdecimal() and int(text) < 1000 else self._say(_NO_COUNT)

    def _on_counts(self) -> None:
        counts = self.counts.values()
        if not any(map(self._wrong, counts.values())):
            keeping = Keeping(**{name: int(text) for name, text in counts.items()})
            self._change(replace(self._plan, keeping=keeping))

    def _on_choose(self) -> None:
        folder = self._desktop.asking.folder(FileWish(self._say(_CHOOSE), start=Path(self._folder.whole())))
        if folder is not None:
            self._move(str(folder))

    def _move(self, folder: str) -> None:
        self._change(replace(self._plan, folder=folder))

    def _change(self, plan: BackupPlan) -> None:
        self._desktop.jobs.run(partial(self._desktop.bench.backups.change_plan, plan), self._on_changed)

    def _on_changed(self, _none: object) -> None:
        self._read()

    def _on_now(self) -> None:
        self.now.setEnabled(False)
        self._desktop.jobs.run(self._desktop.bench.backups.make, self._on_made, self._on_not_made)

    def _on_made(self, made: Backup) -> None:
        self.now.setEnabled(True)
        self._desktop.asking.notify(Notice(self._say(_MADE, name=made.file.name)))
        self._read()

    def _on_not_made(self, error: Exception) -> None:
        self.now.setEnabled(True)
        self._desktop.asking.trouble(error)

    def _on_restore(self) -> None:
        key = self.list.current_key()
        if isinstance(key, Path):
            self._inspect(key)

    def _on_file(self) -> None:
        kinds = ((self._say(_FILES), "*.sqlite"),)
        file = self._desktop.asking.file_to_open(FileWish(self._say(_FROM_FILE), kinds))
        if file is not None:
            self._inspect(file)

    def _inspect(self, file: Path) -> None:
        self._desktop.jobs.run(partial(self._desktop.bench.restoring.inspect, file), self._on_inspected)

    def _on_inspected(self, inspection: Inspection) -> None:
        choices = (Choice("restore", self._say(_DO), "danger"), Choice(CANCEL, self._say(_LEAVE)))
        question = Question(self._say(_SURE), self._words.inside(inspection), choices)
        if self._desktop.asking.ask(question) == "restore":
            self._desktop.changes.backup_chosen.emit(inspection.file)


def _known(bench: Bench) -> _Known:
    backups = bench.backups
    return _Known(backups.plan(), backups.folder(), backups.all())
