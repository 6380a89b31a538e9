"""Both model letters are written wholly in the window, by keys alone, from an empty workspace."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.cases import Case, Confidence, Fact
from app.domain.citations import Declaration, IloConventions, Report, Resolution
from app.domain.letters import Letter
from app.gui.desktop import Desktop
from app.gui.main_window import MainWindow
from app.gui.rooms import ROOMS, WELCOME
from app.services.letter_files import read_letter_file
from tests.drafting.reading import DocxRead
from tests.gui.fakes import FakeAsking
from tests.journeys.journey import EXAMPLES, Terminal
from tests.journeys.secretary import Secretary

CTRL = Qt.KeyboardModifier.ControlModifier
EVENT = (
    "the recent erroneous adjudication of the Kazakh court to impose ungrounded penalties on "
    "Larisa Kharkova, former chairman of the “Confederation of Independent Trade Unions”"
)


@pytest.fixture
def secretary(desktop: Desktop, qtbot: QtBot) -> Secretary:
    """Somebody who starts Chancery for the first time."""
    window = MainWindow(desktop, ROOMS)
    qtbot.addWidget(window)
    window.begin()
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    desktop.going.to(WELCOME)
    return Secretary(qtbot, window)


def begin(secretary: Secretary, organisation: str, number: str) -> None:
    """Answer the first questions and begin a letter."""
    secretary.type(organisation)
    secretary.enter()
    secretary.type(number)
    secretary.enter()
    secretary.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def write_the_protest(secretary: Secretary) -> None:
    secretary.write("Short name of the sender", "ITUC")
    secretary.write("Members", "181 million")
    secretary.write("Organisations", "340")
    secretary.write("Countries", "163")
    secretary.next_step()
    address_the_protest(secretary)
    secretary.next_step()
    tell_of_larisa_kharkova(secretary)
    secretary.next_step()
    secretary.next_step()
    secretary.next_step()
    sign_the_protest(secretary)
    secretary.next_step()


def address_the_protest(secretary: Secretary) -> None:
    secretary.type("President of Kazakhstan")
    secretary.enter()
    secretary.type("Nursultan Nazarbayev")
    secretary.choose("Addressed", "As a man")
    secretary.write(
        "Postal address", "Republic of Kazakhstan\nAstana city, Mangilik Yel st. 6\nGovernment House"
    )
    secretary.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def tell_of_larisa_kharkova(secretary: Secretary) -> None:
    secretary.type("Persecution of Larisa Kharkova")
    secretary.enter()
    secretary.write("What happened", EVENT)
    secretary.write("Adjective of the State", "Kazakh")


def sign_the_protest(secretary: Secretary) -> None:
    secretary.type("Irakli Petriashvili")
    secretary.enter()
    secretary.write("Capacities", "President of Pan-European Regional Council\nPresident of GTUC")
    secretary.write(
        "Capacity as it runs in a sentence", "the president of ITUC Pan-European Regional Council"
    )
    secretary.write("What the signatory is a witness as", "a Georgian and representative of the same region")
    secretary.write("Date", "2017-08-16")


def register(secretary: Secretary, asking: FakeAsking, folder: Path) -> None:
    """Take the main way out of the review, and say yes."""
    asking.paths.append(folder)
    secretary.push("Register and export")
    secretary.enter()


def as_printed(document: Path) -> list[tuple[str, str]]:
    """Give every paragraph of a document with its style, the letterhead first."""
    read = DocxRead(document.read_bytes())
    paragraphs = (*read.furniture("header", "first"), *read.paragraphs)
    return [(one.style, one.text) for one in paragraphs]


def from_the_letter_file(terminal: Terminal, name: str) -> Path:
    """Register a letter file in a register of its own that begins at 147, and give the document."""
    terminal("series", "add", "model", "--unit", "01", "--file", "3", "--start", "147")
    terminal("register", str(EXAMPLES / f"{name}.toml"), "--series", "model", "-o", "model.docx")
    return terminal.folder / "model.docx"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal in a folder of its own."""
    (tmp_path / "terminal").mkdir()
    return Terminal(tmp_path / "terminal")


def test_the_protest_letter_is_that_of_the_letter_file(
    secretary: Secretary, asking: FakeAsking, terminal: Terminal, tmp_path: Path
) -> None:
    begin(secretary, "ITUC Pan-European Regional Council", "147/01-3")
    write_the_protest(secretary)
    register(secretary, asking, tmp_path)
    (document,) = tmp_path.glob("*.docx")
    assert as_printed(document) == as_printed(from_the_letter_file(terminal, "protest"))
    assert secretary.steps < 80


def begin_the_allegation(secretary: Secretary) -> None:
    begin(secretary, "Special Procedures of the Human Rights Council", "147/01-3")
    secretary.press(Qt.Key.Key_Right)
    secretary.next_step()
    secretary.type("Permanent Mission of Kazakhstan")
    secretary.enter()
    secretary.press(Qt.Key.Key_Return, CTRL)
    secretary.next_step()


def tell_of_the_confederation(secretary: Secretary, case: Case) -> None:
    secretary.type(case.title)
    secretary.enter()
    secretary.write("What the letter concerns", case.subject)
    secretary.push("Concerns, interim measures, rights")
    secretary.write("Specific concern", case.concern)
    secretary.write("General concern", case.general_concern)
    secretary.write("Interim measures", case.interim_measures)
    for fact in case.facts:
        add_fact(secretary, fact)
    secretary.next_step()


def add_fact(secretary: Secretary, fact: Fact) -> None:
    secretary.push("Add a fact")
    if fact.date:
        secretary.type(str(fact.date))
    if fact.confidence is Confidence.RISK:
        secretary.choose("How sure it is", "Risk")
    secretary.write("What happened", fact.text)
    secretary.press(Qt.Key.Key_Return, CTRL)


def cite_the_law(secretary: Secretary, model: Letter) -> None:
    _, resolution, ilo, declaration, report = model.citations
    assert isinstance(resolution, Resolution)
    assert isinstance(ilo, IloConventions)
    assert isinstance(declaration, Declaration)
    assert isinstance(report, Report)
    for typed in ("iccpr 22", "24/5", "c87 c98", "defenders 1, 2", f"{report.symbol} {report.paragraph}"):
        secretary.type(typed)
        secretary.enter()
    secretary.push("Change “Human Rights Council 24/5”")
    secretary.write("Paragraph", resolution.paragraph)
    secretary.write("Quotation", resolution.quotation)
    secretary.push("Change “ILO Convention 87, 98”")
    secretary.write("Comment", ilo.comment)
    secretary.push("Change “the UN Declaration on Human Rights Defenders, article 1, 2”")
    secretary.push("Add further articles")
    secretary.type("5(a)")
    secretary.press(Qt.Key.Key_Tab)
    secretary.type(declaration.articles[1].says)
    secretary.push("Change “A/HRC/29/25/Add.2, paragraph 34”")
    secretary.write("Lead-in", report.lead_in)


def ask_the_questions(secretary: Secretary, model: Letter) -> None:
    for question in model.questions:
        secretary.push("Add a question")
        secretary.type(question)


def sign_the_allegation(secretary: Secretary, model: Letter) -> None:
    for person in model.signatories[0].people:
        secretary.go_to("Add a signatory")
        secretary.type(person.name)
        secretary.enter()
        secretary.write("Capacities", "\n".join(person.capacities))
    for mandate in model.mandates:
        secretary.push("Add a mandate")
        secretary.type(mandate.title)
        secretary.write("Resolution of a mandate", mandate.resolution)
    secretary.write("Date", str(model.date))
    secretary.write("Reference", model.reference)


def test_the_allegation_letter_is_that_of_the_letter_file(
    secretary: Secretary, asking: FakeAsking, terminal: Terminal, tmp_path: Path
) -> None:
    model = read_letter_file((EXAMPLES / "un-allegation.toml").read_bytes(), name="un-allegation.toml")
    begin_the_allegation(secretary)
    tell_of_the_confederation(secretary, model.case)
    cite_the_law(secretary, model)
    secretary.next_step()
    ask_the_questions(secretary, model)
    secretary.next_step()
    sign_the_allegation(secretary, model)
    secretary.next_step()
    register(secretary, asking, tmp_path)
    (document,) = tmp_path.glob("*.docx")
    printed = as_printed(document)
    assert printed == as_printed(from_the_letter_file(terminal, "un-allegation"))
    assert secretary.steps < 300
