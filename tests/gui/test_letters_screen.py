"""The screen of letters, used as a person uses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.directory import Forms, Origins, Person
from app.domain.letters import Deadline
from app.domain.register import ActKind, Entry
from app.domain.searching import EntryFilter, SortedBy
from app.flow.standing import Standing, Step
from app.gui.desktop import Desktop
from app.gui.going import Way
from app.gui.guide.beginning import Beginning
from app.gui.jobs import Jobs
from app.gui.letters.act_form import ActForm
from app.gui.letters.columns import Column
from app.gui.letters.detail import Detail
from app.gui.letters.lines import Doing, LineKey, LineKind
from app.gui.letters.list_model import EVERY
from app.gui.letters.others_form import OthersForm
from app.gui.letters.screen import LettersScreen
from app.gui.main_window import MainWindow
from app.gui.rooms import ROOMS
from app.gui.widgets.buttons import Button
from app.services.issuing import Registration
from app.services.numbers import Word
from tests.builders import a_letter, a_recipient, a_state
from tests.gui import walking
from tests.gui.fakes import FakeAsking, HeldExecutor
from tests.gui.showing import show

TODAY = datetime.now().astimezone().date()
Make = Callable[[], LettersScreen]


def word(note: str, day: date = TODAY) -> Word:
    return Word(person="Ana", note=note, day=day)


def registered(desktop: Desktop, subject: str, days: int = 0, **changes: object) -> Entry:
    """Register a letter so many days ago."""
    day = TODAY - timedelta(days=days)
    letter = replace(a_letter(date=day, subject=subject), **changes)  # type: ignore[arg-type]
    return desktop.office.issuing.register(letter, Registration(on=day))


@pytest.fixture
def some(desktop: Desktop) -> list[Entry]:
    """Three letters: one registered, one sent and overdue, one void."""
    entries = [
        registered(desktop, "Closure of the bakers’ union"),
        registered(
            desktop, "Dismissals in Almaty", 30, state=a_state(code="KAZ"), deadline=Deadline(days=10)
        ),
        registered(desktop, "Wrong letter"),
    ]
    desktop.office.numbers.note_day(ActKind.DISPATCHED, entries[1].number, word("by post"))
    desktop.office.numbers.void(entries[2].number, word("wrong addressee"))
    return entries


@pytest.fixture
def make(qtbot: QtBot, desktop: Desktop) -> Make:
    """Makes the screen, shown."""

    def made() -> LettersScreen:
        screen = LettersScreen(desktop)
        qtbot.addWidget(screen)
        screen.resize(1072, 746)
        screen.show()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.first_focus()
        return screen

    return made


def column(screen: LettersScreen, which: Column) -> list[str]:
    return [screen.model.index(row, which).data() for row in range(screen.model.rowCount())]


def pane(screen: LettersScreen) -> Detail:
    """Return the pane beside the table, once the pause has passed."""
    screen._on_paused()
    assert screen.detail is not None
    return screen.detail


def at(screen: LettersScreen, subject: str) -> Detail:
    """Go to a letter by its subject."""
    screen.table.go_to_row(column(screen, Column.SUBJECT).index(subject))
    return pane(screen)


def ways(desktop: Desktop) -> list[Way]:
    gone: list[Way] = []
    desktop.going.wanted.connect(gone.append)
    return gone


def written(detail: Detail, **said: str) -> None:
    """Fill in the form that is open and press its button."""
    assert isinstance(detail.form, ActForm)
    for name, text in said.items():
        getattr(detail.form, name).editor.setText(text)
    detail.form.button.click()


# ── The list ─────────────────────────────────────────────────────────────────


def test_letters_drafts_and_reserved_numbers_stand_in_one_table(
    desktop: Desktop, some: list[Entry], make: Make
) -> None:
    desktop.office.drafts.keep(a_letter(title="Half a letter"))
    desktop.office.numbers.reserve("outgoing", word("for the miners"))
    screen = make()
    assert column(screen, Column.STATUS) == ["Draft", "Reserved", "Void", "Overdue", "Registered"]
    assert column(screen, Column.NUMBER) == ["", "4/01-3", "3/01-3", "2/01-3", "1/01-3"]
    assert screen.list.header._note.text() == "3 registered · 1 draft"


def test_the_first_rows_are_shown_before_the_workspace_is_open(
    desktop: Desktop, some: list[Entry], qtbot: QtBot
) -> None:
    rows = [hit.entry for hit in desktop.office.search.find().hits]
    house, closed = desktop.house, type(desktop.house)(first_rows=rows)
    early = replace(desktop, house=closed)
    screen = LettersScreen(early)
    qtbot.addWidget(screen)
    assert column(screen, Column.NUMBER) == ["3/01-3", "2/01-3", "1/01-3"]
    assert screen.detail is None
    closed.office, closed.bench = house.office, house.bench
    early.changes.office_opened.emit()
    assert pane(screen).shown is not None


def test_what_is_typed_filters_the_table_and_marks_what_was_found(
    some: list[Entry], make: Make, qtbot: QtBot
) -> None:
    screen = make()
    qtbot.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.focusWidget() is screen.filters.search
    qtbot.keyClicks(screen.filters.search, "dismiss")
    assert column(screen, Column.SUBJECT) == ["Dismissals in Almaty"]
    line = screen.model.line_at(0)
    assert line is not None
    assert line.marks == {"subject": ((0, 7),)}
    assert screen.list.header._note.text() == "1 letter found"
    qtbot.keyClick(screen.filters.search, Qt.Key.Key_Down)
    assert screen.focusWidget() is screen.table


def test_a_word_inside_the_letter_is_shown_where_it_stands(
    some: list[Entry], make: Make, qtbot: QtBot
) -> None:
    screen = make()
    qtbot.keyClicks(screen.filters.search, "Ingorokva almaty")
    head = pane(screen).head
    assert head.excerpt.isVisibleTo(head)
    assert "<b>" in head._excerpt_words.text()


def test_filters_narrow_and_are_cleared(desktop: Desktop, some: list[Entry], make: Make) -> None:
    screen = make()
    kazakhstan = next(
        action for action in screen.filters.menu("state").actions() if "Kazakhstan" in action.text()
    )
    assert kazakhstan.text() == "Kazakhstan · 1"
    kazakhstan.trigger()
    assert column(screen, Column.SUBJECT) == ["Dismissals in Almaty"]
    assert screen.filters.chips["state"].text() == "Kazakhstan"
    screen.filters.clear.click()
    assert screen.model.rowCount() == 3
    assert not screen.filters.clear.isVisible()


def test_the_overdue_are_counted_and_shown(some: list[Entry], make: Make) -> None:
    screen = make()
    assert screen.filters.overdue.text() == "Overdue · 1"
    screen.filters.overdue.click()
    assert column(screen, Column.STATUS) == ["Overdue"]
    screen.filters.overdue.click()
    assert screen.model.rowCount() == 3


@pytest.mark.parametrize(
    ("standing", "found"),
    [
        (Standing.DRAFT, ["Draft"]),
        (Standing.SENT, ["Overdue"]),
        (Standing.VOID, ["Void"]),
        (Standing.ANSWERED, []),
    ],
)
def test_letters_are_filtered_by_how_they_stand(
    desktop: Desktop, some: list[Entry], make: Make, standing: Standing, found: list[str]
) -> None:
    desktop.office.drafts.keep(a_letter())
    screen = make()
    screen.filters.choose("standing", standing)
    assert column(screen, Column.STATUS) == found


def test_a_header_sorts_and_turns_the_order_round(some: list[Entry], make: Make, qtbot: QtBot) -> None:
    screen = make()
    header = screen.table.horizontalHeader()
    spot = header.rect().center()
    spot.setX(header.sectionViewportPosition(Column.SUBJECT) + 20)
    for subjects in (
        ["Closure of the bakers’ union", "Dismissals in Almaty", "Wrong letter"],
        ["Wrong letter", "Dismissals in Almaty", "Closure of the bakers’ union"],
    ):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert column(screen, Column.SUBJECT) == subjects
    assert screen.filters.wish.by is SortedBy.SUBJECT


def test_chosen_columns_and_rows_are_remembered(some: list[Entry], make: Make) -> None:
    screen = make()
    language = next(a for a in screen.table.column_menu().actions() if a.text() == "Language")
    language.trigger()
    screen.table.setColumnWidth(Column.ADDRESSEE, 211)
    screen.table.set_compact(True)
    screen.save()
    again = make()
    assert Column.LANGUAGE in again.table.shown()
    assert again.table.columnWidth(Column.ADDRESSEE) == 211
    assert again.table.rowHeight(0) == 32
    again.table._as_at_first()
    assert Column.LANGUAGE not in again.table.shown()


def test_numbers_and_dates_are_never_cut(desktop: Desktop, make: Make) -> None:
    series = replace(
        desktop.office.register.one_series("outgoing"),
        pattern="LETTER-{ordinal}/{unit}-{file}/{year}/{state}",
    )
    desktop.office.register.edit_series(series)
    registered(desktop, "A long number")
    screen = make()
    line = screen.model.line_at(0)
    assert line is not None
    for one in (Column.NUMBER, Column.DATE, Column.STATUS):
        assert screen.table.columnWidth(one) >= screen.table.delegate.width_of(line, one, screen.table.font())


def test_an_empty_workspace_offers_the_first_step(desktop: Desktop, make: Make, qtbot: QtBot) -> None:
    screen, gone = make(), ways(desktop)
    assert screen.list.none_yet.isVisible()
    assert not screen.filters.isVisible()
    chosen: list[Path] = []
    desktop.changes.workspace_chosen.connect(chosen.append)
    write, look = screen.list.none_yet.findChildren(Button)
    write.click()
    look.click()
    assert (gone, chosen) == ([Way("guide")], [desktop.places.sample])


def test_an_empty_workspace_says_once_that_it_is_empty(desktop: Desktop, make: Make) -> None:
    screen = make()
    assert screen.detail
    assert (screen.list.none_yet.isVisible(), screen.detail.isVisible()) == (True, False)
    assert screen.list.first.hasFocus()
    registered(desktop, "The first letter")
    desktop.changes.letters_changed.emit()
    assert screen.detail.isVisible()


def test_a_number_is_reserved_in_an_empty_workspace(make: Make) -> None:
    screen = make()
    screen.show_subject(Doing(Step.RESERVE))
    assert screen.detail
    assert screen.detail.isVisible()


def test_a_search_that_finds_nothing_says_so_and_lets_go(some: list[Entry], make: Make, qtbot: QtBot) -> None:
    screen = make()
    qtbot.keyClicks(screen.filters.search, "zzzz")
    assert screen.list.nothing.isVisible()
    assert pane(screen).shown is None
    screen.filters.clear_all()
    assert screen.table.isVisible()


def test_the_language_switch_keeps_filters_and_letter(some: list[Entry], make: Make) -> None:
    screen = make()
    screen.filters.choose("state", "KAZ")
    again = make()
    again.recall(screen.memory())
    assert column(again, Column.SUBJECT) == ["Dismissals in Almaty"]


def test_a_letter_is_shown_wherever_it_stands(desktop: Desktop, make: Make) -> None:
    first = registered(desktop, "The oldest of all")
    for number in range(EVERY + 5):
        registered(desktop, f"Letter {number}")
    screen = make()
    screen.show_subject(LineKey(LineKind.ENTRY, first.sequence))
    line = screen.table.current_line()
    assert line is not None
    assert line.subject == "The oldest of all"
    screen.show_subject(EntryFilter(state="XXX"))
    assert screen.list.nothing.isVisible()


# ── The letter ───────────────────────────────────────────────────────────────


def test_the_letter_is_shown_as_it_looks_with_what_happened(some: list[Entry], make: Make) -> None:
    detail = at(make(), "Dismissals in Almaty")
    assert "Dear Prime Minister Abashidze" in detail.page.page_text(1)
    assert detail.head.title.text() == "2/01-3"
    assert detail.shown is not None
    assert detail.shown.card is not None
    assert [act.kind for act in detail.shown.card.acts] == [ActKind.DISPATCHED]


def test_a_draft_is_shown_with_its_open_places(desktop: Desktop, make: Make) -> None:
    desktop.office.drafts.keep(a_letter(recipients=()))
    detail = pane(make())
    assert len(detail.page.pages) == 1
    assert detail.steps.primary is not None
    assert detail.steps.primary.text() == "Go on writing"


def test_enter_goes_on_with_a_draft(desktop: Desktop, make: Make, qtbot: QtBot) -> None:
    key = desktop.office.drafts.keep(a_letter())
    screen, gone = make(), ways(desktop)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert gone == [Way("guide", key)]


def test_delete_puts_a_draft_into_the_bin_and_undo_takes_it_out(
    desktop: Desktop, asking: FakeAsking, make: Make, qtbot: QtBot
) -> None:
    desktop.office.drafts.keep(a_letter())
    screen = make()
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert screen.list.none_yet.isVisible()
    (notice,) = asking.notices
    assert notice.act is not None
    notice.act()
    assert column(screen, Column.STATUS) == ["Draft"]


def test_delete_leaves_a_registered_letter_alone(
    some: list[Entry], asking: FakeAsking, make: Make, qtbot: QtBot
) -> None:
    screen = make()
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert (screen.model.rowCount(), asking.notices) == (3, [])


def test_the_dispatch_is_recorded_by_keyboard(
    desktop: Desktop, some: list[Entry], make: Make, qtbot: QtBot
) -> None:
    screen = make()
    at(screen, "Closure of the bakers’ union")
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    detail = pane_without_pause(screen)
    assert isinstance(detail.form, ActForm)
    for text in ("by courier", "", "Ana"):
        focused = screen.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, text)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    qtbot.keyClick(detail.form.note.editor, Qt.Key.Key_Return)
    assert column(screen, Column.STATUS)[-1] == "Sent"
    (act,) = desktop.office.letter_cards.card(some[0].sequence).acts
    assert (act.note, act.person, act.day) == ("by courier", "Ana", TODAY)


def pane_without_pause(screen: LettersScreen) -> Detail:
    assert screen.detail is not None
    return screen.detail


def test_a_reply_ends_the_waiting(desktop: Desktop, some: list[Entry], make: Make) -> None:
    screen = make()
    detail = at(screen, "Dismissals in Almaty")
    assert detail.steps.primary is not None
    assert detail.steps.primary.text() == "Follow up"
    detail.do(Step.REPLY)
    written(detail, note="Ministry, No. 12-44", person="Ana")
    assert column(screen, Column.STATUS)[1] == "Answered"
    assert screen.filters.overdue.text() == "Overdue"


def test_a_number_is_made_void_with_reason_and_person(
    desktop: Desktop, some: list[Entry], make: Make
) -> None:
    screen = make()
    detail = at(screen, "Closure of the bakers’ union")
    detail.do(Step.VOID)
    written(detail, note="", person="Ana")
    assert isinstance(detail.form, ActForm)
    assert detail.form.note.error.startswith("This must not stay empty")
    written(detail, note="sent by mistake")
    assert column(screen, Column.STATUS) == ["Void", "Overdue", "Void"]


def test_a_form_asks_for_a_whole_day_and_can_be_left(some: list[Entry], make: Make, qtbot: QtBot) -> None:
    detail = at(make(), "Closure of the bakers’ union")
    detail.do(Step.SIGN)
    written(detail, note="Ana Gelashvili", person="Ana", day="2017")
    assert isinstance(detail.form, ActForm)
    assert detail.form.day.error
    qtbot.keyClick(detail.form.day.editor, Qt.Key.Key_Escape)
    assert detail.steps.isVisible()


def test_a_number_is_reserved_and_made_void_again(desktop: Desktop, some: list[Entry], make: Make) -> None:
    screen = make()
    next(
        action for action in screen.list.more_menu().actions() if action.text() == "Reserve a number"
    ).trigger()
    detail = pane_without_pause(screen)
    written(detail, note="joint letter", person="Ana")
    assert column(screen, Column.STATUS)[0] == "Reserved"
    detail = at(screen, "joint letter")
    detail.do(Step.VOID)
    written(detail, note="never written")
    assert desktop.office.letter_cards.reserved() == []


def test_the_signed_scan_is_attached_and_opened(
    desktop: Desktop, some: list[Entry], asking: FakeAsking, make: Make, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF signed")
    screen = make()
    detail = at(screen, "Closure of the bakers’ union")
    opened: list[str] = []
    detail.deeds.open_url = lambda url: opened.append(url.toLocalFile())
    detail.do(Step.SCAN)
    asking.paths.append(scan)
    written(detail, person="Ana")
    detail = at(screen, "Closure of the bakers’ union")
    assert detail.facts.files is not None
    assert detail.facts.files.rows.rowCount() == 2
    detail.facts.file_opened.emit(detail.facts.files.rows.row(1).key)
    assert Path(opened[0]).read_bytes() == b"%PDF signed"


def test_a_changed_document_is_told_apart_when_it_is_attached(
    desktop: Desktop, some: list[Entry], asking: FakeAsking, make: Make, tmp_path: Path
) -> None:
    other = registered(desktop, "Another letter", recipients=(a_recipient(name="Ana Other"),))
    final = tmp_path / "final.docx"
    final.write_bytes(desktop.office.letter_cards.document(other.sequence))
    detail = at(make(), "Closure of the bakers’ union")
    detail.do(Step.ATTACH)
    asking.paths.append(final)
    written(detail, note="as signed", person="Ana")
    ((heading, text),) = asking.said
    assert heading == "The documents differ"
    assert "Ana Other" in text


def test_nothing_is_attached_when_no_file_is_chosen(
    some: list[Entry], asking: FakeAsking, make: Make
) -> None:
    detail = at(make(), "Closure of the bakers’ union")
    detail.do(Step.SCAN)
    written(detail, person="Ana")
    assert detail.form is not None
    assert asking.notices == []


def test_the_document_is_saved_where_the_person_says(
    desktop: Desktop, some: list[Entry], asking: FakeAsking, make: Make, tmp_path: Path
) -> None:
    detail = at(make(), "Closure of the bakers’ union")
    shown: list[str] = []
    detail.deeds.open_url = lambda url: shown.append(url.toLocalFile())
    asking.paths.append(tmp_path / "letter.docx")
    detail.do(Step.EXPORT)
    assert (tmp_path / "letter.docx").read_bytes() == desktop.office.letter_cards.document(some[0].sequence)
    (notice,) = asking.notices
    assert notice.act is not None
    notice.act()
    assert shown == [str(tmp_path)]


def test_the_letter_of_a_reserved_number_begins_with_it_and_is_gone_on_with(
    desktop: Desktop, some: list[Entry], make: Make
) -> None:
    act = desktop.office.numbers.reserve("outgoing", word("for the miners"))
    screen, gone = make(), ways(desktop)
    at(screen, "for the miners").do(Step.WRITE)
    (way,) = gone
    assert isinstance(way.subject, Beginning)
    assert (way.subject.number.reserved, way.subject.series) == (act.number, "outgoing")
    key = desktop.office.drafts.keep(a_letter(), Origins(number=way.subject.number))
    at(screen, "for the miners").do(Step.WRITE)
    assert gone[-1] == Way("guide", key)


@pytest.mark.parametrize("step", [Step.ANEW, Step.FOLLOW_UP, Step.CORRECT])
def test_a_new_letter_begins_from_one_that_was_sent(
    desktop: Desktop, some: list[Entry], make: Make, step: Step
) -> None:
    screen, gone = make(), ways(desktop)
    at(screen, "Dismissals in Almaty").do(step)
    (draft,) = desktop.office.drafts.list()
    assert gone == [Way("guide", draft.key)]
    assert column(screen, Column.STATUS)[0] == "Draft"


def test_the_same_letter_goes_to_others_found_by_typing(
    desktop: Desktop, some: list[Entry], asking: FakeAsking, make: Make, qtbot: QtBot
) -> None:
    for name in ("Guy Ryder", "Ana Kapanadze"):
        desktop.office.address_book.save(
            Person(key="", forms=(Forms(language="en", name=name, printed=name),))
        )
    screen = make()
    detail = at(screen, "Dismissals in Almaty")
    detail.do(Step.OTHERS)
    form = detail.form
    assert isinstance(form, OthersForm)
    assert not form.button.isEnabled()
    for typed in ("ryd", "kapan"):
        qtbot.keyClicks(form.picker.field, typed)
        qtbot.keyClick(form.picker.field, Qt.Key.Key_Return)
    assert form.button.text() == "Make 2 drafts"
    form.button.click()
    assert {line.addressee for line in desktop.office.drafts.list()} == {"Guy Ryder", "Ana Kapanadze"}
    assert asking.notices[-1].text == "2 drafts are made."


def test_the_menu_of_a_letter_offers_every_step_once(some: list[Entry], make: Make) -> None:
    screen = make()
    detail = at(screen, "Dismissals in Almaty")
    line = screen.table.current_line()
    assert line is not None
    words = [action.text() for action in detail.menu(line).actions() if action.text()]
    assert len(words) == len(set(words))
    assert {"Follow up", "Record reply", "Make this number void", "Open the document"} <= set(words)


def test_shift_f10_opens_the_menu_of_the_letter(some: list[Entry], make: Make, qtbot: QtBot) -> None:
    screen = make()
    asked: list[object] = []
    screen.table.menu_wanted.connect(lambda line, _at: asked.append(line))
    qtbot.keyClick(screen.table, Qt.Key.Key_Menu)
    menus = [menu for menu in screen.findChildren(QMenu) if menu.isVisible()]
    for menu in menus:
        menu.close()
    assert (len(asked), len(menus)) in {(1, 1), (0, 0)}


def test_a_letter_that_cannot_be_read_as_pages_is_shown_in_its_words(
    desktop: Desktop, some: list[Entry], make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.domain.errors import ChanceryError

    def broken(_content: bytes) -> None:
        raise ChanceryError

    monkeypatch.setattr(desktop.bench.desk, "pages_of_document", broken)
    detail = at(make(), "Closure of the bakers’ union")
    assert detail.shown is not None
    assert detail.shown.pages is None
    assert any("grave concern" in text for text in detail.shown.paragraphs)


def test_only_the_newest_wish_is_shown(
    desktop: Desktop, some: list[Entry], asking: FakeAsking, qtbot: QtBot
) -> None:
    held = HeldExecutor()
    slow = replace(desktop, jobs=Jobs(held, asking.trouble))
    screen = LettersScreen(slow)
    qtbot.addWidget(screen)
    screen.show()
    held.release()
    for typed in ("clo", "dismi"):
        screen.filters.search.clear()
        qtbot.keyClicks(screen.filters.search, typed)
    held.release()
    assert column(screen, Column.SUBJECT) == ["Dismissals in Almaty"]


def test_pages_come_away_from_the_window(desktop: Desktop, asking: FakeAsking, qtbot: QtBot) -> None:
    for number in range(EVERY + 20):
        registered(desktop, f"Letter {number}")
    held = HeldExecutor()
    screen = LettersScreen(replace(desktop, jobs=Jobs(held, asking.trouble)))
    qtbot.addWidget(screen)
    held.release()
    assert screen.model.rowCount() == EVERY + 20
    assert column(screen, Column.SUBJECT)[-1] == ""
    held.release()
    assert column(screen, Column.SUBJECT)[-1] == "Letter 0"


@pytest.fixture
def window(qtbot: QtBot) -> Callable[[Desktop], MainWindow]:
    """Shows the letters in their window, with a form open."""

    def shown(desktop: Desktop) -> MainWindow:
        made = MainWindow(desktop, ROOMS)
        made.shell.enter("letters")
        show(qtbot, made)
        return made

    return shown


def letters_in(window: MainWindow) -> LettersScreen:
    screen = window.shell.screen_of("letters")
    assert isinstance(screen, LettersScreen)
    return screen


@pytest.mark.parametrize("step", [None, Step.VOID, Step.DISPATCH, Step.SCAN])
def test_everything_beside_the_table_has_a_name_and_room(
    desktop: Desktop, some: list[Entry], window: Callable[[Desktop], MainWindow], step: Step | None
) -> None:
    for texts in (desktop.texts, walking.longer()):
        whole = window(replace(desktop, texts=texts))
        detail = at(letters_in(whole), "Closure of the bakers’ union")
        if step:
            detail.do(step)
        QApplication.processEvents()
        assert walking.nameless(whole) + walking.unreachable(whole) + walking.cut(whole) == []


def test_a_shown_letter_has_room_in_letters_of_twice_the_size(
    desktop: Desktop, some: list[Entry], window: Callable[[Desktop], MainWindow]
) -> None:
    desktop.theme.enlarge(200)
    whole = window(desktop)
    whole.resize(1920, 1200)
    at(letters_in(whole), "Dismissals in Almaty")
    QApplication.processEvents()
    assert walking.cut(whole) == []


def test_f6_leads_from_the_table_to_the_letter(
    desktop: Desktop, some: list[Entry], window: Callable[[Desktop], MainWindow], qtbot: QtBot
) -> None:
    whole = window(desktop)
    screen = letters_in(whole)
    detail = pane(screen)
    screen.table.setFocus()
    seen = []
    for _ in range(8):
        qtbot.keyClick(whole, Qt.Key.Key_F6)
        seen.append(whole.focusWidget())
    assert any(detail.isAncestorOf(one) for one in seen)
    assert screen.table in seen


def test_without_letters_the_first_step_has_the_focus_and_no_second_pane_is_empty(
    make: Make, qtbot: QtBot, desktop: Desktop
) -> None:
    screen = make()
    screen.first_focus()
    assert QApplication.focusWidget() is screen.list.first
    assert screen.detail is not None
    assert not screen.detail.isVisible()
    with qtbot.waitSignal(desktop.going.wanted):
        qtbot.keyClick(screen.list.first, Qt.Key.Key_Return)
    registered(desktop, "Closure of the bakers’ union")
    desktop.changes.letters_changed.emit()
    assert screen.detail.isVisible()
