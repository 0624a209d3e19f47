"""Each level of a comparison is reached by some pair of short reports, and by pairs that show it.

The cases show a level each. With the labelled pairs they reach every level there is, so that none
is dead and none is misspelt.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from factcheck import extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.answer_relation import AnswerRelation, answers_of
from factcheck.linkage.batch_features import features
from factcheck.linkage.compare import levels, rarity
from factcheck.linkage.evidence import PAIR_LEVELS
from factcheck.linkage.features import WordWeights
from factcheck.models import Dimension
from tests.linkage.bench import load_pairs
from tests.linkage.newsdesk import marked

CASES: dict[str, tuple[str, str]] = {
    "same_head": ("Hail broke [40] windows.", "Some [40] windows are gone."),
    "different_head": ("The farm lost [40] goats.", "The farm lost [40] ploughs."),
    "people_beside_things": ("The farm hired [40] women.", "The farm bought [40] ploughs."),
    "two_groups": ("The town hired [40] nurses.", "The town hired [40] teachers."),
    "anybody": ("The town hired [40] nurses.", "The town hired [40] people."),
    "same_kind": ("The flood killed [40] people.", "The flood left [40] dead."),
    "other_question": ("The flood killed [40] people.", "The flood injured [40] people."),
    "same_predicate": ("Hail broke [40] windows.", "Hail broke [40] tiles."),
    "other_predicate": ("The farm lost [40] goats.", "The farm bought [40] goats."),
    "one_predicate": ("The farm lost [40] goats.", "The farm has [40] goats."),
    "contrast": ("Hail broke [40] windows in Oster.", "Hail broke [40] windows in Tillby."),
    "copy": ("Engineers counted [320] cracked tiles on the roof of the town library.",
             "Engineers counted [320] cracked tiles on the roof of the town library."),
    "near": ("The farm lost [41] goats.", "The farm lost about [40] goats."),
    "room": ("The farm lost more than [40] goats.", "The farm lost [70] goats."),
    "other_outlook": ("The farm lost [40] goats.", "The farm will lose [40] goats."),
    "other_world": ("The farm lost [40] goats.", "The farm might have lost [40] goats."),
    "other_scope": ("The crash hurt 90 people, including [40] children.",
                    "The crash hurt [40] children."),
    "other_rate": ("The plant makes [300] bicycles.", "The plant makes [300] bicycles a day."),
    "of_money": ("The barn cost [£40,000].", "The barn cost [£40,000]."),
    "of_percent": ("Rents climbed [4] percent.", "Rents climbed [4] percent."),
    "same_measured": ("Rents climbed [4] percent.", "Rents climbed [4] percent."),
    "other_measured": ("Rents climbed [4] percent.", "Wages climbed [4] percent."),
    "both_lead": ("The farm lost [40] goats.", "The farm lost [40] goats."),
    "both_definite": ("The [40] goats ran off.", "The [40] goats came back."),
    "shared_place": ("The ferry sailed [on 5 May 2020] in Oster.",
                     "The ferry sailed [on 5 May 2020] in Oster."),
    "speech": ("The mayor said so [on 4 March].", "The ferry sank [on 4 March]."),
    "of_clock": ("The ferry sank at [7:43 a.m.]", "The ferry went down at [7:43 a.m.]"),
    "odd_minute": ("The ferry sank at [7:43 a.m.]", "The ferry went down at [7:43 a.m.]"),
    "of_year": ("The ferry sank in [1988].", "The ferry went down in [1988]."),
    "of_month": ("The ferry sank in [May 1988].", "The ferry went down in [May 1988]."),
}  # fmt: skip


def reached(left: str, right: str) -> set[str]:
    (one, other), words = marked(left, right)
    assert one.blocking_key == other.blocking_key
    return {level.name for level in levels(one, other, words) if level.amount}


@pytest.mark.parametrize("level", CASES)
def test_a_pair_reaches_the_level_it_shows(level: str) -> None:
    assert level in reached(*CASES[level])


# The levels of which there is more or less: words by their rarity, figures by how exact they are.
GRADED = {
    "coincidence", "given_often", "kind_bits", "same_head", "same_predicate", "shared_modifiers",
    "same_measured", "shared_measured", "share_of_participants", "shared_participants",
    "tied_by_figure", "shared_names", "shared_clause", "shared_sentence", "copied",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_level_is_reached_or_not_unless_it_weighs_words_or_figures(case: str) -> None:
    (one, other), words = marked(*CASES[case])
    for level in levels(one, other, words):
        graded = level.name in GRADED
        assert 0 < level.amount <= 1 if graded else level.amount in (0, 1), level
        assert graded or level.amount or level.name == "odd_minute", level


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("It sank in [May 1988].", "It sank in [1988].", "of_year"),
        ("It sank on [9 May 1988].", "It sank in [May 1988].", "of_month"),
        ("It sank on [9 May 1988].", "It sank on [9 May 1988].", None),
    ],
)
def test_two_days_are_as_coarse_as_the_coarser(left: str, right: str, level: str | None) -> None:
    """ "In May" stands in "the first 11 months" with all else of the year."""
    for found in (reached(left, right), reached(right, left)):
        assert found & {"of_year", "of_month"} == ({level} if level else set())


def test_a_pair_of_one_wording_reaches_no_level_of_difference() -> None:
    same = "The farm in Oster lost [40] goats."
    found = reached(same, same)
    assert not {name for name in found if name.startswith(("other_", "different_"))}
    assert "contrast" not in found


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("The storm sank [14] boats and damaged 20 boats.", 2),
        ("The storm sank [14] boats. It sank 14 boats, police said.", 1),
        ("The storm sank [14] boats and damaged 20 houses.", 1),
        ("The storm dropped [20 inches] (51 cm) of snow.", 1),  # one answer in two units
    ],
)
def test_how_many_answers_of_its_sort_an_article_gives(text: str, answers: int) -> None:
    (one,), _ = marked(text)
    assert one.sort_size == answers


def test_what_is_of_one_wider_sort_is_no_contrast_whatever_is_said_of_it() -> None:
    """A house is a building, also a "wooden house" beside a "town building"."""
    left = "Fire destroyed [40] beds in the house."
    assert "contrast" not in reached(left, "Fire destroyed [40] beds in the building.")
    assert "contrast" in reached(left, "Fire destroyed [40] beds in the ferry.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The fire killed [14] people. It broke out on Tuesday.", date(2021, 3, 2)),
        ("It broke out on Tuesday and burned on Wednesday. It killed [14].", date(2021, 3, 2)),
        ("The mill was built on 4 May 1931. A fire there killed [14] people.", None),
        ("The fire killed [14] people.", None),
    ],
)
def test_deaths_without_a_day_are_of_the_day_their_story_names_first(
    text: str, day: date | None
) -> None:
    """Printed on Friday 5 March 2021."""
    (one,), _ = marked(text)
    assert (one.day and one.day.start) == day


def test_every_level_is_reached_and_every_level_reached_is_known() -> None:
    found = set().union(*(reached(*texts) for texts in CASES.values()))
    kinds = {kind.name: kind for kind in installed_kinds()}
    for pair in load_pairs():
        articles = pair.left.article, pair.right.article
        made, words = features(articles, [c for a in articles for c in extract(a)], kinds)
        for one, other in combinations(made, 2):
            if one.blocking_key == other.blocking_key:
                found |= {level.name for level in levels(one, other, words) if level.amount}
    assert found <= PAIR_LEVELS
    dimensions = {f"of_{dimension.value}" for dimension in Dimension}
    assert PAIR_LEVELS - found <= dimensions


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The farm lost [40] goats.", "The farm lost [40] goats.", AnswerRelation.SAME),
        ("The farm lost [41] goats.", "The farm lost about [40] goats.", AnswerRelation.NEAR),
        ("The farm lost more than [40] goats.", "The farm lost [70] goats.", AnswerRelation.ROOM),
        ("The farm lost [40] goats.", "The farm lost [70] goats.", AnswerRelation.DIFFERENT),
    ],
)
def test_answers_stand_to_each_other_as_their_bounds_do(
    left: str, right: str, expected: AnswerRelation
) -> None:
    (one, other), _ = marked(left, right)
    assert answers_of(one, other) is expected
    assert answers_of(other, one) is expected


def test_the_order_in_which_words_are_summed_says_nothing() -> None:
    """Ten tenths are one, and not the 0.9999999999999999 of adding floats one by one."""
    words = WordWeights("en")
    words.update(dict.fromkeys("abcdefghij", 0.1))
    assert rarity("abcdefghij", words) == 1.0
