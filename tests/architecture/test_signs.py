"""Every door has its sign, and nothing tells where the house was built."""

from __future__ import annotations

import ast
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.reading import ROOT, module_name, sources, tree

TRACES = re.compile(
    r"(?<![\w.)>-])/(?:work|root|home/\w+|Users/\w+)/"
    r"|/simp[l]e/|--(?:extra-)?index[-]url|--find[-]links|pypi[.]org|pythonhosted[.]org"
)


def tracked() -> list[Path]:
    """Return the files under version control that are still there."""
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, cwd=ROOT, check=True)
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def texts(path: Path) -> Iterator[str]:
    """Return what can be read in a file, in a DOCX its parts."""
    if not zipfile.is_zipfile(path):
        yield path.read_text(encoding="utf-8", errors="ignore")
        return
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            yield parts.read(name).decode(errors="ignore")


def test_no_tracked_file_tells_of_a_machine_or_an_index() -> None:
    told = {
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in tracked()
        for text in texts(path)
        if (found := TRACES.search(text))
    }
    assert not told, f"{sorted(told)}: leave out paths of your machine and addresses of package indexes"


def test_traces_are_recognised() -> None:
    lines = [
        "see /ro" + "ot/x",
        "https://index/sim" + "ple/",
        "--index" + "-url x",
        "at '/home" + "/anna/letters'",
    ]
    assert all(TRACES.search(line) for line in lines)


def test_every_package_has_a_sign_at_its_door() -> None:
    bare = [
        module_name(path)
        for path in sources()
        if path.name == "__init__.py" and not ast.get_docstring(tree(path))
    ]
    assert not bare, f"{bare}: say in the docstring what lives here, what may be imported, what never"


def test_every_folder_of_sources_is_a_package() -> None:
    open_doors = {
        str(p.parent.relative_to(ROOT)) for p in sources() if not (p.parent / "__init__.py").exists()
    }
    assert not open_doors - {"db/migrations/versions"}, f"{open_doors}: add an __init__.py with its sign"
