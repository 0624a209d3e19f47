"""Which extent a distance gives: every word of the list is told by an example of its own."""

import pytest

from factcheck import Article, extract
from factcheck.clauses.arguments import past_restatement
from factcheck.clauses.attributes import Attribute, attributes
from factcheck.clauses.segments import parsed
from factcheck.models import Span
from factcheck.text.tokeniser import TextTokens


def measured(sentence: str) -> tuple[str, ...]:
    (claim,) = (c for c in extract(Article(id="a", text=sentence)) if c.quantity is not None)
    return claim.question.measured


@pytest.mark.parametrize(
    ("extent", "example"), [(a, example) for a in attributes() for example in a.examples]
)
def test_the_extent_stands_last(extent: Attribute, example: str) -> None:
    assert measured(example.replace("[", "").replace("]", ""))[-1] == extent.name


@pytest.mark.parametrize("extent", attributes(), ids=lambda a: a.name)
def test_each_word_has_an_example(extent: Attribute) -> None:
    told = " ".join(extent.examples).lower()
    unused = [w for w in (*extent.behind, *extent.nouns, *extent.inside) if f" {w}" not in told]
    assert not unused


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The pier is 900 feet long.", ("pier", "length")),
        ("The length of the pier is 900 feet.", ("pier", "length")),
        ("The shock was centred 12 miles (19 km) below the bay.", ("shock", "depth")),
        ("The shock struck at a depth of 7 miles.", ("shock", "depth")),
        ("They marched 30 miles north.", ("length",)),
        ("The town got 9 inches of rain.", ("rain",)),
    ],
)
def test_one_reading_for_each_wording(sentence: str, expected: tuple[str, ...]) -> None:
    found = [c for c in extract(Article(id="a", text=sentence)) if c.quantity is not None]
    assert found[0].question.measured == expected


@pytest.mark.parametrize(
    ("inside", "passed"), [(1, True), (2, True), (3, True), (4, True), (5, False), (9, False)]
)
@pytest.mark.parametrize("behind", [" below the town.", ""])
def test_the_same_measure_in_another_unit_is_a_few_words_in_brackets(
    inside: int, passed: bool, behind: str
) -> None:
    text = f"12 miles ({' '.join(['km'] * inside)}){behind}"
    words = parsed(TextTokens(text), Span(start=0, end=len(text))).words
    assert past_restatement(words, 2) == (2 + inside + 2 if passed else 2)
    assert past_restatement(words, 1) == 1
    assert past_restatement(words, len(words)) == len(words)
