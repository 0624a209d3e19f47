"""Laws of judging, on random groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.answers.comparable import ComparableAnswer
from factcheck.interval import Interval
from factcheck.judge.context import GroupContext
from factcheck.judge.moments import Moment
from factcheck.judge.relations import relate
from factcheck.judge.reported import ReportedValue
from factcheck.judge.verdict import verdict_of
from factcheck.kinds import CaravanSize, Movement
from factcheck.models import Article, Change, Claim, Dimension, Phase, Quantity, Span, Status
from factcheck.policy import DEFAULT
from factcheck.results import Group, Verdict

from .newsroom import (
    KINDS,
    Told,
    about,
    at_least,
    claim,
    exactly,
    group_of,
    judged,
    more_than,
    nearly,
    paper,
    up_to,
    vague,
)

WORDS = st.sampled_from([exactly, about, nearly, more_than, at_least, up_to, vague])
QUANTITIES = st.builds(
    lambda words, figure: words(figure), WORDS, st.sampled_from([6, 7, 50, 100, 120, 2000, 6000])
)
PHASES = st.sampled_from([None, None, Phase.START, Phase.LATER])
STATUSES = st.sampled_from([Status.ASSERTED, Status.ASSERTED, Status.RETRACTED])
DAYS = st.sampled_from([None, date(2024, 3, 4), date(2024, 3, 5)])
SENTENCES = (
    "Crowds gathered at the old harbour.",
    "Bells were heard so far inland.",
    "Nobody knew who had closed the gate.",
    "That was a preliminary figure.",
    "A thin rain fell on the hills all day long while the ferries waited for the wind to drop.",
)


@st.composite
def batches(draw: st.DrawFn) -> tuple[list[Article], list[Claim]]:
    """A few articles with one to three claims each, on one question."""
    kind = KINDS[draw(st.sampled_from(Movement))]
    articles, claims = [], []
    for place in range(draw(st.integers(1, 4))):
        told = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True))
        article = paper(f"p{place}", f"Number {place}. " + " ".join(told), draw(DAYS))
        articles.append(article)
        claims += [
            claim(
                article,
                sentence,
                kind,
                quantity=draw(QUANTITIES),
                phase=draw(PHASES),
                status=draw(STATUSES),
            )
            for sentence in told
        ]
    return articles, claims


def outcome(group: Group) -> tuple[object, ...]:
    return (
        group.verdict,
        len(group.origins),
        {frozenset(origin.claims) for origin in group.origins},
        {(pair.left, pair.right, pair.relation) for pair in group.pairs},
        {position.answer for position in group.positions},
        group.spread,
        group.median,
        group.deciding,
    )


@given(batches(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_nothing_depends_on_the_order_of_articles_or_claims(
    batch: tuple[list[Article], list[Claim]], random: Random
) -> None:
    articles, claims = batch
    before = judged(articles, *claims)
    random.shuffle(articles)
    random.shuffle(claims)
    assert outcome(judged(articles, *claims)) == outcome(before)


@given(batches(), st.data())
@settings(max_examples=60, deadline=None)
def test_an_exact_copy_changes_no_verdict_and_no_count_of_origins(
    batch: tuple[list[Article], list[Claim]], data: st.DataObject
) -> None:
    articles, claims = batch
    before = judged(articles, *claims)
    original = data.draw(st.sampled_from(articles))
    name = data.draw(st.sampled_from(["a-copy", "z-copy"]))
    copy = original.model_copy(update={"id": name, "publisher": "Copy Shop"})
    copied = [
        c.model_copy(update={"article_id": name}) for c in claims if c.article_id == original.id
    ]
    after = judged([*articles, copy], *claims, *copied)
    assert after.verdict is before.verdict
    assert len(after.origins) == len(before.origins)
    assert [p.origins for p in after.positions] == [p.origins for p in before.positions]


STRANGE = st.builds(
    lambda figure, words, unit: words(figure, **unit),
    st.decimals(allow_nan=False, allow_infinity=False),
    WORDS,
    st.sampled_from(
        [
            {},
            {"dimension": Dimension.DISTANCE, "unit": "mile"},
            {"dimension": Dimension.TEMPERATURE, "unit": "degree Fahrenheit"},
            {"dimension": Dimension.MONEY, "unit": "USD"},
            {"dimension": Dimension.PERCENT, "unit": "percent"},
        ]
    ),
)


@example([exactly(1), exactly("62137119223733396961744")], Movement.FIXED)
@given(st.lists(STRANGE, min_size=1, max_size=4), st.sampled_from(Movement))
def test_no_figure_is_too_strange_to_judge(figures: list[Quantity], movement: Movement) -> None:
    group = group_of(*(Told(figure) for figure in figures), movement=movement)
    assert len(group.explanation) < 3000
    assert Group.model_validate_json(group.model_dump_json()) == group


@given(batches())
@settings(max_examples=60, deadline=None)
def test_the_verdict_follows_from_the_pairs(batch: tuple[list[Article], list[Claim]]) -> None:
    articles, claims = batch
    group = judged(articles, *claims)
    assert group.verdict is verdict_of(group.pairs, len(articles))
    conflicts = any(pair.verdict is Verdict.CONFLICT for pair in group.pairs)
    assert (group.verdict is Verdict.CONFLICT) == conflicts


LINES = st.builds(
    lambda low, length, low_open, high_open: Interval(
        Decimal(low), Decimal(low + length), low_open and length > 0, high_open and length > 0
    ),
    st.integers(0, 30),
    st.integers(0, 10),
    st.booleans(),
    st.booleans(),
)
ARTICLE = Article(id="a", text="x")
CLAIM = CaravanSize(
    article_id="a", span=Span(start=0, end=1), quote="x", sentence=Span(start=0, end=1), rule="r",
    quantity=Quantity(low=Decimal(1), high=Decimal(1)),
)  # fmt: skip


def value(said: Interval[Decimal], more: Interval[Decimal], phase: Phase | None) -> ReportedValue:
    return ReportedValue(
        answer=ComparableAnswer(
            key=("count",),
            asserted=said,
            implied=said.hull(more),
            named=(said.low, said.high, said.low_open, said.high_open),
        ),
        claims=(CLAIM,),
        phase=phase,
        status=Status.ASSERTED,
        moment=Moment(),
        reference=None,
        event=None,
        tentative=False,
        preliminary=False,
        story_ids=frozenset({str(phase)}),
        sentences=frozenset(),
    )


@given(LINES, LINES, LINES, LINES, LINES, st.sampled_from(Movement))
def test_widening_an_interval_never_creates_a_conflict(
    left: Interval[Decimal],
    left_implied: Interval[Decimal],
    right: Interval[Decimal],
    right_implied: Interval[Decimal],
    room: Interval[Decimal],
    movement: Movement,
) -> None:
    context = GroupContext(movement, frozenset(), DEFAULT)
    one, other = value(left, left_implied, None), value(right, right_implied, None)
    wide = replace(one.answer, asserted=left.hull(room), implied=one.answer.implied.hull(room))
    before = relate(one, other, context).verdict
    after = relate(replace(one, answer=wide), other, context).verdict
    assert before is Verdict.CONFLICT or after is not Verdict.CONFLICT


@given(LINES, LINES, PHASES, PHASES, st.sampled_from(Movement), st.sets(st.sampled_from(Change)))
def test_a_relation_has_no_left_and_right(
    left: Interval[Decimal],
    right: Interval[Decimal],
    left_phase: Phase | None,
    right_phase: Phase | None,
    movement: Movement,
    told: set[Change],
) -> None:
    context = GroupContext(movement, frozenset(told), DEFAULT)
    one, other = value(left, left, left_phase), value(right, right, right_phase)
    assert relate(one, other, context).relation is relate(other, one, context).relation
