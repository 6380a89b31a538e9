"""The register is searched, filtered, sorted and paged; the real listing and the fake answer alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.queries import Query, parse_query
from app.domain.register import Act, ActKind, Entry, Series
from app.domain.searching import (
    NEWEST_FIRST,
    EntryFilter,
    EntryStatus,
    Facet,
    IndexedText,
    Listed,
    Order,
    Page,
    SortedBy,
    Wanted,
)
from app.services.ports import UnitOfWork
from db import Workspace, searching
from tests.db.samples import DOCUMENT, NOW, SERIES, an_entry, opened, plainly
from tests.fakes import FakeStorage

Begin = Callable[[], UnitOfWork]
OTHER = Series(key="un", title="Letters to the UN")
ORDERS = [Order(by, descending=descending) for by in SortedBy for descending in (False, True)]


@pytest.fixture(params=["sqlite", "fake"])
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Begin]:
    """Starts a unit of work over a storage that knows two series."""
    if request.param == "fake":
        yield with_series(FakeStorage().unit_of_work)
        return
    with opened(tmp_path / "data") as workspace:
        yield with_series(workspace.unit_of_work)


def with_series(begin: Begin) -> Begin:
    with begin() as work:
        for series in (SERIES, OTHER):
            work.series.add(series)
        work.commit()
    return begin


def listed(work: UnitOfWork, sequence: int = 1, text: str = "", **changes: Any) -> Entry:
    """Register a letter and list it under what it says."""
    entry = an_entry(sequence, **changes)
    work.register.add(entry, DOCUMENT)
    said = IndexedText(number=entry.number, addressee=entry.addressee, subject=entry.subject, text=text)
    work.search.add(entry, said)
    return entry


def found(work: UnitOfWork, typed: str = "", **narrowed: Any) -> list[int]:
    wanted = Wanted(query=parse_query(typed), filter=EntryFilter(**narrowed))
    return [line.sequence for line in work.search.page(wanted)]


def an_act(kind: ActKind, entry: int | None, sequence: int = 100) -> Act:
    return Act(
        sequence=sequence, kind=kind, series="out", counted_in=2017, scope="", ordinal=147, number="147/01-3",
        person="Ana", note="so", day=date(2017, 8, 17), done_at=NOW, entry=entry,
    )  # fmt: skip


def noted(work: UnitOfWork, kind: ActKind, entry: int | None, sequence: int) -> None:
    act = an_act(kind, entry, sequence)
    work.register.add_act(act)
    work.search.note(act)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        pytest.param("The strike was declared illegal", "illegal", id="a word"),
        pytest.param("The strike was declared illegal", "stri", id="a beginning"),
        pytest.param("The strike was declared illegal", "illegal st", id="two words in any order"),
        pytest.param("The strike was declared illegal", '"was declared"', id="a phrase"),
        pytest.param("Łódź, Nguyễn", "lodz nguyen", id="without accents"),
        pytest.param("Закрытие профсоюза", "ЗАКРЫТИЕ проф", id="Russian"),
        pytest.param("Алёна с Йемена", "алена иемена", id="ё and й"),
        pytest.param("საქართველოს პროფკავშირი", "ᲡᲐᲥᲐᲠᲗᲕᲔ", id="Georgian"),
        pytest.param("الرَّئِيسُ أحمد", "احم", id="Arabic"),
        pytest.param("中华全国总工会", "工会", id="Chinese"),
        pytest.param("中华全国总工会", "全国", id="Chinese in the midst"),
        pytest.param("AL KAZ 1/2017", "AL KAZ 1/2017", id="an external reference"),
        pytest.param("Convention No. 87", "87", id="a number in the text"),
    ],
)
def test_a_letter_is_found_by(begin: Begin, written: str, typed: str) -> None:
    with begin() as work:
        listed(work, text=written)
        listed(work, 2, text="something else")
        assert found(work, typed) == [1]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        pytest.param("The strike was illegal", "strikes", id="more than was written"),
        pytest.param("The strike was illegal", "stri ", id="a finished beginning"),
        pytest.param("The strike was illegal", '"illegal strike"', id="a phrase turned round"),
        pytest.param("The strike was illegal", "strike law", id="one of two"),
        pytest.param("全中国工会", "国中", id="ideographs turned round"),
    ],
)
def test_a_letter_is_not_found_by(begin: Begin, written: str, typed: str) -> None:
    with begin() as work:
        listed(work, text=written)
        assert found(work, typed) == []


def test_every_part_of_what_is_indexed_is_searched(begin: Begin) -> None:
    parts = IndexedText(number="n1", addressee="a1", subject="s1", case="c1", references="r1", text="t1")
    with begin() as work:
        entry = an_entry()
        work.register.add(entry, DOCUMENT)
        work.search.add(entry, parts)
        assert all(found(work, part) == [1] for part in astuple(parts))
        assert found(work, " ".join(astuple(parts))) == [1]


def test_the_newest_letter_comes_first(begin: Begin) -> None:
    with begin() as work:
        for sequence in (1, 2, 3):
            listed(work, sequence, text="strike")
        assert found(work, "strike") == found(work) == [3, 2, 1]


@pytest.mark.parametrize(
    ("narrowed", "sequences"),
    [
        ({"year": 2018}, [2]),
        ({"series": "un"}, [3]),
        ({"state": "KGZ"}, [2]),
        ({"recipient": "ministe"}, [2]),
        ({"recipient": "strike"}, []),
        ({"case": "strike"}, []),
        ({"language": "zh"}, [3]),
        ({"language": "zh-Hans"}, [3]),
        ({"language": "zh-Hant"}, []),
        ({"type": "joint"}, [3]),
        ({"status": EntryStatus.SIGNED}, [2]),
        ({"status": EntryStatus.REGISTERED, "year": 2017}, [1]),
        ({"state": "KGZ", "year": 2018, "status": EntryStatus.SIGNED}, [2]),
        ({"state": "KGZ", "year": 2017}, []),
        ({"series": "out' OR 1"}, []),
    ],
)
@pytest.mark.parametrize("by", SortedBy)
@pytest.mark.parametrize("typed", ["", "strike"])
def test_filters_narrow_whatever_is_asked_in_whatever_order(
    begin: Begin, by: SortedBy, narrowed: dict[str, Any], sequences: list[int], typed: str
) -> None:
    with begin() as work:
        listed(work, 1, text="strike")
        day = date(2018, 1, 2)
        listed(work, 2, text="strike", year=2018, registered_on=day, state="KGZ", addressee="Minister")
        listed(work, 3, text="strike", series="un", language="zh-Hans", letter_type="joint")
        noted(work, ActKind.SIGNED, 2, 4)
        noted(work, ActKind.VOIDED, 3, 5)
        wanted = Wanted(query=parse_query(typed), filter=EntryFilter(**narrowed), order=Order(by))
        assert [line.sequence for line in work.search.page(wanted)] == sequences
        assert work.search.count(wanted.query, wanted.filter, 9) == len(sequences)


def test_a_case_is_filtered_by_its_words(begin: Begin) -> None:
    with begin() as work:
        for sequence, case in ((1, "Closure of the union"), (2, "")):
            entry = an_entry(sequence)
            work.register.add(entry, DOCUMENT)
            work.search.add(entry, IndexedText(case=case, text="closure"))
        assert found(work, "closure", case="clos") == [1]


def test_a_line_says_what_the_register_says(begin: Begin) -> None:
    with begin() as work:
        entry = listed(work)
        line = work.search.page(Wanted())[0]
    names = ("sequence", "number", "series", "registered_on", "letter_type", "addressee", "subject")
    assert [getattr(line, name) for name in names] == [getattr(entry, name) for name in names]
    assert line.status is EntryStatus.REGISTERED


def test_an_act_brings_a_letter_forward_and_never_back(begin: Begin) -> None:
    kinds = [ActKind.SIGNED, ActKind.DISPATCHED, ActKind.SIGNED, ActKind.VOIDED, ActKind.DISPATCHED]
    seen = []
    with begin() as work:
        listed(work)
        for sequence, kind in enumerate(kinds, 2):
            noted(work, kind, 1, sequence)
            seen.append(work.search.page(Wanted())[0].status)
    assert seen == ["signed", "dispatched", "dispatched", "void", "void"]


def test_an_act_about_no_letter_changes_none(begin: Begin) -> None:
    with begin() as work:
        listed(work)
        noted(work, ActKind.VOIDED, None, 2)
        assert work.search.page(Wanted())[0].status is EntryStatus.REGISTERED


def test_ten_comes_after_two(begin: Begin) -> None:
    with begin() as work:
        for sequence, (ordinal, suffix) in enumerate([(10, ""), (2, ""), (2, "a"), (100, ""), (9, "")], 1):
            number = f"{ordinal}{suffix}/01-3"
            listed(work, sequence, ordinal=ordinal, suffix=suffix, number=number)
        lines = work.search.page(Wanted(order=Order(SortedBy.NUMBER)))
    assert [line.number for line in lines] == ["2/01-3", "2a/01-3", "9/01-3", "10/01-3", "100/01-3"]


def test_names_are_sorted_as_they_are_read(begin: Begin) -> None:
    with begin() as work:
        for sequence, name in enumerate(["Zola", "Émile", "ангел", "anna", "Ådne", "“Bee”"], 1):
            listed(work, sequence, addressee=name)
        lines = work.search.page(Wanted(order=Order(SortedBy.ADDRESSEE)))
    assert [line.addressee for line in lines] == ["Ådne", "anna", "“Bee”", "Émile", "Zola", "ангел"]


ENTRIES = st.fixed_dictionaries(
    {
        "series": st.sampled_from(["out", "un"]),
        "ordinal": st.integers(1, 12),
        "registered_on": st.dates(date(2016, 12, 30), date(2017, 1, 3)),
        "state": st.sampled_from(["KAZ", "KGZ"]),
        "language": st.sampled_from(["en", "ru", "zh-Hans"]),
        "addressee": st.sampled_from(["Émile", "emile", "Zola", ""]),
        "subject": st.sampled_from(["strike", "Strike law", ""]),
        "snapshot": st.sampled_from(
            [
                '{"blocks":[]}',
                '{"letter":{"deadline":{"days":2}}}',
                '{"letter":{"deadline":{"day":"2017-01-02"}}}',
            ]
        ),
        "text": st.sampled_from(["the strike law", "закон о забастовке", "ничего", "中国工会"]),
    }
)
REGISTERS = st.lists(ENTRIES, max_size=14, unique_by=lambda one: (one["series"], one["ordinal"]))
FILTERS = st.builds(
    EntryFilter,
    year=st.none() | st.sampled_from([2016, 2017]),
    series=st.sampled_from(["", "", "un"]),
    state=st.sampled_from(["", "", "KGZ"]),
    recipient=st.sampled_from(["", "", "emi"]),
    language=st.sampled_from(["", "", "zh", "ru"]),
    status=st.none() | st.sampled_from(EntryStatus),
    overdue=st.none() | st.sampled_from([date(2017, 1, 1), date(2017, 1, 4)]),
)
QUERIES = st.sampled_from(["", "", "strike", "stri la", "зако", "中国", "лаw"]).map(parse_query)

ASKED = st.builds(Wanted, query=QUERIES, filter=FILTERS, page=st.builds(Page, size=st.integers(1, 5)))


def fill(work: UnitOfWork, letters: Sequence[dict[str, Any]]) -> None:
    for sequence, letter in enumerate(letters, 1):
        said = dict(letter) | {"year": letter["registered_on"].year}
        listed(work, sequence, said.pop("text"), number=f"{said['ordinal']}/1", **said)
    for sequence in range(1, len(letters), 3):
        noted(work, ActKind.VOIDED, sequence, 100 + sequence)


def forth(work: UnitOfWork, wanted: Wanted) -> list[Listed]:
    """Turn page after page until the end."""
    lines: list[Listed] = []
    page = wanted.page
    while stretch := work.search.page(replace(wanted, page=page)):
        lines += stretch
        page = replace(page, after=stretch[-1].place)
    return lines


def back(work: UnitOfWork, wanted: Wanted, last: Listed) -> list[Listed]:
    """Turn page after page until the beginning."""
    lines = [last]
    while stretch := work.search.page(replace(wanted, page=replace(wanted.page, before=lines[0].place))):
        lines = [*stretch, *lines]
    return lines


@pytest.fixture
def workspace_of_two(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace that knows two series."""
    with opened(tmp_path / "data") as workspace:
        with_series(workspace.unit_of_work)
        yield workspace


@pytest.mark.parametrize("few", [0, 10**9], ids=["one by one", "sorted"])
@given(REGISTERS, ASKED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_turning_pages_forth_and_back_shows_every_letter_once(
    workspace_of_two: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    letters: list[dict[str, Any]],
    asked: Wanted,
) -> None:
    monkeypatch.setattr(searching, "_ROWS_ASKED_WHILE_ONE_IS_SORTED", few)
    fake = with_series(FakeStorage().unit_of_work)
    with workspace_of_two.unit_of_work() as work, fake() as plain:
        fill(work, letters)
        fill(plain, letters)
        for order in ORDERS:
            wanted = replace(asked, order=order)
            lines = forth(work, wanted)
            assert lines == list(plain.search.page(replace(wanted, page=Page(size=1000))))
            assert not lines or back(work, wanted, lines[-1]) == lines
            assert work.search.count(wanted.query, wanted.filter, 1000) == len(lines)
            for every in (1, 3):
                places = [line.place for line in lines[every - 1 :: every]]
                assert work.search.landmarks(wanted, every) == places


def test_the_values_of_every_filter_are_known_with_how_many_letters_have_them(begin: Begin) -> None:
    with begin() as work:
        for sequence, state in enumerate(["KAZ", "KGZ", "KAZ"], 1):
            listed(work, sequence, state=state)
        assert work.search.values(Facet.STATE) == {"KAZ": 2, "KGZ": 1}
        assert work.search.values(Facet.YEAR) == {2017: 3}
        assert [sum(work.search.values(name).values()) for name in Facet] == [3] * len(Facet)


def test_a_letter_is_overdue_until_a_reply_is_noted(begin: Begin) -> None:
    asked = '{"letter": {"deadline": {"days": 60}}}'
    late = Wanted(filter=EntryFilter(overdue=date(2017, 12, 24)))
    with begin() as work:
        for sequence in (1, 2, 3):
            listed(work, sequence, snapshot=asked if sequence < 3 else "{}")
        lines = work.search.page(late)
        assert [(line.sequence, line.due) for line in lines] == [
            (2, date(2017, 10, 14)),
            (1, date(2017, 10, 14)),
        ]
        noted(work, ActKind.ANSWERED, 2, 4)
        assert [line.sequence for line in work.search.page(late)] == [1]
        on_the_day = replace(late, filter=EntryFilter(overdue=date(2017, 10, 14)))
        assert work.search.page(on_the_day) == []


def test_pages_begin_wherever_a_letter_stands(begin: Begin) -> None:
    with begin() as work:
        for sequence in range(1, 8):
            listed(work, sequence, subject=f"subject {9 - sequence}")
        for by in SortedBy:
            order = Order(by)
            lines = work.search.page(Wanted(order=order))
            place = work.search.place(lines[3].sequence, by)
            assert place == lines[3].place
            after = work.search.page(Wanted(order=order, page=Page(size=2, after=place)))
            before = work.search.page(Wanted(order=order, page=Page(size=2, before=place)))
            assert [*before, *after] == [*lines[1:3], *lines[4:6]]
        assert work.search.place(99, SortedBy.DATE) is None


def test_a_count_stops_at_its_limit(begin: Begin) -> None:
    with begin() as work:
        for sequence in range(1, 6):
            listed(work, sequence, text="strike")
        assert work.search.count(parse_query("strike"), EntryFilter(), 3) == 3
        assert work.search.count(Query(), EntryFilter(), 3) == 3
        assert work.search.count(Query(), EntryFilter(), 9) == 5


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("147", ["147/01-3"]),
        ("№ 147", ["147/01-3"]),
        ("147/01-3", ["147/01-3"]),
        ("147/0", ["147/01-3"]),
        ("14", []),
        ("148/", ["148/01-3"]),
        ("999999999999999999999", []),
        ("147'", []),
    ],
)
def test_a_number_that_is_typed_names_its_letter(begin: Begin, typed: str, numbers: list[str]) -> None:
    with begin() as work:
        listed(work, 1)
        listed(work, 2)
        assert [line.number for line in work.search.numbered(typed, EntryFilter())] == numbers
        assert work.search.numbered(typed, EntryFilter(year=1999)) == []


SYNTAX = st.lists(
    st.sampled_from(
        ['"', "'", "*", "^", ":", "+", "-", "(", ")", "{", "}", "NEAR(", "AND", "OR", "NOT", "body", "facets",
         "¤y", "\x00", "\ud800", "%", ";", "--", "strike", "中", "ё", " ", "\u202e"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(SYNTAX | st.text(max_size=40))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_raises_nothing(workspace_of_two: Workspace, typed: str) -> None:
    narrowed = EntryFilter(recipient=typed, case=typed)
    with workspace_of_two.reading() as work:
        for order in (NEWEST_FIRST, Order(SortedBy.SUBJECT)):
            assert work.search.page(Wanted(query=parse_query(typed), filter=narrowed, order=order)) == []
        work.search.count(parse_query(typed), EntryFilter(), 10)


def test_no_text_can_pretend_to_be_a_filter(begin: Begin) -> None:
    year = f"¤y{b'2016'.hex()}"
    with begin() as work:
        listed(work, text=f"{year} ¤ {year}")
        assert found(work, year=2016) == []
        assert found(work, year=2017) == [1]


def test_what_is_rolled_back_is_not_listed(begin: Begin) -> None:
    with begin() as work:
        listed(work, text="strike")
    with begin() as work:
        assert found(work, "strike") == found(work) == []
        assert work.search.problems() == []
        listed(work, text="law")
        work.commit()
    with begin() as work:
        assert found(work, "law") == [1]
        assert found(work, "strike") == []


def test_snapshots_are_given_as_they_were_stored(begin: Begin) -> None:
    with begin() as work:
        listed(work, 1, snapshot='{"a": "ё"}')
        listed(work, 2)
        assert work.search.snapshots([1]) == {1: '{"a": "ё"}'}


def test_a_letter_that_was_not_listed_is_missed(begin: Begin) -> None:
    with begin() as work:
        listed(work)
        assert work.search.problems() == []
        work.register.add(an_entry(2), DOCUMENT)
        assert len(work.search.problems()) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM listing WHERE sequence = 1",
        "UPDATE listing SET addressee = 'Nobody'",
        "INSERT INTO listing_words (rowid, facets) VALUES (9, '¤y32303137')",
        "INSERT INTO listing_words (listing_words) VALUES ('delete-all')",
        "PRAGMA user_version = 0",
    ],
)
def test_a_listing_that_differs_from_the_register_is_noticed(
    workspace_of_two: Workspace, statement: str
) -> None:
    with workspace_of_two.unit_of_work() as work:
        listed(work, 1)
        listed(work, 2)
        work.commit()
    with plainly(workspace_of_two.path) as other:
        other.execute(statement)
    with workspace_of_two.reading() as work:
        assert len(work.search.problems()) == 1


def test_a_new_workspace_has_a_current_listing(workspace_of_two: Workspace) -> None:
    with workspace_of_two.reading() as work:
        assert work.search.is_current()
        assert work.search.problems() == []


def test_an_emptied_listing_is_current_and_misses_every_letter(workspace_of_two: Workspace) -> None:
    with plainly(workspace_of_two.path) as other:
        other.execute("PRAGMA user_version = 0")
    with workspace_of_two.unit_of_work() as work:
        listed(work, text="strike")
        assert not work.search.is_current()
        work.search.empty()
        assert work.search.is_current()
        assert found(work) == found(work, "strike") == []
        assert len(work.search.problems()) == 1
