"""Numbers: the series, how their numbers are written, from where they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.errors import N_, ChanceryError
from app.gui.desktop import Desktop
from app.gui.settings.numbers_presenter import SCOPES, SeriesPresenter, SeriesState, texts_of
from app.gui.settings.section import Section, show_rows
from app.gui.settings.word_fields import FieldRow, WordFields
from app.gui.widgets.buttons import SecondaryButton
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import ChoiceEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.rows import Row, RowList
from app.gui.widgets.ticks import Tick
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.domain.register import Series

_TITLE: Final = N_("Numbers")
_NOTE: Final = N_("Each series is one run of numbers. What is changed here holds from the next letter on.")
_LIST: Final = N_("Series")
_ADD: Final = N_("Add a series")
_ROWS: Final = (
    FieldRow("title", N_("Name of the series")),
    FieldRow(
        "pattern",
        N_("How a number is written"),
        N_(
            "Parts: {{ordinal}} {{unit}} {{file}} {{year}} {{month}} {{type}} {{state}} {{language}}; "
            "{{ordinal:3}} pads with zeros; what stands in [ ] is left out when it is empty."
        ),
    ),
    FieldRow("unit", N_("Unit")),
    FieldRow("file", N_("File"), beside=True),
    FieldRow("start", N_("First number"), beside=True),
    FieldRow("sign", N_("Sign"), beside=True),
)
_COUNTING: Final = N_("How it counts")
_YEARLY: Final = N_("Begins anew each year")
_LATE: Final = N_("Lettered numbers for late letters")
_LATE_NOTE: Final = N_("A letter that was forgotten may get 147a, after 147.")
_SCOPE: Final = N_("Counted")
_FIXED: Final = N_(
    "This series has given numbers: whether it begins anew each year and what is counted by itself cannot "
    "change any more. The first number counted in its first year only."
)


class NumbersSection(Section):
    """The list of series, and one of them in a form with a live example."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop, _TITLE, _NOTE)
        self._presenter = SeriesPresenter(desktop.office.register, desktop.texts, date.today())  # noqa: DTZ011
        self._series: Series | None = None
        self._key = ""
        self.list = RowList(desktop.theme, self.say(_LIST))
        add = SecondaryButton(self.say(_ADD), icon="plus", clicked=self.add_series)
        self.add(self.list, FlowRow(add))
        checks = {row.place: partial(self._wrong, row.place) for row in _ROWS}
        self.fields = WordFields(desktop.texts, _ROWS, checks)
        self.example, self.reading = Words("", "heading", wraps=True), Words("", "muted", wraps=True)
        self.card("", self.fields, self._told())
        self.yearly, self.late = Tick(self.say(_YEARLY)), Tick(self.say(_LATE))
        self.scope = ChoiceEditor([(scope, self.say(words)) for scope, words in SCOPES])
        self.fixed = Words(self.say(_FIXED), "muted", wraps=True)
        scope = Field(self.say(_SCOPE), self.scope)
        late = Words(self.say(_LATE_NOTE), "muted", wraps=True)
        self.card(_COUNTING, scope, self.yearly, self.late, late, self.fixed)
        self._listen()
        self._read()

    def save(self) -> None:
        """Keep what is written."""
        self.fields.save()

    def show_subject(self, subject: object) -> None:
        """Show a series by its key."""
        self.list.go_to(subject)

    def add_series(self) -> None:
        """Begin a new series."""
        self.desktop.jobs.run(self._presenter.new, self._on_added)

    def _told(self) -> Card:
        told = Card(role="told")
        told.add(self.example, self.reading)
        return told

    def _listen(self) -> None:
        self.list.current_changed.connect(self._on_current)
        self.list.chosen.connect(lambda _key: self.fields.fields["title"].editor.setFocus())
        self.fields.typed.connect(self._on_typed)
        self.fields.changed.connect(self._on_text)
        self.yearly.clicked.connect(lambda on: self._keep(yearly=on))
        self.late.clicked.connect(lambda on: self._keep(late_entries=on))
        self.scope.chosen.connect(lambda scope: self._keep(scope=scope))
        self.desktop.changes.series_changed.connect(self._read)
        self.desktop.changes.letters_changed.connect(self._read)

    def _read(self) -> None:
        self.desktop.jobs.run_newest("settings/series", self._presenter.rows, self._on_rows)

    def _on_rows(self, rows: Sequence[Row]) -> None:
        keys = [row.key for row in rows]
        self._key = self._key if self._key in keys else str(next(iter(keys), ""))
        show_rows(self.list, rows)
        self.list.go_to(self._key)
        if self._key:
            self._show()

    def _on_current(self, key: object) -> None:
        if key is not None and key != self._key:
            self.fields.save()
            self._key = str(key)
            self._show()

    def _show(self) -> None:
        work = partial(self._presenter.state, self._key)
        self.desktop.jobs.run_newest("settings/one series", work, self._on_state)

    def _on_state(self, state: SeriesState) -> None:
        self._series = state.series
        self.fields.show_values(texts_of(state.series))
        self.yearly.setChecked(state.series.yearly)
        self.late.setChecked(state.series.late_entries)
        self.scope.set_value(state.series.scope)
        for each in (self.yearly, self.scope):
            each.setEnabled(not state.has_counted)
        self.fields.fields["start"].editor.setEnabled(not state.has_counted)
        self.fixed.setVisible(state.has_counted)
        self._tell(state.example, state.reading)

    def _on_typed(self) -> None:
        """Show what a number would look like with what stands in the fields."""
        if self._series is None:
            return
        values = self.fields.values()
        start = values.pop("start")
        number = int(start) if start.isdecimal() else self._series.start
        typed = replace(self._series, start=max(1, number), **values)  # type: ignore[arg-type]
        try:
            self._tell(*self._presenter.looks(typed))
        except ChanceryError:
            self._tell("–", "")

    def _tell(self, example: str, reading: str) -> None:
        self.example.setText(example)
        self.reading.setText(reading)
        self.reading.setVisible(bool(reading))

    def _wrong(self, place: str, text: str) -> str:
        return self._presenter.wrong(self._series, place, text) if self._series else ""

    def _on_text(self, place: str, text: str) -> None:
        self._keep(**{place: int(text) if place == "start" else text})

    def _keep(self, **values: object) -> None:
        work = partial(self._presenter.change, self._key, **values)
        self.desktop.jobs.run(work, self._on_kept, self._on_refused)

    def _on_kept(self, _none: object) -> None:
        self.desktop.changes.series_changed.emit()

    def _on_refused(self, error: Exception) -> None:
        self.desktop.asking.trouble(error)
        self._show()

    def _on_added(self, key: str) -> None:
        self._key = key
        self.desktop.changes.series_changed.emit()
        title = self.fields.fields["title"].editor
        title.setFocus()
        title.selectAll()
