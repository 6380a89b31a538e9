"""The command that proves the register, and says how far it has come."""

from __future__ import annotations

import argparse
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Final

from app.bootstrap import Bench, open_office
from app.cli.files import expect_workspace
from app.cli.output import Printer
from app.cli.values import Say, add_json
from app.domain.errors import N_
from app.domain.heads import Head
from app.domain.register import Finding
from app.services.journals import head_on_paper
from app.services.verifying import OnPaper, Proof, Reached, VerifyingStopped

_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it
DONE, TO_MEND, INTERRUPTED = 0, 1, 130
_BETWEEN_SHOWS: Final = 0.2  # seconds
_BACK_TO_BLANK: Final = "\r\033[K"


def add_verify(commands: _Commands[ArgumentParser], say: Say) -> None:
    """Add the command that proves the register."""
    verify = commands.add_parser("verify", help=say(N_("prove that nothing has changed since registration")))
    verify.add_argument(
        "--head",
        default="",
        metavar=say(N_("HEAD|FILE")),
        help=say(N_("compare with a head on old paper: “57 3f2a 91bc …”, or a journal or text file with it")),
    )
    add_json(verify, say)
    verify.set_defaults(run=_verify)


def _verify(asked: Namespace, bench: Bench, out: Printer) -> int:
    expect_workspace(asked, bench.places.data)
    paper = head_on_paper(asked.head) if asked.head else None
    line = ProgressLine(out)
    try:
        with open_office(bench) as office:
            proof = office.verifying.verify(line.tell, paper)
    except VerifyingStopped as stopped:
        line.clear()
        _show_findings(out, stopped.findings)
        out.difficulty(stopped.sentence)
        return INTERRUPTED
    line.clear()
    show_proof(out, proof, as_json=asked.json)
    return TO_MEND if proof.findings else DONE


class ProgressLine:
    """One line on the terminal that says how far a check has come; elsewhere nothing is said."""

    def __init__(self, out: Printer) -> None:
        self._out, self._shows, self._next = out, out.err.isatty(), 0.0

    def tell(self, reached: Reached) -> bool:
        """Show how far it is, if some time has passed; never stop."""
        if self._shows and time.monotonic() >= self._next:
            self._next = time.monotonic() + _BETWEEN_SHOWS
            self._write(_BACK_TO_BLANK + self._out.texts.said(reached.sentence))
        return True

    def clear(self) -> None:
        """Take the line away."""
        if self._shows and self._next:
            self._write(_BACK_TO_BLANK)

    def _write(self, text: str) -> None:
        print(text, end="", file=self._out.err, flush=True)


def show_proof(out: Printer, proof: Proof, *, as_json: bool) -> None:
    """Print what a check of the register found."""
    if as_json:
        out.json(proof)
        return
    _show_findings(out, proof.findings)
    if not proof.findings:
        text = out.texts.plural(
            "{number} registered letter, unchanged since its registration.",
            "{number} registered letters, unchanged since their registration.",
            proof.letters,
        )
        out.plain(text)
    if proof.paper:
        _show_paper(out, proof.paper)
    out.line(N_("Seal of the whole register: {head}"), head=proof.head)
    out.line(N_("The same for paper: {head}"), head=Head(proof.sequence, proof.head).line)


def _show_findings(out: Printer, findings: Iterable[Finding]) -> None:
    for finding in findings:
        since = f" ({finding.since})" if finding.since else ""
        out.plain(f"{finding.number or '–'}: {out.texts.text(finding.what)}{since}")


def _moment(paper: OnPaper) -> str:
    return paper.moment[:16].replace("T", " ") or "–"


def _show_paper(out: Printer, paper: OnPaper) -> None:
    said = {"sequence": paper.sequence, "known": paper.number or "–", "moment": _moment(paper)}
    text = out.texts.plural(
        "The head on paper is still in the chain: entry {sequence}, {known}, {moment} (UTC). "
        "{number} entry was added after it.",
        "The head on paper is still in the chain: entry {sequence}, {known}, {moment} (UTC). "
        "{number} entries were added after it.",
        paper.later,
        **said,
    )
    out.plain(text)
