"""The time of the event of a figure, and the period that a statistic covers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile

from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag
from factcheck.extraction.annotation import AnnotatedArticle
from factcheck.extraction.clause_times import (
    is_introduced,
    is_since,
    of_speech,
    of_the_main_verb,
    opens_sentence,
    patterns,
    stands_with,
    verb_of,
)
from factcheck.mentions import QuantityMention, TimeCaution, TimeExpression, TimeType
from factcheck.models import Dimension, Named, Period, Quantity, Span, days_from

# What a month or quarter can be the reference period of, and what only a year or so can.
_STATISTICS = frozenset(
    {Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.MONEY, Dimension.RATE,
     Dimension.MULTIPLE}
)  # fmt: skip
_SHORTEST_PERIOD = timedelta(days=6)
_SHORTEST_OF_COUNTS = timedelta(days=27)
_YEAR = timedelta(days=360)
_COMPARED = 24  # characters before a figure that may say what it is compared with


@dataclass(frozen=True, slots=True)
class TimeOfEvent:
    """The time that a figure is of, where it is named, and the expression that names it."""

    when: Period | None = None
    named: Named | None = None
    time: TimeExpression | None = None


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
        and t.caution is not TimeCaution.COMPARED
        and not _names_another_year(sentence, t, annotated)
        and not is_of_one_compared(annotated, at, span, t)
        and not of_the_main_verb(sentence, span, t, annotated)
    ]  # fmt: skip
    if not dates:
        governing = None if annotated.dates_in(at) else annotated.governing[at]
        if governing is None:
            return TimeOfEvent()
        return TimeOfEvent(governing.period(), "paragraph", governing)
    clause = sentence.verb_range(sentence.index(span.start))
    own = [t for t in dates if not _is_only_a_limit(annotated, sentence, span, t)]
    inside = [
        t for t in own
        if sentence.index(t.span.start) in clause
        or (_is_period(t) and stands_with(sentence, t, clause))
    ]  # fmt: skip
    others = inside or [
        t for t in own if not is_introduced(annotated, t) and not of_speech(annotated, sentence, t)
    ]
    if not others:
        return TimeOfEvent()
    nearest = min(others, key=lambda t: abs(t.span.start - span.start))
    return TimeOfEvent(nearest.period(), "clause" if inside else "sentence", nearest)


def _is_only_a_limit(
    annotated: AnnotatedArticle, sentence: ParsedSentence, span: Span, time: TimeExpression
) -> bool:
    """Whether a time only bounds what happened: "the most [since 2008]".

    "By 2030" tells of when a figure is, and so does "since 2008, when 40 died" for the 40.
    """
    if time.caution is not TimeCaution.BOUND or is_introduced(annotated, time):
        return False
    after = sentence.inside(time.span).stop
    behind = sentence.words[after : after + 2]
    words = [word.lower for word in behind if word.tag is not Tag.BREAK]
    return words[:1] != ["when"] or span.start < time.span.start


def is_of_one_compared(
    annotated: AnnotatedArticle, at: int, span: Span, time: TimeExpression
) -> bool:
    """Whether a time is that of a figure with which this one is compared: "41 percent, [up from] 29
    percent [four years ago]"."""
    text, compared = annotated.article.text, patterns(annotated.article.language).compared
    if compared.search(text, span.end, time.span.start) is not None:
        return True
    other = compared_at(annotated, at, time)
    return other is not None and not other.span.overlaps(span)


def compared_at(
    annotated: AnnotatedArticle, at: int, time: TimeExpression
) -> QuantityMention | None:
    """The figure right before a time with which another is compared, so that the time is only its
    own: "rose to 12 on Tuesday from [nine] on Monday"; `None` where there is none."""
    figure, text = annotated.figure_before(time.span.start), annotated.article.text
    words = patterns(annotated.article.language)
    if figure is None or words.on.fullmatch(text, figure.span.end, time.span.start) is None:
        return None
    before = text[max(0, figure.span.start - _COMPARED) : figure.span.start]
    if words.compared_before.search(before) is not None:
        return figure
    counted = figure.subject_span is not None and figure.subject_span.overlaps(figure.span)
    if words.from_before.search(before) is None or counted:
        return None  # "fled from two villages on Monday"
    sentence = annotated.parsed(at)
    verb = verb_of(sentence, figure.span)
    changed = verb is not None and sentence.words[verb].lemma in annotated.lexicon.change
    return figure if changed else None


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


def _is_period(time: TimeExpression) -> bool:
    """Whether a time is long enough to be the period of a statistic: no day of speech is."""
    if time.start is None or time.end is None:
        return False
    return time.end - time.start >= _SHORTEST_PERIOD


def since(annotated: AnnotatedArticle, at: int, span: Span) -> TimeOfEvent | None:
    """The open period over which a figure has been counted: "1,500 have drowned [since January]";
    `None` where none is named, and for "12, the most since 2008"."""
    sentence = annotated.parsed(at)
    for time in annotated.dates_in(at):
        if time.caution is TimeCaution.BOUND and is_since(annotated, time):
            own = sentence.segment(sentence.index(span.start))
            if sentence.index(time.span.start) in own or opens_sentence(sentence, time):
                open_end = time.period() if time.start is None else days_from(time.start, None)
                return TimeOfEvent(open_end, "clause", time)
    return None


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
    if verb_of(sentence, time.span) != verb_of(sentence, span):
        return None
    if time.start is None or time.end is None:
        return None
    statistic = quantity.dimension in _STATISTICS
    if not statistic and quantity.dimension is not Dimension.COUNT:
        return None
    shortest = _SHORTEST_PERIOD if statistic else _SHORTEST_OF_COUNTS
    return found.when if time.end - time.start >= shortest else None


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
