"""Where data, templates and locales lie; no other module knows.

Floor 1: imports no other room. The environment comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

DATA_VARIABLE = "CHANCERY_DATA"

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
