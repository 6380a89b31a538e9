"""What storage must offer for backups; ``db`` fits these by shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.services.ports import UnitOfWork


class Copy(Protocol):
    """A whole register apart from the one in use, with what a backup holds besides."""

    def reading(self) -> UnitOfWork: ...
    def about(self) -> Mapping[str, str]:
        """Give what the backup says of itself; nothing for a register that is no backup."""

    def say(self, about: Mapping[str, str]) -> None:
        """Write down what the backup says of itself."""

    def templates(self) -> Mapping[str, int]:
        """Give the files of the office's own templates folder with their sizes."""

    def problems(self) -> Iterable[str]:
        """Name what is wrong with the files."""

    def keep(self, target: Path) -> str:
        """Give the copy a name in any folder, whole and durable; gives the SHA-256 of its bytes.

        Raises ``BackupNotWritten``; a file that has the name already stays.
        """

    def take_the_place(self, now: datetime) -> Iterable[Path]:
        """Become the register of the workspace; gives where what was replaced has been moved.

        Raises ``RegisterInUse``.
        """


class Vault(Protocol):
    """Makes and opens copies of one workspace; each is gone after its block."""

    @property
    def register(self) -> Path: ...
    def copied(self) -> AbstractContextManager[Copy]:
        """Copy register and templates as of one moment, while others write."""

    def present(self) -> AbstractContextManager[Copy]:
        """Copy a register that may be damaged, and leave it as it is."""

    def opened(self, file: Path) -> AbstractContextManager[Copy]:
        """Open a private copy of a file and bring its schema up to date.

        Raises ``BackupNotReadable`` and what opening a register raises.
        """

    def sweep(self, now: datetime) -> None:
        """Take away what copying left behind when its process was killed a day ago or longer."""
