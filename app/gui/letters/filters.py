"""The filters above the table: what is typed, and a chip for everything that letters are told apart by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.letter_rules import TYPE_NAMES
from app.domain.letters import LetterType
from app.domain.searching import EntryFilter, Facet
from app.flow.standing import STANDING_NAMES, Standing
from app.gui.letters.cells import counted, language_name
from app.gui.letters.lines import Wish
from app.gui.widgets.buttons import LinkButton
from app.gui.widgets.chips import Chip, MenuChip
from app.gui.widgets.editors import LineEditor
from app.gui.widgets.flow import FlowRow
from app.i18n.catalogues import Catalogue

if TYPE_CHECKING:
    from app.gui.letters.reader import Known

_FIND: Final = N_("Find in these letters")
_ANY: Final = N_("Any")
_OVERDUE: Final = N_("Overdue · {number}")
_NOTHING_OVERDUE: Final = N_("Overdue")
_CLEAR: Final = N_("Clear all")
_COUNTED: Final = N_("{value} · {number}")
_WORDS: Final = {
    "year": N_("Year"),
    "standing": N_("Status"),
    "state": N_("State"),
    "series": N_("Series"),
    "language": N_("Language"),
    "type": N_("Kind"),
}
_FACETS: Final = {
    "year": Facet.YEAR,
    "state": Facet.STATE,
    "series": Facet.SERIES,
    "language": Facet.LANGUAGE,
    "type": Facet.TYPE,
}
Offer = tuple[object, str, int]


class FilterBar(QWidget):
    """Says what the table is to show; ``wish_changed`` whenever a person changes it."""

    wish_changed = Signal(object)

    def __init__(self, texts: Catalogue, today: date) -> None:
        super().__init__()
        self._texts, self._today, self._wish = texts, today, Wish()
        self._known: Known | None = None
        self.search = LineEditor(placeholder=texts.text(_FIND))
        self.search.setAccessibleName(texts.text(_FIND))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(self.fontMetrics().averageCharWidth() * 32)
        self.chips = {
            name: MenuChip(texts.text(words), self._menu_of(name)) for name, words in _WORDS.items()
        }
        self.overdue = Chip(texts.text(_NOTHING_OVERDUE))
        self.clear = LinkButton(texts.text(_CLEAR), clicked=self.clear_all)
        self._lay_out()
        self.search.textEdited.connect(lambda typed: self._change(replace(self._wish, typed=typed)))
        self.search.textChanged.connect(self._on_text)
        self.overdue.clicked.connect(self._on_overdue)
        self._draw()

    @property
    def wish(self) -> Wish:
        """What is wished for."""
        return self._wish

    def show_wish(self, wish: Wish) -> None:
        """Show what somebody else wishes for, and say nothing."""
        self._wish = wish
        if self.search.text() != wish.typed:
            self.search.setText(wish.typed)
        self._draw()

    def show_known(self, known: Known) -> None:
        """Offer the values that letters have."""
        self._known = known
        self._draw()

    def clear_all(self) -> None:
        """Show all letters again, in the order there is."""
        self._change(Wish(by=self._wish.by, descending=self._wish.descending))

    def choose(self, name: str, value: object) -> None:
        """Choose a value of a filter; nothing for any."""
        if name == "standing":
            standing = value if isinstance(value, Standing) else None
            self._change(replace(self._wish, standing=standing))
            return
        chosen: dict[str, Any] = {name: getattr(EntryFilter(), name) if value is None else value}
        narrowed = replace(self._wish.narrowed, **chosen)
        self._change(replace(self._wish, narrowed=narrowed))

    def _change(self, wish: Wish) -> None:
        if wish != self._wish:
            self.show_wish(wish)
            self.wish_changed.emit(wish)

    def _on_text(self, text: str) -> None:
        if not text and self._wish.typed:  # the button inside the field has emptied it
            self._change(replace(self._wish, typed=""))

    def _on_overdue(self) -> None:
        day = self._today if self.overdue.isChecked() else None
        self._change(replace(self._wish, narrowed=replace(self._wish.narrowed, overdue=day)))

    # ── Chips ────────────────────────────────────────────────────────────────

    def _menu_of(self, name: str) -> Callable[[], QMenu]:
        return lambda: self.menu(name)

    def menu(self, name: str) -> QMenu:
        """Give the menu of a filter: any, then each value with how many letters have it."""
        menu = QMenu(self)
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        current = self._value(name)
        offers: list[Offer] = [(None, self._texts.text(_ANY), 0), *self._offers(name)]
        for value, words, number in offers:
            said = (
                self._texts.text(_COUNTED, value=words, number=counted(number, self._texts))
                if number
                else words
            )
            action = menu.addAction(said.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == current)
            action.triggered.connect(lambda _on=False, one=value: self.choose(name, one))
        return menu

    def _offers(self, name: str) -> Iterable[Offer]:
        if name == "standing":
            return [(one, self._texts.text(words), 0) for one, words in STANDING_NAMES.items()]
        values = self._known.values[_FACETS[name]] if self._known else {}
        offers = [
            (value, self._named(name, value), number) for value, number in values.items() if value != ""
        ]
        newest_first = name == "year"
        return sorted(offers, key=lambda one: str(one[1]).casefold(), reverse=newest_first)

    def _named(self, name: str, value: object) -> str:
        text = str(value)
        if name == "state":
            return self._known.states.get(text, text) if self._known else text
        if name == "series":
            return self._known.series.get(text, text) if self._known else text
        if name == "language":
            return language_name(text)
        if name == "type" and text in set(LetterType):
            return self._texts.text(TYPE_NAMES[LetterType(text)])
        return text

    def _value(self, name: str) -> object:
        if name == "standing":
            return self._wish.standing
        return getattr(self._wish.narrowed, name) or None

    def _words_of(self, name: str) -> str:
        value = self._value(name)
        if value is None:
            return ""
        if isinstance(value, Standing):
            return self._texts.text(STANDING_NAMES[value])
        return self._named(name, value)

    def _draw(self) -> None:
        for name, chip in self.chips.items():
            chip.set_value(self._words_of(name))
            chip.setAccessibleDescription(self._texts.text(_WORDS[name]))
        late = self._known.overdue if self._known else 0
        words = (
            self._texts.text(_OVERDUE, number=counted(late, self._texts))
            if late
            else self._texts.text(_NOTHING_OVERDUE)
        )
        self.overdue.say(words)
        self.overdue.setChecked(self._wish.narrowed.overdue is not None)
        self.clear.setVisible(self._wish.is_narrowed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowRow(*self.chips.values(), self.overdue, gap=8)
        column.addWidget(row)
