"""The letters: the table with its filters, and beside it the letter that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.searching import EntryFilter, SortedBy
from app.flow.standing import Step
from app.gui.desktop import Desktop
from app.gui.letters.cells import Cells
from app.gui.letters.lines import Doing, LetterLine, LineKey, LineKind, Wish, line_of_listed
from app.gui.letters.list_pane import ListPane
from app.gui.letters.reader import First, Known, Reader, known_of, page_of, place_in
from app.gui.widgets.panes import SplitPane
from app.gui.widgets.screen import Screen

if TYPE_CHECKING:
    from app.gui.letters.detail import Detail

_PAUSE: Final = 40  # milliseconds: who holds an arrow key down wants to see no letter on the way
_DOWNWARDS: Final = frozenset({SortedBy.DATE, SortedBy.NUMBER})


class LettersScreen(Screen):
    """The first room of the window; it shows the newest letters before the workspace is open."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self.list = ListPane(desktop, datetime.now().astimezone().date(), self._reserve)
        self.model, self.table, self.filters = self.list.model, self.list.table, self.list.filters
        self.reader = Reader(desktop, self.model)
        self.detail: Detail | None = None
        self._wanted: LineKey | None = None
        self._chosen: LetterLine | None = None
        self._doing: Doing | None = None
        self._pause = QTimer(self)
        self._lay_out()
        self._connect()
        if desktop.is_open:
            self._begin()
        else:
            self.model.show((), [line_of_listed(one) for one in desktop.first_rows])
            desktop.changes.office_opened.connect(self._begin)

    # ── What the window asks ─────────────────────────────────────────────────

    def show_subject(self, subject: object) -> None:
        """Show a letter, a draft or a reserved number by its ``LineKey``, or letters by a filter.

        ``Doing`` is done with the letter as soon as it is shown.
        """
        if isinstance(subject, EntryFilter):
            self._wish(Wish(narrowed=subject))
        elif isinstance(subject, LineKey):
            self._wanted = subject
            self._wish(Wish())
        elif isinstance(subject, Doing):
            self._do_then(subject)

    def memory(self) -> object:
        """Give the wish and the letter one is at."""
        line = self.table.current_line()
        return self.filters.wish, line.key if line else None

    def recall(self, memory: object) -> None:
        """Show the same again."""
        if isinstance(memory, tuple) and isinstance(memory[0], Wish):
            self._wanted = memory[1]
            self._wish(memory[0])

    def first_focus(self) -> None:
        """Begin in the table, or with the first letter."""
        self.list.begin()

    def panes(self) -> Sequence[QWidget]:
        """Move by F6 between the filters, the table and the letter."""
        return [self.list.header, self.filters, self.table, self.detail or self._place]

    def save(self) -> None:
        """Keep the widths of the columns."""
        self.table.save()

    # ── Reading ──────────────────────────────────────────────────────────────

    def _begin(self) -> None:
        self._make_detail()
        self._read_again()

    def _read_again(self) -> None:
        if not self._desktop.is_open:
            return
        self._remember_line()
        self.reader.read(self.filters.wish)
        office, language = self._desktop.office, self._desktop.texts.language
        late = Wish(narrowed=EntryFilter(overdue=self.model.cells.today))
        self._desktop.jobs.run_newest(
            "letters/known", lambda: known_of(office, language, late), self._on_known
        )

    def _wish(self, wish: Wish) -> None:
        self.filters.show_wish(wish)
        self.table.show_order(wish.by, descending=wish.descending)
        if self._desktop.is_open:
            self.reader.read(wish)

    def _on_wish(self, wish: Wish) -> None:
        self._remember_line()
        self._wish(wish)

    def _on_order(self, by: SortedBy) -> None:
        wish = self.filters.wish
        descending = not wish.descending if wish.by is by else by in _DOWNWARDS
        self._on_wish(replace(wish, by=by, descending=descending))

    def _remember_line(self) -> None:
        line = self.table.current_line()
        self._wanted = line.key if line else self._wanted

    def _on_shown(self, first: First) -> None:
        empty = not first.ahead and not first.lines
        self.list.show_emptiness(empty=empty, narrowed=first.wish.is_narrowed)
        self._place.setVisible(not empty or first.wish.is_narrowed)
        self._return_to_wanted()
        if empty:
            self._on_current(None)

    def _on_counted(self, count: int) -> None:
        self.list.show_note(self.filters.wish, count)
        if self._wanted:
            self._look_for(self._wanted)

    def _return_to_wanted(self) -> None:
        """Go to the letter one was at, else to the first."""
        row = self.model.row_of(self._wanted) if self._wanted else 0
        if row >= 0:
            self._wanted = None
            self.table.go_to_row(row)

    def _look_for(self, key: LineKey) -> None:
        """Look for a letter that is not on the first page."""
        office, wish, survey = self._desktop.office, self.filters.wish, self.reader.survey

        def read() -> tuple[int, list[LetterLine]]:
            number = place_in(office, wish, survey, key)
            if number is None or number > len(survey.landmarks):
                return -1, []
            return number, list(page_of(office, wish, survey.page(number)))

        self._desktop.jobs.run_newest("letters/place", read, self._on_place)

    def _on_place(self, found: tuple[int, list[LetterLine]]) -> None:
        number, lines = found
        if number >= 0 and any(line.key == self._wanted for line in lines):
            self.model.put(number, lines)
        else:
            self._wanted = None
        self._return_to_wanted()

    def _on_known(self, known: Known) -> None:
        self.filters.show_known(known)
        self.model.speak(Cells(self._desktop.texts, self.model.cells.today, known.states, known.series))
        if self.detail:
            self.detail.show_names(self.model.cells)

    # ── The letter beside the table ──────────────────────────────────────────

    def _make_detail(self) -> None:
        """Make the pane of the letter; what it imports is not needed before the first paint."""
        inside = self._place.layout()
        if self.detail is None and inside is not None:
            self.detail = import_module("app.gui.letters.detail").Detail(self._desktop, self.model.cells)
            inside.addWidget(self.detail)

    def _on_current(self, line: LetterLine | None) -> None:
        self._chosen = line
        self._pause.start()

    def _on_paused(self) -> None:
        self._pause.stop()
        if self.detail:
            self.detail.show_line(self._chosen, self.filters.wish.typed)
            self._do_now(self.detail)

    def _do_then(self, doing: Doing) -> None:
        if doing.step is Step.RESERVE:
            self._reserve()
        elif doing.key:
            self._doing = doing
            self.show_subject(doing.key)

    def _do_now(self, detail: Detail) -> None:
        doing, line = self._doing, self._chosen
        if doing and line and line.key == doing.key:
            self._doing = None
            detail.do(doing.step)

    def _on_chosen(self, line: LetterLine) -> None:
        if self._pause.isActive():
            self._on_paused()
        if self.detail:
            self.detail.do_next(line)

    def _on_deletion(self, line: LetterLine) -> None:
        if self.detail and line.key.kind is LineKind.DRAFT:
            self.detail.deeds.delete(line)

    def _on_menu(self, line: LetterLine, at: QPoint) -> None:
        if self._pause.isActive():
            self._on_paused()
        if self.detail:
            self.detail.menu(line).popup(at)

    def _reserve(self) -> None:
        if self.detail:
            self._place.show()
            self.detail.reserve()

    # ── Making ───────────────────────────────────────────────────────────────

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._on_paused)
        self.filters.wish_changed.connect(self._on_wish)
        self.reader.shown.connect(self._on_shown)
        self.reader.counted.connect(self._on_counted)
        table, changes = self.table, self._desktop.changes
        table.order_wanted.connect(self._on_order)
        table.current_changed.connect(self._on_current)
        table.chosen.connect(self._on_chosen)
        table.deletion_wanted.connect(self._on_deletion)
        table.menu_wanted.connect(self._on_menu)
        for changed in (changes.letters_changed, changes.drafts_changed, changes.series_changed):
            changed.connect(self._read_again)
        self.table.show_order(self.filters.wish.by, descending=self.filters.wish.descending)

    def _lay_out(self) -> None:
        self._place = QFrame()
        self._place.setProperty("role", "desk")
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(0, 0, 0, 0)
        split = SplitPane("letters", self._desktop.preferences, self.list, self._place)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.remember(700, 380)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
