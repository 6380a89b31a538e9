"""A fake office program, a place for private folders, and a converter that uses both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.converting.converter import Converter
from app.converting.warm import Patience
from tests.converting.fake_office import FakeOffice, fake_office


@pytest.fixture
def office(tmp_path: Path) -> FakeOffice:
    return fake_office(tmp_path / "office")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "private"
    folder.mkdir()
    return folder


@pytest.fixture
def converter(office: FakeOffice, root: Path) -> Iterator[Converter]:
    made = Converter(lambda: office.program, root, Patience(start=20, document=20))
    yield made
    made.close()
