"""Editors of one place of the letter: what is typed there stands in the letter at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtWidgets import QWidget

from app.domain.citation_typing import articles_from
from app.domain.dates import PartialDate
from app.domain.errors import N_, ChanceryError
from app.flow.fields import title_of_field
from app.flow.filling import fill
from app.flow.places import NoSuchPlace, value_at
from app.gui.guide.page import PLACE
from app.gui.widgets.editors import AreaEditor, ChoiceEditor, LineEditor
from app.gui.widgets.fields import Field

if TYPE_CHECKING:
    from app.domain.letters import Letter
    from app.flow.editing import Edit
    from app.i18n.catalogues import Catalogue

_DAY_HINT: Final = "2017-08-16"


class LetterHolder(Protocol):
    """What fields write into: the guide, or whatever else holds a letter."""

    @property
    def letter(self) -> Letter:
        """The letter as it is now."""

    @property
    def texts(self) -> Catalogue:
        """The texts of the screen."""

    def do(self, edit: Edit) -> None:
        """Change the letter."""


class NotAWholeDay(ChanceryError, ValueError):
    """A date of which only the year or month is known was given where a letter prints a day."""

    message = N_("The letter prints a whole day here. Write it as 2017-08-16, or leave it empty.")


class NotANumber(ChanceryError, ValueError):
    """Something else than a whole number was given."""

    message = N_("“{text}” is not a number. Write it in figures, such as 60.")


@dataclass(frozen=True)
class Form:
    """How a value is written in an editor, and read from it.

    ``read`` raises a ``ChanceryError`` that says what is wrong; the letter has ``empty`` meanwhile.
    """

    shown: Callable[[Any], str]
    read: Callable[[str], Any]
    empty: object

    def value(self, text: str) -> Any:
        """Give the value of a text, the empty one where it is none."""
        try:
            return self.read(text)
        except ChanceryError:
            return self.empty


def lines_from(text: str) -> tuple[str, ...]:
    """Read one value a line, blank lines left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _day_from(text: str) -> date | None:
    if not text.strip():
        return None
    day = PartialDate.parse(text)
    if not day.day:
        raise NotAWholeDay
    return day.first_day


def _number_from(text: str) -> int:
    plain = text.strip()
    if plain and not (plain.isascii() and plain.isdecimal()):
        raise NotANumber(text=plain)
    return int(plain or 0)


TEXT: Final = Form(str, str.strip, "")
LINES: Final = Form("\n".join, lines_from, ())
ARTICLES: Final = Form(", ".join, articles_from, ())
DAY: Final = Form(lambda day: day.isoformat() if day else "", _day_from, None)
NUMBER: Final = Form(lambda number: str(number) if number else "", _number_from, 0)


class PlaceField(Field[QWidget]):
    """A line, or with ``lines`` an area, for one place of the letter."""

    def __init__(
        self,
        guide: LetterHolder,
        place: str,
        *,
        form: Form = TEXT,
        lines: int = 0,
        label: str = "",
        hint: str = "",
        placeholder: str = "",
    ) -> None:
        self._guide, self.place, self._form = guide, place, form
        shown = placeholder or (_DAY_HINT if form is DAY else "")
        self._line = LineEditor(placeholder=shown)
        self._area = AreaEditor(placeholder=shown, lines=lines) if lines else None
        super().__init__(
            label or guide.texts.text(title_of_field(place)),
            self._area or self._line,
            hint=hint,
            check=self._wrong,
        )
        self.editor.setProperty(PLACE, place)
        self._value: object = form.empty
        self.show_letter()
        if self._area:
            self._area.textChanged.connect(self._on_edited)
        else:
            self._line.textEdited.connect(self._on_edited)

    @property
    def is_area(self) -> bool:
        """Whether it has several lines."""
        return self._area is not None

    def text(self) -> str:
        """Give what stands in the editor."""
        return self._area.toPlainText() if self._area else self._line.text()

    def show_letter(self) -> None:
        """Show what the letter says there, unless the editor says it already."""
        try:
            value = value_at(self._guide.letter, self.place)
        except NoSuchPlace:
            return
        if value == self._value:
            return
        self._value = value
        if self._form.value(self.text()) != value:
            self._put(self._form.shown(value))
            self.show_error("")

    def _put(self, text: str) -> None:
        if self._area:
            self._area.setPlainText(text)
        else:
            self._line.setText(text)

    def _on_edited(self) -> None:
        value = self._form.value(self.text())
        if value != self._value:
            self._value = value
            self._guide.do(fill(self.place, value))

    def _wrong(self) -> str:
        try:
            self._form.read(self.text())
        except ChanceryError as error:
            return self._guide.texts.said(error.sentence)
        return ""


class PlaceChoice(Field[ChoiceEditor]):
    """One of several values for one place of the letter."""

    def __init__(
        self, guide: LetterHolder, place: str, choices: Iterable[tuple[object, str]], *, label: str = ""
    ) -> None:
        self._guide, self.place = guide, place
        super().__init__(label or guide.texts.text(title_of_field(place)), ChoiceEditor(choices))
        self.editor.setProperty(PLACE, place)
        self.show_letter()
        self.editor.chosen.connect(lambda value: guide.do(fill(place, value)))

    def show_letter(self) -> None:
        """Show what the letter says there."""
        try:
            value = value_at(self._guide.letter, self.place)
        except NoSuchPlace:
            return
        if self.editor.value() != value:
            self.editor.set_value(value)
