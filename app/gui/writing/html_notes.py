"""Finds footnotes in HTML as Word, LibreOffice and Google Docs write them. No Qt."""

from __future__ import annotations

import re
from typing import Final

from app.gui.writing.html_tree import Node

_ID: Final = re.compile(r"_?(?P<key>(?:ftnt|ftn|edn|sdfootnote|sdendnote)\d+)(?:sym)?")


def footnotes(root: Node) -> dict[str, Node]:
    """Give the element that holds each footnote's text, by its key."""
    found: dict[str, Node] = {}
    for node in root.walk():
        key = _key(node.attrs.get("id", "") or node.attrs.get("name", ""))
        if key and key not in found and (body := _body(node)) is not None:
            found[key] = body
    return found


def note_called(node: Node) -> str:
    """Give the key of the footnote that a link calls; nothing where it calls none."""
    return _key(node.attrs.get("href", "").removeprefix("#")) if node.tag == "a" else ""


def _key(name: str) -> str:
    found = _ID.fullmatch(name)
    return found["key"] if found else ""


def _body(node: Node) -> Node | None:
    """Give the element of a footnote's text: a part of its own, or the paragraph of the anchor in it."""
    return node.within("p", "div") if node.tag == "a" else node
