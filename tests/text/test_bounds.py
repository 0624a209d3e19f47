"""How long a sentence, a headline, a title's line may be, and where what is longer is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.models import Section
from factcheck.text.sections import repeats, sections
from factcheck.text.sentences import sentences


def lengths(text: str) -> list[int]:
    found = sentences(text)
    assert [one.of(text) for one in found] == [one.of(text).strip() for one in found]
    return [one.end - one.start for one in found]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        # A thousand characters are a sentence, and what is longer is cut at its last space.
        ("ab " * 333 + "a", [1000]),
        ("ab " * 333 + "ab", [998, 2]),
        ("ab " * 333 + "ab.", [998, 3]),
        ("a" * 1000, [1000]),
        ("a" * 1001, [1000, 1]),
        ("a" * 2001, [1000, 1000, 1]),
        # Only in its second half: a first word of five hundred letters is none to cut behind.
        ("a" * 501 + " " + "b" * 600, [501, 600]),
        ("a" * 500 + " " + "b" * 600, [1000, 101]),
        # No number is cut.
        ("a" * 990 + "1" * 30 + "b", [1020, 1]),
        ("a" * 990 + "1" * 30, [1020]),
        ("a" * 1000 + "1", [1000, 1]),
        ("  one.  Two. \n\n three", [4, 4, 5]),
        ("", []),
        (" \n ", []),
    ],
)
def test_where_a_sentence_ends_that_has_no_stop(text: str, cut: list[int]) -> None:
    assert lengths(text) == cut


@given(st.text(alphabet="a1. \n", max_size=60), st.integers(0, 3))
def test_sentences_lose_nothing_but_space(text: str, more: int) -> None:
    text += "a1 " * 400 * more
    found = sentences(text)
    assert "".join("".join(one.of(text) for one in found).split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.of(text).strip() for one in found)


def kinds(text: str, title: str = "") -> list[Section]:
    return [*sections(text, sentences(text), title)]


@pytest.mark.parametrize(
    ("first", "headline"),
    [
        ("x" * 100, True), ("x" * 101, False), ("Dam holds.", False), ("Dam holds?", True),
        ('“Dam holds.”', False), ("“Dam holds”", True),
    ],
)  # fmt: skip
def test_a_first_line_without_a_stop_is_the_headline_up_to_a_hundred_characters(
    first: str, headline: bool
) -> None:
    assert (kinds(f"{first}\nThe dam held.")[0] is Section.HEADLINE) is headline
    assert kinds(f"The dam held.\n{first}")[1] is Section.BODY
    assert kinds(f"The dam held.\n{first}", title=f" {first} ")[1] is Section.HEADLINE


@pytest.mark.parametrize(
    ("letters", "teaser"), [("x" * 79, True), ("x" * 80, False), ("x" * 78 + "!", False)]
)
def test_the_title_above_a_teaser_is_short_and_has_no_stop(letters: str, teaser: bool) -> None:
    text = f"Dam holds\nIt held.\n{letters}\nA hive takes hours. (Published Friday, Sept. 3, 2021)"
    found = kinds(text)
    assert (found[2] is Section.FURNITURE) is teaser
    assert found[:2] == [Section.HEADLINE, Section.BODY]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("It rained.\n" * 39 + "Dam holds", "Dam Holds.", True),
        ("It rained.\n" * 40 + "Dam holds", "Dam holds", False),
        ("\n\nDam  holds.\nIt rained.", "dam holds", True),
        # Of a title that names its outlet too, the first line is the rest.
        ("Dam holds\nIt rained.", "Dam holds | The Courier", True),
        ("It rained.\nDam holds", "Dam holds | The Courier", False),
        ("Dam holds\nIt rained.", "Dam holds firm", False),
        ("Dam holds\nIt rained.", "Dam holds: the night", True),
        ("", "Dam holds", False),
        (" \n", "Dam holds", False),
    ],
)
def test_whether_a_text_repeats_its_title(text: str, title: str, expected: bool) -> None:
    assert repeats(text, title) is expected
