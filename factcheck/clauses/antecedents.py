"""Whom "he" or "she" stands for at the head of a sentence: the one name that the text leaves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span

_PERSONAL = frozenset({"he", "she"})
_ACTS = (Tag.VERB, Tag.AUXILIARY)
# Behind these stands a place or a day as a rule, behind others a person: "in Hove", "with Roe".
_NO_PERSON = frozenset({"in", "at", "on", "near", "from", "since", "until", "during"})
_BACK = 3  # sentences that are looked back at


def is_personal_subject(sentence: ParsedSentence) -> bool:
    """Whether a sentence begins with "he" or "she"."""
    return bool(sentence.words) and sentence.words[0].lower in _PERSONAL


def antecedent_of_subject(before: Sequence[ParsedSentence]) -> Span | None:
    """The name that a "he" or "she" at the head of a sentence stands for, given the sentences
    `before` it: the subject of the last one whose subject is no pronoun, if that is a name and no
    other person is named since ("Jane Roe died on Tuesday. [She] was 57."); else `None`."""
    for sentence in reversed(before[-_BACK:]):
        words = _behind_dateline(sentence.words)
        subject = [*takewhile(lambda word: word.tag not in (*_ACTS, Tag.BREAK), words)]
        pronoun = bool(subject) and subject[0].lower in _PERSONAL
        if _names_another(words, 1 if pronoun else len(subject)):
            return None
        if pronoun:
            continue
        named = bool(subject) and all(w.capitalised and w.tag is Tag.NOUN for w in subject)
        return Span(start=subject[0].start, end=subject[-1].end) if named else None
    return None


def _behind_dateline(words: Sequence[Word]) -> Sequence[Word]:
    """The words behind a dateline: "LONDON — [Jane Roe has died]"."""
    dash = next((at for at, word in enumerate(words[:_DATELINE]) if word.lower in _DASHES), -1)
    return words[dash + 1 :]


_DATELINE = 6  # words
_DASHES = frozenset({"—", "–", "--"})


def _names_another(words: Sequence[Word], since: int) -> bool:
    """Whether a capitalised noun behind a subject may be of another person: it stands behind no
    preposition of place or time."""
    at = since
    while at < len(words):
        if not (words[at].capitalised and words[at].tag is Tag.NOUN):
            at += 1
            continue
        before = words[at - 1].lower if at else ""
        if before not in _NO_PERSON:
            return True
        while at < len(words) and words[at].capitalised:
            at += 1
    return False
