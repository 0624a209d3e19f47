"""What a shell or a failing test prints of a record: what it is, and no page of text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

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
