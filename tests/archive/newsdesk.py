"""Articles that come in over days, for the tests of the archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from factcheck.models import Article
from factcheck.results import Report
from factcheck.testing import generate_bundle


def article(name: str, text: str, day: int = 19, **fields: Any) -> Article:
    return Article(
        id=name,
        text=text,
        publisher=name.replace("-", " ").title(),
        published=date(2024, 2, day),
        **fields,
    )


FEW = article("valley-gazette", "The fire in Ardmore killed 14 people on Sunday.")
MANY = article("hill-herald", "On Sunday 55 people died in a fire in Ardmore, the governor said.")
AS_FEW = article("coast-post", "A fire in Ardmore on Sunday left 14 people dead, police said.")
MILL = article(
    "mill-news",
    "Wexcombe council voted 7-4 to sell the old corn mill. A brewer has offered £340,000 for the "
    "mill, whose wheel last turned in 1931.",
)


def news(seeds: Sequence[int], random: Random) -> list[Article]:
    """The articles of several generated events, in any order."""
    found = [
        one.model_copy(update={"id": f"{seed}-{one.id}"})
        for seed in seeds
        for one in generate_bundle(seed).articles
    ]
    random.shuffle(found)
    return found


def in_portions(articles: Sequence[Article], random: Random) -> list[list[Article]]:
    """The articles in their order, a few at a time."""
    found: list[list[Article]] = []
    left = list(articles)
    while left:
        number = random.randint(1, 4)
        found.append(left[:number])
        left = left[number:]
    return found


def told(report: Report) -> dict[str, object]:
    """All of a report but the notes on single calls."""
    return report.model_dump(exclude={"notes"})
