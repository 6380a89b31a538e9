"""One registered letter as a person looks at it: its entry, what was done about it, its files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.file_names import safe_for_file_name
from app.domain.gaps import place_of
from app.domain.register import Act, ActKind, Entry, document_seal
from app.services.desk import file_name_of
from app.services.letter_files import letter_from_snapshot
from app.services.ports import Work
from app.services.register import DocumentChanged


@dataclass(frozen=True, kw_only=True)
class LetterCard:
    """A registered letter, how its file is called, the acts about its number, its corrections both ways."""

    entry: Entry
    file_name: str
    acts: tuple[Act, ...] = ()
    corrects: Entry | None = None
    corrected_by: tuple[Entry, ...] = ()

    @property
    def attached(self) -> tuple[Act, ...]:
        """The files that were attached, the oldest first."""
        return tuple(act for act in self.acts if act.kind is ActKind.ATTACHED)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What the letter said, paragraph by paragraph."""
        return tuple(block["text"] for block in json.loads(self.entry.snapshot).get("blocks", ()))


class LetterCards:
    """Reads registered letters one by one; nothing here changes one."""

    def __init__(self, reading: Work) -> None:
        self._reading = reading

    def card(self, sequence: int) -> LetterCard:
        """Give all that is known of one letter. Raises ``EntryNotFound``."""
        with self._reading() as work:
            entry = work.register.entry(sequence)
            acts = (act for act in work.register.acts_about(entry.number) if place_of(act) == place_of(entry))
            return LetterCard(
                entry=entry,
                file_name=_file_name(entry),
                acts=tuple(acts),
                corrects=work.register.entry(entry.corrects) if entry.corrects else None,
                corrected_by=tuple(work.register.corrections_of(sequence)),
            )

    def entry(self, sequence: int) -> Entry:
        """Give one letter as it stands in the register. Raises ``EntryNotFound``."""
        with self._reading() as work:
            return work.register.entry(sequence)

    def document(self, sequence: int) -> bytes:
        """Give the registered document, byte for byte. Raises ``EntryNotFound`` and ``DocumentChanged``."""
        with self._reading() as work:
            entry, content = work.register.entry(sequence), work.register.document(sequence)
        return _sealed(content, entry.document_seal, entry.number)

    def attachment(self, act: Act) -> bytes:
        """Give a file that was attached, byte for byte. Raises ``EntryNotFound`` and ``DocumentChanged``."""
        with self._reading() as work:
            content = work.register.attachment(act.sequence)
        return _sealed(content, act.file_seal, act.number)

    def reserved(self) -> Sequence[Act]:
        """Give the reserved numbers that wait for their letters, the newest first."""
        with self._reading() as work:
            return work.register.open_reservations()

    def reservation(self, sequence: int) -> Act | None:
        """Give a reserved number that waits for its letter, nothing where it waits no more."""
        return next((act for act in self.reserved() if act.sequence == sequence), None)


def _file_name(entry: Entry) -> str:
    try:
        return file_name_of(letter_from_snapshot(entry.snapshot), entry.number)
    except (ValueError, KeyError):  # another version of Chancery wrote what this one cannot read
        return f"{safe_for_file_name(entry.number)}.docx"


def _sealed(content: object, seal: str, number: str) -> bytes:
    if not isinstance(content, bytes) or document_seal(content) != seal:
        raise DocumentChanged(number=number)
    return content
