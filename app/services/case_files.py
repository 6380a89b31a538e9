"""Case files: what the office knows of a case, its stored files, its letters, and what letters are told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from app.domain.case_files import (
    CaseFile,
    Happening,
    HappeningKind,
    ProposedCase,
    case_for_letter,
    happenings_of,
)
from app.domain.records import StoredFile
from app.domain.register import Draft, Entry
from app.services.ports import UnitOfWork
from app.services.records import Change, Records

_OPEN_END: Final = "9999"


class CaseFiles:
    """Keeps case files."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def save(self, case: CaseFile) -> Change:
        """Keep a case; one without a key is new. ``change.key`` is its key, ``undo`` takes it back."""
        return self._records.save(case)

    def delete(self, key: str) -> Change:
        """Put a case into the bin. Raises ``RecordNotFound``."""
        return self._records.delete(key)

    def undo(self, change: Change) -> Change:
        """Put back what stood before a change; what it gives can be undone in turn."""
        return self._records.undo(change)

    def case(self, key: str) -> CaseFile:
        """Raises ``RecordNotFound``."""
        return self._records.get(CaseFile, key)

    def cases(self) -> Sequence[CaseFile]:
        """Give all cases, by title."""
        return self._records.all(CaseFile)

    def mark_used(self, key: str) -> None:
        """Note that a letter was written about a case, so that it is suggested first."""
        self._records.mark_used([key])

    def case_for_letter(self, key: str, language: str, facts: Collection[str] | None = None) -> ProposedCase:
        """Give the case in a letter's language with the chosen facts; what is confidential stays behind.

        Raises ``RecordNotFound``.
        """
        return case_for_letter(self.case(key), language, facts)

    def timeline(self, key: str, language: str = "en") -> tuple[Happening, ...]:
        """Give facts, replies, drafts and registered letters in the order of their days, undated last.

        Raises ``RecordNotFound``.
        """
        case = self.case(key)
        with self._records.reading() as work:
            letters = [_letter(work, *one) for one in work.origins.letters_about(key)]
        lines = [*happenings_of(case, language), *letters]
        return tuple(sorted(lines, key=lambda one: one.day or _OPEN_END))

    def attach(self, key: str, name: str, content: bytes) -> StoredFile:
        """Keep a copy of a file with a case, or with any other record. Raises ``RecordNotFound``."""
        return self._records.attach(key, name, content)

    def files(self, key: str) -> Sequence[StoredFile]:
        """Give the files of a case, the oldest first."""
        return self._records.files(key)

    def content(self, file: str) -> bytes:
        """Give the bytes of a stored file. Raises ``StoredFileNotFound``, also if they were altered."""
        return self._records.content(file)

    def remove_file(self, file: str) -> None:
        """Put a stored file into the bin. Raises ``StoredFileNotFound``."""
        self._records.bin_file(file)


def _letter(work: UnitOfWork, draft: Draft, sequence: int | None) -> Happening:
    entry = _entry(work, draft, sequence)
    if entry is None:
        day = draft.changed_at.date().isoformat()
        return Happening(kind=HappeningKind.DRAFT, day=day, title=draft.title, draft=draft.key)
    return Happening(
        kind=HappeningKind.LETTER,
        day=entry.registered_on.isoformat(),
        number=entry.number,
        title=entry.subject or draft.title,
        who=entry.addressee,
        draft=draft.key,
        sequence=entry.sequence,
    )


def _entry(work: UnitOfWork, draft: Draft, sequence: int | None) -> Entry | None:
    found = work.register.find(draft.registered_as) if draft.registered_as else ()
    return next((entry for entry in found if entry.sequence == sequence), None)
