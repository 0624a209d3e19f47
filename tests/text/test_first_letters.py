"""A look at first letters passes over text, and changes nothing of what is found."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import any_of, beginning

PHRASES = st.lists(st.text("ab c.", min_size=1, max_size=6).filter(str.strip), max_size=8)


@given(PHRASES, st.text("ab c.AB", max_size=12))
def test_what_is_found_is_the_same_with_and_without(phrases: list[str], text: str) -> None:
    for edge in (r"\b", r"(?<!\w)"):
        whole = f"{edge}{any_of(phrases)}"
        with_a_look, without = (
            re.search(pattern, text, re.IGNORECASE)
            for pattern in (beginning(phrases) + whole, whole)
        )
        assert (with_a_look and with_a_look.span()) == (without and without.span())
