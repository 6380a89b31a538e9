"""The shipped law library, read once for all tests."""

from __future__ import annotations

from functools import cache

from app.services.law_library import LawLibrary
from tests.services.conftest import REFERENCE


@cache
def the_library() -> LawLibrary:
    """Give the library of the shipped tables, without anything of an office."""
    return LawLibrary(REFERENCE)
