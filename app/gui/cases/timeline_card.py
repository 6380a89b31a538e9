"""The letters, drafts and replies of a case in the order of their days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from app.domain.case_files import CaseFile, Happening, HappeningKind
from app.domain.errors import N_
from app.gui.cases.presenter import CasesPresenter
from app.gui.letters.lines import LineKey, LineKind
from app.gui.records.link_rows import LinkRows
from app.gui.widgets.cards import Card
from app.gui.widgets.rows import Row
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop

_HEADING: Final = N_("Letters and replies")
_NONE: Final = N_("No letter was written about this case yet.")


class TimelineCard(Card):
    """Shows what was written; a letter or draft is gone to, ``opened`` gives what else was chosen."""

    opened = Signal(object)

    def __init__(self, desktop: Desktop, presenter: CasesPresenter) -> None:
        say = desktop.texts.text
        super().__init__(say(_HEADING))
        self._desktop, self._presenter = desktop, presenter
        self.list = LinkRows(desktop.theme, say(_HEADING))
        self._empty = Words(say(_NONE), "muted", wraps=True)
        self._lines: Sequence[tuple[Happening, Row]] = ()
        self.add(self._empty, self.list)
        self.list.chosen.connect(lambda at: self._on_chosen(self._lines[int(str(at))][0]))

    def show_case(self, case: CaseFile) -> None:
        """Show what was written about a case, as soon as it is read."""
        self._desktop.jobs.run_newest(
            "timeline of a case", lambda: self._presenter.timeline(case), self._on_lines
        )

    def _on_lines(self, lines: Sequence[tuple[Happening, Row]]) -> None:
        self._lines = lines
        self.list.show_rows([row for _, row in lines])
        self._empty.setVisible(not lines)

    def _on_chosen(self, one: Happening) -> None:
        if one.kind is HappeningKind.DRAFT:
            self._desktop.going.to("guide", one.draft)
        elif one.kind is HappeningKind.LETTER:
            self._desktop.going.to("letters", LineKey(LineKind.ENTRY, one.sequence))
        else:
            self.opened.emit(one)
