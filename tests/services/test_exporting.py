"""Each way out says what it will do, does that, and takes a number only when it says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.composed import NotACompleteLetter
from app.domain.letters import Letter
from app.domain.register import DraftAlreadyRegistered, Series
from app.drafting.engine import WriteProblem
from app.services.exporting import TITLES, Exporting, Way
from app.services.issuing import Registration
from app.services.numbers import Word
from app.services.taking import NotReserved
from tests.builders import a_letter, a_recipient, an_allegation
from tests.drafting.reading import DocxRead
from tests.services.conftest import OUTGOING, AnOffice

WORD = Word(person="Ana", note="to be signed")


@pytest.fixture
def exporting(office: AnOffice) -> Exporting:
    """The ways out of the office."""
    return Exporting(
        office.desk,
        issuing=office.issuing,
        numbers=office.numbers,
        register=office.register,
        reading=office.storage.reading,
        clock=office.clock,
    )


def offered(exporting: Exporting, office: AnOffice, letter: Letter, **how: str) -> dict[Way, tuple[str, str]]:
    offers = exporting.offers(office.desk.words(letter), Registration(**how))  # type: ignore[arg-type]
    return {one.way: (str(one.sentence), str(one.why_not or "")) for one in offers}


def test_each_way_says_what_it_will_do_with_the_next_number(office: AnOffice, exporting: Exporting) -> None:
    office.issuing.register(a_letter())
    said = offered(exporting, office, a_letter())
    assert said[Way.REGISTER] == ("This gives the letter number 148/01-3 and can't be undone.", "")
    assert said[Way.RESERVED][0].startswith("This reserves the number 148/01-3 and prints it.")
    assert said[Way.BLANK][0].startswith("This writes the document with number and day left open")
    assert "marked as a draft" in said[Way.DRAFT][0]
    assert set(said) == set(TITLES) == set(Way)


def test_looking_at_the_next_number_takes_none(office: AnOffice, exporting: Exporting) -> None:
    for _ in range(3):
        assert exporting.next_number(a_letter()) == "147/01-3"
    assert not office.counters
    assert office.issuing.register(a_letter()).number == "147/01-3"


NUMBERINGS: dict[str, tuple[Series, list[str], str]] = {
    "the first of a series": (Series(key="a", title="A", start=12), [], "12"),
    "after the first": (Series(key="a", title="A", start=12), ["2017-08-16"], "13"),
    "a new year": (Series(key="a", title="A", start=12), ["2016-05-01"], "1"),
    "never anew": (Series(key="a", title="A", start=12, yearly=False), ["2016-05-01"], "13"),
}


@pytest.mark.parametrize(("series", "days", "number"), NUMBERINGS.values(), ids=NUMBERINGS)
def test_the_number_foretold_is_the_one_given(
    office: AnOffice, exporting: Exporting, series: Series, days: list[str], number: str
) -> None:
    office.register.add_series(series)
    for day in days:
        on = office.clock.now.date().fromisoformat(day)
        office.issuing.register(a_letter(), Registration(on=on, series="a"))
    foretold = exporting.next_number(a_letter(), Registration(series="a"))
    assert foretold == number
    assert office.issuing.register(a_letter(), Registration(series="a")).number == foretold


def test_a_reserved_and_a_late_number_are_foretold_too(office: AnOffice, exporting: Exporting) -> None:
    office.register.edit_series(replace(OUTGOING, late_entries=True))
    office.issuing.register(a_letter())
    number = office.numbers.reserve("outgoing", WORD).number
    assert exporting.next_number(a_letter(), Registration(reserved=number)) == number
    assert exporting.next_number(a_letter(), Registration(late_after="147/01-3")) == "147a/01-3"
    assert exporting.next_number(a_letter()) == "149/01-3"


HINDRANCES: dict[str, tuple[Letter, dict[str, str], set[Way], str]] = {
    "open places": (
        a_letter(recipients=()),
        {},
        {Way.BLANK, Way.RESERVED, Way.REGISTER},
        "Something is still open in the letter. Fill it in first.",
    ),
    "an unknown series": (
        a_letter(),
        {"series": "none"},
        {Way.RESERVED, Way.REGISTER},
        "There is no series “none” in this workspace.",
    ),
    "versions": (a_letter(versions=(a_letter(language="ka"),)), {}, {Way.REGISTER}, "versions in en, ka"),
    "nothing": (a_letter(), {}, set(), ""),
}


@pytest.mark.parametrize(("letter", "how", "ways", "why"), HINDRANCES.values(), ids=HINDRANCES)
def test_what_cannot_be_done_says_why(
    office: AnOffice,
    exporting: Exporting,
    letter: Letter,
    how: dict[str, str],
    ways: set[Way],
    why: str,
) -> None:
    offers = exporting.offers(office.desk.words(letter), Registration(**how))  # type: ignore[arg-type]
    assert {one.way for one in offers if not one.is_possible} == ways
    assert all(why in str(one.why_not) for one in offers if one.why_not)


def test_a_draft_says_so_on_the_page_and_in_its_name(
    office: AnOffice, exporting: Exporting, tmp_path: Path
) -> None:
    path = exporting.draft(a_letter(recipients=()), tmp_path, "DRAFT")
    assert path.name == "draft_protest_en.docx"
    read = DocxRead(path.read_bytes())
    for page in ("first", "default"):
        assert read.furniture("header", page)[-1].text == "DRAFT"
    assert not office.counters


def test_a_second_export_into_a_folder_takes_the_place_of_none(exporting: Exporting, tmp_path: Path) -> None:
    names = [exporting.draft(a_letter(), tmp_path, "DRAFT").name for _ in range(3)]
    assert names == [
        "draft_Abashidze_en.docx",
        "draft_Abashidze_en (2).docx",
        "draft_Abashidze_en (3).docx",
    ]


def test_a_file_that_was_chosen_by_name_is_written_over(exporting: Exporting, tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(b"old")
    assert exporting.draft(a_letter(), path, "DRAFT") == path
    assert path.read_bytes()[:2] == b"PK"


def test_for_signature_number_and_day_are_left_blank(
    office: AnOffice, exporting: Exporting, tmp_path: Path
) -> None:
    path = exporting.for_signature(a_letter(date=None), tmp_path)
    text = DocxRead(path.read_bytes()).whole
    assert path.name == "for-signature_Abashidze_en.docx"
    assert "№ ________" in text
    assert "“ ____ ” 08 2017" in text
    assert not office.counters
    with pytest.raises(NotACompleteLetter):
        exporting.for_signature(a_letter(recipients=()), tmp_path)


def test_a_reserved_number_is_printed_and_can_be_registered(
    office: AnOffice, exporting: Exporting, tmp_path: Path
) -> None:
    done = exporting.reserved(a_letter(), WORD, tmp_path)
    assert done.act.number == "147/01-3"
    assert done.path.name == "147-01-3_Abashidze_en.docx"
    assert "№ 147/01-3" in DocxRead(done.path.read_bytes()).whole
    entry = office.issuing.register(a_letter(), Registration(reserved=done.act.number))
    assert (entry.number, entry.ordinal) == ("147/01-3", 147)


def test_no_number_is_reserved_for_a_letter_with_open_places(
    office: AnOffice, exporting: Exporting, tmp_path: Path
) -> None:
    with pytest.raises(NotACompleteLetter):
        exporting.reserved(a_letter(recipients=(a_recipient(vocative=""),)), WORD, tmp_path)
    assert not office.counters


def test_a_registered_letter_is_written_under_its_number(
    office: AnOffice, exporting: Exporting, tmp_path: Path
) -> None:
    key = office.drafts.keep(an_allegation())
    issued = exporting.register(key, tmp_path)
    assert issued.path is not None
    assert (issued.entry.number, issued.path.name) == ("147/01-3", "147-01-3_Abashidze_en.docx")
    assert issued.path.read_bytes() == office.document(issued.entry)
    assert issued.difficulty is None
    with pytest.raises(DraftAlreadyRegistered):
        exporting.register(key, tmp_path)


def test_a_letter_stays_registered_though_its_document_could_not_be_written(
    office: AnOffice, exporting: Exporting, tmp_path: Path
) -> None:
    issued = exporting.register(office.drafts.keep(a_letter()), tmp_path / "no" / "such.docx")
    assert issued.path is None
    assert "no" in str(issued.difficulty)
    assert office.register.find("147/01-3") == issued.entry


def test_a_draft_that_cannot_be_written_says_so(exporting: Exporting, tmp_path: Path) -> None:
    with pytest.raises(WriteProblem):
        exporting.draft(a_letter(), tmp_path / "no" / "such.docx", "DRAFT")


def test_a_number_reserved_before_is_printed_and_no_other_taken(
    office: AnOffice, exporting: Exporting, tmp_path: Path
) -> None:
    act = office.numbers.reserve("outgoing", WORD)
    how = Registration(reserved=act.number)
    said = offered(exporting, office, a_letter(), reserved=act.number)
    assert said[Way.RESERVED][0].startswith("This prints the number 147/01-3, which was reserved before.")
    assert said[Way.REGISTER][0].startswith("This gives the letter number 147/01-3")
    offers = exporting.offers(office.desk.words(a_letter()), how)
    titles = {one.way: one.title for one in offers if one.is_reserved}
    assert titles[Way.RESERVED] == "Export with the reserved number"
    assert titles[Way.REGISTER] == TITLES[Way.REGISTER]
    path = exporting.with_reserved(a_letter(), tmp_path, how)
    assert "№ 147/01-3" in DocxRead(path.read_bytes()).whole
    assert exporting.next_number(a_letter()) == "148/01-3"
    assert office.issuing.register(a_letter(), how).number == "147/01-3"


def test_a_number_that_nobody_reserved_is_not_printed(exporting: Exporting, tmp_path: Path) -> None:
    with pytest.raises(NotReserved):
        exporting.with_reserved(a_letter(), tmp_path, Registration(reserved="9/01-3"))
    assert not list(tmp_path.iterdir())


def test_a_draft_says_open_places_in_words(office: AnOffice, exporting: Exporting, tmp_path: Path) -> None:
    letter = a_letter(recipients=(a_recipient(salutation=""),))
    path = exporting.draft(letter, tmp_path, "DRAFT", lambda _place: "Salutation")
    assert "⟦Salutation⟧" in DocxRead(path.read_bytes()).whole
