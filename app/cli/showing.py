"""How letters, entries and proofs look on a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Final

from app.cli.output import Printer, fields
from app.domain.checks import Advice
from app.domain.composed import Gap
from app.domain.errors import N_, Sentence
from app.domain.register import Act, ActKind, Draft, Entry
from app.services.templates import TemplateReport

_ENTRY: Final = (
    "sequence", "series", "year", "ordinal", "number", "number_printed", "registered_on",
    "registered_at", "letter_date", "letter_type", "language", "addressee", "subject", "state",
    "template", "template_version", "document_seal", "corrects", "counted_in", "scope", "suffix", "person",
    "previous_seal", "seal",
)  # fmt: skip
_DRAFT: Final = ("key", "title", "created_at", "changed_at", "registered_as")


def show_check(out: Printer, gaps: Sequence[Gap], advice: Sequence[Advice]) -> None:
    """Print what is open in a letter and what looks wrong."""
    if gaps:
        out.line(N_("Open before the letter can be registered:"))
    for gap in gaps:
        out.plain(f"  {out.texts.said(gap.sentence)}")
    if advice:
        out.line(N_("Advice, which stops nothing:"))
    for one in advice:
        out.plain(f"  {one.place}: {out.texts.said(one.sentence)}")
    if not gaps and not advice:
        out.line(N_("The letter is complete and nothing looks wrong."))
    elif not gaps:
        out.line(N_("The letter is complete."))


def show_entries(out: Printer, entries: Sequence[Entry], *, as_json: bool) -> None:
    """Print registered letters, the newest first."""
    if as_json:
        out.json([fields(entry, _ENTRY) for entry in entries])
    elif not entries:
        out.line(N_("No letter is registered yet. “chancery register FILE.toml” registers one."))
    else:
        rows = [
            (entry.number, entry.series, entry.registered_on, entry.language, entry.addressee, entry.subject)
            for entry in entries
        ]
        heads = (N_("Number"), N_("Series"), N_("Registered"), N_("Language"), N_("Addressee"), N_("Subject"))
        out.table([tuple(map(out.texts.text, heads)), *rows])


def show_drafts(out: Printer, drafts: Sequence[Draft], *, as_json: bool) -> None:
    """Print drafts."""
    if as_json:
        out.json([fields(draft, _DRAFT) for draft in drafts])
    elif not drafts:
        out.line(N_("No draft is kept yet. “chancery draft FILE.toml --keep” keeps one."))
    else:
        rows = [(draft.key, draft.changed_at.date(), draft.registered_as, draft.title) for draft in drafts]
        heads = (N_("Draft"), N_("Changed"), N_("Registered as"), N_("Title"))
        out.table([tuple(map(out.texts.text, heads)), *rows])


def show_entry(
    out: Printer,
    entry: Entry,
    *,
    as_json: bool,
    whole: bool = False,
    head: str = N_("{number}"),
    history: Sequence[Act] = (),
) -> None:
    """Print one registered letter, if wanted with its text."""
    snapshot = json.loads(entry.snapshot)
    if as_json:
        more = {"snapshot": snapshot, "history": history} if whole else {}
        out.json({**fields(entry, _ENTRY), **more})
        return
    out.line(head, number=entry.number)
    for sentence in (*_facts(entry), *map(_told, history)):
        out.said(sentence)
    if whole:
        out.plain()
        out.plain("\n\n".join(_as_read(block["text"]) for block in snapshot["blocks"]))


_ESCAPED: Final = re.compile(r"\\(\n|[^\w\s])")


def _as_read(text: str) -> str:
    """Take the backslashes of the notation away, which only its reader needs."""
    return _ESCAPED.sub(r"\1", text)


_TOLD: Final = {
    ActKind.RESERVED: N_("  reserved on {day} for {note} ({person})"),
    ActKind.VOIDED: N_("  void since {day}: {note} ({person})"),
    ActKind.SIGNED: N_("  signed on {day}: {note} ({person})"),
    ActKind.DISPATCHED: N_("  dispatched on {day}: {note} ({person})"),
    ActKind.ANSWERED: N_("  answered on {day}: {note} ({person})"),
    ActKind.ATTACHED: N_("  attached on {day}: {file}, {note} ({person})"),
}


def _told(act: Act) -> Sentence:
    facts = {"day": act.day, "note": act.note, "person": act.person, "file": act.file_name}
    return Sentence(_TOLD[act.kind], facts)


def _facts(entry: Entry) -> Sequence[Sentence]:
    found = [
        Sentence(N_("  registered on {day}"), {"day": entry.registered_on}),
        Sentence(N_("  to {addressee}"), {"addressee": entry.addressee or "–"}),
        Sentence(N_("  about {subject}"), {"subject": entry.subject or "–"}),
        Sentence(N_("  seal of the document  {seal}"), {"seal": entry.document_seal}),
        Sentence(N_("  seal of the entry     {seal}"), {"seal": entry.seal}),
    ]
    if not entry.number_printed:
        found.append(Sentence(N_("  number and day are left to be completed by hand")))
    if entry.corrects:
        found.append(Sentence(N_("  corrects the entry {sequence}"), {"sequence": entry.corrects}))
    return found


def show_report(out: Printer, report: TemplateReport, *, as_json: bool) -> None:
    """Print what a check of a template found."""
    if as_json:
        out.json(report)
        return
    out.line(
        N_("{name} can be used as a template. It asks for: {places}"),
        name=report.name,
        places=", ".join(report.places) or "–",
    )
    for place in report.unknown:
        out.line(N_("No letter has “{place}”. Correct the name; “chancery schema” lists all."), place=place)
