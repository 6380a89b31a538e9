"""The guide as a room: keys, saving, the way between steps, the page beside the form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import N_, ChanceryError
from app.domain.letters import LetterType
from app.domain.register import DraftAlreadyRegistered
from app.flow.naming import Step
from app.flow.remarks import Target
from app.gui.desktop import Desktop
from app.gui.guide.columns import GuideColumns
from app.gui.guide.kind import KindPage
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.recipients import RecipientsPage
from app.gui.guide.screen import GuideScreen
from app.gui.jobs import Jobs
from app.gui.main_window import MainWindow
from app.gui.rooms import Room
from tests.gui.fakes import FakeAsking, HeldExecutor

ROOMS = (
    Room("attic", "Attic", "mail", "tests.gui.test_shell:Cellar"),
    Room("guide", "", "", "app.gui.guide.screen:GuideScreen", alone=True),
)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, desktop: Desktop) -> MainWindow:
    """A window in which a new letter is begun."""
    made = MainWindow(desktop, ROOMS)
    qtbot.addWidget(made)
    made.begin()
    made.show()
    made.resize(1280, 800)
    made.activateWindow()
    qtbot.waitActive(made)
    desktop.going.to("guide")
    return made


def room(window: MainWindow) -> GuideScreen:
    """Return the room of the guide."""
    screen = window.shell.screen_of("guide")
    assert isinstance(screen, GuideScreen)
    return screen


def columns(window: MainWindow) -> GuideColumns:
    """Return the columns of the letter that is shown."""
    return room(window).columns


def typed_title(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Type a title at the first step."""
    page = columns(window).page
    assert isinstance(page, KindPage)
    page.title.editor.setFocus()
    qtbot.keyClicks(page.title.editor, text)


def test_keys_lead_from_step_to_step(window: MainWindow, qtbot: QtBot) -> None:
    steps = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_PageUp):
        qtbot.keyClick(QApplication.focusWidget() or window, key, CTRL)
        steps.append(room(window).guide.step)
    assert steps == [Step.RECIPIENTS, Step.CASE, Step.RECIPIENTS]


def test_every_step_is_entered_and_takes_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    shown = columns(window)
    for step in Step:
        shown.rail.button(step).click()
        assert room(window).guide.step is step
        assert shown.form.heading.text()
        assert shown.rail.button(step).isChecked()


def test_typing_is_saved_when_it_rests(window: MainWindow, desktop: Desktop, qtbot: QtBot) -> None:
    typed_title(window, qtbot, "Miners")
    assert not desktop.office.drafts.list()
    with qtbot.waitSignal(columns(window).saving.changed):
        pass
    assert [draft.title for draft in desktop.office.drafts.list()] == ["Miners"]
    assert "saved" in columns(window).rail.note.whole()


def test_undo_and_redo_are_those_of_the_letter(window: MainWindow, qtbot: QtBot) -> None:
    typed_title(window, qtbot, "Miners")
    editor = QApplication.focusWidget()
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert room(window).guide.letter.title == ""
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert room(window).guide.letter.title == "Miners"


def test_closing_keeps_the_draft_and_goes_back(window: MainWindow, desktop: Desktop, qtbot: QtBot) -> None:
    typed_title(window, qtbot, "Miners")
    qtbot.keyClick(columns(window).rail.close_button, Qt.Key.Key_Return)
    assert window.shell.room == "attic"
    assert [draft.title for draft in desktop.office.drafts.list()] == ["Miners"]


def test_a_letter_in_which_nothing_was_entered_leaves_no_draft(
    window: MainWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    columns(window).rail.close_button.click()
    assert not desktop.office.drafts.list()


def test_closing_the_window_keeps_what_was_typed_last(
    window: MainWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    typed_title(window, qtbot, "Miners")
    window.close()
    assert [draft.title for draft in desktop.office.drafts.list()] == ["Miners"]


def test_one_goes_on_with_a_draft_and_begins_another_letter(
    window: MainWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    typed_title(window, qtbot, "Miners")
    columns(window).rail.close_button.click()
    (draft,) = desktop.office.drafts.list()
    desktop.going.to("guide")
    assert room(window).guide.key is None
    desktop.going.to("guide", draft.key)
    assert room(window).guide.letter.title == "Miners"
    typed_title(window, qtbot, "The ")
    desktop.going.to("guide")
    assert len(desktop.office.drafts.list()) == 1


def test_a_registered_draft_is_not_written_on(
    window: MainWindow, desktop: Desktop, asking: FakeAsking, protest: GuidePresenter
) -> None:
    key = desktop.office.drafts.keep(protest.letter)
    desktop.office.issuing.register_draft(key)
    columns(window).rail.close_button.click()
    desktop.going.to("guide", key)
    assert isinstance(asking.troubles[-1], DraftAlreadyRegistered)
    assert window.shell.room == "attic"


def test_one_comes_back_to_the_letter_that_was_left_for_a_while(
    window: MainWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    typed_title(window, qtbot, "Miners")
    window.shell.enter("attic")
    desktop.going.back()
    assert window.shell.room == "guide"
    assert room(window).guide.letter.title == "Miners"
    qtbot.waitUntil(lambda: columns(window).preview.page.page_count == 1)


def test_another_language_of_the_screen_goes_on_where_one_was(
    window: MainWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    typed_title(window, qtbot, "Miners")
    room(window).guide.go(Step.RECIPIENTS)
    window.build_anew(replace(desktop, texts=type(desktop.texts)("fr", desktop.texts._texts)))
    assert room(window).guide.step is Step.RECIPIENTS
    room(window).guide.undo()
    assert room(window).guide.letter.title == ""


def test_a_block_in_the_page_leads_to_where_it_is_typed(window: MainWindow) -> None:
    columns(window).preview.page.block_chosen.emit("salutation")
    assert room(window).guide.step is Step.RECIPIENTS


def test_the_place_that_has_the_focus_is_marked_in_the_page(window: MainWindow) -> None:
    guide = room(window).guide
    guide.go(Step.RECIPIENTS)
    page = columns(window).page
    assert isinstance(page, RecipientsPage)
    page.choices.add_by_hand("A union")
    guide.go_to(Target(Step.RECIPIENTS, "recipients.1.salutation"))
    assert page.cards[0].forms["salutation"].field.editor.hasFocus()
    assert columns(window).preview.page.block == "salutation"


def test_f4_gives_the_form_the_room_of_the_page(window: MainWindow, qtbot: QtBot) -> None:
    shown = columns(window)
    seen = []
    for _ in range(3):
        seen.append(shown.preview.isVisible())
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F4)
    assert seen == [True, False, True]


def test_the_page_follows_every_key(window: MainWindow, qtbot: QtBot) -> None:
    guide = room(window).guide
    guide.go(Step.RECIPIENTS)
    page = columns(window).page
    assert isinstance(page, RecipientsPage)
    page.choices.add_by_hand("")
    editor = page.cards[0].forms["salutation"].field.editor
    qtbot.keyClicks(editor, "Dear friends,")
    qtbot.waitUntil(lambda: "Dear friends," in columns(window).preview.page.page_text(1))


class FullDisk(ChanceryError):
    """Nothing can be saved."""

    message = N_("The disk is full.")


def test_a_letter_that_cannot_be_saved_is_said_once_and_not_left_unasked(
    window: MainWindow, asking: FakeAsking, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_facts: object) -> int:
        raise FullDisk

    monkeypatch.setattr(room(window).guide.keeping._drafts, "save", full)
    typed_title(window, qtbot, "Miners")
    for _ in range(2):
        columns(window).saving.save()
    assert len(asking.troubles) == 1
    assert "not saved" in columns(window).rail.note.whole()
    columns(window).rail.close_button.click()
    assert window.shell.room == "guide"
    asking.answers.append("leave")
    columns(window).rail.close_button.click()
    assert window.shell.room == "attic"


def test_a_late_save_never_puts_an_older_letter_over_a_newer_one(
    window: MainWindow, desktop: Desktop, qtbot: QtBot, held: HeldExecutor, asking: FakeAsking
) -> None:
    saving = columns(window).saving
    saving._jobs = Jobs(held, asking.trouble)
    typed_title(window, qtbot, "Old")
    saving.save()
    typed_title(window, qtbot, " and new")
    assert saving.save_at_once()
    held.release()
    assert [draft.title for draft in desktop.office.drafts.list()] == [room(window).guide.letter.title]


def test_the_kind_of_letter_stands_over_the_steps(window: MainWindow) -> None:
    page = columns(window).page
    assert isinstance(page, KindPage)
    page.cards[LetterType.JOINT].click()
    assert columns(window).rail.title.text() == "Joint letter"
