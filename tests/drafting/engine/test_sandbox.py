"""A template reaches nothing but the letter, and cannot exhaust the machine."""

from __future__ import annotations

import pytest

from app.drafting.engine import compile_template, errors, fill_with_docxtpl
from tests.drafting.engine.building import texts, word


class Person:
    name = "x"

    def burn(self) -> str:
        return "burnt"


LETTER: dict[str, object] = {
    "recipient": Person(),
    "name": "n",
    "many": ["a"] * 1_000,
    "call": lambda: "called",
}
REFUSED = [
    "{{ recipient.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ recipient['__class__'] }}",
    "{{ [recipient]|map(attribute='__class__')|join }}",
    "{{ '{0.__class__}'.format(recipient) }}",
    "{{ '{x.__class__}'.format_map({'x': recipient}) }}",
    "{{ '%99999999d'|format(1) }}",
    "{{ '%(a)s'|format(1) }}",
    "{{ '%*d'|format(99999999, 1) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ recipient.burn() }}",
    "{{ call() }}",
    "{{ many.append('x') }}",
    "{{ name.replace('n', 'nn') }}",
    "{{ name.center(1000000000) }}",
    "{{ range(1000000)|length }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 1000000000 * ['x'] }}",
    "{{ 10 ** 1000000000 }}",
    "{{ 1|round(100000000, 'ceil') }}",
    "{{ ['a']|batch(1000000000, 'x')|list }}",
    "{{ [['x']]|sum(start=[]) }}",
    "{% set x = 'x' * 3000000 %}{{ x + x }}",
    "{% set x = 'x' * 3000000 %}{{ x ~ x }}",
    "{% set x = 'x' * 3000 %}{{ many|join(x * 10) }}",
    "{% set x = 'x' * 3000 %}{{ x|replace('x', x) }}",
    "{% set x = 'x' * 3000000 %}{% set y %}{{ x }}{{ x }}{% endset %}{{ y }}",
    "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}{{ m('x' * 3000000) }}",
    "{% for a in many %}{% for b in many %}{% for c in many %}{{ c }}{% endfor %}{% endfor %}{% endfor %}",
]


@pytest.mark.parametrize("tag", REFUSED)
def test_the_ways_out_of_a_template_are_closed(tag: str) -> None:
    with pytest.raises(errors.ForbiddenExpression, match="part word/document"):
        compile_template(word(tag), name="t.docx").fill(LETTER)


@pytest.mark.parametrize("tag", REFUSED[:5])
def test_the_reference_is_closed_too(tag: str) -> None:
    with pytest.raises(errors.ForbiddenExpression):
        fill_with_docxtpl(word(tag), LETTER, insertions={})


def test_a_macro_without_end_is_a_sentence_and_no_crash() -> None:
    tag = "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"
    with pytest.raises(errors.TemplateFailed):
        compile_template(word(tag), name="t.docx").fill(LETTER)


def test_what_templates_need_stays_open() -> None:
    tag = (
        "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }} {{ name.upper() }} "
        "{{ 'a b'.split()|join('-') }} "
        "{{ {'k': 1}.items()|list|length }} {{ dict(a=1).get('a') }} {{ range(3)|list|length }} "
        "{{ 2 ** 3 * 2 }}"
        "{% set j = joiner(', ') %}{{ j() }}{{ j() }}{{ '%05.1f'|format(2.25) }} {{ [1, 2]|sum }} "
        "{{ 2.25|round(1) }}"
    )
    [text] = texts(compile_template(word(tag), name="t.docx").fill(LETTER))
    assert text == "ab N a-b 1 1 3 16, 002.2 3 2.2"
