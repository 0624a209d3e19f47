"""The models of the library: articles, spans of their text, quantities, periods and claims.

Every model is frozen and strict and survives a round trip through JSON. Figures are `Decimal`
(decimal strings in JSON), never binary floats. Offsets count characters (code points) of
`Article.text` as it was handed over; the text itself is never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from factcheck.interval import Interval
from factcheck.methods import call
from factcheck.record import Day, Figure, Name, Record, Whole


def _without_region(value: object) -> object:
    """The language code without its region, in small letters: "en-US", "EN" and "en_GB" are
    "en"."""
    return re.split("[-_]", value.strip())[0].lower() if isinstance(value, str) else value


class Span(Record):
    """A stretch of an article's text: `text[start:end]`."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")
        return self

    def of(self, text: str) -> str:
        """The words of the span in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


class Part(StrEnum):
    """Which part of an article a span counts characters of."""

    TEXT = "text"
    TITLE = "title"


class Article(Record):
    """One article as it was published.

    `id` identifies it in the batch. `published` is the day that "Tuesday" and "last week" are read
    against; without it they stay partial dates. `revised` is the day of the version at hand, where
    that is stated. Both may be given as "2024-02-17". `country` (ISO 3166-1 alpha-2) says whose
    holidays its reporters mean, `language` is the ISO 639 code ("en", or "en-US"). Any text will
    do, but for half characters (lone surrogates), which are refused: no file could hold the report.
    """

    id: Annotated[Name, Whole]
    text: Annotated[str, Whole]
    title: Annotated[str, Whole] = ""
    publisher: Annotated[str | None, Whole] = None
    published: Day | None = None
    revised: Day | None = None
    url: Annotated[str | None, Whole] = None
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    language: Annotated[
        str, BeforeValidator(_without_region), StringConstraints(pattern=r"^[a-z]{2}$")
    ] = "en"

    def part(self, part: Part) -> str:
        """The text that spans of that part refer to: the article's text, or its title."""
        return self.title if part is Part.TITLE else self.text


class Dimension(StrEnum):
    """What sort of thing a figure measures. Figures of two dimensions are never compared."""

    COUNT = "count"
    RATE = "rate"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    MONEY = "money"
    DISTANCE = "distance"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    TEMPERATURE = "temperature"
    SPEED = "speed"
    ENERGY = "energy"
    POWER = "power"
    DATA = "data"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    SCORE = "score"
    MAGNITUDE = "magnitude"
    MULTIPLE = "multiple"
    MEASURE = "measure"


class Side(StrEnum):
    """On which side of the stated figure a hedge puts the true one."""

    BELOW = "below"
    AROUND = "around"
    ABOVE = "above"


class Quantity(Record):
    """The figures as written, with their hedges, bounds and unit.

    "about 6,000" is low = high = 6000, `approximate`; "nearly 10,000" adds `side` below; "more than
    2,000" is low 2000, no high, `low_inclusive` false; "at least 15" is low 15; "as many as 10,000"
    is high 10000, no low; "dozens" is low 24, `vague`.

    `unit` is `person`, `USD`, `percent`, `mile`, …, or `None` where the words name none; `per`
    makes a rate: `day`, `100000 people`.
    """

    low: Figure | None
    high: Figure | None
    low_inclusive: bool = True
    high_inclusive: bool = True
    approximate: bool = False
    side: Side | None = None
    vague: bool = False
    unit: str | None = None
    per: str | None = None
    dimension: Dimension = Dimension.COUNT

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """Checks that there is a figure, and no side without a hedge."""
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs a low or a high figure")
        if self.side is not None and not self.approximate:
            raise ValueError("only an approximate quantity has a side: set approximate=True")
        self.bounds()
        return self

    def bounds(self) -> Interval[Decimal]:
        """The figures named, as an interval, before any hedge is taken into account."""
        return Interval(
            self.low,
            self.high,
            self.low is not None and not self.low_inclusive,
            self.high is not None and not self.high_inclusive,
        )

    @property
    def exact(self) -> bool:
        """Whether one figure is named, with no hedge and no bound."""
        return self.low == self.high and not self.approximate and not self.vague


class Period(Record):
    """The days that a claim is of, from `start` to `end`, both included.

    Where the text has no publication date, "Tuesday" stays a partial date: `start` and `end` are
    `None` and `pattern` holds what is known, as TIMEX3 writes it (`XXXX-WXX-2`, `XXXX-12-26`,
    `XXXX-12`).
    """

    start: date | None = None
    end: date | None = None
    pattern: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """Checks that the period has a day or a pattern, and does not end before it starts."""
        if self.start is None and self.end is None and self.pattern is None:
            raise ValueError("a period needs a first day, a last day or a pattern")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")
        return self

    def days(self) -> Interval[date] | None:
        """The days as an interval; `None` for a partial date."""
        if self.start is None and self.end is None:
            return None
        return _stretch(self.start, self.end)


@lru_cache(maxsize=1 << 12)
def _stretch(start: date | None, end: date | None) -> Interval[date]:
    return Interval(start, end)


@lru_cache(maxsize=1 << 12)
def days_from(start: date | None, end: date | None) -> Period:
    """The period from `start` to `end`. Cached: one record for all claims of the same days."""
    return Period(start=start, end=end)


class Change(StrEnum):
    """The direction in which a verb of change moves the figure: "rose 3%", "fell by 200"."""

    UP = "up"
    DOWN = "down"


class Section(StrEnum):
    """Which part of the page a sentence belongs to."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Status(StrEnum):
    """Whether the text asserts the figure.

    *Retracted*: withdrawn or corrected in the same text. *Denied*: "denied that 40 had died".
    *Hypothetical*: supposed. A figure denied or supposed answers no question.
    """

    ASSERTED = "asserted"
    RETRACTED = "retracted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"

    @property
    def answers(self) -> bool:
        """Whether a figure of this status is, or was, given as an answer."""
        return self in (Status.ASSERTED, Status.RETRACTED)


class Phase(StrEnum):
    """The phase of the event that the words give a figure: "initially", "had shrunk to"."""

    START = "start"
    LATER = "later"


class Scope(StrEnum):
    """Whether a figure covers all of its subject, a part of it, or those beyond a first figure."""

    PART = "part"
    OTHERS = "others"


class AsOf(StrEnum):
    """How a text states as of when a figure holds, the strongest first (`extraction.asof`)."""

    TOLD = "told"
    STATE = "state"
    SAID = "said"
    PRINTED = "printed"


Named = Literal["clause", "sentence", "paragraph"]  # where a time is named, the nearest first


class Question(Record):
    """The question that a claim answers, in base forms: the features by which claims are linked.

    `head` is the noun counted and `modifiers` what restricts it ("National Guard" officers);
    `measured` holds the words of what a sum, share or measure is the size of, or of the agent of an
    event that a day dates; `names` are the names in the sentence; `predicate` is the verb that
    governs it and `patient` whether it is done to the counted; `place` holds the words of the
    place, `body` the collective noun whose size is given, `clause` the content words of the clause.
    A distance is counted from its `origin` in the direction of its `bearing` ("northeast"), and
    what lies at its other end is `measured`. `bound` says that a day only bounds the event ("until
    Monday"), `ahead` that it is planned, forecast or expected, `earlier` that it is given for an
    earlier time ("a year before") or counts back to one ("three days ago"), `presumed` that it is
    only feared or thought to be so, `dated` that its own sentence names the time. What the text
    does not say stays `None` or empty.
    """

    head: str | None = None
    modifiers: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    predicate: str | None = None
    patient: bool = False
    place: tuple[str, ...] = ()
    body: str | None = None
    clause: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    bearing: str | None = None
    bound: bool = False
    ahead: bool = False
    earlier: bool = False
    presumed: bool = False
    dated: bool = False


class Claim(Record):
    """A figure or date that an article claims, with the words it stands in.

    `span` is the figure with its hedge and noun, `quote` the words there, `sentence` the span of
    the sentence, all in the `part` of the article that it stands in:
    `article.part(claim.part)[start:end] == quote`. `when` is the time of the event, named at
    `when_in`; `as_of` when the figure holds, found by `as_of_by`, with its `as_of_time` (TIMEX3:
    `14:00`, `MO`) and the `progress` of a count in percent; `reference` the period that a statistic
    covers. `place`, `subject` and `attribution` (who is quoted) are as written; `question` holds
    what it is linked by, `rule` the rule that found it. `name` is made from outlet, sentence and
    figure (`factcheck.naming`): decisions of an editor go by it. A subclass for each kind fixes
    `kind` and may add fields of its own.
    """

    kind: Name
    article_id: Name
    part: Part = Part.TEXT
    span: Span
    quote: str
    sentence: Span
    quantity: Quantity | None = None
    subject: str | None = None
    place: str | None = None
    when: Period | None = None
    when_in: Named | None = None
    as_of: Period | None = None
    as_of_by: AsOf | None = None
    as_of_time: str | None = None
    progress: Figure | None = None
    reference: Period | None = None
    attribution: str | None = None
    change: Change | None = None
    phase: Phase | None = None
    scope: Scope | None = None
    part_of: Span | None = None
    restates: Span | None = None
    status: Status = Status.ASSERTED
    section: Section = Section.BODY
    question: Question = Question()
    rule: Name
    name: str = ""

    @cached_property
    def id(self) -> str:
        """The id of the claim, made of its article and place: the same from run to run, and another
        in another file."""
        part = "" if self.part is Part.TEXT else self.part.value
        return f"{self.article_id}:{part}{self.span.start}-{self.span.end}:{self.kind}"

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed, and the `id` that they give it."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("id", None)
        return copied

    def _repr_html_(self) -> str | None:
        fragment: str | None = call("Claim._repr_html_", self)
        return fragment
