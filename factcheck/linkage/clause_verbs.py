"""The verbs that clauses have, and the segments of a sentence that open or lack one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.segments import Parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.label_words import function_words
from factcheck.quantities.lexicon import quantity_lexicon

SUBJECTS = (Tag.NOUN, Tag.NUMBER, Tag.PRONOUN)
MARKS = (Tag.BREAK, Tag.QUOTE)
RELATIVES = frozenset({"who", "which", "whom", "whose", "that"})
_OPENING = (*MARKS, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.ADVERB)
_DEGREES = frozenset({"many", "much", "few", "well"})
_NO_OBJECT = (*MARKS, Tag.PREPOSITION, Tag.ADVERB, Tag.CONJUNCTION, Tag.SUBORDINATOR)
_UNBOUND = frozenset({"be", "been", "being", "having"})  # no finite forms
_MODALS = frozenset({"can", "may", "might", "must", "will", "shall"})  # or nouns and names
_RESULTS = frozenset({"leave", "keep"})  # "left 12 people hurt": the second verb has no clause
_ALIKE = frozenset({"and", "or", "but", "as", "than"})


def segment_of(sentence: Parsed, at: int) -> range:
    """The words of a segment, given by its number."""
    return range(sentence.bounds[at], sentence.bounds[at + 1])


def first_of(words: Sequence[Word], where: range) -> int:
    """The first of some words that is no mark."""
    return next((i for i in where if words[i].tag not in MARKS), where.start)


def opened(words: Sequence[Word], where: range) -> range:
    """The words without those that only lead to a clause, which "only nine" and "as many as" do
    not: "[, and then] the dam broke"."""
    start = where.start
    while start + 1 < where.stop and (
        words[start].tag in _OPENING or words[start].lower == "whether"
    ):
        follows = words[start + 1]
        degree = words[start].tag is Tag.ADVERB or words[start].lower == "as"
        if degree and (is_number(follows) or follows.lower in _DEGREES):
            break
        if words[start].lower == "that" and start == 0:
            break  # "[That] keeps the road shut"
        start += 1
    if where and words[where.stop - 1].tag in _OPENING and start == where.stop - 1:
        start = where.stop
    return range(start, where.stop)


def begins_with_as(words: Sequence[Word], at: int) -> bool:
    """Whether "as" begins a clause: "work stopped Monday [as] the crews left", no "as many as"."""
    follows = words[at + 1]
    named = follows.tag in (Tag.DETERMINER, Tag.NOUN) and not is_number(follows)
    return words[at].lower == "as" and named and follows.lower not in _DEGREES


def is_named(words: Sequence[Word], where: range) -> bool:
    """Whether words open with a noun, and not with what leads up to one: "on Monday"."""
    return bool(where) and words[where.start].tag in (*SUBJECTS, Tag.DETERMINER)


@cache
def _cardinals() -> frozenset[str]:
    return frozenset(quantity_lexicon().numerals.cardinals)


def is_number(word: Word) -> bool:
    """Whether a word is a figure: "12", "seven"."""
    return word.tag is Tag.NUMBER or word.lower in _cardinals()


def is_participle(word: Word) -> bool:
    return word.tag is Tag.VERB and word.lower.endswith("ing")


def may_be_reduced(words: Sequence[Word], at: int) -> bool:
    """Whether a verb may be a participle that only goes with a noun: "the man [accused] of", "a
    call, [made] on Monday". It has no object, and is no form of the past alone: "rode the bus"."""
    word = words[at]
    if word.tag is not Tag.VERB or word.lower in (word.lemma, f"{word.lemma}s"):
        return False
    past = function_words().irregular.get(word.lemma, ())
    behind = words[at + 1] if at + 1 < len(words) else None
    return word.lower not in past[:-1] and (behind is None or behind.tag in _NO_OBJECT)


def main_verb(words: Sequence[Word], at: int) -> int:
    """The verb that a helper leads to: "has now [said]"."""
    while at + 1 < len(words) and words[at].tag in (Tag.AUXILIARY, Tag.ADVERB):
        at += 1
    return at


def is_finite(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a verb that says what its subject does, or the first helper of one."""
    word = words[at]
    if at and word.lower.endswith("ed") and words[at - 1].lower in RELATIVES:
        return True  # "which [acquired] a stake", a verb that the lexicon may not have
    if word.tag not in (Tag.VERB, Tag.AUXILIARY) or word.lower.endswith("ing"):
        return False
    if word.lower in _UNBOUND:
        return False
    if word.lower in _MODALS and _after(words, at).tag in (Tag.PREPOSITION, Tag.BREAK):
        return False  # "in a trash can at the station"
    before = at - 1
    while before >= 0 and words[before].tag is Tag.ADVERB:
        before -= 1
    return before < 0 or (words[before].lower != "to" and words[before].tag is not Tag.AUXILIARY)


def _after(words: Sequence[Word], at: int) -> Word:
    """The word behind one, over adverbs."""
    after = at + 1
    while after < len(words) - 1 and words[after].tag is Tag.ADVERB:
        after += 1
    return words[min(after, len(words) - 1)]


def verb_of(
    sentence: Parsed, at: int, target: range = range(0), *, day: bool = False
) -> tuple[int, int] | None:
    """Where the clause of a segment begins, and its finite verb; `None` without one. Of "police
    said [the road was shut]", and of "who robbed the bank [fled to Tarn]", it is the second where
    the target stands with that."""
    words, segment = sentence.words, segment_of(sentence, at)
    verbs = [i for i in segment if i not in target and is_finite(words, i)]
    if is_participle(words[first_of(words, segment)]):  # ", firing 12 shots at road targets"
        verbs = [i for i in verbs if words[i].tag is Tag.AUXILIARY]
    start = segment.start
    for verb, following in pairwise(verbs):
        opener = _opener_between(words, verb, following)
        if opener and target and target.start > opener:
            start = opener + 1
            continue
        parted = two_clauses(words, verb, following) == following
        if target and _tells(words, verb, following) and target.start > verb:
            if day and _right_behind(words, verb, target):
                return start, verb
            start = main_verb(words, verb) + 1
        elif is_relative(sentence, at) and target and parted and following <= target.start:
            start = following
        elif not (parted and may_be_reduced(words, verb) and not is_relative(sentence, at)):
            return start, verb  # but "the man [accused of a raid] appeared"
    return (start, verbs[-1]) if verbs else None


def _opener_between(words: Sequence[Word], verb: int, following: int) -> int:
    """Where the clause of the second of two verbs opens with a word that may be a preposition: "it
    was the third loss [after] a ferry sank"; 0 where it does not."""
    subordinators = {*function_words().subordinators}
    for at in range(following - 2, verb, -1):
        if words[at].lower in subordinators or begins_with_as(words, at):
            return at if is_named(words, range(at + 1, following)) else 0
        if words[at].tag in (*MARKS, Tag.CONJUNCTION):
            return 0
    return 0


@cache
def _telling() -> frozenset[str]:
    lexicon = clause_lexicon()
    return (lexicon.reporting | lexicon.believing) - lexicon.finding - lexicon.to_hearers


def _tells(words: Sequence[Word], verb: int, following: int) -> bool:
    """Whether a clause with a subject of its own is what a verb tells."""
    between = [word.tag for word in words[main_verb(words, verb) + 1 : following]]
    named = Tag.NOUN in between or Tag.NUMBER in between
    telling = words[main_verb(words, verb)].lemma in _telling()
    return telling and named and Tag.PRONOUN not in between[:2]


def _right_behind(words: Sequence[Word], verb: int, target: range) -> bool:
    between = words[main_verb(words, verb) + 1 : target.start]
    return target.start > verb and not any(word.tag in SUBJECTS for word in between)


def two_clauses(words: Sequence[Word], verb: int, following: int) -> int:
    """Where the second of two verbs begins a clause, if nothing but the end of the first one parts
    them; behind all words where it does not."""
    parting = {*function_words().subordinators, *_ALIKE}
    joined = any(word.lower in parting for word in words[verb + 1 : following])
    results = words[main_verb(words, verb)].lemma in _RESULTS | clause_lexicon().finding
    return len(words) if joined or results else following


def has_verb(sentence: Parsed, at: int) -> bool:
    """Whether a segment has a finite verb, which is found once for all figures of a sentence."""
    return sentence.once(_finite)[at]


def _finite(sentence: Parsed) -> tuple[bool, ...]:
    segments = range(len(sentence.bounds) - 1)
    return tuple(verb_of(sentence, at) is not None for at in segments)


def is_main(sentence: Parsed, at: int) -> bool:
    """Whether a segment has a verb that another one can share."""
    return has_verb(sentence, at) and not is_relative(sentence, at)


def is_relative(sentence: Parsed, at: int) -> bool:
    """Whether a segment is a relative clause; "that" opens one where its verb follows at once."""
    words = sentence.words
    first = first_of(words, segment_of(sentence, at))
    follows = _after(words, first).tag in (Tag.VERB, Tag.AUXILIARY)
    relative = words[first].lower in RELATIVES and (words[first].lower != "that" or follows)
    return relative and at > 0


def opens_clause(sentence: Parsed, at: int) -> bool:
    """Whether a clause opens with a segment."""
    return sentence.once(_opening_clauses)[at]


def _opening_clauses(sentence: Parsed) -> tuple[bool, ...]:
    return tuple(_opens_clause(sentence, at) for at in range(len(sentence.bounds) - 1))


def _opens_clause(sentence: Parsed, at: int) -> bool:
    words, segment = sentence.words, segment_of(sentence, at)
    joins = at and words[segment.start - 1].tag is Tag.CONJUNCTION  # "and[, on Monday,] left"
    return bool(joins) or words[first_of(words, segment)].tag is Tag.SUBORDINATOR


def opened_behind(sentence: Parsed, at: int, *, reported: bool = False) -> range:
    """The words of a clause that opens at the end of a segment and has its verb further on: "crews
    left when [a hillside in Tarn], soaked by rain, gave way"; with `reported` also "police said
    [Dale Orrin], 58, was there"."""
    words, segment = sentence.words, segment_of(sentence, at)
    whose = {*RELATIVES} - {"that"}
    opens = [i for i in segment if words[i].tag is Tag.SUBORDINATOR and words[i].lower not in whose]
    joins = at + 2 < len(sentence.bounds) and words[segment.stop].lower in ("and", "or")
    if reported or joins:
        # "said [two men] and a dog were hurt"
        opens += [i for i in segment if words[i].tag is Tag.VERB and words[i].lemma in _telling()]
    opens.sort()
    if not opens or any(is_finite(words, i) for i in range(opens[-1] + 1, segment.stop)):
        return range(0)
    part = opened(words, range(opens[-1] + 1, segment.stop))
    act = any(is_participle(words[i]) for i in part)
    return part if is_named(words, part) and not act else range(0)
