"""The newest letters at a glance, for the first paint: read by sqlite3 alone, before anything is opened.

Imports neither SQLAlchemy nor what does. Whatever hinders it gives no lines; the
opening that follows says what it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import quote

from app.domain.searching import Listed
from db.mapping import LISTED_COLUMNS, listed_from

_NEWEST: Final = (
    f"SELECT {', '.join(LISTED_COLUMNS)}, sequence FROM listing "  # noqa: S608 - names of our own columns
    "ORDER BY sequence DESC LIMIT ?"
)


def newest_letters(register: Path, limit: int = 50) -> Sequence[Listed]:
    """Give the newest lines of a register, as search gives them; none where it cannot be read so."""
    if not register.is_file():
        return ()
    whole = quote(register.absolute().as_posix())
    address = f"file://{'' if whole.startswith('/') else '/'}{whole}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as connection:
            return tuple(listed_from(row) for row in connection.execute(_NEWEST, (limit,)))
    except (sqlite3.Error, ValueError, TypeError):
        return ()
