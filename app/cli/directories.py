"""Commands about the directories: list, find, show, bring in and take out recipients, cases and senders."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.bootstrap import Bench, open_office
from app.cli.files import expect_workspace, free_to_write, readable
from app.cli.output import Printer
from app.cli.values import Say, add_json, count_of
from app.domain.errors import N_
from app.domain.records import RECIPIENT_KINDS, RecordKind
from app.services.desk import write_document
from app.services.exchange import read_directory_file

_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it
DONE = 0

DIRECTORIES: Final[Mapping[str, tuple[tuple[RecordKind, ...], str]]] = {
    "recipients": (
        (*RECIPIENT_KINDS, RecordKind.STATE),
        N_("list, find and show recipients, bring them in, take them out"),
    ),
    "cases": ((RecordKind.CASE,), N_("list, find and show cases, bring them in, take them out")),
    "senders": (
        (RecordKind.SENDER, RecordKind.SIGNATORY),
        N_("list, find and show senders and signatories, bring them in, take them out"),
    ),
}
_NOBODY: Final = N_("Nothing was found. “chancery {directory} import FILE” brings in a directory file.")


def add_directories(commands: _Commands[ArgumentParser], say: Say) -> None:
    """Add the commands about the directories."""
    for name, (kinds, text) in DIRECTORIES.items():
        parser = commands.add_parser(name, help=say(text))
        actions = parser.add_subparsers(dest="action", required=True, metavar=say(N_("ACTION")))
        for add in (_add_list, _add_show, _add_import, _add_export):
            add(actions, say).set_defaults(directory=name, kinds=kinds)


def _add_list(actions: _Commands[ArgumentParser], say: Say) -> ArgumentParser:
    listed = actions.add_parser("list", help=say(N_("list all, or those with a name that holds a text")))
    listed.add_argument(
        "text", nargs="*", metavar=say(N_("TEXT")), help=say(N_("any part of any name, in any language"))
    )
    listed.add_argument("--limit", type=count_of(say), default=50, metavar="N", help=say(N_("how many")))
    add_json(listed, say)
    listed.set_defaults(run=_list)
    return listed


def _add_show(actions: _Commands[ArgumentParser], say: Say) -> ArgumentParser:
    show = actions.add_parser("show", help=say(N_("show all that is kept under a key, as JSON")))
    show.add_argument("key", metavar=say(N_("KEY")), help=say(N_("the key that “list” shows")))
    show.set_defaults(run=_show)
    return show


def _add_import(actions: _Commands[ArgumentParser], say: Say) -> ArgumentParser:
    taken = actions.add_parser(
        "import", help=say(N_("bring in a directory file; what has a known key is replaced"))
    )
    taken.add_argument("file", metavar="FILE.json", help=say(N_("the directory file")))
    add_json(taken, say)
    taken.set_defaults(run=_import)
    return taken


def _add_export(actions: _Commands[ArgumentParser], say: Say) -> ArgumentParser:
    given = actions.add_parser("export", help=say(N_("write a directory file, or print it")))
    given.add_argument("-o", "--output", metavar="FILE.json", help=say(N_("the file to write")))
    given.add_argument("--force", action="store_true", help=say(N_("overwrite an existing file")))
    add_json(given, say)
    given.set_defaults(run=_export)
    return given


def _list(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    text = " ".join(asked.text)
    with open_office(bench) as office:
        found = office.finder.find(text, asked.kinds, asked.limit) if text else office.finder.all(asked.kinds)
    rows = [(one.key, one.kind.value, one.state, one.title) for one in found[: asked.limit]]
    if asked.json:
        out.json([dict(zip(("key", "kind", "state", "title"), row, strict=True)) for row in rows])
    elif not rows:
        out.line(_NOBODY, directory=asked.directory)
    else:
        out.table(rows)
    return DONE


def _show(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    with open_office(bench) as office:
        text = office.exchange.one(asked.key, asked.kinds)
    out.plain(text.rstrip())
    return DONE


def _import(asked: Namespace, bench: Bench, out: Printer) -> int:
    things = read_directory_file(readable(asked.file), name=asked.file)
    with open_office(bench) as office:
        count = office.exchange.take_in(things)
    if asked.json:
        out.json({"kept": count})
    else:
        out.line(N_("Kept from {file}: {count}."), file=asked.file, count=count)
    return DONE


def _export(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    target = free_to_write(Path(asked.output), overwrite=asked.force) if asked.output else None
    with open_office(bench) as office:
        text = office.exchange.taken_out(asked.kinds)
    if target is None:
        out.plain(text.rstrip())
        return DONE
    write_document(target, text.encode("utf-8"), overwrite=asked.force)
    if asked.json:
        out.json({"file": target})
    else:
        out.line(N_("{path} was written."), path=target)
    return DONE
