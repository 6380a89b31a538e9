"""A letter put into words: its blocks as they will be printed, and what is open.

Only a ``ReadyLetter`` can be registered or exported for signature, and only a
letter without gaps becomes one.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.letters import BlockKind, Gap, Letter, NotACompleteLetter
from app.domain.prose import Prose


@dataclass(frozen=True, kw_only=True)
class PrintedBlock:
    """One block in words.

    ``text`` is what is printed, in the notation; ``generated`` what the
    wording makes of the data today. ``groups`` is the prose in the stretches
    that stand side by side in columns, each with its number of columns.
    """

    key: str
    kind: BlockKind
    language: str
    text: str
    generated: str
    prose: Prose
    written: bool = False
    outdated: bool = False
    indented: bool = False
    groups: tuple[tuple[int, Prose], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ComposedLetter:
    """A letter in words, with the places that nothing fills yet."""

    letter: Letter
    number: str
    blocks: tuple[PrintedBlock, ...]
    gaps: tuple[Gap, ...]

    def ready(self) -> ReadyLetter:
        """Give the letter as ready for its number. Raises ``NotACompleteLetter``."""
        if self.gaps:
            raise NotACompleteLetter(gaps=tuple(gap.sentence for gap in self.gaps))
        return ReadyLetter(self)

    def block(self, kind: BlockKind) -> PrintedBlock | None:
        """Give the first block of a kind."""
        return next((block for block in self.blocks if block.kind is kind), None)


@dataclass(frozen=True)
class ReadyLetter:
    """A letter in which nothing is missing."""

    composed: ComposedLetter

    def __post_init__(self) -> None:
        if self.composed.gaps:
            self.composed.ready()
