"""What the cells of the table say, in the language of the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QDate, QLocale

from app.domain.errors import N_
from app.flow.standing import STANDING_NAMES, Standing, Waiting, waiting_of
from app.gui.letters.columns import Column
from app.gui.letters.lines import LetterLine
from app.gui.widgets.rows import RowTag
from app.gui.widgets.words import Mood
from app.i18n.catalogues import Catalogue

_DAY: Final = N_("d MMM yyyy")  # the pattern of a day with its year, as Qt writes patterns
_SHORT_DAY: Final = N_("d MMM")
_DUE: Final = N_("Due {day}")
_OVERDUE: Final = N_("Overdue")
_NO_ADDRESSEE: Final = N_("No addressee yet")
_NO_SUBJECT: Final = N_("No subject yet")
NO_NAMES: Final[Mapping[str, str]] = {}
_PLAINLY: Final = {
    "en": "English",
    "es": "Español",
    "pt": "Português",
    "zh": "中文",
}  # Qt names a country, too
_MOODS: Final = {
    Standing.DRAFT: Mood.NEUTRAL,
    Standing.RESERVED: Mood.NEUTRAL,
    Standing.REGISTERED: Mood.NEUTRAL,
    Standing.SIGNED: Mood.ACCENT,
    Standing.SENT: Mood.ACCENT,
    Standing.ANSWERED: Mood.OK,
    Standing.VOID: Mood.BAD,
}


@lru_cache(maxsize=2048)
def _written(locale: str, pattern: str, day: date) -> str:
    return QLocale(locale).toString(QDate(day.year, day.month, day.day), pattern)


@lru_cache(maxsize=256)
def language_name(tag: str) -> str:
    """Give a language's own name for itself, its tag where nobody knows one."""
    name = _PLAINLY.get(tag) or (QLocale(tag).nativeLanguageName() if tag else "")
    return name[:1].upper() + name[1:] if name else tag


def counted(number: int, texts: Catalogue) -> str:
    """Write how many there are, with its thousands apart."""
    return QLocale(texts.language).toString(number)


class Cells:
    """Puts the lines of the table into words. ``states`` and ``series`` are names by codes."""

    def __init__(
        self,
        texts: Catalogue,
        today: date,
        states: Mapping[str, str] = NO_NAMES,
        series: Mapping[str, str] = NO_NAMES,
    ) -> None:
        self._texts, self.today, self._states, self._series = texts, today, states, series
        self._said: Mapping[Column, Callable[[LetterLine], str]] = {
            Column.NUMBER: lambda line: line.number,
            Column.DATE: lambda line: self.day(line.day),
            Column.ADDRESSEE: lambda line: line.addressee or self._open(line, _NO_ADDRESSEE),
            Column.SUBJECT: lambda line: line.subject or self._open(line, _NO_SUBJECT),
            Column.STATE: lambda line: self.state(line.state),
            Column.LANGUAGE: lambda line: language_name(line.language),
            Column.DUE: lambda line: self.day(line.due) if line.due else "",
            Column.STATUS: lambda line: self.tag(line).text,
        }

    def day(self, day: date) -> str:
        """Write a day with its year."""
        return _written(self._texts.language, self._texts.text(_DAY), day)

    def short_day(self, day: date) -> str:
        """Write a day; its year where it is not this one."""
        if day.year != self.today.year:
            return self.day(day)
        return _written(self._texts.language, self._texts.text(_SHORT_DAY), day)

    def state(self, code: str) -> str:
        """Name a State."""
        return self._states.get(code, code)

    def series(self, key: str) -> str:
        """Name a series."""
        return self._series.get(key, key)

    def text(self, line: LetterLine, column: Column) -> str:
        """Give what a cell says."""
        return self._said[column](line)

    def is_open(self, line: LetterLine, column: Column) -> bool:
        """Say whether a cell only says that something is missing."""
        said = {Column.ADDRESSEE: line.addressee, Column.SUBJECT: line.subject}
        return line.standing is Standing.DRAFT and not said.get(column, "said")

    def waiting(self, line: LetterLine) -> Waiting:
        """Say how long a letter may still wait for its reply."""
        return waiting_of(line.standing, line.due, self.today)

    def tag(self, line: LetterLine) -> RowTag:
        """Give the tag of a line: how it stands, or that its reply is due."""
        waiting = self.waiting(line)
        if waiting is Waiting.OVERDUE:
            return RowTag(self._texts.text(_OVERDUE), Mood.BAD)
        if waiting is Waiting.SOON and line.due:
            return RowTag(self._texts.text(_DUE, day=self.short_day(line.due)), Mood.WARN)
        return RowTag(self._texts.text(STANDING_NAMES[line.standing]), _MOODS[line.standing])

    def spoken(self, line: LetterLine) -> str:
        """Say everything that a line shows."""
        return ", ".join(text for column in Column if (text := self.text(line, column)))

    def _open(self, line: LetterLine, words: str) -> str:
        return self._texts.text(words) if line.standing is Standing.DRAFT else ""
