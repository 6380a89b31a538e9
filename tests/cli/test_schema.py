"""The schema says what a letter file can say."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from app.domain.letters import Letter
from tests.cli.conftest import Keyboard
from tests.cli.letters import ALLEGATION, PROTEST, example


def test_the_schema_is_json_schema_of_a_letter_file(keyboard: Keyboard) -> None:
    schema = keyboard.done("schema").json
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "Chancery letter file"
    assert (schema["type"], schema["required"]) == ("object", ["type", "language"])


def test_the_schema_knows_every_field_of_a_letter_and_the_format(keyboard: Keyboard) -> None:
    names = {field.name for field in dataclasses.fields(Letter)}
    assert set(keyboard.done("schema").json["properties"]) == names | {"format", "$schema"}


def test_every_reference_in_the_schema_leads_somewhere(keyboard: Keyboard) -> None:
    schema = keyboard.done("schema").json
    wanted = set(_references(schema))
    assert wanted
    assert wanted <= {f"#/$defs/{name}" for name in schema["$defs"]}


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"]
        for inner in part.values():
            yield from _references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _references(inner)


@pytest.mark.parametrize("name", [PROTEST, ALLEGATION])
def test_the_examples_use_only_keys_of_the_schema(keyboard: Keyboard, name: str) -> None:
    known = keyboard.done("schema").json["properties"]
    assert set(tomllib.loads(example(name))) <= set(known)


@pytest.mark.parametrize("name", ["PROTEST", "UN_ALLEGATION", "UN_URGENT_APPEAL", "JOINT"])
def test_the_schema_names_the_letter_types(keyboard: Keyboard, name: str) -> None:
    assert name.lower() in keyboard.done("schema").json["$defs"]["LetterType"]["enum"]
