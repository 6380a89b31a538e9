"""Places in a text: Qt counts in units of UTF-16, Python in signs. No Qt."""

from __future__ import annotations


def units(text: str, place: int) -> int:
    """Give a place in the units that Qt counts in: signs beyond the first plane are two."""
    return place if text.isascii() else place + sum(sign > "\uffff" for sign in text[:place])


def signs(text: str, place: int) -> int:
    """Give a place in signs for one in units."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))
