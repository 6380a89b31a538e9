"""What others assign is compared with what registered letters name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.letters import Letter, LetterType
from app.domain.references import ExternalReference, ReferenceKind
from app.drafting.library import TemplateLibrary
from app.services.desk import Desk
from app.services.issuing import Issuing
from app.services.letter_files import letter_from_json, letter_to_json, read_letter_file
from app.services.references import References
from app.services.register import Register
from app.services.search import Search
from db import Workspace, open_workspace
from tests.builders import a_case, a_letter, an_allegation
from tests.drafting.making import SHIPPED
from tests.fakes import FixedClock
from tests.services.conftest import OUTGOING, AnOffice


def un(text: str) -> ExternalReference:
    return ExternalReference(text=text, kind=ReferenceKind.UN)


def naming(*texts: str) -> Letter:
    """Give a protest that names UN references."""
    return a_letter(case=a_case(references=tuple(map(un, texts))))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on the disk with one series."""
    with closing(open_workspace(tmp_path / "data")) as workspace:
        Register(workspace.reading, workspace.unit_of_work).add_series(OUTGOING)
        yield workspace


@pytest.fixture(params=["fake", "sqlite"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Issuing, References]:
    """An office that has registered AL GEO 1/2017."""
    if request.param == "fake":
        in_memory = AnOffice(tmp_path)
        issuing, references = in_memory.issuing, References(in_memory.storage.reading)
    else:
        workspace: Workspace = request.getfixturevalue("workspace")
        desk = Desk(TemplateLibrary(SHIPPED, tmp_path))
        issuing = Issuing(workspace.unit_of_work, FixedClock(), desk)
        references = References(workspace.reading)
    issuing.register(an_allegation(reference="AL GEO 1/2017"))
    return issuing, references


def test_another_type_under_a_number_that_a_registered_letter_has_is_told(
    office: tuple[Issuing, References],
) -> None:
    urgent = an_allegation(type=LetterType.UN_URGENT_APPEAL, reference="UA GEO 1/2017")
    (advice,) = office[1].advice(urgent)
    assert advice.place == "reference"
    assert str(advice.sentence).startswith(
        "“UA GEO 1/2017” and “AL GEO 1/2017” have one number and two types"
    )


@pytest.mark.parametrize(
    "reference",
    [
        "AL GEO 1/2017",
        "JAL GEO 1/2017",
        "UA GEO 2/2017",
        "UA GEO 1/2018",
        "UA KAZ 1/2017",
        "UA GEO 11/2017",
        "",
        "1/2017",
    ],
)
def test_what_others_do_not_contradict_is_not_told(
    office: tuple[Issuing, References], reference: str
) -> None:
    assert office[1].advice(an_allegation(reference=reference)) == ()


def test_references_of_the_case_are_compared_both_ways(office: tuple[Issuing, References]) -> None:
    issuing, references = office
    issuing.register(naming("OL KAZ 7/2016"))
    found = references.advice(naming("UA KAZ 7/2016", "UA GEO 1/2017", "UA GEO 3/2017"))
    assert [advice.place for advice in found] == ["case.references.1", "case.references.2"]


def test_a_letter_that_only_mentions_the_number_gives_no_advice(office: tuple[Issuing, References]) -> None:
    issuing, references = office
    issuing.register(a_letter(subject="About UA GEO 5/2017"))
    assert references.advice(an_allegation(reference="AL GEO 5/2017")) == ()


def test_references_are_searched(workspace: Workspace, tmp_path: Path) -> None:
    desk = Desk(TemplateLibrary(SHIPPED, tmp_path))
    case = a_case(references=(ExternalReference(text="Case No. 3283 (Kazakhstan)", kind=ReferenceKind.ILO),))
    entry = Issuing(workspace.unit_of_work, FixedClock(), desk).register(a_letter(case=case))
    search = Search(workspace.reading, workspace.unit_of_work)
    assert [hit.entry.number for hit in search.find("3283 ").hits] == [entry.number]
    assert search.find("3284 ").hits == ()


FILE = """
type = "protest"
language = "en"
[case]
references = [
    { kind = "ilo", text = "Case No. 3283 (Kazakhstan)" },
    { kind = "court", text = "7113-17-00-2/5" },
    { text = "исх. 12" },
]
"""


def test_references_stand_in_the_letter_file_and_in_what_is_kept() -> None:
    letter = read_letter_file(FILE.encode(), name="letter.toml")
    assert letter.case.references == (
        ExternalReference(text="Case No. 3283 (Kazakhstan)", kind=ReferenceKind.ILO),
        ExternalReference(text="7113-17-00-2/5", kind=ReferenceKind.COURT),
        ExternalReference(text="исх. 12"),
    )
    assert letter_from_json(letter_to_json(letter)) == letter
