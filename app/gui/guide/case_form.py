"""What the letter says of the case, field by field, and where changes are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cases import Right
from app.domain.errors import N_
from app.flow.filling import fill
from app.gui.cases.naming import RIGHTS
from app.gui.guide.bound import LetterField
from app.gui.guide.page import PLACE, nearest
from app.gui.widgets.buttons import LinkButton, QuietButton
from app.gui.widgets.cards import Card
from app.gui.widgets.chips import Chip
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.ticks import Tick
from app.gui.widgets.words import ShortWords, Words

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.case_choices import CaseChoices
    from app.gui.guide.presenter import GuidePresenter

_KEPT: Final = N_("Keep changes in the case file, for later letters too")
_KEPT_HINT: Final = N_("Unticked, changes stand in this letter only.")
_MAKE_FILE: Final = N_("Keep this as a case file")
_MORE, _LESS = N_("Concerns, interim measures, rights"), N_("Show less")
_RIGHTS: Final = N_("Rights")
_CHANGE, _FOLD = N_("Change"), N_("Fold")
_UNNAMED: Final = N_("Case without a title")
_EXAMPLES: Final = {
    "case.title": N_("Larisa Kharkova, Kazakhstan"),
    "case.event": N_("the recent conviction of Larisa Kharkova"),
    "case.subject": N_("the dissolution of the Confederation of Independent Trade Unions"),
    "case.person.name": N_("Larisa Kharkova"),
    "case.person.role": N_("former chairperson of the Confederation"),
    "case.organisation": N_("Confederation of Independent Trade Unions"),
    "case.concern": N_("the dissolution of a union by a court"),
    "case.general_concern": N_("the shrinking space for independent unions"),
    "case.interim_measures": N_("that no further sentence is carried out"),
}
_HINTS: Final = {
    "case.event": N_("A phrase that follows “my grave concern regarding …”."),
    "case.subject": N_("A phrase that follows “information concerning …”."),
}
_FIRST: Final = (
    ("case.title",),
    ("case.event",),
    ("case.subject",),
    ("case.person.name", "case.person.role"),
    ("case.organisation",),
)
_FURTHER: Final = (("case.concern",), ("case.general_concern",), ("case.interim_measures",))


class CaseForm(Card):
    """The fields of the case."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter, choices: CaseChoices) -> None:
        super().__init__()
        say = guide.texts.text
        self._desktop, self._guide, self._choices = desktop, guide, choices
        self.fields = {place: self._field(place) for row in (*_FIRST, *_FURTHER) for place in row}
        self.rights = {right: self._right(right) for right in Right}
        self.kept = Tick(say(_KEPT), on=True)
        self.kept.clicked.connect(self._on_kept)
        self.kept_hint = Words(say(_KEPT_HINT), "muted", wraps=True)
        self.make_file = LinkButton(say(_MAKE_FILE), clicked=self._on_make_file)
        self.title, self.below = ShortWords("", "strong"), ShortWords("", "muted")
        self.change = QuietButton(say(_CHANGE), icon="pencil", clicked=self._on_change)
        self.body = QWidget()
        self.more = QuietButton(say(_MORE), icon="chevron-down", clicked=self._toggle)
        self.further = QWidget()
        self._lay_out()

    def show_letter(self) -> None:
        """Show what the letter says of the case."""
        for field in self.fields.values():
            field.show_letter()
        case = self._guide.letter.case
        self.title.say(case.title or self._guide.texts.text(_UNNAMED))
        self.below.say(case.event or case.subject or case.organisation)
        for right, chip in self.rights.items():
            chip.setChecked(right in case.rights)
        has_file = self._choices.file is not None
        self.kept.setVisible(has_file)
        self.kept.setChecked(self._choices.keeps)
        self.kept_hint.setVisible(has_file and not self._choices.keeps)
        self.make_file.setVisible(not has_file and bool(case.title or case.facts))

    def go_to(self, place: str) -> bool:
        """Bring the focus to a field; the further ones are opened for that."""
        editors: dict[str, QWidget] = {name: field.editor for name, field in self.fields.items()}
        editors |= {"case.rights": self.rights[Right.ASSOCIATION]}
        found = nearest(editors, place) or self.fields["case.title"].editor
        self.unfold(shown=True)
        if self.further.isAncestorOf(found):
            self._open(shown=True)
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def unfold(self, *, shown: bool) -> None:
        """Show all fields, or the title only."""
        self.body.setVisible(shown)
        self.change.say(self._guide.texts.text(_FOLD if shown else _CHANGE))
        self.change.show_icon("chevron-up" if shown else "pencil")

    def _on_change(self) -> None:
        shown = not self.body.isVisibleTo(self)
        self.unfold(shown=shown)
        if shown:
            self.fields["case.title"].editor.setFocus()

    def _field(self, place: str) -> LetterField:
        say = self._guide.texts.text
        hint = say(_HINTS[place]) if place in _HINTS else ""
        return LetterField(self._guide, place, hint=hint, placeholder=say(_EXAMPLES[place]))

    def _right(self, right: Right) -> Chip:
        chip = Chip(self._guide.texts.text(RIGHTS[right]))
        chip.setProperty(PLACE, "case.rights")
        chip.clicked.connect(self._on_right)
        return chip

    def _on_right(self) -> None:
        chosen = tuple(right for right, chip in self.rights.items() if chip.isChecked())
        self._guide.do(fill("case.rights", chosen))

    def _on_kept(self, on: bool) -> None:
        self._choices.keeps = on
        self.show_letter()

    def _on_make_file(self) -> None:
        self._choices.keep_as_file()
        self._desktop.changes.cases_changed.emit()
        self.fields["case.title"].editor.setFocus()

    def _toggle(self) -> None:
        self._open(shown=not self.further.isVisibleTo(self))

    def _open(self, *, shown: bool) -> None:
        self.further.setVisible(shown)
        self.more.say(self._guide.texts.text(_LESS if shown else _MORE))
        self.more.show_icon("chevron-up" if shown else "chevron-down")

    def _lay_out(self) -> None:
        head, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.below)
        head.addLayout(names, 1)
        head.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.add(self.body)
        body = QVBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        self._add_rows(body, _FIRST)
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        inner = QVBoxLayout(self.further)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        self._add_rows(inner, _FURTHER)
        inner.addWidget(Words(self._guide.texts.text(_RIGHTS), "strong"))
        inner.addWidget(FlowRow(*self.rights.values()))
        self.further.hide()
        for widget in (self.further, self.kept, self.kept_hint):
            body.addWidget(widget)
        body.addWidget(self.make_file, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_rows(self, column: QVBoxLayout, rows: tuple[tuple[str, ...], ...]) -> None:
        for places in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for place in places:
                row.addWidget(self.fields[place], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
