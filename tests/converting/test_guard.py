"""What the guard knows by itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.converting import guard


def test_it_stands_alone_without_the_house_and_without_installed_packages(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-S", guard.__file__, str(tmp_path / "none"), "no-such-program"]
    done = subprocess.run(command, input="", capture_output=True, text=True, check=False, timeout=30)
    assert "Import" not in done.stderr


def test_the_pipe_is_named_as_libreoffice_names_it() -> None:
    pipe = guard.pipe_of(Path("/tmp/xps-hndfpm6_/profile"))
    assert pipe.name.endswith("_SingleOfficeIPC_c7a6eeffe972bce2a48ea351d6146af7")
