"""What the library speaks of: articles, spans of their text, quantities, periods and claims.

Every model is frozen and strict and survives a round trip through JSON. Figures are
`Decimal` (decimal strings in JSON), never binary floats. Offsets count characters (code
points) of `Article.text` as it was handed over; the text itself is never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from factcheck.interval import Interval

Figure = Annotated[Decimal, Field(allow_inf_nan=False)]
Name = Annotated[str, StringConstraints(min_length=1)]
_PRINTED, _PRINTED_ITEMS = 200, 3  # characters of a text, and items of a tuple, in a `repr`


def _whole_characters(value: object) -> object:
    """The value, unless it is text with half a character in it, which no file can hold."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise PydanticCustomError(
                "lone_surrogate",
                "holds half a character (a lone surrogate) at {offset}: decode the text anew, or "
                "replace it with U+FFFD",
                {"offset": error.start},
            ) from error
    return value


Whole = BeforeValidator(_whole_characters)


def _day(value: object) -> object:
    """A day that is written in ISO 8601, or the day of a moment."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        with suppress(ValueError):  # pydantic says what is wrong with it
            return datetime.fromisoformat(value.strip()).date()
    return value


Day = Annotated[date, BeforeValidator(_day)]


def _without_region(value: object) -> object:
    """ "en-US", "EN" and "en_GB" are "en"."""
    return re.split("[-_]", value.strip())[0].lower() if isinstance(value, str) else value


class _Shortened:
    """A long text or tuple as it is printed: its head, and how much there is."""

    def __init__(self, value: str | tuple[Any, ...]) -> None:
        self.value = value

    def __repr__(self) -> str:
        value = self.value
        if isinstance(value, str):
            whole = len(value) <= _PRINTED
            return repr(value) if whole else f"{value[:_PRINTED]!r}… {len(value):,} characters"
        if len(value) <= _PRINTED_ITEMS:
            return repr(value)
        return f"({', '.join(map(repr, value[:_PRINTED_ITEMS]))}, … {len(value):,} in all)"


class Record(BaseModel):
    """The base of all models: frozen, strict, no unknown fields."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    _fields: ClassVar[set[str]]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls._fields = set(cls.model_fields)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """What is worth printing: fields that are not as by default, long ones cut short."""
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            field = fields.get(name or "")
            if field is None or value != field.get_default(call_default_factory=True):
                yield name, _Shortened(value) if isinstance(value, str | tuple) else value

    def __str__(self) -> str:
        return repr(self)

    def model_post_init(self, context: Any, /) -> None:
        """Lets all records of a class share one set of fields: pydantic keeps a set of those that
        were given in each record, which was half the memory of a claim, and asked for by nobody.
        """
        object.__setattr__(self, "__pydantic_fields_set__", self._fields)


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
        """The words that stand there."""
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

    `id` tells it from every other article of the batch. `published` is the day that
    "Tuesday" and "last week" are read against; without it they stay partial dates.
    `revised` is the day of the version at hand, where that is told. Both may be given as
    "2024-02-17". `country` (ISO 3166-1 alpha-2) says whose holidays its reporters mean, `language`
    is the ISO 639 code ("en", or "en-US"). Any text will do, but for half characters (lone
    surrogates), which are refused: no file could hold the report.
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
        """The words that the spans of a claim of that part count: the text, or the title."""
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
    """On which side of the figure named a hedge puts the true one."""

    BELOW = "below"
    AROUND = "around"
    ABOVE = "above"


class Quantity(Record):
    """The figures as written, with what the words do to them.

    "about 6,000" is low = high = 6000, `approximate`; "nearly 10,000" adds `side` below;
    "more than 2,000" is low 2000, no high, `low_inclusive` false; "at least 15" is low 15;
    "as many as 10,000" is high 10000, no low; "dozens" is low 24, `vague`.

    `unit` is `person`, `USD`, `percent`, `mile`, …, or `None` where the words name none;
    `per` makes a rate: `day`, `100000 people`.
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
    """The days a claim speaks of, from `start` to `end`, both included.

    Where the text has no publication date, "Tuesday" stays a partial date: `start` and `end`
    are `None` and `pattern` holds what is known, as TIMEX3 writes it (`XXXX-WXX-2`,
    `XXXX-12-26`, `XXXX-12`).
    """

    start: date | None = None
    end: date | None = None
    pattern: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.start is None and self.end is None and self.pattern is None:
            raise ValueError("a period needs a first day, a last day or a pattern")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")
        return self

    def days(self) -> Interval[date] | None:
        """The days as an interval; `None` for a partial date."""
        if self.start is None and self.end is None:
            return None
        return Interval(self.start, self.end)


class Change(StrEnum):
    """Which way a verb of change moves the figure: "rose 3%", "fell by 200"."""

    UP = "up"
    DOWN = "down"


class QuantityMention(Record):
    """One quantity as it stands in a text.

    `span` reaches from the hedge to the counted noun, `figure` holds the bare figure.
    `subject` is what is counted, as written, at `subject_span`. `restates` is the span of an
    earlier mention that this one gives again in another unit ("1,000 miles (1,600 km)");
    `part_of` that of the whole it belongs to ("50 wounded, including 11 children").
    `rule` names the rule that read it.
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
    """Why the days of a time expression are not those of what its sentence tells.

    `QUOTED` is told from the day of a speaker, which the text does not name ("today" in a
    quotation), `STAMP` dates a post, an update or the article, `BOUND` is a limit ("since
    Monday", "by Friday"), `MODIFIER` is a year that only says which one ("the 2016 nominee"),
    `DAY_OR_MONTH` is a date in figures that two countries read in two ways, where the country
    is not known.
    """

    QUOTED = "quoted"
    STAMP = "stamp"
    BOUND = "bound"
    MODIFIER = "modifier"
    DAY_OR_MONTH = "day_or_month"


class TimeExpression(Record):
    """One expression of time as it stands in a text.

    `value` is its TIMEX3 value (`2023-12-26`, `2023-W51-WE`, `P3D`, `PRESENT_REF`) or `None`
    where TIMEX3 has none; `start` and `end` are the first and last day it names, `None`
    where the calendar cannot tell. `modifier` is `early`, `late`, `about`, `before`, ….
    `caution` says why these days may not be those of the event that the sentence tells.
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
            return Period(start=self.start, end=self.end)
        if self.value is not None and self.value.startswith("XXXX"):
            return Period(pattern=self.value)
        return None


class Section(StrEnum):
    """Which part of the page a sentence belongs to."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Status(StrEnum):
    """How the text stands to the figure it prints.

    *Retracted*: taken back or corrected in the same text. *Denied*: "denied that 40 had died".
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
    """Where in the course of events the words put a figure: "initially", "had shrunk to"."""

    START = "start"
    LATER = "later"


class Scope(StrEnum):
    """Whether a figure covers all of its subject, a part of it, or those beyond a first figure."""

    PART = "part"
    OTHERS = "others"


class AsOf(StrEnum):
    """How a text tells as of when a figure holds, the strongest first; see `factcheck.asof`."""

    TOLD = "told"
    STATE = "state"
    SAID = "said"
    PRINTED = "printed"


Named = Literal["clause", "sentence", "paragraph"]  # where a time is named, the nearest first


class Question(Record):
    """What a claim answers, in base forms: the features by which claims are linked.

    `head` is the noun counted and `modifiers` what restricts it ("National Guard" officers);
    `measured` holds the words of what a sum, share or measure is the size of, or of whoever does
    what a day is told of; `names` are the
    names in the sentence;
    `predicate` is the verb that governs it and `patient` whether it is done to the counted;
    `place` holds the words of the place, `body` the group whose size is given, `clause` the
    content words of the clause. A distance is counted from its `origin` in the direction of its
    `bearing` ("northeast"), and what lies at its other end is `measured`. `bound` tells that a day
    only bounds what happened ("until Monday"), `ahead` that it is planned, forecast or expected,
    `earlier` that it is told of an earlier time ("a year before"), `presumed` that it is only
    feared or thought to be so, `dated` that its own sentence names the time. What the text does not
    say stays `None` or empty.
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

    `span` is the figure with its hedge and noun, `quote` the words there, `sentence` the span
    of the sentence, all in the `part` of the article that it stands in:
    `article.part(claim.part)[start:end] == quote`. `when` is the time of the event, named at
    `when_in`; `as_of` when the figure holds, found by `as_of_by`, with its `as_of_time` (TIMEX3:
    `14:00`, `MO`) and the `progress` of a count in percent; `reference` the period that a
    statistic covers. `place`, `subject` and `attribution` (who is quoted) are as written;
    `question` holds what it is linked by, `rule` what found it. `name` is made from outlet,
    sentence and figure (`factcheck.naming`): decisions of an editor go by it. A subclass for each
    kind fixes `kind` and may add fields of its own.
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

    @property
    def id(self) -> str:
        """Where the claim stands: the same from run to run, and another in another file."""
        part = "" if self.part is Part.TEXT else self.part.value
        return f"{self.article_id}:{part}{self.span.start}-{self.span.end}:{self.kind}"

    def _repr_html_(self) -> str | None:
        # A notebook asks the claim itself; the view, which knows claims, answers.
        from factcheck.report.html import claim_fragment

        return claim_fragment(self)
