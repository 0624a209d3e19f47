"""Every expression of time in a text."""

from __future__ import annotations

from datetime import date, datetime

from factcheck.mentions import TimeExpression
from factcheck.models import Span
from factcheck.text.plain import moved_back, plain
from factcheck.text.tokeniser import TextTokens
from factcheck.times import (
    clock,
    dates,
    holidays,
    lengths,
    offsets,
    ranges,
    relative,
    weekdays,
    years,
)
from factcheck.times.cautions import with_cautions
from factcheck.times.grammar import RuleMatch, TimeGrammar, time_grammar
from factcheck.times.joining import TimePiece, with_days
from factcheck.times.now import MOST_DAYS_EARLY, later_now
from factcheck.times.periods import OutsideCalendar
from factcheck.times.quotations import with_quotations
from factcheck.times.reading import Reader, TimeContext, TimeReading, partial
from factcheck.times.vocabulary import TimeTokens

READERS: dict[str, Reader] = {
    **dates.READERS,
    **years.READERS,
    **holidays.READERS,
    **relative.READERS,
    **offsets.READERS,
    **weekdays.READERS,
    **clock.READERS,
    **lengths.READERS,
    **ranges.READERS,
}


def find_times(
    text: str,
    published: date | None = None,
    *,
    country: str | None = None,
    language: str = "en",
) -> tuple[TimeExpression, ...]:
    """Every expression of time in any text, in the order of the text.

    `published` is the day that "Tuesday" and "last week" are read against; without it they
    stay partial dates (`XXXX-WXX-2`) and have no days. `country` (ISO 3166-1 alpha-2) says
    whose holidays are meant, by default those of the United States. No text raises an error;
    `ConfigurationError` where there is no lexicon of the language. Linear in the text.
    """
    read_as = plain(text)
    if isinstance(published, datetime):
        published = published.date()  # a page's time stamp: every datetime is a date in Python
    found = times_in(TextTokens(read_as.text), published, country=country, language=language)
    return tuple(moved_back(expression, read_as) for expression in found)


def times_in(
    tokens: TextTokens,
    published: date | None = None,
    *,
    country: str | None = None,
    language: str = "en",
) -> tuple[TimeExpression, ...]:
    """Every expression of time in a plain text."""
    text = tokens.text
    pieces, now = _read_from_now(tokens, published, country, language)
    joined = with_quotations(text, with_days(text, pieces), now, language)
    return tuple(_expression(text, piece) for piece in with_cautions(text, joined, language))


def story_now(
    text: str, published: date, *, country: str | None = None, language: str = "en"
) -> date:
    """The day that a text was written on: `published`, or up to two days later.

    Later where the text puts a weekday in the past that lies ahead of `published`: a stamp
    is a day early by a time zone, or that of a version since updated. `find_times` reads
    "today" and "Tuesday" against this day.
    """
    _, now = _read_from_now(TextTokens(plain(text).text), published, country, language)
    return published if now is None else now


def _read_from_now(
    tokens: TextTokens, published: date | None, country: str | None, language: str
) -> tuple[list[TimePiece], date | None]:
    """The expressions of a text as they were found, and the day they were read against."""
    rules = time_grammar(language)
    words = rules.words.read(tokens)
    is_history = rules.is_history(words, published)
    now, pieces = published, list[TimePiece]()
    for _ in range(1 + MOST_DAYS_EARLY):
        context = TimeContext(now, country, language, is_history=is_history)
        pieces = _pieces(rules, words, context)
        if (later := later_now(context, published, len(tokens.text))) is None:
            break
        now = later
    return pieces, now


def _pieces(rules: TimeGrammar, tokens: TimeTokens, context: TimeContext) -> list[TimePiece]:
    """The times of a text in order. Each is read in the context of those before it."""
    pieces: list[TimePiece] = []
    for found, reading in rules.find(tokens, lambda found: _read(found, context)):
        start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
        pieces.append(TimePiece(start, end, reading, found.rule))
        context.remember(reading.stretch, start, end)
    return pieces


def _read(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """The reading of a match by its rule's reader; one without a value for a day that the calendar
    does not have."""
    try:
        return READERS[found.read](found, context)
    except OutsideCalendar:
        return partial(None)


def _expression(text: str, piece: TimePiece) -> TimeExpression:
    """The `TimeExpression` of a piece: its span, quote, type, value and days."""
    reading = piece.reading
    return TimeExpression(
        span=Span(start=piece.start, end=piece.end),
        quote=text[piece.start : piece.end],
        type=reading.type,
        value=reading.value,
        start=reading.start,
        end=reading.end,
        modifier=reading.modifier,
        caution=reading.caution,
        rule=piece.rule,
    )
