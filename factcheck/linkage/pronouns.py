"""Whom "he" or "she" stands for, where the words before leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.as_written import small_words
from factcheck.linkage.clause_words import sentence_of, subject_words, written
from factcheck.models import Article, Claim, Part, Span
from factcheck.text.sentences import sentences

_PERSONAL = frozenset({"he", "she"})
_BACK = 4  # sentences that are looked back at


def with_name(words: str, claim: Claim, article: Article) -> str:
    """Words that open with "he" or "she", with the name it stands for: "he [Spencer] left". Nothing
    is added where the clauses before have another subject than one name."""
    pronoun, _, rest = words.partition(" ")
    if pronoun.lower() not in _PERSONAL or claim.part is Part.TITLE:
        return words
    name = _name_before(article, claim)
    return f"{pronoun} [{name}] {rest}" if name else words


def _name_before(article: Article, claim: Claim) -> str:
    """The name that is the subject of the clauses before a claim."""
    spans = _sentences(article.text, article.language)
    before = [span for span in spans if span.start <= claim.sentence.start][-_BACK - 1 :]
    for span in reversed(before):
        text = span.of(article.text)
        sentence = sentence_of(text, article.language)
        own = span.start == claim.sentence.start
        target = claim.span.start - span.start if own else len(text)
        for subject in reversed(subject_words(sentence, target)):
            head = [sentence.words[i] for i in subject]
            if len(head) == 1 and head[0].lower in _PERSONAL:
                continue
            name = written(text, sentence.words, subject)
            return name if _is_name(head, article.text) else ""
    return ""


def _is_name(words: Sequence[Word], text: str) -> bool:
    """Whether all words are of a name: none is written small elsewhere in the text, as "police"."""
    capitals = all(word.capitalised and word.tag is Tag.NOUN for word in words)
    return bool(words) and capitals and small_words(text).isdisjoint(word.lower for word in words)


@lru_cache(maxsize=16)
def _sentences(text: str, language: str) -> tuple[Span, ...]:
    return tuple(sentences(text, language))
