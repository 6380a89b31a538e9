"""The room of the cases, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.case_files import CaseFile, CaseTexts, HappeningKind
from app.domain.cases import Right
from app.domain.directory import Origins
from app.domain.references import ReferenceKind
from app.gui.cases.files import FileNotRead, FileNotWritten, copy_to_look_at, write_copy
from app.gui.cases.presenter import CasesPresenter, CaseWish
from app.gui.cases.screen import CasesScreen
from app.gui.cases.short_form import ShortCaseForm
from app.gui.desktop import Desktop
from app.gui.going import Way
from app.gui.guide.beginning import Beginning
from app.gui.letters.lines import LineKey, LineKind
from app.services.issuing import Registration
from app.services.letter_files import read_letter_file
from tests.gui.fakes import FakeAsking, FakeOutside

KHARKOVA, CONFEDERATION = "sample-case-kharkova", "sample-case-confederation"
EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot: QtBot, desktop: Desktop) -> CasesScreen:
    """The room with the sample cases."""
    desktop.office.sample.fill_directories()
    return shown(qtbot, desktop)


def shown(qtbot: QtBot, desktop: Desktop) -> CasesScreen:
    """Return a room that is shown and has the focus."""
    made = CasesScreen(desktop)
    qtbot.addWidget(made)
    made.resize(1080, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.first_focus()
    return made


def kept(desktop: Desktop, key: str = KHARKOVA) -> CaseFile:
    """Return a case as it is kept."""
    return desktop.office.case_files.case(key)


def write(qtbot: QtBot, editor: QWidget, text: str) -> None:
    """Write a text instead of what stands in an editor."""
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(editor, text)


def test_an_empty_room_offers_the_first_case(qtbot: QtBot, desktop: Desktop) -> None:
    screen = shown(qtbot, desktop)
    qtbot.keyClick(screen.first_step, Qt.Key.Key_Return)
    form = screen.findChild(ShortCaseForm)
    assert form is not None
    qtbot.keyClick(form.create_button, Qt.Key.Key_Return)
    assert form.wrong.isVisible()
    write(qtbot, form.entries.editors["title"], "Strike at the refinery")
    write(qtbot, form.entries.editors["person"], "A. Worker")
    qtbot.keyClick(form.entries.editors["person"], Qt.Key.Key_Return)
    case = desktop.office.case_files.cases()[0]
    assert case.texts[0].title == "Strike at the refinery"
    assert case.people[0].texts[0].name == "A. Worker"
    assert screen.detail.case == case
    assert screen.focusWidget() is screen.detail.letter_button


def test_typing_finds_a_case_by_its_person(qtbot: QtBot, screen: CasesScreen) -> None:
    qtbot.keyClicks(screen.pane.field, "larisa")
    qtbot.keyClick(screen.pane.field, Qt.Key.Key_Return)
    assert screen.detail.key == KHARKOVA


def test_closed_cases_are_told_apart(qtbot: QtBot, screen: CasesScreen, desktop: Desktop) -> None:
    screen.show_key(KHARKOVA, editing=True)
    assert screen.detail.form is not None
    qtbot.keyClick(screen.detail.form.own.editors["closed"], Qt.Key.Key_Space)
    assert kept(desktop).closed
    qtbot.keyClick(screen.chips[True], Qt.Key.Key_Space)
    assert screen.pane.list.rows.rowCount() == 1
    tag = screen.pane.list.rows.row(0).tag
    assert tag is not None
    assert tag.text == "Closed"
    qtbot.keyClick(screen.chips[False], Qt.Key.Key_Space)
    assert screen.pane.list.rows.row(0).key == CONFEDERATION


def test_rights_are_ticked_and_unticked(qtbot: QtBot, screen: CasesScreen, desktop: Desktop) -> None:
    screen.show_key(KHARKOVA, editing=True)
    assert screen.detail.form is not None
    qtbot.keyClick(screen.detail.form.rights[Right.STRIKE], Qt.Key.Key_Space)
    assert kept(desktop).rights == (Right.ASSOCIATION, Right.STRIKE)
    screen.detail.deeds.undo()
    assert kept(desktop).rights == (Right.ASSOCIATION,)
    assert not screen.detail.form.rights[Right.STRIKE].isChecked()


def test_a_fact_is_added_with_a_partial_date_and_kept_confidential(
    qtbot: QtBot, screen: CasesScreen, desktop: Desktop
) -> None:
    screen.show_key(KHARKOVA)
    card = screen.detail.parts["facts"]
    qtbot.keyClick(card.add_button, Qt.Key.Key_Return)
    write(qtbot, card.entries.editors["date"], "2017-07")
    write(qtbot, card.entries.editors["said.text"], "she was sentenced")
    qtbot.keyClick(card.entries.editors["confidential"], Qt.Key.Key_Space)
    qtbot.keyClick(card.done_button, Qt.Key.Key_Return)
    fact = kept(desktop).facts[0]
    assert (fact.key, fact.date, fact.confidential) == ("f1", "2017-07", True)
    row = card.list.rows.row(0)
    assert (row.title, row.subtitle, row.icon) == ("she was sentenced", "Jul 2017", "lock")
    assert row.tag is not None
    assert row.tag.text == "Confidential"


def test_facts_keep_their_keys_when_another_is_removed(
    qtbot: QtBot, screen: CasesScreen, desktop: Desktop
) -> None:
    screen.show_key(CONFEDERATION)
    card = screen.detail.parts["facts"]
    keys = [fact.key for fact in kept(desktop, CONFEDERATION).facts]
    card.open_at(0)
    qtbot.keyClick(card.remove_button, Qt.Key.Key_Return)
    assert [fact.key for fact in kept(desktop, CONFEDERATION).facts] == keys[1:]
    screen.detail.deeds.undo()
    assert [fact.key for fact in kept(desktop, CONFEDERATION).facts] == keys


def test_the_form_of_a_fact_comes_into_view_and_esc_puts_it_away(qtbot: QtBot, screen: CasesScreen) -> None:
    screen.show_key(CONFEDERATION)
    card = screen.detail.parts["facts"]
    card.open_at(0)
    editor = card.entries.editors["date"]
    qtbot.waitUntil(lambda: not editor.visibleRegion().isEmpty())
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert screen.focusWidget() is card.list


def test_esc_ends_editing_and_saves(qtbot: QtBot, screen: CasesScreen, desktop: Desktop) -> None:
    screen.show_key(KHARKOVA, editing=True)
    assert screen.detail.form is not None
    title = screen.detail.form.said.editors["said.title"]
    write(qtbot, title, "The Kharkova case")
    qtbot.keyClick(title, Qt.Key.Key_Escape)
    assert kept(desktop).texts[0].title == "The Kharkova case"
    assert not screen.detail.is_editing


def test_a_wrong_date_of_a_fact_is_told_and_not_kept(
    qtbot: QtBot, screen: CasesScreen, desktop: Desktop
) -> None:
    screen.show_key(CONFEDERATION)
    card = screen.detail.parts["facts"]
    card.open_at(0)
    write(qtbot, card.entries.editors["date"], "last week")
    card.entries.editors["source"].setFocus()
    assert "last week" in card.entries.error("date")
    assert kept(desktop, CONFEDERATION).facts[0].date == "2016-12-05"


@pytest.mark.parametrize(
    ("typed", "kind", "warning"),
    [
        ("AL KAZ 2/2018", ReferenceKind.UN, ""),
        ("al geo 1/2017", ReferenceKind.UN, "another State, Georgia"),
        ("Case No. 3283", ReferenceKind.ILO, ""),
        ("AL KAZ 2018", ReferenceKind.THEIRS, "looks like a reference of the United Nations"),
        ("case thirty", ReferenceKind.THEIRS, "looks like a case of the ILO"),
        ("2-1234/17", ReferenceKind.THEIRS, ""),
    ],
)
def test_a_reference_is_read_while_it_is_typed(
    qtbot: QtBot, screen: CasesScreen, typed: str, kind: ReferenceKind, warning: str
) -> None:
    screen.show_key(KHARKOVA)
    card = screen.detail.references
    qtbot.keyClicks(card.field, typed)
    assert card.kind.value() is kind
    assert warning in card.warning.text()
    assert card.warning.isVisibleTo(card) is bool(warning)


def test_references_are_kept_as_typed_and_taken_away(
    qtbot: QtBot, screen: CasesScreen, desktop: Desktop
) -> None:
    screen.show_key(KHARKOVA)
    card = screen.detail.references
    qtbot.keyClicks(card.field, "ua kaz 4 / 2017")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert [one.text for one in kept(desktop).references] == ["ua kaz 4 / 2017"]
    chip = card.chips.findChild(QWidget)
    assert chip is not None
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert kept(desktop).references == ()


def test_a_reply_stands_in_the_timeline(qtbot: QtBot, screen: CasesScreen, desktop: Desktop) -> None:
    screen.show_key(KHARKOVA)
    card = screen.detail.parts["replies"]
    qtbot.keyClick(card.add_button, Qt.Key.Key_Return)
    write(qtbot, card.entries.editors["date"], "2017-09-01")
    write(qtbot, card.entries.editors["sender"], "Ministry of Justice")
    qtbot.keyClick(card.done_button, Qt.Key.Key_Return)
    assert kept(desktop).replies[0].sender == "Ministry of Justice"
    tags = [
        row.tag.text
        for _, row in CasesPresenter(desktop.office, desktop.texts).timeline(kept(desktop))
        if row.tag
    ]
    assert tags == ["Reply"]
    qtbot.keyClick(screen.detail.timeline.list, Qt.Key.Key_Down)
    qtbot.keyClick(screen.detail.timeline.list, Qt.Key.Key_Return)
    assert card.entries.isVisible()


def test_the_timeline_leads_to_letters_and_drafts(qtbot: QtBot, desktop: Desktop) -> None:
    office = desktop.office
    office.sample.fill_directories()
    letter = read_letter_file((EXAMPLES / "protest.toml").read_bytes(), name="protest.toml")
    draft = office.drafts.keep(letter, Origins(case=KHARKOVA))
    office.issuing.register_draft(draft, Registration(on=letter.date))
    office.drafts.keep(letter, Origins(case=CONFEDERATION))
    screen = shown(qtbot, desktop)
    ways: list[Way] = []
    desktop.going.wanted.connect(ways.append)
    kinds = []
    for key in (KHARKOVA, CONFEDERATION):
        screen.show_key(key)
        kinds.append(CasesPresenter(desktop.office, desktop.texts).timeline(kept(desktop, key))[0][0].kind)
        screen.detail.timeline.list.chosen.emit(0)
    assert kinds == [HappeningKind.LETTER, HappeningKind.DRAFT]
    assert ways == [Way("letters", LineKey(LineKind.ENTRY, 1)), Way("guide", 2)]


def test_files_are_attached_opened_saved_and_removed(
    qtbot: QtBot,
    screen: CasesScreen,
    desktop: Desktop,
    asking: FakeAsking,
    outside: FakeOutside,
    tmp_path: Path,
) -> None:
    source, target = tmp_path / "verdict.txt", tmp_path / "copy.txt"
    source.write_text("guilty")
    asking.paths.extend([source, target])
    screen.show_key(KHARKOVA)
    card = screen.detail.files
    qtbot.keyClick(card.attach_button, Qt.Key.Key_Return)
    assert card.list.rows.row(0).title == "verdict.txt"
    qtbot.keyClick(card.open_button, Qt.Key.Key_Return)
    assert [path.read_text() for path in outside.opened] == ["guilty"]
    qtbot.keyClick(card.save_button, Qt.Key.Key_Return)
    assert target.read_text() == "guilty"
    qtbot.keyClick(card.remove_button, Qt.Key.Key_Return)
    assert card.list.rows.rowCount() == 0
    notice = asking.notices[-1]
    assert notice.act is not None
    notice.act()
    assert card.list.rows.rowCount() == 1


def test_a_file_that_cannot_be_read_or_written_is_told(
    screen: CasesScreen, desktop: Desktop, asking: FakeAsking, tmp_path: Path
) -> None:
    asking.paths.append(tmp_path / "gone.txt")
    screen.show_key(KHARKOVA)
    screen.detail.files.attach_button.click()
    assert [type(error) for error in asking.troubles] == [FileNotRead]
    file = desktop.office.case_files.attach(KHARKOVA, "a:b/c?.txt", b"x")
    with pytest.raises(FileNotWritten):
        write_copy(desktop.office, file, tmp_path)
    assert copy_to_look_at(desktop.office, file, tmp_path).name == "a_b_c_.txt"


def test_a_letter_about_the_case_begins_with_it(qtbot: QtBot, screen: CasesScreen, desktop: Desktop) -> None:
    ways: list[Way] = []
    desktop.going.wanted.connect(ways.append)
    screen.show_key(KHARKOVA)
    qtbot.keyClick(screen.detail.letter_button, Qt.Key.Key_Return)
    assert ways == [Way("guide", Beginning(language="en", case=KHARKOVA))]


def test_the_title_is_saved_when_the_room_is_left(
    qtbot: QtBot, screen: CasesScreen, desktop: Desktop
) -> None:
    screen.show_key(KHARKOVA, editing=True)
    assert screen.detail.form is not None
    write(qtbot, screen.detail.form.said.editors["said.title"], "The Kharkova case")
    assert screen.detail.title.whole() == "The Kharkova case"
    screen.save()
    assert kept(desktop).texts[0].title == "The Kharkova case"


def test_deleting_a_case_offers_to_take_it_back(
    qtbot: QtBot, screen: CasesScreen, desktop: Desktop, asking: FakeAsking
) -> None:
    screen.show_key(KHARKOVA)
    qtbot.keyClick(screen.detail.delete_button, Qt.Key.Key_Return)
    assert screen.pane.list.rows.place_of(KHARKOVA) == -1
    notice = asking.notices[-1]
    assert notice.act is not None
    notice.act()
    assert screen.pane.list.rows.place_of(KHARKOVA) >= 0


def test_a_case_without_a_title_is_still_named(desktop: Desktop) -> None:
    key = desktop.office.case_files.save(CaseFile(texts=(CaseTexts(language="fr", event="x"),))).key
    presenter = CasesPresenter(desktop.office, desktop.texts)
    assert presenter.listing(CaseWish()).rows[0].title == "Case without a title"
    assert presenter.title(kept(desktop, key)) == "Case without a title"
