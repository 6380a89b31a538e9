"""The wheel holds all that Chancery needs, and works far from its sources."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


@dataclass(frozen=True)
class Desk:
    """A machine of its own: a virtual environment and a folder to work in."""

    venv: Path
    folder: Path

    def call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the virtual environment, in the folder."""
        command = [str(self.venv / SCRIPTS / program), *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=self._environ(), capture_output=True, text=True, check=False
        )

    def _environ(self) -> dict[str, str]:
        leaked = {"PYTHONPATH", "PYTHONHOME", "CHANCERY_DATA"}
        return {name: value for name, value in os.environ.items() if name not in leaked} | {
            "PIP_NO_INPUT": "1"
        }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built without a network."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def desk(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a machine with the wheel installed and its dependencies lent by this one."""
    base = tmp_path_factory.mktemp("desk")
    made = Desk(base / "venv", base / "folder")
    made.folder.mkdir()
    subprocess.run([sys.executable, "-m", "venv", str(made.venv)], check=True, capture_output=True)
    _lend_dependencies(made.venv)
    installed = made.call("python", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel))
    assert installed.returncode == 0, installed.stderr
    return made


def _lend_dependencies(venv: Path) -> None:
    """Let a virtual environment see the packages of the running interpreter."""
    places = {"base": str(venv), "platbase": str(venv)}
    own = Path(sysconfig.get_path("purelib", "venv", vars=places))
    (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """Return the names inside the wheel."""
    with zipfile.ZipFile(wheel) as parts:
        return parts.namelist()


def test_the_wheel_holds_every_source(names: list[str]) -> None:
    ours = {p.relative_to(ROOT).as_posix() for room in ("app", "db") for p in (ROOT / room).rglob("*.py")}
    assert ours <= set(names)


def test_the_wheel_holds_every_template(names: list[str]) -> None:
    ours = [p for p in (ROOT / "templates").rglob("*.docx") if not p.name.startswith("~$")]
    wanted = {f"app/_data/templates/{p.relative_to(ROOT / 'templates').as_posix()}" for p in ours}
    assert wanted
    assert wanted <= set(names)


def test_the_wheel_holds_the_user_guide(names: list[str]) -> None:
    assert {"app/_data/guide.md", "app/_data/command-line.md"} <= set(names)


def test_the_wheel_holds_every_picture_of_the_user_guide(names: list[str]) -> None:
    shown = re.findall(r"]\((pictures/[^)]+)\)", (ROOT / "docs" / "guide.md").read_text(encoding="utf-8"))
    assert shown
    assert {f"app/_data/{picture}" for picture in shown} <= set(names)


def test_the_wheel_holds_the_icons_and_the_style_sheet(names: list[str]) -> None:
    resources = ROOT / "app" / "gui" / "resources"
    assert {p.relative_to(ROOT).as_posix() for p in resources.rglob("*") if p.is_file()} <= set(names)


def test_the_wheel_holds_compiled_catalogues_and_no_others(names: list[str]) -> None:
    languages = {
        f"app/_data/{p.relative_to(ROOT).as_posix()[:-3]}.mo" for p in (ROOT / "locales").rglob("*.po")
    }
    assert {name for name in names if name.endswith((".mo", ".po", ".pot"))} == languages


def test_the_wheel_holds_no_test_and_no_tool(names: list[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"app", "db"}


@pytest.mark.slow
def test_an_installed_chancery_lacks_nothing(desk: Desk) -> None:
    checked = desk.call("python", "-m", "pip", "check")
    assert checked.returncode == 0, checked.stdout


@pytest.mark.slow
def test_an_installed_chancery_is_not_the_checkout(desk: Desk) -> None:
    where = desk.call("python", "-c", "import app, db; print(app.__file__); print(db.__file__)")
    assert all(str(desk.venv) in line for line in where.stdout.splitlines()), where.stdout
    assert len(where.stdout.splitlines()) == 2, where.stderr


@pytest.mark.slow
def test_an_installed_chancery_draws_both_letters(desk: Desk) -> None:
    shown = desk.call("chancery", "demo")
    assert shown.returncode == 0, shown.stdout + shown.stderr
    made = [path for path in (desk.folder / "chancery-demo").rglob("*.docx") if zipfile.is_zipfile(path)]
    assert len(made) >= 2, shown.stdout
