"""Zero told in words: "no one was hurt", "none of the 40 was hurt", "no deaths", "without injury".

A negated noun is a count only where its clause says what befell people: "no one was killed" is
zero killed, while "no one knows" and "no evidence" count nothing. A modal asserts nothing ("no one
will be hurt"), a degree or a remainder leaves the count open ("no serious injuries", "no further
deaths").
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.quantities.amounts import Form
from factcheck.quantities.lexis import Lexis
from factcheck.quantities.reading import Reading
from factcheck.quantities.subjects import Subject, are_people, behind
from factcheck.text.inflection import singular, verb_forms
from factcheck.text.phrases import counted
from factcheck.text.tokens import Tokens

_LONGEST_PHRASE = 9  # words between who is counted and the verb: "none of those on the first coach"
_LONGEST_VERB = 5


def none(tokens: Tokens, first: int, lexis: Lexis) -> list[Reading]:
    """The counts of zero that begin at token `first`; two for "no deaths or injuries"."""
    end = _behind_nobody(tokens, first, lexis)
    if end is None:
        return _outcomes(tokens, first, lexis) or _nobody_of(tokens, first, lexis)
    subject = None
    if tokens.words[end] == "of":
        subject = behind(tokens, end, lexis)
        if subject is None or not _befallen(tokens, max(subject.end, end + 2), lexis):
            return []
    elif not (_befallen(tokens, end, lexis) or _verb_before(tokens, first, lexis)):
        return []
    told = None if subject is None or subject.unsaid else subject
    return [_zero(first, end, told, person=True)]


def _behind_nobody(tokens: Tokens, first: int, lexis: Lexis) -> int | None:
    """Behind "nobody", "none", "no one" or "no-one"; `None` where it is another word."""
    if tokens.words[first] in lexis.none.pronouns:
        return first + 1
    one = first + 1 + (tokens.words[first + 1] == "-" and tokens.touches(first + 1))
    return one + 1 if tokens.words[first] == "no" and tokens.words[one] == "one" else None


def _outcomes(tokens: Tokens, first: int, lexis: Lexis) -> list[Reading]:
    """ "No injuries were reported", "without casualties", "no deaths or injuries"."""
    at = first + 1 + (tokens.words[first + 1] in lexis.none.skipped)
    found: list[Reading] = []
    while _is_outcome(tokens, at, lexis):
        subject = Subject(at, at + 1, singular(tokens.words[at]) in lexis.people)
        found.append(_zero(first, first + 1, subject, person=subject.people))
        if tokens.words[at + 1] not in lexis.none.joints:
            break
        at += 2
    return found


def _is_outcome(tokens: Tokens, index: int, lexis: Lexis) -> bool:
    word = tokens.words[index]
    if tokens.words[index + 1] == "-" and tokens.touches(index + 1):
        return False  # "no injury-time goal"
    plural = word != singular(word)
    if plural:
        return singular(word) in lexis.none.outcomes
    return word in lexis.none.uncounted and counted(tokens, index + 1, plural=False) is None


def _nobody_of(tokens: Tokens, first: int, lexis: Lexis) -> list[Reading]:
    """ "No passengers were hurt": people, and what did not befall them."""
    if tokens.words[first] != "no" or tokens.words[first + 1] in lexis.none.remainders:
        return []
    phrase = counted(tokens, first + 1) or counted(tokens, first + 1, plural=False)
    if phrase is None or not are_people(tokens, phrase, lexis):
        return []
    if not _befallen(tokens, phrase.end, lexis):
        return []
    return [_zero(first, first + 1, Subject(phrase.first, phrase.end, True), person=True)]


def _befallen(tokens: Tokens, index: int, lexis: Lexis) -> bool:
    """Whether the clause goes on with what befalls people: "[no one] on the bus was hurt"."""
    for at in range(index, min(index + _LONGEST_PHRASE, tokens.size)):
        word = tokens.words[at]
        if word in lexis.none.auxiliaries:
            end = at + 1
            while tokens.words[end] in lexis.none.auxiliaries and end < at + _LONGEST_VERB:
                end += 1
            return _harmed(tokens.words[end], lexis)
        if _harmed(word, lexis):
            return at == index or word in lexis.none.finite
        if not word[:1].isalnum() or word in lexis.none.breaks:
            return False
    return False


def _harmed(word: str, lexis: Lexis) -> bool:
    return word in lexis.states and word in verb_forms() and word not in lexis.none.uncertain


def _verb_before(tokens: Tokens, first: int, lexis: Lexis) -> bool:
    """ "The blast killed no one": a verb of harm with nobody for its object."""
    word = tokens.word(first - 1)
    return word in lexis.people_verbs and word not in lexis.none.loose_verbs


def _zero(first: int, end: int, subject: Subject | None, *, person: bool) -> Reading:
    stop = end if subject is None else subject.end
    reading = Reading(
        first, stop, (first, end), Decimal(0), Decimal(0), Form.WORDS, "none", person=person
    )
    reading.subject = None if subject is None else (subject.first, subject.end)
    reading.read_to = end
    return reading
