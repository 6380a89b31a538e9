"""Expected difficulties, each with its facts; the screen puts them in words.

A class says *what, where and how to mend it* in English with named fields.
Screens translate ``message`` and fill in ``facts``; anything that is not a
``ChanceryError`` is a bug and stays loud.
"""

from __future__ import annotations

from typing import ClassVar


def N_(text: str) -> str:
    """Mark a text for the catalogues without translating it."""
    return text


class ChanceryError(Exception):
    """An expected difficulty that a person can mend.

    ``facts`` are the values of the named fields in ``message``. A missing or
    surplus fact raises ``KeyError`` at once, so that no half sentence is shown.
    """

    message: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.message.format(**facts))
