"""Sentences with the times that they tell on the day of print, one a line: `words.tsv`.

Each hangs on one word or number of a reader: the hour at which an afternoon begins, the plural
that makes a year a count, the weekday on which a weekend lies behind.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.times import find_times

DAY = date(2023, 12, 28)  # a Thursday


def told(text: str, published: date = DAY) -> str:
    """The times of a text: each with its quote, its value or days, and what modifies it."""
    times = []
    for time in find_times(text, published):
        days = time.value or (f"{time.start}..{time.end}" if time.start else "")
        often = "set" if time.type == "set" else ""
        times.append(" ".join(filter(None, (f"{time.quote} =", often, days, time.modifier))))
    return "; ".join(times)


def rows() -> list[Any]:
    """The lines of `words.tsv` by what they are about: a sentence, and the times that it tells."""
    lines = (Path(__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines()
    groups: dict[str, list[tuple[str, str]]] = {}
    for about, text, times in (line.split("\t") for line in lines[1:]):
        groups.setdefault(about, []).append((text, times))
    return [pytest.param(expected, id=about) for about, expected in groups.items()]


@pytest.mark.parametrize("expected", rows())
def test_a_sentence_tells_these_times_and_no_others(expected: list[tuple[str, str]]) -> None:
    assert [(text, told(text)) for text, _ in expected] == expected
