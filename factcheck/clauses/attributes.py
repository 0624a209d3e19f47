"""Which extent of a thing a distance gives: its length, depth, height, width, or how far it is.

"The pier is 900 feet long", "the length of the pier is 900 feet": the word for the extent stands
behind the unit, before the figure as a noun, or is the verb of motion whose way is measured.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factcheck.clauses.arguments import past_restatement
from factcheck.clauses.predicate import Predicate
from factcheck.clauses.segments import ParsedSentence
from factcheck.lexicon import Lexicon, load

AWAY = "distance"  # how far something is: the one extent that is no size
_INTO = frozenset({"in", "under", "beneath", "below", "through"})


class Attribute(Lexicon):
    """One extent: its `name`, the words that name it, and a sentence for each."""

    name: str
    behind: tuple[str, ...]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    inside: tuple[str, ...] = ()
    examples: tuple[str, ...]


class LocatingVerbs(Lexicon):
    """Verbs that only state where something is or what size it has, with a sentence for each."""

    verbs: tuple[str, ...]
    examples: tuple[str, ...]


class _Attributes(Lexicon):
    """The shape of `attributes.toml`."""

    lying: LocatingVerbs
    attribute: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class _Books:
    """The attributes by their words, a mapping for each place where such a word may stand."""

    behind: dict[str, str]
    nouns: dict[str, str]
    verbs: dict[str, str]
    inside: dict[str, str]
    within: dict[str, str]  # the words that name an extent inside the phrase for the thing


def attributes(language: str = "en") -> tuple[Attribute, ...]:
    """Every extent that has a name."""
    data: _Attributes = load("attributes", _Attributes, language)
    return data.attribute


def lying(language: str = "en") -> LocatingVerbs:
    """The verbs that only state where something is: "Hale [lies] 9 miles from Orrin"."""
    data: _Attributes = load("attributes", _Attributes, language)
    return data.lying


@cache
def _books(language: str) -> _Books:
    """The attributes of a language by the words that name them, one mapping for each position of
    the word."""
    known = attributes(language)
    return _Books(
        {word: a.name for a in known for word in a.behind},
        {word: a.name for a in known for word in a.nouns},
        {word: a.name for a in known for word in a.verbs},
        {word: a.name for a in known for word in a.inside},
        {word: a.name for a in known for word in (*a.nouns, *(a.behind if a.name != AWAY else ()))},
    )


def attribute(
    sentence: ParsedSentence, mention: range, verb: Predicate, language: str = "en"
) -> str | None:
    """The extent of a distance, such as its depth, named by the words right behind it or the verb
    right before it."""
    words, books = sentence.words, _books(language)
    last = words[mention.stop - 1].lower if mention else ""
    opening = words[max(0, mention.start - 1) : mention.start + 1]
    if last in books.inside and any(word.lower in _INTO for word in opening):
        return books.inside[last]  # "lies in 90 feet of water"
    tied = last.rpartition("-")[2]  # "11-mile-long"
    at = past_restatement(words, mention.stop)
    two = " ".join(word.lower for word in words[at : at + 2])
    named = books.behind.get(tied) or books.behind.get(two) or books.behind.get(two.split(" ")[0])
    if verb.verb in books.verbs and verb.at == mention.start - 1 and named in (None, "distance"):
        return books.verbs[verb.verb]  # "marched 30 miles north"
    return named


def without_attribute(
    measured: Iterable[str], language: str = "en"
) -> tuple[tuple[str, ...], str | None]:
    """The measured noun without the word for its extent, and the name of the extent: a "length of
    the pier" is the pier's length, a "9-foot high wall" gives the wall's height."""
    named = _books(language).within
    words = tuple(measured)
    extent = next((named[word] for word in words if word in named), None)
    return tuple(word for word in words if word not in named), extent
