"""LibreOffice is found where each system has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.converting.errors import NoOfficeProgram, OfficeInSnap
from app.converting.programs import OfficeProgram, find_office


def put(path: Path) -> str:
    """Put an executable file somewhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return str(path)


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "usr/lib/libreoffice/program/soffice"),
        ("linux", "opt/libreoffice25.2/program/soffice"),
        ("darwin", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_it_is_found_in_its_usual_place(tmp_path: Path, platform: str, place: str) -> None:
    program = put(tmp_path / place)
    assert find_office({"PATH": "", "HOME": str(tmp_path)}, platform, tmp_path) == OfficeProgram((program,))


def test_on_windows_it_is_found_among_the_programs(tmp_path: Path) -> None:
    program = put(tmp_path / "LibreOffice/program/soffice.exe")
    assert find_office({"PATH": "", "PROGRAMFILES": str(tmp_path)}, "win32", tmp_path).name == program


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_what_is_on_the_path_comes_first(tmp_path: Path, name: str) -> None:
    put(tmp_path / "usr/bin/soffice")
    program = put(tmp_path / "own" / name)
    environ = {"PATH": str(tmp_path / "own"), "HOME": str(tmp_path)}
    assert find_office(environ, "linux", tmp_path).name == program


def test_where_there_is_none_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoOfficeProgram, match=r"libreoffice\.org"):
        find_office({"PATH": "", "HOME": str(tmp_path)}, "linux", tmp_path)


def test_a_snap_alone_does_not_serve(tmp_path: Path) -> None:
    put(tmp_path / "snap/bin/libreoffice")
    environ = {"PATH": str(tmp_path / "snap/bin"), "HOME": str(tmp_path)}
    with pytest.raises(OfficeInSnap):
        find_office(environ, "linux", tmp_path)


def test_a_package_beside_a_snap_serves(tmp_path: Path) -> None:
    put(tmp_path / "snap/bin/soffice")
    program = put(tmp_path / "usr/bin/soffice")
    environ = {"PATH": str(tmp_path / "snap/bin"), "HOME": str(tmp_path)}
    assert find_office(environ, "linux", tmp_path).name == program


def test_a_flatpak_may_see_its_private_folder_and_no_network(tmp_path: Path) -> None:
    flatpak = put(tmp_path / "bin/flatpak")
    (tmp_path / "var/lib/flatpak/app/org.libreoffice.LibreOffice").mkdir(parents=True)
    found = find_office({"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path)}, "linux", tmp_path)
    command = found.seeing(Path("/private"))
    assert command[:2] == (flatpak, "run")
    assert {"--filesystem=/private", "--unshare=network"} < set(command)
    assert command[-1] == "org.libreoffice.LibreOffice"


def test_a_flatpak_of_something_else_does_not_serve(tmp_path: Path) -> None:
    put(tmp_path / "bin/flatpak")
    with pytest.raises(NoOfficeProgram):
        find_office({"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path)}, "linux", tmp_path)


def test_another_program_sees_what_its_user_sees() -> None:
    assert OfficeProgram(("soffice",)).seeing(Path("/private")) == ("soffice",)
