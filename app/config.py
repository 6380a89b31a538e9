"""Where data, templates and locales lie; no other module knows.

Floor 1: imports no other room. The environment comes in as an argument.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import platformdirs

DATA_VARIABLE = "CHANCERY_DATA"
REGISTER: Final = "register.sqlite"
_SAMPLE: Final = "sample"

_APP = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Places:
    """The folders of one start of Chancery."""

    templates: Path
    locales: Path
    examples: Path
    data: Path
    reference: Path

    @property
    def guide(self) -> Path:
        """Return the user guide, which stands beside its examples."""
        return self.examples.parent / "guide.md"

    @property
    def log(self) -> Path:
        """Return the folder for the log inside the workspace."""
        return self.data / "log"

    @property
    def sample(self) -> Path:
        """Return the folder of the sample workspace that belongs to this one."""
        return self.data / _SAMPLE

    @property
    def home(self) -> Path | None:
        """Return the workspace that this one is the sample of; nothing where it is no sample."""
        beside = self.data.parent / REGISTER
        return self.data.parent if self.data.name == _SAMPLE and beside.is_file() else None


def find_places(environ: Mapping[str, str], data: str | Path | None = None, app: Path = _APP) -> Places:
    """Return all places; ``data`` is what the person at the keyboard has asked for."""
    shipped, examples = _shipped(app)
    return Places(
        templates=shipped / "templates",
        locales=shipped / "locales",
        examples=shipped / examples,
        data=data_folder(environ, data),
        reference=shipped / "reference",
    )


def data_folder(environ: Mapping[str, str], asked: str | Path | None = None) -> Path:
    """Return the workspace: the one asked for, else the environment's, else the platform's."""
    chosen = asked or environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_data_path("Chancery", appauthor=False)


def _shipped(app: Path) -> tuple[Path, str]:
    """Return the folder of what is shipped and the examples' name in it, installed or in a checkout."""
    installed = app / "_data"
    return (installed, "examples") if installed.is_dir() else (app.parent, "docs/examples")


def dictionary_folders(environ: Mapping[str, str], system: str = sys.platform) -> tuple[str, ...]:
    """Return where spelling dictionaries may lie on this system, as patterns of folders, the best first."""
    home = str(Path("~").expanduser())
    named = [folder for folder in environ.get("DICPATH", "").split(os.pathsep) if folder]
    folders = _DICTIONARY_FOLDERS.get(system, _DICTIONARY_FOLDERS["linux"])
    values = {"HOME": home, **environ}
    return (
        *named,
        *(whole for each in folders if (whole := _filled(each, values))),
        *_shipped_dictionaries(),
    )


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    """Return a pattern with its variables; nothing where one is not set."""
    name, _, rest = pattern.removeprefix("$").partition("/")
    if not pattern.startswith("$"):
        return pattern
    return f"{values[name]}/{rest}" if values.get(name) else ""


def _shipped_dictionaries() -> list[str]:
    found = find_spec("hunspell")
    return [f"{folder}/dictionaries" for folder in (found.submodule_search_locations or ())] if found else []


_IN_OFFICE_PROFILE: Final = "user/uno_packages/cache/uno_packages/*/*.oxt"
_DICTIONARY_FOLDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "linux": (
        "$XDG_DATA_HOME/hunspell",
        "$HOME/.local/share/hunspell",
        "/usr/local/share/hunspell",
        "/usr/share/hunspell",
        "/usr/share/myspell/dicts",
        "/usr/share/myspell",
        "/usr/lib/libreoffice/share/extensions/dict-*",
        "/usr/lib64/libreoffice/share/extensions/dict-*",
        "/opt/libreoffice*/share/extensions/dict-*",
        f"$HOME/.config/libreoffice/4/{_IN_OFFICE_PROFILE}",
        f"$HOME/.config/libreoffice/4/{_IN_OFFICE_PROFILE}/*",
    ),
    "darwin": (
        "$HOME/Library/Spelling",
        "/Library/Spelling",
        "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*",
        f"$HOME/Library/Application Support/LibreOffice/4/{_IN_OFFICE_PROFILE}",
    ),
    "win32": (
        "$ProgramFiles/LibreOffice/share/extensions/dict-*",
        "$ProgramFiles(x86)/LibreOffice/share/extensions/dict-*",
        f"$APPDATA/LibreOffice/4/{_IN_OFFICE_PROFILE}",
    ),
}
