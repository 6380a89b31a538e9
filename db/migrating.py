"""Alembic, run from code; besides the migrations only this module knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from db import sqlite
from db.engine import make_engine
from db.errors import NewerRegister
from db.schema import Schema, version_of


def build(path: Path, schema: Schema) -> None:
    """Give an empty database the newest schema."""
    with _transaction(path, busy_timeout_s=0) as connection:
        command.upgrade(config_for(connection, schema), "head")


def upgrade(path: Path, schema: Schema, *, now: datetime, busy_timeout_s: float) -> None:
    """Copy a register aside and give it the newest schema, both under one write lock.

    Raises ``NewerRegister`` when the register has a revision that ``schema`` does not know.
    """
    with _transaction(path, busy_timeout_s=busy_timeout_s) as connection:
        found = version_of(connection)
        if found == schema.head:
            return  # another process was quicker
        config = config_for(connection, schema)
        if found and found not in _revisions(config):
            raise NewerRegister(place=path, found=found, known=schema.head)
        sqlite.copy(path, _name_aside(path, schema, now))
        command.upgrade(config, "head")


def config_for(connection: Connection, schema: Schema) -> Config:
    """Give what Alembic's commands ask for, so that they work on this connection."""
    config = Config(attributes={"connection": connection})
    # The configuration takes a percent sign for the start of a field.
    config.set_main_option("script_location", str(schema.scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _revisions(config: Config) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def _name_aside(path: Path, schema: Schema, now: datetime) -> Path:
    plain = f"{path.stem}-before-{schema.head}-{now:%Y%m%dT%H%M%S}"
    names = (path.with_name(f"{plain}{f'-{again}' if again else ''}{path.suffix}") for again in count())
    return next(name for name in names if not name.exists())


@contextmanager
def _transaction(path: Path, *, busy_timeout_s: float) -> Iterator[Connection]:
    engine = make_engine(path, sqlite.MIGRATING, busy_timeout_s=busy_timeout_s)
    try:
        with engine.begin() as connection:
            yield connection
            sqlite.refuse_loose_ends(connection)
    finally:
        engine.dispose()
