"""The form of one organisation: its texts by language, its figures, who signs, how letters are numbered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import N_
from app.gui.desktop import Desktop
from app.gui.settings.language_choice import LanguageChips, letter_languages
from app.gui.settings.language_tabs import LanguageTabs
from app.gui.settings.letterhead_picture import LetterheadPicture
from app.gui.settings.senders_presenter import SendersPresenter, day_of, texts_of
from app.gui.settings.signing_order import SigningOrder
from app.gui.settings.word_fields import FieldRow, WordFields
from app.gui.widgets.cards import Card
from app.gui.widgets.editors import ChoiceEditor
from app.gui.widgets.fields import Field
from app.gui.widgets.ticks import Tick
from app.gui.widgets.words import Words

if TYPE_CHECKING:
    from app.domain.senders import SenderProfile

_NAMES: Final = N_("Name, letterhead and address")
_NAME_ROWS: Final = (
    FieldRow("organisation", N_("Name of the organisation")),
    FieldRow("short_name", N_("Short name"), N_("As it runs in a sentence: PERC.")),
    FieldRow("letterhead", N_("Lines of the letterhead"), N_("Each line stands in a line of its own."), 3),
    FieldRow("address", N_("Address"), N_("It follows the lines of the letterhead."), 3),
    FieldRow("footer", N_("Foot of the page"), "", 2),
)
_FIGURES: Final = N_("Figures")
_FIGURES_NOTE: Final = N_("As letters in this language write them: 90 million, 90 миллионов.")
_FIGURE_ROWS: Final = (
    FieldRow("members", N_("Members")),
    FieldRow("organisations", N_("Organisations"), beside=True),
    FieldRow("countries", N_("Countries"), beside=True),
)
_DAY_ROWS: Final = (FieldRow("figures_as_of", N_("Figures as of"), N_("A day: 2017-08-16.")),)
_LETTERS: Final = N_("Letters of this organisation")
_SERIES: Final = N_("Numbered in")
_FIRST_SERIES: Final = N_("The first series")
_LANGUAGES: Final = N_("Written in, the usual language first")
_PREFERRED: Final = N_("New letters begin with this organisation")


class SenderForm(QWidget):
    """Keeps what is left; ``kept`` says that something was."""

    kept = Signal()

    def __init__(self, desktop: Desktop, presenter: SendersPresenter, picture: LetterheadPicture) -> None:
        super().__init__()
        self._desktop, self._presenter = desktop, presenter
        self._say = desktop.texts.text
        self._profile: SenderProfile | None = None
        self.tabs = LanguageTabs(desktop.texts)
        self.names = WordFields(desktop.texts, _NAME_ROWS)
        self.figures = WordFields(desktop.texts, _FIGURE_ROWS)
        self.day = WordFields(desktop.texts, _DAY_ROWS, {"figures_as_of": presenter.day_is_wrong})
        self.old = Card(role="advice")
        self._old_words = Words("", wraps=True)
        self.old.add(self._old_words)
        self.signing = SigningOrder(desktop)
        self.series = ChoiceEditor()
        self.languages = LanguageChips(desktop.texts, letter_languages())
        self.preferred = Tick(self._say(_PREFERRED))
        self._lay_out(picture)
        self._listen()

    def show_profile(self, profile: SenderProfile) -> None:
        """Show an organisation."""
        if self._profile is not None and profile.key != self._profile.key:
            self.tabs.language = ""
        self._profile = profile
        self.tabs.offer([*profile.languages, *(one.language for one in profile.texts)])
        self._show_texts()
        self.day.show_values({"figures_as_of": str(profile.figures_as_of or "")})
        self._old_words.setText(self._presenter.age_of_figures(profile, date.today()))  # noqa: DTZ011
        self.old.setVisible(bool(self._old_words.text()))
        self.languages.choose(profile.languages)
        self.preferred.setChecked(profile.preferred)
        self.preferred.setEnabled(not profile.preferred)
        self._desktop.jobs.run(self._presenter.series, self._on_series)
        self._desktop.jobs.run(self._presenter.signatories, self._on_signatories)

    def save(self) -> None:
        """Keep what is written."""
        for fields in (self.names, self.figures, self.day):
            fields.save()

    def enter(self) -> None:
        """Begin at the name."""
        self.names.fields["organisation"].editor.setFocus()

    def _lay_out(self, picture: LetterheadPicture) -> None:
        say = self._say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        names = Card(say(_NAMES))
        names.add(self.tabs, self.names, picture)
        figures = Card(say(_FIGURES))
        figures.add(Words(say(_FIGURES_NOTE), "muted", wraps=True), self.figures, self.day, self.old)
        letters = Card(say(_LETTERS))
        letters.add(Words(say(_LANGUAGES), "strong", wraps=True), self.languages)
        letters.add(Field(say(_SERIES), self.series), self.preferred)
        for card in (names, self.signing, figures, letters):
            column.addWidget(card)

    def _listen(self) -> None:
        self.tabs.chosen.connect(self._on_language)
        self.names.changed.connect(self._on_text)
        self.figures.changed.connect(self._on_text)
        self.day.changed.connect(lambda _place, text: self._keep(figures_as_of=day_of(text)))
        self.languages.changed.connect(lambda: self._keep(languages=self.languages.chosen()))
        self.series.chosen.connect(lambda key: self._keep(series=key))
        self.signing.ordered.connect(lambda keys: self._keep(signatories=tuple(keys)))
        self.preferred.clicked.connect(lambda _on=False: self._on_preferred())

    def _show_texts(self) -> None:
        if self._profile is not None:
            texts = texts_of(self._profile, self.tabs.language)
            self.names.show_values(texts)
            self.figures.show_values(texts)

    def _on_language(self, _tag: str) -> None:
        self._show_texts()

    def _on_text(self, place: str, text: str) -> None:
        if self._profile is not None:
            key, language = self._profile.key, self.tabs.language
            self._do(partial(self._presenter.write, key, language, place, text))

    def _keep(self, **values: object) -> None:
        if self._profile is not None:
            self._do(partial(self._presenter.change, self._profile.key, **values))

    def _on_preferred(self) -> None:
        if self._profile is not None:
            self._do(partial(self._presenter.prefer, self._profile.key))

    def _do(self, work: Callable[[], object]) -> None:
        self._desktop.jobs.run(work, self._on_kept)

    def _on_kept(self, _change: object) -> None:
        self.kept.emit()

    def _on_series(self, series: Sequence[tuple[str, str]]) -> None:
        chosen = self._profile.series if self._profile else ""
        self.series.offer([("", self._say(_FIRST_SERIES)), *series], chosen)

    def _on_signatories(self, people: Sequence[tuple[str, str]]) -> None:
        self.signing.show_people(people, self._profile.signatories if self._profile else ())
