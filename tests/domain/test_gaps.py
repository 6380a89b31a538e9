"""Every integer that a counter has passed is used, reserved or void, or it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.gaps import Counter, NumberLine, NumberState, gap_findings, gap_report, place_of
from app.domain.register import Act, ActKind, Entry, Finding
from tests.db.samples import an_entry

COUNTER = Counter("out", 2017, "", first=147, last=152)


def entry(ordinal: int, suffix: str = "") -> Entry:
    return an_entry(ordinal, ordinal=ordinal, suffix=suffix, number=f"{ordinal}{suffix}/01-3", person="Ana")


def act(kind: ActKind, ordinal: int, suffix: str = "", note: str = "a reason") -> Act:
    return Act(
        sequence=1,
        kind=kind,
        series="out",
        counted_in=2017,
        scope="",
        ordinal=ordinal,
        suffix=suffix,
        number=f"{ordinal}{suffix}/01-3",
        person="Nino",
        note=note,
        day=date(2017, 8, 16),
        done_at=datetime(2017, 8, 16, 10, 30, tzinfo=UTC),
    )


def states(lines: Sequence[NumberLine]) -> list[tuple[int, str, NumberState]]:
    return [(line.ordinal, line.suffix, line.state) for line in lines]


def report(
    entries: Sequence[Entry], acts: Sequence[Act], counters: Sequence[Counter] = (COUNTER,)
) -> list[NumberLine]:
    return list(gap_report(counters, entries, acts))


def test_every_integer_from_the_start_value_to_the_last_is_listed_with_what_became_of_it() -> None:
    lines = report(
        [entry(147), entry(149), entry(152)],
        [act(ActKind.RESERVED, 148), act(ActKind.RESERVED, 150), act(ActKind.VOIDED, 150)],
    )
    assert states(lines) == [
        (147, "", NumberState.USED),
        (148, "", NumberState.RESERVED),
        (149, "", NumberState.USED),
        (150, "", NumberState.VOID),
        (151, "", NumberState.UNEXPLAINED),
        (152, "", NumberState.USED),
    ]


@given(
    st.dictionaries(
        st.integers(1, 30),
        st.sampled_from([NumberState.USED, NumberState.RESERVED, NumberState.VOID]),
        max_size=30,
    ),
    st.integers(1, 30),
)
def test_no_number_is_left_out_and_only_what_nothing_explains_is_named(
    known: dict[int, NumberState], last: int
) -> None:
    entries = [entry(ordinal) for ordinal, state in known.items() if state is NumberState.USED]
    acts = [act(ActKind.RESERVED, ordinal) for ordinal, state in known.items() if state in _BY_ACT]
    acts += [act(ActKind.VOIDED, ordinal) for ordinal, state in known.items() if state is NumberState.VOID]
    lines = report(entries, acts, [Counter("out", 2017, "", 1, last)])
    assert [line.ordinal for line in lines] == sorted({*range(1, last + 1), *known})
    assert {line.ordinal: line.state for line in lines if line.state is not NumberState.UNEXPLAINED} == known
    assert {line.ordinal for line in lines if line.is_explained} == {n for n in known if n <= last}
    assert len(list(gap_findings(lines))) == len(set(range(1, last + 1)) ^ set(known))


_BY_ACT = {NumberState.RESERVED, NumberState.VOID}


def test_a_line_says_for_what_and_by_whom() -> None:
    lines = report([entry(147)], [act(ActKind.RESERVED, 148, note="the letter to Tbilisi")])
    assert [(line.number, line.note, line.person) for line in lines[:3]] == [
        ("147/01-3", "Mr. President", "Ana"),
        ("148/01-3", "the letter to Tbilisi", "Nino"),
        ("149", "", ""),
    ]


def test_a_void_letter_is_void_with_its_reason_though_its_text_stays() -> None:
    (line,) = report(
        [entry(147)],
        [act(ActKind.VOIDED, 147, note="signed by nobody")],
        [replace(COUNTER, last=147)],
    )
    assert (line.state, line.note) == (NumberState.VOID, "signed by nobody")


def test_a_reserved_number_that_was_used_is_used() -> None:
    (line,) = report([entry(147)], [act(ActKind.RESERVED, 147)], [replace(COUNTER, last=147)])
    assert line.state is NumberState.USED


@pytest.mark.parametrize("kind", [ActKind.SIGNED, ActKind.DISPATCHED, ActKind.ATTACHED])
def test_what_was_only_signed_sent_or_attached_is_not_explained_by_that(kind: ActKind) -> None:
    (line,) = report([], [act(kind, 147)], [replace(COUNTER, last=147)])
    assert line.state is NumberState.UNEXPLAINED


def test_late_numbers_stand_behind_their_ordinal_and_explain_nothing_else() -> None:
    late = [entry(148, "b"), entry(148, "a"), entry(147)]
    lines = report(late, [act(ActKind.VOIDED, 148, "a")], [replace(COUNTER, last=148)])
    assert states(lines) == [
        (147, "", NumberState.USED),
        (148, "", NumberState.UNEXPLAINED),
        (148, "a", NumberState.VOID),
        (148, "b", NumberState.USED),
    ]


def test_each_year_state_and_series_is_accounted_for_by_itself() -> None:
    counters = [
        Counter("un", 2017, "KAZ", 1, 1),
        Counter("un", 2017, "GEO", 1, 2),
        Counter("un", 2018, "KAZ", 1, 1),
        Counter("out", 2017, "", 147, 147),
    ]
    entries = [
        an_entry(1, series="un", scope="KAZ", ordinal=1),
        an_entry(2, series="un", scope="GEO", ordinal=2),
        an_entry(3, series="un", scope="KAZ", ordinal=1, counted_in=2018),
        an_entry(4, ordinal=147),
    ]
    lines = report(entries, [], counters)
    assert [(line.counter.counted_in, line.counter.scope, line.ordinal, line.state) for line in lines] == [
        (2017, "", 147, NumberState.USED),
        (2017, "GEO", 1, NumberState.UNEXPLAINED),
        (2017, "GEO", 2, NumberState.USED),
        (2017, "KAZ", 1, NumberState.USED),
        (2018, "KAZ", 1, NumberState.USED),
    ]


def test_a_counter_that_was_raised_by_hand_leaves_numbers_that_nothing_explains() -> None:
    lines = report([entry(147)], [], [replace(COUNTER, last=149)])
    text = "Nothing explains what became of this number."
    assert list(gap_findings(lines)) == [Finding("148", text), Finding("149", text)]


def test_a_counter_may_say_anything_and_the_report_stays_short() -> None:
    lines = report([entry(147), entry(300)], [], [replace(COUNTER, last=2**39)])
    assert [line.number for line in lines] == ["147/01-3", "148–299", "300/01-3", "301–549755813888"]
    assert [finding.number for finding in gap_findings(lines)] == ["148–299", "301–549755813888"]


@pytest.mark.parametrize(
    "counters",
    [[replace(COUNTER, last=147)], [replace(COUNTER, first=149)], []],
    ids=["lowered", "begun later", "taken away"],
)
def test_numbers_that_their_counter_does_not_know_are_named(counters: list[Counter]) -> None:
    lines = report([entry(147), entry(148)], [], counters)
    said = {finding.number: finding.what for finding in gap_findings(lines)}
    assert said["148/01-3"] == "The counter of its series does not know this number."
    assert [line.number for line in lines][:2] == ["147/01-3", "148/01-3"]


def test_nothing_was_given_and_nothing_is_missing() -> None:
    assert report([], [], []) == []
    assert list(gap_findings(())) == []


def test_an_act_and_its_letter_have_one_place() -> None:
    assert place_of(entry(147, "a")) == place_of(act(ActKind.VOIDED, 147, "a"))
    assert place_of(entry(147)) != place_of(entry(147, "a"))
