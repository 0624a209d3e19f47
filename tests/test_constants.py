"""Numbers that decide have one place: those of linking the model file, those of judging the policy.

What is looked for: a number that a module of the two packages gives a name to, and a fraction that
stands in a function. What only lays out words (how long a quote is printed) is left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "factcheck"
LAYS_OUT_WORDS = {
    "judge/explanation.py",
    "judge/phrasing.py",
    "linkage/gapped.py",
    "linkage/labels.py",
    "linkage/pronouns.py",
    "linkage/stretches.py",
    "linkage/wholeness.py",
}
# Of arithmetic and the calendar: no other value would do.
GIVEN = {
    "answers/comparable.py:_DAY", "judge/arithmetic.py:_HUNDRED", "judge/arithmetic.py:_TENTH",
    "judge/moments.py:_PARTS", "judge/positions.py:_HUNDREDTH", "answers/intervals.py:_HALF",
    "answers/intervals.py:_TEN", "linkage/days.py:_FAR",
}  # fmt: skip


def tells_a_number(node: ast.AST, *, fractions: bool = False) -> bool:
    """Whether a number other than 0 and 1 is written there, also as `Decimal("0.5")`; with
    `fractions`, whether one that is no whole number as written."""
    looked_for = (float,) if fractions else (int, float)
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and ast.unparse(one.func) == "Decimal":
            if any(isinstance(a, ast.Constant) and isinstance(a.value, str) for a in one.args):
                return True
        elif isinstance(one, ast.Constant) and one.value not in (0, 1):  # noqa: SIM102
            if type(one.value) in looked_for:
                return True
    return False


def named(path: Path) -> Iterator[str]:
    """The names that a module gives to numbers."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and tells_a_number(node.value):
            yield from (
                name.id
                for target in node.targets
                for name in ast.walk(target)
                if isinstance(name, ast.Name)
            )


def unnamed(path: Path) -> Iterator[str]:
    """The functions in which a fraction stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and tells_a_number(node, fractions=True):
            yield node.name


def test_numbers_that_decide_stand_in_the_model_and_in_the_policy() -> None:
    found = {
        f"{short}:{name}"
        for package in ("linkage", "judge")
        for path in sorted((PACKAGE / package).glob("*.py"))
        if (short := path.relative_to(PACKAGE).as_posix()) not in LAYS_OUT_WORDS
        for name in (*named(path), *unnamed(path))
    } - GIVEN
    assert found == set(), "linking: model.json; judging: Policy, with the reason"
