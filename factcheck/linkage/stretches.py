"""Where a stretch of a sentence may begin and end so that it reads as a clause, and with what
penalty: "[26, was named by police]" begins inside one, "[a crane that]" ends inside one.

A penalty is counted in words: a stretch is worth so many words less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.lexicon import load
from factcheck.linkage.label_words import label_words
from factcheck.text.inflection import FunctionWords

_ENOUGH = 4  # content words by which an opening says what happened
# For a beginning inside a clause, behind an "and", at a noun, with "in"; for an end before "when",
# before "in" or "who", and there behind a verb.
_INSIDE, _BEHIND_AND, NOUN, _LED_TO = 6, 8, 9, 1
_CLAUSE_CUT, _PHRASE_CUT, _VERB_CUT = 2, 4, 6
_MARKS = (Tag.BREAK, Tag.QUOTE)
_ACTS = (Tag.VERB, Tag.AUXILIARY)
_NOMINAL = (Tag.NOUN, Tag.NUMBER, Tag.DETERMINER)
_LEADS = (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.SUBORDINATOR)
_PARTICLES = ("up", "off", "out", "down")  # "blew up" in one
_POSSESSIVE = ("his", "her", "its", "their")
_FIRST_PERSON = ("i", "we", "me", "us", "my", "our")
_DASHES = ("—", "–", "―", "-", "--", ":")
# "LINDOW, May 3 (Echo) — ", and how other papers print it.
_DATELINE = re.compile(
    r"\W?(?:[A-Z(\d][\w.()]*+,?\s++)*+(?:[A-Z(\d][\w.()]*+)?\s?(?:—|–|―|--|-\s|:|\|)[\s—–-]*"
)


def is_content_word(word: Word) -> bool:
    """Whether a word is a noun, verb or number."""
    return word.tag in (Tag.NOUN, Tag.VERB, Tag.NUMBER)


def is_finite(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a verb that has a subject, or the first auxiliary of one: not "led" in "a
    team led by Roe", but "dropped" in "it dropped by 40"."""
    acts = words[at].tag in _ACTS and not words[at].lower.endswith("ing")
    if not acts or (at > 0 and words[at - 1].lower == "to"):
        return False
    by, far = words[at + 1 : at + 2], words[at + 2 : at + 3]
    passive = words[at].lower.endswith("ed") and any(word.lower == "by" for word in by)
    passive = passive and not any(word.tag is Tag.NUMBER for word in far)
    return not passive or (at > 0 and words[at - 1].tag is Tag.AUXILIARY)


def content_places(sentence: ParsedSentence) -> frozenset[int]:
    """Indices of the content words."""
    return frozenset(at for at, word in enumerate(sentence.words) if is_content_word(word))


def verb_places(sentence: ParsedSentence) -> frozenset[int]:
    """Indices of the verbs that have a subject, or of the first auxiliary of each."""
    return frozenset(at for at in range(len(sentence.words)) if is_finite(sentence.words, at))


def subject_places(sentence: ParsedSentence) -> frozenset[int]:
    """The places of the nouns that a verb behind them may have for its subject: none that a
    preposition or a verb leads to, as in "for [weeks] left a [note]"."""
    found, led, before = set(), False, Tag.BREAK
    for at, word in enumerate(sentence.words):
        if word.tag is Tag.QUOTE:
            continue
        if word.tag is Tag.DETERMINER or before not in _NOMINAL:
            led = before in (Tag.PREPOSITION, *_ACTS)
        if word.tag is Tag.NOUN and not led:
            found.add(at)
        before = word.tag
    return frozenset(found)


def bracket_places(sentence: ParsedSentence) -> tuple[int, ...]:
    """The places of round brackets."""
    return tuple(at for at, word in enumerate(sentence.words) if word.lower in ("(", ")"))


def quote_places(sentence: ParsedSentence) -> tuple[int, ...]:
    """The places of quotation marks."""
    return tuple(at for at, word in enumerate(sentence.words) if word.tag is Tag.QUOTE)


def is_pronoun(word: Word) -> bool:
    """Whether a word stands for somebody: "he", "she'll", "their"."""
    stands_for = word.lower.partition("'")[0]
    return stands_for in _grammar().pronouns or stands_for in _POSSESSIVE


def is_personal(word: Word) -> bool:
    """Whether a word may be the whole subject of a verb and stand for it: "he", no "who"."""
    other = (*_grammar().relatives, *_POSSESSIVE, "there")
    return is_pronoun(word) and word.lower not in other


def is_first_person(word: Word) -> bool:
    """Whether a word stands for whoever speaks: "I", "we've", "our"."""
    return word.lower.partition("'")[0] in _FIRST_PERSON


def first_person_places(sentence: ParsedSentence) -> frozenset[int]:
    """The places of the words that stand for whoever speaks."""
    return frozenset(at for at, word in enumerate(sentence.words) if is_first_person(word))


def is_relative(word: Word) -> bool:
    """Whether a word stands for the noun right before it: "the man [who] left"."""
    return word.lower in _grammar().relatives


@cache
def _grammar() -> FunctionWords:
    words: FunctionWords = load("grammar", FunctionWords)
    return words


def dateline(text: str) -> int:
    """Where a sentence begins behind the place that its article is dated from."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def beginnings(sentence: ParsedSentence, text: str) -> Sequence[tuple[int, int]]:
    """Start indices of stretches in order, each with its penalty."""
    words = sentence.words
    first = sentence.index(dateline(text))
    behind = (at + 1 for at, word in enumerate(words) if word.lower == "that")
    bounds = (at for at in sentence.bounds[:-1] if words[at].lower not in ")]")
    places = {_opening(words, at) for at in (*bounds, *behind)}
    found = {at: _beginning(sentence, at) for at in places if first < at < len(words)}
    nouns = {at: NOUN for at in range(first + 1, len(words)) if _opens_noun(words, at)}
    return sorted(({0: 0, first: 0} | nouns | found).items())


def _opens_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a noun opens that a stretch may begin with: "a map of [the mill], which was shut"."""
    follows = words[at - 1].tag in (*_ACTS, *_LEADS) and words[at - 1].lower != "of"
    return words[at].tag is Tag.DETERMINER and words[at].lower not in _POSSESSIVE and follows


def endings(sentence: ParsedSentence) -> Sequence[tuple[int, int]]:
    """End indices of stretches in order, each with its penalty."""
    words = sentence.words
    found = {at: _ending(*words[at - 1 : at + 2]) for at in range(1, len(words) - 1)}
    for at in _begun(words):
        found.pop(at, None)
    return [
        *((at, penalty) for at, penalty in found.items() if penalty is not None),
        (len(words), 0),
    ]


def _begun(words: Sequence[Word]) -> Iterator[int]:
    """The ends of what only leads to a clause: "and, earlier in the day[,] made"."""
    marks = [at for at, word in enumerate(words) if word.tag is Tag.BREAK]
    for mark, following in pairwise(marks):
        joins = mark > 0 and words[mark - 1].tag is Tag.CONJUNCTION
        if joins and not any(is_finite(words, at) for at in range(mark, following)):
            yield following


def opening(sentence: ParsedSentence, text: str) -> range:
    """Indices of the words at the head of a sentence, enough to say what happened."""
    words, start = sentence.words, sentence.index(dateline(text))
    acts, content, seen = False, 0, start
    for stop, _ in sentence.once(endings):
        for at in range(seen, stop):
            acts = acts or is_finite(words, at)
            content += is_content_word(words[at])
        seen = max(seen, stop)
        if acts and content >= _ENOUGH:
            return range(start, stop)
    return range(0)


def _opening(words: Sequence[Word], at: int) -> int:
    """Where the words of a segment begin behind the marks and words that only lead to it; "after"
    stays where no clause follows."""
    leading = [*_MARKS, Tag.CONJUNCTION]
    clause = _acts_before_a_mark(words, at)
    while (
        at < len(words)
        and words[at].lower != "as"
        and (words[at].tag in leading or (clause and words[at].lower in label_words().openers))
    ):  # "as of Monday", "as part of the deal"
        at += 1
    return at


def _acts_before_a_mark(words: Sequence[Word], start: int) -> bool:
    marks = (at for at in range(start + 1, len(words)) if words[at].tag is Tag.BREAK)
    return any(is_finite(words, at) for at in range(start, next(marks, len(words))))


def _beginning(sentence: ParsedSentence, start: int) -> int:
    """The penalty of a stretch that begins with no subject, behind an "and" that a comma may be
    missing before, or behind words without a verb: "Dale Orrin, [26,] was named"."""
    words, bounds = sentence.words, sentence.bounds
    at = next(at for at, stop in enumerate(bounds[1:]) if start < stop)
    if at == 0:
        return 0
    first, mark, before = words[start], words[bounds[at]].lower, bounds[at - 1]
    year = first.tag is words[max(start - 2, 0)].tag is Tag.NUMBER  # "on May 20, [2013,] a storm"
    opens = first.tag not in (*_ACTS, Tag.SUBORDINATOR) and not year
    subject = opens and _acts_before_a_mark(words, start)
    opened = words[before : min(before + 2, start)]  # "Roe, who left[,] was named"
    related = any(word.lower in _grammar().relatives for word in opened)
    acts = not related and any(is_finite(words, i) for i in range(before, bounds[at]))
    leads = words[before].tag is Tag.PREPOSITION or mark in _DASHES
    if mark in ("and", "or", "but"):
        return _BEHIND_AND
    if not subject or not (acts or leads):
        return _INSIDE
    return _LED_TO * (first.tag in (Tag.PREPOSITION, Tag.ADVERB))


def _ending(last: Word, behind: Word, following: Word) -> int | None:
    """The penalty of a stretch that ends between two words; `None` where no phrase ends, or a score
    goes on."""
    if behind.tag is Tag.BREAK:
        leads = last.tag in (Tag.CONJUNCTION, Tag.DETERMINER) or last.lower in _grammar().relatives
        inside = leads or behind.lower in ")]"
        return None if inside else _PHRASE_CUT * (behind.lower in "([")
    scores = last.tag is following.tag is Tag.NUMBER
    goes_on = scores or behind.lower in ("of", "to") or behind.lower in _PARTICLES
    if behind.tag not in _LEADS or goes_on or last.tag in (*_LEADS, Tag.DETERMINER, Tag.AUXILIARY):
        return None
    clause = behind.tag is Tag.SUBORDINATOR and behind.lower not in _grammar().relatives
    if clause or behind.lower == "as":
        return _CLAUSE_CUT
    return _VERB_CUT if last.tag is Tag.VERB else _PHRASE_CUT
