"""Patterns made of lists of phrases."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import any_of

PHRASES = st.lists(st.text("ab c.", min_size=1, max_size=6).filter(str.strip), max_size=8)


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (("so far", "so", "still"), "so far", "so far"),
        (("so far", "so", "still"), "so  far", "so  far"),
        (("so far", "so", "still"), "so what", "so"),
        (("mill", "million", "milli"), "million", "million"),
        (("mill", "million", "milli"), "millions", "million"),
        (("u.s.", "us"), "uxsx", None),
        (("up", "down"), "sideways", None),
        ((), "nothing asked", ""),
    ],
)
def test_the_longest_phrase_is_found(
    phrases: tuple[str, ...], text: str, found: str | None
) -> None:
    match = re.match(any_of(phrases), text)
    assert (None if match is None else match.group()) == found


@given(PHRASES, st.text("ab c.", max_size=12))
def test_phrases_are_found_as_if_each_were_written_out(phrases: list[str], text: str) -> None:
    """What phrases begin with in common is written once; that changes nothing of what is found."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    written_out = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest_first)
    for tail in ("", r"\b", "$"):
        ours, plain = (re.search(p + tail, text) for p in (any_of(phrases), f"(?:{written_out})"))
        assert (ours and ours.span()) == (plain and plain.span())
