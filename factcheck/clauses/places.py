"""The place of a figure: "in southern Chiapas state", "at the border", "on Qeshm"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
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
        start, stop = _nouns(words, i + 1, lexicon)
        if start == stop:
            continue
        named = any(w.capitalised for w in words[start:stop])
        if words[stop - 1].lemma in lexicon.place_nouns:
            stop = stop if named else _end_of_name(words, stop)
        elif not named:
            continue
        found.append((start, Span(start=words[start].start, end=words[stop - 1].end)))
    return tuple(found)


def _nouns(words: Sequence[Word], at: int, lexicon: ClauseLexicon) -> tuple[int, int]:
    """Where the nouns of a phrase begin and end, behind its article."""
    while at < len(words) and words[at].tag is Tag.DETERMINER:
        at += 1
    stop = at
    while stop < len(words) and stop - at < _LONGEST_PLACE and words[stop].tag is Tag.NOUN:
        if words[stop].lower.removesuffix("'s") in lexicon.no_place:
            break  # "in Monday's blast"
        stop += 1
    return at, stop


def _end_of_name(words: Sequence[Word], stop: int) -> int:
    """The end of a place with the name that follows it: "the city [of Pellworth]", "the capital[,
    Lundavik,]"; its own end where none does."""
    if stop >= len(words) or words[stop].lower not in ("of", ","):
        return stop
    end = start = stop + 1
    while end < len(words) and words[end].tag is Tag.NOUN and words[end].capitalised:
        end += 1
    apposed = end == len(words) or words[end].tag is Tag.BREAK
    named = start < end and (words[stop].lower == "of" or apposed)
    return end if named else stop  # "in the capital, Roe said"


def place_of(sentence: ParsedSentence, mention: range, lexicon: ClauseLexicon) -> Span | None:
    """The place nearest to a figure in its clause, preferably after it; else the one that its
    clause refers to; else one that opens the sentence, and so holds for all of it: "In Lower Tarn,
    where dykes broke, the flood closed 21 roads"."""
    where, named = sentence.verb_range(mention.start), places(sentence, lexicon)
    if not named:
        return None
    after = [span for at, span in named if at in where and at >= mention.stop]
    before = [span for at, span in named if at in where and at < mention.start]
    if after or before:
        return after[0] if after else before[-1]
    if any(word.lower == "where" for word in sentence.words[where.start : where.start + 2]):
        before = [span for at, span in named if at < where.start]  # "the forest, where it burned"
        last = where.start - 1 - (sentence.words[where.start - 1].tag is Tag.BREAK)
        return before[-1] if before and before[-1].end == sentence.words[last].end else None
    opening = sentence.segment(0)
    before = [span for at, span in named if at in opening]
    opens = not sentence.verbal[0] or mention.start in sentence.verb_range(0)
    return before[-1] if before and opens else None
