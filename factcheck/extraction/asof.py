"""The times of a claim: that of the event, that as of which the figure holds, the period it covers.

The day of an event never dates its count: "The flood, which came late Saturday, left 310 missing,
by Tuesday morning's count" is a count of Tuesday. What the text states comes first ("as of", "by",
a count with a day of its own), then the day of a clause that says how things stood ("stood at 61
on Sunday"), then that of the verb of saying, and last the day of print.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import takewhile
from typing import Any

from factcheck.clauses.predicate import is_past
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.extraction.annotation import AnnotatedArticle
from factcheck.extraction.progress import progress
from factcheck.kinds import EventDate, EventTime
from factcheck.lexicon import Lexicon, any_of, load
from factcheck.mentions import TimeExpression, TimeType
from factcheck.models import (
    Article,
    AsOf,
    Claim,
    Dimension,
    Named,
    Period,
    Quantity,
    Span,
    days_from,
)

_WEEK = timedelta(days=7)
_BEFORE = 60  # characters before a time in which a word can still bring it in
_SKIPPED = (Tag.AUXILIARY, Tag.ADVERB, Tag.QUOTE)
# What a month or quarter can be the reference period of, and what only a year or so can.
_STATISTICS = frozenset(
    {Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.MONEY, Dimension.RATE,
     Dimension.MULTIPLE}
)  # fmt: skip
_SHORTEST_PERIOD = timedelta(days=6)
_SHORTEST_OF_COUNTS = timedelta(days=27)
_YEAR = timedelta(days=360)


@dataclass(frozen=True, slots=True)
class AsOfTime:
    """The time as of which a figure holds: the days, how they were found, and the time of day if
    stated."""

    days: Period | None
    by: AsOf | None
    time: str | None = None
    stated_at: Span | None = None


@dataclass(frozen=True, slots=True)
class TimeOfEvent:
    """The time that a figure is of, where it is named, and the expression that names it."""

    when: Period | None = None
    named: Named | None = None
    time: TimeExpression | None = None


class _AsOf(Lexicon):
    before: tuple[str, ...]
    between: tuple[str, ...]
    counts: tuple[str, ...]
    given: tuple[str, ...]
    given_on: tuple[str, ...]
    states: tuple[str, ...]
    compared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: re.Pattern[str]
    compared: re.Pattern[str]
    count_before: re.Pattern[str]
    count_after: re.Pattern[str]
    states: frozenset[str]


def times_of(
    annotated: AnnotatedArticle, at: int, span: Span, quantity: Quantity, *, ahead: bool
) -> dict[str, Any]:
    """The fields of a claim that hold its times, for the figure at `span` in sentence `at`: the day
    of the event, as of when the figure holds, the period it covers and the progress of a count."""
    holding = holds(annotated, at, span, ahead=ahead)
    event = happened(annotated, at, span, holding.stated_at if holding.by is AsOf.TOLD else None)
    return {
        "when": event.when,
        "when_in": event.named,
        "as_of": holding.days,
        "as_of_by": holding.by,
        "as_of_time": holding.time,
        "progress": progress(annotated, at),
        "reference": reference(annotated.parsed(at), span, event, quantity),
    }


def printed(article: Article) -> AsOfTime:
    """As of the day of print, where the text states no other."""
    day = article.published
    if day is None:
        return AsOfTime(None, None)
    return AsOfTime(days_from(day, day), AsOf.PRINTED)


def holds(annotated: AnnotatedArticle, at: int, span: Span, *, ahead: bool) -> AsOfTime:
    """As of when the figure at `span` in sentence `at` holds.

    A figure that lies `ahead` is as of its forecast: "could reach 500 by Friday".
    """
    sentence, own = annotated.parsed(at), printed(annotated.article)
    times = _times_in(annotated, at)
    if not times:
        # "…, the centre said in its 2 p.m. bulletin. The storm was 400 miles off."
        times = [t for t in _times_in(annotated, at - 1) if at and _is_introduced(annotated, t)]
    clause = sentence.verb_range(sentence.index(span.start))
    nearest = sorted(times, key=lambda t: abs(t.span.start - span.start))
    stated = [] if ahead else [t for t in nearest if _is_introduced(annotated, t)]
    inside = [t for t in nearest if _stands_with(sentence, t, clause)]
    state = [t for t in inside if not ahead and _gives_a_state(annotated, sentence, t)]
    said = [t for t in nearest if _of_speech(annotated, sentence, t)]
    for by, found in ((AsOf.TOLD, stated), (AsOf.STATE, state), (AsOf.SAID, said)):
        for time in found:
            days = _day_not_ahead(time, annotated.article)
            if days is not None:
                return AsOfTime(days, by, _time_of_day(time), time.span)
    return own


def _times_in(annotated: AnnotatedArticle, at: int) -> list[TimeExpression]:
    """The single days and times of day that a sentence names."""
    named = (*annotated.dates_in(at), *annotated.clocks_in(at))
    return [time for time in named if time.start == time.end]


def happened(
    annotated: AnnotatedArticle, at: int, span: Span, as_of: Span | None = None
) -> TimeOfEvent:
    """The time of the event of a figure: that of its own clause, else of its sentence, else the
    last that governs.

    The time at `as_of`, as of which the figure is said to hold, is none of the event.
    """
    sentence = annotated.parsed(at)
    dates = [
        t for t in annotated.dates_in(at)
        if t.span != as_of
        and not _names_another_year(sentence, t, annotated)
        and not _is_of_one_compared(annotated, span, t)
    ]  # fmt: skip
    if not dates:
        governing = None if annotated.dates_in(at) else annotated.governing[at]
        if governing is None:
            return TimeOfEvent()
        return TimeOfEvent(governing.period(), "paragraph", governing)
    clause = sentence.verb_range(sentence.index(span.start))
    inside = [
        t for t in dates
        if sentence.index(t.span.start) in clause
        or (_is_period(t) and _stands_with(sentence, t, clause))
    ]  # fmt: skip
    others = inside or [t for t in dates if not _of_speech(annotated, sentence, t)]
    if not others:
        return TimeOfEvent()
    nearest = min(others, key=lambda t: abs(t.span.start - span.start))
    return TimeOfEvent(nearest.period(), "clause" if inside else "sentence", nearest)


def _is_of_one_compared(annotated: AnnotatedArticle, span: Span, time: TimeExpression) -> bool:
    """Whether a time is that of a figure with which this one is compared: "41 percent, [up from] 29
    percent [four years ago]"."""
    text, compared = annotated.article.text, _patterns(annotated.article.language).compared
    return compared.search(text, span.end, time.span.start) is not None


def _names_another_year(
    sentence: ParsedSentence, time: TimeExpression, annotated: AnnotatedArticle
) -> bool:
    """Whether a time is the year of a noun, long before print: "sentenced 161 people in the [2009]
    mutiny case" is no event of 2009, but "a [2009] fire killed 161" is."""
    published = annotated.article.published
    if time.start is None or time.end is None or published is None:
        return False
    year = time.end - time.start >= _YEAR and time.end < published
    words = sentence.inside(time.span)
    acts = _opens_with_an_event(sentence, words, annotated.lexicon.happenings)
    return year and _restricts_a_noun(sentence, words) and not acts


def _stands_with(sentence: ParsedSentence, time: TimeExpression, clause: range) -> bool:
    """Whether a time stands in a clause or is set in front of it and holds for all of it: "In 2023,
    the bank reported a loss of …"."""
    around = sentence.verb_range(sentence.index(time.span.start))
    inside = sentence.index(time.span.start) in clause
    return inside or (around.start <= clause.start and clause.stop <= around.stop)


def _is_period(time: TimeExpression) -> bool:
    """Whether a time is long enough to be the period of a statistic: no day of speech is."""
    if time.start is None or time.end is None:
        return False
    return time.end - time.start >= _SHORTEST_PERIOD


def reference(
    sentence: ParsedSentence, span: Span, found: TimeOfEvent, quantity: Quantity
) -> Period | None:
    """The period that a statistic covers: "3.4 percent in March", "61 million last year".

    Two periods are two questions. Only what stands with the figure's own verb counts: a mill "set
    up in 1989" makes its 40,000 pairs today.
    """
    time = found.time
    if time is None or found.named != "clause" or time.type is not TimeType.DATE:
        return None
    if _verb_of(sentence, time.span) != _verb_of(sentence, span):
        return None
    if time.start is None or time.end is None:
        return None
    statistic = quantity.dimension in _STATISTICS
    if not statistic and quantity.dimension is not Dimension.COUNT:
        return None
    shortest = _SHORTEST_PERIOD if statistic else _SHORTEST_OF_COUNTS
    return found.when if time.end - time.start >= shortest else None


def of_counts(claims: Sequence[Claim], language: str) -> list[Claim]:
    """The claims, where days that date a figure of their sentence and no event are marked: "stood
    at 61 on Monday", "inflation was 3 percent in March"."""
    counted = {(c.sentence, c.as_of) for c in claims if c.as_of_by in (AsOf.TOLD, AsOf.STATE)}
    covered = {(c.sentence, c.reference) for c in claims if c.reference is not None}
    states = _patterns(language).states

    def dates_a_figure(claim: Claim) -> bool:
        """Whether the day of a claim is only that of a figure of its sentence, and no event's
        own."""
        where = (claim.sentence, claim.when)
        # "Lost $4 million in March" may be about a fire in March.
        predicate = claim.question.predicate
        return where in counted or (where in covered and (predicate is None or predicate in states))

    return [
        claim.model_copy(update={"of_count": True})
        if isinstance(claim, EventDate | EventTime) and dates_a_figure(claim)
        else claim
        for claim in claims
    ]


def _is_introduced(annotated: AnnotatedArticle, time: TimeExpression) -> bool:
    """Whether the words around a time say that a figure holds as of it."""
    text, patterns = annotated.article.text, _patterns(annotated.article.language)
    before = text[max(0, time.span.start - _BEFORE) : time.span.start]
    after = text[time.span.end : time.span.end + _BEFORE]
    return (
        patterns.before.search(before) is not None
        or patterns.count_before.search(before) is not None
        or patterns.count_after.match(after) is not None
    )


def _gives_a_state(
    annotated: AnnotatedArticle, sentence: ParsedSentence, time: TimeExpression
) -> bool:
    """Whether the verb of a time says how things stood then, or what they changed to.

    "were sheltering on Monday" is a state too: a progressive says what holds at its time.
    """
    at = _verb_of(sentence, time.span)
    if at is None:
        return False
    verb = sentence.words[at]
    states = _patterns(annotated.article.language).states
    going_on = verb.lower.endswith("ing") and at > 0 and sentence.words[at - 1].lemma == "be"
    return going_on or verb.lemma in states or verb.lemma in annotated.lexicon.change


def _of_speech(annotated: AnnotatedArticle, sentence: ParsedSentence, time: TimeExpression) -> bool:
    """Whether a time is that of a statement: "40 people left, officials said on Thursday"."""
    at = _verb_of(sentence, time.span)
    if at is None or sentence.words[at].lemma not in annotated.lexicon.reporting:
        return False
    # "The outbreak, [declared on Monday], has killed 61 people"
    inserted = at > 0 and sentence.words[at - 1].lower == "," and sentence.words[at].lower != "said"
    return not (inserted and sentence.index(time.span.start) in (at + 1, at + 2))


def _verb_of(sentence: ParsedSentence, span: Span) -> int | None:
    """The verb of a time or figure: the last before it in its clause, else the first behind it."""
    index = min(sentence.index(span.start), len(sentence.words) - 1)
    clause, verbs = sentence.verb_range(index), sentence.verbs()
    after = bisect_left(verbs, index)
    for at in reversed(verbs[bisect_left(verbs, clause.start) : after]):
        if not _attributive(sentence.words, at):
            return at
    if after < len(verbs) and verbs[after] < clause.stop:
        return _main(sentence.words, verbs[after])
    return None


def _restricts_a_noun(sentence: ParsedSentence, time: range) -> bool:
    """Whether a time stands between an article and its noun: "the 2009 mutiny case"."""
    words = sentence.words
    before, behind = words[max(0, time.start - 1) : time.start], words[time.stop : time.stop + 1]
    opens = [w.tag is Tag.DETERMINER or w.lower.endswith("'s") for w in before]
    return opens == [True] and [w.tag for w in behind] == [Tag.NOUN]


def _opens_with_an_event(
    sentence: ParsedSentence, time: range, happenings: Collection[str]
) -> bool:
    """Whether the phrase that a time restricts begins its clause and names an event: "a 2009
    [fire] killed 40"."""
    words = sentence.words
    leads = words[time.start - 2] if time.start > 1 else None
    run = takewhile(lambda word: word.tag is Tag.NOUN, words[time.stop :])
    last = next(iter(reversed([*run])), None)
    begins = leads is None or leads.tag is Tag.BREAK
    return begins and last is not None and last.lemma in happenings


def _attributive(words: Sequence[Word], verb: int) -> bool:
    """Whether a participle that is not the last word stands before its noun: "was driving
    [sustained] winds"."""
    if verb == 0 or words[verb].tag is not Tag.VERB:
        return False
    before, after = words[verb - 1].tag, words[verb + 1].tag
    opens = before in (Tag.VERB, Tag.DETERMINER, Tag.NUMBER, Tag.PREPOSITION)
    return opens and after is Tag.NOUN and is_past(words[verb].lower)


def _main(words: Sequence[Word], verb: int) -> int:
    """The index of the main verb of an auxiliary: "On Sunday 61 were [killed]"."""
    at = verb
    while at + 1 < len(words) and words[at].tag in _SKIPPED:
        at += 1
    return at if words[at].tag is Tag.VERB else verb


def _day_not_ahead(time: TimeExpression, article: Article) -> Period | None:
    """The day of a time; for a weekday that was read as ahead the last one, since no figure that is
    reported holds as of a day to come. `None` for any other day after print."""
    published = article.published
    if time.start is None:
        if time.period() is not None:
            return time.period()  # a weekday, where the day of print is not known
        return None if published is None else days_from(published, published)
    if published is None or time.start <= published:
        return days_from(time.start, time.end)
    day = time.start - _WEEK
    return days_from(day, day) if time.rule == "weekday" and day <= published else None


def _time_of_day(time: TimeExpression) -> str | None:
    """The part of a TIMEX3 value behind the T, or an early or late part of a day."""
    if time.type is TimeType.TIME and time.value is not None and "T" in time.value:
        return time.value.split("T", 1)[1] or None
    return {"early": "MO", "late": "EV"}.get(time.modifier or "")


@cache
def _patterns(language: str) -> _Patterns:
    """The patterns around days of a count and around progress, made from the words of a
    language."""
    words = load("asof", _AsOf, language)
    counts, given = any_of(words.counts), any_of(words.given)
    between, on = any_of(words.between), any_of(words.given_on)
    flags = re.IGNORECASE
    return _Patterns(
        compared=re.compile(rf"\b{any_of(words.compared)}\s", flags),
        before=re.compile(rf"\b{any_of(words.before)}\s+(?:{between}\s+)?$", flags),
        count_before=re.compile(rf"\b{counts}\s+(?:{given}\s+)?(?:{on}\s+)?$", flags),
        count_after=re.compile(rf"(?:['’]s?\s+(?:[\w-]+\s+){{0,2}}|\s+){counts}\b", flags),
        states=frozenset(words.states),
    )
