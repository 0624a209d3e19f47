"""Which decisions hold, beside a search that knows no roots: it walks from claim to claim.

What holds is drawn from sets of decisions on five names, of which one is of an article that is
gone. The search is slow and plain: it keeps a list of what it took, and looks at all of it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Decision, Ruling
from factcheck.corrections.groups import _cluster, _confirmed, _decided_confidence, _still_open
from factcheck.corrections.resolution import ResolvedCorrections, resolve
from factcheck.linkage.cluster import Linked
from factcheck.models import Claim
from factcheck.results import Cluster, Confidence, Link, Possible

from .newsstand import DAY, decided
from .test_divided import claim, cluster

AT_HAND = tuple(claim(outlet, words="x") for outlet in "abcd")
NAMES = ("a:x:0", "b:x:0", "c:x:0", "d:x:0", "gone:x:0")
JOINING = (Ruling.SAME, Ruling.EARLIER)


def reached(name: str, taken: Sequence[Decision]) -> set[str]:
    """All names that one question has with this one, by way of any number of decisions."""
    found, before = {name}, set[str]()
    while found != before:
        before = set(found)
        for one in taken:
            if one.ruling in JOINING and not found.isdisjoint(one.claims):
                found |= {*one.claims}
    return found


def at_war(taken: Sequence[Decision]) -> bool:
    """Whether two claims are apart by one decision, and one question by others."""
    return any(
        other in reached(one, taken)
        for apart in taken
        if apart.ruling is Ruling.DIFFERENT
        for one, other in combinations(apart.claims, 2)
    )


def contradicted(decision: Decision, taken: Sequence[Decision]) -> bool:
    """Whether a decision cannot stand beside those that were taken."""
    shared = [one for one in taken if not {*one.claims}.isdisjoint(decision.claims)]
    out = Ruling.NOT_A_CLAIM
    if any((one.ruling is out) != (decision.ruling is out) for one in shared):
        return True
    if decision.ruling is Ruling.MISREAD:
        read = [one for one in shared if one.ruling is Ruling.MISREAD]
        return any((one.figure and decision.figure) or (one.day and decision.day) for one in read)
    turned = decision.ruling is Ruling.EARLIER and any(
        a in later_than(b, taken) for a, b in combinations(decision.claims, 2)
    )
    return turned or at_war([*taken, decision])


def later_than(name: str, taken: Sequence[Decision]) -> set[str]:
    """All that some decisions give as later than a claim, directly or by way of others."""
    order = {
        pair
        for one in taken
        if one.ruling is Ruling.EARLIER
        for pair in combinations(one.claims, 2)
    }
    found: set[str] = set()
    while more := {b for a, b in order if a in {name, *found}} - found:
        found |= more
    return found


def effective(given: Sequence[Decision]) -> tuple[list[Decision], int]:
    """What holds of some decisions and has its claims at hand, and how many do not hold."""
    here = {*NAMES[:4]}
    taken: list[Decision] = []
    lost = 0
    editors = [one for one in given if not one.program]
    for one in [*reversed(editors), *reversed([one for one in given if one.program])]:
        if here.isdisjoint(one.claims):
            continue
        if contradicted(one, taken):
            lost += 1
        else:
            taken.insert(0, one)
    found = []
    for one in taken:
        own = here & {*one.claims}
        if one.ruling in JOINING:
            tied = {name for each in taken if each.ruling in JOINING for name in each.claims}
            own |= {name for name in here & tied if not own.isdisjoint(reached(name, taken))}
        if len(own) >= (1 if one.ruling in (Ruling.NOT_A_CLAIM, Ruling.MISREAD) else 2):
            found.append(one)
    return found, lost


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    ruling = draw(st.sampled_from([*Ruling, *JOINING, Ruling.DIFFERENT]))
    single = ruling in (Ruling.NOT_A_CLAIM, Ruling.MISREAD)
    names = draw(
        st.lists(
            st.sampled_from(NAMES), min_size=1 if single else 2, max_size=2 if single else 3,
            unique=True,
        )
    )  # fmt: skip
    more: dict[str, object] = {"program": draw(st.booleans())}
    if ruling is Ruling.MISREAD:
        more |= draw(
            st.sampled_from([
                {"figure": "7"}, {"day": DAY}, {"figure": "7", "day": DAY},
            ])
        )  # fmt: skip
    return decided(ruling, *names, **more)


@settings(max_examples=200)
@given(st.lists(decisions(), min_size=1, max_size=7))
def test_what_holds_is_what_a_plain_search_finds(given: list[Decision]) -> None:
    found = resolve(given, AT_HAND)
    expected, lost = effective(given)
    assert [*found.decisions] == expected
    assert sum("it has no effect" in note for note in found.notes) == min(lost, 5)
    assert any(f"{lost - 5} more decisions have no effect" in note for note in found.notes) == (
        lost > 5
    )


@settings(max_examples=100)
@given(st.lists(decisions(), min_size=1, max_size=6))
def test_who_is_one_with_whom_and_apart_from_whom(given: list[Decision]) -> None:
    """Of editors alone, and where nothing is contradicted: by the search over all of them."""
    taken: list[Decision] = []
    for one in reversed(given):
        if not {*NAMES[:4]}.isdisjoint(one.claims) and not contradicted(one, taken):
            taken.append(one)
    own = [one.model_copy(update={"program": False}) for one in given]
    found = resolve(own, AT_HAND)
    joined = {name for one in taken if one.ruling in JOINING for name in one.claims}
    for left, right in combinations(AT_HAND, 2):
        same = right.name in reached(left.name, taken)
        assert (found.root(left) == found.root(right)) == same
        apart = any(
            a in reached(left.name, taken) and b in reached(right.name, taken)
            for each in taken
            if each.ruling is Ruling.DIFFERENT
            for ends in combinations(each.claims, 2)
            for a, b in (ends, ends[::-1])
        )
        assert bool(found.at_odds([left, right])) == apart
        assert found.is_open(left, right) == (not same and not apart)
    assert [found.ties(each) for each in AT_HAND] == [each.name in joined for each in AT_HAND]


A, B, C, D = (
    claim(outlet, toll=toll) for outlet, toll in zip("abcd", (14, 55, 14, 9), strict=True)
)
EVERY = (A, B, C, D)


@pytest.mark.parametrize(
    ("rulings", "claims", "expected"),
    [
        # All answers have to be tied by decision, and what is tied has to be there.
        ([(Ruling.SAME, A, B)], (A, B), (Confidence.SURE, "ab", 1)),
        ([(Ruling.SAME, A, B)], (A, B, C), (Confidence.SURE, "ab", 1)),
        ([(Ruling.SAME, A, B)], (A, B, D), None),
        ([(Ruling.SAME, A, C)], (A, B, C), None),
        ([(Ruling.SAME, A, C)], (A, C), (Confidence.SURE, "ac", 1)),
        ([(Ruling.EARLIER, A, B)], (B, A), (Confidence.SURE, "ba", 1)),
        ([(Ruling.DIFFERENT, A, B)], (A, B), None),
        ([(Ruling.NOT_A_CLAIM, A)], (A, B), None),
        ([], (A, B), None),
        # The link goes from the first of them to the last one.
        ([(Ruling.SAME, A, B), (Ruling.SAME, B, D)], (A, B, C, D), (Confidence.SURE, "ad", 1)),
        ([(Ruling.SAME, D, B)], (A, B, C, D), None),
    ],
)  # fmt: skip
def test_a_question_is_settled_where_every_answer_is_tied(
    rulings: list[tuple[Ruling, *tuple[Claim, ...]]],
    claims: tuple[Claim, ...],
    expected: tuple[Confidence, str, int] | None,
) -> None:
    ruled = resolve([decided(*one) for one in rulings], EVERY)
    found = _decided_confidence(claims, ruled)
    if expected is None:
        assert found is None
        whole = cluster(*claims, sure=Confidence.LIKELY)
        assert _confirmed(whole, ruled) is whole
        return
    assert found is not None
    sure, link = found
    assert (sure, link.left[0] + link.right[0], len(link.reasons)) == expected
    assert link.weight == 0  # a decision is no matter of bits
    assert link.reasons == ("decided by R. Calloway on 19 February 2024",)
    confirmed = _confirmed(cluster(*claims, sure=Confidence.POSSIBLE, link="cd"), ruled)
    assert (confirmed.confidence, confirmed.weakest_link) == (sure, link)


@pytest.mark.parametrize(
    ("programs", "sure"),
    [
        ((False, False), Confidence.SURE),
        ((False, True), Confidence.LIKELY),
        ((True, False), Confidence.LIKELY),
        ((True, True), Confidence.LIKELY),
    ],
)
def test_where_a_program_has_a_part_nothing_is_sure(
    programs: tuple[bool, bool], sure: Confidence
) -> None:
    first, second = programs
    ruled = resolve(
        [
            decided(Ruling.SAME, A, B, program=first, by="one"),
            decided(Ruling.SAME, B, C, program=second, by="two"),
        ],
        EVERY,
    )
    found = _decided_confidence((A, B, C), ruled)
    assert found is not None
    assert found[0] is sure
    # Each is named, in the order in which they hold: an editor's after a program's.
    opened = {True: "second opinion of", False: "decided by"}
    every = [
        f"{opened[first]} one on 19 February 2024",
        f"{opened[second]} two on 19 February 2024",
    ]
    assert sorted(found[1].reasons) == sorted(every)


def a_cluster(*claims: Claim, kind: str = "count", link: str = "", sure: Confidence) -> Cluster:
    return cluster(*claims, sure=sure, link=link).model_copy(update={"kind": kind})


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_joined_is_called_as_its_largest_part(turned: bool) -> None:
    """Of two equal parts the later by name; who is left of a part alone says nothing of how sure
    the others are."""
    few = a_cluster(A, B, kind="deaths", link="ab", sure=Confidence.LIKELY)
    alone = a_cluster(D, kind="injuries", sure=Confidence.SURE)
    other = a_cluster(C, kind="count", sure=Confidence.POSSIBLE)
    before = [few, alone, other]
    if turned:
        before.reverse()
    none = resolve([], EVERY)
    whole = _cluster((A, B, C, D), before, none, {}, {})
    assert (whole.kind, whole.confidence, whole.id) == ("deaths", Confidence.LIKELY, A.id)
    assert whole.weakest_link == few.weakest_link
    part = _cluster((A, C, D), before, none, {}, {})
    assert (part.kind, part.confidence, part.weakest_link) == ("injuries", Confidence.SURE, None)
    tied = resolve([decided(Ruling.SAME, A, B, C, D)], EVERY)
    assert _cluster((A, B, C, D), before, tied, {}, {}).confidence is Confidence.SURE


def asked(*claims: Claim, fits: tuple[str, ...] = ("both count goat",)) -> Possible:
    return Possible(question="goats", kind="count", claims=claims, fits=fits, open=("far apart",))


SINCE = ("each was asked about beside an answer that was decided since",)


@pytest.mark.parametrize(
    ("rulings", "question", "left"),
    [
        ([], asked(A, B), asked(A, B)),
        ([(Ruling.DIFFERENT, A, B)], asked(A, B), None),
        ([(Ruling.SAME, A, B)], asked(A, B), None),
        # Of three answers one is out: what is told of the first two goes with it.
        (
            [(Ruling.DIFFERENT, A, B)], asked(A, B, D),
            asked(A, D).model_copy(update={"fits": SINCE, "open": ()}),
        ),
        (
            [(Ruling.DIFFERENT, A, B)], asked(A, B, D, fits=()),
            asked(A, D, fits=()).model_copy(update={"open": ()}),
        ),
        ([(Ruling.DIFFERENT, A, D)], asked(A, B, D), asked(A, B)),
        ([(Ruling.DIFFERENT, B, D)], asked(A, B, D), asked(A, B)),
        ([(Ruling.DIFFERENT, A, B, D)], asked(A, B, D), None),
        ([(Ruling.SAME, A, B)], asked(A, B, D), asked(A, B, D)),
    ],
)  # fmt: skip
def test_what_is_still_asked_after_a_decision(
    rulings: list[tuple[Ruling, *tuple[Claim, ...]]], question: Possible, left: Possible | None
) -> None:
    before = tuple(cluster(one) for one in EVERY)
    ruled: ResolvedCorrections = resolve([decided(*one) for one in rulings], EVERY)
    after = before
    if any(one[0] is Ruling.SAME for one in rulings):
        after = (cluster(A, B), cluster(C), cluster(D))
    links = Linked(before, (question, asked(C, D)), (3.5, 1.25))
    found = [*_still_open(links, after, ruled)]
    expected = [] if left is None else [(left, 3.5)]
    assert found == [*expected, (asked(C, D), 1.25)]


def test_a_link_of_decided_claims_is_kept_whole() -> None:
    """Only where both of its ends are left does it tell why they are one question."""
    tie = Link(left=A.id, right=B.id, weight=1.0, reasons=("both count goat",))
    whole = cluster(A, B, D).model_copy(update={"weakest_link": tie})
    none = resolve([], EVERY)
    assert _cluster((A, B), [whole], none, {}, {}).weakest_link == tie
    assert _cluster((A, D), [whole], none, {}, {}).weakest_link is None
