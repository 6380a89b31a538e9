"""Texts as XML writes them, by the rules of ``xml.sax.saxutils``, which loads what fetches pages, too."""

from __future__ import annotations


def escape(text: str) -> str:
    """Write a text between tags."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoteattr(text: str) -> str:
    """Write the value of an attribute, with its quotation marks."""
    said = escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' not in said:
        return f'"{said}"'
    return f"'{said}'" if "'" not in said else '"{}"'.format(said.replace('"', "&quot;"))
