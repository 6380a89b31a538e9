"""Legal references: found by typing, filled in, moved, taken out and taken back, all by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.citations import (
    Declaration,
    IloConvention,
    IloConventions,
    NationalLaw,
    Status,
    TreatyArticle,
)
from app.domain.legal_references import Binding, LegalReference
from app.domain.letters import BlockKind
from app.domain.people import State
from app.flow.filling import fill
from app.gui.desktop import Desktop
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.steps.law import LawPage
from app.gui.guide.steps.letter_fields import PlaceChoice, PlaceField
from app.gui.widgets.buttons import QuietButton
from tests.builders import ilo
from tests.gui.fakes import FakeAsking
from tests.gui.guide.steps.shown import shown

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop, guide: GuidePresenter) -> LawPage:
    """The step of a new letter about Kazakhstan."""
    guide.do(fill("state", State(code="KAZ", name="Kazakhstan")))
    return shown(qtbot, LawPage(desktop, guide), guide)


def typed(qtbot: QtBot, page: LawPage, text: str) -> None:
    """Type into the picker and press Enter."""
    page.first_focus()
    qtbot.keyClicks(page.picker.field, text)
    qtbot.keyClick(page.picker.field, KEY.Key_Return)


def field(page: LawPage, name: str) -> PlaceField:
    """Give the field of a place."""
    found = [one for card in page.cards if card.form for one in card.form.fields if one.place == name]
    assert isinstance(found[0], PlaceField)
    return found[0]


def titles(page: LawPage) -> list[str]:
    """Return the titles of the cards."""
    return [card.title.text() for card in page.cards]


def test_what_the_library_knows_of_the_state_comes_with_the_reference(page: LawPage, qtbot: QtBot) -> None:
    typed(qtbot, page, "iccpr 22")
    (cited,) = page.guide.letter.citations
    assert isinstance(cited, TreatyArticle)
    assert (cited.articles, cited.status, str(cited.status_date)) == (("22",), Status.RATIFIED, "2006-01-24")
    assert titles(page) == ["ICCPR, article 22"]
    assert page.cards[0].line.text() == "Ratified 24 January 2006 · not printed"


def test_what_is_only_typed_becomes_a_reference_and_nothing_is_said_of_the_state(
    page: LawPage, qtbot: QtBot
) -> None:
    typed(qtbot, page, "achr 16")
    (cited,) = page.guide.letter.citations
    assert isinstance(cited, TreatyArticle)
    assert (cited.articles, cited.status, cited.status_date) == (("16",), Status.UNKNOWN, None)
    assert titles(page) == ["ACHR, article 16"]
    assert "Not known how the State is bound" in page.cards[0].line.text()


def test_a_reference_of_the_office_says_since_when_the_state_is_bound(
    page: LawPage, qtbot: QtBot, desktop: Desktop
) -> None:
    bound = Binding(state="KAZ", status=Status.RATIFIED, since="2000-12-13")
    kept = LegalReference(citation=ilo(IloConvention(number="87")), bindings=(bound,))
    desktop.office.legal_references.save(kept)
    typed(qtbot, page, "c87")
    assert page.cards[0].line.text() == "Ratified 13 December 2000 · not printed"


def test_something_else_is_filled_in_by_hand(page: LawPage, qtbot: QtBot) -> None:
    typed(qtbot, page, "Law on Unions")
    assert page.chooser.isVisible()
    assert QApplication.focusWidget() is page.chooser.buttons[0]
    qtbot.keyClick(page.chooser.buttons[-1], KEY.Key_Return)
    assert page.guide.letter.citations == (NationalLaw(kind="national_law", title="Law on Unions"),)
    articles = field(page, "citations.1.articles")
    assert QApplication.focusWidget() is articles.editor
    qtbot.keyClicks(articles.editor, "10(2), 11")
    assert page.guide.letter.citations[0].articles == ("10(2)", "11")
    assert titles(page) == ["Law on Unions, article 10(2), 11"]


def test_nothing_is_added_where_the_person_thinks_better_of_it(page: LawPage, qtbot: QtBot) -> None:
    typed(qtbot, page, "Law on Unions")
    page.chooser.close_it()
    assert page.guide.letter.citations == ()
    assert QApplication.focusWidget() is page.picker.field


def test_a_date_that_is_half_known_is_left_open_and_says_so(page: LawPage, qtbot: QtBot) -> None:
    typed(qtbot, page, "achr 16")
    page.go_to("citations.1.status_date")
    since = field(page, "citations.1.status_date")
    assert QApplication.focusWidget() is since.editor
    qtbot.keyClicks(since.editor, "2006-01")
    assert not since.check()
    assert "whole day" in since.error
    qtbot.keyClicks(since.editor, "-24")
    assert since.check()
    assert str(page.guide.letter.citations[0].status_date) == "2006-01-24"  # type: ignore[union-attr]


def test_how_the_state_is_bound_is_chosen_by_keys(page: LawPage, qtbot: QtBot) -> None:
    typed(qtbot, page, "iccpr 22")
    page.go_to("citations.1.status")
    form = page.cards[0].form
    assert form is not None
    choice = next(one for one in form.fields if one.place == "citations.1.status")
    assert isinstance(choice, PlaceChoice)
    choice.editor.setCurrentIndex(1)
    choice.editor.activated.emit(1)
    assert page.guide.letter.citations[0].status is Status.RATIFIED  # type: ignore[union-attr]


def test_a_reference_is_taken_out_and_taken_back(page: LawPage, qtbot: QtBot, asking: FakeAsking) -> None:
    typed(qtbot, page, "c87")
    typed(qtbot, page, "iccpr 22")
    page.cards[0].remove.setFocus()
    qtbot.keyClick(page.cards[0].remove, KEY.Key_Return)
    assert titles(page) == ["ICCPR, article 22"]
    (notice,) = asking.notices
    assert notice.act is not None
    notice.act()
    page.show_letter()
    assert titles(page) == ["ILO Convention 87", "ICCPR, article 22"]


def test_references_are_moved_by_alt_and_the_arrows(page: LawPage, qtbot: QtBot) -> None:
    for text in ("c87", "iccpr 22", "udhr 23(4)"):
        typed(qtbot, page, text)
    page.cards[0].change.setFocus()
    qtbot.keyClick(page.cards[0].change, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(page)[:2] == ["ICCPR, article 22", "ILO Convention 87"]
    assert QApplication.focusWidget() is page.cards[1].change
    qtbot.keyClick(page.cards[1].change, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page)[:2] == ["ILO Convention 87", "ICCPR, article 22"]


def test_a_letter_that_prints_no_reference_is_given_a_part_that_does(page: LawPage, qtbot: QtBot) -> None:
    typed(qtbot, page, "iccpr 22")
    assert page.unprinted.isVisible()
    page.presenter.print_them()
    page.show_letter()
    assert BlockKind.LAW in {block.kind for block in page.guide.letter.blocks}
    assert not page.unprinted.isVisible()
    assert page.cards[0].line.text().endswith("body only")


def test_a_reference_is_kept_for_other_letters(
    page: LawPage, qtbot: QtBot, desktop: Desktop, asking: FakeAsking
) -> None:
    typed(qtbot, page, "c87")
    with qtbot.waitSignal(desktop.changes.references_changed):
        page.cards[0].kept.emit()
    (kept,) = desktop.office.legal_references.references()
    assert isinstance(kept.citation, IloConventions)
    assert asking.notices[-1].text.startswith("“ILO Convention 87” is kept")


def test_the_model_allegation_shows_its_five_references(
    qtbot: QtBot, desktop: Desktop, allegation: GuidePresenter
) -> None:
    page = shown(qtbot, LawPage(desktop, allegation), allegation)
    assert titles(page)[:3] == ["ICCPR, article 22", "Human Rights Council 24/5", "ILO Convention 87, 98"]
    assert [card.line.text() for card in page.cards][:2] == [
        "Ratified 24 January 2006 · annex only",
        "annex only",
    ]
    assert page.cards[2].line.text() == "Ratified 13 December 2000, 18 May 2001 · annex only"
    for card in page.cards:
        card.open()
    before = allegation.letter
    page.show_letter()
    assert allegation.letter is before


def test_a_declaration_says_something_of_further_articles_and_takes_it_back(
    page: LawPage, qtbot: QtBot
) -> None:
    typed(qtbot, page, "defenders 1, 2")
    page.go_to("citations.1")
    form = page.cards[0].form
    assert form is not None
    (more,) = [one for one in form.findChildren(QuietButton) if one.text() == "Add further articles"]
    more.setFocus()
    qtbot.keyClick(more, KEY.Key_Return)
    assert QApplication.focusWidget() is field(page, "citations.1.articles.2.articles").editor
    qtbot.keyClicks(QApplication.focusWidget(), "5(a)")
    (cited,) = page.guide.letter.citations
    assert isinstance(cited, Declaration)
    assert [part.articles for part in cited.articles] == [("1", "2"), ("5(a)",)]
    page.guide.paused()
    while len(page.guide.letter.citations[0].articles) > 1:  # type: ignore[union-attr]
        page.guide.undo()
    assert page.cards[0].is_open
    assert [one.place for one in page.cards[0].form.fields if one.place.endswith(".says")] == [  # type: ignore[union-attr]
        "citations.1.articles.1.says"
    ]
