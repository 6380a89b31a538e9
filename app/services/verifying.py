"""Proving the register: the file, the chain, every stored file, every number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.errors import N_, ChanceryError
from app.domain.gaps import gap_findings, gap_report
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

Progress = Callable[[int, int], bool]


class VerifyingStopped(ChanceryError):
    """A person stopped the check of the register before its end."""

    message = N_("The check was stopped after {done} of {total} files; nothing is proved yet.")


@dataclass(frozen=True)
class Proof:
    """What a check of the whole register found, and the seal that stands for all of it.

    ``letters`` counts registered letters, ``links`` those and the acts about numbers.
    """

    letters: int
    links: int
    findings: tuple[Finding, ...]
    head: str


def go_on(_done: int, _total: int) -> bool:
    """Let a check go on, whatever it has done."""
    return True


class Verifying:
    """Checks the register from end to end, in one moment of it."""

    def __init__(self, reading: Work) -> None:
        self._reading = reading

    def verify(self, progress: Progress = go_on) -> Proof:
        """Check everything; ``progress`` hears of each stored file and says whether to go on.

        Raises ``VerifyingStopped``.
        """
        with self._reading() as work:
            broken = [Finding("", text) for text in work.register.integrity_problems()]
            chain = _Chain(work.register.links())
            links = list(chain.findings())
            files = list(_file_findings(work, chain.files, progress))
            gaps = [*_head_findings(work, chain), *_gaps(work)] if chain.readable else []
        return Proof(chain.letters, chain.length, (*broken, *links, *files, *gaps), chain.head)


@dataclass(frozen=True)
class _StoredFile:
    """What a check of the stored files needs of a link; links themselves may be large."""

    sequence: int
    number: str
    seal: str
    moment: str
    attached: bool


class _Chain:
    """One way along the chain, which ends at a link that Chancery cannot have written."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._links = links
        self.files: list[_StoredFile] = []
        self.head, self.length, self.letters = FIRST_SEAL, 0, 0
        self.readable, self.newest, self._last = True, 0, ""

    def findings(self) -> Iterator[Finding]:
        try:
            yield from chain_findings(self._noted())
        except (TypeError, ValueError, UnreadableRow):
            self.readable = False
            text = N_("What follows this entry cannot be read: another program has changed it.")
            yield Finding(self._last, text)

    def _noted(self) -> Iterator[Link]:
        for link in self._links:
            yield link
            self.head, self._last, self.newest = link.seal, link.number, link.sequence
            self.length += 1
            self.letters += isinstance(link, Entry)
            seal = link.document_seal if isinstance(link, Entry) else link.file_seal
            if seal:
                attached = not isinstance(link, Entry)
                self.files.append(_StoredFile(link.sequence, link.number, seal, link.moment, attached))


def _head_findings(work: UnitOfWork, chain: _Chain) -> Iterator[Finding]:
    """Compare where the chain ends with what was noted apart from it."""
    try:
        noted = work.register.noted_head() or (0, FIRST_SEAL)
    except UnreadableRow:
        noted = None
    if noted != (chain.newest, chain.head):
        yield Finding("", N_("The register does not end with the entry that was added last."))


def _gaps(work: UnitOfWork) -> Iterator[Finding]:
    try:
        counters = work.series.counters()
    except UnreadableRow:
        yield Finding("", N_("The counters of the series cannot be read: another program has changed them."))
        return
    yield from gap_findings(gap_report(counters, work.register.all(), work.register.acts()))


def _file_findings(work: UnitOfWork, files: list[_StoredFile], progress: Progress) -> Iterator[Finding]:
    for done, file in enumerate(files, start=1):
        yield from _one_file(work, file)
        if not progress(done, len(files)):
            raise VerifyingStopped(done=done, total=len(files))


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
