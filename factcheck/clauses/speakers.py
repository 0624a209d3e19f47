"""Who is quoted for what a sentence says."""

from __future__ import annotations

from factcheck.clauses.lexis import Lexis
from factcheck.clauses.segments import Parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span

_LONGEST_NAME = 12
_TIMES = frozenset({
    "last", "this", "next", "week", "weekend", "month", "year", "night", "morning", "afternoon",
    "evening", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "today", "yesterday", "earlier", "late", "early",
})  # fmt: skip


def speaker(sentence: Parsed, text: str, lexis: Lexis) -> Span | None:
    """The span of the words that name the speaker, or `None` where nobody is named.

    "according to the agency", "police said", "said Irina Petrov, a lawyer". A pronoun
    ("he said") names nobody here.
    """
    return sentence.once(_speaker, text, lexis)


def _speaker(sentence: Parsed, text: str, lexis: Lexis) -> Span | None:
    cited = lexis.according_to.search(text, sentence.span.start, sentence.span.end)
    if cited is not None:
        return _name_after(sentence.words, sentence.index(cited.end()))
    for i, word in enumerate(sentence.words):
        if (
            word.tag is Tag.VERB
            and word.lemma in lexis.reporting
            and not _passive(sentence.words, i)
        ):
            found = _name_before(sentence.words, i) or _inverted(sentence.words, i)
            if found is not None:
                return found
    return None


def _passive(words: tuple[Word, ...], verb: int) -> bool:
    """Whether the subject is what is told: "two bodies were not found", "he was told"."""
    before = verb - 1
    while before > 0 and words[before].tag is Tag.ADVERB:
        before -= 1
    return before >= 0 and words[before].lemma == "be" and not words[verb].lower.endswith("ing")


def _nominal(word: Word) -> bool:
    return word.tag in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER) or word.lower in (
        "of",
        "for",
        "in",
        "and",
    )


def _name_before(words: tuple[Word, ...], verb: int) -> Span | None:
    """The noun phrase that ends right before the verb, over an adverb or an apposition."""
    stop = verb
    while stop > 0 and words[stop - 1].tag in (Tag.ADVERB, Tag.AUXILIARY):
        stop -= 1
    if stop > 1 and words[stop - 1].lower == ",":
        opening = _appositive_start(words, stop - 1)
        stop = stop if opening is None else opening
    start = stop
    while start > 0 and stop - start < _LONGEST_NAME and _nominal(words[start - 1]):
        start -= 1
    while start < stop and words[start].tag not in (Tag.NOUN, Tag.DETERMINER):
        start += 1
    return _span(words, start, stop)


def _appositive_start(words: tuple[Word, ...], comma: int) -> int | None:
    """Where ", the secretary of foreign affairs," opens, given its second comma."""
    for i in range(comma - 1, max(-1, comma - 14), -1):
        if words[i].lower == ",":
            return i
        if words[i].tag in (Tag.VERB, Tag.QUOTE):
            return None
    return None


def _inverted(words: tuple[Word, ...], verb: int) -> Span | None:
    """The name after the verb: "…," said Irina Petrov. Only behind a quotation or a comma."""
    if verb == 0 or words[verb - 1].tag not in (Tag.QUOTE, Tag.BREAK):
        return None
    if verb + 1 < len(words) and words[verb + 1].tag is Tag.PREPOSITION:
        return None  # "…, said in a statement on Friday"
    return _name_after(words, verb + 1)


def _name_after(words: tuple[Word, ...], start: int) -> Span | None:
    stop = start
    while stop < len(words) and stop - start < _LONGEST_NAME and _nominal(words[stop]):
        stop += 1
    return _span(words, start, stop)


def _is_time(word: Word) -> bool:
    """Whether a word belongs to a time beside the name: "[Last week] the mayor said"."""
    return word.lower.removesuffix("'s") in _TIMES


def _span(words: tuple[Word, ...], start: int, stop: int) -> Span | None:
    while stop > start and (words[stop - 1].tag is not Tag.NOUN or _is_time(words[stop - 1])):
        stop -= 1
    while start < stop and _is_time(words[start]):
        start += 1
    if start >= stop or not any(w.tag is Tag.NOUN for w in words[start:stop]):
        return None
    return Span(start=words[start].start, end=words[stop - 1].end)
