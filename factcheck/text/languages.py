"""Whether a text can be read: it says that it is English, and is not plainly something else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache

from factcheck.lexicon import Lexicon, load
from factcheck.models import Article
from factcheck.text.plain import plain

READ = frozenset({"en"})
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = "‘’“”–—"  # what most texts go beyond ASCII with
_BESIDE_WORDS = {code: " " for code in range(128) if not _WORD.match(chr(code))}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LOOKED_AT = 20_000  # characters, from the start
# A headline or a list of results is too short to decide by; so is a quotation in a story.
_FEWEST_WORDS, _FEWEST_LETTERS = 30, 80
# The commonest words are a third of any prose, and those of another language that English has too
# ("in", "was", "die") or that stand in names ("de", "la") a tenth of English news at most.
_SHARE, _TIMES = 0.15, 2


class _Languages(Lexicon):
    """The shape of `other_languages.toml`."""

    english: tuple[str, ...]
    others: Mapping[str, tuple[str, ...]]


def why_unread(article: Article) -> str | None:
    """Why no claims are extracted from an article, or `None` where its text is read.

    "is in the language 'de'", "is in German by its words", "is not in Latin letters".
    """
    if article.language not in READ:
        return f"is in the language {article.language!r}"
    text = plain(article.text[:_LOOKED_AT]).text  # a soft hyphen parts no word
    if _is_in_other_letters(text):
        return "is not in Latin letters"
    other = _other_language(text)
    return None if other is None else f"is in {other} by its words"


def _is_in_other_letters(text: str) -> bool:
    """Whether most letters of a text are not Latin. A text with none that can be another is decided
    at once."""
    beyond = [letter for run in _BEYOND_ASCII.findall(text) for letter in run if letter.isalpha()]
    others = sum(not _is_latin(letter) for letter in beyond)
    if not others:
        return False
    letters = sum(letter.isalpha() for letter in text)
    return letters >= _FEWEST_LETTERS and others > letters - others


def _is_latin(letter: str) -> bool:
    """Whether a letter is Latin."""
    return unicodedata.name(letter, "").startswith(("LATIN", "FULLWIDTH LATIN"))


def _other_language(text: str) -> str | None:
    """The language whose frequent words a text has far more of than English ones; `None` for
    English and for a text too short to decide by."""
    words = _letter_words(text.lower())
    if len(words) < _FEWEST_WORDS:
        return None
    often = Counter(words)
    english, others, any_other = _words()

    def share(known: frozenset[str]) -> float:
        return sum(often[word] for word in often.keys() & known) / len(words)

    if share(any_other) < _SHARE:
        return None  # most English text: looked up once and not for each language
    shares = {name: share(known) for name, known in others.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= max(_SHARE, _TIMES * share(english)) else None


def _letter_words(text: str) -> list[str]:
    """The runs of letters of a text. ASCII is split, in a tenth of the time that matching takes."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.translate(_BESIDE_WORDS).split() if text.isascii() else _WORD.findall(text)


@cache
def _words() -> tuple[frozenset[str], Mapping[str, frozenset[str]], frozenset[str]]:
    """The frequent words of English, those of other languages by name, and those of any of them."""
    data = load("other_languages", _Languages)
    others = {name: frozenset(words) for name, words in data.others.items()}
    return frozenset(data.english), others, frozenset().union(*others.values())
