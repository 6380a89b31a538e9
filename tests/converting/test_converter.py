"""Documents become PDF whatever the office program does, and nothing is left behind."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import psutil
import pytest

from app.converting import guard
from app.converting.converter import Converter
from app.converting.errors import (
    NoOfficeProgram,
    NoPrivateFolder,
    OfficeDidNotStart,
    OfficeEnded,
    PagesNotMade,
    PagesTookTooLong,
)
from app.converting.programs import OfficeProgram
from app.converting.warm import Patience
from tests.architecture.reading import ROOT
from tests.converting.fake_office import FakeOffice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake office is a script of Unix")

QUICK = Patience(start=1, document=0.3)


def until(holds: Callable[[], bool], seconds: float = 20) -> bool:
    """Look until something holds that another process brings about."""
    end = monotonic() + seconds
    while not holds() and monotonic() < end:
        sleep(0.005)
    return holds()


def guard_of(root: Path) -> psutil.Process:
    (found,) = (
        each
        for each in psutil.process_iter(["cmdline"])
        if each.info["cmdline"]
        and guard.__file__ in each.info["cmdline"]
        and str(root) in " ".join(each.info["cmdline"])
    )
    return found


def test_a_document_becomes_a_pdf(converter: Converter) -> None:
    assert converter.pdf_of(b"letter") == b"%PDF of letter"


def test_nothing_starts_before_a_document_is_wanted(
    converter: Converter, office: FakeOffice, root: Path
) -> None:
    converter.expect_program()
    assert not converter.is_warm
    assert (office.starts, list(root.iterdir())) == ([], [])


def test_one_start_serves_all_documents(converter: Converter, office: FakeOffice) -> None:
    made = [converter.pdf_of(b"%d" % number) for number in range(5)]
    assert made == [b"%%PDF of %d" % number for number in range(5)]
    assert converter.is_warm
    assert len(office.starts) == 1


def test_no_document_stays_in_the_private_folder(converter: Converter, root: Path) -> None:
    converter.pdf_of(b"letter")
    assert not [path for path in root.rglob("*") if path.suffix in {".docx", ".pdf"}]


def test_nobody_else_may_look_into_the_private_folder(converter: Converter, root: Path) -> None:
    converter.pdf_of(b"letter")
    (folder,) = root.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_document_that_cannot_be_read_is_said_to_be_so(converter: Converter, office: FakeOffice) -> None:
    office.plan("nothing")
    with pytest.raises(PagesNotMade):
        converter.pdf_of(b"rubbish")
    assert converter.pdf_of(b"letter") == b"%PDF of letter"
    assert len(office.starts) == 1


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_made(
    office: FakeOffice, root: Path
) -> None:
    converter = Converter(lambda: office.program, root, Patience(start=20, document=0.5))
    office.plan("hang")
    with pytest.raises(PagesTookTooLong, match="was stopped"):
        converter.pdf_of(b"letter")
    assert list(root.iterdir()) == []
    converter.close()


def test_an_office_that_dies_over_a_document_is_started_again_once(
    converter: Converter, office: FakeOffice
) -> None:
    office.plan("die")
    assert converter.pdf_of(b"letter") == b"%PDF of letter"
    assert len(office.starts) == 2


def test_an_office_that_dies_over_it_twice_is_given_up(converter: Converter, office: FakeOffice) -> None:
    office.plan("die", "die")
    with pytest.raises(OfficeEnded):
        converter.pdf_of(b"letter")
    assert converter.pdf_of(b"letter") == b"%PDF of letter"


def test_an_office_that_was_killed_meanwhile_is_started_again(
    converter: Converter, office: FakeOffice, root: Path
) -> None:
    converter.pdf_of(b"first")
    os.kill(office.starts[0], signal.SIGKILL)
    assert converter.pdf_of(b"second") == b"%PDF of second"
    assert len(office.starts) == 2
    assert len(list(root.iterdir())) == 1


def test_when_the_guard_is_killed_its_office_goes_too(
    converter: Converter, office: FakeOffice, root: Path
) -> None:
    converter.pdf_of(b"first")
    guard_of(root).kill()
    assert converter.pdf_of(b"second") == b"%PDF of second"
    assert until(lambda: not psutil.pid_exists(office.starts[0]))
    assert len(list(root.iterdir())) == 1


@pytest.mark.parametrize("fault", ["refuse", "idle"])
def test_an_office_that_does_not_start_is_named(office: FakeOffice, root: Path, fault: str) -> None:
    office.will(fault)
    converter = Converter(lambda: office.program, root, QUICK)
    with pytest.raises(OfficeDidNotStart, match="soffice"):
        converter.pdf_of(b"letter")
    assert list(root.iterdir()) == []


def test_a_program_that_is_not_there_is_named(root: Path) -> None:
    converter = Converter(lambda: OfficeProgram((str(root / "none"),)), root)
    with pytest.raises(OfficeDidNotStart, match="none"):
        converter.pdf_of(b"letter")


def test_without_an_office_program_nothing_is_made(root: Path) -> None:
    def none() -> OfficeProgram:
        raise NoOfficeProgram

    with pytest.raises(NoOfficeProgram):
        Converter(none, root).pdf_of(b"letter")
    assert list(root.iterdir()) == []


def test_a_place_that_is_gone_is_named(office: FakeOffice, root: Path) -> None:
    with pytest.raises(NoPrivateFolder, match="nowhere"):
        Converter(lambda: office.program, root / "nowhere").pdf_of(b"letter")


def test_closing_ends_everything(converter: Converter, office: FakeOffice, root: Path) -> None:
    converter.pdf_of(b"letter")
    watching = guard_of(root)
    converter.close()
    assert not watching.is_running()
    assert not psutil.pid_exists(office.starts[0])
    assert list(root.iterdir()) == []
    with pytest.raises(OfficeEnded):
        converter.pdf_of(b"late")


def test_closing_does_not_wait_for_a_document(office: FakeOffice, root: Path) -> None:
    converter = Converter(lambda: office.program, root, Patience(start=20, document=300))
    office.plan("hang", "hang")
    ends: list[Exception] = []

    def convert() -> None:
        try:
            converter.pdf_of(b"letter")
        except OfficeEnded as error:
            ends.append(error)

    thread = Thread(target=convert)
    thread.start()
    assert until(lambda: office.is_hanging)
    converter.close()
    thread.join(20)
    assert len(ends) == 1
    assert list(root.iterdir()) == []


def test_two_converters_do_not_meet(office: FakeOffice, root: Path, converter: Converter) -> None:
    other = Converter(lambda: office.program, root)
    assert (converter.pdf_of(b"one"), other.pdf_of(b"two")) == (b"%PDF of one", b"%PDF of two")
    other.close()
    assert converter.pdf_of(b"three") == b"%PDF of three"
    assert len(office.starts) == 2


KILLED = """
import os, pathlib, signal
from app.converting.converter import Converter
from app.converting.programs import OfficeProgram
converter = Converter(lambda: OfficeProgram(({program!r},)), pathlib.Path({root!r}))
converter.pdf_of(b"letter")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_when_chancery_is_killed_office_guard_and_folder_go(office: FakeOffice, root: Path) -> None:
    script = KILLED.format(program=office.program.name, root=str(root))
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert len(office.starts) == 1
    assert until(lambda: not psutil.pid_exists(office.starts[0]))
    assert until(lambda: not list(root.iterdir()))
