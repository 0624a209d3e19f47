"""What may be one question, in the words in which an editor asks it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.kinds import Age, Count, Distance, EventDate, Money
from factcheck.models import Article, Claim, Dimension, Period, Quantity, Question, Side, Span
from factcheck.report.asking import (
    agreed,
    asked,
    fits_and_open,
    left_out,
    sides_of,
    worth_asking,
)
from factcheck.results import Confidence, Possible, Report, Verdict

ARTICLES = {
    name: Article(id=name, publisher=publisher, text="x")
    for name, publisher in (
        ("a", "Harbour Gazette"), ("b", "Island Post"), ("c", "Coast Radio"), ("d", None),
    )
}  # fmt: skip
UNITS = {
    Dimension.COUNT: "person",
    Dimension.MONEY: "USD",
    Dimension.AGE: "year of age",
    Dimension.DISTANCE: "mile",
}
KINDS: dict[Dimension, type[Claim]] = {
    Dimension.COUNT: Count,
    Dimension.MONEY: Money,
    Dimension.AGE: Age,
    Dimension.DISTANCE: Distance,
}


def claim(
    article: str,
    low: int | None,
    noun: str | None = None,
    *,
    head: str | None = None,
    dimension: Dimension = Dimension.COUNT,
    high: int | None = -1,
    side: Side | None = None,
    unit: str | None = "",
) -> Claim:
    top = low if high == -1 else high
    quantity = Quantity(
        low=None if low is None else Decimal(low),
        high=None if top is None else Decimal(top),
        low_inclusive=top is not None,
        approximate=side is not None,
        side=side,
        unit=UNITS[dimension] if unit == "" else unit,
        dimension=dimension,
    )
    kind = KINDS[dimension]
    return kind(
        kind=str(kind.model_fields["kind"].default),
        article_id=article,
        span=Span(start=0, end=1),
        quote="x",
        sentence=Span(start=0, end=1),
        quantity=quantity,
        subject=noun,
        question=Question(head=head),
        rule="by hand",
    )


def day(article: str, of_month: int) -> Claim:
    when = date(2024, 3, of_month)
    return EventDate(
        article_id=article,
        span=Span(start=0, end=1),
        quote="x",
        sentence=Span(start=0, end=1),
        when=Period(start=when, end=when),
        rule="by hand",
    )


def question(*claims: Claim) -> str:
    possible = Possible(question="q", kind="count", claims=claims)
    return asked(possible, sides_of(possible, ARTICLES))


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (
            (claim("a", 18, "children", head="child"), claim("b", 16, "children", head="child"),
             claim("c", 16, "children", head="child")),
            "18 children (Harbour Gazette) or 16 (two others): the same count?",
        ),
        (
            (claim("a", 12, "navy ships", head="ship"), claim("b", 3, "vessels", head="vessel")),
            "12 navy ships (Harbour Gazette) or 3 vessels (Island Post): the same count?",
        ),
        (
            (claim("a", 40, dimension=Dimension.MONEY), claim("b", 55, dimension=Dimension.MONEY)),
            "$40 (Harbour Gazette) or $55 (Island Post): the same sum?",
        ),
        (  # one gives the unit of an age, the other does not: one answer
            (claim("a", 54, dimension=Dimension.AGE),
             claim("b", 56, dimension=Dimension.AGE, unit=None),
             claim("c", 56, dimension=Dimension.AGE)),
            "54 (Harbour Gazette) or 56 (two others): the age of one person?",
        ),
        (
            (claim("a", 3, dimension=Dimension.DISTANCE),
             claim("d", 5, dimension=Dimension.DISTANCE)),
            "3 miles (Harbour Gazette) or 5 miles (d): the same length or distance?",
        ),
        (  # "almost 900" and "about 900" are one answer, "more than 900" is another
            (claim("a", 900, side=Side.BELOW), claim("b", 900, side=Side.AROUND),
             claim("c", 900, high=None)),
            "almost 900 (two outlets) or more than 900 (Coast Radio): the same count?",
        ),
        (
            (day("a", 4), day("b", 4), day("b", 5)),
            ("Monday 4 March 2024 (two outlets) or Tuesday 5 March 2024 (Island Post): "
             "the day of one event?"),
        ),
        (
            tuple(claim("a", figure) for figure in range(1, 7)),
            "1 or 2, both in Harbour Gazette: the same count?",
        ),
        (
            (day("a", 4), day("b", 5), day("c", 6), day("c", 7)),
            ("Monday 4 March 2024 (Harbour Gazette) or Tuesday 5 March 2024 (Island Post): "
             "the day of one event?"),
        ),
        ((claim("a", 1), claim("a", 2)), "1 or 2, both in Harbour Gazette: the same count?"),
        (
            # "1 mile (2 kilometres)" is one answer.
            (claim("a", 1), claim("b", 4), claim("a", 2).model_copy(
                update={"restates": claim("a", 1).span})),
            "1 (Harbour Gazette) or 4 (Island Post): the same count?",
        ),
    ],
)  # fmt: skip
def test_a_question_names_the_answers_and_who_gives_them(
    claims: tuple[Claim, ...], expected: str
) -> None:
    assert question(*claims) == expected


def test_answers_of_one_agreement_are_one_side(report: Report) -> None:
    """What the report tells as agreeing, or as compatible, it does not ask about; what it only
    may be of one thing it does."""
    few, least, more = claim("a", 2), claim("b", 4, high=None), claim("c", 5)
    possible = Possible(question="q", kind="count", claims=(few, least, more))

    def told(verdict: Verdict, confidence: Confidence = Confidence.SURE) -> str:
        group = report.groups[0].model_copy(
            update={"verdict": verdict, "confidence": confidence, "claims": (least, more)}
        )
        return asked(possible, sides_of(possible, ARTICLES, agreed([group])))

    one = "2 (Harbour Gazette) or more than 4 / 5 (two others): the same count?"
    assert told(Verdict.COMPATIBLE) == told(Verdict.AGREE) == one
    three = "2 (Harbour Gazette), more than 4 (Island Post) or 5 (Coast Radio): the same count?"
    assert told(Verdict.CONFLICT) == told(Verdict.AGREE, Confidence.POSSIBLE) == three


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (tuple(claim("a", figure) for figure in range(1, 5)), ""),
        (tuple(claim("a", figure) for figure in range(1, 6)), "Less likely: three more answers."),
        ((day("a", 4), day("b", 5)), ""),
        ((day("a", 4), day("b", 5), day("c", 6)), "Less likely: one more answer."),
    ],
)
def test_answers_that_a_question_does_not_name_are_counted_below_it(
    claims: tuple[Claim, ...], told: str
) -> None:
    possible = Possible(question="q", kind="count", claims=claims)
    assert left_out(sides_of(possible, ARTICLES)) == told


def test_an_outlet_counts_once_for_each_answer() -> None:
    again = claim("a", 18).model_copy(update={"span": Span(start=0, end=0), "quote": ""})
    assert question(claim("a", 18), again, claim("b", 16)) == (
        "18 (Harbour Gazette) or 16 (Island Post): the same count?"
    )


@pytest.mark.parametrize(
    ("text", "noun", "told"),
    [
        # The number of a name, and a title that writes all words large.
        ("They seek 162 victims of Sula Flight 417.", "victims of Sula Flight",
         "162 victims of Sula Flight 417"),
        ("They seek 162 victims 30 miles out.", "victims", "162 victims"),
        ("162 Sailors Lost. The sailors left on Monday.", "Sailors", "162 sailors"),
    ],
)  # fmt: skip
def test_the_noun_of_an_answer_is_whole_and_in_small_letters(
    text: str, noun: str, told: str
) -> None:
    article = Article(id="a", text=text)
    quote = f"162 {noun}"
    start = text.index(quote)
    span = Span(start=start, end=start + len(quote))
    one = claim("a", 162, noun).model_copy(update={"quote": quote, "span": span})
    possible = Possible(question="q", kind="count", claims=(one, claim("a", 9, noun)))
    assert sides_of(possible, {"a": article})[0].answer == told


def test_what_fits_and_what_is_open_is_told_where_it_is_known() -> None:
    claims = (claim("a", 18), claim("b", 16))
    told = Possible(
        question="q", kind="count", claims=claims, fits=("both child", "same day"), open=("place",)
    )
    assert fits_and_open(told) == ("Fits: both child; same day.", "Open: place.")
    assert fits_and_open(told.model_copy(update={"fits": (), "open": ()})) == ()


def test_what_one_article_tells_apart_is_asked_last_of_days_and_never_of_figures() -> None:
    def possible(*claims: Claim, fits: tuple[str, ...] = ("same",)) -> Possible:
        return Possible(question="q", kind="event_date", claims=claims, fits=fits)

    inside = possible(day("a", 4), day("a", 5), day("b", 5))  # all that give the 4th give the 5th
    across = possible(day("a", 4), day("b", 5))
    count = possible(claim("a", 1), claim("b", 2), claim("b", 3))
    apart = possible(claim("a", 1), claim("b", 1), claim("b", 2))  # whoever gives the 2 gives the 1
    faint = possible(day("a", 4), day("b", 5), fits=())
    assert worth_asking([inside, faint, apart, count, across]) == (count, across, inside)
