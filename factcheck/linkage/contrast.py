"""How two parallel sentences differ: the words that stand in one place of both.

"Hail broke 40 windows in Oster", "Hail broke 95 windows in Tillby": who says the same with one noun
in place of another speaks of another thing. So where two sentences run parallel, the nouns that
replace each other are a contrast (the minimal pair of linguistics), unless they are two words for
one thing, the figure itself, who is quoted, or the time at which a figure holds.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from factcheck.clauses.ages import AGE_WORDS
from factcheck.clauses.frames import frames_of
from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.tagging import Tag, Word
from factcheck.clauses.words import base_form
from factcheck.linkage.model import comparison
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Span
from factcheck.quantities.lexicon import quantity_lexicon

_CONTENT = (Tag.NOUN, Tag.VERB, Tag.NUMBER)
_WIDE = "wide"  # "nationwide", "worldwide"
_THROUGHOUT = frozenset({"across", "throughout"})
_SPANNING = frozenset({"since", "during"})
_TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "today", "yesterday", "morning", "afternoon", "evening", "night",
    "week", "month", "year", "day", "weekend", "hour",
})  # fmt: skip
_ORDINALS = frozenset({
    "first", "second", "third", "fourth", "fifth", "last", "next", "earlier", "later",
    "opening", "closing", "final",
})  # fmt: skip
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NO_OCCASIONS = frozenset({"time", "place", "person", "step"})  # "for the first time"
_OPPOSED = {
    "before": ("after", "since"), "after": ("before",), "since": ("before",),
    "with": ("without",), "without": ("with",),
}  # fmt: skip
_LIMITS = frozenset({"under", "over", "above", "below"})
_RELATING = _ORDINALS | _LIMITS


class Token(NamedTuple):  # a tuple is hashed much faster, and each pair asks for it
    """One content word of a sentence: its base form, whether it can be in contrast, whether it is a
    verb, whether it is a name, whether its phrase has an article or the like, the preposition that
    leads to it, whether what follows is its own ("Dolan's"), and whether it is of the speaker, who
    is in contrast with nobody."""

    lemma: str
    noun: bool
    verb: bool = False
    name: bool = False
    described: bool = False
    preposition: str = ""
    owner: bool = False
    speaks: bool = False


def content_of(
    words: Sequence[Word],
    figure: Span,
    counted: frozenset[str],
    speaker: str,
    language: str,
) -> tuple[Token, ...]:
    """The content words of a tagged sentence, those of the `speaker` apart, and without those of
    the `figure` but for its counted noun (`counted`)."""
    if len(words) > comparison().parallel_to:
        return ()
    known, quoted = synonyms(language), frozenset(("according", *speaker.lower().split()))
    cardinals = quantity_lexicon(language).numerals.cardinals
    found = []
    for i, word in enumerate(words):
        wide = len(word.lower) > len(_WIDE) and word.lower.endswith(_WIDE)
        if not wide and word.tag not in _CONTENT and word.lower not in _RELATING:
            continue  # as half of all words
        lemma = base_form(word.lemma)
        inside = figure.start <= word.start < figure.end
        if word.lower in quoted:
            found.append(Token(known.noun(lemma), False, speaks=True))
            continue
        if (
            (inside and known.noun(lemma) not in counted)
            or _says_nothing(word, lemma, language)
            or (_counts(words, i, cardinals) and not _names_a_year(words, i))
        ):
            continue
        number_follows = i + 1 < len(words) and words[i + 1].tag is Tag.NUMBER
        if wide:
            found.append(Token(lemma, True, preposition="across"))
        elif (
            word.lower in _ORDINALS
            or _names_a_year(words, i)
            or (word.lower in _LIMITS and number_follows)
        ):
            found.append(Token(word.lower, True))
        elif word.tag is Tag.VERB:
            found.append(Token(known.verb(lemma), False, True))
        elif word.tag in _CONTENT:
            found.append(_nominal(words, i, known.noun(lemma)))
    return tuple(found)


def _says_nothing(word: Word, lemma: str, language: str) -> bool:
    """Whether a word stands for nothing that could be in contrast: a title, a verb of saying, the
    name of what a figure is ("the [number] of missing", "died [aged] 79")."""
    lexicon = clause_lexicon(language)
    says = word.tag is Tag.VERB and word.lemma in lexicon.reporting
    measure = lemma in lexicon.number_nouns or word.lower in AGE_WORDS
    return says or measure or word.lower in synonyms(language).titles


def _nominal(words: Sequence[Word], at: int, lemma: str) -> Token:
    """The token of a noun or number, with how its phrase begins and what leads to it."""
    word, start = words[at], _phrase_start(words, at)
    noun = word.tag is Tag.NOUN and not _adverbial_time(words, at)
    name = noun and word.capitalised and at > 0
    before = words[start - 1] if start else None
    leads = before is not None and (before.tag is Tag.PREPOSITION or before.lower in _OPPOSED)
    return Token(
        lemma,
        noun,
        name=name,
        described=noun and not name and words[start].tag is Tag.DETERMINER,
        preposition=before.lower if before is not None and leads else "",
        owner=word.lower.endswith("'s"),
    )


def _phrase_start(words: Sequence[Word], at: int) -> int:
    """The index at which the noun phrase that ends at a word begins: "in [the flooded] valley"."""
    while at > 0 and words[at - 1].tag in (Tag.NOUN, Tag.NUMBER):
        at -= 1
    return at - 1 if at > 0 and words[at - 1].tag is Tag.DETERMINER else at


def _counts(words: Sequence[Word], at: int, cardinals: Container[str]) -> bool:
    """Whether a number counts something, and so is another figure: "[nine] of them children",
    "among them [eight] children", but not "ward [nine]"."""
    following = words[at + 1] if at + 1 < len(words) else None
    number = words[at].tag is Tag.NUMBER or words[at].lower in cardinals
    if not number or following is None:
        return False
    return following.tag is Tag.NOUN or following.lower == "of"


def _names_a_year(words: Sequence[Word], at: int) -> bool:
    """Whether a number is the year by which a noun is known: "the [2010] census"."""
    behind = words[at + 1 : at + 2]
    named = at > 0 and words[at - 1].tag is Tag.DETERMINER and behind and behind[0].tag is Tag.NOUN
    return bool(named) and _YEAR.fullmatch(words[at].lower) is not None


def _adverbial_time(words: Sequence[Word], at: int) -> bool:
    """Whether an expression of time is adverbial and restricts no noun: "on Monday", but not
    "Monday's auction", "the March eruption"."""
    word = words[at]
    if base_form(word.lemma) not in _TIMES:
        return False
    if word.lower.endswith("'s"):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    before = words[at - 1] if at else None
    restricts = following is not None and following.tag is Tag.NOUN
    return not (restricts and before is not None and before.tag is Tag.DETERMINER)


class _Content(NamedTuple):
    """What each pair asks of the content words of a sentence: those that are not of its speaker and
    their base forms, the words of the speaker, the nouns that a span of time begins with, the
    verbs, the nouns led by a preposition that has an opposite, and the ordinals of each noun."""

    tokens: tuple[Token, ...]
    lemmas: Sequence[str]
    speaker: frozenset[str]
    anchors: tuple[str, ...]
    verbs: frozenset[str]
    opposable: Sequence[tuple[str, str]]
    ordinals: Mapping[str, set[str]]


@lru_cache(maxsize=1 << 9)
def _read(words: tuple[Token, ...]) -> _Content:
    """What is asked of these words, once for all pairs of their sentence."""
    tokens = tuple(token for token in words if not token.speaks)
    return _Content(
        tokens,
        [token.lemma for token in tokens],
        frozenset(token.lemma for token in words if token.speaks),
        _anchors(tokens),
        _verbs(tokens),
        [(t.lemma, t.preposition) for t in tokens if t.noun and t.preposition in _OPPOSED],
        _ordinals(tokens),
    )


def contrasts(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[tuple[str, str], ...]:
    """The pairs of nouns that replace each other in two parallel sentences; none where they are not
    parallel."""
    if left <= right:  # how words are matched depends on which sentence comes first
        return _contrasts(left, right)
    return tuple((one, other) for other, one in _contrasts(right, left))


@lru_cache(maxsize=1 << 9)
def _contrasts(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[tuple[str, str], ...]:
    one, other = _read(left), _read(right)
    if not one.tokens or not other.tokens:
        return ()
    if one.anchors and other.anchors and not _may_be_synonyms(one.anchors, other.anchors):
        return ((" ".join(one.anchors), " ".join(other.anchors)),)
    if of_two := (*_otherwise_related(one, other), *_otherwise_ordered(one, other)):
        return of_two
    verbs = one.verbs, other.verbs
    goes_on = verbs[0] != verbs[1]  # "…, and a train was stuck for five hours"
    if goes_on and not (verbs[0] & verbs[1] in verbs and all(verbs)):
        return ()
    return _replaced(one, other, goes_on)


def _replaced(one: _Content, other: _Content, goes_on: bool) -> tuple[tuple[str, str], ...]:
    """The nouns that replace each other where two sentences run parallel. One that `goes_on` has
    further verbs behind that."""
    said, ours, theirs = one.speaker | other.speaker, one.lemmas, other.lemmas
    left, right = one.tokens, other.tokens
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    *blocks, _ = matcher.get_matching_blocks()
    shared, ends = sum(block.size for block in blocks), blocks[-1].a if blocks else 0
    known, shorter = comparison(), min(len(ours), len(theirs))
    if shared < known.parallel_from or shared < known.parallel * shorter:
        return ()
    found = []
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            continue
        owned = _owned(left, a, b, right[c - 1 : c]) or _owned(right, c, d, left[a - 1 : a])
        if owned is not None:
            found.append(owned)
        if operation != "replace":
            more = [t.lemma for t in (*left[a:b], *right[c:d]) if t.name]
            joined = a > 0 and left[a - 1].name  # "in Turkey", "in Turkey and Syria"
            if more and joined and shared == shorter:
                found.append((" ".join(more), "nothing"))
            continue
        if goes_on and not (a > 0 and b <= ends):
            continue  # only what stands between words that both have is in one place of both
        # Nor is the town in contrast whose police speak in the other paper.
        here = [t for t in left[a:b] if t.noun and t.lemma not in (*theirs, *said)]
        there = [t for t in right[c:d] if t.noun and t.lemma not in (*ours, *said)]
        if _may_describe(here, there) or _may_describe(there, here):
            continue
        if here and there and _in_other_phrases(here[0], there[0]):
            continue
        words = [t.lemma for t in here], [t.lemma for t in there]
        if here and there and not _may_be_synonyms(*words):
            found.append((" ".join(words[0]), " ".join(words[1])))
    return tuple(found)


def _otherwise_related(left: _Content, right: _Content) -> Iterator[tuple[str, str]]:
    """The same nouns with opposite prepositions: "revenue [before tax]", "revenue [after tax]"."""
    for lemma, preposition in left.opposable:
        for opposite in _OPPOSED[preposition]:
            if (lemma, opposite) in right.opposable:
                yield f"{preposition} {lemma}", f"{opposite} {lemma}"


def _otherwise_ordered(left: _Content, right: _Content) -> Iterator[tuple[str, str]]:
    """One noun with two ordinals: "the [first night]", "the [closing night]"."""
    ours, theirs = left.ordinals, right.ordinals
    for noun in ours:
        if noun in theirs and ours[noun].isdisjoint(theirs[noun]):
            yield f"{min(ours[noun])} {noun}", f"{min(theirs[noun])} {noun}"


def _ordinals(tokens: Sequence[Token]) -> dict[str, set[str]]:
    """For each noun behind an ordinal all of its ordinals."""
    found: dict[str, set[str]] = {}
    for noun, ordinal in _ordered(tokens):
        found.setdefault(noun, set()).add(ordinal)
    return found


def _ordered(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The nouns that an ordinal stands before, with it; those of which one is as good as the next
    are left out."""
    for at, one in enumerate(tokens):
        ordinal = one.lemma in _ORDINALS or (one.noun and _YEAR.fullmatch(one.lemma) is not None)
        behind = tokens[at + 1 : at + 3] if ordinal else ()  # "the second [mayoral debate]"
        for other in behind:
            # "won a third [term] with 54 percent of the vote"
            phrase_ends = other.preposition != behind[0].preposition
            if other.verb or phrase_ends or other.lemma in _NO_OCCASIONS:
                break
            yield other.lemma, one.lemma


def _owned(
    tokens: Sequence[Token], start: int, stop: int, before: Sequence[Token]
) -> tuple[str, str] | None:
    """Who belongs to somebody that the other sentence names alone: "Dolan's [brother]", "Dolan"."""
    more = [token.lemma for token in tokens[start:stop] if token.noun]
    owns = bool(more and start and before) and tokens[start - 1].owner and not before[0].owner
    return (" ".join(more), before[0].lemma) if owns else None


def _anchors(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The nouns that a span of time begins with or lies within: "since the [ceasefire]", "during
    the [pandemic]"."""
    return tuple(t.lemma for t in tokens if t.noun and t.preposition in _SPANNING)


def _verbs(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The verbs among the tokens."""
    return frozenset(token.lemma for token in tokens if token.verb)


def _may_describe(named: Sequence[Token], described: Sequence[Token]) -> bool:
    """Whether a noun may describe what a name names: "in the valley", "in Harlow"; but "across the
    country" is more than "in Harlow"."""
    whole = any(token.preposition in _THROUGHOUT for token in described)
    return not whole and any(t.name for t in named) and all(t.described for t in described)


def _in_other_phrases(one: Token, other: Token) -> bool:
    """Whether two nouns stand in prepositional phrases of different sorts, so that neither replaces
    the other: "after a night of [rain]", "at [Harlow Bend]". Two names may: "in [Oster]", "near
    [Tillby]"."""
    led = {one.preposition, other.preposition}
    if "" in led or len(led) == 1 or (one.name and other.name):
        return False
    return not led <= clause_lexicon().place_prepositions


def _may_be_synonyms(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two words may refer to one thing: words for one sort of event, or one a hypernym of
    the other."""
    known = synonyms()
    if not set(one).isdisjoint(other):
        return True
    if frames_of(*one) & frames_of(*other):
        return True
    return any(
        known.broader.get(a) == b or known.broader.get(b) == a or {a, b} <= known.people
        for a in one for b in other
    )  # fmt: skip
