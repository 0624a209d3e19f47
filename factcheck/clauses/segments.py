"""The segments of a sentence: runs of words between punctuation and conjunctions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any, TypeVar, cast

from factcheck.clauses.cues import Cue, letter_runs
from factcheck.clauses.tagging import Tag, Word, tagged
from factcheck.models import Span
from factcheck.text.tokeniser import TextTokens

_FINITE = (Tag.VERB, Tag.AUXILIARY)
_PART = 7  # words of ", at least 12 of whom"

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its words and the bounds of its segments.

    A segment runs between subordinators and marks. Commas bound it too; a segment without a
    verb borrows the verb of its neighbour (see `verb_range`).
    """

    span: Span
    words: tuple[Word, ...]
    bounds: tuple[int, ...]  # index of the first word of each segment, and the number of words
    verbal: tuple[bool, ...]  # for each segment whether it holds a verb
    # What was asked of a stretch of words, which the figures of one clause all ask again: by the
    # text of the pattern, since a pattern goes over its whole program each time it is hashed.
    _said: dict[tuple[str, int, int], bool] = field(default_factory=dict, repr=False, compare=False)
    _read: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, read: Callable[..., Found], *words: object) -> Found:
        """The result of `read` for the sentence, kept after the first call. The other arguments,
        `words`, must be the same in all calls."""
        if read not in self._read:
            self._read[read] = read(self, *words)
        return cast(Found, self._read[read])

    def lemmas(self) -> tuple[str, ...]:
        """The base forms of its words."""
        return self.once(_lemmas)

    def verbs(self) -> tuple[int, ...]:
        """The indices of its verbs and auxiliaries."""
        return self.once(_verbs)

    def main_verb_in(self, where: range) -> int | None:
        """The index of the first verb or auxiliary of a stretch of words that is not in a clause
        about a part: "the miners, none of whom was hurt, [walked] out"."""
        verbs = self.once(_main_verbs)
        at = bisect_left(verbs, where.start)
        return verbs[at] if at < len(verbs) and verbs[at] in where else None

    def about_a_part(self) -> frozenset[int]:
        """The indices of the words of clauses about a part: "the miners, [none of whom was hurt],
        walked out"; mostly none."""
        return self.once(_about_a_part)

    def may_say(self, cue: Cue) -> bool:
        """Whether it has the first word of a phrase of a cue; most sentences have none."""
        return not cue.first.isdisjoint(self.once(_letter_runs))

    def says(self, cue: Cue, where: range, text: str) -> bool:
        """Whether the cue is found within the words at `where`."""
        if not where or not self.may_say(cue):
            return False
        asked = (cue.pattern.pattern, where.start, where.stop)
        said = self._said.get(asked)
        if said is None:
            start, end = self.words[where.start].start, self.words[where.stop - 1].end
            said = self._said[asked] = cue.pattern.search(text, start, end) is not None
        return said

    def index(self, offset: int) -> int:
        """The index of the first word that ends after `offset`."""
        return bisect_left(self.words, offset + 1, key=_END)

    def inside(self, span: Span) -> range:
        """The indices of the words that a span of text touches."""
        first = self.index(span.start)
        return range(first, bisect_left(self.words, span.end, first, key=_START))

    def segment(self, index: int) -> range:
        """The indices of the segment around a word."""
        at = self._segment_at(index)
        return range(self.bounds[at], self.bounds[at + 1])

    def _segment_at(self, index: int) -> int:
        """The number of the segment around a word; of the last one for an index behind it."""
        return min(bisect_left(self.bounds, index + 1), len(self.bounds) - 1) - 1

    def verb_range(self, index: int) -> range:
        """The segment around a word, widened until it holds a verb.

        "On Christmas Eve, a caravan left": a segment that opens the sentence looks right, any
        other looks left first. "on display Tuesday, when guards let it pass": a "when" right
        after a time says what happened then.
        """
        at = self._segment_at(index)
        if self.verbal[at]:
            return range(self.bounds[at], self.bounds[at + 1])
        lending = self.once(_verbal_segments)
        place = bisect_left(lending, at)
        left, right = lending[max(0, place - 1) : place], lending[place : place + 1]
        nearest = (*right, *left) if at == 0 else (*left, *right)
        if not nearest:
            return range(len(self.words))
        low, high = sorted((at, nearest[0]))
        return range(self.bounds[low], self.bounds[high + 1])

    def opened_range(self, index: int) -> range:
        """The `verb_range` around a word, with what opens the sentence right before it without a
        verb: "[So far, 140 houses] were flooded", "[In Eddle alone, 140 houses] were flooded"."""
        where = self.verb_range(index)
        second = len(self.verbal) > 1 and where.start == self.bounds[1]
        return range(where.stop) if second and not self.verbal[0] else where


_START, _END = attrgetter("start"), attrgetter("end")


def _verbal_segments(sentence: ParsedSentence) -> tuple[int, ...]:
    """The segments with a verb that others may borrow, in order."""
    return tuple(
        at
        for at, verbal in enumerate(sentence.verbal)
        if verbal and not _is_inserted(sentence.words, sentence.bounds[at])
    )


def _is_inserted(words: tuple[Word, ...], first: int) -> bool:
    """Whether a segment stands between commas and begins with a participle or with a part of what
    the words before it name: "the agency, known from its initials as X, in the north", "the miners,
    none of whom was hurt, walked out"."""
    if words[first].lower != ",":
        return False
    behind = words[first + 1 : first + 2]
    participle = any(
        word.tag is Tag.VERB and word.lower not in (word.lemma, word.lemma + "s") for word in behind
    )
    return participle or _is_about_part(words, first)


def _is_about_part(words: tuple[Word, ...], first: int) -> bool:
    """Whether a segment behind a comma begins with a part of what the words before it name: "the
    miners, [none of whom] was hurt,"."""
    stop = min(first + _PART, len(words))
    return (
        first < stop
        and words[first].lower == ","
        and any(_names_whole(words, at) for at in range(first + 3, stop))
    )


def _letter_runs(sentence: ParsedSentence) -> frozenset[str]:
    return letter_runs(word.lower for word in sentence.words)


def _lemmas(sentence: ParsedSentence) -> tuple[str, ...]:
    return tuple(word.lemma for word in sentence.words)


def _verbs(sentence: ParsedSentence) -> tuple[int, ...]:
    return tuple(i for i, word in enumerate(sentence.words) if word.tag in _FINITE)


def _about_a_part(sentence: ParsedSentence) -> frozenset[int]:
    segments = pairwise(sentence.bounds)
    parts = [range(a, b) for a, b in segments if _is_about_part(sentence.words, a)]
    return frozenset(chain.from_iterable(parts))


def _main_verbs(sentence: ParsedSentence) -> tuple[int, ...]:
    aside = sentence.about_a_part()
    return tuple(i for i in sentence.verbs() if i not in aside)


def parsed(tokens: TextTokens, sentence: Span, language: str = "en") -> ParsedSentence:
    """Parse a sentence into tagged words and segments."""
    return segmented(sentence, tagged(tokens, sentence, language))


def segmented(sentence: Span, words: tuple[Word, ...]) -> ParsedSentence:
    """A sentence of tagged words with its segments."""
    bounds = [0]
    for i, word in enumerate(words):
        if word.tag is Tag.BREAK:
            divides = not _inside_place(words, i)
        elif word.tag is Tag.SUBORDINATOR or word.lower in ("and", "but"):
            divides = _opens_clause(words, i) and not _names_whole(words, i)
        else:
            continue
        if divides and i > bounds[-1]:
            bounds.append(i)
    if bounds[-1] < len(words) or len(bounds) == 1:
        bounds.append(len(words))
    verbal = tuple(
        any(word.tag in _FINITE for word in words[first:stop]) for first, stop in pairwise(bounds)
    )
    return ParsedSentence(sentence, words, tuple(bounds), verbal)


def _names_whole(words: tuple[Word, ...], relative: int) -> bool:
    """Whether a relative pronoun is the whole of the part that its clause begins with: "12 of
    [whom] were hurt"."""
    return (
        relative > 0
        and words[relative].lower in ("whom", "which")
        and words[relative - 1].lower == "of"
    )


def _inside_place(words: tuple[Word, ...], comma: int) -> bool:
    """Whether a comma stands inside the name of a place: "leave Tapachula, Mexico on Tuesday"."""
    if words[comma].lower != "," or comma == 0 or not _is_name(words[comma - 1]):
        return False
    at = comma + 1
    while at < len(words) and at < comma + 4 and _is_name(words[at]):
        at += 1
    ends = at == len(words) or words[at].tag in (Tag.BREAK, Tag.PREPOSITION)
    return at > comma + 1 and ends


def _is_name(word: Word) -> bool:
    """Whether a word is a capitalised noun."""
    return word.tag is Tag.NOUN and word.capitalised


def _opens_clause(words: tuple[Word, ...], index: int) -> bool:
    """Whether a conjunction opens a clause, since a finite verb follows before the next mark or
    conjunction: "and two were hurt"."""
    for word in words[index + 1 : index + 9]:
        if word.tag in (Tag.BREAK, Tag.CONJUNCTION, Tag.SUBORDINATOR) or word.lower == "to":
            return False
        if word.tag is Tag.AUXILIARY or (word.tag is Tag.VERB and not word.lower.endswith("ing")):
            return True
    return False
