"""Each constant of the policy decides something: a case in which it does, at the bound.

For each constant two or more values that stand next to each other, with what is judged by the one
and by the other. What a case asks is worked out by hand beside it; nothing else of the policy is
another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from factcheck.answers.comparable import answer_of
from factcheck.answers.intervals import asserted, implied
from factcheck.interval import Interval
from factcheck.judge.arithmetic import slips_in
from factcheck.judge.batch import Batch
from factcheck.judge.moments import Moment
from factcheck.judge.movement import movement_of
from factcheck.judge.relations import _same_sentence
from factcheck.judge.reported import ReportedValue
from factcheck.kinds import Count, Distance, EventTime, Movement
from factcheck.models import Article, Dimension, Quantity
from factcheck.policy import Policy
from factcheck.provenance.origins import find_copies, origins_of
from factcheck.results import Verdict

from .newsroom import (
    Told,
    about,
    at_least,
    claim,
    exactly,
    group_of,
    measured,
    more_than,
    paper,
    up_to,
    vague,
)

Ask = Callable[[Policy], object]


@dataclass(frozen=True)
class Case:
    """What is asked under the policy with each value of `field`, and what comes out."""

    field: str
    ask: Ask
    expected: tuple[tuple[object, object], ...]
    others: tuple[tuple[str, object], ...] = ()


def said(quantity: Quantity) -> Ask:
    return lambda policy: ends(asserted(quantity, policy))


def meant(quantity: Quantity) -> Ask:
    return lambda policy: ends(implied(quantity, policy))


def ends(line: Interval[Decimal]) -> tuple[float, float]:
    assert line.low is not None
    assert line.high is not None
    return float(line.low), float(line.high)


def clock(time: str, *, hedged: bool = False) -> Ask:
    """How many minutes before and after its clock time an answer is read."""
    article = paper("gazette", "It began at that hour.")
    told = claim(article, "at that hour", EventTime, clock=time, approximate=hedged)
    hours, minutes = map(int, time.split(":"))

    def read(policy: Policy) -> tuple[float, float]:
        found = answer_of(told, policy)
        assert found is not None
        low, high = ends(found.implied)
        return hours * 60 + minutes - low, high - hours * 60 - minutes

    return read


def days_later(days: int) -> Ask:
    first, last = (Moment(days=Interval.point(date(2024, 3, day))) for day in (4, 4 + days))
    return lambda policy: first.precedes(last, policy)


def excused(policy: Policy) -> Verdict:
    few = Told(exactly(12), words="A preliminary count came to that many.")
    return group_of(few, Told(exactly(30)), movement=Movement.RISING, policy=policy).verdict


def slips(text: str, *figures: tuple[str, Quantity]) -> Ask:
    """How many sums of a text are wrong."""
    article = paper("gazette", text)
    claims = [claim(article, quote, quantity=quantity) for quote, quantity in figures]
    return lambda policy: len(slips_in(article, claims, policy))


def share(percent: int) -> Ask:
    """36 of 45 is 80 percent; eight characters stand between the two."""
    return slips(
        f"Of the villages, 36 of the 45 hamlets ({percent} percent) are cut off.",
        ("36", exactly(36)),
        ("45 hamlets", exactly(45)),
        (f"{percent} percent", exactly(percent, **measured(Dimension.PERCENT, "percent"))),
    )


# From the last part to the end of the total stand 27 characters.
TOTAL = slips(
    "They found 7 bodies in Olm and 5 bodies in Ritt, a total of 13 men.",
    ("7 bodies", exactly(7)),
    ("5 bodies", exactly(5)),
    ("13 men", exactly(13)),
)
FOUR_FIGURES = slips(
    "The dead were 9 women, 4 men and 2 boys, a total of 16 people.",
    *(("9 women", exactly(9)), ("4 men", exactly(4)), ("2 boys", exactly(2))),
    ("16 people", exactly(16)),
)


def preliminary(text: str) -> Ask:
    """Whether "so far" is told of the figure of a text."""
    article = paper("gazette", text)
    told = claim(article, "Twelve goats", Count, quantity=exactly(12))

    def asked(policy: Policy) -> bool:
        batch = Batch({article.id: article}, find_copies([article], policy), policy, {})
        return batch.is_preliminary(told)

    return asked


def volatile(text: str) -> Ask:
    """Whether a distance is that of a storm."""
    article = paper("gazette", text)
    miles = exactly(90, **measured(Dimension.DISTANCE, "mile"))
    question = {"predicate": "be"}
    told = claim(article, "90 miles", Distance, quantity=miles, question=question)
    return lambda policy: (
        movement_of([told], {}, {article.id: article}, policy) is Movement.VOLATILE
    )


def words(of: str, first: int, last: int) -> str:
    return " ".join(f"{of}{'x' * number}" for number in range(first, last + 1))


def articles(*texts: str) -> list[Article]:
    return [paper(name, text) for name, text in zip("abc", texts, strict=False)]


def one_story(*texts: str) -> Ask:
    def asked(policy: Policy) -> bool:
        return len(set(find_copies(articles(*texts), policy).story_id.values())) == 1

    return asked


def lifted(*texts: str) -> Ask:
    """How many pairs of articles share a paragraph."""
    return lambda policy: len(find_copies(articles(*texts), policy).lifted)


def origins(*texts: str) -> Ask:
    """How many origins "14 goats" has, and the evidence of the first."""
    papers = articles(*texts)
    claims = [claim(one, "14 goats", quantity=exactly(14)) for one in papers]

    def asked(policy: Policy) -> tuple[int, str]:
        found = origins_of(claims, find_copies(papers, policy), policy)
        return len(found), found[0].evidence

    return asked


def altered(left: Sequence[str], right: Sequence[str]) -> Ask:
    """Whether a sentence of the left is one of the right, but for its figures."""
    one, other = (
        cast("ReportedValue", SimpleNamespace(sentences={tuple(s.split()) for s in sentences}))
        for sentences in (left, right)
    )
    return lambda policy: _same_sentence(one, other, policy)


SAME, PARTS = "the same sentence", "parts of one sentence"
# Two sentences of twelve words, eight runs of five, of which they share the first four.
EIGHT_WORDS = "Saw 14 goats by our lone mill here"
FIRST, SECOND = (f"{EIGHT_WORDS} {words(other, 1, 4)}. " for other in "km")
ONE_PARAGRAPH = words("p", 1, 30) + ". "
OWN = words("q", 1, 30) + ". ", words("r", 1, 30) + ". "
APART = (("abridged", Decimal("0.99")), ("lifted", Decimal("0.99")))

CASES = [
    # Half the scale of 10,000 is 5,000; a tenth and two tenths of it are less.
    Case("hedge_share", said(about(10000)), (
        ("0.1", (9000, 11000)), ("0.2", (8000, 12000)), ("0.6", (5000, 15000)))),
    Case("hedge_floor", said(about(1234)), (
        ("0.01", (1221.66, 1246.34)), ("0.05", (1172.3, 1295.7)), ("0", (1233, 1235)))),
    # 150 stands on the scale of fifties, and its last digit on that of tens.
    Case("rounded_step", meant(exactly(150)), (("50", (145, 155)), ("51", (150, 150)))),
    Case("rounding_share", meant(exactly(10000)), (("0.05", (9500, 10500)),
                                                    ("0.04", (9600, 10400)))),
    # The next round number after 2,000 is 3,000.
    Case("bound_share", meant(more_than(2000)), (("0.5", (2000, 3000)), ("0.75", (2000, 3500)))),
    Case("bound_share", meant(up_to(10000)), (("0.25", (7500, 10000)), ("0.5", (5000, 10000)))),
    Case("least_share", meant(at_least(6)), (("1", (6, 12)), ("0.5", (6, 9)), ("0", (6, 7)))),
    Case("vague_share", meant(vague(24)), (("0.3", (16.8, 100)), ("0.5", (12, 100)))),
    # Noon stands on the scale of an hour, 12:05 on that of five minutes.
    Case("clock_hedge", clock("12:00", hedged=True), ((15, (15, 15)), (20, (20, 20)),
                                                     (70, (60, 60)))),
    Case("clock_rounding", clock("12:00"), ((5, (5, 5)), (7, (7, 7)), (60, (30, 30)))),
    Case("clock_rounding", clock("12:05"), ((5, (2.5, 2.5)), (2, (2, 2)))),
    Case("clock_rounding", clock("12:03"), ((5, (0, 0)),)),
    Case("later_days", days_later(0), ((1, False),)),
    Case("later_days", days_later(1), ((1, True), (2, False))),
    Case("later_days", days_later(3), ((3, True), (4, False))),
    Case("preliminary_excuses", excused, ((True, Verdict.UPDATE), (False, Verdict.CONFLICT))),
    # 81 percent is read from 80.5 on.
    Case("percent_slack", share(81), (("0.5", 0), ("0.4", 1))),
    Case("restated_within", share(90), ((8, 1), (7, 0))),
    Case("restated_within", TOTAL, ((14, 1), (13, 0))),
    Case("most_terms", FOUR_FIGURES, ((4, 1), (3, 0))),
    # Six letters and a space on either side.
    Case("around", preliminary("Twelve goats came. So far."), ((7, True), (6, False))),
    Case("around", preliminary("It is, so far, unclear.\nTwelve goats came."), (
        (17, True), (15, False), (300, True))),
    Case("around", volatile("It was 90 miles away. A storm."), ((8, True), (6, False))),
    Case("around", volatile("The storm grew.\nIt was 90 miles away."), ((12, True), (11, False),
                                                                       (300, True))),
    # A text of six words, and one that holds them all, or the first five.
    Case("shingle_words", one_story(words("a", 1, 6), words("a", 1, 9)), ((6, True), (7, False))),
    Case("abridged", one_story(words("a", 1, 6), words("a", 1, 5) + " " + words("b", 1, 9)),
         (("0.5", True), ("0.51", False))),
    Case("lifted", lifted(words("a", 1, 6), words("a", 1, 5) + " " + words("b", 1, 9)),
         (("0.5", 1), ("0.51", 0)), (("abridged", Decimal("0.9")),)),
    Case("sentence_copied", origins(OWN[0] + FIRST, OWN[1] + SECOND),
         (("0.5", (1, PARTS)), ("0.51", (2, ""))), APART),
    Case("sentence_lifted", origins(ONE_PARAGRAPH + FIRST, ONE_PARAGRAPH + OWN[1] + SECOND),
         (("0.5", (1, PARTS)), ("0.51", (2, ""))),
         (("abridged", Decimal("0.99")), ("sentence_copied", Decimal("0.9")))),
    Case("sentence_shingles", origins(OWN[0] + FIRST, OWN[1] + SECOND),
         ((4, (1, PARTS)), (5, (2, ""))), APART),
    # Eight words that two print alike: four runs of five.
    Case("sentence_shingles", origins(f"{OWN[0]}{EIGHT_WORDS}.", f"{OWN[1]}{EIGHT_WORDS}."),
         ((4, (1, SAME)), (5, (2, ""))), APART),
    Case("sentence_altered", origins(OWN[0] + FIRST, OWN[1] + SECOND),
         (("0.5", (1, SAME)), ("0.51", (1, PARTS))), APART),
    Case("sentence_altered", altered([words("a", 1, 12)],
                                     [words("a", 1, 8) + " " + words("b", 1, 4)]),
         (("0.5", True), ("0.51", False))),
    Case("sentence_shingles", altered([words("a", 1, 8)], [words("a", 1, 8)]),
         ((4, True), (5, False))),
    # Of three texts that share a run, each is compared with as many before it.
    Case("postings", lifted(*(f"{words('a', 1, 5)} {one}" for one in "uvw")), ((1, 2), (2, 3))),
    # Of two sentences of one beginning, the second is the one that is printed again.
    Case("postings", altered([words("a", 1, 8) + " aa " + words("b", 1, 30),
                              words("a", 1, 8) + " b c"],
                             [words("a", 1, 8) + " b d"]),
         ((1, False), (2, True))),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.field)
def test_a_constant_decides_at_its_bound(case: Case) -> None:
    for value, expected in case.expected:
        policy = Policy(**{**dict(case.others), case.field: cast("Any", value)})
        found = case.ask(policy)
        assert found == expected, (case.field, value)


def test_no_constant_is_left_out() -> None:
    assert {case.field for case in CASES} == set(Policy.model_fields)
