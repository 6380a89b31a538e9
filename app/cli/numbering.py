"""Commands about numbers: series, reserve, void, sign, dispatch, answer, attach, gaps."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.bootstrap import Bench, clock, open_office
from app.cli.advising import warn_of_series
from app.cli.files import expect_workspace, readable
from app.cli.output import Printer, fields
from app.cli.values import Say, add_number, count_of, day_of, key_of
from app.domain.errors import N_
from app.domain.gaps import NumberLine, NumberState
from app.domain.letter_rules import TYPE_CODES
from app.domain.letters import LetterType
from app.domain.numbering import DEFAULT_PATTERN
from app.domain.register import Act, ActKind, NumberParts, Scope, Series
from app.services.numbers import Said, Word

_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it
DONE, TO_MEND = 0, 1
_ACT: Final = (
    "sequence", "kind", "series", "counted_in", "ordinal", "suffix", "number", "entry", "person",
    "note", "day", "done_at", "file_name", "file_seal", "previous_seal", "seal",
)  # fmt: skip
_STATES: Final[Mapping[NumberState, str]] = {
    NumberState.USED: N_("used"),
    NumberState.RESERVED: N_("reserved"),
    NumberState.VOID: N_("void"),
    NumberState.UNEXPLAINED: N_("unexplained"),
}


_DAYS: Final = {"sign": ActKind.SIGNED, "dispatch": ActKind.DISPATCHED, "answer": ActKind.ANSWERED}


def add_numbers(commands: _Commands[ArgumentParser], say: Say) -> None:
    """Add the commands about numbers."""
    reserve = commands.add_parser("reserve", help=say(N_("take a number for a letter that follows")))
    reserve.add_argument("--series", default="outgoing", help=say(N_("the series of numbers")))
    reserve.add_argument("--state", default="", metavar="KAZ", help=say(N_("the State that it is about")))
    reserve.add_argument("--unit", default="", help=say(N_("the index of the unit")))
    reserve.add_argument("--file", default="", help=say(N_("the index of the file")))
    reserve.add_argument("--type", choices=list(LetterType), type=LetterType, help=say(N_("the letter type")))
    reserve.add_argument("--lang", default="", metavar="XX", help=say(N_("the language of the letter")))
    _word(reserve, say, "--for", N_("what the number is for"))
    void = commands.add_parser("void", help=say(N_("make a reserved number or a registered letter void")))
    add_number(void, say)
    _word(void, say, "--because", N_("why"))
    for name, text in (
        ("sign", N_("note the day on which a registered letter was signed")),
        ("dispatch", N_("note the day on which a registered letter went out, and how")),
        ("answer", N_("note the day on which a reply to a registered letter came, and from whom")),
    ):
        noted = commands.add_parser(name, help=say(text))
        add_number(noted, say)
        _word(noted, say, "--note", N_("by whom, or how"))
    attach = commands.add_parser("attach", help=say(N_("attach a signed scan, a proof or the final DOCX")))
    add_number(attach, say)
    attach.add_argument("file", help=say(N_("the file to attach")))
    _word(attach, say, "--as", N_("what the file is"))
    gaps = commands.add_parser("gaps", help=say(N_("account for every number of a year")))
    gaps.add_argument("--series", default="", help=say(N_("the series of numbers")))
    gaps.add_argument("--year", type=count_of(say), help=say(N_("the year")))
    gaps.add_argument("--json", action="store_true", help=say(N_("print JSON")))
    runs = {reserve: _reserve, void: _void, attach: _attach, gaps: _gaps}
    for parser, run in runs.items():
        parser.set_defaults(run=run)
    for name, kind in _DAYS.items():
        commands.choices[name].set_defaults(run=_note_day, kind=kind)
    _add_series(commands, say)


def _word(parser: ArgumentParser, say: Say, option: str, text: str) -> None:
    parser.add_argument(option, dest="note", required=True, metavar=say(N_("TEXT")), help=say(text))
    parser.add_argument("--by", dest="person", required=True, metavar=say(N_("NAME")), help=say(N_("who")))
    parser.add_argument(
        "--date", type=day_of(say), metavar="D", help=say(N_("on which day, today without one"))
    )
    parser.add_argument("--json", action="store_true", help=say(N_("print JSON")))


def _word_of(asked: Namespace) -> Word:
    return Word(person=asked.person, note=asked.note, day=asked.date)


def _show_act(out: Printer, asked: Namespace, act: Act, text: str) -> int:
    if asked.json:
        out.json(fields(act, _ACT))
    else:
        out.line(text, number=act.number, day=act.day, note=act.note)
    return DONE


def _reserve(asked: Namespace, bench: Bench, out: Printer) -> int:
    with open_office(bench) as office:
        act = office.numbers.reserve(asked.series, _word_of(asked), _said(asked))
    text = N_("{number} is reserved. “register FILE --reserved {number}” uses it.")
    return _show_act(out, asked, act, text)


def _said(asked: Namespace) -> Said:
    code = TYPE_CODES[asked.type] if asked.type else ""
    return Said(unit=asked.unit, file=asked.file, type=code, state=asked.state, language=asked.lang)


def _void(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    with open_office(bench) as office:
        act = office.numbers.void(asked.number, _word_of(asked), asked.year, asked.series)
    return _show_act(out, asked, act, N_("{number} is void: {note}. It stays in the register."))


def _note_day(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    with open_office(bench) as office:
        act = office.numbers.note_day(asked.kind, asked.number, _word_of(asked), asked.year, asked.series)
    return _show_act(out, asked, act, N_("{number}: {day}, {note}."))


def _attach(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    name, content = Path(asked.file).name, readable(asked.file)
    with open_office(bench) as office:
        attached = office.numbers.attach(
            asked.number,
            _word_of(asked),
            name=name,
            content=content,
            year=asked.year,
            series=asked.series,
        )
    if asked.json:
        out.json({**fields(attached.act, _ACT), "difference": attached.difference})
        return DONE
    out.line(N_("{name} is attached to {number}."), name=name, number=attached.act.number)
    if attached.difference:
        out.line(N_("Its text differs from the registered one:"))
    for line in attached.difference:
        out.plain(f"  {line}")
    return DONE


def _gaps(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    with open_office(bench) as office:
        lines = office.numbers.gaps(asked.series, asked.year)
    if asked.json:
        out.json(lines)
    elif not lines:
        out.line(N_("No number was given yet."))
    else:
        out.table([_row(out, line) for line in lines])
    return DONE if all(line.is_explained for line in lines) else TO_MEND


def _row(out: Printer, line: NumberLine) -> tuple[object, ...]:
    said = " – ".join(part for part in (line.note, line.person) if part)
    year = line.counter.counted_in or ""
    state = _STATES[line.state]
    if not line.is_explained and line.state is not NumberState.UNEXPLAINED:
        state = N_("unknown to the counter")
    return line.number, line.counter.series, year, out.texts.text(state), said


def _add_series(commands: _Commands[ArgumentParser], say: Say) -> None:
    series = commands.add_parser("series", help=say(N_("list, add or change series of numbers")))
    actions = series.add_subparsers(dest="action", required=True, metavar=say(N_("ACTION")))
    listed = actions.add_parser("list", help=say(N_("list the series")))
    add = actions.add_parser("add", help=say(N_("add a series")))
    edit = actions.add_parser("edit", help=say(N_("change how a series counts from now on")))
    for parser, run in ((listed, _list_series), (add, _add), (edit, _edit)):
        parser.add_argument("--json", action="store_true", help=say(N_("print JSON")))
        parser.set_defaults(run=run)
    for parser in (add, edit):
        _series_fields(parser, say)


_PATTERN: Final = N_("how its numbers are written, {pattern} unless you say otherwise")


def _series_fields(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument("key", type=key_of(say), help=say(N_("its short name")))
    parser.add_argument("--title", help=say(N_("its name in lists")))
    parser.add_argument("--pattern", help=say(_PATTERN, pattern=DEFAULT_PATTERN))
    parser.add_argument("--unit", help=say(N_("the index of the unit")))
    parser.add_argument("--file", help=say(N_("the index of the file")))
    parser.add_argument(
        "--start", type=count_of(say), help=say(N_("the first number, to continue a paper register"))
    )
    parser.add_argument("--sign", help=say(N_("the sign before the number")))
    parser.add_argument(
        "--scope", choices=[_NO_SCOPE, Scope.STATE, Scope.UNIT], help=say(N_("what has its own counter"))
    )
    parser.add_argument(
        "--yearly", action=argparse.BooleanOptionalAction, help=say(N_("begin anew each year"))
    )
    parser.add_argument(
        "--late-entries",
        action=argparse.BooleanOptionalAction,
        help=say(N_("allow lettered numbers for forgotten letters")),
    )


_NO_SCOPE: Final = "none"
_FIELDS: Final = (
    "title", "pattern", "unit", "file", "start", "sign", "scope", "yearly", "late_entries",
)  # fmt: skip


def _changed(series: Series, asked: Namespace) -> Series:
    said = {name: getattr(asked, name) for name in _FIELDS}
    if asked.scope:
        said["scope"] = Scope("" if asked.scope == _NO_SCOPE else asked.scope)
    return replace(series, **{name: value for name, value in said.items() if value is not None})


def _add(asked: Namespace, bench: Bench, out: Printer) -> int:
    with open_office(bench) as office:
        series = _changed(Series(key=asked.key, title=asked.key), asked)
        office.register.add_series(series)
        warn_of_series(office, out, series)
    return _list_series(asked, bench, out)


def _edit(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    with open_office(bench) as office:
        series = _changed(office.register.one_series(asked.key), asked)
        office.register.edit_series(series)
        warn_of_series(office, out, series)
    return _list_series(asked, bench, out)


def _list_series(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    with open_office(bench) as office:
        known = office.register.series()
    if asked.json:
        out.json(known)
    else:
        parts = NumberParts(day=clock().date(), type="PL", state="KAZ", language="en")
        out.table([(one.key, one.title, f"{one.sign} {one.example(parts)}") for one in known])
    return DONE
