"""Facts, timeline and files of the letter that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.letter_rules import TYPE_NAMES
from app.domain.letters import LetterType
from app.domain.register import Act
from app.gui.letters.cells import Cells, language_name
from app.gui.letters.shown import Happened, Shown, timeline_of
from app.gui.theme import Theme, with_even_figures
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.words import Words
from app.i18n.catalogues import Catalogue

if TYPE_CHECKING:
    from app.services.letter_cards import LetterCard

_HISTORY: Final = N_("What happened")
_FILES: Final = N_("Files")
_FACTS: Final = N_("Facts")
_DOCUMENT: Final = N_("The registered document")
_KIND: Final = N_("Kind")
_LANGUAGE: Final = N_("Language")
_STATE: Final = N_("State")
_SERIES: Final = N_("Series")
_SEAL: Final = N_("Seal")
_CHANGED: Final = N_("Last changed")
_OPEN: Final = N_("Open")
_SAVE: Final = N_("Save as")
_SHORT: Final = 16


class Facts(QScrollArea):
    """What is known of a letter besides its words; files are opened by Enter."""

    file_opened = Signal(object)
    file_wanted = Signal(object)

    def __init__(self, texts: Catalogue, theme: Theme) -> None:
        super().__init__()
        self._texts, self._theme = texts, theme
        self.files: RowList | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_letter(self, shown: Shown, cells: Cells) -> None:
        """Show what is known of a letter."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        self.files = None
        if happened := timeline_of(shown):
            self._add(column, _HISTORY, self._timeline(happened, cells))
        if shown.card:
            self.files = self._files(shown.card)
            self._add(column, _FILES, self.files)
        self._add(column, _FACTS, self._facts(shown, cells))
        column.addStretch()
        self.setWidget(inner)

    def _add(self, column: QVBoxLayout, heading: str, widget: QWidget) -> None:
        column.addWidget(Words(self._texts.text(heading), "strong"))
        column.addWidget(widget)
        column.addSpacing(6)

    def _timeline(self, happened: list[Happened], cells: Cells) -> QWidget:
        lines = [(cells.short_day(one.day), self._texts.said(one.sentence), one.by) for one in happened]
        whole = QWidget()
        grid = _grid(whole)
        for at, (day, words, by) in enumerate(lines):
            self._row(grid, at, day, words).setToolTip(self._texts.said(by))
        return whole

    def _facts(self, shown: Shown, cells: Cells) -> QWidget:
        whole = QWidget()
        grid = _grid(whole)
        for at, (label, value) in enumerate(self._known(shown, cells)):
            row = self._row(
                grid, at, self._texts.text(label), value[:_SHORT] + "…" if label == _SEAL else value
            )
            row.setToolTip(value if label == _SEAL else "")
        return whole

    def _known(self, shown: Shown, cells: Cells) -> list[tuple[str, str]]:
        line = shown.line
        known = line.type in set(LetterType)
        kind = self._texts.text(TYPE_NAMES[LetterType(line.type)]) if known else line.type
        said = [(_KIND, kind), (_LANGUAGE, language_name(line.language)), (_STATE, cells.state(line.state))]
        said.append((_SERIES, cells.series(line.series)))
        if shown.card:
            said.append((_SEAL, shown.card.entry.seal))
        elif not shown.act:
            said.append((_CHANGED, cells.day(line.day)))
        return [(label, value) for label, value in said if value]

    def _row(self, grid: QGridLayout, at: int, label: str, value: str) -> Words:
        first, second = Words(label, "muted"), Words(value, wraps=True)
        first.setFont(with_even_figures(first.font()))
        second.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        grid.addWidget(first, at, 0, leading)
        grid.addWidget(second, at, 1)
        return second

    def _files(self, card: LetterCard) -> RowList:
        say = self._texts.text
        rows = [Row(None, _name(card.file_name), say(_DOCUMENT), icon="file-check")]
        rows += [Row(act, _name(act.file_name), act.note, icon="paperclip") for act in card.attached]
        files = RowList(self._theme, say(_FILES), rows)
        files.setProperty("role", "bare")
        files.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        files.setFixedHeight(sum(files.sizeHintForRow(at) for at in range(len(rows))) + 6)
        files.chosen.connect(self.file_opened)
        files.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        files.customContextMenuRequested.connect(lambda at: self._open_menu(files, at))
        return files

    def _open_menu(self, files: RowList, at: QPoint) -> None:
        index = files.indexAt(at)
        if index.isValid():
            self.file_menu(files.rows.row(index.row()).key).popup(files.mapToGlobal(at))

    def file_menu(self, key: object) -> QMenu:
        """Give what can be done with a file: the document, or the act that attached it."""
        menu, act = QMenu(self), key if isinstance(key, Act) else None
        menu.addAction(self._texts.text(_OPEN)).triggered.connect(
            lambda _on=False: self.file_opened.emit(act)
        )
        menu.addAction(self._texts.text(_SAVE)).triggered.connect(
            lambda _on=False: self.file_wanted.emit(act)
        )
        return menu


def _name(file_name: str) -> str:
    """Let the name of a file run as it is written, whichever way the window runs."""
    return f"\u2068{file_name}\u2069"


def _grid(whole: QWidget) -> QGridLayout:
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    return grid
