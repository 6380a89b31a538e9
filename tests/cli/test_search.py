"""Letters are found again from the keyboard."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.cli.output import Printer
from app.cli.searching import _show_hit
from app.domain.searching import Hit, Marked
from app.i18n.catalogues import for_language
from tests.cli.conftest import Keyboard
from tests.db.samples import plainly
from tests.domain.test_searching import LINE


class Terminal(io.StringIO):
    """Says that a person is looking."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def several(registered: Keyboard) -> Keyboard:
    """A keyboard whose workspace holds three letters, the last one about a strike."""
    for day, subject in (("2018-01-02", "Zeal"), ("2018-01-03", "A strike in Łódź")):
        changed = {"Larisa Kharkova": subject}
        registered.on(day)
        registered.done("register", registered.letter(changed=changed), "--date", day)
    return registered


def numbers(keyboard: Keyboard, *words: str) -> list[str]:
    return [line.split()[0] for line in keyboard.done("search", *words).lines if not line.startswith(" ")]


def test_a_letter_is_found_by_the_beginnings_of_its_words(several: Keyboard) -> None:
    answer = several.done("search", "lodz", "stri")
    assert answer.lines[0].startswith("2/01-3  2018-01-03  ")
    assert "A strike in Łódź" in answer.out


def test_words_that_the_shell_kept_together_stay_together(several: Keyboard) -> None:
    assert len(numbers(several, "strike in")) == 1
    assert several.done("search", "in strike").out == "No registered letter was found.\n"


def test_without_words_every_letter_is_shown_the_newest_first(several: Keyboard) -> None:
    assert numbers(several) == ["2/01-3", "1/01-3", "1/01-3"]
    assert numbers(several, "--reverse") == ["1/01-3", "1/01-3", "2/01-3"]


def test_letters_are_sorted_as_asked(several: Keyboard) -> None:
    found = several.done("search", "--sort", "subject", "--json").json["hits"]
    subjects = [hit["subject"] for hit in found]
    assert subjects == sorted(subjects)
    assert len(set(subjects)) == 3
    turned = several.done("search", "--sort", "subject", "--reverse", "--json").json["hits"]
    assert turned == found[::-1]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--year", "2018"), 2),
        (("--year", "2017"), 1),
        (("--series", "outgoing"), 3),
        (("--series", "other"), 0),
        (("--state", "kaz"), 3),
        (("--state", "GEO"), 0),
        (("--recipient", "nazar"), 3),
        (("--recipient", "kharkova"), 0),
        (("--language", "en"), 3),
        (("--type", "joint"), 0),
        (("--status", "void"), 0),
        (("--status", "registered", "--year", "2018"), 2),
    ],
)
def test_letters_are_narrowed_down(several: Keyboard, options: tuple[str, ...], count: int) -> None:
    assert len(several.done("search", *options, "--json").json["hits"]) == count


def test_a_void_letter_is_found_as_void(several: Keyboard) -> None:
    several.done("void", "2/01-3", "--because", "never signed", "--by", "Ana")
    assert numbers(several, "--status", "void") == ["2/01-3"]


def test_a_number_names_its_letters_first(several: Keyboard) -> None:
    found = several.done("search", "2/01-3", "--json").json
    assert [hit["number"] for hit in found["numbered"]] == ["2/01-3"]
    assert numbers(several, "2/01-3") == ["2/01-3"]


def test_it_is_said_when_there_are_more(several: Keyboard) -> None:
    assert several.done("search", "--limit", "2").lines[-1] == "3 were found; the first 2 are shown."
    assert "were found" not in several.done("search", "--limit", "3").out


def test_json_tells_what_is_marked(several: Keyboard) -> None:
    hit = several.done("search", "lodz", "--json").json["hits"][0]
    ((begin, end),) = hit["marks"]["subject"]
    assert hit["subject"][begin:end] == "Łódź"
    assert hit["excerpt"] == {"text": "", "marks": []}
    assert several.done("search", "lodz", "--json").json["count"] == 1


def test_whatever_is_typed_is_answered(several: Keyboard) -> None:
    for typed in ('"', "NEAR(", "a*:^-", "'; DROP TABLE entries", "\udc80", ""):
        assert several("search", "--", typed).code == 0


def test_nobody_is_told_of_marks_who_only_pipes(several: Keyboard) -> None:
    assert "\033" not in several.done("search", "strike").out


@pytest.mark.parametrize(
    ("out", "shown"), [(Terminal(), "\033[1m147\033[0m/01-3"), (io.StringIO(), "147/01-3")]
)
def test_what_was_found_is_bold_on_a_terminal(tmp_path: Path, out: io.StringIO, shown: str) -> None:
    printer = Printer(for_language("en", tmp_path), out, out)
    nothing = Marked("")
    hit = Hit(entry=LINE, number=Marked("147/01-3", ((0, 3),)), addressee=nothing, subject=nothing)
    _show_hit(printer, hit, bold=out.isatty())
    assert out.getvalue() == f"{shown}  2017-08-16  –  –\n"


def test_an_index_that_was_lost_is_made_anew(several: Keyboard, workspace: Path) -> None:
    with plainly(workspace / "register.sqlite") as other:
        other.execute("DELETE FROM listing")
        other.execute("INSERT INTO listing_words (listing_words) VALUES ('delete-all')")
    assert several.done("search", "strike").out == "No registered letter was found.\n"
    assert len(numbers(several, "strike in", "--anew")) == 1


def test_an_index_of_another_version_is_made_anew_by_itself(several: Keyboard, workspace: Path) -> None:
    with plainly(workspace / "register.sqlite") as other:
        other.execute("PRAGMA user_version = 999")
        other.execute("DELETE FROM listing")
    assert len(numbers(several, "strike in")) == 1
