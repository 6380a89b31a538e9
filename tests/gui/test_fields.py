"""Fields say what is wrong in words, when the person leaves them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.dates import NotADate, PartialDate
from app.gui.theme import Theme
from app.gui.widgets.editors import AreaEditor, ChoiceEditor, DateEditor, LineEditor
from app.gui.widgets.fields import Field
from tests.gui.showing import show


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> QWidget:
    """A ground for fields."""
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def shown(form: QWidget, qtbot: QtBot, *fields: QWidget) -> None:
    """Show fields one under the other."""
    for field in fields:
        layout = form.layout()
        assert layout is not None
        layout.addWidget(field)
    show(qtbot, form)


def test_an_error_is_shown_when_the_field_is_left_and_not_before(form: QWidget, qtbot: QtBot) -> None:
    date = DateEditor()
    field = Field("Date", date, hint="A year will do.", check=lambda: "" if date.is_date() else "No date")
    after = Field("Place", LineEditor())
    shown(form, qtbot, field, after)
    date.setFocus()
    qtbot.keyClicks(date, "16 Aug")
    assert field.error == ""
    qtbot.keyClick(date, Qt.Key.Key_Tab)
    assert field.error == "No date"
    assert date.accessibleDescription() == "No date"


def test_an_error_goes_when_what_was_wrong_is_mended(form: QWidget, qtbot: QtBot) -> None:
    date = DateEditor()
    field = Field("Date", date, hint="A year will do.", check=lambda: "" if date.is_date() else "No date")
    shown(form, qtbot, field)
    date.setText("x")
    assert not field.check()
    date.setText("2017-08")
    assert field.check()
    assert (field.error, date.accessibleDescription()) == ("", "A year will do.")


def test_an_editor_is_called_by_its_label(form: QWidget) -> None:
    assert Field("Subject", LineEditor()).editor.accessibleName() == "Subject"


@pytest.mark.parametrize(
    ("text", "day"),
    [("", None), ("2017", PartialDate(2017)), (" 2017-08-16 ", PartialDate(2017, 8, 16))],
)
def test_a_date_may_be_known_in_part(qtbot: QtBot, text: str, day: PartialDate | None) -> None:
    editor = DateEditor()
    qtbot.addWidget(editor)
    editor.setText(text)
    assert editor.day() == day


def test_what_is_no_date_is_not_taken_for_one(qtbot: QtBot) -> None:
    editor = DateEditor()
    qtbot.addWidget(editor)
    editor.setText("soon")
    assert not editor.is_date()
    with pytest.raises(NotADate):
        editor.day()


def test_tab_leaves_an_area(form: QWidget, qtbot: QtBot) -> None:
    area, after = AreaEditor("one"), LineEditor()
    shown(form, qtbot, area, after)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.value() == "one"


def test_a_choice_gives_its_value_and_says_when_a_person_has_chosen(form: QWidget, qtbot: QtBot) -> None:
    choice = ChoiceEditor([("en", "English"), ("ru", "Русский")], "ru")
    shown(form, qtbot, choice)
    assert choice.value() == "ru"
    choice.setFocus()
    with qtbot.waitSignal(choice.chosen) as said:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert said.args == ["en"]


def test_what_is_not_among_the_choices_is_the_first(qtbot: QtBot) -> None:
    choice = ChoiceEditor([("en", "English"), ("ru", "Русский")], "xx")
    qtbot.addWidget(choice)
    assert choice.value() == "en"
    choice.offer([])
    assert choice.value() is None
