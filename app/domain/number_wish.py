"""What a person wishes about the number of a letter; it is kept beside the draft, not in the letter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NumberWish:
    """How a letter is to get its number, beyond its series.

    ``reserved`` is a number that was reserved before, ``year`` the one it was given in. ``unit`` and
    ``file`` go before those of the series. ``number_blank`` registers the letter, but leaves number
    and day open in its document. ``person`` is who registers it.
    """

    reserved: str = ""
    year: int | None = None
    unit: str = ""
    file: str = ""
    number_blank: bool = False
    person: str = ""

    def is_for(self, number: str, year: int) -> bool:
        """Say whether a reserved number is the one that is wished for."""
        return bool(number) and self.reserved == number and self.year in {None, year}
