"""Dates and lists as a letter's language writes them, always by an explicit pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

from app.domain.dates import PartialDate

_REGION: Final = {"en": "en-GB", "zh": "zh-Hans"}
_WORD_TAGS: Final = {
    "en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ka": "ka-GE", "ar": "ar-SA",
    "de": "de-DE", "uk": "uk-UA", "kk": "kk-KZ", "zh": "zh-CN",
}  # fmt: skip


# The first of a month where the language says “first”, and the number of the day in a pattern.
_FIRST: Final = {"fr": "d'er'"}
_DAY: Final = re.compile(r"(?<![d'])d(?=[^d]*MMM)")
_BEFORE_I: Final = re.compile(r"h?[ií](?!e)", re.IGNORECASE)


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Give the locale whose habits letters in this language follow; British for English."""
    return Locale.parse(_REGION.get(language, language), sep="-")


def document_language(language: str) -> str:
    """Give the tag by which a word processor chooses its dictionary: ``en-GB`` for ``en``."""
    return _WORD_TAGS.get(language, language)


def written_day(day: date, pattern: str, language: str) -> str:
    """Write a day out by a pattern of the Unicode locale data: ``d MMMM yyyy``; in French “1er août”."""
    if day.day == 1 and (first := _FIRST.get(language.split("-")[0])):
        pattern = _DAY.sub(first, pattern)
    return format_date(day, pattern, locale=locale_of(language))


def long_day(day: date, language: str) -> str:
    """Write a day out as screens in a language do: “24 January 2006”."""
    try:
        return written_day(day, "long", language)
    except (UnknownLocaleError, ValueError):
        return day.isoformat()


def written_partial(
    day: PartialDate, patterns: Sequence[str], language: str, months: Sequence[str] = ()
) -> str:
    """Write a date by the first of three patterns, for day, month or year, that it can fill.

    ``months`` are the names of the months after the preposition of the second pattern, where the
    language has a case for them: “в январе 2015 года”.
    """
    pattern = patterns[0] if day.day else patterns[1] if day.month else patterns[2]
    if months and day.month and not day.day:
        pattern = pattern.replace("MMMM", f"'{months[day.month - 1]}'")
    return written_day(day.first_day, pattern, language)


def written_list(items: Sequence[str], language: str) -> str:
    """Join items as the language does: “A, B and C”; in Spanish “España e Italia”."""
    joined = format_list(list(items), locale=locale_of(language))
    if language.split("-")[0] == "es" and len(items) > 1 and _BEFORE_I.match(items[-1]):
        return f"{joined[: -len(items[-1])].removesuffix(' y ')} e {items[-1]}"
    return joined


@lru_cache(maxsize=16)
def month_names(language: str) -> frozenset[str]:
    """Give the names of the months as they stand in dates and alone, in small letters."""
    locale = locale_of(language)
    return frozenset(
        name.casefold().rstrip(".")
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in locale.months[form][width].values()
    )
