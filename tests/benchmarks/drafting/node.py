"""The peers that run in Node: where their packages lie, and how their part is asked for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

from tests.benchmarks.drafting.dialects import Dialect
from tests.benchmarks.drafting.letters import flat
from tests.benchmarks.drafting.ways import Desk

WAYS: Final = {"docxtemplater": Dialect.BRACES, "easy-template-x": Dialect.OPTIONS}
PINNED: Final = ("docxtemplater@3.71.0", "pizzip@3.3.0", "easy-template-x@7.2.8")
SCRIPT: Final = Path(__file__).with_name("peers.cjs")


def packages() -> Path:
    """Return the folder of the packages, outside the repository."""
    return user_cache_path("chancery-benchmarks") / "node"


def install() -> None:
    """Install the pinned peers. Raises ``CalledProcessError`` with what npm said."""
    folder = packages()
    folder.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm") or "npm"
    quiet = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(
        [npm, "install", "--prefix", str(folder), *quiet, *PINNED], check=True, capture_output=True
    )


def why_not() -> str:
    """Return why the peers cannot run here, or nothing."""
    if shutil.which("node") is None:
        return "Node is not installed"
    wanted = dict(each.rsplit("@", 1) for each in PINNED)
    if any(_version(name) != version for name, version in wanted.items()):
        return "the pinned packages are not installed; --with-node installs them"
    return ""


def _version(name: str) -> str:
    try:
        told = (packages() / "node_modules" / name / "package.json").read_text(encoding="utf-8")
    except OSError:
        return ""
    return str(json.loads(told)["version"])


def ask(way: str, desk: Desk, copies: int, folder: Path) -> str:
    """Run a peer in a process of its own and return its timing as JSON."""
    said = desk.letter.said
    job = {
        "way": way,
        "template": str(desk.template(WAYS[way])),
        "data": flat(desk.letter.data(0)),
        "varies": said["varies"].replace(".", "_"),
        "pattern": said["pattern"],
        "from": said["from"],
        "copies": copies,
        "folder": str(folder),
    }
    done = subprocess.run(
        ["node", str(SCRIPT)],
        input=json.dumps(job).encode(),
        env={**os.environ, "NODE_PATH": str(packages() / "node_modules")},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()
