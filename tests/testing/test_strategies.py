"""Strategies: valid by construction, found by Hypothesis with no import, quick to read."""

from __future__ import annotations

import subprocess
import sys
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import factcheck.testing
from factcheck.errors import ConfigurationError, InputError
from factcheck.interval import Interval
from factcheck.kinds import Deaths, EventTime, installed_kinds
from factcheck.mentions import QuantityMention, TimeExpression
from factcheck.models import Article, Claim, Dimension, Period, Quantity, Span
from factcheck.testing import articles, bundles, claimed_articles, claims, quantities, spans

# What is asked here is where shrinking ends: the profile of the mutation check leaves it out.
SHRINKING = tuple(Phase)
CLASSES = [kind.claim for kind in installed_kinds()]


@pytest.mark.parametrize("kind", CLASSES)
@given(data=st.data())
@settings(max_examples=10)
def test_each_claim_stands_in_its_article(kind: type[Claim], data: st.DataObject) -> None:
    article, claim = data.draw(claimed_articles(kind))
    assert type(claim) is kind
    assert claim.article_id == article.id
    assert claim.span.of(article.text) == claim.quote
    assert claim.sentence.covers(claim.span)
    assert claim.sentence.of(article.text).endswith(".")
    assert claim.subject is None or claim.subject in claim.quote


@pytest.mark.parametrize("type_", [
    Article, Claim, Period, Quantity, QuantityMention, Span, TimeExpression, *CLASSES,
])  # fmt: skip
@given(data=st.data())
@settings(max_examples=5)
def test_types_are_known_to_hypothesis_and_survive_json(type_: Any, data: st.DataObject) -> None:
    drawn = data.draw(st.from_type(type_))
    assert isinstance(drawn, type_)
    assert type(drawn).model_validate_json(drawn.model_dump_json()) == drawn


def test_types_are_known_with_no_import_of_the_strategies() -> None:
    program = (
        "from hypothesis import HealthCheck, given, settings, strategies as st\n"
        "from factcheck.models import Article\n"
        "import sys\n"
        "assert 'factcheck.testing.strategies' not in sys.modules\n"
        # The first draw imports them, however long that takes.
        "@settings(suppress_health_check=[HealthCheck.too_slow])\n"
        "@given(st.from_type(Article))\n"
        "def test(article): assert article.id\n"
        "test()\n"
        "assert 'factcheck.testing.strategies' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("dimension", list(Dimension))
@given(data=st.data())
@settings(max_examples=5)
def test_quantities_are_of_the_dimension_asked_for(
    dimension: Dimension, data: st.DataObject
) -> None:
    quantity = data.draw(quantities(dimension))
    assert quantity.dimension is dimension
    assert isinstance(quantity.bounds(), Interval)


@given(st.from_type(QuantityMention))
def test_mentions_hold_their_figure(mention: QuantityMention) -> None:
    assert len(mention.quote) == mention.span.end - mention.span.start
    assert mention.span.covers(mention.figure)
    if mention.subject is not None and mention.subject_span is not None:
        start = mention.subject_span.start - mention.span.start
        assert mention.quote[start:] == mention.subject
    hedged = mention.quantity.approximate or mention.quantity.low != mention.quantity.high
    first = mention.quote.split()[0].strip("$").replace(",", "")
    assert hedged or first[0].isdigit() or first.isalpha()


@given(st.text(min_size=1), st.data())
def test_spans_lie_within_the_text(text: str, data: st.DataObject) -> None:
    assert data.draw(spans(text)).of(text)


@pytest.mark.slow
def test_claims_shrink_to_a_short_readable_one() -> None:
    article, claim = find(
        claimed_articles(Deaths),
        lambda drawn: True,
        settings=settings(database=None, phases=SHRINKING),
        random=Random(5),
    )
    assert claim.quote == "two people"
    assert len(article.text.split()) < 30


def test_any_text_comes_up_in_articles() -> None:
    odd = find(
        articles(),
        lambda article: any(ord(character) > 0x2100 for character in article.text),
        settings=settings(database=None, max_examples=1000, phases=SHRINKING),
        random=Random(5),
    )
    assert len(odd.text) == 1


@given(articles(texts=st.just("The dam holds.")))
@settings(max_examples=5)
def test_texts_can_be_given(article: Article) -> None:
    assert article.text == "The dam holds."


def test_wrong_arguments_are_refused_at_once() -> None:
    with pytest.raises(InputError, match="is not the class of an installed kind; there are"):
        claims(Article)  # type: ignore[type-var]
    with pytest.raises(InputError, match="an empty text has no span"):
        spans("")
    with pytest.raises(ConfigurationError, match="there is no topic 'volcano'"):
        bundles(["volcano"])
    with pytest.raises(AttributeError, match="no attribute 'bundle'"):
        factcheck.testing.bundle  # noqa: B018


@given(claims(EventTime))
@settings(max_examples=20)
def test_a_time_of_day_is_written_as_it_is_read(claim: EventTime) -> None:
    hour, minute = claim.clock.split(":")
    twelve = (int(hour) - 1) % 12 + 1
    half = "a.m." if int(hour) < 12 else "p.m."
    assert claim.quote == f"struck at {twelve}:{minute} {half}"


WITHOUT_HYPOTHESIS = (
    "import sys; sys.modules['hypothesis'] = None\n"
    "import factcheck.testing as t\n"
    "t.generate_bundle(1); t.check_kind; t.score\n"
    "try: t.bundles\n"
    "except ImportError as error: print(error)"
)


def test_only_strategies_need_hypothesis() -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_HYPOTHESIS], capture_output=True, text=True, check=True
    ).stdout
    assert "factcheck.testing.bundles needs hypothesis: pip install" in told


def test_the_library_does_not_load_hypothesis() -> None:
    program = "import factcheck, sys; assert 'hypothesis' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
