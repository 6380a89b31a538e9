"""Every letter in every letter language: whole, in that language only, and with its forms."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from app.domain.citations import Status, TreatyArticle
from app.domain.letters import Block, BlockKind, Deadline, LetterType
from app.domain.people import State
from app.drafting.context import Printing
from app.i18n.formats import document_language
from tests.drafting.foreign_words import STOP_WORDS, foreign_words
from tests.drafting.in_languages import LANGUAGES, letter_in
from tests.drafting.making import composed, made, open_places
from tests.drafting.reading import DocxRead

EVERY = [
    pytest.param(language, kind, id=f"{language} {kind}") for language in LANGUAGES for kind in LetterType
]
NUMBERED = Printing(number="148/01-3")


@cache
def document(language: str, kind: LetterType) -> DocxRead:
    return DocxRead(made(letter_in(language, kind), NUMBERED))


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_letter_is_whole_in_its_language(language: str, kind: LetterType) -> None:
    assert composed(letter_in(language, kind), NUMBERED).gaps == ()


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_no_brace_and_no_open_mark_is_left(language: str, kind: LetterType) -> None:
    text = document(language, kind).whole.replace("...", "…")
    assert not [mark for mark in ("{", "}", "⟦", "⟧", "  ", " ,", " .", "..", ",,", '"', "`") if mark in text]


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_no_word_is_of_another_language(language: str, kind: LetterType) -> None:
    assert list(foreign_words(document(language, kind).whole, language)) == []


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_every_run_is_marked_with_its_language(language: str, kind: LetterType) -> None:
    marked = {tag for paragraph in document(language, kind).paragraphs for tag in paragraph.languages}
    assert marked == {document_language(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_another_language_is_found(language: str) -> None:
    other = next(tag for tag in STOP_WORDS if tag != language)
    text = document(language, LetterType.PROTEST).whole
    assert list(foreign_words(f"{text} {STOP_WORDS[other]}", language))


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_state_without_its_forms_is_a_gap_and_never_guessed(language: str, kind: LetterType) -> None:
    whole = letter_in(language, kind)
    bare = replace(whole, state=State(code="KAZ", name=whole.state.name))
    used = {place for _block, place in open_places(bare, NUMBERED)}
    assert used <= {f"state.{one}" for one in ("adjective", "with_article", "of", "to", "within", "by")}
    assert used or kind not in {LetterType.PROTEST, LetterType.UN_ALLEGATION} or language in {"en", "zh-Hans"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [LetterType.FOLLOW_UP, LetterType.JOINT])
def test_questions_and_demands_that_are_missing_are_a_gap(language: str, kind: LetterType) -> None:
    bare = replace(letter_in(language, kind), questions=(), demands=())
    assert open_places(bare, NUMBERED) == {
        ("questions", "letter.questions") if kind is LetterType.FOLLOW_UP else ("demands", "letter.demands")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_who_writes_says_i_and_several_say_we(language: str) -> None:
    several = letter_in(language, LetterType.UN_ALLEGATION)
    one = replace(several, mandates=several.mandates[:1])
    assert open_places(one) == set()
    said = {block.kind: block.text for block in composed(several).blocks}
    alone = {block.kind: block.text for block in composed(one).blocks}
    assert {kind for kind in said if said[kind] != alone[kind]} >= {"mandates", "opening", "request"}


@pytest.mark.parametrize(
    ("language", "days", "said"),
    [
        ("en", 1, "1 day."), ("en", 30, "30 days."), ("fr", 1, "1 jour."), ("fr", 21, "21 jours."),
        ("es", 1, "1 día."), ("es", 21, "21 días."), ("ru", 1, "1 дня."), ("ru", 2, "2 дней."),
        ("ru", 11, "11 дней."), ("ru", 21, "21 дня."), ("uk", 2, "2 днів."), ("uk", 21, "21 дня."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [LetterType.JOINT, LetterType.FOLLOW_UP])
def test_a_number_of_days_takes_its_form(language: str, days: int, said: str, kind: LetterType) -> None:
    letter = replace(letter_in(language, kind), deadline=Deadline(days=days))
    only = replace(letter, blocks=(Block(kind=BlockKind.DEADLINE),))
    (text,) = DocxRead(made(only)).texts
    assert text.endswith(f" {said}")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "droits civils et politiques (adhésion du Kazakhstan le 24 janvier 2006)."),
        ("es", "Derechos Civiles y Políticos (adhesión de Kazajstán el 24 de enero de 2006)."),
        ("ru", "политических правах (присоединение Казахстана\u00a0— 24 января 2006 года)."),
        ("uk", "політичні права (приєднання Казахстану\u00a0— 24 січня 2006 року)."),
    ],
)
def test_a_state_that_acceded_is_said_to_have_acceded(language: str, said: str) -> None:
    letter = letter_in(language, LetterType.UN_ALLEGATION)
    cited = tuple(
        replace(one, status=Status.ACCEDED) if isinstance(one, TreatyArticle) else one
        for one in letter.citations
    )
    assert said in DocxRead(made(replace(letter, citations=cited))).whole


DATES = {
    ("fr", LetterType.PROTEST): ["Le 16 août 2017"],
    ("fr", LetterType.UN_ALLEGATION): [
        "23 janvier 2017",
        "Le 5 décembre 2016, le",
        "ratifié par le Kazakhstan le 24 janvier 2006",
        "ratifiées par le Kazakhstan respectivement le 13 décembre 2000 et le 18 mai 2001",
        "dans un délai de 60 jours",
    ],
    ("ru", LetterType.PROTEST): ["«16» августа 2017 г."],
    ("ru", LetterType.UN_ALLEGATION): [
        "23 января 2017 года",
        "5 декабря 2016 года Министерство",
        "ратифицированного Казахстаном 24 января 2006 года",
        "ратифицированных Казахстаном 13 декабря 2000 года и 18 мая 2001 года соответственно",
        "в течение 60 дней",
    ],
    ("ru", LetterType.FOLLOW_UP): ["№\u00a0147/01-3 от 16 августа 2017 года", "в течение 30 дней"],
    ("uk", LetterType.PROTEST): ["«16» серпня 2017 р."],
    ("uk", LetterType.UN_ALLEGATION): [
        "23 січня 2017 року",
        "5 грудня 2016 року Міністерство",
        "ратифікованого Казахстаном 24 січня 2006 року",
        "ратифікованих Казахстаном 13 грудня 2000 року і 18 травня 2001 року відповідно",
        "протягом 60 днів",
    ],
    ("uk", LetterType.FOLLOW_UP): ["№\u00a0147/01-3 від 16 серпня 2017 року", "протягом 30 днів"],
    ("en", LetterType.FOLLOW_UP): ["my letter 147/01-3 of 16 August 2017", "within 30 days"],
    ("en", LetterType.JOINT): ["We look forward to your reply within 30 days"],
    ("fr", LetterType.JOINT): [
        "Nous vous saurions gré",
        "dans un délai de 30 jours",
        "notre haute considération",
    ],
    ("es", LetterType.PROTEST): ["16 de agosto de 2017"],
    ("es", LetterType.UN_ALLEGATION): [
        "23 de enero de 2017",
        "El 5 de diciembre de 2016, el",
        "ratificado por Kazajstán el 24 de enero de 2006",
        "ratificados por Kazajstán el 13 de diciembre de 2000 y el 18 de mayo de 2001, respectivamente",
        "en un plazo de 60 días",
    ],
    ("es", LetterType.FOLLOW_UP): ["núm.\u00a0147/01-3, de 16 de agosto de 2017", "en un plazo de 30 días"],
    ("fr", LetterType.FOLLOW_UP): ["n°\u00a0147/01-3 du 16 août 2017", "dans un délai de 30 jours"],
}


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        pytest.param(language, kind, text, id=f"{language} {text}")
        for (language, kind), texts in DATES.items()
        for text in texts
    ],
)
def test_dates_and_deadlines_stand_as_the_language_writes_them(
    language: str, kind: LetterType, text: str
) -> None:
    assert text in document(language, kind).whole
