"""The step “Review”: what is open, what is doubtful, the ways out, and every answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.errors import N_, ChanceryError
from app.flow.remarks import Target
from app.gui.asking import FileWish
from app.gui.guide.page import StepPage
from app.gui.guide.steps.confirming import ConfirmCard
from app.gui.guide.steps.done import DonePanel
from app.gui.guide.steps.leaving import Leaving, Outcome
from app.gui.guide.steps.offers import OffersCard
from app.gui.guide.steps.review_lists import AnswersCard, RemarkCard
from app.gui.widgets.buttons import Button, LinkButton
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.words import Words
from app.services.exporting import Offer, Way

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

_READY: Final = N_("Nothing is open. The letter can be registered.")
_ANSWERS: Final = N_("What the letter says")
_WHERE_TO: Final = N_("Where are the documents to go?")
_GOES_TO: Final = N_("Documents go to {folder}")
_OTHER_FOLDER: Final = N_("Choose another folder")


class ReviewPage(StepPage):
    """The last look at a letter, and its way out."""

    def __init__(self, desktop: Desktop, guide: GuidePresenter) -> None:
        super().__init__(desktop, guide)
        self.leaving = Leaving(guide, desktop.preferences)
        texts = desktop.texts
        self.done = DonePanel(desktop, self._on_elsewhere)
        self.ready = Words(self.say(_READY), "strong", wraps=True)
        self.gaps = RemarkCard(texts, self._go, role="trouble", icon="circle-alert")
        self.doubts = RemarkCard(texts, self._go, role="advice", icon="triangle-alert")
        self.offers = OffersCard(texts)
        self.confirm = ConfirmCard(texts)
        self.answers = AnswersCard(texts, self._go, self._series)
        self.place = Words("", "muted", wraps=True)
        self._offers: tuple[Offer, ...] = ()
        self._outcome: Outcome | None = None
        self._asked: Way | None = None
        self._lay_out()
        self.offers.wanted.connect(self._on_wanted)
        self.confirm.confirmed.connect(self._on_confirmed)
        self.confirm.put_off.connect(self._on_put_off)
        desktop.changes.series_changed.connect(self._ask_offers)

    def show_letter(self) -> None:
        """Show how the letter stands, and ask what each way would do now."""
        if self.guide.outcome and not self._outcome:
            self._show_outcome(self.guide.outcome)
        review = self.guide.state.review
        hindered = self.guide.state.why_not
        plural = self.desktop.texts.plural
        gaps, doubts = ((), ()) if self._is_over else (review.gaps, review.doubts)
        self.gaps.show_remarks(hindered.said(plural) if hindered else "", gaps)
        number = len(doubts)
        heading = plural("{number} thing looks doubtful.", "{number} things look doubtful.", number)
        self.doubts.show_remarks(heading, doubts)
        self.answers.show_answers(review.answers)
        self.ready.setVisible(review.is_ready and not self._is_over)
        for widget in (self.heading, self.answers):
            widget.setVisible(not self._is_over)
        self._show_place()
        self._ask_offers()

    def first_focus(self) -> None:
        """Begin with what is open, else with the way out that is left."""
        first = [*self.gaps.links, *(one for one in self._buttons() if one.isEnabled())]
        if first:
            first[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put the question off."""
        self._on_put_off()

    @property
    def _is_over(self) -> bool:
        return self._outcome is not None and self._outcome.is_final

    def _buttons(self) -> Sequence[Button]:
        return [self.done.open] if self._is_over else list(self.offers.buttons.values())[::-1]

    def _go(self, target: Target) -> None:
        self.guide.go_to(target)

    def _series(self) -> Mapping[str, str]:
        return {one.key: one.title for one in self.desktop.office.register.series()}

    def _show_place(self) -> None:
        folder = self.leaving.folder
        self.place.setText(self.say(_GOES_TO, folder=folder) if folder else "")
        self._where.setVisible(folder is not None and not self._is_over)

    def _ask_offers(self) -> None:
        if not self._is_over:
            self.desktop.jobs.run_newest("offers", self.leaving.asking_offers(), self._on_offers)

    def _on_offers(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self.offers.show_offers(offers)

    # ── Doing it ─────────────────────────────────────────────────────────────

    def _on_wanted(self, way: Way) -> None:
        plainly = {Way.DRAFT: self.leaving.draft, Way.BLANK: self.leaving.blank}
        if self.leaving.how.reserved:
            plainly[Way.RESERVED] = self.leaving.with_reserved
        if way not in plainly:
            self._ask(way)
        elif folder := self._folder():
            self._do(plainly[way](folder))

    def _ask(self, way: Way) -> None:
        offer = next(one for one in self._offers if one.way is way)
        texts, self._asked = self.desktop.texts, way
        purpose = None if way is Way.REGISTER else (self.guide.letter.title or self.guide.letter.subject)
        self.offers.hide()
        self.confirm.ask(
            texts.text(offer.title), texts.said(offer.sentence), self.leaving.person, purpose=purpose
        )

    def _on_put_off(self) -> None:
        if self._asked is None:
            return
        way, self._asked = self._asked, None
        self.confirm.hide()
        self.offers.show()
        self.offers.buttons[way].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self, person: str, purpose: str) -> None:
        way, folder = self._asked, self._folder()
        if folder is None:
            return
        try:
            reserves = way is Way.RESERVED
            work = (
                self.leaving.reserve(folder, person, purpose)
                if reserves
                else self.leaving.register(folder, person)
            )
        except ChanceryError as error:
            self.desktop.asking.trouble(error)
            return
        self.guide.is_being_registered = way is Way.REGISTER
        self._do(work)

    def _do(self, work: Callable[[], Outcome]) -> None:
        self.offers.hold(on=True)
        self.confirm.yes.setEnabled(False)
        self.desktop.jobs.run(work, self._on_done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.guide.is_being_registered = False
        self.confirm.yes.setEnabled(True)
        self.desktop.asking.trouble(error)
        self._ask_offers()

    def _on_done(self, outcome: Outcome) -> None:
        self.guide.is_being_registered = False
        if outcome.is_final:
            self.guide.finish(outcome)
        elif outcome.way is Way.RESERVED:
            self.leaving.use(outcome)
        self._show_outcome(outcome)
        self._tell_others(outcome)
        self.show_letter()

    def _show_outcome(self, outcome: Outcome) -> None:
        self._outcome, self._asked = outcome, None
        self.confirm.yes.setEnabled(True)
        self.confirm.hide()
        self.offers.setVisible(not outcome.is_final)
        self.done.show_outcome(outcome)

    def _tell_others(self, outcome: Outcome) -> None:
        if outcome.is_final:
            self.desktop.changes.letters_changed.emit()
            self.desktop.changes.drafts_changed.emit()
        elif outcome.number:
            self.desktop.changes.series_changed.emit()

    def _on_elsewhere(self) -> None:
        folder = self._chosen_folder()
        if folder and self._outcome:
            self._do(self.leaving.write_again(self._outcome, folder))

    # ── Where to ─────────────────────────────────────────────────────────────

    def _folder(self) -> Path | None:
        return self.leaving.folder or self._chosen_folder()

    def _chosen_folder(self) -> Path | None:
        wish = FileWish(self.say(_WHERE_TO), start=self.leaving.folder or Path.home())
        folder = self.desktop.asking.folder(wish)
        if folder:
            self.leaving.folder = folder
            self._show_place()
        return folder

    def _lay_out(self) -> None:
        self._where = FlowRow(self.place, LinkButton(self.say(_OTHER_FOLDER), clicked=self._chosen_folder))
        self.heading = Words(self.say(_ANSWERS), "heading")
        for widget in (
            self.done,
            self.ready,
            self.gaps,
            self.doubts,
            self.offers,
            self.confirm,
            self._where,
            self.heading,
            self.answers,
        ):
            self.column.addWidget(widget)
        self.column.addStretch()
