"""The time of a post, letter or statement of long ago that a text quotes.

"His mother posted a picture in May 2013. “He left school on Friday,” the post reads." A quotation
that no sentence of its own gives to anybody goes on with what the sentence before it tells of, and
so does one that is said of the post itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.lexicon import Lexicon, any_of, load
from factcheck.times.direction import SENTENCE_END
from factcheck.times.joining import TimePiece
from factcheck.times.periods import CalendarUnit, Stretch

# What was written within so many days may be of the week of the text.
_RECENT = 7
# Characters of a sentence before or behind a quotation.
_NEAR = 250
_LETTER = re.compile(r"[^\W\d_]")
# "She wrote a book in 2013" is followed by anybody's words, "she posted it in May 2013" by hers.
_NARROW = frozenset({CalendarUnit.DAY, CalendarUnit.WEEK, CalendarUnit.WEEKEND, CalendarUnit.MONTH})


class Writings(Lexicon):
    """How a text says that something was written, and gives words to it: `time_writings.toml`."""

    writings: tuple[str, ...]
    written: tuple[str, ...]
    owners: tuple[str, ...]
    writers: tuple[str, ...]
    going_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What says that something was `written`, and what gives words beside a quotation to the
    writing itself, `of_it`."""

    written: re.Pattern[str]
    of_it: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    """The patterns of a language."""
    words = load("time_writings", Writings, language)
    writing, owners = any_of(words.writings), any_of(words.owners)
    writers, going_on = any_of(words.writers), any_of(words.going_on)
    return _Patterns(
        re.compile(rf"\b(?:{any_of(words.written)}|{writing})\b", re.IGNORECASE),
        re.compile(
            rf"\b{owners}\s+(?:[\w-]+\s+)?{writing}\b|\b{writers}\s+{going_on}\b", re.IGNORECASE
        ),
    )


def is_old(piece: TimePiece, now: date) -> bool:
    """Whether a time lies more than a week before `now`."""
    stretch = piece.reading.stretch
    return stretch is not None and (now - stretch.end).days > _RECENT


def old_writing(
    text: str,
    pieces: Sequence[TimePiece],
    before: int,
    span: tuple[int, int],
    now: date,
    language: str,
) -> Stretch | None:
    """The time in which the words of a quotation at `span` were written, where that is long before
    `now`; `before` is the index of the last time before the quotation, or -1."""
    dated = pieces[before] if 0 <= before < len(pieces) else None
    if dated is None or not is_old(dated, now) or span[0] - dated.end > _NEAR:
        return None
    when = dated.reading.stretch
    assert when is not None
    patterns = _patterns(language)
    # With the first letter of the quotation, by which the sentence before it is seen to end.
    rest, *between = _sentences(text[dated.end : span[0] + 1])
    opening = _sentences(text[max(0, dated.start - _NEAR) : dated.start])[-1]
    if patterns.written.search(f"{opening} {rest}") is None:
        return None
    if not between:  # "in a post of May 2013 she wrote: “…”"
        return when
    *others, own = *between[:-1], between[-1][:-1]
    behind = _sentences(text[span[1] + 1 : span[1] + _NEAR])[0]
    beside = f"{own} {behind}"
    if any(_LETTER.search(other) for other in others):
        return None
    if _LETTER.search(beside) is None:
        return when if when.unit in _NARROW else None
    return when if patterns.of_it.search(beside) is not None else None


def _sentences(words: str) -> list[str]:
    """The sentences of some words, across paragraphs."""
    return [part for line in words.split("\n") for part in SENTENCE_END.split(line)]
