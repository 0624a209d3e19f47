"""The shape of the code: imports run one way, and everything fits on a few screens."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "factcheck"
SOURCES = sorted(PACKAGE.rglob("*.py"))
PAGE = ROOT / "docs" / "architecture.md"
ROW = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)

MOST_LINES = 400  # of a module
LONGEST_FUNCTION = 60  # lines, without its docstring


def in_order() -> list[str]:
    """The modules and packages of the table, in its order."""
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    return [name for row in rows for name in re.findall(r"\w+", row)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path) -> str:
    """The module or package of the table that a file belongs to."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def short(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The modules and packages of factcheck that a file imports, inside functions too."""
    for node in ast.walk(tree(path)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "factcheck":
            names = [f"factcheck.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        yield from (name.split(".")[1] for name in names if name.startswith("factcheck."))


def test_every_module_stands_in_the_table_once() -> None:
    names = in_order()
    assert len(set(names)) == len(names)
    assert set(names) == {place(path) for path in SOURCES} - {"__init__"}


def test_a_module_imports_only_from_those_above_it() -> None:
    rank = {name: at for at, name in enumerate(in_order())}
    arrows = {(short(path), place(path), to) for path in SOURCES for to in imported(path)}
    upward = {(file, to) for file, own, to in arrows if own != "__init__" and rank[to] > rank[own]}
    assert upward == set()


def test_relative_imports_are_not_used() -> None:
    """The test above could not follow them."""
    relative = [
        short(path)
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_a_module_fits_on_a_few_screens() -> None:
    lines = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: count for name, count in lines.items() if count >= MOST_LINES} == {}


def length(function: ast.FunctionDef) -> int:
    """The lines of a function without its docstring, which tells users more than it does."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    about = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - about


def test_a_function_fits_on_one_screen() -> None:
    long = {
        f"{short(path)}:{node.name}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and length(node) > LONGEST_FUNCTION
    }
    assert long == set(), f"more than {LONGEST_FUNCTION} lines"
