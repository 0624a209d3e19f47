"""A report made by hand: two papers on one flood, with a conflict, an update and an agreement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.kinds import Count, Deaths, EventDate
from factcheck.models import Article, Claim, Dimension, Period, Phase, Quantity, Side, Span
from factcheck.results import Group, Origin, Pair, Position, Relation, Report, Verdict

GAZETTE = Article(
    id="gazette",
    publisher="Valley Gazette",
    published=date(2024, 2, 17),
    title="River at four metres",
    text=(
        "Nearly 300 homes were flooded. The river broke its banks on Friday. Two people died."
        "\n\nWith reporting by Reuters."
    ),
)
HERALD = Article(
    id="herald",
    publisher="Hill Herald",
    published=date(2024, 2, 18),
    text=(
        "More than 450 homes were flooded, Mayor Ines Roth said. "
        "The river broke its banks on Friday. The toll has since risen to five people."
    ),
)


def claim(
    article: Article,
    kind: type[Claim],
    quote: str,
    quantity: Quantity | None = None,
    when: Period | None = None,
    phase: Phase | None = None,
) -> Claim:
    start = article.text.index(quote)
    sentence = article.text.rfind(". ", 0, start)
    return kind(
        kind=str(kind.model_fields["kind"].default),
        article_id=article.id,
        span=Span(start=start, end=start + len(quote)),
        quote=quote,
        sentence=Span(
            start=sentence + 2 if sentence >= 0 else 0, end=article.text.index(".", start) + 1
        ),
        quantity=quantity,
        when=when,
        phase=phase,
        rule="by hand",
    )


def count(low: int | None, high: int | None, **more: object) -> Quantity:
    return Quantity.model_validate(
        {
            "low": None if low is None else Decimal(low),
            "high": None if high is None else Decimal(high),
            "dimension": Dimension.COUNT,
            **more,
        }
    )


def position(answer: str, *claims: Claim, outlets: tuple[str, ...], speaker: str = "") -> Position:
    articles = {GAZETTE.id: GAZETTE, HERALD.id: HERALD}
    return Position(
        answer=answer,
        low=None,
        high=None,
        claims=tuple(each.id for each in claims),
        publishers=outlets,
        speakers=(speaker,) if speaker else (),
        origins=len(claims),
        as_of=articles[claims[0].article_id].published,
    )


def group(
    name: str, verdict: Verdict, explanation: str, claims: tuple[Claim, ...], *positions: Position
) -> Group:
    return Group(
        id=name,
        label=name,
        kind=claims[0].kind,
        claims=claims,
        verdict=verdict,
        explanation=explanation,
        origins=tuple(Origin(articles=(each.article_id,), claims=(each.id,)) for each in claims),
        positions=positions,
        pairs=(
            Pair(
                left=claims[0].id,
                right=claims[1].id,
                relation=Relation.CONTRADICTION,
                verdict=verdict,
                reason="nothing lies in both",
            ),
        ),
        deciding=tuple(each.id for each in claims[:2]),
    )


@pytest.fixture
def report() -> Report:
    friday = Period(start=date(2024, 2, 16), end=date(2024, 2, 16))
    few = claim(
        GAZETTE, Count, "Nearly 300 homes", count(300, 300, approximate=True, side=Side.BELOW)
    )
    many = claim(HERALD, Count, "More than 450 homes", count(450, None, low_inclusive=False))
    early = claim(GAZETTE, Deaths, "Two people", count(2, 2))
    late = claim(HERALD, Deaths, "five people", count(5, 5))
    days = tuple(claim(each, EventDate, "on Friday", when=friday) for each in (GAZETTE, HERALD))
    both = ("Valley Gazette", "Hill Herald")
    return Report(
        articles=(GAZETTE, HERALD),
        claims=(few, days[0], early, many, days[1], late),
        groups=(
            group(
                "homes flooded",
                Verdict.CONFLICT,
                "One paper has just under 300 homes, the other at least 450.",
                (few, many),
                position("nearly 300", few, outlets=both[:1]),
                position("more than 450", many, outlets=both[1:], speaker="Mayor Ines Roth"),
            ),
            group(
                "people killed",
                Verdict.UPDATE,
                "The toll rose.",
                (early, late),
                position("5", late, outlets=both[1:]),
                position("2", early, outlets=both[:1]),
            ),
            group(
                "day the river broke its banks",
                Verdict.AGREE,
                "Both say Friday.",
                days,
                position("16 February 2024", *days, outlets=both),
            ),
        ),
        notes=("The Gazette gives no country.",),
    )


@pytest.fixture
def change() -> Report:
    """Two papers disagree on the size of a march, and one of them tells how it shrank."""
    gazette = GAZETTE.model_copy(update={"text": "At first 900 people marched. Later it was 300."})
    herald = HERALD.model_copy(update={"text": "The march began with 500 people."})
    first = claim(gazette, Count, "900 people", count(900, 900), phase=Phase.START)
    later = claim(gazette, Count, "300", count(300, 300), phase=Phase.LATER)
    other = claim(herald, Count, "500 people", count(500, 500), phase=Phase.START)
    conflict = Pair(
        left=first.id,
        right=other.id,
        relation=Relation.CONTRADICTION,
        verdict=Verdict.CONFLICT,
        reason="nothing lies in both",
    )
    told = Pair(
        left=later.id,
        right=first.id,
        relation=Relation.TOLD_CHANGE,
        verdict=Verdict.UPDATE,
        reason="it shrank",
    )
    # No paper tells that 500 became 300: each prints one of the two.
    across = told.model_copy(update={"right": other.id})
    march = group(
        "size of the march",
        Verdict.CONFLICT,
        "",
        (first, other, later),
        position("300", later, outlets=("Valley Gazette",)),
        position("900", first, outlets=("Valley Gazette",)),
        position("500", other, outlets=("Hill Herald",)),
    ).model_copy(update={"pairs": (conflict, told, across)})
    return Report(articles=(gazette, herald), claims=(first, later, other), groups=(march,))
