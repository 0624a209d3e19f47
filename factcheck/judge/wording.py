"""Answers, outlets and counts in the words of a newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from factcheck.kinds import EventTime
from factcheck.models import Claim, Dimension, Period, Quantity, Side

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST_QUOTE = 160
_IN_FIGURES = frozenset({Dimension.COUNT, Dimension.RATE, Dimension.SCORE, Dimension.PERCENT})


def answer(claim: Claim) -> str:
    """What a claim answers, in as few words as will do: "about 6,000", "25 May 2021"."""
    if isinstance(claim, EventTime):
        zone = "" if claim.zone is None else f" {claim.zone}"
        return f"{'about ' if claim.approximate else ''}{claim.clock}{zone}"
    if claim.quantity is not None:
        return _quantity(claim.quantity, claim.quote)
    return claim.quote if claim.when is None else period(claim.when, claim.quote)


def _quantity(quantity: Quantity, quote: str) -> str:
    words = quote.strip(" ()[],;:-–—")
    if quantity.vague or quantity.dimension not in _IN_FIGURES:
        return words
    tail = " percent" if quantity.dimension is Dimension.PERCENT else ""
    tail += "" if quantity.per is None else f" per {quantity.per}"
    return _hedged(quantity) + tail


def _hedged(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is None:
        assert high is not None
        return f"{'at most' if quantity.high_inclusive else 'fewer than'} {figure(high)}"
    if high is None:
        return f"{'at least' if quantity.low_inclusive else 'more than'} {figure(low)}"
    text = figure(low) if low == high else f"{figure(low)} to {figure(high)}"
    if not quantity.approximate:
        return text
    hedges = {Side.BELOW: "almost", Side.ABOVE: "just over"}
    return f"{hedges.get(quantity.side or Side.AROUND, 'about')} {text}"


def figure(value: Decimal) -> str:
    """A figure with commas and without idle noughts: "1,600", "5.6"."""
    plain = value.normalize()
    return f"{plain:,f}"


def times(ratio: Decimal) -> str:
    """How large a spread is: "6.3 times"."""
    rounded = ratio.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{figure(rounded)} times"


def period(when: Period, quote: str) -> str:
    """Days as a paper prints them; a partial date in the words of the claim."""
    days = when.days()
    if days is None:
        return quote
    first, last = days.low, days.high
    if first is None or last is None:
        return f"from {_day(first)} on" if first is not None else f"until {_day(last)}"
    if first == last:
        return _day(first)
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years and first.year == last.year:
        return str(first.year)
    next_day = date.fromordinal(last.toordinal() + 1) if last < date.max else last
    if (
        first.day == 1
        and next_day.day == 1
        and (first.year, first.month) == (last.year, last.month)
    ):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date | None) -> str:
    if day is None:
        return "an unknown day"
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def quoted(claim: Claim) -> str:
    """The words of a claim, between quotation marks, cut where they run on."""
    words = " ".join(claim.quote.split())
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"


def counted(number: int, noun: str) -> str:
    """ "one origin", "3 origins"."""
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
