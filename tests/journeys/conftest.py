"""What journeys through the window are given: the desktop of the tests of the window."""

from tests.gui.conftest import (
    _theme,
    asking,
    closed_desktop,
    desktop,
    jobs,
    outside,
    places,
    texts,
    theme,
)

__all__ = [
    "_theme",
    "asking",
    "closed_desktop",
    "desktop",
    "jobs",
    "outside",
    "places",
    "texts",
    "theme",
]
