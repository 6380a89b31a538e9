"""The form of a legal reference: the fields of its kind, and how the State is bound."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cases import Right
from app.domain.citations import Citation, Declaration, DeclarationArticles, IloConventions
from app.domain.errors import N_
from app.flow.citation_kinds import STATUS_TITLES, CitationKind
from app.flow.citing import kind_of
from app.flow.filling import put
from app.gui.guide.steps.letter_fields import ARTICLES, DAY, TEXT, Form, LetterHolder, PlaceChoice, PlaceField
from app.gui.widgets.buttons import QuietButton

_Row = tuple[tuple[str, Form, int], ...]
_FIELDS: Final[dict[CitationKind, tuple[_Row, ...]]] = {
    CitationKind.TREATY: (
        (("treaty", TEXT, 0),),
        (("symbol", TEXT, 0), ("articles", ARTICLES, 0)),
        (("right_named", TEXT, 0),),
    ),
    CitationKind.ILO: (),
    CitationKind.RESOLUTION: (
        (("body", TEXT, 0), ("body_short", TEXT, 0)),
        (("symbol", TEXT, 0), ("paragraph", TEXT, 0)),
        (("quotation", TEXT, 4),),
    ),
    CitationKind.DECLARATION: ((("title", TEXT, 2),), (("also_known_as", TEXT, 0),)),
    CitationKind.REPORT: (
        (("title", TEXT, 2),),
        (("lead_in", TEXT, 2),),
        (("symbol", TEXT, 0), ("paragraph", TEXT, 0)),
        (("quotation", TEXT, 4),),
    ),
    CitationKind.NATIONAL_LAW: (
        (("title", TEXT, 0),),
        (("articles", ARTICLES, 0), ("as_of", DAY, 0)),
        (("says", TEXT, 3),),
    ),
    CitationKind.GENERAL_COMMENT: (
        (("committee", TEXT, 0),),
        (("title", TEXT, 2),),
        (("symbol", TEXT, 0), ("paragraph", TEXT, 0)),
        (("quotation", TEXT, 4),),
    ),
    CitationKind.SUPERVISORY: (
        (("body", TEXT, 0), ("case", TEXT, 0)),
        (("report", TEXT, 0), ("paragraph", TEXT, 0)),
        (("quotation", TEXT, 4),),
    ),
}
_RIGHTS: Final = {
    Right.ASSOCIATION: N_("Freedom of association"),
    Right.ASSEMBLY: N_("Peaceful assembly"),
    Right.BARGAINING: N_("Collective bargaining"),
    Right.STRIKE: N_("Strike"),
    Right.EXPRESSION: N_("Freedom of expression"),
    Right.DEFENDERS: N_("Protection of human rights defenders"),
    Right.FORCED_LABOUR: N_("Freedom from forced labour"),
    Right.DISCRIMINATION: N_("Freedom from discrimination"),
    Right.CHILD_LABOUR: N_("Freedom from child labour"),
    Right.SAFETY: N_("Safety and health at work"),
}
_NO_RIGHT: Final = N_("None named")
_BOUND: Final = N_("How {state} is bound")
_DATE_HINT: Final = N_("Empty while it is not known; nothing is guessed.")
_ADD_ARTICLES: Final = N_("Add further articles")
_ARTICLES_HINT: Final = N_("Separated by commas: 21, 22(2)")


class CitationForm(QWidget):
    """The fields of the reference with a number, counted from 1."""

    def __init__(self, guide: LetterHolder, number: int) -> None:
        super().__init__()
        self._guide, self._at = guide, f"citations.{number}"
        self.fields: list[PlaceField | PlaceChoice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        citation = guide.letter.citations[number - 1]
        self._number, self._parts = number, _parts(citation)
        for row in _FIELDS[kind_of(citation)]:
            self._add(*(self._field(*one) for one in row))
        self._add_special(citation)
        self._add(self._field("comment", TEXT, 2))

    def show_letter(self) -> None:
        """Show what the letter says."""
        for field in self.fields:
            field.show_letter()

    @property
    def is_outgrown(self) -> bool:
        """Whether the reference has other parts by now than there are fields for."""
        return _parts(self._guide.letter.citations[self._number - 1]) != self._parts

    def _add_special(self, citation: Citation) -> None:
        if kind_of(citation) is CitationKind.TREATY:
            self._add(self._right())
            self._add(*self._binding(self._at))
        if isinstance(citation, IloConventions):
            for number in range(1, len(citation.conventions) + 1):
                at = f"conventions.{number}"
                self._add(self._field(f"{at}.number"), self._field(f"{at}.articles", ARTICLES))
                self._add(*self._binding(f"{self._at}.{at}"))
        if isinstance(citation, Declaration):
            for number in range(1, len(citation.articles) + 1):
                at = f"articles.{number}"
                self._add(self._field(f"{at}.articles", ARTICLES))
                self._add(self._field(f"{at}.says", TEXT, 3))
            more = QuietButton(self._guide.texts.text(_ADD_ARTICLES), icon="plus", clicked=self._on_more)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_more(self) -> None:
        """Let the declaration say something of further articles."""
        self._guide.do(put(f"{self._at}.articles", DeclarationArticles(articles=(), says="")))

    def _right(self) -> PlaceChoice:
        say = self._guide.texts.text
        choices = [(None, say(_NO_RIGHT)), *((right, say(title)) for right, title in _RIGHTS.items())]
        return PlaceChoice(self._guide, f"{self._at}.right", choices)

    def _binding(self, at: str) -> tuple[PlaceChoice, PlaceField]:
        say, state = self._guide.texts.text, self._guide.letter.state
        label = say(_BOUND, state=state.name or state.code) if state.name or state.code else ""
        choices = [(status, say(title)) for status, title in STATUS_TITLES.items()]
        since = PlaceField(self._guide, f"{at}.status_date", form=DAY, hint=say(_DATE_HINT))
        return PlaceChoice(self._guide, f"{at}.status", choices, label=label), since

    def _field(self, name: str, form: Form = TEXT, lines: int = 0) -> PlaceField:
        hint = self._guide.texts.text(_ARTICLES_HINT) if form is ARTICLES else ""
        return PlaceField(self._guide, f"{self._at}.{name}", form=form, lines=lines, hint=hint)

    def _add(self, *fields: PlaceField | PlaceChoice) -> None:
        self.fields += fields
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)


def _parts(citation: Citation) -> int:
    """Count what has fields of its own: the conventions, or the groups of articles."""
    if isinstance(citation, IloConventions):
        return len(citation.conventions)
    return len(citation.articles) if isinstance(citation, Declaration) else 0
