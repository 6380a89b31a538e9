"""What is exported opens in a word processor and says there what it should."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.journeys.journey import Terminal


def soffice() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        if os.environ.get("CHANCERY_REQUIRE_LIBREOFFICE") == "1":
            pytest.fail("LibreOffice is required here and was not found.", pytrace=False)
        pytest.skip("There is no LibreOffice here.")
    return found


def opened(documents: list[Path], folder: Path) -> list[str]:
    """Open documents in LibreOffice and give the text of each."""
    profile = (folder / "profile").as_uri()
    command = [soffice(), f"-env:UserInstallation={profile}", "--headless"]
    what = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), *map(str, documents)]
    done = subprocess.run([*command, *what], capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    return [(folder / f"{path.stem}.txt").read_text("utf-8-sig") for path in documents]


@pytest.mark.slow
def test_everything_that_the_demo_exports_opens(tmp_path: Path) -> None:
    Terminal(tmp_path)("demo")
    documents = sorted((tmp_path / "chancery-demo").glob("*.docx"))
    protest, allegation = opened(documents, tmp_path)
    assert protest.index("№ 147/01-3") < protest.index("Dear President") < protest.index("Sincerely,")
    assert "AL KAZ 1/2017" in allegation
    assert allegation.index("Excellency,") < allegation.index("Maina Kiai") < allegation.index("A/HRC/29/25")
