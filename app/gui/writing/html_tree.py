"""The tree of an HTML text, as clean or as wild as word processors put it on the clipboard. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_CONDITION: Final = re.compile(r"<!\[[^>]*>")
_VOID: Final = frozenset({"br", "hr", "img", "meta", "link", "col", "input", "wbr", "base", "area"})
BLOCKS: Final = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "tr", "td",
     "th", "pre", "hr", "dl", "dt", "dd", "section", "article", "header", "footer", "body", "html", "address",
     "figure", "figcaption", "tbody", "thead", "caption", "main", "aside", "nav", "center"}
)  # fmt: skip
_CLOSED_BY: Final = {"li": ({"li"}, {"ul", "ol"}), "td": ({"td", "th"}, {"tr", "table"}),
                     "th": ({"td", "th"}, {"tr", "table"}), "tr": ({"tr"}, {"table"})}  # fmt: skip


@dataclass(eq=False)
class Node:
    """An element: its tag, attributes, style, and what it holds."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)
    style: dict[str, str] = field(default_factory=dict)

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the element."""
        return frozenset(self.attrs.get("class", "").split())

    def walk(self) -> Iterator[Node]:
        """Give the element and all elements in it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def text(self) -> str:
        """Give all characters in the element."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def within(self, *tags: str) -> Node | None:
        """Give the nearest element of a kind around this one."""
        node = self.parent
        while node is not None and node.tag not in tags:
            node = node.parent
        return node


def tree_of(html: str) -> Node:
    """Read an HTML text."""
    builder = _Builder()
    builder.feed(_CONDITION.sub("", _COMMENT.sub("", html)))
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Builds the tree, and closes what was left open."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self._at = Node("html")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        self._make_room(tag)
        given = {name: value or "" for name, value in attrs}
        node = Node(tag, given, self._at, style=_style(given.get("style", "")))
        self._at.children.append(node)
        if tag not in _VOID:
            self._at = node

    def handle_endtag(self, tag: str) -> None:
        """End the nearest element of this kind, if one is open."""
        node: Node | None = self._at
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self._at = node.parent

    def handle_data(self, data: str) -> None:
        """Keep the characters."""
        self._at.children.append(data)

    def _make_room(self, tag: str) -> None:
        if tag in BLOCKS:
            self._close({"p"}, {"td", "th", "li", "table", "blockquote", "div"})
        if tag in _CLOSED_BY:
            self._close(*_CLOSED_BY[tag])

    def _close(self, tags: set[str], bounds: set[str]) -> None:
        node: Node | None = self._at
        while node is not None and node.tag not in tags | bounds:
            node = node.parent
        if node is not None and node.tag in tags and node.parent is not None:
            self._at = node.parent


def _style(text: str) -> dict[str, str]:
    pairs = (piece.partition(":") for piece in text.replace("\n", " ").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, colon, value in pairs if colon}
