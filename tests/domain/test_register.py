"""The chain of seals shows each change, removal, insertion and reordering."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.register import FIRST_SEAL, Entry, Finding, Series, chain_findings, document_seal

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MOMENTS = st.datetimes(timezones=st.just(UTC))
OF_TYPE: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers(1),
    "str": TEXTS,
    "bool": st.booleans(),
    "date": st.dates(),
    "datetime": MOMENTS,
    "date | None": st.none() | st.dates(),
    "int | None": st.none() | st.integers(1),
}
FIELDS = {field.name: OF_TYPE[str(field.type)] for field in fields(Entry)}
LENGTH = 5


def sealed(entry: Entry) -> Entry:
    return replace(entry, seal=entry.computed_seal())


def an_entry(sequence: int = 1, previous: str = FIRST_SEAL) -> Entry:
    return sealed(
        Entry(
            sequence=sequence,
            series="out",
            year=2017,
            ordinal=sequence,
            number=f"{sequence}/01-3",
            number_printed=True,
            registered_on=date(2017, 8, 16),
            registered_at=datetime(2017, 8, 16, 10, 30, tzinfo=UTC),
            letter_date=None,
            letter_type="protest",
            language="en",
            addressee="Mr. President",
            subject="Rights",
            state="KZ",
            snapshot="{}",
            template="protest",
            template_version="1",
            document_seal=document_seal(b"document"),
            previous_seal=previous,
        )
    )


def a_chain(length: int = LENGTH) -> list[Entry]:
    chain: list[Entry] = []
    for sequence in range(1, length + 1):
        chain.append(an_entry(sequence, chain[-1].seal if chain else FIRST_SEAL))
    return chain


PLACES = st.integers(0, LENGTH - 1)


def test_an_untouched_register_has_no_findings() -> None:
    assert list(chain_findings(a_chain())) == []
    assert list(chain_findings([])) == []


@given(PLACES, st.sampled_from(sorted(FIELDS)), st.data())
def test_any_change_of_any_field_of_any_entry_is_found(place: int, name: str, data: st.DataObject) -> None:
    chain = a_chain()
    value = data.draw(FIELDS[name])
    assume(value != getattr(chain[place], name))
    chain[place] = replace(chain[place], **{name: value})
    assert list(chain_findings(chain))


@given(st.integers(0, LENGTH - 2), st.sampled_from(sorted(set(FIELDS) - {"seal"})), st.data())
def test_a_change_that_was_sealed_anew_breaks_the_next_link(
    place: int, name: str, data: st.DataObject
) -> None:
    chain = a_chain()
    value = data.draw(FIELDS[name])
    assume(value != getattr(chain[place], name))
    chain[place] = sealed(replace(chain[place], **{name: value}))
    after = chain[place + 1]
    expected = Finding(after.number, "The link to the entry before is broken.", after.moment)
    assert expected in list(chain_findings(chain))


@given(st.sets(PLACES, min_size=1, max_size=LENGTH - 1))
def test_removal_is_found_as_long_as_an_entry_follows(places: set[int]) -> None:
    assume(places != set(range(LENGTH - len(places), LENGTH)))
    chain = [entry for place, entry in enumerate(a_chain()) if place not in places]
    assert "An entry before this one is missing." in [finding.what for finding in chain_findings(chain)]


@given(st.permutations(range(LENGTH)))
def test_reordering_is_found(order: list[int]) -> None:
    assume(order != sorted(order))
    chain = a_chain()
    assert list(chain_findings([chain[place] for place in order]))


@given(PLACES, st.booleans())
def test_an_inserted_entry_is_found(place: int, fits_the_one_before: bool) -> None:
    chain = a_chain()
    previous = chain[place - 1].seal if place and fits_the_one_before else FIRST_SEAL
    chain.insert(place, an_entry(chain[place].sequence, previous))
    assert list(chain_findings(chain))


def test_a_doubled_entry_is_found() -> None:
    chain = a_chain()
    assert list(chain_findings([*chain, chain[-1]]))


def test_a_finding_names_the_number_of_the_changed_entry() -> None:
    chain = a_chain()
    chain[2] = replace(chain[2], subject="Wrongs")
    assert list(chain_findings(chain)) == [
        Finding("3/01-3", "The entry has been changed since its registration.", chain[2].moment)
    ]


def test_entries_are_checked_one_after_the_other() -> None:
    entries = iter([replace(an_entry(), subject="Wrongs"), *a_chain()])
    assert next(chain_findings(entries)).number == "1/01-3"
    assert len(list(entries)) == LENGTH


def test_the_seal_is_what_an_outsider_computes() -> None:
    entry = an_entry()
    said = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in vars(entry).items()
        if name != "seal"
    }
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert entry.seal == hashlib.sha256(text.encode()).hexdigest()


def test_the_seal_of_a_document_is_its_sha_256() -> None:
    assert document_seal(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("series", "number"),
    [
        (Series(key="out", title="Outgoing", unit="01", file="3"), "147/01-3"),
        (Series(key="out", title="Outgoing"), "147"),
        (Series(key="out", title="Outgoing", pattern="{year}-{ordinal:5}"), "2017-00147"),
    ],
)
def test_a_series_writes_its_numbers(series: Series, number: str) -> None:
    assert series.number(147, 2017) == number
