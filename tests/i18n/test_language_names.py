"""Languages have names on the screen."""

from __future__ import annotations

import pytest

from app.i18n.language_names import language_name, own_name


@pytest.mark.parametrize(
    ("tag", "screen", "name"),
    [
        ("ru", "en", "Russian"),
        ("ru", "fr", "Russe"),
        ("zh-Hans", "en", "Chinese (Simplified)"),
        ("xx", "en", "xx"),
        ("not a tag", "en", "not a tag"),
    ],
)
def test_a_language_is_called_as_the_screen_calls_it(tag: str, screen: str, name: str) -> None:
    assert language_name(tag, screen) == name


def test_a_language_has_a_name_for_itself() -> None:
    assert own_name("ru") == "Русский"
