"""An office program that makes pages on command, or is not there."""

from __future__ import annotations

from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Event
from typing import Final

from app.converting.errors import NoOfficeProgram, PagesNotMade

PATIENCE: Final = 20


@dataclass
class FakeMaker:
    """Makes pages at once, or when it is allowed to."""

    missing: bool = False
    is_warm: bool = False
    made: list[bytes] = field(default_factory=list)
    begun: SimpleQueue[bytes] = field(default_factory=SimpleQueue)
    gate: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def expect_program(self) -> None:
        if self.missing:
            raise NoOfficeProgram

    def pdf_of(self, document: bytes) -> bytes:
        self.begun.put(document)
        self.gate.wait(PATIENCE)
        if document == b"bad":
            raise PagesNotMade
        self.is_warm = True
        self.made.append(document)
        return b"%PDF " + document

    def close(self) -> None:
        self.gate.set()
