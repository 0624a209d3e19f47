"""The collective noun that a figure gives the size of: "the caravan", and "it" for the caravan.

An article names its caravan once and goes on with "the group", "the procession" or "it". The
reader keeps the last collective noun, so that each later figure finds what it is the size of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.predicate import Predicate
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word

# Bodies with a name of their own; the others ("group", "procession") may stand for one of them.
_PROPER = frozenset({"caravan", "convoy", "march", "rally", "protest", "demonstration", "exodus"})
# A new one of these is a body too: "a crowd of 9,000", but "a group of 40 nurses".
_GATHERED = frozenset({"crowd", "throng", "procession"})
_REACH = 18  # words between a figure and the body it is in
_MEMORY = 12  # sentences after which "it" no longer means the body


def collective_nouns(
    sentences: Iterable[ParsedSentence | None], lexicon: ClauseLexicon
) -> tuple[str | None, ...]:
    """For each sentence, the last collective noun in it or shortly before it. `None` stands for a
    sentence that surely has none."""
    current: str | None = None
    age = 0
    found: list[str | None] = []
    for sentence in sentences:
        age += 1
        for word in () if sentence is None else sentence.words:
            if word.tag is Tag.NOUN and word.lemma in lexicon.groups:
                if word.lemma in _PROPER or current is None or age > _MEMORY:
                    current = word.lemma
                age = 0
        found.append(current if age <= _MEMORY else None)
    return tuple(found)


def collective_of(
    sentence: ParsedSentence,
    mention: range,
    verb: Predicate,
    current: str | None,
    lexicon: ClauseLexicon,
) -> str | None:
    """The collective noun whose size the figure at `mention` is, or `None`.

    Four frames: "a caravan of 6,000", "a caravan with 6,000 people"; "the caravan numbered 6,000",
    "it included 6,000"; "6,000 people in the caravan"; "6,000 left in a caravan".
    """
    words = sentence.words
    head = None if verb.head is None else words[verb.head].lemma
    if verb.head is not None and head in lexicon.groups and verb.preposition in ("of", "with"):
        return _named(words, verb.head, current)
    if (
        verb.verb in lexicon.sizes
        and verb.patient
        and verb.at is not None
        and verb.at < mention.start
    ):
        subject = _subject_head(sentence, verb.at, lexicon)
        # "It included 6,000", but "they included five minors": some of them
        some = verb.verb == "include" and subject is not None and words[subject].lower == "they"
        if subject is not None and not some:
            return _named(words, subject, current)
    for i in _same_clause(words, mention.stop):
        if words[i].tag is Tag.NOUN and words[i].lemma in lexicon.groups:
            leads = next((w.lower for w in reversed(words[max(0, i - 4) : i])
                          if w.tag is Tag.PREPOSITION), None)  # fmt: skip
            return _named(words, i, current) if leads in ("in", "of") else None
    return None


def sized(head: str | None, current: str | None, lexicon: ClauseLexicon) -> str | None:
    """The collective noun whose size is itself the measured noun, or `None`: "put the size of the
    caravan at 6,000"."""
    if head is None or head not in lexicon.groups:
        return None
    return head if head in _PROPER else current or head


def _same_clause(words: tuple[Word, ...], start: int) -> Iterator[int]:
    """The indices of the words behind a figure up to its second verb, across the commas of an
    apposition: "10,000 people leave the town, in the far south, on Tuesday in a caravan"."""
    verbs = 0
    for i in range(start, min(len(words), start + _REACH)):
        verbs += words[i].tag is Tag.VERB
        if verbs > 1 or words[i].tag is Tag.SUBORDINATOR:
            return
        if words[i].tag is Tag.BREAK and words[i].lower != ",":
            return
        yield i


def _named(words: tuple[Word, ...], noun: int, current: str | None) -> str | None:
    """The collective noun that a noun or pronoun refers to: "the group" is the caravan named
    before, "a group of 40 nurses" is a new one."""
    name = words[noun].lemma
    if name in _PROPER:
        return name
    for word in reversed(words[max(0, noun - 4) : noun]):
        if word.tag is Tag.DETERMINER:
            new = word.lower in ("a", "an", "another", "some")
            return current if not new else name if name in _GATHERED else None
        if word.tag is not Tag.NOUN:
            break
    return current


def _subject_head(sentence: ParsedSentence, verb: int, lexicon: ClauseLexicon) -> int | None:
    """The index of the collective noun, or of its pronoun, that is the subject of a verb."""
    words = sentence.words
    for i in range(verb - 1, max(-1, verb - 12), -1):
        word = words[i]
        if word.tag is Tag.NOUN and word.lemma in lexicon.groups:
            return i
        if word.lower in ("it", "they") and word.tag is Tag.PRONOUN:
            return i
        subject = word.tag is Tag.NOUN and words[i + 1].tag in (Tag.VERB, Tag.AUXILIARY)
        if subject and words[i - 1].tag is not Tag.PREPOSITION:  # "which at first numbered"
            return None
    return None
