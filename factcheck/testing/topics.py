"""The topics of generated news, as data: the questions of an event, and their wordings.

A wording is a sentence with slots in braces. `{figure}` takes a figure with or without a hedge,
`{bare}` one without ("the {bare} passengers"), `{day}` a day with its preposition, `{clock}` a
time of day; `{things}` is one of the fact's nouns, and every other slot is a name of the topic's
setting. `{before}` is the earlier figure in a wording that states a change, `{part}` the figure
of a part.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Literal, Self

from pydantic import Field, model_validator

from factcheck.errors import ConfigurationError
from factcheck.kinds import Movement
from factcheck.lexicon import Lexicon, parse

_DATA = files("factcheck.testing").joinpath("data")


class Sort(StrEnum):
    """How the answer to a fact's question is written."""

    COUNT = "count"
    MONEY = "money"
    MEASURE = "measure"
    BARE = "bare"
    DAY = "day"
    CLOCK = "clock"


class TopicPart(Lexicon):
    """A part of what a fact counts: "among them {part} children"."""

    asks: str
    wordings: tuple[str, ...] = Field(min_length=1)


class Decoy(Lexicon):
    """A figure that looks like the fact's own and answers another question."""

    asks: str
    wordings: tuple[str, ...] = Field(min_length=1)


class Fact(Lexicon):
    """One question of an event, with its possible answers and its wordings.

    True figures run from `figures[0]` to `figures[1]` by `step`. `grew` and `shrank` state a
    change within one sentence, `headline` wordings are for headlines.
    """

    asks: str
    sort: Sort = Sort.COUNT
    movement: Movement = Movement.FIXED
    figures: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    step: Decimal = Decimal(1)
    unit: str | None = None
    things: tuple[str, ...] = ("people",)
    wordings: tuple[str, ...] = Field(min_length=4)
    headline: tuple[str, ...] = ()
    grew: tuple[str, ...] = ()
    shrank: tuple[str, ...] = ()
    part: TopicPart | None = None
    decoy: Decoy | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        """Checks that figures are in order and that a measure, and nothing else, has a unit."""
        if self.sort not in (Sort.DAY, Sort.CLOCK) and not 0 < self.figures[0] < self.figures[1]:
            raise ValueError("figures must be two figures above 0, the lower one first")
        if (self.sort is Sort.MEASURE) != (self.unit is not None):
            raise ValueError("a measure, and nothing else, names its unit")
        return self


class Topic(Lexicon):
    """One sort of event. `setting` lists names of which a bundle takes one each."""

    name: str
    currency: Literal["USD", "GBP", "EUR"] = "USD"
    setting: Mapping[str, tuple[str, ...]]
    headlines: tuple[str, ...] = Field(min_length=5)
    leads: tuple[str, ...] = Field(min_length=5)
    asides: tuple[str, ...] = Field(min_length=8)
    facts: tuple[Fact, ...] = Field(min_length=6)


class Outlet(Lexicon):
    """A paper and its house style."""

    name: str
    english: Literal["us", "uk"]
    spell_below: int
    day: Literal["bare", "weekday", "weekday_date", "date", "yesterday"]
    title: bool
    dateline: str = ""


class VagueWord(Lexicon):
    """A vague word: at least `low`; a paper writes it for true figures `first` to `last`."""

    word: str
    low: Decimal
    first: Decimal
    last: Decimal


class TopicUnit(Lexicon):
    """A unit in both spellings, and the one it is converted into: `factor` of it make one."""

    us: tuple[str, ...]
    uk: tuple[str, ...]
    other: str | None = None
    factor: Decimal | None = None


class TopicWords(Lexicon):
    """The words that all topics share."""

    ones: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    tens: tuple[str, ...]
    small: tuple[str, ...]
    speakers: tuple[str, ...]
    reporting: tuple[str, ...]
    outlets: tuple[Outlet, ...]
    hedges: Mapping[str, tuple[str, ...]]
    headline_hedges: Mapping[str, tuple[str, ...]]
    vague: tuple[VagueWord, ...]
    units: Mapping[str, TopicUnit]
    currencies: Mapping[str, str]


@cache
def words() -> TopicWords:
    """The shared words, read once."""
    return parse(
        _DATA.joinpath("words.toml").read_text("utf-8"), TopicWords, "testing/data/words.toml"
    )


def month_of(day: date) -> str:
    """The English name of a month in any locale: "January"."""
    return words().months[day.month - 1]


def weekday_of(day: date) -> str:
    """The English name of a weekday in any locale: "Monday"."""
    return words().weekdays[day.weekday()]


@cache
def topic_names() -> tuple[str, ...]:
    """The names of all topics, in alphabetical order."""
    found = _DATA.joinpath("topics").iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in found if f.name.endswith(".toml")))


@cache
def topic(name: str) -> Topic:
    """One topic by its name. Raises `ConfigurationError` for one that does not exist."""
    if name not in topic_names():
        known = ", ".join(topic_names())
        raise ConfigurationError("topics", f"there is no topic {name!r}; write one of {known}")
    source = f"testing/data/topics/{name}.toml"
    return parse(_DATA.joinpath("topics", f"{name}.toml").read_text("utf-8"), Topic, source)
