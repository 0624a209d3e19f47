"""One true figure, and the many ways in which papers may state it without contradicting it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from factcheck.testing.topics import words


class AnswerForm(StrEnum):
    """The form in which a figure is stated."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True)
class NewsAnswer:
    """One answer as a paper gives it: figures as written, or a day, or a time of day."""

    form: AnswerForm = AnswerForm.EXACT
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    day: date | None = None
    clock: time | None = None

    @classmethod
    def exact(cls, figure: Decimal, unit: str | None = None) -> NewsAnswer:
        """The figure itself."""
        return cls(AnswerForm.EXACT, figure, figure, unit)


# How far from the true figure a careful desk lets the words go, as a share of it. A bound may
# lie further off than a rounded figure.
_ABOUT = Decimal("0.07")
_UNHEDGED = Decimal("0.03")
_BOUND = Decimal("0.15")
_RANGE = Decimal("0.35")
# Below this nobody rounds: seven dead are not "about ten".
_LEAST_ROUNDED = 20


def answers_to(figure: Decimal, unit: str | None = None) -> tuple[NewsAnswer, ...]:
    """The ways to state a true figure, the plain one first; all of them hold it."""
    found = [NewsAnswer.exact(figure, unit)]
    if figure < _LEAST_ROUNDED:
        return tuple(found)
    for form, rounding, share in (
        (AnswerForm.ABOUT, ROUND_HALF_EVEN, _ABOUT),
        (AnswerForm.OVER, ROUND_FLOOR, _BOUND),
        (AnswerForm.AT_LEAST, ROUND_FLOOR, _BOUND),
        (AnswerForm.NEARLY, ROUND_CEILING, _ABOUT),
        (AnswerForm.UP_TO, ROUND_CEILING, _BOUND),
    ):
        near = _round(figure, rounding, share, _steps(figure))
        if near is not None:
            low = None if form is AnswerForm.UP_TO else near
            high = None if form in (AnswerForm.OVER, AnswerForm.AT_LEAST) else near
            found.append(NewsAnswer(form, low, high, unit))
    found.extend(_ranges(figure, unit))
    if unit is None:
        found.extend(
            NewsAnswer(AnswerForm.VAGUE, vague.low, None)
            for vague in words().vague
            if vague.first <= figure <= vague.last
        )
    return tuple(found)


def rounded(figure: Decimal, unit: str | None = None) -> NewsAnswer | None:
    """The figure rounded without a hedge, as papers do with large ones; `None` for small ones."""
    if figure < 1000:
        return None
    near = _round(figure, ROUND_HALF_EVEN, _UNHEDGED, _tens(figure))
    return None if near is None else NewsAnswer.exact(near, unit)


def converted(figure: Decimal, unit: str) -> NewsAnswer | None:
    """A figure in the other unit that papers give beside `unit` (miles, kilometres), to as many
    digits as they would print; `None` where there is no other."""
    found = words().units[unit]
    if found.other is None or found.factor is None:
        return None
    exact = figure * found.factor
    places = Decimal("0.1") if exact < 10 else Decimal(1)
    near = exact.quantize(places, ROUND_HALF_EVEN)
    return NewsAnswer.exact(near, found.other)


def _ranges(figure: Decimal, unit: str | None) -> Iterator[NewsAnswer]:
    """A range around a figure between two round numbers, if one is narrow enough; yields at most
    one."""
    for step in _steps(figure):
        low = (figure / step).to_integral_value(ROUND_FLOOR) * step
        if low and low < figure < low + step and step <= figure * _RANGE:
            yield NewsAnswer(AnswerForm.RANGE, low, low + step, unit)
            return


def _round(
    figure: Decimal, rounding: str, share: Decimal, steps: Iterator[Decimal]
) -> Decimal | None:
    """The roundest figure that lies within `share` of the true one, but is not the same."""
    for step in steps:
        near = (figure / step).to_integral_value(rounding) * step
        # Upwards, half a step at most: 65,170 is not "nearly 66,000".
        most = step / 2 if rounding == ROUND_CEILING else step
        if near and near != figure and abs(near - figure) <= min(share * figure, most):
            return near
    return None


def _tens(figure: Decimal) -> Iterator[Decimal]:
    """The steps of the decimal system, the coarsest first: …, 1,000, 100, 10."""
    for exponent in range(figure.adjusted(), 0, -1):
        yield Decimal(10) ** exponent


def _steps(figure: Decimal) -> Iterator[Decimal]:
    """The steps of round figures, the coarsest first: …, 1,000, 500, 100, 50, 10, 5."""
    for step in _tens(figure):
        yield step
        yield step / 2
