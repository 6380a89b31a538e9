"""The law library at the keyboard."""

from __future__ import annotations

from tests.cli.conftest import Keyboard
from tests.cli.letters import ALLEGATION


def test_law_is_found_as_one_types_it_with_how_the_state_is_bound(keyboard: Keyboard) -> None:
    (line,) = keyboard.done("law", "find", "c87", "--state", "kaz").lines
    assert line.startswith("C087  ILO Convention 87  Ratified 13 December 2000  Freedom of Association")


def test_what_is_found_is_given_as_json_with_its_citation_and_source(keyboard: Keyboard) -> None:
    (first, *_) = keyboard.done("law", "find", "iccpr 22", "--state", "GEO", "--json").json
    assert (first["id"], first["articles"]) == ("ICCPR", ["22"])
    assert first["citation"]["status"] == "acceded"
    assert first["citation"]["status_date"] == "1994-05-03"
    assert (first["standing"]["as_of"], first["standing"]["source"]) == ("2026-02-03", "untc-2026")


def test_what_nobody_has_a_source_for_says_so(keyboard: Keyboard) -> None:
    (line,) = keyboard.done("law", "find", "c122", "--state", "KAZ").lines
    assert "Ratified 6 December 1999 (not verified)" in line


def test_what_is_not_there_is_said(keyboard: Keyboard) -> None:
    assert keyboard.done("law", "find", "qqqqqq").lines == ["The library holds nothing that fits “qqqqqq”."]
    assert "C999" in keyboard.refused("law", "show", "C999")
    assert "XXX" in keyboard.refused("law", "state", "xxx")
    assert "XXX" in keyboard.refused("law", "find", "c87", "--state", "XXX")


def test_a_state_is_shown_with_days_and_sources(keyboard: Keyboard) -> None:
    lines = keyboard.done("law", "state", "KAZ").lines
    assert lines[0].split()[:5] == ["C087", "Ratified", "13", "December", "2000"]
    assert lines[0].split()[5:] == ["2026-06-04", "normlex-2023+normlex-2026"]
    assert any(line.startswith("C190") and "Not known" in line for line in lines)
    assert lines[-1] == "Facts of the library: 2026-06-04."
    assert keyboard.done("law", "state", "KAZ", "--json").json[0]["status"] == "ratified"


def test_an_instrument_is_shown_with_its_articles_in_a_language(keyboard: Keyboard) -> None:
    lines = keyboard.done("law", "show", "C087").lines
    assert lines[0] == "C087  Freedom of Association and Protection of the Right to Organise Convention, 1948"
    assert any("without previous authorisation" in line for line in lines)
    russian = keyboard.done("law", "show", "UDHR", "--lang", "ru", "--json").json
    assert len(russian["articles"]) == 30
    assert russian["articles"][19]["text"].startswith("1. Каждый человек имеет право на свободу")


def test_checking_a_letter_tells_where_it_does_not_agree_with_the_library(keyboard: Keyboard) -> None:
    told = keyboard("check", keyboard.letter(ALLEGATION, {"2000-12-13": "2000-12-14"})).out
    assert "C87: the letter says" in told
    assert "C87: the letter says" not in keyboard("check", keyboard.letter(ALLEGATION)).out
