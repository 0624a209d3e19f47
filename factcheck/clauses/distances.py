"""The two ends of a distance: its origin, and what lies at its other end.

"Hale, a village [9 miles] north of Orrin": Orrin is the origin, and Hale lies at the other end.
"""

from __future__ import annotations

import re

from factcheck.clauses.arguments import past_restatement, phrase_from
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.predicate import is_past
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span

_WINDS = {"north": 1j, "south": -1j, "east": 1 + 0j, "west": -1 + 0j}
_WIND = re.compile("|".join(_WINDS))
_BEARING = re.compile(rf"(?:(?:{_WIND.pattern})-?)+(?:wards?)?")
# "9 miles [to the] north", "[due] north", "9 miles [away] from": what may stand before the origin.
_BEFORE = frozenset(
    {"to", "the", "due", "away", "inland", "offshore", "out", "short", "down", "up"}
)
_LEADING = frozenset({"from", "of", "off", "outside", "past", "beyond"})
_NEAREST = 4  # words from the unit to what leads to the origin
_NEIGHBOURS = 1.5  # the tangent of an angle between two and three points of sixteen
_OPENING = (Tag.DETERMINER, Tag.PREPOSITION)
_RELATIVE = frozenset({"which", "that"})


def origin_of(
    sentence: ParsedSentence, mention: range, lexicon: ClauseLexicon
) -> tuple[Span | None, str | None]:
    """The phrase for the origin of a distance, `None` where the text does not say, and the point of
    the compass in which its other end lies: "9 miles from [Orrin]", "9 miles (14 km) to the [north]
    of [Orrin]", "9 miles away"."""
    words = sentence.words
    at = past_restatement(words, mention.stop)
    bearing = None
    for i in range(at, min(at + _NEAREST, len(words))):
        word = words[i].lower
        if word == "of" and bearing is None and "within" not in _opening(words, mention):
            break  # "9 inches of rain"
        if word in _LEADING:
            return _place(words, i + 1, lexicon), bearing
        if _BEARING.fullmatch(word):
            bearing = word
        elif word not in _BEFORE:
            break
    return None, bearing


def _opening(words: tuple[Word, ...], mention: range) -> list[str]:
    """The word before a figure and the first word of the figure: "[within] 5 miles"."""
    return [word.lower for word in words[max(0, mention.start - 1) : mention.start + 1]]


def _place(words: tuple[Word, ...], start: int, lexicon: ClauseLexicon) -> Span | None:
    """The noun phrase at `start` with what identifies it: "the state capital of Hale", "the
    capital, Hale", "Hale, Norland"."""
    start = _past(words, start, Tag.DETERMINER)
    end = _past(words, start, Tag.NOUN)
    if end == start or words[end - 1].lemma in lexicon.no_place:
        return None  # "rose 3 feet from Monday"
    more = words[end + 1 : end + 2]
    if more and words[end].lower == "of":
        end = max(end, _past(words, _past(words, end + 1, Tag.DETERMINER), Tag.NOUN))
    elif more and words[end].lower == "," and more[0].capitalised:
        end = max(end, _past(words, end + 1, Tag.NOUN))
    return Span(start=words[start].start, end=words[end - 1].end)


def _past(words: tuple[Word, ...], at: int, tag: Tag) -> int:
    """The index behind the run of words with one tag at `at`."""
    while at < len(words) and words[at].tag is tag:
        at += 1
    return at


def bearer_of(
    sentence: ParsedSentence, mention: range, lying: frozenset[str], lexicon: ClauseLexicon
) -> Span | None:
    """The noun phrase that a measure modifies, right behind it or behind a verb of `lying`: "a
    [knife] 9 inches long", "[Hale], which lies 9 miles north of Orrin", "[Hale], a village 9 miles
    north of Orrin"; `None` where the measure belongs to a verb: "sailed 9 miles north of Orrin"."""
    words, stop = sentence.words, mention.start
    while stop and (words[stop - 1].lemma in lying or words[stop - 1].tag is Tag.ADVERB):
        stop -= 1
    lies = stop < mention.start
    relative = stop > 0 and words[stop - 1].lower in _RELATIVE
    stop -= relative
    start = _run(words, stop)
    if stop and words[stop - 1].lower == ",":
        if not relative and words[stop].lemma in lying and not _is_participle(words[stop].lower):
            return phrase_from(sentence, 0)  # "[Hale], a village of 90, is 9 miles from Orrin"
        start, stop = _named(words, stop - 1, lexicon)
    elif start > 1 and words[start - 1].tag is Tag.DETERMINER and words[start - 2].lower == ",":
        first, end = _named(words, start - 2, lexicon)
        start, stop = (first, end) if first < end else (start, stop)
    elif not (lies or words[start].capitalised or (start and words[start - 1].tag in _OPENING)):
        return None  # "took place 9 miles north of Orrin", "with 700 people 9 miles north"
    if start == stop or words[stop - 1].lemma in lexicon.no_place:
        return None
    return Span(start=words[start].start, end=words[stop - 1].end)


def _is_participle(word: str) -> bool:
    """Whether a word looks like a participle."""
    return is_past(word) or word.endswith("ing")


def _run(words: tuple[Word, ...], stop: int) -> int:
    """The start of the run of nouns that ends right before `stop`."""
    while stop and words[stop - 1].tag is Tag.NOUN:
        stop -= 1
    return stop


def _named(words: tuple[Word, ...], stop: int, lexicon: ClauseLexicon) -> tuple[int, int]:
    """The bounds of the name or place that ends before a comma, empty for another noun: "in [Hale
    mill], 9 miles", "in the [village], 9 miles", but not "with the crew, 9 miles"."""
    start = _run(words, stop)
    place = any(w.capitalised or w.lemma in lexicon.place_nouns for w in words[start:stop])
    return (start, stop) if place else (stop, stop)


def one_direction(one: str, other: str) -> bool:
    """Whether two points of the compass differ by at most 45 degrees: "east" may mean "southeast",
    but not "south"."""
    turn = _direction(one) * _direction(other).conjugate()
    return abs(turn.imag) <= _NEIGHBOURS * turn.real


def _direction(bearing: str) -> complex:
    """A point of the compass as a vector in the complex plane: "north-northeast" is the sum of
    north, north and east."""
    return sum(_WINDS[wind] for wind in _WIND.findall(bearing))
