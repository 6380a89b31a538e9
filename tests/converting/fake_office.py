"""An office program that behaves as it is told: it starts, converts, hangs, dies, or writes nothing.

Each conversion takes the first word of ``plan`` beside the script: good, nothing, hang, die. Each start
is noted in ``starts``; a file ``refuse`` or ``idle`` beside it makes starts fail or never become ready.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from app.converting.programs import OfficeProgram

SCRIPT = """#!{python}
import os, pathlib, signal, sys, time
here = pathlib.Path(__file__).parent
words = sys.argv[1:]
after = lambda name: next(w.partition("=")[2] for w in words if w.startswith(name))

def next_of_plan():
    plan = here / "plan"
    first, *rest = plan.read_text().split() or ["good"]
    plan.write_text(" ".join(rest))
    return first

if "--terminate_after_init" in words:
    sys.exit(0)
if "--convert-to" not in words:
    with (here / "starts").open("a") as starts:
        starts.write(f"{{os.getpid()}}\\n")
    if (here / "refuse").exists():
        sys.exit(1)
    if not (here / "idle").exists():
        half = pathlib.Path(after("--pidfile") + ".half")
        half.write_text(str(os.getpid()))
        half.rename(after("--pidfile"))
    time.sleep(600)
source = pathlib.Path(words[-1])
match next_of_plan():
    case "good":
        source.with_suffix(".pdf").write_bytes(b"%PDF of " + source.read_bytes())
    case "hang":
        (here / "hanging").touch()
        time.sleep(600)
    case "die":
        os.kill(int((source.parent / "ready").read_text()), signal.SIGKILL)
        time.sleep(600)
"""


@dataclass(frozen=True)
class FakeOffice:
    """The script, and what it was told and has done."""

    folder: Path

    @property
    def program(self) -> OfficeProgram:
        return OfficeProgram((str(self.folder / "soffice"),))

    @property
    def starts(self) -> list[int]:
        starts = self.folder / "starts"
        return [int(line) for line in starts.read_text().split()] if starts.exists() else []

    @property
    def is_hanging(self) -> bool:
        return (self.folder / "hanging").exists()

    def plan(self, *words: str) -> None:
        (self.folder / "plan").write_text(" ".join(words))

    def will(self, name: str) -> None:
        (self.folder / name).touch()


def fake_office(folder: Path) -> FakeOffice:
    """Put a fake office program into a folder."""
    folder.mkdir(exist_ok=True)
    script = folder / "soffice"
    script.write_text(SCRIPT.format(python=sys.executable), "utf-8")
    script.chmod(0o755)
    office = FakeOffice(folder)
    office.plan()
    return office
