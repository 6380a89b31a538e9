"""What the guide knows and decides, without a window."""

from __future__ import annotations

import pytest

from app.domain.directory import Origins
from app.domain.number_wish import NumberWish
from app.flow.filling import fill, put
from app.flow.naming import Step
from app.flow.remarks import Target
from app.gui.desktop import Desktop
from app.gui.guide.beginning import Beginning, begun, opened
from app.gui.guide.presenter import GuidePresenter, What
from app.gui.guide.steps.leaving import Outcome
from app.services.exporting import Way


def test_a_new_letter_is_no_draft_until_something_is_entered(guide: GuidePresenter, desktop: Desktop) -> None:
    worth = [guide.is_worth_keeping]
    guide.do(fill("subject", "Closure of a union"))
    worth.append(guide.is_worth_keeping)
    guide.save_now()
    worth.append(guide.is_worth_keeping)
    assert worth == [False, True, False]
    assert [draft.title for draft in desktop.office.drafts.list()] == ["Closure of a union"]


def test_a_letter_is_kept_as_one_draft_however_often(guide: GuidePresenter, desktop: Desktop) -> None:
    for subject in ("One", "Two", "Three"):
        guide.do(fill("subject", subject))
        guide.save_now()
    assert [draft.title for draft in desktop.office.drafts.list()] == ["Three"]


def test_an_older_copy_that_comes_late_changes_nothing(guide: GuidePresenter, desktop: Desktop) -> None:
    guide.do(fill("subject", "Old"))
    late = guide.copy()
    guide.do(fill("subject", "New"))
    key = guide.save_now()
    guide.keeping.keep(late)
    assert desktop.office.drafts.open(key).subject == "New"


def test_undo_brings_back_what_the_data_came_from(guide: GuidePresenter) -> None:
    chosen = Origins(case="c1")
    guide.do(fill("case.title", "The case"), chosen)
    guide.paused()
    guide.do(fill("case.title", "The case of the union"))
    assert guide.undo_words == "Undo typing in “Title of the case”"
    guide.undo()
    assert (guide.letter.case.title, guide.origins) == ("The case", chosen)
    guide.undo()
    assert (guide.letter.case.title, guide.origins) == ("", Origins())
    guide.redo()
    assert guide.origins == chosen


def test_the_words_follow_every_change(guide: GuidePresenter) -> None:
    told: list[What] = []
    guide.changed = told.append
    guide.do(fill("place", "Paris"))
    guide.do(fill("place", "Paris"))
    assert told == [What.LETTER]
    assert guide.composed is not None
    assert guide.composed.letter.place == "Paris"


def test_each_step_says_what_is_open(protest: GuidePresenter) -> None:
    before = {state.step: state.count for state in protest.state.steps}
    protest.do(fill("recipients.1.salutation", ""))
    after = {state.step: state.count for state in protest.state.steps}
    assert after[Step.RECIPIENTS] == before[Step.RECIPIENTS] + 1


def test_nothing_is_kept_of_a_letter_that_is_finished(guide: GuidePresenter) -> None:
    guide.do(fill("subject", "Closure"))
    guide.finish(Outcome(way=Way.REGISTER, path=None, number="148/01-3"))
    assert not guide.is_worth_keeping


def test_a_registered_letter_changes_no_more_and_no_other_step_is_entered(guide: GuidePresenter) -> None:
    guide.do(fill("subject", "Closure"))
    guide.go(Step.REVIEW)
    guide.finish(Outcome(way=Way.REGISTER, path=None, number="148/01-3"))
    guide.do(fill("subject", "Other"))
    guide.undo()
    guide.number_wish = NumberWish(file="9")
    guide.back()
    guide.go_to(Target(Step.CASE, "case.event", ""))
    assert (guide.letter.subject, guide.step, guide.number_wish) == ("Closure", Step.REVIEW, NumberWish())


def test_what_is_wished_of_the_number_is_kept_with_the_draft(guide: GuidePresenter, desktop: Desktop) -> None:
    wish = NumberWish(reserved="1/01-3", year=2017, unit="02", file="9", number_blank=True)
    guide.number_wish = wish
    assert guide.is_worth_keeping
    guide.do(fill("subject", "Closure"))
    guide.undo()
    key = guide.save_now()
    again = GuidePresenter(desktop.office, desktop.texts, opened(desktop.office, key), key=key)
    assert again.number_wish == wish


def test_a_letter_begun_for_a_reserved_number_is_no_draft_yet(desktop: Desktop) -> None:
    beginning = Beginning(series="outgoing", number=NumberWish(reserved="1/01-3"))
    guide = GuidePresenter(desktop.office, desktop.texts, begun(desktop.office, beginning))
    assert guide.number_wish.reserved == "1/01-3"
    assert guide.letter.series == "outgoing"
    assert not guide.is_worth_keeping


def test_a_wording_that_is_missing_is_said_and_loses_nothing(protest: GuidePresenter) -> None:
    words = protest.words
    protest.do(fill("language", "fi"))
    assert protest.trouble is not None
    assert protest.words is words
    protest.undo()
    assert protest.trouble is None


def test_a_notice_takes_back_only_what_it_speaks_of(guide: GuidePresenter) -> None:
    guide.do(fill("place", "Paris"))
    undo = guide.undoing()
    guide.do(fill("subject", "Closure"))
    undo()
    assert (guide.letter.place, guide.letter.subject) == ("Paris", "Closure")
    guide.undo()
    undo()
    assert guide.letter.place == ""


@pytest.mark.parametrize("number", [1, 700])
def test_origins_stay_beside_the_history_however_long(guide: GuidePresenter, number: int) -> None:
    for at in range(number):
        guide.do(put("demands", f"Demand {at}"), Origins(case=str(at)))
    for _ in range(number):
        guide.undo()
    assert len(guide.letter.demands) == max(0, number - 500)
    assert guide.origins.case == (str(number - 501) if number > 500 else "")
