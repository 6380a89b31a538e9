"""Commands about backups: backup, backups, restore."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from app.bootstrap import Bench
from app.cli.output import Printer
from app.domain.backups import BackupPlan, Keeping
from app.domain.errors import N_, Sentence
from app.services.backup_contents import Contents
from app.services.backups import Backup, BackupFile
from app.services.restoring import Difference, Inspection

Say = Callable[[str], str]
_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it
DONE, TO_MEND = 0, 1
_SHOWN: Final = 20


def add_backup(commands: _Commands[ArgumentParser], say: Say) -> None:
    """Add the commands about backups."""
    backup = commands.add_parser("backup", help=say(N_("make a backup of register, drafts and templates")))
    backup.add_argument("folder", nargs="?", metavar=say(N_("FOLDER")), help=say(N_("where to")))
    backup.add_argument(
        "--daily", action="store_true", help=say(N_("let the daily backups go there from now on, too"))
    )
    backup.add_argument(
        "--keep",
        nargs=3,
        type=_count,
        metavar=("D", "W", "M"),
        help=say(N_("keep the newest backup of each of so many days, weeks and months: 7 4 12")),
    )
    backups = commands.add_parser("backups", help=say(N_("list the backups there are")))
    backups.add_argument("folder", nargs="?", metavar=say(N_("FOLDER")), help=say(N_("where to look")))
    restore = commands.add_parser("restore", help=say(N_("put a backup in the place of the register")))
    restore.add_argument("file", metavar="FILE.sqlite", help=say(N_("the backup")))
    restore.add_argument("--show", action="store_true", help=say(N_("only say what is inside")))
    restore.add_argument("--yes", action="store_true", help=say(N_("restore it indeed")))
    for parser, run in ((backup, _backup), (backups, _list), (restore, _restore)):
        parser.add_argument("--json", action="store_true", help=say(N_("print JSON")))
        parser.set_defaults(run=run)


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _backup(asked: Namespace, bench: Bench, out: Printer) -> int:
    folder = Path(asked.folder) if asked.folder else None
    made = bench.backups.make(folder)
    if asked.daily or asked.keep:
        bench.backups.change_plan(_plan(asked, bench.backups.plan()))
    if asked.json:
        out.json(made)
    else:
        _show_made(out, made)
    return DONE


def _plan(asked: Namespace, before: BackupPlan) -> BackupPlan:
    folder = (asked.folder or "") if asked.daily else before.folder
    return BackupPlan(folder, Keeping(*asked.keep) if asked.keep else before.keeping)


def _show_made(out: Printer, made: Backup) -> None:
    out.line(N_("The backup was written to {file} and checked."), file=made.file)
    for sentence in _inside(made.contents):
        out.said(sentence)
    out.line(N_("  seal of the file  {seal}"), seal=made.sha256)
    for file in made.removed:
        out.line(N_("The older backup {name} was removed."), name=file.name)


def _list(asked: Namespace, bench: Bench, out: Printer) -> int:
    found = bench.backups.all(Path(asked.folder) if asked.folder else None)
    if asked.json:
        out.json(found)
    elif found:
        out.table([_row(one) for one in found])
    else:
        out.line(N_("There is no backup yet. “chancery backup” makes one."))
    return DONE


def _row(one: BackupFile) -> Sequence[object]:
    when = one.taken_at.astimezone()
    return f"{when:%Y-%m-%d %H:%M}", one.links, one.head, f"{one.size / 1e6:.1f} MB", one.file


def _restore(asked: Namespace, bench: Bench, out: Printer) -> int:
    file = Path(asked.file)
    if asked.yes and not asked.show:
        restored = bench.restoring.restore(file)
        if asked.json:
            out.json(restored)
            return DONE
        _show_inspection(out, restored.inspection)
        out.line(N_("It is the register now."))
        for path in restored.moved:
            out.line(N_("What it replaced was moved to {path}."), path=path)
        return DONE
    inspection = bench.restoring.inspect(file)
    if asked.json:
        out.json(inspection)
    else:
        _show_inspection(out, inspection)
        out.line(N_("Nothing was changed. To put it in the place of the register, add --yes."))
    return DONE if asked.show else TO_MEND


def _show_inspection(out: Printer, inspection: Inspection) -> None:
    out.line(N_("{file} is sound."), file=inspection.file)
    for sentence in (*_inside(inspection.contents), *_warnings(inspection.difference)):
        out.said(sentence)


def _inside(inside: Contents) -> Iterator[Sentence]:
    if inside.taken_at:
        when = f"{inside.taken_at.astimezone():%Y-%m-%d %H:%M}"
        yield Sentence(
            N_("  taken on {when} by Chancery {program}"), {"when": when, "program": inside.program or "–"}
        )
    counts = {"letters": inside.letters, "drafts": inside.drafts, "templates": len(inside.templates)}
    yield Sentence(
        N_("  registered letters: {letters}, drafts: {drafts}, templates of your own: {templates}"), counts
    )
    for one in inside.newest:
        facts = {"series": one.series, "number": one.number, "day": one.registered_on}
        yield Sentence(N_("  newest of the series {series}: {number} of {day}"), facts)
    yield Sentence(N_("  seal of the whole register: {head}"), {"head": inside.head})


def _warnings(difference: Difference) -> Iterator[Sentence]:
    if difference.unreadable:
        yield Sentence(
            N_("The present register cannot be read, so nothing tells whether it is newer: {why}"),
            {"why": difference.unreadable},
        )
    if not difference.related:
        yield Sentence(N_("WARNING: this is the backup of another register than the present one."))
    if difference.lost:
        shown = ", ".join(difference.lost[:_SHOWN])
        more = len(difference.lost) - _SHOWN
        numbers = f"{shown} … (+{more})" if more > 0 else shown
        yield Sentence(
            N_(
                "WARNING: the backup is older than the present register. These numbers were registered since "
                "and would be given a second time: {numbers}"
            ),
            {"numbers": numbers},
        )
    if difference.acts_lost:
        yield Sentence(
            N_("WARNING: so many acts about numbers are in the present register only: {count}"),
            {"count": difference.acts_lost},
        )
