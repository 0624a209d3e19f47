"""Which distances and sizes are to one question, and which are not."""

import pytest

from factcheck import reconcile
from factcheck.linkage.compare import levels
from factcheck.linkage.contrast import contrasts
from factcheck.linkage.differences import differences
from factcheck.linkage.distances import one_extent, one_origin, swapped
from factcheck.linkage.identity import identity
from factcheck.linkage.model import Strength, link_model
from tests.linkage.newsdesk import marked

WEIGHTS = link_model().identity
ONE = [
    # the same place, under a name or a noun
    ("The village lies [60 km] from Orrin.", "The village is [80 km] north of the town of Orrin."),
    ("The village lies [60 km] from the state capital.",
     "Two men died in the village, [80 km] from the state capital of Orrin."),
    ("The ferry was seized [450 miles] off the Kenyan coast.",
     "The ferry was seized [500 miles] east of Kenya."),
    # who names the other end, and who does not
    ("The ferry was seized [450 miles] from Orrin.",
     "The Stella Nova was boarded [500 miles] from Orrin."),
    # the way back
    ("Hale is [9 miles] from Orrin.", "Orrin, [12 miles] from Hale, was flooded."),
    ("Hale is [9 miles] from Orrin.", "They were taken to Orrin, [12 miles] from here."),
    # neighbouring points of the compass
    ("The ferry sank [450 miles] east of Orrin.", "The ferry sank [500 miles] southeast of Orrin."),
    # the only depth that either report gives
    ("The quake hit at a depth of [9 miles].", "The quake was centred [40 miles] below the bay."),
    ("Cars lay in ash up to [20 cm] deep.", "Cars were buried in ash [20 inches] (51 cm) deep."),
]  # fmt: skip
TWO = [
    ("The camp is [9 miles] from Orrin.", "The camp is [30 miles] from Tillby."),
    ("The camp is [9 miles] north of Orrin.", "The camp is [30 miles] southwest of Orrin."),
    # two named places, each so far from a third
    ("They met in Hale, [9 miles] from Orrin.", "They met in Tillby, [30 miles] from Orrin."),
]
OPEN = [
    # two things that have no name
    ("The mill is [9 miles] from Orrin.", "The school is [30 miles] from Orrin."),
    # a depth of two things
    ("The pit was [9 feet] deep.", "Snow up to [3 feet] deep lay on the roads."),
    # and where the two figures happen to be close
    ("The pit was [9 feet] deep.", "Snow up to [8 feet] deep lay on the roads."),
    # nothing tells from where
    ("The wreck lay [9 miles] away.", "The camp is [30 miles] from Orrin."),
]  # fmt: skip


def strength(left: str, right: str) -> Strength:
    (one, other), words = marked(left, right)
    return identity(one, other, words, WEIGHTS).strength


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_distance_or_size_is_one_question(left: str, right: str) -> None:
    assert strength(left, right) >= Strength.LIKELY


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_ways_are_two_questions(left: str, right: str) -> None:
    assert strength(left, right) is Strength.DIFFERENT
    (one, other), _ = marked(left, right)
    hard = {found.slot for found in differences(one, other) if found.hard}
    assert hard & {"origin", "measured"}


@pytest.mark.parametrize(("left", "right"), OPEN)
def test_what_is_left_open_is_asked_about_at_most(left: str, right: str) -> None:
    assert strength(left, right) <= Strength.POSSIBLE


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It is [9 miles] from Orrin.", "It is [9 miles] off the coast of Orrin.", True),
        ("It is [9 miles] from Orrin.", "It is [9 miles] from Tillby.", False),
        ("It is [9 miles] from Orrin.", "It is [9 miles] from the mill.", None),
        ("It is [9 miles] from Orrin, Norland.", "It is [9 miles] from Orrin.", True),
        ("It is [9 miles] from Orrin, Norland.", "It is [9 miles] off Norland.", True),
        ("It is [9 miles] from Orrin, Norland.", "It is [9 miles] from Tarn, Norland.", None),
        ("It is [9 miles] from Orrin.", "It is [9 miles] away.", None),
        ("It is [9 miles] from the mill.", "It is [9 miles] from the old mill.", True),
    ],
)
def test_whether_the_origin_is_one(left: str, right: str, expected: bool | None) -> None:
    (one, other), _ = marked(left, right)
    assert one_origin(one, other) is one_origin(other, one) is expected


def test_a_way_that_is_told_from_its_other_end() -> None:
    (there, back, by), _ = marked(
        "Hale is [9 miles] from Orrin.", "Orrin is [9 miles] from Hale.", "Hale is [9 miles] away."
    )
    assert swapped(there, back)
    assert swapped(back, there)
    assert not swapped(there, there)
    assert not swapped(there, by)


def test_how_far_something_is_is_no_size_of_it() -> None:
    (depth, deep, far), _ = marked(
        "It struck at a depth of [9 miles].", "It was [9 miles] below.", "It is [9 miles] away."
    )
    assert one_extent(depth, deep) == "depth"
    assert one_extent(far, far) is None


def test_two_papers_that_differ_on_a_distance_are_flagged() -> None:
    report = reconcile([
        "Two men drowned on Monday in Hale, 60 km from the state capital Orrin.",
        "Two men drowned on Monday in Hale, a village 80 km north of the state capital of Orrin.",
    ])  # fmt: skip
    (conflict,) = report.conflicts
    assert {claim.quote for claim in conflict.claims} == {"60 km", "80 km"}


def test_one_way_is_told_apart_by_its_ends_and_by_no_other_word() -> None:
    (near, nearer, far), _ = marked(
        "Orla was [430 miles] southeast of Tarn, moving northwest at 16 mph.",
        "The storm, 10 hours on, was [280 miles] southeast of Tarn, moving northwest at 17 mph.",
        "The storm, 10 hours on, was [280 miles] southeast of Hale, moving northwest at 17 mph.",
    )
    assert contrasts(near.content, nearer.content)
    assert not any(found.hard for found in differences(near, nearer))
    assert any(found.hard for found in differences(near, far))


def test_two_distances_are_from_one_place_from_two_or_from_none_that_is_told() -> None:
    here = "The camp is [9 miles] from Orrin."
    for there, expected in (
        ("The camp is [9 miles] from Tillby.", "from two places"),
        ("The village lies [9 miles] from Orrin.", ""),
        ("The camp is [9 miles] away.", ""),
    ):
        (left, right), words = marked(here, there)
        found = [one.reason for one in levels(left, right, words) if one.name == "other_holder"]
        assert found == [expected] * bool(expected)
