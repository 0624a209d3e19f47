"""Whether a verb is negated: "were [not] hurt", "[failed to] kill", "did [not] try to kill".

A negation is one of the verb's own auxiliaries, or that of what leads to it. Verbs such as "fail"
and "refuse" say that what they lead to did not happen, and negated that it did (Karttunen 1971,
Implicative verbs). "Were not found until Sunday" says that they were found.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word

_GROUP = (Tag.AUXILIARY, Tag.ADVERB)
_LIMIT = 8  # words between a verb and its "until"


def is_negation(word: Word, lexicon: ClauseLexicon) -> bool:
    """Whether a word negates its verb: "not", "cannot", "didn't"."""
    return word.lower in lexicon.negations or word.lower.endswith("n't")


def only_later(words: Sequence[Word], verb: int, lexicon: ClauseLexicon) -> bool:
    """Whether a negated verb tells when it happened after all: "was not found [until] Sunday"."""
    for word in words[verb + 1 : verb + _LIMIT]:
        if word.tag is Tag.BREAK:
            break
        if word.lower in lexicon.limits:
            return True
    return False


def is_undone(sentence: ParsedSentence, verb: int, lexicon: ClauseLexicon) -> bool:
    """Whether what a verb says is said not to be so, by its own negation or by what leads to it.

    What stands between the negation and the verb is all that is negated: "not [only] killed",
    "not [seriously] hurt", "not [yet] paid".
    """
    words = sentence.words
    if only_later(words, verb, lexicon):
        return False
    first = _first_of_group(words, verb)
    if _has_negation(words, first, verb, lexicon):
        return True
    leading = first - 2
    if leading < 0 or words[first - 1].lower != "to":
        return False
    if is_negation(words[leading], lexicon):
        return True  # "was found [not] to have paid"
    negative = words[leading].lemma in lexicon.refusing
    leads = negative or words[leading].tag is Tag.VERB
    if not leads and words[leading].lower not in lexicon.semi_auxiliaries:
        return False
    return negative != _has_negation(words, _first_of_group(words, leading), leading, lexicon)


def _first_of_group(words: Sequence[Word], verb: int) -> int:
    """The index of the first auxiliary or adverb of a verb; of the verb if it has none."""
    while verb > 0 and words[verb - 1].tag in _GROUP:
        verb -= 1
    return verb


def _has_negation(words: Sequence[Word], first: int, verb: int, lexicon: ClauseLexicon) -> bool:
    """Whether the words before a verb, back to `first`, negate it and no adverb beside it."""
    for at in range(verb - 1, first - 1, -1):
        if is_negation(words[at], lexicon):
            return True
        if words[at].tag is Tag.ADVERB:
            return False
    return False
