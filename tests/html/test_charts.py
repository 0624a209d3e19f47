"""What is drawn of a group: ends, dots and strokes, computed by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from factcheck import reconcile
from factcheck.errors import InputError
from factcheck.kinds import Count, EventDate, EventTime, Money
from factcheck.models import Claim, Dimension, Period, Quantity, Span
from factcheck.report.charts import PALETTE, strip_plot, time_line
from factcheck.report.labels import ABOVE, BELOW, places
from factcheck.report.strips import Axis, Row, course_of, strip_of
from factcheck.results import Group, Origin, Position, Report, Verdict

DAY = 86_400_000


def group_of(*claims: Claim, answers: list[str] | None = None) -> Group:
    """A group in which every claim is a position of its own."""
    names = answers or [f"answer {number}" for number in range(len(claims))]
    return Group(
        id="g",
        label="something",
        kind=claims[0].kind,
        claims=claims,
        verdict=Verdict.CONFLICT,
        explanation="",
        origins=tuple(Origin(articles=(c.article_id,), claims=(c.id,)) for c in claims),
        positions=tuple(
            Position(
                answer=name, low=None, high=None, claims=(c.id,), publishers=(c.article_id,),
                origins=1,
            )
            for name, c in zip(names, claims, strict=True)
        ),
    )  # fmt: skip


def said(article: str, kind: type[Claim] = Count, **fields: Any) -> Claim:
    here = Span(start=0, end=5)
    return kind(
        kind=str(kind.model_fields["kind"].default), article_id=article, span=here,
        quote="words", sentence=here, rule="by hand", **fields,
    )  # fmt: skip


def number(low: str | None, high: str | None, unit: str = "person", **more: Any) -> Quantity:
    return Quantity(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        unit=unit,
        **more,
    )


def test_a_hedge_is_a_stretch_a_bound_is_open_and_copies_are_counted_apart(march: Report) -> None:
    strip = strip_of(march.groups[0])
    assert strip is not None
    assert (strip.axis, strip.unit) == (Axis.FIGURES, "person")
    # "About 900" is good to half of a hundred; two papers print one sentence.
    assert strip.rows == (
        Row(0, "more than 2,000", low=2000, high=None, at=2000, origins=1, copies=1),
        Row(1, "about 900", low=850, high=950, at=900, origins=1, copies=0),
        Row(2, "300", low=300, high=300, at=300, origins=1, copies=0),
    )


def test_figures_are_drawn_in_the_unit_of_the_first_position() -> None:
    miles = said("a", quantity=number("10", "10", "mile", dimension=Dimension.DISTANCE))
    metres = said(
        "b", quantity=number("1609.344", "1609.344", "metre", dimension=Dimension.DISTANCE)
    )
    strip = strip_of(group_of(miles, metres))
    assert strip is not None
    assert strip.unit == "mile"
    assert [row.at for row in strip.rows] == pytest.approx([10, 1])


def test_days_are_stretches_from_midnight_to_midnight() -> None:
    day = said("a", EventDate, when=Period(start=date(1970, 1, 3), end=date(1970, 1, 3)))
    weekend = said("b", EventDate, when=Period(start=date(1970, 1, 3), end=date(1970, 1, 4)))
    strip = strip_of(group_of(day, weekend))
    assert strip is not None
    assert strip.axis is Axis.DAYS
    assert [(r.low, r.at, r.high) for r in strip.rows] == [
        (2 * DAY, 2.5 * DAY, 3 * DAY),
        (2 * DAY, 3 * DAY, 4 * DAY),
    ]


def test_a_chart_names_days_in_short() -> None:
    weekend = Period(start=date(2023, 12, 30), end=date(2023, 12, 31))
    claims = [said("a", EventDate, when=weekend), said("b", EventDate, when=Period(
        start=date(2024, 1, 1), end=date(2024, 1, 1)))]  # fmt: skip
    answers = ["Saturday 30 December 2023 to Sunday 31 December 2023", "Monday 1 January 2024"]
    drawn = group_of(*claims, answers=answers).chart()
    told = list(dict.fromkeys(row["text"] for row in values(drawn, "text")))
    assert told == ["30 Dec 2023 to 31 Dec 2023", "1 Jan 2024"]


def test_clock_times_stand_in_minutes() -> None:
    clocks = [said(a, EventTime, clock=clock) for a, clock in (("a", "01:00"), ("b", "02:30"))]
    strip = strip_of(group_of(*clocks))
    assert strip is not None
    assert strip.axis is Axis.CLOCK
    assert [row.at for row in strip.rows] == [60, 150]


def test_a_line_of_clock_times_is_marked_at_round_ones() -> None:
    report = reconcile(
        [
            "The quake struck Ardmore at 5:11 p.m. on Monday 4 March 2024.",
            "The quake struck Ardmore at 6:40 p.m. on Monday 4 March 2024.",
        ]
    )
    (group,) = (group for group in report.groups if group.kind == "event_time")
    axes = [layer["encoding"]["x"].get("axis") for layer in group.chart().to_dict()["layer"]]
    half_hours = [17 * 60 + 30, 18 * 60, 18 * 60 + 30]
    assert [axis["values"] for axis in axes if axis] == [half_hours] * len([a for a in axes if a])
    assert any(axes)


def test_what_has_no_place_on_the_line_is_not_drawn() -> None:
    dollars, pesos = (
        said(a, Money, quantity=number("5", "5", unit, dimension=Dimension.MONEY))
        for a, unit in (("a", "USD"), ("b", "MXN"))
    )
    partial = said("c", EventDate, when=Period(pattern="XXXX-12"))
    december = said("d", EventDate, when=Period(start=date(2023, 12, 1), end=date(2023, 12, 31)))
    huge = said("e", quantity=number("1e400", "1e400"))
    ten = said("f", quantity=number("10", "10"))
    for claims in ((dollars, pesos), (partial, december), (huge, ten), (said("g"), ten), (ten,)):
        group = group_of(*claims)
        assert strip_of(group) is None
        with pytest.raises(InputError, match="fewer than two positions"):
            group.chart()


def test_only_what_one_outlet_tells_is_a_move(march: Report) -> None:
    course = course_of(march.groups[0])
    assert course is not None
    assert [moment.step for moment in course.moments] == ["at first", "2024-02-17", "later"]
    assert [(a.row.answer, b.row.answer) for a, b in course.moves] == [("about 900", "300")]
    assert course_of(march.groups[1]) is None
    with pytest.raises(InputError, match="no change over time"):
        march.groups[1].chart(over_time=True)


def values(chart: Any, mark: str) -> list[dict[str, Any]]:
    """The rows drawn by the layers with a mark, in order."""
    spec = chart.to_dict()
    found = []
    for layer in spec["layer"]:
        if layer["mark"]["type"] == mark:
            data = layer.get("data") or spec.get("data")
            found += data.get("values") or spec["datasets"][data["name"]]
    return found


def test_the_strip_plot_has_a_dot_for_each_origin_and_a_faint_one_for_each_copy(
    march: Report,
) -> None:
    strip = strip_of(march.groups[0])
    assert strip is not None
    chart = strip_plot(strip)
    dots = [dot for dot in values(chart, "point") if "opacity" in dot]
    by_figure = {
        figure: sorted(dot["opacity"] for dot in dots if dot["x"] == figure)
        for figure in (2000, 900, 300)
    }
    assert by_figure == {2000: [0.35, 1], 900: [1], 300: [1]}
    assert {dot["colour"] for dot in dots} == set(PALETTE[:3])
    texts = [row["text"] for row in values(chart, "text")]
    assert list(dict.fromkeys(texts)) == ["more than 2,000", "about 900", "300"]
    stretch, arrow = values(chart, "rule")
    assert (stretch["x"], stretch["x2"]) == (850, 950)
    assert arrow["x"] == 2000
    assert arrow["x2"] > 2000


def test_figures_far_apart_stand_on_a_logarithmic_scale() -> None:
    claims = [said(a, quantity=number(n, n)) for a, n in (("a", "3"), ("b", "3000000"))]
    near = [said(a, quantity=number(n, n)) for a, n in (("a", "3"), ("b", "4"))]
    for group, kind in ((group_of(*claims), "log"), (group_of(*near), "linear")):
        layer = group.chart().to_dict()["layer"][-1]
        dots = group.chart().to_dict()["layer"][-3]
        assert layer["mark"]["type"] == "text"
        assert dots["encoding"]["x"]["scale"]["type"] == kind


def test_small_figures_and_those_below_zero_lie_inside_what_is_drawn() -> None:
    # A tenth of the distance is left on either side, and nothing below zero is drawn of what has
    # none there: 0.2 and 0.8 per cent, 4 and 94, minus 5 and 15 degrees.
    for first, second, ends in (
        ("0.2", "0.8", (0.14, 0.86)),
        ("4", "94", (0, 103)),
        ("-5", "15", (-7, 17)),
    ):
        claims = [said(a, quantity=number(n, n)) for a, n in (("a", first), ("b", second))]
        dots = group_of(*claims).chart().to_dict()["layer"][-3]
        assert dots["encoding"]["x"]["scale"]["domain"] == pytest.approx(ends)


def test_the_time_line_is_in_days_where_every_figure_has_its_day(march: Report) -> None:
    group = march.groups[0]
    course = course_of(group)
    assert course is not None
    assert time_line(course).to_dict()["layer"][0]["encoding"]["x"]["type"] == "ordinal"
    dated = group.model_copy(
        update={
            "claims": tuple(claim.model_copy(update={"phase": None}) for claim in group.claims),
            "positions": tuple(
                position.model_copy(update={"as_of": date(2024, 2, day)})
                for position, day in zip(group.positions, (19, 17, 18), strict=True)
            ),
        }
    )
    course = course_of(dated)
    assert course is not None
    encoding = time_line(course).to_dict()["layer"][0]["encoding"]
    assert encoding["x"]["type"] == "temporal"
    assert [moment.row.answer for moment in course.moments] == [
        "about 900",
        "300",
        "more than 2,000",
    ]


def test_a_bound_is_hollow_in_the_time_line(march: Report) -> None:
    course = course_of(march.groups[0])
    assert course is not None
    hollow = {dot["text"]: dot["fill"] == "#ffffff" for dot in values(time_line(course), "point")}
    assert hollow == {"more than 2,000": True, "about 900": False, "300": False}


def test_a_logarithmic_scale_has_round_ticks() -> None:
    wide = group_of(*(said(a, quantity=number(n, n)) for a, n in (("a", "3"), ("b", "30000"))))
    assert ticks(wide) == [10, 100, 1000, 10000]
    narrow = group_of(*(said(a, quantity=number(n, n)) for a, n in (("a", "11"), ("b", "600"))))
    assert ticks(narrow) == [10, 20, 50, 100, 200, 500]


def ticks(group: Group) -> Any:
    return group.chart().to_dict()["layer"][-3]["encoding"]["x"]["axis"]["values"]


def test_a_label_stands_above_its_dot_below_it_or_nowhere() -> None:
    far = places([(50, 50, "900"), (250, 50, "300")])
    assert far == {0: ABOVE, 1: ABOVE}
    near = places([(50, 50, "about 900"), (70, 50, "about 300"), (60, 50, "about 600")])
    assert near == {0: ABOVE, 1: BELOW}


def test_a_label_covers_no_other_dot() -> None:
    assert places([(50, 50, "900"), (50, 50 + ABOVE, "800")])[0] == BELOW


def test_a_day_without_its_year_has_no_place_on_a_line() -> None:
    days = [
        said("a", EventDate, when=Period(start=date(1970, 1, day), end=date(1970, 1, day)))
        for day in (3, 5)
    ]
    partly = said("b", EventDate, when=Period(pattern="XXXX-01-04"))
    strip = strip_of(group_of(days[0], partly, days[1]))
    assert strip is not None
    assert [row.index for row in strip.rows] == [0, 2]
    assert strip_of(group_of(days[0], partly)) is None
