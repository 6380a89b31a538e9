"""The last look: what is open, every answer, and the ways out, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.number_wish import NumberWish
from app.flow.filling import fill
from app.flow.naming import Step
from app.gui import going
from app.gui.desktop import Desktop
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.steps.review import ReviewPage
from app.gui.jobs import Jobs
from app.gui.letters.lines import LineKey, LineKind
from app.services.exact_pages import ExactPages
from app.services.exporting import Way
from app.services.numbers import Word
from tests.drafting.reading import DocxRead
from tests.fake_pages import FakeMaker
from tests.gui.fakes import FakeAsking, FakeOutside, HeldExecutor
from tests.gui.guide.steps.shown import shown

ENTER = Qt.Key.Key_Return


@pytest.fixture
def folder(tmp_path: Path, asking: FakeAsking) -> Path:
    """The folder that the person chooses when asked."""
    made = tmp_path / "letters"
    made.mkdir()
    asking.paths.append(made)
    return made


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop, protest: GuidePresenter) -> ReviewPage:
    """The review of the model protest letter."""
    return shown(qtbot, ReviewPage(desktop, protest), protest)


def press(qtbot: QtBot, page: ReviewPage, way: Way) -> None:
    """Press the button of a way by Enter."""
    page.offers.buttons[way].setFocus()
    qtbot.keyClick(page.offers.buttons[way], ENTER)


def register(qtbot: QtBot, page: ReviewPage) -> None:
    """Register the letter by keys."""
    press(qtbot, page, Way.REGISTER)
    qtbot.keyClick(page.confirm.yes, ENTER)


def test_every_answer_leads_to_where_it_is_given(page: ReviewPage, qtbot: QtBot) -> None:
    link = next(one for one in page.answers.links if one.text() == "Salutation")
    qtbot.keyClick(link, ENTER)
    assert page.guide.step is Step.RECIPIENTS
    assert page.guide.place == "recipients.salutation"


def test_what_is_open_is_said_first_and_stops_all_but_the_draft(page: ReviewPage, qtbot: QtBot) -> None:
    page.guide.do(fill("case.event", ""))
    assert page.gaps.heading.text() == "1 place is still open."
    enabled = {way for way, button in page.offers.buttons.items() if button.isEnabled()}
    assert enabled == {Way.DRAFT}
    page.first_focus()
    assert QApplication.focusWidget() is page.gaps.links[0]
    qtbot.keyClick(page.gaps.links[0], ENTER)
    assert (page.guide.step, page.guide.place) == (Step.CASE, "case.event")


def test_nothing_open_says_so_and_begins_at_the_way_out(page: ReviewPage) -> None:
    assert page.ready.isVisible()
    assert not page.gaps.isVisible()
    page.first_focus()
    assert QApplication.focusWidget() is page.offers.buttons[Way.REGISTER]
    said = page.offers.sentences[Way.REGISTER].text()
    assert said == "This gives the letter number 1/01-3 and can't be undone."


def test_what_looks_doubtful_is_listed_and_stops_nobody(
    qtbot: QtBot, desktop: Desktop, allegation: GuidePresenter
) -> None:
    page = shown(qtbot, ReviewPage(desktop, allegation), allegation)
    allegation.do(fill("state.code", "GEO"))
    assert page.doubts.isVisible()
    assert page.doubts.links
    assert page.offers.buttons[Way.REGISTER].isEnabled()


def test_registering_is_confirmed_in_the_window_and_can_be_put_off(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop
) -> None:
    press(qtbot, page, Way.REGISTER)
    assert page.confirm.isVisible()
    assert page.confirm.sentence.text() == "This gives the letter number 1/01-3 and can't be undone."
    assert QApplication.focusWidget() is page.confirm.yes
    qtbot.keyClick(page.confirm.yes, Qt.Key.Key_Escape)
    assert not page.confirm.isVisible()
    assert QApplication.focusWidget() is page.offers.buttons[Way.REGISTER]
    assert not desktop.office.register.latest()


def test_a_registered_letter_shows_its_number_and_its_file(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    with qtbot.waitSignal(desktop.changes.letters_changed):
        register(qtbot, page)
    (entry,) = desktop.office.register.latest()
    assert entry.number == "1/01-3"
    assert page.done.number.text() == "1/01-3"
    (file,) = folder.iterdir()
    assert page.done.place.text() == str(file)
    assert "№ 1/01-3" in DocxRead(file.read_bytes()).texts
    assert not page.offers.isVisible()
    assert QApplication.focusWidget() is page.done.open
    assert not page.guide.is_worth_keeping


def test_from_a_registered_letter_one_goes_to_it_among_the_letters(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    register(qtbot, page)
    with qtbot.waitSignal(desktop.going.wanted) as gone:
        qtbot.keyClick(page.done.back, ENTER)
    (entry,) = desktop.office.register.latest()
    assert gone.args == [going.Way("letters", LineKey(LineKind.ENTRY, entry.sequence))]


def test_who_registers_stands_in_the_register_and_is_remembered(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    press(qtbot, page, Way.REGISTER)
    page.confirm.person.editor.setFocus()
    qtbot.keyClicks(page.confirm.person.editor, "Ana")
    qtbot.keyClick(page.confirm.yes, ENTER)
    assert desktop.office.register.latest()[0].person == "Ana"
    assert page.leaving.person == "Ana"


def test_the_file_is_opened_and_shown_by_the_system(
    page: ReviewPage, qtbot: QtBot, folder: Path, outside: FakeOutside
) -> None:
    register(qtbot, page)
    qtbot.keyClick(page.done.open, ENTER)
    qtbot.keyClick(page.done.folder, ENTER)
    (file,) = folder.iterdir()
    assert (outside.opened, outside.shown) == ([file], [file])


def test_the_folder_is_asked_for_once(
    page: ReviewPage, qtbot: QtBot, folder: Path, asking: FakeAsking
) -> None:
    press(qtbot, page, Way.DRAFT)
    press(qtbot, page, Way.BLANK)
    assert len(asking.wishes) == 1
    assert len(list(folder.iterdir())) == 2
    assert page.offers.isVisible()
    assert page.done.sentence.text().startswith("The letter was written for signature")


def test_nothing_happens_where_no_folder_is_chosen(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, asking: FakeAsking
) -> None:
    asking.paths.append(None)
    register(qtbot, page)
    assert not desktop.office.register.latest()
    assert page.confirm.isVisible()


def test_a_draft_is_marked_and_takes_no_number(page: ReviewPage, qtbot: QtBot, folder: Path) -> None:
    press(qtbot, page, Way.DRAFT)
    assert [file.name for file in folder.iterdir()] == ["draft_Nazarbayev_en.docx"]
    assert page.offers.sentences[Way.REGISTER].text().startswith("This gives the letter number 1/01-3")


def test_a_reserved_number_wants_a_name_and_a_purpose(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    press(qtbot, page, Way.RESERVED)
    assert QApplication.focusWidget() is page.confirm.person.editor
    qtbot.keyClick(page.confirm.yes, ENTER)
    assert page.confirm.person.error
    qtbot.keyClicks(page.confirm.person.editor, "Ana")
    qtbot.keyClick(page.confirm.yes, ENTER)
    (line,) = desktop.office.numbers.gaps()
    assert (line.number, line.person) == ("1/01-3", "Ana")
    assert page.done.number.text() == "1/01-3"
    assert page.guide.number_wish.reserved == "1/01-3"


def test_a_number_reserved_before_is_printed_and_then_registered(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    act = desktop.office.numbers.reserve("outgoing", Word(person="Ana", note="the protest"))
    page.guide.number_wish = NumberWish(reserved=act.number)
    page.show_letter()
    assert page.offers.buttons[Way.RESERVED].text() == "Export with the reserved number"
    press(qtbot, page, Way.RESERVED)
    (file,) = folder.iterdir()
    assert "№ 1/01-3" in DocxRead(file.read_bytes()).texts
    assert page.offers.sentences[Way.REGISTER].text().startswith("This gives the letter number 1/01-3")
    register(qtbot, page)
    assert desktop.office.register.latest()[0].number == "1/01-3"
    assert [line.number for line in desktop.office.numbers.gaps()] == ["1/01-3"]


def test_a_letter_whose_file_cannot_be_written_is_registered_all_the_same(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path, tmp_path: Path, asking: FakeAsking
) -> None:
    press(qtbot, page, Way.DRAFT)
    press(qtbot, page, Way.REGISTER)
    page._do(page.leaving.register(next(folder.iterdir()) / "no folder", ""))
    assert desktop.office.register.latest()[0].number == "1/01-3"
    assert "is registered and safe" in page.done.place.text()
    other = tmp_path / "other"
    other.mkdir()
    asking.paths.append(other)
    qtbot.keyClick(page.done.elsewhere, ENTER)
    assert len(list(other.iterdir())) == 1
    assert page.done.open.isVisible()


def test_print_and_pdf_are_greyed_with_the_reason(page: ReviewPage, qtbot: QtBot, folder: Path) -> None:
    press(qtbot, page, Way.DRAFT)
    assert not page.done.pdf.isEnabled()
    assert not page.done.print.isEnabled()
    assert "LibreOffice" in page.done.why_not.text()


def test_a_pdf_is_written_beside_the_document(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path, asking: FakeAsking
) -> None:
    desktop.house.exact_pages = ExactPages(FakeMaker())
    press(qtbot, page, Way.DRAFT)
    qtbot.keyClick(page.done.pdf, ENTER)
    assert (folder / "draft_Nazarbayev_en.pdf").read_bytes().startswith(b"%PDF")
    assert asking.notices[-1].text.startswith("The PDF was written")


def test_what_goes_wrong_is_said_and_nothing_is_lost(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path, asking: FakeAsking
) -> None:
    press(qtbot, page, Way.REGISTER)
    key = page.guide.save_now()
    desktop.office.exporting.register(key, folder)  # somebody else has been faster
    qtbot.keyClick(page.confirm.yes, ENTER)
    assert len(asking.troubles) == 1
    assert page.confirm.yes.isEnabled()
    assert len(desktop.office.register.latest()) == 1


def test_while_it_is_done_nothing_can_be_pressed_twice(
    qtbot: QtBot,
    desktop: Desktop,
    protest: GuidePresenter,
    held: HeldExecutor,
    asking: FakeAsking,
    folder: Path,
) -> None:
    page = shown(qtbot, ReviewPage(desktop, protest), protest)
    object.__setattr__(desktop, "jobs", Jobs(held, asking.trouble))
    press(qtbot, page, Way.DRAFT)
    press(qtbot, page, Way.DRAFT)
    held.release()
    held.release()
    assert len(list(folder.iterdir())) == 1
    assert page.offers.buttons[Way.DRAFT].isEnabled()


def test_a_registered_letter_leads_back_to_the_letters(
    page: ReviewPage, qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    register(qtbot, page)
    with qtbot.waitSignal(desktop.going.wanted) as went:
        qtbot.keyClick(page.done.back, ENTER)
    assert went.args is not None
    assert went.args[0].room == "letters"
