"""Whether a quotation says what its source says, apart from what it marks as altered or left out."""

from __future__ import annotations

import re
from typing import Final

_ALTERED: Final = re.compile(r"\[[^\]]*\]|\.{3}|…")
_OMITTED: Final = re.compile(r"\.{3}|…")
_MARKS: Final = str.maketrans("“”„«»’‘–", '"""""\'\'-')
_SHORT, _LONG = r".{0,40}?", r".*?"


def is_quoted_from(quotation: str, source: str) -> bool:
    """Say whether a quotation stands in a text, apart from what it marks as altered or left out."""
    text = _plain(re.sub(r"[\[\]]", "", source))
    return re.search(_pattern(_plain(quotation)), text) is not None


def _plain(text: str) -> str:
    return " ".join(text.translate(_MARKS).casefold().split()).strip(' ".')


def _pattern(quotation: str) -> str:
    """Give the quotation as a pattern: brackets stand for a few letters, dots for as much as was left out."""
    pieces, at = [], 0
    for found in _ALTERED.finditer(quotation):
        pieces += [_words(quotation[at : found.start()]), _LONG if _OMITTED.search(found[0]) else _SHORT]
        at = found.end()
    return "".join([*pieces, _words(quotation[at:])])


def _words(text: str) -> str:
    return r"\s*".join(map(re.escape, re.split(r"\s+", text)))
