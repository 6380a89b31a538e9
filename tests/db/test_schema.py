"""The history of the schema: each step whole or not at all, and nothing lost on the way."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from db import DiskFailure, NewerRegister, migrating, sqlite
from db.engine import make_engine
from db.models import metadata
from db.schema import CURRENT, Schema
from tests.db.conftest import SmallDisk
from tests.db.samples import DOCUMENT, SERIES, add_a_draft, opened, plainly, register

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("series", recreate="always") as series:
        series.add_column(sa.Column("owner", sa.Text(), nullable=False, server_default="the secretariat"))
    {more}
"""


@pytest.fixture
def next_schema(tmp_path: Path) -> Callable[[str], Schema]:
    """Gives a schema one revision ahead of ours, which does some more if told."""

    def ahead(more: str = "pass") -> Schema:
        scripts = tmp_path / "100% ahead"
        shutil.copytree(CURRENT.scripts, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        revision = scripts / "versions" / "9999_next.py"
        revision.write_text(NEXT.format(head=CURRENT.head, more=more), encoding="utf-8")
        return Schema(scripts, "9999")

    return ahead


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one registered letter, closed."""
    with opened(tmp_path / "data") as workspace, workspace.unit_of_work() as work:
        work.series.add(SERIES)
        register(work)
        work.commit()
    return tmp_path / "data"


@contextmanager
def migrating_connection(path: Path) -> Iterator[Connection]:
    engine = make_engine(path, sqlite.MIGRATING, busy_timeout_s=0)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def everything(connection: Connection) -> set[tuple[str, str, str]]:
    """Give all that the schema says, word for word."""
    found = connection.exec_driver_sql(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name <> 'alembic_version' "
        "AND tbl_name <> 'alembic_version'"
    )
    return {(row.type, row.name, row[2]) for row in found}


def is_of_the_tables(name: str | None, *_: object) -> bool:
    """Leave out the index of words: SQLite makes its tables itself, by its own rules."""
    return not str(name).startswith("listing_words")


def in_any_order(connection: Connection) -> dict[str, list[str]]:
    """Give the lines of each table and index; the order of constraints means nothing."""
    return {
        name: sorted(line.strip().rstrip(",") for line in text.splitlines())
        for kind, name, text in everything(connection)
        if kind != "trigger" and is_of_the_tables(name)
    }


def test_the_newest_revision_is_the_one_the_program_knows() -> None:
    assert ScriptDirectory(str(CURRENT.scripts)).get_heads() == [CURRENT.head]


def test_the_migrated_schema_is_that_of_the_models(folder: Path) -> None:
    with migrating_connection(folder / "register.sqlite") as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "include_name": is_of_the_tables,
            },
        )
        assert compare_metadata(context, metadata) == []


def test_the_migrated_schema_says_the_same_words_as_the_models(folder: Path) -> None:
    fresh = create_engine("sqlite://")
    with fresh.begin() as built, migrating_connection(folder / "register.sqlite") as migrated:
        metadata.create_all(built)
        from_models, from_revisions = in_any_order(built), in_any_order(migrated)
    fresh.dispose()
    assert from_revisions == from_models


def test_the_migrated_schema_has_every_guard(folder: Path) -> None:
    with migrating_connection(folder / "register.sqlite") as connection:
        assert sqlite.guards(connection) == sqlite.GUARDS


def test_every_constraint_has_a_name(folder: Path) -> None:
    with migrating_connection(folder / "register.sqlite") as connection:
        tables = [
            text for kind, name, text in everything(connection) if kind == "table" and is_of_the_tables(name)
        ]
    constraints = [
        line
        for text in tables
        for line in text.splitlines()
        if any(word in line for word in ("PRIMARY KEY", "FOREIGN KEY", "UNIQUE", "CHECK"))
    ]
    assert len(constraints) >= 10
    assert all("CONSTRAINT " in line for line in constraints)


def test_down_to_empty_and_up_again_leaves_no_trace(folder: Path) -> None:
    with migrating_connection(folder / "register.sqlite") as connection:
        config = migrating.config_for(connection, CURRENT)
        before = everything(connection)
        command.downgrade(config, "base")
        assert everything(connection) == set()
        command.upgrade(config, "head")
        assert everything(connection) == before


def test_a_newer_register_is_refused_and_left_as_it_was(
    folder: Path, next_schema: Callable[[], Schema]
) -> None:
    with opened(folder, schema=next_schema()):
        pass
    path = folder / "register.sqlite"
    files = {each.name: each.read_bytes() for each in folder.iterdir()}
    with pytest.raises(NewerRegister, match=f"schema 9999; this one knows {CURRENT.head}"), opened(folder):
        pytest.fail("opened what it does not know")
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == files
    assert path.name in files


def test_an_older_register_is_copied_aside_and_then_upgraded(
    folder: Path, next_schema: Callable[[], Schema]
) -> None:
    now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    with opened(folder, schema=next_schema(), now=now) as workspace, workspace.reading() as work:
        assert workspace.schema_version() == "9999"
        assert work.register.document(1) == DOCUMENT
        assert list(work.register.integrity_problems()) == []
    copy = folder / "register-before-9999-20260102T030405.sqlite"
    assert sorted(each.name for each in folder.iterdir()) == sorted(["register.sqlite", copy.name])
    with plainly(copy) as aside:
        assert aside.execute("SELECT version_num FROM alembic_version").fetchall() == [(CURRENT.head,)]
        assert aside.execute("SELECT number FROM entries").fetchall() == [("147/01-3",)]
        assert aside.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_register_before_its_first_revision_is_upgraded(folder: Path) -> None:
    with migrating_connection(folder / "register.sqlite") as connection:
        command.downgrade(migrating.config_for(connection, CURRENT), "base")
    with opened(folder) as workspace:
        assert workspace.schema_version() == CURRENT.head


def test_a_copy_aside_takes_the_place_of_no_other(folder: Path, next_schema: Callable[[], Schema]) -> None:
    now = datetime(2026, 1, 2, tzinfo=UTC)
    taken = folder / "register-before-9999-20260102T000000.sqlite"
    taken.write_text("mine", encoding="utf-8")
    with opened(folder, schema=next_schema(), now=now):
        pass
    assert taken.read_text(encoding="utf-8") == "mine"
    assert (folder / "register-before-9999-20260102T000000-1.sqlite").exists()


def test_without_a_moment_the_copy_is_named_after_the_last_change(
    folder: Path, next_schema: Callable[[], Schema]
) -> None:
    changed = datetime.fromtimestamp((folder / "register.sqlite").stat().st_mtime, UTC)
    with opened(folder, schema=next_schema(), now=None):
        pass
    assert (folder / f"register-before-9999-{changed:%Y%m%dT%H%M%S}.sqlite").exists()


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ("raise LookupError('the power fails')", "the power fails"),
        ("op.execute('DELETE FROM series')", "points to a row of series that does not exist"),
    ],
    ids=["it breaks off", "it leaves loose ends"],
)
def test_an_upgrade_that_fails_leaves_the_register_as_it_was(
    folder: Path, next_schema: Callable[[str], Schema], more: str, what: str
) -> None:
    with pytest.raises((LookupError, RuntimeError), match=what), opened(folder, schema=next_schema(more)):
        pytest.fail("a broken upgrade passed")
    with opened(folder) as workspace, workspace.reading() as work:
        assert work.series.all() == [SERIES]
        assert list(work.register.integrity_problems()) == []


def test_an_upgrade_without_room_for_the_copy_does_not_begin(
    folder: Path, next_schema: Callable[[], Schema], small_disk: SmallDisk
) -> None:
    schema = next_schema()
    with small_disk(40_000), pytest.raises(DiskFailure), opened(folder, schema=schema):
        pytest.fail("upgraded without a copy")
    assert [each.name for each in folder.iterdir()] == ["register.sqlite"]
    with opened(folder) as workspace, workspace.reading() as work:
        assert work.register.document(1) == DOCUMENT


@pytest.mark.slow
def test_processes_that_upgrade_at_once_do_it_once(folder: Path, next_schema: Callable[[], Schema]) -> None:
    schema = next_schema()
    titles = [str(number) for number in range(4)]
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as processes:
        list(processes.map(add_a_draft, [folder] * 4, [schema] * 4, titles))
    with opened(folder, schema=schema) as workspace, workspace.reading() as work:
        assert sorted(draft.title for draft in work.drafts.all()) == titles
    assert len(list(folder.glob("register-before-9999-*"))) == 1
