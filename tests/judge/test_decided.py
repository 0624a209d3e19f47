"""A decision in words, whom it concerns, and the order of groups: each by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from factcheck.decisions import Decision, Ruling
from factcheck.judge import judge
from factcheck.judge.decided import by_group, credited, in_words
from factcheck.judge.groups import ranked
from factcheck.kinds import Count, Deaths, Weight
from factcheck.models import Article, Claim, Question, Section
from factcheck.results import Cluster, Confidence, Relation, Verdict

from .newsroom import MOVEMENTS, claim, cluster, exactly, paper

ON = date(2024, 2, 17)
ARTICLE = paper("gazette", "It found 18 goats and 16 goats. By noon 20 goats were found.")


def named(quote: str, name: str) -> Claim:
    figure = exactly(quote.partition(" ")[0])
    return claim(ARTICLE, quote, quantity=figure).model_copy(update={"name": name})


EIGHTEEN, SIXTEEN, TWENTY = (
    named(f"{number} goats", f"gazette:{number}-goats:0") for number in (18, 16, 20)
)
NAMES = tuple(one.name for one in (EIGHTEEN, SIXTEEN, TWENTY))


def decision(ruling: Ruling, *names: str, **more: Any) -> Decision:
    return Decision(ruling=ruling, claims=names, by="R. Calloway", on=ON, **more)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (decision(Ruling.SAME, *NAMES), "Editor’s decision: these answer one question"),
        (decision(Ruling.SAME, *NAMES, program=True),
         "Second opinion: these answer one question"),
        (decision(Ruling.SAME, *NAMES, note="asked the chief"),
         "Editor’s decision: these answer one question (asked the chief)"),
        (decision(Ruling.NOT_A_CLAIM, NAMES[0]), "Editor’s decision: no claim"),
        (decision(Ruling.DIFFERENT, NAMES[0], "post:9-cows:0", "echo:8-cows:0"),
         "Editor’s decision: this is not the question of post:9-cows:0 or echo:8-cows:0"),
        (decision(Ruling.EARLIER, NAMES[1], NAMES[0], NAMES[2]),
         "Editor’s decision: earlier states first: 16 → 18 → 20"),
        (decision(Ruling.MISREAD, NAMES[0], figure="18"),
         "Editor’s decision: “18 goats” read as 18"),
        # What is misread is so whoever prints it.
        (decision(Ruling.MISREAD, "mirror:18-goats:0", figure="18"),
         "Editor’s decision: “18 goats” read as 18"),
        (decision(Ruling.MISREAD, NAMES[0], NAMES[1], figure="18"),
         "Editor’s decision: “18 goats” and “16 goats” read as 18 and 16"),
        (decision(Ruling.MISREAD, NAMES[0], day=date(2024, 2, 16)),
         "Editor’s decision: “18 goats” read as 18, as of Friday 16 February 2024"),
    ],
)  # fmt: skip
def test_a_decision_in_words(given: Decision, told: str) -> None:
    found = in_words(given, [EIGHTEEN, SIXTEEN, TWENTY])
    assert found == f"{told}; R. Calloway, 17 February 2024."


def test_whose_decision_it_is() -> None:
    by = "R. Calloway on 17 February 2024"
    assert credited(decision(Ruling.NOT_A_CLAIM, "a")) == f"decided by {by}"
    assert credited(decision(Ruling.NOT_A_CLAIM, "a", program=True)) == f"second opinion of {by}"


def test_which_decisions_concern_a_group_in_their_order() -> None:
    first, second = cluster(EIGHTEEN, SIXTEEN, name="one"), cluster(TWENTY, name="other")
    same, apart = decision(Ruling.SAME, *NAMES[:2]), decision(Ruling.DIFFERENT, *NAMES)
    printed = decision(Ruling.MISREAD, "mirror:20-goats:0", figure="21")
    elsewhere = decision(Ruling.NOT_A_CLAIM, "mirror:20-goats:0")
    every = [printed, apart, elsewhere, same]
    assert by_group(every, [first, second]) == {"one": (apart, same), "other": (printed, apart)}
    assert by_group([elsewhere], [first, second]) == {}
    assert by_group([], [first, second]) == {}


def conflict(
    articles: list[Article], few: int, many: int, kind: type[Claim] = Count, **more: Any
) -> Cluster:
    left, right = articles
    return cluster(
        claim(left, str(few), kind, quantity=exactly(few), **more),
        claim(right, str(many), kind, quantity=exactly(many), **more),
        name="goats",
    )


def test_how_grave_a_group_is() -> None:
    """Ten characters stand before each figure of thirty."""
    articles = [paper("left", f"{'x' * 9} 20{' ' * 18}"), paper("right", f"{'y' * 9} 50{' ' * 18}")]
    weights = {"deaths": Weight.VICTIMS}
    deepest = 10 / 30

    def gravity(one: Cluster) -> tuple[Any, ...]:
        ((found, _),) = ranked([one], articles, MOVEMENTS, weights=weights)
        return tuple(found)

    plain = conflict(articles, 20, 50)
    verdict, inside, doubt, weight, gap, support, depth, name = gravity(plain)
    assert (verdict, inside, doubt) == (0, False, 0)
    assert (gap, support, name) == (Decimal("-2.5"), -1, "goats")
    assert depth == pytest.approx(deepest)
    likely = plain.model_copy(update={"confidence": Confidence.POSSIBLE})
    assert gravity(likely)[2] == 2
    dead = conflict(articles, 20, 50, Deaths, question=Question())
    long_ago = conflict(articles, 20, 50, Deaths, question=Question(earlier=True))
    assert gravity(dead)[3] < gravity(long_ago)[3] == weight
    # The kind of the group decides, and not that of the claim which comes first.
    mixed = plain.model_copy(update={"kind": "deaths"})
    assert gravity(mixed)[3] == gravity(dead)[3]
    headline = conflict(articles, 20, 50, section=Section.HEADLINE)
    assert gravity(headline)[6] == 0
    # What is no conflict is not ranked by doubt and weight.
    alone = cluster(claim(articles[0], "20", Deaths, quantity=exactly(20)), name="goats")
    single = gravity(alone.model_copy(update={"confidence": Confidence.POSSIBLE}))
    assert single[0] > 0
    assert single[1:6] == (False, 0, 0, Decimal(-1), 0)


OPENED = ["Hens left the yard", "Rain fell on the pass", "The mill burned", "Boats lay ashore"]


def counted(figures: list[int]) -> tuple[list[Article], list[Claim]]:
    """Papers that each count goats in words of their own, their claims named by their place."""
    articles = [
        paper(f"paper{at}", f"{OPENED[at]}. It held {figure} goats.")
        for at, figure in enumerate(figures)
    ]
    claims = [
        claim(one, f"{figure} goats", quantity=exactly(figure)).model_copy(
            update={"name": f"c{at}"}
        )
        for at, (one, figure) in enumerate(zip(articles, figures, strict=True))
    ]
    return articles, claims


@pytest.mark.parametrize(
    ("figures", "order", "updated"),
    [
        ([18, 20], ["c0", "c1"], [(0, 1)]),
        ([18, 20], ["c1", "c0"], [(0, 1)]),
        # Each state is earlier than all that come after it, and no other figure is.
        ([18, 20, 25], ["c0", "c1"], [(0, 1)]),
        ([18, 20, 25], ["c0", "c1", "c2"], [(0, 1), (0, 2), (1, 2)]),
        ([25, 18, 20], ["c0", "c2"], [(0, 2)]),
        # Papers that give one figure are one side of a pair.
        ([18, 20, 18], ["c0", "c1"], [(0, 1)]),
        ([18, 20, 20], ["c0", "c2"], [(0, 1)]),
        # One figure is no earlier state of itself.
        ([18, 18], ["c0", "c1"], []),
        ([18, 20], [], []),
    ],
)
def test_an_earlier_state_by_decision_is_an_update(
    figures: list[int], order: list[str], updated: list[tuple[int, int]]
) -> None:
    articles, claims = counted(figures)
    decisions = [decision(Ruling.EARLIER, *order)] if order else []
    (group,) = judge([cluster(*claims)], articles, MOVEMENTS, decisions=decisions)
    place = {one.id: at for at, one in enumerate(claims)}
    decided = {
        tuple(sorted((place[pair.left], place[pair.right])))
        for pair in group.pairs
        if pair.relation is Relation.DECIDED
    }
    assert decided == set(updated)
    for pair in group.pairs:
        if pair.relation is Relation.DECIDED:
            assert pair.verdict is Verdict.UPDATE
            assert pair.reason == (
                "one is an earlier state of the other, decided by R. Calloway on 17 February 2024"
            )
    whole = len(set(figures)) * (len(set(figures)) - 1) // 2
    if len(set(figures)) == len(figures):
        expected = Verdict.UPDATE if len(updated) == whole else Verdict.CONFLICT
        assert group.verdict is expected


def test_a_decision_on_other_claims_changes_no_verdict() -> None:
    articles, claims = counted([18, 20])
    for given in (
        decision(Ruling.EARLIER, "x0", "x1"),
        decision(Ruling.EARLIER, "c0", "x1"),
        decision(Ruling.SAME, "c0", "c1"),
    ):
        (group,) = judge([cluster(*claims)], articles, MOVEMENTS, decisions=[given])
        assert group.verdict is Verdict.CONFLICT
        assert [pair.relation for pair in group.pairs] == [Relation.CONTRADICTION]
