"""Where each thing of a chart stands, computed by hand, without drawing it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from factcheck.report.charts import (
    PALETTE,
    _arrows,
    _days,
    _Domain,
    _domain,
    _dots,
    _heads,
    _short,
    _step_name,
    _stretches,
    _ticks,
    _x_axis,
    colour,
    strip_plot,
    time_line,
)
from factcheck.report.labels import ABOVE, BELOW, places
from factcheck.report.strips import Axis, Course, PlottedMoment, Row, Strip

DAY = 86_400_000.0


def row(
    low: float | None, high: float | None, at: float, index: int = 0, origins: int = 1,
    copies: int = 0,
) -> Row:  # fmt: skip
    return Row(index, "answer", low=low, high=high, at=at, origins=origins, copies=copies)


@pytest.mark.parametrize(
    ("rows", "figures", "low", "high", "log"),
    [
        # A tenth on either side: of the distance, of the only figure, or one.
        ([row(10, 30, 20)], True, 8, 32, False),
        ([row(5, 5, 5)], True, 4.5, 5.5, False),
        ([row(-5, -5, -5)], True, -5.5, -4.5, False),
        ([row(0, 0, 0)], True, 0, 1, False),
        ([row(4, None, 4), row(None, 94, 94)], True, 0, 103, False),
        # From forty times on by powers; days never.
        ([row(1, 1, 1), row(40, 40, 40)], True, 0, 43.9, False),
        ([row(1, 1, 1), row(1024, 1024, 1024)], True, 0.5, 2048, True),
        ([row(1, 1, 1), row(1024, 1024, 1024)], False, 0, 1126.3, False),
        ([row(0, 0, 0), row(1000, 1000, 1000)], True, 0, 1100, False),
    ],
)
def test_what_a_line_shows(
    rows: list[Row], figures: bool, low: float, high: float, log: bool
) -> None:
    found = _domain(rows, figures=figures)
    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.log is log


def test_a_stretch_has_two_ends_an_arrow_one_and_a_point_none() -> None:
    rows = [row(1, 3, 2), row(2, None, 2, 1), row(None, 9, 9, 2), row(4, 4, 4, 3)]
    domain = _Domain(0, 10)
    assert [(one["x"], one["x2"], one["y"]) for one in _stretches(rows)] == [(1, 3, 35)]
    arrows = [(one["x"], one["x2"], one["y"], one["colour"]) for one in _arrows(rows, domain)]
    assert arrows == [(2, 10, 81, PALETTE[1]), (9, 0, 127, PALETTE[2])]
    heads = {shape: [one["y"] for one in found] for shape, found in _heads(rows, domain)}
    assert heads == {"triangle-right": [81], "triangle-left": [127]}
    assert [*_heads(rows[:1], domain)] == []


@pytest.mark.parametrize(
    ("origins", "copies", "places_", "faint"),
    [
        (1, 0, [0], [False]),
        # The faint ones first and at the top, seven pixels apart.
        (2, 1, [14, 7, 0], [True, False, False]),
        (1, 2, [14, 7, 0], [True, True, False]),
        # Closer where many have to fit: seventeen pixels are there.
        (5, 0, [17, 12.75, 8.5, 4.25, 0], [False] * 5),
    ],
)
def test_a_dot_for_each_origin_and_a_faint_one_for_each_copy(
    origins: int, copies: int, places_: list[float], faint: list[bool]
) -> None:
    dots = [*_dots([row(1, 1, 1), row(7, 7, 7, 1, origins=origins, copies=copies)])]
    second = dots[1:]
    assert [one["x"] for one in dots] == [1, *[7] * (origins + copies)]
    assert [46 + 35 - one["y"] for one in second] == pytest.approx(places_)
    assert [one["opacity"] < 1 for one in second] == faint
    assert {one["colour"] for one in second} == {PALETTE[1]}


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (0, 1, [0]), (0, 3, [0, 1, 2]), (0, 4, [0, 1, 2, 3]), (0, 5, [0, 2, 4]),
        (0, 8, [0, 2, 4, 6]), (0, 9, [0, 3, 6]), (0.6, 2.4, [1]), (0.5, 2.5, [0, 1, 2]),
    ],
)  # fmt: skip
def test_four_days_at_most_are_named_at_their_noon(
    first: float, last: float, shown: list[int]
) -> None:
    assert _days(_Domain(first * DAY, last * DAY)) == [(day + 0.5) * DAY for day in shown]


@pytest.mark.parametrize(
    ("low", "high", "values"),
    [
        (9, 1001, [10, 20, 50, 100, 200, 500, 1000]),
        (10, 99, [10, 20, 50]),
        (11, 49, [20]),
        # Too many: the powers of ten alone, and of many of these every other one.
        (0.5, 20000, [1, 10, 100, 1000, 10000]),
        (0.5, 2e10, [1, 1e2, 1e4, 1e6, 1e8, 1e10]),
    ],
)
def test_the_ticks_of_a_scale_of_powers_are_round(
    low: float, high: float, values: list[float]
) -> None:
    assert _ticks(_Domain(low, high, log=True), 5) == {"values": values}
    assert _ticks(_Domain(low, high), 5) == {"tickCount": 5}


def test_the_eighth_colour_serves_all_beyond_it() -> None:
    assert [colour(at) for at in (0, 6, 7, 8, 99)] == [
        PALETTE[0], PALETTE[6], PALETTE[7], PALETTE[7], PALETTE[7],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Monday 1 January 2024", "1 Jan 2024"), ("1 June", "1 June"),
        ("Sunday", "Sunday"), ("more than 2,000", "more than 2,000"),
    ],
)  # fmt: skip
def test_an_answer_in_short(answer: str, told: str) -> None:
    assert _short(answer) == told


@pytest.mark.parametrize(
    ("step", "name"),
    [("at first", "at first"), ("later", "later"), ("2024-02-07", "7 Feb"),
     ("2023-12-31", "31 Dec")],
)  # fmt: skip
def test_a_step_by_name(step: str, name: str) -> None:
    assert _step_name(step) == name


@pytest.mark.parametrize(
    ("dots", "expected"),
    [
        # A label of one letter is 6.2 wide and 13 high; a dot takes five to each side.
        ([(50, 50, "9"), (58.2, 37, "9")], {0: ABOVE, 1: ABOVE}),
        ([(50, 50, "9"), (58.0, 37, "9")], {0: BELOW, 1: ABOVE}),
        ([(50, 50, "9"), (56.2, 50, "9")], {0: ABOVE, 1: ABOVE}),
        ([(50, 50, "9"), (56.0, 50, "9")], {0: ABOVE, 1: BELOW}),
        ([(50, 50, "9"), (50, 50, "9"), (50, 50, "9")], {0: ABOVE, 1: BELOW}),
        # Edges that touch cover nothing: of a dot right below a label, and right above it.
        ([(50, 50, "9"), (50, 48.5, "9")], {0: ABOVE, 1: BELOW}),
        ([(50, 50, "9"), (50, 25.5, "9")], {0: ABOVE, 1: ABOVE}),
        ([], {}),
    ],
)
def test_a_label_stands_where_it_covers_nothing(
    dots: list[tuple[float, float, str]], expected: dict[int, int]
) -> None:
    assert places(dots) == expected


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        # Of 5, 15, 30 and 60 minutes the first of which six fit, or else every third hour.
        (0, 30, [0, 5, 10, 15, 20, 25, 30]),
        (0, 31, [0, 15, 30]),
        (10, 100, [15, 30, 45, 60, 75, 90]),
        (10, 101, [30, 60, 90]),
        (0, 181, [0, 60, 120, 180]),
        (1, 361, [60, 120, 180, 240, 300, 360]),
        (0, 361, [0, 180, 360]),
    ],
)
def test_hours_are_marked_in_round_steps(low: float, high: float, marks: list[int]) -> None:
    strip = Strip(Axis.CLOCK, "", ())
    axis = _x_axis(strip, _Domain(low, high)).to_dict()
    assert axis["values"] == marks
    assert axis["title"] is None


@pytest.mark.parametrize(
    ("unit", "log", "title"),
    [
        ("person", False, None), ("", False, None), ("mile", False, "mile"),
        ("mile", True, "mile, logarithmic scale"), ("person", True, "logarithmic scale"),
    ],
)  # fmt: skip
def test_an_axis_names_the_unit_and_the_scale(unit: str, log: bool, title: str | None) -> None:
    strip = Strip(Axis.FIGURES, unit, ())
    assert _x_axis(strip, _Domain(1, 100, log=log)).to_dict()["title"] == title


def test_a_year_stands_at_each_day_only_where_there_are_two() -> None:
    """31 December 1970 is day 364, 1 January 1971 day 365."""
    strip = Strip(Axis.DAYS, "", ())
    for first, last, year in ((363, 365, False), (364, 366, True)):
        axis = _x_axis(strip, _Domain(first * DAY, last * DAY)).to_dict()
        assert axis["labelExpr"].endswith("utcyear(datum.value)") is year
        assert axis["values"] == [(first + 0.5) * DAY, (first + 1.5) * DAY]


def layers(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    return [one for one in spec["layer"] if one["mark"]["type"] == mark]


def held(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    """The data that a layer draws."""
    found: list[dict[str, Any]] = spec["datasets"][layer["data"]["name"]]
    return found


def test_all_that_a_strip_plot_draws_stands_on_one_scale() -> None:
    """A range, an open end and a figure: a rule for each of the first two, a head, three dots and
    three texts, each text first as a rim in the colour of the paper."""
    rows = (row(10, 30, 20), row(20, None, 20, 1), row(25, 25, 25, 2))
    spec = strip_plot(Strip(Axis.FIGURES, "mile", rows)).to_dict()
    assert (spec["width"], spec["height"]) == (330, 3 * 46)
    assert [one["mark"]["type"] for one in spec["layer"]] == [
        "rule", "rule", "point", "point", "text", "text",
    ]  # fmt: skip
    scales = [
        one["encoding"]["x"]["scale"] for one in spec["layer"] if "field" in one["encoding"]["x"]
    ]
    assert scales == [{"domain": [8, 32], "nice": False, "type": "linear", "zero": False}] * 4
    downwards = {"domain": [0, 138], "nice": False, "reverse": True}
    assert all(one["encoding"]["y"]["scale"] == downwards for one in spec["layer"])
    assert [len(held(spec, one)) for one in spec["layer"]] == [1, 1, 1, 3, 3, 3]
    head, dots = layers(spec, "point")
    assert head["mark"]["shape"] == "triangle-right"
    assert head["encoding"]["x"]["field"] == "x2"
    assert dots["encoding"]["x"]["field"] == "x"
    rim, ink = (one["mark"] for one in layers(spec, "text"))
    assert (rim["color"], rim["stroke"], ink["color"]) == ("#ffffff", "#ffffff", "#1b1e23")
    assert "stroke" not in ink
    assert rim["limit"] == ink["limit"] == 330
    texts = held(spec, layers(spec, "text")[0])
    assert [one["y"] for one in texts] == [10, 56, 102]
    assert spec["config"]["background"] == "#ffffff"


def test_a_time_line_draws_each_move_by_itself_and_a_bound_hollow() -> None:
    first, second = row(10, 10, 10), row(20, None, 20, 1)
    moments = (
        PlottedMoment(first, "2024-02-07", 10 * DAY),
        PlottedMoment(second, "2024-02-08", 11 * DAY),
    )
    spec = time_line(Course("mile", moments, (moments, (moments[1], moments[0])))).to_dict()
    (line,) = layers(spec, "line")
    assert [(one["move"], one["x"], one["y"]) for one in held(spec, line)] == [
        (0, 10 * DAY, 10), (0, 11 * DAY, 20), (1, 11 * DAY, 20), (1, 10 * DAY, 10),
    ]  # fmt: skip
    assert line["encoding"]["detail"]["field"] == "move"
    assert line["encoding"]["x"]["axis"]["values"] == [10 * DAY, 11 * DAY]
    (points,) = layers(spec, "point")
    drawn = [(one["colour"], one["fill"]) for one in held(spec, points)]
    assert drawn == [(PALETTE[0], PALETTE[0]), (PALETTE[1], "#ffffff")]
    # Where one has no day all stand in steps, in their order and once each.
    steps = (replace(moments[1], step="later", day=None), moments[0], moments[0])
    spec = time_line(Course("mile", steps, ((steps[0], steps[1]),))).to_dict()
    (axis,) = layers(spec, "line")
    assert axis["encoding"]["x"]["sort"] == ["later", "7 Feb"]
    assert [one["x"] for one in held(spec, axis)] == ["later", "7 Feb"]
