"""What a wheel needs beyond Python: templates, examples and compiled catalogues under app/_data."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = {
    "templates": "templates",
    "locales": "locales",
    "reference": "reference",
    "docs/examples": "examples",
    "docs/pictures": "pictures",
}
GUIDES = ("docs/guide.md", "docs/command-line.md")
LEFT_OUT = shutil.ignore_patterns("*.po", "*.pot", "*.mo", "*.py", "__pycache__", ".*", "~$*")


class CustomBuildHook(BuildHookInterface[Any]):
    """Gathers the data in a passing folder and hands it to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Gather before the wheel is packed."""
        if version == "editable":
            return
        self._stage = Path(tempfile.mkdtemp())
        gather(Path(self.root), self._stage)
        build_data["force_include"][str(self._stage)] = "app/_data"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        if hasattr(self, "_stage"):
            shutil.rmtree(self._stage)


def gather(root: Path, stage: Path) -> None:
    """Copy what is shipped and compile the catalogues beside it."""
    for source, name in SHIPPED.items():
        if (root / source).is_dir():
            shutil.copytree(root / source, stage / name, ignore=LEFT_OUT)
    for guide in GUIDES:
        if (root / guide).is_file():
            shutil.copy(root / guide, stage)
    for po in sorted((root / "locales").glob("*/LC_MESSAGES/*.po")):
        compile_catalogue(po, stage / po.relative_to(root).with_suffix(".mo"))


def compile_catalogue(po: Path, mo: Path) -> None:
    """Compile one catalogue."""
    with po.open("rb") as source:
        catalogue = read_po(source, locale=po.parent.parent.name, abort_invalid=True)
    mo.parent.mkdir(parents=True, exist_ok=True)
    with mo.open("wb") as target:
        write_mo(target, catalogue)
