"""Quantities and periods in a few characters, for columns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.models import Dimension, Period, Quantity, Side

HEDGES = {Side.BELOW: "just below ", Side.ABOVE: "just above ", Side.AROUND: "about "}


def quantity_text(quantity: Quantity) -> str:
    """The figures with bounds, unit and rate: "> 2,000", "about 6,000", "≤ 10,000 per day"."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        figures = number_text(low) if low == high else f"{number_text(low)}–{number_text(high)}"
    elif low is not None:
        figures = f"{'≥' if quantity.low_inclusive else '>'} {number_text(low)}"
    else:
        assert high is not None
        figures = f"{'≤' if quantity.high_inclusive else '<'} {number_text(high)}"
    if quantity.approximate:
        figures = HEDGES[quantity.side or Side.AROUND] + figures
    unit = quantity.unit
    if quantity.dimension is Dimension.PERCENT:
        figures += "%"
    elif unit is not None and unit != "person":
        figures += f" {unit}"
    return f"{figures} per {quantity.per}" if quantity.per else figures


def number_text(number: Decimal) -> str:
    """A figure with its thousands apart and no idle zeros: "1,600", "0.4"."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def period_text(period: Period) -> str:
    """The days: "26 Dec 2023", "23–24 Dec 2023", "1 Jan – 30 Nov 2023", "until 30 Nov 2023"."""
    start, end = period.start, period.end
    if start is None and end is None:
        return period.pattern or ""
    if start is None or end is None:
        return f"from {day_text(start)}" if start is not None else f"until {day_text(end)}"
    if start == end:
        return day_text(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_text(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day_text(end)}"
    return f"{day_text(start)} – {day_text(end)}"


# Not strftime: its names follow the locale, and the report speaks English.
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day_text(day: date | None) -> str:
    """A day: "26 Dec 2023"; empty for none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
