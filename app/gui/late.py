"""What is fetched when it is first needed, so that the first paint need not wait for it."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def fetched(name: str) -> Any:
    """Give what is named ``module:name``, loaded now if it was not before."""
    module, _, inside = name.partition(":")
    return getattr(import_module(module), inside)
