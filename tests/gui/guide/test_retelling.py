"""A letter in another language: what came from the directories is said again, what was written stays."""

from __future__ import annotations

from dataclasses import replace

from app.domain.case_files import CaseFact, CaseFile, CaseTexts, FactTexts
from app.domain.directory import Forms, Origins, Person
from app.domain.letters import LetterType
from app.domain.senders import SenderProfile, SenderTexts, SignatoryRecord, SignatoryTexts
from app.gui.desktop import Desktop
from app.gui.guide.beginning import Beginning, begun
from app.gui.guide.case_choices import CaseChoices
from app.gui.guide.kind_choices import KindChoices
from app.gui.guide.presenter import GuidePresenter
from app.gui.guide.recipients_choices import RecipientsChoices
from app.gui.guide.retelling import Retelling


def in_two(english: str, russian: str) -> tuple[Forms, ...]:
    """Make the forms of a name in two languages."""
    return (Forms(language="en", name=english), Forms(language="ru", name=russian))


def told_facts() -> tuple[CaseFact, ...]:
    """Make a fact in two languages and one in English only."""
    both = (FactTexts(language="en", text="closed"), FactTexts(language="ru", text="закрыт"))
    return (
        CaseFact(key="f1", date="2017", texts=both, source="a witness"),
        CaseFact(key="f2", date="2018", texts=(FactTexts(language="en", text="sued"),)),
    )


def a_known_letter(desktop: Desktop) -> GuidePresenter:
    """Make a letter whose sender, signatory, recipient, State and case come from the directories."""
    office = desktop.office
    signs = (SignatoryTexts(language="en", name="Anna"), SignatoryTexts(language="ru", name="Анна"))
    signatory = office.senders.save(SignatoryRecord(texts=signs)).key
    english = SenderTexts(language="en", organisation="Council")
    names = (english, SenderTexts(language="ru", organisation="Совет"))
    office.senders.save(SenderProfile(texts=names, signatories=(signatory,), languages=("en",)))
    guide = GuidePresenter(office, desktop.texts, begun(office, Beginning()))
    person = office.address_book.save(Person(state="KAZ", forms=in_two("President", "Президент"))).key
    RecipientsChoices(guide).pick(person)
    titles = (CaseTexts(language="en", title="Closure"), CaseTexts(language="ru", title="Закрытие"))
    CaseChoices(guide).choose(office.case_files.save(CaseFile(texts=titles, facts=told_facts())).key)
    return guide


def test_everything_that_was_chosen_is_said_in_the_other_language(desktop: Desktop) -> None:
    guide = a_known_letter(desktop)
    KindChoices(guide).choose_language("ru")
    letter = guide.letter
    assert letter.sender.organisation == "Совет"
    assert [one.name for one in letter.people] == ["Анна"]
    assert letter.recipients[0].name == "Президент"
    assert letter.state.name == "Казахстан"
    assert letter.case.title == "Закрытие"


def test_a_fact_without_a_text_in_the_other_language_is_left_out_and_that_is_said(desktop: Desktop) -> None:
    guide = a_known_letter(desktop)
    said = KindChoices(guide).choose_language("ru")
    assert [fact.text for fact in guide.letter.case.facts] == ["закрыт"]
    assert said == "A fact has no text in Russian and was left out."


def test_one_undo_brings_the_former_language_back_whole(desktop: Desktop) -> None:
    guide = a_known_letter(desktop)
    before = guide.letter
    KindChoices(guide).choose_language("ru")
    guide.undo()
    assert guide.letter == before


def test_a_record_that_is_gone_leaves_the_letter_as_it_was(desktop: Desktop) -> None:
    guide = a_known_letter(desktop)
    gone = Origins(sender="gone", case="gone", recipients=guide.origins.recipients)
    retelling = Retelling(desktop.office, gone, guide.today())
    now = replace(guide.letter, language="ru")
    told = retelling.told(guide.letter, now)
    assert (told.sender, told.case) == (now.sender, now.case)
    assert told.recipients[0].name == "Президент"


def test_a_letter_of_the_un_addresses_more_formally(desktop: Desktop) -> None:
    guide = a_known_letter(desktop)
    KindChoices(guide).choose_kind(LetterType.UN_ALLEGATION)
    assert guide.letter.type is LetterType.UN_ALLEGATION
    assert guide.letter.recipients[0].name == "President"
