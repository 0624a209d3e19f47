"""The name that "he" or "she" refers to, where the text before leaves no doubt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from factcheck.clauses.segments import parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.as_written import small_words
from factcheck.models import Article, Claim, Part, Span
from factcheck.text.sentences import sentences
from factcheck.text.tokeniser import TextTokens

_PERSONAL = frozenset({"he", "she"})
_ACTS = (Tag.VERB, Tag.AUXILIARY)
_BACK = 4  # sentences that are looked back at


def with_name(words: str, claim: Claim, article: Article) -> str:
    """Words that open with the "he" or "she" of their sentence, with the name it stands for: "he
    [Spencer] left". Nothing is added where a sentence before opens with another subject."""
    pronoun, _, rest = words.partition(" ")
    if pronoun.lower() not in _PERSONAL or claim.part is Part.TITLE:
        return words
    name = _name_before(article, claim)
    return f"{pronoun} [{name}] {rest}" if name else words


def _name_before(article: Article, claim: Claim) -> str:
    """The name at the head of the last sentence before a claim that does not begin with a
    pronoun."""
    spans = _sentences(article.text, article.language)
    before = [span for span in spans if span.start <= claim.sentence.start][-_BACK - 1 :]
    for span in reversed(before):
        words = parsed(TextTokens(article.text), span, article.language).words
        if words and words[0].lower in _PERSONAL:
            continue
        opening = list(takewhile(lambda word: word.tag not in _ACTS, words))
        if span.start == claim.sentence.start or not _is_name(opening, article.text):
            return ""
        return " ".join(article.text[opening[0].start : opening[-1].end].split())
    return ""


def _is_name(words: Sequence[Word], text: str) -> bool:
    """Whether all words belong to a name: none stands in small letters elsewhere in the text, as
    "police" does."""
    capitals = all(word.capitalised and word.tag is Tag.NOUN for word in words)
    return bool(words) and capitals and small_words(text).isdisjoint(word.lower for word in words)


@lru_cache(maxsize=16)
def _sentences(text: str, language: str) -> tuple[Span, ...]:
    return tuple(sentences(text, language))
