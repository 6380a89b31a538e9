"""The rooms of the house as data: what each may import of ours, and what it must never see."""

from __future__ import annotations

from dataclasses import dataclass

QT = frozenset({"PySide6", "shiboken6"})
SQL = frozenset({"sqlalchemy", "alembic", "sqlite3"})
WORD = frozenset({"docx", "docxtpl", "docxcompose"})
TRADE_ONLY = QT | SQL | WORD | {"lxml", "jinja2", "babel", "pydantic", "platformdirs"}
DISK = frozenset({"io", "os", "pathlib", "shutil", "tempfile", "subprocess", "socket"})
CHANCE = frozenset({"random", "secrets", "time", "uuid"})


@dataclass(frozen=True)
class Room:
    """A room, its floor, and its two lists."""

    name: str
    floor: int
    may: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    late_loading: bool = False
    clock: bool = True


def _room(name: str, floor: int, may: str = "", **more: object) -> Room:
    """Return a room; ``may`` lists rooms by their short names."""
    return Room(name, floor, frozenset(may.split()), **more)  # type: ignore[arg-type]


ROOMS = {
    room.name: room
    for room in (
        _room("app.domain", 1, never=TRADE_ONLY | DISK | CHANCE, clock=False),
        _room("app.config", 1, never=QT | SQL | WORD),
        _room("app.lasting", 1, never=QT | SQL | WORD),
        _room("app.logbook", 1, never=QT | SQL | WORD),
        _room("app.i18n", 2, "app.domain", never=QT | SQL | WORD),
        _room("app.flow", 2, "app.domain", never=QT | SQL | WORD, clock=False),
        _room("app.converting", 2, "app.domain", never=QT | SQL | WORD),
        _room("db", 2, "app.domain", never=QT | WORD),
        _room("db.glance", 2, "app.domain db", never=QT | WORD | {"sqlalchemy", "alembic"}),
        _room("db.migrations.versions", 2, never=QT | WORD),
        _room("app.drafting", 3, "app.domain app.i18n", never=QT | SQL, clock=False),
        _room("app.services", 4, "app.domain app.drafting app.i18n", never=QT | SQL, clock=False),
        _room(
            "app.bootstrap",
            5,
            "app.domain app.config app.i18n app.flow app.converting db app.drafting app.services",
            never=QT,
            late_loading=True,
        ),
        _room(
            "app.cli",
            5,
            "app.domain app.i18n app.flow app.services app.bootstrap",
            never=QT | SQL | WORD,
            late_loading=True,
        ),
        _room(
            "app.starting",
            5,
            "app.domain app.config app.i18n app.logbook app.bootstrap db.glance",
            never=QT | SQL | WORD,
            late_loading=True,
        ),
        _room("app.gui", 5, "app.domain app.i18n app.flow app.lasting app.services", never=SQL | WORD),
        _room("app.__main__", 6, "app.gui app.cli app.starting", never=QT | SQL | WORD, late_loading=True),
    )
}


def room_of(module: str) -> Room | None:
    """Return the room a module stands in: the longest name in the table that leads to it."""
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((ROOMS[name] for name in names if name in ROOMS), None)
