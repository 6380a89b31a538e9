"""An office over a real register, and what its people do until somebody kills them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Final

from app.domain.letters import Letter
from app.domain.register import Series
from app.drafting.library import TemplateLibrary
from app.services.desk import Desk
from app.services.drafts import Drafts
from app.services.issuing import Issuing, Registration
from app.services.numbers import Numbers, Word
from app.services.register import Register
from app.services.verifying import Proof, Verifying
from db import Workspace, open_workspace
from tests.builders import in_words
from tests.drafting.making import SHIPPED

NOW: Final = datetime(2017, 8, 16, 10, 30, tzinfo=UTC)
SERIES: Final = Series(key="outgoing", title="Outgoing letters", unit="01", file="3", start=147)
LETTER: Final = in_words("Dear Madam Prime Minister,", "we protest against the closure.", series="outgoing")
WORD: Final = Word(person="Ana", note="the congress")


@dataclass(frozen=True)
class House:
    """The services of one open workspace, without what a start does besides."""

    workspace: Workspace
    issuing: Issuing
    drafts: Drafts
    numbers: Numbers
    register: Register
    verifying: Verifying


@cache
def desk() -> Desk:
    """Give a desk whose templates are compiled once, before anybody is born."""
    made = Desk(TemplateLibrary(SHIPPED, Path("nowhere")))
    made.draft(LETTER)
    return made


@contextmanager
def house(folder: Path, *, busy_timeout_s: float = 10, now: datetime = NOW) -> Iterator[House]:
    """Open the office in a folder."""

    def clock() -> datetime:
        return now

    with closing(open_workspace(folder, busy_timeout_s=busy_timeout_s, now=now)) as workspace:
        work, reading = workspace.unit_of_work, workspace.reading
        yield House(
            workspace,
            Issuing(work, clock, desk()),
            Drafts(work, clock),
            Numbers(work, reading, clock),
            Register(reading, work),
            Verifying(reading),
        )


def found(folder: Path) -> None:
    """Make the workspace with its one series."""
    with house(folder) as new:
        new.register.add_series(SERIES)


def proof(folder: Path) -> Proof:
    """Check the register from end to end."""
    with house(folder) as open_house:
        return open_house.verifying.verify()


# Each says what is durable now; a line holds one deed.
Deed = Callable[[House, random.Random], Iterator[str]]


def registers(house: House, _chance: random.Random) -> Iterator[str]:
    """Register a letter."""
    yield f"letter {house.issuing.register(LETTER).number}"


def drafts(house: House, chance: random.Random) -> Iterator[str]:
    """Keep a draft, and register it."""
    title = f"Draft {chance.getrandbits(32):08x}"
    key = house.drafts.keep(letter_named(title))
    yield f"draft {key} {title}"
    entry = house.issuing.register_draft(key, Registration(on=date(2017, 8, 17)))
    yield f"linked {key} {entry.number}"


def letter_named(title: str) -> Letter:
    """Give the letter with a subject of its own."""
    return in_words(
        "Dear Madam Prime Minister,", "we protest.", series="outgoing", subject=title, title=title
    )


def reserves(house: House, chance: random.Random) -> Iterator[str]:
    """Reserve a number and use it, make it void, or leave it."""
    number = house.numbers.reserve("outgoing", WORD).number
    yield f"reserved {number}"
    match chance.randrange(3):
        case 0:
            house.issuing.register(LETTER, Registration(reserved=number))
            yield f"letter {number}"
        case 1:
            house.numbers.void(number, WORD)
            yield f"void {number}"
        case _:
            pass


def attaches(house: House, chance: random.Random) -> Iterator[str]:
    """Register a letter and attach a scan to it."""
    number = house.issuing.register(LETTER).number
    yield f"letter {number}"
    house.numbers.attach(number, WORD, name="scan.pdf", content=chance.randbytes(60_000))
    yield f"attached {number}"


DEEDS: Final[tuple[Deed, ...]] = (registers, drafts, reserves, attaches)
