"""What the pronouns of a sentence may refer to: the subject of the last sentence that names one.

It is no resolution, which would be wrong too often to rest a question on: "Soylu lost a sister.
[He] has led the village for 17 years" shares "Soylu" with what another article says of him, and
that is evidence like any other word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile

from factcheck.clauses.tagging import Tag, Word
from factcheck.clauses.words import base_form
from factcheck.lexicon import load
from factcheck.linkage.context import SentenceKey
from factcheck.linkage.model import context_bounds
from factcheck.linkage.synonyms import synonyms
from factcheck.linkage.tagged_sentences import sentence_words, sentences_of
from factcheck.models import Article, Part
from factcheck.text.inflection import FunctionWords

_ACTS = (Tag.VERB, Tag.AUXILIARY)


def referents(
    tags: Mapping[SentenceKey, tuple[Word, ...]], articles: Mapping[str, Article]
) -> dict[SentenceKey, frozenset[str]]:
    """For each sentence of a text that has a pronoun which refers back, the nouns of the subject of
    the last sentence before it whose subject has a noun, in base forms."""
    found: dict[SentenceKey, frozenset[str]] = {}
    before: dict[str, _Subjects] = {}
    for key, words in tags.items():
        article, part, start, _ = key
        language = articles[article].language
        if part is Part.TEXT and any(word.lower in _referring(language) for word in words):
            if article not in before:
                before[article] = _Subjects(articles[article])
            found[key] = before[article].last_before(start)
    return found


@cache
def _referring(language: str) -> frozenset[str]:
    return frozenset(load("grammar", FunctionWords, language).referring)


class _Subjects:
    """The nouns of the subjects of an article's sentences, each read once, when it is asked for."""

    def __init__(self, article: Article) -> None:
        self._text, self._language = article.text, article.language
        self._spans = sentences_of(article.text, article.language)
        self._starts = [span.start for span in self._spans]
        self._read: dict[int, frozenset[str]] = {}

    def last_before(self, start: int) -> frozenset[str]:
        """The nouns of the nearest sentence before an offset whose subject has one."""
        at = bisect_left(self._starts, start)
        looked_at = range(at - 1, max(-1, at - 1 - context_bounds().back), -1)
        return next(filter(None, map(self._subject, looked_at)), frozenset())

    def _subject(self, at: int) -> frozenset[str]:
        if at not in self._read:
            words = sentence_words(self._spans[at].of(self._text), self._language)
            self._read[at] = frozenset(_nouns_before_a_verb(words, self._language))
        return self._read[at]


def _nouns_before_a_verb(words: Iterable[Word], language: str) -> Iterator[str]:
    noun = synonyms(language).noun
    for word in takewhile(lambda one: one.tag not in _ACTS, words):
        if word.tag is Tag.NOUN:
            yield noun(base_form(word.lemma))
