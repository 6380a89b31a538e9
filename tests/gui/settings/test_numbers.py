"""Series and files: what a number will look like is seen before it is given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import ChanceryError
from app.domain.nomenclature import FileIndex
from app.domain.numbering import OfficialNumber
from app.domain.register import Series
from app.gui.desktop import Desktop
from app.gui.settings.files import FilesSection
from app.gui.settings.numbers import NumbersSection
from app.gui.widgets.editors import AreaEditor, LineEditor
from app.services.first_start import NotANextNumber, counting_from, read_number
from app.services.numbers import Word
from tests.gui.fakes import FakeAsking
from tests.gui.showing import show

SERIES = Series(key="outgoing", title="Outgoing letters", unit="01", file="3")


def write(qtbot: QtBot, editor: LineEditor | AreaEditor, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def test_the_example_follows_every_key_and_reads_back(qtbot: QtBot, desktop: Desktop) -> None:
    section = show(qtbot, NumbersSection(desktop))
    write(qtbot, section.fields.fields["pattern"].editor, "{ordinal:3}/{year}")
    assert section.example.text() == f"Example: № 001/{date.today().year}"  # noqa: DTZ011
    assert "is number 1, year" in section.reading.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert desktop.office.register.one_series("outgoing").pattern == "{ordinal:3}/{year}"


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        ("pattern", "{unit}", "must hold {ordinal} once"),
        ("pattern", "{ordinal}{year}", "run together"),
        ("start", "0", "1 or more"),
        ("unit", "0/1", "Letters and digits only"),
    ],
)
def test_what_cannot_count_is_said_and_not_kept(
    qtbot: QtBot, desktop: Desktop, place: str, text: str, told: str
) -> None:
    section = show(qtbot, NumbersSection(desktop))
    before = desktop.office.register.one_series("outgoing")
    write(qtbot, section.fields.fields[place].editor, text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert told in section.fields.fields[place].error
    assert desktop.office.register.one_series("outgoing") == before


def test_a_series_that_has_counted_keeps_its_way(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.office.numbers.reserve("outgoing", Word(person="Anna", note="For a letter"))
    section = show(qtbot, NumbersSection(desktop))
    assert not section.yearly.isEnabled()
    assert section.fixed.isVisible()
    assert section.list.rows.row(0).subtitle == "Next: № 2/01-3"


def test_states_are_counted_by_themselves_only_where_numbers_say_so(
    qtbot: QtBot, desktop: Desktop, asking: FakeAsking
) -> None:
    section = show(qtbot, NumbersSection(desktop))
    section.scope.setFocus()
    qtbot.keyClick(section.scope, Qt.Key.Key_Down)
    section.scope.activated.emit(1)
    assert isinstance(asking.troubles[0], ChanceryError)
    assert section.scope.value() == ""


def test_a_new_series_is_named_at_once(qtbot: QtBot, desktop: Desktop) -> None:
    section = show(qtbot, NumbersSection(desktop))
    section.add_series()
    qtbot.keyClicks(QApplication.focusWidget(), "Allegation letters")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    titles = [one.title for one in desktop.office.register.series()]
    assert titles == ["Outgoing letters", "Allegation letters"]


def test_files_are_added_taken_over_and_removed(qtbot: QtBot, desktop: Desktop, asking: FakeAsking) -> None:
    this = date.today().year  # noqa: DTZ011
    files = desktop.office.nomenclature
    files.add(FileIndex(this - 1, "01-3", "Protest letters"))
    section = show(qtbot, FilesSection(desktop))
    qtbot.keyClick(section.take_over, Qt.Key.Key_Return)
    assert [one.index for one in files.files(this)] == ["01-3"]
    section.index.editor.setFocus()
    qtbot.keyClicks(section.index.editor, "01-4")
    qtbot.keyClick(section.index.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(section.name.editor, "Letters to the UN")
    qtbot.keyClick(section.name.editor, Qt.Key.Key_Return)
    assert [one.index for one in files.files(this)] == ["01-3", "01-4"]
    section.list.go_to("01-4")
    qtbot.keyClick(section.remove, Qt.Key.Key_Return)
    assert [one.index for one in files.files(this)] == ["01-3"]
    act = asking.notices[-1].act
    assert act is not None
    act()
    assert [one.index for one in files.files(this)] == ["01-3", "01-4"]
    assert [one.index for one in files.files(this - 1)] == ["01-3"]


@given(
    st.integers(min_value=1, max_value=10**9),
    st.from_regex(r"[0-9]{0,3}", fullmatch=True),
    st.from_regex(r"[0-9A-Z]{0,3}", fullmatch=True),
)
def test_a_next_number_is_read_as_it_is_written(ordinal: int, unit: str, file: str) -> None:
    written = f"№ {ordinal}" + (f"/{unit}" if unit else "") + (f"-{file}" if file else "")
    assert read_number(SERIES, written) == OfficialNumber(ordinal, unit, file)
    assert counting_from(SERIES, written).start == ordinal


@pytest.mark.parametrize("typed", ["0", "12a", "soon", "1/2/3", "-", "/01"])
def test_what_is_no_number_is_not_taken_for_one(typed: str) -> None:
    with pytest.raises(NotANextNumber):
        counting_from(SERIES, typed)
