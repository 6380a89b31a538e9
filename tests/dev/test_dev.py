"""dev.py: what it asks of a machine, what it remembers, and what it says."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

SOURCE = Path(dev.__file__)
WHOLE = {"system": "window", "python": dev.python_version(), "run": "r", "dev": "d"}


@pytest.fixture
def stamp(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dev.Stamp:
    """Return the stamp of a finished set-up, in a place of its own."""
    python = tmp_path / "python"
    python.touch()
    monkeypatch.setattr(dev, "PYTHON", python)
    monkeypatch.setattr(dev, "fingerprint", lambda kind: kind[0])
    return dict(WHOLE)


def imported() -> set[str]:
    """Return the top names dev.py imports."""
    nodes = list(ast.walk(ast.parse(SOURCE.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {
        name.split(".")[0]
        for name in plain | {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}
    }


def test_it_imports_the_standard_library_only() -> None:
    assert imported() <= sys.stdlib_module_names


def test_an_old_python_can_still_read_it() -> None:
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_told_in_a_sentence() -> None:
    pretend = f"import sys, runpy; sys.version_info = (3, 9, 2); runpy.run_path({str(SOURCE)!r})"
    told = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr.startswith("Chancery needs Python 3.11 or newer and this is Python 3.9: install")


@pytest.mark.parametrize(
    ("environ", "platform", "shown"),
    [
        pytest.param({}, "linux", False, id="bare linux"),
        pytest.param({"DISPLAY": ""}, "linux", False, id="empty display"),
        pytest.param({"DISPLAY": ":0"}, "linux", True, id="x11"),
        pytest.param({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True, id="wayland"),
        pytest.param({}, "win32", True, id="windows"),
        pytest.param({}, "darwin", True, id="macos"),
    ],
)
def test_a_display_is_recognised(environ: dict[str, str], platform: str, shown: bool) -> None:
    assert dev.has_display(environ, platform) is shown


@pytest.mark.parametrize(
    ("arguments", "environ", "wanted"),
    [
        pytest.param([], {}, ["demo"], id="nothing asked and no display"),
        pytest.param([], {"DISPLAY": ":0"}, [], id="nothing asked but a display"),
        pytest.param(["list"], {}, ["list"], id="something asked"),
    ],
)
def test_the_demonstration_stands_in_for_the_window(
    arguments: list[str], environ: dict[str, str], wanted: list[str]
) -> None:
    assert dev.what_to_run(arguments, environ, "linux") == wanted


def test_a_missing_library_is_reported_with_its_package() -> None:
    missing = dev.missing_libraries("offscreen", lambda name: name != "libEGL.so.1")
    assert missing == {"libEGL.so.1": "libegl1"}


def test_libraries_for_a_window_are_wanted_only_where_one_can_open() -> None:
    assert "libxcb-cursor.so.0" not in dev.wanted_libraries("offscreen")
    assert "libxcb-cursor.so.0" in dev.wanted_libraries("window")


def test_apt_updates_before_it_installs() -> None:
    update, install = dev.apt_commands(["libgl1", "libegl1"], ["sudo", "-n"])
    assert update == ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "update"]
    assert install[-5:] == ["install", "-y", "--no-install-recommends", "libgl1", "libegl1"]


def test_a_release_that_spells_it_t64_is_understood() -> None:
    known = {"libgl1", "libglib2.0-0t64"}
    assert dev.names_here(["libgl1", "libglib2.0-0"], known.__contains__) == ["libgl1", "libglib2.0-0t64"]


def test_a_release_that_knows_no_names_yet_is_asked_for_the_plain_ones() -> None:
    assert dev.names_here(["libglib2.0-0"], lambda _: False) == ["libglib2.0-0"]


def test_without_leave_to_install_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "apt_prefix", lambda: None)
    with pytest.raises(dev.Halt, match=r"apt-get install -y --no-install-recommends libgl1$"):
        dev.apt_install(["libgl1"])


def test_other_systems_are_told_the_library_names(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "missing_libraries", lambda _: {"libEGL.so.1": "libegl1"})
    dev.without_apt(["libegl1"], "offscreen")
    assert "libEGL.so.1" in capsys.readouterr().out


def test_a_finished_set_up_is_believed(stamp: dev.Stamp) -> None:
    assert dev.is_installed(stamp, "run")
    assert dev.is_installed(stamp, "dev")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"dev": "other"}, id="pinned list changed"),
        pytest.param({"python": "3.10"}, id="python changed"),
        pytest.param({"unfinished": "dev"}, id="interrupted"),
    ],
)
def test_a_set_up_that_has_fallen_behind_is_done_again(stamp: dev.Stamp, change: dev.Stamp) -> None:
    assert not dev.is_installed(stamp | change, "dev")


def test_a_vanished_interpreter_is_noticed(stamp: dev.Stamp) -> None:
    dev.PYTHON.unlink()
    assert not dev.environment_stands(stamp)


def test_a_damaged_stamp_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "stamp").write_text("{", encoding="utf-8")
    assert dev.read_stamp(tmp_path / "stamp") == {}


def test_a_stamp_is_read_as_it_was_written(tmp_path: Path) -> None:
    dev.write_stamp(WHOLE, tmp_path / "stamp")
    assert dev.read_stamp(tmp_path / "stamp") == WHOLE


def test_a_desk_with_a_window_covers_one_without() -> None:
    assert dev.covers({"system": "window"}, "offscreen")
    assert not dev.covers({"system": "offscreen"}, "window")


def test_a_running_set_up_leaves_a_mark_until_it_is_done(
    stamp: dev.Stamp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[dev.Stamp] = []
    monkeypatch.setattr(dev.write_stamp, "__defaults__", (tmp_path / "stamp",))
    monkeypatch.setattr(dev, "quietly", lambda *_: seen.append(dev.read_stamp(tmp_path / "stamp")))
    done = dev.install("dev", {"system": "window"})
    assert seen == [{"unfinished": "dev"}]
    assert done == dev.read_stamp(tmp_path / "stamp") == stamp


def test_pip_checks_hashes_and_is_told_no_address() -> None:
    command = dev.pip_command("run")
    assert "--require-hashes" in command
    assert not [part for part in command if "://" in part]


def test_a_catalogue_is_compiled_only_when_its_source_is_newer(tmp_path: Path) -> None:
    po = tmp_path / "fr" / "LC_MESSAGES" / "app.po"
    po.parent.mkdir(parents=True)
    po.touch()
    assert dev.stale_catalogues(tmp_path) == [po]
    po.with_suffix(".mo").touch()
    os.utime(po, (1, 1))
    assert dev.stale_catalogues(tmp_path) == []


def test_a_failed_step_tells_its_end_and_the_mend() -> None:
    with pytest.raises(dev.Halt, match=r"(?s)no such thing.*This step failed.*Mend it\."):
        dev.quietly([sys.executable, "-c", "raise SystemExit('no such thing')"], "Mend it.")


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["dance"]) == 2
    assert "./dev.py run" in capsys.readouterr().out


@pytest.mark.parametrize("name", dev.COMMANDS)
def test_every_command_is_described(name: str) -> None:
    assert f"./dev.py {name}" in (dev.__doc__ or "")
