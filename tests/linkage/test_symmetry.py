"""Which of two reports is the first changes nothing of how they are compared.

Every comparison looks at one claim and then at the other, so whatever looks at one side twice, or
takes the one for the other, shows where the two are handed over in turn. The pairs are those by
which the other tests of comparing show what it does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pytest

from factcheck.linkage.answer_relation import answers_of
from factcheck.linkage.cannot_link import cannot_link
from factcheck.linkage.compare import copied_share, levels
from factcheck.linkage.contrast import contrasts
from factcheck.linkage.differences import differences, of_two_happenings, smaller_is_of_a_sort
from factcheck.linkage.distances import is_one_measure, one_extent, one_origin, one_way, two_ways
from factcheck.linkage.evidence import DIFFERENCE_LEVELS, IDENTITY_LEVELS
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.figures import (
    gap,
    has_risen,
    one_dimension,
    only_larger_counts,
    set_against,
)
from factcheck.linkage.happenings import of_one_event
from factcheck.linkage.identity import differing_levels, identity, resemblance
from factcheck.linkage.model import link_model
from tests.linkage.newsdesk import marked
from tests.linkage.test_compare import CASES
from tests.linkage.test_contrast import APART, TOGETHER
from tests.linkage.test_identity import NEVER, ONE, OPEN, PARTS, TWO

WEIGHTS = link_model().identity
DISTANCES = [
    ("Hale lies [9 miles] west of Orrin.", "Hale lies [14 miles] east of Orrin."),
    ("The ship ran aground [9 miles] from Orrin.", "The ship ran aground [14 miles] off Hale."),
    ("The trench is [40 metres] deep.", "The trench has a depth of [130 feet]."),
    ("The storm is moving at [16 mph].", "The storm had winds of [125 mph]."),
    ("The boy is [six years] old.", "The boy was held for [six years]."),
    ("At least [12 people] died.", "[14 people], including the gunman, died."),
    ("The second night drew [900] fans.", "The first night and the second night drew [700] fans."),
]
OTHERS = [
    ("The mill in Oster fined [330] weavers.", "Police held [12] masked men in Oster."),
    ("[40] people died on Sunday, police said.", "[40] people had died, nurses said on Monday."),
    ("Ada Ruse, [45], was elected.", "Bo Ruse, [47], was elected."),
    ("He sang at [7:43 p.m.]", "He sang at about [8 p.m.]"),
    ("The choir sang in [May 2023].", "The choir sang in [2023]."),
    ("The choir sang on [14 May 2023].", "The choir sang in [May 2023]."),
]
NAMED = (*CASES.values(), *TWO.values(), *OPEN.values(), *NEVER.values(), *PARTS.values())
# A score beside votes is compared by the sort of the first.
PAIRS = sorted({*ONE, *APART, *TOGETHER, *DISTANCES, *OTHERS, *NAMED} - {OPEN["tally"]})


def summed(found: Iterable[tuple[str, float]]) -> dict[str, float]:
    """The amounts of levels by name: some of a pair may be reached in two ways."""
    amounts: defaultdict[str, float] = defaultdict(float)
    for name, amount in found:
        amounts[name] += amount
    return amounts


def reached(found: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    return sorted((name, round(amount, 9)) for name, amount in summed(found).items() if amount)


def reached_by_any(one: Features, other: Features, words: WordWeights) -> list[tuple[str, float]]:
    return reached((level.name, level.amount) for level in levels(one, other, words))


def reached_differing(
    one: Features, other: Features, words: WordWeights
) -> list[tuple[str, float]]:
    return reached(differing_levels(one, other, words, WEIGHTS))


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_two_claims_are_compared_alike_whichever_is_the_first(left: str, right: str) -> None:
    (one, other, *_), words = marked(left, right)
    assert reached_by_any(one, other, words) == reached_by_any(other, one, words)
    assert reached_differing(one, other, words) == reached_differing(other, one, words)
    there, back = (identity(*sides, words, WEIGHTS) for sides in ((one, other), (other, one)))
    assert there.score == pytest.approx(back.score)
    assert (there.strength, sorted(there.fits)) == (back.strength, sorted(back.fits))
    told = [
        sorted((found.slot, found.hard, found.asked) for found in differences(*sides))
        for sides in ((one, other), (other, one))
    ]
    assert told[0] == told[1]
    for compared in (
        answers_of, cannot_link, copied_share, gap, is_one_measure, of_one_event,
        of_two_happenings, one_extent, one_origin, one_way, set_against, two_ways,
        has_risen, only_larger_counts, one_dimension, smaller_is_of_a_sort,
    ):  # fmt: skip
        assert compared(one, other) == compared(other, one), compared
    against = contrasts(one.content, other.content), contrasts(other.content, one.content)
    assert {frozenset(words) for words in against[0]} == {frozenset(words) for words in against[1]}


# What two differing answers reach by degrees, and not by being so or not.
BY_DEGREES = {
    "closeness", "days_between", "few_of_sort", "figure_beside", "near_bits", "near_words",
    "one_of_its_kind", "ratio", "ratio_room", "shared_referent",
}  # fmt: skip
OWN = IDENTITY_LEVELS | DIFFERENCE_LEVELS


def test_what_speaks_for_one_question_counts_whole_and_once() -> None:
    for left, right in PAIRS:
        (one, other, *_), words = marked(left, right)
        found = [
            (name, amount)
            for name, amount in differing_levels(one, other, words, WEIGHTS)
            if name in OWN
        ]
        assert len({name for name, _ in found}) == len(found), (left, right)
        assert {amount for name, amount in found if name not in BY_DEGREES} <= {1}, (left, right)


def test_what_any_pair_reaches_counts_once_where_answers_differ() -> None:
    """Reasons for a desk have levels of such names too, which weigh nothing more."""
    for left, right in PAIRS:
        (one, other, *_), words = marked(left, right)
        found = differing_levels(one, other, words, WEIGHTS)
        assert summed(pair for pair in found if pair[0] not in OWN) == summed(
            (level.name, level.amount) for level in levels(one, other, words)
        ), (left, right)


def test_what_is_fitted_is_what_is_weighed() -> None:
    """By weights that know one level alone the score of a pair is how much of that it has."""
    for left, right in PAIRS:
        (one, other, *_), words = marked(left, right)
        if any(found.hard for found in differences(one, other)):
            continue
        for level, amount in summed(differing_levels(one, other, words, WEIGHTS)).items():
            alone = {"constant": 7.0, "levels": {level: 3.0}}
            known = WEIGHTS.model_copy(
                update={
                    "figures": WEIGHTS.figures.model_copy(update=alone),
                    "days": WEIGHTS.days.model_copy(update=alone),
                }
            )
            score = resemblance(one, other, words, known).score
            assert score == pytest.approx(7 + 3 * amount), (left, right, level)
