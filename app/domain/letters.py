"""The letter: an ordered list of typed blocks, and the data they are made from.

No fixed order of parts holds in real letters, so each block is optional,
repeatable and free to move; a letter type only proposes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from app.domain.cases import Case
from app.domain.citations import Citation
from app.domain.errors import N_, ChanceryError
from app.domain.languages import language_tag
from app.domain.people import Mandate, Recipient, Sender, Signatory, SignatoryGroup, State


class DoubleBlockKey(ChanceryError, ValueError):
    """Two blocks of one letter have the same key."""

    message = N_("Two blocks have the key “{key}”. Give each block a key of its own.")


class WrongVersion(ChanceryError, ValueError):
    """The parallel versions of a letter do not fit together."""

    message = N_(
        "The language versions do not fit together at “{language}”. Each language may stand once, "
        "a version has none of its own, and the authentic language must be one of them."
    )


class LetterType(StrEnum):
    """The kinds of letter that an office writes."""

    PROTEST = "protest"
    UN_ALLEGATION = "un_allegation"
    UN_URGENT_APPEAL = "un_urgent_appeal"
    UN_OTHER = "un_other"
    JOINT = "joint"
    FOLLOW_UP = "follow_up"


class BlockKind(StrEnum):
    """The parts that letters are made of."""

    NUMBER = "number"
    MANDATES = "mandates"
    REFERENCE = "reference"
    DATE = "date"
    ADDRESSEE = "addressee"
    FORWARD = "forward"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    OPENING = "opening"
    EARLIER = "earlier"
    SUBJECT_SENTENCE = "subject_sentence"
    PATTERN = "pattern"
    VOCATIVE = "vocative"
    TESTIMONY = "testimony"
    LEAD_IN = "lead_in"
    FACTS = "facts"
    CONCERN = "concern"
    LAW = "law"
    ANNEX_POINTER = "annex_pointer"
    REQUEST = "request"
    QUESTIONS = "questions"
    DEMANDS = "demands"
    DEADLINE = "deadline"
    INTERIM = "interim"
    PUBLICATION = "publication"
    COURTESY = "courtesy"
    VALEDICTION = "valediction"
    SIGNATURES = "signatures"
    DISCLAIMER = "disclaimer"
    ADDRESS = "address"
    COPIES = "copies"
    ENCLOSURES = "enclosures"
    ANNEX_TITLE = "annex_title"
    ANNEX = "annex"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One part of a letter.

    Without ``text`` the block is generated from data and wording. A ``text``
    was written by hand and stands whatever the data become; ``over`` is what
    was generated when it was written, so that a later difference shows.
    ``key`` names the block inside its letter, by default after its kind.
    ``heading`` stands before the text. ``cites`` are the keys of the legal
    references that a ``law`` or ``annex`` block is about, all of them without.
    """

    kind: BlockKind
    key: str = ""
    text: str = ""
    over: str = ""
    language: str = ""
    heading: str = ""
    cites: tuple[str, ...] = ()
    indented: bool = False

    def written(self, text: str, *, over: str) -> Block:
        """Give the block with a text by hand in place of the generated one."""
        return replace(self, text=text, over=over)

    def reset(self) -> Block:
        """Give the block as its wording generates it."""
        return replace(self, text="", over="")

    @property
    def is_written(self) -> bool:
        """Whether a person wrote the text."""
        return bool(self.text)

    def is_outdated(self, generated: str) -> bool:
        """Say whether what was overwritten would be generated differently today."""
        return self.is_written and bool(self.over) and self.over != generated


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """When a reply is due: in days, on a day, or in words.

    Not the publication delay, which is another thing.
    """

    days: int = 0
    day: dt.date | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class EarlierLetter:
    """A letter that this one follows: its number or reference, date and subject."""

    number: str = ""
    date: dt.date | None = None
    subject: str = ""
    answered: bool = False


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Whether the letter and its answer become public, and after how many days."""

    days: int = 0
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Copy:
    """Somebody who receives a copy: a bare name, or with office and address."""

    name: str
    office: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Everything one letter says, as data, and its blocks in their order.

    Without ``blocks`` the letter has those its type proposes, but for those in ``drop``. ``reference`` is
    an external reference that somebody else assigns (“AL KAZ 1/2017”), blank
    until it is known. ``versions`` are the same letter in other languages, under
    the same number; their blocks need not pair up. ``authentic_language`` names
    the one that counts, by default this one. ``aside`` are blocks that were taken
    out, with what was written in them: they are never printed. Raises ``NotALanguage``,
    ``DoubleBlockKey`` and ``WrongVersion``.
    """

    type: LetterType
    language: str
    title: str = ""
    template: str = ""
    series: str = ""
    reference: str = ""
    place: str = ""
    date: dt.date | None = None
    subject: str = ""
    state: State = State()
    sender: Sender = Sender()
    recipients: tuple[Recipient, ...] = ()
    forward_to: str = ""
    earlier: EarlierLetter = EarlierLetter()
    case: Case = Case()
    mandates: tuple[Mandate, ...] = ()
    citations: tuple[Citation, ...] = ()
    questions: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    deadline: Deadline = Deadline()
    publication: Publication = Publication()
    signatories: tuple[SignatoryGroup, ...] = ()
    disclaimer: str = ""
    copies: tuple[Copy, ...] = ()
    enclosures: tuple[str, ...] = ()
    versions: tuple[Letter, ...] = ()
    authentic_language: str = ""
    drop: tuple[BlockKind, ...] = ()
    blocks: tuple[Block, ...] = ()
    aside: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        language_tag(self.language)
        self._check_versions()
        blocks = keyed((*self.blocks, *self.aside))
        object.__setattr__(self, "blocks", blocks[: len(self.blocks)])
        object.__setattr__(self, "aside", blocks[len(self.blocks) :])

    def _check_versions(self) -> None:
        languages = [self.language, *(version.language for version in self.versions)]
        for language in languages:
            if languages.count(language) > 1:
                raise WrongVersion(language=language)
        if self.authentic_language and self.authentic_language not in languages:
            raise WrongVersion(language=self.authentic_language)
        if any(version.versions for version in self.versions):
            raise WrongVersion(language=self.language)

    @property
    def people(self) -> tuple[Signatory, ...]:
        """Every signatory, whatever group he or she stands in."""
        return tuple(person for group in self.signatories for person in group.people)

    def with_blocks(self, proposed: Sequence[BlockKind]) -> Letter:
        """Give the letter its type's blocks where it has none of its own."""
        if self.blocks:
            return self
        kinds = (kind for kind in proposed if kind not in self.drop)
        return replace(self, blocks=tuple(Block(kind=kind) for kind in kinds))

    def changing(self, key: str, change: Callable[[Block], Block]) -> Letter:
        """Give the letter with one block changed."""
        return replace(
            self,
            blocks=tuple(change(block) if block.key == key else block for block in self.blocks),
        )


def keyed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Name the blocks that have no key after their kind. Raises ``DoubleBlockKey``."""
    taken = [block.key for block in blocks if block.key]
    if twice := [key for key in taken if taken.count(key) > 1]:
        raise DoubleBlockKey(key=twice[0])
    named = []
    for block in blocks:
        key = block.key or free_key(block.kind.value, taken)
        taken.append(key)
        named.append(block if block.key else replace(block, key=key))
    return tuple(named)


def free_key(wanted: str, taken: Sequence[str]) -> str:
    """Give a key that nobody has yet: the wanted one, or with a number behind it."""
    if wanted not in taken:
        return wanted
    return next(key for n in count(2) if (key := f"{wanted}-{n}") not in taken)
