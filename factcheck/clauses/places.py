"""The place of a figure: "in southern Chiapas state", "at the border", "on Qeshm"."""

from __future__ import annotations

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag
from factcheck.models import Span

_LONGEST_PLACE = 6


def places(sentence: ParsedSentence, lexicon: ClauseLexicon) -> tuple[tuple[int, Span], ...]:
    """Every place named in the sentence, with the index of its first word."""
    return sentence.once(_places, lexicon)


def _places(sentence: ParsedSentence, lexicon: ClauseLexicon) -> tuple[tuple[int, Span], ...]:
    """Each place of a sentence with the index of its first word; `places` caches the result."""
    found: list[tuple[int, Span]] = []
    words = sentence.words
    for i, word in enumerate(words):
        if word.lower not in lexicon.place_prepositions or word.tag is not Tag.PREPOSITION:
            continue
        start = i + 1
        while start < len(words) and words[start].tag is Tag.DETERMINER:
            start += 1
        stop = start
        while stop < len(words) and stop - start < _LONGEST_PLACE and words[stop].tag is Tag.NOUN:
            if words[stop].lower in lexicon.no_place:
                break
            stop += 1
        run = words[start:stop]
        if not run or not (any(w.capitalised for w in run) or run[-1].lemma in lexicon.place_nouns):
            continue
        found.append((start, Span(start=run[0].start, end=run[-1].end)))
    return tuple(found)


def place_of(sentence: ParsedSentence, mention: range, lexicon: ClauseLexicon) -> Span | None:
    """The place nearest to a figure in its clause, preferably after it; else one at the head of the
    sentence: "In Lower Tarn, the flood closed 21 roads"."""
    where, named = sentence.verb_range(mention.start), places(sentence, lexicon)
    after = [span for at, span in named if at in where and at >= mention.stop]
    before = [span for at, span in named if at in where and at < mention.start]
    if after or before:
        return after[0] if after else before[-1]
    opening = sentence.segment(0)
    before = [span for at, span in named if at in opening]
    around = sentence.verb_range(0)
    return before[-1] if before and mention.start in around else None
