"""Any string gives claims or none; only half a character is refused, and says so."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from factcheck import (
    Article,
    InputError,
    Report,
    extract,
    find_quantities,
    find_times,
    reconcile,
)
from factcheck.loading import load_articles
from factcheck.report import report_json

# What the web holds between the words of news: marks that turn the direction of reading, signs
# without width, accents on their own, digits of other scripts, signs beyond 16 bits.
HARM = st.sampled_from(
    "\u202e\u202c\u2066\u2069\u200f\u200b\u200d\ufeff\u0301\u20e3\u00ad\u2028\u2029\x85\x1b\x07\x00"
    "٣٤۵５６½⅔Ⅻ〇十😀👩🏽‍🚒\U000e0041אبç’“”—–\u00a0\u202f\ufffd\U0010ffff"
)
NEWS = st.sampled_from([
    "5", "1,000", "$2.3 million", "people", "killed", "on Tuesday", "at 5 p.m.", "about", "from",
    "to", "%", "half", "including", "(", ")", ",", ".", "\n", " ", "May", "Smith, 45,", "said",
])  # fmt: skip
TEXTS = st.lists(HARM | NEWS | st.text(max_size=3), max_size=40).map("".join)


@given(TEXTS, st.none() | st.dates())
@example("0\x1b", None)  # a sentence that is nothing but its figure
def test_any_text_is_read_and_every_quote_stands_at_its_span(
    text: str, published: date | None
) -> None:
    for mention in find_quantities(text):
        assert text[mention.span.start : mention.span.end] == mention.quote
    for time in find_times(text, published):
        assert text[time.span.start : time.span.end] == time.quote
    for claim in extract(Article(id="a", text=text, published=published)):
        assert text[claim.span.start : claim.span.end] == claim.quote


@given(st.lists(TEXTS, max_size=3))
@settings(max_examples=25)
def test_any_texts_make_a_report_that_can_be_written_and_read_back(texts: list[str]) -> None:
    articles = [Article(id=str(n), text=text, title=text[:20]) for n, text in enumerate(texts)]
    report = reconcile(articles)
    assert Report.model_validate_json(report_json(report)) == report


@pytest.mark.parametrize("field", ["id", "text", "title", "publisher", "url"])
@pytest.mark.parametrize("half", ["\ud83d", "died \udc00\ud83d"])
def test_half_a_character_is_refused_where_it_is_handed_over(field: str, half: str) -> None:
    fields = {"id": "a", "text": "Nine died.", field: half}
    with pytest.raises(ValidationError, match="lone surrogate"):
        Article(**fields)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=rf"item 1: {field}: holds half a character .* at \d"):
        reconcile([fields])


def test_half_a_character_is_refused_in_a_text_and_in_a_file() -> None:
    with pytest.raises(InputError, match="half a character"):
        reconcile(["Nine \ud83d died."])
    loaded = load_articles("-", stdin=io.BytesIO(b'{"text": "Nine \\ud83d died."}'))
    assert loaded.articles == ()
    assert "half a character" in str(loaded.errors[0])


def test_readers_beneath_take_half_a_character_as_any_other() -> None:
    assert len(find_quantities("9 people \ud83d died")) == 1
    assert len(find_times("on Monday \udc00")) == 1


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("😀😀 12 people died.", 12),
        ("\u202e12 people died.\u202c", 12),
        ("Ole\u0301: 12 people died.", 12),
        ("\ufeff12 people died.", 12),
        ("توفي\n12 people died.", 12),
    ],
)
def test_figures_among_foreign_signs_are_found_where_they_stand(text: str, figure: int) -> None:
    (claim,) = extract(Article(id="a", text=text))
    assert claim.quantity is not None
    assert claim.quantity.low == Decimal(figure)
    assert claim.span.start == text.index("12")


def test_nesting_and_size_break_no_reader() -> None:
    deep = "(" * 100_000 + "9 people died" + ")" * 100_000
    assert any(mention.quote.startswith("9") for mention in find_quantities(deep))
    for content in ("[" * 50_000, '{"text":' * 50_000, json.dumps({"text": deep})):
        loaded = load_articles("-", stdin=io.BytesIO(content.encode()))
        assert len(loaded.articles) + len(loaded.errors) == 1
