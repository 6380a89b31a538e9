"""Whatever is typed is a question, and what was found is marked where it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import fold
from app.domain.marking import Marker, pieces
from app.domain.queries import Query, Term, parse_query
from app.domain.register import Act, ActKind
from app.domain.searching import (
    EntryFilter,
    EntryStatus,
    Listed,
    Marked,
    Place,
    earlier_statuses,
    status_after,
)

TEXTS = st.text(max_size=120)


def term(*words: str, unfinished: bool = False) -> Term:
    return Term(words, unfinished)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("  \t\n", (), id="spaces"),
        pytest.param("strike", (term("strike", unfinished=True),), id="one word, unfinished"),
        pytest.param("strike ", (term("strike"),), id="a space ends a word"),
        pytest.param("Strike LAW", (term("strike"), term("law", unfinished=True)), id="two words"),
        pytest.param("s", (), id="one letter asks nothing"),
        pytest.param("law s", (term("law"),), id="a single last letter asks nothing"),
        pytest.param("s ", (term("s"),), id="one letter and a space"),
        pytest.param("7", (term("7"),), id="one digit is a number"),
        pytest.param("中", (term("中"),), id="one ideograph is a word"),
        pytest.param("中国", (term("中", "国"),), id="ideographs stand together"),
        pytest.param("147/01-3", (term("147", "01"),), id="the last digit is to come"),
        pytest.param("147/01-35", (term("147", "01", "35", unfinished=True),), id="a number"),
        pytest.param("147/01-3 ", (term("147", "01", "3"),), id="a finished number"),
        pytest.param(
            "AL KAZ 1/2017",
            (term("al"), term("kaz"), term("1", "2017", unfinished=True)),
            id="an external reference",
        ),
        pytest.param('"trade union"', (term("trade", "union"),), id="a phrase"),
        pytest.param("“trade union” la", (term("trade", "union"), term("la", unfinished=True)), id="curly"),
        pytest.param("«права профсоюзов»", (term("права", "профсоюзов"),), id="guillemets"),
        pytest.param('"trade uni', (term("trade", "uni", unfinished=True),), id="an open quote"),
        pytest.param('""', (), id="an empty phrase"),
        pytest.param("law law ", (term("law"),), id="twice the same"),
        pytest.param("NEAR(a* OR b) -c:^", (term("near", "a"), term("or"), term("b")), id="no syntax"),
    ],
)
def test_a_query_is_read_as_it_is_typed(typed: str, terms: tuple[Term, ...]) -> None:
    assert parse_query(typed).terms == terms


@given(TEXTS)
def test_whatever_is_typed_is_a_query_of_folded_words(typed: str) -> None:
    for one in parse_query(typed).terms:
        assert one.words
        assert all(fold(word).split() == [word] for word in one.words)


@given(st.text("ab \"“”'()*:^-+", max_size=60))
def test_signs_of_a_query_language_mean_nothing(typed: str) -> None:
    assert {word for one in parse_query(typed).terms for word in one.words} <= set(fold(typed).split())


def test_a_pasted_letter_asks_for_its_first_words() -> None:
    assert sum(len(one.words) for one in parse_query("word1 word2 " + "and so on " * 1000).terms) <= 64


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("147", "147"),
        (" № 147/01-3 ", "№ 147/01-3"),
        ("Protest", ""),
        ("12 " * 20, ""),
        ("AL KAZ 1/2017", "AL KAZ 1/2017"),
    ],
)
def test_a_number_may_have_been_typed(typed: str, number: str) -> None:
    assert parse_query(typed).number == number


@pytest.mark.parametrize(
    ("text", "typed", "stretches"),
    [
        pytest.param("The Strike Law", "strike", ["Strike"], id="case"),
        pytest.param("strikers strike", "strik", ["strik", "strik"], id="beginnings"),
        pytest.param("strikers strike", "strike ", ["strike"], id="whole words"),
        pytest.param("Łódź", "lod", ["Łód"], id="accents"),
        pytest.param("Straße", "stras", ["Straß"], id="one letter for two"),
        pytest.param("Nguye\u0302\u0303n", "nguye", ["Nguye\u0302\u0303"], id="accents after their letter"),
        pytest.param("права — ПРОФСОЮЗОВ", "профсою", ["ПРОФСОЮ"], id="Russian"),
        pytest.param("ელჩი ᲥᲐᲠᲗᲕᲔᲚᲘ", "ქართვ", ["ᲥᲐᲠᲗᲕ"], id="Georgian"),
        pytest.param("الرَّئِيسُ هنا", "الرئيس", ["الرَّئِيسُ"], id="Arabic"),
        pytest.param("全中国工会", "中国", ["中国"], id="Chinese"),
        pytest.param("中中国", "中", ["中中"], id="one beside the other"),
        pytest.param("№ 147/01-3", "147/01-3 ", ["147/01-3"], id="a number"),
        pytest.param("trade  unions, trade law", '"trade unions"', ["trade  unions"], id="a phrase"),
        pytest.param("strike strike", "strike law ", ["strike", "strike"], id="what is there"),
        pytest.param("undertake", "take", [], id="not inside of words"),
        pytest.param("law lawful", "law lawf", ["law", "lawf"], id="several terms"),
    ],
)
def test_what_was_found_is_marked_in_the_original(text: str, typed: str, stretches: list[str]) -> None:
    found = Marker(parse_query(typed)).marked(text)
    assert found.text == text
    assert [text[begin:end] for begin, end in found.marks] == stretches


@given(st.text('aAéÉ中ё "-ß\u0301', max_size=60), st.text("aAé中ёß ", max_size=10))
def test_marks_lie_inside_apart_and_in_order(text: str, typed: str) -> None:
    flat = [place for mark in Marker(parse_query(typed)).marked(text).marks for place in mark]
    assert flat == sorted(flat)
    assert all(0 <= place <= len(text) for place in flat)
    assert len(set(flat)) == len(flat)


@given(st.lists(st.text("abcé中й", min_size=1, max_size=6), min_size=1, max_size=8), st.data())
def test_a_word_of_a_text_is_found_and_marked(words: list[str], data: st.DataObject) -> None:
    text, wanted = " ".join(words), data.draw(st.sampled_from(words))
    marker = Marker(parse_query(f"{wanted} "))
    assert marker.finds_all(text)
    assert marker.marked(text).marks


def test_pieces_make_up_the_text_again() -> None:
    cut = pieces(Marked("a strike, a law", ((2, 8), (12, 15))))
    assert cut == [("a ", False), ("strike", True), (", a ", False), ("law", True)]
    assert pieces(Marked("")) == []
    assert pieces(Marked("all", ((0, 3),))) == [("all", True)]


def test_an_excerpt_shows_where_most_is_found() -> None:
    texts = ["strike here", "far " * 60 + "the strike and the law " + "end " * 60, "law only"]
    found = Marker(parse_query("strike law ")).excerpt(texts)
    assert [found.text[begin:end] for begin, end in found.marks] == ["strike", "law"]
    assert found.text.startswith("… far ")
    assert found.text.endswith(" …")
    assert len(found.text) < 170


def test_a_short_text_is_its_own_excerpt() -> None:
    assert Marker(parse_query("law ")).excerpt(["no", "the\nlaw"]) == Marked("the law", ((4, 7),))


def test_without_a_find_there_is_no_excerpt() -> None:
    assert Marker(parse_query("law ")).excerpt(["no", "never"]) == Marked("")
    assert Marker(Query()).excerpt(["no", "never"]) == Marked("")


LINE = Listed(
    sequence=1,
    number="147/01-3",
    series="out",
    registered_on=date(2017, 8, 16),
    letter_type="protest",
    language="zh-Hans",
    addressee="",
    subject="",
    state="KAZ",
    status=EntryStatus.SIGNED,
    place=Place((1,)),
)


@pytest.mark.parametrize(
    ("narrowed", "taken"),
    [
        (EntryFilter(), True),
        (EntryFilter(year=2017), True),
        (EntryFilter(year=2018), False),
        (EntryFilter(series="un"), False),
        (EntryFilter(state="KGZ"), False),
        (EntryFilter(language="zh"), True),
        (EntryFilter(language="zh-Hans"), True),
        (EntryFilter(language="zh-Hant"), False),
        (EntryFilter(type="joint"), False),
        (EntryFilter(status=EntryStatus.SIGNED), True),
        (EntryFilter(status=EntryStatus.VOID), False),
    ],
)
def test_a_filter_takes_what_fits(narrowed: EntryFilter, *, taken: bool) -> None:
    assert narrowed.takes(LINE) is taken


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (ActKind.RESERVED, None),
        (ActKind.ATTACHED, None),
        (ActKind.SIGNED, EntryStatus.SIGNED),
        (ActKind.DISPATCHED, EntryStatus.DISPATCHED),
        (ActKind.VOIDED, EntryStatus.VOID),
    ],
)
def test_acts_bring_a_letter_forward(kind: ActKind, status: EntryStatus | None) -> None:
    assert status_after(an_act(kind)) is status


def test_a_void_letter_stays_void() -> None:
    assert EntryStatus.VOID not in earlier_statuses(EntryStatus.DISPATCHED)
    assert set(earlier_statuses(EntryStatus.VOID)) == set(EntryStatus) - {EntryStatus.VOID}


def an_act(kind: ActKind) -> Act:
    return Act(
        sequence=2,
        kind=kind,
        series="out",
        counted_in=2017,
        scope="",
        ordinal=147,
        number="147/01-3",
        person="Ana",
        note="so",
        day=date(2017, 8, 17),
        done_at=datetime(2017, 8, 17, tzinfo=UTC),
        entry=1,
    )
