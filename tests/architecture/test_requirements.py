"""What is pinned is what pyproject.toml asks for, with hashes and nothing else."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from tests.architecture.reading import ROOT

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)")
LINE = re.compile(r"^([a-z0-9-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?)$")


def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pinned(kind: str) -> dict[str, str]:
    """Return names and versions of a pinned list."""
    lines = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return {found["name"]: found["version"] for line in lines if (found := PIN.match(line))}


def asked(requirements: list[str]) -> set[str]:
    """Return the bare names in a list of requirements."""
    return {re.split(r"[^\w-]", each)[0].lower() for each in requirements}


@pytest.mark.parametrize("kind", ["run", "dev", "lock"])
def test_a_pinned_list_holds_pins_and_hashes_only(kind: str) -> None:
    lines = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not LINE.match(line)]
    assert lines
    assert not strange, f"{strange}: pin again with ./dev.py lock"


def test_what_runs_is_pinned() -> None:
    missing = asked(project()["project"]["dependencies"]) - pinned("run").keys()
    assert not missing, f"{missing}: pin again with ./dev.py lock"


def test_what_the_tools_need_is_pinned() -> None:
    missing = asked(project()["dependency-groups"]["dev"]) - pinned("dev").keys()
    assert not missing, f"{missing}: pin again with ./dev.py lock"


def test_developing_happens_with_the_versions_that_run() -> None:
    run, dev = pinned("run"), pinned("dev")
    assert {name: dev.get(name) for name in run} == run, "pin again with ./dev.py lock"
