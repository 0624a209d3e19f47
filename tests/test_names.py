"""Names are those of the field: one class for a name, and no word that docs/glossary.md names
otherwise."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "factcheck"
SOURCES = sorted(PACKAGE.rglob("*.py"))

# What the field says instead stands in docs/glossary.md, under "Names in the code".
AVOIDED = {
    "told", "stance", "stances", "readings", "apart", "veto", "vetoes", "rival", "rivals",
    "division", "family", "families", "findings", "voice", "voices", "deed", "deeds", "fate",
    "fates", "befall", "befalls", "befell", "befallen", "bodies", "lexis",
}  # fmt: skip
# What users import or what other formats call so.
KEPT = {
    ("exports/annotations.py", "bodies"),  # Web Annotations
    ("loading/feeds.py", "bodies"),
    ("loading/ninjs.py", "OLD_BODIES"),
    ("loading/ninjs.py", "bodies"),
    ("models.py", "TOLD"),
    ("results.py", "READ_APART"),
    ("results.py", "TOLD_CHANGE"),
    ("testing/known.py", "apart"),
}


def short(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def parts(name: str) -> set[str]:
    """The words of a name, in small letters: of "told_apart", of "ToldApart"."""
    return set(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_"))


def given(source: str) -> Iterator[str]:
    """The names that a module gives: to classes, functions, parameters, fields and variables."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def public_classes(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def test_no_two_public_classes_have_one_name() -> None:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for path in SOURCES:
        for name in public_classes(path.read_text(encoding="utf-8")):
            homes[name].append(short(path))
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def test_names_are_those_of_the_field() -> None:
    found = {
        (short(path), name)
        for path in SOURCES
        for name in (path.stem, *given(path.read_text(encoding="utf-8")))
        if not parts(name).isdisjoint(AVOIDED)
    }
    assert found - KEPT == set(), "docs/glossary.md names it otherwise"
    assert KEPT - found == set(), "gone by now: take it off the list"


@pytest.mark.parametrize(
    "source",
    [
        "told = 1",
        "def told_apart(): ...",
        "class Stance: ...",
        "def f(family): ...",
        "def f(*, noun_deed): ...",
        "class Claim:\n    voices: int",
        "self.apart = 1",
        "for rival in (): ...",
        "[fate for fate in ()]",
        "TOLD_NEAR = 600",
    ],
)
def test_every_sort_of_name_is_seen(source: str) -> None:
    assert any(not parts(name).isdisjoint(AVOIDED) for name in given(source))


def test_a_word_inside_another_is_none() -> None:
    assert parts("statement_of_fatalities").isdisjoint(AVOIDED)
    assert parts("everybody").isdisjoint(AVOIDED)


def test_only_public_classes_of_a_module_count() -> None:
    source = "class Reading:\n    class Inner: ...\nclass _Private: ...\ndef f(): ..."
    assert list(public_classes(source)) == ["Reading"]
