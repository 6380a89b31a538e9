"""The commands and their arguments, as a table that ``--help`` is made from."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from typing import Final

from app.domain.errors import N_
from app.domain.numbering import DEFAULT_PATTERN
from app.i18n.catalogues import Catalogue

EXAMPLES: Final = {"protest": "protest.toml", "un_allegation": "un-allegation.toml"}

Say = Callable[..., str]

_EXIT_CODES: Final = N_(
    "Exit codes: 0 done; 1 something must be mended first (it says what, where and how); "
    "2 the command was not understood."
)

_BEGIN: Final = N_(
    "A letter file is a text in TOML. “demo” makes two of them to begin with, “schema” prints all that "
    "one can say."
)


def make_parser(texts: Catalogue) -> ArgumentParser:
    """Make the parser of the command line."""
    say: Say = texts.text
    parser = ArgumentParser(
        prog="chancery",
        description=say(N_("Drafts, numbers, exports and keeps the letters of a secretariat.")),
        epilog=say(_EXIT_CODES),
    )
    parser.add_argument(
        "--data",
        metavar=say(N_("FOLDER")),
        help=say(N_("the workspace: the folder of register, drafts and templates of your own")),
    )
    commands = parser.add_subparsers(dest="command", metavar=say(N_("COMMAND")))
    for add in (_drafting, _registering, _reading, _keeping):
        add(commands, say)
    return parser


def _drafting(commands: argparse._SubParsersAction[ArgumentParser], say: Say) -> None:
    demo = commands.add_parser("demo", help=say(N_("make a sample workspace with both model letters")))
    demo.add_argument("--in", dest="folder", metavar=say(N_("FOLDER")), help=say(N_("where to make it")))
    commands.add_parser("schema", help=say(N_("print the JSON Schema of the letter file")))
    begin = say(_BEGIN)
    new = commands.add_parser("new", help=say(N_("begin a letter file with a complete example")))
    new.add_argument("type", choices=sorted(EXAMPLES), help=say(N_("the kind of letter")))
    new.add_argument("file", metavar="FILE.toml", help=say(N_("the letter file to write")))
    new.add_argument("--force", action="store_true", help=say(N_("overwrite an existing file")))
    draft = commands.add_parser("draft", help=say(N_("make the document of a letter file")), epilog=begin)
    draft.add_argument("file", metavar="FILE.toml", help=say(N_("the letter file")))
    _target(draft, say)
    draft.add_argument("--lang", metavar="XX", help=say(N_("write the letter in this language instead")))
    draft.add_argument("--template", metavar="FILE.docx", help=say(N_("use this Word file as template")))
    draft.add_argument("--keep", action="store_true", help=say(N_("keep the draft in the workspace too")))
    check = commands.add_parser(
        "check", help=say(N_("say what is missing or doubtful in a letter file")), epilog=begin
    )
    check.add_argument("file", metavar="FILE.toml", help=say(N_("the letter file")))
    _json(check, say)


def _registering(commands: argparse._SubParsersAction[ArgumentParser], say: Say) -> None:
    register = commands.add_parser(
        "register", help=say(N_("give a letter its number, for good")), epilog=say(_BEGIN)
    )
    register.add_argument("letter", metavar="FILE|DRAFT", help=say(N_("a letter file, or a draft's key")))
    register.add_argument(
        "--date", type=_day(say), metavar="D", help=say(N_("the day of registration, 2017-08-16"))
    )
    register.add_argument("--series", metavar="S", default="", help=say(N_("the series of numbers")))
    register.add_argument(
        "--number-blank",
        action="store_true",
        help=say(N_("leave number and day in the document to be completed by hand")),
    )
    register.add_argument(
        "--corrects", metavar=say(N_("NUMBER")), default="", help=say(N_("the letter that this one corrects"))
    )
    register.add_argument("-o", "--output", help=say(N_("also write the document here")))
    _json(register, say)


def _reading(commands: argparse._SubParsersAction[ArgumentParser], say: Say) -> None:
    listed = commands.add_parser("list", help=say(N_("list registered letters, or drafts")))
    listed.add_argument("--drafts", action="store_true", help=say(N_("list drafts")))
    listed.add_argument(
        "--limit", type=_count(say), default=50, metavar="N", help=say(N_("how many, newest first"))
    )
    _json(listed, say)
    show = commands.add_parser("show", help=say(N_("show one registered letter, its text and its seal")))
    _number(show, say)
    _json(show, say)
    export = commands.add_parser("export", help=say(N_("write the document of a registered letter")))
    _number(export, say)
    _target(export, say)
    verify = commands.add_parser("verify", help=say(N_("prove that nothing has changed since registration")))
    _json(verify, say)


def _keeping(commands: argparse._SubParsersAction[ArgumentParser], say: Say) -> None:
    templates = commands.add_parser("templates", help=say(N_("list or check templates")))
    actions = templates.add_subparsers(dest="action", required=True, metavar=say(N_("ACTION")))
    _json(actions.add_parser("list", help=say(N_("list the templates"))), say)
    check = actions.add_parser("check", help=say(N_("check a Word file as a template")))
    check.add_argument("file", metavar="FILE.docx")
    _json(check, say)
    look = actions.add_parser("make-look", help=say(N_("write a clean look to restyle in Word")))
    look.add_argument("file", metavar="FILE.docx")
    look.add_argument("--force", action="store_true", help=say(N_("overwrite an existing file")))
    _series(commands, say)


def _series(commands: argparse._SubParsersAction[ArgumentParser], say: Say) -> None:
    series = commands.add_parser("series", help=say(N_("list or add series of numbers")))
    actions = series.add_subparsers(dest="action", required=True, metavar=say(N_("ACTION")))
    _json(actions.add_parser("list", help=say(N_("list the series"))), say)
    add = actions.add_parser("add", help=say(N_("add a series")))
    add.add_argument("key", type=_key(say), help=say(N_("its short name")))
    add.add_argument("--title", default="", help=say(N_("its name in lists")))
    add.add_argument(
        "--pattern",
        default="",
        help=say(
            N_("how its numbers are written, {pattern} unless you say otherwise"), pattern=DEFAULT_PATTERN
        ),
    )
    add.add_argument("--sign", default="№", help=say(N_("the sign before its numbers")))
    add.add_argument("--unit", default="", help=say(N_("the index of the unit")))
    add.add_argument("--file", default="", help=say(N_("the index of the file")))
    add.add_argument("--start", type=_count(say), default=1, help=say(N_("the first number")))


def _target(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument("-o", "--output", metavar="OUT.docx", help=say(N_("the file or folder to write")))
    parser.add_argument("--force", action="store_true", help=say(N_("overwrite an existing file")))


def _number(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument("number", metavar=say(N_("NUMBER")), help=say(N_("such as 147/01-3")))
    parser.add_argument(
        "--year", type=_count(say), help=say(N_("the year, where a number was given in several"))
    )


def _json(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument("--json", action="store_true", help=say(N_("print JSON")))


def _day(say: Say) -> Callable[[str], date]:
    def day(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            told = say(N_("“{text}” is not a day. Write it as 2017-08-16."), text=text)
            raise argparse.ArgumentTypeError(told) from None

    return day


def _count(say: Say) -> Callable[[str], int]:
    def count(text: str) -> int:
        if number := as_number(text):
            return number
        told = say(N_("“{text}” is not a whole number from 1 to {most}."), text=text, most=_MOST)
        raise argparse.ArgumentTypeError(told)

    return count


def as_number(text: str) -> int | None:
    """Read a whole number from 1 on that every storage can hold; anything else is none."""
    number = int(text) if text.isdecimal() and len(text) <= len(str(_MOST)) else 0
    return number if 0 < number <= _MOST else None


_MOST: Final = 999_999_999


def _key(say: Say) -> Callable[[str], str]:
    def key(text: str) -> str:
        if text.split() == [text]:
            return text
        told = say(N_("“{text}” is not a short name. Write one word, such as joint."), text=text)
        raise argparse.ArgumentTypeError(told)

    return key
