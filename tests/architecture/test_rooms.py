"""The floors hold: no room reaches up, and none sees what it must not."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.architecture.reading import ROOT, Import, all_imports, module_name, sources, tree
from tests.architecture.rooms import ROOMS, Room, room_of

BELIEVABLE = 40  # raise it as the house fills
CLOCK = {"now", "today", "utcnow"}
NEVER_LATE = (
    "the import stands inside a function: name the concept that is missing and put it one floor lower"
)


def ours(target: str) -> bool:
    """Say whether an import stays in the house."""
    return target.split(".")[0] in {"app", "db", "tests"}


def broken_floor(each: Import, room: Room) -> str | None:
    """Return the rule an import of ours breaks."""
    there = room_of(each.target)
    if there is None:
        return "that is no room in tests/architecture/rooms.py: enter it there with its floor, or move it"
    if there is room or there.name in room.may or there.name.startswith(f"{room.name}."):
        return None
    may = ", ".join(sorted(room.may)) or "nothing of ours"
    return f"{room.name} may import {may}: move the shared concept one floor lower, or take it as an argument"


def broken_sight(each: Import, room: Room) -> str | None:
    """Return the rule an import of others' breaks."""
    seen = each.target.split(".")[0]
    return f"{room.name} must never see {seen}: ask a room that may" if seen in room.never else None


def broken_rule(each: Import) -> str | None:
    """Return a sentence on what is wrong with an import; None where nothing is."""
    room = room_of(each.module)
    if room is None:
        return "the doors of app and of no other package stand outside the rooms, and they import nothing"
    if each.target.startswith("."):
        return "the import is relative: write the whole name"
    if each.late and not room.late_loading:
        return NEVER_LATE
    return broken_floor(each, room) if ours(each.target) else broken_sight(each, room)


def test_no_room_reaches_where_it_may_not() -> None:
    broken = [f"{each}: {rule}" for each in all_imports() if (rule := broken_rule(each))]
    assert not broken, "\n".join(broken)


def test_enough_imports_were_read_to_be_believed() -> None:
    found = [each for each in all_imports() if ours(each.target)]
    assert len(found) >= BELIEVABLE, (
        f"only {len(found)} imports of ours were found: is the house read at all?"
    )


def test_every_source_stands_in_a_room() -> None:
    homeless = [module_name(path) for path in sources() if not room_of(module_name(path))]
    assert homeless in ([], ["app"]), (
        f"{homeless}: enter the room in tests/architecture/rooms.py or move the file"
    )


def test_data_holds_no_python() -> None:
    strays = [str(path) for folder in ("templates", "locales") for path in (ROOT / folder).rglob("*.py")]
    assert not strays, f"{strays}: templates and locales are data, code lives in a room"


def test_floors_go_downward_only() -> None:
    upward = [
        f"{room.name} → {name}"
        for room in ROOMS.values()
        for name in room.may
        if ROOMS[name].floor > room.floor
    ]
    assert not upward, f"the table itself climbs: {upward}"


def asks_the_clock(node: ast.AST) -> bool:
    """Say whether a call reads the clock."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in CLOCK


def opens_a_file(node: ast.AST) -> bool:
    """Say whether a call goes to the disk by the built-in way."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"


def test_time_comes_in_as_an_argument() -> None:
    asked = [
        f"{module_name(path)} line {getattr(node, 'lineno', 0)}"
        for path in sources()
        if (room := room_of(module_name(path))) and not room.clock
        for node in ast.walk(tree(path))
        if asks_the_clock(node)
    ]
    assert not asked, f"{asked}: these rooms have no clock, take today as a parameter"


def test_the_domain_opens_no_file() -> None:
    opened = [
        f"{module_name(path)} line {getattr(node, 'lineno', 0)}"
        for path in sources()
        if module_name(path).startswith("app.domain")
        for node in ast.walk(tree(path))
        if opens_a_file(node)
    ]
    assert not opened, f"{opened}: the domain has no disk, take the text as a parameter"


ALL_OF_SERVICES = """
import importlib, pkgutil, sys
import app.services
for each in pkgutil.walk_packages(app.services.__path__, "app.services."):
    importlib.import_module(each.name)
print(*sorted({"PySide6", "sqlalchemy", "db"} & set(sys.modules)))
"""


def test_services_start_without_window_and_storage() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALL_OF_SERVICES], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not done.stdout.split(), (
        f"importing app.services brings {done.stdout}: find the import that drags it in"
    )


@pytest.mark.parametrize(
    ("module", "target", "late", "sentence"),
    [
        pytest.param(
            "app.domain.letters", "app.services.drafts", False, "nothing of ours", id="domain reaches up"
        ),
        pytest.param("app.domain.letters", "PySide6.QtCore", False, "never see PySide6", id="domain sees Qt"),
        pytest.param(
            "app.domain.letters", "pathlib.Path", False, "never see pathlib", id="domain sees the disk"
        ),
        pytest.param("app.services.drafts", "db.engine", False, "may import", id="services see storage"),
        pytest.param(
            "app.cli.commands", "app.drafting.library", False, "may import", id="cli drafts by itself"
        ),
        pytest.param(
            "app.gui.jobs", "sqlalchemy.select", False, "never see sqlalchemy", id="window sees storage"
        ),
        pytest.param("app.drafting.library", "app.i18n.formats", True, "inside a function", id="late import"),
        pytest.param("app.drafting.library", ".context", False, "relative", id="relative import"),
        pytest.param("app.domain.letters", "app.attic.boxes", False, "no room", id="unknown room"),
        pytest.param(
            "db.migrations.versions.a1", "db.models", False, "nothing of ours", id="revision sees models"
        ),
    ],
)
def test_a_broken_rule_is_named(module: str, target: str, late: bool, sentence: str) -> None:
    assert sentence in (broken_rule(Import(module, target, 1, late)) or "")


@pytest.mark.parametrize(
    ("module", "target", "late"),
    [
        pytest.param("app.domain.notation", "markdown_it.MarkdownIt", False, id="the parser of our notation"),
        pytest.param("app.domain.letters", "app.domain.errors.ChanceryError", False, id="within the room"),
        pytest.param("app.cli.commands", "app.bootstrap.build", True, id="cli loads bootstrap late"),
        pytest.param("app.__main__", "app.gui.application", True, id="main picks the window late"),
        pytest.param("db.upgrade", "db.migrations.versions.a1", False, id="storage knows its revisions"),
    ],
)
def test_a_kept_rule_is_silent(module: str, target: str, late: bool) -> None:
    assert broken_rule(Import(module, target, 1, late)) is None
