"""The model letters as files."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PROTEST = "protest.toml"
ALLEGATION = "un-allegation.toml"


def example(name: str) -> str:
    """Give the text of a letter file that ships as an example."""
    return (EXAMPLES / name).read_text(encoding="utf-8")
