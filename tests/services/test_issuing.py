"""Registering is one step: number, snapshot, document and seal, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.composed import NotACompleteLetter
from app.domain.directory import Origins
from app.domain.letters import Block, BlockKind, Letter
from app.domain.number_wish import NumberWish
from app.domain.pictures import letterhead_picture
from app.domain.register import (
    FIRST_SEAL,
    DraftAlreadyRegistered,
    DraftNotFound,
    Entry,
    EntryNotFound,
    Series,
    UnknownSeries,
    chain_findings,
    document_seal,
)
from app.domain.senders import SenderProfile, SenderTexts
from app.drafting.engine import FillProblem
from app.services.issuing import Registration, SeveralVersions, default_series
from app.services.letter_files import letter_from_snapshot
from tests.builders import a_block, a_letter, a_recipient, an_allegation, in_words
from tests.drafting.making import example
from tests.drafting.reading import DocxRead
from tests.drafting.writing import own_word_file, own_wording
from tests.fakes import FakeRegister, FakeStorage, FakeUnitOfWork, FixedClock
from tests.pictures import a_png
from tests.services.conftest import AnOffice

IN_2018 = Registration(on=date(2018, 1, 9))
BLANK = Registration(number_blank=True)


# ── The number ───────────────────────────────────────────────────────────────


def test_the_model_letter_gets_the_number_of_the_model_letter(office: AnOffice) -> None:
    entry = office.issuing.register(example("protest"))
    assert entry.number == "147/01-3"
    assert office.read(entry).texts[0] == "№ 147/01-3"


def test_a_registered_letter_keeps_the_letterhead_it_had(office: AnOffice) -> None:
    key = office.senders.save(SenderProfile(texts=(SenderTexts(language="en", organisation="Bakers"),))).key
    office.senders.set_picture(key, "logo.png", a_png())
    picture = office.senders.sender_for_letter(key, "en").picture
    letter = replace(a_letter(), sender=replace(a_letter().sender, picture=picture))
    draft = office.drafts.keep(letter)
    office.senders.set_picture(key, "logo.png", a_png(60, 60))
    office.senders.delete(key)
    entry = office.issuing.register_draft(draft)
    said = letter_from_snapshot(entry.snapshot)
    assert said.sender.picture == picture == letterhead_picture(a_png())
    path = office.register.export(entry.number, office.own.parent / "letter.docx")
    assert a_png() in DocxRead(path.read_bytes()).parts.values()
    assert not office.verifying.verify().findings


def test_a_new_workspace_begins_with_number_one() -> None:
    assert default_series().number(default_series().start, 2017) == "1/01-3"


def test_numbers_follow_one_another_without_a_gap(office: AnOffice) -> None:
    entries = [office.issuing.register(a_letter()) for _ in range(3)]
    assert [(entry.sequence, entry.ordinal) for entry in entries] == [(1, 147), (2, 148), (3, 149)]


def test_the_year_of_registration_counts_and_not_that_of_the_letter(office: AnOffice) -> None:
    entry = office.issuing.register(a_letter(date=date(2017, 12, 30)), IN_2018)
    assert (entry.year, entry.registered_on) == (2018, date(2018, 1, 9))
    assert entry.letter_date == date(2017, 12, 30)


def test_each_year_begins_anew_and_goes_on_where_it_was(office: AnOffice) -> None:
    ordinals = [
        office.issuing.register(a_letter(), Registration(on=day)).ordinal
        for day in (date(2017, 12, 31), date(2018, 1, 1), date(2018, 1, 2), date(2017, 12, 31))
    ]
    assert ordinals == [147, 1, 2, 148]


def test_the_day_of_registration_is_today_unless_said_otherwise(office: AnOffice) -> None:
    office.clock.now = datetime(2017, 9, 1, 8, 0, tzinfo=UTC)
    entry = office.issuing.register(a_letter())
    assert (entry.registered_on, entry.registered_at) == (date(2017, 9, 1), office.clock.now)


def test_a_letter_without_a_date_gets_the_day_of_registration(office: AnOffice) -> None:
    entry = office.issuing.register(a_letter(date=None), IN_2018)
    assert entry.letter_date == date(2018, 1, 9)
    assert "“ 09 ” 01 2018" in office.read(entry).texts


def test_each_series_counts_by_itself(office: AnOffice) -> None:
    office.register.add_series(Series(key="joint", title="Joint letters", pattern="J-{ordinal:3}"))
    numbers = [
        office.issuing.register(a_letter(series=series), how).number
        for series, how in (
            ("", Registration()),
            ("joint", Registration()),
            ("", Registration(series="joint")),
            ("joint", Registration(series="outgoing")),
        )
    ]
    assert numbers == ["147/01-3", "J-001", "J-002", "148/01-3"]


def test_a_series_may_have_another_sign(office: AnOffice) -> None:
    office.register.add_series(Series(key="ours", title="Ours", sign="No.", pattern="{ordinal}/{year}"))
    entry = office.issuing.register(a_letter(), Registration(series="ours"))
    assert entry.number == "1/2017"
    assert office.read(entry).texts[0] == "No. 1/2017"


def test_an_unknown_series_is_refused_with_those_there_are(office: AnOffice) -> None:
    with pytest.raises(UnknownSeries, match=r"“nowhere”.*Known series: outgoing"):
        office.issuing.register(a_letter(), Registration(series="nowhere"))
    assert office.storage.shelf.entries == {}


def test_two_letters_in_the_same_second_are_two_entries(office: AnOffice) -> None:
    first, second = (office.issuing.register(a_letter()) for _ in range(2))
    assert first.registered_at == second.registered_at
    assert first.number != second.number
    assert second.previous_seal == first.seal != second.seal


def test_a_late_entry_keeps_the_order_of_the_register(office: AnOffice) -> None:
    office.issuing.register(a_letter(), IN_2018)
    late = office.issuing.register(a_letter(), Registration(on=date(2017, 8, 1)))
    assert (late.sequence, late.year, late.ordinal) == (2, 2017, 147)
    assert office.verifying.verify().findings == ()


# ── What takes no number ─────────────────────────────────────────────────────


def test_drafts_never_touch_the_counter(office: AnOffice) -> None:
    for _ in range(3):
        key = office.drafts.keep(a_letter())
        office.drafts.replace(key, a_letter(title="Changed"))
        office.desk.draft(office.drafts.open(key))
    assert office.counters == {}


GAPS: dict[str, Letter] = {
    "no addressee": a_letter(recipients=()),
    "no signatory": a_letter(signatories=()),
    "no salutation": a_letter(recipients=(a_recipient(salutation=""),)),
    "a block without wording": a_letter(blocks=(Block(kind=BlockKind.TEXT),)),
    "an allegation without mandates": an_allegation(mandates=()),
}


@pytest.mark.parametrize("letter", GAPS.values(), ids=GAPS)
def test_a_letter_with_gaps_takes_no_number(office: AnOffice, letter: Letter) -> None:
    with pytest.raises(NotACompleteLetter):
        office.issuing.register(letter)
    assert (office.counters, office.storage.shelf.entries) == ({}, {})


@pytest.mark.parametrize("letter", GAPS.values(), ids=GAPS)
def test_a_draft_with_gaps_takes_no_number_and_stays_open(office: AnOffice, letter: Letter) -> None:
    key = office.drafts.keep(letter)
    with pytest.raises(NotACompleteLetter):
        office.issuing.register_draft(key)
    assert (office.counters, office.storage.shelf.entries) == ({}, {})
    office.drafts.replace(key, a_letter())
    assert office.issuing.register_draft(key).ordinal == 147


def test_a_letter_with_gaps_keeps_no_other_desk_waiting(office: AnOffice) -> None:
    def opened() -> FakeUnitOfWork:
        raise AssertionError("the register was opened for writing")

    office.use(opened)
    with pytest.raises(NotACompleteLetter):
        office.issuing.register(a_letter(recipients=()))


def test_every_gap_is_named_with_its_block(office: AnOffice) -> None:
    letter = a_letter(recipients=(a_recipient(salutation="", address=()),))
    with pytest.raises(NotACompleteLetter) as refused:
        office.issuing.register(letter)
    said = str(refused.value).splitlines()[1:]
    assert [line.partition(":")[0] for line in said] == ["salutation", "address"]


def test_a_place_that_an_own_word_file_asks_for_is_a_gap_too(office: AnOffice) -> None:
    own_word_file(office.own, "ours", "{{ recipient.fax }}")
    with pytest.raises(NotACompleteLetter, match=r"recipients\.fax"):
        office.issuing.register(a_letter(template="ours"))
    assert office.counters == {}


def test_a_letter_in_several_versions_waits_for_the_day_the_register_can_keep_them(
    office: AnOffice,
) -> None:
    letter = a_letter(versions=(a_letter(language="fr"),))
    with pytest.raises(SeveralVersions, match="en, fr"):
        office.issuing.register(letter)
    with pytest.raises(SeveralVersions):
        office.issuing.register_draft(office.drafts.keep(letter))
    assert office.counters == {}


# ── What goes wrong on the way ───────────────────────────────────────────────


class _FullDisk(Exception):
    """The disk is full."""


class _NoRoom(FakeRegister):
    def add(self, entry: Entry, document: bytes) -> None:
        super().add(entry, document)
        raise _FullDisk


class _FailingWork(FakeUnitOfWork):
    """A transaction that fails after the number was taken and the entry added."""

    def __enter__(self) -> Self:
        super().__enter__()
        self.register = _NoRoom(self._shelf)
        return self


class _FailingCommit(FakeUnitOfWork):
    """A transaction that fails at its very end."""

    def commit(self) -> None:
        raise _FullDisk


Failing = Callable[[FakeStorage], FakeUnitOfWork]


@pytest.mark.parametrize("failing", [_FailingWork, _FailingCommit])
@pytest.mark.parametrize("kept", [True, False], ids=["a draft", "a letter"])
def test_a_failure_of_storage_gives_the_number_back(office: AnOffice, failing: Failing, kept: bool) -> None:
    key = office.drafts.keep(a_letter())
    office.use(lambda: failing(office.storage))
    with pytest.raises(_FullDisk):
        office.issuing.register_draft(key) if kept else office.issuing.register(a_letter())
    assert (office.counters, office.storage.shelf.entries, office.storage.shelf.documents) == ({}, {}, {})
    office.use(office.storage.unit_of_work)
    assert office.issuing.register_draft(key).number == "147/01-3"


def test_a_template_that_fails_on_the_real_number_gives_it_back(office: AnOffice) -> None:
    own_word_file(office.own, "ours", "{% if letter.number != '1' %}{{ 1 // 0 }}{% endif %}text")
    letter = a_letter(template="ours")
    with pytest.raises(FillProblem):
        office.issuing.register(letter)
    with pytest.raises(FillProblem):
        office.issuing.register_draft(office.drafts.keep(letter))
    assert (office.counters, office.storage.shelf.entries) == ({}, {})


@settings(max_examples=25)
@given(fates=st.lists(st.booleans(), min_size=1, max_size=12))
def test_whatever_fails_in_between_numbers_have_no_gap(
    tmp_path_factory: pytest.TempPathFactory, fates: list[bool]
) -> None:
    office = AnOffice(tmp_path_factory.mktemp("office"))
    letter = in_words("Text.")
    for goes_well in fates:
        office.use(office.storage.unit_of_work if goes_well else lambda: _FailingWork(office.storage))
        if goes_well:
            office.issuing.register(letter)
        else:
            with pytest.raises(_FullDisk):
                office.issuing.register(letter)
    entries = list(office.storage.shelf.entries.values())
    assert [entry.ordinal for entry in entries] == list(range(147, 147 + sum(fates)))
    assert list(chain_findings(entries)) == []


# ── What is kept ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize("letter", [a_letter(), an_allegation()], ids=["protest", "allegation"])
def test_the_snapshot_gives_the_letter_back_whole(office: AnOffice, letter: Letter) -> None:
    entry = office.issuing.register(letter)
    kept = letter_from_snapshot(entry.snapshot)
    assert replace(kept, blocks=()) == letter
    assert kept.blocks != ()


def test_the_snapshot_holds_the_words_of_each_block(office: AnOffice) -> None:
    letter = a_letter(
        blocks=(a_block(BlockKind.NUMBER), a_block(BlockKind.SALUTATION), a_block(text="By *hand*."))
    )
    snapshot = office.snapshot(office.issuing.register(letter))
    assert snapshot["number"] == "147/01-3"
    assert snapshot["blocks"] == [
        {"key": "number", "kind": "number", "language": "en", "text": "№ 147/01-3", "written": False},
        {
            "key": "salutation",
            "kind": "salutation",
            "language": "en",
            "text": "Dear Prime Minister Abashidze,",
            "written": False,
        },
        {"key": "text", "kind": "text", "language": "en", "text": "By *hand*.", "written": True},
    ]


def test_the_entry_says_what_the_journal_wants_to_know(office: AnOffice) -> None:
    entry = office.issuing.register(a_letter())
    assert (entry.letter_type, entry.language, entry.state) == ("protest", "en", "GEO")
    assert entry.addressee == "Nino Abashidze, Prime Minister of Georgia"
    assert entry.subject == "Closure of the bakers’ union"


def test_several_addressees_stand_side_by_side_in_the_journal(office: AnOffice) -> None:
    people = (a_recipient(), a_recipient(name="", offices=(), organisation="Parliament"))
    entry = office.issuing.register(a_letter(recipients=people))
    assert entry.addressee == "Nino Abashidze, Prime Minister of Georgia; Parliament"


def test_the_document_is_kept_with_its_sha_256(office: AnOffice) -> None:
    entry = office.issuing.register(a_letter())
    assert entry.document_seal == document_seal(office.document(entry))


def test_each_entry_is_linked_to_the_one_before(office: AnOffice) -> None:
    entries = [office.issuing.register(a_letter()) for _ in range(3)]
    assert [entry.previous_seal for entry in entries] == [FIRST_SEAL, entries[0].seal, entries[1].seal]
    assert list(chain_findings(entries)) == []


def test_the_template_and_its_version_are_kept(office: AnOffice) -> None:
    before = office.issuing.register(a_letter())
    own_wording(office.own, "protest", "[blocks]\nvalediction = 'Yours,'\n")
    after = office.issuing.register(a_letter())
    assert before.template == after.template == "protest"
    assert before.template_version != after.template_version
    assert len(after.template_version) == 64
    assert office.issuing.register(a_letter()).template_version == after.template_version


def test_an_own_word_file_is_named_as_the_template(office: AnOffice) -> None:
    own_word_file(office.own, "ours", "{{ letter.number }}: {{ recipient.name }}")
    entry = office.issuing.register(a_letter(template="ours"))
    assert entry.template == "ours"
    assert office.read(entry).texts == ("147/01-3: Nino Abashidze",)


# ── What never changes again ─────────────────────────────────────────────────


def test_a_registered_letter_does_not_change_with_its_templates(office: AnOffice) -> None:
    entry = office.issuing.register(a_letter())
    document = office.document(entry)
    own_wording(office.own, "protest", "[blocks]\nvalediction = 'Yours,'\n")
    assert office.register.find(entry.number) == entry
    assert office.document(entry) == document
    assert office.verifying.verify().findings == ()


def test_a_registered_draft_can_be_neither_registered_nor_changed_again(office: AnOffice) -> None:
    key = office.drafts.keep(a_letter())
    entry = office.issuing.register_draft(key)
    with pytest.raises(DraftAlreadyRegistered, match=f"Draft {key} is registered already, as 147/01-3"):
        office.issuing.register_draft(key)
    with pytest.raises(DraftAlreadyRegistered):
        office.drafts.replace(key, a_letter(title="Changed"))
    assert office.counters == {("outgoing", 2017, ""): 147}
    assert office.drafts.open(key) == a_letter()
    assert office.register.find("147/01-3") == entry


def test_a_draft_that_is_not_there_cannot_be_registered(office: AnOffice) -> None:
    with pytest.raises(DraftNotFound):
        office.issuing.register_draft(7)


def test_a_draft_is_registered_as_it_was_kept(office: AnOffice) -> None:
    key = office.drafts.keep(a_letter(subject="First"))
    office.drafts.replace(key, a_letter(subject="Second"))
    entry = office.issuing.register_draft(key)
    assert entry.subject == "Second"
    assert [draft.registered_as for draft in office.drafts.all()] == [entry.number]


# ── Number and day left open ─────────────────────────────────────────────────


def test_number_and_day_can_be_left_to_the_hand_that_signs(office: AnOffice) -> None:
    entry = office.issuing.register(a_letter(), BLANK)
    texts = office.read(entry).texts
    assert "№ ________" in texts
    assert "“ ____ ” 08 2017" in texts
    assert "147" not in office.read(entry).whole


def test_the_entry_of_a_blank_has_its_number_and_says_that_it_is_not_printed(office: AnOffice) -> None:
    entry = office.issuing.register(a_letter(), BLANK)
    assert (entry.number, entry.number_printed) == ("147/01-3", False)
    assert office.issuing.register(a_letter()).number_printed


def test_no_page_of_a_blank_gives_its_number_away(office: AnOffice) -> None:
    parts = office.read(office.issuing.register(a_letter(), BLANK)).parts
    assert [name for name, part in parts.items() if name.startswith("word/") and b"147/01" in part] == []


# ── Corrections and other people's references ────────────────────────────────


def test_a_correction_is_a_new_letter_linked_to_the_earlier_one(office: AnOffice) -> None:
    first = office.issuing.register(a_letter())
    second = office.issuing.register(a_letter(), Registration(corrects="№ 147/01-3"))
    assert (second.corrects, second.number) == (first.sequence, "148/01-3")
    assert office.register.find("147/01-3") == first


def test_a_draft_that_corrects_begins_with_all_that_the_earlier_letter_said(office: AnOffice) -> None:
    first = office.issuing.register(a_letter(title="Closure"))
    key = office.drafts.correction(first.sequence)
    assert (office.drafts.open(key).title, office.drafts.open(key).date) == ("Closure", None)
    assert office.drafts.origins(key).corrects == first.sequence
    second = office.issuing.register_draft(key, Registration(corrects=first.sequence, year=2016))
    assert second.corrects == first.sequence
    with pytest.raises(EntryNotFound):
        office.drafts.correction(99)


def test_the_draft_that_is_to_get_a_reserved_number_is_found(office: AnOffice) -> None:
    other = office.drafts.keep(a_letter(), Origins(number=NumberWish(reserved="1/01-3", year=2016)))
    key = office.drafts.keep(a_letter(), Origins(number=NumberWish(reserved="1/01-3", year=2017)))
    assert office.drafts.for_number("1/01-3", 2017) == key
    assert office.drafts.for_number("2/01-3", 2017) is None
    office.drafts.bin(other)
    assert office.drafts.for_number("1/01-3", 2016) is None


def test_a_correction_of_nothing_takes_no_number(office: AnOffice) -> None:
    with pytest.raises(EntryNotFound, match="“9/01-3”"):
        office.issuing.register(a_letter(), Registration(corrects="9/01-3"))
    assert (office.counters, office.storage.shelf.entries) == ({}, {})


def test_an_allegation_prints_the_reference_of_the_united_nations_and_no_number_of_ours(
    office: AnOffice,
) -> None:
    entry = office.issuing.register(an_allegation())
    read = office.read(entry)
    assert entry.number == "147/01-3"
    assert "AL GEO 1/2017" in read.whole
    assert "147/01-3" not in read.whole
    assert office.snapshot(entry)["letter"]["reference"] == "AL GEO 1/2017"


def test_a_reference_that_is_not_known_yet_is_no_gap(office: AnOffice) -> None:
    entry = office.issuing.register(an_allegation(reference=""))
    assert "REFERENCE:" in office.read(entry).whole


# ── Advice ───────────────────────────────────────────────────────────────────


def test_no_advice_keeps_a_letter_from_being_registered(office: AnOffice) -> None:
    doubtful = in_words("the  `Lаw` of 13 December 200, {{ left.over }} “and", date=date(217, 1, 1))
    advice = office.desk.advice(office.desk.draft(doubtful).composed, date(2017, 8, 16))
    assert len({one.what for one in advice}) >= 7
    assert office.issuing.register(doubtful).number == "147/01-3"


def test_the_clock_of_the_desk_and_the_moment_in_utc_may_be_two_days(tmp_path: Path) -> None:
    east = datetime.fromisoformat("2018-01-01T01:00:00+04:00")
    office = AnOffice(tmp_path, clock=FixedClock(east))
    entry = office.issuing.register(a_letter())
    assert (entry.year, entry.registered_on) == (2018, date(2018, 1, 1))
    assert entry.registered_at == east
    assert entry.registered_at.utcoffset() == timedelta(0)


def test_the_register_knows_whether_a_document_prints_its_number(office: AnOffice) -> None:
    assert office.issuing.register(a_letter()).number_printed
    assert not office.issuing.register(an_allegation()).number_printed
