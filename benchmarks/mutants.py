"""How many small faults in the code the suite notices: a sampled mutation check.

    python benchmarks/mutants.py [--sample 60] [--seed 1] [--group interval]

Each mutant is one change in one place: a comparison turned or shifted, `and` for `or`, a `not`
left out, a number or truth value changed, plus for minus, a returned value dropped. A copy of the
repository is changed, so the working tree stays as it is. A mutant lives where the tests of its
group pass. The sample is drawn from all places at random, the same for one seed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What is changed, and the tests that must notice.
GROUPS = {
    "interval": (("factcheck/interval.py",), ("tests/test_interval.py", "tests/judge")),
    "judge": (("factcheck/judge",), ("tests/judge", "tests/report", "tests/origins")),
    "quantities": (("factcheck/quantities",), ("tests/quantities",)),
}
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: which file, at which line, and the whole source with it."""

    path: str
    line: int
    change: str
    source: str


def changed(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """The node with a fault in it, in each way there is, and the fault in words."""
    new = deepcopy(node)
    match new:
        case ast.Compare(ops=[op]) if type(op) in COMPARED:
            new.ops = [COMPARED[type(op)]()]
            yield new, f"{type(op).__name__} to {COMPARED[type(op)].__name__}"
        case ast.BoolOp():
            new.op = ast.Or() if isinstance(new.op, ast.And) else ast.And()
            yield new, "and for or, or for and"
        case ast.UnaryOp(op=ast.Not()):
            yield new.operand, "without not"
        case ast.BinOp() if type(new.op) in SUMS:
            old = type(new.op).__name__
            new.op = SUMS[type(new.op)]()
            yield new, f"{old} to {type(new.op).__name__}"
        case ast.Constant(value=bool()):
            new.value = not new.value
            yield new, "the other truth value"
        case ast.Constant(value=int()):
            new.value = int(new.value) + 1
            yield new, "a number more by one"
        case ast.Return(value=ast.expr()):
            new.value = ast.Constant(None)
            yield new, "returns None"


class _Replaced(ast.NodeTransformer):
    def __init__(self, number: int, new: ast.AST) -> None:
        self.left, self.new = number, new

    def visit(self, node: ast.AST) -> ast.AST:
        self.left -= 1
        return self.new if self.left == -1 else super().generic_visit(node)


def mutants(path: str, source: str) -> Iterator[Mutant]:
    """Every mutant of one file."""
    tree = ast.parse(source)
    # A type that is changed is noticed by the type checker alone.
    types = {
        id(part) for node in ast.walk(tree) for kept in _types(node) for part in ast.walk(kept)
    }
    for number, node in enumerate(_in_order(tree)):
        for new, change in changed(node) if id(node) not in types else ():
            faulty = _Replaced(number, new).visit(deepcopy(tree))
            text = ast.unparse(ast.fix_missing_locations(faulty))
            yield Mutant(path, getattr(node, "lineno", 0), change, text)


def _types(node: ast.AST) -> Iterator[ast.AST]:
    """The annotations that hang on a node."""
    for name in ("annotation", "returns"):
        kept = getattr(node, name, None)
        if isinstance(kept, ast.AST):
            yield kept


def _in_order(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes in the order in which a transformer visits them."""
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _in_order(child)


def lives(mutant: Mutant, tests: tuple[str, ...], copy: Path) -> bool:
    """Whether the tests pass with the fault in place."""
    target = copy / mutant.path
    kept = target.read_text(encoding="utf-8")
    target.write_text(mutant.source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy), "HYPOTHESIS_PROFILE": "ci"}
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=180, check=False
        )
    except subprocess.TimeoutExpired:
        return False  # a loop without end is noticed
    finally:
        target.write_text(kept, encoding="utf-8")
    return done.returncode == 0


def main() -> int:
    """Runs the sample of each group and prints the survivors and the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sample", type=int, default=60, help="mutants of each group")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--group", choices=GROUPS, action="append")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", "__pycache__", ".venv"))
        for group in arguments.group or GROUPS:
            _run(group, copy, arguments.sample, arguments.seed)
    return 0


def _run(group: str, copy: Path, sample: int, seed: int) -> None:
    paths, tests = GROUPS[group]
    files = [
        found for path in paths for found in (sorted((copy / path).rglob("*.py")) or [copy / path])
    ]
    every = [
        mutant
        for file in files
        for mutant in mutants(file.relative_to(copy).as_posix(), file.read_text(encoding="utf-8"))
    ]
    first = files[0].relative_to(copy).as_posix()
    if not lives(Mutant(first, 0, "none", files[0].read_text(encoding="utf-8")), tests, copy):
        sys.exit(f"{group}: the tests fail without any fault")
    drawn = random.Random(seed).sample(every, min(sample, len(every)))
    survivors = []
    for mutant in drawn:
        if lives(mutant, tests, copy):
            survivors.append(mutant)
            print(f"  lives: {mutant.path}:{mutant.line} {mutant.change}", flush=True)
    killed = len(drawn) - len(survivors)
    print(f"{group}: {killed} of {len(drawn)} killed ({killed / len(drawn):.1%}), "
          f"drawn from {len(every)}", flush=True)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
