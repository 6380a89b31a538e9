"""Series, number, file index and reference of the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import N_, ChanceryError
from app.domain.letter_rules import LETTER_RULES
from app.gui.guide.page import PLACE
from app.gui.guide.steps.leaving import Leaving
from app.gui.guide.steps.letter_fields import PlaceChoice, PlaceField
from app.gui.theme import with_even_figures
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import ChoiceEditor, LineEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.ticks import Tick
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.gaps import NumberLine
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

_NEXT: Final = N_("The letter would get number {number}.")
_USES: Final = N_("The letter will use the reserved number {number}.")
_WHICH: Final = N_("Which number")
_THE_NEXT: Final = N_("The next one of the series")
_RESERVED: Final = N_("{number}, reserved by {person}: {note}")
_TAKEN: Final = N_("{number}, not reserved any more")
_UNIT, _FILE = N_("Unit"), N_("File")
_FILE_HINT: Final = N_("Empty: as the series says.")
_BLANK: Final = N_("Leave number and day open, to be completed by hand")
_REFERENCE_HINT: Final = N_("Assigned by others, such as AL KAZ 1/2017. Leave it empty until it is known.")
_OF_TYPE: Final = N_("As usual: {series}")


class NumberCard(Card):
    """Everything about the number; it shows the one that the letter would get now."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__()
        self._desktop, self._guide = desktop, guide
        self._leaving = Leaving(guide, desktop.preferences)
        say = desktop.texts.text
        self.preview = Words("", "strong", wraps=True)
        self.preview.setFont(with_even_figures(self.preview.font()))
        self.series = PlaceChoice(guide, "series", self._series())
        self.which = Field(say(_WHICH), ChoiceEditor([("", say(_THE_NEXT))]))
        self.which.editor.setProperty(PLACE, "number")
        self.unit = Field(say(_UNIT), LineEditor(), hint=say(_FILE_HINT))
        self.file = Field(say(_FILE), LineEditor(), hint=say(_FILE_HINT))
        self.doubt = Words("", "muted", wraps=True)
        self.blank = Tick(say(_BLANK))
        self.reference = PlaceField(guide, "reference", hint=say(_REFERENCE_HINT))
        self._known: Sequence[NumberLine] | None = None
        self._asked: object = None
        self._lay_out()
        self._connect()

    def show_letter(self) -> None:
        """Show what the letter says, and ask for its number where something about it has changed."""
        self.series.show_letter()
        self.reference.show_letter()
        self._show_wish()
        letter = self._guide.letter
        asked = (letter.series, letter.type, letter.state.code, letter.language, self._guide.number_wish)
        if asked != self._asked:
            self._asked = asked
            self.ask_again()

    def ask_again(self) -> None:
        """Ask which number the letter would get, and which are reserved."""
        jobs = self._desktop.jobs
        jobs.run_newest("next number", self._leaving.asking_number(), self._on_number, self._on_none)
        jobs.run_newest("reserved numbers", self._leaving.asking_reserved(), self._on_reserved)

    def _show_wish(self) -> None:
        wish = self._guide.number_wish
        for field, wished in ((self.unit, wish.unit), (self.file, wish.file)):
            if field.editor.value() != wished:
                field.editor.setText(wished)
        self.blank.setChecked(wish.number_blank)
        if self.which.editor.value() != wish.reserved:
            self._offer_numbers()

    def _on_number(self, number: str) -> None:
        text = _USES if self._guide.number_wish.reserved else _NEXT
        self.preview.setText(self._desktop.texts.text(text, number=number))
        self._show_doubt()

    def _on_none(self, error: Exception) -> None:
        if not isinstance(error, ChanceryError):
            raise error
        self.preview.setText(self._desktop.texts.said(error.sentence))

    def _on_reserved(self, lines: Sequence[NumberLine]) -> None:
        if lines != self._known or self.which.editor.value() != self._guide.number_wish.reserved:
            self._known = lines
            self._offer_numbers()

    def _offer_numbers(self) -> None:
        say, wished = self._desktop.texts.text, self._guide.number_wish.reserved
        choices = {
            line.number: say(_RESERVED, number=line.number, person=line.person, note=line.note)
            for line in self._known or ()
        }
        if wished:
            choices.setdefault(wished, wished if self._known is None else say(_TAKEN, number=wished))
        self.which.editor.offer([("", say(_THE_NEXT)), *choices.items()], wished)
        self.which.setVisible(bool(choices))

    def _on_which(self, number: object) -> None:
        line = next((one for one in self._known or () if one.number == number), None)
        year = (line.counter.counted_in or None) if line else None
        wish = replace(self._guide.number_wish, reserved=str(number), year=year)
        self._guide.number_wish = wish

    def _on_index(self) -> None:
        unit, file = self.unit.editor.value(), self.file.editor.value()
        self._guide.number_wish = replace(self._guide.number_wish, unit=unit, file=file)

    def _on_blank(self, on: bool) -> None:
        self._guide.number_wish = replace(self._guide.number_wish, number_blank=on)

    def _show_doubt(self) -> None:
        letter, office = self._guide.letter, self._guide.office
        key = letter.series or LETTER_RULES[letter.type].series
        series = next((one for one in office.register.series() if one.key == key), None)
        wish, year = self._guide.number_wish, self._guide.today().year
        found = office.nomenclature.advice(series, year, unit=wish.unit, file=wish.file) if series else ()
        self.doubt.setText("\n".join(self._desktop.texts.said(one.sentence) for one in found))
        self.doubt.setVisible(bool(found))

    def _series(self) -> list[tuple[object, str]]:
        titles = {one.key: one.title for one in self._guide.office.register.series()}
        usual = LETTER_RULES[self._guide.letter.type].series
        as_usual = self._desktop.texts.text(_OF_TYPE, series=titles.get(usual, usual))
        return [("", as_usual), *titles.items()]

    def _connect(self) -> None:
        self.which.editor.chosen.connect(self._on_which)
        self.blank.toggled.connect(self._on_blank)
        for field in (self.unit, self.file):
            field.editor.textEdited.connect(lambda _text: self._on_index())
        self._desktop.changes.series_changed.connect(self.ask_again)

    def _lay_out(self) -> None:
        self.add(self.preview)
        self._side_by_side(self.series, self.which)
        self._side_by_side(self.unit, self.file)
        self.add(self.doubt, self.blank, self.reference)
        self.which.hide()
        self.doubt.hide()

    def _side_by_side(self, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in widgets:
            row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
