"""The files of each year: the indexes that numbers may end with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_
from app.domain.nomenclature import FileIndex
from app.gui.asking import Notice
from app.gui.desktop import Desktop
from app.gui.settings.section import Section, fit_rows
from app.gui.widgets.buttons import DangerButton, SecondaryButton
from app.gui.widgets.editors import ChoiceEditor, LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.services.nomenclature import Nomenclature

_TITLE: Final = N_("Files of the year")
_NOTE: Final = N_(
    "The index of files (nomenclature): 01-3 is unit 01, file 3. A year that has a table warns of a number "
    "whose file is not in it; a year without one takes any."
)
_YEAR: Final = N_("Year")
_NONE: Final = N_("{year} has no table of files.")
_INDEX, _NAME = N_("Index"), N_("Title of the file")
_INDEX_HINT: Final = N_("Such as 01-3.")
_ADD: Final = N_("Add the file")
_REMOVE: Final = N_("Remove the file")
_UNDO: Final = N_("Undo")
_REMOVED: Final = N_("The file {index} is no longer among those of {year}.")
_TAKE_OVER: Final = N_("Take over the files of {year}")
_ADD_HEADING: Final = N_("Add a file, or give one another title")


class FilesSection(Section):
    """A table a year; the one before can be taken over."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE, _NOTE)
        this = date.today().year  # noqa: DTZ011 - the year of this desk
        self._files = desktop.office.nomenclature
        self._rows: dict[object, FileIndex] = {}
        self.year = ChoiceEditor([(year, str(year)) for year in range(this + 1, this - 10, -1)], this)
        self.list = RowList(desktop.theme, self.say(_TITLE))
        self.none = Words("", "muted", wraps=True)
        self.take_over = SecondaryButton("", icon="copy", clicked=self._on_take_over)
        self.remove = DangerButton(self.say(_REMOVE), icon="trash-2", clicked=self._on_remove)
        buttons = FlowRow(self.take_over, self.remove)
        self.card("", Field(self.say(_YEAR), self.year), self.none, self.list, buttons)
        self.index = Field(self.say(_INDEX), LineEditor(), hint=self.say(_INDEX_HINT))
        self.name = Field(self.say(_NAME), LineEditor())
        self.add_button = SecondaryButton(self.say(_ADD), icon="plus", clicked=self._on_add)
        self.card(_ADD_HEADING, self.index, self.name, FlowRow(self.add_button))
        self._listen()
        self._read()

    def _listen(self) -> None:
        self.year.chosen.connect(lambda _year: self._read())
        self.list.current_changed.connect(self._on_current)
        self.index.editor.returnPressed.connect(self.name.editor.setFocus)
        self.name.editor.returnPressed.connect(self._on_add)
        for field in (self.index, self.name):
            field.editor.textChanged.connect(lambda _text: self._show_what_can_be_done())

    def _chosen_year(self) -> int:
        year = self.year.value()
        return year if isinstance(year, int) else 0

    def _read(self) -> None:
        work = partial(_read, self._files, self._chosen_year())
        self.desktop.jobs.run_newest("settings/files", work, self._on_read)

    def _on_read(self, read: tuple[Sequence[FileIndex], bool]) -> None:
        files, before = read
        year = self._chosen_year()
        self._rows = {file.index: file for file in files}
        self.list.show_rows([Row(file.index, file.title, file.index, icon="folder") for file in files])
        fit_rows(self.list)
        self.list.setVisible(bool(files))
        self.none.setText(self.say(_NONE, year=year))
        self.none.setVisible(not files)
        self.take_over.say(self.say(_TAKE_OVER, year=year - 1))
        self.take_over.setVisible(before)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        self.remove.setVisible(self.list.current_key() is not None)
        self.add_button.setEnabled(bool(self.index.editor.value() and self.name.editor.value()))

    def _on_current(self, key: object) -> None:
        file = self._rows.get(key)
        if file is not None:
            self.index.editor.setText(file.index)
            self.name.editor.setText(file.title)
        self._show_what_can_be_done()

    def _on_add(self) -> None:
        index, title = self.index.editor.value(), self.name.editor.value()
        if index and title:
            file = FileIndex(self._chosen_year(), index, title)
            self.desktop.jobs.run(partial(self._files.add, file), self._on_added)

    def _on_added(self, _none: object) -> None:
        self.index.editor.clear()
        self.name.editor.clear()
        self.index.editor.setFocus()
        self._on_changed(None)

    def _on_remove(self) -> None:
        file = self._rows.get(self.list.current_key())
        if file is not None:
            self.desktop.jobs.run(partial(self._files.remove, file), self._on_changed)
            undo = partial(self._put_back, file)
            said = self.say(_REMOVED, index=file.index, year=file.year)
            self.desktop.asking.notify(Notice(said, self.say(_UNDO), undo))

    def _put_back(self, file: FileIndex) -> None:
        self.desktop.jobs.run(partial(self._files.add, file), self._on_changed)

    def _on_take_over(self) -> None:
        year = self._chosen_year()
        self.desktop.jobs.run(partial(self._files.take_over, year - 1, year), self._on_changed)

    def _on_changed(self, _what: object) -> None:
        self.desktop.changes.series_changed.emit()
        self._read()


def _read(files: Nomenclature, year: int) -> tuple[Sequence[FileIndex], bool]:
    """Give the files of a year, and whether the year before has any that it has not."""
    here = files.files(year)
    known = {file.index for file in here}
    return here, any(file.index not in known for file in files.files(year - 1))
