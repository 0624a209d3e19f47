"""The measured noun of a sum, share or measure: "a fine of $2 million", "unemployment fell to 4%".

A count has its noun behind it; a sum of money, a share or a length has the thing it measures
before the preposition, right behind it, or as the object or subject of its verb.
"""

from __future__ import annotations

from itertools import takewhile

from factcheck.clauses.arguments import (
    nouns_after,
    nouns_before,
    object_of,
    phrase_from,
    subject_of,
)
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.predicate import Predicate
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.sizes import Size, changed, is_worth
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.quantities.subjects import is_person

# "lost $20 million last year": what stands behind a figure may be a time.
_TIMES = frozenset({
    "last", "next", "time", "year", "month", "week", "day", "today", "yesterday", "tomorrow",
})  # fmt: skip
_MEASURING = frozenset({"of", "at", "to", "by", "from", "for", "with", "in"})


def measured(
    sentence: ParsedSentence,
    mention: range,
    verb: Predicate,
    size: Size | None,
    lexicon: ClauseLexicon,
    *,
    age: bool = False,
    money: bool = False,
    behind: bool = True,
) -> Span | None:
    """The noun phrase that the figure is the size of, or `None`.

    "a [fine] of $2 million"; "a $2 million [fine]"; "the [bridge] will cost $2 million"; "put the
    [cost] at $2 million". An `age` belongs to the name before its comma: "[Jane Roe], 45, said".
    Without `behind` the words right behind the figure are not considered: "the [pier] is 900 feet
    long". A sum of `money` is the size of what it is for: "the town spent $2 million on the
    [pier]".
    """
    words = sentence.words
    if size is not None and size.states_change:
        return size.of
    if age and mention.start > 1 and words[mention.start - 1].lower == ",":
        return nouns_before(words, mention.start - 1)
    if verb.head is not None and verb.preposition == "of":
        return nouns_before(words, verb.head + 1)
    following = words[mention.stop] if behind and mention.stop < len(words) else None
    if (
        following is not None
        and following.tag is Tag.NOUN
        and not _is_time(words, mention, lexicon)
    ):
        return nouns_after(words, mention.stop)
    if size is not None:
        return size.of
    if verb.at is not None and verb.at < mention.start:
        if verb.preposition == "by":
            return changed(sentence, verb.at, mention.start, lexicon)
        if money and verb.preposition is None and not is_worth(words[verb.at].lemma):
            return _purpose(sentence, mention.stop)
        subject = subject_of(sentence, verb.at, lexicon)
        if subject is None and words[verb.at].lemma == "take":
            return object_of(sentence, verb.at, mention.start)  # "it took [the crew] nine days"
        return subject
    if verb.head is not None and verb.preposition in _MEASURING:
        return nouns_before(words, verb.head + 1)
    return None


def _is_time(words: tuple[Word, ...], mention: range, lexicon: ClauseLexicon) -> bool:
    """Whether the nouns behind a figure name a time: "$20 million [last year]", "a Category 2 storm
    [late Wednesday night]"."""
    nouns = [*takewhile(lambda word: word.tag is Tag.NOUN, words[mention.stop :])]
    return nouns[0].lower in _TIMES or any(word.lemma in lexicon.no_place for word in nouns)


def _purpose(sentence: ParsedSentence, stop: int) -> Span | None:
    """The noun for what a sum is spent on: "spent $2 million on [the pier]". Its recipient is no
    measured noun."""
    words = sentence.words
    if stop >= len(words) or words[stop].lower not in ("for", "on"):
        return None
    following = words[stop + 1 : stop + 4]
    if any(word.tag is Tag.NUMBER or _is_nobody(word) for word in following):
        return None
    return phrase_from(sentence, stop + 1)


def _is_nobody(word: Word) -> bool:
    """Whether a word names people or a time, and so nothing that a sum can be the size of."""
    return word.lemma in _TIMES or is_person(word.lower, quantity_lexicon()) or word.capitalised
