"""Numbers are taken from the counter they belong to: the next one, a reserved one, a late one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.numbering import NumberPartMissing
from app.domain.register import ActKind, Entry, EntryNotFound, Link, Scope, Series
from app.services.issuing import Registration
from app.services.numbers import AlreadyVoid, Said, Word
from app.services.register import ScopeNotInNumber, SeriesInUse, StartBelowOne
from app.services.taking import (
    AmbiguousNumber,
    LateEntriesNotAllowed,
    NoLateEntryLeft,
    NotReserved,
)
from tests.builders import a_letter, a_state, an_allegation
from tests.services.conftest import OUTGOING, AnOffice

OWN = Path("no templates of our own")
WORD = Word(person="Ana", note="the congress")
IN_2017, IN_2018 = date(2017, 8, 16), date(2018, 1, 9)
UN_STYLE = Series(
    key="un", title="In the style of the UN", pattern="{type} {state} {ordinal}/{year}", scope=Scope.STATE
)
UNITS = Series(
    key="units", title="Each unit by itself", pattern="{unit}-{ordinal}", scope=Scope.UNIT, unit="01"
)
FOREVER = Series(key="forever", title="Never anew", pattern="{ordinal:4}", yearly=False, start=500)


def letter(office: AnOffice, state: str = "GEO", **how: object) -> Entry:
    """Register a letter about a State."""
    about = a_letter(state=a_state(code=state))
    return office.issuing.register(about, Registration(**how))  # type: ignore[arg-type]


# ── Whose counter ────────────────────────────────────────────────────────────


def test_each_state_has_a_counter_of_its_own_that_begins_anew_each_year(office: AnOffice) -> None:
    office.register.add_series(UN_STYLE)
    numbers = [
        letter(office, state, series="un", on=day).number
        for state, day in (
            ("KAZ", IN_2017),
            ("GEO", IN_2017),
            ("KAZ", IN_2017),
            ("KAZ", IN_2018),
            ("GEO", IN_2017),
        )
    ]
    assert numbers == ["PL KAZ 1/2017", "PL GEO 1/2017", "PL KAZ 2/2017", "PL KAZ 1/2018", "PL GEO 2/2017"]


def test_all_types_of_letter_share_the_counter_of_their_state(office: AnOffice) -> None:
    office.register.add_series(UN_STYLE)
    how = Registration(series="un", on=IN_2017)
    numbers = [office.issuing.register(one, how).number for one in (a_letter(), an_allegation(), a_letter())]
    assert numbers == ["PL GEO 1/2017", "AL GEO 2/2017", "PL GEO 3/2017"]


def test_each_unit_has_a_counter_of_its_own_and_the_series_has_one_for_want_of_another(
    office: AnOffice,
) -> None:
    office.register.add_series(UNITS)
    numbers = [letter(office, series="units", unit=unit).number for unit in ("", "02", "01", "02")]
    assert numbers == ["01-1", "02-1", "01-2", "02-2"]


def test_a_series_that_never_begins_anew_goes_on_over_the_years(office: AnOffice) -> None:
    office.register.add_series(FOREVER)
    entries = [letter(office, series="forever", on=day) for day in (IN_2017, IN_2018, IN_2017)]
    assert [entry.number for entry in entries] == ["0500", "0501", "0502"]
    assert [(entry.counted_in, entry.year) for entry in entries] == [(0, 2017), (0, 2018), (0, 2017)]


def test_a_year_begins_on_the_day_of_registration_whatever_day_the_letter_has(office: AnOffice) -> None:
    numbers = [
        office.issuing.register(a_letter(date=date(2017, 12, 29)), Registration(on=day)).number
        for day in (date(2017, 12, 31), date(2018, 1, 1))
    ]
    assert numbers == ["147/01-3", "1/01-3"]


def test_the_unit_and_file_of_a_letter_go_before_those_of_its_series(office: AnOffice) -> None:
    numbers = [
        letter(office, unit=unit, file=file).number for unit, file in (("", ""), ("02", ""), ("02", "8"))
    ]
    assert numbers == ["147/01-3", "148/02-3", "149/02-8"]


def test_an_index_part_that_is_missing_is_skipped(office: AnOffice) -> None:
    office.register.add_series(Series(key="bare", title="Bare"))
    numbers = [letter(office, series="bare", file=file).number for file in ("", "3")]
    assert numbers == ["1", "2-3"]


def test_a_part_that_a_number_needs_is_asked_for_before_a_number_is_taken(office: AnOffice) -> None:
    office.register.add_series(UN_STYLE)
    with pytest.raises(NumberPartMissing, match="“state”, which is empty here; no number was taken"):
        letter(office, "", series="un")
    assert office.counters == {}
    assert letter(office, "KAZ", series="un").ordinal == 1


# ── What a series may be ─────────────────────────────────────────────────────


@pytest.mark.parametrize("scope", [Scope.STATE, Scope.UNIT])
def test_numbers_must_say_what_has_their_counter(office: AnOffice, scope: Scope) -> None:
    series = Series(key="alike", title="All alike", pattern="{ordinal}/{year}", scope=scope)
    with pytest.raises(ScopeNotInNumber, match=f"put {{{scope.value}}} into the pattern"):
        office.register.add_series(series)
    office.register.add_series(replace(series, pattern=f"{{ordinal}}/{{year}}[-{{{scope.value}}}]"))


@pytest.mark.parametrize("start", [0, -5])
def test_a_series_begins_with_one_or_later(office: AnOffice, start: int) -> None:
    with pytest.raises(StartBelowOne, match=str(start)):
        office.register.add_series(Series(key="early", title="Early", start=start))


@pytest.mark.parametrize("otherwise", [{"yearly": False}, {"scope": Scope.UNIT}])
def test_what_counts_cannot_change_once_numbers_were_given(
    office: AnOffice, otherwise: dict[str, object]
) -> None:
    changed = replace(OUTGOING, **otherwise)  # type: ignore[arg-type]
    office.register.edit_series(changed)
    office.register.edit_series(OUTGOING)
    letter(office)
    with pytest.raises(SeriesInUse, match="“outgoing” has given numbers already"):
        office.register.edit_series(changed)
    assert office.register.one_series("outgoing") == OUTGOING


def test_a_changed_series_writes_its_next_numbers_otherwise_and_counts_on(office: AnOffice) -> None:
    first = letter(office)
    office.register.edit_series(replace(OUTGOING, pattern="{ordinal:4}-{year}", sign="No."))
    assert [first.number, letter(office).number] == ["147/01-3", "0148-2017"]
    assert office.register.find("147/01-3") == first


# ── Reserved numbers ─────────────────────────────────────────────────────────


def test_a_reserved_number_is_used_once(office: AnOffice) -> None:
    reserved = office.numbers.reserve("outgoing", WORD)
    after = letter(office)
    entry = letter(office, reserved=reserved.number)
    assert (reserved.number, after.number) == ("147/01-3", "148/01-3")
    assert (entry.number, entry.ordinal) == ("147/01-3", 147)
    with pytest.raises(NotReserved, match="“147/01-3” is not reserved"):
        letter(office, reserved=reserved.number)
    assert letter(office).ordinal == 149


def test_the_reserved_number_is_printed(office: AnOffice) -> None:
    office.numbers.reserve("outgoing", WORD)
    entry = letter(office, reserved="№ 147/01-3")
    assert office.read(entry).texts[0] == "№ 147/01-3"


def test_a_void_number_is_never_used_again(office: AnOffice) -> None:
    office.numbers.reserve("outgoing", WORD)
    office.numbers.void("147/01-3", Word(person="Ana", note="the letter was never signed"))
    for year in (None, 2017):
        with pytest.raises(NotReserved):
            letter(office, reserved="147/01-3", year=year)
    assert letter(office).number == "148/01-3"


def test_a_number_that_was_made_void_in_another_year_is_void(office: AnOffice) -> None:
    office.numbers.reserve("outgoing", WORD)
    office.numbers.void("147/01-3", replace(WORD, day=IN_2018))
    with pytest.raises(NotReserved):
        letter(office, reserved="147/01-3", year=2017, on=IN_2018)


@pytest.mark.parametrize("number", ["147/01-3", "148/01-3", "149/01-3", "", "147"])
def test_what_nobody_reserved_is_not_used_as_if(office: AnOffice, number: str) -> None:
    office.numbers.reserve("outgoing", WORD)
    letter(office)
    with pytest.raises(NotReserved):
        letter(office, reserved=number or "no number", series="nowhere")
    assert letter(office).ordinal == 149


def test_a_number_reserved_in_december_stays_one_of_its_year(office: AnOffice) -> None:
    office.numbers.reserve("outgoing", replace(WORD, day=date(2017, 12, 29)))
    entry = letter(office, reserved="147/01-3", on=IN_2018)
    assert (entry.number, entry.year, entry.counted_in) == ("147/01-3", 2017, 2017)
    assert entry.registered_on == IN_2018
    assert letter(office, on=IN_2018).number == "1/01-3"
    assert office.verifying.verify().findings == ()


def reserved_in_both_years(office: AnOffice) -> None:
    office.register.add_series(Series(key="yearly", title="Alike each year", pattern="{ordinal}"))
    for day in (IN_2017, IN_2018):
        office.numbers.reserve("yearly", replace(WORD, day=day))


def test_a_number_that_was_reserved_in_several_years_asks_for_the_year(office: AnOffice) -> None:
    reserved_in_both_years(office)
    with pytest.raises(AmbiguousNumber, match=r"2017 \(yearly\), 2018 \(yearly\).*--year or --series"):
        letter(office, reserved="1")
    entry = letter(office, reserved="1", year=2017, on=IN_2018)
    assert (entry.year, entry.counted_in) == (2017, 2017)
    assert letter(office, reserved="1", on=IN_2018).counted_in == 2018


def test_a_number_of_two_series_asks_for_the_series(office: AnOffice) -> None:
    for key in ("a", "b"):
        office.register.add_series(Series(key=key, title=key, pattern="{ordinal}"))
        office.numbers.reserve(key, WORD)
    with pytest.raises(AmbiguousNumber, match=r"2017 \(a\), 2017 \(b\)"):
        letter(office, reserved="1")
    assert letter(office, reserved="1", series="b").series == "b"
    assert letter(office, reserved="1").series == "a"
    assert [office.register.find("1", 2017, key).series for key in ("a", "b")] == ["a", "b"]


def test_a_reserved_number_says_what_was_known_of_the_letter(office: AnOffice) -> None:
    office.register.add_series(replace(UN_STYLE, pattern="{type} {state} {ordinal}/{year}[-{language}]"))
    act = office.numbers.reserve("un", WORD, Said(type="AL", state="KAZ", language="kk"))
    assert (act.number, act.scope) == ("AL KAZ 1/2017-kk", "KAZ")
    with pytest.raises(NumberPartMissing, match="“type”"):
        office.numbers.reserve("un", WORD, Said(state="KAZ"))
    assert letter(office, "KAZ", series="un").number == "PL KAZ 2/2017-en"


# ── Late entries ─────────────────────────────────────────────────────────────


@pytest.fixture
def late(office: AnOffice) -> AnOffice:
    """An office that allows late entries, with one letter registered."""
    office.register.edit_series(replace(OUTGOING, late_entries=True))
    letter(office)
    return office


def test_late_entries_get_letters_in_their_order_and_leave_the_counter_alone(late: AnOffice) -> None:
    entries = [letter(late, late_after="147/01-3") for _ in range(2)]
    assert [(entry.number, entry.ordinal, entry.suffix) for entry in entries] == [
        ("147a/01-3", 147, "a"),
        ("147b/01-3", 147, "b"),
    ]
    assert letter(late).number == "148/01-3"
    assert late.read(entries[0]).texts[0] == "№ 147a/01-3"
    assert late.verifying.verify().findings == ()


def test_a_late_entry_may_follow_a_late_entry(late: AnOffice) -> None:
    letter(late, late_after="147/01-3")
    assert letter(late, late_after="147a/01-3").number == "147b/01-3"


def test_a_house_without_late_entries_has_none(office: AnOffice) -> None:
    letter(office)
    with pytest.raises(LateEntriesNotAllowed, match="“outgoing” has no late entries"):
        letter(office, late_after="147/01-3")
    assert len(office.storage.shelf.entries) == 1


def test_a_late_entry_follows_a_letter_that_is_there(late: AnOffice) -> None:
    late.numbers.reserve("outgoing", WORD)
    for number in ("148/01-3", "999/01-3"):
        with pytest.raises(EntryNotFound):
            letter(late, late_after=number)


def test_a_late_entry_belongs_to_the_year_of_the_number_before_it(late: AnOffice) -> None:
    late.register.edit_series(replace(OUTGOING, late_entries=True, pattern="{ordinal}/{month:2}.{year}"))
    before = letter(late, on=date(2017, 11, 3))
    entry = letter(late, late_after=before.number, on=IN_2018)
    assert (entry.number, entry.year, entry.registered_on) == ("148a/11.2017", 2017, IN_2018)


def test_a_late_entry_after_a_number_that_was_used_a_year_later_stays_in_its_year(late: AnOffice) -> None:
    late.register.edit_series(replace(OUTGOING, late_entries=True, pattern="{ordinal}/{year}"))
    late.numbers.reserve("outgoing", WORD)
    letter(late, reserved="148/2017", on=IN_2018)
    assert letter(late, late_after="148/2017", on=IN_2018).number == "148a/2017"


@pytest.mark.parametrize(
    ("series", "number", "late_number"),
    [
        (replace(UN_STYLE, late_entries=True), "PL KAZ 1/2017", "PL KAZ 1a/2017"),
        (replace(UNITS, late_entries=True), "01-1", "01-1a"),
    ],
    ids=["state", "unit"],
)
def test_a_late_entry_stays_with_the_counter_of_the_number_before_it(
    office: AnOffice, series: Series, number: str, late_number: str
) -> None:
    office.register.add_series(series)
    assert letter(office, "KAZ", series=series.key).number == number
    assert letter(office, "GEO", late_after=number, unit="02").number == late_number


def test_after_z_no_letter_is_left_and_no_number_taken(late: AnOffice) -> None:
    entries = [letter(late, late_after="147/01-3") for _ in range(26)]
    assert entries[-1].number == "147z/01-3"
    with pytest.raises(NoLateEntryLeft, match="147/01-3 has late entries from a to z"):
        letter(late, late_after="147/01-3")
    assert len(late.storage.shelf.entries) == 27


def test_a_letter_that_was_made_void_keeps_its_late_number(late: AnOffice) -> None:
    letter(late, late_after="147/01-3")
    late.numbers.void("147a/01-3", WORD)
    assert letter(late, late_after="147/01-3").number == "147b/01-3"


# ── Whatever happens ─────────────────────────────────────────────────────────

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["register", "reserve", "use", "void", "late"]),
        st.sampled_from([IN_2017, IN_2018]),
        st.integers(0, 9),
    ),
    max_size=12,
)


@given(STEPS)
def test_whatever_people_do_no_number_is_given_twice_and_none_is_unexplained(
    steps: list[tuple[str, date, int]],
) -> None:
    office = AnOffice(OWN)
    office.register.edit_series(replace(OUTGOING, late_entries=True))
    for what, day, which in steps:
        _do(office, what, day, which)
    shelf = office.storage.shelf
    places = [(e.counted_in, e.ordinal, e.suffix) for e in shelf.entries.values()]
    assert len(set(places)) == len(places)
    assert len({(e.year, e.number) for e in shelf.entries.values()}) == len(places)
    assert all(line.is_explained for line in office.numbers.gaps())
    assert office.verifying.verify().findings == ()


def _do(office: AnOffice, what: str, day: date, which: int) -> None:
    shelf = office.storage.shelf
    reserved = [act for act in shelf.acts.values() if act.kind is ActKind.RESERVED]
    entries = list(shelf.entries.values())
    match what:
        case "register":
            letter(office, on=day)
        case "reserve":
            office.numbers.reserve("outgoing", replace(WORD, day=day))
        case "use" if reserved:
            act = reserved[which % len(reserved)]
            with suppress(NotReserved):
                letter(office, reserved=act.number, year=act.counted_in, on=day)
        case "void" if reserved or entries:
            given: list[Link] = [*reserved, *entries]
            link = given[which % len(given)]
            with suppress(AlreadyVoid):
                office.numbers.void(link.number, replace(WORD, day=day), link.counted_in)
        case "late" if entries:
            entry = entries[which % len(entries)]
            letter(office, late_after=entry.number, year=entry.year, on=day)
