"""Exact pages: the newest that is wanted, never in the way, and a reason where there can be none."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from zipfile import ZipFile

import pytest

from app.converting.errors import NoOfficeProgram, PagesNotMade
from app.drafting.engine.errors import AlreadyExists
from app.services.exact_pages import ExactPages, blank_document
from tests.fake_pages import PATIENCE, FakeMaker


@dataclass
class Answers:
    """Hears what comes of wishes, in the order of coming."""

    heard: SimpleQueue[bytes | Exception] = field(default_factory=SimpleQueue)

    def want(self, pages: ExactPages, document: bytes) -> None:
        pages.want(lambda: document, self.heard.put, self.heard.put)

    def next(self) -> bytes | Exception:
        return self.heard.get(timeout=PATIENCE)


@pytest.fixture
def maker() -> FakeMaker:
    return FakeMaker()


@pytest.fixture
def answers() -> Answers:
    return Answers()


def test_pages_come_to_whoever_wanted_them(maker: FakeMaker, answers: Answers) -> None:
    pages = ExactPages(maker)
    answers.want(pages, b"letter")
    assert answers.next() == b"%PDF letter"
    pages.close()


def test_of_waiting_wishes_only_the_newest_is_made(maker: FakeMaker, answers: Answers) -> None:
    pages = ExactPages(maker)
    maker.gate.clear()
    answers.want(pages, b"1")
    assert maker.begun.get(timeout=PATIENCE) == b"1"
    for document in (b"2", b"3", b"4"):
        answers.want(pages, document)
    maker.gate.set()
    assert [answers.next(), answers.next()] == [b"%PDF 1", b"%PDF 4"]
    assert maker.made == [b"1", b"4"]
    pages.close()


def test_a_difficulty_comes_as_an_answer_and_the_next_wish_is_made(
    maker: FakeMaker, answers: Answers
) -> None:
    pages = ExactPages(maker)
    answers.want(pages, b"bad")
    assert isinstance(answers.next(), PagesNotMade)
    answers.want(pages, b"good")
    assert answers.next() == b"%PDF good"
    pages.close()


def test_a_letter_that_cannot_be_written_comes_as_an_answer_too(maker: FakeMaker, answers: Answers) -> None:
    pages = ExactPages(maker)

    def broken() -> bytes:
        raise ZeroDivisionError

    pages.want(broken, answers.heard.put, answers.heard.put)
    assert isinstance(answers.next(), ZeroDivisionError)
    pages.close()


def test_after_closing_nobody_is_answered(maker: FakeMaker, answers: Answers) -> None:
    pages = ExactPages(maker)
    maker.gate.clear()
    answers.want(pages, b"1")
    maker.begun.get(timeout=PATIENCE)
    answers.want(pages, b"2")
    pages.close()
    answers.want(pages, b"3")
    assert answers.heard.empty()
    assert maker.made == [b"1"]


def test_closing_what_was_never_used_starts_nothing(maker: FakeMaker) -> None:
    ExactPages(maker).close()
    assert maker.begun.empty()


def test_warming_up_converts_the_smallest_document_once(maker: FakeMaker, answers: Answers) -> None:
    pages = ExactPages(maker)
    pages.warm_up()
    assert maker.begun.get(timeout=PATIENCE) == blank_document()
    answers.want(pages, b"letter")
    assert answers.next() == b"%PDF letter"
    pages.warm_up()
    assert maker.made[1:] == [b"letter"]
    pages.close()


def test_warming_up_never_takes_the_place_of_a_wish(maker: FakeMaker, answers: Answers) -> None:
    pages = ExactPages(maker)
    maker.gate.clear()
    answers.want(pages, b"1")
    maker.begun.get(timeout=PATIENCE)
    answers.want(pages, b"2")
    pages.warm_up()
    maker.gate.set()
    assert [answers.next(), answers.next()] == [b"%PDF 1", b"%PDF 2"]
    pages.close()


def test_the_reason_is_a_sentence_where_there_can_be_no_pages(maker: FakeMaker) -> None:
    assert ExactPages(maker).why_not() is None
    maker.missing = True
    assert ExactPages(maker).why_not() == NoOfficeProgram().sentence


def test_a_pdf_is_written_whole_and_overwrites_nothing_unasked(maker: FakeMaker, tmp_path: Path) -> None:
    pages, path = ExactPages(maker), tmp_path / "letter.pdf"
    pages.export(b"letter", path)
    assert path.read_bytes() == b"%PDF letter"
    with pytest.raises(AlreadyExists):
        pages.export(b"other", path)
    pages.export(b"other", path, overwrite=True)
    assert path.read_bytes() == b"%PDF other"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pdf_that_cannot_be_made_leaves_no_file(maker: FakeMaker, tmp_path: Path) -> None:
    with pytest.raises(PagesNotMade):
        ExactPages(maker).export(b"bad", tmp_path / "letter.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_blank_document_is_a_word_document() -> None:
    with ZipFile(BytesIO(blank_document())) as package:
        assert "word/document.xml" in package.namelist()
