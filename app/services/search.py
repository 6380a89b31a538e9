"""The register found again: searched as one types, filtered, sorted, page by page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.domain.marking import Marker
from app.domain.queries import Query, parse_query
from app.domain.register import Entry
from app.domain.searching import (
    NEWEST_FIRST,
    EntryFilter,
    Facet,
    Hit,
    IndexedText,
    Listed,
    Marked,
    Order,
    Page,
    Place,
    Results,
    SortedBy,
    Survey,
    Wanted,
)
from app.services.ports import UnitOfWork, Work

COUNTED_AT_MOST: Final = 1_000
_ALL_LETTERS: Final = 1 << 40
ALL: Final = EntryFilter()
FIRST_PAGE: Final = Page()
Progress = Callable[[int], None]


class Search:
    """Finds registered letters."""

    def __init__(self, reading: Work, writing: Work) -> None:
        self._reading, self._writing = reading, writing

    def find(
        self,
        text: str = "",
        narrowed: EntryFilter = ALL,
        order: Order = NEWEST_FIRST,
        page: Page = FIRST_PAGE,
        *,
        excerpts: bool = True,
    ) -> Results:
        """Give one page of the letters in which everything typed is found.

        Without a text all letters are given that pass the filter. Letters whose
        number was typed stand apart, on the first page. ``excerpts`` cost more than the
        rest: a screen does without and asks for those it shows.
        """
        query = parse_query(text)
        marker = Marker(query)
        wanted = Wanted(query=query, filter=narrowed, order=order, page=replace(page, size=page.size + 1))
        with self._reading() as work:
            lines = work.search.page(wanted)
            count = work.search.count(query, narrowed, COUNTED_AT_MOST + 1)
            numbered = _numbered(work, query, narrowed) if _is_first(page) else ()
            shown, before, after = _cut(lines, page)
            said = _snapshots(work, [*shown, *numbered], marker) if excerpts else {}
        return Results(
            hits=tuple(_hit(line, marker, said) for line in shown),
            numbered=tuple(_hit(line, marker, said) for line in numbered),
            count=min(count, COUNTED_AT_MOST),
            at_least=count > COUNTED_AT_MOST,
            previous=before,
            next=after,
        )

    def survey(
        self, text: str = "", narrowed: EntryFilter = ALL, order: Order = NEWEST_FIRST, *, every: int
    ) -> Survey:
        """Count all that is found, and say where every so-manieth letter stands, for pages to begin there."""
        wanted = Wanted(query=parse_query(text), filter=narrowed, order=order)
        with self._reading() as work:
            count = work.search.count(wanted.query, narrowed, _ALL_LETTERS)
            landmarks = work.search.landmarks(wanted, every) if count > every else ()
        return Survey(count=count, every=every, landmarks=tuple(landmarks))

    def values(self) -> Mapping[Facet, Mapping[str | int, int]]:
        """Give the values of every filter that letters have, and how many have each."""
        with self._reading() as work:
            return {name: work.search.values(name) for name in Facet}

    def count(self, narrowed: EntryFilter) -> int:
        """Count the letters that a filter lets through."""
        with self._reading() as work:
            return work.search.count(Query(), narrowed, _ALL_LETTERS)

    def excerpt(self, sequence: int, text: str) -> Marked:
        """Give the stretch of one letter in which most of what was typed is found."""
        with self._reading() as work:
            said = work.search.snapshots([sequence])
        return Marker(parse_query(text)).excerpt(_texts(said.get(sequence, "{}")))

    def place(self, sequence: int, by: SortedBy) -> Place | None:
        """Say where a letter stands in an order, for pages to begin there."""
        with self._reading() as work:
            return work.search.place(sequence, by)

    def refresh(self) -> bool:
        """Make the listing anew if it was made by another version, and say whether it was."""
        with self._reading() as work:
            if work.search.is_current():
                return False
        self.rebuild()
        return True

    def rebuild(self, progress: Progress = lambda _: None) -> None:
        """Make the listing anew from the register; nobody sees it half made."""
        with self._writing() as work:
            work.search.empty()
            for done, entry in enumerate(work.register.all(), 1):
                work.search.add(entry, indexed_text(entry))
                progress(done)
            for act in work.register.acts():
                work.search.note(act)
            work.commit()


def indexed_text(entry: Entry) -> IndexedText:
    """Give everything that a registered letter can be found by."""
    said = json.loads(entry.snapshot)
    letter: Mapping[str, Any] = said.get("letter", {})
    return IndexedText(
        number=entry.number,
        addressee=entry.addressee,
        subject=entry.subject,
        case=" · ".join(_case(letter)),
        references=" · ".join(_references(letter)),
        text="\n\n".join(block["text"] for block in said.get("blocks", ())),
    )


def _case(letter: Mapping[str, Any]) -> Iterator[str]:
    case = letter.get("case", {})
    for text in (case.get("title"), case.get("organisation"), case.get("person", {}).get("name")):
        if text:
            yield text


def _references(letter: Mapping[str, Any]) -> Iterator[str]:
    """Give the numbers that others assign, and the signs by which the law is cited."""
    for text in (letter.get("reference"), letter.get("earlier", {}).get("number")):
        if text:
            yield text
    yield from (reference["text"] for reference in letter.get("case", {}).get("references", ()))
    for citation in letter.get("citations", ()):
        if citation.get("symbol"):
            yield citation["symbol"]
        yield from (convention["number"] for convention in citation.get("conventions", ()))


def _is_first(page: Page) -> bool:
    return page.after is None and page.before is None


def _numbered(work: UnitOfWork, query: Query, narrowed: EntryFilter) -> Sequence[Listed]:
    if not query.number or narrowed.recipient or narrowed.case:
        return ()
    return work.search.numbered(query.number, narrowed)


def _cut(lines: Sequence[Listed], page: Page) -> tuple[Sequence[Listed], Page | None, Page | None]:
    """Take away the one line too many, which only tells that there are more."""
    more = len(lines) > page.size
    if page.before:
        shown = lines[-page.size :] if more else lines
        has_previous, has_next = more, bool(shown)
    else:
        shown = lines[: page.size]
        has_previous, has_next = page.after is not None and bool(shown), more
    previous = Page(size=page.size, before=shown[0].place) if has_previous else None
    following = Page(size=page.size, after=shown[-1].place) if has_next else None
    return shown, previous, following


def _snapshots(work: UnitOfWork, lines: Sequence[Listed], marker: Marker) -> Mapping[int, str]:
    """Fetch the texts of those letters whose line does not show all that was looked for."""
    wanted = [
        line.sequence for line in lines if not marker.finds_all(line.number, line.addressee, line.subject)
    ]
    return work.search.snapshots(wanted) if wanted else {}


def _hit(line: Listed, marker: Marker, said: Mapping[int, str]) -> Hit:
    return Hit(
        entry=line,
        number=marker.marked(line.number),
        addressee=marker.marked(line.addressee),
        subject=marker.marked(line.subject),
        excerpt=marker.excerpt(_texts(said.get(line.sequence, "{}"))),
    )


def _texts(snapshot: str) -> Iterator[str]:
    said = json.loads(snapshot)
    letter = said.get("letter", {})
    yield from _case(letter)
    yield from _references(letter)
    yield from (block["text"] for block in said.get("blocks", ()))
