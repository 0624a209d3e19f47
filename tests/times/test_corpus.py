"""Every phrasing of the corpus says what the corpus expects, at the characters it marks."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.mentions import TimeExpression
from factcheck.times import find_times

HERE = Path(__file__).parent
CORPUS = tomllib.loads((HERE / "corpus.toml").read_text(encoding="utf-8"))
NEGATIVES = tomllib.loads((HERE / "negatives.toml").read_text(encoding="utf-8"))["texts"]
FAILURES = tomllib.loads((HERE / "known_failures.toml").read_text(encoding="utf-8"))
DEFAULT: date = CORPUS["published"]


def phrasings(entries: list[dict[str, Any]]) -> list[Any]:
    return [
        pytest.param(entry, phrase, id=phrase) for entry in entries for phrase in entry["phrases"]
    ]


def marked(phrase: str) -> tuple[str, int, int]:
    """The phrase without its braces, and the characters that they held."""
    start = phrase.index("{")
    end = phrase.index("}") - 1
    return phrase.replace("{", "").replace("}", ""), start, end


def read(entry: dict[str, Any], phrase: str) -> tuple[TimeExpression, ...]:
    text, start, end = marked(phrase)
    found = find_times(text, entry.get("published", DEFAULT))
    return tuple(t for t in found if (t.span.start, t.span.end) == (start, end))


def check(entry: dict[str, Any], phrase: str) -> None:
    found = read(entry, phrase)
    assert len(found) == 1
    time = found[0]
    assert (time.type.value, time.value) == (entry["type"], entry.get("value"))
    assert (time.start, time.end) == (entry.get("start"), entry.get("end"))
    if "modifier" in entry:
        assert time.modifier == entry["modifier"]


@pytest.mark.parametrize(("entry", "phrase"), phrasings(CORPUS["expression"]))
def test_a_phrasing_says_what_the_corpus_expects(entry: dict[str, Any], phrase: str) -> None:
    check(entry, phrase)


@pytest.mark.parametrize("text", NEGATIVES)
def test_a_text_without_time_yields_none(text: str) -> None:
    assert find_times(text, DEFAULT) == ()


@pytest.mark.xfail(strict=True, reason="known to be misread")
@pytest.mark.parametrize(("entry", "phrase"), phrasings(FAILURES["expression"]))
def test_known_failures(entry: dict[str, Any], phrase: str) -> None:
    check(entry, phrase)
