"""Counts of zero in words: "no one was hurt", "none of the 40 was hurt", "no deaths", "without
injury".

A negated noun is a count only where its clause says what happened to people: "no one was
killed" is zero killed, while "no one knows" and "no evidence" count nothing. A modal asserts
nothing ("no one will be hurt"), a degree or a remainder leaves the count open ("no serious
injuries", "no further deaths").
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.quantities.amounts import Form
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.quantities.subjects import Subject, are_people, behind
from factcheck.text.inflection import singular
from factcheck.text.phrases import counted_phrase
from factcheck.text.tokens import Tokens

_DEFINITE = frozenset({"the", "these", "those"})


def may_begin(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> bool:
    """Whether the words at token `first` may state a count of zero: "none", but "not" only in "not
    one"."""
    words = lexicon.none
    plain = tokens.words[first] in words.pronouns or tokens.words[first] in words.determiners
    return plain or _emphatic(tokens, first, lexicon) is not None


def none(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> list[ParsedQuantity]:
    """The counts of zero that begin at token `first`; two for "no deaths or injuries"."""
    end = _behind_nobody(tokens, first, lexicon)
    if end is None:
        return _outcomes(tokens, first, lexicon) or _nobody_of(tokens, first, lexicon)
    subject = None
    if tokens.words[end] == "of":
        subject = behind(tokens, end, lexicon) or _figure_behind(tokens, end, lexicon)
        if subject is None or not lexicon.fit("harmed", tokens, first, max(subject.end, end + 2)):
            return []
    elif not (
        lexicon.fit("harmed", tokens, first, end) or _is_object_of_harm(tokens, first, lexicon)
    ):
        return []
    noun = None if subject is None or subject.unsaid else subject
    return [_zero(first, end, noun, person=True)]


def _behind_nobody(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> int | None:
    """The index behind "nobody", "none", "no one", "no-one", "neither of" or "not one of"; `None`
    for other words."""
    if tokens.words[first] in lexicon.none.pronouns:
        return first + 1
    end = _emphatic(tokens, first, lexicon)
    if end is not None:
        alone = tokens.words[end] == "of" or tokens.words[end] in lexicon.none.auxiliaries
        return end if alone else None
    one = first + 1 + (tokens.words[first + 1] == "-" and tokens.touches(first + 1))
    return one + 1 if tokens.words[first] == "no" and tokens.words[one] == "one" else None


def _emphatic(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> int | None:
    """The index behind "not one" and the like, the longest; `None` for other words."""
    for phrase in sorted(lexicon.none.emphatic, key=len, reverse=True):
        words = phrase.split()
        if tokens.words[first : first + len(words)] == words:
            return first + len(words)
    return None


def _figure_behind(tokens: Tokens, of: int, lexicon: QuantityLexicon) -> Subject | None:
    """The figure behind "of" that no noun follows, as people: "none of the [40] was hurt"."""
    at = of + 1 + (tokens.words[of + 1] in _DEFINITE)
    number = tokens.digits(at) or tokens.words[at] in lexicon.numerals.cardinals
    return Subject(at, at, True) if number else None


def _outcomes(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> list[ParsedQuantity]:
    """The counts of zero for outcomes: "No injuries were reported", "without casualties", "no
    deaths or injuries"."""
    at = first + 1 + (tokens.words[first + 1] in lexicon.none.skipped)
    found: list[ParsedQuantity] = []
    while _is_outcome(tokens, at, lexicon):
        subject = Subject(at, at + 1, singular(tokens.words[at]) in lexicon.people)
        found.append(_zero(first, first + 1, subject, person=subject.people))
        if tokens.words[at + 1] not in lexicon.none.joints:
            break
        at += 2
    return found


def _is_outcome(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether a token names what happened to people, as a noun: "injuries"."""
    word = tokens.words[index]
    if tokens.words[index + 1] == "-" and tokens.touches(index + 1):
        return False  # "no injury-time goal"
    plural = word != singular(word)
    if plural:
        return singular(word) in lexicon.none.outcomes
    return (
        word in lexicon.none.uncounted and counted_phrase(tokens, index + 1, plural=False) is None
    )


def _nobody_of(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> list[ParsedQuantity]:
    """The count of zero for people and what did not happen to them: "No passengers were hurt", "not
    one passenger was hurt"."""
    behind_emphatic = _emphatic(tokens, first, lexicon)
    at = first + 1 if behind_emphatic is None else behind_emphatic
    plain = tokens.words[first] == "no" and tokens.words[at] not in lexicon.none.remainders
    if behind_emphatic is None and not plain:
        return []
    phrase = counted_phrase(tokens, at) or counted_phrase(tokens, at, plural=False)
    if phrase is None or not are_people(tokens, phrase, lexicon):
        return []
    if not lexicon.fit("harmed", tokens, first, phrase.end):
        return []
    return [_zero(first, at, Subject(phrase.first, phrase.end, True), person=True)]


def _is_object_of_harm(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> bool:
    """Whether "no one" is the object of a verb of harm: "The blast killed no one"."""
    word = tokens.word(first - 1)
    return word in lexicon.people_verbs and word not in lexicon.none.loose_verbs


def _zero(first: int, end: int, subject: Subject | None, *, person: bool) -> ParsedQuantity:
    """The count of none that the tokens from `first` to before `end` state."""
    stop = end if subject is None else subject.end
    parsed = ParsedQuantity(
        first, stop, (first, end), Decimal(0), Decimal(0), Form.WORDS, "none", person=person
    )
    parsed.subject = None if subject is None else (subject.first, subject.end)
    parsed.read_to = end
    return parsed
