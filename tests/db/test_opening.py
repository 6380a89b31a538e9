"""What lies in the data folder may be anything; it is named, and left as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import db.migrating  # noqa: F401  a person of no rights may not be able to load it later
from app.domain.errors import ChanceryError
from db import (
    DiskFailure,
    EmptyRegister,
    ForeignDatabase,
    NotADatabase,
    PlaceNotWritable,
    RegisterDamaged,
    open_workspace,
)
from tests.db.conftest import SmallDisk
from tests.db.samples import NOW, SERIES, opened, plainly, register

NOBODY = 65534


def another_programs(path: Path) -> None:
    with plainly(path) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.execute("INSERT INTO bookmarks VALUES ('https://example.org')")


def another_programs_with_a_mark(path: Path) -> None:
    with plainly(path) as other:
        other.execute("PRAGMA application_id = 252006675")
        other.execute("CREATE TABLE entries (sequence INTEGER)")


def a_text(path: Path) -> None:
    path.write_text("Dear Sir or Madam,\n" * 400, encoding="utf-8")


def a_few_letters(path: Path) -> None:
    path.write_bytes(b"SQLite")


def nothing(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("lay", "kind"),
    [
        (another_programs, ForeignDatabase),
        (another_programs_with_a_mark, ForeignDatabase),
        (a_text, NotADatabase),
        (a_few_letters, NotADatabase),
        (nothing, EmptyRegister),
    ],
)
def test_what_is_no_register_of_ours_is_refused_and_left_byte_by_byte(
    tmp_path: Path, lay: Callable[[Path], None], kind: type[ChanceryError]
) -> None:
    path = tmp_path / "register.sqlite"
    lay(path)
    before = path.read_bytes()
    with pytest.raises(kind) as refused:
        open_workspace(tmp_path)
    assert refused.value.facts == {"place": path}
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kept", [90, 4096, 10_000, 16_384])
def test_a_truncated_register_is_named_as_damaged(tmp_path: Path, kept: int) -> None:
    with opened(tmp_path):
        pass
    path = tmp_path / "register.sqlite"
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(RegisterDamaged, match=r"damaged.*malformed"):
        open_workspace(tmp_path)


def test_a_folder_that_is_missing_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "far" / "away & “beyond” #1%20?"
    with opened(folder) as workspace:
        assert workspace.path == folder / "register.sqlite"
        if os.name == "posix":
            assert folder.stat().st_mode & 0o777 == 0o700
            assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert [path.name for path in folder.iterdir()] == ["register.sqlite"]


def test_a_relative_folder_is_kept_when_the_program_moves_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with opened(Path("data")) as workspace:
        monkeypatch.chdir("/")
        with workspace.unit_of_work() as work:
            work.drafts.add(title="a", letter="{}", now=NOW)
    assert workspace.path == tmp_path / "data" / "register.sqlite"


def test_what_was_kept_is_there_when_opened_again(tmp_path: Path) -> None:
    with opened(tmp_path) as workspace, workspace.unit_of_work() as work:
        work.series.add(SERIES)
        entry = register(work)
        work.commit()
    with opened(tmp_path) as workspace, workspace.reading() as work:
        assert work.register.last() == entry


def test_a_register_that_goes_away_is_not_made_anew(tmp_path: Path) -> None:
    with opened(tmp_path) as workspace:
        workspace.close()
        workspace.path.unlink()
        with pytest.raises(PlaceNotWritable), workspace.unit_of_work():
            pytest.fail("a register out of nothing")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder", encoding="utf-8")
    with pytest.raises(PlaceNotWritable, match="data"):
        open_workspace(tmp_path / "data")


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other users of the machine can reach, as the tests' own cannot."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


if sys.platform == "win32":

    @pytest.fixture
    def without_rights() -> None:
        pytest.skip("rights of folders work otherwise here")

else:

    @pytest.fixture
    def without_rights() -> Iterator[None]:
        """Go on as a user who may do nothing special; read-only means nothing to root."""
        was = os.geteuid()
        if was == 0:
            os.seteuid(NOBODY)
        yield
        os.seteuid(was)


def test_a_folder_that_may_not_be_written_is_named(shared_folder: Path, without_rights: None) -> None:
    if shared_folder.stat().st_uid != 0:  # it is our own, not root's
        shared_folder.chmod(0o555)
    with pytest.raises(PlaceNotWritable, match=f"{shared_folder}.*Permission denied"):
        open_workspace(shared_folder)
    assert list(shared_folder.iterdir()) == []


@pytest.fixture
def foreign_register(shared_folder: Path) -> Path:
    """A register that everybody may read and only its owner write."""
    with opened(shared_folder):
        pass
    (shared_folder / "register.sqlite").chmod(0o444)
    shared_folder.chmod(0o555)
    return shared_folder


def test_a_register_that_may_only_be_read_is_named(foreign_register: Path, without_rights: None) -> None:
    before = (foreign_register / "register.sqlite").read_bytes()
    with pytest.raises(PlaceNotWritable, match=r"register\.sqlite"):
        open_workspace(foreign_register)
    assert (foreign_register / "register.sqlite").read_bytes() == before


def test_a_disk_that_fails_while_a_register_is_made_leaves_none(
    tmp_path: Path, small_disk: SmallDisk
) -> None:
    with small_disk(8192), pytest.raises(DiskFailure, match="disk I/O error"):
        open_workspace(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with opened(tmp_path) as workspace, workspace.reading() as work:
        assert work.register.last() is None


def test_a_disk_without_hard_links_is_good_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with opened(tmp_path) as workspace, workspace.reading() as work:
        assert work.register.last() is None
    assert [path.name for path in tmp_path.iterdir()] == ["register.sqlite"]


OPENING = """
import sys
from pathlib import Path
import db
db.open_workspace(Path(sys.argv[1])).close()
print(*sorted({"alembic", "mako"} & set(sys.modules)))
"""


def test_a_current_register_opens_without_alembic(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    done = subprocess.run(
        [sys.executable, "-c", OPENING, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, done.stdout.split()) == (0, []), done.stderr
