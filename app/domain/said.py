"""Things that are said once in each language, and finding what is said in one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol, TypeVar

_SCRIPTS: Final = {"zh": "zh-Hans"}  # the usual script of a tag that names none


class Said(Protocol):
    """Texts of one language."""

    @property
    def language(self) -> str:
        """The tag of the language."""
        ...


Texts = TypeVar("Texts", bound=Said)


def said_in(texts: Iterable[Texts], language: str) -> Texts | None:
    """Give the texts of a language; those of another country serve too, those of another script do not."""
    alike = [one for one in texts if _without_country(one.language) == _without_country(language)]
    return min(alike, key=lambda one: one.language != language, default=None)


def said_anyhow(texts: Sequence[Texts], language: str) -> Texts | None:
    """Give the texts of a language, else the English ones, else the first."""
    return said_in(texts, language) or said_in(texts, "en") or next(iter(texts), None)


def name_in(texts: Sequence[Texts], language: str, place: str = "name") -> tuple[str, bool]:
    """Give a name in a language, else in English, else in any, and say whether it was borrowed."""
    own = said_in(texts, language)
    if own and (name := getattr(own, place)):
        return name, False
    others = (said_in(texts, "en"), *texts)
    lent = next((name for one in others if one and (name := getattr(one, place))), "")
    return lent, bool(lent)


def saying(texts: Sequence[Texts], wanted: Texts) -> tuple[Texts, ...]:
    """Give the texts with those of one language put in the place of its old ones, or behind."""
    if all(one.language != wanted.language for one in texts):
        return (*texts, wanted)
    return tuple(wanted if one.language == wanted.language else one for one in texts)


def saying_part(texts: Sequence[Texts], empty: Texts, place: str, text: object) -> tuple[Texts, ...]:
    """Give the texts with one place of one language set; ``empty`` names the language."""
    old: Any = next((one for one in texts if one.language == empty.language), empty)
    return saying(texts, replace(old, **{place: text}))


def _without_country(tag: str) -> str:
    plain = "-".join(part for part in tag.split("-") if not (len(part) == 2 and part.isupper()))
    return _SCRIPTS.get(plain, plain)
