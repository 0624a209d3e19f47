"""The plain kinds: one for each dimension, for the mentions that no special kind claims."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import table
from factcheck.models import Claim


class Count(Claim):
    """A number of things or people."""

    kind: Literal["count"] = "count"


class Rate(Claim):
    """A number per day, hour, head or the like."""

    kind: Literal["rate"] = "rate"


class Percent(Claim):
    """A share in percent, as a fraction, or a difference in percentage points."""

    kind: Literal["percent"] = "percent"


class Money(Claim):
    """A sum of money."""

    kind: Literal["money"] = "money"


class Distance(Claim):
    """A length or a distance."""

    kind: Literal["distance"] = "distance"


class Area(Claim):
    """An area."""

    kind: Literal["area"] = "area"


class Duration(Claim):
    """A stretch of time."""

    kind: Literal["duration"] = "duration"


class Age(Claim):
    """An age of a person or thing."""

    kind: Literal["age"] = "age"


class Ordinal(Claim):
    """A rank: fourth-largest, the second to strike."""

    kind: Literal["ordinal"] = "ordinal"


class Score(Claim):
    """Votes, goals or points of one side."""

    kind: Literal["score"] = "score"


class Magnitude(Claim):
    """The magnitude of an earthquake."""

    kind: Literal["magnitude"] = "magnitude"


class Multiple(Claim):
    """A multiple: double, tenfold, three times as many."""

    kind: Literal["multiple"] = "multiple"


class Measure(Claim):
    """Any other measure: weight, volume, temperature, speed, energy, power, data."""

    kind: Literal["measure"] = "measure"


PLAIN = table(
    __package__,
    Rate, Count, Percent, Money, Distance, Area, Duration, Age, Ordinal, Score, Magnitude, Multiple,
    Measure,
    folder="plain_data/",
)  # fmt: skip
