"""What a shell or a failing test prints of a record: what it is, and no page of text."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from datetime import date
from decimal import Decimal

import factcheck
from factcheck import Article, Quantity, extract, reconcile


def test_an_article_prints_its_head_and_what_is_known() -> None:
    article = Article(id="a", text="The bridge fell. " * 400, published=date(2024, 3, 5))
    shown = repr(article)
    assert shown == str(article)
    assert shown.startswith("Article(id='a', text='The bridge fell. The bridge")
    assert shown.endswith("… 6,800 characters, published=datetime.date(2024, 3, 5))")
    assert len(shown) < 400


def test_fields_as_by_default_are_left_out() -> None:
    quantity = Quantity(low=None, high=Decimal(5))
    assert repr(quantity) == "Quantity(low=None, high=Decimal('5'))"


def test_a_report_prints_how_much_of_each_there_is() -> None:
    texts = [f"The fire in Lindow killed {n} people on Sunday, the mayor said." for n in (14, 55)]
    report = reconcile(texts)
    assert repr(report).startswith(f"Report(articles=2, claims={len(report.claims)}, groups=")
    assert repr(report).endswith(", conflicts=1)")
    (claim, *_) = extract(report.articles[0])
    assert len(repr(claim)) < 1000
    assert max(len(repr(group)) for group in report.groups) < 8000


def test_a_tuple_of_many_is_counted() -> None:
    group = reconcile([f"The fire in Lindow killed {n} people." for n in range(11, 17)]).groups[0]
    assert "… 6 in all)" in repr(group)


def test_what_is_kept_for_later_is_no_part_of_what_a_thing_is() -> None:
    """The private tables of a dataclass: they are neither printed nor compared."""
    tables = set()
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if module.name.startswith(("factcheck.spark", "factcheck.archive.server")):
            continue  # what they need may not be installed
        for held in vars(importlib.import_module(module.name)).values():
            if isinstance(held, type) and dataclasses.is_dataclass(held):
                tables |= {
                    (held.__qualname__, field.name, field.repr, field.compare)
                    for field in dataclasses.fields(held)
                    if field.name.startswith("_") and field.default_factory is dict
                }
    assert len(tables) > 3
    assert [table for table in tables if table[2:] != (False, False)] == []
