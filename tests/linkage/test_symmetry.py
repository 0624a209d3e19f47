"""Which of two reports is the first changes nothing of how they are compared.

Every comparison looks at one claim and then at the other, so whatever looks at one side twice, or
takes the one for the other, shows where the two are handed over in turn. The pairs are those by
which the other tests of comparing show what it does.
"""

from __future__ import annotations

import pytest

from factcheck.linkage.cannot_link import cannot_link
from factcheck.linkage.compare import answers_of, copied_share, levels
from factcheck.linkage.contrast import contrasts
from factcheck.linkage.differences import differences, of_one_event, of_two_happenings
from factcheck.linkage.distances import is_one_measure, one_extent, one_origin, one_way, two_ways
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.figures import gap, set_against
from factcheck.linkage.identity import identity
from factcheck.linkage.model import link_model
from factcheck.models import Dimension
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
]
BY_THE_FIRST = {"odd_minute", *(f"of_{dimension}" for dimension in Dimension)}
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


def reached(one: Features, other: Features, words: WordWeights) -> list[tuple[str, float]]:
    """The levels of a pair but for what tells the sort of its answers, by the first of them."""
    return sorted(
        (level.name, round(level.amount, 9))
        for level in levels(one, other, words)
        if level.amount and level.name not in BY_THE_FIRST
    )


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_two_claims_are_compared_alike_whichever_is_the_first(left: str, right: str) -> None:
    (one, other, *_), words = marked(left, right)
    assert reached(one, other, words) == reached(other, one, words)
    there, back = identity(one, other, words, WEIGHTS), identity(other, one, words, WEIGHTS)
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
    ):  # fmt: skip
        assert compared(one, other) == compared(other, one), compared
    against = contrasts(one.content, other.content), contrasts(other.content, one.content)
    assert {frozenset(words) for words in against[0]} == {frozenset(words) for words in against[1]}


# What speaks for one question by degrees, and not by being so or not.
BY_DEGREES = {"closeness", "one_of_its_kind", "shared_clause", "shared_participants"}


def test_what_speaks_for_one_question_counts_whole_and_once() -> None:
    """By weights that know one level alone the score of a pair is how much of that it has."""
    nothing = dict.fromkeys(WEIGHTS.against, 0.0)
    alone = [
        WEIGHTS.model_copy(
            update={
                "fits": {name: float(name == level) for name in WEIGHTS.fits},
                "against": nothing,
            }
        )
        for level in WEIGHTS.fits.keys() - BY_DEGREES
    ]
    for left, right in PAIRS:
        (one, other, *_), words = marked(left, right)
        found = {identity(one, other, words, weights).score for weights in alone}
        assert found <= {0, 1}, (left, right)
