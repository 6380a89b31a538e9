"""The command that finds registered letters again."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from typing import Final

from app.bootstrap import Bench, open_office
from app.cli.output import Printer, fields
from app.domain.errors import N_
from app.domain.letters import LetterType
from app.domain.marking import pieces
from app.domain.searching import EntryFilter, EntryStatus, Hit, Marked, Order, Page, Results, SortedBy

Say = Callable[[str], str]
_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it
DONE = 0
_BOLD, _PLAIN = "\033[1m", "\033[0m"
_MORE: Final = N_("{count} were found; the first {shown} are shown.")
_MANY_MORE: Final = N_("More than {count} were found; the first {shown} are shown.")
_NEWEST_FIRST: Final = frozenset({SortedBy.REGISTERED, SortedBy.DATE})
_LINE: Final = (
    "sequence", "number", "series", "registered_on", "letter_type", "language",
    "addressee", "subject", "state", "status",
)  # fmt: skip


def add_search(commands: _Commands[ArgumentParser], say: Say) -> None:
    """Add the command that searches."""
    search = commands.add_parser("search", help=say(N_("find registered letters by their words or numbers")))
    search.add_argument(
        "words",
        nargs="*",
        metavar=say(N_("WORDS")),
        help=say(
            N_("what to find: beginnings of words, “words together”, numbers; without any, all letters")
        ),
    )
    _add_filters(search, say)
    search.add_argument(
        "--sort",
        choices=[by.value for by in SortedBy],
        default=SortedBy.REGISTERED.value,
        help=say(N_("what to sort by; without it the newest come first")),
    )
    search.add_argument("--reverse", action="store_true", help=say(N_("turn the order round")))
    search.add_argument("--limit", type=_count, default=50, metavar="N", help=say(N_("how many at most")))
    search.add_argument("--anew", action="store_true", help=say(N_("make the search index anew before")))
    search.add_argument("--json", action="store_true", help=say(N_("print JSON")))
    search.set_defaults(run=_search)


def _add_filters(search: ArgumentParser, say: Say) -> None:
    search.add_argument("--year", type=int, help=say(N_("only of this year")))
    for name, metavar, text in (
        ("series", "S", N_("only of this series")),
        ("state", "KAZ", N_("only about this State")),
        ("recipient", say(N_("WORDS")), N_("only to whom these words name")),
        ("case", say(N_("WORDS")), N_("only in the case that these words name")),
        ("language", "XX", N_("only in this language")),
    ):
        search.add_argument(f"--{name}", metavar=metavar, default="", help=say(text))
    types, statuses = [one.value for one in LetterType], [one.value for one in EntryStatus]
    search.add_argument("--type", choices=types, default="", help=say(N_("only of this type")))
    search.add_argument("--status", choices=statuses, help=say(N_("only those that have come so far")))


def _count(text: str) -> int:
    return max(1, int(text))


def _search(asked: Namespace, bench: Bench, out: Printer) -> int:
    by = SortedBy(asked.sort)
    order = Order(by, descending=(by in _NEWEST_FIRST) != asked.reverse)
    with open_office(bench) as office:
        if asked.anew:
            office.search.rebuild()
        results = office.search.find(_typed(asked.words), _filter_of(asked), order, Page(size=asked.limit))
    if asked.json:
        out.json(_as_json(results))
    else:
        _show(out, results)
    return DONE


def _typed(words: Sequence[str]) -> str:
    """Write down what was typed; the shell has taken away the quotes around words that belong together."""
    return " ".join(f"“{word}”" if len(word.split()) > 1 else word for word in words)


def _filter_of(asked: Namespace) -> EntryFilter:
    return EntryFilter(
        year=asked.year,
        series=asked.series,
        state=asked.state.upper(),
        recipient=asked.recipient,
        case=asked.case,
        language=asked.language,
        type=asked.type,
        status=EntryStatus(asked.status) if asked.status else None,
    )


def _as_json(results: Results) -> object:
    return {
        "count": results.count,
        "at_least": results.at_least,
        "numbered": [_hit_as_json(hit) for hit in results.numbered],
        "hits": [_hit_as_json(hit) for hit in results.hits],
    }


def _hit_as_json(hit: Hit) -> object:
    marks = {name: getattr(hit, name).marks for name in ("number", "addressee", "subject")}
    return {**fields(hit.entry, _LINE), "marks": marks, "excerpt": hit.excerpt}


def _show(out: Printer, results: Results) -> None:
    apart = {hit.entry.sequence for hit in results.numbered}
    hits = [*results.numbered, *(hit for hit in results.hits if hit.entry.sequence not in apart)]
    if not hits:
        out.line(N_("No registered letter was found."))
        return
    bold = out.out.isatty()
    for hit in hits:
        _show_hit(out, hit, bold=bold)
    if results.next:
        text = _MANY_MORE if results.at_least else _MORE
        out.line(text, count=results.count, shown=len(results.hits))


def _show_hit(out: Printer, hit: Hit, *, bold: bool) -> None:
    number, addressee, subject, excerpt = (
        _in_bold(text, bold=bold) for text in (hit.number, hit.addressee, hit.subject, hit.excerpt)
    )
    out.plain(f"{number}  {hit.entry.registered_on}  {addressee or '–'}  {subject or '–'}")
    if excerpt:
        out.plain(f"    {excerpt}")


def _in_bold(text: Marked, *, bold: bool) -> str:
    if not bold:
        return text.text
    return "".join(f"{_BOLD}{piece}{_PLAIN}" if mark else piece for piece, mark in pieces(text))
