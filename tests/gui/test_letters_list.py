"""The table of letters: its model, its columns, its lines, its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.searching import EntryFilter, EntryStatus, SortedBy
from app.flow.standing import Standing
from app.gui.letters.cells import Cells
from app.gui.letters.columns import ALWAYS, Column, fitting, read, written
from app.gui.letters.lines import LetterLine, LineKey, LineKind, Wish, in_order
from app.gui.letters.list_model import EVERY, LINE, LettersModel
from app.i18n.catalogues import Catalogue

TODAY = date(2017, 9, 5)
LINE_1 = LetterLine(
    key=LineKey(LineKind.ENTRY, 1),
    standing=Standing.SENT,
    day=date(2017, 8, 16),
    number="147/01-3",
    series="outgoing",
    addressee="Mr. Nazarbayev",
    subject="Penalties",
    state="KAZ",
    language="en",
    type="protest",
    due=date(2017, 9, 19),
)
DRAFT = replace(
    LINE_1, key=LineKey(LineKind.DRAFT, 1), standing=Standing.DRAFT, number="", series="", due=None
)


def lines(first: int, count: int) -> Sequence[LetterLine]:
    return [
        replace(LINE_1, key=LineKey(LineKind.ENTRY, at), number=str(at)) for at in range(first, first + count)
    ]


@pytest.fixture
def model(texts: Catalogue) -> LettersModel:
    return LettersModel(texts, Cells(texts, TODAY, {"KAZ": "Kazakhstan"}, {"outgoing": "Outgoing letters"}))


def test_the_model_keeps_what_qt_asks_of_models(model: LettersModel, qtmodeltester: ModelTester) -> None:
    model.show([DRAFT], lines(0, EVERY))
    model.grow(1_000)
    qtmodeltester.check(model)
    model.put(3, lines(300, EVERY))


def test_rows_are_there_before_their_words(model: LettersModel, qtbot: QtBot) -> None:
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.show([DRAFT], lines(0, EVERY))
    model.grow(100_000)
    assert model.rowCount() == 100_001
    last = model.index(100_000, Column.NUMBER)
    assert (last.data(), last.data(LINE), asked) == ("", None, [999])
    with qtbot.waitSignal(model.dataChanged):
        model.put(999, lines(99_900, EVERY))
    assert last.data() == "99999"


def test_a_page_is_asked_for_once_until_it_comes_or_is_given_up(model: LettersModel) -> None:
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.show([], lines(0, EVERY))
    model.grow(1_000)
    for _ in range(3):
        model.line_at(500)
    assert asked == [5]
    model.give_up(5)
    model.line_at(500)
    assert asked == [5, 5]


def test_pages_not_seen_for_long_go(model: LettersModel) -> None:
    model.show([], lines(0, EVERY))
    model.grow(100 * EVERY)
    for number in range(1, 60):
        model.put(number, lines(number * EVERY, EVERY))
    assert model.row_of(LineKey(LineKind.ENTRY, 1)) == -1
    assert model.row_of(LineKey(LineKind.ENTRY, 5_900)) == 5_900


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (Column.NUMBER, "147/01-3"),
        (Column.DATE, "16 Aug 2017"),
        (Column.ADDRESSEE, "Mr. Nazarbayev"),
        (Column.SUBJECT, "Penalties"),
        (Column.STATE, "Kazakhstan"),
        (Column.LANGUAGE, "English"),
        (Column.DUE, "19 Sep 2017"),
        (Column.STATUS, "Due 19 Sep"),
    ],
)
def test_cells_say_what_a_line_holds(model: LettersModel, column: Column, text: str) -> None:
    model.show([], [LINE_1])
    assert model.index(0, column).data() == text
    assert text in model.cells.spoken(LINE_1)


@pytest.mark.parametrize(
    ("change", "tag"),
    [
        ({"due": date(2017, 9, 4)}, "Overdue"),
        ({"due": date(2017, 12, 1)}, "Sent"),
        ({"due": date(2018, 1, 2), "standing": Standing.ANSWERED}, "Answered"),
        ({"standing": Standing.VOID}, "Void"),
        ({"standing": Standing.RESERVED}, "Reserved"),
    ],
)
def test_the_tag_says_how_a_letter_stands_in_a_word(
    model: LettersModel, change: dict[str, object], tag: str
) -> None:
    assert model.cells.tag(replace(LINE_1, **change)).text == tag  # type: ignore[arg-type]


def test_a_draft_says_what_it_still_lacks(model: LettersModel) -> None:
    bare = replace(DRAFT, addressee="", subject="")
    assert model.cells.text(bare, Column.ADDRESSEE) == "No addressee yet"
    assert model.cells.text(bare, Column.SUBJECT) == "No subject yet"
    assert model.cells.text(replace(LINE_1, subject=""), Column.SUBJECT) == ""


@given(st.sets(st.sampled_from(Column)))
def test_chosen_columns_are_read_as_they_were_written(columns: set[Column]) -> None:
    assert set(read(written(columns))) == (columns | ALWAYS if columns else set())


def test_a_narrow_table_shows_the_columns_that_matter_most() -> None:
    assert set(fitting(500)) == {
        Column.NUMBER, Column.DATE, Column.ADDRESSEE, Column.SUBJECT, Column.STATUS,
    }  # fmt: skip
    assert set(fitting(1600)) == set(Column)


@pytest.mark.parametrize(
    ("wish", "takes"),
    [
        (Wish(), True),
        (Wish(typed="nazar"), True),
        (Wish(typed="zarb"), False),
        (Wish(typed="naz pen"), True),
        (Wish(standing=Standing.DRAFT), True),
        (Wish(standing=Standing.SENT), False),
        (Wish(narrowed=EntryFilter(state="KAZ")), True),
        (Wish(narrowed=EntryFilter(state="GEO")), False),
        (Wish(narrowed=EntryFilter(year=2016)), False),
        (Wish(narrowed=EntryFilter(series="outgoing")), False),
        (Wish(narrowed=EntryFilter(type="protest", language="en")), True),
        (Wish(narrowed=EntryFilter(overdue=TODAY)), False),
    ],
)
def test_drafts_are_filtered_as_letters_are(wish: Wish, takes: bool) -> None:
    assert wish.takes(DRAFT) is takes


def test_a_standing_is_a_status_of_the_register_or_no_matter_of_it() -> None:
    sent = Wish(standing=Standing.SENT, narrowed=EntryFilter(year=2017)).entries
    assert sent == EntryFilter(year=2017, status=EntryStatus.DISPATCHED)
    assert Wish(standing=Standing.DRAFT).entries is None
    assert not Wish().is_narrowed
    assert Wish(standing=Standing.DRAFT).is_narrowed


def test_the_lines_ahead_follow_the_order_of_the_table() -> None:
    two = [replace(DRAFT, addressee="Zola"), replace(DRAFT, addressee="Émile")]
    assert [line.addressee for line in in_order(two, SortedBy.ADDRESSEE, descending=False)] == [
        "Émile",
        "Zola",
    ]
    assert in_order(two, SortedBy.REGISTERED, descending=True) == tuple(two)
