"""Letter and screen languages, by their BCP 47 tags."""

from __future__ import annotations

import re
from typing import Final

from app.domain.errors import N_, ChanceryError

_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
LETTER_LANGUAGES: Final = ("en", "fr", "es", "de", "ru", "uk", "kk", "ka", "ar", "zh-Hans")
_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur", "ps", "ckb"})


class NotALanguage(ChanceryError, ValueError):
    """A text is no language tag."""

    message = N_("“{tag}” is not a language. Write its tag, such as en, fr, ru, ka or zh-Hans.")


def language_tag(text: str) -> str:
    """Check a language tag and give it back. Raises ``NotALanguage``."""
    if not _TAG.fullmatch(text):
        raise NotALanguage(tag=text)
    return text


def is_right_to_left(tag: str) -> bool:
    """Say whether a language is written from right to left."""
    return tag.split("-")[0] in _RIGHT_TO_LEFT
