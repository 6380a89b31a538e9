"""Proving the register: the file, the chain, every stored file, every number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from app.domain.errors import N_, ChanceryError
from app.domain.gaps import gap_findings, gap_report
from app.domain.register import FIRST_SEAL, Entry, EntryNotFound, Finding, Link, chain_findings, document_seal
from app.services.ports import UnitOfWork, Work

Progress = Callable[[int, int], bool]


class VerifyingStopped(ChanceryError):
    """A person stopped the check of the register before its end."""

    message = N_("The check was stopped after {done} of {total} links; nothing is proved yet.")


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
        """Check everything; ``progress`` hears of each link and says whether to go on.

        Raises ``VerifyingStopped``.
        """
        with self._reading() as work:
            last = work.register.last()
            total = last.sequence if last else 0
            findings = tuple(
                chain(
                    (Finding("", text) for text in work.register.integrity_problems()),
                    chain_findings(work.register.links()),
                    _file_findings(work, total, progress),
                    gap_findings(
                        gap_report(work.series.counters(), work.register.all(), work.register.acts())
                    ),
                )
            )
            letters = sum(1 for _entry in work.register.all())
        return Proof(letters, total, findings, last.seal if last else FIRST_SEAL)


def _file_findings(work: UnitOfWork, total: int, progress: Progress) -> Iterator[Finding]:
    for done, link in enumerate(work.register.links(), start=1):
        yield from _one_file(work, link)
        if not progress(done, total):
            raise VerifyingStopped(done=done, total=total)


def _one_file(work: UnitOfWork, link: Link) -> Iterator[Finding]:
    seal = link.document_seal if isinstance(link, Entry) else link.file_seal
    if not seal:
        return
    try:
        content = _content(work, link)
    except EntryNotFound:
        yield Finding(link.number, N_("The document is missing."), link.moment)
        return
    if document_seal(content) != seal:
        text = N_("The document has been changed since its registration.")
        yield Finding(link.number, text, link.moment)


def _content(work: UnitOfWork, link: Link) -> bytes:
    if isinstance(link, Entry):
        return work.register.document(link.sequence)
    return work.register.attachment(link.sequence)
