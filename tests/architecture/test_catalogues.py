"""Every language says what the sources ask for, whole and with the same fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import dev
from tests.architecture.reading import ROOT

LOCALES = ROOT / "locales"
MEND = "run ./dev.py catalogues, then translate what is new"
FIELD = re.compile(r"(?<!\{)\{(\w*)")

Key = tuple[str, str]


@cache
def catalogue(path: Path) -> Catalog:
    """Return a catalogue file as Babel reads it."""
    language = None if path.suffix == ".pot" else path.parent.parent.name
    with path.open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


def translations() -> list[Path]:
    """Return the translated catalogues."""
    return sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))


def key(message: Message) -> Key:
    """Return what tells one text from another: its context and all its source forms."""
    return message.context or "", "\0".join(forms(message.id))


def forms(text: object) -> tuple[str, ...]:
    """Return the forms of a text, one where it has no plural."""
    return tuple(str(each) for each in text) if isinstance(text, list | tuple) else (str(text),)


def messages(path: Path) -> list[Message]:
    """Return the texts of a catalogue, its header apart."""
    return [each for each in catalogue(path) if each.id]


def keys(path: Path) -> set[Key]:
    """Return which texts a catalogue holds."""
    return {key(each) for each in messages(path)}


def fields(text: str) -> set[str]:
    """Return the named fields of a text."""
    return set(FIELD.findall(text.replace("{{", "")))


def is_unfinished(path: Path, message: Message) -> bool:
    """Say whether a translation is missing, guessed, or lacks a plural form."""
    told = forms(message.string)
    wanted = catalogue(path).num_plurals if message.pluralizable else 1
    return message.fuzzy or not all(told) or len(told) != wanted


def changes_fields(_: Path, message: Message) -> bool:
    """Say whether a translation names other fields than its source.

    A form for one may leave the number out, and so may its translation.
    """
    known = set().union(*map(fields, forms(message.id)))
    needed = set.intersection(*map(fields, forms(message.id)))
    return any(not needed <= fields(told) <= known for told in forms(message.string) if told)


def test_the_template_holds_what_the_sources_ask_for(tmp_path: Path) -> None:
    kept = LOCALES / "app.pot"
    assert kept.exists(), f"locales/app.pot is missing: {MEND}"
    dev.extract(tmp_path / "app.pot")
    surplus, missing = keys(kept) - keys(tmp_path / "app.pot"), keys(tmp_path / "app.pot") - keys(kept)
    assert (surplus, missing) == (set(), set()), MEND


def test_the_template_tells_no_time_and_no_place() -> None:
    text = (LOCALES / "app.pot").read_text(encoding="utf-8")
    assert not re.search(r"^#: |Creation-Date", text, re.MULTILINE), MEND


def test_every_language_has_the_texts_of_its_template() -> None:
    differing = {po: keys(po) ^ keys(LOCALES / f"{po.stem}.pot") for po in translations()}
    assert not any(differing.values()), f"{differing}: {MEND}"


@pytest.mark.parametrize("fault", [is_unfinished, changes_fields], ids=lambda fault: str(fault.__name__))
def test_no_translation_is_at_fault(fault: Callable[[Path, Message], bool]) -> None:
    found = {
        f"{po.relative_to(LOCALES)}: {each.id!r}"
        for po in translations()
        for each in messages(po)
        if fault(po, each)
    }
    assert not found, f"{sorted(found)}: mend these translations"


GERMAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@pytest.mark.parametrize(
    ("fault", "entry", "expected"),
    [
        pytest.param(is_unfinished, 'msgid "a"\nmsgstr "b"', False, id="whole"),
        pytest.param(is_unfinished, 'msgid "a"\nmsgstr ""', True, id="untranslated"),
        pytest.param(is_unfinished, '#, fuzzy\nmsgid "a"\nmsgstr "b"', True, id="guessed"),
        pytest.param(
            is_unfinished,
            'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] ""',
            True,
            id="plural form missing",
        ),
        pytest.param(changes_fields, 'msgid "{name}"\nmsgstr "{name}"', False, id="same fields"),
        pytest.param(changes_fields, 'msgid "{name}"\nmsgstr "{nom}"', True, id="field renamed"),
        pytest.param(changes_fields, 'msgid "{name}"\nmsgstr "x"', True, id="field lost"),
        pytest.param(
            changes_fields,
            'msgid "one"\nmsgid_plural "{n} as"\nmsgstr[0] "{n} b"\nmsgstr[1] "{n} bs"',
            False,
            id="a field of the plural in the singular",
        ),
    ],
)
def test_a_fault_is_found(
    tmp_path: Path, fault: Callable[[Path, Message], bool], entry: str, expected: bool
) -> None:
    po = tmp_path / "de" / "LC_MESSAGES" / "app.po"
    po.parent.mkdir(parents=True)
    po.write_text(GERMAN.lstrip() + entry + "\n", encoding="utf-8")
    assert fault(po, messages(po)[0]) is expected
