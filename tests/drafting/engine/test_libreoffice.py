"""LibreOffice opens what we make; where it is required it may not be missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app.drafting.engine import Picture, compile_template, write_atomically
from tests.drafting.engine.building import PNG, with_footnote, word
from tests.drafting.engine.constructs import CONSTRUCTS


def office() -> str:
    """Return LibreOffice's program, or skip; with CHANCERY_REQUIRE_LIBREOFFICE=1, fail."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and os.environ.get("CHANCERY_REQUIRE_LIBREOFFICE") == "1":
        pytest.fail("LibreOffice is required here and is not installed.")
    return found or pytest.skip("LibreOffice is not installed.")


@pytest.mark.slow
def test_libreoffice_opens_every_construct(tmp_path: Path) -> None:
    program = office()
    for number, construct in enumerate(CONSTRUCTS):
        filled = compile_template(construct.template, name=construct.name).fill(construct.context)
        write_atomically(tmp_path / f"{number}.docx", filled)
    template = compile_template(with_footnote(word("{{ picture }}"), "{{ a }}"), name="picture")
    write_atomically(tmp_path / "picture.docx", template.fill({"picture": Picture(PNG), "a": 1}))
    letters = sorted(tmp_path.glob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "pdf")]
    subprocess.run([*command, *map(str, letters)], check=True, capture_output=True, timeout=240)
    assert {path.stem for path in (tmp_path / "pdf").glob("*.pdf")} == {path.stem for path in letters}
