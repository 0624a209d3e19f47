"""Cues: phrases that say something of a figure, wherever they stand in its clause or sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that begins with one of some phrases, and the first word of each.

    Words are looked up at once, and a sentence that has none of the first ones need not be
    searched: of ten searches nine would find nothing.
    """

    pattern: re.Pattern[str]
    first: frozenset[str]


def cue(pattern: str, phrases: Iterable[str]) -> Cue:
    """The cue of a pattern that begins with one of the phrases, as a whole word at both ends of
    each."""
    first = (_LETTERS.findall(phrase.lower())[0] for phrase in phrases)
    return Cue(re.compile(pattern, re.IGNORECASE), frozenset(first))


def letter_runs(words: Iterable[str]) -> frozenset[str]:
    """The runs of letters of some words in small letters: "ex", "wife" and "s" of "ex-wife's"."""
    found: set[str] = set()
    for word in words:
        if word.isalpha():
            found.add(word)
        else:
            found.update(_LETTERS.findall(word))
    return frozenset(found)
