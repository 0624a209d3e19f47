"""Which part of the page a sentence belongs to: headline, body, caption, or furniture.

Furniture (counters, prompts, bylines, teasers for other stories) is no part of the article
and yields no claim. Captions stay claims, marked as captions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from factcheck.errors import ConfigurationError
from factcheck.lexicon import Lexicon, load
from factcheck.models import Section, Span

_LONGEST_LINE = 4000  # no headline, byline or caption is longer, so longer lines are not tried
_LONGEST_HEADLINE = 100
_OPENING = 40  # lines in which a title may be printed again
_STOPS = frozenset(".!?…")
_CLOSERS = "\"'”’)]"
_OUTLET = re.compile(r"\s*[|:•·–—-]\s")


class _Furniture(Lexicon):
    """The shape of `furniture.toml`."""

    furniture: tuple[str, ...]
    credit: tuple[str, ...]
    examples: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of furniture and of credit lines of a language."""

    furniture: re.Pattern[str]
    credit: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    """The patterns of lines that are site furniture and of captions."""
    data = load("furniture", _Furniture, language)
    try:
        return _Patterns(
            re.compile("|".join(f"(?:{p})" for p in data.furniture), re.IGNORECASE),
            re.compile("|".join(f"(?:{p})" for p in data.credit), re.IGNORECASE),
        )
    except re.error as error:
        raise ConfigurationError(f"lexicons/{language}/furniture.toml", str(error)) from error


def sections(
    text: str, sentences: Sequence[Span], title: str = "", language: str = "en"
) -> tuple[Section, ...]:
    """The section of each sentence of `text`.

    The headline is the line that repeats `title`, or a first line without a full stop.
    """
    patterns = _patterns(language)
    found: list[Section] = []
    for line in _lines(text, sentences):
        words = text[line[0].start : line[-1].end]
        section = _line_section(words, patterns)
        if section is Section.BODY and _is_headline(words, title, first=not found):
            section = Section.HEADLINE
        elif section is Section.BODY and len(line) > 1:
            last = line[-1].of(text)
            if patterns.credit.fullmatch(last):
                section = Section.CAPTION
        found.extend([section] * len(line))
    _mark_teaser_titles(text, sentences, found)
    _mark_endless(text, sentences, found)
    return tuple(found)


def repeats(text: str, title: str) -> bool:
    """Whether a line of `text` is the title, or its first line the title without the outlet that
    pages add: "Twelve hurt in blast | The Courier". Case, spaces and a last stop do not count."""
    said = _plain(title)
    lines = [_plain(line) for line in text.splitlines()[:_OPENING] if line.strip()]
    if not lines:
        return False
    added = said.removeprefix(lines[0])
    return said in lines or (added != said and _OUTLET.match(added) is not None)


def _plain(line: str) -> str:
    """A line for comparison: small letters, single spaces, no full stop."""
    return " ".join(line[:_LONGEST_LINE].casefold().split()).rstrip(".")


def _lines(text: str, sentences: Sequence[Span]) -> list[list[Span]]:
    """The sentences, gathered by the line they stand in."""
    lines: list[list[Span]] = []
    for sentence in sentences:
        if lines and not _breaks(text, lines[-1][-1].end, sentence.start):
            lines[-1].append(sentence)
        else:
            lines.append([sentence])
    return lines


def _breaks(text: str, start: int, end: int) -> bool:
    """Whether a line ends between two offsets."""
    return any(mark in "\r\n\u2028\u2029" for mark in text[start:end])


def _line_section(line: str, patterns: _Patterns) -> Section:
    """The section of a line without its context: site furniture, caption or body."""
    if len(line) > _LONGEST_LINE:
        return Section.BODY
    if patterns.furniture.fullmatch(line):
        return Section.FURNITURE
    return Section.CAPTION if patterns.credit.fullmatch(line) else Section.BODY


def _is_headline(line: str, title: str, *, first: bool) -> bool:
    """Whether a line is the title, or a short first line without a full stop."""
    if title and line.strip() == title.strip():
        return True
    return first and len(line) <= _LONGEST_HEADLINE and not line.rstrip('"”').endswith(".")


def _mark_teaser_titles(text: str, sentences: Sequence[Span], found: list[Section]) -> None:
    """Mark a short line without a stop right above a teaser as furniture: it is the teaser's
    title."""
    for i in range(1, len(found)):
        teaser = found[i] is Section.FURNITURE and "(published" in _line_tail(text, sentences, i)
        words = sentences[i - 1].of(text)
        if teaser and found[i - 1] is Section.BODY and len(words) < 80 and words[-1] not in '.!?”"':
            found[i - 1] = Section.FURNITURE


def _mark_endless(text: str, sentences: Sequence[Span], found: list[Section]) -> None:
    """Mark stretches that were cut for their length as furniture: links or a table, run into one
    line.

    Not where half of the text is like it, as a transcript without stops.
    """
    stopped = [s.of(text).rstrip(_CLOSERS)[-1:] in _STOPS for s in sentences]
    endless: list[int] = []
    for i, (one, after) in enumerate(pairwise(sentences)):
        if not stopped[i] and not _breaks(text, one.end, after.start):
            endless += [i] if stopped[i + 1] else [i, i + 1]
    if 2 * sum(sentences[i].end - sentences[i].start for i in {*endless}) < len(text):
        for i in endless:
            found[i] = Section.FURNITURE


def _line_tail(text: str, sentences: Sequence[Span], index: int) -> str:
    """The last characters of the line that a sentence ends in, in small letters."""
    end = text.find("\n", sentences[index].end)
    return text[
        max(0, (len(text) if end < 0 else end) - 60) : len(text) if end < 0 else end
    ].lower()
