"""Proving the register: the file, the chain, every stored file, every number, and old paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import N_, ChanceryError, Sentence
from app.domain.gaps import gap_findings, gap_report
from app.domain.heads import Head
from app.domain.register import (
    FIRST_SEAL,
    Entry,
    EntryNotFound,
    Finding,
    Link,
    UnreadableRow,
    chain_findings,
    document_seal,
)
from app.services.ports import UnitOfWork, Work


class Part(StrEnum):
    """What a check goes through, one after the other."""

    ENTRIES = "entries"
    FILES = "files"


@dataclass(frozen=True)
class Reached:
    """How far a check has come, and how much it has found."""

    part: Part
    done: int
    total: int
    found: int

    @property
    def sentence(self) -> Sentence:
        """How far that is."""
        return Sentence(_REACHED[self.part], {"done": self.done, "total": self.total})


_REACHED = {
    Part.ENTRIES: N_("{done} of {total} entries are checked."),
    Part.FILES: N_("All entries and {done} of {total} documents are checked."),
}
_NOTHING = N_("Nothing was found up to there.")
_FOUND = N_("Findings up to there: {number}.")
_LISTING = N_(
    "The list that searches use differs from the register; no letter is lost. "
    "“chancery search --anew” makes the list anew from the register."
)
_SHORTER = N_(
    "The register ends before the head on paper: what was added up to that head is no longer all there."
)
_OTHER = N_(
    "The head on paper is not in the chain: the paper is of another register, "
    "or an entry up to that head has been changed."
)

Progress = Callable[[Reached], bool]


class VerifyingStopped(ChanceryError):
    """A person stopped the check of the register before its end; ``findings`` are those up to there."""

    message = N_("The check was stopped and proves nothing yet. {reached} {found}")

    def __init__(self, reached: Reached, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        found = Sentence(_FOUND, {"number": len(findings)}) if findings else Sentence(_NOTHING)
        super().__init__(reached=reached.sentence, found=found)


@dataclass(frozen=True)
class OnPaper:
    """The link that a head on paper stands for, and how many were added after it."""

    sequence: int
    number: str
    moment: str
    later: int


@dataclass(frozen=True)
class Proof:
    """What a check of the whole register found, and the seal that stands for all of it.

    ``letters`` counts registered letters, ``links`` those and the acts about numbers;
    ``sequence`` is that of the head. ``paper`` says what a head on paper stands for,
    if one was given and is in the chain.
    """

    letters: int
    links: int
    findings: tuple[Finding, ...]
    head: str
    sequence: int = 0
    paper: OnPaper | None = None


def go_on(_reached: Reached) -> bool:
    """Let a check go on, whatever it has done."""
    return True


class Verifying:
    """Checks the register from end to end, in one moment of it."""

    def __init__(self, reading: Work) -> None:
        self._reading = reading

    def verify(self, progress: Progress = go_on, paper: Head | None = None, *, listing: bool = True) -> Proof:
        """Check everything, and whether a head on paper is still in the chain.

        ``progress`` hears of each entry, then of each stored file, and says whether to go
        on. Without ``listing`` the list that searches use is left out: it proves nothing.
        Raises ``VerifyingStopped``, for Ctrl+C as well.
        """
        with self._reading() as work:
            check = _Check(work, progress, paper)
            try:
                return check.run(listing=listing)
            except KeyboardInterrupt:
                raise check.stopped() from None


@dataclass(frozen=True)
class _StoredFile:
    """What a check of the stored files needs of a link; links themselves may be large."""

    sequence: int
    number: str
    seal: str
    moment: str
    attached: bool


class _Check:
    """One check, which knows at any time how far it has come and what it has found."""

    def __init__(self, work: UnitOfWork, progress: Progress, paper: Head | None) -> None:
        self._work, self._progress, self._paper = work, progress, paper
        self._found: list[Finding] = []
        self._chain = _Chain(work.register.links(), paper)
        self._reached = Reached(Part.ENTRIES, 0, self._expected(), 0)

    def run(self, *, listing: bool) -> Proof:
        chain = self._chain
        self._take(Finding("", text) for text in self._work.register.integrity_problems())
        self._take(chain.findings(self._tell_entry))
        self._take(self._file_findings())
        if chain.readable:
            self._take(_head_findings(self._work, chain))
            self._take(_gaps(self._work))
        if listing and not self._found and _listing_differs(self._work):
            self._found.append(Finding("", _LISTING))
        if self._paper and not chain.met:
            self._found.append(Finding("", _SHORTER if self._paper.sequence > chain.newest else _OTHER))
        return Proof(
            chain.letters, chain.length, tuple(self._found), chain.head, chain.newest, chain.on_paper()
        )

    def stopped(self) -> VerifyingStopped:
        return VerifyingStopped(self._reached, tuple(self._found))

    def _take(self, findings: Iterable[Finding]) -> None:
        self._found.extend(findings)

    def _expected(self) -> int:
        """Give how many links there should be, as far as that is known before they are read."""
        try:
            noted = self._work.register.noted_head()
        except UnreadableRow:
            return 0
        return noted[0] if noted and isinstance(noted[0], int) else 0

    def _tell_entry(self) -> None:
        length = self._chain.length
        self._tell(Part.ENTRIES, length, max(length, self._reached.total))

    def _tell(self, part: Part, done: int, total: int) -> None:
        self._reached = Reached(part, done, total, len(self._found))
        if not self._progress(self._reached):
            raise self.stopped()

    def _file_findings(self) -> Iterator[Finding]:
        files = self._chain.files
        for done, file in enumerate(files, start=1):
            yield from _one_file(self._work, file)
            self._tell(Part.FILES, done, len(files))


class _Chain:
    """One way along the chain, which ends at a link that Chancery cannot have written."""

    def __init__(self, links: Iterable[Link], paper: Head | None) -> None:
        self._links, self._paper = links, paper
        self.files: list[_StoredFile] = []
        self.head, self.length, self.letters = FIRST_SEAL, 0, 0
        self.readable, self.newest, self._last = True, 0, ""
        empty = paper is not None and paper.seal == FIRST_SEAL and not paper.sequence
        self.met: tuple[int, str, str] | None = (0, "", "") if empty else None

    def findings(self, tell: Callable[[], None]) -> Iterator[Finding]:
        try:
            yield from chain_findings(self._noted(tell))
        except (TypeError, ValueError, UnreadableRow):
            self.readable = False
            text = N_("What follows this entry cannot be read: another program has changed it.")
            yield Finding(self._last, text)

    def on_paper(self) -> OnPaper | None:
        return OnPaper(*self.met, later=self.newest - self.met[0]) if self.met else None

    def _noted(self, tell: Callable[[], None]) -> Iterator[Link]:
        for link in self._links:
            yield link
            self.head, self._last, self.newest = link.seal, link.number, link.sequence
            self.length += 1
            self.letters += isinstance(link, Entry)
            self._note_file(link)
            self._compare(link)
            tell()

    def _note_file(self, link: Link) -> None:
        attached = not isinstance(link, Entry)
        seal = link.document_seal if isinstance(link, Entry) else link.file_seal
        if seal:
            self.files.append(_StoredFile(link.sequence, link.number, seal, link.moment, attached))

    def _compare(self, link: Link) -> None:
        paper = self._paper
        if paper and paper.seal == link.seal and paper.sequence in {0, link.sequence}:
            self.met = (link.sequence, link.number, link.moment)


def _head_findings(work: UnitOfWork, chain: _Chain) -> Iterator[Finding]:
    """Compare where the chain ends with what was noted apart from it."""
    try:
        noted = work.register.noted_head() or (0, FIRST_SEAL)
    except UnreadableRow:
        noted = None
    if noted != (chain.newest, chain.head):
        yield Finding("", N_("The register does not end with the entry that was added last."))


def _listing_differs(work: UnitOfWork) -> bool:
    try:
        return bool(work.search.problems())
    except ChanceryError:  # the index cannot even be read
        return True


def _gaps(work: UnitOfWork) -> Iterator[Finding]:
    try:
        counters = work.series.counters()
    except UnreadableRow:
        yield Finding("", N_("The counters of the series cannot be read: another program has changed them."))
        return
    yield from gap_findings(gap_report(counters, work.register.all(), work.register.acts()))


def _one_file(work: UnitOfWork, file: _StoredFile) -> Iterator[Finding]:
    read = work.register.attachment if file.attached else work.register.document
    try:
        content: object = read(file.sequence)
    except EntryNotFound:
        yield Finding(file.number, N_("The document is missing."), file.moment)
        return
    except UnreadableRow:
        content = None
    # Another program may have put a text in the place of the bytes.
    if not isinstance(content, bytes) or document_seal(content) != file.seal:
        text = N_("The document has been changed since its registration.")
        yield Finding(file.number, text, file.moment)
