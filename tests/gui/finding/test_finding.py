"""What is found: letters, drafts, directories, commands, in groups with the best first."""

from __future__ import annotations

import pytest

from app.domain.case_files import CaseFile, CaseTexts
from app.domain.citations import TreatyArticle
from app.domain.legal_references import LegalReference
from app.domain.searching import EntryFilter
from app.flow.standing import Step
from app.gui.desktop import Desktop
from app.gui.finding.lines import Group, Line, Question
from app.gui.finding.presenter import Finding
from app.gui.going import Way
from app.gui.guide.beginning import Beginning
from app.gui.letters.lines import Doing, LineKey, LineKind
from app.gui.records.opening import New
from app.gui.theme import ThemeChoice
from app.services.numbers import Word
from tests.gui.fakes import FakeAsking, FakeOutside
from tests.gui.finding.watched import TODAY, Watched


def titles(groups: tuple[Group, ...]) -> dict[str, list[str]]:
    """Return the titles under each heading."""
    return {group.heading: [line.title.text for line in group.lines] for group in groups}


def the_line(groups: tuple[Group, ...], title: str) -> Line:
    """Return the line with a title."""
    return next(line for group in groups for line in group.lines if title in line.title.text)


def test_a_typed_number_comes_before_everything(finding: Finding, ways: list[Way]) -> None:
    groups = finding.groups("147")
    assert groups[0].heading == "Letters"
    line = groups[0].lines[0]
    assert line.title.text.startswith("147/01-3")
    line.act()
    assert ways == [Way("letters", LineKey(LineKind.ENTRY, 1))]


def test_a_word_of_a_letter_is_shown_where_it_stands(finding: Finding) -> None:
    line = the_line(finding.groups("ungrounded"), "147/01-3")
    assert [line.note.text[begin:end] for begin, end in line.note.marks] == ["ungrounded"]


def test_a_person_is_found_by_a_name_in_another_script(finding: Finding, ways: list[Way]) -> None:
    line = the_line(finding.groups("Назарбаев"), "Nursultan Nazarbayev")
    assert "Назарбаев" in line.note.text
    line.act()
    assert ways == [Way("recipients", "sample-person-nazarbayev")]


def test_a_group_with_a_name_that_begins_so_comes_first(finding: Finding) -> None:
    headings = [group.heading for group in finding.groups("nursultan")]
    assert headings[0] == "Recipients"
    assert "Letters" in headings


def test_ctrl_enter_begins_a_letter_to_the_recipient(finding: Finding, ways: list[Way]) -> None:
    second = the_line(finding.groups("nursultan"), "Nursultan").second
    assert second
    assert second.words == "New letter to this recipient"
    second.act()
    begun = ways[0].subject
    assert ways[0].room == "guide"
    assert isinstance(begun, Beginning)
    assert begun.recipient
    assert begun.recipient.person == "sample-person-nazarbayev"


def test_ctrl_enter_begins_a_letter_about_the_case(finding: Finding, ways: list[Way]) -> None:
    groups = finding.groups("kharkova")
    line = next(line for group in groups if group.heading == "Cases" for line in group.lines)
    line.act()
    assert line.second
    line.second.act()
    assert ways == [
        Way("cases", "sample-case-kharkova"),
        Way("guide", Beginning(case="sample-case-kharkova")),
    ]


def test_ctrl_enter_begins_a_new_letter_from_a_registered_one(
    finding: Finding, ways: list[Way], desktop: Desktop
) -> None:
    before = {one.key for one in desktop.office.drafts.list()}
    second = the_line(finding.groups("147"), "147/01-3").second
    assert second
    second.act()
    (new,) = {one.key for one in desktop.office.drafts.list()} - before
    assert ways == [Way("guide", new)]


def test_a_draft_is_gone_on_with(finding: Finding, ways: list[Way], desktop: Desktop) -> None:
    groups = finding.groups("closure")
    assert groups[0].heading == "Drafts"
    groups[0].lines[0].act()
    assert ways == [Way("guide", desktop.office.drafts.list()[0].key)]


def test_a_legal_reference_is_found(finding: Finding, ways: list[Way], desktop: Desktop) -> None:
    citation = TreatyArticle(
        kind="treaty", treaty="International Covenant on Civil and Political Rights", articles=("22",)
    )
    saved = desktop.office.legal_references.save(LegalReference(citation=citation))
    line = next(iter(finding.groups("covenant")[0].lines))
    line.act()
    assert ways == [Way("law", saved.key)]
    assert line.second is None


def test_a_reserved_number_is_found(finding: Finding, ways: list[Way], desktop: Desktop) -> None:
    series = desktop.office.register.series()[0].key
    act = desktop.office.numbers.reserve(series, Word(person="Anna", note="Follow-up"))
    line = the_line(finding.groups("follow-up"), act.number)
    line.act()
    assert ways == [Way("letters", LineKey(LineKind.RESERVED, act.sequence))]


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("new letter", Way("guide")),
        ("new rec", Way("recipients", New())),
        ("new case", Way("cases", New())),
        ("new legal", Way("law", New())),
        ("settings numb", Way("settings", "numbers")),
        ("overdue", Way("letters", EntryFilter(overdue=TODAY))),
        ("reserve", Way("letters", Doing(Step.RESERVE))),
        ("settings appea", Way("settings", "appearance")),
        ("deleted", Way("bin")),
        ("manual", Way("help")),
    ],
)
def test_a_command_is_found_by_its_words_or_others(
    finding: Finding, ways: list[Way], typed: str, way: Way
) -> None:
    commands = next(group for group in finding.groups(typed) if group.heading == "Commands")
    commands.lines[0].act()
    assert ways == [way]


def test_a_theme_is_put_in_force_and_kept(finding: Finding, desktop: Desktop) -> None:
    the_line(finding.groups("dark"), "Dark theme").act()
    assert desktop.theme.is_dark
    assert desktop.preferences.theme is ThemeChoice.DARK


def test_the_register_is_verified_in_sight(finding: Finding, asking: FakeAsking, watched: Watched) -> None:
    the_line(finding.groups("verify"), "Verify").act()
    assert watched.said == [("The register is being checked", True)]
    heading, words = asking.said[0]
    assert heading == "The register is sound"
    assert words.startswith("1 registered letter, unchanged")


def test_a_backup_is_made_and_can_be_shown(
    finding: Finding, asking: FakeAsking, outside: FakeOutside, desktop: Desktop
) -> None:
    the_line(finding.groups("backup"), "Make a backup").act()
    (made,) = desktop.bench.backups.all()
    (notice,) = asking.notices
    assert made.file.name in notice.text
    assert notice.act
    notice.act()
    assert outside.shown == [made.file]


def test_what_can_be_made_void_answers_the_question(
    finding: Finding, ways: list[Way], desktop: Desktop
) -> None:
    assert the_line(finding.groups("void"), "Make a number void").asks is Question.VOID
    (group,) = finding.groups("147", Question.VOID)
    assert group.heading == "Numbers that can be made void"
    group.lines[0].act()
    assert ways == [Way("letters", Doing(Step.VOID, LineKey(LineKind.ENTRY, 1)))]
    desktop.office.numbers.void("147/01-3", Word(person="Anna", note="Never signed"))
    assert finding.groups("147", Question.VOID) == ()


def test_at_rest_the_newest_is_shown(finding: Finding) -> None:
    shown = titles(finding.groups(" "))
    assert list(shown) == ["Go on writing", "Newest letters", "Used last", "Commands"]
    assert shown["Commands"][0] == "New letter"
    assert "Nursultan Nazarbayev" in shown["Used last"]


def test_nothing_leads_to_a_room_that_is_not_there(desktop: Desktop, watched: Watched) -> None:
    finding = Finding(desktop, ("settings",), watched, TODAY)
    assert set(titles(finding.groups(""))) == {"Go on writing", "Commands"}
    assert finding.groups("nursultan") == ()


def test_before_the_workspace_is_open_there_are_ways_only(closed_desktop: Desktop, watched: Watched) -> None:
    shown = titles(Finding(closed_desktop, ("letters", "guide", "help"), watched, TODAY).groups(""))
    assert set(shown) == {"Commands"}
    assert "New letter" not in shown["Commands"]
    assert "Letters" in shown["Commands"]


def test_what_nobody_knows_gives_nothing(finding: Finding) -> None:
    assert finding.groups("zzxqy") == ()


def test_a_case_is_found_by_its_title_in_any_language(finding: Finding, desktop: Desktop) -> None:
    texts = (CaseTexts(language="en", title="Port strike"), CaseTexts(language="ka", title="საქმე"))
    key = desktop.office.case_files.save(CaseFile(texts=texts)).key
    line = the_line(finding.groups("საქმე"), "Port strike")
    assert line.name == f"record {key}"
    assert line.note.text == "საქმე"
