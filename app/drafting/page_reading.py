"""Reads how a document looks on paper: of a letter that is being written, or of a finished DOCX."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from app.domain.composed import ComposedLetter
from app.domain.pages import Flow, Furniture, Section, SetLetter, Sheet
from app.drafting.context import Printing
from app.drafting.documents import filled_parts
from app.drafting.engine import TemplateProblem, parts
from app.drafting.library import LetterTemplate
from app.drafting.page_lists import Lists
from app.drafting.page_package import PackageParts, R
from app.drafting.page_runs import Notes, RunReader
from app.drafting.page_styles import StyleSheet, style_sheet
from app.drafting.page_walk import Walk
from app.drafting.page_xml import Element, W, child, measure, parsed, parsed_once, said, switched
from app.drafting.reading import UnreadableDocument

_SAME_PAGE: Final = "continuous"
_WORD_2007, _WORD_2013 = 12, 15


@dataclass(frozen=True)
class ShownLetter:
    """A letter in words, with the gaps of its template, and how it looks on paper."""

    composed: ComposedLetter
    pages: SetLetter


def letter_pages(composed: ComposedLetter, template: LetterTemplate, printing: Printing) -> ShownLetter:
    """Give a letter as its document will look, each paragraph with its block.

    Nothing is packed or written. Raises ``FillProblem`` like the document itself.
    """
    whole, filled = filled_parts(composed, template, printing)
    pages = _Reading(PackageParts(_opened(template.document.source) | filled)).pages
    return ShownLetter(whole, pages)


def document_pages(content: bytes) -> SetLetter:
    """Give a finished DOCX as it looks on paper. Raises ``UnreadableDocument``."""
    try:
        return _Reading(PackageParts(parts(content))).pages
    except (TemplateProblem, etree.XMLSyntaxError) as error:
        raise UnreadableDocument from error


@lru_cache(maxsize=16)
def _opened(source: bytes) -> dict[str, bytes]:
    return parts(source)


class _Reading:
    """One document while its pages are read."""

    def __init__(self, package: PackageParts) -> None:
        self._package = package
        self._sheet: StyleSheet = style_sheet(
            package.of_main("styles"), package.of_main("theme"), package.of_main("fontTable")
        )
        self._lists = Lists(package.of_main("numbering"))
        self._notes = Notes()
        settings = package.of_main("settings")
        self._settings = parsed_once(settings) if settings else None
        self._furniture: dict[str, dict[str, str]] = {"header": {}, "footer": {}}

    @property
    def pages(self) -> SetLetter:
        """Read the whole letter."""
        body = child(parsed(self._package.content(self._package.main) or b"<none/>"), "body")
        if body is None:
            raise UnreadableDocument
        sections = tuple(_run_on(self._sections(body)))
        return SetLetter(
            sections,
            notes=self._all_notes(sections[0].sheet.text_width),
            adds_spacing=self._on("compat", "doNotUseHTMLParagraphAutoSpacing"),
            default_stop=measure(said(child(self._settings, "defaultTabStop")), 720),
        )

    def _on(self, *path: str) -> bool:
        node = child(self._settings, *path)
        return node is not None and switched(node)

    def _sections(self, body: Element) -> list[tuple[str, Section]]:
        found: list[tuple[str, Section]] = []
        nodes: list[Element] = []
        for node in body:
            if node.tag == f"{W}sectPr":
                found.append(self._section(nodes, node))
                nodes = []
                continue
            nodes.append(node)
            if (ending := child(node, "pPr", "sectPr")) is not None:
                found.append(self._section(nodes, ending))
                nodes = []
        if nodes or not found:
            found.append(self._section(nodes, None))
        return found

    def _section(self, nodes: list[Element], own: Element | None) -> tuple[str, Section]:
        sheet = _sheet(own)
        titled = (mark := child(own, "titlePg")) is not None and switched(mark)
        section = Section(
            sheet,
            self._walk(self._package.main, sheet.text_width).flow(nodes),
            self._standing("header", own, sheet, titled=titled),
            self._standing("footer", own, sheet, titled=titled),
            measure(said(child(own, "pgNumType"), "start")),
        )
        return said(child(own, "type")), section

    def _standing(self, kind: str, own: Element | None, sheet: Sheet, *, titled: bool) -> Furniture:
        """Give headers or footers; a section without its own has those of the section before."""
        known = self._furniture[kind]
        for each in () if own is None else own.findall(f"{W}{kind}Reference"):
            known[said(each, "type")] = self._package.name_of(self._package.main, each.get(f"{R}id", ""))
        read = {name: self._part(part, sheet) for name, part in known.items()}
        even = self._on("evenAndOddHeaders")
        return Furniture(
            usual=read.get("default", ()),
            first=read.get("first", ()) if titled else None,
            even=read.get("even", ()) if even else None,
        )

    def _part(self, part: str, sheet: Sheet) -> Flow:
        content = self._package.content(part)
        return self._walk(part, sheet.text_width).flow(list(parsed(content))) if content else ()

    def _walk(self, part: str, width: int, note: int = 0) -> Walk:
        def media(relation: str) -> bytes:
            return self._package.content(self._package.name_of(part, relation))

        runs = RunReader(self._sheet, self._notes, media, note)
        return Walk(self._sheet, self._lists, runs, width, hangs=self._mode < _WORD_2013)

    @property
    def _mode(self) -> int:
        """Give the version of Word whose habits the document asks for."""
        compat = child(self._settings, "compat")
        told = (
            said(each)
            for each in (() if compat is None else compat)
            if said(each, "name") == "compatibilityMode"
        )
        return measure(next(told, ""), _WORD_2007)

    def _all_notes(self, width: int) -> tuple[Flow, ...]:
        nodes = {
            f"{kind} {said(each, 'id')}": each
            for kind in ("footnote", "endnote")
            if (content := self._package.of_main(f"{kind}s"))
            for each in (parsed(content) if self._notes.called else ())
        }
        main = self._package.main
        return tuple(
            self._walk(main, width, number).flow(list(nodes[key])) if key in nodes else ()
            for number, key in enumerate(self._notes.called, 1)
        )


def _run_on(sections: list[tuple[str, Section]]) -> list[Section]:
    """Join a section that begins on the page of the one before to it."""
    found: list[Section] = []
    for kind, section in sections:
        if kind == _SAME_PAGE and found:
            last = found[-1]
            found[-1] = Section(
                last.sheet, last.flow + section.flow, last.header, last.footer, last.first_number
            )
        else:
            found.append(section)
    return found


def _sheet(own: Element | None) -> Sheet:
    size, margins = child(own, "pgSz"), child(own, "pgMar")
    plain = Sheet()
    return Sheet(
        width=measure(said(size, "w"), plain.width),
        height=measure(said(size, "h"), plain.height),
        **{
            side: abs(measure(said(margins, side), getattr(plain, side)))
            for side in ("top", "right", "bottom", "left", "header", "footer")
        },
    )
