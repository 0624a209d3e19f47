"""The counted noun where it does not follow its figure.

"The number of victims is 59", "the death toll rose to 31": the noun stands before the verb.
"500 kg of dynamite": it stands behind the unit.
"""

from __future__ import annotations

from factcheck.clauses.arguments import past_restatement
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.predicate import Predicate, is_past
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span

_OPENING = 6  # "At 3,143, the number of injured was the highest yet."
_FURTHEST = 20  # words between the number noun and its figure


def counted_before(
    sentence: ParsedSentence, mention: range, verb: Predicate, lexicon: ClauseLexicon
) -> Span | None:
    """The counted noun phrase before the verb of a number or toll: "the number of dead rose to",
    "doctors lowered the toll to"."""
    words, start = sentence.words, mention.start
    before = range(start - 1, max(-1, start - _FURTHEST), -1)
    behind = range(mention.stop, min(len(words), mention.stop + _OPENING))
    # A headline may do without a verb: "Flood death toll at 62".
    for i in before if verb.at is None or verb.at < mention.stop else behind:
        if words[i].tag is Tag.NOUN and words[i].lemma in lexicon.number_nouns:
            named = _compound(words, i, lexicon)
            if i + 1 < len(words) and words[i + 1].lower == "of":
                # "the death toll of the crash", "the toll of Friday's crash": not crashes
                counted = _nouns(words, i + 2)
                return named if named is not None and _is_definite_of(words, i + 2) else counted
            return named
    return None


def measured_of(sentence: ParsedSentence, mention: range) -> Span | None:
    """The noun phrase behind a measure: "500 kg of [dynamite]"."""
    words = sentence.words
    at = past_restatement(words, mention.stop)  # "13 inches (33 cm) of rain"
    if at < len(words) and words[at].lower == "of":
        return _nouns(words, at + 1)
    return None


def consisting(
    sentence: ParsedSentence, mention: range, verb: Predicate, lexicon: ClauseLexicon
) -> Span | None:
    """The noun for what consists of so many: "a [crew] of eight", "a [capacity] of 94,000"; `None`
    for one that only qualifies the figure: "an average of 40"."""
    if verb.head is None or verb.preposition != "of" or verb.head >= mention.start:
        return None
    noun = sentence.words[verb.head]
    if (
        noun.lemma
        in lexicon.number_nouns | lexicon.measure_nouns | lexicon.groups | lexicon.manners
    ):
        return None
    return Span(start=noun.start, end=noun.end)


def _nouns(words: tuple[Word, ...], start: int) -> Span | None:
    """The span of the nouns behind "the number of", without their article."""
    while start < len(words) and words[start].tag is Tag.DETERMINER:
        start += 1
    stop = start
    while stop < len(words) and words[stop].tag is Tag.NOUN:
        stop += 1
    if stop == start < len(words) and words[start].tag is Tag.VERB:
        stop += 1  # "the number of missing"
    if start < stop < len(words) and _is_outcome(words[stop]):
        stop += 1  # "the number of people [rescued]"
    return None if stop == start else Span(start=words[start].start, end=words[stop - 1].end)


def _is_outcome(word: Word) -> bool:
    """Whether a word is a participle, which states an outcome."""
    return word.tag is Tag.VERB and is_past(word.lower)


def _is_definite_of(words: tuple[Word, ...], start: int) -> bool:
    """Whether "of" leads to something definite, which is not what is counted: "of [the] crash", "of
    [Friday's] crash", but not "of dead"."""
    first = words[start] if start < len(words) else None
    return first is not None and (first.tag is Tag.DETERMINER or first.capitalised)


def _compound(words: tuple[Word, ...], noun: int, lexicon: ClauseLexicon) -> Span | None:
    """The counted noun inside a compound with the number noun at `noun`: "the [death] toll". A
    "toll" alone is of deaths and stands for itself; else `None`."""
    start = noun
    while start > 0 and words[start - 1].tag is Tag.NOUN:
        if words[start - 1].lemma in lexicon.number_nouns:
            break  # "the total number of dead"
        start -= 1
    if start == noun:
        bare = words[noun].lemma == "toll"
        return Span(start=words[noun].start, end=words[noun].end) if bare else None
    return Span(start=words[start].start, end=words[noun - 1].end)
