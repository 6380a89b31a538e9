"""What templates see of a letter's data, and the blanks where there is none.

A template asks by role: ``recipient.name``, ``case.event``. Whatever is empty
is a ``Blank``: false in a condition, empty in a loop, and a visible mark when
it is printed, which is also noted down as a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.domain.open_places import Called, mark_of


@dataclass
class Gaps:
    """Notes which places were printed empty while one block was made; ``called`` says them in words."""

    places: list[str] = field(default_factory=list)
    called: Called | None = None

    def mark(self, place: str) -> str:
        """Note a place and give the mark that is printed there."""
        self.note(place)
        return mark_of(self.called(place) if self.called else place)

    def note(self, place: str) -> None:
        """Note a place once."""
        if place not in self.places:
            self.places.append(place)

    def taken(self) -> tuple[str, ...]:
        """Give the places noted so far and begin anew."""
        places, self.places = tuple(self.places), []
        return places


class Blank:
    """A value that is not there yet."""

    __slots__ = ("_gaps", "_place")

    def __init__(self, place: str, gaps: Gaps) -> None:
        self._place, self._gaps = place, gaps

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> Blank:
        if name.startswith("_"):
            raise AttributeError(name)
        return Blank(f"{self._place}.{name}", self._gaps)

    def __getitem__(self, name: object) -> Blank:
        return self

    def __str__(self) -> str:
        return self._gaps.mark(self._place)


class View:
    """One domain value as a template sees it: by the names of its fields.

    A value that has no text of its own is printed as a gap: one of its fields was meant.
    """

    __slots__ = ("_gaps", "_more", "_place", "_value")

    def __init__(
        self, value: object, place: str, gaps: Gaps, more: Mapping[str, object] | None = None
    ) -> None:
        self._value, self._place, self._gaps, self._more = value, place, gaps, more or {}

    def place_of(self, name: str) -> str:
        """Give a field as it is named in wording and letter file."""
        return f"{self._place}.{name}"

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        place = self.place_of(name)
        if name in self._more:
            return shown(self._more[name], place, self._gaps)
        return shown(getattr(self._value, name), place, self._gaps)

    def __str__(self) -> str:
        if type(self._value).__str__ is not object.__str__:
            return str(self._value)
        return self._gaps.mark(self._place)

    __repr__ = __str__


class AsIs:
    """Marks values that templates may see as they are."""

    __slots__ = ()


_PLAIN: Final = (str, int, float, date, AsIs)


def shown(value: object, place: str, gaps: Gaps) -> object:
    """Give a value as templates may see it."""
    if isinstance(value, Blank | View):
        return value
    if value is None or value in ("", (), 0):
        return Blank(place, gaps)
    if isinstance(value, tuple | list):
        return [shown(item, place, gaps) for item in value]
    if isinstance(value, _PLAIN):
        return value
    return View(value, place, gaps)


@dataclass(frozen=True)
class Unset(AsIs):
    """A value that is left open on purpose and prints as the blank of a form."""

    shown: str = "________"

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return self.shown
