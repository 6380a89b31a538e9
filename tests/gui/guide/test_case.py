"""The third step: the case, its facts, the State."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.case_files import CaseFact, CaseFile, CaseTexts, FactTexts
from app.gui.desktop import Desktop
from app.gui.guide.case import CasePage
from app.gui.guide.case_choices import CaseChoices
from app.gui.guide.presenter import GuidePresenter, What
from tests.gui.fakes import FakeAsking


def fact(key: str, day: str, text: str, *, language: str = "en", confidential: bool = False) -> CaseFact:
    """Make a fact of a case file."""
    texts = (FactTexts(language=language, text=text),)
    return CaseFact(key=key, date=day, texts=texts, source="a witness", confidential=confidential)


@pytest.fixture
def kept_case(desktop: Desktop) -> str:
    """A case with four facts: two to tell, a confidential one, one in Russian only."""
    facts = (
        fact("f1", "2017-01-04", "the court ordered the closure"),
        fact("f2", "2016-12", "the ministry filed a case"),
        fact("f3", "2017-01", "an informer told us", confidential=True),
        fact("f4", "2017-02", "суд отклонил жалобу", language="ru"),
    )
    texts = CaseTexts(language="en", title="Closure of the union", event="the closure")
    return desktop.office.case_files.save(CaseFile(texts=(texts,), state="KAZ", facts=facts)).key


@pytest.fixture
def page(qtbot: QtBot, desktop: Desktop, guide: GuidePresenter, kept_case: str) -> CasePage:
    """The page of a new letter, which follows it."""
    made = CasePage(desktop, guide)
    guide.changed = lambda what: made.show_letter() if what is What.LETTER else None
    qtbot.addWidget(made)
    made.resize(520, 1200)
    made.show()
    made.show_letter()
    qtbot.waitExposed(made)
    made.first_focus()
    return made


def choose(page: CasePage, qtbot: QtBot) -> None:
    """Find the case by a part of its title."""
    qtbot.keyClicks(page.picker.field, "closure")
    qtbot.keyClick(page.picker.field, Qt.Key.Key_Return)


def told(guide: GuidePresenter) -> set[str]:
    """Return the texts of the facts that the letter says."""
    return {one.text for one in guide.letter.case.facts}


def test_a_case_brings_its_texts_its_open_facts_and_its_state(
    page: CasePage, guide: GuidePresenter, kept_case: str, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    assert (guide.letter.case.event, guide.letter.state.name) == ("the closure", "Kazakhstan")
    assert told(guide) == {"the court ordered the closure", "the ministry filed a case"}
    assert guide.origins.case == kept_case


def test_no_source_and_no_confidential_fact_reaches_the_letter(
    page: CasePage, guide: GuidePresenter, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    assert "informer" not in repr(guide.letter)
    assert "witness" not in repr(guide.letter)


def test_facts_stand_in_the_order_of_their_days_and_say_why_they_cannot_be_ticked(
    page: CasePage, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    rows = page.facts.rows
    assert [row.tick.text() for row in rows] == ["2016-12", "2017-01", "2017-01-04", "2017-02"]
    assert [row.tick.isEnabled() for row in rows] == [True, False, True, False]
    assert [row.tick.isChecked() for row in rows] == [True, False, True, False]


def test_space_on_a_tick_takes_a_fact_out_and_puts_it_back(
    page: CasePage, guide: GuidePresenter, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    qtbot.keyClick(page.facts.rows[0].tick, Qt.Key.Key_Space)
    assert told(guide) == {"the court ordered the closure"}
    assert guide.origins.facts == ("f1",)
    qtbot.keyClick(page.facts.rows[0].tick, Qt.Key.Key_Space)
    assert len(told(guide)) == 2


def test_a_new_fact_goes_into_the_case_file_and_the_letter(
    page: CasePage, guide: GuidePresenter, desktop: Desktop, kept_case: str, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    qtbot.keyClick(page.add, Qt.Key.Key_Return)
    editors = page.fact_form.form.entries.editors
    qtbot.keyClicks(editors["date"], "2017-03")
    qtbot.keyClicks(editors["said.text"], "the members were dismissed")
    qtbot.keyClicks(editors["source"], "a letter of the union")
    qtbot.keyClick(editors["date"], Qt.Key.Key_Return)
    assert "the members were dismissed" in told(guide)
    kept = desktop.office.case_files.case(kept_case).facts[-1]
    assert (kept.date, kept.source) == ("2017-03", "a letter of the union")


def test_a_wrong_date_is_said_and_not_kept(page: CasePage, guide: GuidePresenter, qtbot: QtBot) -> None:
    choose(page, qtbot)
    page.add.click()
    entries = page.fact_form.form.entries
    qtbot.keyClicks(entries.editors["date"], "5 Dec")
    qtbot.keyClicks(entries.editors["said.text"], "something")
    page.fact_form.keep.click()
    assert entries.error("date")
    assert len(told(guide)) == 2


def test_a_fact_that_becomes_confidential_leaves_the_letter(
    page: CasePage, guide: GuidePresenter, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    page.facts.rows[0].change.click()
    qtbot.keyClick(page.fact_form.form.entries.editors["confidential"], Qt.Key.Key_Space)
    page.fact_form.keep.click()
    assert told(guide) == {"the court ordered the closure"}
    assert not page.facts.rows[0].tick.isEnabled()


def test_a_fact_that_is_removed_can_be_taken_back(
    page: CasePage, desktop: Desktop, kept_case: str, asking: FakeAsking, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    page.facts.rows[0].remove.click()
    assert len(desktop.office.case_files.case(kept_case).facts) == 3
    undo = asking.notices[-1].act
    assert undo is not None
    undo()
    assert len(desktop.office.case_files.case(kept_case).facts) == 4


def test_what_is_changed_is_kept_in_the_case_file_when_the_step_is_left(
    page: CasePage, desktop: Desktop, kept_case: str, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    qtbot.keyClick(page.form.fields["case.event"].editor, Qt.Key.Key_End)
    qtbot.keyClicks(page.form.fields["case.event"].editor, " of the union")
    page.leave()
    assert desktop.office.case_files.case(kept_case).texts_in("en").event == "the closure of the union"


def test_what_is_for_this_letter_only_leaves_the_case_file_alone(
    page: CasePage, desktop: Desktop, kept_case: str, qtbot: QtBot
) -> None:
    choose(page, qtbot)
    qtbot.keyClick(page.form.kept, Qt.Key.Key_Space)
    qtbot.keyClicks(page.form.fields["case.event"].editor, " of the union")
    page.leave()
    assert desktop.office.case_files.case(kept_case).texts_in("en").event == "the closure"


def test_a_case_is_begun_from_what_was_typed(
    page: CasePage, guide: GuidePresenter, desktop: Desktop, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.picker.field, "Miners of Shakhtinsk")
    qtbot.keyClick(page.picker.field, Qt.Key.Key_Return)
    assert guide.letter.case.title == "Miners of Shakhtinsk"
    assert page.form.fields["case.event"].editor.hasFocus()
    assert desktop.office.case_files.case(guide.origins.case).texts_in("en").title == "Miners of Shakhtinsk"


def test_a_letter_from_a_file_can_become_a_case(allegation: GuidePresenter, desktop: Desktop) -> None:
    choices = CaseChoices(allegation)
    before = allegation.letter
    choices.keep_as_file()
    assert [one.text for one in allegation.letter.case.facts] == [one.text for one in before.case.facts]
    assert [line.is_ticked for line in choices.facts()] == [True] * len(before.case.facts)
    assert not choices.keep()


def test_a_state_is_found_by_any_name_and_its_adjective_is_kept(
    page: CasePage, guide: GuidePresenter, desktop: Desktop, qtbot: QtBot
) -> None:
    field = page.state.choice.editor.field
    field.setText("казахстан")
    page.state.choice.editor.open_list()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert guide.letter.state.code == "KAZ"
    qtbot.keyClicks(page.state.names[1].editor, "Kazakh")
    page.state.keep.click()
    assert desktop.office.address_book.state_for_a_letter("KAZ", "en").adjective == "Kazakh"
    assert not page.state.keep.isVisible()
