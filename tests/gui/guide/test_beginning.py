"""A new letter begins with what one came from: a recipient of the address book, a case."""

from __future__ import annotations

import pytest

from app.domain.directory import Addressee
from app.domain.letters import LetterType
from app.domain.records import RecordNotFound
from app.gui.desktop import Desktop
from app.gui.guide.beginning import Beginning, begun

PRESIDENT = Addressee(person="sample-person-nazarbayev", office="sample-office-president")
KHARKOVA = "sample-case-kharkova"


@pytest.fixture(autouse=True)
def filled(desktop: Desktop) -> None:
    """The directories of the sample."""
    desktop.office.sample.fill_directories()


def test_a_letter_to_somebody_has_his_forms_and_his_state(desktop: Desktop) -> None:
    story = begun(desktop.office, Beginning(recipient=PRESIDENT))
    (recipient,) = story.letter.recipients
    assert recipient.name == "Nursultan Nazarbayev"
    assert recipient.salutation
    assert story.letter.state.code == "KAZ"
    assert story.origins.recipients == (PRESIDENT,)
    assert desktop.office.finder.recent()[0].key in PRESIDENT.keys


def test_a_letter_in_the_style_of_the_united_nations_addresses_him_so(desktop: Desktop) -> None:
    plain = begun(desktop.office, Beginning(recipient=PRESIDENT)).letter
    formal = begun(desktop.office, Beginning(recipient=PRESIDENT, type=LetterType.UN_ALLEGATION)).letter
    assert plain.recipients[0].salutation != formal.recipients[0].salutation


def test_a_letter_about_a_case_says_its_facts_and_addresses_its_state(desktop: Desktop) -> None:
    story = begun(desktop.office, Beginning(case=KHARKOVA))
    assert story.letter.case.person.name == "Larisa Kharkova"
    assert story.letter.state.code == "KAZ"
    assert story.origins.case == KHARKOVA


def test_facts_of_the_case_are_ticked(desktop: Desktop) -> None:
    assert begun(desktop.office, Beginning(case="sample-case-confederation")).letter.case.facts


def test_a_letter_may_begin_with_both(desktop: Desktop) -> None:
    story = begun(desktop.office, Beginning(recipient=PRESIDENT, case=KHARKOVA))
    assert story.letter.recipients
    assert story.letter.case.title
    assert (story.origins.recipients, story.origins.case) == ((PRESIDENT,), KHARKOVA)


def test_nobody_is_no_recipient(desktop: Desktop) -> None:
    assert begun(desktop.office, Beginning(recipient=Addressee())).letter.recipients == ()


def test_a_case_that_is_gone_for_good_is_told(desktop: Desktop) -> None:
    with pytest.raises(RecordNotFound):
        begun(desktop.office, Beginning(case="gone"))
