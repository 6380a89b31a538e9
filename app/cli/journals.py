"""The command that prints the journal of the register."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from app.bootstrap import Bench, open_office
from app.cli.files import expect_workspace, free_to_write
from app.cli.output import Printer
from app.cli.values import Say, add_json, count_of, day_of
from app.domain.errors import N_, Sentence
from app.domain.gaps import NumberState
from app.domain.journal import Journal, JournalLine, JournalWish
from app.services.journals import write_journal

_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it
DONE = 0
_BROKEN = N_("The chain of the register does not hold together; “chancery verify” says where.")
_STATES: Mapping[NumberState, str] = {
    NumberState.USED: "",
    NumberState.RESERVED: N_("reserved"),
    NumberState.VOID: N_("void"),
    NumberState.UNEXPLAINED: N_("unexplained"),
}


def add_journal(commands: _Commands[ArgumentParser], say: Say) -> None:
    """Add the command that prints the journal."""
    journal = commands.add_parser("journal", help=say(N_("print the journal of the register")))
    journal.add_argument("--year", type=count_of(say), help=say(N_("only the numbers of this year")))
    journal.add_argument("--series", default="", metavar="S", help=say(N_("only this series")))
    for option, name, text in (
        ("--from", "since", N_("only from this day on")),
        ("--to", "until", N_("only up to this day")),
    ):
        journal.add_argument(option, dest=name, type=day_of(say), metavar="D", help=say(text))
    journal.add_argument(
        "-o",
        "--out",
        "--output",
        dest="output",
        metavar="FILE.docx|.csv",
        help=say(N_("write it as a sheet to print, or as a table for a spreadsheet")),
    )
    journal.add_argument(
        "--semicolons", action="store_true", help=say(N_("separate the cells of the CSV by semicolons"))
    )
    journal.add_argument("--force", action="store_true", help=say(N_("overwrite an existing file")))
    add_json(journal, say)
    journal.set_defaults(run=_journal)


def _journal(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    wish = JournalWish(series=asked.series, year=asked.year, since=asked.since, until=asked.until)
    with open_office(bench) as office:
        journal = office.journals.journal(wish)
    path = Path(asked.output) if asked.output else None
    if path:
        free_to_write(path, overwrite=asked.force)
        write_journal(journal, path, out.texts, semicolons=asked.semicolons, overwrite=asked.force)
    if asked.json:
        out.json(_as_json(out, journal))
    elif path:
        text = out.texts.plural(
            "The journal was written to {path}: {number} number.",
            "The journal was written to {path}: {number} numbers.",
            len(journal.lines),
            path=path,
        )
        out.plain(text)
        _show_head(out, journal)
    else:
        _show(out, journal)
    return DONE


def _show(out: Printer, journal: Journal) -> None:
    if not journal.sections:
        out.line(N_("No number was given in this time."))
    for section in journal.sections:
        out.plain(section.heading)
        out.table([_row(out, line) for line in section.lines])
        out.plain()
    _show_head(out, journal)


def _row(out: Printer, line: JournalLine) -> tuple[object, ...]:
    state = _STATES[line.state]
    notes = " ".join(out.texts.said(note) for note in line.notes)
    said = " – ".join(part for part in (line.addressee, line.summary, notes) if part)
    return line.number, line.day or "", out.texts.text(state) if state else "", said


def _show_head(out: Printer, journal: Journal) -> None:
    out.line(N_("Head of the register: {head}"), head=journal.head.line)
    if not journal.sound:
        out.difficulty(Sentence(_BROKEN))


def _as_json(out: Printer, journal: Journal) -> object:
    return {
        "organisation": journal.organisation,
        "head": asdict(journal.head),
        "made_at": journal.made_at,
        "sound": journal.sound,
        "sections": [
            {
                **{name: getattr(section, name) for name in ("series", "title", "year", "scope")},
                "lines": [_line_as_json(out, line) for line in section.lines],
            }
            for section in journal.sections
        ],
    }


def _line_as_json(out: Printer, line: JournalLine) -> object:
    return {**vars(line), "notes": [out.texts.said(note) for note in line.notes]}
