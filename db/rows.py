"""Rows that another program may have left in any state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy import CursorResult
from sqlalchemy.exc import DBAPIError

from app.domain.register import UnreadableRow
from db.mapping import Row

Kind = TypeVar("Kind")


def each(rows: CursorResult[Any], made: Callable[[Row], Kind]) -> Iterator[Kind]:
    """Turn rows into values, one after the other. Raises ``UnreadableRow``."""
    try:
        yield from map(made, rows)
    except (DBAPIError, TypeError, ValueError) as error:
        raise UnreadableRow from error


def content_of(result: CursorResult[Any]) -> bytes | None:
    """Give the one stored file of a result, ``None`` where there is none. Raises ``UnreadableRow``."""
    return next(each(result, _first), None)


def _first(row: Row) -> bytes:
    content: bytes = row[0]
    return content
