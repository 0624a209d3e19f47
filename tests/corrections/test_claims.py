"""Decisions on single claims, and what a second opinion is shown: each case by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from factcheck import Article, Decision, Ruling
from factcheck.corrections.claims import applied
from factcheck.corrections.opinions import _competing, _side
from factcheck.corrections.resolution import resolve
from factcheck.kinds import Count, EventDate
from factcheck.models import AsOf, Claim, Period, Quantity, Span
from factcheck.policy import DEFAULT
from factcheck.results import Possible

from .newsstand import DAY, decided

BY = "decided by R. Calloway on 19 February 2024"
GAZETTE = Article(id="gazette", publisher="Valley Gazette", text="x" * 40)
MIRROR = Article(id="mirror", text="x" * 40)


def claim(article: str, toll: int | None = 14, words: str = "14-goats:0") -> Claim:
    fields: dict[str, Any] = {
        "article_id": article, "span": Span(start=4, end=9), "quote": "goats", "rule": "by hand",
        "sentence": Span(start=2, end=12), "name": f"{article}:{words}",
    }  # fmt: skip
    if toll is None:
        return EventDate(**fields, when=Period(start=DAY, end=DAY))
    return Count(**fields, quantity=Quantity(low=Decimal(toll), high=Decimal(toll)))


def after(claims: Sequence[Claim], *decisions: Decision) -> tuple[list[Claim], tuple[str, ...]]:
    return applied(claims, [GAZETTE, MIRROR], resolve(decisions, claims))


HERE, THERE, OTHER = claim("gazette"), claim("mirror"), claim("gazette", 7, "7-sheep:0")
ALL = [HERE, THERE, OTHER]


def test_without_a_decision_on_single_claims_they_are_as_they_were() -> None:
    assert after(ALL) == (ALL, ())
    assert after(ALL, decided(Ruling.SAME, HERE, OTHER)) == (ALL, ())


def test_what_is_no_claim_is_left_out_wherever_it_is_printed() -> None:
    left, notes = after(ALL, decided(Ruling.NOT_A_CLAIM, HERE))
    assert left == [OTHER]
    assert notes == tuple(
        f"corrections: left out as no claim: “goats” ({outlet}); {BY}"
        for outlet in ("Valley Gazette", "mirror")
    )
    twice = decided(Ruling.NOT_A_CLAIM, HERE, THERE)
    assert after(ALL, decided(Ruling.NOT_A_CLAIM, HERE), twice)[1] == notes


def test_a_print_that_another_decision_speaks_of_stays() -> None:
    none = decided(Ruling.NOT_A_CLAIM, HERE)
    for ruling, others in ((Ruling.SAME, (OTHER,)), (Ruling.DIFFERENT, (OTHER,))):
        left, notes = after(ALL, none, decided(ruling, THERE, *others))
        assert left == [THERE, OTHER]
        assert len(notes) == 1


@pytest.mark.parametrize("named", [HERE, THERE])
def test_a_sentence_is_misread_whoever_prints_it(named: Claim) -> None:
    left, notes = after(ALL, decided(Ruling.MISREAD, named, figure="more than 16"))
    assert notes == ()
    assert left[2] == OTHER
    for one in left[:2]:
        assert one.quantity is not None
        assert (one.quantity.low, one.quantity.high) == (Decimal(16), None)
        assert one.rule == "correction"
        assert not one.quantity.low_inclusive


LAST = date(2024, 2, 21)


@pytest.mark.parametrize(("last", "end"), [(None, DAY), (LAST, LAST)])
def test_a_day_that_was_misread(last: date | None, end: date) -> None:
    """Of a figure it is the day as of which it holds, of a day the day itself."""
    day = claim("gazette", None, "on-monday:0")
    right = decided(Ruling.MISREAD, HERE, day=DAY, last_day=last)
    (figure, *_), _ = after([HERE, day], right)
    assert (figure.as_of, figure.as_of_by) == (Period(start=DAY, end=end), AsOf.TOLD)
    assert figure.quantity == HERE.quantity
    right = decided(Ruling.MISREAD, day, day=DAY, last_day=last)
    (figure, dated), notes = after([HERE, day], right)
    assert figure == HERE
    assert (dated.when, dated.as_of, notes) == (Period(start=DAY, end=end), None, ())


def test_a_day_gives_no_figure_that_could_be_misread() -> None:
    day = claim("gazette", None, "on-monday:0")
    (left,), notes = after([day], decided(Ruling.MISREAD, day, figure="16"))
    assert left.quantity is None
    assert notes == (
        f"corrections: gazette:on-monday:0 gives no figure that could be misread; {BY}",
    )
    assert left == day  # and is not said to be read as decided
    both = decided(Ruling.MISREAD, day, figure="16", day=DAY)
    (left,), notes = after([day], both)
    assert (left.when, left.rule, len(notes)) == (Period(start=DAY, end=DAY), "correction", 1)


def test_a_program_is_shown_four_hundred_characters_on_each_side() -> None:
    article = GAZETTE.model_copy(update={"text": "a" * 401 + " Nine goats came. " + "b" * 400})
    start = article.text.index("Nine")
    shown = HERE.model_copy(update={"sentence": Span(start=start, end=start + 16)})
    side = _side(shown, {"gazette": article})
    assert side.sentence == "Nine goats came."
    assert side.context == "a" * 399 + " Nine goats came. " + "b" * 399
    early = HERE.model_copy(update={"sentence": Span(start=5, end=10)})
    assert _side(early, {"gazette": article}).context == article.text[:410]
    assert (side.claim, side.outlet) == (HERE.name, "Valley Gazette")
    assert _side(THERE, {"mirror": MIRROR}).outlet == "mirror"


def test_the_first_that_gives_another_answer_competes() -> None:
    def competing(*tolls: int) -> int:
        claims = tuple(claim(f"a{at}", toll) for at, toll in enumerate(tolls))
        asked = Possible(question="goats", kind="count", claims=claims, fits=(), open=())
        return claims.index(_competing(asked, DEFAULT))

    assert competing(14, 14, 16, 18) == 2
    assert competing(14, 16, 14) == 1
    assert competing(14, 14, 14) == 2
