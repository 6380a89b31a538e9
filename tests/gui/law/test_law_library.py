"""The law library: what is cited is typed once, found by any name, and says how States are bound."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.citations import IloConventions, Status, TreatyArticle
from app.domain.legal_references import Binding, LegalReference
from app.domain.people import State
from app.flow.citation_kinds import CitationKind
from app.flow.filling import fill
from app.gui.desktop import Desktop
from app.gui.guide.steps.letter_fields import PlaceChoice, PlaceField
from app.gui.law.presenter import LawPresenter, ReferenceDesk
from app.gui.law.screen import LawScreen
from app.gui.records.opening import New
from tests.gui.fakes import FakeAsking
from tests.gui.showing import show


@pytest.fixture
def screen(qtbot: QtBot, desktop: Desktop) -> LawScreen:
    """The room, empty."""
    made = show(qtbot, LawScreen(desktop))
    made.first_focus()
    return made


def all_of(desktop: Desktop) -> list[LegalReference]:
    return list(desktop.office.legal_references.references())


def a_treaty(desktop: Desktop, typed: str = "ICCPR 22") -> str:
    presenter = LawPresenter(desktop.office, desktop.texts)
    return desktop.office.legal_references.save(presenter.begin(None, typed, "en")).key


def field(screen: LawScreen, name: str) -> PlaceField | PlaceChoice:
    assert screen.detail.form is not None
    return next(one for one in screen.detail.form.fields if one.place == f"citations.1.{name}")


def test_a_reference_is_added_as_lawyers_cite_it(qtbot: QtBot, screen: LawScreen, desktop: Desktop) -> None:
    qtbot.keyClick(screen.first_step, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "iccpr 22(2)")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    [kept] = all_of(desktop)
    assert isinstance(kept.citation, TreatyArticle)
    assert kept.citation.articles == ("22(2)",)
    assert screen.detail.key == kept.key
    assert screen.pane.list.rows.row(0).title == "ICCPR, article 22(2)"


def test_what_is_not_understood_becomes_a_reference_of_a_kind(
    qtbot: QtBot, screen: LawScreen, desktop: Desktop
) -> None:
    screen.begin_new("Code of conduct of 1999")
    form = screen.make_form("Code of conduct of 1999")
    qtbot.addWidget(form)
    form.kind.set_value(CitationKind.DECLARATION)
    form.keep()
    [kept] = all_of(desktop)
    assert kept.citation.kind == "declaration"


def test_escape_leaves_the_short_form(qtbot: QtBot, screen: LawScreen, desktop: Desktop) -> None:
    screen.show_subject(New("ICCPR"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert all_of(desktop) == []
    assert screen.first_step.isVisible()


def test_fields_are_saved_when_the_room_is_left(qtbot: QtBot, screen: LawScreen, desktop: Desktop) -> None:
    key = a_treaty(desktop)
    screen.read()
    screen.show_key(key)
    editor = field(screen, "right_named").editor
    editor.setFocus()
    qtbot.keyClicks(editor, "the right to form unions")
    screen.save()
    kept = desktop.office.legal_references.reference(key).citation
    assert isinstance(kept, TreatyArticle)
    assert kept.right_named.endswith("the right to form unions")


def test_how_a_state_is_bound_is_kept_for_that_state_only(
    qtbot: QtBot, screen: LawScreen, desktop: Desktop
) -> None:
    key = a_treaty(desktop)
    screen.read()
    screen.show_key(key)
    assert field(screen, "status").isHidden()
    screen.detail.state.set_value("KAZ")
    screen.detail.state.chosen.emit("KAZ")
    choice = field(screen, "status")
    assert isinstance(choice, PlaceChoice)
    assert not choice.isHidden()
    choice.editor.set_value(Status.RATIFIED)
    choice.editor.chosen.emit(Status.RATIFIED)
    day = field(screen, "status_date").editor
    day.setFocus()
    qtbot.keyClicks(day, "2006-01-24")
    screen.save()
    kept = desktop.office.legal_references.reference(key)
    assert kept.bindings == (Binding(state="KAZ", status=Status.RATIFIED, since="2006-01-24"),)
    assert isinstance(kept.citation, TreatyArticle)
    assert kept.citation.status is Status.UNKNOWN
    assert "Kazakhstan" in screen.detail.told.text()


def test_a_year_that_is_known_only_roughly_is_not_lost(desktop: Desktop) -> None:
    binding = Binding(state="KAZ", status=Status.RATIFIED, since="2006")
    presenter = LawPresenter(desktop.office, desktop.texts)
    reference = presenter.begin(None, "ICCPR 22", "en").knowing(binding)
    told: list[LegalReference] = []
    desk = ReferenceDesk(desktop.texts, reference, State(code="KAZ"), lambda one, _place: told.append(one))
    desk.do(fill("citations.1.right_named", "the right"))
    assert told[-1].bindings == (binding,)


def test_a_single_convention_can_be_bound(desktop: Desktop) -> None:
    presenter = LawPresenter(desktop.office, desktop.texts)
    reference = presenter.begin(None, "C87", "en")
    assert isinstance(reference.citation, IloConventions)
    told: list[LegalReference] = []
    desk = ReferenceDesk(desktop.texts, reference, State(code="KAZ"), lambda one, _place: told.append(one))
    desk.do(fill("citations.1.conventions.1.status", Status.RATIFIED))
    assert told[-1].bindings == (Binding(state="KAZ", status=Status.RATIFIED),)


def test_references_are_found_by_their_further_names(
    qtbot: QtBot, screen: LawScreen, desktop: Desktop
) -> None:
    first, _second = a_treaty(desktop), a_treaty(desktop, "C87")
    screen.read()
    screen.show_key(first)
    screen.detail.aliases.setFocus()
    qtbot.keyClicks(screen.detail.aliases, "covenant, pact")
    screen.save()
    screen.pane.field.setFocus()
    qtbot.keyClicks(screen.pane.field, "pact")
    assert [screen.pane.list.rows.row(at).key for at in range(screen.pane.list.rows.rowCount())] == [first]


def test_a_deleted_reference_comes_back(
    qtbot: QtBot, screen: LawScreen, desktop: Desktop, asking: FakeAsking
) -> None:
    key = a_treaty(desktop)
    screen.read()
    screen.show_key(key)
    qtbot.keyClick(screen.detail.delete, Qt.Key.Key_Return)
    assert all_of(desktop) == []
    act = asking.notices[0].act
    assert act is not None
    act()
    assert [one.key for one in all_of(desktop)] == [key]


def test_the_list_is_narrowed_to_a_kind(screen: LawScreen, desktop: Desktop) -> None:
    a_treaty(desktop)
    convention = a_treaty(desktop, "C87")
    desktop.changes.references_changed.emit()
    both = screen.pane.list.rows.rowCount()
    action = next(one for one in screen._menu_of_kinds().actions() if one.text() == "ILO convention")
    action.trigger()
    assert (both, screen.pane.list.rows.rowCount()) == (2, 1)
    assert screen.pane.list.rows.row(0).key == convention
