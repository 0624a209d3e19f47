"""How many words a figure looks back or ahead: the last one that still decides, and the next.

Each line is a sentence with a gap, how many words fill the gap at most, and what is read up to
there and beyond.
"""

from __future__ import annotations

import pytest

from factcheck.quantities import find_quantities
from tests.quantities.test_words import told

# Words that tell nothing of a figure.
NAMED = ("old", "new", "grey", "blue", "red", "wet", "dry")
FILLER = [word for name in NAMED for word in ("of", name, "and")]
WINDOWS = [
    # Sixteen words of either side, with those of the sentence itself.
    ("A charge {} 5 C was it.", 14, "5 coulomb measure", "5 degree Celsius temperature"),
    ("A fare {} R5 was it.", 15, "5 ZAR money", ""),
    ("It is R5 {} fare.", 13, "5 ZAR money of old", ""),
    ("It was fined {} 200 pounds.", 13, "200 GBP money", "200 pound mass"),
    # Nine words to a toll.
    ("The toll {} 61.", 8, "61 person count", "61 count"),
    ("The number {} people 61.", 7, "61 person count", "61 count"),
    # Six words to a storm, and to the verb of a change.
    ("The storm {} a Category 2 again.", 3, "2 category magnitude", ""),
    (
        "Sales fell {} from 3 to 5 boats.",
        3,
        "3 count of boats; 5 count of boats",
        "3..5 count of boats",
    ),
    (
        "Sales fell {} from 9 to 7.5 million tonnes.",
        2,
        "9000000 tonne mass; 7500000 tonne mass",
        None,
    ),
    # Three words to "between", and three more of "the ages of".
    ("It lies between {} 3 and 5 boats.", 2, "3..5 count of boats", "3 count; 5 count of boats"),
    (
        "It lies between {} the ages of 3 and 5.",
        2,
        "3..5 year of age age",
        "3 year of age age; 5 year of age age",
    ),
    ("It has an hourly pay {} $30.", 4, "30 dollar /hour money", "30 dollar money"),
    ("It has an hourly {} pay of $30.", 1, "30 dollar /hour money", "30 dollar money"),
]


@pytest.mark.parametrize(
    ("text", "most", "near", "far"), WINDOWS, ids=[window[0] for window in WINDOWS]
)
def test_the_last_word_that_decides_a_figure(
    text: str, most: int, near: str, far: str | None
) -> None:
    def read(words: int) -> str:
        return "; ".join(map(told, find_quantities(text.format(" ".join(FILLER[:words])))))

    assert read(most) == near
    assert read(most + 1) == far if far is not None else read(most + 1) != near


PARTS = [
    # Three words up to the part, and the whole within the first words of its sentence.
    ("It hurt 50 men, including {} 11 boys.", 2),
    ("It hurt 50 men, among {} 11 boys.", 2),
    ("{} of 50 boats, 11 sank.", 2),
]


@pytest.mark.parametrize(("text", "most"), PARTS)
def test_the_last_word_that_ties_a_part_to_its_whole(text: str, most: int) -> None:
    for words in range(7):
        *_, part = find_quantities(text.format(" ".join(FILLER[:words])))
        assert (part.part_of is not None) is (words <= most), words


def test_what_is_given_again_ends_within_four_words() -> None:
    for words in range(7):
        inside = " ".join(["far"] * words)
        _, again = find_quantities(f"It runs 1,000 miles (1,600 kilometers {inside}) north.")
        assert (again.restates is not None) is (words <= 3), words


@pytest.mark.parametrize("between", range(9))
@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("It hurt 50 men, {}and 11 others.", "11 person count of others", "11 count of others"),
        ("It hurt 50 men, {}and 11 of them.", "11 person count", "11 count"),
        ("It hurt 50 men, {}and 12 remain.", "12 person count", "12 person count"),
    ],
)
def test_six_figures_are_remembered(between: int, text: str, near: str, far: str) -> None:
    days = "".join(f"{number} days, " for number in range(3, 3 + between))
    *_, last = find_quantities(text.format(days))
    assert told(last) == (near if between <= 5 else far)


@pytest.mark.parametrize("between", range(9))
def test_a_part_has_its_whole_among_six_figures(between: int) -> None:
    days = "".join(f"{number} days, " for number in range(3, 3 + between))
    *_, part = find_quantities(f"It hurt 50 men, {days}and of whom 11 badly.")
    assert (part.part_of is not None) is (between <= 5)


NORTH = "in the north"
NEAREST = [
    # The last figure with a noun, and not the first.
    (f"It sold 40 carts {NORTH}, 30 boats in the south and 27 in the east.", "27 count of boats"),
    (f"It sold 30 boats {NORTH}, 40 carts in the south and 27 in the east.", "27 count of carts"),
    (f"It sold 40 carts {NORTH} (30 boats) in the south and 27 in the east.", "27 count of carts"),
    (f"It sold 40 carts {NORTH}, 30 in all, in May and 27 in the east.", "27 count of carts"),
    (f"It sold 40 carts {NORTH}, 3 days late and 27 in the east.", "27 day duration"),
    # A share, but where the second is a level.
    (f"It sold 40 carts {NORTH}, 5 percent in May and 27 in the east.", "27 percent percent"),
    (f"It sold 40 carts {NORTH}, 5 percent in May and rose to 27 in the east.",
     "27 count of carts"),
    # Within one order of magnitude.
    (f"It sold 40 carts {NORTH} and 4 in the east.", "4 count of carts"),
    (f"It sold 40 carts {NORTH} and 3 in the east.", "3 count"),
    (f"It sold 40 carts {NORTH} and 400 in the east.", "400 count of carts"),
    (f"It sold 40 carts {NORTH} and 401 in the east.", "401 count"),
    # Digits, in one clause, beside what is not an age or a rank.
    (f"It sold 40 carts {NORTH} and twenty in the east.", "20 count"),
    (f"It sold 40 carts {NORTH}; and 27 in the east.", "27 count"),
    (f"It sold 40 carts {NORTH}: and 27 in the east.", "27 count"),
    (f"It sold 40 carts {NORTH}, 27 in the east.", "27 count"),
    (f"She is 40 years old {NORTH} and 27 in the east.", "27 count"),
    (f"It is the third-largest cart {NORTH} and 27 in the east.", "27 count"),
    # What is counted a day has a count beside it, unless that has a time of its own.
    (f"It sold 40 carts a day {NORTH} and 27 in the east.", "27 count of carts"),
    (f"It sold 40 carts a day {NORTH} and 27 a week in the east.", "27 /week rate of carts"),
    ("One is 80 cents, one is 3 euros and the last is 2.", "2 EUR money"),
    ("One is 3 euros, one is 80 cents and the last is 55.", "55 cent money"),
    # The last count, where "others" are of its sort.
    ("It hurt 3 men, 12 boats and 5 others.", "5 count of others"),
    ("It hurt 12 boats, 3 men and 5 others.", "5 person count of others"),
    ("It hurt 3 men, 12 boats and 5 of them.", "5 count"),
    ("It hurt 12 boats, 3 men and 2 of them.", "2 person count"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "read"), NEAREST)
def test_a_bare_figure_is_of_the_nearest_before_it(text: str, read: str) -> None:
    *_, last = find_quantities(text)
    assert told(last) == read


@pytest.mark.parametrize("words", range(20, 26))
def test_what_is_set_against_another_stands_within_twenty_four_words(words: int) -> None:
    """Between the two figures, with the "and" or "in" beside them; commas are words too."""
    between = " ".join([*(["far"] * (words - 1)), "and"])
    *_, last = find_quantities(f"It sold 40 carts, {between} 27 in the east.".replace(", far", ","))
    assert (told(last) == "27 count of carts") is (words <= 24)
