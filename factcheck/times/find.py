"""Every expression of time in a text."""

from __future__ import annotations

from datetime import date

from factcheck.models import Span, TimeExpression
from factcheck.times import clock, dates, lengths, ranges, relative
from factcheck.times.grammar import Found, grammar
from factcheck.times.periods import OutsideCalendar, Unit
from factcheck.times.reading import Reader, Reading, Story, partial

_READERS: dict[str, Reader] = {
    **dates.READERS,
    **relative.READERS,
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
    rules = grammar(language)
    tokens = rules.words.read(text)
    story = Story(published, country, language)
    kept: list[tuple[Found, Reading]] = []
    for found, reading in rules.find(tokens, lambda found: _read(found, story)):
        kept.append((found, reading))
        story.tell(reading.stretch)
        if reading.stretch is not None and reading.stretch.unit is Unit.DAY:
            story.last_day_end = found.tokens.ends[found.last - 1]
    return tuple(_expression(text, found, reading) for found, reading in kept)


def _read(found: Found, story: Story) -> Reading | None:
    try:
        return _READERS[found.read](found, story)
    except OutsideCalendar:
        return partial(None)


def _expression(text: str, found: Found, reading: Reading) -> TimeExpression:
    start, end = found.tokens.starts[found.first], found.tokens.ends[found.last - 1]
    return TimeExpression(
        span=Span(start=start, end=end),
        quote=text[start:end],
        type=reading.type,
        value=reading.value,
        start=reading.start,
        end=reading.end,
        modifier=reading.modifier,
        rule=found.rule,
    )
