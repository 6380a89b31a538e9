"""What wordings ask of a language's grammar: forms of titles, plurals, elision, agreement.

Every form stands in a wording file; here is only how it is found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app.i18n.formats import locale_of

_VOWELS: Final = frozenset("aàâäæeéèêëiîïoôöœuùûüy")
_MARKS: Final = "*_“«„ \u00a0\u202f"
_ENDS: Final = ",:;!?.،؛，：！。"
_SPACES: Final = "\u00a0\u202f "


def formed(text: str, beginnings: Mapping[str, str], otherwise: str) -> str:
    """Give a title in another form: its beginning as the wording lists it, the rest as it stands.

    A title that begins with nothing listed is named by what suits any, with “{}” for the title.
    """
    known = [begin for begin in beginnings if text.casefold().startswith(begin.casefold())]
    if not known:
        return otherwise.replace("{}", text)
    longest = max(known, key=len)
    return beginnings[longest] + text[len(longest) :]


def begins_with(value: object, *beginnings: str) -> bool:
    """Say whether a title begins with one of several words: what agrees with it follows from that."""
    return isinstance(value, str) and value.casefold().startswith(
        tuple(begin.casefold() for begin in beginnings)
    )


def before(value: object, word: str, elided: str) -> str:
    """Give a small word, or its form before a vowel: “que des mesures”, “qu’aucune mesure”."""
    text = str(value).lstrip(_MARKS).casefold() if isinstance(value, str) else ""
    return elided if text[:1] in _VOWELS else word


def plural_filter(language: str) -> Callable[..., str]:
    """Give a filter that chooses the word for a number: “1 day”, “60 days”.

    The forms are named as in the Unicode locale data: one, two, few, many, other. A number
    in words (“181 million”) takes ``many``, or ``other`` where a language has no ``many``.
    """

    def plural(number: object, *, other: str, **forms: str) -> str:
        digits = "".join(sign for sign in str(number) if sign not in _SPACES)
        category = locale_of(language).plural_form(int(digits)) if digits.isdecimal() else "many"
        return forms.get(category, other)

    return plural


def capital(value: object) -> object:
    """Begin a sentence with a text that is written to stand inside one."""
    return value[:1].upper() + value[1:] if isinstance(value, str) else value


def ended(value: object, mark: str = ",") -> object:
    """End a text with a mark, unless it brings its own."""
    if not isinstance(value, str) or value.rstrip().endswith(tuple(_ENDS)):
        return value
    return value.rstrip() + mark
