"""What a room of the directories can be asked to show besides a key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class New:
    """Something new is to be made; ``typed`` is what the person has typed of it already."""

    typed: str = ""
