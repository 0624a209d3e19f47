"""What a figure is of, in the words around it with a gap for the figure itself.

"The road is closed for 12 kilometres north of Lindow" is "The road is closed for … north of
Lindow": "distance: road" would name nothing that can be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from textwrap import shorten

from factcheck.lexicon import load
from factcheck.linkage.event_labels import label_words
from factcheck.models import Article, Claim
from factcheck.text.inflection import FunctionWords

_BEFORE, _BEHIND = 9, 6  # words
_FEWEST = 2
_LONGEST = 60  # characters of a sentence
_BREAK = re.compile(r"[;:()“”\"—–]|,(?=\s)")
_HOLDS = re.compile(r"\w")
_EDGES = " .,!?'‘’-"


def figure_words(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The words of the claim that has most of them, the first of several, as "The bridge is …
    long"; the beginning of its sentence where no claim has enough around it."""
    known = [(c, articles[c.article_id].part(c.part)) for c in claims if c.article_id in articles]
    found = [_around(claim, text) for claim, text in known]
    words = max(found, key=lambda words: len(words.split()), default="")
    if words or not known:
        return words
    claim, text = known[0]
    words = " ".join(claim.sentence.of(text).strip(_EDGES).split())
    return shorten(words[: 2 * _LONGEST], _LONGEST, placeholder=" …")  # what it drops is not read


def _around(claim: Claim, text: str) -> str:
    before = _BREAK.split(text[claim.sentence.start : claim.span.start])[-1].split()
    stop = _BREAK.search(text, claim.span.end, claim.sentence.end)
    end = claim.sentence.end if stop is None else stop.start()
    behind = text[claim.span.end : end].strip(_EDGES).split()
    leads_on = len(behind) > _BEHIND
    before, behind = before[-_BEFORE:], behind[:_BEHIND]
    while before and (before[0].lower() in label_words().openers or not _HOLDS.search(before[0])):
        del before[0]
    while behind and not _HOLDS.search(behind[-1]):
        del behind[-1]
    while leads_on and behind and behind[-1].lower() in _leading():
        del behind[-1]
    if len(before) + len(behind) < _FEWEST:
        return ""
    return " ".join([*before, "…", *behind])


@cache
def _leading() -> frozenset[str]:
    """Words that no label may end at: something comes behind them."""
    grammar: FunctionWords = load("grammar", FunctionWords)
    words = (*grammar.prepositions, *label_words().determiners, *label_words().openers)
    return frozenset((*words, *grammar.auxiliaries))
