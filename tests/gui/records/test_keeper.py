"""Saving by itself, and taking back what was saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Office as Services
from app.domain.directory import Forms, Person
from app.domain.records import RecordNotFound
from app.gui.desktop import Desktop
from app.gui.records.keeper import PAUSE, Keeper
from app.services.records import Change
from tests.gui.fakes import FakeAsking


@pytest.fixture
def services(desktop: Desktop) -> Services:
    """The services of a new workspace."""
    return desktop.office


@pytest.fixture
def keeper(qtbot: QtBot, services: Services, asking: FakeAsking) -> Keeper:
    """A keeper of the address book."""
    return Keeper(services.address_book.save, services.address_book.undo, asking.trouble)


@pytest.fixture
def person(services: Services) -> Person:
    """Somebody in the address book."""
    made = Person(forms=(Forms(language="en", name="Larisa Kharkova"),))
    return replace(made, key=services.address_book.save(made).key)


@pytest.fixture
def notes(services: Services, person: Person) -> Callable[[], str]:
    """What is kept as notes."""
    return lambda: services.address_book.person(person.key).notes


def test_what_is_written_is_saved_after_a_pause(
    qtbot: QtBot, keeper: Keeper, person: Person, notes: Callable[[], str]
) -> None:
    with qtbot.waitSignal(keeper.kept, timeout=10 * PAUSE):
        keeper.write(replace(person, notes="called"), "notes", "Notes")
        assert notes() == ""
    assert notes() == "called"


def test_typing_in_one_place_is_one_step_back(
    keeper: Keeper, person: Person, notes: Callable[[], str]
) -> None:
    for text in ("c", "ca", "called"):
        keeper.write(replace(person, notes=text), "notes", "Notes")
        keeper.keep()
    keeper.undo()
    assert notes() == ""
    keeper.redo()
    assert notes() == "called"


def test_a_place_that_was_left_begins_a_new_step(
    keeper: Keeper, person: Person, notes: Callable[[], str]
) -> None:
    for text in ("called", "called twice"):
        keeper.write(replace(person, notes=text), "notes", "Notes")
        keeper.leave()
    keeper.undo()
    assert notes() == "called"


def test_another_place_saves_the_one_before(keeper: Keeper, person: Person, notes: Callable[[], str]) -> None:
    keeper.write(replace(person, notes="called"), "notes", "Notes")
    keeper.write(replace(person, notes="called", state="KAZ"), "state", "State")
    keeper.undo()
    assert notes() == "called"


def test_what_cannot_be_saved_stays_and_is_told(
    services: Services, person: Person, asking: FakeAsking
) -> None:
    def refuse(thing: Person) -> Change:
        raise RecordNotFound(kind="person", key=thing.key)

    keeper = Keeper(refuse, services.address_book.undo, asking.trouble)
    keeper.write(person, "notes", "Notes")
    assert not keeper.keep()
    assert not keeper.forget()
    assert not keeper.is_clean
    assert [type(error) for error in asking.troubles] == [RecordNotFound, RecordNotFound]


def test_a_new_change_ends_what_could_be_done_again(keeper: Keeper, person: Person) -> None:
    keeper.write(replace(person, notes="a"), "notes", "Notes")
    keeper.undo()
    keeper.write(replace(person, notes="b"), "notes", "Notes")
    assert keeper.redo() is None


def test_nobody_reads_the_old_record_between_two_places(
    keeper: Keeper, person: Person, notes: Callable[[], str]
) -> None:
    clean: list[bool] = []
    keeper.kept.connect(lambda _change: clean.append(keeper.is_clean))
    keeper.write(replace(person, notes="called"), "notes", "Notes")
    keeper.write(replace(person, notes="called", state="KAZ"), "state", "State")
    assert (clean, notes()) == ([False], "called")
