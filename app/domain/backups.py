"""Backups: how they are named, when one is due, and which may go.

A name says when the backup was taken, how many links the chain of seals had,
and the seal at its head, so that a file can be told from any other without
opening it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final

from app.domain.errors import N_, ChanceryError

HEAD_SHOWN: Final = 12
_NAME: Final = re.compile(
    r"chancery-(\d{4}-\d\d-\d\dT\d{6})Z-(\d{1,12})-([0-9a-f]{12})(?:-(\d{1,6}))?\.sqlite"
)
_FRESH: Final = timedelta(days=1)
_MOMENT: Final = "%Y-%m-%dT%H%M%S"


class RegisterNotSound(ChanceryError):
    """The register that was to be backed up is not what it was; the older backups are worth more."""

    message = N_(
        "No backup was made, for the register is not sound: {what} The backups there are were left alone. "
        "Run “chancery verify”; “chancery restore” puts a backup in its place."
    )


class BackupDamaged(ChanceryError):
    """A backup is not what it was when it was written."""

    message = N_(
        "“{place}” is damaged and was not restored: {what} Choose another backup; “chancery backups” "
        "lists those there are."
    )


class NotABackup(ChanceryError):
    """A file to restore is neither a backup nor a register of ours."""

    message = N_(
        "“{place}” is not a backup made by Chancery. It was left as it is, and nothing was restored. "
        "“chancery backups” lists the backups there are."
    )


class NewerBackup(ChanceryError):
    """A backup was made by a newer Chancery than this one."""

    message = N_(
        "“{place}” is a backup of a newer Chancery ({program}). It was left as it is. "
        "Install the newer Chancery to restore it."
    )


class BackupNotWritten(ChanceryError):
    """The disk refused the backup."""

    message = N_(
        "No backup could be written to “{place}” ({reason}). Check that the disk is connected, has room "
        "and may be written to, or choose another folder: “chancery backup FOLDER --daily”."
    )


class BackupFolderMissing(ChanceryError):
    """The folder that was chosen for backups is not there."""

    message = N_(
        "No backup was made: the folder “{place}” is not there. Connect its disk, or choose another folder: "
        "“chancery backup FOLDER --daily”."
    )


class NothingToBackUp(ChanceryError):
    """There is no register in the workspace."""

    message = N_("There is no register in “{place}”, so there is nothing to back up.")


class NotABackupOfIt(ChanceryError):
    """The file to restore is the register itself."""

    message = N_(
        "“{place}” is the register in use, not a backup of it. “chancery backups” lists the backups."
    )


class BackupNotReadable(ChanceryError):
    """The file to restore cannot be read."""

    message = N_("“{place}” cannot be read ({reason}). Check its name and folder, and that you may read it.")


class PlanNotReadable(ChanceryError):
    """The file that says where the daily backups go cannot be read."""

    message = N_(
        "No backup was made: “{place}” does not say in a readable way where backups go. Correct the file, "
        "or delete it to keep them in the workspace."
    )


@dataclass(frozen=True, order=True)
class BackupName:
    """What the name of a backup says; ``again`` tells two of one second apart."""

    taken_at: datetime
    links: int
    head: str
    again: int = 0

    def __str__(self) -> str:
        said = f"chancery-{self.taken_at.astimezone(UTC):{_MOMENT}}Z-{self.links}-{self.head[:HEAD_SHOWN]}"
        return f"{said}{f'-{self.again}' if self.again else ''}.sqlite"


def read_name(name: str) -> BackupName | None:
    """Read the name of a file; ``None`` when it is not one of our backups."""
    found = _NAME.fullmatch(name)
    if not found:
        return None
    try:
        moment = datetime.strptime(found[1], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    read = BackupName(moment, int(found[2]), found[3], int(found[4] or 0))
    return read if str(read) == name else None


@dataclass(frozen=True)
class Keeping:
    """How many backups are kept: the newest of each of so many days, weeks and months that have any."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 12


@dataclass(frozen=True)
class BackupPlan:
    """Where the daily backups go, nowhere said being the workspace's own folder, and how many stay."""

    folder: str = ""
    keeping: Keeping = field(default_factory=Keeping)


def is_due(now: datetime, taken: Iterable[BackupName]) -> bool:
    """Say whether no backup was taken on the calendar day of ``now`` yet, up to now."""
    return not any(
        one.taken_at <= now and one.taken_at.astimezone(now.tzinfo).date() == now.date() for one in taken
    )


def surplus(
    taken: Iterable[BackupName], keeping: Keeping, spared: Container[BackupName] = ()
) -> tuple[BackupName, ...]:
    """Give the backups that may go, the oldest first.

    The newest, those of the day before it and those ``spared`` always stay.
    """
    newest_first = sorted(taken, reverse=True)
    stay = {one for one in newest_first if newest_first[0].taken_at - one.taken_at < _FRESH}
    for count, period in _periods(keeping):
        stay |= set(_newest_of_each(newest_first, period, count))
    return tuple(one for one in reversed(newest_first) if one not in stay and one not in spared)


_Period = Callable[[date], object]


def _periods(keeping: Keeping) -> tuple[tuple[int, _Period], ...]:
    return (
        (keeping.daily, lambda day: day),
        (keeping.weekly, lambda day: day.isocalendar()[:2]),
        (keeping.monthly, lambda day: (day.year, day.month)),
    )


def _newest_of_each(newest_first: Iterable[BackupName], period: _Period, count: int) -> Iterator[BackupName]:
    seen: set[object] = set()
    for one in newest_first:
        when = period(one.taken_at.astimezone(UTC).date())
        if when not in seen and len(seen) < count:
            seen.add(when)
            yield one
