"""The words that labels are cut by, and the function words of the language."""

from __future__ import annotations

import re
from functools import cache

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.lexicon import Lexicon, load
from factcheck.text.inflection import FunctionWords

EDGES = ' \t\n,;:-–—()"“”‘'
WORD = re.compile(r"[^\W_][\w.'’-]*")
PARTICLES = frozenset({"up", "off", "out", "down"})  # "blew up", and no preposition of a day


class LabelWords(Lexicon):
    """The shape of `labels.toml`."""

    openers: tuple[str, ...]
    determiners: tuple[str, ...]
    states: tuple[str, ...]


@cache
def label_words(language: str = "en") -> LabelWords:
    """The words of `labels.toml`."""
    words: LabelWords = load("labels", LabelWords, language)
    return words


@cache
def function_words() -> FunctionWords:
    words: FunctionWords = load("grammar", FunctionWords)
    return words


@cache
def leading_words() -> frozenset[str]:
    """Words that no label may end at: something comes behind them."""
    grammar = function_words()
    words = (*grammar.prepositions, *label_words().determiners, *label_words().openers)
    more = (*grammar.auxiliaries, *grammar.subordinators, "there", "what")
    return frozenset((*words, *more)) - PARTICLES


def reporting() -> frozenset[str]:
    """The verbs that lead to what somebody tells: "police said the bridge was shut"."""
    return clause_lexicon().reporting - clause_lexicon().finding


def is_pronoun(word: str) -> bool:
    return word.lower().partition("'")[0].partition("’")[0] in function_words().pronouns


def first_word(clause: str) -> str:
    found = WORD.search(clause)
    return found.group().lower() if found else ""


def closing(clause: str) -> str:
    """The words without those at the end that lead on: "Roe felt ill [but not until]"."""
    words = clause.split()
    while words and words[-1].lower().strip(EDGES) in leading_words():
        del words[-1]
    return " ".join(words)
