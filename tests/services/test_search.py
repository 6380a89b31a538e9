"""What an office finds again, and how it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.domain.cases import Case, Person
from app.domain.citations import IloConvention, Resolution
from app.domain.letters import EarlierLetter
from app.domain.register import ActKind, Entry
from app.domain.searching import EntryFilter, EntryStatus, Hit, Marked, Order, Page, SortedBy
from app.services.issuing import Registration
from app.services.numbers import Word
from app.services.search import COUNTED_AT_MOST, Search, indexed_text
from tests.builders import PROTEST_DAY, a_letter, a_recipient, an_allegation, ilo, in_words
from tests.db.samples import opened
from tests.fakes import FakeUnitOfWork
from tests.services.conftest import OUTGOING, AnOffice

WORD = Word(person="Ana", note="so")


@pytest.fixture
def search(office: AnOffice) -> Search:
    """The search of the office."""
    return Search(office.storage.reading, office.storage.unit_of_work)


def registered(office: AnOffice, text: str = "Nothing.", **changes: Any) -> Entry:
    return office.issuing.register(in_words(text, **changes))


def numbers(search: Search, typed: str = "", **narrowed: Any) -> list[str]:
    return [hit.entry.number for hit in search.find(typed, EntryFilter(**narrowed)).hits]


def stretches(text: Marked) -> list[str]:
    return [text.text[begin:end] for begin, end in text.marks]


def test_a_registered_letter_is_found_at_once_by_what_it_says(office: AnOffice, search: Search) -> None:
    entry = registered(office, "The strike was banned.")
    registered(office, "The meeting was banned.")
    assert numbers(search, "strike ban") == [entry.number]


def test_a_registration_that_fails_leaves_nothing_to_find(
    office: AnOffice, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: FakeUnitOfWork) -> None:
        raise InterruptedError("the power fails")

    with monkeypatch.context() as power:
        power.setattr(FakeUnitOfWork, "commit", fail)
        with pytest.raises(InterruptedError):
            registered(office, "The strike was banned.")
    assert search.find("strike").hits == search.find().hits == ()


def test_everything_that_a_letter_can_be_found_by_is_indexed(office: AnOffice) -> None:
    letter = an_allegation(
        recipients=(a_recipient(name="Nino Abashidze"),),
        subject="Ban of a strike",
        reference="AL GEO 1/2017",
        earlier=EarlierLetter(number="12/01-3"),
        case=Case(title="The bakers", organisation="Union of Bakers", person=Person(name="Ana Gelashvili")),
        citations=(
            Resolution(kind="resolution", symbol="A/HRC/RES/24/5", body="Council"),
            ilo(IloConvention(number="87"), IloConvention(number="98")),
        ),
        blocks=in_words("The strike was banned.").blocks,
    )
    text = indexed_text(office.issuing.register(letter))
    assert text.number == "147/01-3"
    assert "Nino Abashidze" in text.addressee
    assert text.subject == "Ban of a strike"
    assert text.case == "The bakers · Union of Bakers · Ana Gelashvili"
    assert text.references == "AL GEO 1/2017 · 12/01-3 · A/HRC/RES/24/5 · 87 · 98"
    assert text.text == "The strike was banned."


def test_a_letter_without_anything_is_found_by_its_number(office: AnOffice, search: Search) -> None:
    entry = registered(office)
    assert numbers(search, entry.number) == [entry.number]


def test_what_was_looked_for_is_marked_where_it_stands(office: AnOffice, search: Search) -> None:
    registered(office, "A long text. " * 30 + "The strike was banned.", subject="Strike in Łódź")
    hit = search.find("lodz ban").hits[0]
    assert stretches(hit.subject) == ["Łódź"]
    assert stretches(hit.excerpt) == ["ban"]
    assert hit.excerpt.text.startswith("… ")
    assert hit.number.marks == hit.addressee.marks == ()


def test_no_excerpt_is_shown_where_the_line_says_it_all(office: AnOffice, search: Search) -> None:
    registered(office, "The strike was banned.", subject="Strike")
    assert search.find("strike").hits[0].excerpt == Marked("")


def test_excerpts_are_fetched_one_by_one_where_they_are_shown(office: AnOffice, search: Search) -> None:
    entry = registered(office, "The strike was banned.", subject="Strike")
    assert search.find("ban", excerpts=False).hits[0].excerpt == Marked("")
    assert stretches(search.excerpt(entry.sequence, "ban")) == ["ban"]
    assert search.excerpt(99, "ban") == Marked("")


def test_the_case_and_the_references_give_excerpts_too(office: AnOffice, search: Search) -> None:
    registered(office, reference="AL GEO 1/2017", case=Case(title="Ban of a strike"))
    assert search.find("AL GEO 1/2017 ").hits[0].excerpt.text == "AL GEO 1/2017"
    assert stretches(search.find("ban ").hits[0].excerpt) == ["Ban"]


def test_a_number_that_is_typed_stands_apart(office: AnOffice, search: Search) -> None:
    first = registered(office)
    second = registered(office, f"Our letter {first.number}.")
    results = search.find("147")
    assert [hit.entry.number for hit in results.numbered] == [first.number]
    assert {hit.entry.number for hit in results.hits} == {first.number, second.number}
    assert stretches(results.numbered[0].number) == ["147"]


def test_a_number_stands_apart_on_the_first_page_only(office: AnOffice, search: Search) -> None:
    for _ in range(3):
        registered(office, "147")
    first = search.find("147", page=Page(size=1))
    assert first.next is not None
    assert len(first.numbered) == 1
    assert search.find("147", page=first.next).numbered == ()
    assert search.find("147", EntryFilter(recipient="nino")).numbered == ()


def test_without_a_text_every_letter_is_given_the_newest_first(office: AnOffice, search: Search) -> None:
    kept = [registered(office).number for _ in range(3)]
    assert numbers(search) == kept[::-1]
    assert search.find().count == 3


def test_a_void_letter_is_found_as_such(office: AnOffice, search: Search) -> None:
    first, second = registered(office), registered(office)
    office.numbers.void(first.number, WORD)
    office.numbers.note_day(ActKind.SIGNED, second.number, WORD)
    assert numbers(search, status=EntryStatus.VOID) == [first.number]
    assert numbers(search, status=EntryStatus.SIGNED) == [second.number]


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"year": 2016}, 1),
        ({"language": "en"}, 2),
        ({"language": "ru"}, 0),
        ({"recipient": "Сенат"}, 1),
        ({"case": "baker"}, 1),
        ({"type": "un_allegation"}, 0),
        ({"state": "GEO"}, 2),
        ({"series": "outgoing", "year": 2017}, 1),
    ],
)
def test_letters_are_narrowed_down(
    office: AnOffice, search: Search, narrowed: dict[str, Any], found: int
) -> None:
    registered(office, case=Case(title="The bakers"))
    letter = in_words("Ничего.", case=Case(), recipients=(a_recipient(name="Сенат"),))
    office.issuing.register(letter, Registration(on=PROTEST_DAY.replace(year=2016)))
    assert len(numbers(search, **narrowed)) == found


def walked(search: Search, order: Order, size: int) -> list[list[Hit]]:
    """Turn the pages to the end and back to the beginning."""
    there, page = [], Page(size=size)
    while True:
        results = search.find("", order=order, page=page)
        there.append(list(results.hits))
        if results.next is None:
            break
        page = results.next
    back = [there[-1]]
    while results.previous is not None:
        results = search.find("", order=order, page=results.previous)
        back.insert(0, list(results.hits))
    assert [hit for hits in back for hit in hits] == [hit for hits in there for hit in hits]
    return there


@pytest.mark.parametrize("by", SortedBy)
@pytest.mark.parametrize("size", [1, 2, 3, 6, 7])
def test_pages_lead_to_the_end_and_back(office: AnOffice, search: Search, by: SortedBy, size: int) -> None:
    for letter in "bcabca":
        registered(office, subject=letter)
    pages = walked(search, Order(by), size)
    assert [len(page) for page in pages] == [size] * (6 // size) + ([6 % size] if 6 % size else [])


def test_the_first_page_has_none_before_it(office: AnOffice, search: Search) -> None:
    for _ in range(3):
        registered(office)
    first = search.find(page=Page(size=2))
    assert first.previous is None
    assert first.next is not None
    second = search.find(page=first.next)
    assert second.next is None
    assert second.previous is not None
    again = search.find(page=second.previous)
    assert again.hits == first.hits
    assert again.previous is None
    assert again.next is not None


def test_nothing_found_has_no_pages(search: Search) -> None:
    results = search.find("strike")
    assert (results.hits, results.count, results.next, results.previous) == ((), 0, None, None)


def test_pages_begin_at_a_letter(office: AnOffice, search: Search) -> None:
    for subject in "bca":
        registered(office, subject=subject)
    order = Order(SortedBy.SUBJECT)
    place = search.place(1, SortedBy.SUBJECT)
    results = search.find(order=order, page=Page(after=place))
    assert [hit.entry.subject for hit in results.hits] == ["c"]


def test_many_finds_are_not_counted_to_the_last(
    office: AnOffice, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.search.COUNTED_AT_MOST", 2)
    for _ in range(2):
        registered(office)
    assert (search.find().count, search.find().at_least) == (2, False)
    registered(office)
    assert (search.find().count, search.find().at_least) == (2, True)
    assert COUNTED_AT_MOST >= 1000


def test_a_listing_is_made_anew_from_the_register(tmp_path: Path, office: AnOffice) -> None:
    with opened(tmp_path / "data") as workspace:
        office.use(workspace.unit_of_work)
        office.register.add_series(OUTGOING)
        search = Search(workspace.reading, workspace.unit_of_work)
        for text in ("strike", "law"):
            registered(office, text)
        office.numbers.void("147/01-3", WORD)
        before = search.find("strike")
        with workspace.unit_of_work() as work:
            work.search.empty()
            work.commit()
        assert search.find("strike").hits == ()
        steps: list[int] = []
        search.rebuild(steps.append)
        assert steps == [1, 2]
        assert search.find("strike") == before
        assert before.hits[0].entry.status is EntryStatus.VOID


def test_only_an_outdated_listing_is_made_anew(
    office: AnOffice, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered(office, "strike")
    office.storage.shelf.listed.clear()
    assert not search.refresh()
    assert search.find("strike").hits == ()
    monkeypatch.setattr("tests.fake_search.FakeSearch.is_current", lambda _: False)
    assert search.refresh()
    assert len(search.find("strike").hits) == 1


def test_a_letter_in_each_script_is_found(office: AnOffice, search: Search) -> None:
    for text in ("The strike", "Закрытие", "საქართველო", "الرَّئِيسُ", "中国工会"):
        registered(office, text)
    for typed, number in (
        ("STRI", "147"), ("закр", "148"), ("ᲡᲐᲥᲐ", "149"), ("الرئيس", "150"), ("工会", "151"),
    ):  # fmt: skip
        assert numbers(search, typed) == [f"{number}/01-3"]


def test_a_whole_letter_composed_from_data_is_found(office: AnOffice, search: Search) -> None:
    entry = office.issuing.register(a_letter())
    for typed in ("bakers union", "Abashidze", "Gelashvili", '"prime minister of georgia"'):
        assert numbers(search, typed) == [entry.number]
