"""A clock that stands still, so that a picture taken again shows the same day and hour."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Self
from unittest.mock import patch

import app.bootstrap
import app.gui

MOMENT: Final = dt.datetime(2017, 8, 16, 9, 41, tzinfo=dt.UTC)


class _AsReal(type):
    """Lets whatever is a real date or moment be one of ours, too."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, dt.datetime if issubclass(cls, dt.datetime) else dt.date)


class StillDay(dt.date, metaclass=_AsReal):
    """A date whose today is always the same."""

    @classmethod
    def today(cls) -> Self:
        """Give the day of the pictures."""
        return cls.fromordinal(MOMENT.toordinal())


class StillMoment(dt.datetime, metaclass=_AsReal):
    """A moment whose now is always the same."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Self:
        """Give the moment of the pictures."""
        return cls.fromtimestamp(MOMENT.timestamp(), tz)


@contextmanager
def standing_still() -> Iterator[None]:
    """Let the services and the window believe that it is the day of the pictures."""
    for each in pkgutil.walk_packages(app.gui.__path__, "app.gui."):
        importlib.import_module(each.name)
    stills = {dt.date: ("date", StillDay), dt.datetime: ("datetime", StillMoment)}
    kept = []
    for name, module in list(sys.modules.items()):
        for real, (said, still) in stills.items():
            if name.startswith("app.gui.") and vars(module).get(said) is real:
                kept.append((module, said, real))
                setattr(module, said, still)
    try:
        with patch.object(app.bootstrap, "clock", lambda: MOMENT):
            yield
    finally:
        for module, said, real in kept:
            setattr(module, said, real)
