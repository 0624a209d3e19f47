"""The two ends of a distance: where it is counted from, and what lies at its other end."""

import pytest

from factcheck import Article, extract
from factcheck.clauses.attributes import lying
from factcheck.clauses.distances import one_direction
from factcheck.models import Claim, Dimension

WINDS = (
    "north", "north-northeast", "northeast", "east-northeast", "east", "east-southeast",
    "southeast", "south-southeast", "south", "south-southwest", "southwest", "west-southwest",
    "west", "west-northwest", "northwest", "north-northwest",
)  # fmt: skip


def distance(sentence: str) -> Claim:
    """The first distance of a sentence."""
    found = extract(Article(id="a", text=sentence))
    return next(c for c in found if c.quantity and c.quantity.dimension is Dimension.DISTANCE)


@pytest.mark.parametrize(
    ("sentence", "origin"),
    [
        ("The wreck lies 9 miles from Orrin.", {"orrin"}),
        ("The boat sank 9 miles off Orrin.", {"orrin"}),
        ("The bus crashed 9 miles outside Orrin.", {"orrin"}),
        ("The inn is 2 miles past Orrin.", {"orrin"}),
        ("People felt it 9 miles away from the mill.", {"mill"}),
        ("The camp is 9 miles (14 km) north of Orrin.", {"orrin"}),
        ("The camp is 9 miles to the north of Orrin.", {"orrin"}),
        ("The camp is 9 miles due north of Orrin.", {"orrin"}),
        ("The pipe leaked within 9 miles of Orrin.", {"orrin"}),
        ("The camp is 9 miles from the state capital of Orrin.", {"state", "capital", "orrin"}),
        ("The camp is 9 miles east of the capital, Orrin.", {"capital", "orrin"}),
        ("The ship was seized 9 miles from Orrin, Norland.", {"orrin", "norland"}),
        ("The ship was seized 9 miles off the Kenyan coast.", {"kenyan", "coast"}),
        # The text does not say from where.
        ("The wreck was found 9 miles away.", set()),
        ("The camp is 9 miles from here.", set()),
        ("The camp is 9 miles to the north.", set()),
        # A size is counted from nowhere, and a day is no place.
        ("The hail left 9 inches of ice on the road.", set()),
        ("The pier is 900 feet long.", set()),
        ("The river rose 9 feet from Monday.", set()),
    ],
)
def test_where_a_distance_is_counted_from(sentence: str, origin: set[str]) -> None:
    assert set(distance(sentence).question.origin) == origin


@pytest.mark.parametrize(
    ("sentence", "bearing"),
    [
        ("The camp is 9 miles north-northeast of Orrin.", "north-northeast"),
        ("The camp is 9 miles (14 km) to the west of Orrin.", "west"),
        ("The blast shook homes 9 miles south.", "south"),
        ("The camp is 9 miles from Orrin.", None),
        ("The camp is 9 miles from North Orrin.", None),
    ],
)
def test_in_which_direction(sentence: str, bearing: str | None) -> None:
    assert distance(sentence).question.bearing == bearing


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Two men drowned in Hale, 9 miles from Orrin.", "hale"),
        ("Two men drowned in Hale, a village 9 miles from Orrin.", "hale"),
        ("Two men drowned in Hale district, about 9 miles from Orrin.", "district"),
        ("Hale, which is 9 miles from Orrin, was flooded.", "hale"),
        ("They fled to Hale, located 9 miles from Orrin.", "hale"),
        ("They fled to Hale, just 9 miles from Orrin.", "hale"),
        ("Hale, a village of weavers, is 9 miles from Orrin.", "hale"),
        ("A school 900 feet from the church was hit.", "school"),
        # What happened there has the verb for it, and the sentence its subject.
        ("The ferry capsized 9 miles from Orrin.", "ferry"),
        ("The ferry was seized with 25 sailors, 9 miles from Orrin.", "ferry"),
        ("The ferry picked up 70 sailors 9 miles from Orrin.", "ferry"),
        ("A rescue of sailors took place 9 miles from Orrin.", "rescue"),
        ("The ferry capsized on Monday, 9 miles from Orrin.", "ferry"),
    ],
)
def test_what_lies_at_the_other_end(sentence: str, end: str) -> None:
    assert distance(sentence).question.measured[0] == end


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("Two men drowned in Hale, 9 miles from Orrin.", None),
        ("The ferry capsized 9 miles from Orrin.", "capsize"),
        ("Hale lies 9 miles from Orrin.", "lie"),
    ],
)
def test_what_is_told_of_a_place_is_not_what_happened_there(
    sentence: str, predicate: str | None
) -> None:
    assert distance(sentence).question.predicate == predicate


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        ("She had a knife 9 inches long.", ("knife", "length")),
        ("Cars were buried in ash up to 9 inches deep.", ("ash", "depth")),
        ("They built a 9-foot high wall.", ("wall", "height")),
    ],
)
def test_a_size_belongs_to_the_noun_beside_it(sentence: str, measured: tuple[str, ...]) -> None:
    assert distance(sentence).question.measured == measured


@pytest.mark.parametrize("example", lying().examples)
def test_the_subject_of_a_verb_of_lying_lies_at_the_other_end(example: str) -> None:
    told = example.replace("[", "").replace("]", "")
    inserted = told.replace(" mill", " mill, a ruin,")
    for sentence in (told, inserted):
        assert distance(sentence).question.measured[0] == "mill"


def test_each_verb_of_lying_has_an_example() -> None:
    assert len(lying().examples) == len(lying().verbs)


@pytest.mark.parametrize("at", range(16))
def test_neighbours_of_eight_winds_are_one_direction(at: int) -> None:
    one = WINDS[at]
    for steps in range(-2, 3):
        assert one_direction(one, WINDS[(at + steps) % 16])
    for steps in range(3, 14):
        assert not one_direction(one, WINDS[(at + steps) % 16])
