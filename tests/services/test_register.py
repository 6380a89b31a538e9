"""The register is listed, searched, exported and proved; reading it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.numbering import DEFAULT_PATTERN, NumberFieldMissingOrTwice, UnknownNumberField
from app.domain.register import FIRST_SEAL, Entry, EntryNotFound, Finding, Series
from app.drafting.engine import WriteProblem
from app.services.issuing import Registration
from app.services.register import DocumentChanged, SeriesExists, file_name_of_entry
from app.services.taking import AmbiguousNumber
from tests.builders import a_letter, a_recipient, in_words
from tests.services.conftest import AnOffice

YEARLY = Series(key="yearly", title="Each year from one", pattern="{ordinal}")


def registered(office: AnOffice, *days: date) -> Sequence[Entry]:
    """Register a letter on each of some days."""
    return [office.issuing.register(a_letter(), Registration(on=day)) for day in days]


DAYS = (date(2017, 8, 16), date(2017, 8, 17), date(2017, 8, 18))


# ── Lists and searches ───────────────────────────────────────────────────────


def test_the_newest_letters_come_first(office: AnOffice) -> None:
    entries = registered(office, *DAYS)
    assert office.register.latest() == list(reversed(entries))
    assert office.register.latest(2) == [entries[2], entries[1]]


def test_an_empty_register_has_an_empty_list(office: AnOffice) -> None:
    assert office.register.latest() == []


@pytest.mark.parametrize("asked", ["147/01-3", "№ 147/01-3", "№147/01-3", "No. 147/01-3", " 147/01-3 "])
def test_a_letter_is_found_by_its_number_however_it_is_typed(office: AnOffice, asked: str) -> None:
    (entry,) = registered(office, DAYS[0])
    assert office.register.find(asked) == entry


@pytest.mark.parametrize("asked", ["148/01-3", "147", "147/01", "", "%", "147/01-3; --"])
def test_what_is_not_there_is_not_found(office: AnOffice, asked: str) -> None:
    registered(office, DAYS[0])
    with pytest.raises(EntryNotFound):
        office.register.find(asked)


def test_a_number_given_in_several_years_asks_for_the_year(office: AnOffice) -> None:
    office.register.add_series(YEARLY)
    days = (date(2017, 1, 2), date(2018, 1, 2))
    entries = [office.issuing.register(a_letter(), Registration(on=day, series="yearly")) for day in days]
    with pytest.raises(AmbiguousNumber, match=r"“1” was given more than once: 2017 \(yearly\), 2018 \("):
        office.register.find("1")
    assert [office.register.find("1", year) for year in (2017, 2018)] == entries
    with pytest.raises(EntryNotFound):
        office.register.find("1", 2019)


# ── Export ───────────────────────────────────────────────────────────────────


def test_what_is_exported_is_byte_for_byte_what_was_registered(office: AnOffice, tmp_path: Path) -> None:
    (entry,) = registered(office, DAYS[0])
    path = office.register.export(entry.number, tmp_path / "out.docx")
    assert path.read_bytes() == office.document(entry)


def test_into_a_folder_a_letter_goes_under_its_own_name(office: AnOffice, tmp_path: Path) -> None:
    registered(office, DAYS[0])
    assert office.register.export("147/01-3", tmp_path) == tmp_path / "147-01-3_Abashidze_en.docx"
    assert (tmp_path / "147-01-3_Abashidze_en.docx").is_file()


@pytest.mark.parametrize(
    ("recipient", "name"),
    [
        (a_recipient(), "147-01-3_Abashidze_en.docx"),
        (a_recipient(sort_name=""), "147-01-3_Nino-Abashidze_en.docx"),
        (a_recipient(sort_name="", name="", organisation="A/B: C"), "147-01-3_A-B-C_en.docx"),
        (a_recipient(sort_name="../../etc, x"), "147-01-3_etc_en.docx"),
    ],
)
def test_a_file_name_is_safe_on_every_system(office: AnOffice, recipient: object, name: str) -> None:
    letter = in_words("Text.", recipients=(recipient,))
    entry = office.issuing.register(letter)
    assert file_name_of_entry(entry) == name


def test_a_file_is_not_overwritten_unless_it_is_said(office: AnOffice, tmp_path: Path) -> None:
    (entry,) = registered(office, DAYS[0])
    target = tmp_path / "out.docx"
    target.write_bytes(b"mine")
    with pytest.raises(WriteProblem):
        office.register.export(entry.number, target)
    assert target.read_bytes() == b"mine"
    office.register.export(entry.number, target, overwrite=True)
    assert target.read_bytes() == office.document(entry)


def test_a_missing_folder_is_not_made_by_the_way(office: AnOffice, tmp_path: Path) -> None:
    registered(office, DAYS[0])
    with pytest.raises(WriteProblem, match="does not exist"):
        office.register.export("147/01-3", tmp_path / "nowhere" / "out.docx")
    assert not (tmp_path / "nowhere").exists()


def test_a_changed_document_is_not_exported(office: AnOffice, tmp_path: Path) -> None:
    (entry,) = registered(office, DAYS[0])
    office.storage.shelf.documents[entry.sequence] += b"!"
    with pytest.raises(DocumentChanged, match="147/01-3"):
        office.register.export(entry.number, tmp_path)
    assert list(tmp_path.iterdir()) == []


# ── Proof ────────────────────────────────────────────────────────────────────


def test_an_untouched_register_is_proved(office: AnOffice) -> None:
    entries = registered(office, *DAYS)
    proof = office.verifying.verify()
    assert (proof.letters, proof.findings, proof.head) == (3, (), entries[-1].seal)


def test_an_empty_register_has_the_first_seal(office: AnOffice) -> None:
    proof = office.verifying.verify()
    assert (proof.letters, proof.findings, proof.head) == (0, (), FIRST_SEAL)


def test_one_changed_byte_of_a_document_is_found(office: AnOffice) -> None:
    entries = registered(office, *DAYS)
    content = bytearray(office.document(entries[1]))
    content[len(content) // 2] ^= 1
    office.storage.shelf.documents[entries[1].sequence] = bytes(content)
    assert office.verifying.verify().findings == (
        Finding("148/01-3", "The document has been changed since its registration.", entries[1].moment),
    )


def test_a_missing_document_is_found(office: AnOffice) -> None:
    entries = registered(office, *DAYS)
    del office.storage.shelf.documents[entries[2].sequence]
    assert office.verifying.verify().findings == (
        Finding("149/01-3", "The document is missing.", entries[2].moment),
    )


def test_a_changed_row_is_found(office: AnOffice) -> None:
    entries = registered(office, *DAYS)
    office.storage.shelf.entries[1] = replace(entries[0], addressee="Somebody else")
    assert office.verifying.verify().findings == (
        Finding("147/01-3", "The entry has been changed since its registration.", entries[0].moment),
    )


def test_a_missing_row_is_found(office: AnOffice) -> None:
    registered(office, *DAYS)
    del office.storage.shelf.entries[2]
    assert [finding.what for finding in office.verifying.verify().findings] == [
        "An entry before this one is missing.",
        "The link to the entry before is broken.",
        "Nothing explains what became of this number.",
    ]


# ── Series ───────────────────────────────────────────────────────────────────


def test_a_new_series_stands_in_the_list(office: AnOffice) -> None:
    office.register.add_series(YEARLY)
    assert [series.key for series in office.register.series()] == ["outgoing", "yearly"]


def test_a_series_is_not_added_twice(office: AnOffice) -> None:
    with pytest.raises(SeriesExists, match="“outgoing”"):
        office.register.add_series(replace(YEARLY, key="outgoing"))
    assert [series.title for series in office.register.series()] == ["Outgoing letters"]


BAD_PATTERNS: Sequence[tuple[str, type[Exception]]] = [
    ("{ordinal}{page}", UnknownNumberField),
    ("{ordinal", UnknownNumberField),
    ("{year}", NumberFieldMissingOrTwice),
    ("{ordinal}/{ordinal}", NumberFieldMissingOrTwice),
    ("", NumberFieldMissingOrTwice),
]


@pytest.mark.parametrize(("pattern", "refusal"), BAD_PATTERNS)
def test_a_pattern_that_gives_no_numbers_is_refused(
    office: AnOffice, pattern: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        office.register.add_series(replace(YEARLY, pattern=pattern))
    assert [series.key for series in office.register.series()] == ["outgoing"]


def test_the_default_pattern_is_ordinal_unit_and_file() -> None:
    assert DEFAULT_PATTERN == "{ordinal}[/{unit}][-{file}]"
