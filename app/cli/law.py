"""Commands about the law library: find law as one types, show it, and say what binds a State."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Final, TypeVar

from app.bootstrap import Bench, open_office
from app.cli.output import Printer
from app.cli.values import Say, add_json, count_of
from app.domain.citations import Status
from app.domain.errors import N_, ChanceryError
from app.domain.law.standing import Standing
from app.flow.answers import citation_line
from app.flow.citation_kinds import STATUS_TITLES
from app.i18n.formats import long_day
from app.services.law_library import Found, LawLibrary

_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it
_Answer = TypeVar("_Answer")
DONE = 0
_NOTHING: Final = N_("The library holds nothing that fits “{typed}”.")
_UNVERIFIED: Final = N_("not verified")
_AS_OF: Final = N_("as of {day}, source: {source}")
_RELEASE: Final = N_("Facts of the library: {day}.")


class NotInLibrary(ChanceryError):
    """The law library holds nothing under an id."""

    message = N_("The library holds nothing under “{id}”. “chancery law find TEXT” shows ids, such as C087.")


class NoSuchState(ChanceryError):
    """Three letters are the code of no State."""

    message = N_("“{code}” is not the code of a State. Write three letters, such as KAZ.")


def add_law(commands: _Commands[ArgumentParser], say: Say) -> None:
    """Add the commands about the law library."""
    parser = commands.add_parser("law", help=say(N_("find treaties, conventions, resolutions and articles")))
    actions = parser.add_subparsers(dest="action", required=True, metavar=say(N_("ACTION")))
    find = actions.add_parser("find", help=say(N_("find law as one types: “iccpr 22”, “c87”, “24/5 op2”")))
    find.add_argument("text", nargs="+", metavar=say(N_("TEXT")), help=say(N_("name, number or symbol")))
    _add_state(find, say)
    find.add_argument("--limit", type=count_of(say), default=8, metavar="N", help=say(N_("how many")))
    _add_rest(find, say, _find)
    show = actions.add_parser("show", help=say(N_("show all that the library knows under an id")))
    show.add_argument("id", metavar="ID", help=say(N_("the id that “find” shows, such as C087")))
    _add_rest(show, say, _show)
    state = actions.add_parser("state", help=say(N_("say what binds a State, and since when")))
    state.add_argument("code", metavar=say(N_("CODE")), help=say(N_("the State, such as KAZ")))
    _add_rest(state, say, _state)


def _add_state(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument("--state", default="", metavar="KAZ", help=say(N_("say how this State is bound")))


def _add_rest(parser: ArgumentParser, say: Say, run: Callable[[Namespace, Bench, Printer], int]) -> None:
    parser.add_argument(
        "--lang", default="en", metavar="L", help=say(N_("the language of texts, such as en"))
    )
    add_json(parser, say)
    parser.set_defaults(run=run)


def ask_law(bench: Bench, question: Callable[[LawLibrary], _Answer]) -> _Answer:
    """Ask the law library, with what the office has corrected where there is a workspace."""
    if not bench.places.data.exists():
        return question(LawLibrary(bench.places.reference))
    with open_office(bench) as office:
        return question(office.law)


def _expect_state(law: LawLibrary, code: str) -> None:
    """Keep a mistyped code from reading like a State of which nothing is known. Raises ``NoSuchState``."""
    if code and code not in law.tables.members:
        raise NoSuchState(code=code)


def _find(asked: Namespace, bench: Bench, out: Printer) -> int:
    text, state = " ".join(asked.text), asked.state.upper()

    def answer(law: LawLibrary) -> int:
        _expect_state(law, state)
        found = law.find(text, state, asked.limit)
        if asked.json:
            out.json([_described(one, law, state, asked.lang) for one in found])
        elif found:
            out.table([_row(one, law, out, asked) for one in found])
        else:
            out.line(_NOTHING, typed=text)
        return DONE

    return ask_law(bench, answer)


def _described(one: Found, law: LawLibrary, state: str, language: str) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.hit.entry.kind.name.lower(),
        "title": one.hit.entry.title,
        "articles": one.hit.articles,
        "paragraph": one.hit.paragraph,
        "citation": law.cite(one.hit, state, language),
        "standing": one.standing,
    }


def _row(one: Found, law: LawLibrary, out: Printer, asked: Namespace) -> tuple[str, ...]:
    line = citation_line(law.cite(one.hit, asked.state.upper(), asked.lang))
    said = line if isinstance(line, str) else out.texts.said(line)  # type: ignore[arg-type]
    return one.id, said, _said(one.standing, out) if one.standing else "", one.hit.entry.title


def _said(one: Standing, out: Printer) -> str:
    """Say how a State stands: “Ratified 13 December 2000”, and whether nobody has a source for it."""
    day = long_day(one.day, out.texts.language) if one.day else one.since
    words = [out.texts.text(STATUS_TITLES[one.status]), day if one.status is not Status.UNKNOWN else ""]
    mark = "" if one.verified else f"({out.texts.text(_UNVERIFIED)})"
    return " ".join(word for word in (*words, mark) if word)


def _show(asked: Namespace, bench: Bench, out: Printer) -> int:
    def answer(law: LawLibrary) -> int:
        shown = law.show(asked.id, asked.lang)
        if shown is None:
            raise NotInLibrary(id=asked.id)
        if asked.json:
            out.json(shown)
            return DONE
        out.plain(f"{shown.id}  {shown.title}")
        out.table([(name, value) for name, value in shown.facts.items() if name not in {"id", "title"}])
        for article in shown.articles:
            out.plain(f"\n{article.article}\n{article.text}")
        if shown.source:
            out.line(_AS_OF, day=shown.source.as_of, source=shown.source.what)
        return DONE

    return ask_law(bench, answer)


def _state(asked: Namespace, bench: Bench, out: Printer) -> int:
    code = asked.code.upper()

    def answer(law: LawLibrary) -> int:
        _expect_state(law, code)
        standings = law.standings_of(code)
        if asked.json:
            out.json(standings)
            return DONE
        out.table([(one.instrument, _said(one, out), one.as_of, one.source) for one in standings])
        out.line(_RELEASE, day=law.tables.as_of)
        return DONE

    return ask_law(bench, answer)
