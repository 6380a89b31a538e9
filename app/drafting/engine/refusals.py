"""Characters that no letter may hold, found in what has been rendered and named by their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.drafting.engine.errors import IllegalCharacter
from app.drafting.engine.values import find_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALWAYS: Final = "\x00-\x06\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_REFUSED = re.compile(f"[{_ALWAYS}]")
_C1_CONTROLS = re.compile(rb"\xc2[\x80-\x9f]")


def find_refused(text: str) -> re.Match[str] | None:
    return _REFUSED.search(text)


def code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def encode(text: str, context: Mapping[str, object]) -> bytes:
    """Return the text in UTF-8; a character that XML allows but no letter may hold is refused.

    The characters that XML forbids are left to the check of the finished part, which meets them anyway.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError:
        refuse(text, context)
        raise
    if "\u2028" in text or "\u2029" in text or "\x7f" in text or _C1_CONTROLS.search(data):
        refuse(text, context)
    return data


def refuse(text: str, context: Mapping[str, object]) -> None:
    """Raise ``IllegalCharacter`` for the first refused character of a rendered text, if there is one."""
    if found := _REFUSED.search(text):
        place = find_text(context, lambda value: found.group() in value) or "…"
        raise IllegalCharacter(place=place, character=code_point(found.group()))


def refuse_breaks_in_plain_text(context: Mapping[str, object]) -> None:
    """Refuse plain values that hold docxtpl's own signs for a new paragraph or page."""
    for sign in "\a\f":
        place = find_text(context, lambda value, sign=sign: sign in value)  # type: ignore[misc]
        if place is not None:
            raise IllegalCharacter(place=place, character=code_point(sign))
