"""Marks for what is not there yet: ``⟦recipient.name⟧`` for the machine, words for people.

Texts keep the name of the place, so that they are the same in every language
of the screen; only what is shown or printed says it in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.domain.notation import escaped_signs
from app.domain.prose import Heading, Inline, Listing, Note, Paragraph, Part, Prose, Quotation, Run

Called = Callable[[str], str]
BEGIN, END = "⟦", "⟧"
_MARK: Final = re.compile(f"{BEGIN}([^{BEGIN}{END}]*){END}")
_PLACE: Final = re.compile(r"[a-z]\w*(\.\w+)*")
_ESCAPED: Final = re.compile(r"\\(.)")


def mark_of(place: str) -> str:
    """Give the mark that stands where a place is empty."""
    return f"{BEGIN}{place}{END}"


def places_in(text: str) -> tuple[str, ...]:
    """Give the places that are marked as open in a text in the notation, each once."""
    found = (_plain(mark[1]) for mark in _MARK.finditer(text))
    return tuple(dict.fromkeys(place for place in found if _is_place(place)))


def in_words(text: str, called: Called) -> str:
    """Say the open places of a plain text in words."""
    return _MARK.sub(lambda mark: mark_of(called(mark[1])) if _is_place(mark[1]) else mark[0], text)


def notation_in_words(text: str, called: Called) -> str:
    """Say the open places of a text in the notation in words; what else stands in such brackets stays."""

    def said(mark: re.Match[str]) -> str:
        place = _plain(mark[1])
        return mark_of(escaped_signs(called(place))) if _is_place(place) else mark[0]

    return _MARK.sub(said, text)


def notation_by_places(text: str, before: str, called: Called) -> str:
    """Name again by their places what ``notation_in_words`` has said of the text that stood before."""
    places = {called(place): place for place in reversed(places_in(before))}

    def named(mark: re.Match[str]) -> str:
        place = places.get(_plain(mark[1]))
        return mark_of(escaped_signs(place)) if place else mark[0]

    return _MARK.sub(named, text)


def prose_in_words(prose: Prose, called: Called) -> Prose:
    """Say the open places of a text that has been read in words."""
    return tuple(_part(part, called) for part in prose)


def _part(part: Part, called: Called) -> Part:
    match part:
        case Paragraph() | Heading():
            return replace(part, inlines=tuple(_inline(one, called) for one in part.inlines))
        case Quotation():
            return replace(part, parts=prose_in_words(part.parts, called))
        case Listing():
            return replace(part, items=tuple(prose_in_words(item, called) for item in part.items))


def _inline(one: Inline, called: Called) -> Inline:
    match one:
        case Run():
            return replace(one, text=in_words(one.text, called)) if BEGIN in one.text else one
        case Note():
            return Note(tuple(_paragraph(each, called) for each in one.paragraphs))
        case _:
            return one


def _paragraph(one: Paragraph, called: Called) -> Paragraph:
    return replace(one, inlines=tuple(_inline(each, called) for each in one.inlines))


def _is_place(name: str) -> bool:
    """Tell the name of a place from what a person has put between such brackets."""
    return _PLACE.fullmatch(name) is not None


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
