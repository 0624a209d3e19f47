"""Mentions: quantities and times as they stand in a text, before anything is claimed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from factcheck.models import Change, Period, Quantity, Span, days_from
from factcheck.record import Name, Record


class QuantityMention(Record):
    """One quantity as it stands in a text.

    `span` reaches from the hedge to the counted noun, `figure` holds the bare figure. `subject` is
    what is counted, as written, at `subject_span`. `restates` is the span of an earlier mention
    that this one gives again in another unit ("1,000 miles (1,600 km)"); `part_of` that of the
    whole it belongs to ("50 wounded, including 11 children"). `rule` names the rule that read it.
    """

    span: Span
    quote: str
    figure: Span
    quantity: Quantity
    subject: str | None = None
    subject_span: Span | None = None
    change: Change | None = None
    restates: Span | None = None
    part_of: Span | None = None
    rule: Name


class TimeType(StrEnum):
    """The four types of TIMEX3 (Pustejovsky et al. 2003)."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class TimeCaution(StrEnum):
    """Why the days of a time expression are not those of the event of its sentence.

    `QUOTED` counts from the day of a speaker, which the text does not name ("today" in a
    quotation), `STAMP` dates a post, an update or the article, `BOUND` is a limit ("since
    Monday", "by Friday"), `COMPARED` is what is only compared with ("more than in 2020"),
    `MODIFIER` is a year that only says which one ("the 2016 nominee"),
    `DAY_OR_MONTH` is a date in figures that two countries read in two ways, where the country
    is not known.
    """

    QUOTED = "quoted"
    STAMP = "stamp"
    BOUND = "bound"
    COMPARED = "compared"
    MODIFIER = "modifier"
    DAY_OR_MONTH = "day_or_month"


class TimeExpression(Record):
    """One expression of time as it stands in a text.

    `value` is its TIMEX3 value (`2023-12-26`, `2023-W51-WE`, `P3D`, `PRESENT_REF`) or `None`
    where TIMEX3 has none; `start` and `end` are the first and last day it names, `None`
    where the calendar does not say. `modifier` is `early`, `late`, `about`, `before`, ….
    `caution` says why these days may not be those of the event of the sentence.
    """

    span: Span
    quote: str
    type: TimeType
    value: str | None = None
    start: date | None = None
    end: date | None = None
    modifier: str | None = None
    caution: TimeCaution | None = None
    rule: Name

    def period(self) -> Period | None:
        """The days named, or the pattern of a partial date, or `None` for neither."""
        if self.start is not None or self.end is not None:
            return days_from(self.start, self.end)
        if self.value is not None and self.value.startswith("XXXX"):
            return Period(pattern=self.value)
        return None
