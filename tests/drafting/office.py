"""Opens documents in LibreOffice and reads the pages that it makes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

REQUIRED = "CHANCERY_REQUIRE_LIBREOFFICE"
PATIENCE = 120  # seconds until an office that hangs is given up


def pages_of(content: bytes, folder: Path) -> list[str]:
    """Give the text of each page as LibreOffice lays it out."""
    need_the_office()
    document = folder / "letter.docx"
    document.write_bytes(content)
    _run(
        "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document),
    )  # fmt: skip
    _run("pdftotext", "-layout", "-enc", "UTF-8", str(folder / "letter.pdf"), str(folder / "letter.txt"))
    return (folder / "letter.txt").read_text(encoding="utf-8").removesuffix("\f").split("\f")


def need_the_office() -> None:
    """Skip where LibreOffice is missing, fail where it is required."""
    missing = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]
    if missing and os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{REQUIRED}=1, but {', '.join(missing)} cannot be found.", pytrace=False)
    if missing:
        pytest.skip(f"{', '.join(missing)} cannot be found")


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")


def flowing(page: str) -> str:
    """Give the words of a page, however its lines were broken."""
    return " ".join(page.split())
