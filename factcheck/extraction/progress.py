"""How far a count of votes has come: "with 60 percent of precincts reporting"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.clauses.cues import Cue, cue
from factcheck.clauses.segments import ParsedSentence
from factcheck.extraction.annotation import AnnotatedArticle
from factcheck.lexicon import Lexicon, any_of, load
from factcheck.models import Quantity

_GAP = 24  # characters between a share and what is counted: "60 percent of the ballots"
_OF = re.compile(r"\s+(?:out )?of\s+(?:(?:the|its)\s+)?", re.IGNORECASE)


class _Progress(Lexicon):
    """The shape of `progress.toml`."""

    counted: tuple[str, ...]
    done: tuple[str, ...]
    before_a_stop: tuple[str, ...]
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    counting: Cue
    whole: re.Pattern[str]


def progress(annotated: AnnotatedArticle, at: int) -> Decimal | None:
    """The progress of a count in percent: "with 60 percent of precincts reporting"."""
    return annotated.parsed(at).once(_progress, annotated, at)


def _progress(sentence: ParsedSentence, annotated: AnnotatedArticle, at: int) -> Decimal | None:
    """The progress of a count that a sentence states, in percent: "with 83 percent counted"."""
    text, patterns = annotated.article.text, _patterns(annotated.article.language)
    if not sentence.may_say(patterns.counting):
        return None
    match = patterns.counting.pattern.search(text, sentence.span.start, sentence.span.end)
    if match is None:
        return None
    before = text[max(sentence.span.start, match.start() - _GAP) : match.start()]
    if patterns.whole.search(before):
        return Decimal(100)
    for share in reversed(annotated.percents_in(at)):
        gap = match.start() - share.figure.end
        if 0 <= gap <= _GAP and share.quantity.exact:
            return _percent(share.quantity)
    return _counted_share(sentence, annotated, match.start())


def _counted_share(
    sentence: ParsedSentence, annotated: AnnotatedArticle, stop: int
) -> Decimal | None:
    """The share of a count that is given as a part of all, in percent: "with [131 of 212] precincts
    counted", "with [all but three of 212] precincts in"."""
    text = annotated.article.text
    inside = [m for m in annotated.mentions if sentence.span.start <= m.figure.start < stop]
    for part, whole in pairwise(inside):
        near = whole.figure.end <= stop <= whole.figure.end + _GAP
        done, every = part.quantity.low, whole.quantity.low
        exact = part.quantity.exact and whole.quantity.exact
        tied = _OF.fullmatch(text, part.figure.end, whole.figure.start)
        if not (near and tied and exact and done is not None and every and done <= every):
            continue
        left_out = text[sentence.span.start : part.figure.start].lower().endswith("all but ")
        return 100 * ((every - done) if left_out else done) / every
    return None


def _percent(quantity: Quantity) -> Decimal | None:
    """A share in percent; a fraction ("half the ballots") is kept as a part of one."""
    if quantity.low is None:
        return None
    return quantity.low if quantity.unit == "percent" else quantity.low * 100


@cache
def _patterns(language: str) -> _Patterns:
    """The patterns around the progress of a count, made from the words of a language."""
    words = load("progress", _Progress, language)
    counted, done = any_of(words.counted), any_of(words.done)
    at_a_stop = any_of(words.before_a_stop)
    return _Patterns(
        counting=cue(
            rf"\b{counted}\s+(?:(?:\w+\s+)?{done}\b|{at_a_stop}\s*(?:[,.;:)]|$))", words.counted
        ),
        whole=re.compile(rf"\b{any_of(words.whole)}\s+$", re.IGNORECASE),
    )
