"""A time is read alike wherever its paragraph stands: alone, first, last, or far inside a text.

What looks so many characters back or ahead meets the edge of the text in one place and other words
in the next, and neither tells anything of the time.
"""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.mentions import TimeExpression
from factcheck.times import find_times
from tests.times.test_corpus import CORPUS, DEFAULT, NEGATIVES, marked

# More characters than any reader looks, and no time among them.
ABOVE = "The crews filled bags with sand and piled them along the quay, and nobody slept. " * 3
BELOW = "Boats lay tied to the rails of the church, and the bells were silent over the roofs. " * 3
# What the words around a quotation, a handle, a year or a day tell.
FROM_OTHERS = [
    "On Tuesday the mayor told them: “The dam held today.”",
    "“The dam held today,” she said on Tuesday.",
    "The mayor said: “The dam held today.”",
    "“The dam held today. It will hold tomorrow",
    "The dam held today — Ana Li (@anali) December 24, 2023",
    "The mill was built in 1911. In July of that year it burned.",
    "In 2018, May was dry, and June was wet.",
    "The quake struck at 5:11 p.m., officials said on Monday.",
    "It was sold last October. The site was shut that same day.",
    "They left on Tuesday, a day after the vote.",
    "It was nine days after Oct. 8 and two days before the vote on Monday.",
    "Sales were 2 million in the third quarter, up from 1 million a year earlier.",
]
AROUND = {"above": (ABOVE, ""), "below": ("", BELOW), "both": (ABOVE, BELOW)}


def told(time: TimeExpression) -> tuple[object, ...]:
    return (
        *(time.quote, time.type, time.value, time.start, time.end, time.modifier, time.rule),
        time.caution,
    )


def check(text: str, published: date, place: str) -> None:
    """That a text tells the same times alone and with paragraphs around it."""
    above, below = AROUND[place]
    alone = find_times(text, published)
    inside = find_times(f"{above}\n\n{text}\n\n{below}", published)
    assert [told(time) for time in inside] == [told(time) for time in alone], text


def test_paragraphs_around_an_expression_change_nothing() -> None:
    for entry in CORPUS["expression"]:
        for phrase in entry["phrases"]:
            check(marked(phrase)[0], entry.get("published", DEFAULT), "both")


@pytest.mark.parametrize("place", AROUND)
@pytest.mark.parametrize("text", FROM_OTHERS)
def test_paragraphs_around_what_others_tell_change_nothing(place: str, text: str) -> None:
    assert find_times(text, DEFAULT)
    check(text, DEFAULT, place)


@pytest.mark.parametrize("place", AROUND)
def test_paragraphs_around_a_text_without_times_make_none(place: str) -> None:
    above, below = AROUND[place]
    for text in NEGATIVES:
        assert find_times(f"{above}\n\n{text}\n\n{below}", DEFAULT) == ()
