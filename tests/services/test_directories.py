"""Directories: what is saved can be taken back, found, used in letters, and comes back from the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.addressing import Standing
from app.domain.case_files import HappeningKind, Reply
from app.domain.directory import Addressee, DeliveryRoute, Gender, Origins, Person, Tenure
from app.domain.drafts import DraftInBin
from app.domain.forms_of_address import Style
from app.domain.number_wish import NumberWish
from app.domain.pictures import NotAPicture, letterhead_picture
from app.domain.records import (
    RecordInUse,
    RecordKind,
    RecordNotFound,
    StoredFileNotFound,
    UnreadableRecord,
)
from app.domain.states import StateForms, StateNames
from app.services.bin import BinnedKind
from app.services.issuing import Registration
from app.services.record_bodies import title_of
from tests.builders import PROTEST_DAY, a_letter
from tests.directory_builders import (
    a_case_file,
    a_person,
    a_profile,
    a_signatory_record,
    an_institution,
    an_office,
    some_forms,
)
from tests.pictures import a_png
from tests.services.conftest import AnOffice

DAY = date(2017, 8, 16)


@pytest.fixture
def filled(office: AnOffice) -> AnOffice:
    """An office that knows a minister, her ministry, a case and a sender."""
    for entry in (an_institution(), an_office(), a_person()):
        office.address_book.save(entry)
    office.case_files.save(a_case_file())
    for one in (a_signatory_record(), a_profile()):
        office.senders.save(one)
    return office


def found(office: AnOffice, text: str, *kinds: RecordKind) -> list[str]:
    return [one.key for one in (office.finder.find(text, kinds) if kinds else office.finder.find(text))]


def test_what_is_new_gets_a_key_and_is_given_back_as_it_was_saved(office: AnOffice) -> None:
    person = a_person(key="", contact=replace(an_institution().contact, route=DeliveryRoute.FAX))
    key = office.address_book.save(person).key
    assert office.address_book.person(key) == replace(person, key=key)
    assert office.address_book.people() == (replace(person, key=key),)


def test_every_kind_of_value_survives_its_record(filled: AnOffice) -> None:
    assert filled.address_book.institution("ministry") == an_institution()
    assert filled.address_book.office("minister") == an_office()
    assert filled.case_files.case("bakers") == a_case_file()
    assert filled.senders.profile("federation") == a_profile()
    assert filled.senders.signatory("ana") == a_signatory_record()
    assert filled.address_book.institutions() == (an_institution(),)
    assert filled.address_book.offices() == (an_office(),)
    assert filled.case_files.cases() == (a_case_file(),)
    assert filled.senders.signatories() == (a_signatory_record(),)


def test_a_change_is_taken_back_and_made_again(filled: AnOffice) -> None:
    book = filled.address_book
    change = book.save(a_person(gender=Gender.MALE))
    undone = book.undo(change)
    assert book.person("nino").gender is Gender.FEMALE
    book.undo(undone)
    assert book.person("nino").gender is Gender.MALE


def test_taking_back_what_was_new_puts_it_into_the_bin_and_again_brings_it_back(office: AnOffice) -> None:
    change = office.address_book.save(a_person())
    undone = office.address_book.undo(change)
    assert (found(office, "nino"), [one.key for one in office.bin.listed()]) == ([], ["nino"])
    office.address_book.undo(undone)
    assert (found(office, "nino"), office.bin.listed()) == (["nino"], ())


def test_a_deletion_is_taken_back(filled: AnOffice) -> None:
    change = filled.address_book.delete("nino")
    assert found(filled, "nino") == []
    filled.address_book.undo(change)
    assert found(filled, "nino") == ["nino"]
    assert filled.address_book.holders("minister") == (a_person(),)


def test_what_is_not_there_or_of_another_kind_is_named(filled: AnOffice) -> None:
    for wrong in ("nobody", "minister"):
        with pytest.raises(RecordNotFound):
            filled.address_book.person(wrong)
    with pytest.raises(RecordNotFound):
        filled.address_book.delete("nobody")
    with pytest.raises(RecordNotFound):
        filled.address_book.save(a_person(key="minister"))


def test_a_record_that_chancery_never_wrote_is_named(filled: AnOffice) -> None:
    records = filled.storage.shelf.records
    records["nino"] = replace(records["nino"], body='{"gender":"?"}')
    with pytest.raises(UnreadableRecord, match="Nino Abashidze"):
        filled.address_book.person("nino")


def test_everything_is_found_by_names_aliases_and_references(filled: AnOffice) -> None:
    assert found(filled, "abashidze") == ["nino"]
    assert found(filled, "სამინისტ") == ["ministry"]
    assert found(filled, "гелашв", RecordKind.CASE) == ["bakers"]
    assert found(filled, "boulangers", RecordKind.CASE) == ["bakers"]
    assert found(filled, "union of bakers", *RecordKind) == ["bakers"]
    assert found(filled, "ფედერ", RecordKind.SENDER, RecordKind.SIGNATORY) == ["federation"]


def test_where_nothing_is_typed_those_used_last_are_suggested(filled: AnOffice) -> None:
    assert found(filled, "") == []
    filled.address_book.mark_used(Addressee(person="nino", office="minister"))
    filled.clock.advance(timedelta(hours=1))
    filled.drafts.keep(a_letter(), Origins(recipients=(Addressee(institution="ministry"),), case="bakers"))
    filled.case_files.mark_used("bakers")
    assert found(filled, "  ") == ["ministry", "minister", "nino"]
    assert found(filled, "", RecordKind.CASE) == ["bakers"]
    filled.address_book.save(an_institution(notes="edited"))
    assert found(filled, "")[0] == "ministry"


def test_a_list_shows_all_names_by_title(filled: AnOffice) -> None:
    assert [one.title for one in filled.finder.all()] == [
        "Nino Abashidze", "Minister of Labour of Georgia", "Ministry of Labour",
    ]  # fmt: skip
    named = filled.finder.get("nino")
    assert named
    assert (named.state, named.sample) == ("GEO", False)


def test_who_is_found_is_completed_for_the_day(filled: AnOffice) -> None:
    book = filled.address_book
    in_office = Addressee(person="nino", office="minister")
    assert book.addressee("nino", DAY) == book.addressee("minister", DAY) == in_office
    assert book.addressee("nino", date(2015, 1, 1)) == Addressee(person="nino")
    assert book.addressee("minister", date(2015, 1, 1)) == Addressee(office="minister")
    assert book.addressee("ministry", DAY) == Addressee(institution="ministry")
    book.save(a_person(key="second"))
    assert book.addressee("minister", DAY) == Addressee(office="minister")


def test_the_holders_of_an_office_are_told_newest_first(filled: AnOffice) -> None:
    earlier = a_person(Tenure(office="minister", since="2010", until="2015"), key="earlier")
    filled.address_book.save(earlier)
    assert filled.address_book.holders("minister") == (a_person(), earlier)
    assert filled.address_book.holders("minister", date(2012, 1, 1)) == (earlier,)
    assert filled.address_book.offices_of("ministry") == (an_office(),)


def test_a_letter_gets_its_recipient_with_the_forms_that_are_shipped(filled: AnOffice) -> None:
    chosen = Addressee(person="nino", office="minister")
    plain = filled.address_book.recipient_for_a_letter(chosen, "en", DAY)
    assert plain.recipient.salutation == "Dear Madam Minister"
    assert plain.recipient.address == ("2 Tsereteli st.", "Tbilisi")
    assert (plain.state.name, plain.route) == ("Georgia", DeliveryRoute.EMAIL)
    formal = filled.address_book.recipient_for_a_letter(chosen, "en", DAY, Style.VERY_FORMAL)
    assert formal.form("salutation").standing is Standing.PROPOSED


def test_a_form_is_confirmed_once_and_can_be_taken_back(filled: AnOffice) -> None:
    chosen = Addressee(person="nino", office="minister")
    change = filled.address_book.confirm(chosen, "en", DAY, "salutation", "Dear Nino")
    told = filled.address_book.recipient_for_a_letter(chosen, "en", DAY)
    assert told.form("salutation").standing is Standing.CONFIRMED
    assert told.recipient.salutation == "Dear Nino"
    filled.address_book.undo(change)
    again = filled.address_book.recipient_for_a_letter(chosen, "en", DAY)
    assert again.form("salutation").standing is Standing.PROPOSED


def test_a_state_is_named_as_it_is_shipped_until_somebody_edits_it(office: AnOffice) -> None:
    book = office.address_book
    assert book.state_for_a_letter("KAZ", "ru").name == "Казахстан"
    assert (book.state_for_a_letter("", "ru").name, book.state_for_a_letter("XXX", "ru").code) == ("", "XXX")
    edited = StateNames(key="KAZ", forms=(StateForms(language="ru", name="РК"),))
    change = book.save(edited)
    assert book.state_for_a_letter("KAZ", "ru").name == "РК"
    assert edited in book.states()
    assert len(book.states()) == 249
    book.undo(change)
    assert book.state_for_a_letter("KAZ", "ru").name == "Казахстан"


def test_a_case_gives_a_letter_what_may_be_told(filled: AnOffice) -> None:
    told = filled.case_files.case_for_letter("bakers", "en", ["f2"])
    assert [fact.text for fact in told.case.facts] == ["the court closed the union."]
    change = filled.case_files.delete("bakers")
    filled.case_files.undo(change)
    assert filled.case_files.cases() == (a_case_file(),)


def test_the_timeline_holds_letters_drafts_replies_and_facts(filled: AnOffice) -> None:
    filled.case_files.save(a_case_file(replies=(Reply(date="2017-09", sender="the ministry"),)))
    origins = Origins(case="bakers")
    registered = filled.drafts.keep(a_letter(), origins)
    filled.issuing.register_draft(registered, Registration(on=PROTEST_DAY))
    draft = filled.drafts.keep(a_letter(title="Second"), origins)
    binned = filled.drafts.keep(a_letter(title="Third"), origins)
    filled.drafts.bin(binned)
    filled.drafts.keep(a_letter(title="Of another case"))
    lines = filled.case_files.timeline("bakers")
    assert [(line.kind, line.day) for line in lines] == [
        (HappeningKind.FACT, "2016-12"),
        (HappeningKind.FACT, "2017-01-04"),
        (HappeningKind.LETTER, "2017-08-16"),
        (HappeningKind.DRAFT, "2017-08-16"),
        (HappeningKind.REPLY, "2017-09"),
        (HappeningKind.FACT, ""),
    ]
    assert (lines[2].number, lines[2].sequence, lines[2].draft) == ("147/01-3", 1, registered)
    assert (lines[3].title, lines[3].draft) == ("Second", draft)


def test_a_draft_remembers_what_it_was_made_from(filled: AnOffice) -> None:
    origins = Origins(case="bakers", facts=("f1",), recipients=(Addressee(person="nino"),))
    key = filled.drafts.keep(a_letter(), origins)
    filled.drafts.replace(key, a_letter(title="Changed"))
    assert filled.drafts.origins(key) == origins
    assert filled.drafts.origins(filled.drafts.anew(key)) == origins
    numbered = replace(origins, number=NumberWish(reserved="147/01-3", year=2017, file="9"), corrects=4)
    filled.drafts.save(key, a_letter(), numbered)
    assert filled.drafts.origins(key) == numbered
    assert filled.drafts.origins(filled.drafts.anew(key)) == origins
    filled.drafts.save(key, a_letter(), Origins())
    assert filled.drafts.origins(key) == Origins()
    assert '"nino"' not in filled.storage.shelf.drafts[key].letter


def test_files_are_kept_with_a_case_and_prove_themselves(filled: AnOffice) -> None:
    file = filled.case_files.attach("bakers", "judgment.pdf", b"%PDF")
    assert (filled.case_files.files("bakers"), file.size) == ([file], 4)
    assert filled.case_files.content(file.key) == b"%PDF"
    filled.storage.shelf.contents[file.key] = b"altered"
    with pytest.raises(StoredFileNotFound, match=r"judgment\.pdf"):
        filled.case_files.content(file.key)
    for wrong in (filled.case_files.content, filled.case_files.remove_file):
        with pytest.raises(StoredFileNotFound):
            wrong("nothing")
    with pytest.raises(RecordNotFound):
        filled.case_files.attach("nobody", "x", b"")


def test_a_sender_has_signatories_and_a_picture(filled: AnOffice) -> None:
    senders = filled.senders
    assert senders.picture("federation") is None
    senders.set_picture("federation", "logo.png", a_png())
    assert senders.picture("federation") == a_png()
    frozen = senders.sender_for_letter("federation", "ka")
    assert frozen.picture == letterhead_picture(a_png())
    senders.set_picture("federation", "other.png", a_png(9, 9))
    assert frozen.picture.content == a_png()
    with pytest.raises(NotAPicture, match="no whole PNG or JPEG"):
        senders.set_picture("federation", "logo.png", a_png()[:-5])
    assert senders.picture("federation") == a_png(9, 9)
    assert senders.sender_for_letter("federation", "ka").organisation == "მცხობელთა ფედერაცია"
    (group,) = senders.signatories_for_letter("federation", "en")
    assert [person.name for person in group.people] == ["Ana Gelashvili"]
    assert senders.signatories_for_letter("federation", "en", []) == ()
    change = senders.delete("ana")
    assert senders.signatories_for_letter("federation", "en") == ()
    senders.undo(change)


def test_the_preferred_sender_comes_first(office: AnOffice) -> None:
    assert office.senders.preferred() is None
    office.senders.save(a_profile(key="a"))
    office.senders.save(a_profile(key="b", preferred=True))
    assert [one.key for one in office.senders.profiles()] == ["b", "a"]
    assert office.senders.preferred() == a_profile(key="b", preferred=True)


def a_full_bin(office: AnOffice) -> dict[BinnedKind, str]:
    """Put a draft, a file and a person into the bin, one after the other."""
    draft, file = office.drafts.keep(a_letter(title="A draft")), office.case_files.attach("bakers", "x", b"x")
    office.drafts.bin(draft)
    office.clock.advance(timedelta(seconds=1))
    office.case_files.remove_file(file.key)
    office.clock.advance(timedelta(seconds=1))
    office.address_book.delete("nino")
    return {one.kind: one.key for one in office.bin.listed()}


def test_the_bin_lists_what_was_deleted_last_first(filled: AnOffice) -> None:
    assert list(a_full_bin(filled)) == [BinnedKind.PERSON, BinnedKind.FILE, BinnedKind.DRAFT]
    assert filled.bin.listed()[0].title == "Nino Abashidze"


def test_everything_comes_back_from_the_bin(filled: AnOffice) -> None:
    keys = a_full_bin(filled)
    for one in filled.bin.listed():
        filled.bin.restore(one)
    assert filled.bin.listed() == ()
    assert found(filled, "nino") == ["nino"]
    assert [file.key for file in filled.case_files.files("bakers")] == [keys[BinnedKind.FILE]]
    filled.drafts.replace(int(keys[BinnedKind.DRAFT]), a_letter())


def test_an_emptied_bin_is_empty_for_good(filled: AnOffice) -> None:
    keys = a_full_bin(filled)
    with pytest.raises(DraftInBin):
        filled.drafts.replace(int(keys[BinnedKind.DRAFT]), a_letter())
    assert (filled.bin.empty(), filled.bin.listed()) == ((), ())
    with pytest.raises(RecordNotFound):
        filled.address_book.person("nino")
    with pytest.raises(StoredFileNotFound):
        filled.case_files.content(keys[BinnedKind.FILE])


def test_one_thing_is_deleted_for_good_and_the_rest_stays(filled: AnOffice) -> None:
    a_full_bin(filled)
    filled.bin.erase(filled.bin.listed()[0])
    assert [one.kind for one in filled.bin.listed()] == [BinnedKind.FILE, BinnedKind.DRAFT]
    assert found(filled, "nino") == []


def test_names_forget_what_is_deleted_for_good_and_learn_what_comes_after(filled: AnOffice) -> None:
    filled.address_book.save(a_person(key="last"))
    assert found(filled, "nino") == ["last", "nino"]
    filled.address_book.delete("last")
    filled.bin.empty()
    filled.address_book.save(a_person(key="next"))
    assert found(filled, "nino") == ["next", "nino"]


def test_what_others_refer_to_stays_in_the_bin(filled: AnOffice) -> None:
    filled.address_book.delete("minister")
    (one,) = filled.bin.listed()
    with pytest.raises(RecordInUse, match="Nino Abashidze"):
        filled.bin.erase(one)
    assert filled.bin.empty() == (one,)
    filled.address_book.delete("nino")
    filled.bin.empty()
    assert filled.bin.listed() == ()


def test_the_sample_goes_and_what_somebody_made_stays(filled: AnOffice) -> None:
    filled.exchange.take_in([an_institution(key="of the sample"), a_person(key="edited")], sample=True)
    filled.exchange.take_in([an_institution(key="needed")], sample=True)
    filled.address_book.save(an_office(key="own", institution="needed"))
    filled.address_book.save(a_person(key="edited"))
    assert [one.key for one in filled.finder.all() if one.sample] == ["needed", "of the sample"]
    assert filled.records.remove_samples() == 1
    assert {one.key for one in filled.finder.all()} == {
        "nino", "edited", "minister", "own", "ministry", "needed",
    }  # fmt: skip


def test_a_title_is_never_empty() -> None:
    assert title_of(a_case_file(texts=a_case_file().texts[:1])) == "Closure of the bakers’ union"
    assert title_of(a_case_file(texts=(), aliases=("an alias",))) == "an alias"
    assert title_of(Person(key="k")) == "k"
    named = (replace(a_case_file().texts[0], title=""),)
    assert title_of(a_case_file(texts=named)) == "Union of Bakers"
    collective = replace(a_signatory_record().texts[0], name="", organisation="GTUC")
    assert title_of(a_signatory_record(texts=(collective,))) == "GTUC"
    assert title_of(a_person(forms=(some_forms("ka", name="ნინო"),))) == "ნინო"
