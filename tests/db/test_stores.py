"""What every storage must do; the fake and the real one are held to the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from app.domain.drafts import DraftInBin, DraftNotInBin
from app.domain.letters import LetterType
from app.domain.phrases import Phrase, PhraseNotFound
from app.domain.register import (
    DraftAlreadyRegistered,
    DraftNotFound,
    EntryNotFound,
    Series,
    UnknownSeries,
)
from app.services.ports import UnitOfWork
from tests.db.samples import DOCUMENT, NOW, SERIES, an_entry, opened, register
from tests.fakes import FakeStorage

Begin = Callable[[], UnitOfWork]


@pytest.fixture(params=["sqlite", "fake"])
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Begin]:
    """Starts a unit of work over a storage that knows one series."""
    if request.param == "fake":
        yield with_series(FakeStorage().unit_of_work)
        return
    with opened(tmp_path / "data") as workspace:
        yield with_series(workspace.unit_of_work)


def with_series(begin: Begin) -> Begin:
    with begin() as work:
        work.series.add(SERIES)
        work.commit()
    return begin


def test_a_new_draft_is_given_back_as_it_was_put_in(begin: Begin) -> None:
    with begin() as work:
        key = work.drafts.add(title="Protest “№ 1”", letter='{"a": "ქ"}', now=NOW)
        work.commit()
    with begin() as work:
        draft = work.drafts.get(key)
    assert (draft.title, draft.letter, draft.registered_as) == ("Protest “№ 1”", '{"a": "ქ"}', "")
    assert (draft.created_at, draft.changed_at) == (NOW, NOW)


def test_what_was_not_committed_is_gone(begin: Begin) -> None:
    with begin() as work:
        work.drafts.add(title="forgotten", letter="{}", now=NOW)
    with begin() as work:
        assert work.drafts.all() == []


def test_what_was_done_after_the_commit_is_gone(begin: Begin) -> None:
    with begin() as work:
        work.drafts.add(title="kept", letter="{}", now=NOW)
        work.commit()
        work.drafts.add(title="forgotten", letter="{}", now=NOW)
    with begin() as work:
        assert [draft.title for draft in work.drafts.all()] == ["kept"]


def test_a_failing_use_case_leaves_nothing_and_its_error_comes_through(begin: Begin) -> None:
    with pytest.raises(DraftNotFound), begin() as work:
        work.drafts.mark_registered(7, sequence=register(work).sequence)
    with begin() as work:
        assert work.register.last() is None


def test_a_replaced_draft_keeps_its_key_and_its_beginning(begin: Begin) -> None:
    with begin() as work:
        key = work.drafts.add(title="old", letter="{}", now=NOW)
        work.drafts.replace(key, title="new", letter="[]", now=NOW + timedelta(hours=1))
        draft = work.drafts.get(key)
    assert (draft.key, draft.title, draft.letter) == (key, "new", "[]")
    assert draft.changed_at - draft.created_at == timedelta(hours=1)


def test_the_draft_changed_last_comes_first_in_whatever_time_zone(begin: Begin) -> None:
    early = (NOW + timedelta(minutes=1)).astimezone(timezone(timedelta(hours=5)))
    late = (NOW + timedelta(minutes=1, microseconds=1)).astimezone(timezone(timedelta(hours=-5)))
    with begin() as work:
        for title, moment in (("first", NOW), ("third", late), ("second", early)):
            work.drafts.add(title=title, letter="{}", now=moment)
        assert [draft.title for draft in work.drafts.all()] == ["third", "second", "first"]


def test_a_draft_that_is_not_there_is_named(begin: Begin) -> None:
    with begin() as work:
        with pytest.raises(DraftNotFound, match="7"):
            work.drafts.get(7)
        with pytest.raises(DraftNotFound, match="7"):
            work.drafts.replace(7, title="", letter="{}", now=NOW)
        register(work)
        with pytest.raises(DraftNotFound, match="7"):
            work.drafts.mark_registered(7, sequence=1)


def test_a_registered_draft_knows_its_number_and_stays_as_it_is(begin: Begin) -> None:
    with begin() as work:
        key = work.drafts.add(title="protest", letter="{}", now=NOW)
        entry = register(work)
        work.drafts.mark_registered(key, sequence=entry.sequence)
        work.commit()
    with begin() as work:
        assert work.drafts.get(key).registered_as == "147/01-3"
        assert [draft.registered_as for draft in work.drafts.all()] == ["147/01-3"]
        with pytest.raises(DraftAlreadyRegistered, match="147/01-3"):
            work.drafts.replace(key, title="other", letter="{}", now=NOW)


def test_one_draft_is_never_registered_twice(begin: Begin) -> None:
    with begin() as work:
        key = work.drafts.add(title="protest", letter="{}", now=NOW)
        first, second = register(work), register(work)
        work.drafts.mark_registered(key, sequence=first.sequence)
        with pytest.raises(DraftAlreadyRegistered, match="147/01-3"):
            work.drafts.mark_registered(key, sequence=second.sequence)


def test_a_draft_goes_into_the_bin_and_comes_out_of_it(begin: Begin) -> None:
    with begin() as work:
        keys = [work.drafts.add(title=str(n), letter="{}", now=NOW) for n in range(3)]
        work.drafts.bin(keys[0], now=NOW + timedelta(hours=2))
        work.drafts.bin(keys[2], now=NOW + timedelta(hours=1))
        work.commit()
    with begin() as work:
        assert [draft.key for draft in work.drafts.all()] == [keys[1]]
        assert [draft.key for draft in work.drafts.binned()] == [keys[0], keys[2]]
        assert work.drafts.get(keys[0]).binned_at == NOW + timedelta(hours=2)
        work.drafts.put_back(keys[0])
        work.drafts.delete(keys[2])
        assert [draft.key for draft in work.drafts.all()] == [keys[1], keys[0]]
        assert list(work.drafts.binned()) == []


def test_what_lies_in_the_bin_stays_as_it_is_and_what_does_not_is_not_deleted(begin: Begin) -> None:
    with begin() as work:
        key, other = (work.drafts.add(title="x", letter="{}", now=NOW) for _ in range(2))
        work.drafts.bin(key, now=NOW)
        with pytest.raises(DraftInBin):
            work.drafts.replace(key, title="y", letter="{}", now=NOW)
        for deed in (work.drafts.put_back, work.drafts.delete):
            with pytest.raises(DraftNotInBin):
                deed(other)
            with pytest.raises(DraftNotFound):
                deed(99)


def test_phrases_are_kept_changed_and_forgotten(begin: Begin) -> None:
    types = (LetterType.PROTEST, LetterType.JOINT)
    one = Phrase(language="ka", title="სოლიდარობა", text="**one**\n\ntwo", types=types)
    with begin() as work:
        key = work.phrases.add(one)
        other = work.phrases.add(Phrase(language="en", title="b", text="c"))
        work.phrases.replace(Phrase(language="en", title="d", text="e", key=other))
        work.commit()
    with begin() as work:
        assert list(work.phrases.all()) == [
            replace(one, key=key),
            Phrase(language="en", title="d", text="e", key=other),
        ]
        work.phrases.remove(key)
        assert [phrase.key for phrase in work.phrases.all()] == [other]
        with pytest.raises(PhraseNotFound):
            work.phrases.remove(key)
        with pytest.raises(PhraseNotFound):
            work.phrases.replace(replace(one, key=key))


def test_series_are_kept_with_all_they_say_in_the_order_of_their_keys(begin: Begin) -> None:
    appeals = Series(key="appeals", title="Appeals", pattern="{year}-{ordinal:4}", start=9, sign="Ref.")
    with begin() as work:
        work.series.add(appeals)
        assert work.series.all() == [appeals, SERIES]
        assert work.series.get("appeals") == appeals


def test_an_unknown_series_is_named_with_those_there_are(begin: Begin) -> None:
    with begin() as work:
        for ask in (work.series.get, lambda key: work.series.next_ordinal(key, 2017)):
            with pytest.raises(UnknownSeries, match=r"“protests”.*Known series: out"):
                ask("protests")


def test_the_first_year_begins_with_the_start_value_and_later_years_with_one(begin: Begin) -> None:
    with begin() as work:
        taken = [
            (year, work.series.next_ordinal("out", year)) for year in (2017, 2017, 2018, 2018, 2017, 2020)
        ]
    assert taken == [(2017, 147), (2017, 148), (2018, 1), (2018, 2), (2017, 149), (2020, 1)]


def test_a_year_before_the_first_continues_the_paper_register_too(begin: Begin) -> None:
    with begin() as work:
        assert work.series.next_ordinal("out", 2018) == 147
        assert work.series.next_ordinal("out", 2017) == 147


def test_each_series_counts_for_itself(begin: Begin) -> None:
    with begin() as work:
        work.series.add(Series(key="appeals", title="Appeals", start=5))
        assert work.series.next_ordinal("out", 2017) == 147
        assert work.series.next_ordinal("appeals", 2018) == 5


def test_a_rollback_gives_the_ordinal_back(begin: Begin) -> None:
    for _ in range(3):
        with begin() as work:
            assert work.series.next_ordinal("out", 2017) == 147
    with begin() as work:
        assert work.series.next_ordinal("out", 2017) == 147
        work.commit()
    with begin() as work:
        assert work.series.next_ordinal("out", 2017) == 148


def test_an_empty_register_has_no_last_entry(begin: Begin) -> None:
    with begin() as work:
        assert work.register.last() is None
        assert list(work.register.all()) == []
        assert work.register.latest(5) == []


def test_entries_come_back_equal_in_their_order_and_the_newest_first_on_request(begin: Begin) -> None:
    with begin() as work:
        added = [register(work) for _ in range(3)]
        work.commit()
    with begin() as work:
        assert list(work.register.all()) == added
        assert work.register.latest(2) == [added[2], added[1]]
        assert work.register.last() == added[2]
        assert work.register.head() == (added[2].sequence, added[2].seal)


@pytest.mark.parametrize(
    "typed", ["147/01-3", "№ 147/01-3", "№147/01-3", "No. 147/01-3", "N 147/01-3", "  147/01-3\n"]
)
def test_a_number_is_found_with_or_without_its_sign(begin: Begin, typed: str) -> None:
    with begin() as work:
        entry = register(work)
        assert work.register.find(typed) == [entry]


@pytest.mark.parametrize("typed", ["147", "147/01", "47/01-3", "147/01-30", "147%", ""])
def test_a_number_is_found_exactly_or_not_at_all(begin: Begin, typed: str) -> None:
    with begin() as work:
        register(work)
        assert work.register.find(typed) == []


def test_a_number_of_several_years_is_narrowed_by_the_year(begin: Begin) -> None:
    with begin() as work:
        for sequence, year in ((1, 2017), (2, 2018)):
            work.register.add(an_entry(sequence, year=year, number="5/01-3"), DOCUMENT)
        assert [entry.year for entry in work.register.find("5/01-3")] == [2017, 2018]
        assert [entry.year for entry in work.register.find("№ 5/01-3", year=2018)] == [2018]
        assert work.register.find("5/01-3", year=2019) == []


def test_a_number_that_begins_like_a_sign_is_found(begin: Begin) -> None:
    with begin() as work:
        work.register.add(an_entry(number="N5/147"), DOCUMENT)
        assert len(work.register.find("N5/147")) == len(work.register.find("№ N5/147")) == 1


def test_a_document_comes_back_byte_by_byte(begin: Begin) -> None:
    with begin() as work:
        entry = register(work)
        assert work.register.document(entry.sequence) == DOCUMENT


def test_an_empty_document_is_a_document(begin: Begin) -> None:
    with begin() as work:
        work.register.add(an_entry(), b"")
        assert work.register.document(1) == b""


def test_a_document_that_is_not_there_is_named(begin: Begin) -> None:
    with begin() as work, pytest.raises(EntryNotFound, match="9"):
        work.register.document(9)


def test_a_sound_register_has_no_integrity_problems(begin: Begin) -> None:
    with begin() as work:
        register(work)
        work.commit()
    with begin() as work:
        assert list(work.register.integrity_problems()) == []


@pytest.mark.parametrize("changes", [{"sequence": 1}, {"ordinal": 147}], ids=["sequence", "ordinal"])
def test_a_place_in_the_register_is_given_once(begin: Begin, changes: dict[str, int]) -> None:
    with begin() as work:
        work.register.add(an_entry(1), DOCUMENT)
        with pytest.raises(Exception, match=r"never replaced|in the register already"):
            work.register.add(an_entry(**({"sequence": 2} | changes)), DOCUMENT)
