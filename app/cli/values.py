"""What several commands ask for, and how it is read from what a person typed."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from typing import Final

from app.domain.errors import N_

Say = Callable[..., str]


def add_number(parser: ArgumentParser, say: Say) -> None:
    """Add the number of a registered letter, and year and series where they are needed."""
    parser.add_argument("number", metavar=say(N_("NUMBER")), help=say(N_("such as 147/01-3")))
    parser.add_argument(
        "--year", type=count_of(say), help=say(N_("the year, where a number was given in several"))
    )
    parser.add_argument(
        "--series", default="", metavar="S", help=say(N_("the series, where a number was given in several"))
    )


def add_json(parser: ArgumentParser, say: Say) -> None:
    """Add the wish for JSON."""
    parser.add_argument("--json", action="store_true", help=say(N_("print JSON")))


def day_of(say: Say) -> Callable[[str], date]:
    """Give what reads a day, and says how one is written."""

    def day(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            told = say(N_("“{text}” is not a day. Write it as 2017-08-16."), text=text)
            raise argparse.ArgumentTypeError(told) from None

    return day


def count_of(say: Say) -> Callable[[str], int]:
    """Give what reads a whole number from 1 on."""

    def count(text: str) -> int:
        if number := as_number(text):
            return number
        told = say(N_("“{text}” is not a whole number from 1 to {most}."), text=text, most=_MOST)
        raise argparse.ArgumentTypeError(told)

    return count


def as_number(text: str) -> int | None:
    """Read a whole number from 1 on that every storage can hold; anything else is none."""
    number = int(text) if text.isdecimal() and len(text) <= len(str(_MOST)) else 0
    return number if 0 < number <= _MOST else None


_MOST: Final = 999_999_999


def key_of(say: Say) -> Callable[[str], str]:
    """Give what reads a name of one word."""

    def key(text: str) -> str:
        if text.split() == [text]:
            return text
        told = say(N_("“{text}” is not a short name. Write one word, such as joint."), text=text)
        raise argparse.ArgumentTypeError(told)

    return key
