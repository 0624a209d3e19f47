"""The words that labels are made with, and the commonest of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.lexicon import Lexicon, for_each_language, load


class LabelWords(Lexicon):
    """The shape of `labels.toml`."""

    openers: tuple[str, ...]
    states: tuple[str, ...]


@for_each_language
def label_words(language: str) -> LabelWords:
    """The words of `labels.toml`."""
    words: LabelWords = load("labels", LabelWords, language)
    return words


def commonest(values: Iterable[str | None]) -> str:
    """The value that is given most often, the first of several; "" where none is given."""
    counted = Counter(value for value in values if value)
    return max(counted, key=counted.__getitem__, default="")
