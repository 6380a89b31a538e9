"""Finds the office program of this computer."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.converting.errors import NoOfficeProgram, OfficeInSnap

_FLATPAK: Final = "org.libreoffice.LibreOffice"
_LINUX: Final = (
    "/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/usr/local/bin/soffice",
    "/opt/libreoffice/program/soffice",
)  # fmt: skip
_MAC: Final = "Applications/LibreOffice.app/Contents/MacOS/soffice"
_WINDOWS: Final = "LibreOffice/program/soffice.exe"
_WINDOWS_FOLDERS: Final = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)", "LOCALAPPDATA")

Which = Callable[..., str | None]


@dataclass(frozen=True)
class OfficeProgram:
    """The words that start an office program; ``sandboxed`` where it must be shown the folders it may see."""

    command: tuple[str, ...]
    sandboxed: bool = False

    @property
    def name(self) -> str:
        """Say which program it is."""
        return self.command[0]

    def seeing(self, folder: Path) -> tuple[str, ...]:
        """Give the command that may work in a folder."""
        if not self.sandboxed:
            return self.command
        program, run, *rest = self.command
        return (program, run, f"--filesystem={folder}", f"--env=TMPDIR={folder}", *rest)


def find_office(
    environ: Mapping[str, str], platform: str = sys.platform, root: Path | None = None
) -> OfficeProgram:
    """Find LibreOffice on the path, else where it usually lies; ``root`` stands for the computer's own root.

    Raises ``NoOfficeProgram``, and ``OfficeInSnap`` where a snap is all there is.
    """
    found = [path for path in _candidates(environ, platform, root or Path("/")) if path.is_file()]
    good = next((path for path in found if not _in_snap(path)), None)
    if good is not None:
        return OfficeProgram((str(good),))
    if platform.startswith("linux") and (flatpak := _flatpak(environ, root or Path("/"))):
        return flatpak
    raise OfficeInSnap if found else NoOfficeProgram


def _candidates(environ: Mapping[str, str], platform: str, root: Path) -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if on_path := shutil.which(name, path=environ.get("PATH", "")):
            yield Path(on_path)
    if platform == "win32":
        yield from (Path(environ[name]) / _WINDOWS for name in _WINDOWS_FOLDERS if environ.get(name))
    elif platform == "darwin":
        yield from (root / _MAC, _home(environ) / _MAC)
    else:
        yield from (root / place.lstrip("/") for place in _LINUX)
        yield from sorted((root / "opt").glob("libreoffice*/program/soffice"), reverse=True)


def _in_snap(path: Path) -> bool:
    return "snap" in path.parts or path.resolve().name == "snap"


def _flatpak(environ: Mapping[str, str], root: Path) -> OfficeProgram | None:
    program = shutil.which("flatpak", path=environ.get("PATH", ""))
    places = (root / "var/lib/flatpak/app" / _FLATPAK, _home(environ) / ".local/share/flatpak/app" / _FLATPAK)
    if program is None or not any(place.is_dir() for place in places):
        return None
    command = (program, "run", "--die-with-parent", "--unshare=network", _FLATPAK)
    return OfficeProgram(command, sandboxed=True)


def _home(environ: Mapping[str, str]) -> Path:
    return Path(environ.get("HOME") or Path.home())
