"""Statements that are written in SQLAlchemy's language and compiled once.

Compiling, caching and typing on each call cost more than SQLite needs for
the statement; the plain text and plain values go to the driver instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.elements import ClauseElement

_Fill = Callable[[dict[str, Any]], Any]


class Prepared:
    """One statement; its values must be such as the driver takes as they are."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, _Fill]] = {}

    def __call__(self, connection: Connection, **values: Any) -> CursorResult[Any]:
        """Run the statement; every named value of it must be given."""
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = self._compile(dialect)
        text, fill = compiled
        return connection.exec_driver_sql(text, fill(values))

    def _compile(self, dialect: Dialect) -> tuple[str, _Fill]:
        compiled = self._statement.compile(dialect=dialect)
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        names = getattr(compiled, "positiontup", None)
        if names is None:
            return str(compiled), lambda values: fixed | values
        order = tuple(names)
        return str(compiled), lambda values: tuple(map((fixed | values).__getitem__, order))
