"""What a backup holds, and the proof that it holds what it should."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from app.domain.backups import BackupDamaged, NewerBackup
from app.domain.errors import N_, Sentence
from app.domain.register import FIRST_SEAL
from app.services.ports import UnitOfWork
from app.services.vault import Copy
from app.services.verifying import Proof, Verifying

FORMAT: Final = 1
_CHANGED_FILE: Final = N_("the file {path} of the templates is not what it was.")
_OTHER_HEAD: Final = N_("it ends with another entry than it says of itself.")
_FOUND: Final = N_("{what} ({number})")


@dataclass(frozen=True)
class Newest:
    """The newest number of a series."""

    series: str
    number: str
    registered_on: date


@dataclass(frozen=True)
class Contents:
    """What a backup, or any other register, holds; ``taken_at`` is known of backups only."""

    letters: int
    links: int
    head: str
    newest: tuple[Newest, ...]
    drafts: int
    templates: tuple[str, ...]
    taken_at: datetime | None
    program: str


def contents_of(copy: Copy, proof: Proof) -> Contents:
    """Give what a copy holds, once it is proved."""
    about = copy.about()
    with copy.reading() as work:
        newest, drafts = _newest(work), len(work.drafts.all())
    return Contents(
        proof.letters,
        proof.links,
        proof.head,
        newest,
        drafts,
        tuple(copy.templates()),
        _moment(about.get("taken_at", "")),
        about.get("program", ""),
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _newest(work: UnitOfWork) -> tuple[Newest, ...]:
    last = {
        entry.series: Newest(entry.series, entry.number, entry.registered_on) for entry in work.register.all()
    }
    return tuple(last[series] for series in sorted(last))


def about_backup(copy: Copy, taken_at: datetime, program: str) -> Mapping[str, str]:
    """Give what a backup is to say of itself."""
    with copy.reading() as work:
        last = work.register.last()
    return {
        "format": str(FORMAT),
        "taken_at": taken_at.isoformat(),
        "program": program,
        "links": str(last.sequence if last else 0),
        "head": last.seal if last else FIRST_SEAL,
    }


def refuse_what_is_newer(copy: Copy, file: Path) -> None:
    """Raises ``NewerBackup`` for a backup that holds more than this program knows of."""
    about = copy.about()
    if about.get("format", str(FORMAT)) != str(FORMAT):
        raise NewerBackup(place=file, program=about.get("program", "?"))


def proved(copy: Copy) -> tuple[Proof, Sentence | None]:
    """Check a copy as ``verify`` does and its own files besides; says the first thing wrong, if any is."""
    proof = Verifying(copy.reading).verify(listing=False)
    return proof, _first_fault(copy, proof)


def _first_fault(copy: Copy, proof: Proof) -> Sentence | None:
    about = copy.about()
    if proof.findings:
        found = proof.findings[0]
        return Sentence(_FOUND, {"what": Sentence(found.what), "number": found.number or "–"})
    if about and (about.get("head"), about.get("links")) != (proof.head, str(proof.links)):
        return Sentence(_OTHER_HEAD)
    changed = next(iter(copy.problems()), None)
    return Sentence(_CHANGED_FILE, {"path": changed}) if changed is not None else None


def expect_sound(copy: Copy, file: Path) -> Proof:
    """Check a copy of a file. Raises ``BackupDamaged``."""
    proof, fault = proved(copy)
    if fault:
        raise BackupDamaged(place=file, what=fault)
    return proof
