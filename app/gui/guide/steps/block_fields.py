"""Fields under the text of a block that is made from a list or from a few answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.letters import BlockKind
from app.gui.guide.steps.letter_fields import DAY, NUMBER, TEXT, Form, PlaceField
from app.gui.guide.steps.lines_editor import LinesEditor

if TYPE_CHECKING:
    from app.gui.guide.presenter import GuidePresenter

_ADD_QUESTION, _ADD_DEMAND = N_("Add a question"), N_("Add a demand")
_FIELDS: Final[Mapping[BlockKind, tuple[tuple[str, Form, int], ...]]] = {
    BlockKind.DEADLINE: (("deadline.days", NUMBER, 0), ("deadline.day", DAY, 0), ("deadline.words", TEXT, 0)),
    BlockKind.INTERIM: (("case.interim_measures", TEXT, 3),),
    BlockKind.PUBLICATION: (("publication.days", NUMBER, 0), ("publication.place", TEXT, 0)),
    BlockKind.CONCERN: (("case.concern", TEXT, 2), ("case.general_concern", TEXT, 2)),
}
_LISTS: Final[Mapping[BlockKind, tuple[str, str]]] = {
    BlockKind.QUESTIONS: ("questions", _ADD_QUESTION),
    BlockKind.DEMANDS: ("demands", _ADD_DEMAND),
}
HAVING_FIELDS: Final = frozenset({*_FIELDS, *_LISTS})


class BlockFields(QWidget):
    """What a block of a kind is made from."""

    def __init__(self, guide: GuidePresenter, kind: BlockKind) -> None:
        super().__init__()
        self._shows: list[Callable[[], None]] = []
        self.lines: LinesEditor | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(12)
        if kind in _LISTS:
            place, add = _LISTS[kind]
            self.lines = LinesEditor(guide, place, guide.texts.text(add))
            column.addWidget(self.lines)
            self._shows.append(self.lines.show_letter)
        fields = [
            PlaceField(guide, place, form=form, lines=lines) for place, form, lines in _FIELDS.get(kind, ())
        ]
        self._shows += [field.show_letter for field in fields]
        _lay_out(column, fields)

    def show_letter(self) -> None:
        """Show what the letter says."""
        for show in self._shows:
            show()


def _lay_out(column: QVBoxLayout, fields: list[PlaceField]) -> None:
    """Put areas one under the other and lines side by side."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for field in fields:
        if field.is_area:
            column.addWidget(field)
        else:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(row)
