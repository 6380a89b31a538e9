"""The texts of the screen in one language; whoever shows texts holds a catalogue."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.domain.errors import Sentence

DOMAIN: Final = "app"
SOURCE_LANGUAGE: Final = "en"


class Catalogue:
    """Whole sentences in one language, with their facts filled in."""

    def __init__(self, language: str, texts: gettext.NullTranslations) -> None:
        self.language, self._texts = language, texts

    def text(self, message: str, **facts: object) -> str:
        """Give a text of the catalogue with its facts."""
        return self.said(Sentence(message, facts))

    def plural(self, one: str, many: str, number: int, **facts: object) -> str:
        """Give the form of a text that goes with a number, which it may name ``{number}``."""
        return self._texts.ngettext(one, many, number).format(number=number, **facts)

    def said(self, sentence: Sentence) -> str:
        """Put a sentence into words, and the sentences among its facts as well."""
        facts = {name: self._fact(fact) for name, fact in sentence.facts.items()}
        text = self._texts.gettext(sentence.text) if sentence.text else ""
        return text.format(**facts)

    def _fact(self, fact: object) -> object:
        if isinstance(fact, Sentence):
            return self.said(fact)
        if isinstance(fact, tuple):
            return "\n".join(str(self._fact(one)) for one in fact)
        return fact


def for_language(tag: str, locales: Path) -> Catalogue:
    """Give the catalogue of a language; texts are in English where there is none."""
    if tag == SOURCE_LANGUAGE:
        return Catalogue(tag, gettext.NullTranslations())
    names = [tag.replace("-", "_"), tag.split("-")[0]]
    texts = gettext.translation(DOMAIN, locales, languages=names, fallback=True)
    return Catalogue(tag, texts)


def screen_language(environ: Mapping[str, str], locales: Path) -> str:
    """Give the first language of the environment that there is a catalogue for."""
    wishes = [environ.get(name, "") for name in ("CHANCERY_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    known = {path.parent.parent.name for path in locales.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    for wish in wishes:
        name = wish.split(".")[0].split("@")[0].replace("-", "_")
        for shorter in (name, name.rpartition("_")[0], name.split("_")[0]):
            if shorter in known or shorter == SOURCE_LANGUAGE:
                return shorter.replace("_", "-")
    return SOURCE_LANGUAGE


def known_languages(locales: Path) -> tuple[str, ...]:
    """Give the languages that the screen can speak, the language of the source first."""
    names = {path.parent.parent.name for path in locales.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    others = sorted({name.replace("_", "-") for name in names} - {SOURCE_LANGUAGE})
    return (SOURCE_LANGUAGE, *others)
