"""Functions and files stay small enough to be read at one look."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

from tests.architecture.reading import FunctionNode, functions, module_name, sources

MEDIAN_BELOW = 8
NINE_OF_TEN = 20
FILE = 300
BELIEVABLE = 20


def of_ours() -> list[Path]:
    """Return the files that are written by hand and once."""
    return [path for path in sources() if "migrations" not in path.parts]


def docstring_lines(node: FunctionNode) -> int:
    """Return how many lines the sign at the door takes."""
    first = node.body[0]
    if ast.get_docstring(node) is None or first.end_lineno is None:
        return 0
    return first.end_lineno - first.lineno + 1


def is_stub(node: FunctionNode) -> bool:
    """Say whether a function only states its shape, as in a Protocol."""
    rest = [
        each
        for each in node.body
        if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
    ]
    return not rest


def length(node: FunctionNode) -> int:
    """Return the lines of a function from its name to its end, docstring apart."""
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring_lines(node)


def lengths() -> dict[str, int]:
    """Return every function of the house with its length."""
    return {
        f"{module_name(path)}:{node.lineno} {node.name}": length(node)
        for path in of_ours()
        for node in functions(path)
        if not is_stub(node)
    }


def longest(count: int = 10) -> str:
    """Return the functions to look at first."""
    ranked = sorted(lengths().items(), key=lambda item: -item[1])[:count]
    return "\n".join(f"{lines:4} {name}" for name, lines in ranked)


def test_enough_functions_were_read_to_be_believed() -> None:
    assert len(lengths()) >= BELIEVABLE, (
        f"only {len(lengths())} functions were found: is the house read at all?"
    )


def test_half_of_all_functions_are_shorter_than_eight_lines() -> None:
    middle = median(lengths().values())
    assert middle < MEDIAN_BELOW, f"the median is {middle} lines; begin with\n{longest()}"


def test_nine_of_ten_functions_are_no_longer_than_twenty_lines() -> None:
    ninth = quantiles(lengths().values(), n=10)[-1]
    assert ninth <= NINE_OF_TEN, f"one in ten is longer than {ninth} lines; begin with\n{longest()}"


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    counted = {module_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in of_ours()}
    long = {name: lines for name, lines in counted.items() if lines > FILE}
    assert not long, f"{long}: split by topic"
