"""Sentences of a text, by their offsets.

A line break always ends a sentence: news articles are handed over one paragraph a line, and
headlines, captions and page furniture carry no full stop. So does sheer length: a table or a list
of ten thousand figures without a stop is no sentence, and all that looks around a figure looks
through its sentence.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.lexicon import Lexicon, load
from factcheck.models import Span


class _Abbreviations(Lexicon):
    """The shape of `sentences.toml`."""

    before_a_name: tuple[str, ...]
    before_a_figure: tuple[str, ...]
    may_end: tuple[str, ...]
    starters: tuple[str, ...]


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Sets of words: abbreviations before a name, before a figure and at an end, and words that
    begin sentences."""
    data = load("sentences", _Abbreviations, language)
    return (
        frozenset(data.before_a_name),
        frozenset(data.before_a_figure),
        frozenset(data.may_end),
        frozenset(data.starters),
    )


_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# A stop, what closes after it, and either a space or, where the space was lost, a capital that
# follows a small letter ("the fence reaches the ocean.There they met").
_STOP = re.compile(r"[.!?…][\"'”’)\]]{0,3}(?:(?=\s)|(?<=[a-z0-9]\.)(?=[A-Z][a-z]))")
_NEXT = re.compile(r"\s*([\"'“‘(\[]{0,3})([$£€]?\w+)?")
_OF_WORD = re.compile(r"[\w.’'-]*")
_LONGEST_WORD = 40
# Characters. The longest sentences of news run to some six hundred.
_LONGEST_SENTENCE = 1000


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of `text` in order, without the space around them. Linear in its length."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, stop, line.end(), language):
                _keep(found, text, start, stop.end())
                start = stop.end()
        _keep(found, text, start, line.end())
    return tuple(found)


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    """Append a sentence to `found` without the space around it, cut where it is too long."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST_SENTENCE:
        cut = _cut(text, start, end)
        found.append(Span(start=start, end=cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append(Span(start=start, end=end))


def _cut(text: str, start: int, end: int) -> int:
    """The offset at which a stretch too long for a sentence is cut: its last space, or without one
    the next place that is not inside a number."""
    longest = start + _LONGEST_SENTENCE
    for at in range(longest, start + _LONGEST_SENTENCE // 2, -1):
        if text[at].isspace():
            return at
    while longest < end and text[longest - 1].isdigit() and text[longest].isdigit():
        longest += 1
    return longest


def _ends_sentence(text: str, stop: re.Match[str], line_end: int, language: str) -> bool:
    """Whether a full stop, question mark or exclamation mark ends a sentence and not an
    abbreviation."""
    after = _NEXT.match(text, stop.end(), line_end)
    assert after is not None  # every part of it is optional
    quoted, following = after.group(1), after.group(2) or ""
    if not following:
        return True
    if following[0].islower():
        return False
    if text[stop.start()] != ".":
        return True
    before_a_name, before_a_figure, may_end, starters = _words(language)
    word = _last_word(text, stop.start())
    short = word.rpartition("-")[2]  # "Maj.-Gen. Roe", "the pre-Sept. 11 talks"
    if short in before_a_name:
        return False
    if short in before_a_figure:
        return not following.lstrip("$£€")[0].isdigit()
    if word in may_end or re.fullmatch(r"(?:[a-z]\.)*[a-z]", word):
        return bool(quoted) or following.lower() in starters
    return True


def _last_word(text: str, end: int) -> str:
    """The word that ends at an offset, in small letters."""
    before = text[max(0, end - _LONGEST_WORD) : end]
    backwards = _OF_WORD.match(before[::-1])  # what ends somewhere is sought from all starts
    return backwards.group()[::-1].lower().strip("'’-") if backwards else ""
