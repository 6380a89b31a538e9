"""The journal says of each number what the register knows, and what proves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.gaps import NumberState
from app.domain.heads import Head
from app.domain.journal import JournalLine, JournalWish, WrongPeriod
from app.domain.letters import Copy, EarlierLetter
from app.domain.people import Signatory
from app.domain.register import ActKind, Series, UnknownSeries, UnreadableRow
from app.i18n.catalogues import for_language
from app.services.issuing import Registration
from app.services.journals import (
    Journals,
    NoHeadInFile,
    NotAJournalFile,
    head_on_paper,
    write_journal,
)
from app.services.numbers import Word
from app.services.verifying import OnPaper
from tests.builders import a_sender, in_words, signed_by
from tests.services.conftest import OUTGOING, AnOffice

ANA = Word(person="Ana", note="the congress")
ENGLISH = for_language("en", Path("nowhere"))


@pytest.fixture
def journals(office: AnOffice) -> Journals:
    office.register.edit_series(replace(OUTGOING, late_entries=True))
    return Journals(office.storage.reading, office.clock)


def by_number(journals: Journals, **wish: object) -> dict[str, JournalLine]:
    return {line.number: line for line in journals.journal(JournalWish(**wish)).lines}  # type: ignore[arg-type]


def notes(line: JournalLine) -> list[str]:
    return [str(note) for note in line.notes]


def test_a_letter_has_in_its_columns_what_it_says(office: AnOffice, journals: Journals) -> None:
    letter = in_words(
        "We protest.",
        subject="A bakery",
        copies=(Copy(name="ILO"), Copy(name="ITUC")),
        signatories=signed_by(Signatory(name="Ana"), Signatory(organisation="Bakers")),
        earlier=EarlierLetter(number="12-3/45", date=date(2017, 7, 1)),
        sender=a_sender(),
    )
    office.issuing.register(letter, Registration(person="Nino"))
    office.numbers.note_day(ActKind.DISPATCHED, "147/01-3", replace(ANA, note="by post"))
    journal = journals.journal()
    (line,) = journal.lines
    assert (line.number, line.day, line.letter_type) == ("147/01-3", date(2017, 8, 16), "protest")
    assert line.addressee == "Nino Abashidze, Prime Minister of Georgia"
    assert line.place == "Government House, 7 Ingorokva st., Tbilisi"
    assert (line.summary, line.copies, line.signatories) == ("A bakery", ("ILO", "ITUC"), ("Ana", "Bakers"))
    assert line.links == ("12-3/45 2017-07-01",)
    assert notes(line) == ["Sent on 2017-08-16: by post (Ana).", "Registered by Nino."]
    assert (line.sheets, line.drafter) == ("", ""), "nobody has told, so they are left for the pen"
    assert journal.organisation == "Federation of Bakers"


def test_every_number_stands_in_its_place(office: AnOffice, journals: Journals) -> None:
    letter = in_words("We protest.")
    office.issuing.register(letter)
    for _ in range(2):
        office.numbers.reserve("outgoing", ANA)
    office.numbers.void("148/01-3", replace(ANA, note="never signed"))
    office.issuing.register(letter, Registration(corrects="147/01-3"))
    office.issuing.register(letter, Registration(late_after="147/01-3"))
    office.numbers.void("150/01-3", replace(ANA, note="twice"))
    lines = by_number(journals)
    assert list(lines) == ["147/01-3", "147a/01-3", "148/01-3", "149/01-3", "150/01-3"]
    states = [NumberState.USED, NumberState.USED, NumberState.VOID, NumberState.RESERVED, NumberState.VOID]
    assert [line.state for line in lines.values()] == states
    assert notes(lines["147/01-3"]) == ["Corrected by 150/01-3."]
    assert notes(lines["147a/01-3"]) == ["Late entry."]
    assert notes(lines["148/01-3"]) == [
        "Void since 2017-08-16: never signed (Ana).",
        "Reserved on 2017-08-16 for: the congress (Ana).",
    ]
    assert notes(lines["150/01-3"]) == ["Void since 2017-08-16: twice (Ana).", "Corrects 147/01-3."]
    assert [number for number, line in lines.items() if not line.is_letter] == ["148/01-3", "149/01-3"]


def test_a_reserved_number_that_a_letter_used_tells_both(office: AnOffice, journals: Journals) -> None:
    office.numbers.reserve("outgoing", ANA)
    office.issuing.register(in_words("We protest."), Registration(reserved="147/01-3"))
    (line,) = by_number(journals).values()
    assert (line.state, line.is_letter) == (NumberState.USED, True)
    assert notes(line) == ["Reserved on 2017-08-16 for: the congress (Ana)."]


def test_a_number_that_nothing_explains_has_its_line(office: AnOffice, journals: Journals) -> None:
    for _ in range(3):
        office.issuing.register(in_words("We protest."))
    del office.storage.shelf.entries[2]
    journal = journals.journal()
    assert [line.state for line in journal.lines] == [
        NumberState.USED,
        NumberState.UNEXPLAINED,
        NumberState.USED,
    ]
    assert not journal.sound
    assert notes(journal.lines[1]) == ["Nothing explains what became of this number."]


def test_years_series_and_days_narrow_it(office: AnOffice, journals: Journals) -> None:
    office.register.add_series(Series(key="joint", title="Joint letters", yearly=False))
    for day in (date(2016, 5, 1), date(2017, 3, 1), date(2017, 8, 16)):
        for series in ("outgoing", "joint"):
            office.issuing.register(in_words("We protest."), Registration(on=day, series=series))
    assert len(by_number(journals, series="joint")) == 3
    assert list(by_number(journals, series="joint", year=2017)) == ["2", "3"]
    assert list(by_number(journals, series="outgoing", year=2017)) == ["1/01-3", "2/01-3"]
    assert list(by_number(journals, series="joint", since=date(2017, 3, 1), until=date(2017, 3, 1))) == ["2"]
    assert list(by_number(journals, series="joint", until=date(2016, 12, 31))) == ["1"]
    assert by_number(journals, year=2015) == {}
    headings = [section.heading for section in journals.journal().sections]
    assert headings == ["Joint letters", "Outgoing letters · 2016", "Outgoing letters · 2017"]
    with pytest.raises(UnknownSeries):
        journals.journal(JournalWish(series="unknown"))


def test_a_void_of_a_later_year_stands_at_its_number(office: AnOffice, journals: Journals) -> None:
    office.numbers.reserve("outgoing", ANA)
    office.numbers.void("147/01-3", replace(ANA, day=date(2018, 1, 9)))
    assert list(by_number(journals, year=2017)) == ["147/01-3"]
    assert by_number(journals, year=2018) == {}


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(WrongPeriod):
        JournalWish(since=date(2017, 2, 1), until=date(2017, 1, 31))


def test_a_snapshot_beyond_reading_is_told(office: AnOffice, journals: Journals) -> None:
    office.issuing.register(in_words("We protest."))
    shelf = office.storage.shelf
    shelf.entries[1] = replace(shelf.entries[1], snapshot="{")
    with pytest.raises(UnreadableRow):
        journals.journal()


@pytest.mark.parametrize("name", ["journal.docx", "head.txt"])
def test_the_paper_proves_the_file(office: AnOffice, journals: Journals, tmp_path: Path, name: str) -> None:
    office.issuing.register(in_words("We protest."))
    journal, path = journals.journal(), tmp_path / name
    assert journal.sound
    if path.suffix == ".docx":
        write_journal(journal, path, ENGLISH)
    else:
        path.write_text(f"The head:\r\n{journal.head.line}\r\n", encoding="utf-8-sig")
    office.numbers.reserve("outgoing", ANA)
    proof = office.verifying.verify(paper=head_on_paper(str(path)))
    assert proof.findings == ()
    assert proof.paper == OnPaper(1, "147/01-3", "2017-08-16T10:30:00+00:00", 1)


def test_an_empty_register_has_an_empty_journal(journals: Journals) -> None:
    journal = journals.journal()
    assert (journal.sections, journal.head, journal.organisation) == ((), Head(0, "0" * 64), "")


def test_a_file_without_a_head_and_a_journal_of_another_form_are_refused(
    journals: Journals, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("Dear Ana")
    with pytest.raises(NoHeadInFile):
        head_on_paper(str(tmp_path / "note.txt"))
    with pytest.raises(NotAJournalFile):
        write_journal(journals.journal(), tmp_path / "journal.pdf", ENGLISH)
