"""The office's own phrases over their table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.domain.letters import LetterType
from app.domain.phrases import Phrase, PhraseNotFound
from db.models import phrases
from db.prepared import Prepared

_ADD: Final = Prepared(
    insert(phrases)
    .values({name: bindparam(name) for name in ("language", "title", "text", "types")})
    .returning(phrases.c.key)
)
_REPLACE: Final = Prepared(
    update(phrases)
    .where(phrases.c.key == bindparam("of"))
    .values({name: bindparam(f"{name}_") for name in ("language", "title", "text", "types")})
)
_REMOVE: Final = Prepared(delete(phrases).where(phrases.c.key == bindparam("of")))
_ALL: Final = Prepared(
    select(phrases.c.key, phrases.c.language, phrases.c.title, phrases.c.text, phrases.c.types).order_by(
        phrases.c.key
    )
)


class SqlPhrases:
    """Phrases that an office has added."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, phrase: Phrase) -> int:
        """Keep a new phrase and give its key."""
        key: int = _ADD(self._connection, **_values(phrase)).scalar_one()
        return key

    def replace(self, phrase: Phrase) -> None:
        """Keep a phrase in its new form. Raises ``PhraseNotFound``."""
        said = {f"{name}_": value for name, value in _values(phrase).items()}
        _expect_one(_REPLACE(self._connection, of=phrase.key, **said).rowcount, phrase.key)

    def remove(self, key: int) -> None:
        """Forget a phrase. Raises ``PhraseNotFound``."""
        _expect_one(_REMOVE(self._connection, of=key).rowcount, key)

    def all(self) -> Sequence[Phrase]:
        """Give every phrase, the oldest first."""
        return [
            Phrase(**{**row, "types": tuple(LetterType(name) for name in row["types"].split())})
            for row in _ALL(self._connection).mappings()
        ]


def _values(phrase: Phrase) -> dict[str, str]:
    types = " ".join(kind.value for kind in phrase.types)
    return {"language": phrase.language, "title": phrase.title, "text": phrase.text, "types": types}


def _expect_one(changed: int, key: int) -> None:
    if not changed:
        raise PhraseNotFound(phrase=key)
