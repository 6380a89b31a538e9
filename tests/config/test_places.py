"""Where things lie, in a checkout and installed."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from app.config import find_places


@pytest.mark.parametrize(
    ("environ", "asked", "folder"),
    [
        pytest.param({}, "here", "here", id="asked for"),
        pytest.param({"CHANCERY_DATA": "there"}, "here", "here", id="asked for against the environment"),
        pytest.param({"CHANCERY_DATA": "there"}, None, "there", id="from the environment"),
    ],
)
def test_the_workspace_is_the_one_asked_for(environ: dict[str, str], asked: str | None, folder: str) -> None:
    assert find_places(environ, asked).data == Path.cwd() / folder


@pytest.mark.parametrize("environ", [{}, {"CHANCERY_DATA": ""}], ids=["unset", "empty"])
def test_the_workspace_is_otherwise_the_platforms_own(environ: dict[str, str]) -> None:
    assert find_places(environ).data == platformdirs.user_data_path("Chancery", appauthor=False)


def test_the_log_lies_in_the_workspace(tmp_path: Path) -> None:
    assert find_places({}, tmp_path).log.parent == tmp_path


def test_a_checkout_is_used_as_it_stands(tmp_path: Path) -> None:
    places = find_places({}, app=tmp_path / "app")
    shipped = [places.templates, places.locales, places.reference, places.examples]
    names = ("templates", "locales", "reference", "docs/examples")
    assert shipped == [tmp_path / name for name in names]


def test_an_installed_chancery_uses_what_it_brought(tmp_path: Path) -> None:
    (tmp_path / "app" / "_data").mkdir(parents=True)
    places = find_places({}, app=tmp_path / "app")
    brought = tmp_path / "app" / "_data"
    assert [places.templates, places.locales, places.reference, places.examples] == [
        brought / name for name in ("templates", "locales", "reference", "examples")
    ]
