"""Expected difficulties, each with its facts; the screen puts them in words.

A class says *what, where and how to mend it* in English with named fields.
Screens translate ``message`` and fill in ``facts``; anything that is not a
``ChanceryError`` is a bug and stays loud.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


def N_(text: str) -> str:
    """Mark a text for the catalogues without translating it."""
    return text


@dataclass(frozen=True)
class Sentence:
    """A whole sentence for the catalogues, with the facts that it names.

    A fact may be a sentence itself, or several of them, one to a line.
    """

    text: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**{name: spoken(fact) for name, fact in self.facts.items()})


def spoken(fact: object) -> object:
    """Give a fact as it stands in an English sentence."""
    if isinstance(fact, tuple):
        return "\n".join(str(one) for one in fact)
    return fact


class ChanceryError(Exception):
    """An expected difficulty that a person can mend.

    ``facts`` are the values of the named fields in ``message``. A missing
    fact raises ``KeyError`` at once, so that no half sentence is shown.
    """

    message: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(str(self.sentence))

    @property
    def sentence(self) -> Sentence:
        """What happened, for the screen to put in words."""
        return Sentence(self.message, self.facts)
