"""What the first article costs: nothing is made twice, nothing is loaded that it does not need."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.clauses.frames import happenings
from factcheck.clauses.lexicon import clause_lexicon
from factcheck.lexicon import load
from factcheck.linkage.label_words import label_words
from factcheck.linkage.synonyms import synonyms
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.text.inflection import FunctionWords, verb_forms
from factcheck.times.direction import plans


@pytest.mark.parametrize(
    "words",
    [clause_lexicon, happenings, label_words, plans, quantity_lexicon, synonyms, verb_forms],
)
def test_the_words_of_english_are_made_once_however_they_are_asked_for(
    words: Callable[..., object],
) -> None:
    assert words() is words("en") is words(language="en")


def test_a_file_is_read_once_however_it_is_asked_for() -> None:
    words = load("grammar", FunctionWords)
    assert load("grammar", FunctionWords, "en") is words
    assert load("grammar", FunctionWords, language="en") is words
