"""Entries, registering as a service does it, and what other processes run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.domain.register import FIRST_SEAL, Entry, Series, document_seal
from app.domain.searching import IndexedText
from app.services.ports import UnitOfWork
from db import SqlUnitOfWork, Workspace, open_workspace
from db.schema import CURRENT, Schema

NOW = datetime(2017, 8, 16, 10, 30, tzinfo=UTC)
SERIES = Series(key="out", title="Outgoing letters", unit="01", file="3", start=147)
DOCUMENT = b"PK\x03\x04 a document \x00\xff"


def _fits(work: SqlUnitOfWork) -> UnitOfWork:
    """Let the type checker see that storage fits the ports."""
    return work


def an_entry(sequence: int = 1, **changes: Any) -> Entry:
    """Give a valid, sealed entry."""
    said: dict[str, Any] = {
        "sequence": sequence,
        "series": "out",
        "year": 2017,
        "ordinal": 146 + sequence,
        "number": f"{146 + sequence}/01-3",
        "number_printed": True,
        "registered_on": date(2017, 8, 16),
        "registered_at": NOW,
        "letter_date": date(2017, 8, 15),
        "letter_type": "protest",
        "language": "en",
        "addressee": "Mr. President",
        "subject": "Rights of trade unions",
        "state": "KZ",
        "snapshot": '{"blocks":[]}',
        "template": "protest/en",
        "template_version": "1",
        "document_seal": document_seal(DOCUMENT),
        "counted_in": 2017,
        "previous_seal": FIRST_SEAL,
    }
    return sealed(Entry(**(said | changes)))


def sealed(entry: Entry) -> Entry:
    """Give the entry with the seal it should have."""
    return replace(entry, seal=entry.computed_seal())


def register(work: UnitOfWork, *, year: int = 2017, **changes: Any) -> Entry:
    """Register one letter in an open unit of work."""
    ordinal = work.series.next_ordinal("out", year)
    last = work.register.last()
    entry = an_entry(
        last.sequence + 1 if last else 1,
        ordinal=ordinal,
        year=year,
        counted_in=year,
        number=work.series.get("out").number(ordinal, year),
        previous_seal=last.seal if last else FIRST_SEAL,
        **changes,
    )
    work.register.add(entry, DOCUMENT)
    work.search.add(entry, IndexedText(number=entry.number, subject=entry.subject))
    return entry


@contextmanager
def opened(
    folder: Path, *, schema: Schema = CURRENT, busy_timeout_s: float = 10, now: datetime | None = NOW
) -> Iterator[Workspace]:
    """Open a workspace for the length of a block."""
    with closing(open_workspace(folder, schema=schema, busy_timeout_s=busy_timeout_s, now=now)) as workspace:
        yield workspace


@contextmanager
def plainly(path: Path) -> Iterator[sqlite3.Connection]:
    """Look at a file as any other program could, past everything of ours."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        yield connection


def register_many(folder: Path, count: int) -> list[int]:
    """Register letters, each in its own transaction; give their ordinals."""
    ordinals = []
    with opened(folder) as workspace:
        for _ in range(count):
            with workspace.unit_of_work() as work:
                ordinals.append(register(work).ordinal)
                work.commit()
    return ordinals


def add_a_draft(folder: Path, schema: Schema, title: str) -> None:
    """Open a workspace, whatever state it is in, and leave a draft there."""
    with opened(folder, schema=schema) as workspace, workspace.unit_of_work() as work:
        work.drafts.add(title=title, letter="{}", now=NOW)
        work.commit()
