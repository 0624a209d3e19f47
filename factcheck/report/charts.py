"""Charts of a group, by Altair: the positions on a line, and the figure over time.

They are drawn in plain colours on white, so that they can stand anywhere; the report's own page
puts its colours of day and night in their place (see `PALETTE`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError
from factcheck.report.extras import needed_for
from factcheck.report.labels import places
from factcheck.report.strips import Axis, Course, PlottedMoment, Row, Strip, course_of, strip_of
from factcheck.report.wording import MONTHS
from factcheck.results import Group

if TYPE_CHECKING:
    import altair

INK, MUTED, GRID, PAPER = "#1b1e23", "#545b66", "#dcdfe4", "#ffffff"
# Distinct also for those who see no red or no green, and 4.5 to 1 against white. The last one
# serves every position from the eighth on: nobody could distinguish more colours.
PALETTE = (
    "#0b5cad", "#b3400e", "#17734a", "#8e3a9d", "#7d6200", "#00727d", "#b01e5a", "#555e68",
)  # fmt: skip
WIDTH = 330  # a phone's card: anywhere else it is drawn larger
ROW = 46  # height of a row: a line of text, and the dots below it
_TEXT, _MARK = 10, 35  # where the two stand in a row
_DOT = 7
_OVER_TIME = (WIDTH - 50, 180)  # width and height of a time line
_AT_SIDES, _STEP_AT_SIDES = 40, 0.6  # its room left and right: in pixels, in steps
_BELOW = 14  # room under the lowest figure of a time line, for its label
_LOG_FROM = 40  # times between the smallest and the largest figure
# A text is drawn twice, first as a rim in the colour of the paper: grid lines stop before it.
_LEGIBLE: tuple[dict[str, Any], ...] = (
    {"color": PAPER, "stroke": PAPER, "strokeWidth": 4},
    {"color": INK},
)
# 14,700,000,000 as papers print it; d3 would say "14.7G".
_FIGURE = (
    "abs(datum.value) >= 1e12 ? format(datum.value, '.2e') : "
    "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',~r') + ' bn' : "
    "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',~r') + ' m' : "
    "format(datum.value, ',~r')"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?=\d)")
_MONTH = re.compile(rf"(?<=\d )(?:{'|'.join(MONTHS)})[a-z]+(?= \d)")
_CLOCK = "floor(datum.value / 60) + ':' + format(datum.value % 60, '02d')"


def colour(index: int) -> str:
    """The colour of a position by its index in the group, from 0."""
    return PALETTE[min(index, len(PALETTE) - 1)]


def chart(group: Group, *, over_time: bool = False) -> altair.LayerChart:
    """The strip plot of a group's positions or, `over_time`, the line of its stated changes.

    Raises `InputError` where there is nothing to draw, `MissingExtraError` without Altair.
    """
    if over_time:
        course = course_of(group)
        if course is None:
            raise InputError(
                f"no change over time is stated for {group.label!r}: leave over_time out"
            )
        return time_line(course)
    strip = strip_of(group)
    if strip is None:
        raise InputError(
            f"{group.label!r} has fewer than two positions on one line: list group.positions"
        )
    return strip_plot(strip)


@dataclass(frozen=True)
class _Domain:
    """The range of an axis, from `low` to `high`, logarithmic if `log`."""

    low: float
    high: float
    log: bool = False


def strip_plot(strip: Strip) -> altair.LayerChart:
    """A strip plot with a row for each position: its stretch, its open end, a dot for each origin.

    Copies are faint dots on top of those of their origin.
    """
    alt = _altair()
    domain = _domain(strip.rows, figures=strip.axis is Axis.FIGURES)
    height = ROW * len(strip.rows)
    x = alt.X("x:Q", scale=_scale(domain), axis=_x_axis(strip, domain))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, height], reverse=True, nice=False), axis=None)
    paint = alt.Color("colour:N", scale=None, legend=None)
    labels = [
        {"y": step * ROW + _TEXT, "text": _short(r.answer)} for step, r in enumerate(strip.rows)
    ]

    def layer(values: Iterable[dict[str, Any]]) -> Any:
        return alt.Chart(alt.InlineData(values=list(values)))

    layers = [
        layer(_stretches(strip.rows))
        .mark_rule(strokeWidth=12, opacity=0.3)
        .encode(x=x, x2="x2:Q", y=y, color=paint),
        layer(_arrows(strip.rows, domain))
        .mark_rule(strokeWidth=2)
        .encode(x=x, x2="x2:Q", y=y, color=paint),
        *(
            layer(heads)
            .mark_point(shape=shape, filled=True, size=70, opacity=1)
            .encode(x=alt.X("x2:Q", scale=_scale(domain)), y=y, color=paint)
            for shape, heads in _heads(strip.rows, domain)
        ),
        layer(_dots(strip.rows))
        .mark_point(filled=True, size=64, stroke=PAPER, strokeWidth=1)
        .encode(x=x, y=y, color=paint, opacity=alt.Opacity("opacity:Q", scale=None)),
        *(
            layer(labels)
            .mark_text(align="left", fontSize=12, limit=WIDTH, **look)
            .encode(x=alt.value(0), y=y, text="text:N")
            for look in _LEGIBLE
        ),
    ]
    return _finished(alt.layer(*layers).properties(width=WIDTH, height=height))


def time_line(course: Course) -> altair.LayerChart:
    """The figure over time, with a stroke from each figure to the one it became."""
    alt = _altair()
    days = all(moment.day is not None for moment in course.moments)
    x = _over_days(course) if days else _over_steps(course)
    domain = _domain([moment.row for moment in course.moments], figures=True)

    def point(moment: PlottedMoment, **more: object) -> dict[str, object]:
        """The data of one point of the line; the dot of an answer with an open end is hollow."""
        when = moment.day if days else _step_name(moment.step)
        own = colour(moment.row.index)
        bound = moment.row.low is None or moment.row.high is None
        return {"x": when, "y": moment.row.at, "text": moment.row.answer, "colour": own,
                "fill": PAPER if bound else own, **more}  # fmt: skip

    y = alt.Y("y:Q", scale=_scale(domain), axis=_y_axis(domain))
    strokes = [
        point(moment, move=number) for number, move in enumerate(course.moves) for moment in move
    ]
    drawn = [point(moment) for moment in course.moments]
    sides = places(
        [(*_pixels(moment, course, domain), moment.row.answer) for moment in course.moments]
    )

    def layer(values: Iterable[dict[str, object]]) -> Any:
        return alt.Chart(alt.InlineData(values=list(values)))

    layers = [
        layer(strokes)
        .mark_line(color=MUTED, strokeWidth=2, strokeDash=[5, 3])
        .encode(x=x, y=y, detail="move:N"),
        # A bound is hollow: the figure is on one side of it, nobody says where.
        layer(drawn)
        .mark_point(size=70, opacity=1, strokeWidth=2)
        .encode(
            x=x,
            y=y,
            stroke=alt.Stroke("colour:N", scale=None, legend=None),
            fill=alt.Fill("fill:N", scale=None, legend=None),
        ),
        *(
            layer(drawn[number] for number in sides if sides[number] == side)
            .mark_text(dy=side, fontSize=11, **look)
            .encode(x=x, y=y, text="text:N")
            for side in sorted(set(sides.values()))
            for look in _LEGIBLE
        ),
    ]
    return _finished(alt.layer(*layers).properties(width=_OVER_TIME[0], height=_OVER_TIME[1]))


def _over_days(course: Course) -> Any:
    """The time axis in proportion, where every figure has its day."""
    alt = _altair()
    ticks = sorted({moment.day for moment in course.moments if moment.day is not None})
    axis = alt.Axis(values=ticks, format="%-d %b", title=None, labelOverlap=True, offset=_BELOW)
    return alt.X("x:T", scale=alt.Scale(type="utc", padding=_AT_SIDES), axis=axis)


def _over_steps(course: Course) -> Any:
    """The time axis in steps: "at first" and "later" have an order, but no day."""
    alt = _altair()
    steps = list(dict.fromkeys(_step_name(moment.step) for moment in course.moments))
    axis = alt.Axis(title=None, labelAngle=0, offset=_BELOW)
    return alt.X("x:O", sort=steps, scale=alt.Scale(padding=_STEP_AT_SIDES), axis=axis)


def _y_axis(domain: _Domain) -> Any:
    """The vertical axis of figures."""
    return _altair().Axis(
        title=None, labelExpr=_FIGURE, domain=False, ticks=False, offset=6, **_ticks(domain, 4)
    )


def _ticks(domain: _Domain, number: int) -> dict[str, Any]:
    """The ticks of an axis, about `number` of them; on a logarithmic scale 1, 2, 5, 10, … or powers
    of ten alone."""
    if not domain.log:
        return {"tickCount": number}
    powers = range(math.floor(math.log10(domain.low)), math.ceil(math.log10(domain.high)))
    fine, coarse = (
        [
            step * 10.0**power
            for power in powers
            for step in steps
            if domain.low <= step * 10.0**power <= domain.high
        ]
        for steps in ((1, 2, 5), (1,))
    )
    every = max(1, len(coarse) // number)
    return {"values": fine if len(fine) <= number + 2 else coarse[::every]}


def _pixels(moment: PlottedMoment, course: Course, domain: _Domain) -> tuple[float, float]:
    """The pixel at which a moment is drawn, by the scales of the chart."""
    width, height = _OVER_TIME
    days = [each.day for each in course.moments if each.day is not None]
    if moment.day is not None and len(days) == len(course.moments):
        share = (moment.day - min(days)) / ((max(days) - min(days)) or 1)
        x = _AT_SIDES + share * (width - 2 * _AT_SIDES)
    else:
        steps = list(dict.fromkeys(each.step for each in course.moments))
        step = width / (len(steps) - 1 + 2 * _STEP_AT_SIDES)
        x = (steps.index(moment.step) + _STEP_AT_SIDES) * step
    low, high, at = domain.low, domain.high, moment.row.at
    if domain.log:
        low, high, at = math.log(low), math.log(high), math.log(at)
    return x, height * (high - at) / (high - low)


def _altair() -> Any:
    """The module `altair`. Raises `MissingExtraError` without it."""
    with needed_for("A chart", "report"):
        import altair
    return altair


def _finished(drawn: altair.LayerChart) -> altair.LayerChart:
    """The chart with the colours, sizes and fonts that all charts share."""
    finished: altair.LayerChart = (
        drawn.configure(background=PAPER, aria=False, font="sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=MUTED,
            titleColor=MUTED,
            gridColor=GRID,
            domainColor=MUTED,
            tickColor=MUTED,
            labelFontSize=11,
            titleFontSize=11,
            titleFontWeight="normal",
        )
    )
    return finished


def _domain(rows: Iterable[Row], *, figures: bool) -> _Domain:
    """The range of an axis, from a little below the least to a little above the largest value
    drawn."""
    shown = [end for row in rows for end in (row.low, row.high, row.at) if end is not None]
    low, high = min(shown), max(shown)
    if figures and low > 0 and high / low > _LOG_FROM:
        room = (high / low) ** 0.1
        return _Domain(low / room, high * room, log=True)
    room = (high - low) * 0.1 or abs(high) * 0.1 or 1
    # A crowd of fewer than none would be drawn otherwise.
    below = max(0.0, low - room) if low >= 0 else low - room
    return _Domain(below, high + room)


def _scale(domain: _Domain) -> Any:
    """The scale of a domain, linear or logarithmic."""
    kind = "log" if domain.log else "linear"
    return _altair().Scale(type=kind, domain=[domain.low, domain.high], nice=False, zero=False)


def _x_axis(strip: Strip, domain: _Domain) -> Any:
    """The horizontal axis of a strip: days, clock times in round steps, or figures with their
    unit."""
    alt = _altair()
    shared = {"labelOverlap": True, "labelFlush": False, "tickSize": 4}
    if strip.axis is Axis.DAYS:
        days = _days(domain)
        return alt.Axis(title=None, values=days, labelExpr=_day_label(days), **shared)
    if strip.axis is Axis.CLOCK:
        span = domain.high - domain.low
        step = next((s for s in (5, 15, 30, 60) if span / s <= 6), 180)
        first = math.ceil(domain.low / step) * step
        hours = list(range(first, int(domain.high) + 1, step))
        return alt.Axis(title=None, values=hours, labelExpr=_CLOCK, **shared)
    unit = "" if strip.unit in ("person", "") else strip.unit
    title = ", ".join(filter(None, (unit, "logarithmic scale" if domain.log else "")))
    return alt.Axis(title=title or None, labelExpr=_FIGURE, **_ticks(domain, 5), **shared)


def _short(answer: str) -> str:
    """The short form of an answer for a chart; the list beside it has weekdays and months in
    full."""
    return _MONTH.sub(lambda found: found[0][:3], _WEEKDAY.sub("", answer))


def _day_label(days: Sequence[float]) -> str:
    """The label of a tick for a day; without the year where all days are of one."""
    label = f"utcdate(datum.value) + ' ' + {list(MONTHS)!r}[utcmonth(datum.value)]"
    years = {datetime.fromtimestamp(day / 1000, UTC).year for day in (days[0], days[-1])}
    return label if len(years) == 1 else f"{label} + ' ' + utcyear(datum.value)"


def _days(domain: _Domain) -> list[float]:
    """The ticks for at most four days, each at its noon, the middle of the stretch drawn for it."""
    day = 86_400_000
    first, last = math.ceil(domain.low / day - 0.5), math.floor(domain.high / day - 0.5)
    step = max(1, math.ceil((last - first + 1) / 4))
    return [(number + 0.5) * day for number in range(first, last + 1, step)]


def _stretches(rows: Sequence[Row]) -> Iterable[dict[str, Any]]:
    """A line for each answer that is a range, from its lower to its upper end."""
    for step, row in enumerate(rows):
        if row.low is not None and row.high is not None and row.low < row.high:
            yield {"x": row.low, "x2": row.high, "y": step * ROW + _MARK,
                   "colour": colour(row.index)}  # fmt: skip


def _arrows(rows: Sequence[Row], domain: _Domain) -> Iterable[dict[str, Any]]:
    """A line for each answer with one open end, from the end that is known to the edge of the
    chart."""
    for step, row in enumerate(rows):
        mark = {"y": step * ROW + _MARK, "colour": colour(row.index)}
        if row.high is None and row.low is not None:
            yield {"x": row.low, "x2": domain.high, **mark}
        if row.low is None and row.high is not None:
            yield {"x": row.high, "x2": domain.low, **mark}


def _heads(rows: Sequence[Row], domain: _Domain) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    """The heads of the arrows, by their shape: to the right and to the left."""
    arrows = list(_arrows(rows, domain))
    for shape, end in (("triangle-right", domain.high), ("triangle-left", domain.low)):
        if heads := [arrow for arrow in arrows if arrow["x2"] == end]:
            yield shape, heads


def _dots(rows: Sequence[Row]) -> Iterable[dict[str, Any]]:
    """A dot for each origin of an answer and a faint one for each copy, one above the other."""
    for step, row in enumerate(rows):
        number = row.origins + row.copies
        gap = min(_DOT, (_MARK - _TEXT - 8) / max(1, number - 1))
        # Copies first: the dot of an origin is never covered by a faint one.
        for place in reversed(range(number)):
            yield {
                "x": row.at,
                "y": step * ROW + _MARK - place * gap,
                "colour": colour(row.index),
                "opacity": 1 if place < row.origins else 0.35,
            }


def _step_name(step: str) -> str:
    """The label of a step: "at first", "later", or its day."""
    if step in ("at first", "later"):
        return step
    return f"{int(step[8:])} {MONTHS[int(step[5:7]) - 1]}"
