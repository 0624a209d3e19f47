"""The arguments of a verb: the noun phrase before it as its subject, the one behind it as its
object."""

from __future__ import annotations

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span

# "the cost [of] the pier", "damage [to] crops": what hangs on a noun and says which one.
_TIES = frozenset({"of", "to"})
_RELATIVE = ("who", "which")
_RESTATEMENT = 6  # words of "(19 kilometers)"


def subject_of(sentence: ParsedSentence, verb: int, lexicon: ClauseLexicon) -> Span | None:
    """The subject of a verb: the first nouns of its clause, with their complements in "of" or "to".

    "Officials said [the damage to crops] exceeded", "drivers saw [the price] fall": the clause
    begins behind a verb of saying or seeing. "Followed by [aftershocks] varying": a participle
    belongs to the noun before it. A clause without a noun before its verb has the subject of what
    it hangs on: "[Rusk], the incumbent, finished", "[Rusk], who finished".
    """
    words = sentence.words
    segment = sentence.segment(verb)
    start = segment.start
    if words[verb].lower.endswith("ing") and _verb_in(words, start, verb - 1):
        own = nouns_before(words, verb)
        if own is not None:
            return own
    opening = lexicon.reporting | lexicon.perceiving
    for i in range(start, verb):
        if words[i].tag is Tag.VERB and words[i].lemma in opening and i + 1 < verb:
            start = i + 1
    while start < verb and words[start].tag is not Tag.NOUN:
        if words[start].tag is Tag.PREPOSITION:  # "In May unemployment fell": not the subject
            start = _past_nouns(words, start + 1, verb)
        else:
            start += 1
    return _phrase(words, start, verb) or _subject_outside(sentence, segment.start, verb)


def _subject_outside(sentence: ParsedSentence, start: int, verb: int) -> Span | None:
    """The subject of a verb whose clause, from `start` on, has none: what a relative pronoun stands
    for, or the noun before an apposition that ends at `start`."""
    words = sentence.words
    relative = next((at for at in range(start, verb) if words[at].lower in _RELATIVE), None)
    if relative is not None:
        return nouns_before(words, relative - (words[relative - 1].lower == ","))
    if start == 0 or words[start].lower != "," or words[start + 1].tag is Tag.CONJUNCTION:
        return None
    apposition = sentence.segment(start - 1)
    if apposition.start == 0 or words[apposition.start].lower != ",":
        return None
    named = sentence.segment(apposition.start - 1)
    if sentence.main_verb_in(range(named.start, start)) is not None:
        return None
    first = named.start
    while first < named.stop and words[first].tag in (Tag.BREAK, Tag.DETERMINER, Tag.QUOTE):
        first += 1
    return _phrase(words, first, named.stop)


def _verb_in(words: tuple[Word, ...], start: int, stop: int) -> bool:
    """Whether a verb or auxiliary is among the words from `start` to before `stop`."""
    return any(word.tag in (Tag.VERB, Tag.AUXILIARY) for word in words[start:stop])


def object_of(sentence: ParsedSentence, verb: int, stop: int) -> Span | None:
    """The noun phrase right behind a verb and before `stop`: "put [the cost of the pier] at"."""
    words = sentence.words
    start = verb + 1
    while start < stop and words[start].tag in (Tag.DETERMINER, Tag.ADVERB, Tag.NUMBER):
        start += 1
    return _phrase(words, start, stop)


def phrase_from(sentence: ParsedSentence, start: int) -> Span | None:
    """The noun phrase that begins at `start`, behind its articles and the "-ing" of an act: "on
    fighting [the fire]"."""
    words = sentence.words
    while start < len(words) and (
        words[start].tag is Tag.DETERMINER or words[start].lower.endswith("ing")
    ):
        start += 1
    return _phrase(words, start, len(words))


def past_restatement(words: tuple[Word, ...], start: int) -> int:
    """The index behind the same measure in another unit, "12 miles (19 km) [below]"; `start` itself
    without one."""
    if start >= len(words) or words[start].lower != "(":
        return start
    for i in range(start + 1, min(len(words), start + _RESTATEMENT)):
        if words[i].lower == ")":
            return i + 1
    return start


def nouns_before(words: tuple[Word, ...], stop: int) -> Span | None:
    """The run of nouns that ends right before `stop`."""
    start = stop
    while start > 0 and words[start - 1].tag is Tag.NOUN:
        start -= 1
    return _span(words, start, stop)


def nouns_after(words: tuple[Word, ...], start: int) -> Span | None:
    """The run of nouns that begins at `start`."""
    stop = start
    while stop < len(words) and words[stop].tag is Tag.NOUN:
        stop += 1
    return _span(words, start, stop)


def _phrase(words: tuple[Word, ...], start: int, limit: int) -> Span | None:
    """The noun phrase that begins with the noun at `start`; `None` if none stands there."""
    if start >= limit or words[start].tag is not Tag.NOUN:
        return None
    stop = _past_nouns(words, start, limit)
    title = stop < limit and words[stop].tag is Tag.QUOTE
    if title and stop + 1 < limit and words[stop + 1].capitalised:
        stop = _past_nouns(words, stop + 1, limit)  # 'the painting "Blue Orchard"'
    if stop < limit and words[stop].lower in _TIES:
        stop = max(stop, _past_nouns(words, stop + 1, limit))
    return _span(words, start, stop)


def _past_nouns(words: tuple[Word, ...], start: int, limit: int) -> int:
    """The index behind the run of nouns, numbers and determiners at `start`."""
    while start < limit and words[start].tag in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER):
        start += 1
    return start


def _span(words: tuple[Word, ...], start: int, stop: int) -> Span | None:
    """The span from `start` to the last noun before `stop`; `None` where there is no noun."""
    while stop > start and words[stop - 1].tag is not Tag.NOUN:
        stop -= 1
    if start >= stop:
        return None
    return Span(start=words[start].start, end=words[stop - 1].end)
