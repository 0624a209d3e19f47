"""Where the other claims of a question go that an editor's decision divides, by hand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

import pytest

from factcheck import Ruling
from factcheck.corrections.groups import _divided, _joined, _least_sure, _likeness
from factcheck.corrections.resolution import ResolvedCorrections, resolve
from factcheck.kinds import Count
from factcheck.models import Claim, Quantity, Question, Span
from factcheck.results import Cluster, Confidence, Link

from .newsstand import decided


def claim(outlet: str, words: str = "", toll: int = 14, head: str = "goat") -> Claim:
    """What an outlet prints, by the letter that it is called."""
    printed = words or f"{toll}-{head}-{outlet}"
    return Count(
        article_id=outlet, span=Span(start=0, end=1), quote="x", sentence=Span(start=0, end=1),
        quantity=Quantity(low=Decimal(toll), high=Decimal(toll)), rule="by hand",
        question=Question(head=head), name=f"{outlet}:{printed}:0",
    )  # fmt: skip


def apart(*pairs: tuple[Claim, Claim], claims: Sequence[Claim]) -> ResolvedCorrections:
    return resolve([decided(Ruling.DIFFERENT, one, other) for one, other in pairs], claims)


def pieces(
    claims: Sequence[Claim], ruled: ResolvedCorrections, home: dict[str, int] | None = None
) -> set[str]:
    """The pieces, each by the letters of its outlets."""
    where = dict.fromkeys((one.id for one in claims), 0) | (home or {})
    found = _divided(claims, where, ruled)
    return {"".join(sorted(one.article_id for one in piece)) for piece in found}


FEW, MANY = claim("a", toll=14), claim("b", toll=55)


@pytest.mark.parametrize(
    ("other", "home", "expected"),
    [
        # Its words go before its cluster, that before its answer, and that before its question.
        (claim("c", words="55-goat-b", toll=14), 0, {"a", "bc"}),
        (claim("c", toll=55), 0, {"ac", "b"}),
        (claim("c", toll=55), 1, {"a", "bc"}),
        (claim("c", toll=14), 2, {"ac", "b"}),
        (claim("c", toll=55, head="sheep"), 2, {"a", "bc"}),
    ],
)
def test_what_decides_which_side_a_claim_goes_with(
    other: Claim, home: int, expected: set[str]
) -> None:
    homes = {FEW.id: 0, MANY.id: 1, other.id: home}
    claims = [FEW, MANY, other]
    ruled = apart((FEW, MANY), claims=claims)
    for order in permutations(claims):
        assert pieces(order, ruled, homes) == expected


def test_where_nothing_else_tells_the_more_alike_question_does() -> None:
    goats, sheep = claim("a", toll=1, head="goat"), claim("b", toll=2, head="sheep")
    for head, expected in (("goat", {"ac", "b"}), ("sheep", {"a", "bc"})):
        claims = [goats, sheep, claim("c", toll=3, head=head)]
        ruled = apart((goats, sheep), claims=claims)
        for order in permutations(claims):
            assert pieces(order, ruled) == expected


def test_a_question_that_no_decision_divides_stays_whole() -> None:
    claims = [FEW, MANY, claim("c")]
    assert pieces(claims, resolve([], claims)) == {"abc"}
    assert pieces(claims, apart((FEW, claim("x")), claims=claims)) == {"abc"}


def test_each_of_three_that_are_apart_stands_alone() -> None:
    claims = [FEW, MANY, claim("c", toll=7)]
    ruled = resolve([decided(Ruling.DIFFERENT, *claims)], claims)
    for order in permutations(claims):
        assert pieces(order, ruled) == {"a", "b", "c"}


def test_of_two_that_are_apart_the_first_by_name_chooses_first_in_any_order() -> None:
    """Both give 14, and would go with the paper that does; one has to go with the other one."""
    third, fourth = claim("c", toll=14), claim("d", toll=14)
    claims = [FEW, MANY, third, fourth]
    ruled = apart((FEW, MANY), (third, fourth), claims=claims)
    for order in permutations(claims):
        assert pieces(order, ruled) == {"ac", "bd"}


def test_those_that_were_decided_on_choose_before_the_others() -> None:
    """By name "0" would be the first, and would make the second piece another one."""
    first = claim("0", toll=55)
    claims = [first, FEW, MANY]
    ruled = apart((FEW, MANY), claims=claims)
    for order in permutations(claims):
        assert pieces(order, ruled) == {"a", "0b"}


def test_what_was_decided_to_be_one_goes_as_one() -> None:
    third, fourth = claim("c", toll=14), claim("d", toll=55)
    claims = [FEW, MANY, third, fourth]
    rulings = [decided(Ruling.DIFFERENT, FEW, MANY), decided(Ruling.SAME, third, fourth)]
    for order in permutations(claims):
        assert pieces(order, resolve(rulings, claims)) == {"acd", "b"}
    rulings = [decided(Ruling.DIFFERENT, FEW, MANY), decided(Ruling.SAME, FEW, fourth)]
    for order in permutations(claims):
        assert pieces(order, resolve(rulings, claims)) == {"acd", "b"}


def test_the_most_alike_of_two_sides_counts() -> None:
    home = {"a:0-1:count": 0, "b:0-1:count": 1, "c:0-1:count": 1}
    alike = _likeness([claim("c", toll=14)], [FEW, MANY], home)
    assert alike == (False, True, False, 1.0)
    apart_from_all = claim("c", toll=7, head="sheep")
    assert _likeness([apart_from_all], [FEW], home) == (False, False, False, 0.0)


def cluster(*claims: Claim, sure: Confidence = Confidence.SURE, link: str = "") -> Cluster:
    tie = link and Link(
        left=f"{link[0]}:0-1:count", right=f"{link[1]}:0-1:count", weight=1.0, reasons=()
    )
    return Cluster(
        id=claims[0].id, label="goats", kind="count", claims=claims, confidence=sure,
        weakest_link=tie or None,
    )  # fmt: skip


def test_clusters_are_joined_by_way_of_what_was_decided() -> None:
    claims = [claim(outlet) for outlet in "abcdef"]
    a, b, c, d, e, f = claims
    clusters = [cluster(a, b), cluster(c), cluster(d, e), cluster(f)]
    for rulings, expected in (
        ([], ["ab", "c", "de", "f"]),
        ([(b, c)], ["abc", "de", "f"]),
        ([(f, a)], ["abf", "c", "de"]),
        ([(c, f), (f, e)], ["ab", "cdef"]),
        ([(c, e), (b, f), (f, d)], ["abcdef"]),
    ):
        ruled = resolve([decided(Ruling.SAME, *pair) for pair in rulings], claims)
        found = [
            "".join(c.article_id for one in together for c in one.claims)
            for together in _joined(clusters, ruled)
        ]
        assert ["".join(sorted(one)) for one in found] == expected


def test_a_question_is_as_sure_as_the_least_sure_of_its_parts() -> None:
    a, b, c, d = (claim(outlet) for outlet in "abcd")
    sure = cluster(a, b, link="ab")
    likely, possible = (
        cluster(c, d, sure=sure, link="cd") for sure in (Confidence.LIKELY, Confidence.POSSIBLE)
    )
    every = {one.id for one in (a, b, c, d)}
    assert _least_sure([], every) == (Confidence.SURE, None)
    assert _least_sure([sure], every) == (Confidence.SURE, sure.weakest_link)
    assert _least_sure([sure, likely], every) == (Confidence.LIKELY, likely.weakest_link)
    assert _least_sure([possible, sure], every) == (Confidence.POSSIBLE, possible.weakest_link)
    assert _least_sure([sure, likely], {c.id}) == (Confidence.LIKELY, None)
    assert _least_sure([cluster(a, b)], every) == (Confidence.SURE, None)
