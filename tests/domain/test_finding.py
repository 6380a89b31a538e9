"""Finding by any part of any name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.finding import Closeness, NameIndex
from app.domain.folding import fold
from app.domain.records import RECIPIENT_KINDS, Named, RecordKind

PERSON = RecordKind.PERSON


def named(*names: str, key: str = "", kind: RecordKind = PERSON, **changes: object) -> Named:
    said = {"state": "", "sample": False, "deleted": False, "revision": 1, **changes}
    return Named(key=key or names[0], kind=kind, title=names[0], names=names, **said)  # type: ignore[arg-type]


def an_index(*records: Named) -> NameIndex:
    index = NameIndex()
    index.put(records)
    return index


def keys(index: NameIndex, text: str, limit: int = 20) -> list[str]:
    return [found.key for found in index.find(text, RECIPIENT_KINDS, limit)]


INDEX = an_index(
    named("Nursultan Nazarbayev", "Назарбаев, Нурсултан", "Нұрсұлтан Назарбаев", key="naz"),
    named("Larisa Kharkova", "Лариса Харькова", key="kha"),
    named("Łukasz Nowak", key="now"),
    named("President of Kazakhstan", key="pre", kind=RecordKind.OFFICE),
    named("ნინო აბაშიძე", "Nino Abashidze", key="nin"),
    named("A case", key="case", kind=RecordKind.CASE),
)
TYPED = {
    "the beginning of a surname": ("naz", ["naz"]),
    "the middle of a word": ("arbay", ["naz"]),
    "another language": ("харьк", ["kha"]),
    "a Kazakh letter without its sign": ("нурсултан", ["naz"]),
    "a letter that keyboards lack": ("lukasz", ["now"]),
    "capitals and spaces": ("  PRESIDENT   kaz", ["pre"]),
    "words in another order": ("nazarbayev nursultan", ["naz"]),
    "words of two languages": ("nursultan назар", ["naz"]),
    "Georgian": ("აბაშ", ["nin"]),
    "signs only": ("…", []),
    "nothing": ("", []),
    "what is not there": ("zzz", []),
    "what is of another kind": ("case", []),
}


@pytest.mark.parametrize(("typed", "found"), TYPED.values(), ids=TYPED)
def test_what_is_typed_finds(typed: str, found: list[str]) -> None:
    assert keys(INDEX, typed) == found


def test_the_best_comes_first() -> None:
    index = an_index(
        named("Banana republic", key="inside"),
        named("Ministry of Ana", key="word"),
        named("Anarchists", key="begins"),
        named("Ana", key="whole"),
    )
    assert keys(index, "ana") == ["whole", "begins", "word", "inside"]
    found = index.find("ana", [PERSON], 20)
    assert [one.closeness for one in found] == list(Closeness)


def test_alike_ones_come_in_the_order_of_their_titles_whatever_their_kind() -> None:
    index = an_index(
        named("Union C", key="c", kind=RecordKind.INSTITUTION),
        named("Union B", key="b"),
        named("union a", key="a", kind=RecordKind.OFFICE),
    )
    assert keys(index, "union") == ["a", "b", "c"]
    assert keys(index, "union", limit=2) == ["a", "b"]
    assert keys(index, "union", limit=0) == []


def test_what_matched_is_told_in_the_language_that_was_typed() -> None:
    (found,) = INDEX.find("назарб", RECIPIENT_KINDS, 5)
    assert (found.title, found.matched) == ("Nursultan Nazarbayev", "Назарбаев, Нурсултан")


def test_what_changes_is_found_anew_and_what_is_binned_is_gone() -> None:
    index = an_index(named("Ana", key="a"), named("Nino", key="n"))
    index.put([named("Anna", key="a", revision=2), named("Nino", key="n", deleted=True, revision=3)])
    assert (keys(index, "ana"), keys(index, "anna"), keys(index, "nino")) == ([], ["a"], [])
    assert index.revision == 3
    assert index.get("n") is None
    assert index.get("a") == named("Anna", key="a", revision=2)
    index.put([named("Nino", key="n", revision=4)])
    assert [one.key for one in index.all(RECIPIENT_KINDS)] == ["a", "n"]


WORDS = st.text(st.sampled_from("abcабвგნ łé"), max_size=8)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=8), WORDS)
def test_exactly_those_are_found_whose_names_hold_every_word(names: list[list[str]], typed: str) -> None:
    records = [named(*some, key=str(place)) for place, some in enumerate(names)]
    words = fold(typed).split()
    folded = {one.key: [" ".join(fold(name).split()) for name in one.names] for one in records}
    expected = {
        key
        for key, some in folded.items()
        if words and all(any(word in name for name in some) for word in words)
    }
    assert set(keys(an_index(*records), typed)) == expected
