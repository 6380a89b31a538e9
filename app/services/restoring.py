"""Restoring: what a backup holds, what would be lost by it, and putting it in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import dropwhile, zip_longest
from pathlib import Path

from app.domain.backups import NothingToBackUp
from app.domain.errors import ChanceryError, Sentence
from app.domain.register import Entry, Link
from app.services.backup_contents import Contents, contents_of, expect_sound, refuse_what_is_newer
from app.services.ports import Clock
from app.services.vault import Copy, Vault


@dataclass(frozen=True)
class Difference:
    """How the present register differs from a backup.

    ``lost`` are the numbers that only the present one holds: they would be
    given again. ``acts_lost`` counts what was noted about numbers besides.
    ``related`` says whether both began with the same entry. ``unreadable``
    says why nothing can be told, if so.
    """

    lost: tuple[str, ...] = ()
    acts_lost: int = 0
    related: bool = True
    unreadable: Sentence | None = None


@dataclass(frozen=True)
class Inspection:
    """A sound backup seen beside the present register."""

    file: Path
    contents: Contents
    difference: Difference


@dataclass(frozen=True)
class Restored:
    """What was put in place, and where that went which it replaced."""

    inspection: Inspection
    moved: tuple[Path, ...]


class Restoring:
    """Puts a backup, or a register that was moved aside, in the place of the present register."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault, self._clock = vault, clock

    def inspect(self, file: Path) -> Inspection:
        """Check a backup and say what it holds. Raises what ``restore`` raises."""
        with self._inspected(file) as (_, inspection):
            return inspection

    def restore(self, file: Path) -> Restored:
        """Put a backup in the place of the register and the templates, which are moved aside.

        Raises ``BackupNotReadable``, ``NotABackup``, ``NotABackupOfIt``, ``BackupDamaged``,
        ``NewerBackup``, ``RegisterInUse`` and the difficulties of opening a register.
        """
        with self._inspected(file) as (copy, inspection):
            return Restored(inspection, tuple(copy.take_the_place(self._clock())))

    @contextmanager
    def _inspected(self, file: Path) -> Iterator[tuple[Copy, Inspection]]:
        with self._vault.opened(file) as copy:
            refuse_what_is_newer(copy, file)
            contents = contents_of(copy, expect_sound(copy, file))
            yield copy, Inspection(file, contents, self._difference(copy))

    def _difference(self, backup: Copy) -> Difference:
        try:
            with self._vault.present() as present, present.reading() as now, backup.reading() as then:
                return _compared(now.register.links(), then.register.links())
        except NothingToBackUp:
            return Difference()
        except ChanceryError as difficulty:
            return Difference(unreadable=difficulty.sentence)


def _compared(present: Iterable[Link], backup: Iterable[Link]) -> Difference:
    pairs = zip_longest(present, backup)
    parted = dropwhile(lambda pair: pair[0] and pair[1] and pair[0].seal == pair[1].seal, pairs)
    lost, acts, related = [], 0, True
    for now, then in parted:
        if isinstance(now, Entry):
            lost.append(now.number)
        elif now:
            acts += 1
        if now and then and now.sequence == 1:
            related = False
    return Difference(tuple(lost), acts, related)
