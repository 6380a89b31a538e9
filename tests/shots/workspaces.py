"""The workspaces that pictures are taken of; what is in them is made with the services of the house."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Final

from app.bootstrap import Office
from app.domain.cases import Case
from app.domain.legal_references import kept_from
from app.domain.letters import Deadline, Letter
from app.domain.people import Recipient, State
from app.domain.register import ActKind
from app.services.issuing import Registration
from app.services.letter_files import read_letter_file
from app.services.numbers import Word
from app.services.sample import ALLEGATION, ALLEGATION_ORIGINS, PROTEST, PROTEST_ORIGINS, SAMPLE_SERIES

Fill = Callable[[Office, Path, Path], None]

_STATES: Final = {
    "GEO": ("Georgia", "Georgian"),
    "ARM": ("Armenia", "Armenian"),
    "AZE": ("Azerbaijan", "Azerbaijani"),
    "KAZ": ("Kazakhstan", "Kazakh"),
    "MDA": ("Moldova", "Moldovan"),
}
_OFFICES: Final = ("Prime Minister", "Minister of Labour", "Minister of Justice", "Speaker of Parliament")
_SUBJECTS: Final = (
    "Strike ban in the oil industry",
    "Registration refused to a union of teachers",
    "Dismissals after a warning strike",
    "Draft law on trade unions",
    "Search of a union’s premises",
)
_LAST: Final = date(2017, 8, 14)


def nothing(_office: Office, _examples: Path, _folder: Path) -> None:
    """Leave the workspace as it is at its first start."""


def a_letter_on_its_way(office: Office, examples: Path, _folder: Path) -> None:
    """Fill the directories and keep the protest letter and a new one as drafts."""
    office.sample.fill_directories()
    office.register.add_series(SAMPLE_SERIES)
    office.drafts.keep(_letter(examples / PROTEST), PROTEST_ORIGINS)


def a_hundred_letters(office: Office, examples: Path, _folder: Path) -> None:
    """Register a hundred letters, the protest letter last, and leave the allegation letter as a draft."""
    office.sample.fill_directories()
    office.register.add_series(replace(SAMPLE_SERIES, start=48))
    for at, letter in enumerate(_made_up(_letter(examples / PROTEST))):
        day = _LAST - timedelta(days=2 * (98 - at))
        entry = office.issuing.register(letter, Registration(on=day, person="Ana"))
        _follow_up(office, entry.number, at, day)
    allegation = _letter(examples / ALLEGATION)
    office.drafts.keep(allegation, ALLEGATION_ORIGINS)
    for citation in allegation.citations:
        office.legal_references.save(kept_from(citation, language="en", state=allegation.state.code))
    key = office.drafts.keep(_letter(examples / PROTEST), PROTEST_ORIGINS)
    office.issuing.register_draft(key, Registration(person="Ana"))


def _letter(path: Path) -> Letter:
    return read_letter_file(path.read_bytes(), name=path.name)


def _made_up(model: Letter) -> Iterator[Letter]:
    """Give ninety-nine letters about nothing that has happened."""
    for office, code, subject in list(product(_OFFICES, _STATES, _SUBJECTS))[:99]:
        name, adjective = _STATES[code]
        post = f"{office} of {name}"
        yield replace(
            model,
            title=subject,
            subject=subject,
            date=None,
            state=State(code=code, name=name, formal_name=name, adjective=adjective),
            recipients=(
                Recipient(
                    offices=(post,),
                    state=code,
                    address=(name,),
                    salutation="Excellency",
                    vocative="Excellency",
                ),
            ),
            case=Case(title=subject, event=subject.lower(), state=code, rights=model.case.rights),
            deadline=Deadline(days=30),
        )


def _follow_up(office: Office, number: str, at: int, day: date) -> None:
    """Let most letters be signed and sent, and half of those be answered."""
    if at < 97:
        _note(office, ActKind.SIGNED, number, "signed in Tbilisi", day)
    if at < 95:
        _note(office, ActKind.DISPATCHED, number, "by post", day)
    if at < 80 and at % 7:
        _note(office, ActKind.ANSWERED, number, "reply of the office", day + timedelta(days=12))
    if at == 60:
        office.numbers.void(number, Word(person="Ana", note="replaced by a joint letter", day=day))


def _note(office: Office, kind: ActKind, number: str, note: str, day: date) -> None:
    office.numbers.note_day(kind, number, Word(person="Ana", note=note, day=day))
