"""The room of templates: the types of letter, and a sample page of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.letters import LetterType
from app.gui.asking import FileWish, Notice
from app.gui.desktop import Desktop
from app.gui.preview.page_bar import PageBar
from app.gui.preview.page_view import PageView
from app.gui.templates.presenter import Sample, TemplatesPresenter, Told
from app.gui.widgets.buttons import QuietButton, SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import ChoiceEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.page_header import PageHeader
from app.gui.widgets.panes import SplitPane
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.screen import Screen
from app.gui.widgets.words import Words

_TITLE: Final = N_("Templates")
_NOTE: Final = N_("Wording and look of each type of letter")
_LANGUAGE: Final = N_("Sample in")
_OPEN: Final = N_("Show the folder of your templates")
_CHECK_FILE: Final = N_("Check a template")
_CHECK: Final = N_("Check this look")
_MAKE: Final = N_("Make a look of your own")
_EDIT: Final = N_("Open the look in Word")
_MADE: Final = N_(
    "{file} is yours to restyle in Word: styles, letterhead, margins. The wording stays as it is."
)
_OPEN_IT: Final = N_("Open it")
_WORD: Final = N_("Word documents")


class TemplatesScreen(Screen):
    """A list at the leading side; the sample shows at once what a change of a file does."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop, self._say = desktop, desktop.texts.text
        self._presenter = TemplatesPresenter(desktop.bench, desktop.texts)
        self.list = RowList(desktop.theme, self._say(_TITLE))
        self.language = ChoiceEditor()
        self.facts = Words("", "muted", wraps=True)
        self.result, self.told = Card(role="good"), Words("", wraps=True)
        self.result.add(self.told)
        self.result.hide()
        self.make = SecondaryButton(self._say(_MAKE), icon="pencil", clicked=self._on_make)
        self.edit = SecondaryButton(self._say(_EDIT), icon="external-link", clicked=self._on_edit)
        self.check = SecondaryButton(self._say(_CHECK), icon="file-check", clicked=self._on_check)
        self.view = PageView(desktop.texts, desktop.theme)
        self._lay_out()
        self._listen()
        self._read()

    def show_subject(self, subject: object) -> None:
        """Show a type of letter."""
        self.list.go_to(subject)

    def memory(self) -> object:
        """Give what is chosen."""
        return self.list.current_key()

    def recall(self, memory: object) -> None:
        """Show what was chosen."""
        self.list.go_to(memory)

    def first_focus(self) -> None:
        """Begin at the list."""
        self.list.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(16)
        column.addWidget(PageHeader(self._say(_TITLE), self._say(_NOTE)))
        self._split = SplitPane("templates", self._desktop.preferences, self._side(), self._sheet())
        self._split.remember(380, 640)
        column.addWidget(self._split, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.list, 1)
        show = QuietButton(self._say(_OPEN), icon="folder-open", clicked=self._on_folder)
        check = QuietButton(self._say(_CHECK_FILE), icon="file-check", clicked=self._on_check_file)
        column.addWidget(FlowRow(show, check))
        return side

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Field(self._say(_LANGUAGE), self.language))
        for each in (self.facts, FlowRow(self.make, self.edit, self.check), self.result):
            column.addWidget(each)
        column.addWidget(PageBar(self.view, self._desktop.texts))
        desk = QFrame()
        desk.setProperty("role", "desk")
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.view)
        column.addWidget(desk, 1)
        return sheet

    def _listen(self) -> None:
        self.list.current_changed.connect(lambda _key: self._show())
        self.list.chosen.connect(lambda _key: self.language.setFocus())
        self.language.chosen.connect(lambda _tag: self._show_sample())
        self._desktop.changes.templates_changed.connect(self._read)

    def _read(self) -> None:
        self._desktop.jobs.run_newest("templates", self._presenter.rows, self._on_rows)

    def _on_rows(self, rows: Sequence[Row]) -> None:
        self.list.show_rows(rows)
        if self.list.current_key() is None and rows:
            self.list.go_to(rows[0].key)
        else:
            self._show()

    def _show(self) -> None:
        key = self.list.current_key()
        if key is None:
            return
        self.result.hide()
        self.language.offer(self._presenter.languages(key), self.language.value())
        self.make.setVisible(not self._presenter.has_own_look(key))
        self.edit.setVisible(self._presenter.has_own_look(key))
        self._show_sample()

    def _show_sample(self) -> None:
        key, language = self.list.current_key(), str(self.language.value() or "en")
        self.facts.setText("\n".join(self._presenter.facts(key, language)))
        work = partial(self._presenter.sample, key, language)
        self._desktop.jobs.run_newest("templates/sample", work, self._on_sample)

    def _on_sample(self, sample: Sample) -> None:
        if sample.pages is not None:
            self.view.show_pages(sample.pages)
        else:
            self.view.clear()
            self._tell(Told((sample.trouble,), is_good=False))

    def _tell(self, told: Told) -> None:
        self.result.setProperty("role", "good" if told.is_good else "trouble")
        self.result.style().unpolish(self.result)
        self.result.style().polish(self.result)
        self.told.setText("\n".join(told.lines))
        self.result.show()

    def _on_folder(self) -> None:
        self._presenter.own_folder.mkdir(parents=True, exist_ok=True)
        self._desktop.outside.open_file(self._presenter.own_folder)

    def _on_make(self) -> None:
        key = self.list.current_key()
        if isinstance(key, LetterType):
            self._desktop.jobs.run(partial(self._presenter.make_look, key), self._on_made)

    def _on_made(self, path: Path) -> None:
        self._desktop.changes.templates_changed.emit()
        said = self._say(_MADE, file=f"{path.parent.name}/{path.name}")
        self._desktop.asking.notify(Notice(said, self._say(_OPEN_IT), partial(self._open, path)))

    def _on_edit(self) -> None:
        self._open(self._presenter.look(self.list.current_key()))

    def _open(self, path: Path) -> None:
        self._desktop.outside.open_file(path)

    def _on_check(self) -> None:
        self._check(self._presenter.look(self.list.current_key()))

    def _on_check_file(self) -> None:
        wish = FileWish(self._say(_CHECK_FILE), ((self._say(_WORD), "*.docx"),), self._presenter.own_folder)
        path = self._desktop.asking.file_to_open(wish)
        if path is not None:
            self._check(path)

    def _check(self, path: Path) -> None:
        self._desktop.jobs.run(partial(self._presenter.check, path), self._tell)
