"""The name that "he" or "she" refers to, where the text before leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.as_written import small_words
from factcheck.linkage.gaps import times_in
from factcheck.linkage.stretches import is_finite
from factcheck.linkage.tagged_sentences import sentence_words, sentences_of
from factcheck.models import Article, Claim, Part

PERSONAL = frozenset({"he", "she"})
# "She", "the next day, she", "according to her post, she".
_LED_PRONOUN = re.compile(r"(?P<lead>(?:[^,;:.]+, )?)(?:he|she)\b(?!')", re.IGNORECASE)
_ACTS = (Tag.VERB, Tag.AUXILIARY)
_BACK = 4  # sentences that are looked back at


def with_name(words: str, claim: Claim, article: Article) -> str:
    """Words whose first subject is the "he" or "she" of their sentence, with the name it stands
    for: "he [Spencer] left", "the next day, she [Roe] left". Nothing is added where a sentence
    before has another subject."""
    found = _LED_PRONOUN.match(words)
    if found is None or claim.part is Part.TITLE:
        return words
    lead = sentence_words(found["lead"], article.language)
    name = "" if _acts(lead) else name_before(article, claim)
    return f"{found[0]} [{name}]{words[found.end() :]}" if name else words


def sentence_before(claim: Claim, article: Article) -> str:
    """The sentence before that of a claim in its paragraph; "" where it opens one."""
    if claim.part is Part.TITLE:
        return ""
    spans = [
        s for s in sentences_of(article.text, article.language) if s.end <= claim.sentence.start
    ]
    if not spans or "\n" in article.text[spans[-1].end : claim.sentence.start]:
        return ""
    return spans[-1].of(article.text)


def name_before(article: Article, claim: Claim) -> str:
    """The name that is the subject of the last sentence before a claim whose subject is no
    pronoun."""
    if claim.part is Part.TITLE:
        return ""
    return _name_before(article.text, article.language, claim.sentence.start)


@lru_cache(maxsize=256)  # a heading weighs dozens of stretches of one sentence
def _name_before(text: str, language: str, start: int) -> str:
    before = [span for span in sentences_of(text, language) if span.start <= start][-_BACK - 1 :]
    for span in reversed(before):
        sentence = span.of(text)
        words = _subject(sentence_words(sentence, language), sentence, text)
        if words and words[0].lower in PERSONAL:
            continue
        if span.start == start or not _is_name(words, text):
            return ""
        return " ".join(sentence[words[0].start : words[-1].end].split())
    return ""


def _subject(words: Sequence[Word], sentence: str, text: str) -> Sequence[Word]:
    """The words from a subject to its verb or to what is put in: of "The next day, [Roe], 33, left"
    what only leads to it is no part."""
    mark = next((at for at, word in enumerate(words) if word.tag is Tag.BREAK), 0)
    lead = words[:mark]
    if lead and not _acts(lead):
        names = _is_name(lead, text) and not times_in(sentence[lead[0].start : lead[-1].end])
        words = words if names else words[mark + 1 :]
    return [*takewhile(lambda word: word.tag not in (*_ACTS, Tag.BREAK), words)]


def _acts(words: Sequence[Word]) -> bool:
    return any(is_finite(words, at) for at in range(len(words)))


def _is_name(words: Sequence[Word], text: str) -> bool:
    """Whether all words belong to a name: none stands in small letters elsewhere in the text, as
    "police" does."""
    capitals = all(word.capitalised and word.tag is Tag.NOUN for word in words)
    return bool(words) and capitals and small_words(text).isdisjoint(word.lower for word in words)
