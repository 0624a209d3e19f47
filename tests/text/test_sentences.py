"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.sentences import sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The caravan left.", "It grew."],
        ["Gov. Jane Roe said no.", "Lt. Col. Paul Ek agreed."],
        ["He crossed into the U.S.", "The border was open."],
        ["U.S. officials met on Dec. 26 in Flagstaff, Ariz., with No. 3 on the list."],
        ["Maj.-Gen. Paul Ek agreed.", "The pre-Dec. 26 talks failed."],
        ["They took plan-b.", "It failed."],
        ["It happened at 5 p.m.", "The police came."],
        ["At 10 a.m. Sunday the march began."],
        ["“We are here,” she said.", "“We stay.”"],
        ["Prices rose 3.5 percent to $2.40.", "Sales fell."],
        ["A. J. Perez spoke.", "J.K. Roe listened."],
        ["Is it over?", "No!", "It goes on…", "Slowly."],
        ["They reached the sea.", "There they were met."],
        ["About 1.600 Menschen kamen.", "Gut."],
        ["A headline without a stop", "A paragraph follows."],
    ],
)
def test_sentences_of_news(parts: list[str]) -> None:
    glue = "\n" if "headline" in parts[0] else " "
    assert split(glue.join(parts)) == parts


def test_a_lost_space_still_ends_a_sentence() -> None:
    assert split("They reached the sea.There they rested.") == [
        "They reached the sea.",
        "There they rested.",
    ]


@given(st.text(max_size=200))
def test_sentences_cover_every_character_but_space(text: str) -> None:
    spans = sentences(text)
    outside = text[: spans[0].start] if spans else text
    for here, there in pairwise(spans):
        assert here.end <= there.start
        outside += text[here.end : there.start]
    outside += text[spans[-1].end :] if spans else ""
    assert not outside.strip()


def test_what_is_too_long_for_a_sentence_is_cut_at_a_space_and_loses_nothing() -> None:
    words = " ".join(f"word{number}" for number in range(4000))
    found = sentences(words)
    assert max(span.end - span.start for span in found) <= 1000
    assert " ".join(span.of(words) for span in found) == words
