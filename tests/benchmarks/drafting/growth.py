"""How the cost of Chancery's engine grows with the items of a list and the rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Final

from app.drafting.engine import compile_template
from tests.benchmarks.drafting.files import extended
from tests.benchmarks.drafting.worker import seconds

ITEMS: Final = (100, 1_000, 10_000)
ROWS: Final = (100, 400, 1_600)
TRIES: Final = 5
_COLUMNS: Final = 3


@dataclass(frozen=True)
class Growth:
    """What a size costs in seconds, and how many times the size before it."""

    what: str
    size: int
    cost: float
    times: float | None


def growth(items: tuple[int, ...] = ITEMS, rows: tuple[int, ...] = ROWS, tries: int = TRIES) -> list[Growth]:
    """Measure lists and tables of growing size."""
    listed = compile_template(extended(_list()), name="list")
    looped = compile_template(
        extended(_table([_tag("tr for row in rows"), _row(), _tag("tr endfor")])), name="t"
    )
    whole = {size: extended(_table([_row("letter")] * size)) for size in rows}
    ready = {size: compile_template(data, name=str(size)) for size, data in whole.items()}
    letter = {"letter": _record(0)}
    lists = {size: {"rows": [_record(index) for index in range(size)]} for size in (*items, *rows)}
    return [
        *_grown("items of a list", items, tries, lambda size: listed.fill(lists[size])),
        *_grown("rows of a table, looped", rows, tries, lambda size: looped.fill(lists[size])),
        *_grown("rows of a table, each with places", rows, tries, lambda size: ready[size].fill(letter)),
        *_grown("  the same, compiled once", rows, 1, lambda size: compile_template(whole[size], name="t")),
    ]


def _grown(what: str, sizes: tuple[int, ...], tries: int, work: Callable[[int], object]) -> list[Growth]:
    """Try every size in turn, so that ratios are taken inside a round."""
    rounds = [[seconds(partial(work, size)) for size in sizes] for _ in range(tries)]
    return [
        Growth(
            what,
            size,
            median(costs[at] for costs in rounds),
            median(costs[at] / costs[at - 1] for costs in rounds) if at else None,
        )
        for at, size in enumerate(sizes)
    ]


def _record(index: int) -> dict[str, str]:
    return {f"field{column}": f"Fact {index} of column {column}" for column in range(_COLUMNS)}


def _list() -> str:
    return f"{_tag('p for row in rows')}{_paragraph('{{ row.field0 }}: {{ row.field1 }}')}{_tag('p endfor')}"


def _tag(text: str) -> str:
    paragraph = _paragraph(f"{{%{text} %}}")
    return f"<w:tr><w:tc>{paragraph}</w:tc></w:tr>" if text.startswith("tr ") else paragraph


def _row(name: str = "row") -> str:
    cells = (_paragraph(f"{{{{ {name}.field{column} }}}}") for column in range(_COLUMNS))
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def _table(rows: list[str]) -> str:
    grid = '<w:gridCol w:w="3000"/>' * _COLUMNS
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
