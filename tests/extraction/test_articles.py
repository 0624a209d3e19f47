"""Short articles with every claim that is read of them, in order and with all that it tells.

A block of `articles.txt` is a title (or "-"), the text, and a line for each claim, judged by what
the English says. What a line does not name is not told of the claim.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck import Article, extract
from factcheck.models import Claim, Period, Quantity

PRINTED = date(2024, 5, 15)  # a Wednesday
# What each claim has, and what hangs on other things than the sentence.
LEFT_OUT = {
    "id", "name", "article_id", "quote", "span", "sentence", "rule", "kind", "quantity", "question",
    "source", "labels", "label",
}  # fmt: skip
PLAIN: dict[str, Any] = {
    "status": "asserted", "section": "body", "part": "text", "as_of_by": "printed",
    "as_of": "2024-05-15",
}  # fmt: skip


def number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def figure(quantity: Quantity) -> str:
    low, high = number(quantity.low), number(quantity.high)
    ends = low if low == high else f"{low}..{high}"
    per = "" if quantity.per is None else f"/{quantity.per}"
    about = "~" if quantity.approximate else ""
    return " ".join(filter(None, (about + ends, quantity.unit or "", per, quantity.dimension)))


def days(period: Period) -> str:
    ends = [end.isoformat() if end else "" for end in (period.start, period.end)]
    found = ends[0] if ends[0] == ends[1] else "/".join(ends)
    return found or str(period.pattern)


def value(told: object) -> str:
    if isinstance(told, Period):
        return days(told)
    if isinstance(told, tuple | frozenset):
        return " ".join(sorted(map(str, told)) if isinstance(told, frozenset) else map(str, told))
    return "yes" if told is True else str(told)


def shown(claim: Claim, article: Article) -> str:
    """A claim in one line: its words, its kind and figure, and what it tells."""
    parts = [claim.kind] if claim.quantity is None else [claim.kind, figure(claim.quantity)]
    told: dict[str, str] = {}
    for model in (claim, claim.question):
        for name in type(model).model_fields:
            held = getattr(model, name)
            if name not in LEFT_OUT and held not in (None, (), "", False, frozenset()):
                spans = name in ("part_of", "restates")
                field = "where" if (model is not claim and name == "place") else name
                told[field] = held.of(article.part(claim.part)) if spans else value(held)
    parts += [f"{name}={told[name]}" for name in told if told[name] != PLAIN.get(name)]
    return f"{claim.quote} : {'; '.join(parts)}"


def blocks() -> list[Any]:
    text = Path(__file__).with_name("articles.txt").read_text(encoding="utf-8")
    found = [block.splitlines() for block in text.strip().split("\n\n")]
    return [pytest.param(title, body, lines, id=body) for title, body, *lines in found]


def article(title: str, text: str) -> Article:
    return Article(id="a", title=title.removeprefix("-"), text=text, published=PRINTED)


@pytest.mark.parametrize(("title", "text", "lines"), blocks())
def test_every_claim_of_an_article_in_its_order(title: str, text: str, lines: list[str]) -> None:
    told = article(title, text)
    assert [shown(claim, told) for claim in extract(told)] == [line.strip() for line in lines]
