"""How languages are called, in the language of the screen and in their own."""

from __future__ import annotations

from functools import lru_cache

from babel.core import Locale, UnknownLocaleError


@lru_cache(maxsize=256)
def language_name(tag: str, screen: str) -> str:
    """Give the name of a language as the screen calls it; its tag where it has none there."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(Locale.parse(screen, sep="-"))
    except (UnknownLocaleError, ValueError):
        return tag
    return _capital(name) if name else tag


@lru_cache(maxsize=256)
def own_name(tag: str) -> str:
    """Give the name by which a language calls itself."""
    return language_name(tag, tag)


def _capital(name: str) -> str:
    return name[:1].title() + name[1:]  # as a sentence begins: Georgian has capitals for headlines only
