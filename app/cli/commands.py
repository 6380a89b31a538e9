"""What each command does: it asks a service and prints the answer."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from app.bootstrap import Bench, clock, open_bench, open_office
from app.cli.advising import advice_of_register, warn_of_entry
from app.cli.arguments import EXAMPLES, make_parser
from app.cli.files import (
    PlaceNotUsable,
    expect_folder,
    expect_room_for,
    expect_workspace,
    free_to_write,
    new_folder,
    readable,
    target_of,
)
from app.cli.output import Printer, fields, printer
from app.cli.showing import show_check, show_drafts, show_entries, show_entry, show_report
from app.cli.values import as_number
from app.domain.errors import N_, ChanceryError
from app.domain.letters import Letter
from app.flow.fields import in_words
from app.services.desk import file_name_of, in_language, write_document
from app.services.issuing import Registration
from app.services.letter_files import letter_file_schema, read_letter_file
from app.services.register import file_name_of_entry

DONE, TO_MEND, INTERRUPTED = 0, 1, 130
_NO_WINDOW: Final = N_(
    "There is no display here, so no window can open. “{command} demo” shows what the command line can do, "
    "“{command} --help” lists the commands."
)


class Session:
    """One call of the command line."""

    def __init__(self, asked: Namespace, bench: Bench, out: Printer) -> None:
        self.asked, self.bench, self.out = asked, bench, out

    def demo(self) -> int:
        folder = new_folder(Path(self.asked.folder or "chancery-demo"))
        bench = open_bench(os.environ, folder)
        with open_office(bench, sample=True) as office:
            sample = office.sample.make(folder)
        self.out.line(N_("A sample workspace was made in {folder}:"), folder=folder)
        self.out.line(
            N_("  {number}  the protest letter, registered and exported"), number=sample.entry.number
        )
        self.out.plain(f"    {sample.documents[0]}")
        self.out.line(N_("  draft {key}  the allegation letter, exported"), key=sample.drafts[1])
        self.out.plain(f"    {sample.documents[1]}")
        self._next_commands(folder, sample.entry.number)
        return DONE

    def _next_commands(self, folder: Path, number: str) -> None:
        call = f"{command_name()} --data {shlex.quote(str(folder))}"
        self.out.line(N_("Try next:"))
        letter = shlex.quote(str(folder / "un-allegation.toml"))
        for words in ("list", f"show {shlex.quote(number)}", "verify", f"check {letter}"):
            self.out.plain(f"    {call} {words}")

    def schema(self) -> int:
        self.out.json(letter_file_schema())
        return DONE

    def new(self) -> int:
        target = free_to_write(Path(self.asked.file), overwrite=self.asked.force)
        example = (self.bench.places.examples / EXAMPLES[self.asked.type]).read_bytes()
        write_document(target, example, overwrite=self.asked.force)
        self.out.line(N_("{path} is a complete letter of this kind: put your own words in."), path=target)
        return DONE

    def draft(self) -> int:
        letter = self._letter(self.asked.file)
        if self.asked.lang:
            letter = in_language(letter, self.asked.lang)
        if self.asked.template:
            readable(self.asked.template)
        template = Path(self.asked.template) if self.asked.template else None
        target = target_of(self.asked, file_name_of(letter))
        called = in_words(self.out.texts.text)
        document = self.bench.desk.draft(letter, document=template, called=called)
        write_document(target, document.content, overwrite=self.asked.force)
        self.out.line(N_("The draft was written to {path}."), path=target)
        if document.composed.gaps:
            show_check(self.out, document.composed.gaps, ())
        if self.asked.keep:
            with open_office(self.bench) as office:
                self.out.line(N_("It is kept as draft {key}."), key=office.drafts.keep(letter))
        return DONE

    def check(self) -> int:
        document = self.bench.desk.draft(self._letter(self.asked.file))
        advice = [
            *self.bench.desk.advice(document.composed, clock().date()),
            *advice_of_register(self.bench, self.out, document.composed.letter),
        ]
        gaps = document.composed.gaps
        if self.asked.json:
            self.out.json({"gaps": gaps, "advice": [self._advice(one) for one in advice]})
        else:
            show_check(self.out, gaps, advice)
        return TO_MEND if gaps else DONE

    def _advice(self, one: object) -> Mapping[str, object]:
        place, sentence = getattr(one, "place"), getattr(one, "sentence")  # noqa: B009
        return {"place": place, "text": self.out.texts.said(sentence)}

    def register(self) -> int:
        asked = self.asked
        how = Registration(
            on=asked.date,
            series=asked.series,
            number_blank=asked.number_blank,
            corrects=asked.corrects,
            reserved=asked.reserved,
            late_after=asked.late_after,
            year=asked.year,
            unit=asked.unit,
            file=asked.file,
            person=asked.by,
        )
        if asked.output:
            expect_room_for(Path(asked.output))
        with open_office(self.bench) as office:
            self._warn_of_share(office.network_share)
            if key := as_number(asked.letter):
                entry = office.issuing.register_draft(key, how)
            else:
                entry = office.issuing.register(self._letter(asked.letter), how)
            show_entry(self.out, entry, as_json=asked.json, head=N_("Registered as {number}."))
            warn_of_entry(office, self.out, asked, entry)
            if asked.output:
                office.register.export(entry.number, Path(asked.output), year=entry.year, series=entry.series)
            elif not asked.json:
                text = N_("“{command} export {number}” writes its document.")
                self.out.line(text, command=command_name(), number=entry.number)
        return DONE

    def _warn_of_share(self, warning: ChanceryError | None) -> None:
        if warning:
            self.out.difficulty(warning.sentence)

    def list(self) -> int:
        expect_workspace(self.asked, self.bench.places.data)
        with open_office(self.bench) as office:
            if self.asked.drafts:
                show_drafts(self.out, office.drafts.all(), as_json=self.asked.json)
            else:
                show_entries(self.out, office.register.latest(self.asked.limit), as_json=self.asked.json)
        return DONE

    def show(self) -> int:
        expect_workspace(self.asked, self.bench.places.data)
        with open_office(self.bench) as office:
            entry = office.register.find(self.asked.number, self.asked.year, self.asked.series)
            history = office.register.history(entry)
        show_entry(self.out, entry, as_json=self.asked.json, whole=True, history=history)
        return DONE

    def export(self) -> int:
        asked = self.asked
        expect_workspace(asked, self.bench.places.data)
        with open_office(self.bench) as office:
            entry = office.register.find(asked.number, asked.year, asked.series)
            target = target_of(asked, Path(asked.attached).name or file_name_of_entry(entry))
            if asked.attached:
                path = office.register.export_attached(entry, asked.attached, target, overwrite=asked.force)
            else:
                path = office.register.export(
                    entry.number, target, year=entry.year, series=entry.series, overwrite=asked.force
                )
        self.out.line(N_("{number} was written to {path}."), number=entry.number, path=path)
        return DONE

    def templates(self) -> int:
        templates = self.bench.templates
        match self.asked.action:
            case "list":
                self._list_templates()
            case "make-look":
                target = free_to_write(Path(self.asked.file), overwrite=self.asked.force)
                templates.make_look(target, overwrite=self.asked.force)
                self.out.line(N_("A clean look was written to {path}."), path=target)
            case _:
                readable(self.asked.file)
                report = templates.check(Path(self.asked.file))
                show_report(self.out, report, as_json=self.asked.json)
                return TO_MEND if report.unknown else DONE
        return DONE

    def _list_templates(self) -> None:
        entries = self.bench.templates.all()
        if self.asked.json:
            self.out.json([fields(one, ("name", "languages", "own", "path")) for one in entries])
            return
        own, shipped = self.out.texts.text(N_("own")), self.out.texts.text(N_("shipped"))
        self.out.table([(one.name, ", ".join(one.languages), own if one.own else shipped) for one in entries])

    def _letter(self, name: str) -> Letter:
        return read_letter_file(readable(name), name=name, folder=Path(name).parent)


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; bugs stay loud."""
    early = open_bench(os.environ)
    asked = make_parser(early.texts).parse_args(arguments)
    out = printer(early.texts)
    if asked.command is None:
        out.line(_NO_WINDOW, command=command_name())
        return TO_MEND
    bench = open_bench(os.environ, asked.data) if asked.data else early
    try:
        expect_folder(bench.places.data)
        return _command(asked, bench, out)()
    except ChanceryError as difficulty:
        out.difficulty(difficulty.sentence)
        return TO_MEND
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        if error.filename is None:
            raise
        refused = PlaceNotUsable(place=error.filename, reason=error.strerror)
        out.difficulty(refused.sentence)
        return TO_MEND


def _command(asked: Namespace, bench: Bench, out: Printer) -> Callable[[], int]:
    run_it: Callable[[Namespace, Bench, Printer], int] | None = getattr(asked, "run", None)
    if run_it:
        return partial(run_it, asked, bench, out)
    command: Callable[[], int] = getattr(Session(asked, bench, out), asked.command)
    return command


def command_name() -> str:
    """Say how the program was called, for the commands that it proposes."""
    started = Path(sys.argv[0]).name
    return "./dev.py run" if started == "__main__.py" else "chancery"
