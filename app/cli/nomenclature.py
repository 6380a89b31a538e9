"""Commands about the files of a year: list them, add one."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace

from app.bootstrap import Bench, clock, open_office
from app.cli.files import expect_workspace
from app.cli.output import Printer
from app.cli.values import Say, add_json, count_of
from app.domain.errors import N_
from app.domain.nomenclature import FileIndex

_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it
DONE = 0


def add_files(commands: _Commands[ArgumentParser], say: Say) -> None:
    """Add the commands about the files of a year."""
    files = commands.add_parser("files", help=say(N_("list the files of a year, or add one")))
    actions = files.add_subparsers(dest="action", required=True, metavar=say(N_("ACTION")))
    listed = actions.add_parser("list", help=say(N_("list the files")))
    added = actions.add_parser("add", help=say(N_("add a file, or give it another title")))
    for parser, run in ((listed, _list_files), (added, _add_file)):
        parser.add_argument("--year", type=count_of(say), help=say(N_("the year")))
        parser.set_defaults(run=run)
        add_json(parser, say)
    added.add_argument("index", metavar=say(N_("INDEX")), help=say(N_("its index, such as 01-3")))
    added.add_argument("title", metavar=say(N_("TITLE")), help=say(N_("what it holds")))


def _list_files(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    with open_office(bench) as office:
        files = office.nomenclature.files(asked.year)
    if asked.json:
        out.json(files)
    elif not files:
        out.line(N_("No files are listed. “chancery files add INDEX TITLE” adds one."))
    else:
        out.table([(one.year, one.index, one.title) for one in files])
    return DONE


def _add_file(asked: Namespace, bench: Bench, out: Printer) -> int:
    file = FileIndex(asked.year or clock().year, asked.index.strip(), asked.title.strip())
    with open_office(bench) as office:
        office.nomenclature.add(file)
    if asked.json:
        out.json(file)
    else:
        out.line(N_("{index} is a file of {year}: {title}"), **vars(file))
    return DONE
