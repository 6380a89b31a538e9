"""Every number is explained: reserved for something, made void for a reason, signed, sent, with its files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.gaps import NumberState
from app.domain.register import ActKind, Entry, EntryNotFound, Series, UnknownSeries, document_seal
from app.drafting.reading import UnreadableDocument, text_of_document
from app.services.issuing import Registration
from app.services.numbers import AlreadyVoid, ReasonMissing, Word, difference
from app.services.taking import AmbiguousNumber, NumberNotGiven
from tests.builders import a_letter, a_signatory, in_words, signed_by
from tests.services.conftest import AnOffice

WORD = Word(person="Ana", note="the congress")
WHY = Word(person="Nino", note="nobody signed it")
PDF = b"%PDF-1.7 a scan"


@pytest.fixture
def entry(office: AnOffice) -> Entry:
    """One registered letter."""
    return office.issuing.register(a_letter())


def word_file(*paragraphs: str, cells: Sequence[str] = ()) -> bytes:
    """Make a Word document of a few paragraphs and a table."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


# ── Who and why ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("person", "note"), [("", "why"), ("Ana", ""), (" ", "why"), ("Ana", "\t\n"), ("", "")]
)
def test_nobody_does_anything_about_a_number_without_name_and_reason(person: str, note: str) -> None:
    with pytest.raises(ReasonMissing, match="who does this and why"):
        Word(person=person, note=note)


# ── Reserve ──────────────────────────────────────────────────────────────────


def test_a_reserved_number_says_for_what_by_whom_and_when(office: AnOffice) -> None:
    act = office.numbers.reserve("outgoing", replace(WORD, day=date(2017, 8, 14)))
    assert (act.kind, act.number, act.ordinal) == (ActKind.RESERVED, "147/01-3", 147)
    assert (act.note, act.person, act.day) == ("the congress", "Ana", date(2017, 8, 14))
    assert (act.done_at, act.entry) == (office.clock.now, None)
    assert office.storage.shelf.acts == {1: act}


def test_a_number_is_reserved_today_unless_said_otherwise(office: AnOffice) -> None:
    office.clock.now = datetime(2018, 1, 1, 0, 30, tzinfo=UTC)
    act = office.numbers.reserve("outgoing", WORD)
    assert (act.day, act.counted_in) == (date(2018, 1, 1), 2018)


def test_an_unknown_series_reserves_nothing(office: AnOffice) -> None:
    with pytest.raises(UnknownSeries):
        office.numbers.reserve("nowhere", WORD)
    assert office.storage.shelf.acts == {}


def test_every_act_is_a_link_of_the_chain(office: AnOffice, entry: Entry) -> None:
    acts = [
        office.numbers.reserve("outgoing", WORD),
        office.numbers.note_day(ActKind.SIGNED, entry.number, WORD),
        office.numbers.void(entry.number, WHY),
    ]
    assert [act.sequence for act in acts] == [2, 3, 4]
    assert [act.previous_seal for act in acts] == [entry.seal, acts[0].seal, acts[1].seal]
    assert all(act.seal == act.computed_seal() for act in acts)
    proof = office.verifying.verify()
    assert (proof.letters, proof.links, proof.head, proof.findings) == (1, 4, acts[2].seal, ())


# ── Void ─────────────────────────────────────────────────────────────────────


def test_a_void_letter_stays_in_the_register_with_its_reason(office: AnOffice, entry: Entry) -> None:
    act = office.numbers.void("№ 147/01-3", WHY)
    assert (act.entry, act.note, act.person) == (entry.sequence, "nobody signed it", "Nino")
    assert office.register.find(entry.number) == entry
    assert office.register.history(entry) == [act]
    assert [(line.state, line.note) for line in office.numbers.gaps()] == [
        (NumberState.VOID, "nobody signed it")
    ]


def test_a_reserved_number_that_no_letter_used_is_made_void(office: AnOffice) -> None:
    office.numbers.reserve("outgoing", WORD)
    act = office.numbers.void("147/01-3", WHY)
    assert (act.kind, act.entry, act.ordinal) == (ActKind.VOIDED, None, 147)


def test_a_reserved_number_that_a_letter_used_is_void_as_its_letter(office: AnOffice) -> None:
    office.numbers.reserve("outgoing", WORD)
    entry = office.issuing.register(a_letter(), Registration(reserved="147/01-3"))
    assert office.numbers.void("147/01-3", WHY).entry == entry.sequence


@pytest.mark.parametrize("year", [None, 2017])
@pytest.mark.parametrize("used", [True, False])
def test_nothing_is_made_void_twice(office: AnOffice, used: bool, year: int | None) -> None:
    office.numbers.reserve("outgoing", WORD)
    if used:
        office.issuing.register(a_letter(), Registration(reserved="147/01-3"))
    office.numbers.void("147/01-3", WHY, year)
    with pytest.raises(AlreadyVoid, match="“147/01-3” is void already: nobody signed it"):
        office.numbers.void(" №147/01-3", WORD, year)
    assert len(office.storage.shelf.acts) == 2


@pytest.mark.parametrize("number", ["148/01-3", "147", ""])
def test_a_number_that_was_never_given_is_not_made_void(office: AnOffice, entry: Entry, number: str) -> None:
    with pytest.raises(NumberNotGiven, match="was never given"):
        office.numbers.void(number, WHY)
    with pytest.raises(NumberNotGiven):
        office.numbers.void(entry.number, WHY, 2018)


def test_a_number_of_several_years_is_made_void_in_the_year_that_is_said(office: AnOffice) -> None:
    office.register.add_series(Series(key="yearly", title="Yearly", pattern="{ordinal}"))
    office.numbers.reserve("yearly", replace(WORD, day=date(2017, 8, 16)))
    how = Registration(series="yearly", on=date(2018, 1, 9))
    entry = office.issuing.register(a_letter(), how)
    with pytest.raises(AmbiguousNumber, match=r"2018 \(yearly\), 2017 \(yearly\)"):
        office.numbers.void("1", WHY)
    assert office.numbers.void("1", WHY, 2018).entry == entry.sequence
    assert office.numbers.void("1", WHY, 2017).entry is None
    with pytest.raises(AlreadyVoid):
        office.numbers.void("1", WHY, 2017)


def test_a_number_of_a_series_that_never_begins_anew_is_void_for_good(office: AnOffice) -> None:
    office.register.add_series(Series(key="ever", title="Ever", pattern="{ordinal}", yearly=False))
    office.numbers.reserve("ever", WORD)
    office.numbers.void("1", replace(WHY, day=date(2018, 1, 9)), 2017)
    for year in (None, 2017):
        with pytest.raises(AlreadyVoid):
            office.numbers.void("1", WHY, year)


# ── Three dates ──────────────────────────────────────────────────────────────


def test_signing_registration_and_dispatch_are_three_dates(office: AnOffice, entry: Entry) -> None:
    signed, sent = date(2017, 8, 15), date(2017, 8, 21)
    office.numbers.note_day(
        ActKind.SIGNED, entry.number, Word(person="Ana", note="both presidents", day=signed)
    )
    office.numbers.note_day(ActKind.DISPATCHED, entry.number, Word(person="Ana", note="by courier", day=sent))
    kept = office.register.find(entry.number)
    days = {act.kind: act.day for act in office.register.history(kept)}
    assert (days, kept.registered_on) == (
        {ActKind.SIGNED: signed, ActKind.DISPATCHED: sent},
        date(2017, 8, 16),
    )
    assert kept == entry


@pytest.mark.parametrize("kind", [ActKind.SIGNED, ActKind.DISPATCHED])
def test_a_number_without_a_letter_is_neither_signed_nor_sent(office: AnOffice, kind: ActKind) -> None:
    office.numbers.reserve("outgoing", WORD)
    with pytest.raises(EntryNotFound):
        office.numbers.note_day(kind, "147/01-3", WORD)
    assert len(office.storage.shelf.acts) == 1


# ── Files ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "content"), [("scan.pdf", PDF), ("receipt.jpg", b"\xff\xd8"), ("empty.txt", b"")]
)
def test_a_scan_and_a_proof_are_kept_byte_for_byte_and_chained(
    office: AnOffice, entry: Entry, name: str, content: bytes
) -> None:
    attached = office.numbers.attach(entry.number, WORD, name=name, content=content)
    act = attached.act
    assert (act.kind, act.entry, act.file_name) == (ActKind.ATTACHED, entry.sequence, name)
    assert act.file_seal == document_seal(content)
    assert (office.storage.shelf.attachments[act.sequence], attached.difference) == (content, ())
    assert office.document(entry) != content


def test_the_final_document_is_kept_beside_ours_with_what_it_says_otherwise(office: AnOffice) -> None:
    entry = office.issuing.register(in_words("We protest.", "Yours,"))
    final = word_file("We protest loudly.", "Yours,")
    attached = office.numbers.attach(entry.number, WORD, name="Final.DOCX", content=final)
    assert attached.difference == ("- We protest.", "+ We protest loudly.")
    assert office.storage.shelf.attachments == {attached.act.sequence: final}
    assert office.read(entry).texts == ("We protest.", "Yours,")


def test_the_same_document_differs_in_nothing(office: AnOffice, entry: Entry) -> None:
    attached = office.numbers.attach(entry.number, WORD, name="same.docx", content=office.document(entry))
    assert attached.difference == ()


def test_signatories_in_columns_are_compared_too(office: AnOffice) -> None:
    people = [a_signatory(name=name) for name in ("Ana", "Nino")]
    entry = office.issuing.register(a_letter(signatories=signed_by(*people, columns=2)))
    lines = "\n".join(text_of_document(office.document(entry))).splitlines()
    assert {"Ana", "Nino"} <= set(lines)


def test_paragraphs_that_came_went_and_changed_are_told_in_their_order() -> None:
    ours = word_file("One.", "Two.", "Three.", cells=("Ana", "Nino"))
    final = word_file("Zero.", "One.", "Three!", cells=("Ana", "Nana"))
    assert difference(ours, final) == ("+ Zero.", "- Two.", "- Three.", "+ Three!", "- Nino", "+ Nana")


def unlike(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """Give a Word document with some of its parts changed or taken away."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = changes.get(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return target.getvalue()


WHOLE = word_file("We protest.")
NO_DOCUMENTS = {
    "a text": b"We protest.",
    "nothing": b"",
    "a PDF": PDF,
    "half a file": WHOLE[: len(WHOLE) // 2],
    "an archive of something else": unlike(WHOLE, dict.fromkeys(["[Content_Types].xml", "_rels/.rels"])),
    "no body": unlike(WHOLE, {"word/document.xml": None}),
    "a body that is no XML": unlike(WHOLE, {"word/document.xml": b"<w:document"}),
    "a body of another kind": unlike(WHOLE, {"word/document.xml": b"<x/>"}),
}


@pytest.mark.parametrize("content", NO_DOCUMENTS.values(), ids=NO_DOCUMENTS)
def test_a_word_document_that_is_none_is_refused_before_anything_is_kept(
    office: AnOffice, entry: Entry, content: bytes
) -> None:
    with pytest.raises(UnreadableDocument, match="no readable Word document"):
        office.numbers.attach(entry.number, WORD, name="final.docx", content=content)
    assert (office.storage.shelf.acts, office.storage.shelf.attachments) == ({}, {})


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 7))
@example(0, 0)
@example(len(WHOLE) - 1, 7)
def test_a_damaged_word_document_is_read_or_refused(place: int, bit: int) -> None:
    content = bytearray(WHOLE)
    content[place] ^= 1 << bit
    with suppress(UnreadableDocument):
        assert all(isinstance(line, str) for line in text_of_document(bytes(content)))


def test_a_file_is_attached_to_a_letter_that_is_there(office: AnOffice) -> None:
    office.numbers.reserve("outgoing", WORD)
    with pytest.raises(EntryNotFound):
        office.numbers.attach("147/01-3", WORD, name="scan.pdf", content=PDF)
    assert office.storage.shelf.attachments == {}


# ── All of them ──────────────────────────────────────────────────────────────


def test_the_gap_report_of_an_office_names_each_number_once(office: AnOffice, entry: Entry) -> None:
    office.numbers.reserve("outgoing", WORD)
    office.numbers.reserve("outgoing", WORD)
    office.numbers.void("149/01-3", WHY)
    assert [(line.number, line.state, line.note) for line in office.numbers.gaps()] == [
        ("147/01-3", NumberState.USED, entry.addressee),
        ("148/01-3", NumberState.RESERVED, "the congress"),
        ("149/01-3", NumberState.VOID, "nobody signed it"),
    ]


def test_a_counter_raised_by_hand_is_told_by_report_and_proof(office: AnOffice, entry: Entry) -> None:
    counters = office.storage.shelf.counters
    counters["outgoing", 2017, ""] = replace(counters["outgoing", 2017, ""], last=149)
    unexplained = [line.number for line in office.numbers.gaps() if not line.is_explained]
    assert unexplained == ["148", "149"]
    assert [finding.number for finding in office.verifying.verify().findings] == ["148", "149"]


def test_the_report_is_narrowed_by_series_and_year(office: AnOffice, entry: Entry) -> None:
    office.register.add_series(Series(key="ever", title="Ever", pattern="E{ordinal}", yearly=False))
    office.numbers.reserve("ever", WORD)
    office.clock.advance(timedelta(days=365))
    office.numbers.reserve("outgoing", WORD)
    asked = {
        (series, year): [line.number for line in office.numbers.gaps(series, year)]
        for series in ("", "outgoing", "ever")
        for year in (None, 2017, 2018)
    }
    assert asked == {
        ("", None): ["E1", "147/01-3", "1/01-3"],
        ("", 2017): ["E1", "147/01-3"],
        ("", 2018): ["E1", "1/01-3"],
        ("outgoing", None): ["147/01-3", "1/01-3"],
        ("outgoing", 2017): ["147/01-3"],
        ("outgoing", 2018): ["1/01-3"],
        ("ever", None): ["E1"],
        ("ever", 2017): ["E1"],
        ("ever", 2018): ["E1"],
    }


def test_a_report_of_a_series_that_is_not_there_is_refused(office: AnOffice) -> None:
    with pytest.raises(UnknownSeries, match="“nowhere”"):
        office.numbers.gaps("nowhere")


# ── Corrections ──────────────────────────────────────────────────────────────


def test_a_correction_is_linked_to_the_letter_of_the_year_that_is_said(office: AnOffice) -> None:
    office.register.add_series(Series(key="yearly", title="Yearly", pattern="{ordinal}"))
    days = (date(2017, 8, 16), date(2018, 1, 9))
    wrong = [office.issuing.register(a_letter(), Registration(series="yearly", on=day)) for day in days]
    with pytest.raises(AmbiguousNumber):
        office.issuing.register(a_letter(), Registration(corrects="1"))
    right = office.issuing.register(a_letter(), Registration(corrects="1", year=2017))
    assert (right.corrects, right.number) == (wrong[0].sequence, "147/01-3")
    assert office.register.find("1", 2017) == wrong[0]


def test_the_history_of_a_letter_begins_with_its_reservation_and_is_its_own(office: AnOffice) -> None:
    office.register.add_series(Series(key="yearly", title="Yearly", pattern="{ordinal}"))
    acts = [office.numbers.reserve("yearly", replace(WORD, day=date(year, 5, 1))) for year in (2017, 2018)]
    entry = office.issuing.register(a_letter(), Registration(reserved="1", year=2018))
    sent = office.numbers.note_day(ActKind.DISPATCHED, "1", WORD, 2018)
    assert office.register.history(entry) == [acts[1], sent]
