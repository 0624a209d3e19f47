"""Levels for the times of two answers that differ."""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck.linkage.days import gap_in_days
from factcheck.linkage.evidence import Level
from factcheck.linkage.features import Features
from factcheck.linkage.figures import is_larger_in_later_print
from factcheck.linkage.model import comparison


def time_levels(left: Features, right: Features) -> Iterator[Level]:
    """Levels for how far apart two days lie, on a scale on which a year is 1; and for whether the
    sentences of two figures both name a time, and the larger one was printed later."""
    if left.figure is None:
        days = gap_in_days(left.claim.when, right.claim.when)
        if days is not None:
            yield Level("days_between", math.log1p(days) / math.log1p(comparison().year), "")
        if days == 1:
            yield Level("next_day", 1.0, "")
        return
    if left.claim.question.dated and right.claim.question.dated:
        yield Level("both_dated", 1.0, "")
    if is_larger_in_later_print(left, right):
        yield Level("later_larger", 1.0, "")
