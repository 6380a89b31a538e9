"""Statements are compiled once, for whichever database runs them."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, create_engine, literal, select
from sqlalchemy.dialects import postgresql

from db import files, register, repositories
from db.prepared import Prepared

STATEMENTS = {
    name: each
    for module in (repositories, register, files)
    for name, each in vars(module).items()
    if isinstance(each, Prepared)
}

ONLY_SQLITE = {"_NEXT_ORDINAL", "_NOTE_HEAD", "_PUT"}  # their ON CONFLICT comes from db.sqlite


def test_values_given_and_values_fixed_find_their_places() -> None:
    engine = create_engine("sqlite://")
    statement = Prepared(select(bindparam("second"), literal(3), bindparam("first"), bindparam("second")))
    with engine.connect() as connection:
        assert statement(connection, first=1, second=2).one() == (2, 3, 1, 2)
        assert statement(connection, first="a", second=None).one() == (None, 3, "a", None)
        with pytest.raises(KeyError, match="second"):
            statement(connection, first=1)
    engine.dispose()


@pytest.mark.parametrize("name", sorted(set(STATEMENTS) - ONLY_SQLITE))
def test_every_statement_can_be_said_to_postgresql(name: str) -> None:
    text, fill = STATEMENTS[name]._compile(postgresql.dialect())  # type: ignore[no-untyped-call]
    assert "?" not in text
    assert fill({"extra": 1})["extra"] == 1


def test_enough_statements_were_tried_to_be_believed() -> None:
    assert len(STATEMENTS) >= 15
