"""A command goes to the command line, no command to the window, if there is a display."""

from __future__ import annotations

import pytest

from app.__main__ import data_in, has_display, wants_window


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["--data", "folder"], True),
        (["--data=folder"], True),
        (["demo"], False),
        (["--help"], False),
        (["--data", "folder", "list"], False),
        (["--data"], False),
    ],
    ids=str,
)
def test_the_window_opens_where_no_command_was_given(arguments: list[str], expected: bool) -> None:
    assert wants_window(arguments) is expected


@pytest.mark.parametrize(
    ("arguments", "folder"), [([], None), (["--data", "a b"], "a b"), (["--data=x"], "x")], ids=str
)
def test_the_window_opens_the_workspace_that_was_asked_for(arguments: list[str], folder: str | None) -> None:
    assert data_in(arguments) == folder


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_known_by_the_environment(
    environ: dict[str, str], platform: str, expected: bool
) -> None:
    assert has_display(environ, platform) is expected
