"""What `reconcile` does with input that is empty, wrong or strange."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Article, InputError, Report, reconcile


def test_no_articles_give_an_empty_report() -> None:
    assert reconcile([]) == Report(articles=(), claims=(), groups=())


@pytest.mark.parametrize(
    "items",
    [
        [Article(id="a", text="x"), Article(id="a", text="y")],
        ["https://example.org/story"],
        [3.14],
        "a text that is not in a list",
    ],
)
def test_wrong_arguments_raise_a_value_error_of_the_family(items: object) -> None:
    with pytest.raises(InputError):
        reconcile(items)  # type: ignore[arg-type]
    assert issubclass(InputError, ValueError)


@settings(max_examples=40)
@given(st.lists(st.text(), max_size=3))
def test_no_text_raises(texts: list[str]) -> None:
    report = reconcile(texts)
    assert [article.text for article in report.articles] == texts
    for claim in report.claims:
        text = next(a.text for a in report.articles if a.id == claim.article_id)
        assert claim.span.of(text) == claim.quote
