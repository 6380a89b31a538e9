"""The commands and their arguments, as a table that ``--help`` is made from."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from typing import Final

from app.cli.backing import add_backup
from app.cli.directories import add_directories
from app.cli.journals import add_journal
from app.cli.law import add_law
from app.cli.nomenclature import add_files
from app.cli.numbering import add_numbers
from app.cli.searching import add_search
from app.cli.values import Say, add_json, add_number, count_of, day_of
from app.cli.verifying import add_verify
from app.domain.errors import N_
from app.i18n.catalogues import Catalogue

EXAMPLES: Final = {"protest": "protest.toml", "un_allegation": "un-allegation.toml"}

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
    for add in (
        add_verify,
        add_numbers,
        add_files,
        add_directories,
        add_law,
        add_journal,
        add_backup,
        add_search,
    ):
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
    add_json(check, say)


def _registering(commands: argparse._SubParsersAction[ArgumentParser], say: Say) -> None:
    register = commands.add_parser(
        "register", help=say(N_("give a letter its number, for good")), epilog=say(_BEGIN)
    )
    register.add_argument("letter", metavar="FILE|DRAFT", help=say(N_("a letter file, or a draft's key")))
    register.add_argument(
        "--date", type=day_of(say), metavar="D", help=say(N_("the day of registration, 2017-08-16"))
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
    given = register.add_mutually_exclusive_group()
    for option, text in (
        ("--reserved", N_("use this reserved number")),
        ("--late-after", N_("a lettered number after this one: 147a after 147")),
    ):
        given.add_argument(option, metavar=say(N_("NUMBER")), default="", help=say(text))
    register.add_argument(
        "--year",
        type=count_of(say),
        help=say(N_("the year of the number to use, to follow or to correct, where it was given in several")),
    )
    for option, text in (
        ("--unit", N_("the index of the unit")),
        ("--file", N_("the index of the file")),
        ("--by", N_("who registers")),
    ):
        register.add_argument(option, default="", help=say(text))
    register.add_argument("-o", "--output", help=say(N_("also write the document here")))
    add_json(register, say)


def _reading(commands: argparse._SubParsersAction[ArgumentParser], say: Say) -> None:
    listed = commands.add_parser("list", help=say(N_("list registered letters, or drafts")))
    listed.add_argument("--drafts", action="store_true", help=say(N_("list drafts")))
    listed.add_argument(
        "--limit", type=count_of(say), default=50, metavar="N", help=say(N_("how many, newest first"))
    )
    add_json(listed, say)
    show = commands.add_parser("show", help=say(N_("show one registered letter, its text and its seal")))
    add_number(show, say)
    add_json(show, say)
    export = commands.add_parser("export", help=say(N_("write the document of a registered letter")))
    add_number(export, say)
    export.add_argument(
        "--attached", default="", metavar=say(N_("FILE")), help=say(N_("write this attached file instead"))
    )
    _target(export, say)


def _keeping(commands: argparse._SubParsersAction[ArgumentParser], say: Say) -> None:
    templates = commands.add_parser("templates", help=say(N_("list or check templates")))
    actions = templates.add_subparsers(dest="action", required=True, metavar=say(N_("ACTION")))
    add_json(actions.add_parser("list", help=say(N_("list the templates"))), say)
    check = actions.add_parser("check", help=say(N_("check a Word file as a template")))
    check.add_argument("file", metavar="FILE.docx")
    add_json(check, say)
    look = actions.add_parser("make-look", help=say(N_("write a clean look to restyle in Word")))
    look.add_argument("file", metavar="FILE.docx")
    look.add_argument("--force", action="store_true", help=say(N_("overwrite an existing file")))


def _target(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument("-o", "--output", metavar="OUT.docx", help=say(N_("the file or folder to write")))
    parser.add_argument("--force", action="store_true", help=say(N_("overwrite an existing file")))
