"""The times of a claim: that of the event, that as of which the figure holds, the period it covers.

The day of an event never dates its count: "The flood, which came late Saturday, left 310 missing,
by Tuesday morning's count" is a count of Tuesday. What the text states comes first ("as of", "by",
a count with a day of its own), then the day of a clause that says how things stood ("stood at 61
on Sunday"), then that of the verb of saying, and last the day of print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from factcheck.clauses.segments import ParsedSentence
from factcheck.extraction.annotation import AnnotatedArticle
from factcheck.extraction.clause_times import (
    is_introduced,
    of_speech,
    opens_sentence,
    patterns,
    stands_with,
    verb_of,
)
from factcheck.extraction.happened import happened, is_of_one_compared, reference, since
from factcheck.extraction.progress import progress
from factcheck.kinds import EventDate, EventTime
from factcheck.mentions import TimeCaution, TimeExpression, TimeType
from factcheck.models import (
    Article,
    AsOf,
    Claim,
    Period,
    Quantity,
    Span,
    days_from,
)

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AsOfTime:
    """The time as of which a figure holds: the days, how they were found, and the time of day if
    stated."""

    days: Period | None
    by: AsOf | None
    time: str | None = None
    stated_at: Span | None = None


def times_of(
    annotated: AnnotatedArticle, at: int, span: Span, quantity: Quantity, *, ahead: bool
) -> dict[str, Any]:
    """The fields of a claim that hold its times, for the figure at `span` in sentence `at`: the day
    of the event, as of when the figure holds, the period it covers and the progress of a count."""
    holding = holds(annotated, at, span, ahead=ahead)
    as_of = holding.stated_at if holding.by is AsOf.TOLD else None
    event = since(annotated, at, span) or happened(annotated, at, span, as_of)
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
    times = [t for t in _times_in(annotated, at) if not is_of_one_compared(annotated, at, span, t)]
    if not times:
        # "…, the centre said in its 2 p.m. bulletin. The storm was 400 miles off."
        before = [t for t in _times_in(annotated, at - 1) if t.caution is not TimeCaution.BOUND]
        times = [t for t in before if at and is_introduced(annotated, t)]
    clause = sentence.verb_range(sentence.index(span.start))
    nearest = sorted(times, key=lambda t: abs(t.span.start - span.start))
    stated = [] if ahead else [t for t in nearest if _dates_figures(annotated, sentence, t, clause)]
    unlimited = [t for t in nearest if t.caution is not TimeCaution.BOUND]
    inside = [t for t in unlimited if stands_with(sentence, t, clause)]
    state = [t for t in inside if not ahead and _gives_a_state(annotated, sentence, t)]
    said = [t for t in nearest if of_speech(annotated, sentence, t)]
    for by, found in ((AsOf.TOLD, stated), (AsOf.STATE, state), (AsOf.SAID, said)):
        for time in found:
            days = _day_not_ahead(time, annotated.article)
            if days is not None:
                return AsOfTime(days, by, _time_of_day(time), time.span)
    return own


def _times_in(annotated: AnnotatedArticle, at: int) -> list[TimeExpression]:
    """The single days and times of day that a sentence names."""
    named = (*annotated.dates_in(at), *annotated.clocks_in(at))
    return [t for t in named if t.start == t.end and t.caution is not TimeCaution.COMPARED]


def of_counts(claims: Sequence[Claim], language: str) -> list[Claim]:
    """The claims, where days that date a figure of their sentence and no event are marked: "stood
    at 61 on Monday", "inflation was 3 percent in March"."""
    counted = {(c.sentence, c.as_of) for c in claims if c.as_of_by in (AsOf.TOLD, AsOf.STATE)}
    covered = {(c.sentence, c.reference) for c in claims if c.reference is not None}
    states = patterns(language).states

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


def _dates_figures(
    annotated: AnnotatedArticle, sentence: ParsedSentence, time: TimeExpression, clause: range
) -> bool:
    """Whether a figure of a clause holds as of a time that is introduced so.

    A limit holds for its own clause, or for all where it opens the sentence: "killed 12 people
    and [was out by Monday]".
    """
    if not is_introduced(annotated, time):
        return False
    own = time.caution is not TimeCaution.BOUND or stands_with(sentence, time, clause)
    return own or opens_sentence(sentence, time)


def _gives_a_state(
    annotated: AnnotatedArticle, sentence: ParsedSentence, time: TimeExpression
) -> bool:
    """Whether the verb of a time says how things stood then, or what they changed to.

    "were sheltering on Monday" is a state too: a progressive says what holds at its time.
    """
    at = verb_of(sentence, time.span)
    if at is None:
        return False
    verb = sentence.words[at]
    states = patterns(annotated.article.language).states
    going_on = verb.lower.endswith("ing") and at > 0 and sentence.words[at - 1].lemma == "be"
    return going_on or verb.lemma in states or verb.lemma in annotated.lexicon.change


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
    if time.rule != "weekday" or time.start - date.min < _WEEK:
        return None
    day = time.start - _WEEK
    return days_from(day, day) if day <= published else None


def _time_of_day(time: TimeExpression) -> str | None:
    """The part of a TIMEX3 value behind the T, or an early or late part of a day."""
    if time.type is TimeType.TIME and time.value is not None and "T" in time.value:
        return time.value.split("T", 1)[1] or None
    return {"early": "MO", "late": "EV"}.get(time.modifier or "")
