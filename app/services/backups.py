"""Backups: made, checked before they get their name, listed, and kept in a sensible number."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final

from app.domain.backups import (
    HEAD_SHOWN,
    BackupFolderMissing,
    BackupName,
    BackupNotWritten,
    BackupPlan,
    Keeping,
    PlanNotReadable,
    RegisterNotSound,
    is_due,
    read_name,
    surplus,
)
from app.drafting.engine import write_atomically
from app.services.backup_contents import Contents, about_backup, contents_of, proved
from app.services.ports import Clock
from app.services.vault import Copy, Vault

PLAN_FILE: Final = "backups.json"


@dataclass(frozen=True)
class Backup:
    """A backup that was just made: where, what it holds, its SHA-256, and which older ones went."""

    file: Path
    size: int
    sha256: str
    contents: Contents
    removed: tuple[Path, ...] = ()


@dataclass(frozen=True)
class BackupFile:
    """A backup as its name tells it."""

    file: Path
    taken_at: datetime
    links: int
    head: str
    size: int


class Backups:
    """Makes backups of one workspace; the workspace may be in use meanwhile."""

    def __init__(self, vault: Vault, clock: Clock, program: Callable[[], str]) -> None:
        self._vault, self._clock, self._program = vault, clock, program

    def make(self, folder: Path | None = None) -> Backup:
        """Make a backup now, in the folder of the daily ones or in another.

        Raises ``RegisterNotSound``, ``NothingToBackUp``, ``BackupNotWritten``,
        ``BackupFolderMissing`` and the difficulties of opening a register.
        """
        where = folder or self.folder()
        if folder or where == self._own_folder():
            _make_folder(where)
        if not where.is_dir():
            raise BackupFolderMissing(place=where)
        return self._make(where)

    def daily(self) -> Backup | None:
        """Make the backup of today unless there is one, and let old ones go. Raises as ``make`` does."""
        self._vault.sweep(self._clock())
        return self.make() if self.due() else None

    def due(self) -> bool:
        """Say whether no backup was made today yet; a plan that cannot be read is due to be complained of."""
        with suppress(PlanNotReadable):
            return is_due(self._clock(), (one for one, _ in _ours(self.folder())))
        return True

    def all(self, folder: Path | None = None) -> Sequence[BackupFile]:
        """Give the backups in a folder, the newest first."""
        found = sorted(_ours(folder or self.folder()), reverse=True)
        return [
            BackupFile(file, name.taken_at, name.links, name.head, file.stat().st_size)
            for name, file in found
        ]

    def plan(self) -> BackupPlan:
        """Give where the daily backups go and how many stay. Raises ``PlanNotReadable``."""
        file = self._plan_file()
        try:
            said = json.loads(file.read_text(encoding="utf-8"))
            return BackupPlan(str(said["folder"]), Keeping(**{k: int(n) for k, n in said["keeping"].items()}))
        except FileNotFoundError:
            return BackupPlan()
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise PlanNotReadable(place=file) from error

    def change_plan(self, plan: BackupPlan) -> None:
        """Keep another plan. Raises ``WriteProblem``."""
        folder = str(Path(plan.folder).absolute()) if plan.folder else ""
        said = json.dumps(asdict(replace(plan, folder=folder)), ensure_ascii=False, indent=2)
        write_atomically(self._plan_file(), said.encode(), overwrite=True)

    def folder(self) -> Path:
        """Give the folder of the daily backups. Raises ``PlanNotReadable``."""
        chosen = self.plan().folder
        return Path(chosen) if chosen else self._own_folder()

    def _own_folder(self) -> Path:
        return self._vault.register.parent / "backups"

    def _plan_file(self) -> Path:
        return self._vault.register.with_name(PLAN_FILE)

    def _make(self, folder: Path) -> Backup:
        moment = self._clock().astimezone(UTC).replace(microsecond=0)
        with self._vault.copied() as copy:
            copy.say(about_backup(copy, moment, self._program()))
            proof, fault = proved(copy)
            if fault:
                raise RegisterNotSound(what=fault)
            contents = contents_of(copy, proof)
            told = self._told(copy, folder)
            name = _free_name(BackupName(moment, proof.links, proof.head[:HEAD_SHOWN]), folder)
            sha256 = copy.keep(folder / str(name))
        removed = self._thin_out(told, name)
        file = folder / str(name)
        return Backup(file, file.stat().st_size, sha256, contents, removed)

    def _told(self, copy: Copy, folder: Path) -> dict[BackupName, Path]:
        """Give the backups of this very register: their heads stand in its chain."""
        there = dict(_ours(folder))
        wanted = {one.links for one in there}
        with copy.reading() as work:
            heads = {
                link.sequence: link.seal[:HEAD_SHOWN]
                for link in work.register.links()
                if link.sequence in wanted
            }
        if folder == self._own_folder():
            heads[0] = "0" * HEAD_SHOWN  # a register without letters is anybody's, but not here
        return {one: file for one, file in there.items() if heads.get(one.links) == one.head}

    def _thin_out(self, told: dict[BackupName, Path], made: BackupName) -> tuple[Path, ...]:
        going = [told[one] for one in surplus((*told, made), self.plan().keeping, {made}) if one in told]
        return tuple(file for file in going if _removed(file))


def _ours(folder: Path) -> Iterable[tuple[BackupName, Path]]:
    with suppress(OSError):
        for file in folder.iterdir():
            name = read_name(file.name)
            if name and file.is_file():
                yield name, file


def _free_name(wanted: BackupName, folder: Path) -> BackupName:
    names = (replace(wanted, again=again) for again in count())
    return next(name for name in names if not (folder / str(name)).exists())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BackupNotWritten(place=folder, reason=error.strerror or error) from error


def _removed(file: Path) -> bool:
    """Take a backup away; one that somebody holds open stays until the next time."""
    try:
        file.unlink()
    except OSError:
        return False
    return True
