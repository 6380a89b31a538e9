"""The same with LibreOffice itself, where it is installed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

import psutil
import pytest

from app.converting.converter import Converter, converter_of_this_computer
from app.converting.errors import PagesNotMade
from app.services.exact_pages import blank_document
from tests.architecture.reading import ROOT
from tests.converting.test_converter import until
from tests.drafting.making import example, made
from tests.drafting.office import need_the_office

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are looked at as Unix has them"),
]


@pytest.fixture(scope="module")
def letter() -> bytes:
    return made(example("protest"))


@pytest.fixture
def converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Converter]:
    need_the_office()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    converter = converter_of_this_computer()
    yield converter
    converter.close()


def offices(root: Path) -> list[psutil.Process]:
    """Find LibreOffice's own processes, the warm one first."""
    named = (each for each in psutil.process_iter(["name", "cmdline", "create_time"]))
    ours = [each for each in named if str(root) in " ".join(each.info["cmdline"] or [])]
    return [each for each in ours if each.info["name"] == "soffice.bin"]


def test_a_letter_becomes_pages_and_the_next_one_without_a_start(
    converter: Converter, letter: bytes, tmp_path: Path
) -> None:
    assert converter.pdf_of(letter).startswith(b"%PDF-")
    (first,) = offices(tmp_path)
    assert converter.pdf_of(letter).startswith(b"%PDF-")
    assert offices(tmp_path) == [first]


def test_rubbish_is_refused_and_the_next_letter_made(converter: Converter, letter: bytes) -> None:
    with pytest.raises(PagesNotMade):
        converter.pdf_of(b"rubbish" * 1000)
    assert converter.pdf_of(letter).startswith(b"%PDF-")


def test_the_smallest_document_warms_it_up(converter: Converter) -> None:
    assert converter.pdf_of(blank_document()).startswith(b"%PDF-")


def test_killed_between_two_letters_it_is_replaced(
    converter: Converter, letter: bytes, tmp_path: Path
) -> None:
    converter.pdf_of(letter)
    (office,) = offices(tmp_path)
    office.kill()
    assert converter.pdf_of(letter).startswith(b"%PDF-")
    assert offices(tmp_path) != [office]


def test_killed_in_the_midst_of_letters_every_letter_is_made(
    converter: Converter, letter: bytes, tmp_path: Path
) -> None:
    converter.pdf_of(letter)
    (office,) = offices(tmp_path)
    pages: list[bytes] = []
    thread = Thread(target=lambda: pages.extend(converter.pdf_of(letter) for _ in range(6)))
    thread.start()
    until(lambda: len(pages) >= 1)
    office.kill()
    thread.join(60)
    assert len(pages) == 6


def test_it_listens_on_no_port_and_keeps_nothing_in_the_home(
    converter: Converter, letter: bytes, tmp_path: Path
) -> None:
    converter.pdf_of(letter)
    (office,) = offices(tmp_path)
    assert office.net_connections("inet") == []
    kept = [path for path in Path.home().rglob("*") if path.is_file() and ".cache" not in path.parts]
    assert kept == []


def test_its_settings_are_obeyed_and_the_letter_is_not_remembered(
    converter: Converter, letter: bytes, tmp_path: Path
) -> None:
    converter.pdf_of(letter)
    (profile,) = tmp_path.rglob("registrymodifications.xcu")
    assert ".docx" not in profile.read_text("utf-8")
    assert not [path for path in tmp_path.rglob("*") if path.suffix in {".docx", ".pdf"}]


def test_a_picture_elsewhere_is_not_fetched(converter: Converter) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/who-reads-this.png"
        converter.pdf_of(with_picture_at(address))
        with pytest.raises(TimeoutError):
            server.accept()


def test_closing_leaves_nothing(converter: Converter, letter: bytes, tmp_path: Path) -> None:
    converter.pdf_of(letter)
    pipes = set(Path("/tmp").glob("OSL_PIPE_*"))
    converter.close()
    assert offices(tmp_path) == []
    assert not list(tmp_path.glob("chancery-pages-*"))
    assert len(set(Path("/tmp").glob("OSL_PIPE_*")) & pipes) < len(pipes)


KILLED = """
import os, signal, sys
from app.converting.converter import converter_of_this_computer
from app.services.exact_pages import blank_document
converter_of_this_computer().pdf_of(blank_document())
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_when_chancery_is_killed_libreoffice_goes_too(tmp_path: Path) -> None:
    need_the_office()
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env=environ, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert until(lambda: not offices(tmp_path))
    assert until(lambda: not list(tmp_path.glob("chancery-pages-*")))


PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.'
    'openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships" r:link="rP"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def with_picture_at(address: str) -> bytes:
    """Make a document whose picture lies on a server."""
    content = BytesIO()
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rP" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/'
        f'2006/relationships/image" Target="{address}"/></Relationships>'
    )
    with ZipFile(BytesIO(blank_document())) as blank, ZipFile(content, "w") as package:
        for name in blank.namelist():
            text = blank.read(name).decode().replace("<w:p/>", PICTURE)
            package.writestr(name, text)
        package.writestr("word/_rels/document.xml.rels", relations)
    return content.getvalue()
