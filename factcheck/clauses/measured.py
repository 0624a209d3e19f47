"""What a sum, share or measure is the size of: "a fine of $2 million", "unemployment fell to 4%".

A count has its noun behind it; a sum of money, a share or a length has the thing it measures
before the preposition, right behind it, or as the subject of its verb.
"""

from __future__ import annotations

from factcheck.clauses.predicate import Predicate
from factcheck.clauses.segments import Parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span

# "lost $20 million last year": what stands behind a figure may be a time.
_TIMES = frozenset({"last", "next", "year", "month", "week", "today", "yesterday", "tomorrow"})
_MEASURING = frozenset({"of", "at", "to", "by", "from", "for", "with", "in"})


def measured(
    sentence: Parsed, mention: range, verb: Predicate, *, age: bool = False
) -> Span | None:
    """The noun phrase that the figure is the size of, or `None`.

    "a [fine] of $2 million"; "a $2 million [fine]"; "the [bridge] will cost $2 million". An
    `age` belongs to the name before its comma: "[Jane Roe], 45, said".
    """
    words = sentence.words
    if age and mention.start > 1 and words[mention.start - 1].lower == ",":
        return _run_before(words, mention.start - 1)
    if verb.head is not None and verb.preposition == "of":
        return _run_before(words, verb.head + 1)
    behind = words[mention.stop] if mention.stop < len(words) else None
    if behind is not None and behind.tag is Tag.NOUN and behind.lower not in _TIMES:
        return _run_after(words, mention.stop)
    if verb.at is not None and verb.at < mention.start:
        return _subject(sentence, verb.at)
    if verb.head is not None and verb.preposition in _MEASURING:
        return _run_before(words, verb.head + 1)
    return None


def _run_before(words: tuple[Word, ...], stop: int) -> Span | None:
    start = stop
    while start > 0 and words[start - 1].tag is Tag.NOUN:
        start -= 1
    return _span(words, start, stop)


def _run_after(words: tuple[Word, ...], start: int) -> Span | None:
    stop = start
    while stop < len(words) and words[stop].tag is Tag.NOUN:
        stop += 1
    return _span(words, start, stop)


def _subject(sentence: Parsed, verb: int) -> Span | None:
    """The first nouns of the verb's segment, with what hangs on them by "of"."""
    words = sentence.words
    segment = sentence.segment(verb)
    start = segment.start
    while start < verb and words[start].tag is not Tag.NOUN:
        if words[start].tag is Tag.PREPOSITION:  # "In May unemployment fell": not the subject
            start = _past_nouns(words, start + 1, verb)
        else:
            start += 1
    stop = _past_nouns(words, start, verb)
    if stop < verb and words[stop].lower == "of":
        stop = _past_nouns(words, stop + 1, verb)
    return _span(words, start, stop)


def _past_nouns(words: tuple[Word, ...], start: int, limit: int) -> int:
    while start < limit and words[start].tag in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER):
        start += 1
    return start


def _span(words: tuple[Word, ...], start: int, stop: int) -> Span | None:
    while stop > start and words[stop - 1].tag is not Tag.NOUN:
        stop -= 1
    if start >= stop:
        return None
    return Span(start=words[start].start, end=words[stop - 1].end)
