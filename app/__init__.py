"""Chancery: advocacy letters drafted, numbered, exported and kept.

The rooms and their floors are drawn in README.md and held by
``tests/architecture``.
"""
