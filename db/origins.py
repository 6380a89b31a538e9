"""What the data of drafts were taken from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, select

from app.domain.register import Draft
from db import sqlite
from db.mapping import draft_from
from db.models import draft_origins, drafts
from db.prepared import Prepared
from db.repositories import DRAFTS

_PUT: Final = Prepared(
    sqlite.insert(draft_origins)
    .values(draft=bindparam("draft"), case_key=bindparam("case_key"), origins=bindparam("origins"))
    .on_conflict_do_update(
        index_elements=[draft_origins.c.draft],
        set_={"case_key": bindparam("case_key"), "origins": bindparam("origins")},
    )
)
_GET: Final = Prepared(select(draft_origins.c.origins).where(draft_origins.c.draft == bindparam("of")))
_LETTERS: Final = Prepared(
    DRAFTS.add_columns(drafts.c.registered)
    .join(draft_origins, draft_origins.c.draft == drafts.c.key)
    .where(draft_origins.c.case_key == bindparam("of"), drafts.c.binned_at.is_(None))
    .order_by(drafts.c.key)
)


class SqlOrigins:
    """What the data of drafts were taken from."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, draft: int, *, case: str, origins: str) -> None:
        """Keep the origins of a draft as JSON, and the key of its case."""
        _PUT(self._connection, draft=draft, case_key=case, origins=origins)

    def get(self, draft: int) -> str:
        """Give the origins of a draft, empty where there are none."""
        found: str | None = _GET(self._connection, of=draft).scalar()
        return found or ""

    def letters_about(self, case: str) -> Sequence[tuple[Draft, int | None]]:
        """Give the drafts of a case outside of the bin, each with the sequence of its entry."""
        return [(draft_from(row[:-1]), row[-1]) for row in _LETTERS(self._connection, of=case)]
