"""A workspace with its backups, to try things on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.services.backups import Backups
from app.services.restoring import Restoring
from db import Vault
from tests.crash.house import LETTER, house
from tests.db.samples import plainly
from tests.fakes import FixedClock


@dataclass
class Desk:
    """A workspace with its backups, and a clock that stands still."""

    data: Path
    clock: FixedClock

    def __post_init__(self) -> None:
        self.vault = Vault(self.data)
        self.backups = Backups(self.vault, self.clock, lambda: "1.2")
        self.restoring = Restoring(self.vault, self.clock)

    def register(self, count: int = 1) -> None:
        with house(self.data, now=self.clock.now) as office:
            for _ in range(count):
                office.issuing.register(LETTER)

    def files(self) -> list[str]:
        return sorted(path.name for path in self.data.iterdir() if path.name != "backups")


def altered(path: Path, *statements: str) -> Path:
    with plainly(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    return path
