"""The sentences of claims with their words tagged, each once for all that linking asks of it: its
features, what its pronouns refer to, and its label. Two articles may print one sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.clauses.segments import ParsedSentence, segmented
from factcheck.clauses.tagging import Word, tagged
from factcheck.models import Span
from factcheck.text.sentences import sentences
from factcheck.text.tokeniser import TextTokens

_INNER_STOP = re.compile(r"\.(?=['’]s|\s+\S)")


@lru_cache(maxsize=16)
def sentences_of(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of an article, in order."""
    return tuple(sentences(text, language))


@lru_cache(maxsize=1 << 8)
def sentence_words(sentence: str, language: str) -> tuple[Word, ...]:
    """The tagged words of a sentence, with offsets into it."""
    return tagged(TextTokens(sentence), Span(start=0, end=len(sentence)), language)


@lru_cache(maxsize=1 << 8)
def parsed_sentence(sentence: str, language: str) -> ParsedSentence:
    """The words and segments of a sentence, with offsets into it. A stop inside it ends a shortened
    word ("Ada W. Voss", "since Sept. 15") and no clause."""
    words = sentence_words(_INNER_STOP.sub(" ", sentence), language)
    return segmented(Span(start=0, end=len(sentence)), words)
