"""Lines go to pages as a word processor puts them there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.letters import Letter
from app.domain.pages import (
    Align,
    Cell,
    Picture,
    Piece,
    Row,
    Section,
    SetLetter,
    SetParagraph,
    Setting,
    Sheet,
    Stop,
    Table,
    Typeface,
)
from app.gui.preview.drawing import place_of, text_of
from app.gui.preview.pagination import PaperPage, paginate
from app.gui.preview.typesetting import Typesetter
from tests.builders import a_letter, in_words, signed_by, some_signatories
from tests.drafting.making import example
from tests.gui.preview.letters import look, typed

pytestmark = pytest.mark.usefixtures("qapp")


def pages(letter: Letter) -> list[PaperPage]:
    return paginate(look(letter), Typesetter())


def texts(letter: Letter) -> list[str]:
    return [text_of(page) for page in pages(letter)]


def flowing(page: str) -> str:
    return " ".join(page.split())


def changed(letter: SetLetter, style: str, **changes: object) -> SetLetter:
    """Give a letter whose paragraphs of a style are set otherwise."""

    def parts() -> Iterator[object]:
        for part in letter.sections[0].flow:
            if isinstance(part, SetParagraph) and part.setting.style == style:
                setting: Setting = replace(part.setting, **changes)  # type: ignore[arg-type]
                yield replace(part, setting=setting)
            else:
                yield part

    return replace(letter, sections=(replace(letter.sections[0], flow=tuple(parts())),))  # type: ignore[arg-type]


def test_the_protest_is_one_page_from_letterhead_to_address() -> None:
    (page,) = texts(example("protest"))
    lines = page.splitlines()
    assert lines[0] == "ITUC Pan-European Regional Council"
    assert lines[1] == "№ 147/01-3"
    assert lines[-1] == "Government House"


def test_the_allegation_has_its_annex_on_a_page_of_its_own() -> None:
    first, second, annex = texts(example("un-allegation"))
    assert first.startswith("Special Procedures of the Human Rights Council")
    assert annex.splitlines()[0] == "Annex"
    assert "Special Procedures of the Human Rights Council" not in second.splitlines()


def test_following_pages_are_numbered_and_the_first_is_not() -> None:
    assert [page.splitlines()[-1] for page in texts(example("un-allegation"))][1:] == ["2", "3"]
    assert not texts(example("un-allegation"))[0].splitlines()[-1].isdigit()


@pytest.mark.parametrize("words", range(330, 560, 20))
def test_a_signature_block_never_breaks_wherever_the_page_ends(words: int) -> None:
    letter = a_letter(signatories=signed_by(*some_signatories(4)))
    holding = [page for page in texts(typed(letter, "testimony", "word " * words)) if "Signatory" in page]
    assert len(holding) == 1
    assert "Sincerely," in holding[0]


@pytest.mark.parametrize("words", range(500, 900, 40))
def test_no_line_of_a_paragraph_stands_alone_on_a_page(words: int) -> None:
    found = pages(in_words("word " * words, "word " * 150, "word " * 150))
    assert len(found) > 1
    for page in found[:-1]:
        last = [block for block, _box in page.spots()][-1]
        assert len([block for block, _box in page.spots() if block == last]) >= 2
    for page in found[1:]:
        first = next(block for block, _box in page.spots())
        assert len([block for block, _box in page.spots() if block == first]) >= 2


def test_all_words_stand_on_the_pages_once_and_in_order() -> None:
    letter = example("un-allegation")
    said = flowing(" ".join(texts(typed(letter, "concern", " ".join(str(n) for n in range(10_000, 11_500))))))
    numbers = [word for word in said.split() if word.isdigit() and len(word) == 5]
    assert numbers == [str(n) for n in range(10_000, 11_500)]


def test_nothing_stands_in_the_margins() -> None:
    for page in pages(typed(example("un-allegation"), "concern", "word " * 1500)):
        for _block, box in page.spots():
            assert box.top() >= page.sheet.top
            assert box.bottom() <= page.sheet.height - page.sheet.bottom
            assert box.left() >= page.sheet.left
            assert box.right() <= page.sheet.width - page.sheet.right + 1


def test_a_footnote_stands_at_the_foot_of_the_page_that_calls_it() -> None:
    first, second = texts(in_words("called^[the first note]", "word " * 900, "again^[the second note]"))
    assert first.splitlines()[-1] == "1 the first note"
    assert flowing(second).endswith("2 the second note 2")


def test_text_ends_above_the_footnotes() -> None:
    (page, *_others) = pages(in_words("called^[the note]", "word " * 900))
    lowest = max(box.bottom() for _block, box in page.spots())
    noted = min(y for _x, y, band in page.furniture if y > page.sheet.height // 2)
    assert lowest <= noted


def test_a_page_break_before_a_paragraph_is_kept() -> None:
    letter = look(a_letter())
    assert len(paginate(letter, Typesetter())) == 1
    assert len(paginate(changed(letter, "Closing", breaks_page=True), Typesetter())) == 2


def test_the_larger_of_two_spaces_counts_unless_they_add_up() -> None:
    letter = changed(changed(look(a_letter()), "Closing", before=400), "BodyText", after=300)
    tops = [
        place_of(paginate(replace(letter, adds_spacing=adds), Typesetter())[0], "valediction").top()
        for adds in (False, True)
    ]
    assert tops[1] - tops[0] >= 300


def test_arabic_begins_at_the_right() -> None:
    letter = in_words("نعرب عن قلقنا")
    letter = replace(letter, blocks=tuple(replace(block, language="ar") for block in letter.blocks))
    (page,) = pages(letter)
    ((_x, _y, band),) = page.bands
    line = band.leaves[0].line  # type: ignore[attr-defined]
    assert line.naturalTextRect().right() == pytest.approx(page.sheet.text_width, abs=20)


def test_justified_arabic_fills_its_lines_without_stretched_letters() -> None:
    letter = in_words("نعرب عن قلقنا البالغ إزاء إغلاق اتحاد نقابات العمال " * 6)
    letter = replace(letter, blocks=tuple(replace(block, language="ar") for block in letter.blocks))
    (page,) = pages(letter)
    lines = [band.leaves[0].line for _x, _y, band in page.bands]  # type: ignore[attr-defined]
    assert len(lines) > 3
    for line in lines[:-1]:
        assert line.naturalTextWidth() == pytest.approx(line.width(), abs=line.width() / 200)


def test_only_what_changed_is_set_anew(qapp: QApplication) -> None:
    typesetter = Typesetter()
    letter = example("un-allegation")
    paginate(look(typed(letter, "concern", "Grave concern.")), typesetter)
    assert typesetter.set_anew > 20
    paginate(look(typed(letter, "concern", "Grave concern. And more")), typesetter)
    assert typesetter.set_anew == 1


def test_what_was_forgotten_is_set_again_the_same() -> None:
    typesetter = Typesetter()
    first = [text_of(page) for page in paginate(look(example("protest")), typesetter)]
    for _ in range(2):
        paginate(look(example("un-allegation")), typesetter)
    assert [text_of(page) for page in paginate(look(example("protest")), typesetter)] == first


def own(*pieces: Piece, **setting: object) -> SetLetter:
    """Give one paragraph of these pieces."""
    paragraph = SetParagraph(Setting(**setting), pieces)  # type: ignore[arg-type]
    return SetLetter((Section(Sheet(), (paragraph,)),))


def test_small_capitals_are_capitals_in_a_smaller_size() -> None:
    plain, small = Typeface(), Typeface(small_capitals=True)
    said = [text_of(paginate(own(Piece("Abc ß", face)), Typesetter())[0]) for face in (plain, small)]
    assert said == ["Abc ß", "ABC ß"]
    faces = (Typeface(), small, Typeface(capitals=True))
    set_pages = [paginate(own(Piece("abc", face)), Typesetter())[0] for face in faces]
    widths = [page.bands[0][2].leaves[0].line.naturalTextWidth() for page in set_pages]  # type: ignore[attr-defined]
    assert widths[0] < widths[2]
    assert widths[1] < widths[2]


def test_a_stop_beyond_the_margin_is_reached_in_one_line() -> None:
    stops = (Stop(Sheet().text_width + 300, Align.END),)
    (page,) = paginate(own(Piece("left\tright", Typeface()), stops=stops), Typesetter())
    assert len(page.bands) == 1


def test_a_picture_takes_its_room_on_paper() -> None:
    picture = Picture(b"nobody can read this", 2000, 3000)
    (page,) = paginate(
        own(Piece("\ufffc", Typeface(), picture=picture), Piece(" beside", Typeface())), Typesetter()
    )
    ((_x, _y, band),) = page.bands
    assert band.height > 3000
    line = band.leaves[0].line  # type: ignore[attr-defined]
    assert line.cursorToX(1)[0] == pytest.approx(2000, abs=40)


def test_a_row_of_a_table_breaks_between_lines_unless_it_must_stay_whole() -> None:
    words = SetParagraph(Setting(), (Piece("word " * 2500, Typeface()),))
    rows = {whole: Row((Cell(9000, (words,)),), whole=whole) for whole in (False, True)}
    found = {
        whole: paginate(SetLetter((Section(Sheet(), (Table((row,)),)),)), Typesetter())
        for whole, row in rows.items()
    }
    assert len(found[False]) > 1
    assert len(found[True]) == 1
    assert sum(text_of(page).count("word") for page in found[False]) == 2500


def test_no_line_ends_after_a_slash() -> None:
    for words in range(6, 16):
        (page,) = paginate(
            own(Piece("word " * words + "A/HRC/29/25/Add.2 and more", Typeface())), Typesetter()
        )
        assert sum("A/HRC/29/25/Add.2" in line for line in text_of(page).splitlines()) == 1


def test_a_table_is_read_cell_by_cell() -> None:
    two = [SetParagraph(Setting(), (Piece(text, Typeface()),)) for text in ("one two three", "four five six")]
    row = Row(tuple(Cell(900, (part,)) for part in two), whole=True)
    (page,) = paginate(SetLetter((Section(Sheet(), (Table((row,)),)),)), Typesetter())
    assert flowing(text_of(page)) == "one two three four five six"
