"""The two ends of a distance: where it is counted from, and what lies at its other end.

"Hale, a village [9 miles] north of Orrin": Orrin is the origin, and Hale lies at the other end.
"""

from __future__ import annotations

import re

from factcheck.clauses.arguments import nouns_after, nouns_before, past_restatement, phrase_from
from factcheck.clauses.segments import Parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span

_WINDS = {"north": 1j, "south": -1j, "east": 1 + 0j, "west": -1 + 0j}
_WIND = re.compile("|".join(_WINDS))
_BEARING = re.compile(rf"(?:(?:{_WIND.pattern})-?)+(?:wards?)?")
# "9 miles [to the] north", "[due] north", "9 miles [away] from": what may stand before the origin.
_BEFORE = frozenset({"to", "the", "due", "away", "inland", "offshore", "out", "short", "down", "up"})
_LEADING = frozenset({"from", "of", "off", "outside", "past", "beyond"})
_NEAREST = 4  # words from the unit to what leads to the origin
_OPENING = (Tag.DETERMINER, Tag.PREPOSITION)
_RELATIVE = frozenset({"which", "that"})


def origin_of(sentence: Parsed, mention: range) -> tuple[Span | None, str | None]:
    """The phrase for where a distance is counted from, `None` where the text does not say, and the
    point of the compass in which its other end lies: "9 miles from [Orrin]", "9 miles (14 km) to
    the [north] of [Orrin]", "9 miles away"."""
    words = sentence.words
    at = past_restatement(words, mention.stop)
    bearing = None
    for i in range(at, min(at + _NEAREST, len(words))):
        word = words[i].lower
        if word in _LEADING:
            return _place(words, i + 1), bearing
        if _BEARING.fullmatch(word):
            bearing = word
        elif word not in _BEFORE:
            break
    return None, bearing


def _place(words: tuple[Word, ...], start: int) -> Span | None:
    """The noun phrase from `start` with what says which one it is: "the state capital of Hale",
    "the capital, Hale", "Hale, Norland"."""
    first = nouns_after(words, _past(words, start, Tag.DETERMINER))
    if first is None:
        return None
    end = _past(words, _past(words, start, Tag.DETERMINER), Tag.NOUN)
    more = words[end + 1 : end + 2]
    if more and words[end].lower == "of":
        end = max(end, _past(words, _past(words, end + 1, Tag.DETERMINER), Tag.NOUN))
    elif more and words[end].lower == "," and more[0].capitalised:
        end = max(end, _past(words, end + 1, Tag.NOUN))
    return Span(start=first.start, end=words[end - 1].end)


def _past(words: tuple[Word, ...], at: int, tag: Tag) -> int:
    while at < len(words) and words[at].tag is tag:
        at += 1
    return at


def bearer_of(
    sentence: Parsed, mention: range, lying: frozenset[str], no_place: frozenset[str]
) -> Span | None:
    """The noun phrase of which a measure says more, right behind it or behind a verb of `lying`: "a
    [knife] 9 inches long", "[Hale], which lies 9 miles north of Orrin", "[Hale], a village 9 miles
    north of Orrin"; `None` where the measure belongs to a verb: "sailed 9 miles north of Orrin"."""
    words, stop = sentence.words, mention.start
    while stop and (words[stop - 1].lemma in lying or words[stop - 1].tag is Tag.ADVERB):
        stop -= 1
    lies, relative = stop < mention.start, stop > 0 and words[stop - 1].lower in _RELATIVE
    stop -= relative
    if stop and words[stop - 1].lower == ",":
        finite = lies and not relative and words[stop].tag is Tag.AUXILIARY
        found = phrase_from(sentence, 0) if finite else _named(words, stop - 1)
    else:
        found = nouns_before(words, stop)
        start = stop if found is None else sentence.inside(found).start
        if start and words[start - 1].tag is Tag.DETERMINER and words[start - 2].lower == ",":
            found = _named(words, start - 2) or found
        elif not (lies or (start and words[start - 1].tag in _OPENING) or words[start].capitalised):
            return None  # "took place 9 miles north of Orrin", "with 700 people 9 miles north"
    last = None if found is None else words[sentence.inside(found).stop - 1]
    return None if last is None or last.lemma in no_place else found


def _named(words: tuple[Word, ...], stop: int) -> Span | None:
    """The name that ends before a comma: "in [Hale district], 9 miles", but no "with the crew, 9
    miles"."""
    found = nouns_before(words, stop)
    if found is None or not any(word.capitalised for word in words[:stop] if word.start >= found.start):
        return None
    return found


def one_direction(one: str, other: str) -> bool:
    """Whether two points of the compass lie no more than half a right angle apart: who says "east"
    may mean "southeast", but not "south"."""
    left, right = _direction(one), _direction(other)
    return (left * right.conjugate()).real >= abs((left * right.conjugate()).imag)


def _direction(bearing: str) -> complex:
    """Where a point of the compass lies: "north-northeast" is north, north and east."""
    return sum(_WINDS[wind] for wind in _WIND.findall(bearing))
