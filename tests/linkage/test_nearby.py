"""The words near a figure, and how much two figures share of them.

Each word between halves how near a word stands, and no word has more than eight bits, so that each
sum can be done by hand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.clauses.tagging import tagged
from factcheck.linkage import model
from factcheck.linkage.nearby import in_bits, nearness, shared_nearby, stems_of
from factcheck.models import Span
from factcheck.text.tokeniser import TextTokens
from tests.linkage.newsdesk import marked

RARE = 8.0
HALF = math.sqrt(0.5)  # half a word from a figure
SHIPPED = model.link_model()


@pytest.fixture(autouse=True, scope="module")
def each_word_halves() -> Iterator[None]:
    bounds = SHIPPED.comparison.model_copy(update={"reach": 1 / math.log(2), "rare": RARE})
    changed = SHIPPED.model_copy(update={"comparison": bounds})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "link_model", lambda: changed)
        yield


def near(sentence: str) -> dict[str, float]:
    """How near each word of a sentence stands to the figure in square brackets."""
    start = sentence.index("[")
    end = sentence.index("]") - 1
    stems, offset = [], 0
    for word in sentence.replace("[", "").replace("]", "").split():
        if word.isalpha():
            stems.append((word, offset))
        offset += len(word) + 1
    return {word: round(by, 9) for word, by in nearness(stems, Span(start=start, end=end)).items()}


def test_a_word_of_the_figure_is_as_near_as_can_be() -> None:
    assert near("[40 brown goats]") == {"brown": 1.0, "goats": 1.0}
    assert near("[goats]") == {"goats": 1.0}


def test_a_word_is_less_near_by_each_word_between_on_either_side() -> None:
    assert near("floods near oster drowned [40 brown goats] in two days") == {
        "floods": 0.0625, "near": 0.125, "oster": 0.25, "drowned": 0.5,
        "brown": 1.0, "goats": 1.0,
        "in": 0.5, "two": 0.25, "days": 0.125,
    }  # fmt: skip


def test_beside_a_bare_number_both_neighbours_are_half_a_word_off() -> None:
    half = round(HALF, 9)
    further = round(HALF / 2, 9)
    assert near("floods drowned [40] goats there") == {
        "floods": further, "drowned": half, "goats": half, "there": further,
    }  # fmt: skip
    assert near("[40] goats there") == {"goats": half, "there": further}
    assert near("floods drowned [40]") == {"floods": further, "drowned": half}


def test_the_nearer_of_two_places_of_a_word_counts() -> None:
    assert near("goats and cows [40 dead] goats")["goats"] == 0.5
    assert near("goats [40 dead] cows and goats")["goats"] == 0.5
    assert near("goats [40 goats] goats")["goats"] == 1.0


def test_a_word_that_begins_where_the_figure_ends_is_outside() -> None:
    stems = [("a", 0), ("b", 4), ("c", 8)]
    found = nearness(stems, Span(start=4, end=8))
    assert found == pytest.approx({"a": 0.5, "b": 1.0, "c": 0.5})
    assert nearness(stems, Span(start=4, end=9))["c"] == 1.0
    assert nearness(stems, Span(start=0, end=4))["c"] == pytest.approx(0.25)


def test_a_sentence_without_words_has_none_near() -> None:
    assert nearness([], Span(start=0, end=2)) == {}


def test_stems_are_the_words_in_base_form_where_they_stand() -> None:
    text = "Floods drowned 40 goats, near Oster's centre."
    words = tagged(TextTokens(text), Span(start=0, end=len(text)), "en")
    found = dict(stems_of(words, "en"))
    assert found == {
        "flood": 0, "drown": 7, "goat": 18, "near": 25, "oster": 30, "center": 38
    }  # fmt: skip


def test_nouns_of_one_meaning_have_one_stem() -> None:
    stems = []
    for text in ("The lawyer left.", "The attorney left."):
        words = tagged(TextTokens(text), Span(start=0, end=len(text)), "en")
        stems.append([word for word, _ in stems_of(words, "en")])
    assert stems[0] == stems[1]


def test_a_claim_knows_the_words_near_its_own_figure() -> None:
    (goats, lorries), bits = marked("Floods drowned [40 goats] and also wrecked [30 lorries].")
    ours, theirs = (
        {word: one.nearby[word] / bits[word] for word in ("flood", "drown", "goat", "wreck")}
        for one in (goats, lorries)
    )
    assert ours == pytest.approx({"flood": 0.25, "drown": 0.5, "goat": 1, "wreck": 0.125})
    assert theirs == pytest.approx({"flood": 2**-6, "drown": 2**-5, "goat": 2**-4, "wreck": 0.5})


def shared(
    left: Mapping[str, float], right: Mapping[str, float], words: Mapping[str, float]
) -> tuple[float, float]:
    """What is shared by words near two figures, of so many bits each."""
    return shared_nearby(in_bits(left, words), in_bits(right, words))


def test_shared_words_count_by_the_farther_of_their_places() -> None:
    words = {"oster": 4.0, "goat": 10.0, "cow": 2.0}
    left = {"oster": 1.0, "goat": 0.5}
    right = {"oster": 0.25, "goat": 1.0, "cow": 1.0}
    # A goat has eight bits of its ten. Beside the one are 4 + 4 bits, beside the other 1 + 8 + 2;
    # they share 1 + 4. The share is of the eight bits and one rare word.
    assert shared(left, right, words) == (5.0, 5 / 16)
    # Of 1 + 4 bits alone it is these and one rare word.
    assert shared(left, {"oster": 0.25, "goat": 0.5}, words) == (5.0, 5 / 13)


def test_what_has_no_word_in_common_shares_nothing() -> None:
    words = {"goat": 4.0, "cow": 4.0}
    assert shared({"goat": 1.0}, {"cow": 1.0}, words) == (0, 0)
    assert shared({"goat": 1.0}, {}, words) == (0, 0)
    assert shared({}, {}, words) == (0, 0)


def test_a_word_of_no_bits_shares_nothing() -> None:
    assert shared({"people": 1.0}, {"people": 1.0}, {"people": 0.0}) == (0, 0)


def test_many_small_bits_are_added_without_rounding() -> None:
    near = dict.fromkeys("abcdefghij", 1.0)
    words = dict.fromkeys(near, 0.1)  # added one by one they make 0.9999999999999999
    assert shared(near, near, words) == (1.0, 1 / 9)


LETTERS = "abcdefgh"
NEAR = st.dictionaries(st.sampled_from(LETTERS), st.floats(0, 1), max_size=8)
BITS = st.fixed_dictionaries({letter: st.floats(0, 30) for letter in LETTERS})


@given(NEAR, NEAR, BITS)
def test_it_does_not_matter_which_is_the_first(
    left: dict[str, float], right: dict[str, float], bits: dict[str, float]
) -> None:
    assert shared(left, right, bits) == shared(right, left, bits)


@given(NEAR, NEAR, BITS, st.data())
def test_the_order_of_words_does_not_matter(
    left: dict[str, float], right: dict[str, float], bits: dict[str, float], data: st.DataObject
) -> None:
    one, other = (dict(data.draw(st.permutations([*side.items()]))) for side in (left, right))
    assert shared(one, other, bits) == shared(left, right, bits)


@given(NEAR, NEAR, BITS)
def test_a_share_is_between_nothing_and_all(
    left: dict[str, float], right: dict[str, float], bits: dict[str, float]
) -> None:
    amount, share = shared(left, right, bits)
    assert 0 <= share < 1
    assert 0 <= amount <= RARE * min(len(left), len(right))
    assert (share == 0) or (amount > 0)


@given(NEAR, BITS)
def test_nothing_is_shared_better_than_with_itself(
    one: dict[str, float], bits: dict[str, float]
) -> None:
    whole = sum(min(bits[word], RARE) * by for word, by in one.items())
    assert shared(one, one, bits) == pytest.approx((whole, whole / (whole + RARE)))


@given(
    st.lists(st.sampled_from(LETTERS), min_size=1, max_size=8),
    st.integers(0, 8),
    st.integers(0, 8),
)
def test_only_words_of_the_figure_are_as_near_as_can_be(
    words: list[str], first: int, length: int
) -> None:
    """Each word of two characters and a space, and a figure of whole words, or of none."""
    stems = [(word, 3 * at) for at, word in enumerate(words)]
    found = nearness(stems, Span(start=3 * first, end=3 * (first + length)))
    assert found.keys() == {*words}
    assert {word for word, by in found.items() if by == 1} == {*words[first : first + length]}
    assert all(0 < by <= 1 for by in found.values())
