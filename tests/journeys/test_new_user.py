"""Somebody starts Chancery for the first time, and follows what it says."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from pathlib import Path

from tests.drafting.reading import DocxRead
from tests.journeys.journey import Terminal


def test_from_the_demo_to_a_proof(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    assert "“./dev.py run demo” shows" in terminal(code=1)
    told = terminal("demo").splitlines()
    proposed = [shlex.split(line)[2:] for line in told[told.index("Try next:") + 1 :]]
    said = {words[2]: terminal(*words) for words in proposed}
    assert list(said) == ["list", "show", "verify", "check"]
    assert "147/01-3" in said["list"]
    assert "№ 147/01-3\n\n“ 16 ” 08 2017" in said["show"]
    assert said["verify"].startswith("1 registered letter, unchanged")
    assert said["check"].startswith("The letter is complete")


def test_what_the_demo_exported_is_what_the_register_holds(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal("demo")
    terminal("--data", "chancery-demo", "export", "147/01-3", "-o", "again.docx")
    (first,) = (tmp_path / "chancery-demo").glob("147-*.docx")
    assert (tmp_path / "again.docx").read_bytes() == first.read_bytes()
    (seal,) = re.findall(
        r"seal of the document +(\w+)", terminal("--data", "chancery-demo", "show", "147/01-3")
    )
    assert hashlib.sha256(first.read_bytes()).hexdigest() == seal


def test_the_letter_files_of_the_demo_are_a_beginning(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal("demo")
    file = tmp_path / "chancery-demo" / "protest.toml"
    file.write_text(file.read_text("utf-8").replace("Nursultan Nazarbayev", "Nino Abashidze"), "utf-8")
    terminal("draft", str(file), "-o", "mine.docx")
    assert "To: Mr. Nino Abashidze" in DocxRead((tmp_path / "mine.docx").read_bytes()).whole
    assert json.loads(terminal("schema"))["title"] == "Chancery letter file"
