"""A letter put into words: its blocks as they will be printed, and what is open.

Only a ``ReadyLetter`` can be registered or exported for signature, and only a
letter without gaps becomes one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.errors import N_, ChanceryError, Sentence
from app.domain.letters import BlockKind, Letter
from app.domain.prose import Prose


class NotACompleteLetter(ChanceryError):
    """A letter with open gaps was to be registered or exported for signature."""

    message = N_("The letter is not complete; these places are open:\n{gaps}")


@dataclass(frozen=True)
class Gap:
    """A place of a letter that nothing fills, and the block that wants it.

    ``place`` is named as in the letter file: ``case.event``. Without one the
    block has nothing to print; ``NO_WORDING`` says that its text is missing in
    the letter's language. ``written`` says that its mark stands in a text that was
    written by hand.
    """

    block: str
    kind: BlockKind
    place: str = ""
    written: bool = False

    @property
    def in_file(self) -> str:
        """The place as a letter file writes it: ``recipients.name`` for ``recipient.name``."""
        root, dot, rest = self.place.partition(".")
        return rest if root == "letter" else _IN_FILE.get(root, root) + dot + rest

    @property
    def sentence(self) -> Sentence:
        """What is open, and how to close it."""
        facts = {"block": self.block, "place": self.in_file}
        if self.place == NO_WORDING:
            return Sentence(_GAP_WORDING, facts)
        if self.written:
            return Sentence(_GAP_WRITTEN, facts)
        return Sentence(_GAP_PLACE if self.place else _GAP_EMPTY, facts)


NO_WORDING: Final = "wording"
_IN_FILE: Final = {"recipient": "recipients", "signatory": "signatories.people"}
_GAP_PLACE: Final = N_("{block}: “{place}” is empty. Fill it in, or write the block by hand.")
_GAP_EMPTY: Final = N_("{block}: nothing to print. Fill in its data, write its text, or drop the block.")
_GAP_WRITTEN: Final = N_("{block}: “{place}” still stands open in its text. Write there what belongs there.")
_GAP_WORDING: Final = N_(
    "{block}: this type of letter has no wording for it in this language. "
    "Write the block by hand, or drop it."
)


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
