"""The given names that an article puts before surnames: of whom it says "Hartley, 30"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from factcheck.linkage.as_written import small_words
from factcheck.linkage.synonyms import synonyms
from factcheck.text.inflection import singular

_WORD = r"[^\W_](?:[\w.&'’-]*[\w])?"
_NAMED = re.compile(rf"(?<![.!?] )(?<!\n)\b([A-Z][\w'’-]+) (?=({_WORD}))")


@lru_cache(maxsize=8)
def given_names_in(text: str) -> Mapping[str, Mapping[str, int]]:
    """How often each capitalised word stands before a word, for each word of a text. Read once:
    a list of the injured names the ages of many."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, word in _NAMED.findall(text):
        if name.lower() not in synonyms().titles:
            found[re.sub(r"['’]s$", "", word)][name] += 1
    return found


@lru_cache(maxsize=8)
def _by_base_form(text: str) -> Mapping[str, frozenset[str]]:
    """The given names in small letters, by surnames in base form and small letters; no "Officer"
    that the text has as a common noun too."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for surname, given in given_names_in(text).items():
        if surname[0].isupper():
            found[singular(surname.lower())] |= {name.lower() for name in given}
    common = small_words(text)
    return {surname: frozenset(given) - common for surname, given in found.items()}


def given_names_of(surname: str, text: str) -> frozenset[str]:
    """The given names, in small letters, that a text puts before a surname. The surname is in base
    form and small letters."""
    return _by_base_form(text).get(surname, frozenset())
