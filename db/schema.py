"""Which schema a register file has, and which is the newest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection


@dataclass(frozen=True)
class Schema:
    """Where the revisions lie, and which is the newest."""

    scripts: Path
    head: str


CURRENT: Final = Schema(Path(__file__).parent / "migrations", "0003")


def version_of(connection: Connection) -> str | None:
    """Give the revision that the schema of a register has; ``None`` before the first."""
    found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return found
