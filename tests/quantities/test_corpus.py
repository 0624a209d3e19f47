"""The corpora: phrasings that are quantities, texts that hold none, what is counted."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck.mentions import QuantityMention
from factcheck.quantities import find_quantities

_CORPUS = Path(__file__).parent / "corpus"
_OTHERS = {"none.toml", "known_failures.toml", "subjects.toml"}


def _entries(name: str, table: str) -> list[Any]:
    data = tomllib.loads((_CORPUS / name).read_text(encoding="utf-8"))
    return [pytest.param(says, e, id=says) for e in data[table] for says in e["says"]]


def _positive() -> list[Any]:
    names = sorted(path.name for path in _CORPUS.glob("*.toml") if path.name not in _OTHERS)
    return [entry for name in names for entry in _entries(name, "reading")]


def _told(mention: QuantityMention, key: str) -> object:
    value = getattr(mention.quantity, key)
    return str(value) if key in {"dimension", "side"} and value is not None else value


def _check(says: str, expected: dict[str, Any]) -> None:
    mentions = find_quantities(says)
    assert len(mentions) == 1, [m.quote for m in mentions]
    quantity = mentions[0].quantity
    for end in ("low", "high"):
        want = Decimal(expected[end]) if end in expected else None
        assert getattr(quantity, end) == want, end
    for key in expected.keys() - {"low", "high", "says"}:
        assert _told(mentions[0], key) == expected[key], key


@pytest.mark.parametrize(("says", "expected"), _positive())
def test_a_phrasing_is_read_as_its_value(says: str, expected: dict[str, Any]) -> None:
    _check(says, expected)


@pytest.mark.parametrize(("says", "expected"), _entries("none.toml", "none"))
def test_a_text_without_quantities_gives_none(says: str, expected: dict[str, Any]) -> None:
    assert [m.quote for m in find_quantities(says)] == []


@pytest.mark.parametrize(("says", "expected"), _entries("subjects.toml", "subject"))
def test_what_is_counted_is_told_as_written(says: str, expected: dict[str, Any]) -> None:
    mention = find_quantities(says)[0]
    assert mention.subject == expected["subject"]
    assert mention.subject_span is not None
    assert mention.subject_span.of(says) == mention.subject


@pytest.mark.xfail
@pytest.mark.parametrize(("says", "expected"), _entries("known_failures.toml", "reading"))
def test_a_known_failure_still_fails(says: str, expected: dict[str, Any]) -> None:
    _check(says, expected)


def test_the_corpora_are_large_enough_to_mean_something() -> None:
    assert len(_positive()) >= 600
    assert len(_entries("none.toml", "none")) >= 250
